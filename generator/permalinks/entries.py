"""What the registry of addresses holds: a line for each thing that was ever published under an address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["article", "claim", "figure", "finding", "group", "outlet", "passage", "publication", "quote", "speaker"]


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """A publication: its number, from 1, and the day of the newest article in it."""

    number: int
    day: str

    def __str__(self) -> str:
        """As the registry writes it: 2031-05-02.3."""
        return f"{self.day}.{self.number}"


@dataclass(frozen=True, slots=True)
class Stay:
    """From which publication on an article carried a claim, and from which on no longer."""

    siglum: str
    since: Stamp
    until: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing with an address, and enough to find it again.

    ``exact``, ``prefix`` and ``suffix`` are a text quote selector (W3C) in the article ``siglum``; of a speaker and an
    outlet ``exact`` is the name, of an article the outlet's. ``home`` is the passage that a quote, a figure or the
    statement of a claim stands in. ``slug`` is the address of a claim or outlet, ``former`` are the addresses it had,
    of a passage the articles that it stood in. ``members`` are the passages, quotes and figures of a claim, or the
    figures of a group; ``core`` the passages that a claim has always had or that told what it did, where those are not
    all it has, ``had`` those it had once, ``rows`` the figures that its page ever had a row for. ``stays`` tell which
    articles carry or carried a claim, ``away`` from which publication on it was gone itself, and from which on it was
    back. ``was`` holds former words, each with the publication that changed them. ``moved`` is the identifier of the
    thing that it became part of,
    ``led`` are those it was part of before; ``gone`` is the publication from which on it is no more.
    """

    kind: Kind
    id: str
    since: Stamp
    siglum: str = ""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    home: str = ""
    slug: str = ""
    former: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    core: tuple[str, ...] = ()
    had: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    stays: tuple[Stay, ...] = ()
    away: tuple[tuple[Stamp, Stamp], ...] = ()
    was: tuple[tuple[Stamp, str], ...] = ()
    moved: str = ""
    led: tuple[str, ...] = ()
    gone: Stamp | None = None

    @property
    def live(self) -> bool:
        """Whether it is there under its own address."""
        return self.gone is None and not self.moved


def settle(entry: Entry, moved: str = "", gone: Stamp | None = None, *, now: Stamp | None = None) -> Entry:
    """The entry as part of another, as gone, or as itself; what it was part of before is kept.

    ``now`` is the publication with which one that was gone is back.
    """
    led = {*entry.led, entry.moved} - {moved, ""}
    away = (*entry.away, (entry.gone, now)) if entry.gone and now else entry.away
    return replace(entry, moved=moved, gone=gone, away=away, led=tuple(sorted(led)))


@dataclass(frozen=True, slots=True)
class Place:
    """Words to be found in a text: a text quote selector, and the passage that they stand in."""

    siglum: str
    exact: str
    prefix: str
    suffix: str
    home: str = ""


@dataclass(slots=True)
class Names:
    """Identifiers in use, now or ever: none is given twice."""

    taken: set[str] = field(default_factory=set)

    def take(self, first: str, again: Iterable[str]) -> str:
        """The first choice if it is free, else the first free one of the others; it is taken from now on."""
        name = first if first not in self.taken else next(other for other in again if other not in self.taken)
        self.taken.add(name)
        return name


def by_id(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """The entries under their identifiers."""
    return {entry.id: entry for entry in entries}


def follow(entries: Mapping[str, Entry], name: str) -> Entry | None:
    """What an identifier stands for today: the thing itself, what it became part of, or ``None`` where it is gone."""
    seen: set[str] = set()
    entry = entries.get(name)
    while entry is not None and entry.moved and entry.id not in seen:
        seen.add(entry.id)
        entry = entries.get(entry.moved)
    return entry if entry is not None and entry.live else None
