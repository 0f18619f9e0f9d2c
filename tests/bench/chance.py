"""How many runs of words unrelated articles share by chance, among invented articles and in a collection of news.

    python tests/bench/chance.py COLLECTION.jsonl.gz

One article an event on both sides; in pairs of equal runs per million words squared, which does not depend on how many
articles there are or how long they are.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from synthetic import make_archive


def count_chance(texts: Sequence[str], lengths: Sequence[int] = (2, 3, 4, 5, 6, 7, 8)) -> dict[int, float]:
    """Pairs of equal runs of so many words in two articles, per million words squared."""
    words = [re.findall(r"\w+", text.lower()) for text in texts]
    total = sum(map(len, words)) / 1e6
    found = {}
    for length in lengths:
        runs: defaultdict[tuple[str, ...], Counter[int]] = defaultdict(Counter)
        for number, text in enumerate(words):
            for at in range(len(text) - length + 1):
                runs[tuple(text[at : at + length])][number] += 1
        pairs = sum((sum(c.values()) ** 2 - sum(n * n for n in c.values())) // 2 for c in runs.values() if len(c) > 1)
        found[length] = pairs / total**2
    return found


def _print_chance(path: Path) -> None:
    """Chance runs among invented articles, one an event, and among articles of a collection, one an event too."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = [json.loads(line) for line in stream]
    theirs = [row["articles"][0]["text"] if "articles" in row else row["text"] for row in rows]
    archive = make_archive(31 * 150)
    firsts = dict(zip(archive.truth["event"].to_pylist(), archive.truth["article"].to_pylist(), strict=True)).values()
    texts = dict(zip(archive.articles["id"].to_pylist(), archive.articles["text"].to_pylist(), strict=True))
    for name, counts in (
        (path.name, count_chance(theirs[:1000])),
        ("invented", count_chance([texts[x] for x in firsts])),
    ):
        sys.stdout.write(f"{name:28s}" + "".join(f"  {k} words {v:10.3g}" for k, v in counts.items()) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    _print_chance(Path(sys.argv[1]))
