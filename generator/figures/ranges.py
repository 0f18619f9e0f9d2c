"""Two numbers that are one figure: the ends of a range, and one in so many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.cues.english import DETERMINERS
from generator.figures.bounds import words_before
from generator.figures.lexicon.names import YEAR_LEADS
from generator.figures.lexicon.numerals import FRAMES, TO
from generator.figures.measures import Part, measure
from generator.figures.nouns import is_plural
from generator.figures.scales import Number
from generator.figures.scores import find_score
from generator.figures.tokens import is_beside, word_at
from generator.words import Token

_APART = 8
_BETWEEN = frozenset({"between", "zwischen", "entre", "між"})
_CLAUSE = frozenset({"and", "or", "but", "that", "who"})
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def find_parts(text: str, tokens: Sequence[Token], numbers: Sequence[Number], lang: str) -> Iterator[Part]:
    """The numbers with their units, two ends of a range as one."""
    parts = [measure(text, tokens, number) for number in numbers]
    parts = [part for part in parts if not _dates(text, tokens, part)]
    parts = [_ceded(part, other) for part, other in zip_longest(parts, parts[1:])]
    parts = [_of_whole(tokens, part, other) for part, other in zip_longest(parts, parts[1:])]
    place = 0
    while place < len(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        joined = _join(tokens, parts[place], following, lang[:2].lower()) if following else None
        yield joined or parts[place]
        place += 2 if joined else 1


def _ceded(part: Part, following: Part | None) -> Part:
    """A currency between two numbers belongs to the second."""
    if following is None or part.last <= following.first:
        return part
    return replace(part, last=part.number.last, unit="")


def _of_whole(tokens: Sequence[Token], part: Part, whole: Part | None) -> Part:
    """A number takes the unit of the whole it is part of: 280 million of the 1.5 billion crowns."""
    if part.unit or whole is None or not whole.unit or whole.first != part.last + 2:
        return part
    link = word_at(tokens, part.last) == "of" and word_at(tokens, part.last + 1) in DETERMINERS
    return replace(part, unit=whole.unit) if link else part


def _dates(text: str, tokens: Sequence[Token], part: Part) -> bool:
    """Whether a number is a year or an hour that something was in, so that it parts no range: from 5 in 2019 to 9."""
    digits = text[tokens[part.first].start : tokens[part.last - 1].end]
    if word_at(tokens, part.last) in ("am", "pm", "a.m", "p.m"):
        return True
    year = len(digits) == 4 and digits.isdecimal() and _FIRST_YEAR <= part.value < _LAST_YEAR  # noqa: PLR2004  # a year
    return year and word_at(tokens, part.first - 1) in YEAR_LEADS - {"for", "of", "to"} and _closed(tokens, part.last)


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing that could be counted follows."""
    return at >= len(tokens) or tokens[at].kind == "mark" or word_at(tokens, at) in ("to", "and", "for", "in")


def _join(tokens: Sequence[Token], low: Part, high: Part, lang: str) -> Part | None:
    return find_score(tokens, low, high) or _joined(tokens, low, high, lang)


def _joined(tokens: Sequence[Token], low: Part, high: Part, lang: str) -> Part | None:
    """One figure of two numbers, if they are its ends."""
    if low.number.loose or high.number.loose or high.first - low.last > _APART:
        return None
    if _is_one_in(tokens, low, high):
        return replace(low, last=high.last, value=low.value / high.value, unit="share")
    framed = _framed(tokens, low, high, lang)
    if framed is None and not _linked(tokens, low, high, TO.get(lang, frozenset())):
        return None
    # In "8-10 million" the scale stands once for both.
    factor = high.number.factor if low.number.factor == 1 and low.value < high.value / high.number.factor else 1.0
    value = low.value * factor
    falls = framed is not None and word_at(tokens, framed) not in _BETWEEN
    if value == high.value or (value > high.value and not falls):
        return None
    first = framed if framed is not None else low.first
    ends = sorted((value, high.value))
    return replace(
        low, first=first, last=high.last, value=ends[0], unit=max(high.unit, low.unit, key=len), high=ends[1]
    )


def _is_one_in(tokens: Sequence[Token], low: Part, high: Part) -> bool:
    """One in four, two out of three."""
    if high.first - low.last not in (1, 2) or low.unit or high.unit or not low.value < high.value:
        return False
    link = [word_at(tokens, at) for at in range(low.last, high.first)]
    few = low.value == 1 or (low.first == 0 and not low.number.digits and not high.number.digits)
    return (link == ["in"] and few) or link == ["out", "of"]


def _linked(tokens: Sequence[Token], low: Part, high: Part, to: frozenset[str]) -> bool:
    """A to B, A-B, two or three, with nothing but the link between."""
    if high.first != low.last + 1 or low.unit not in ("", high.unit):
        return False
    link = word_at(tokens, low.last)
    if link in to:
        return word_at(tokens, low.first - 1) != "by" or not low.unit
    return link == "-" or (link == "or" and not low.number.digits and high.value == low.value + 1)


def _framed(tokens: Sequence[Token], low: Part, high: Part, lang: str) -> int | None:
    """Where "between A and B" or "from A to B" begins, a few words apart at most; ``None`` if it does not."""
    lead = low.first - words_before(tokens, low.first, lang) - 1
    links = FRAMES.get(lang, {}).get(word_at(tokens, lead))
    if links is None:
        return None
    link = high.first - words_before(tokens, high.first, lang) - 1
    gap = tokens[low.last : link]
    plain = all(token.kind != "mark" and token.folded not in links | _CLAUSE for token in gap)
    if word_at(tokens, link) not in links or not plain or not _same_unit(low, high):
        return None
    others = not low.unit and not high.unit and any(is_plural(token.folded) for token in gap)
    return None if others and is_plural(word_at(tokens, high.last)) else lead


def _same_unit(low: Part, high: Part) -> bool:
    """Whether two ends can share a unit: one may stand for both, and "a barrel" be said once."""
    if low.unit == "percent" and not high.unit and high.number.factor > 1:
        return False
    one, other = sorted((low.unit, high.unit), key=len)
    return other == one or not one or other.startswith(f"{one} per ")


def is_hyphened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen follows without a space."""
    return word_at(tokens, at) == "-" and is_beside(tokens, at)
