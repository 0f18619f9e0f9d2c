"""Local alignment of two articles: stretches of words that one shares with the other, edits and all.

Seeds are runs of a few equal words (shingling, as in text reuse detection); runs that lie near each other are chained;
each chain is aligned with rapidfuzz's Levenshtein opcodes on word numbers, and the best-scoring stretch of that
alignment is kept (Kadane's maximum subarray: an equal word earns, a word that is not costs a part of that).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from generator.model import Article, Span
from generator.words import Token, stem, tokenize

_COST = 0.8  # what a word without its equal costs, an equal word being 1: half would let any half-alike text run on


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words in order, with the number each word's stem has throughout the event, and its case."""

    siglum: str
    outlet: str
    tokens: tuple[Token, ...]
    numbers: tuple[int, ...]
    capital: tuple[bool, ...]

    def span(self, first: int, last: int) -> Span:
        """The span from word ``first`` up to, not including, word ``last``."""
        return Span(self.siglum, self.tokens[first].start, self.tokens[last - 1].end)

    def within(self, span: Span) -> tuple[int, int]:
        """First and past-the-last word that lie wholly inside a span."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        last = bisect_right(self.tokens, span.end, key=lambda token: token.end)
        return (first, last) if first < last else (0, 0)

    def numbers_in(self, span: Span) -> tuple[int, ...]:
        """The numbers of the words that lie wholly inside a span."""
        first, last = self.within(span)
        return self.numbers[first:last]


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``a`` of one article against words ``b`` of another (first, past the last).

    ``equal`` holds the pairs of positions where the two have the same word.
    """

    one: Words
    other: Words
    a: tuple[int, int]
    b: tuple[int, int]
    equal: tuple[tuple[int, int], ...]

    @property
    def identity(self) -> float:
        """Twice the equal words over all words of both sides, 0 to 1."""
        return 2 * len(self.equal) / (self.a[1] - self.a[0] + self.b[1] - self.b[0])

    @property
    def longest_run(self) -> int:
        """How many equal words stand on end on both sides, at most."""
        longest = run = 1
        for before, here in pairwise(self.equal):
            run = run + 1 if (here[0] - before[0], here[1] - before[1]) == (1, 1) else 1
            longest = max(longest, run)
        return longest

    @property
    def spans(self) -> tuple[Span, Span]:
        """Both sides as spans."""
        return self.one.span(*self.a), self.other.span(*self.b)


def read_words(article: Article, numbers: dict[str, int]) -> Words:
    """The article's words; ``numbers`` grows by those it has not seen. Possessive endings are left out."""
    tokens = tuple(
        token for token in tokenize(article.text) if token.kind != "mark" and token.folded not in {"'s", "s"}
    )
    stems = (stem(token.folded, article.lang) for token in tokens)
    found = tuple(numbers.setdefault(word, len(numbers)) for word in stems)
    capital = tuple(article.text[token.start].isupper() for token in tokens)
    return Words(article.siglum, article.outlet, tokens, found, capital)


def align_articles(one: Words, other: Words, *, shingle: int, reach: int, common: int) -> Iterator[Match]:
    """Every local alignment that grows from a shared run of ``shingle`` words.

    ``reach`` is how many words a chain may skip and a window may grow on either side; a shingle that stands more than
    ``common`` times in either article starts nothing.
    """
    done: list[Match] = []
    for chain in _chains(_runs(one, other, shingle=shingle, common=common), reach):
        found = _best(one, other, chain, reach)
        if found and not any(_covers(match, found) for match in done):
            done.append(found)
    yield from done


def _runs(one: Words, other: Words, *, shingle: int, common: int) -> list[tuple[int, int, int]]:
    """Maximal runs of equal words as (position here, position there, length), longest first."""
    places, others = _places(one.numbers, shingle), _places(other.numbers, shingle)
    seeds = {
        (i, j)
        for key, here in places.items()
        if key in others and max(len(here), len(others[key])) <= common
        for i in here
        for j in others[key]
    }
    runs = []
    for i, j in seeds:
        if (i - 1, j - 1) in seeds:
            continue
        length = 0
        while (i + length, j + length) in seeds:
            length += 1
        runs.append((i, j, length + shingle - 1))
    return sorted(runs, key=lambda run: (-run[2], run[0], run[1]))


def _places(numbers: Sequence[int], shingle: int) -> dict[tuple[int, ...], list[int]]:
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i in range(len(numbers) - shingle + 1):
        places[tuple(numbers[i : i + shingle])].append(i)
    return places


def _chains(runs: Sequence[tuple[int, int, int]], reach: int) -> Iterator[tuple[int, int, int, int]]:
    """Boxes (from, to here; from, to there) around runs that follow one another within reach, longest run first."""
    left = dict.fromkeys(runs)
    for run in runs:
        if run not in left:
            continue
        del left[run]
        box = (run[0], run[0] + run[2], run[1], run[1] + run[2])
        grown = True
        while grown:
            grown = False
            for near in [other for other in left if _near(box, other, reach)]:
                box = _around(box, near)
                del left[near]
                grown = True
        yield box


def _near(box: tuple[int, int, int, int], run: tuple[int, int, int], reach: int) -> bool:
    """Whether a run follows or precedes the box on both sides, within reach."""
    i, j, length = run
    after = 0 <= i - box[1] + 1 <= reach and 0 <= j - box[3] + 1 <= reach
    before = 0 <= box[0] - i - length + 1 <= reach and 0 <= box[2] - j - length + 1 <= reach
    return after or before


def _around(box: tuple[int, int, int, int], run: tuple[int, int, int]) -> tuple[int, int, int, int]:
    i, j, length = run
    return min(box[0], i), max(box[1], i + length), min(box[2], j), max(box[3], j + length)


def _best(one: Words, other: Words, box: tuple[int, int, int, int], reach: int) -> Match | None:
    low, high = max(0, box[0] - reach), min(len(one.numbers), box[1] + reach)
    bottom, top = max(0, box[2] - reach), min(len(other.numbers), box[3] + reach)
    equal = _equal(one.numbers[low:high], other.numbers[bottom:top])
    kept = _kadane([(low + i, bottom + j) for i, j in equal])
    if not kept:
        return None
    kept = _grown(one.numbers, other.numbers, kept)
    a, b = (kept[0][0], kept[-1][0] + 1), (kept[0][1], kept[-1][1] + 1)
    return Match(one, other, a, b, tuple(kept))


def _equal(here: Sequence[int], there: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of positions that a least-edit alignment keeps."""
    return [
        (step.src_start + n, step.dest_start + n)
        for step in Levenshtein.opcodes(here, there)
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]


def _kadane(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretch of pairs with the highest score: one for each, less the longer gap between neighbours."""
    if not pairs:
        return []
    best, best_from, best_to = 1.0, 0, 0
    score, start = 1.0, 0
    for n, (before, here) in enumerate(pairwise(pairs), 1):
        score -= _COST * (max(here[0] - before[0], here[1] - before[1]) - 1)
        if score <= 0:
            score, start = 0.0, n
        score += 1
        if score > best:
            best, best_from, best_to = score, start, n
    return list(pairs[best_from : best_to + 1])


def _grown(here: Sequence[int], there: Sequence[int], pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take in the equal words that border the stretch: a tie between alignments may have sent them elsewhere."""
    while pairs[0][0] and pairs[0][1] and here[pairs[0][0] - 1] == there[pairs[0][1] - 1]:
        pairs.insert(0, (pairs[0][0] - 1, pairs[0][1] - 1))
    while (
        pairs[-1][0] + 1 < len(here)
        and pairs[-1][1] + 1 < len(there)
        and here[pairs[-1][0] + 1] == there[pairs[-1][1] + 1]
    ):
        pairs.append((pairs[-1][0] + 1, pairs[-1][1] + 1))
    return pairs


def _covers(match: Match, found: Match) -> bool:
    inside_a = match.a[0] <= found.a[0] and found.a[1] <= match.a[1]
    inside_b = match.b[0] <= found.b[0] and found.b[1] <= match.b[1]
    return inside_a and inside_b
