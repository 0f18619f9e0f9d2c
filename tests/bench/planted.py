"""What part of the planted passages a reuse table holds, and what part of the table was planted.

A planted pair is two copies of one passage in articles of different outlets. It is *detectable* where the direct
alignment of the two copies (word Levenshtein) keeps at least eight words and its identity, twice the kept words over
the words of both, is .5 at least. It is *found* where the reported pairs of spans that touch both copies cover,
together and on each side, at least half of the shorter copy. A reported pair is *right* where it touches both copies
of a planted pair, detectable or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.dataset as ds
import regex
from rapidfuzz.distance import Levenshtein
from synthetic import Archive

LEAST_KEPT = 8
LEAST_IDENTITY = 0.5
CLASSES = ("0 %", "to 10 %", "to 20 %", "to 30 %", "to 40 %", "over 40 %")
"""Edits of both copies over the words of the passage; each class leaves out what the class before it holds."""

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Score:
    """Recall in all and by class of edits (0 to 1, with the number of pairs behind each), precision, reported pairs."""

    recall: float
    by_class: dict[str, tuple[float, int]]
    precision: float
    pairs: int
    reported: int


def find_detectable(archive: Archive, *, sample: int | None = None) -> pa.Table:
    """The detectable pairs among all planted pairs, or among so many drawn by lot (always the same ones).

    Columns ``a`` and ``b``: rows of ``archive.truth``; ``rate``: edits of both copies over the passage's words.
    """
    pairs = _list_pairs(archive.truth)
    if sample is not None and len(pairs) > sample:
        pairs = pairs[np.sort(np.random.default_rng(0).choice(len(pairs), sample, replace=False))]
    needed, where = np.unique(pairs, return_inverse=True)
    words = _read_words(archive, needed)
    kept = np.array([is_detectable(words[a], words[b]) for a, b in where.reshape(-1, 2)], dtype=np.bool_)
    pairs = pairs[kept] if len(pairs) else pairs
    edits, length = (archive.truth[name].to_numpy() for name in ("edits", "words"))
    rate = (edits[pairs[:, 0]] + edits[pairs[:, 1]]) / length[pairs[:, 0]]
    return pa.table({"a": pairs[:, 0], "b": pairs[:, 1], "rate": rate})


def is_detectable(one: list[str], other: list[str]) -> bool:
    """Whether two wordings align, word by word, in enough words and a large enough share of them."""
    equal = sum(block.size for block in Levenshtein.editops(one, other).as_matching_blocks())
    return equal >= LEAST_KEPT and 2 * equal >= LEAST_IDENTITY * (len(one) + len(other))


def _list_pairs(truth: pa.Table) -> npt.NDArray[np.int64]:
    """Rows of two copies of one passage in articles of different outlets."""
    outlets = truth["outlet"].to_numpy(zero_copy_only=False)
    order = np.argsort(truth["passage"].to_numpy(), kind="stable")
    bounds = np.flatnonzero(np.diff(truth["passage"].to_numpy()[order])) + 1
    groups = [np.sort(rows) for rows in np.split(order, bounds)]
    pairs = [np.stack([rows[i] for i in np.triu_indices(len(rows), 1)], axis=1) for rows in groups]
    every = np.concatenate(pairs) if pairs else np.empty((0, 2), np.int64)
    return np.asarray(every[outlets[every[:, 0]] != outlets[every[:, 1]]])


def _read_words(archive: Archive, rows: npt.NDArray[np.int64]) -> list[list[str]]:
    """The folded words of these copies."""
    texts = dict(zip(archive.articles["id"].to_pylist(), archive.articles["text"].to_pylist(), strict=True))
    copies = archive.truth.take(pa.array(rows)).to_pylist()
    return [_WORD.findall(texts[row["article"]][row["start"] : row["end"]].casefold()) for row in copies]


def score(archive: Archive, reuse: pa.Table | Path, *, sample: int | None = None) -> Score:
    """Measure a reuse table, or a folder of Parquet files that hold one, against what was planted.

    Of the table it needs ``earlier``, ``earlier_start``, ``earlier_end``, ``later``, ``later_start``, ``later_end``.
    """
    detectable = find_detectable(archive, sample=sample)
    with duckdb.connect() as base:
        base.execute("SET enable_progress_bar = false")
        base.register("rows", reuse if isinstance(reuse, pa.Table) else load_reuse(reuse))
        base.register("truth", archive.truth.append_column("row", pa.array(range(archive.truth.num_rows), pa.int64())))
        base.register("detectable", detectable)
        base.execute(_TOUCHING)
        reported, right = base.execute(_RIGHT).fetchone() or (0, 0)
        found = base.execute(_FOUND).fetchnumpy()
    return _sum_up(detectable, found, int(reported), int(right))


def load_reuse(folder: Path) -> pa.Table:
    """The reuse table that a run wrote, a file a month."""
    return ds.dataset(sorted(map(str, folder.glob("*.parquet")))).to_table()


# Rows of the table, numbered, with the copies of one passage that they touch, in the order of the truth.
_TOUCHING = """
CREATE TEMP TABLE reported AS
  SELECT row_number() OVER () AS n, earlier, earlier_start, earlier_end, later, later_start, later_end FROM rows;
CREATE TEMP TABLE touching AS
SELECT
  n, least(e.row, l.row) AS a, greatest(e.row, l.row) AS b,
  CASE WHEN e.row < l.row THEN greatest(earlier_start, e.start) ELSE greatest(later_start, l.start) END AS a_start,
  CASE WHEN e.row < l.row THEN least(earlier_end, e.end) ELSE least(later_end, l.end) END AS a_end,
  CASE WHEN e.row < l.row THEN greatest(later_start, l.start) ELSE greatest(earlier_start, e.start) END AS b_start,
  CASE WHEN e.row < l.row THEN least(later_end, l.end) ELSE least(earlier_end, e.end) END AS b_end
FROM reported
JOIN truth AS e ON e.article = earlier AND e.start < earlier_end AND earlier_start < e.end
JOIN truth AS l ON l.article = later AND l.start < later_end AND later_start < l.end AND l.passage = e.passage
WHERE e.row <> l.row
"""

_RIGHT = "SELECT (SELECT count(*) FROM reported), (SELECT count(DISTINCT n) FROM touching)"

# Spans of one side that overlap count once: each begins where the spans before it have ended.
_FOUND = """
WITH sides AS (
  SELECT a, b, 0 AS side, a_start AS s, a_end AS t FROM touching
  UNION ALL SELECT a, b, 1, b_start, b_end FROM touching
), fresh AS (
  SELECT a, b, side, t, greatest(s, coalesce(max(t) OVER (
    PARTITION BY a, b, side ORDER BY s, t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), s)) AS s
  FROM sides
), covered AS (
  SELECT a, b, side, sum(greatest(t - s, 0)) AS covered FROM fresh GROUP BY a, b, side
)
SELECT d.a, d.b FROM detectable AS d
JOIN covered AS c ON c.a = d.a AND c.b = d.b
JOIN truth AS x ON x.row = d.a JOIN truth AS y ON y.row = d.b
GROUP BY d.a, d.b
HAVING count(*) = 2 AND min(covered) * 2 >= least(any_value(x.end - x.start), any_value(y.end - y.start))
"""


def _sum_up(detectable: pa.Table, found: Mapping[str, npt.NDArray[np.int64]], reported: int, right: int) -> Score:
    hits = set(zip(found["a"].tolist(), found["b"].tolist(), strict=True))
    rates = detectable["rate"].to_numpy()
    classes = np.minimum(np.ceil(np.round(rates * 10, 9)), len(CLASSES) - 1).astype(int)
    hit = np.array(
        [pair in hits for pair in zip(detectable["a"].to_pylist(), detectable["b"].to_pylist(), strict=True)]
    )
    by_class = {
        name: (float(hit[classes == which].mean()), int((classes == which).sum()))
        for which, name in enumerate(CLASSES)
        if (classes == which).any()
    }
    recall = float(hit.mean()) if len(hit) else 0.0
    return Score(recall, by_class, right / reported if reported else 1.0, len(hit), reported)
