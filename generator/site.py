"""A site is built beside the old one and takes its place in one step, so that no crash leaves half a site.

The stage ``.<name>.next`` lies next to the site folder, on the same file system. A finished stage is exchanged with
the site by one ``renameat2(RENAME_EXCHANGE)``; where the system has no such call the old site is renamed aside first,
and the next build puts it back if it was killed between the two renames. Only one build of a site runs at a time.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

MARKER = ".variorum"
"""A file in the site's root that lists what the build put there, a name a line; it tells a site from a home folder."""

_MKDOCS_MARKERS = frozenset({"sitemap.xml", "404.html", "assets"})
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class SiteError(Exception):
    """The site folder must not or cannot be replaced; the message says why."""


class BusyError(SiteError):
    """Another build of the same site is running."""


@dataclass(slots=True)
class Stage:
    """A build under way: write the site into ``path``, then ``publish`` or ``discard``; either may come twice."""

    site: Path
    path: Path
    _lock: IO[str] | None

    def publish(self) -> None:
        """Make the stage the site, in one step, and remove the old one."""
        if self._lock is None:
            return
        _mark(self.path)
        try:
            _swap(self.path, self.site)
        except OSError as error:
            raise SiteError(f"{self.site}: cannot be replaced ({error.strerror}); is it a mount point?") from error
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove what was built so far, or the old site after ``publish``, and let other builds run."""
        if self._lock is None:
            return
        shutil.rmtree(self.path, ignore_errors=True)
        shutil.rmtree(_aside(self.site), ignore_errors=True)
        self._lock.close()
        self._lock = None


def open_stage(site: Path, content: Path) -> Stage:
    """Begin a build of ``site`` from ``content``: lock it, mend what a killed build left, and make an empty stage.

    A symbolic link is followed, so that the folder it points at is replaced and the link stays. Raises ``SiteError``
    where the folder holds anything that no earlier build put there or overlaps the content, ``BusyError`` where
    another build holds the lock.
    """
    site, content = site.resolve(), content.resolve()
    _refuse_overlap(site, content)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(site.with_name(f".{site.name}.lock"))
    except OSError as error:
        raise SiteError(f"{site}: cannot be written ({error.strerror})") from error
    try:
        _recover(site)
        _refuse_strangers(site)
        stage = site.with_name(f".{site.name}.next")
        stage.mkdir()
    except OSError as error:
        lock.close()
        raise SiteError(f"{site}: cannot be written ({error.strerror})") from error
    except SiteError:
        lock.close()
        raise
    return Stage(site, stage, lock)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _refuse_overlap(site: Path, content: Path) -> None:
    if site == content or site in content.parents or content in site.parents:
        raise SiteError(f"{site}: the site and the content {content} must not lie one in the other")
    if site == Path(site.anchor) or site == Path.home() or site in Path.cwd().parents or site == Path.cwd():
        raise SiteError(f"{site}: is no folder to put a site in; name one that is absent or empty")


def _refuse_strangers(site: Path) -> None:
    """Replacing a folder deletes it, so it must be absent, empty, or wholly made by an earlier build."""
    if not site.exists():
        return
    if not site.is_dir():
        raise SiteError(f"{site}: is a file, not a folder")
    names = {entry.name for entry in site.iterdir()}
    strangers = names - _built(site, names)
    if strangers:
        first = min(strangers)
        raise SiteError(
            f"{site}: holds {first!r}, which no build put there, and building would delete it; "
            "move it away or name another folder"
        )


def _built(site: Path, names: set[str]) -> set[str]:
    """The names in a folder that a build is known to have made; MkDocs leaves no list, but never writes hidden ones."""
    if MARKER in names:
        return {MARKER, *(site / MARKER).read_text(encoding="utf-8").split("\n")}
    if names >= _MKDOCS_MARKERS and b'content="mkdocs-' in (site / "404.html").read_bytes():
        return {name for name in names if not name.startswith(".")}
    return set()


def _mark(stage: Path) -> None:
    names = sorted(entry.name for entry in stage.iterdir() if entry.name != MARKER)
    (stage / MARKER).write_text("\n".join(names) + "\n", encoding="utf-8")


def _lock(path: Path) -> IO[str]:
    """Hold the lock until the file is closed; the system lets go of it when the process dies."""
    handle = path.open("a", encoding="utf-8")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        handle.close()
        raise BusyError(f"{path}: another build of this site is running") from error
    return handle


def _recover(site: Path) -> None:
    """Clear away what a killed build left: its stage, and the old site if it died between two renames."""
    aside = _aside(site)
    if aside.exists() and not site.exists():
        aside.rename(site)
    for leftover in (aside, site.with_name(f".{site.name}.next")):
        if leftover.exists():
            shutil.rmtree(leftover)


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.last.next")


def _swap(stage: Path, site: Path) -> None:
    """Put the stage in the site's place; the old site is then at the stage's path or aside."""
    if not site.exists():
        stage.rename(site)
    elif not _exchange(stage, site):
        _rename_twice(stage, site)


def _rename_twice(stage: Path, site: Path) -> None:
    site.rename(_aside(site))
    try:
        stage.rename(site)
    except OSError:
        _aside(site).rename(site)
        raise


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two names in one step (Linux 3.15, ``renameat2``); false where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    with suppress(AttributeError):
        rename = ctypes.CDLL(None, use_errno=True).renameat2
        if rename(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) == 0:
            return True
        code = ctypes.get_errno()
        if code not in (errno.ENOSYS, errno.EINVAL):
            raise OSError(code, os.strerror(code))
    return False
