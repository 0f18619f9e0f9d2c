"""What is called by its name: outlets, which have pages of their own, and speakers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import count

from generator.model import Report
from generator.permalinks.entries import Entry, Kind, Stamp
from generator.words import name_part, slugify


def enter_outlets(report: Report, old: Sequence[Entry], stamp: Stamp) -> tuple[dict[str, str], list[Entry]]:
    """The address of each outlet by its name, and every entry; an address stays when a twin's name arrives."""
    known = {entry.exact: entry for entry in old}
    outlets = {article.outlet for article in report.event.articles}
    slugs = {name: known[name].slug for name in outlets if name in known}
    slugs |= name_outlets(outlets - slugs.keys(), {entry.slug for entry in old})
    entries = [
        replace(known.get(name) or Entry("outlet", _digest("o", name), stamp, exact=name), slug=slugs[name], gone=None)
        for name in sorted(outlets)
    ]
    return slugs, [*entries, *_lost(old, outlets, stamp)]


def name_outlets(names: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """An address part for each outlet; where two names would share one, each is told apart by its own letters."""
    ordered, used = sorted(names), set(taken)
    plain = Counter(slugify(name) for name in ordered)
    slugs = {}
    for name in ordered:
        slug = slugify(name)
        free = slug and plain[slug] == 1 and slug not in used
        choices = [slug if free else name_part(f"{name} ")]
        slugs[name] = next(one for one in _more(choices[0]) if one not in used)
        used.add(slugs[name])
    return slugs


def enter_speakers(report: Report, old: Sequence[Entry], stamp: Stamp) -> list[Entry]:
    """Everybody who is quoted by name, under each spelling."""
    names = {name for quote in report.quotes for name in (quote.known_as, quote.speaker_name) if name}
    return _named("speaker", "s", names, old, stamp)


def _named(kind: Kind, letter: str, names: set[str], old: Sequence[Entry], stamp: Stamp) -> list[Entry]:
    known: Mapping[str, Entry] = {entry.exact: entry for entry in old}
    entries = [
        replace(known.get(name) or Entry(kind, _digest(letter, name), stamp, exact=name), gone=None)
        for name in sorted(names)
    ]
    return [*entries, *_lost(old, names, stamp)]


def _lost(old: Iterable[Entry], names: Iterable[str], stamp: Stamp) -> list[Entry]:
    there = set(names)
    return [entry if entry.gone else replace(entry, gone=stamp) for entry in old if entry.exact not in there]


def _more(first: str) -> Iterable[str]:
    yield first
    yield from (f"{first}-{n}" for n in count(2))


def _digest(letter: str, name: str) -> str:
    return f"{letter}-{blake2b(name.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"
