"""What changed from one publication to the next, read from the registry alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from generator.permalinks.entries import Entry, Stamp

ChangeKind = Literal["new", "gone", "back", "reworded", "joined", "left", "number", "edited"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: a claim new, gone, back or reworded, an article that joined or left one, or words of an article.

    ``number`` is a figure with another value, ``edited`` a sentence with other words: what an outlet corrected.
    ``before`` and ``after`` are words, each empty where there are none; ``siglum`` is the article.
    """

    stamp: Stamp
    kind: ChangeKind
    entry: Entry
    siglum: str = ""
    before: str = ""
    after: str = ""


def enter_publications(entries: Iterable[Entry]) -> list[Entry]:
    """A line for each publication that changed something, whose place on the page of changes was thus given out.

    What it changed may be undone later, and is then no change any more: the publication stays one.
    """
    entries = tuple(entries)
    known = {entry.id: entry for entry in entries if entry.kind == "publication"}
    told = (Entry("publication", f"v-{stamp.number}", stamp) for stamp in {one.stamp for one in list_changes(entries)})
    return list(({one.id: one for one in told} | known).values())


def list_changes(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Every change since the first publication, the newest first; none where there was only one."""
    entries = tuple(entries)
    first = min((entry.since.number for entry in entries), default=0)
    found = [change for entry in entries for change in _of(entry) if change.stamp.number > first]
    return tuple(sorted(found, key=lambda one: (-one.stamp.number, one.kind, one.entry.id, one.siglum, one.before)))


def _of(entry: Entry) -> Iterator[Change]:
    if entry.kind == "claim":
        yield Change(entry.since, "new", entry, entry.siglum, after=entry.exact)
        if entry.gone:
            yield Change(entry.gone, "gone", entry, entry.siglum, before=entry.exact)
        for gone, back in entry.away:
            yield Change(gone, "gone", entry, entry.siglum, before=entry.exact)
            yield Change(back, "back", entry, entry.siglum, after=entry.exact)
        yield from _reworded(entry, "reworded")
        for stay in entry.stays:
            if stay.since != entry.since:
                yield Change(stay.since, "joined", entry, stay.siglum, after=entry.exact)
            if stay.until and stay.until != entry.gone:
                yield Change(stay.until, "left", entry, stay.siglum, before=entry.exact)
    elif entry.kind == "figure":
        yield from _reworded(entry, "number")
    elif entry.kind == "passage":
        yield from _reworded(entry, "edited")


def _reworded(entry: Entry, kind: ChangeKind) -> Iterator[Change]:
    """Each time the words changed, from what to what."""
    words = [words for _, words in entry.was] + [entry.exact]
    for (stamp, _), (before, after) in zip(entry.was, pairwise(words), strict=True):
        yield Change(stamp, kind, entry, entry.siglum, before, after)
