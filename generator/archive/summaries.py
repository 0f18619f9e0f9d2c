"""What the page of events says about each: its headlines as published, and how much passed between its outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True, slots=True)
class Member:
    """An article of an event."""

    id: str
    outlet: str
    published: date | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """What the outlets of an event have in common.

    Attributes:
        passages: Pairs of passages, an earlier and a later one.
        kept: Words that the later passages have from the earlier ones.
        words: Words of the later passages.
        firsts: Outlets by how many of the passages they were the first to carry, most first.
    """

    passages: int = 0
    kept: int = 0
    words: int = 0
    firsts: tuple[tuple[str, int], ...] = ()


@dataclass(slots=True)
class Tally:
    """Adds up passages by event; ``outlets`` tells an article's outlet by id."""

    outlets: Mapping[str, str]
    passages: int = 0
    _sums: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    _firsts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, rows: pa.Table) -> None:
        """Count passages, of which those outside events are counted in the whole alone."""
        self.passages += rows.num_rows
        sums = rows.group_by("event").aggregate([("kept", "count"), ("kept", "sum"), ("later_words", "sum")])
        for event, passages, kept, words in zip(*(sums[name].to_pylist() for name in _SUMS), strict=True):
            held = self._sums.get(event, (0, 0, 0))
            self._sums[event] = (held[0] + passages, held[1] + kept, held[2] + words)
        firsts = rows.group_by(["event", "first"]).aggregate([("kept", "count")])
        for event, first, number in zip(*(firsts[name].to_pylist() for name in _FIRSTS), strict=True):
            if first in self.outlets:
                self._firsts.setdefault(event, Counter())[self.outlets[first]] += number

    def load(self, sums: pa.Table) -> None:
        """Take what was added up elsewhere: by event, and by the outlet of who was first, if that tells an event."""
        for event, outlet, *counts in zip(*(sums[name].to_pylist() for name in _LOADED), strict=True):
            self.passages += counts[0]
            held = self._sums.get(event, (0, 0, 0))
            self._sums[event] = (held[0] + counts[0], held[1] + counts[1], held[2] + counts[2])
            if outlet is not None:
                self._firsts.setdefault(event, Counter())[outlet] += counts[0]

    def read(self, event: str) -> Shared:
        """What was counted for an event."""
        firsts = sorted(self._firsts.get(event, {}).items(), key=lambda item: (-item[1], item[0]))
        passages, kept, words = self._sums.get(event, (0, 0, 0))
        return Shared(passages, kept, words, tuple(firsts))


_LOADED = ("event", "outlet", "passages", "kept", "words")
_SUMS = ("event", "kept_count", "kept_sum", "later_words_sum")
_FIRSTS = ("event", "first", "kept_count")


def gather_members(events: pa.Table) -> dict[str, tuple[Member, ...]]:
    """The articles of each event, earliest first, those without a date last; events in order of address."""
    names = ("event", "id", "outlet", "published", "title")
    rows = sorted(
        zip(*(events[name].to_pylist() for name in names), strict=True),
        key=lambda row: (row[0], row[3] or date.max, row[1]),
    )
    return {
        event: tuple(Member(*row[1:]) for row in members) for event, members in groupby(rows, key=lambda row: row[0])
    }


def sort_events(events: pa.Table) -> pa.Table:
    """The table in order of event, day and id."""
    order = pc.sort_indices(events, sort_keys=[("event", "ascending"), ("published", "ascending"), ("id", "ascending")])
    return events.take(order)


def find_days(members: Sequence[Member]) -> tuple[date | None, date | None]:
    """The first and the last day of an event; ``None`` twice where no article has a date."""
    days = [member.published for member in members if member.published]
    return (min(days), max(days)) if days else (None, None)


def count_outlets(members: Iterable[Member]) -> int:
    """How many outlets there are."""
    return len({member.outlet for member in members})
