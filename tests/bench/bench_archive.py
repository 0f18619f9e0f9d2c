"""What finding the events and passages of an archive gives, and what it costs: ``python tests/bench/bench_archive.py``.

Archives of invented articles, whose passages are known (``synthetic.py``), in processes of their own (``costs.py``).

    --sizes 1000 10000     how many articles; the growth is told from one size to the next
    --large                100,000 articles too, once as always and once with 1 GB
    --spark                the smallest size on Spark too, and whether both engines say the same
    --passim PYTHON        an interpreter that has passim, else VARIORUM_PASSIM names it
    --no-peers             none of them
    --plan                 rows and bytes after each step, and what they come to at a hundred million articles
    --write                put that plan into docs/scale.md
    --dense                the largest of --sizes once more in a tenth of the days
    --copies 10000 100000  nothing but archives of so many copies of one sentence
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
from copies import run_copies
from costs import Cost, run_python
from measures import Measure
from peers import LOOSENED, find_passim, run_here, run_passim
from plan import Sizes, measure_sizes, render_plan, write_plan
from planted import Score, load_reuse, score
from running import discover
from synthetic import EVENTS_A_DAY, Archive, make_archive, write_archive

SIZES = (1_000, 10_000)
LARGE = 100_000
PLAN = Path(__file__).resolve().parents[2] / "docs" / "scale.md"
SAMPLE = 100_000
"""Planted pairs looked at, at most."""
FORCED = 100
"""Articles that brute force compares, every two of them."""

# What a program that aligns does too: the same run, but that of all that is written the passages alone are.
_ALIGN = """
import sys
from pathlib import Path
from generator.archive import discovery
from generator.archive.staging import open_stage
from generator.archive.tables import write_months
from generator.archive.writing import Written

def write_passages(out, *, reuse, **_):
    with open_stage(out) as stage:
        passages = sum(rows.num_rows for rows in write_months(stage, reuse.stream(reuse.months)))
        return Written(stage.publish(), (), passages)

discovery.write_discovery = write_passages
outcome = discovery.discover(Path(sys.argv[1]), Path(sys.argv[2]))
sys.exit(any(fault.severity == "error" for fault in outcome.faults) and repr(outcome.faults[:3]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run over an archive of so many articles."""

    count: int
    cost: Cost
    score: Score
    sizes: Sizes


class Bench:
    """Archives by size and the folders that were made of them, under one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._archives: dict[int, Archive] = {}

    def archive(self, count: int) -> Archive:
        """The archive of so many articles, made once; it is the beginning of any larger one."""
        if count not in self._archives:
            self._archives[count] = make_archive(count)
            write_archive(self._archives[count], self.file(count))
        return self._archives[count]

    def file(self, count: int) -> Path:
        """Where its articles are."""
        return self._folder / f"{count}.parquet"

    def out(self, name: str) -> Path:
        """Where something found goes."""
        return self._folder / name

    def run(self, count: int, name: str = "", **options: object) -> Run:
        """Find the events of an archive, in an empty folder unless ``name`` was used before."""
        archive, out = self.archive(count), self.out(name or f"found-{count}")
        cost = discover(self.file(count), out, options)
        return Run(count, cost, score(archive, out / "reuse", sample=SAMPLE), measure_sizes(self.file(count), out))

    def align(self, count: int) -> Run:
        """Find the passages of an archive and write them as tables; no event folders, no pages."""
        archive, out = self.archive(count), self.out(f"aligned-{count}")
        cost = run_python(_ALIGN, self.file(count), out)
        if cost.code:
            raise RuntimeError(cost.tail)
        return Run(count, cost, score(archive, out / "reuse", sample=SAMPLE), measure_sizes(self.file(count), out))

    def add_one(self, count: int) -> Cost:
        """What one article more costs, where ``count`` articles were compared before."""
        self.archive(count + 1)
        return discover(self.file(count + 1), self.out(f"found-{count}"), {})

    def reuse(self, name: str) -> pa.Table:
        """What a run found, in one order."""
        table = load_reuse(self.out(name) / "reuse")
        return table.sort_by([(column, "ascending") for column in table.column_names])


def measure(_data: Path | None = None) -> tuple[Measure, ...]:
    """Rows of the scoreboard. VARIORUM_LARGE adds 100,000 articles, VARIORUM_PASSIM names where passim is."""
    sizes = (*SIZES, LARGE) if os.environ.get("VARIORUM_LARGE") else SIZES
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        runs = [bench.run(count) for count in sizes]
        return (*_measure_sizes(bench, runs), *_measure_peers(bench, runs[0], find_passim()))


def _measure_sizes(bench: Bench, runs: Sequence[Run]) -> Iterator[Measure]:
    for run in runs:
        yield from _tell_run(run, name_set(run.count))
    for one, other in pairwise(runs):
        data = f"{name_set(one.count)} → {other.count:,}"
        yield Measure("archive", data, "exponent of growth, CPU s", find_exponent(one, other))
    added = bench.add_one(SIZES[-1])
    yield Measure("archive", name_set(SIZES[-1]), "one article added, CPU s", added.cpu)
    if runs[-1].count == LARGE:
        tight = bench.run(LARGE, "tight", memory="1GB")
        yield from _tell_run(tight, f"{name_set(LARGE)}, 1 GB")


def _tell_run(run: Run, data: str) -> Iterator[Measure]:
    yield Measure("archive", data, "recall", run.score.recall)
    for name, (recall, _) in run.score.by_class.items():
        yield Measure("archive", data, f"recall, edits {name}", recall)
    yield Measure("archive", data, "precision", run.score.precision)
    yield Measure("archive", data, "CPU s", run.cost.cpu)
    yield Measure("archive", data, "memory, MB", run.cost.megabytes)


def _measure_peers(bench: Bench, ours: Run, passim: str) -> Iterator[Measure]:
    data = name_set(ours.count)
    alone = bench.align(ours.count)
    yield Measure("archive", data, "CPU s, passages and reuse tables alone", alone.cost.cpu)
    for name, scored, cost in run_peers(bench, ours.count, passim):
        yield Measure("archive", data, "recall", ours.score.recall, name, scored.recall, "here")
        yield Measure("archive", data, "precision", ours.score.precision, name, scored.precision, "here")
        yield Measure("archive", data, "CPU s", alone.cost.cpu, name, cost.cpu, "here")
    few = bench.run(FORCED)
    found, cost = run_here("force", bench.file(FORCED), bench.out("force.parquet"))
    scored, data = score(bench.archive(FORCED), found), name_set(FORCED)
    yield Measure("archive", data, "recall", few.score.recall, "brute force", scored.recall, "here")
    yield Measure("archive", data, "CPU s", few.cost.cpu, "brute force", cost.cpu, "here")


def run_peers(bench: Bench, count: int, passim: str) -> Iterator[tuple[str, Score, Cost]]:
    """Others on the same articles: name, what they found, what they cost."""
    archive = bench.archive(count)
    if passim:
        for name, settings in (("passim", ()), ("passim, loosened", LOOSENED)):
            found, cost = run_passim(passim, bench.file(count), bench.out(name.replace(", ", "-")), settings=settings)
            yield name, score(archive, found), cost
    found, cost = run_here("minhash", bench.file(count), bench.out("minhash.parquet"))
    yield "datasketch MinHash LSH", score(archive, found), cost


def find_exponent(one: Run, other: Run) -> float:
    """The power of the number of articles with which the cost grows."""
    return math.log(other.cost.cpu / one.cost.cpu) / math.log(other.count / one.count)


def name_set(count: int) -> str:
    """The set's name on the scoreboard."""
    return f"{count:,} invented articles"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for."""
    given = _read_options(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if given.copies:
            for line in run_copies(Path(folder), given.copies):
                say(line)
            return 0
        bench = Bench(Path(folder))
        runs = _print_sizes(bench, [*given.sizes, *([LARGE] if given.large else [])])
        if given.plan or given.write:
            say(plan := render_plan([(run.count, run.sizes) for run in runs]))
        if given.write:
            write_plan(PLAN, plan)
        if given.large:
            say(render_run("1 GB", bench.run(LARGE, "tight", memory="1GB")))
        if given.spark:
            _print_spark(bench, min(given.sizes))
        if given.dense:
            _print_dense(bench, max(given.sizes))
        if not given.no_peers:
            _print_peers(bench, min(given.sizes), find_passim(given.passim))
    return 0


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--copies", type=int, nargs="+", default=[])
    parser.add_argument("--passim", default="")
    for flag in ("--large", "--spark", "--no-peers", "--plan", "--write", "--dense"):
        parser.add_argument(flag, action="store_true")
    return parser.parse_args(arguments)


def _print_sizes(bench: Bench, sizes: Sequence[int]) -> list[Run]:
    runs: list[Run] = []
    for count in sizes:
        runs.append(run := bench.run(count))
        say(render_run(f"{count:,}", run))
        if len(runs) > 1:
            say(f"{'':18s}grows with the articles to the power of {find_exponent(runs[-2], run):.2f}")
    count = SIZES[-1] if SIZES[-1] in sizes else sizes[-1]
    added = bench.add_one(count)
    say(f"{count:,} and one article added: {added.cpu:.1f} CPU s, {added.wall:.1f} s, {added.megabytes:.0f} MB")
    return runs


def _print_spark(bench: Bench, count: int) -> None:
    run = bench.run(count, "spark", engine="spark", master="local[2]")
    say(render_run(f"{count:,} on Spark", run))
    same = bench.reuse("spark").equals(bench.reuse(f"found-{count}"))
    say(f"{'':18s}{'the same rows' if same else 'NOT the same rows'} as on DuckDB")


def _print_dense(bench: Bench, count: int) -> None:
    archive = make_archive(count, events_a_day=10 * EVENTS_A_DAY)
    write_archive(archive, bench.file(-count))
    cost = discover(bench.file(-count), bench.out("dense"), {})
    say(render_line(f"{count:,}, ten a day for one", score(archive, bench.out("dense") / "reuse", sample=SAMPLE), cost))
    steps = measure_sizes(bench.file(-count), bench.out("dense"))
    say(f"{'':18s}rows: " + ", ".join(f"{step} {rows:,.0f}" for step, rows in steps.rows.items()))


def _print_peers(bench: Bench, count: int, passim: str) -> None:
    if not passim:
        say("passim: not run, for no interpreter that has it was named (--passim, VARIORUM_PASSIM)")
    say(render_run(f"{count:,}, passages alone", bench.align(count)))
    for name, scored, cost in run_peers(bench, count, passim):
        say(render_line(f"{name}", scored, cost))
    say(render_run(f"{FORCED}", bench.run(FORCED)))
    found, cost = run_here("force", bench.file(FORCED), bench.out("force.parquet"))
    say(render_line("brute force", score(bench.archive(FORCED), found), cost))


def render_run(name: str, run: Run) -> str:
    """One line of what it found and cost."""
    return render_line(name, run.score, run.cost)


def render_line(name: str, scored: Score, cost: Cost) -> str:
    """Recall in all and by class of edits, precision, cost."""
    classes = " ".join(f"{recall:.3f}" for recall, _ in scored.by_class.values())
    return (
        f"{name:24s} recall {scored.recall:.3f} ({classes}) of {scored.pairs:,}, precision {scored.precision:.3f} "
        f"of {scored.reported:,}; {cost.cpu:.1f} CPU s, {cost.wall:.1f} s, {cost.megabytes:.0f} MB"
    )


def say(line: str) -> None:
    """Print at once, for the next line may take minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
