"""Many files written so that all take their places or none does, and nobody's own changes are lost.

What is new is written below ``OUT/.variorum/next``. Once all of it is there, that folder is renamed to ``ready``, and
from then on the files are moved into their places; a run that was stopped in between is finished by the next one. A
full disk is met while ``next`` is written, and leaves everything else as it was.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b, file_digest
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic
from generator.files import show_path

FOLDER = ".variorum"
RECORD = "written.json"
_PLAN = "plan.json"
_KEPT = "It was changed by hand, so it is left as it is."


class BusyError(Exception):
    """Another run is writing into the same folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was written last: the digest of the file, and the id of the article in it, if it is an article's."""

    digest: str
    article: str = ""


@dataclass(slots=True)
class Stage:
    """Files on their way to ``out``; see :func:`open_stage`."""

    out: Path
    record: Mapping[str, Entry]
    faults: list[Diagnostic] = field(default_factory=list)
    _next: dict[str, Entry] = field(default_factory=dict)
    _moving: list[str] = field(default_factory=list)
    _folders: dict[str, Path] = field(default_factory=dict)

    def put(self, name: str, content: bytes, article: str = "") -> None:
        """Have a file of this content at ``out / name``."""
        entry = Entry(_digest(content), article)
        if self._wants(name, entry):
            self.draft(name).write_bytes(content)
            self._moving.append(name)

    def draft(self, name: str) -> Path:
        """A path to write a file at piece by piece; :meth:`take` it when it is whole."""
        folder, _, file = name.rpartition("/")
        if folder not in self._folders:
            self._folders[folder] = self._home / "next" / "files" / folder
            self._folders[folder].mkdir(parents=True, exist_ok=True)
        return self._folders[folder] / file

    def take(self, name: str) -> None:
        """Have the finished draft at ``out / name``."""
        path = self.draft(name)
        if self._wants(name, Entry(_digest_file(path) or "")):
            self._moving.append(name)
        else:
            path.unlink()

    def keep(self, name: str) -> bool:
        """Leave a file as it was last written; false where it was not, or is not there any more."""
        entry = self.record.get(name)
        if entry is None or not os.path.isfile(f"{self.out}/{name}"):  # noqa: PTH113  a third of the time, for every file
            return False
        self._next[name] = entry
        return True

    def articles(self) -> Iterator[tuple[str, str]]:
        """The files with an article in them, with the article's id."""
        return ((name, entry.article) for name, entry in self._next.items() if entry.article)

    def publish(self) -> tuple[Path, ...]:
        """Put all files in their places, take away those that nothing wants any more, and tell which are new."""
        stale = self._find_stale()
        staged = self._home / "next"
        staged.mkdir(parents=True, exist_ok=True)
        _make_folders(self.out, self._moving)
        entries = {name: [entry.digest, entry.article] for name, entry in sorted(self._next.items())}
        (staged / RECORD).write_text(json.dumps(entries, ensure_ascii=False), encoding="utf-8")
        (staged / _PLAN).write_text(json.dumps(stale), encoding="utf-8")
        staged.rename(self._home / "ready")
        _finish(self.out)
        return tuple(self.out / name for name in sorted(self._moving))

    @property
    def _home(self) -> Path:
        return self.out / FOLDER

    def _wants(self, name: str, entry: Entry) -> bool:
        """Whether the file has to be written; notes what will be on disk, and tells of one changed by hand."""
        self._next[name] = entry
        last, path = self.record.get(name), f"{self.out}/{name}"
        if not os.path.lexists(path):
            return True
        if last == entry:
            return False
        found = _digest_file(Path(path))
        if found == entry.digest:
            return False
        if last and found == last.digest:
            return True
        self._tell_kept(name)
        # What was written last stays on record, so that the next run tells of it again.
        self._next[name] = Entry(last.digest if last else "", entry.article)
        return False

    def _find_stale(self) -> list[str]:
        """Files that were written once and are not wanted now; those changed by hand stay, on record."""
        stale = []
        for name in sorted(self.record.keys() - self._next.keys()):
            found = _digest_file(self.out / name)
            if found == self.record[name].digest:
                stale.append(name)
            elif found is not None and self.record[name].digest:
                self._tell_kept(name)
                self._next[name] = self.record[name]
        return stale

    def _tell_kept(self, name: str) -> None:
        hint = "Take it away to have it written anew."
        place = show_path(self.out / name)
        self.faults.append(Diagnostic(place, 0, 0, "edited-file", _KEPT, hint, "warning"))


@contextmanager
def open_stage(out: Path) -> Iterator[Stage]:
    """Begin to write into ``out``, which is made where it is missing; what is not published is gone at the end.

    Finishes first what a run that was stopped had ready. Raises ``OSError`` where the folder cannot be written, and
    :class:`BusyError` where another run is writing into it.
    """
    home = out / FOLDER
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("a", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(str(out)) from error
        _finish(out)
        shutil.rmtree(home / "next", ignore_errors=True)
        try:
            yield Stage(out, load_record(out))
        finally:
            shutil.rmtree(home / "next", ignore_errors=True)


def load_record(out: Path) -> dict[str, Entry]:
    """What was last written into ``out``, by name; nothing where there is no record, or none that can be read."""
    try:
        entries = json.loads((out / FOLDER / RECORD).read_text(encoding="utf-8"))
        return {name: Entry(*entry) for name, entry in entries.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _finish(out: Path) -> None:
    """Move what is ready into its places; may be called again after it was stopped anywhere."""
    ready = out / FOLDER / "ready"
    if not (ready / _PLAN).exists():
        shutil.rmtree(ready, ignore_errors=True)
        return
    files = ready / "files"
    names = sorted(_list_files(str(files)))
    _make_folders(out, names)
    for name in names:
        os.replace(f"{files}/{name}", f"{out}/{name}")  # noqa: PTH105  a third of the time, for every file
    for name in json.loads((ready / _PLAN).read_text(encoding="utf-8")):
        (out / name).unlink(missing_ok=True)
        _drop_empty(out, (out / name).parent)
    if (ready / RECORD).exists():
        (ready / RECORD).replace(out / FOLDER / RECORD)
    (ready / _PLAN).unlink()
    shutil.rmtree(ready, ignore_errors=True)


def _list_files(folder: str) -> Iterator[str]:
    """Every file below a folder, by its path from there."""
    for where, _, files in os.walk(folder):
        inside = where[len(folder) + 1 :]
        yield from (f"{inside}/{name}" if inside else name for name in files)


def _make_folders(out: Path, names: list[str]) -> None:
    """The folders that files need; those made are taken away again where one cannot be."""
    made: list[Path] = []
    try:
        for folder in _find_folders(out, names):
            if not folder.is_dir():
                folder.mkdir()
                made.append(folder)
    except OSError:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _find_folders(out: Path, names: list[str]) -> list[Path]:
    """Every folder that the files stand in, those above first."""
    lowest = {PurePosixPath(name.rpartition("/")[0]) for name in names}
    return sorted({out / folder for below in lowest for folder in (below, *below.parents)})


def _drop_empty(out: Path, folder: Path) -> None:
    """Take away folders that have nothing in them any more, up to ``out``."""
    with suppress(OSError):
        while folder != out:
            os.rmdir(folder)  # noqa: PTH106  # fails where anything is in it, which is the point
            folder = folder.parent


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()


def _digest_file(path: Path) -> str | None:
    """The digest of a file; ``None`` where there is none, and no digest at all for anything else."""
    if not path.exists():
        return None
    if not path.is_file():
        return "-"
    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()
