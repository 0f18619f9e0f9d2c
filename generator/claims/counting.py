"""Numbers that count one thing and do not agree: in value, in whom they are credited to, or in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations, permutations

from generator.claims.notes import Note
from generator.claims.people import Speakers
from generator.model import Claim, Event, Figure, Period

_RECENT = timedelta(days=30)
"""How long before the event's first article a figure may hold and still be of this event's time."""
DURATIONS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of what most writers know without being told."""
_SHORT = timedelta(days=14)
"""A longer time than this is no date of a figure but a span it is added up over."""


def find_figures(event: Event, claim: Claim, figures: Sequence[Figure], people: Speakers) -> Iterator[Note]:
    """*figure-conflict* and *stale-figure* over the groups of figures of a claim.

    Values conflict where two outlets' have no value in common and no dates tell them apart; credits, where two outlets
    have one value from two speakers. A figure is stale where another outlet has a value of a later day for the thing.
    """
    own = [figure for figure in figures if figure.id in claim.figures and figure.group]
    for group in sorted({figure.group for figure in own if figure.group}):
        members = [figure for figure in own if figure.group == group]
        pairs = [pair for pair in combinations(members, 2) if _outlets_differ(event, *pair)]
        values = [pair for pair in pairs if _disjoint(*pair) and not _dated_apart(*pair)]
        equal = [(a, b) for a, b in pairs if _equal(a, b) and a.unit not in DURATIONS]
        credited = [(a, b) for a, b in equal if people.are_two(a.speaker_name, b.speaker_name)]
        both_ways = (pair for pair in permutations(members, 2) if _outlets_differ(event, *pair))
        stale = [pair for pair in both_ways if is_stale(event, members, *pair)]
        for kind, found, rule in (
            ("figure-conflict", values, "values differ"),
            ("figure-conflict", credited, "one value, different credits"),
            ("stale-figure", stale, "another outlet has a value of a later day"),
        ):
            spans = tuple(sorted({figure.span for pair in found for figure in pair}))
            if spans:
                yield Note(kind, claim, spans, rule)


def _outlets_differ(event: Event, one: Figure, other: Figure) -> bool:
    return event.outlet_of(one.span) != event.outlet_of(other.span)


def _range(figure: Figure) -> tuple[float, float]:
    return figure.value, figure.high if figure.high is not None else figure.value


def _disjoint(one: Figure, other: Figure) -> bool:
    (low, high), (other_low, other_high) = _range(one), _range(other)
    return one.unit == other.unit and (high < other_low or other_high < low)


def _equal(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and _range(one) == _range(other)


def _dated_apart(one: Figure, other: Figure) -> bool:
    if one.as_of is None or other.as_of is None:
        return False
    return one.as_of.end < other.as_of.start or other.as_of.end < one.as_of.start


def is_stale(event: Event, members: Sequence[Figure], old: Figure, new: Figure) -> bool:
    """Whether the new figure holds for a later day, known when its article was published, and the values differ.

    Where the new one has no day of its own it holds for its article's, and then the old one's article must not have
    its value too.
    """
    told = _day(event, new)
    if old.as_of is None or told is None or not _disjoint(old, new):
        return False
    first = min((_day(event, one) or date.max for one in members), default=date.max)
    if not _is_of_the_time(old.as_of, first):
        return False
    if new.as_of is not None:
        return old.as_of.end < new.as_of.start <= told
    both = any(one.span.siglum == old.span.siglum and not _disjoint(one, new) for one in members)
    return old.as_of.end < told and not both and _happened(new) == _happened(old)


def _is_of_the_time(period: Period, first: date) -> bool:
    if period.end < date.min + _RECENT or first == date.max:
        return False
    return period.end >= first - _RECENT and period.end - period.start <= _SHORT


def _day(event: Event, figure: Figure) -> date | None:
    """The day of the article's last change."""
    article = event.article(figure.span.siglum)
    moment = article.updated or article.published
    return moment.date() if isinstance(moment, datetime) else moment


def _happened(figure: Figure) -> str:
    """The last word of what is said to have happened: "missing" of "were still missing"."""
    return ((figure.status or "").split() or [""])[-1]
