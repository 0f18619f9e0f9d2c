"""Runs of equal, deleted and inserted words: Myers' algorithm as Google's diff-match-patch implements it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diff_match_patch import diff_match_patch

from generator.model import Operation

Runs = list[tuple[Operation, int]]

_FIRST = 0xF0000  # plane 15, private use: no letter, digit or space, so the clean-up sees only words
_CAPACITY = 0x10FFFE - _FIRST
_CRUMB, _SHORT = 2, 3  # words between two changes; letters of such a word
_NAMES: dict[int, Operation] = {-1: "delete", 0: "keep", 1: "insert"}


def align(left: Sequence[str], right: Sequence[str]) -> Runs:
    """Runs of equal, deleted and inserted items, one private-use character an item."""
    codes: dict[str, int] = {}
    for item in (*left, *right):
        codes.setdefault(item, len(codes))
    if len(codes) > _CAPACITY:
        raise ValueError("passages hold more different words than can be told apart")
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # a time limit would make the result depend on the machine's load
    diffs = differ.diff_main(_encoded(left, codes), _encoded(right, codes), False)  # noqa: FBT003 - its own signature
    return [(_NAMES[operation], len(text)) for operation, text in diffs]


def clean(runs: Runs, left: Sequence[str]) -> Iterator[tuple[Operation, int]]:
    """Take a crumb between two changes into them: alignment keeps "the" and "of" wherever it can, to no one's use.

    Short words are mostly function words (Zipf's law of abbreviation). (diff-match-patch's own clean-up weighs lengths
    in characters; in words it would drop a name that stands alone.)
    """
    at = 0
    for n, (operation, count) in enumerate(runs):
        inner = 0 < n < len(runs) - 1
        if operation == "keep" and inner and count <= _CRUMB and _are_short(left[at : at + count]):
            yield from (("delete", count), ("insert", count))
        else:
            yield operation, count
        at += 0 if operation == "insert" else count


def matches(runs: Iterator[tuple[Operation, int]] | Runs) -> Iterator[tuple[int, int]]:
    """The places of equal items on both sides, in order."""
    at, to = 0, 0
    for operation, count in runs:
        if operation == "keep":
            yield from ((at + n, to + n) for n in range(count))
        at += 0 if operation == "insert" else count
        to += 0 if operation == "delete" else count


def _are_short(words: Sequence[str]) -> bool:
    return all(len(word) <= _SHORT and not any(map(str.isdigit, word)) for word in words)


def _encoded(items: Sequence[str], codes: dict[str, int]) -> str:
    return "".join(chr(_FIRST + codes[item]) for item in items)
