"""Scores, records and votes: two numbers with a hyphen, the first against the second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.figures.lexicon.names import SCORING
from generator.figures.measures import Part
from generator.figures.tokens import is_beside, word_at
from generator.words import Token

_BEFORE, _BEHIND = 10, 8
_MOST = 400
AGAINST = "against "
"""How the unit of a score begins; its second number follows."""


def find_score(tokens: Sequence[Token], first: Part, second: Part) -> Part | None:
    """A score of two whole numbers, 20-13 or 20 to 13: the first is no less than the second, or one wins nearby.

    Its value is the first number, its unit "against" the second.
    """
    if not _is_pair(tokens, first, second):
        return None
    near = {word_at(tokens, at) for at in range(first.first - _BEFORE, second.last + _BEHIND)}
    if first.value < second.value and not near & SCORING:
        return None
    spoken = word_at(tokens, first.last) == "to"
    if spoken and (first.value < second.value or word_at(tokens, first.first - 1) == "from"):
        return None
    if near.isdisjoint(SCORING) and (spoken or word_at(tokens, first.first - 1) in (".", "#") or second.value == 0):
        return None
    return replace(first, last=second.last, unit=f"{AGAINST}{second.value:.0f}")


def _is_pair(tokens: Sequence[Token], first: Part, second: Part) -> bool:
    """Whether two bare numbers below a few hundred stand about a hyphen, and no third behind."""
    link = word_at(tokens, first.last)
    if second.first != first.last + 1 or link not in ("-", "to") or first.signed:
        return False
    joined = link == "to" or (is_beside(tokens, first.last) and is_beside(tokens, second.first))
    chained = word_at(tokens, second.last) == "-" and is_beside(tokens, second.last)
    chained = chained or (word_at(tokens, first.first - 1) in ("-", "/") and is_beside(tokens, first.first))
    plain = all(
        part.number.digits and not part.unit and part.value == int(part.value) and part.value <= _MOST
        for part in (first, second)
    )
    return joined and plain and not chained
