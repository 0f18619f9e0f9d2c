"""Reading an archive: which files it has, and its articles as a stream of Arrow batches.

An archive is a folder of article files, JSON lines (also gzipped), Parquet, a DuckDB database, or a folder that holds
any of these. However it is kept, the same articles give the same rows.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from generator.archive.arrow import list_rows
from generator.archive.columns import Columns, choose_columns
from generator.archive.complaints import Complaints
from generator.archive.marks import Known
from generator.archive.reading_lines import read_lines
from generator.archive.reading_tables import read_database, read_parquet
from generator.archive.records import ARTICLES
from generator.archive.rows import Row, Rows
from generator.diagnostics import Diagnostic
from generator.files import show_path, tell_unreadable

BATCH_ROWS, BATCH_SIGNS = 2_000, 16_000_000
"""A batch ends at so many rows, or at so many code points of text."""


def _read_file(path: Path, name: str, columns: Columns, rows: Rows) -> Iterator[Row]:
    from generator.archive.reading_files import read_article_file  # noqa: PLC0415  it brings much that tables do without

    return read_article_file(path, name, columns, rows)


_READERS = {
    ".md": _read_file,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".jsonl.gz": read_lines,
    ".ndjson.gz": read_lines,
    ".parquet": read_parquet,
    ".duckdb": read_database,
    ".db": read_database,
}
_MAGIC = {(0, b"PAR1"): ".parquet", (8, b"DUCK"): ".duckdb"}
_KINDS = "A folder of article files, .jsonl, .ndjson (also .gz), .parquet, or a DuckDB database is read."


@dataclass(slots=True)
class Reading:
    """An archive being read: iterate over it for its batches, once; then ask for the faults.

    Attributes:
        path: The archive.
        columns: Which column holds which field.
        known: Of article files read before, the stamp by id.
        marked: The marks of other rows read before.
        stamps: Of each article file, its stamp by id: what tells that it has changed. Filled while iterating.
        unchanged: Ids of the article files that have their known stamp; they are not read again.
        rows: What the rows were made sound by; it has the marks of new rows, and the places of those passed over.
    """

    path: Path
    columns: Columns
    known: Mapping[str, str]
    marked: Known
    stamps: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    rows: Rows = field(init=False)
    _complaints: Complaints = field(init=False)

    def __post_init__(self) -> None:
        """Begin without faults."""
        self._complaints = Complaints(show_path(self.path))
        self.rows = Rows(self._complaints, self.marked)

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """Every fault and warning found so far, in order of place; all of them once the iteration has ended."""
        return self._complaints.list()

    def __iter__(self) -> Iterator[pa.RecordBatch]:
        """The sound articles in batches of :data:`ARTICLES`, in order of file and line."""
        held: list[Row] = []
        signs = 0
        for row in self._read_rows(self.rows):
            held.append(row)
            signs += len(str(row["text"]))
            if len(held) >= BATCH_ROWS or signs >= BATCH_SIGNS:
                yield list_rows(held, ARTICLES).to_batches()[0]
                held, signs = [], 0
        if held:
            yield list_rows(held, ARTICLES).to_batches()[0]
        self._tell_end(self.rows)

    def _read_rows(self, rows: Rows) -> Iterator[Row]:
        for path, kind in _list_files(self.path, self._complaints):
            name = path.relative_to(self.path).as_posix() if path != self.path else path.name
            if kind == ".md" and self._is_unchanged(path, name.removesuffix(kind)):
                continue
            yield from _READERS[kind](path, name, self.columns, rows)

    def _is_unchanged(self, path: Path, name: str) -> bool:
        try:
            state = path.stat()
        except OSError:
            return False
        stamp = self.stamps[name] = f"{state.st_size}-{state.st_mtime_ns}"
        if self.known.get(name) != stamp:
            return False
        self.unchanged.append(name)
        return True

    def _tell_end(self, rows: Rows) -> None:
        place = (show_path(self.path), 0)
        if rows.undated:
            what = "article has no date and is" if rows.undated == 1 else "articles have no date and are"
            message = f"{rows.undated:,} {what} compared whatever the window."
            self._complaints.tell(place, "undated", message, "Give the date as published.", "warning")
        if not (rows.taken or any(map(len, rows.passed)) or self.unchanged or self._complaints.count()):
            self._complaints.tell(place, "empty-archive", "The archive has no article.", _KINDS)


def read_archive(
    path: Path,
    *,
    columns: Mapping[str, str] | None = None,
    known: Mapping[str, str] | None = None,
    marked: Known | None = None,
) -> Reading:
    """The archive at ``path``, to be iterated over once; nothing is read before that.

    ``columns`` names the column of a field where it has another name (``{"text": "body"}``); an unknown field is a
    ``ValueError``. ``known`` are the stamps of an earlier reading: article files that have them still are passed over
    and listed in :attr:`Reading.unchanged`, and so are other rows by their marks, ``marked``. Raises nothing else for
    bad input: faulty rows are left out, and each is told in :attr:`Reading.faults`.
    """
    return Reading(path, choose_columns(columns or {}), known or {}, marked or Known())


def _list_files(path: Path, complaints: Complaints) -> Iterator[tuple[Path, str]]:
    """The files of an archive with their kinds, in order of path; what is not read is told of."""
    if not path.is_dir():
        yield from _find_kind(path, complaints)
        return
    for file in _walk(path, complaints):
        kind = _kind_by_name(file)
        if _is_no_article(file, file.relative_to(path)):
            continue
        if kind:
            yield file, kind
        else:
            complaints.tell((show_path(file), 0), "unread-file", "Nothing reads this.", _KINDS, "warning")


def _walk(path: Path, complaints: Complaints) -> Iterator[Path]:
    """Every file below a folder that is not hidden, in order of path."""

    def tell(error: OSError) -> None:
        complaints.add(tell_unreadable(Path(error.filename), error))

    for folder, folders, files in os.walk(path, onerror=tell):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if not name.startswith("."))


def _is_no_article(file: Path, inside: Path) -> bool:
    """Whether a content folder keeps other things there: an index, addresses, claims, outlets, earlier versions."""
    from generator.content import versions  # noqa: PLC0415  these bring all of the analysis, which tables do without
    from generator.content.locks import NAME  # noqa: PLC0415

    if inside.name == NAME:
        return True
    return inside.suffix == ".md" and (
        inside.name == "index.md"
        or inside.parts[0] == "outlets"
        or "claims" in inside.parts[:-1]
        or (file.parent.name == "articles" and versions.is_version(file))
    )


def _kind_by_name(path: Path) -> str | None:
    name = path.name.lower()
    return next((ending for ending in _READERS if name.endswith(ending)), None)


def _find_kind(path: Path, complaints: Complaints) -> Iterator[tuple[Path, str]]:
    """The kind of a file by its name, else by its first bytes."""
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
    except OSError as error:
        complaints.add(tell_unreadable(path, error))
        return
    magic = next((kind for (at, sign), kind in _MAGIC.items() if head[at:].startswith(sign)), None)
    if kind := _kind_by_name(path) or magic:
        yield path, kind
    else:
        complaints.tell((show_path(path), 0), "unknown-archive", f"{path.name} is of no kind that is read.", _KINDS)
