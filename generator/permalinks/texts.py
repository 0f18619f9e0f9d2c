"""The things that stand in one place of a text: passages, quotes and figures, found again and entered."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import count

from rapidfuzz.distance import LCSseq

from generator.model import Event, Span
from generator.permalinks.entries import Entry, Kind, Names, Place, Stamp, by_id, follow
from generator.permalinks.matching import CONTEXT, find_again, find_cut, find_pieces, find_within
from generator.spans import SpanIndex
from generator.words import word_runs

LEAST_HELD, LEAST_LEFT = 0.6, 0.5
"""Of a lost passage's words, the share that a longer one must have; the other half of what a home was cut into."""

Find = Callable[[Sequence[Place], Sequence[Place]], dict[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """A thing of today: the identifier that its words alone would give it, and its place."""

    id: str
    place: Place


class Homes:
    """The passages of a report: which of them stand where."""

    def __init__(self, passages: Mapping[Span, str]) -> None:
        """Index the sentences, each with its identifier."""
        self._passages = passages
        self._places = SpanIndex(passages, lambda span: span)

    def touching(self, span: Span) -> tuple[str, ...]:
        """The identifiers of the passages that share a sign with a span, in order of the text."""
        return tuple(self._passages[sentence] for sentence in self._places.touching(span))

    def at(self, span: Span) -> str:
        """The passage in which a span begins; empty where it begins in none."""
        return next(iter(self.touching(span)), "")


def place_of(event: Event, span: Span, home: str = "") -> Place:
    """The selector of a span, with the text around it."""
    text = event.article(span.siglum).text
    before, behind = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Place(span.siglum, text[span.start : span.end], before, behind, home)


def enter(
    kind: Kind, old: Sequence[Entry], new: Sequence[Found], names: Names, stamp: Stamp, *, find: Find = find_again
) -> tuple[dict[int, str], list[Entry]]:
    """Give each new thing an identifier: the old one where it is found again, else one never used.

    Returns the identifiers by number, and every entry of the kind, those of lost things as gone.
    """
    known = _reunite(old, new, find)
    held = {m: entry for entry, m in known}
    ids, entries = {}, []
    for m, item in enumerate(new):
        entry = held.get(m)
        name = entry.id if entry else names.take(item.id, _salted(item.id))
        ids[m] = name
        entries.append(renew(entry, item.place, stamp) if entry else _entered(kind, name, item.place, stamp))
    back = {entry.id for entry, _ in known}
    lost = [entry if not entry.live else replace(entry, gone=stamp) for entry in old if entry.id not in back]
    return ids, entries + lost


def join_lost(
    entries: Sequence[Entry], old: Mapping[str, Entry], outlets: Mapping[str, str], stamp: Stamp
) -> list[Entry]:
    """Lost passages whose words now stand in a longer one of the same outlet have become part of that.

    Those that had become part of another before, and whose words left it in this publication, follow them.
    ``outlets`` gives the outlet of each article that there is or was.
    """

    def place(entry: Entry) -> Place:
        return replace(place_of_entry(entry), siglum=outlets.get(entry.siglum, ""))

    lost = [entry for entry in entries if entry.gone == stamp]
    left = _left_behind(entries, old)
    grown = [entry for entry in entries if entry.live and _words(old, entry) != entry.exact]
    gains = [(_words(old, entry), place(entry)) for entry in grown]
    homes = {
        some[n].id: grown[m].id
        for some, least in ((lost, LEAST_HELD), (left, LEAST_LEFT))
        for n, m in find_within([place(one) for one in some], gains, least_held=least).items()
    }
    gone = {entry.id for entry in left}
    moved = [replace(one, moved=homes[one.id], gone=None) if one.id in homes else one for one in entries]
    return [replace(one, moved="", gone=stamp) if one.id in gone - homes.keys() else one for one in moved]


def _left_behind(entries: Sequence[Entry], old: Mapping[str, Entry]) -> list[Entry]:
    """Passages that had become part of another, which has lost more than half of what it had of their words."""
    now, found = by_id(entries), []
    for entry in entries:
        home, before = (follow(now, entry.id), follow(old, entry.id)) if entry.moved else (None, None)
        if home and before and home.exact != before.exact:
            words = word_runs(entry.exact)
            held, had = (LCSseq.similarity(words, word_runs(one.exact)) for one in (home, before))
            found += [entry] if 2 * held < had else []
    return found


def find_cuts(entries: Sequence[Entry], old: Mapping[str, Entry]) -> dict[str, frozenset[str]]:
    """Passages with words that others lost in this publication, with those others: one sentence became two."""
    changed = [entry for entry in entries if entry.live and _words(old, entry) != entry.exact]
    pairs = [(_words(old, entry), place_of_entry(entry)) for entry in changed]
    shrunk = [n for n, (before, _) in enumerate(pairs) if before]
    cuts: dict[str, frozenset[str]] = {}
    for n, m in find_pieces([pairs[m] for m in shrunk], pairs):
        if n != shrunk[m]:
            cuts[changed[n].id] = cuts.get(changed[n].id, frozenset()) | {changed[shrunk[m]].id}
    return cuts


def _words(entries: Mapping[str, Entry], entry: Entry) -> str:
    """What an entry's words were; empty where it is new."""
    return entries[entry.id].exact if entry.id in entries else ""


def _reunite(old: Sequence[Entry], new: Sequence[Found], find: Find) -> list[tuple[Entry, int]]:
    """Old entries with the numbers of the new things they are; what is there today goes before what once was.

    A thing that was gone comes back only in the very words it had, where it had them.
    """
    places = [item.place for item in new]
    live = [entry for entry in old if entry.live]
    found = find([place_of_entry(entry) for entry in live], places)
    left, free = _rest(live, found), _rest(places, set(found.values()))
    cut = find_cut([place_of_entry(live[n]) for n in left], [places[m] for m in free])
    found = found | {left[n]: free[m] for n, m in cut.items()}
    known = [(live[n], m) for n, m in found.items()]
    used = set(found.values())
    words = {
        (place.siglum, place.exact, place.home): m for m, place in reversed(list(enumerate(places))) if m not in used
    }
    for entry in old:
        m = None if entry.live else words.pop((entry.siglum, entry.exact, entry.home), None)
        if m is not None:
            known.append((entry, m))
    return known


def _rest(things: Sequence[object], used: Container[int]) -> list[int]:
    """The numbers not used."""
    return [n for n in range(len(things)) if n not in used]


def place_of_entry(entry: Entry) -> Place:
    """An entry's selector."""
    return Place(entry.siglum, entry.exact, entry.prefix, entry.suffix, entry.home)


def _entered(kind: Kind, name: str, place: Place, stamp: Stamp) -> Entry:
    return Entry(kind, name, stamp, place.siglum, place.exact, place.prefix, place.suffix, place.home)


def renew(entry: Entry, place: Place, stamp: Stamp) -> Entry:
    """The entry at its new place; its former words are kept where a word changed, not where only a sign did."""
    changed = word_runs(entry.exact) != word_runs(place.exact)
    return replace(
        entry,
        siglum=place.siglum,
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        home=place.home,
        was=(*entry.was, (stamp, entry.exact)) if changed else entry.was,
        moved="",
        gone=None,
    )


def _salted(first: str) -> Iterator[str]:
    """More identifiers for the same words, for when the first is somebody's already."""
    letter = first.partition("-")[0]
    for n in count(1):
        yield f"{letter}-{blake2b(f'{first}/{n}'.encode(), digest_size=4).hexdigest()}"


def by_siglum(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries of each article."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.siglum, []).append(entry)
    return found
