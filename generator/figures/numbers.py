"""Numbers in digits and words as values, without a look at what they count."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

import regex

from generator.figures.lexicon.numerals import THOUSANDS_BY_SPACE, THOUSANDS_BY_STOP
from generator.figures.scales import Number, find_scale, is_money_before
from generator.figures.tokens import is_beside, word_at
from generator.figures.worded import find_worded
from generator.words import Token

_GROUPED = {sign: regex.compile(rf"\d{{1,3}}(?:{sign}\d{{3}})+") for sign in (r"\.", ",", r"[\u00a0\u202f\u2009 ]")}
_GROUP = 3
_LONGEST_DIGITS = 15


def find_numbers(text: str, tokens: Sequence[Token], lang: str = "en") -> tuple[Number, ...]:
    """Every number among the tokens, in order; scales such as "million" are multiplied in."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _digits(text, tokens, at, lang) if tokens[at].kind == "number" else find_worded(text, tokens, at, lang)
        if number is not None and isfinite(number.value):  # "million" said a hundred times is no number
            found.append(number)
        at = number.last if number else at + 1
    return tuple(found)


def parse_digits(digits: str, lang: str = "en") -> float | None:
    """The value of a numeral with its separators, by the language's habit; ``None`` for times and the like."""
    if ":" in digits or len(digits) > _LONGEST_DIGITS:
        return None
    if digits.isdecimal():
        return float(digits)
    stop, comma = r"\.", ","
    group, decimal = (stop, comma) if lang[:2] in THOUSANDS_BY_STOP else (comma, ".")
    if lang[:2] in THOUSANDS_BY_SPACE:
        decimal = comma
    plain = regex.sub(r"[\u00a0\u202f\u2009 ]", "", digits)
    if plain.startswith("."):
        plain = f"0{plain}"
    whole, _, fraction = (
        plain.partition(decimal)
        if plain.count(decimal) == 1 and not _is_grouped(plain, decimal, lang)
        else (plain, "", "")
    )
    for sign in (group, stop, comma):
        if _GROUPED[sign].fullmatch(whole):
            whole = regex.sub(sign, "", whole)
    return float(f"{whole}.{fraction or 0}") if whole.isdecimal() and (not fraction or fraction.isdecimal()) else None


def _is_grouped(plain: str, decimal: str, lang: str) -> bool:
    """Whether the sign that could be decimal groups thousands here: "10,000" outside the lands of the comma."""
    return (
        decimal == ","
        and lang[:2] in THOUSANDS_BY_SPACE
        and bool(_GROUPED[","].fullmatch(plain))
        and plain.endswith("000")
    )


def _digits(text: str, tokens: Sequence[Token], at: int, lang: str) -> Number | None:
    last = at + 1
    while last < len(tokens) and _continues(text, tokens, at, last, lang):
        last += 1
    value = parse_digits(text[tokens[at].start : tokens[last - 1].end], lang)
    if value is None:
        return None
    part = _fraction(text, tokens, last)
    if part:
        return Number(at, part[0], value / part[1], digits=True, share=word_at(tokens, part[0]) == "of")
    factor, last = find_scale(text, tokens, last, money=is_money_before(tokens, at))
    return Number(at, last, value * factor, digits=True, factor=factor)


def _fraction(text: str, tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    """What a number is divided by, and the index after it: 1/16 of."""
    if word_at(tokens, at) not in ("/", "\u2044") or not (is_beside(tokens, at) and is_beside(tokens, at + 1)):
        return None
    if word_at(tokens, at + 2) != "of" or tokens[at + 1].kind != "number":
        return None
    value = parse_digits(text[tokens[at + 1].start : tokens[at + 1].end])
    return (at + 2, value) if value else None


def _continues(text: str, tokens: Sequence[Token], at: int, last: int, lang: str) -> bool:
    """Whether the next token is a further group of three after a plain space: 10 000."""
    before, token = tokens[last - 1], tokens[last]
    if token.kind != "number" or text[before.end : token.start] != " " or token.end - token.start != _GROUP:
        return False
    spaced = lang[:2] in THOUSANDS_BY_SPACE or text[token.start : token.end] == "000"
    first = text[tokens[at].start : tokens[at].end]
    return spaced and len(first) <= _GROUP and text[tokens[at].start : before.end].replace(" ", "").isdecimal()
