"""Faults in the content: where, which, and what to do about it; all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Format = Literal["text", "json", "github"]


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """A fault with its place. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"


class ContentError(Exception):
    """The content cannot be published as it stands; carries every fault found, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the faults in order of place."""
        self.diagnostics = tuple(sorted(diagnostics))
        super().__init__("\n".join(render_text(item) for item in self.diagnostics))


def render_text(diagnostic: Diagnostic) -> str:
    """``path:line:column: code message`` and the hint on a line of its own, as editors and ruff write it."""
    place = ":".join(str(part) for part in (diagnostic.path, diagnostic.line, diagnostic.column) if part)
    label = "warning: " if diagnostic.severity == "warning" else ""
    head = f"{_one_line(place)}: {label}{diagnostic.code} {_one_line(diagnostic.message)}"
    return f"{head}\n  hint: {_one_line(diagnostic.hint)}" if diagnostic.hint else head


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """A JSON array of objects with the fields of :class:`Diagnostic`."""
    return json.dumps([asdict(item) for item in diagnostics], ensure_ascii=False, indent=2)


def render_github(diagnostic: Diagnostic) -> str:
    """A workflow command that GitHub shows on the faulty line of a pull request."""
    message = f"{diagnostic.message} {diagnostic.hint}".strip()
    places = {"file": diagnostic.path, "line": diagnostic.line, "col": diagnostic.column, "title": diagnostic.code}
    properties = ",".join(f"{key}={_escape(str(value), ',:')}" for key, value in places.items() if value)
    return f"::{diagnostic.severity} {properties}::{_escape(message)}"


def render(diagnostics: Iterable[Diagnostic], form: Format = "text") -> str:
    """All faults in one of the three forms; empty text for none, except in JSON."""
    if form == "json":
        return render_json(diagnostics)
    one = render_github if form == "github" else render_text
    return "\n".join(one(item) for item in diagnostics)


def _one_line(text: str) -> str:
    """Content may hold line ends and control signs; a diagnostic stays on its line and cannot drive a terminal."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def _escape(text: str, extra: str = "") -> str:
    """Percent-encode what would end a workflow command early."""
    for sign in "%\r\n" + extra:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
