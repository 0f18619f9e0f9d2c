"""What others find in the same archive: passim, MinHash with locality-sensitive hashing, and brute force.

Each is given a Parquet file of articles and gives a table of pairs of spans, in six of the columns of our reuse table.
passim is run where it is installed, in an interpreter that VARIORUM_PASSIM or an option names; the project does not
bring it. The package of that name on PyPI is another program, about passwords.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import regex
from costs import Cost, run
from planted import is_detectable

COLUMNS = ("earlier", "earlier_start", "earlier_end", "later", "later_start", "later_end")
LOOSENED = ("-n", "15", "-m", "2", "-a", "30", "-g", "100")
"""Settings of passim that find more, at the price of chance alignments."""

Row = tuple[str, int, int, str, int, int]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")

# passim's own command starts Spark with a library for its clustering, fetched anew; its alignment needs none of it.
# What `passim` asks of `seriatim` besides, all pairs of different series, is asked here too; `id` is carried along.
_PASSIM = """
import sys
import passim
given = ["--all-pairs", "--fields", "xxhash64(series) as gid", "id", "--filterpairs", "gid < gid2", "--to-extents"]
passim.main([*given, *sys.argv[3:], sys.argv[1], sys.argv[2]])
"""
_SPARK = "--master local[2] --driver-memory 4g --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1"


def find_passim(given: str = "") -> str:
    """The interpreter that has passim, or nothing."""
    named = given or os.environ.get("VARIORUM_PASSIM", "")
    return named if named and Path(named).is_file() else ""


def run_passim(python: str, archive: Path, folder: Path, *, settings: Sequence[str] = ()) -> tuple[pa.Table, Cost]:
    """passim's pairwise alignments, all its processes counted; an outlet is a series.

    Raises:
        RuntimeError: It did not end well; with the last of what it printed.
    """
    folder.mkdir(parents=True)
    documents = folder / "documents.json"
    with documents.open("w", encoding="utf-8") as stream:
        for row in pq.read_table(archive, columns=["id", "outlet", "text"]).to_pylist():
            stream.write(json.dumps({"id": row["id"], "series": row["outlet"], "text": row["text"]}) + "\n")
    environment = {"PYSPARK_PYTHON": python, "PYSPARK_SUBMIT_ARGS": f"{_SPARK} pyspark-shell"}
    cost = run([python, "-c", _PASSIM, documents, folder / "out", *settings], environment=environment)
    if cost.code:
        raise RuntimeError(cost.tail)
    found = ds.dataset(folder / "out" / "tmp" / "extents.parquet", partitioning="hive").to_table()
    return found.select(["id", "begin", "end", "id2", "begin2", "end2"]).rename_columns(COLUMNS), cost


def run_here(name: str, archive: Path, out: Path) -> tuple[pa.Table, Cost]:
    """A peer of this file, in a process of its own.

    Raises:
        RuntimeError: It did not end well; with the last of what it printed.
    """
    cost = run([sys.executable, __file__, name, archive, out])
    if cost.code:
        raise RuntimeError(cost.tail)
    return pq.read_table(out), cost


def find_by_minhash(articles: Sequence[dict[str, str]]) -> Iterator[Row]:
    """Paragraphs of two outlets whose sets of three-word runs are alike at Jaccard .3 or more, by 128 hashes."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # only this peer needs it

    index: Any = MinHashLSH(threshold=0.3, num_perm=128)
    known: list[tuple[dict[str, str], int, int]] = []
    for article in articles:
        for paragraph in regex.finditer(r"[^\n]+", article["text"]):
            words = _WORD.findall(paragraph[0].casefold())
            sketch = MinHash(num_perm=128)
            sketch.update_batch({" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)} or {b""})
            for other, start, end in (known[number] for number in index.query(sketch)):
                if other["outlet"] != article["outlet"]:
                    yield other["id"], start, end, article["id"], *paragraph.span()
            index.insert(len(known), sketch)
            known.append((article, *paragraph.span()))


def find_by_force(articles: Sequence[dict[str, str]]) -> Iterator[Row]:
    """Every local alignment of every two articles of different outlets (Smith and Waterman 1981) that is detectable.

    At two prices: a low one goes through much edited passages, a high one parts passages that stand close together.
    """
    tokens = [[(match[0].casefold(), *match.span()) for match in _WORD.finditer(a["text"])] for a in articles]
    ids: defaultdict[str, int] = defaultdict(lambda: len(ids))
    numbers = [np.array([ids[word] for word, _, _ in words]) for words in tokens]
    for one, other in combinations(range(len(articles)), 2):
        if articles[one]["outlet"] == articles[other]["outlet"]:
            continue
        pair = numbers[one], numbers[other]
        for a, b, c, d in {span for price in (1, 2) for span in align_locally(*pair, price=price)}:
            words, others = tokens[one][a:b], tokens[other][c:d]
            if is_detectable([w for w, _, _ in words], [w for w, _, _ in others]):
                yield (
                    articles[one]["id"], words[0][1], words[-1][2],
                    articles[other]["id"], others[0][1], others[-1][2],
                )  # fmt: skip


def align_locally(
    one: npt.NDArray[np.int64], other: npt.NDArray[np.int64], *, price: int, least: int = 8
) -> list[tuple[int, int, int, int]]:
    """Local alignments of at least so high a score that do not overlap, as word ranges, the best first.

    An equal word scores 2; a word in one only, or another word, costs ``price``. A cell holds its score and, in its
    lower bits, where its alignment began; a row is computed at once, steps along it by a running maximum.
    """
    width, begin = len(other), 1 << 24
    gain, loss = 2 * begin, price * begin
    column = np.arange(width)
    before = np.zeros(width + 1, np.int64)
    best: dict[int, tuple[int, int, int]] = {}
    for row, word in enumerate(one.tolist()):
        fresh = (row << 12) + column
        diagonal = np.where(before[:-1] >= begin, before[:-1], fresh) + np.where(other == word, gain, -loss)
        cells = np.maximum(diagonal, before[1:] - loss)
        cells = np.maximum.accumulate(cells + column * loss) - column * loss
        cells[cells < begin] = 0
        before[1:] = cells
        for at in np.flatnonzero(cells >= least * begin).tolist():
            value, start = divmod(int(cells[at]), begin)
            if value > best.get(start, (0, 0, 0))[0]:
                best[start] = (value, row + 1, at + 1)
    taken: list[tuple[int, int, int, int]] = []
    for start, (_, row, at) in sorted(best.items(), key=lambda item: -item[1][0]):
        first, second = divmod(start, 1 << 12)
        if all(b <= first or row <= a or d <= second or at <= c for a, b, c, d in taken):
            taken.append((first, row, second, at))
    return taken


def main(name: str, archive: Path, out: Path) -> int:
    """Run one peer: read the articles, write its table."""
    articles = pq.read_table(archive, columns=["id", "outlet", "text"]).to_pylist()
    rows = list({"minhash": find_by_minhash, "force": find_by_force}[name](articles))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    types = [pa.string(), pa.int64(), pa.int64()] * 2
    pq.write_table(pa.table([pa.array(c, t) for c, t in zip(columns, types, strict=True)], names=list(COLUMNS)), out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])))
