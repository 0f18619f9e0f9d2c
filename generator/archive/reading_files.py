"""Articles as files with front matter, the way an event's folder keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator import fields
from generator.archive.columns import Columns
from generator.archive.rows import Row, Rows
from generator.content.body import settle_body
from generator.content.matter import Matter, MatterError, read_matter
from generator.content.values import read_values
from generator.files import load_text, show_path


def read_article_file(path: Path, name: str, columns: Columns, rows: Rows) -> Iterator[Row]:
    """The article in a file; its id is its path in the archive, its text the standfirst and the body."""
    text, unreadable = load_text(path)
    rows.complaints.add(*unreadable)
    if unreadable:
        return
    try:
        matter = _rename(read_matter(text, show_path(path)), columns)
    except MatterError as error:
        rows.complaints.add(error.diagnostic)
        return
    values, wrong = read_values(matter, fields.ARTICLE, (), show_path(path))
    rows.complaints.add(*matter.faults, *wrong)
    if any(fault.severity == "error" for fault in (*matter.faults, *wrong)):
        return
    parts = (values.get("standfirst", ""), settle_body(matter.body))
    raw = {key: value for key, value in values.items() if key in columns.names}
    raw |= {"id": name.removesuffix(".md"), "text": "\n\n".join(part for part in parts if part)}
    if row := rows.settle(raw, (show_path(path), 0), name):
        yield row


def _rename(matter: Matter, columns: Columns) -> Matter:
    """The entries under their fields' own names; one entry may hold several fields, and a field's own name may not."""
    found = columns.find(matter.entries)
    held = {field: matter.entries[column] for field, column in found.items()}
    apart = matter.entries.keys() - {*found.values(), *columns.names}
    return replace(matter, entries={key: entry for key, entry in matter.entries.items() if key in apart} | held)
