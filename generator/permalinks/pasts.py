"""What an address was given to at each publication, so that it leads to nothing that it never stood for.

The members of a claim come and go, and each address was given at some time to some of them. A claim has a core: the
passages that at every publication it had, or that told what it told. While one of them is in it, whoever was given the
address at any time finds something of what stood there then. Where the core is lost, the words must say as much: each
statement that the claim ever had.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from generator.permalinks.entries import Entry, Stamp, follow
from generator.permalinks.telling import common_words, contradict, says_much, tells
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


def keep_past(
    entry: Entry, past: Past, members: frozenset[str], statement: str, parts: Mapping[str, Entry], *, now: Stamp
) -> Entry:
    """The entry with its members of today, its core, and those it has no longer; ``statement`` is what it says today.

    ``now`` is this publication. What became part of another is kept under its own name as well, for it may be parted
    from that again.
    """
    mine = {name for name in members if name.startswith("p-")}
    own = entry.core or entry.members
    always = {name for name in own if _today([name], parts) & mine}
    kept = _today(always, parts) & mine
    here = kept | ((past.core - _today(own, parts)) & mine)
    if always or here:
        always |= {name for name in own if _is_told(_today([name], parts), kept, parts, now)}
        here |= _tellers(entry, statement, mine - here, here, parts)
    core = _passages(always | here or mine)
    return replace(
        entry,
        members=tuple(sorted(members)),
        core=core if core != _passages(mine) else (),
        had=_passages({*entry.members, *entry.had, *past.ever} - members),
    )


def _is_told(today: Iterable[str], core: Iterable[str], parts: Mapping[str, Entry], stamp: Stamp) -> bool:
    """Whether what a passage of the core had in common with one that is in the claim yet stands in that still."""
    return any(
        _keeps(word_runs(parts[name].exact), _words_before(parts[other], stamp), word_runs(parts[other].exact))
        for name in today
        if name.startswith("p-")
        for other in core
    )


def _words_before(passage: Entry, stamp: Stamp) -> list[str]:
    """The words that a passage had in the publication before this one."""
    return word_runs(passage.was[-1][1] if passage.was and passage.was[-1][0] == stamp else passage.exact)


def _keeps(words: Sequence[str], before: Sequence[str], now: Sequence[str], *, least: float = 0.5) -> bool:
    shared = common_words(before, words)
    kept = common_words(shared, now)
    return says_much(shared) and len(kept) >= least * len(shared) and not contradict(words, now)


def _tellers(
    entry: Entry, statement: str, mine: Iterable[str], core: Iterable[str], parts: Mapping[str, Entry]
) -> set[str]:
    """Passages new to a claim that say all that is left in its core of what it ever said: as good as those."""
    known = [word_runs(parts[name].exact) for name in core]
    statements = [word_runs(words) for words in (*(words for _, words in entry.was), entry.exact, statement)]
    left = [(words, max((common_words(words, runs) for runs in known), key=len, default=[])) for words in statements]
    words_of = {name: word_runs(parts[name].exact) for name in mine}
    return {
        name
        for name, runs in words_of.items()
        if all(tells(here, runs) and not contradict(words, runs) for words, here in left)
    }


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
