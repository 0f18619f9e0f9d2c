"""The things that consist of others: claims of passages, quotes and figures, and groups of figures, known by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.permalinks.entries import Entry, follow


@dataclass(frozen=True, slots=True)
class Whole:
    """A claim or group of today: its members under the identifiers of the registry, and its heading's words."""

    members: frozenset[str]
    exact: str = ""
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Fates:
    """What became of old wholes: the number of the new one that each is, and of the one that each other is part of."""

    same: Mapping[str, int]
    joined: Mapping[str, int]


def find_fates(
    old: Sequence[Entry],
    new: Sequence[Whole],
    parts: Mapping[str, Entry],
    *,
    least_alike: float = 0.3,
    least_back: float = 0.5,
    most: float = 0.5,
) -> Fates:
    """Follow each whole by its members.

    An old whole is the new one it shares most with, by Dice's coefficient of at least ``least_alike``, one to one, the
    strongest first. What is left of the new ones may be an old whole come back (``least_back``). What is left of the
    old ones is part of the new one that holds more than ``most`` of its members, or gone.
    """
    members = {entry.id: _today(entry, parts) for entry in old}
    live = [entry for entry in old if entry.live]
    same = _pair(live, new, members, set(), least_alike)
    back = _pair([entry for entry in old if not entry.live], new, members, set(same.values()), least_back)
    joined: dict[str, int] = {}
    for entry in old:
        mine = members[entry.id]
        if entry.id not in same and entry.id not in back and mine and (entry.live or entry.moved):
            share, home = max((_held(entry, mine, whole), -m) for m, whole in enumerate(new)) if new else (0.0, 0)
            if share > most:
                joined[entry.id] = -home
    return Fates(same | back, joined)


def _today(entry: Entry, parts: Mapping[str, Entry]) -> frozenset[str]:
    """The members that are still there, each under the identifier it has now."""
    found = (follow(parts, name) for name in entry.members)
    return frozenset(part.id for part in found if part)


def _pair(
    old: Iterable[Entry],
    new: Sequence[Whole],
    members: Mapping[str, frozenset[str]],
    taken: Iterable[int],
    least: float,
) -> dict[str, int]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    used = set(taken)
    for m, whole in enumerate(new):
        for name in whole.members if m not in used else ():
            holders[name].append(m)
    scored = []
    for entry in old:
        mine = members[entry.id]
        near = sorted({m for name in mine for m in holders.get(name, ())})
        scored += [(_alike(entry, mine, new[m]), entry.id, m) for m in near]
    found: dict[str, int] = {}
    for score, name, m in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if score >= least and name not in found and m not in used:
            found[name] = m
            used.add(m)
    return found


def _alike(entry: Entry, mine: frozenset[str], whole: Whole) -> float:
    """Members shared, of all; the same heading or address speaks for two, and two quotes or figures apart against."""
    shared = 2 * len(mine & whole.members) / (len(mine) + len(whole.members))
    apart = entry.exact != whole.exact and _disjoint(mine, whole.members)
    return shared / (2 if apart else 1) + (entry.exact == whole.exact) / 2 + (entry.slug == whole.slug) / 4


def _held(entry: Entry, mine: frozenset[str], whole: Whole) -> float:
    """The share of an old whole's members that a new one holds."""
    share = len(mine & whole.members) / len(mine)
    return share / 2 if entry.exact != whole.exact and _disjoint(mine, whole.members) else share


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have quotes or figures, and none in common: two statements in one sentence."""
    mine, theirs = ({name for name in names if not name.startswith("p-")} for names in (one, other))
    return bool(mine and theirs) and not mine & theirs
