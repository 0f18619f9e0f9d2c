"""Local alignment of articles: stretches of words that one shares with another, edits and all.

Seeds are runs of a few equal words (shingling, as in text reuse detection); runs that lie near each other are chained;
each chain is aligned with rapidfuzz's Levenshtein opcodes on word numbers, and the best-scoring stretch of that
alignment is kept (see :mod:`generator.stretches`). What is edited too much to keep a run of equal words is found by its
density (see :mod:`generator.clusters.density`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from generator.clusters.density import Cell, find_chains, find_hits
from generator.clusters.reading import Words
from generator.model import Span
from generator.stretches import find_stretch
from generator.words import CONTENT_LETTERS

_BLOCK = 64  # words of an article that share a list of matches
_NEAR = 8  # words around a hit that are looked through with it

_Run = tuple[int, int, int]  # position here, position there, length
_Places = Mapping[tuple[int, ...], Sequence[int]]


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
    def is_title(self) -> bool:
        """Whether both outlets write every equal content word with a capital: a programme or a book, nobody's words."""
        content = [(i, j) for i, j in self.equal if len(self.one.tokens[i].folded) >= CONTENT_LETTERS]
        return bool(content) and all(self.one.capital[i] and self.other.capital[j] for i, j in content)

    @property
    def spans(self) -> tuple[Span, Span]:
        """Both sides as spans."""
        return self.one.span(*self.a), self.other.span(*self.b)


def align_articles(
    articles: Sequence[Words],
    *,
    shingle: int,
    reach: int,
    common: int,
    words: int,
    identity: float,
    most_cells: float = 4e9,
) -> Iterator[Match]:
    """Every local alignment of two articles of different outlets.

    Complete in this sense: where two articles share ``words`` equal words or more, in order, and these are at least
    ``identity`` of all words between the first and the last (twice the equal ones over both sides), a match of that
    length and likeness overlaps them on both sides. Shorter alignments grow from a shared run of ``shingle`` words;
    ``reach`` is how many words a chain may skip and a window may grow on either side; a shingle that stands more than
    ``common`` times in either article starts nothing.

    The certain search costs time in proportion to the product of the articles' lengths, about a second for each 5e8.
    Past ``most_cells`` of that product articles are compared by their shared runs alone.
    """
    places = {one.siglum: _places(one.numbers, shingle) for one in articles}
    hits = find_hits(articles, words=words, identity=identity, most_cells=most_cells)
    for one, other in combinations(articles, 2):
        if one.outlet == other.outlet:
            continue
        runs = _runs(places[one.siglum], places[other.siglum], shingle, common)
        done = _grow(one, other, runs, reach)
        near = hits.get((one.siglum, other.siglum), ())
        yield from [*done, *_dense(one, other, near, done, reach=reach, words=words, identity=identity)]


def _grow(one: Words, other: Words, runs: Sequence[_Run], reach: int) -> list[Match]:
    """The best alignment around each chain of runs, without those that lie inside another."""
    done: list[Match] = []
    by_place: dict[int, list[Match]] = defaultdict(list)
    for chain in _chains(runs, reach):
        found = _best(one, other, chain, reach)
        if found and not any(_covers(match, found) for match in by_place[found.a[0] // _BLOCK]):
            done.append(found)
            for block in range(found.a[0] // _BLOCK, found.a[1] // _BLOCK + 1):
                by_place[block].append(found)
    return done


def _dense(
    one: Words, other: Words, hits: Sequence[Cell], done: Sequence[Match], *, reach: int, words: int, identity: float
) -> list[Match]:
    """A match for each passage near a hit, where none is known that long and that much alike."""
    known = [match for match in done if len(match.equal) >= words and match.identity >= identity]
    before = len(known)
    seen: list[Cell] = []

    def is_known(ends: tuple[Cell, Cell]) -> bool:
        for match in known:  # noqa: SIM110  # asked a million times, and a generator costs more than its answer
            if _overlap(match, ends):
                return True
        return False

    for hit in hits:
        if _is_near(hit, seen) or is_known((hit, hit)):
            continue
        seen.append(hit)
        chains = find_chains(one, other, hit, words=words, identity=identity, around=_NEAR, is_known=is_known)
        for chain in chains:  # ``is_known`` looks at what is added
            known.append(_widened(one, other, chain, reach=reach, words=words, identity=identity))  # noqa: PERF401
    return known[before:]


def _is_near(hit: Cell, seen: Sequence[Cell]) -> bool:
    for i, j in seen:  # noqa: SIM110  # likewise
        if -_NEAR <= hit[0] - i <= _NEAR and -_NEAR <= hit[1] - j <= _NEAR:
            return True
    return False


def _widened(one: Words, other: Words, chain: Sequence[Cell], *, reach: int, words: int, identity: float) -> Match:
    """The best alignment around a chain of equal words, or the chain itself where that is shorter or less alike."""
    box = (chain[0][0], chain[-1][0] + 1, chain[0][1], chain[-1][1] + 1)
    found = _best(one, other, box, reach)
    if found and len(found.equal) >= words and found.identity >= identity and _overlap(found, chain):
        return found
    return Match(one, other, box[:2], box[2:], tuple(chain))


def _overlap(match: Match, chain: Sequence[Cell]) -> bool:
    """Whether the match and the stretch from a chain's first to its last cell share words, on both sides."""
    here = match.a[0] <= chain[-1][0] and chain[0][0] < match.a[1]
    return here and match.b[0] <= chain[-1][1] and chain[0][1] < match.b[1]


def _runs(places: _Places, others: _Places, shingle: int, common: int) -> list[_Run]:
    """Maximal runs of equal words as (position here, position there, length), longest first."""
    seeds = {
        (i, j)
        for key in places.keys() & others.keys()
        if max(len(places[key]), len(others[key])) <= common
        for i in places[key]
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


def _places(numbers: Sequence[int], shingle: int) -> _Places:
    places: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for i in range(len(numbers) - shingle + 1):
        places[tuple(numbers[i : i + shingle])].append(i)
    return places


def _chains(runs: Sequence[_Run], reach: int) -> Iterator[tuple[int, int, int, int]]:
    """Boxes (from, to here; from, to there) around runs that follow one another within reach, longest run first."""
    left = dict.fromkeys(runs)
    starts, ends = sorted(runs), sorted(runs, key=_end)
    for run in runs:
        if run not in left:
            continue
        del left[run]
        box = (run[0], run[0] + run[2], run[1], run[1] + run[2])
        grown = True
        while grown:
            grown = False
            for near in [other for other in _beside(box, starts, ends, reach) if other in left]:
                box = _around(box, near)
                del left[near]
                grown = True
        yield box


def _end(run: _Run) -> int:
    return run[0] + run[2]


def _beside(box: tuple[int, int, int, int], starts: Sequence[_Run], ends: Sequence[_Run], reach: int) -> list[_Run]:
    """Runs that follow or precede the box on both sides, within reach."""
    after = starts[bisect_left(starts, (box[1] - 1,)) : bisect_left(starts, (box[1] + reach,))]
    before = ends[bisect_left(ends, box[0] + 1 - reach, key=_end) : bisect_right(ends, box[0] + 1, key=_end)]
    return [run for run in after if 0 <= run[1] - box[3] + 1 <= reach] + [
        run for run in before if 0 <= box[2] - run[1] - run[2] + 1 <= reach
    ]


def _around(box: tuple[int, int, int, int], run: _Run) -> tuple[int, int, int, int]:
    i, j, length = run
    return min(box[0], i), max(box[1], i + length), min(box[2], j), max(box[3], j + length)


def _best(one: Words, other: Words, box: tuple[int, int, int, int], reach: int) -> Match | None:
    """The best stretch of an alignment that goes through a box from corner to corner, and may leave it by ``reach``."""
    low, high = max(0, box[0] - reach), min(len(one.numbers), box[1] + reach)
    bottom, top = max(0, box[2] - reach), min(len(other.numbers), box[3] + reach)
    legs = ((low, box[0], bottom, box[2]), box, (box[1], high, box[3], top))
    equal = [cell for leg in legs for cell in _equal(one.numbers, other.numbers, leg)]
    if not equal:
        return None
    first, last, _ = find_stretch((i, j, 1) for i, j in equal)
    kept = _grown(one.numbers, other.numbers, equal[first : last + 1])
    a, b = (kept[0][0], kept[-1][0] + 1), (kept[0][1], kept[-1][1] + 1)
    return Match(one, other, a, b, tuple(kept))


def _equal(here: Sequence[int], there: Sequence[int], leg: tuple[int, int, int, int]) -> list[Cell]:
    """Pairs of positions that a least-edit alignment of two stretches keeps."""
    return [
        (leg[0] + step.src_start + n, leg[2] + step.dest_start + n)
        for step in Levenshtein.opcodes(here[leg[0] : leg[1]], there[leg[2] : leg[3]])
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]


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
    """Whether a match holds another; not where the other pairs what this one keeps apart, as in text said twice."""
    inside_a = match.a[0] <= found.a[0] and found.a[1] <= match.a[1]
    inside_b = match.b[0] <= found.b[0] and found.b[1] <= match.b[1]
    return inside_a and inside_b and not set(match.equal).isdisjoint(found.equal)
