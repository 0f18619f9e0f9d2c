"""The data files of an event: report.json, one CSV a table, and the Data Package that describes them.

Each cell is the exact text with one exception: a text that a spreadsheet would run as a formula gets an apostrophe
before it, so that an article cannot make a reader's spreadsheet call out. The exception is rare in prose, can be taken
back without loss, is written in the package's description, and never touches a number; ``report.json`` has none.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.exports.contract import SCHEMA_VERSION, render_json, report_to_dict
from generator.exports.tables import TABLES, Cell, Table
from generator.model import Report
from generator.words import slugify

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_GUARD_RULE = (
    "A text that begins with a sign spreadsheets take for a formula (= + - @, a tab or a line end, with or without "
    "apostrophes before it) has one apostrophe added in front; take one off to have the exact text. report.json holds "
    "every text exactly. Offsets count code points of an article's text."
)


def render_files(report: Report) -> tuple[tuple[str, bytes], ...]:
    """Every data file of an event as (path within the event's data folder, bytes), sorted by path."""
    data = report_to_dict(report)
    tables = {f"{table.name}.csv": render_csv(table, data).encode() for table in TABLES}
    package = {"datapackage.json": render_package(data, tables).encode(), "report.json": render_json(report).encode()}
    return tuple(sorted({**tables, **package}.items()))


def render_csv(table: Table, data: Mapping[str, Any]) -> str:
    """A table as CSV: texts quoted, numbers bare, absent values empty, lines ended by LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow([field.name for field in table.fields])
    for row in table.rows(data):
        writer.writerow([_guard(cell) for cell in row])
    return out.getvalue().encode("utf-8", "backslashreplace").decode("utf-8")


def render_package(data: Mapping[str, Any], tables: Mapping[str, bytes]) -> str:
    """``datapackage.json`` in version 2 of the standard, which readers of version 1 understand too."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": slugify(data["event"]["id"]) or "event",
        "title": data["event"]["title"],
        "description": _GUARD_RULE,
        "version": SCHEMA_VERSION,
        "resources": [_resource(table, tables[f"{table.name}.csv"]) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _guard(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.title,
        "path": f"{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": field.name, "type": field.type, "description": field.description} for field in table.fields
        ],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if keys := [_foreign_key(field.name, field.refers) for field in table.fields if field.refers]:
        schema["foreignKeys"] = keys
    return schema


def _foreign_key(name: str, refers: tuple[str, str]) -> dict[str, Any]:
    resource, column = refers
    return {"fields": [name], "reference": {"resource": resource, "fields": [column]}}
