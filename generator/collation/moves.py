"""Words that one text has elsewhere: runs that stand in a deletion here and in an insertion there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Move:
    """A run of equal words: where it begins among the words of either text, and how many they are."""

    at: int
    to: int
    length: int


def find_moves(left: Sequence[tuple[int, str]], right: Sequence[tuple[int, str]], *, least: int) -> tuple[Move, ...]:
    """The longest runs of equal words among those left out of an alignment, each word in one run at most.

    ``left`` and ``right`` are the words of either text that were not aligned, each with its number among all words of
    its text; a run holds successive numbers. Heckel (1978) found moves so, by blocks of lines.
    """
    rows = dict(left)
    free = dict(right)
    homes: dict[str, list[int]] = {}
    for number, word in right:
        homes.setdefault(word, []).append(number)
    found = sorted(_runs(rows, free, homes, least), key=lambda move: (-move.length, move.at, move.to))
    chosen: list[Move] = []
    for move in found:
        if not any(_meet(move, other) for other in chosen):
            chosen.append(move)
    return tuple(sorted(chosen, key=lambda move: move.at))


def _runs(rows: dict[int, str], free: dict[int, str], homes: dict[str, list[int]], least: int) -> Iterator[Move]:
    """Maximal runs of equal words, each from its first word."""
    for at, word in rows.items():
        for to in homes.get(word, ()):
            if rows.get(at - 1, "") == free.get(to - 1, " "):
                continue
            length = 1
            while at + length in rows and rows[at + length] == free.get(to + length):
                length += 1
            if length >= least:
                yield Move(at, to, length)


def _meet(one: Move, other: Move) -> bool:
    apart = one.at + one.length <= other.at or other.at + other.length <= one.at
    apart_too = one.to + one.length <= other.to or other.to + other.length <= one.to
    return not (apart and apart_too)
