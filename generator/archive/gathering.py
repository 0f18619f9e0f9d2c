"""From the groups of each period to events that last longer than one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from generator.archive.arrow import read_column
from generator.archive.catalogue import Catalogue
from generator.archive.periods import each_period, place_articles
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import Ints


def gather_events(state: State, catalogue: Catalogue, settings: Settings) -> Ints:
    """The event of each article, by the rank of its earliest one; found in its periods, carried on by visitors.

    A group that was found in a period belongs to the event that most of its members have already.
    """
    stays = place_articles(catalogue.day, settings.window)
    table = state.table("SELECT period, number, label FROM groups")
    number, label = (catalogue.rank(read_column(table, name)) for name in ("number", "label"))
    order = np.lexsort((number, read_column(table, "period")))  # as the stays are: a label for each
    labels = label[order]
    event = np.full(len(catalogue.number), -1, dtype=np.int64)
    where = dict(zip(*_starts(stays.period), strict=True))
    for period, members, home in each_period(stays):
        at = where[period]
        groups: dict[int, list[int]] = {}
        for member, name in zip(members.tolist(), labels[at : at + len(members)].tolist(), strict=True):
            groups.setdefault(name, []).append(member)
        at_home = set(members[home].tolist())
        for held in groups.values():
            if not at_home.isdisjoint(held):
                _carry_on(event, held)
    return _name(event)


def _starts(periods: Ints) -> tuple[list[int], list[int]]:
    names, first = np.unique(periods, return_index=True)
    return names.tolist(), first.tolist()


def _carry_on(event: Ints, held: Sequence[int]) -> None:
    before = Counter(int(event[member]) for member in held if event[member] >= 0)
    target = min(before, key=lambda name: (-before[name], name)) if before else min(held)
    for member in held:
        if event[member] < 0:
            event[member] = target


def _name(event: Ints) -> Ints:
    """Events named by their lowest rank."""
    _, first, where = np.unique(event, return_index=True, return_inverse=True)
    named: Ints = first.astype(np.int64)[where]
    return named
