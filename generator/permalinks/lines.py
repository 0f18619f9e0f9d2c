"""The registry as a file: a line a thing, in order of identifier, so that two branches seldom touch the same place.

A line is a JSON object with the fields of an entry that are not empty, in one order; stamps are written as
2031-05-02.3, the day and the number of a publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from generator.diagnostics import Diagnostic
from generator.permalinks.entries import Entry, Kind, Stamp, Stay

HEAD = "# Addresses of this event, written by variorum build. Commit this file; do not edit it.\n"

_HINT = "Restore the line as it was; of a merge, keep the lines of both sides, and of one line the older."
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)\.([1-9]\d{0,8})")
_TEXTS = ("siglum", "exact", "prefix", "suffix", "home", "slug", "moved")
_LISTS = ("former", "members", "core", "had", "rows", "led")
_FIELDS = frozenset({"id", "kind", "since", "gone", "was", "away", "stays", *_TEXTS, *_LISTS})


class LineError(ValueError):
    """A line is no entry; says why, and at which column."""

    def __init__(self, message: str, column: int = 1) -> None:
        """Keep the column, from 1."""
        super().__init__(message)
        self.column = column


def render_lock(entries: Iterable[Entry]) -> str:
    """The file's whole text; the same entries in any order give the same text."""
    lines = [json.dumps(_to_dict(entry), ensure_ascii=False) for entry in sorted(entries, key=lambda one: one.id)]
    return HEAD + "".join(f"{line}\n" for line in lines)


def read_lock(text: str, path: str) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries of a file's text, and a fault for each line that is none; ``path`` is only for the faults."""
    entries: dict[str, Entry] = {}
    faults: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            entry = _read(line)
        except LineError as error:
            faults.append(Diagnostic(path, number, error.column, "bad-lock", str(error), _HINT))
            continue
        if entries.setdefault(entry.id, entry) != entry:
            faults.append(
                Diagnostic(path, number, 1, "bad-lock", f"{entry.id} stands twice, with two meanings.", _HINT)
            )
    faults += _dangling(entries, path, text)
    return tuple(entries[name] for name in sorted(entries)), tuple(faults)


def _dangling(entries: Mapping[str, Entry], path: str, text: str) -> list[Diagnostic]:
    """Lines that lead to no other, or round in a circle."""
    faults = []
    for entry in entries.values():
        seen, at = {entry.id}, entry
        while at.moved in entries and at.moved not in seen:
            at = entries[at.moved]
            seen.add(at.id)
        if at.moved:
            lines = text.split("\n")
            number = next((n for n, line in enumerate(lines, 1) if f'"id": "{entry.id}"' in line), 0)
            message = f"{entry.id} has moved to {at.moved}, which is not there or leads back."
            faults.append(Diagnostic(path, number, 1, "bad-lock", message, "Restore the line that is missing."))
    return faults


def _to_dict(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": entry.id, "kind": entry.kind, "since": str(entry.since)}
    fields |= {name: getattr(entry, name) for name in (*_TEXTS, *_LISTS)}
    fields["stays"] = {
        stay.siglum: [str(stay.since), *([str(stay.until)] if stay.until else [])] for stay in entry.stays
    }
    fields["away"] = [[str(gone), str(back)] for gone, back in entry.away]
    fields["was"] = [[str(stamp), words] for stamp, words in entry.was]
    fields["gone"] = str(entry.gone) if entry.gone else ""
    return {name: value for name, value in fields.items() if value}


def _read(line: str) -> Entry:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        raise LineError("A merge was left unfinished here.")
    try:
        fields = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise LineError("The line is not JSON.", getattr(error, "colno", 1)) from None
    if not isinstance(fields, dict):
        raise LineError("The line is not an object.")
    _refuse_unknown(fields)
    texts: dict[str, Any] = {name: _value(fields, name, str) for name in _TEXTS}
    lists: dict[str, Any] = {name: tuple(_texts(fields, name)) for name in _LISTS}
    gone = _value(fields, "gone", str)
    return Entry(
        kind=fields["kind"],
        id=fields["id"],
        since=_stamp(fields["since"]),
        stays=tuple(_stays(_value(fields, "stays", dict))),
        away=tuple((_stamp(gone), _stamp(back)) for gone, back in _pairs(fields, "away")),
        was=tuple((_stamp(when), words) for when, words in _pairs(fields, "was")),
        gone=_stamp(gone) if gone else None,
        **texts,
        **lists,
    )


def _refuse_unknown(fields: Mapping[str, Any]) -> None:
    if unknown := sorted(fields.keys() - _FIELDS):
        raise LineError(f"{unknown[0]} is not a field.")
    for name in ("id", "kind", "since"):
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise LineError(f"The line has no {name}.")
    if fields["kind"] not in get_args(Kind):
        raise LineError(f"{fields['kind']} is not a kind of thing.")


def _value(fields: Mapping[str, Any], name: str, kind: Callable[[], Any]) -> Any:
    value = fields.get(name, kind())
    if type(value) is not kind:
        raise LineError(f"{name} is not what belongs there.")
    return value


def _texts(fields: Mapping[str, Any], name: str) -> list[str]:
    values: list[str] = _value(fields, name, list)
    if not all(isinstance(value, str) for value in values):
        raise LineError(f"{name} is not a list of texts.")
    return values


def _pairs(fields: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
    pairs: list[Any] = _value(fields, name, list)
    if not all(isinstance(pair, list) and [type(part) for part in pair] == [str, str] for pair in pairs):
        raise LineError(f"{name} is not a list of pairs.")
    return [(when, words) for when, words in pairs]


def _stays(stays: Mapping[str, Any]) -> list[Stay]:
    found = []
    for siglum, times in sorted(stays.items()):
        if not isinstance(times, list) or len(times) not in (1, 2):
            raise LineError(f"The stay of {siglum} is not a list of one time or two.")
        found.append(Stay(siglum, *map(_stamp, times)))
    return found


def _stamp(text: Any) -> Stamp:
    hit = _STAMP.fullmatch(text) if isinstance(text, str) else None
    if not hit:
        raise LineError(f"{text} is not a day and number such as 2031-05-02.3.")
    return Stamp(int(hit[2]), hit[1])
