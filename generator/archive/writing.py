"""Writing what was found in an archive: event folders, tables, and the page of events."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from generator.archive.eventspage import view_pages
from generator.archive.folders import (
    SETTINGS,
    choose_sigla,
    name_article,
    name_index,
    read_siglum,
    render_event,
)  # fmt: skip
from generator.archive.keeping import Kept
from generator.archive.results import Travelled
from generator.archive.rows import Row
from generator.archive.staging import BusyError, Stage, open_stage
from generator.archive.summaries import Member, Tally, gather_members, sort_events
from generator.archive.tables import name_month, write_months, write_table
from generator.diagnostics import Diagnostic
from generator.files import show_path

FETCHED = 2_000
"""Articles fetched at once, at about that number: whole events."""

Fetch = Callable[[Sequence[str]], pa.Table]
"""``fetch(ids)``: the rows of :data:`generator.archive.records.ARTICLES` of these ids, in any order."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that are new or changed, in order of path; what was told; how many passages there are."""

    paths: tuple[Path, ...]
    faults: tuple[Diagnostic, ...]
    passages: int = 0


def write_discovery(
    out: Path,
    *,
    events: pa.Table,
    reuse: pa.Table | Iterable[pa.RecordBatch] | Travelled,
    boilerplate: pa.Table,
    articles: Fetch,
    changed: Container[str] | None = None,
    kept: Kept | None = None,
) -> Written:
    """Write all of it into ``out``, or nothing where it cannot be written; only files that changed are written.

    ``events``, ``reuse`` and ``boilerplate`` have the columns that :mod:`generator.archive.records` lists; batches of
    ``reuse`` come in the order that :func:`generator.archive.tables.write_months` names. ``changed`` are the ids of
    articles that are new or have another text than at the last run: events without any, that have the articles they
    had, are not fetched again. Without it all are fetched. ``kept`` tells which tables and pages need not be made
    again, where ``reuse`` tells what is in each month. Raises ``ValueError`` for passages out of order, and
    whatever ``articles`` raises; ``out`` is then as it was.
    """
    try:
        with open_stage(out) as stage:
            members = gather_members(events)
            _write_folders(stage, members, articles, changed)
            tally = Tally({member.id: member.outlet for group in members.values() for member in group})
            _write_reuse(stage, reuse, tally, kept := kept or Kept())
            write_table(stage, "events", sort_events(events))
            boilerplate = boilerplate.sort_by([("articles", "descending"), ("id", "ascending"), ("start", "ascending")])
            write_table(stage, "boilerplate", boilerplate, parquet=False)
            for page in view_pages(members, tally, boilerplate, _find_files(stage), out / "site_templates"):
                if not kept.keep(stage, page.name, page.digest):
                    stage.put(page.name, page.render().encode())
            if not stage.keep("mkdocs.yml") and not (out / "mkdocs.yml").exists():
                stage.put("mkdocs.yml", SETTINGS.encode())
            paths = stage.publish()
            return Written(paths, tuple(sorted(stage.faults)), tally.passages)
    except BusyError:
        hint = "Wait until it has ended, or name another folder."
        return Written((), (Diagnostic(show_path(out), 0, 0, "busy-folder", "Another run is writing here.", hint),))
    except OSError as error:
        return Written((), (_tell_unwritable(out, error),))


def _write_reuse(
    stage: Stage, reuse: pa.Table | Iterable[pa.RecordBatch] | Travelled, tally: Tally, kept: Kept
) -> None:
    """The passages by month, and what they come to; months that are as they were are not written again."""
    if not isinstance(reuse, Travelled):
        for rows in write_months(stage, reuse):
            tally.add(rows)
        return
    due = [
        month
        for month, digest in reuse.months.items()
        if not kept.keep_both(stage, [name_month(month, kind) for kind in ("parquet", "csv")], digest)
    ]
    for _ in write_months(stage, reuse.stream(due)):
        pass
    tally.load(reuse.tally)


def _write_folders(
    stage: Stage, members: Mapping[str, Sequence[Member]], fetch: Fetch, changed: Container[str] | None
) -> None:
    """The event folders; those in which nothing changed are left as they are."""
    old = _read_old(stage)
    dated = {event: [member for member in group if member.published] for event, group in members.items()}
    _tell_undated(stage, sum(len(group) for group in members.values()) - sum(map(len, dated.values())))
    due = [event for event, group in dated.items() if not _keep_folder(stage, event, group, old, changed)]
    for batch in _batch(due, dated):
        ids = [member.id for event in batch for member in dated[event]]
        rows = {str(row["id"]): row for row in fetch(ids).to_pylist()} if ids else {}
        for event in batch:
            _write_folder(stage, event, [rows[member.id] for member in dated[event]], old.get(event, {}))


def _write_folder(stage: Stage, event: str, rows: Sequence[Row], known: Mapping[str, str]) -> None:
    sigla = choose_sigla([(str(row["id"]), str(row["outlet"])) for row in rows], known)
    for name, text, article in render_event(event, rows, sigla):
        stage.put(name, text.encode(), article)


def _keep_folder(
    stage: Stage,
    event: str,
    members: Sequence[Member],
    old: Mapping[str, Mapping[str, str]],
    changed: Container[str] | None,
) -> bool:
    """Keep a folder that has the articles it had, all of them unchanged and there; false where it has not."""
    known = old.get(event, {})
    if changed is None or known.keys() != {member.id for member in members}:
        return False
    names = [name_index(event), *(name_article(event, siglum) for siglum in known.values())] if known else []
    return not any(name in changed for name in known) and all(stage.keep(name) for name in names)


def _read_old(stage: Stage) -> dict[str, dict[str, str]]:
    """The sigla that articles have in event folders, by event and id, as last written."""
    old: dict[str, dict[str, str]] = {}
    for name, entry in stage.record.items():
        if entry.article:
            old.setdefault(name.split("/")[1], {})[entry.article] = read_siglum(name)
    return old


def _find_files(stage: Stage) -> dict[str, str]:
    """The article files, by the article's id."""
    return {article: name for name, article in stage.articles()}


def _batch(events: Sequence[str], members: Mapping[str, Sequence[Member]]) -> Iterator[list[str]]:
    """Whole events, of about :data:`FETCHED` articles together."""
    held: list[str] = []
    size = 0
    for event in events:
        held.append(event)
        size += len(members[event])
        if size >= FETCHED:
            yield held
            held, size = [], 0
    if held:
        yield held


def _tell_undated(stage: Stage, count: int) -> None:
    if count:
        what = "article of an event has" if count == 1 else "articles of events have"
        message = f"{count:,} {what} no date, and so no article file."
        stage.faults.append(Diagnostic(show_path(stage.out), 0, 0, "undated", message, "", "warning"))


def _tell_unwritable(out: Path, error: OSError) -> Diagnostic:
    place = show_path(Path(str(error.filename))) if error.filename else show_path(out)
    message = f"It cannot be written: {error.strerror or error}. What was there before is whole."
    hint = "See whether the folder may be written and has room."
    return Diagnostic(place, 0, 0, "unwritable-file", message, hint)
