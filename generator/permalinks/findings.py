"""Findings, entered by their kind, their claim and the sentences they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from generator.model import Finding, Report
from generator.permalinks.claims import Members
from generator.permalinks.entries import Entry, Names, Stamp
from generator.permalinks.sets import Whole, find_fates
from generator.permalinks.texts import Homes


def enter_findings(
    report: Report, old: Sequence[Entry], members: Members, names: Names, stamp: Stamp
) -> tuple[tuple[Finding, ...], list[Entry]]:
    """The findings under the identifiers they had, and every entry; ``exact`` is the kind, ``home`` the claim."""
    kinds = sorted({one.kind for one in report.findings} | {entry.exact for entry in old})
    found: dict[str, Finding] = {}
    entries: list[Entry] = []
    for kind in kinds:
        mine = [one for one in report.findings if one.kind == kind]
        before = [entry for entry in old if entry.exact == kind]
        wholes = [Whole(_members(one, members.homes), "-") for one in mine]
        # Without a heading: that two findings are of one kind must not make them alike.
        fates = find_fates([replace(entry, exact="") for entry in before], wholes, members.parts)
        held = {m: entry for entry in before for m in [fates.same.get(entry.id)] if m is not None}
        for m, (one, whole) in enumerate(zip(mine, wholes, strict=True)):
            known = held.get(m) or Entry("finding", names.take(one.id, (f"{one.id}-{n}" for n in count(2))), stamp)
            found[one.id] = replace(one, id=known.id)
            entries.append(_entry(known, one, whole.members))
        lost = [entry for entry in before if entry.id not in fates.same]
        entries += [entry if entry.gone else replace(entry, gone=stamp) for entry in lost]
    return tuple(found[one.id] for one in report.findings), entries


def _members(finding: Finding, homes: Homes) -> frozenset[str]:
    passages = (name for span in finding.spans for name in homes.touching(span))
    return frozenset([*passages, *([finding.claim] if finding.claim else [])])


def _entry(known: Entry, finding: Finding, members: frozenset[str]) -> Entry:
    former = {*known.former, known.home} - {finding.claim, ""}
    return replace(
        known,
        exact=finding.kind,
        home=finding.claim,
        former=tuple(sorted(former)),
        members=tuple(sorted(members)),
        gone=None,
    )
