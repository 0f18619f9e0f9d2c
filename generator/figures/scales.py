"""A number as read, and the scale words behind it: thousand, million, bn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.lexicon.money import CODES, CURRENCIES, SPOKEN
from generator.figures.lexicon.numerals import SCALES
from generator.figures.lexicon.units import UNITS
from generator.figures.nouns import is_plural
from generator.words import Token

_SHORT = 2


@dataclass(frozen=True, slots=True)
class Number:
    """A value and the tokens that say it, the first and one past the last.

    ``loose`` is for "hundreds of", ``share`` for "half of"; ``factor`` is what scale words multiplied digits by.
    """

    first: int
    last: int
    value: float
    digits: bool
    loose: bool = False
    share: bool = False
    factor: float = 1.0


def is_money_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a currency stands right before a number, a sign between them or not."""
    before = {tokens[place].folded for place in range(max(0, at - 2), at)}
    return not before.isdisjoint(CURRENCIES) or (at > 0 and tokens[at - 1].folded in CODES)


def _is_unit(text: str, tokens: Sequence[Token], at: int, *, money: bool) -> bool:
    """Whether a letter behind digits is a unit, not a scale: 37m long, 5mm; but 37m people, 37M and $37m."""
    word = tokens[at].folded
    if word not in UNITS or len(word) > _SHORT or not word.isascii():
        return False
    following = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    if text[tokens[at].start : tokens[at].end] in ("M", "K", "B", "T"):
        return False
    return not money and not (word == "m" and (is_plural(following) or following in SPOKEN))


def find_scale(text: str, tokens: Sequence[Token], at: int, *, money: bool = False) -> tuple[float, int]:
    """The scale words that follow a number, multiplied, and the index after them."""
    factor = 1.0
    while at < len(tokens):
        word, gap = tokens[at].folded, tokens[at].start - tokens[at - 1].end
        hyphen = word == "-" and gap == 0 and at + 1 < len(tokens) and tokens[at + 1].folded in SCALES
        place = at + 1 if hyphen else at
        word = tokens[place].folded
        if word not in SCALES or (len(word) <= _SHORT and word.isascii() and (gap > money or hyphen)):
            break
        if _is_unit(text, tokens, place, money=money):
            break
        factor, at = factor * SCALES[word], place + 1
        if at < len(tokens) and tokens[at].folded == "." and word in ("mio", "mrd", "тис", "млн", "млрд"):
            at += 1
    return factor, at
