"""Which articles tell one event: ``python tests/bench/bench_events.py [FOLDER]``.

Articles of ECB+ (Cybulska and Vossen 2014), two alike events a topic and no dates, are grouped and scored with B3
(Bagga and Baldwin 1998) and the adjusted Rand index, by the folder's own ``score.py``. Our thresholds were chosen on
the odd topics; the even topics tell how they carry over. Beside it runs plain tf-idf with average linkage, whose
threshold is chosen on the odd topics too. Cost is measured on invented archives, with dates.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt
import regex
from measures import Measure
from synthetic import make_events

from generator.grouping import find_events, read_terms

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
SIZES = (1_000, 10_000)
WINDOW = 3
PEER = "tf-idf, average linkage"

Matrix = npt.NDArray[np.float64]


def measure(data: Path) -> tuple[Measure, ...]:
    """B3 and ARI on ECB+: all topics, and those not used for choosing; then seconds of CPU on invented archives."""
    scorer = load_scorer(data)
    return measure_quality(scorer) + measure_cost(scorer)


def measure_quality(scorer: ModuleType) -> tuple[Measure, ...]:
    """Ours and plain tf-idf on the same articles."""
    records = scorer.read("events_ecbplus")
    odd = [record for record in records if record["topic"] % 2]
    even = [record for record in records if not record["topic"] % 2]
    steps = Linkage(odd).steps
    least = max((step / 100 for step in range(5, 60)), key=lambda value: sum(score(scorer, odd, cut(steps, value))))
    rows = []
    for name, chosen in (("all", records), ("even topics", even), ("odd topics", odd)):
        ours = score(scorer, chosen, group(chosen))
        theirs = score(scorer, chosen, cut(Linkage(chosen).steps, least))
        for metric, mine, other in zip(("B3 F1", "ARI"), ours, theirs, strict=True):
            rows.append(Measure("archive", f"events_ecbplus, {name}", metric, mine, PEER, other, "here"))
    return tuple(rows)


def group(records: Sequence[dict[str, Any]]) -> list[int]:
    """Our groups."""
    return list(find_events([read_terms(record["text"]) for record in records], [None] * len(records), window=None))


def score(scorer: ModuleType, records: Sequence[dict[str, Any]], groups: Sequence[int]) -> tuple[float, float]:
    """B3 F1 and ARI, 0 to 100."""
    found = scorer.clusters([record["event"] for record in records], list(groups))
    return found["b3"], found["ari"]


class Linkage:
    """Average linkage over cosines of tf-idf, each word one dimension: the usual first try."""

    def __init__(self, records: Sequence[dict[str, Any]]) -> None:
        self.steps: list[tuple[float, int, int]] = []
        between = compare(records)
        sizes = np.ones(len(between))
        np.fill_diagonal(between, -1)
        for _ in range(len(between) - 1):
            one, other = divmod(int(between.argmax()), len(between))
            self.steps.append((float(between[one, other]), one, other))
            mean = (between[one] * sizes[one] + between[other] * sizes[other]) / (sizes[one] + sizes[other])
            mean[one] = -1
            between[one] = between[:, one] = mean
            between[other] = between[:, other] = -1
            sizes[one] += sizes[other]


def cut(steps: Sequence[tuple[float, int, int]], least: float) -> list[int]:
    """The groups after all steps of ``least`` likeness or more."""
    groups = list(range(len(steps) + 1))
    for value, one, other in steps:
        if value >= least:
            groups = [one if group == other else group for group in groups]
    return groups


def compare(records: Sequence[dict[str, Any]]) -> Matrix:
    """Cosines of all pairs."""
    bags = [Counter(regex.findall(r"\w+", record["text"].lower())) for record in records]
    counts = Counter(word for bag in bags for word in bag)
    places = {word: place for place, word in enumerate(sorted(counts))}
    table = np.zeros((len(bags), len(places)))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            table[row, places[word]] = (1 + np.log(count)) * np.log(len(bags) / counts[word])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return np.asarray(table @ table.T)


def measure_cost(scorer: ModuleType) -> tuple[Measure, ...]:
    """Seconds of CPU, reading and grouping apart, and how right the groups are."""
    return tuple(row for size in SIZES for row in measure_archive(scorer, size))


def measure_archive(scorer: ModuleType, size: int) -> Iterator[Measure]:
    """An invented archive of so many articles, with dates."""
    told = [(event, row) for event, (rows, _) in enumerate(make_events(size)) for row in rows]
    start = time.process_time()
    terms = [read_terms(str(row["text"]), str(row["title"])) for _, row in told]
    read = time.process_time()
    days = [date.fromisoformat(str(row["published"])).toordinal() for _, row in told]
    groups = find_events(terms, days, window=WINDOW)
    grouped = time.process_time()
    name = f"{size:,} invented articles"
    yield Measure("archive", name, "reading terms, CPU s", read - start)
    yield Measure("archive", name, "finding events, CPU s", grouped - read)
    yield Measure("archive", name, "events, B3 F1", scorer.clusters([event for event, _ in told], list(groups))["b3"])


def load_scorer(data: Path) -> ModuleType:
    """The folder's ``score.py``."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: Sequence[str]) -> int:
    """Print a line a figure; exit code 2 where the collection is absent."""
    data = Path(arguments[0]) if arguments else BENCH
    if not (data / "score.py").is_file():
        sys.stdout.write(f"The collections are not here: {data}\n")
        return 2
    for row in measure(data):
        beside = f"{row.peer} {row.theirs:.1f}" if row.theirs is not None else ""
        sys.stdout.write(f"{row.data:30} {row.metric:24} {row.ours:8.1f}   {beside}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
