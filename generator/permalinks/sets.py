"""The things that consist of others: claims of passages, quotes and figures, and groups of figures, known by them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from generator.permalinks.entries import Entry, follow
from generator.permalinks.pasts import Past, is_safe, recall
from generator.permalinks.telling import tells
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
    """What became of old wholes: the number of the new one that each is, and of the one that each other is part of.

    ``pasts`` are those of all old ones.
    """

    same: Mapping[str, int]
    joined: Mapping[str, int]
    pasts: Mapping[str, Past] = field(default_factory=dict)


def find_fates(
    old: Sequence[Entry],
    new: Sequence[Whole],
    parts: Mapping[str, Entry],
    cuts: Mapping[str, frozenset[str]] | None = None,
    *,
    least_alike: float = 0.3,
    least_back: float = 0.5,
    most: float = 0.5,
) -> Fates:
    """Follow each whole by its members; ``cuts`` are those cut off another in this publication, with those.

    An old whole is the new one it shares most with, by Dice's coefficient of at least ``least_alike``, one to one, the
    strongest first. What is left of the new ones may be an old whole come back (``least_back``). What is left of the
    old ones is part of the new one that still says what heads it, or holds more than ``most`` of its members, or gone.
    What was part of another before stays so while that one consists of what it did. None becomes what it may not
    lead to whenever its address was given.
    """
    cuts = cuts or {}
    pasts = {entry.id: recall(entry, parts, cuts) for entry in old}
    live = [entry for entry in old if entry.live]
    known = {name for entry in live for name in pasts[entry.id].members}
    fresh = {piece: wholes for piece, wholes in cuts.items() if piece not in known}
    own = [_Candidate(m, whole, _kin(whole.members, fresh)) for m, whole in enumerate(new)]
    same = _pair(live, own, pasts, set(), least_alike)
    back = _pair([entry for entry in old if not entry.live], own, pasts, set(same.values()), least_back)
    unchanged = _unchanged(old, new, same)
    holders = _holders(own)
    joined: dict[str, int] = {}
    for entry in old:
        stayed = entry.moved in unchanged and pasts[entry.id].ever & new[unchanged[entry.moved]].members
        if stayed and entry.id not in back:
            joined[entry.id] = unchanged[entry.moved]
        elif entry.id not in same and entry.id not in back:
            near = {m for name in pasts[entry.id].ever for m in holders.get(name, ())}
            home = _home(entry, pasts[entry.id], [own[m] for m in sorted(near)], parts, most)
            home = _before(entry, old, same | back, pasts, own) if home is None else home
            if home is not None:
                joined[entry.id] = home
    return Fates(same | back, joined, pasts)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A new whole by its number; its ``members`` with those that they were cut off."""

    number: int
    whole: Whole
    members: frozenset[str]

    def suits(self, entry: Entry, past: Past) -> bool:
        return is_safe(entry, past, self.whole.members, (self.whole.exact, *self.whole.texts))


def _kin(members: frozenset[str], cuts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Members with those they were cut off: what was said in one sentence may now be said in the other half."""
    return members.union(*(cuts.get(name, ()) for name in members))


def _unchanged(old: Sequence[Entry], new: Sequence[Whole], same: Mapping[str, int]) -> dict[str, int]:
    """The old wholes that consist of what they did, with their numbers today."""
    return {
        entry.id: same[entry.id]
        for entry in old
        if entry.id in same and new[same[entry.id]].members == frozenset(entry.members)
    }


def _holders(candidates: Iterable[_Candidate]) -> Mapping[str, list[int]]:
    """The numbers of the new wholes that hold each member."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for one in candidates:
        for name in one.members:
            holders[name].append(one.number)
    return holders


def _home(entry: Entry, past: Past, near: Sequence[_Candidate], parts: Mapping[str, Entry], most: float) -> int | None:
    """The new whole that an old one is part of."""
    heading = follow(parts, entry.home)
    held = [
        (_held(entry, past, one, heading.id if heading else ""), -one.number) for one in near if one.suits(entry, past)
    ]
    share, number = max(held, default=(0.0, 0))
    return -number if share > most else None


def _before(
    entry: Entry,
    old: Sequence[Entry],
    same: Mapping[str, int],
    pasts: Mapping[str, Past],
    own: Sequence[_Candidate],
) -> int | None:
    """The new whole that holds what an old one became part of earlier."""
    home = follow({one.id: one for one in old}, entry.moved) if entry.moved else None
    number = same.get(home.id) if home else None
    past = pasts[entry.id]
    if number is None or not past.members & own[number].members or not own[number].suits(entry, past):
        return None
    return number


def _pair(
    old: Iterable[Entry],
    new: Sequence[_Candidate],
    pasts: Mapping[str, Past],
    taken: Iterable[int],
    least: float,
) -> dict[str, int]:
    used = set(taken)
    holders = _holders(one for one in new if one.number not in used)
    scored = []
    for entry in old:
        past = pasts[entry.id]
        near = sorted({m for name in past.members for m in holders.get(name, ())})
        scores = [(_alike(entry, past.members, new[m]), m) for m in near]
        scored += [(score, entry.id, m) for score, m in scores if score >= least and new[m].suits(entry, past)]
    found: dict[str, int] = {}
    for _, name, m in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if name not in found and m not in used:
            found[name] = m
            used.add(m)
    return found


def _alike(entry: Entry, mine: frozenset[str], new: _Candidate) -> float:
    """Members shared, of all; the same heading or address speaks for two, and two quotes or figures apart against."""
    whole = new.whole
    shared = 2 * len(mine & new.members) / (len(mine) + len(new.members))
    apart = entry.exact != whole.exact and _disjoint(mine, new.members)
    return shared / (2 if apart else 1) + (entry.exact == whole.exact) / 2 + (entry.slug == whole.slug) / 4


def _held(entry: Entry, past: Past, new: _Candidate, heading: str) -> float:
    """The share of an old whole's members that a new one holds; all of it where its heading's words stand there yet."""
    shared = len(past.members & new.members) / max(1, len(past.members))
    if _says(new.whole, entry.exact, least=0.5 if heading in new.members or past.core & new.members else 0.7):
        return 1 + shared
    if past.core & new.members and _tells_on(entry, new.whole):
        return 0.75 + shared / 4
    return shared / 2 if entry.exact != new.whole.exact and _disjoint(past.members, new.members) else shared


def _says(whole: Whole, words: str, *, least: float) -> bool:
    """Whether one of its texts has that share of the words, in order."""
    runs = word_runs(words)
    return any(LCSseq.similarity(runs, word_runs(text)) >= least * len(runs) for text in whole.texts)


def _tells_on(entry: Entry, whole: Whole, *, least: float = 0.3) -> bool:
    """Whether one of its texts tells some of what an old whole ever said."""
    statements = [word_runs(words) for words in (entry.exact, *(words for _, words in entry.was))]
    return any(tells(words, word_runs(text), least=least) for words in statements for text in whole.texts)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both have quotes or figures, and none in common: two statements in one sentence."""
    mine, theirs = ({name for name in names if not name.startswith("p-")} for names in (one, other))
    return bool(mine and theirs) and not mine & theirs
