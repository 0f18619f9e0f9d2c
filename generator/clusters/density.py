"""Where two articles share many words close together, in order, however edited: the candidate step that misses none.

Runs of equal words miss a passage with a change in every third word. So one article is laid against all others at once
by local alignment (Smith and Waterman 1981) with bit-parallel rows (after Wu and Manber 1992, Myers 1999): each row is
a whole number for each score, in which bit j says whether an alignment that ends at word j reaches that score. An
equal word earns ``_earns``, a word without its equal costs one, so every passage of the length and likeness asked for
reaches the score that is looked for. What reaches it is then proved, or dropped, by an exact chaining of equal words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import ceil, floor
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from generator.clusters.reading import Words

Cell = tuple[int, int]
Hits = Mapping[tuple[str, str], Sequence[Cell]]
_FAR = np.int32(1 << 20)
_MOST = (
    20  # places in each other article, on average, that a word is tried at: text of one word only has no end of them
)


def find_hits(articles: Sequence[Words], *, words: int, identity: float, most_cells: float) -> Hits:
    """Equal words of two articles of different outlets, by their sigla, near which ``words`` equal ones may stand.

    ``identity`` is the share of words that must be equal (twice the equal ones over all). No passage is missed, except
    where the articles' lengths multiply to more than ``most_cells``: what is past that is not looked at. In text that
    repeats itself without end, a word is tried at ``_MOST`` places in each other article.
    """
    earns, least = _scores(words, identity)
    starts, places = _lay_out(articles, pad=least + 1)
    found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for n, one in enumerate(articles):
        others = [(starts[m], m) for m in range(n + 1, len(articles)) if articles[m].outlet != one.outlet]
        most_cells -= len(one.numbers) * sum(len(articles[m].numbers) for _, m in others)
        if not others or most_cells < 0:
            continue
        first = others[0][0]
        wanted = sum(((1 << len(articles[m].numbers)) - 1) << (start - first) for start, m in others)
        own = {word: _mask(places[word], first) & wanted for word in set(one.numbers)}
        for i, j in _sweep([own[word] for word in one.numbers], earns, least, _MOST * len(others)):
            start, m = others[bisect_right(others, first + j, key=itemgetter(0)) - 1]
            found[one.siglum, articles[m].siglum].append((i, first + j - start))
    return found


def _scores(words: int, identity: float) -> tuple[int, int]:
    """What an equal word earns where any other costs one, and the score that every passage asked for reaches."""
    slack = 2 * (1 - identity) / identity  # words without an equal, for each with one
    earns = max(1, ceil(2.5 * slack))
    return earns, max(1, floor(words * (earns - slack)))


def _lay_out(articles: Sequence[Words], *, pad: int) -> tuple[list[int], dict[int, list[int]]]:
    """Where each article starts when all stand in a row, so far apart that no score lasts, and each word's places."""
    starts, at = [], 0
    places: dict[int, list[int]] = defaultdict(list)
    for words in articles:
        starts.append(at)
        for n, word in enumerate(words.numbers, at):
            places[word].append(n)
        at += len(words.numbers) + pad
    return starts, places


def _mask(places: Sequence[int], first: int) -> int:
    """Places in ascending order as bits of a number, counted from the first one looked at."""
    later = places[bisect_left(places, first) :]
    if not later:
        return 0
    bits = bytearray((later[-1] - first) // 8 + 1)
    for place in later:
        bits[place - first >> 3] |= 1 << (place - first & 7)
    return int.from_bytes(bits, "little")


def _sweep(rows: Sequence[int], earns: int, least: int, most: int) -> Iterator[Cell]:
    """Equal words at which a local alignment scores ``least``, ``most`` a row; higher scores count as ``least``."""
    scores = [0] * (least + 2)
    for i, equal in enumerate(rows):
        here, above = [0] * (least + 2), 0
        for score in range(least, 0, -1):
            before = scores[score - earns] << 1 if score > earns else equal
            above = before & equal | scores[score + 1] | above << 1
            here[score] = above
        scores = here
        reached = scores[least] & equal
        for _ in range(most):
            if not reached:
                break
            lowest = reached & -reached
            yield i, lowest.bit_length() - 1
            reached ^= lowest


def find_chains(
    one: Words,
    other: Words,
    hit: Cell,
    *,
    words: int,
    identity: float,
    around: int,
    is_known: Callable[[tuple[Cell, Cell]], bool],
) -> Iterator[tuple[Cell, ...]]:
    """The passages that hold a hit or a word within ``around`` of it, as their equal words; more may come with them.

    Those are left out whose first and last equal words ``is_known`` says it knows.

    A passage holds one of fewer than ``2 * words - 1`` equal words that is as much alike (cut it where two parts share
    an equal word: one of them has no more than its share of the others), so only the surroundings are looked at: for
    each end, the fewest words left out by a chain of so many equal words, by dynamic programming.
    """
    slack = 2 * (1 - identity) / identity
    most = 2 * words - 2
    skipped = floor(slack * most)
    cells = _within(_equal_cells(one, other, hit, around + most + skipped), hit, around, most, skipped)
    if len(cells) < words:
        return
    gaps = _gaps(cells, skipped)
    rows = np.arange(len(cells))
    fewest, back = np.zeros(len(cells), dtype=np.int32), []
    begun, ended = rows, set[int]()
    for size in range(2, most + 1):
        totals = gaps + fewest
        back.append(totals.argmin(axis=1))
        begun = begun[back[-1]]
        fewest = totals[rows, back[-1]]
        if fewest.min() > slack * most:
            break
        ends = np.flatnonzero(fewest <= slack * size).tolist() if size >= words else ()
        for end in (end for end in ends if end not in ended):
            ended.add(end)
            if not is_known((_cell(cells, begun[end]), _cell(cells, end))):
                yield tuple(_cell(cells, at) for at in _walk(back, end))


def _equal_cells(one: Words, other: Words, hit: Cell, reach: int) -> npt.NDArray[np.int32]:
    low, bottom = max(0, hit[0] - reach), max(0, hit[1] - reach)
    here = np.array(one.numbers[low : hit[0] + reach + 1], dtype=np.int64)
    there = np.array(other.numbers[bottom : hit[1] + reach + 1], dtype=np.int64)
    i, j = np.nonzero(here[:, None] == there[None, :])
    found: npt.NDArray[np.int32] = np.column_stack((i + low, j + bottom)).astype(np.int32)
    return found


def _within(cells: npt.NDArray[np.int32], hit: Cell, around: int, length: int, slack: int) -> npt.NDArray[np.int32]:
    """The cells that a chain with one cell ``around`` a hit can hold, of ``length`` cells and ``slack`` words left out.

    They stand before that one on both sides or behind it on both, and their offsets are no more than the slack apart.
    """
    right, down = cells[:, 0] - hit[0], cells[:, 1] - hit[1]
    in_order = (np.minimum(right, down) >= -around) | (np.maximum(right, down) <= around)
    near = np.abs(right + down) <= 2 * (around + length) + slack
    found: npt.NDArray[np.int32] = cells[in_order & near & (np.abs(right - down) <= 2 * around + slack)]
    return found


def _cell(cells: npt.NDArray[np.int32], at: int | np.intp) -> Cell:
    return int(cells[at, 0]), int(cells[at, 1])


def _gaps(cells: npt.NDArray[np.int32], most: int) -> npt.NDArray[np.int32]:
    """Words left out between each cell, by row, and each that may stand before it, by column."""
    steps, falls = (cells[:, None, side] - cells[None, :, side] for side in (0, 1))
    gaps: npt.NDArray[np.int32] = steps + falls - 2
    gaps[(steps <= 0) | (falls <= 0) | (gaps > most)] = _FAR
    return gaps


def _walk(back: Sequence[npt.NDArray[np.intp]], end: int) -> list[int]:
    chain = [end]
    for step in reversed(back):
        chain.append(int(step[chain[-1]]))
    return chain[::-1]
