"""What an address was given to at each publication, so that it leads to nothing that it never stood for.

The members of a claim come and go, and each address was given at some time to some of them. A claim has a core: the
passages that it has had at every publication. While one of them is in it, whoever was given the address at any time
finds something of what stood there then. Where the core is lost, the words must say as much: each statement that the
claim ever had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from generator.permalinks.entries import Entry, follow
from generator.words import word_runs


@dataclass(frozen=True, slots=True)
class Past:
    """An old whole's members as they are called today: those it had last, always, and ever."""

    members: frozenset[str] = frozenset()
    core: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()


def recall(entry: Entry, parts: Mapping[str, Entry], cuts: Mapping[str, frozenset[str]]) -> Past:
    """An entry's past; ``cuts`` are passages cut off another in this publication, with those.

    What was cut off a passage was in it too. It was not in another that this one became part of: what is cut off that
    one may be anything.
    """
    members = _today(entry.members, parts)
    always = entry.core or entry.members
    own = frozenset(name for name in always if name in parts and parts[name].live)
    core = _today(always, parts) | _whole(own, cuts)
    return Past(members, core, core | _whole(members | _today(entry.had, parts), cuts))


def is_safe(
    entry: Entry,
    past: Past,
    members: frozenset[str],
    texts: Iterable[str],
    *,
    least_said: float = 0.5,
    few_words: int = 4,
) -> bool:
    """Whether a new whole, of these members and texts, may stand at an old one's address whenever it was given.

    It has one of the core, or one it ever had and, in order, ``least_said`` of the words of every statement, but not
    fewer than ``few_words`` of them.
    """
    if past.core & members:
        return True
    statements = [words for _, words in entry.was] + [entry.exact]
    told = [word_runs(text) for text in texts]
    needs = [(runs, max(least_said * len(runs), min(few_words, len(runs)))) for runs in map(word_runs, statements)]
    return bool(past.ever & members) and all(
        any(LCSseq.similarity(runs, text) >= need for text in told) for runs, need in needs
    )


def keep_past(entry: Entry, past: Past, members: frozenset[str], parts: Mapping[str, Entry]) -> Entry:
    """The entry with its members of today, those it has always had, and those it has no longer.

    What became part of another is kept under its own name as well, for it may be parted from that again.
    """
    mine = {name for name in members if name.startswith("p-")}
    always = {name for name in entry.core or entry.members if _today([name], parts) & mine}
    pieces = past.core - _today(entry.core or entry.members, parts)
    core = _passages(always | (pieces & mine) or mine)
    return replace(
        entry,
        members=tuple(sorted(members)),
        core=core if core != _passages(mine) else (),
        had=_passages({*entry.members, *entry.had, *past.ever} - members),
    )


def keep_pieces(entry: Entry, parts: Mapping[str, Entry], cuts: Mapping[str, frozenset[str]]) -> Entry:
    """An entry that is no longer there, with what was cut off the passages that it had."""
    past = recall(entry, parts, cuts)
    here = _today((*entry.members, *entry.had), parts)
    if past.ever == here:
        return entry
    core = {*(entry.core or entry.members), *(past.core - here)}
    return replace(entry, core=_passages(core), had=_passages({*entry.had, *(past.ever - here)}))


def _today(names: Iterable[str], parts: Mapping[str, Entry]) -> frozenset[str]:
    """The members that are still there, each under the identifier it has now."""
    found = (follow(parts, name) for name in names)
    return frozenset(part.id for part in found if part)


def _passages(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name.startswith("p-")))


def _whole(names: frozenset[str], cuts: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Passages with what was cut off them."""
    return names | {piece for piece, wholes in cuts.items() if names & wholes}
