"""What was found, as the tables that are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from generator.archive.addresses import Gathered, load_addresses, name_events
from generator.archive.catalogue import Catalogue
from generator.archive.records import BOILERPLATE, EVENTS, REUSE
from generator.archive.state import State
from generator.archive.wordrows import Ints

_OPENING = 200
_REUSE = """
SELECT CASE WHEN x.event = y.event THEN y.event END AS event, f.id AS first,
  a.id AS earlier, a.outlet AS earlier_outlet, a.published AS earlier_published,
  p.a_start AS earlier_start, p.a_end AS earlier_end,
  b.id AS later, b.outlet AS later_outlet, b.published AS later_published,
  p.b_start AS later_start, p.b_end AS later_end,
  p.kept, p.a_words AS earlier_words, p.b_words AS later_words,
  2.0::DOUBLE * p.kept / (p.a_words + p.b_words) AS identity
FROM passages p
JOIN articles f ON f.number = p.first
JOIN articles a ON a.number = p.one
JOIN articles b ON b.number = p.other
LEFT JOIN told x ON x.id = a.id
LEFT JOIN told y ON y.id = b.id
ORDER BY b.published NULLS LAST, b.id, p.b_start, a.id, p.a_start, p.b_end, p.a_end
"""
_WORDINGS = """
SELECT w.articles, a.id, w."start", w."end", substring(a.text, w."start" + 1, w."end" - w."start") AS exact
FROM wordings w JOIN articles a ON a.number = w.number
"""


def list_events(state: State, catalogue: Catalogue, event: Ints, out: Path) -> pa.Table:
    """The articles of events of two or more, in the columns of :data:`~generator.archive.records.EVENTS`."""
    names, where, counts = np.unique(event, return_inverse=True, return_counts=True)
    told = np.flatnonzero(counts[where] > 1)
    wanted = pa.table({"number": catalogue.number[told].astype(np.int32), "place": told.astype(np.int32)})
    rows = state.table(
        f"SELECT w.place, a.id, a.outlet, a.published, a.title, substring(a.text, 1, {_OPENING}) AS opening"  # noqa: S608
        " FROM wanted w JOIN articles a ON a.number = w.number ORDER BY w.place",
        wanted=wanted,
    ).to_pylist()
    groups: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in rows:
        groups[int(names[where[row["place"]]])].append(row)
    gathered = [_gather(group) for group in groups.values()]
    addresses = name_events(gathered, load_addresses(out))
    table = [
        {**{name: row[name] for name in ("id", "outlet", "published", "title")}, "event": address}
        for address, group in zip(addresses, groups.values(), strict=True)
        for row in group
    ]
    return pa.Table.from_pylist(table, schema=EVENTS)


def stream_reuse(state: State, events: pa.Table) -> Iterator[pa.RecordBatch]:
    """Every passage that travelled, in the order in which the later article published it."""
    told = events.select(["event", "id"])
    with state.given(told=told):
        yield from state.stream(_REUSE, REUSE, 50_000)


def list_boilerplate(state: State) -> pa.Table:
    """Wordings that too many articles carry, each once, with the most articles of one period that do."""
    seen: dict[str, dict[str, object]] = {}
    for row in state.table(_WORDINGS).to_pylist():
        held = seen.get(row["exact"])
        if held is None or (-row["articles"], row["id"]) < (-int(str(held["articles"])), str(held["id"])):
            seen[row["exact"]] = row
    return pa.Table.from_pylist(list(seen.values()), schema=BOILERPLATE)


def _gather(group: list[dict[str, object]]) -> Gathered:
    first = group[0]
    day = first["published"]
    return Gathered(
        ids=tuple(str(row["id"]) for row in group),
        published=day if isinstance(day, date) else None,
        title=str(first["title"]) if first["title"] else None,
        opening=str(first["opening"]),
    )
