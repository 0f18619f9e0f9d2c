"""Numbers in digits and words as values, without a look at what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from generator.figures.lexicon.numerals import (
    FRACTIONS,
    LOOSE_SCALES,
    ONES,
    SCALES,
    TENS,
    THOUSANDS_BY_SPACE,
    THOUSANDS_BY_STOP,
)
from generator.figures.lexicon.others import NUMERALS
from generator.words import Token

_GROUPED = {sign: regex.compile(rf"\d{{1,3}}(?:{sign}\d{{3}})+") for sign in (r"\.", ",", r"[\u00a0\u202f\u2009 ]")}
_SHORT = 2
_GROUP = 3
_SMALL = 100.0
_LONGEST_DIGITS = 15


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


def find_numbers(text: str, tokens: Sequence[Token], lang: str = "en") -> tuple[Number, ...]:
    """Every number among the tokens, in order; scales such as "million" are multiplied in."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _digits(text, tokens, at, lang) if tokens[at].kind == "number" else _worded(tokens, at, lang)
        if number is not None:
            found.append(number)
        at = number.last if number else at + 1
    return tuple(found)


def parse_digits(digits: str, lang: str = "en") -> float | None:
    """The value of a numeral with its separators, by the language's habit; ``None`` for times and the like."""
    if ":" in digits or len(digits) > _LONGEST_DIGITS:
        return None
    stop, comma = r"\.", ","
    group, decimal = (stop, comma) if lang[:2] in THOUSANDS_BY_STOP else (comma, ".")
    if lang[:2] in THOUSANDS_BY_SPACE:
        decimal = comma
    plain = regex.sub(r"[\u00a0\u202f\u2009 ]", "", digits)
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
    factor, last = _scale(tokens, last)
    return Number(at, last, value * factor, digits=True, factor=factor)


def _continues(text: str, tokens: Sequence[Token], at: int, last: int, lang: str) -> bool:
    """Whether the next token is a further group of three after a plain space: 10 000."""
    before, token = tokens[last - 1], tokens[last]
    if token.kind != "number" or text[before.end : token.start] != " " or token.end - token.start != _GROUP:
        return False
    spaced = lang[:2] in THOUSANDS_BY_SPACE or text[token.start : token.end] == "000"
    first = text[tokens[at].start : tokens[at].end]
    return spaced and len(first) <= _GROUP and text[tokens[at].start : before.end].replace(" ", "").isdecimal()


def _scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """The scale words that follow a number, multiplied, and the index after them."""
    factor = 1.0
    while at < len(tokens):
        word, gap = tokens[at].folded, tokens[at].start - tokens[at - 1].end
        hyphen = word == "-" and gap == 0 and at + 1 < len(tokens) and tokens[at + 1].folded in SCALES
        place = at + 1 if hyphen else at
        word = tokens[place].folded
        if word not in SCALES or (len(word) <= _SHORT and word.isascii() and (gap or hyphen)):
            break
        factor, at = factor * SCALES[word], place + 1
        if at < len(tokens) and tokens[at].folded == "." and word in ("mio", "mrd", "тис", "млн", "млрд"):
            at += 1
    return factor, at


def _worded(tokens: Sequence[Token], at: int, lang: str) -> Number | None:
    """A number written in words of the article's language; in others than English one word, and a scale behind it."""
    lang = lang[:2].lower()
    if lang == "en":
        return _words(tokens, at)
    value = NUMERALS.get(lang, {}).get(tokens[at].folded)
    if value is None or _compound(tokens, at, lang):
        return None
    factor, last = _scale(tokens, at + 1)
    return Number(at, last, value * factor, digits=False, factor=factor)


def _compound(tokens: Sequence[Token], at: int, lang: str) -> bool:
    """Whether a number word is one part of several: quatre-vingt-deux, treinta y dos."""
    near = [token.folded for token in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 3])]
    return any(word in NUMERALS[lang] for word in near)


def _words(tokens: Sequence[Token], at: int) -> Number | None:
    """A number written in words: "twenty-five", "a dozen", "two hundred and six", "hundreds of thousands"."""
    word = tokens[at].folded
    if word in LOOSE_SCALES or word == "tens":
        return _loose(tokens, at)
    if word in ("a", "an", "half") and _article_before_scale(tokens, at):
        half = 0.5 if word == "half" else 1.0
        start = at + (2 if word == "half" and tokens[at + 1].folded in ("a", "of") else 1)
        factor, last = _scale(tokens, start) if start < len(tokens) else (1.0, at)
        return Number(at, last, half * factor, digits=False) if last > start else None
    if word in FRACTIONS or word in ("a", "one"):
        fraction = _fraction(tokens, at)
        if fraction:
            return fraction
    if word not in ONES and word not in TENS:
        return None
    fraction = _fraction(tokens, at)
    if fraction:
        return fraction
    return _spelled(tokens, at)


def _fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """Two-thirds of, a third of, half of; ``None`` where no "of" follows."""
    times, place = 1.0, at
    if tokens[at].folded in ONES or tokens[at].folded == "a":
        times, place = ONES.get(tokens[at].folded, 1.0), at + 1
        place += place < len(tokens) and tokens[place].folded == "-"
    words = [token.folded for token in tokens[place : place + 2]]
    if len(words) < 2 or words[0] not in FRACTIONS or words[1] != "of":  # noqa: PLR2004  # a part and "of"
        return None
    return Number(at, place + 1, times * FRACTIONS[words[0]], digits=False, share=True)


def _article_before_scale(tokens: Sequence[Token], at: int) -> bool:
    ahead = [token.folded for token in tokens[at + 1 : at + 3]]
    if tokens[at].folded == "half":
        return ahead[:1] == ["a"] and ahead[1:] != [] and ahead[1] in SCALES and len(ahead[1]) > _SHORT + 1
    return bool(ahead) and ahead[0] in ("hundred", "dozen", "thousand", "million", "billion", "trillion")


def _loose(tokens: Sequence[Token], at: int) -> Number | None:
    """Plural scales, which count only before "of": dozens of, tens of thousands of."""
    value, last = LOOSE_SCALES.get(tokens[at].folded, 10.0), at + 1
    while last + 1 < len(tokens) and tokens[last].folded == "of" and tokens[last + 1].folded in LOOSE_SCALES:
        value, last = value * LOOSE_SCALES[tokens[last + 1].folded], last + 2
    plain_tens = tokens[at].folded == "tens" and last == at + 1
    return None if plain_tens else Number(at, last, value, digits=False, loose=True)


def _spelled(tokens: Sequence[Token], at: int) -> Number | None:
    """Add and multiply number words as they come."""
    total, part, last, place = 0.0, 0.0, at, at
    while place < len(tokens):
        word = tokens[place].folded
        if word in ONES and (part % _SMALL == 0 or (part % 10 == 0 and part % _SMALL >= 20 and ONES[word] < 10)):  # noqa: PLR2004  # twenty to ninety take a digit
            part += ONES[word]
        elif word in TENS and part % _SMALL == 0:
            part += TENS[word]
        elif word == "hundred" and 0 < part < _SMALL:
            part *= _SMALL
        elif word in SCALES and len(word) > _SHORT and part and word != "hundred":
            total, part = total + part * SCALES[word], 0.0
        elif not (
            word in ("-", "and")
            and last == place
            and _number_word(tokens, place + 1)
            and (word == "-" or part >= _SMALL or total)
        ):
            break
        else:
            place += 1
            continue
        place += 1
        last = place
    return Number(at, last, total + part, digits=False)


def _number_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].folded in ONES or tokens[at].folded in TENS)
