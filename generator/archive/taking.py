"""Taking an archive's articles into the state: what is new, what changed, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from generator.archive.reading import Reading
from generator.archive.state import State
from generator.grouping import read_terms

_STORED = ("id", "outlet", "published", "text", "title", "url", "author", "agency", "lang")


@dataclass(slots=True)
class Taken:
    """The ids of articles that are new or have changed, and how many articles there are now."""

    changed: set[str] = field(default_factory=set)
    removed: int = 0


def take_in(state: State, reading: Reading) -> Taken:
    """Read the archive to its end; articles that are no longer there are dropped.

    Nothing is certain until the caller has looked at ``reading.faults``.
    """
    kept = state.table("SELECT id, number, digest FROM articles").to_pylist()
    known = {row["id"]: (row["number"], row["digest"]) for row in kept}
    free = max((number for number, _ in known.values()), default=-1) + 1
    taken, seen = Taken(), set()
    for batch in reading:
        ids, digests = batch.column("id").to_pylist(), _digest(batch)
        seen.update(ids)
        fresh = [place for place, name in enumerate(ids) if name not in known or known[name][1] != digests[place]]
        if fresh:
            changed = [known[ids[place]][0] for place in fresh if ids[place] in known]
            for table in ("articles", "terms"):
                state.drop(table, "number", changed)
            free = _store(state, batch.take(pa.array(fresh)), [digests[place] for place in fresh], reading, free)
            taken.changed.update(ids[place] for place in fresh)
    seen.update(reading.unchanged)
    gone = [number for name, (number, _) in known.items() if name not in seen]
    for table in ("articles", "terms"):
        state.drop(table, "number", gone)
    taken.removed = len(gone)
    return taken


def _store(state: State, batch: pa.RecordBatch, digests: list[int], reading: Reading, free: int) -> int:
    numbers = pa.array(np.arange(free, free + batch.num_rows), pa.int32())
    rows = batch.to_pylist()
    stamps = pa.array([reading.stamps.get(row["id"]) for row in rows], pa.string())
    columns = {name: batch.column(name) for name in _STORED}
    state.put(
        "articles",
        pa.table({"number": numbers, **columns, "digest": pa.array(digests, pa.uint64()), "stamp": stamps}),
    )
    terms = [read_terms(row["text"], row["title"], row["lang"] or "en") for row in rows]
    state.put(
        "terms",
        pa.table(
            {
                "number": numbers,
                "ids": _lists([each.ids for each in terms], pa.int64()),
                "weights": _lists([each.weights for each in terms], pa.float32()),
            }
        ),
    )
    end: int = free + batch.num_rows
    return end


def _lists(arrays: Sequence[npt.NDArray[np.int64] | npt.NDArray[np.float32]], kind: pa.DataType) -> pa.ListArray:
    bounds = np.concatenate([[0], np.cumsum([len(array) for array in arrays])]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(bounds), pa.array(np.concatenate(arrays), kind))


def _digest(batch: pa.RecordBatch) -> list[int]:
    """A number for everything each article says of itself; equal for equal articles, whatever file they came in."""
    columns = [batch.column(name).cast(pa.string()).to_pylist() for name in _STORED]
    rows = ("\x1f".join([value or "" for value in row]) for row in zip(*columns, strict=True))
    digests = (blake2b(row.encode("utf-8", "surrogatepass"), digest_size=8) for row in rows)
    return [int.from_bytes(digest.digest(), "big") for digest in digests]
