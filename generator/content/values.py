"""Front matter's entries as sound text, field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from generator import fields
from generator.content.matter import Entry, Matter
from generator.diagnostics import Diagnostic
from generator.fields import Kind


def read_values(
    matter: Matter, known: Mapping[str, Kind], required: Sequence[str], path: str
) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The text of each known field, NFC and on one line, and every fault; lists are checked but not returned."""
    values: dict[str, str] = {}
    faults = list(_find_unknown(matter.entries, known, path))
    for name in known:
        entry = matter.entries.get(name)
        if entry is None or entry.value is None:
            continue
        fault = _find_fault(name, known[name], entry, path)
        if fault:
            faults.append(fault)
        elif known[name] != "list":
            values[name] = _settle(entry.value)
    faulty = {fault.line for fault in faults}
    faults += _find_missing(matter.entries, values, required, faulty, path)
    return values, tuple(faults)


def _settle(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _find_unknown(entries: Mapping[str, Entry], known: Mapping[str, Kind], path: str) -> list[Diagnostic]:
    found = []
    for name, entry in entries.items():
        if name not in known:
            near = fields.nearest(name, known)
            hint = f"Did you mean {near}?" if near else f"The fields are {', '.join(known)}."
            message = f"{name} is not a field that is read."
            found.append(Diagnostic(path, entry.line, entry.column, "unknown-field", message, hint, "warning"))
    return found


def _find_fault(name: str, kind: Kind, entry: Entry, path: str) -> Diagnostic | None:
    """What is wrong with one entry."""
    expected = list if kind == "list" else str
    if not isinstance(entry.value, expected):
        message = f"{name} is {describe(entry.value)}, not {'a list' if kind == 'list' else 'text'}."
        hint = _advise(name, kind, entry.value)
        return Diagnostic(path, entry.line, entry.column, "wrong-type", message, hint)
    # What YAML may write as an escape sign, a file may not hold either; a list is kept for the editor alone.
    fault = (
        fields.find_fault(name, kind, entry.value.strip())
        if isinstance(entry.value, str) and entry.value.strip()
        else None
    )
    return Diagnostic(path, entry.line, entry.column, fault.code, fault.message, fault.hint) if fault else None


def describe(value: object) -> str:
    """What kind of thing a value is, in an editor's words."""
    kinds = {bool: "a yes or no", int: "a number", float: "a number", list: "a list", dict: "a mapping", str: "text"}
    return kinds.get(type(value), "something else")


def _advise(name: str, kind: Kind, value: object) -> str:
    if kind == "list":
        return "Write each item on a line of its own, after a hyphen."
    if isinstance(value, list | dict):
        return f"Write {name} as one line of text, in quotation marks."
    return f'Put it in quotation marks: {name}: "…"'


def _find_missing(
    entries: Mapping[str, Entry], values: Mapping[str, str], required: Sequence[str], faulty: set[int], path: str
) -> list[Diagnostic]:
    """Required fields without a value; one that has a fault already is not told of twice."""
    found = []
    for name in required:
        entry = entries.get(name)
        if values.get(name) or (entry and entry.line in faulty):
            continue
        line, column = (entry.line, entry.column) if entry else (1, 1)
        hint = f"Add a line {name}: … between the two lines of hyphens."
        found.append(Diagnostic(path, line, column, "missing-field", f"{name} is missing.", hint))
    return found
