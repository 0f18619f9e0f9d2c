"""The invented archives that the benchmarks measure on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from costs import run_python
from peers import align_locally, find_passim, run_here
from plan import Sizes, extrapolate, render_plan, write_plan
from planted import find_detectable, is_detectable, score
from synthetic import Archive, make_archive, write_archive


@pytest.fixture(scope="module")
def archive() -> Archive:
    return make_archive(300)


def test_the_same_seed_gives_the_same_archive_and_another_seed_another(archive: Archive) -> None:
    assert make_archive(300) == archive
    assert make_archive(300, seed=1) != archive


def test_a_small_archive_is_the_beginning_of_a_larger_one(archive: Archive) -> None:
    small = make_archive(100)
    assert small.articles.equals(archive.articles.slice(0, 100))
    assert small.truth.equals(archive.truth.slice(0, small.truth.num_rows))


def test_a_copy_without_edits_has_the_words_of_its_passage(archive: Archive) -> None:
    texts = dict(zip(archive.articles["id"].to_pylist(), archive.articles["text"].to_pylist(), strict=True))
    wordings: dict[int, set[str]] = {}
    for row in archive.truth.to_pylist():
        if row["edits"]:
            continue
        exact = texts[row["article"]][row["start"] : row["end"]]
        words = exact.replace(",", " ").replace(".", " ").casefold().split()
        assert len(words) == row["words"]
        wordings.setdefault(row["passage"], set()).add(" ".join(words))
    assert len(wordings) > 10
    assert all(len(variants) == 1 for variants in wordings.values())


def test_copies_are_edited_in_up_to_three_tenths_of_their_words(archive: Archive) -> None:
    rates = [row["edits"] / row["words"] for row in archive.truth.to_pylist()]
    assert max(rates) <= 0.3 + 0.5 / 8  # a passage has eight words at least; edits are whole words
    assert 0.25 < sum(rate == 0 for rate in rates) / len(rates) < 0.5


def test_an_event_is_told_by_many_outlets_within_three_days(archive: Archive) -> None:
    articles = {row["id"]: row for row in archive.articles.to_pylist()}
    events: dict[int, list[dict[str, object]]] = {}
    for row in archive.truth.to_pylist():
        events.setdefault(row["event"], []).append(articles[row["article"]])
    for members in events.values():
        days = [row["published"] for row in members]
        assert max(days) - min(days) <= timedelta(days=2)  # type: ignore[operator, type-var]  # dates
        names = {row["id"] for row in members}
        assert len({row["outlet"] for row in members}) >= min(len(names), 30) * 0.9


def test_copies_are_detectable_with_eight_equal_words_and_half_of_all() -> None:
    words = "the ferry left the old pier before noon on monday".split()  # noqa: SIM905  # reads as a sentence
    assert is_detectable(words, words)
    assert not is_detectable(words[:7], words[:7])
    assert is_detectable(words[:8], words[:8])
    assert is_detectable(words[:8] + ["x"] * 8, words[:8] + ["y"] * 8)
    assert not is_detectable(words[:8] + ["x"] * 9, words[:8] + ["y"] * 8)


def reuse(archive: Archive, *, keep: float = 1.0) -> list[dict[str, object]]:
    """A table that reports each detectable pair, the first of its articles cut to so much of the passage."""
    copies = archive.truth.to_pylist()
    rows = []
    for a, b, _ in zip(*(column.to_pylist() for column in find_detectable(archive).columns), strict=True):
        one, other = copies[a], copies[b]
        end = one["start"] + int((one["end"] - one["start"]) * keep)
        row = {"earlier": one["article"], "earlier_start": one["start"], "earlier_end": end}
        rows.append(row | {"later": other["article"], "later_start": other["start"], "later_end": other["end"]})
    return rows


def test_a_table_of_all_pairs_scores_full_and_of_half_of_them_half(archive: Archive) -> None:
    rows = reuse(archive)
    whole, half = score(archive, pa.Table.from_pylist(rows)), score(archive, pa.Table.from_pylist(rows[::2]))
    assert (whole.recall, whole.precision, whole.reported) == (1, 1, whole.pairs)
    assert half.recall == pytest.approx(0.5, abs=0.001)
    assert sum(count for _, count in whole.by_class.values()) == whole.pairs


def test_a_pair_told_the_other_way_round_counts_as_much(archive: Archive) -> None:
    other = {"earlier": "later", "later": "earlier"}
    turned = [
        {key.replace(side, other[side]): value for key, value in row.items() for side in other if key.startswith(side)}
        for row in reuse(archive)
    ]
    assert score(archive, pa.Table.from_pylist(turned)).recall == 1


def test_less_than_half_of_a_passage_is_not_found_but_right(archive: Archive) -> None:
    scored = score(archive, pa.Table.from_pylist(reuse(archive, keep=0.3)))
    assert scored.recall < 0.02  # a copy may be much shorter than the other
    assert scored.precision == 1


def test_two_parts_of_a_passage_count_together_and_a_part_told_twice_once(archive: Archive) -> None:
    first = reuse(archive, keep=0.4)
    rest = [{**row, "earlier_start": part["earlier_end"]} for row, part in zip(reuse(archive), first, strict=True)]
    assert score(archive, pa.Table.from_pylist(first + rest)).recall == 1
    assert score(archive, pa.Table.from_pylist(first + first)).recall < 0.2


def test_a_pair_beside_the_passages_is_wrong(archive: Archive) -> None:
    rows = reuse(archive)
    beside = {**rows[0], "later_start": 10**6, "later_end": 10**6 + 50}
    assert score(archive, pa.Table.from_pylist([*rows[:3], beside])).precision == 0.75


def test_a_sample_is_drawn_from_the_detectable_pairs(archive: Archive) -> None:
    every, some = find_detectable(archive), find_detectable(archive, sample=200)
    pairs = set(zip(every["a"].to_pylist(), every["b"].to_pylist(), strict=True))
    assert some.num_rows <= 200
    assert set(zip(some["a"].to_pylist(), some["b"].to_pylist(), strict=True)) <= pairs


def test_a_plan_goes_on_with_the_power_between_the_last_two_sizes(tmp_path: Path) -> None:
    assert extrapolate([(10, 7.0), (100, 1000.0), (1000, 100_000.0)], 10_000) == pytest.approx(1e7)
    assert extrapolate([(100, 50.0)], 1000) == extrapolate([(10, 0.0), (100, 50.0)], 1000) == 500
    sizes = [(n, Sizes({"links": n * 3.0}, {"state": n * 1e3}, {"links": n * 0.01})) for n in (100, 1000)]
    path = tmp_path / "plan.md"
    path.write_text("before\n<!-- plan -->\nold\n<!-- end of the plan -->\nafter\n")
    write_plan(path, render_plan(sizes))
    lines = path.read_text().splitlines()
    assert "| links, rows | 300 | 3,000 | 30 million | 300 million |" in lines
    assert "| state, bytes | 100 kB | 1 MB | 10 GB | 100 GB |" in lines
    assert "| links, CPU | 1.0 s | 10.0 s | 28 h | 278 h |" in lines
    assert (lines[0], lines[-1]) == ("before", "after")
    assert "old" not in lines


def test_local_alignments_are_told_as_ranges_of_words() -> None:
    one, other = np.array([9, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9]), np.array([0, 1, 2, 3, 4, 0, 5, 6, 7, 8, 0, 0])
    assert align_locally(one, other, price=2) == [(2, 10, 1, 10)]
    assert align_locally(one, np.array([7, 7, 7]), price=2) == []


def test_brute_force_finds_what_is_planted(tmp_path: Path) -> None:
    small = make_archive(12)
    write_archive(small, tmp_path / "small.parquet")
    found, cost = run_here("force", tmp_path / "small.parquet", tmp_path / "found.parquet")
    scored = score(small, found)
    assert scored.pairs > 20
    assert scored.recall > 0.95  # two passages one behind the other can be taken for one, with too little in common
    assert scored.precision > 0.9
    assert cost.cpu > 0


def test_a_cost_counts_what_a_command_leaves_behind() -> None:
    code = (
        "import os, sys\nif os.fork() == 0:\n    data = bytearray(150_000_000)\n    sum(range(20_000_000))\nos._exit(0)"
    )
    alone, together = run_python("pass"), run_python(code)
    assert together.cpu > alone.cpu + 0.1
    assert together.megabytes > 140
    assert run_python("import sys; print('why'); sys.exit(3)").code == 3
    assert "why" in run_python("import sys; print('why'); sys.exit(3)").tail


def test_the_time_of_a_process_whose_end_nobody_hears_is_counted() -> None:
    code = """
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
if os.fork() == 0:
    while time.process_time() < 2.5:
        pass
    os._exit(0)
try:
    os.wait()
except ChildProcessError:
    pass
"""
    assert run_python(code).cpu > 1


def test_passim_is_looked_for_where_it_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VARIORUM_PASSIM", raising=False)
    assert find_passim() == ""
    assert find_passim(str(tmp_path / "nowhere")) == ""
    (tmp_path / "python").touch()
    monkeypatch.setenv("VARIORUM_PASSIM", str(tmp_path / "python"))
    assert find_passim() == str(tmp_path / "python")
