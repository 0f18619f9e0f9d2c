"""Passages that travelled: what two or more outlets carry in nearly the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf

from rapidfuzz.distance import Indel

from generator.clusters.alignment import Match, align_articles
from generator.clusters.bounds import cut, split_paragraphs, trim
from generator.clusters.density import Cell
from generator.clusters.quotations import find_fragments, find_translations
from generator.clusters.rarity import Background
from generator.clusters.reading import Words, read_articles
from generator.clusters.stars import Link, Taken, gather_stars
from generator.model import Cluster, Event, Quote, Span
from generator.spans import SpanIndex


def find_clusters(
    event: Event,
    quotes: Sequence[Quote] = (),
    *,
    shingle: int = 3,
    reach: int = 12,
    common: int = 20,
    steps: Sequence[tuple[int, float]] = ((4, 32.0), (5, 26.0), (6, 23.0), (7, 19.0), (8, 14.0)),
    exact_words: int = 8,
    least_identity: float = 0.5,
    close_identity: float = 0.6,
    longest_fragment: int = 12,
    fragment_bits: float = 22.0,
    quoted_bits: float = 12.0,
    least_cosine: float = 0.45,
    least_indirect_cosine: float = 0.55,
    least_likeness: float = 0.8,
) -> tuple[Cluster, ...]:
    """Passages alike across outlets, each word in one cluster at most; in order of the leader's place.

    A pair of passages is kept where its equal words surprise by enough bits (see :mod:`generator.clusters.rarity`):
    ``steps`` lists how many bits are asked of that many words or more, and ``least_identity`` of all words must be
    equal; one less than ``close_identity`` alike gives way to a closer one with words of it. Also kept are
    ``exact_words`` equal words on end, whatever they say; up to ``longest_fragment`` words that one outlet quotes and
    another prints whole, by ``fragment_bits``; and two quotes of one speaker with a tf-idf cosine of ``least_cosine``
    (``least_indirect_cosine`` where one is indirect speech). Of what both sides print in quotation marks no more than
    ``quoted_bits`` are asked. Pairs are gathered by star clustering (see :mod:`generator.clusters.stars`, also for
    ``least_likeness``). An outlet's own repetition is no evidence: pairs are of different outlets only.
    """
    articles = read_articles(event.articles)
    background = Background(tuple(articles.values()))

    marked = SpanIndex((quote.content for quote in quotes if quote.kind != "indirect"), lambda span: span)

    def tells(match: Match) -> bool:
        asked = min((bits for words, bits in steps if len(match.equal) >= words), default=inf)
        if quoted_bits < asked < inf and _is_said(match, marked):
            asked = quoted_bits
        kept = match.longest_run >= exact_words or background.surprise(match) >= asked
        return kept and match.identity >= least_identity

    matches = align_articles(
        tuple(articles.values()),
        shingle=shingle,
        reach=reach,
        common=common,
        words=exact_words,
        identity=least_identity,
    )
    parts = (part for match in matches for part in split_paragraphs(event, match))
    told = _without_bridges([part for part in parts if tells(part)], close_identity)
    links = [_link(part) for part in (trim(event, part) for part in told) if tells(part)]
    links += [
        _link(match)
        for match in find_fragments(articles, quotes, longest=longest_fragment)
        if background.surprise(match) >= (quoted_bits if _is_said(match, marked) else fragment_bits)
    ]
    links += [
        _of_quotes(articles, one, other, cosine)
        for one, other, cosine in find_translations(
            event, articles, quotes, least=least_cosine, least_indirect=least_indirect_cosine
        )
    ]
    return tuple(sorted(_gather(event, links, tells, least_likeness), key=lambda cluster: cluster.passages))


def _is_said(match: Match, marked: SpanIndex[Span]) -> bool:
    """Whether most of either side stands inside one quotation, and is no title: a programme's is nobody's words."""
    return not match.is_title and all(
        any(2 * (min(end.end, quote.end) - max(end.start, quote.start)) > len(end) for quote in marked.touching(end))
        for end in match.spans
    )


def _without_bridges(matches: Sequence[Match], close: float) -> Iterator[Match]:
    """Leave out the loose matches that a closer one shares equal words with: they bridge what else stands apart."""
    held: dict[tuple[str, str], set[Cell]] = {}
    for match in matches:
        if match.identity >= close:
            held.setdefault((match.one.siglum, match.other.siglum), set()).update(match.equal)
    for match in matches:
        others = held.get((match.one.siglum, match.other.siglum), set())
        if match.identity >= close or others.isdisjoint(match.equal):
            yield match


def _gather(
    event: Event, links: Sequence[Link], tells: Callable[[Match], bool], least_likeness: float
) -> Iterator[Cluster]:
    """Stars of the links; then of what these leave of the others, while there is any that still tells enough."""
    taken = Taken()
    while links:
        found = tuple(gather_stars(event, links, taken, least_likeness=least_likeness))
        yield from found
        rest = (part for link in links if link.match for part in _left_over(link.match, taken)) if found else ()
        links = [_link(trim(event, part)) for part in rest if tells(part)]


def _left_over(match: Match, taken: Taken) -> Iterator[Match]:
    """The stretches of a match whose words are in no passage yet, on either side."""
    held: list[tuple[int, int]] = []
    for i, j in match.equal:
        free = taken.is_free(match.one.span(i, i + 1)) and taken.is_free(match.other.span(j, j + 1))
        if held and not (free and _is_open(match, held[-1], (i, j), taken)):
            yield cut(match, held)
            held = []
        if free:
            held.append((i, j))
    if held:
        yield cut(match, held)


def _is_open(match: Match, before: Cell, here: Cell, taken: Taken) -> bool:
    """Whether no passage lies between two equal words, on either side."""
    sides = match.one.span(before[0], here[0] + 1), match.other.span(before[1], here[1] + 1)
    return all(taken.is_free(side) for side in sides)


def _of_quotes(articles: dict[str, Words], one: Quote, other: Quote, cosine: float) -> Link:
    """Two quotes as a link: what both outlets print in marks is one utterance, and leads over its own fragments."""
    sides = [(articles[quote.content.siglum], quote) for quote in (one, other)]
    ranges = [words.within(quote.content) for words, quote in sides]
    size = min(last - first for first, last in ranges)
    alike = Indel.normalized_similarity(*(words.numbers_in(quote.content) for words, quote in sides))
    marked = "indirect" not in {one.kind, other.kind}
    spans = [words.span(*bounds) for (words, _), bounds in zip(sides, ranges, strict=True)]
    return Link(spans[0], spans[1], size if marked else size * cosine, alike)


def _link(match: Match) -> Link:
    return Link(*match.spans, len(match.equal), match.identity, match)
