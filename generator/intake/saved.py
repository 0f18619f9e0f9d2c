"""Saved pages from disk: their lines, and what the page states about itself."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import regex

from generator.diagnostics import Diagnostic
from generator.files import load_text, show_path, tell_unreadable
from generator.intake.lines import Line, Removed, split_lines

_DECLARED = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", regex.IGNORECASE)
_WESTERN = {"iso8859-1", "ascii", "cp1252"}


@dataclass(frozen=True, slots=True)
class Saved:
    """A page's lines; ``stated`` values by field; whether its headline stands among the lines; what is left out."""

    lines: tuple[Line, ...]
    stated: Mapping[str, str] = field(default_factory=dict)
    has_headline: bool = True
    left_out: tuple[Removed, ...] = ()


def load_saved(path: Path) -> tuple[Saved, tuple[Diagnostic, ...]]:
    """A saved page of text or HTML by its file's ending, and every fault; without lines where it cannot be read."""
    ending = path.suffix.lower()
    if ending in {".html", ".htm", ".xhtml"}:
        return _load_html(path)
    if ending not in {".txt", ".text", ""}:
        hint = "Save the page as text (.txt) or as HTML (.html)."
        return Saved(()), (Diagnostic(show_path(path), 0, 0, "not-a-page", "This is no text or HTML page.", hint),)
    text, faults = load_text(path)
    return Saved(split_lines(text)), faults


def _load_html(path: Path) -> tuple[Saved, tuple[Diagnostic, ...]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Saved(()), (tell_unreadable(path, error),)
    text, doubt = _decode(raw)
    from generator.intake.html import read_html  # noqa: PLC0415  slow to load, and few runs read a page

    page = read_html(text)
    titled = bool(page.stated.get("title"))
    saved = Saved(page.lines, page.stated, has_headline=not titled, left_out=page.left_out)
    left = [item for item in page.left_out if item.kind == "left-out"]
    faults = [_tell_encoding(path, doubt)] if doubt else []
    faults += [_tell_left_out(path, left[0].line, len(left))] if left else []
    return saved, tuple(faults)


def _decode(raw: bytes) -> tuple[str, str]:
    """The page's text and, where the encoding was not stated or stated wrongly, the one taken.

    The order is that of the HTML standard: byte order mark, declaration, and Windows-1252 in the end; UTF-8 comes
    before it, since no other text of some length passes for it.
    """
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(mark):
            return raw.decode(name, "replace").removeprefix("\ufeff"), ""
    declared = _find_declared(raw)
    for name in [declared, "utf-8"] if declared else ["utf-8"]:
        try:
            return raw.decode(name), "" if name == declared or not declared else name
        except UnicodeDecodeError:
            continue
    return raw.decode("cp1252", "replace"), "windows-1252"


def _find_declared(raw: bytes) -> str:
    """Python's name of the encoding that the page declares; browsers read ISO 8859-1 as Windows-1252."""
    hit = _DECLARED.search(raw[:4096])
    try:
        name = codecs.lookup(hit[1].decode("ascii")).name if hit else ""
    except (LookupError, UnicodeDecodeError):
        return ""
    return "cp1252" if name in _WESTERN else name


def _tell_encoding(path: Path, taken: str) -> Diagnostic:
    message = f"The page does not rightly say how its letters are encoded; it was read as {taken}."
    hint = "See whether accented letters and quotation marks are right, else save the page as UTF-8."
    return Diagnostic(show_path(path), 0, 0, "guessed-encoding", message, hint, "warning")


def _tell_left_out(path: Path, line: int, count: int) -> Diagnostic:
    message = f"Paragraphs that may be the article's were left out: {count}."
    hint = "They stand in the article file under removed, as left-out; put back what belongs to the text."
    return Diagnostic(show_path(path), line, 1, "text-left-out", message, hint, "warning")
