"""Articles as JSON lines, plain or gzipped."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, cast

import numpy as np

from generator.archive.columns import Columns
from generator.archive.complaints import LISTED
from generator.archive.marks import mark_line
from generator.archive.rows import Place, Row, Rows
from generator.diagnostics import Diagnostic
from generator.files import show_path, tell_unreadable

_BOM = b"\xef\xbb\xbf"


def read_lines(path: Path, name: str, columns: Columns, rows: Rows) -> Iterator[Row]:
    """The articles of a file, one object a line; an article's id falls back on ``name`` and its line.

    A column that no line has is told once; one that some lines lack is told for each of them.
    """
    shown = show_path(path)
    lacking: list[int] = []
    seen: dict[str, None] = {}
    keys: Collection[str] = frozenset()
    found: dict[str, str] = {}
    for number, entry, marks in _read_objects(path, name, rows):
        if keys != entry.keys():
            keys, found = entry.keys(), columns.find(entry)
            seen |= dict.fromkeys(keys)
        if "text" not in found:
            lacking += [number] if len(lacking) < LISTED else []
            continue
        raw = {field: entry[column] for field, column in found.items()}
        if row := rows.settle(raw, (shown, number), f"{name}:{number}", marks):
            yield row
    _tell_lacking(path, lacking, columns, seen, rows)


def _tell_lacking(path: Path, lacking: list[int], columns: Columns, seen: dict[str, None], rows: Rows) -> None:
    missing = list(columns.find_missing(seen)) if seen else []
    for message, hint in missing:
        rows.complaints.tell((show_path(path), 0), "missing-column", message, hint)
    if not missing:
        for number in lacking:
            hint = "Give the article's text, or take the line out."
            rows.complaints.tell((show_path(path), number), "missing-field", "text is missing.", hint)


def _read_objects(path: Path, name: str, rows: Rows) -> Iterator[tuple[int, dict[str, object], tuple[int, int]]]:
    """The objects of a file with their lines, from 1, and marks; blank lines and known ones are passed over."""
    shown, number = show_path(path), 0
    known, passed = rows.known.places, []
    try:
        with _open(path) as stream:
            for number, line in enumerate(stream, 1):
                marks = (mark_line(line), mark_line(b"%b:%d\0%b" % (name.encode(), number, line)))
                at = known.get(marks[0], known.get(marks[1]))
                if at is not None:
                    passed.append(at)
                    continue
                entry = _parse(line.removeprefix(_BOM) if number == 1 else line, (shown, number), rows)
                if entry is not None:
                    yield number, entry, marks
        rows.skip(np.array(passed, np.int64))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        place, message = (shown, number), f"It is no whole gzip file: {error}."
        rows.complaints.tell(place, "damaged-file", message, "Fetch or write it again.")
    except OSError as error:
        rows.complaints.add(tell_unreadable(path, error))


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def _parse(line: bytes, place: Place, rows: Rows) -> dict[str, object] | None:
    try:
        text = line.decode()
        entry = json.loads(text) if text.strip() else None
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode()) + 1
        message = f"The line is not UTF-8: byte 0x{line[error.start]:02X}."
        rows.complaints.add(Diagnostic(*place, column, "invalid-utf-8", message, "Save the file as UTF-8."))
    except json.JSONDecodeError as error:
        _tell_json(rows, place, error.colno, f"The line is not JSON: {error.msg}.")
    except (ValueError, RecursionError):
        _tell_json(rows, place, 0, "The line holds a number too long, or lists too deep, to be read.")
    else:
        if entry is None and not text.strip():
            return None
        if isinstance(entry, dict):
            return entry
        _tell_json(rows, place, 1, "The line is not an object.")
    return None


def _tell_json(rows: Rows, place: Place, column: int, message: str) -> None:
    hint = "Write each article as one object on one line."
    rows.complaints.add(Diagnostic(*place, column, "bad-json", message, hint))
