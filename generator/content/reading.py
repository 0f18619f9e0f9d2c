"""Paths of the content folder: what a folder holds, and which paths may be read."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.files import show_path, tell_unreadable


def list_folder(folder: Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """What a folder holds, hidden files left out, in an order that no file system decides."""
    try:
        found = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        return (), (tell_unreadable(folder, error),)
    return tuple(sorted(found, key=lambda path: path.name)), ()


def find_place_fault(path: Path, root: Path, *, folder: bool = False) -> Diagnostic | None:
    """What keeps a path from being read as a file, or as a folder: its kind, or a link out of ``root``."""
    try:
        mode = path.stat().st_mode
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError) as error:
        return tell_unreadable(path, error)
    if not inside:
        hint = "Copy the file into the content folder."
        return Diagnostic(show_path(path), 0, 0, "outside-content", "The link leads out of the content folder.", hint)
    if folder and not stat.S_ISDIR(mode):
        return Diagnostic(show_path(path), 0, 0, "not-a-folder", "A folder is expected here.", "Move the file.")
    if not folder and not stat.S_ISREG(mode):
        return Diagnostic(show_path(path), 0, 0, "not-a-file", "A file is expected here.", "Rename or move it.")
    return None
