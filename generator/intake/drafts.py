"""One saved page as an article: what the editor gives wins, then what the page states, then what its lines say."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from generator import fields
from generator.diagnostics import Diagnostic
from generator.files import show_path
from generator.intake.lines import Line, Removed
from generator.intake.recognition import Recognition, recognise
from generator.intake.requests import FIELDS, Ask, Request
from generator.intake.rules import load_rules
from generator.intake.saved import Saved

TRIES = 3
"""How often a field is asked for when the answer is unsound."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article file before it is written: values in order of :data:`FIELDS`, paragraphs, lines taken out, faults."""

    request: Request
    siglum: str
    values: Mapping[str, str]
    body: tuple[str, ...]
    removed: tuple[Removed, ...]
    faults: tuple[Diagnostic, ...] = ()

    def tell(self, code: str, message: str, hint: str) -> Diagnostic:
        """A fault at the place of the request, or at the saved page where the request has none."""
        return _tell(self.request, code, message, hint)


def build_draft(request: Request, saved: Saved, *, ask: Ask | None = None) -> Draft:
    """The draft of one page; ``ask`` is called for what is required and not found, and for a headline."""
    given = {name: settle(getattr(request, name)) for name in FIELDS if getattr(request, name).strip()}
    known = dict(saved.stated) | given
    known |= _ask_for("outlet", known, request, ask)
    found = recognise(
        saved.lines,
        load_rules(),
        outlet=known.get("outlet", ""),
        title=known.get("title", ""),
        has_headline=saved.has_headline,
    )
    known = _read_lines(found) | known
    for name in ("published", "title"):
        known |= _ask_for(name, known, request, ask)
    values = {name: known[name] for name in FIELDS if known.get(name)}
    body = tuple(unicodedata.normalize("NFC", line.text) for line in found.body)
    removed = (*_find_replaced(found, values), *found.removed, *saved.left_out)
    faults = tuple(_find_faults(request, values, body))
    return Draft(request, request.siglum.strip(), values, body, tuple(sorted(removed, key=_place)), faults)


def settle(text: str) -> str:
    """The text as front matter keeps it: NFC, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _read_lines(found: Recognition) -> dict[str, str]:
    """The values that the lines give."""
    values = {
        "title": found.title.text if found.title else "",
        "standfirst": found.standfirst.text if found.standfirst else "",
        "published": found.published,
        "author": found.author,
        "agency": found.agency,
        "updated": found.updated if found.updated > found.published else "",
    }
    return {name: settle(value) for name, value in values.items() if value}


def _ask_for(name: str, known: Mapping[str, str], request: Request, ask: Ask | None) -> dict[str, str]:
    """The answer for a field that is not known; nothing where it is, or nobody answers soundly."""
    if known.get(name) or ask is None:
        return {}
    for _ in range(TRIES):
        answer = settle(ask(name, show_path(request.file)) or "")
        if not answer:
            return {}
        if fields.find_fault(name, fields.ARTICLE[name], answer) is None:
            return {name: answer}
    return {}


def _find_replaced(found: Recognition, values: Mapping[str, str]) -> list[Removed]:
    """The lines that stood as headline or standfirst where the editor, or the page, gives another."""
    pairs: list[tuple[str, str, Line | None]] = [
        ("headline", "title", found.title),
        ("standfirst", "standfirst", found.standfirst),
    ]
    return [
        Removed(line.number, kind, line.text)
        for kind, name, line in pairs
        if line and settle(line.text) != values.get(name)
    ]


def _find_faults(request: Request, values: Mapping[str, str], body: tuple[str, ...]) -> list[Diagnostic]:
    found = []
    for name, value in values.items():
        fault = fields.find_fault(name, fields.ARTICLE[name], value)
        if fault:
            found.append(_tell(request, fault.code, fault.message, fault.hint))
    for name in ("outlet", "published"):
        if name not in values:
            message, hint = (
                f"{show_path(request.file)} does not say its {name}.",
                f"Give it with --{name}, or as a column.",
            )
            found.append(_tell(request, "missing-field", message, hint))
    for text in body:
        if (at := fields.find_control(text)) is not None:
            message = f"{show_path(request.file)} holds {fields.describe(text[at])}."
            found.append(_tell(request, "control-character", message, "Take the sign out of the page."))
    if not body:
        hint = "See whether the page was saved whole."
        found.append(_tell(request, "empty-page", f"{show_path(request.file)} holds no text.", hint))
    if "title" not in values and body:
        message, hint = f"{show_path(request.file)} has no headline.", "Add a line title: … to the article file."
        found.append(_tell(request, "no-headline", message, hint, warning=True))
    return found


def _tell(request: Request, code: str, message: str, hint: str, *, warning: bool = False) -> Diagnostic:
    path = request.path or show_path(request.file)
    return Diagnostic(path, request.line, request.column, code, message, hint, "warning" if warning else "error")


def _place(item: Removed) -> tuple[bool, int]:
    """Lines in order, those whose place is not known last."""
    return not item.line, item.line
