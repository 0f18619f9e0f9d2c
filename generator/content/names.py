"""Names of files in the content folder: those that nothing reads, that two share, or that make no address."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator import fields
from generator.content import locks
from generator.content.reading import list_folder
from generator.diagnostics import Diagnostic
from generator.files import show_path

Faults = list[Diagnostic]


def find_strays(folder: Path) -> Iterable[Diagnostic]:
    """What stands in an event's folder and is not read, files of a folder one by one."""
    for path in list_folder(folder)[0]:
        if path.name in {"index.md", "articles", "claims", locks.NAME}:
            continue
        below = list_folder(path)[0] if path.is_dir() and not path.is_symlink() else ()
        for stray in below or (path,):
            yield unread(stray, "An event's folder has an index.md and the folders articles and claims.")


def find_twins(paths: Sequence[Path], faults: Faults) -> None:
    """Names that differ in case alone would be one file on some systems, and one address."""
    folded = Counter(unicodedata.normalize("NFC", path.stem).casefold() for path in paths)
    for path in paths:
        if folded[unicodedata.normalize("NFC", path.stem).casefold()] > 1:
            message, hint = f"{path.stem} stands twice, but for case.", "Rename one of them."
            faults.append(Diagnostic(show_path(path), 0, 0, "duplicate-siglum", message, hint))


def tell_name(path: Path, name: str, what: str, faults: Faults) -> None:
    """A name that cannot be part of an address is a fault."""
    fault = fields.find_name_fault(unicodedata.normalize("NFC", name), what)
    if fault:
        faults.append(Diagnostic(show_path(path), 0, 0, fault.code, fault.message, fault.hint))


def unread(path: Path, hint: str) -> Diagnostic:
    """A file that nothing reads."""
    return Diagnostic(show_path(path), 0, 0, "unread-file", "Nothing reads this.", hint, "warning")
