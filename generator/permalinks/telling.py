"""What two texts have in common, in order: whether one still tells what another told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq


def common_words(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words of the first text that stand in the other too, in order."""
    steps = LCSseq.opcodes(words, others)
    return [word for step in steps if step.tag == "equal" for word in words[step.src_start : step.src_end]]


def says_much(words: Sequence[str], *, few_words: int = 3) -> bool:
    """Whether words tell more than chance would: there are ``few_words`` of them, or a number among them."""
    return len(words) >= few_words or any(word.isdecimal() for word in words)


def tells(words: Sequence[str], others: Sequence[str], *, least: float = 0.5) -> bool:
    """Whether two texts have ``least`` of the words of the shorter in common, and do not contradict each other."""
    found = common_words(words, others)
    return says_much(found) and len(found) >= least * min(len(words), len(others)) and not contradict(words, others)


def contradict(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether both name numbers, and none in common: one formula with another count tells another thing."""
    mine, theirs = ({word for word in told if word.isdecimal()} for told in (words, others))
    return bool(mine and theirs) and not mine & theirs
