"""From requests to article files: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator import fields
from generator.diagnostics import Diagnostic
from generator.files import show_path
from generator.intake.drafts import Draft, build_draft
from generator.intake.requests import Ask, Request
from generator.intake.saved import load_saved
from generator.intake.writing import render_article, render_index, write_files
from generator.words import slugify


def add_articles(
    requests: Sequence[Request],
    event: str,
    content_dir: Path,
    *,
    ask: Ask | None = None,
    overwrite: bool = False,
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write ``content_dir/event/articles/<siglum>.md`` for each request: all of them, or none where one has a fault.

    Returns the paths written (the event's ``index.md`` first, where it was missing) and the diagnostics, sorted by
    place. Where a diagnostic is an error nothing was written; warnings may accompany written files. Never raises for
    bad content. An article file that exists is a fault unless ``overwrite``. A field that is required and not
    found (``outlet``, ``published``) is asked for with ``ask``, also a headline; without ``ask`` a missing
    required field is an error and a missing headline a warning. ``content_dir`` is made where it is missing.
    """
    faults = _find_event_faults(event)
    drafts = []
    for request in requests:
        saved, unreadable = load_saved(request.file)
        faults += unreadable
        if not any(fault.severity == "error" for fault in unreadable):
            draft = build_draft(request, saved, ask=ask)
            drafts.append(draft)
            faults += draft.faults
    named = _name_drafts(drafts)
    folder = content_dir / event
    faults += _find_name_faults(named, folder, overwrite=overwrite)
    if any(fault.severity == "error" for fault in faults):
        return (), tuple(sorted(faults))
    texts = {folder / "articles" / f"{draft.siglum}.md": render_article(draft) for draft in named}
    if texts and not (folder / "index.md").exists():
        texts = {folder / "index.md": render_index(event)} | texts
    written, unwritten = write_files(texts)
    return written, tuple(sorted([*faults, *unwritten]))


def _find_event_faults(event: str) -> list[Diagnostic]:
    fault = fields.find_name_fault(event, "the name of an event")
    return [Diagnostic(event, 0, 0, fault.code, fault.message, fault.hint)] if fault else []


def _name_drafts(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Each draft with its siglum: the one given, else the outlet's name, numbered where several have it."""
    taken = {draft.siglum for draft in drafts if draft.siglum}
    named = []
    for draft in drafts:
        siglum = draft.siglum or _make_siglum(draft, taken)
        taken.add(siglum)
        named.append(replace(draft, siglum=siglum))
    return tuple(named)


def _make_siglum(draft: Draft, taken: set[str]) -> str:
    stem = slugify(draft.values.get("outlet", "")) or slugify(draft.request.file.stem) or "article"
    number = 1
    while (siglum := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return siglum


def _find_name_faults(drafts: Sequence[Draft], folder: Path, *, overwrite: bool) -> list[Diagnostic]:
    """What keeps drafts from having their sigla: bad ones, two alike, files that exist."""
    found = []
    seen: set[str] = set()
    for draft in drafts:
        path = folder / "articles" / f"{draft.siglum}.md"
        fault = fields.find_name_fault(draft.siglum, "a siglum")
        if fault:
            found.append(draft.tell(fault.code, fault.message, fault.hint))
        elif draft.siglum in seen:
            hint = "Give each page a siglum of its own."
            found.append(draft.tell("duplicate-siglum", f"Two pages have the siglum {draft.siglum}.", hint))
        elif path.exists() and not overwrite:
            message, hint = f"{show_path(path)} exists already.", "Give the page another siglum, or remove the file."
            found.append(draft.tell("article-exists", message, hint))
        seen.add(draft.siglum)
    return found
