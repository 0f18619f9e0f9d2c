"""How many lines of clean articles the rules for saved pages take out: ``python tests/bench/bench_intake.py``.

The articles are mostly clean, so a line taken out is mostly a fault; each is printed, since some are furniture that
the collections kept. Prints lines, lines taken out, and of these the ones that end as sentences do.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.intake.lines import is_prose, split_lines
from generator.intake.recognition import recognise
from generator.intake.rules import load_rules

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"


def load_texts() -> Iterator[tuple[str, str, str]]:
    """Collection, headline and text of each article."""
    with gzip.open(BENCH / "stories_basil.jsonl.gz", "rt", encoding="utf-8") as stream:
        for event in map(json.loads, stream):
            yield from (("basil", article["title"], article["text"]) for article in event["articles"])
    with gzip.open(BENCH / "quotes_polnear.jsonl.gz", "rt", encoding="utf-8") as stream:
        for article in map(json.loads, stream):
            title, _, text = article["text"].partition("\n")
            yield "polnear", title.rstrip("."), text


def main() -> int:
    """Print what is taken out and the counts; exit code 2 where the collections are absent."""
    if not BENCH.is_dir():
        sys.stdout.write(f"The collections are not here: {BENCH}\n")
        return 2
    rules = load_rules()
    counts: Counter[tuple[str, str]] = Counter()
    for name, title, text in load_texts():
        for way, page in (("with headline", f"{title.strip()}\n\n{text}"), ("without", text)):
            lines = split_lines(page)
            found = recognise(lines, rules)
            counts[f"{name}, {way}", "lines"] += len(lines)
            for item in found.removed:
                sentence = is_prose(item.text)
                counts[f"{name}, {way}", "removed"] += 1
                counts[f"{name}, {way}", "removed sentences"] += sentence
                sys.stdout.write(f"{name}, {way}\t{item.kind}{' *' if sentence else ''}\t{item.text[:200]}\n")
    for way, what in sorted(counts):
        sys.stdout.write(f"{way}: {counts[way, what]} {what}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
