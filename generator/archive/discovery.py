"""The whole way on one screen: an archive is read, candidates found, events gathered, passages aligned, all written."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

import duckdb

from generator.archive.blocks import find_passages
from generator.archive.catalogue import load_catalogue
from generator.archive.engine import Engine
from generator.archive.engines import measure_memory, open_engine
from generator.archive.gathering import gather_events
from generator.archive.keeping import Kept
from generator.archive.linking import find_links
from generator.archive.program import digest_program
from generator.archive.reading import Reading, read_archive
from generator.archive.results import gather_travelled, list_boilerplate, list_events
from generator.archive.settings import WINDOW, EngineName, Settings
from generator.archive.state import State
from generator.archive.taking import Taken, load_known, take_in
from generator.archive.writing import write_discovery
from generator.diagnostics import Diagnostic
from generator.files import show_path

_HOME = ".variorum"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found and wrote: how many articles, events and passages there are, and the files that changed.

    ``faults`` are all diagnostics, warnings among them; where one is an error nothing was written.
    """

    articles: int = 0
    events: int = 0
    passages: int = 0
    written: tuple[Path, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def discover(
    archive: Path,
    out: Path,
    *,
    window: int | None = WINDOW,
    memory: str = "4GB",
    engine: EngineName = "duckdb",
    master: str | None = None,
    columns: Mapping[str, str] | None = None,
    settings: Settings | None = None,
) -> Outcome:
    """Find the events of an archive and the passages that travelled, and write them into ``out``.

    What an earlier run into ``out`` found is used again where nothing changed. ``window`` is in days, ``memory`` as
    DuckDB reads it ("4GB"), ``master`` a Spark address. Raises :class:`EngineMissing` where the engine is not
    installed, ``ValueError`` for a ``memory`` or column that makes no sense.
    """
    settings = replace(settings or Settings(), window=window)
    spill = out / _HOME / "spill"
    state_share, engine_share = measure_memory(memory)
    running = open_engine(engine, memory=engine_share, spill=spill, master=master)
    fresh = not out.exists()
    try:
        state = State(out / _HOME / "archive.duckdb", memory=state_share, spill=spill)
    except (duckdb.Error, OSError) as error:
        running.close()
        return Outcome(faults=(_tell(out, error),))
    kept = False
    try:
        outcome = _run(archive, out, state=state, engine=running, settings=settings, columns=columns or {})
        kept = not any(fault.severity == "error" for fault in outcome.faults)
    except (duckdb.IOException, duckdb.OutOfMemoryException, OSError) as error:
        return Outcome(faults=(_tell(out, error),))
    else:
        return outcome
    finally:
        running.close()
        state.close(keep=kept)
        shutil.rmtree(spill, ignore_errors=True)
        if fresh and not kept:
            shutil.rmtree(out, ignore_errors=True)


def _run(
    archive: Path, out: Path, *, state: State, engine: Engine, settings: Settings, columns: Mapping[str, str]
) -> Outcome:
    steps = Steps()
    state.begin(digest_program(), settings.digest(columns))
    reading, taken = _take(state, archive, columns)
    if any(fault.severity == "error" for fault in reading.faults):
        return Outcome(faults=reading.faults)
    catalogue = load_catalogue(state)
    steps.end("articles", len(catalogue.number))
    find_links(state, engine, catalogue, settings)
    steps.end("links", _count(state, "links"))
    event = gather_events(state, catalogue, settings)
    steps.end("events", len(set(event.tolist())))
    find_passages(state, engine, catalogue, event, settings)
    steps.end("passages", _count(state, "passages"))
    events = list_events(state, catalogue, event, out)
    kept = Kept(state.load_written())
    written = write_discovery(
        out,
        events=events,
        reuse=gather_travelled(state, events),
        boilerplate=list_boilerplate(state),
        articles=state.fetch,
        changed=taken.changed,
        kept=kept,
    )
    steps.end("written", len(written.paths))
    faults = (*reading.faults, *written.faults)
    if not any(fault.severity == "error" for fault in faults):
        state.put_written(kept.list(out))
        steps.write(out / _HOME / "run.json")
    names = len(set(events["event"].to_pylist()))
    return Outcome(len(catalogue.number), names, written.passages, written.paths, faults)


def _take(state: State, archive: Path, columns: Mapping[str, str]) -> tuple[Reading, Taken]:
    """The archive taken in: what was read before is passed over, unless then anything is wrong."""
    stamps, marked = load_known(state)
    reading = read_archive(archive, columns=columns, known=stamps, marked=marked)
    taken = take_in(state, reading)
    if taken.passed and (taken.twins or any(fault.severity == "error" for fault in reading.faults)):
        reading = read_archive(archive, columns=columns)  # so that every fault is told, with both of its places
        taken = take_in(state, reading)
    return reading, taken


class Steps:
    """What each step of a run cost, for whoever plans a larger one."""

    def __init__(self) -> None:
        """Begin to count."""
        self._steps: list[dict[str, object]] = []
        self._since = process_time()

    def end(self, step: str, rows: int) -> None:
        """A step has ended and left so many rows."""
        now = process_time()
        self._steps.append({"step": step, "rows": rows, "cpu": round(now - self._since, 3)})
        self._since = now

    def write(self, path: Path) -> None:
        """Write the steps as JSON."""
        path.write_text(json.dumps(self._steps, indent=1) + "\n", encoding="utf-8")


def _count(state: State, table: str) -> int:
    ((count,),) = state.rows(f"SELECT COUNT(*) FROM {table}")  # noqa: S608  our own names
    return int(str(count))


def _tell(out: Path, error: Exception) -> Diagnostic:
    reason = (str(error).splitlines() or [type(error).__name__])[0]
    hint = "See whether the folder may be written, has room, and no other run is using it."
    return Diagnostic(show_path(out), 0, 0, "unwritable-file", f"It cannot be written: {reason}", hint)
