"""When: words for days, weeks, months and years as intervals, read against the day of publication.

A weekday is the last such day on or before it; "last" is strictly before; a month or a day without a year is the
nearest. Without a day of publication only dates with their year are read: nothing is guessed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.cues.english import DETERMINERS, SUBJECT_PRONOUNS
from generator.figures.lexicon.calendar import (
    AGO,
    LAST,
    MONTHS_OF,
    NEXT,
    RECENT,
    RELATIVE,
    SINCE,
    WEEKDAYS,
    YEAR_WORDS,
    Stretch,
)
from generator.figures.lexicon.numerals import ONES, TENS
from generator.figures.lexicon.others import NUMERALS
from generator.figures.lexicon.units import UNITS
from generator.figures.numbers import find_numbers
from generator.figures.tokens import is_beside, word_at
from generator.model import Article, Period
from generator.words import Token

_LONGEST = 4
_EARLIER = {"en": "earlier"}
"""Before "this month": no day after the one before publication."""
_DAYS = 31
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR_DIGITS = 4
_FAR = 400
_FIRST_COUNTED, _LAST_COUNTED = 1000, 9000
_CLOSING = SINCE | YEAR_WORDS | DETERMINERS | SUBJECT_PRONOUNS | {"and", "to", "when"}
_ENDINGS = frozenset({"st", "nd", "rd", "th", "er"})


def _starts(lang: str) -> frozenset[str]:
    """The words that an expression of time can begin with, beside digits."""
    numerals = {phrase.split()[0] for phrase in NUMERALS[lang]} if lang in NUMERALS else {*ONES, *TENS, "a", "an"}
    phrases = {phrase.split()[0] for phrase in (*RELATIVE[lang], *filter(None, AGO[lang]))}
    return frozenset(numerals | phrases | RECENT[lang] | MONTHS_OF[lang].keys() | WEEKDAYS[lang].keys())


_STARTS = {lang: _starts(lang) for lang in MONTHS_OF}


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time, from its first to one past its last token, and the days it stands for."""

    first: int
    last: int
    period: Period


def find_times(article: Article, tokens: Sequence[Token]) -> tuple[Time, ...]:
    """The expressions of time in a sentence, in order; those that cannot be told without a year are left out."""
    lang, day = article.lang[:2].lower(), _day(article.published)
    if lang not in MONTHS_OF:
        return ()
    found: list[Time] = []
    at = 0
    while at < len(tokens):
        may = tokens[at].kind == "number" or tokens[at].folded in _STARTS[lang]
        time = next(_read(article.text, tokens, at, lang, day), None) if may else None
        if time:
            found.append(_since(tokens, time, day))
        at = time.last if time else at + 1
    return tuple(found)


def _day(moment: date | datetime | None) -> date | None:
    """The day of a moment; ``None`` for years too near the ends of the calendar to count from."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return day if day and _FIRST_COUNTED < day.year < _LAST_COUNTED else None


def _read(text: str, tokens: Sequence[Token], at: int, lang: str, day: date | None) -> Iterator[Time]:
    """What begins at a token, the surest reading first."""
    month = _dated(text, tokens, at, lang, day)
    if month:
        yield month
    year = _year(text, tokens, at)
    if year:
        yield year
    if day is None:
        return
    for count in range(_LONGEST, 0, -1):
        phrase = " ".join(word_at(tokens, place) for place in range(at, at + count))
        if phrase in RELATIVE[lang]:
            period = _around(day, *RELATIVE[lang][phrase])
            before = word_at(tokens, at - 1) == _EARLIER.get(lang) and period.start < day <= period.end
            yield Time(at, at + count, Period(period.start, day - timedelta(1)) if before else period)
    yield from _weekday(tokens, at, lang, day)
    yield from _counted(text, tokens, at, lang, day)


def _weekday(tokens: Sequence[Token], at: int, lang: str, day: date) -> Iterator[Time]:
    """The last such day on or before publication; "last" strictly before, "next" after."""
    number = WEEKDAYS[lang].get(word_at(tokens, at))
    if number is None:
        return
    back = (day.weekday() - number) % 7
    beside = {word_at(tokens, at - 1), word_at(tokens, at + 1) if lang in ("fr", "es") else ""}
    days = 7 - back if beside & NEXT else -(back or 7 * bool(beside & LAST))
    found = day + timedelta(days)
    yield Time(at, at + 1, Period(found, found))


def _dated(text: str, tokens: Sequence[Token], at: int, lang: str, day: date | None) -> Time | None:
    """October 28, 28 October 2024, Oct. 8-13, October, October 2022: from the first of their tokens."""
    place, days = _days_at(tokens, at)
    dot = place + (days is not None and word_at(tokens, place) in (".", "de", "of"))
    month = _month(text, tokens, dot, lang)
    if month is None:
        return None
    last = dot + 1
    if word_at(tokens, last) == "." and is_beside(tokens, last) and _day_number(tokens, last + 1):
        last += 1  # Oct. 8
    if days is None:
        last, days = _days_behind(tokens, last)
    end, year = _year_behind(text, tokens, last)
    first, final = days or (1, _DAYS)
    years = [year] if year else [day.year - 1, day.year, day.year + 1] if day else []
    periods = [period for number in years if (period := _span_of_days(number, month, first, final))]
    if day and not year and word_at(tokens, at - 1) in LAST:
        periods = [period for period in periods if period.end < day.replace(day=1)][-1:]
    elif day and word_at(tokens, at - 1) in SINCE:
        periods = [period for period in periods if period.start <= day][-1:]
    if not periods:
        return None
    nearest = min(periods, key=lambda period: _distance(period, day)) if day else periods[0]
    return Time(at, end, nearest)


def _month(text: str, tokens: Sequence[Token], at: int, lang: str) -> int | None:
    word = word_at(tokens, at)
    number = MONTHS_OF[lang].get(word)
    small = number is not None and lang in ("en", "de") and not text[tokens[at].start].isupper()
    return None if small else number


def _days_at(tokens: Sequence[Token], at: int) -> tuple[int, tuple[int, int] | None]:
    """One or two days of a month from a token on, and the index after them: 28, 28th, 8-13."""
    first = _day_number(tokens, at)
    if first is None:
        return at, None
    last = at + 1 + (word_at(tokens, at + 1) in _ENDINGS)
    if word_at(tokens, last) in ("-", "to", "bis", "au", "al") and _day_number(tokens, last + 1):
        second = _day_number(tokens, last + 1) or first
        last += 2 + (word_at(tokens, last + 2) in _ENDINGS)
        return (last, (first, second)) if second >= first else (at, None)
    return last, (first, first)


def _days_behind(tokens: Sequence[Token], at: int) -> tuple[int, tuple[int, int] | None]:
    """Days behind a month's name: October 28; not the number of something that is counted: October 28 people."""
    place, days = _days_at(tokens, at)
    return (place, days) if days else (at, None)


def _day_number(tokens: Sequence[Token], at: int) -> int | None:
    word = word_at(tokens, at)
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= 2 and 0 < int(word) <= _DAYS else None  # noqa: PLR2004  # two digits


def _year_behind(text: str, tokens: Sequence[Token], at: int) -> tuple[int, int | None]:
    """A year behind a day or month, a comma between them or not, and the index after it."""
    place = at + (word_at(tokens, at) in (",", "de", "of"))
    year = _year_number(text, tokens, place)
    return (place + 1, year) if year else (at, None)


def _year_number(text: str, tokens: Sequence[Token], at: int) -> int | None:
    if at >= len(tokens):
        return None
    digits = text[tokens[at].start : tokens[at].end]
    plain = len(digits) == _YEAR_DIGITS and digits.isascii() and digits.isdecimal()
    return int(digits) if plain and _FIRST_YEAR <= int(digits) < _LAST_YEAR else None


def _year(text: str, tokens: Sequence[Token], at: int) -> Time | None:
    """A year behind a preposition: in 2022."""
    year = _year_number(text, tokens, at)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    closed = following is None or following.kind == "mark" or following.folded in _CLOSING
    if year is None or word_at(tokens, at - 1) not in YEAR_WORDS or not closed:
        return None
    return Time(at, at + 1, Period(date(year, 1, 1), date(year, 12, 31)))


def _counted(text: str, tokens: Sequence[Token], at: int, lang: str, day: date) -> Iterator[Time]:
    """Three days ago, the past two weeks: from the word or number that begins it."""
    before, behind = AGO[lang]
    lead = len(before.split())
    if lead and " ".join(word_at(tokens, place) for place in range(at, at + lead)) != before:
        lead = 0
    recent = word_at(tokens, at) in RECENT[lang]
    start = at + (lead or recent)
    number = next(iter(find_numbers(text, tokens[start : start + _LONGEST], lang)), None)
    if number is None or number.first or number.value != int(number.value) or number.value > _FAR:
        return
    last = start + number.last
    after = word_at(tokens, last) in RECENT[lang]
    unit = UNITS.get(word_at(tokens, last + after), "")
    stretch = next((name for name in _STRETCHES if name == unit), None)
    if stretch is None:
        return
    back = int(number.value)
    end = last + after + 1
    if recent or after:
        yield Time(at, end, Period(_around(day, stretch, -back).start if stretch != "day" else _back(day, back), day))
    elif (lead and not behind) or (behind and word_at(tokens, end) == behind):
        yield Time(at, end + bool(behind), _around(day, stretch, -back))


_STRETCHES: tuple[Stretch, ...] = ("day", "week", "month", "year")


def _back(day: date, days: int) -> date:
    return day - timedelta(days)


def _around(day: date, stretch: Stretch, offset: int) -> Period:
    """The day, week from Monday, month or year so many before or after that of a day."""
    if stretch == "day":
        found = day + timedelta(offset)
        return Period(found, found)
    if stretch == "week":
        monday = day + timedelta(7 * offset - day.weekday())
        return Period(monday, monday + timedelta(6))
    if stretch == "month":
        months = day.year * 12 + day.month - 1 + offset
        return _month_of(months // 12, months % 12 + 1)
    year = max(1, day.year + offset)
    return Period(date(year, 1, 1), date(year, 12, 31))


def _month_of(year: int, month: int) -> Period:
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _span_of_days(year: int, month: int, first: int, last: int) -> Period | None:
    """Days of a month, the whole month for 1 to 31; ``None`` for the 30th of February."""
    final = monthrange(year, month)[1]
    if first > final or (last > final and first > 1):
        return None
    return Period(date(year, month, first), date(year, month, min(last, final)))


def _distance(period: Period, day: date) -> int:
    """Days between a day and the nearer end of a period; nought inside it."""
    return max((period.start - day).days, (day - period.end).days, 0)


def _since(tokens: Sequence[Token], time: Time, day: date | None) -> Time:
    """What has gone on since then holds to the day of publication."""
    if day is None or word_at(tokens, time.first - 1) not in SINCE or time.period.start > day:
        return time
    return Time(time.first, time.last, Period(time.period.start, day))
