"""Boilerplate, as runs of words of the earliest article of a period that carries it."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from generator.archive.arrow import list_rows
from generator.archive.catalogue import Catalogue
from generator.archive.mapping import name_runs
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import read_word_rows

_WIDE = pa.schema([("period", pa.int32()), ("shingle", pa.int64()), ("articles", pa.int64()), ("number", pa.int32())])
_COLUMNS = pa.schema(
    [
        ("period", pa.int32()),
        ("articles", pa.int64()),
        ("number", pa.int32()),
        ("start", pa.int32()),
        ("end", pa.int32()),
    ]
)


def put_wordings(state: State, catalogue: Catalogue, wide: pa.Table, settings: Settings) -> None:
    """Keep the runs that too many articles carry (ranks for numbers), and the wordings that they make."""
    if not wide.num_rows:
        return
    rows = wide.sort_by([("period", "ascending"), ("shingle", "ascending")]).to_pylist()
    counts: dict[tuple[int, int], dict[int, int]] = {}
    for row in rows:
        row["number"] = int(catalogue.number[row["number"]])
        counts.setdefault((row["period"], row["number"]), {})[row["shingle"]] = row["articles"]
    state.put("wide", list_rows(rows, _WIDE))
    found = []
    for (period, number), runs in counts.items():
        ((text,),) = state.rows("SELECT text FROM articles WHERE number = ?", [number])
        found += [
            (period, articles, number, *span) for articles, *span in _find_runs(str(text), runs, settings.shingle)
        ]
    state.put("wordings", list_rows([dict(zip(_COLUMNS.names, row, strict=True)) for row in found], _COLUMNS))


def _find_runs(text: str, runs: dict[int, int], size: int) -> Iterator[tuple[int, int, int]]:
    """Maximal stretches of a text that counted runs of words cover: how many articles at most, start, end."""
    rows = read_word_rows([text])
    shingles = name_runs(rows, size).tolist()
    at = [n for n, shingle in enumerate(shingles) if shingle in runs]
    last = -1
    for n, place in enumerate(at):
        if n <= last:
            continue
        last = n
        while last + 1 < len(at) and at[last + 1] == at[last] + 1:
            last += 1
        most = max(runs[shingles[each]] for each in at[n : last + 1])
        yield most, int(rows.starts[place]), int(rows.ends[at[last] + size - 1])
