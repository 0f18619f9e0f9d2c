"""Taking an archive's articles into the state: what is new, what changed, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from generator.archive.arrow import list_column, read_column, to_column, to_lists, to_table
from generator.archive.marks import Known
from generator.archive.reading import Reading
from generator.archive.state import OWN, State
from generator.archive.wordrows import read_word_rows
from generator.grouping import TermReader

_STORED = ("id", "outlet", "published", "text", "title", "url", "author", "agency", "lang")
_TEXTS = 32
"""Texts whose words are found at once: more would not fit the processor's own memory."""


@dataclass(slots=True)
class Taken:
    """The ids of articles that are new or have changed, how many were passed over, and whether two have one id."""

    changed: set[str] = field(default_factory=set)
    passed: int = 0
    twins: bool = False


def load_known(state: State) -> tuple[dict[str, str], Known]:
    """What tells articles read before: stamps of files by id, and marks of rows."""
    stamps = {
        str(name): str(stamp) for name, stamp in state.rows("SELECT id, stamp FROM articles WHERE stamp NOT NULL")
    }
    marked = state.table(
        "SELECT mark, (published IS NULL)::INTEGER AS undated FROM articles WHERE mark NOT NULL ORDER BY mark"
    )
    return stamps, Known(read_column(marked, "mark", np.uint64), read_column(marked, "undated", np.bool_))


def take_in(state: State, reading: Reading) -> Taken:
    """Read the archive to its end; articles that are no longer there are dropped.

    Nothing is certain until the caller has looked at ``reading.faults`` and at ``twins``: a new article may have the id
    of one that was passed over, or a row may stand there twice.
    """
    kept = state.table("SELECT id, number, digest, mark FROM articles")
    held = (kept[name].to_pylist() for name in ("id", "number", "digest"))
    known = {name: (number, digest) for name, number, digest in zip(*held, strict=True)}
    free = max((number for number, _ in known.values()), default=-1) + 1
    taken, seen, terms = Taken(), set(), TermReader()
    for batch in reading:
        ids, digests = batch.column("id").to_pylist(), _digest(batch)
        seen.update(ids)
        fresh = [place for place, name in enumerate(ids) if name not in known or known[name][1] != digests[place]]
        if fresh:
            changed = [known[ids[place]][0] for place in fresh if ids[place] in known]
            for table in OWN:
                state.drop(table, "number", changed)
            rows = batch.take(to_column(np.array(fresh)))
            numbers = np.arange(free, free + len(fresh), dtype=np.int32)
            _store(state, rows, numbers=numbers, digests=[digests[place] for place in fresh], reading=reading)
            _store_terms(state, rows, numbers, terms)
            _store_words(state, numbers.tolist(), rows.column("text").to_pylist())
            free += len(fresh)
            taken.changed.update(ids[place] for place in fresh)
    passed = _find_passed(kept, reading)
    taken.twins = len(passed) != len(set(passed)) or not seen.isdisjoint(passed)
    seen.update(reading.unchanged, passed)
    gone = [number for name, (number, _) in known.items() if name not in seen]
    for table in OWN:
        state.drop(table, "number", gone)
    taken.passed = len(passed)
    return taken


def _find_passed(kept: pa.Table, reading: Reading) -> list[str]:
    """The ids of the rows that were passed over."""
    places = np.concatenate([np.empty(0, np.int64), *reading.rows.passed])
    if not len(places):
        return []
    marks, ids = kept["mark"].to_pylist(), kept["id"].to_pylist()
    names = {mark: name for mark, name in zip(marks, ids, strict=True) if mark is not None}
    return [names[mark] for mark in reading.marked.marks[places].tolist()]


def _store(
    state: State, batch: pa.RecordBatch, *, numbers: npt.NDArray[np.int32], digests: list[int], reading: Reading
) -> None:
    ids = batch.column("id").to_pylist()
    columns = {name: batch.column(name) for name in _STORED}
    read = {
        "digest": to_column(np.array(digests, np.uint64)),
        "stamp": list_column([reading.stamps.get(name) for name in ids], pa.string()),
        "mark": list_column([reading.rows.marks.pop(name, None) for name in ids], pa.uint64()),
    }
    state.put("articles", to_table({"number": numbers, **columns, **read}))


def _store_terms(state: State, batch: pa.RecordBatch, numbers: npt.NDArray[np.int32], reader: TermReader) -> None:
    texts, titles, langs = (batch.column(name).to_pylist() for name in ("text", "title", "lang"))
    terms = reader.read(texts, titles, [lang or "en" for lang in langs])
    bounds = np.cumsum([0, *(len(each.ids) for each in terms)])
    state.put(
        "terms",
        to_table(
            {
                "number": numbers,
                "ids": to_lists(np.concatenate([each.ids for each in terms]), bounds),
                "weights": to_lists(np.concatenate([each.weights for each in terms]), bounds),
            }
        ),
    )


def _store_words(state: State, numbers: Sequence[int], texts: Sequence[str]) -> None:
    parts = [read_word_rows(texts[at : at + _TEXTS]) for at in range(0, len(texts), _TEXTS)]
    bounds = np.cumsum(np.concatenate([[0], *(np.diff(part.bounds) for part in parts)]))
    columns = {
        "number": to_column(np.array(numbers, np.int32)),
        "hashes": to_lists(np.concatenate([part.hashes for part in parts]).view(np.int64), bounds),
        "starts": to_lists(np.concatenate([part.starts for part in parts]).astype(np.int32), bounds),
        "ends": to_lists(np.concatenate([part.ends for part in parts]).astype(np.int32), bounds),
    }
    state.put("words", to_table(columns))


def _digest(batch: pa.RecordBatch) -> list[int]:
    """A number for everything each article says of itself; equal for equal articles, whatever file they came in."""
    columns = [batch.column(name).cast(pa.string()).to_pylist() for name in _STORED]
    rows = ("\x1f".join([value or "" for value in row]) for row in zip(*columns, strict=True))
    digests = (blake2b(row.encode("utf-8", "surrogatepass"), digest_size=8) for row in rows)
    return [int.from_bytes(digest.digest(), "big") for digest in digests]
