"""Passages that travelled: what two or more outlets carry in nearly the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf

from rapidfuzz.distance import Indel

from generator.clusters.alignment import Match, align_articles
from generator.clusters.density import Cell
from generator.clusters.quotations import find_fragments, find_translations
from generator.clusters.rarity import Background
from generator.clusters.reading import Words, read_words
from generator.clusters.stars import Link, gather_stars, is_free
from generator.model import Cluster, Event, Quote, Span

_OPENING = frozenset("\"'“‘«„‚‹「『")
_CLOSING = frozenset("\"'”’»“‘›」』")


def find_clusters(
    event: Event,
    quotes: Sequence[Quote] = (),
    *,
    shingle: int = 3,
    reach: int = 12,
    common: int = 20,
    steps: Sequence[tuple[int, float]] = ((4, 32.0), (5, 28.0), (6, 23.0), (7, 19.0), (8, 14.0)),
    exact_words: int = 8,
    least_identity: float = 0.5,
    longest_fragment: int = 12,
    fragment_bits: float = 8.0,
    least_cosine: float = 0.45,
    least_indirect_cosine: float = 0.55,
    least_likeness: float = 0.8,
) -> tuple[Cluster, ...]:
    """Passages alike across outlets, each word in one cluster at most; in order of the leader's place.

    A pair of passages is kept where its equal words surprise by enough bits (see :mod:`generator.clusters.rarity`):
    ``steps`` lists how many bits are asked of that many words or more, and ``least_identity`` of all words must be
    equal. Also kept are ``exact_words`` equal words on end, whatever they say; up to ``longest_fragment`` words that
    one outlet quotes and another prints whole, by ``fragment_bits``; and two quotes of one speaker with a tf-idf
    cosine of ``least_cosine`` (``least_indirect_cosine`` where one is indirect speech). Pairs are gathered by star
    clustering (see :mod:`generator.clusters.stars`, also for ``least_likeness``).
    An outlet's own repetition is no evidence: pairs are of different outlets only.
    """
    numbers: dict[str, int] = {}
    articles = {article.siglum: read_words(article, numbers) for article in event.articles}
    background = Background(tuple(articles.values()))

    def tells(match: Match) -> bool:
        asked = min((bits for words, bits in steps if len(match.equal) >= words), default=inf)
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
    parts = (part for match in matches for piece in _split(event, match) for part in _trim(event, piece))
    links = [_link(part) for part in parts if tells(part)]
    links += [
        _link(match)
        for match in find_fragments(articles, quotes, longest=longest_fragment)
        if background.surprise(match) >= fragment_bits
    ]
    links += [
        _of_quotes(articles, one, other, cosine)
        for one, other, cosine in find_translations(
            event, articles, quotes, least=least_cosine, least_indirect=least_indirect_cosine
        )
    ]
    return tuple(sorted(_gather(event, links, tells, least_likeness), key=lambda cluster: cluster.passages))


def _gather(
    event: Event, links: Sequence[Link], tells: Callable[[Match], bool], least_likeness: float
) -> Iterator[Cluster]:
    """Stars of the links; then of what these leave of the others, while there is any that still tells enough."""
    taken: dict[str, list[Span]] = {}
    while links:
        found = tuple(gather_stars(event, links, taken, least_likeness=least_likeness))
        yield from found
        rest = (part for link in links if link.match for part in _left_over(link.match, taken)) if found else ()
        links = [_link(part) for part in rest if tells(part)]


def _left_over(match: Match, taken: Mapping[str, Sequence[Span]]) -> Iterator[Match]:
    """The stretches of a match whose words are in no passage yet, on either side."""
    held: list[tuple[int, int]] = []
    for i, j in match.equal:
        free = is_free(match.one.span(i, i + 1), taken) and is_free(match.other.span(j, j + 1), taken)
        if held and not (free and _is_open(match, held[-1], (i, j), taken)):
            yield _of(match, held)
            held = []
        if free:
            held.append((i, j))
    if held:
        yield _of(match, held)


def _is_open(match: Match, before: Cell, here: Cell, taken: Mapping[str, Sequence[Span]]) -> bool:
    """Whether no passage lies between two equal words, on either side."""
    sides = match.one.span(before[0], here[0] + 1), match.other.span(before[1], here[1] + 1)
    return all(is_free(side, taken) for side in sides)


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


def _split(event: Event, match: Match) -> Iterator[Match]:
    """Cut a match wherever either side starts a paragraph."""
    held: list[tuple[int, int]] = []
    for i, j in match.equal:
        if held and (_parted(event, match.one, held[-1][0], i) or _parted(event, match.other, held[-1][1], j)):
            yield _of(match, held)
            held = []
        held.append((i, j))
    yield _of(match, held)


def _parted(event: Event, words: Words, before: int, here: int) -> bool:
    gap = event.article(words.siglum).text[words.tokens[before].end : words.tokens[here].start]
    return "\n" in gap


def _trim(event: Event, match: Match, *, most: int = 2) -> Iterator[Match]:
    """End a match at quotation marks where at most ``most`` equal words stand outside them."""
    pairs = list(match.equal)
    if len(pairs) <= 2 * most:
        yield match
        return
    starts = [n for n in range(1, most + 1) if _marked(event, match, pairs[n], before=True)]
    ends = [n for n in range(1, most + 1) if _marked(event, match, pairs[-1 - n], before=False)]
    yield _of(match, pairs[max(starts, default=0) : len(pairs) - max(ends, default=0)])


def _marked(event: Event, match: Match, pair: tuple[int, int], *, before: bool) -> bool:
    return any(
        _beside(event, words, position, before=before)
        for words, position in zip((match.one, match.other), pair, strict=True)
    )


def _beside(event: Event, words: Words, position: int, *, before: bool) -> bool:
    """Whether an opening mark stands right before a word, or a closing one behind it, past other punctuation."""
    text, token = event.article(words.siglum).text, words.tokens[position]
    if before:
        return token.start > 0 and text[token.start - 1] in _OPENING
    behind = text[token.end : token.end + 3]
    return any(sign in _CLOSING and not behind[n + 1 : n + 2].isalnum() for n, sign in enumerate(behind.split(" ")[0]))


def _of(match: Match, pairs: Sequence[tuple[int, int]]) -> Match:
    a, b = (pairs[0][0], pairs[-1][0] + 1), (pairs[0][1], pairs[-1][1] + 1)
    return Match(match.one, match.other, a, b, tuple(pairs))
