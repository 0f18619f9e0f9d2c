"""Addresses of an archive's events: from the earliest article's day and headline, and the same at every run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from generator.words import slugify

_OPENING = 80
"""Code points of a text that stand in for a headline."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """An event before it has an address: its articles' ids, earliest first, and what the earliest begins with."""

    ids: tuple[str, ...]
    published: date | None
    title: str | None
    opening: str = ""


def name_events(events: Sequence[Gathered], known: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The address of each event, all different, in the order of ``events``.

    ``known`` are the addresses that articles' events had before, by id (see :func:`load_addresses`). An event keeps
    the address that its earliest article brings along; where two events would keep the same, the one that is first by
    day and id has it. A new address never is one that another event had.
    """
    known = known or {}
    order = sorted(range(len(events)), key=lambda at: (events[at].published or date.max, events[at].ids[0]))
    taken: set[str] = set()
    named: dict[int, str] = {}
    for at in order:
        brought = (known[name] for name in events[at].ids if name in known)
        kept = next((address for address in brought if address not in taken), None)
        if kept:
            named[at] = kept
            taken.add(kept)
    taken |= set(known.values())
    for at in order:
        if at not in named:
            named[at] = _make_address(events[at], taken)
            taken.add(named[at])
    return tuple(named[at] for at in range(len(events)))


def load_addresses(out: Path) -> dict[str, str]:
    """The address of the event of each article, by id, as last written into ``out``; nothing where nothing was."""
    try:
        with pq.ParquetFile(out / "events.parquet") as file:
            table = file.read(columns=["id", "event"])
    except (OSError, pa.ArrowException):
        return {}
    return dict(zip(table["id"].to_pylist(), table["event"].to_pylist(), strict=True))


def _make_address(event: Gathered, taken: Collection[str]) -> str:
    """``2026-05-03-fire-at-the-harbour``; where that is taken, with a few signs of the earliest id's digest."""
    words = slugify(event.title or "") or slugify(event.opening[:_OPENING]) or "event"
    plain = f"{event.published.isoformat() if event.published else 'undated'}-{words}"
    if plain not in taken:
        return plain
    digest = blake2b("\n".join(event.ids).encode()).hexdigest()
    return next(longer for size in range(6, 129) if (longer := f"{plain}-{digest[:size]}") not in taken)
