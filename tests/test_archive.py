"""From an archive to its events: what is found, that a second run costs little and finds the same, on every engine."""

from __future__ import annotations

import gc
import json
import random
import shutil
import weakref
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from archives import write_parquet
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import EngineMissing, discover, engines, spark
from generator.archive.aligning import align_block
from generator.archive.arrow import to_table
from generator.archive.growing import grow_period
from generator.archive.mapping import MEMBERS, split_blocks
from generator.archive.periods import NO_DAY, UNDATED, place_articles
from generator.archive.program import digest_program
from generator.archive.settings import Settings
from generator.archive.state import State
from generator.archive.wordrows import read_word_rows

Row = dict[str, Any]

SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
QUAY = "The old crane on the north quay gave way at dawn and fell across two moored barges, the harbour master said."
LAMPS = "Every lamp along the tram line will stay dark until the copper cable that thieves took has been laid again."


def filler(seed: str, count: int = 120) -> str:
    """So many words that nobody else uses."""
    draw = random.Random(seed)  # noqa: S311  no secret
    return " ".join("".join(draw.choices(SYLLABLES, k=3)) for _ in range(count)) + "."


def article(name: str, outlet: str, day: int | None, *passages: str, title: str | None = None) -> Row:
    """An article of its own words with passages in between."""
    seeds = [f"{name}-{n}" for n in range(len(passages) + 1)]
    own = [filler(seed) for seed in seeds]
    parts = [own[0], *(part for pair in zip(passages, own[1:], strict=True) for part in pair)]
    published = (date(2031, 5, 1) + timedelta(days=day)).isoformat() if day is not None else None
    return {"id": name, "outlet": outlet, "published": published, "title": title, "text": "\n\n".join(parts)}


def write(path: Path, rows: Iterable[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def reuse(out: Path) -> list[Row]:
    rows: list[Row] = []
    for path in sorted((out / "reuse").glob("*.parquet")):
        rows += pq.read_table(path).to_pylist()
    return rows


def events(out: Path) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for row in pq.read_table(out / "events.parquet").to_pylist():
        told.setdefault(row["event"], set()).add(row["id"])
    return told


def texts(rows: Iterable[Row]) -> Mapping[str, str]:
    return {row["id"]: row["text"] for row in rows}


CRANE = (
    article("crane-1", "Harbour Post", 0, QUAY, "Crane Two of Brenwick fell.", title="Brenwick crane falls"),
    article("crane-2", "Morning Echo", 1, QUAY, "Brenwick lost its crane.", title="Brenwick loses a crane"),
    article(
        "crane-3",
        "Valley Star",
        2,
        QUAY.replace("gave way at dawn and ", "collapsed at dawn, it "),
        "In Brenwick the crane is gone.",
        title="A crane down in Brenwick",
    ),
)
LAMP = (
    article("lamp-1", "Harbour Post", 20, LAMPS, title="Tram lamps dark"),
    article("lamp-2", "Valley Star", 21, LAMPS, title="Tram lamps dark for weeks"),
)
ALONE = article("alone", "Morning Echo", 1, "A baker in Tolmy sells blue bread.")


def test_a_passage_is_found_with_its_place_and_its_first_carrier(tmp_path: Path) -> None:
    rows = (*CRANE, ALONE)
    found = discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out")
    assert found.faults == ()
    text = texts(rows)
    shared = [row for row in reuse(tmp_path / "out") if row["earlier"] == "crane-1" and row["later"] == "crane-2"]
    assert [text[row["later"]][row["later_start"] : row["later_end"]] for row in shared] == [QUAY[:-1]]
    edited = [row for row in reuse(tmp_path / "out") if row["later"] == "crane-3"]
    assert {row["first"] for row in edited} == {"crane-1"}
    assert all(0.5 < row["identity"] < 1 for row in edited)
    assert found.passages == len(reuse(tmp_path / "out")) == 3


def test_numbers_of_words_are_those_of_the_passages(tmp_path: Path) -> None:
    discover(write(tmp_path / "a.jsonl", CRANE), tmp_path / "out")
    text = texts(CRANE)
    for row in reuse(tmp_path / "out"):
        for side in ("earlier", "later"):
            passage = text[row[side]][row[f"{side}_start"] : row[f"{side}_end"]]
            assert len(passage.split()) == row[f"{side}_words"]
        assert row["kept"] <= min(row["earlier_words"], row["later_words"])


def test_articles_far_apart_are_compared_without_a_window_only(tmp_path: Path) -> None:
    rows = (article("early", "Harbour Post", 0, QUAY), article("late", "Morning Echo", 90, QUAY))
    archive = write(tmp_path / "a.jsonl", rows)
    assert discover(archive, tmp_path / "near").passages == 0
    assert discover(archive, tmp_path / "any", window=None).passages == 1


def test_an_article_without_a_date_is_compared_with_all(tmp_path: Path) -> None:
    rows = (article("dated", "Harbour Post", 0, QUAY), article("undated", "Morning Echo", None, QUAY))
    found = discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out")
    assert found.passages == 1
    assert [fault.code for fault in found.faults if fault.severity == "warning"][:1] == ["undated"]


def test_an_outlet_that_repeats_itself_shares_nothing(tmp_path: Path) -> None:
    rows = (article("one", "Harbour Post", 0, QUAY), article("two", "Harbour Post", 1, QUAY))
    assert discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out").passages == 0


def test_an_article_alone_is_no_event(tmp_path: Path) -> None:
    found = discover(write(tmp_path / "a.jsonl", [ALONE]), tmp_path / "out")
    assert (found.articles, found.events, found.passages) == (1, 0, 0)


def test_an_empty_archive_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    found = discover(write(tmp_path / "a.jsonl", []), tmp_path / "out")
    assert [fault.code for fault in found.faults] == ["empty-archive"]
    assert not (tmp_path / "out").exists()


def test_a_faulty_archive_leaves_the_last_result_as_it_was(tmp_path: Path) -> None:
    archive, out = write(tmp_path / "a.jsonl", CRANE), tmp_path / "out"
    discover(archive, out)
    before = (out / "events.csv").read_bytes()
    write(archive, [*CRANE, {"id": "broken", "outlet": "Valley Star"}])
    assert any(fault.severity == "error" for fault in discover(archive, out).faults)
    assert (out / "events.csv").read_bytes() == before
    write(archive, CRANE)
    assert discover(archive, out).written == ()


def test_an_article_in_another_script_stands_beside_the_others(tmp_path: Path) -> None:
    other = article("kana", "Asa", 1) | {
        "text": "\u6e2f\u306e\u53e4\u3044\u30af\u30ec\u30fc\u30f3\u304c\u5012\u308c\u305f\u3002" * 5
    }
    found = discover(write(tmp_path / "a.jsonl", (*CRANE, other)), tmp_path / "out")
    assert (found.articles, found.passages) == (4, 3)


def test_a_sentence_that_everybody_prints_is_boilerplate(tmp_path: Path) -> None:
    advert = "Read more of our stories every morning by signing up for the letter we send before breakfast today."
    rows = [article(f"n{n:03}", f"Outlet {n % 30}", n % 3, advert) for n in range(60)]
    settings = Settings(common=5, wide=20)
    found = discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out", settings=settings)
    assert found.passages == 0
    table = (tmp_path / "out" / "boilerplate.csv").read_text(encoding="utf-8")
    assert advert[:-1] in table
    assert table.splitlines()[1].startswith("60,")


def test_many_copies_of_one_sentence_cost_no_square(tmp_path: Path) -> None:
    rows = [
        {"id": f"n{n:05}", "outlet": f"Outlet {n % 40}", "published": "2031-05-01", "text": QUAY} for n in range(6_000)
    ]
    found = discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out")
    assert found.articles == 6_000
    assert found.passages == 0  # 18 million pairs of articles, none of them worth a look
    assert found.events == 0  # and none tells anything: no folder is written for them
    assert [path.name for path in found.written if path.suffix == ".md"] == []
    told = (tmp_path / "out" / "boilerplate.csv").read_text(encoding="utf-8").splitlines()
    assert told[1:] == [f'6000,"n00000",0,{len(QUAY) - 1},"{QUAY[:-1]}"']


def test_what_hundreds_print_is_still_followed(tmp_path: Path) -> None:
    rows = [article(f"n{n:03}", f"Outlet {n}", n % 3, QUAY, LAMPS) for n in range(40)]
    found = discover(write(tmp_path / "a.jsonl", rows), tmp_path / "out", settings=Settings(common=10, wide=100))
    later = {row["later"] for row in reuse(tmp_path / "out")}
    assert found.passages > 0
    assert len(later) == 39  # everyone but the first carries what someone had before


def everything(out: Path) -> tuple[dict[str, set[str]], list[Row]]:
    return events(out), reuse(out)


def days_of_news() -> list[Row]:
    """Three weeks: each day two events of three outlets, some with a passage in common."""
    rows = []
    for day in range(21):
        for which in range(2):
            name = f"{day:02}-{which}"
            story = filler(f"{day}/{which}", 30)
            for n, outlet in enumerate(("Harbour Post", "Morning Echo", "Valley Star")):
                passage = story if n != 1 else story.replace(story.split()[4] + " ", "")
                rows.append(article(f"{name}-{n}", outlet, day + n % 2, passage, title=f"Day {day} {story[:20]}"))
    return rows


def test_a_second_run_finds_what_one_run_over_all_finds(tmp_path: Path) -> None:
    rows = days_of_news()
    archive, out = write(tmp_path / "a.jsonl", rows[:80]), tmp_path / "grown"
    discover(archive, out)
    write(archive, rows)
    grown = discover(archive, out)
    whole = discover(archive, tmp_path / "whole")
    assert everything(out) == everything(tmp_path / "whole")
    assert grown.passages == whole.passages > 60


@pytest.mark.parametrize("change", ["removed", "changed", "back in time"])
def test_so_does_a_run_after_articles_went_or_changed(tmp_path: Path, change: str) -> None:
    rows = days_of_news()
    late = [row for row in rows if not row["id"].startswith("04-0")] if change == "back in time" else rows
    archive, out = write(tmp_path / "a.jsonl", late), tmp_path / "grown"
    discover(archive, out)
    if change == "removed":
        rows = rows[:30] + rows[33:]
    if change == "changed":
        rows[30] = article("05-0-0", "Harbour Post", 5, QUAY)
    write(archive, rows)
    discover(archive, out)
    discover(archive, tmp_path / "whole")
    assert reuse(out) == reuse(tmp_path / "whole")
    assert sorted(map(sorted, events(out).values())) == sorted(map(sorted, events(tmp_path / "whole").values()))


def test_a_run_that_finds_nothing_new_searches_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, out = write(tmp_path / "a.jsonl", days_of_news()), tmp_path / "out"
    discover(archive, out)

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("an old article was searched again")

    monkeypatch.setattr("generator.archive.duck.cut_shingles", refuse)
    monkeypatch.setattr("generator.archive.duck.align_members", refuse)
    assert discover(archive, out).written == ()


def test_a_new_article_costs_its_own_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = days_of_news()
    archive, out = write(tmp_path / "a.jsonl", rows), tmp_path / "out"
    discover(archive, out)
    sizes = []

    def watch(*arguments: Any, **options: Any) -> Any:
        sizes.append(len(options["members"]))
        return grow_period(*arguments, **options)

    monkeypatch.setattr("generator.archive.duck.cut_shingles", lambda *_, **__: pytest.fail("searched anew"))
    monkeypatch.setattr("generator.archive.linking.grow_period", watch)
    write(archive, [*rows, article("new", "Valley Star", 20, QUAY)])
    assert discover(archive, out).articles == len(rows) + 1
    assert 0 < sum(sizes) < len(rows) / 2


def load_rows(out: Path, table: str) -> list[tuple[Any, ...]]:
    """Links as an output folder keeps them, by the articles' ids."""
    with duckdb.connect(out / ".variorum" / "archive.duckdb", read_only=True) as state:
        query = f"SELECT period, a.id, b.id, shared FROM {table} JOIN articles a ON a.number = one JOIN articles b ON b.number = other"  # noqa: S608, E501
        return state.execute(query).fetchall()


def crowded(seed: int, count: int) -> list[Row]:
    """Articles of two weeks that share a few sentences, some of them nearly everywhere."""
    draw = random.Random(seed)  # noqa: S311  no secret
    common = [filler(f"common {n}", 9) for n in range(6)]
    return [
        article(
            f"a{n:02}", f"Outlet {draw.randrange(5)}", draw.randrange(14), *draw.choices(common, range(6, 0, -1), k=3)
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("seed", range(4))
def test_runs_of_words_that_become_too_common_are_counted_as_if_from_the_start(tmp_path: Path, seed: int) -> None:
    settings = Settings(common=4, wide=12)
    rows = crowded(seed, 60)
    archive, grown, whole = tmp_path / "a.jsonl", tmp_path / "grown", tmp_path / "whole"
    for count in (52, 54, 58, 60):
        discover(write(archive, rows[:count]), grown, settings=settings)
    discover(archive, whole, settings=settings)
    names = sorted(path.relative_to(whole) for path in whole.rglob("*") if path.is_file() and path.suffix != ".duckdb")
    differing = [name for name in names if (grown / name).read_bytes() != (whole / name).read_bytes()]
    assert [str(name) for name in differing] in ([], [".variorum/run.json"])
    links = [sorted(load_rows(out, "links")) for out in (grown, whole)]
    assert links[0] == links[1]
    assert (whole / "boilerplate.csv").read_text(encoding="utf-8").count("\n") > 1


def test_what_is_boilerplate_and_nothing_else_tells_no_event(tmp_path: Path) -> None:
    news, settings = days_of_news()[:24], Settings(common=5, wide=20)
    notices = [{"id": f"n{n:02}", "outlet": f"Outlet {n}", "published": "2031-05-02", "text": LAMPS} for n in range(30)]
    archive, out, alone = tmp_path / "a.jsonl", tmp_path / "out", tmp_path / "alone"
    discover(write(archive, news), alone, settings=settings)
    discover(write(archive, [*news, *notices[:8]]), out, settings=settings)
    assert "n00" in set.union(*events(out).values())  # until it was everywhere, it was something that few had told
    discover(write(archive, [*news, *notices]), out, settings=settings)
    assert events(out) == events(alone)


def test_the_order_of_an_archive_changes_nothing(tmp_path: Path) -> None:
    rows = days_of_news()[:48]
    discover(write(tmp_path / "a.jsonl", rows), tmp_path / "one")
    discover(write(tmp_path / "b.jsonl", rows[::-1]), tmp_path / "other")
    assert everything(tmp_path / "one") == everything(tmp_path / "other")


def test_another_column_is_another_archive(tmp_path: Path) -> None:
    out = tmp_path / "out"
    archive = write(tmp_path / "a.jsonl", [row | {"title": "First", "author": "Second"} for row in CRANE])
    titles = []
    for columns in ({}, {"title": "author"}, {}):
        discover(archive, out, columns=columns)
        with duckdb.connect(out / ".variorum" / "archive.duckdb") as state:
            titles.append(state.execute("SELECT DISTINCT title FROM articles").fetchall())
    assert titles == [[("First",)], [("Second",)], [("First",)]]


def test_another_program_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, out = write(tmp_path / "a.jsonl", CRANE), tmp_path / "out"
    discover(archive, out)
    with duckdb.connect(out / ".variorum" / "archive.duckdb") as state:
        state.execute("UPDATE passages SET kept = 1")
        state.execute("ALTER TABLE words DROP ends")
    monkeypatch.setattr("generator.archive.discovery.digest_program", lambda: "a later one")
    assert discover(archive, out).passages == 3
    with duckdb.connect(out / ".variorum" / "archive.duckdb") as state:
        assert state.execute("SELECT COUNT(*) FROM passages WHERE kept = 1").fetchall() == [(0,)]


def test_the_program_is_told_by_its_text() -> None:
    assert digest_program() == digest_program()
    assert len(digest_program()) == 32


@pytest.mark.parametrize("write_archive", [write, lambda path, rows: write_parquet(path.with_suffix(".parquet"), rows)])
def test_what_was_read_is_passed_over_and_what_is_new_is_not(tmp_path: Path, write_archive: Any) -> None:
    rows = [
        {key: row[key] for key in ("outlet", "published", "text")} for row in (*CRANE, *LAMP)
    ]  # named by their places
    archive, out = write_archive(tmp_path / "a.jsonl", rows), tmp_path / "out"
    discover(archive, out)
    rows = [*rows[:2], rows[2] | {"text": rows[2]["text"] + " More of it."}, *rows[3:], rows[0]]
    write_archive(tmp_path / "a.jsonl", rows)
    grown = discover(archive, out)
    assert (grown.articles, grown.faults) == (6, ())
    discover(archive, tmp_path / "whole")
    assert everything(out) == everything(tmp_path / "whole")


def test_two_articles_with_one_id_are_told_though_one_was_read_before(tmp_path: Path) -> None:
    archive, out = write(tmp_path / "a.jsonl", CRANE), tmp_path / "out"
    discover(archive, out)
    write(archive, [*CRANE, CRANE[1] | {"text": "Another text."}])
    (fault,) = discover(archive, out).faults
    assert (fault.code, fault.line) == ("duplicate-id", 4)
    assert ":2" in fault.message
    write(archive, [*CRANE, CRANE[1]])
    assert [fault.code for fault in discover(archive, out).faults] == ["duplicate-id"]


def test_other_settings_forget_what_was_found(tmp_path: Path) -> None:
    rows = (article("early", "Harbour Post", 0, QUAY), article("late", "Morning Echo", 90, QUAY))
    archive, out = write(tmp_path / "a.jsonl", rows), tmp_path / "out"
    assert discover(archive, out).passages == 0
    assert discover(archive, out, window=None).passages == 1
    assert discover(archive, out).passages == 0


def test_what_the_disk_does_not_take_leaves_the_last_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive, out = write(tmp_path / "a.jsonl", CRANE), tmp_path / "out"
    discover(archive, out)
    before = {path: path.read_bytes() for path in sorted(out.rglob("*.csv"))}

    def spill(*_: object) -> None:
        raise duckdb.IOException("IO Error: No space left on device")

    write(archive, (*CRANE, *LAMP))
    with monkeypatch.context() as broken:
        broken.setattr("generator.archive.duck.DuckEngine.find_links", spill)
        (fault,) = discover(archive, out).faults
    assert fault.code == "unwritable-file"
    assert "No space left" in fault.message
    assert {path: path.read_bytes() for path in sorted(out.rglob("*.csv"))} == before
    assert discover(archive, out).articles == 5


def test_a_fault_of_the_engine_while_rows_are_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(*_: object) -> None:
        raise duckdb.OutOfMemoryException("Out of Memory Error: failed to pin block")

    archive, out = write(tmp_path / "a.jsonl", CRANE), tmp_path / "out"
    monkeypatch.setattr("generator.archive.duck.DuckEngine.align", overflow)
    (fault,) = discover(archive, out).faults
    assert "failed to pin block" in fault.message
    assert not out.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_rows_that_are_read_in_parts_give_what_they_give_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    archive = write(tmp_path / "a.jsonl", days_of_news()[:30])
    discover(archive, tmp_path / "once")
    monkeypatch.setattr("generator.archive.blocks._ROWS", rows)
    monkeypatch.setattr("generator.archive.blocks._PACK", rows)
    discover(archive, tmp_path / "parts")
    assert everything(tmp_path / "once") == everything(tmp_path / "parts")


def test_what_the_state_was_given_is_let_go_before_the_run_ends(tmp_path: Path) -> None:
    state = State(tmp_path / "archive.duckdb", memory="200MB", spill=tmp_path / "spill")
    state.begin("program", "settings")
    numbers = np.arange(10, dtype=np.int32)
    held = weakref.ref(numbers)
    state.put("blocks", to_table({"block": numbers, "digest": numbers.astype(np.uint64)}))
    state.table("SELECT * FROM blocks b JOIN wanted w ON b.block = w.block", wanted=to_table({"block": numbers}))
    del numbers
    gc.collect()
    assert held() is None
    state.close(keep=True)


@pytest.mark.parametrize("memory", ["much", "3", "1MB", ""])
def test_memory_that_makes_no_sense_is_refused(memory: str) -> None:
    with pytest.raises(ValueError, match=r"size|little"):
        engines.measure_memory(memory)


@given(st.lists(st.integers(0, 40) | st.just(NO_DAY), max_size=30), st.none() | st.integers(0, 9))
def test_two_articles_within_the_window_meet_where_one_is_at_home(days: list[int], window: int | None) -> None:
    stays = place_articles(np.array(days, dtype=np.int64), window)
    at: dict[int, dict[int, bool]] = {}
    for period, article_, home in zip(stays.period.tolist(), stays.article.tolist(), stays.home.tolist(), strict=True):
        at.setdefault(period, {})[article_] = home
    for one in range(len(days)):
        assert sum(held.get(one, False) for held in at.values()) == 1
        for other in range(one):
            near = window is None or NO_DAY in {days[one], days[other]} or abs(days[one] - days[other]) <= window
            met = any(one in held and other in held and (held[one] or held[other]) for held in at.values())
            assert met or not near
    assert UNDATED not in at or NO_DAY in days


def test_blocks_are_put_together_over_batches() -> None:
    rows = [
        {"block": block, "number": n, "outlet": 0, "grouped": 0, "tied": [], "hashes": [n]}
        for n, block in enumerate("aabbbcd")
    ]
    table = pa.Table.from_pylist([row | {"block": ord(str(row["block"]))} for row in rows], schema=MEMBERS)
    blocks = split_blocks(iter(table.to_batches(max_chunksize=2)))
    assert [block["number"].to_pylist() for block in blocks] == [[0, 1], [2, 3, 4], [5], [6]]


def test_a_run_that_stands_whole_is_found_whatever_surrounds_it() -> None:
    run = "one two three four five six seven eight nine"
    one = f"{filler('a', 250)} {run} four five six {filler('b', 200)}"
    other = f"{run} {filler('c', 12)} four five six {filler('d', 300)}"
    pairs = align_block(read_word_rows([one, other]), [0, 1])
    assert pairs.kept.tolist() == [9]


def test_a_missing_engine_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = write(tmp_path / "a.jsonl", CRANE)
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    with pytest.raises(EngineMissing, match=r"pip install 'variorum\[spark\]'"):
        discover(archive, tmp_path / "out", engine="spark")
    assert not (tmp_path / "out").exists()


def test_missing_java_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(EngineMissing, match="openjdk-17-jre-headless"):
        spark.SparkEngine(tmp_path / "spill")


@pytest.mark.slow
def test_spark_finds_the_same_row_for_row(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    if not shutil.which("java"):
        pytest.skip("Java is not installed")
    rows = [*days_of_news()[:60], *CRANE, article("undated", "Asa", None, QUAY)]
    archive = write(tmp_path / "a.jsonl", rows)
    one = discover(archive, tmp_path / "duckdb")
    other = discover(archive, tmp_path / "spark", engine="spark", master="local[2]")
    assert everything(tmp_path / "duckdb") == everything(tmp_path / "spark")
    assert (one.articles, one.events, one.passages) == (other.articles, other.events, other.passages)
    names = sorted(path.relative_to(tmp_path / "duckdb") for path in (tmp_path / "duckdb").rglob("*.csv"))
    assert names
    for name in names:
        assert (tmp_path / "duckdb" / name).read_bytes() == (tmp_path / "spark" / name).read_bytes()
