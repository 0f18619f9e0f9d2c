"""Claims and groups of figures, entered by what they consist of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from generator.model import Claim, Report
from generator.permalinks.entries import Entry, Names, Place, Stamp, Stay, settle
from generator.permalinks.pasts import Past, keep_past, keep_pieces
from generator.permalinks.sets import Whole, find_fates
from generator.permalinks.texts import Homes, place_of
from generator.words import word_runs


@dataclass(frozen=True, slots=True)
class Members:
    """What claims may consist of: the passages at each place, and every passage, quote and figure there is or was.

    ``cuts`` are passages that were cut off another in this publication, with those.
    """

    homes: Homes
    parts: Mapping[str, Entry]
    cuts: Mapping[str, frozenset[str]]

    def of(self, claim: Claim) -> frozenset[str]:
        """A claim's passages, quotes and figures."""
        passages = (name for item in claim.appearances for name in self.homes.touching(item.span))
        return frozenset(chain(passages, claim.quotes, claim.figures))


def enter_groups(
    report: Report, old: Sequence[Entry], parts: Mapping[str, Entry], names: Names, stamp: Stamp
) -> tuple[dict[str, str], list[Entry]]:
    """Groups of several figures: the identifier that each goes by, and every entry."""
    members: dict[str, set[str]] = {}
    for figure in report.figures:
        members.setdefault(figure.group or "", set()).add(figure.id)
    groups = [(name, ids) for name, ids in members.items() if name and len(ids) > 1]
    wholes = [Whole(frozenset(ids)) for _, ids in groups]
    fates = find_fates(old, wholes, parts)
    held = {m: entry for entry in old for m in [fates.same.get(entry.id)] if m is not None}
    ids: dict[str, str] = {}
    entries: dict[int, Entry] = {}
    for m, (name, mine) in enumerate(groups):
        entry = held.get(m) or Entry("group", names.take(name, (f"{name}-{n}" for n in count(2))), stamp)
        ids[name] = entry.id
        entries[m] = replace(settle(entry), members=tuple(sorted(mine)))
    # A figure alone is a group too, which has no address; its name must not be one that was given before.
    alone = {name: f"{name}-1" for name, mine in members.items() if len(mine) == 1 and name in names.taken}
    left = _left(old, fates.same, {name: entries[m].id for name, m in fates.joined.items()}, stamp)
    return ids | alone, [*entries.values(), *left]


def enter_claims(
    report: Report, old: Sequence[Entry], members: Members, names: Names, stamp: Stamp
) -> tuple[tuple[Claim, ...], list[Entry]]:
    """The claims under the identifiers and slugs they were published with, and every entry.

    A slug once published is kept, or redirects where an editor gave another; none is given a second time.
    """
    event, homes = report.event, members.homes
    places = [place_of(event, claim.statement, homes.at(claim.statement)) for claim in report.claims]
    wholes = [
        Whole(members.of(claim), place.exact, claim.slug, tuple(event[item.span] for item in claim.appearances))
        for claim, place in zip(report.claims, places, strict=True)
    ]
    fates = find_fates(old, wholes, members.parts, members.cuts)
    held = {m: entry for entry in old for m in [fates.same.get(entry.id)] if m is not None}
    slugs = {slug: entry.id for entry in old for slug in (entry.slug, *entry.former)}
    homes_of = {name: held[m].id for name, m in fates.joined.items() if m in held}
    beside = _beside(report)
    claims, entries = [], {}
    for m, (claim, place, whole) in enumerate(zip(report.claims, places, wholes, strict=True)):
        known = held.get(m)
        name = known.id if known else names.take(claim.id, (f"{claim.id}-{n}" for n in count(2)))
        slug = _slug(claim, known, name, slugs, homes_of)
        slugs[slug] = name
        entry = _addressed(known or Entry("claim", name, stamp, slug=slug), slug)
        kept = keep_past(entry, fates.pasts.get(name) or Past(), whole.members, place.exact, members.parts, now=stamp)
        rows = {*kept.rows, *(row for figure in claim.figures for row in beside.get(figure, ()))}
        entries[m] = replace(_entry(kept, place, claim, stamp), rows=tuple(sorted(rows)))
        claims.append(replace(claim, id=name, slug=slug))
    left = _left(old, fates.same, {name: entries[m].id for name, m in fates.joined.items()}, stamp)
    return tuple(claims), [*entries.values(), *(keep_pieces(entry, members.parts, members.cuts) for entry in left)]


def _beside(report: Report) -> Mapping[str, frozenset[str]]:
    """The figures that count the same thing as each, itself among them, where there are several."""
    groups: dict[str, set[str]] = {}
    for figure in report.figures:
        groups.setdefault(figure.group or figure.id, set()).add(figure.id)
    return {name: frozenset(ids) for ids in groups.values() if len(ids) > 1 for name in ids}


def _slug(claim: Claim, known: Entry | None, name: str, slugs: Mapping[str, str], joined: Mapping[str, str]) -> str:
    """The slug published before; of a new claim, or one an editor names, its own where nobody else ever had it."""
    if known and claim.by == "machine":
        return known.slug
    owner = slugs.get(claim.slug)
    if owner is None or joined.get(owner, owner) == name:
        return claim.slug
    digits = name.partition("-")[2]
    choices = chain([f"{claim.slug}-{digits}"], (f"{claim.slug}-{digits}-{n}" for n in count(2)))
    return next(slug for slug in choices if slugs.get(slug, name) == name)


def _addressed(entry: Entry, slug: str) -> Entry:
    """The entry under another slug; the one it had leads there."""
    former = {*entry.former, entry.slug} - {slug}
    return replace(entry, slug=slug, former=tuple(sorted(former)))


def _entry(entry: Entry, place: Place, claim: Claim, stamp: Stamp) -> Entry:
    """A claim's entry as of now."""
    changed = entry.exact and word_runs(entry.exact) != word_runs(place.exact)
    return replace(
        settle(entry, now=stamp),
        siglum=place.siglum,
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        home=place.home,
        stays=_stays(entry.stays, {item.span.siglum for item in claim.appearances}, stamp),
        was=(*entry.was, (stamp, entry.exact)) if changed else entry.was,
    )


def _stays(old: Sequence[Stay], carriers: set[str], stamp: Stamp) -> tuple[Stay, ...]:
    """Who carries it now, and who did before and from when on not."""
    stays = {stay.siglum: stay for stay in old}
    for siglum in carriers:
        stays[siglum] = replace(stays.get(siglum, Stay(siglum, stamp)), until=None)
    left = {
        siglum: replace(stay, until=stay.until or stamp) for siglum, stay in stays.items() if siglum not in carriers
    }
    return tuple(sorted((stays | left).values(), key=lambda stay: stay.siglum))


def _left(old: Sequence[Entry], same: Mapping[str, int], joined: Mapping[str, str], stamp: Stamp) -> list[Entry]:
    """The old ones that no new one is: part of another, or gone; what was gone stays so."""
    entries = []
    for entry in old:
        if entry.id in same:
            continue
        if entry.id in joined:
            entries.append(settle(entry, joined[entry.id]))
        else:
            entries.append(entry if entry.gone else settle(entry, gone=stamp))
    return entries
