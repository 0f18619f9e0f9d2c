"""Drafts of claims: which places go together, and what says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, groupby

from generator.claims.commons import Commons
from generator.claims.likeness import Likeness
from generator.claims.people import Speakers
from generator.claims.pieces import Places, cut_passages
from generator.clusters.english import EVERYWHERE
from generator.meanings import Meanings
from generator.model import Cluster, Event, Figure, Quote, Span, Stance
from generator.spans import SpanIndex
from generator.words import Token, tokenize

Reading = Callable[[Span], tuple[Stance, tuple[Span, ...], str | None]]
"""How an article carries a sentence: its stance, its hedges, and who is credited."""

ALIKE = "words in common"
"""The rule of what is joined for its words."""
MEANT = "meanings alike"
"""The rule of what is joined because a model of meaning says so."""
OPENING = "words in common, in an opening"
"""The same where less is asked, of the first sentences of an article."""
HEADLINE = "the headline of what its article opens with"
"""The rule of a headline whose lead says it."""
TOGETHER = "words and phrases taken together"
"""The rule of two sentences that are joined for the sum of what they share."""
AGAIN = "an article says it again"
"""The rule of a second sentence of one article."""
CONFIRMED = "confirmed right behind"
"""The rule of a sentence in which somebody else confirms what stands before it."""
TRANSLATED = "names and numbers alike in two languages"
"""The rule of what needs no dictionary."""
DEADLINE = "by when one thing is to happen"
"""The rule of what gives two times for one thing."""
WITHHELD = "one body neither confirms nor denies"
"""The rule of a stance that two outlets seldom tell of two things with."""
_CONTENT_LETTERS = 5
_CONTENT_WORDS = 3
_MANY_WORDS = 8
_NAME_WORDS = 3
_MOST = 0.8  # of a sentence
_FEW_WORDS = 12
_CLAUSE_WORDS = 3
_CLAUSE_MOST = 10  # words: what is longer tells more than what is counted
_CLAUSE_END = re.compile(r"[,;:.!?()\[\]\"“”„«»…\n]|\s[-–—]")


@dataclass(frozen=True)
class Evidence:
    """All that a claim may be made of."""

    event: Event
    sentences: tuple[Span, ...]
    places: Places
    quotes: tuple[Quote, ...]
    figures: tuple[Figure, ...]
    read: Reading
    likeness: Likeness
    meanings: Meanings | None = None

    def quotes_at(self, span: Span) -> tuple[Quote, ...]:
        """The quotes that touch a span."""
        return self._quote_index.touching(span)

    def quotes_near(self, span: Span) -> tuple[Quote, ...]:
        """The quotes whose words of saying touch a span."""
        return self._cue_index.touching(span)

    def figures_at(self, span: Span) -> tuple[Figure, ...]:
        """The figures that touch a span."""
        return self._figure_index.touching(span)

    @cached_property
    def commons(self) -> Commons:
        """What the event's sentences are made of."""
        return Commons(self.event, self.sentences)

    @cached_property
    def _quote_index(self) -> SpanIndex[Quote]:
        return SpanIndex(self.quotes, lambda quote: quote.content)

    @cached_property
    def _cue_index(self) -> SpanIndex[Quote]:
        return SpanIndex((quote for quote in self.quotes if quote.cue), lambda quote: quote.cue or quote.content)

    @cached_property
    def _figure_index(self) -> SpanIndex[Figure]:
        return SpanIndex(self.figures, lambda figure: figure.span)


@dataclass(frozen=True, slots=True)
class Join:
    """A place that a claim gained, the rule, and how strongly, 0 to 1."""

    span: Span
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim before its appearances are read: where it is made, and what says so.

    What is not ``alone`` is a claim only together with others; a fragment alone is claimed with its ``whole`` sentence.
    ``joins`` tell of each place that came later by which rule and how strongly.
    """

    spans: tuple[Span, ...]
    rule: str
    score: float = 1.0
    clusters: tuple[str, ...] = ()
    statement: Span | None = None
    alone: bool = True
    whole: Span | None = None
    joins: tuple[Join, ...] = ()


def draft_shared(evidence: Evidence, clusters: Iterable[Cluster], *, least_alike: float) -> list[Draft]:
    """A draft a statement of each cluster that says enough; those in the same sentences of two articles are one.

    A few equal words that two speakers say are two statements.
    """
    done: list[Draft] = []
    people = Speakers(evidence.event, evidence.quotes)
    for cluster in clusters:
        for passages in cut_passages(evidence.event, cluster.passages, evidence.places, least_alike=least_alike):
            said = {_quoted_part(evidence, span) for span in passages if not _is_cue(evidence, span)}
            spans = tuple(sorted(said))
            several = len({evidence.event.outlet_of(span) for span in spans}) > 1
            named = any(_is_name(evidence, span) for span in spans)
            if not several or named or not any(_says_enough(evidence, span) for span in spans):
                continue
            if _is_of_two(evidence, people, spans):
                continue
            draft = Draft(spans, "shared passage", cluster.similarity, (cluster.id,))
            same = next((n for n, other in enumerate(done) if _same_sentences(draft, other, evidence.places)), None)
            if same is None:
                done.append(draft)
            else:
                done[same] = _union(done[same], draft, evidence.places)
    return done


def _is_of_two(evidence: Evidence, people: Speakers, spans: Sequence[Span]) -> bool:
    """Whether a few words are said by two people for sure: what is longer is one quotation, credited in two ways."""
    if any(len(words_of(evidence.event, span)) >= _MANY_WORDS for span in spans):
        return False
    names = {quote.speaker_name for span in spans for quote in evidence.quotes_at(span) if quote.content.contains(span)}
    return any(people.are_two(one, other) for one, other in combinations(sorted(filter(None, names)), 2))


def _quoted_part(evidence: Evidence, span: Span) -> Span:
    """A passage that is mostly a quotation ends where its marks do."""
    for quote in evidence.quotes_at(span):
        if quote.kind != "indirect" and 2 * overlap(quote.content, span) > len(span):
            return Span(span.siglum, max(span.start, quote.content.start), min(span.end, quote.content.end))
    return span


def _is_name(evidence: Evidence, span: Span) -> bool:
    """Whether a few words are written as a name: others may have put the name in marks."""
    text, words = evidence.event.article(span.siglum).text, words_of(evidence.event, span)
    return len(words) <= _NAME_WORDS and all(text[word.start].isupper() for word in words)


def _is_cue(evidence: Evidence, span: Span) -> bool:
    """Whether a passage is mostly the words by which something is said: two articles may say two things with them."""
    cues = (quote.cue for quote in evidence.quotes_near(span) if quote.cue)
    return any(2 * overlap(cue, span) > len(span) for cue in cues)


def _says_enough(evidence: Evidence, span: Span) -> bool:
    """Whether a passage may be a statement: quoted, long, most of a sentence, or with content words that are no names.

    Short words are mostly function words (Zipf's law of abbreviation); capitals are mostly names.
    """
    if any(quote.kind != "indirect" for quote in evidence.quotes_at(span)):
        return True
    text = evidence.event.article(span.siglum).text
    words = words_of(evidence.event, span)
    content = {word.folded for word in words if len(word.folded) >= _CONTENT_LETTERS and text[word.start].islower()}
    whole = len(words) >= _MOST * len(words_of(evidence.event, evidence.places.sentence(span)))
    return whole or len(words) >= _MANY_WORDS or len(content) >= _CONTENT_WORDS


def _same_sentences(one: Draft, other: Draft, places: Places) -> bool:
    """Whether every article that has both, and at least two do, has them in the same sentences."""
    common = {span.siglum for span in one.spans} & {span.siglum for span in other.spans}
    mine, theirs = (
        {sentence for sentence in _sentences(draft, places) if sentence.siglum in common} for draft in (one, other)
    )
    return len(common) > 1 and mine == theirs


def _sentences(draft: Draft, places: Places) -> set[Span]:
    return {places.sentence(span) for span in draft.spans}


def _union(one: Draft, other: Draft, places: Places) -> Draft:
    spans: dict[Span, Span] = {}
    for span in (*one.spans, *other.spans):
        sentence = places.sentence(span)
        held = spans.get(sentence, span)
        spans[sentence] = Span(span.siglum, min(held.start, span.start), max(held.end, span.end))
    rule = "shared passages of the same sentences"
    return Draft(tuple(sorted(spans.values())), rule, min(one.score, other.score), one.clusters + other.clusters)


def draft_figures(evidence: Evidence, shared: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Drafts of figures that count one thing in two articles, and the shared drafts that are left beside them.

    A group within one shared passage has its claim already; a short passage within a group's sentences, and a group
    within another's, say nothing that the group does not.
    """
    counted: list[Draft] = []
    for draft in sorted(_of_groups(evidence, shared), key=lambda draft: (-len(draft.spans), draft.spans)):
        home = next((n for n, other in enumerate(counted) if set(draft.spans) <= set(other.spans)), None)
        if home is None:
            counted.append(draft)
    left: list[Draft] = []
    for draft in shared:
        within = _sentences(draft, evidence.places)
        home = next((n for n, other in enumerate(counted) if within <= set(other.spans)), None)
        if home is None or max(len(words_of(evidence.event, span)) for span in draft.spans) > _FEW_WORDS:
            left.append(draft)
        else:
            counted[home] = replace(counted[home], clusters=counted[home].clusters + draft.clusters)
    return counted, left


def _of_groups(evidence: Evidence, shared: Sequence[Draft]) -> Iterator[Draft]:
    for group in _groups(evidence.figures):
        holders = [draft for draft in shared if all(inside(figure.span, draft.spans) for figure in group)]
        if len({figure.span.siglum for figure in group}) > 1 and not holders:
            spans = tuple(sorted({evidence.places.sentence(figure.span) for figure in group}))
            yield Draft(spans, "figures that count one thing", statement=_counted(evidence, group, spans))


def _counted(evidence: Evidence, group: Sequence[Figure], sentences: Sequence[Span]) -> Span:
    """What a group counts, for no outlet's number should head the others': "people were confirmed dead".

    Of the clauses behind the numbers the one nearest to all others; a bare noun says too little, and the shortest
    sentence stands in where there is nothing more.
    """
    clauses = sorted({clause for figure in group if (clause := _clause(evidence, figure))})
    things = [span for span in clauses if len(words_of(evidence.event, span)) >= _CLAUSE_WORDS]
    things = things or [span for span in clauses if len(words_of(evidence.event, span)) > 1]
    if not things:
        return min(sentences, key=lambda span: (len(span), span))
    return max(things, key=lambda span: (evidence.likeness.to_all(span, things), span.siglum, span.start))


def _clause(evidence: Evidence, figure: Figure) -> Span | None:
    """The words from what a figure counts to the next mark, number or bracket, and not too many."""
    if figure.counts is None or figure.counts.start < figure.span.start:
        return figure.counts
    text = evidence.event.article(figure.span.siglum).text
    end = evidence.places.sentence(figure.span).end
    later = [other.span.start for other in evidence.figures if other.span.siglum == figure.span.siglum]
    end = min([end, *(start for start in later if start >= figure.counts.end)])
    mark = _CLAUSE_END.search(text, figure.counts.end, end)
    words = words_of(evidence.event, Span(figure.span.siglum, figure.counts.start, mark.start() if mark else end))
    kept = words[:_CLAUSE_MOST]
    while kept and kept[-1].folded in EVERYWHERE:
        kept.pop()
    return Span(figure.span.siglum, figure.counts.start, kept[-1].end) if kept else figure.counts


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    grouped = sorted((figure for figure in figures if figure.group), key=lambda figure: (figure.group, figure.span))
    for _, group in groupby(grouped, key=lambda figure: figure.group):
        yield list(group)


def words_of(event: Event, span: Span) -> list[Token]:
    """The words and numbers at a span."""
    tokens = tokenize(event.article(span.siglum).text, span.start, span.end)
    return [token for token in tokens if token.kind != "mark"]


def inside(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span lies wholly in one of the others."""
    return any(other.contains(span) for other in spans)


def mostly(one: Span, other: Span) -> bool:
    """Whether more than half of the shorter lies in the longer."""
    return 2 * overlap(one, other) > min(len(one), len(other))


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return min(one.end, other.end) - max(one.start, other.start) if one.overlaps(other) else 0
