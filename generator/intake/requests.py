"""What the editor asks for: a saved page, and what is known about it beforehand."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import ContentError, Diagnostic
from generator.fields import nearest
from generator.files import load_text, show_path

FIELDS = ("outlet", "title", "published", "standfirst", "url", "author", "agency", "updated", "lang", "rights")
"""The front-matter fields a request may give, in the order in which they are written."""

Ask = Callable[[str, str], str | None]
"""``ask(field, file)``: what the editor types for a field that was not found; ``None`` or empty text leaves it out."""


@dataclass(frozen=True, slots=True)
class Request:
    """One saved page to add, with the values the editor gives; they win over whatever the page says.

    Empty text means not given. ``published`` and ``updated`` are ISO 8601 text. An empty ``siglum`` is made from
    the outlet, else from the file's stem. ``path``, ``line`` and ``column`` say where the request itself was written
    (a row of a CSV file), so that a fault in it can be pointed at.
    """

    file: Path
    siglum: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""
    standfirst: str = ""
    url: str = ""
    author: str = ""
    agency: str = ""
    updated: str = ""
    lang: str = ""
    rights: str = ""
    path: str = ""
    line: int = 0
    column: int = 0


def load_requests(csv_path: Path) -> tuple[Request, ...]:
    """The requests of a CSV file with a header row: ``file``, and any of ``siglum`` and :data:`FIELDS`.

    ``file`` is relative to the CSV file; cells are parted by commas, semicolons or tabs. Raises
    :class:`generator.diagnostics.ContentError` with every fault.
    """
    text, faults = load_text(csv_path)
    if faults:
        raise ContentError(faults)
    place = show_path(csv_path)
    try:
        rows = _read_rows(text)
    except csv.Error as error:
        raise ContentError([_fault(place, 1, f"This is not CSV: {error}.")]) from None
    header = [name.strip() for name in rows[0][1]] if rows else []
    faults = (*_find_header_faults(header, place), *_find_row_faults(rows[1:], header, place))
    if faults:
        raise ContentError(faults)
    return tuple(_build_request(csv_path, header, line, cells) for line, cells in rows[1:])


def _read_rows(text: str) -> list[tuple[int, list[str]]]:
    """Each row that is not blank, with the line on which it ends."""
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]


def _find_header_faults(header: Sequence[str], place: str) -> list[Diagnostic]:
    known = ("file", "siglum", *FIELDS)
    found = []
    for column, name in enumerate(header, start=1):
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else f"The columns are {', '.join(known)}."
            found.append(Diagnostic(place, 1, column, "unknown-column", f"{name} is not a column that is read.", hint))
        elif header.index(name) < column - 1:
            found.append(_fault(place, 1, f"The column {name} stands twice."))
    if "file" not in header:
        found.append(_fault(place, 1, "There is no column file."))
    return found


def _find_row_faults(rows: Sequence[tuple[int, list[str]]], header: Sequence[str], place: str) -> list[Diagnostic]:
    found = [
        _fault(place, line, f"The row has {len(cells)} cells under {len(header)} columns.")
        for line, cells in rows
        if len(cells) != len(header)
    ]
    at = header.index("file") if "file" in header else -1
    found += [
        _fault(place, line, "The row names no file.")
        for line, cells in rows
        if 0 <= at < len(cells) and not cells[at].strip()
    ]
    if not rows:
        found.append(_fault(place, 1, "There is no row below the header."))
    return found


def _fault(place: str, line: int, message: str) -> Diagnostic:
    hint = "The first row names the columns, such as file,siglum,outlet,published; each other row is an article."
    return Diagnostic(place, line, 1, "bad-csv", message, hint)


def _build_request(csv_path: Path, header: Sequence[str], line: int, cells: Sequence[str]) -> Request:
    values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    file = csv_path.parent / values.pop("file")
    return Request(file, **values, path=show_path(csv_path), line=line, column=1)
