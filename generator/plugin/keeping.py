"""Addresses that last: which the content's registries hold, and writing them down before the site is public."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from generator import content, pages, site
from generator.diagnostics import Diagnostic
from generator.model import Event, Report
from generator.permalinks import Registry, register, retire
from generator.plugin.policy import add_policy

Keeping = Literal["read", "write", "frozen"]
"""What becomes of the registries: only ``variorum build`` writes them, and with ``--frozen`` a change is a fault."""


def load_locks(folder: Path, events: Iterable[Event]) -> tuple[content.Lock, ...]:
    """The registry of each event; raises ``ContentError`` where one cannot be read."""
    return tuple(content.load_lock(folder / event.name) for event in events)


def register_all(reports: Iterable[Report], locks: Iterable[content.Lock]) -> Iterator[Registry]:
    """Each report under the identifiers of its registry."""
    for report, lock in zip(reports, locks, strict=True):
        yield register(report, lock.entries, day=_epoch_day())


def retire_all(locks: Iterable[content.Lock]) -> Iterator[Registry]:
    """The registries of events that were taken out."""
    for lock in locks:
        yield retire(lock.path.parent.name, lock.entries, day=_epoch_day())


def keep_locks(locks: tuple[content.Lock, ...], registries: tuple[Registry, ...]) -> Iterator[Diagnostic]:
    """Write what changed; where a file cannot be written the site is built all the same, with a warning."""
    for path, text in content.find_changes(locks, registries).items():
        try:
            site.write_file(path, text)
        except OSError as error:
            yield content.tell_unwritable(path, error)


def render_redirect(redirect: pages.Redirect, imprint: pages.Imprint, *, policy: bool) -> bytes:
    """A document that leads on, with a policy that lets its one line of script run."""
    html = pages.render_redirect(redirect, imprint.url, pages.load_tongue(imprint.lang))
    return (add_policy(html, (pages.REDIRECT_SCRIPT,)) if policy else html).encode()


def _epoch_day() -> str:
    """The day that SOURCE_DATE_EPOCH names; without it the newest article's counts, and never the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdecimal() else ""
