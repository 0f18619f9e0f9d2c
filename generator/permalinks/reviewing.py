"""The editor's words applied, which name claims as they were published."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.diagnostics import ContentError, Diagnostic
from generator.model import Event, Report
from generator.permalinks.entries import Entry, by_id
from generator.permalinks.registry import Registry, register
from generator.report import compare, edit_report


def publish(
    event: Event, entries: Iterable[Entry] = (), *, day: str = "", read: Callable[[Event], Report] = compare
) -> Registry:
    """An event's report under the names that its registry keeps.

    Raises :class:`ContentError` where the editor's words do not fit what was found.
    """
    old = tuple(entries)
    report, faults = review(event, old, read=read)
    if faults:
        raise ContentError(faults)
    return register(report, old, day=day)


def review(
    event: Event, entries: Iterable[Entry] = (), *, read: Callable[[Event], Report] = compare
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """An event's report before it is registered, and what in its editor's words does not fit.

    ``read`` makes the report of the articles alone.
    """
    report = read(event)
    return _edit(report, tuple(entries)) if event.emendations else (report, ())


def _edit(report: Report, entries: tuple[Entry, ...]) -> tuple[Report, tuple[Diagnostic, ...]]:
    """The machine's claims get the addresses they were published under, and answer to all their former names.

    A claim whose address an editor's file names keeps the machine's own here, so that the editor names it again.
    """
    known = by_id(entry for entry in entries if entry.kind == "claim")
    files = {one.slug for one in report.event.emendations}
    published = register(report, entries).report.claims
    taken = {one.slug for one in published}
    claims, names = [], dict[str, str]()
    for claim, then in zip(report.claims, published, strict=True):
        entry = known.get(then.id)
        named = then.slug in files and claim.slug not in taken
        names |= dict.fromkeys((entry.id, entry.slug, *entry.former), claim.id) if entry else {}
        claims.append(claim if named else replace(claim, slug=then.slug))
    return edit_report(replace(report, claims=tuple(claims)), names)
