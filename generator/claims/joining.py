"""What goes together becomes one claim: one statement, and each place where an article makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.claims.deadlines import join_deadlines
from generator.claims.drafts import Draft, Evidence, Reading, draft_figures, draft_shared, inside, mostly, overlap
from generator.claims.echoes import Echo, add_echoes
from generator.claims.gathering import Bars, draft_single, join_alike
from generator.claims.likeness import Likeness
from generator.claims.pairing import pair_up
from generator.claims.pieces import Places
from generator.claims.refusals import join_withheld
from generator.claims.spreading import Reach, spread
from generator.claims.translated import join_translated
from generator.meanings import Meanings
from generator.model import Appearance, Claim, Cluster, Event, Figure, Quote, Span, identify
from generator.words import slugify


def build_claims(
    event: Event,
    meanings: Meanings | None = None,
    *,
    sentences: Sequence[Span],
    clusters: Sequence[Cluster],
    quotes: Sequence[Quote],
    figures: Sequence[Figure],
    read: Reading,
    least_quote_words: int = 4,
    least_alike: float = 0.3,
    likeness: Sequence[tuple[float, float]] = ((5, 0.5), (9, 0.36), (16, 0.3)),
    habit: float = 0.36,
    least_meaning: float = 0.75,
    openings: int = 4,
    least_opening: Sequence[tuple[int, float]] = ((2, 0.26), (3, 0.19), (4, 0.16), (5, 0.14)),
    least_anywhere: Sequence[tuple[int, float]] = ((2, 0.45), (3, 0.42), (4, 0.4)),
    least_again: float = 0.5,
    again_bits: float = 10,
    again_common: float = 0.3,
    least_together: float = 7.0,
    most_alone: int = 500,
) -> tuple[Claim, ...]:
    """Claims in order of how many articles make them, then of their statement's place.

    Joined are passages of one cluster, cut at the ends of sentences (pieces alike by ``least_alike``); clusters whose
    passages stand in the same sentences of all articles that have both, at least two; figures that count one thing;
    statements whose cosine is what ``likeness`` asks of shared stems of so many bits; and a statement with what three
    outlets have in common, where their cosine is at least ``habit``. A sentence makes a claim of several outlets too
    where its cosine with what their articles have in common is ``least_anywhere``, for the central claim and the first
    ``openings`` sentences of an article ``least_opening``, told by how many outlets have the claim; claims in the same
    places are one. An article says a claim again where a sentence of its own has a cosine of ``least_again`` with the
    first, ``again_bits`` in common with it, and a cosine of ``again_common`` with what all have in common. Sentences
    that have no claim in common make one where what speaks for it adds up to ``least_together``. What only
    one outlet carries is a claim too, where it is a quotation of at least ``least_quote_words`` words, a figure, or a
    sentence that names or counts; the first ``most_alone`` of an article, for what has more is a book.
    A few words in marks that nobody is said to have said, such as a banner's, make no claim. Where ``meanings`` are
    given, statements are joined too that are alike by them by ``least_meaning``. ``read`` gives the
    stance of a sentence with no quote in the appearance.
    """
    evidence = gather_evidence(event, sentences=sentences, quotes=quotes, figures=figures, read=read)
    evidence = replace(evidence, meanings=meanings)
    shared = draft_shared(evidence, clusters, least_alike=least_alike)
    counted, left = draft_figures(evidence, shared)
    single = list(draft_single(evidence, [*left, *counted], least_words=least_quote_words))
    joined = join_alike(evidence, left, single, Bars(likeness, habit, least_meaning))
    reach = Reach(openings, least_opening, least_anywhere)
    joined = join_deadlines(evidence, join_translated(evidence, joined))
    told = spread(evidence, add_echoes(evidence, joined, Echo(least_again, again_bits, again_common)), reach)
    told = pair_up(evidence, join_withheld(evidence, told), counted, openings=openings, least=least_together)
    claims = [_claim(evidence, draft) for draft in (*told, *counted)]
    ordered = sorted(_without_books(claims, most_alone), key=rank)
    return tuple(_with_slugs(event, ordered))


def _without_books(claims: Iterable[Claim], most: int) -> Iterator[Claim]:
    """Each claim of several articles, and of those that one article makes alone the first ones."""
    alone: Counter[str] = Counter()
    for claim in sorted(claims, key=lambda claim: claim.appearances[0].span):
        sigla = {made.span.siglum for made in claim.appearances}
        alone.update(sigla if len(sigla) == 1 else ())
        if len(sigla) > 1 or alone[claim.statement.siglum] <= most:
            yield claim


def rank(claim: Claim) -> tuple[int, Span, str]:
    """What claims are ordered by: how many articles leave it out, then its statement's place."""
    return len(claim.omitted_by), claim.statement, claim.id


def gather_evidence(
    event: Event, *, sentences: Sequence[Span], quotes: Sequence[Quote], figures: Sequence[Figure], read: Reading
) -> Evidence:
    """All that a claim may be made of; of words in marks only those that somebody is said to have said."""
    said = tuple(quote for quote in quotes if quote.cue or quote.speaker_name or quote.kind == "direct")
    measure = Likeness(event, sentences)
    return Evidence(event, tuple(sorted(sentences)), Places(sentences), said, tuple(figures), read, measure)


def _claim(evidence: Evidence, draft: Draft) -> Claim:
    spans = tuple(sorted(draft.spans))
    statement = draft.statement or max(spans, key=lambda span: (len(span), span.siglum))
    name = identify("c", evidence.event, spans)
    rules = ", ".join([draft.rule, *(join.rule for join in draft.joins)]).split(", ")
    score = min([draft.score, *(join.score for join in draft.joins)])
    clusters = tuple(sorted(set(draft.clusters)))
    claim = Claim(name, "", statement, (), rule=", ".join(dict.fromkeys(rules)), score=score, clusters=clusters)
    how = {join.span: (join.rule, join.score) for join in draft.joins}
    made = [(read_appearance(evidence, span), *how.get(span, (draft.rule, draft.score))) for span in spans]
    return with_appearances(evidence, claim, [replace(one, rule=rule, score=score) for one, rule, score in made])


def with_appearances(evidence: Evidence, claim: Claim, appearances: Iterable[Appearance]) -> Claim:
    """The claim made at these places, with the quotes and figures there, who leaves it out, and who is its origin."""
    ordered = tuple(sorted(appearances, key=lambda appearance: appearance.span))
    spans = [appearance.span for appearance in ordered]
    carriers = {span.siglum for span in spans}
    return replace(
        claim,
        appearances=ordered,
        quotes=_ids(quote.id for span in spans for quote in evidence.quotes_at(span)),
        figures=_ids(
            figure.id for span in spans for figure in evidence.figures_at(span) if inside(figure.span, [span])
        ),
        omitted_by=tuple(article.siglum for article in evidence.event.articles if article.siglum not in carriers),
        origins=_origins(ordered),
    )


def read_appearance(evidence: Evidence, span: Span) -> Appearance:
    """A quotation carries its own stance and speaker; the outlet's own words are read by the sentence."""
    around = [quote for quote in evidence.quotes_at(span) if mostly(quote.content, span)]
    if around:
        best = max(around, key=lambda quote: (overlap(quote.content, span), quote.speaker_name or "", quote.id))
        return Appearance(span, best.stance, best.speaker_name, _hedges(span, evidence), best.via)
    stance, hedges, speaker = evidence.read(evidence.places.sentence(span))
    return Appearance(span, stance, speaker, hedges)


def _hedges(span: Span, evidence: Evidence) -> tuple[Span, ...]:
    """The hedges of a quotation's sentence that stand in it or beside its words, not in another's."""
    _, hedges, _ = evidence.read(evidence.places.sentence(span))
    return tuple(hedge for hedge in hedges if span.contains(hedge))


def _origins(appearances: Sequence[Appearance]) -> tuple[str, ...]:
    """The one speaker that each of several articles credits, by surname; nobody where they differ or one names none."""
    names = {made.speaker_name for made in appearances if made.speaker_name and made.speaker_name.split()}
    articles = {made.span.siglum for made in appearances}
    naming = {made.span.siglum for made in appearances if made.speaker_name in names}
    if len(articles) < 2 or naming != articles or len({name.casefold().split()[-1] for name in names}) > 1:  # noqa: PLR2004 - one article has no common origin
        return ()
    return (max(names, key=lambda name: (len(name), name)),)


def _with_slugs(event: Event, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Addresses from the statement's words; of two alike, the later gets its identifier's digits as well."""
    taken: set[str] = set()
    for claim in claims:
        slug = slugify(event[claim.statement]) or claim.id
        if slug in taken:
            slug = f"{slug}-{claim.id.partition('-')[2]}"
        while slug in taken:
            slug += "-x"
        taken.add(slug)
        yield replace(claim, slug=slug)


def _ids(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
