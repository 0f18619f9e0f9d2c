"""When a number without a unit or a noun behind it is a figure all the same, and when one with them is none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.lexicon.bounds import FALLS, LEVELS, RISES
from generator.figures.lexicon.calendar import AGO
from generator.figures.lexicon.nouns import LONE, PARENTS
from generator.figures.lexicon.numerals import FRAMES
from generator.figures.lexicon.units import AGES, TIME_UNITS
from generator.figures.lexicon.verbs import HARMS
from generator.figures.measures import Part
from generator.figures.nouns import Counted
from generator.figures.scales import Number
from generator.figures.tokens import word_at
from generator.model import Bound
from generator.words import Token

_FEW = 3
_REACH = 8
_THOUSAND = 1000
_LARGE = 10_000
_OLDEST = 120
_FIRST_RECENT, _LAST_RECENT, _ROUND = 1950, 2050, 50
_FRAMES = frozenset(word for table in FRAMES.values() for word in table)
_AGEING = frozenset({"aged", "age", "ages", "turned", "turns", "turning"})
_WHO = frozenset({"he", "she", "i", "who", "he's", "she's"})
_BE = frozenset({"is", "was", "be", "were", "am"})


def weighs(text: str, tokens: Sequence[Token], part: Part, bound: Bound) -> bool:
    """Whether a number says by itself that it counts: 64,900, 240 million, between 50 and 70, up by 3."""
    number = part.number
    if not number.digits:
        return False
    if (part.high is not None and word_at(tokens, part.first) in _FRAMES) or bound in ("up", "down"):
        return True
    written = text[tokens[number.first].start : tokens[number.last - 1].end]
    following = tokens[number.last] if number.last < len(tokens) else None
    named = following is not None and following.kind == "word" and text[following.start].isupper()
    large = (number.value >= _LARGE and not named) or (number.value >= _THOUSAND and not written.isdecimal())
    if word_at(tokens, number.first - 1) == "of" and word_at(tokens, number.first - 2) in PARENTS:
        return True
    return number.factor > 1 or large or (number.value != int(number.value) and _is_level(tokens, number.first))


def _is_level(tokens: Sequence[Token], first: int) -> bool:
    """Whether a decimal is where a quotation stands: rose to 3.65, closed at 132.86."""
    words = [word_at(tokens, at) for at in range(max(0, first - _REACH), first)]
    moved = any(word in RISES or word in FALLS for word in words)
    return (words[-1:] == ["to"] and moved) or (words[-1:] == ["at"] and (moved or not LEVELS.isdisjoint(words)))


def points_back(tokens: Sequence[Token], part: Part, bound: Bound, *, counts: bool, lang: str) -> bool:
    """One of them, the two, a year ago: numbers that point at something instead of counting it."""
    if part.unit in TIME_UNITS and _is_ago(tokens, part, lang[:2].lower()):
        return True
    if part.number.digits or part.high is not None or part.number.last - part.number.first > 1 or part.unit:
        return False
    before = word_at(tokens, part.first - 1)
    if part.value == 1:
        return before not in HARMS and (bound == "exact" or not counts)
    return before in ("the", "these", "those", "both", "all") and part.value <= _FEW


def _is_ago(tokens: Sequence[Token], part: Part, lang: str) -> bool:
    """So long ago: a date, not a duration; vor drei Tagen, il y a trois jours."""
    before, behind = AGO.get(lang, ("", ""))
    if behind:
        return word_at(tokens, part.last) == behind
    words = [word_at(tokens, at) for at in range(part.first - len(before.split()), part.first)]
    return bool(before) and " ".join(words) == before


def is_year_of(text: str, tokens: Sequence[Token], part: Part, bound: Bound, counted: Counted | None) -> bool:
    """Whether a number says which year's something it is: the 2018 sales; not 2000 people, nor some 2018 sales."""
    number = part.number
    written = text[tokens[number.first].start : tokens[number.last - 1].end]
    recent = written.isdecimal() and _FIRST_RECENT <= number.value < _LAST_RECENT and number.value % _ROUND != 0
    people = counted is not None and tokens[counted.head].folded in LONE
    return recent and not part.unit and part.high is None and bound == "exact" and not people


def is_age(tokens: Sequence[Token], number: Number) -> bool:
    """Aged 35, turned 35, he will be 35."""
    if not number.digits or not 0 < number.value < _OLDEST or number.value != int(number.value):
        return False
    before = word_at(tokens, number.first - 1)
    if before in _AGEING or (before == "of" and word_at(tokens, number.first - 2) == "age"):
        return True
    subject = {word_at(tokens, at) for at in range(number.first - 4, number.first - 1)}
    following = tokens[number.last] if number.last < len(tokens) else None
    closed = (
        following is None or following.kind == "mark" or following.folded in ("when", "and", "by", "in", "on", "at")
    )
    return before in _BE and not subject.isdisjoint(_WHO) and closed and word_at(tokens, number.last) not in ("%", "-")


OF_AGE = AGES["year"]
