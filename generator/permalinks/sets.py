"""The things that consist of others: claims of passages, quotes and figures, and groups of figures, known by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from generator.permalinks.entries import Entry, follow
from generator.words import word_runs


@dataclass(frozen=True, slots=True)
class Whole:
    """A claim or group of today: its members under the identifiers of the registry, its heading's words, and all."""

    members: frozenset[str]
    exact: str = ""
    slug: str = ""
    texts: tuple[str, ...] = ()


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
    old ones is part of the new one that still says what heads it, or holds more than ``most`` of its members, or gone.
    What was part of another before stays so while that one consists of what it did.
    """
    members = {entry.id: _today(entry, parts) for entry in old}
    live = [entry for entry in old if entry.live]
    same = _pair(live, new, members, set(), least_alike)
    back = _pair([entry for entry in old if not entry.live], new, members, set(same.values()), least_back)
    unchanged = _unchanged(old, new, same)
    joined: dict[str, int] = {}
    for entry in old:
        mine = members[entry.id]
        if entry.moved in unchanged and entry.id not in back:
            joined[entry.id] = unchanged[entry.moved]
        elif entry.id not in same and entry.id not in back and mine:
            heading = follow(parts, entry.home)
            held = (_held(entry, mine, whole, heading.id if heading else "") for whole in new)
            share, home = max(((part, -m) for m, part in enumerate(held)), default=(0.0, 0))
            before = _before(entry, old, same | back)
            if share > most:
                joined[entry.id] = -home
            elif before is not None and mine & new[before].members:
                joined[entry.id] = before
    return Fates(same | back, joined)


def _unchanged(old: Sequence[Entry], new: Sequence[Whole], same: Mapping[str, int]) -> dict[str, int]:
    """The old wholes that consist of what they did, with their numbers today."""
    return {
        entry.id: same[entry.id]
        for entry in old
        if entry.id in same and new[same[entry.id]].members == frozenset(entry.members)
    }


def _before(entry: Entry, old: Sequence[Entry], same: Mapping[str, int]) -> int | None:
    """The new whole that holds what an old one became part of earlier."""
    home = follow({one.id: one for one in old}, entry.moved) if entry.moved else None
    return same.get(home.id) if home else None


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


def _held(entry: Entry, mine: frozenset[str], whole: Whole, heading: str) -> float:
    """The share of an old whole's members that a new one holds; all of it where its heading's words stand there yet."""
    shared = len(mine & whole.members) / len(mine)
    if shared and _says(whole, entry.exact, least=0.5 if heading in whole.members else 0.7):
        return 1 + shared
    return shared / 2 if entry.exact != whole.exact and _disjoint(mine, whole.members) else shared


def _says(whole: Whole, words: str, *, least: float) -> bool:
    """Whether one of its texts has that share of the words, in order."""
    runs = word_runs(words)
    return any(LCSseq.similarity(runs, word_runs(text)) >= least * len(runs) for text in whole.texts)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have quotes or figures, and none in common: two statements in one sentence."""
    mine, theirs = ({name for name in names if not name.startswith("p-")} for names in (one, other))
    return bool(mine and theirs) and not mine & theirs
