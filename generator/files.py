"""Files as text: how their paths are shown, and which bytes and signs may not be read."""

from __future__ import annotations

from pathlib import Path

from generator import fields
from generator.diagnostics import Diagnostic

CODES = {
    "control-character": fields.CODES["control-character"],
    "invalid-utf-8": "The file is not UTF-8 text.",
    "unreadable-file": "The system does not let the file or folder be read.",
}


def show_path(path: Path) -> str:
    """The path as its user would type it: from the working folder on when it lies below, else whole."""
    whole = path if path.is_absolute() else Path.cwd() / path
    return (whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole).as_posix()


def load_text(path: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""A file's text, with ``\n`` line ends and without a byte order mark, and what is wrong with it.

    The text is empty where there is a fault.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        return "", (tell_unreadable(path, error),)
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return "", (_not_utf_8(path, raw, error),)
    fault = _find_control(path, text)
    return ("", (fault,)) if fault else (text, ())


def _find_control(path: Path, text: str) -> Diagnostic | None:
    """The first sign that no page can show."""
    at = fields.find_control(text)
    if at is None:
        return None
    message, hint = f"The text holds {fields.describe(text[at])}.", "Take the sign out; nothing is changed silently."
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Diagnostic(show_path(path), line, column, "control-character", message, hint)


def _not_utf_8(path: Path, raw: bytes, error: UnicodeDecodeError) -> Diagnostic:
    """The place of the first byte that is not UTF-8; the column counts code points."""
    # The codec counts from behind the byte order mark, which the part before the fault must not count either.
    body = raw.removeprefix(b"\xef\xbb\xbf")
    before = body[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    what = "UTF-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else f"byte 0x{error.object[error.start]:02X}"
    message, hint = f"The file is not UTF-8: {what}.", "Save it as UTF-8."
    return Diagnostic(show_path(path), line, column, "invalid-utf-8", message, hint)


def tell_unreadable(path: Path, error: Exception) -> Diagnostic:
    """The fault of a path that the system does not let be read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "a link that leads to itself"
    hint = "See whether it exists and may be read."
    return Diagnostic(show_path(path), 0, 0, "unreadable-file", f"It cannot be read: {reason}.", hint)
