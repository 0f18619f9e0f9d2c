"""Amounts that an article gives twice, in two units: 2m euros ($2.6m), seven miles (11 km)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from generator.figures.lexicon.money import is_money
from generator.figures.lexicon.units import DIMENSIONS
from generator.model import Event, Figure

Amount = tuple[str, float]
"""A unit and a value in it."""

_BESIDE = regex.compile(r"\s*(?:\(|;|/|,?\s+or\b|,?\s+which\s+is\b)\s*(?:\p{L}{2,3}\s*)?")
_FARTHEST = 16


def find_conversions(event: Event, ordered: Sequence[Figure]) -> dict[Amount, Amount]:
    """For each amount given in two units anywhere in the event, the one that stands for both: the first by name.

    ``ordered`` are the event's figures by place. Only amounts of one kind are the same: money, lengths, weights.
    """
    leader: dict[Amount, Amount] = {}
    for one, other in _twice(event, ordered):
        low, high = sorted((lead(leader, one), lead(leader, other)))
        if low != high:
            leader[high] = low
    return {amount: lead(leader, amount) for amount in leader}


def lead(leader: dict[Amount, Amount], amount: Amount) -> Amount:
    """The amount that stands for another."""
    while amount in leader:
        amount = leader[amount]
    return amount


def _twice(event: Event, ordered: Sequence[Figure]) -> Iterator[tuple[Amount, Amount]]:
    for one, other in pairwise(ordered):
        gap = other.span.start - one.span.end
        if one.span.siglum != other.span.siglum or not 0 <= gap <= _FARTHEST or one.unit == other.unit:
            continue
        between = event.article(one.span.siglum).text[one.span.end : other.span.start]
        kind = _kind(one.unit)
        if (
            kind
            and kind == _kind(other.unit)
            and one.high is None
            and other.high is None
            and _BESIDE.fullmatch(between)
        ):
            yield (one.unit, one.value), (other.unit, other.value)


def _kind(unit: str) -> str:
    return "money" if is_money(unit) and " per " not in unit else DIMENSIONS.get(unit, "")
