"""Lines that hold a date of publication and nothing else; a date is read, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from generator.intake.rules import Rules

_NUMERIC = (
    regex.compile(
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?"
    ),
    regex.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)"),
)
_SLASHED = regex.compile(r"(?<!\d)(?P<first>\d{1,2})\s?/\s?(?P<second>\d{1,2})\s?/\s?(?P<year>\d{4}|\d{2})(?!\d)")
_DAY_FIRST = (
    r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?(?P<month>\p{L}+)\.?,?\s+"
    r"(?:de\s+|of\s+)?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = r"(?<!\p{L})(?P<month>[\p{L}]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(?P<year>\d{4})(?!\d)"
_WORDED = (regex.compile(_DAY_FIRST), regex.compile(_MONTH_FIRST))
MOST_DATES = 3
"""A line of more is a row of a table."""

_AGO = regex.compile(r"\bago\b", regex.IGNORECASE)
_MARKS = regex.compile(r"[\s,;:|·•()\[\]/–—-]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line's dates: of publication, of the last change; ``None`` where it does not say or can be read two ways."""

    published: date | None = None
    updated: date | None = None
    dated: bool = False
    shared: bool = False


def find_stamp(text: str, rules: Rules) -> Stamp | None:
    """What a line of dates, times and counts says; ``None`` where it holds anything else."""
    stamp, left = split_stamp(text, rules)
    return None if left or not (stamp.dated or stamp.shared) else stamp


def split_stamp(text: str, rules: Rules) -> tuple[Stamp, str]:
    """What a line says of dates and counts, and what is left of it without them."""
    published, updated, rest, dates = _take_dates(text, rules)
    if dates > MOST_DATES:
        return Stamp(), text
    dated = dates > 0
    plain = rules.share.sub(" ", rest)
    shared = plain != rest
    labelled = rules.updated.sub(" ", rules.published.sub(" ", plain))
    days = rules.yearless.sub(" ", labelled)
    left = rules.beside_date.sub(" ", days)
    # A day without its year, or a label, dates a line only together with a time of day.
    timed = left != days and (labelled != plain or days != labelled)
    dated = dated or timed or bool(_AGO.search(labelled))
    if not dated:
        left = plain
    return Stamp(published, updated, dated, shared), _MARKS.sub(" ", left).strip(" .")


def _take_dates(text: str, rules: Rules) -> tuple[date | None, date | None, str, int]:
    """The dates of a line by what stands before each, the text without them, and how many there were."""
    published: date | None = None
    updated: date | None = None
    rest, last, found = "", 0, 0
    for start, end, day in sorted(_find_dates(text, rules), key=lambda item: (item[0], -item[1])):
        if start < last:
            continue
        label = text[last:start]
        rest, last, found = f"{rest}{label} ", end, found + 1
        if _is_update(label, rules):
            updated = updated or day
        else:
            published = published or day
    return published, updated, rest + text[last:], found


def _is_update(label: str, rules: Rules) -> bool:
    """Whether the nearest label before a date is one of change."""
    changes = [hit.end() for hit in rules.updated.finditer(label)]
    firsts = [hit.end() for hit in rules.published.finditer(label)]
    return max(changes, default=-1) > max(firsts, default=-1)


def _find_dates(text: str, rules: Rules) -> Iterator[tuple[int, int, date | None]]:
    for pattern in _NUMERIC:
        for hit in pattern.finditer(text):
            yield hit.start(), hit.end(), _make(int(hit["year"]), int(hit["month"]), int(hit["day"]))
    for pattern in _WORDED:
        for hit in pattern.finditer(text):
            month = rules.months.get(hit["month"].lower())
            if month:
                yield hit.start(), hit.end(), _make(int(hit["year"]), month, int(hit["day"]))
    for hit in _SLASHED.finditer(text):
        yield hit.start(), hit.end(), _read_slashed(hit)


def _read_slashed(hit: regex.Match[str]) -> date | None:
    """Day and month in either order, where only one is a date; 04/05 can be read two ways, and 04/05/06 in six."""
    first, second, year = int(hit["first"]), int(hit["second"]), int(hit["year"])
    if len(hit["year"]) < len("2024"):
        return None
    ways = {_make(year, first, second), _make(year, second, first)} - {None}
    return ways.pop() if len(ways) == 1 else None


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
