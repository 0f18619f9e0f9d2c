"""The registries of addresses beside the content: ``<event>/permalinks.lock``, read and written whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.content.reading import find_place_fault, list_folder
from generator.diagnostics import ContentError, Diagnostic
from generator.files import load_text, show_path
from generator.permalinks import Entry, Registry, read_lock, render_lock

NAME = "permalinks.lock"


@dataclass(frozen=True, slots=True)
class Lock:
    """A registry's file and what it holds; ``text`` is ``None`` where there is no file."""

    path: Path
    text: str | None
    entries: tuple[Entry, ...] = ()


def load_lock(folder: Path) -> Lock:
    """The registry of the event in a folder; raises :class:`ContentError` with every line that cannot be read."""
    lock, faults = read_lock_file(folder)
    if faults:
        raise ContentError(faults)
    return lock


def read_lock_file(folder: Path) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """The registry of the event in a folder, empty where there is none, and its faults."""
    path = folder / NAME
    if not path.exists() and not path.is_symlink():
        return Lock(path, None), ()
    misplaced = find_place_fault(path, folder.parent)
    if misplaced:
        return Lock(path, None), (misplaced,)
    text, faults = load_text(path)
    if faults:
        return Lock(path, None), faults
    entries, wrong = read_lock(text, show_path(path))
    return Lock(path, text, entries), wrong


def is_removed(folder: Path) -> bool:
    """Whether an event was taken out: its registry alone is left."""
    return (folder / NAME).exists() and not (folder / "index.md").exists() and not (folder / "articles").exists()


def load_removed(root: Path) -> tuple[Lock, ...]:
    """The registries of events that were taken out of a content folder; raises :class:`ContentError` for a bad one."""
    folders, _ = list_folder(root)
    return tuple(load_lock(folder) for folder in folders if folder.is_dir() and is_removed(folder))


def find_stale(locks: Sequence[Lock], registries: Sequence[Registry]) -> tuple[Diagnostic, ...]:
    """A fault for each file that a build would change, for builds that must not."""
    hint = "Build without --frozen, look at what changed in the file, and commit it."
    message = "The addresses of this event are not what the file says."
    changed = find_changes(locks, registries)
    return tuple(Diagnostic(show_path(path), 0, 0, "stale-lock", message, hint) for path in sorted(changed))


def find_changes(locks: Sequence[Lock], registries: Sequence[Registry]) -> Mapping[Path, bytes]:
    """The files that have to be written, with their bytes."""
    texts = ((lock, render_lock(registry.entries)) for lock, registry in zip(locks, registries, strict=True))
    return {lock.path: text.encode() for lock, text in texts if lock.text != text}


def tell_unwritable(path: Path, error: OSError) -> Diagnostic:
    """The warning that addresses are not kept this time."""
    message, hint = f"The addresses are not kept: {error.strerror}.", "Make the event's folder writable."
    return Diagnostic(show_path(path), 0, 0, "unwritable-lock", message, hint, "warning")
