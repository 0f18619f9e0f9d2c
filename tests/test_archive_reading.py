"""Reading an archive: one set of rows whatever it is kept in, and each fault with its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from unittest import mock

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from archives import article, demo_articles, write_database, write_lines, write_parquet
from folders import ROOT

from generator.archive import rows as reading_rows
from generator.archive.codes import CODES
from generator.archive.complaints import LISTED
from generator.archive.reading import BATCH_ROWS, Reading, read_archive
from generator.archive.records import ARTICLES
from generator.diagnostics import Diagnostic


def read(path: Path, **columns: str) -> tuple[list[dict[str, object]], tuple[Diagnostic, ...]]:
    """All rows, and all faults; every fault has a code that is explained."""
    reading = read_archive(path, columns=columns)
    batches = list(reading)
    assert all(batch.schema == ARTICLES for batch in batches)
    assert all(fault.code in CODES for fault in reading.faults)
    return [row for batch in batches for row in batch.to_pylist()], reading.faults


def codes(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [fault.code for fault in faults]


def errors(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [fault.code for fault in faults if fault.severity == "error"]


# One archive in every form -----------------------------------------------------------------------------------------


def in_folder(path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content" / "velnik-dam" / "articles", path / "articles"))


def in_parts(path: Path) -> Path:
    for number, row in enumerate(demo_articles()):
        write_parquet(path / f"{number}.parquet", [row])
    return path


FORMS: dict[str, Callable[[Path], Path]] = {
    "folder": in_folder,
    "lines": lambda path: write_lines(path / "a.jsonl", demo_articles()),
    "gzip": lambda path: write_lines(path / "a.ndjson.gz", demo_articles()),
    "parquet": lambda path: write_parquet(path / "a.parquet", demo_articles()),
    "parquet folder": lambda path: in_parts(path / "parts"),
    "duckdb": lambda path: write_database(path / "a.duckdb", demo_articles()),
    "duckdb, another table": lambda path: write_database(path / "a.db", demo_articles(), table='odd "name"'),
    "no ending": lambda path: write_database(path / "archive", demo_articles()),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_an_archive_reads_the_same_whatever_it_is_kept_in(form: str, tmp_path: Path) -> None:
    rows, faults = read(FORMS[form](tmp_path))
    wanted = [{name: row.get(name) for name in ARTICLES.names} for row in demo_articles()]
    langs = [row.pop("lang") for row in rows]
    assert rows == [{key: value for key, value in row.items() if key != "lang"} for row in wanted]
    assert faults == ()
    assert any(langs) == (form == "folder")


def test_a_content_folder_is_an_archive(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "content" / "velnik-dam" / "permalinks.lock").write_text("# addresses\n", encoding="utf-8")
    rows, faults = read(tmp_path / "content")
    assert [row["id"] for row in rows] == [f"velnik-dam/articles/{row['id']}" for row in demo_articles()]
    assert faults == ()


def test_a_folder_may_hold_several_kinds_and_is_read_in_order_of_path(tmp_path: Path) -> None:
    write_lines(tmp_path / "b.jsonl", [article("two")])
    write_parquet(tmp_path / "a" / "x.parquet", [article("one")])
    write_database(tmp_path / "c.duckdb", [article("three")])
    (tmp_path / ".hidden.jsonl").write_text("no")
    (tmp_path / "readme.txt").write_text("no")
    rows, faults = read(tmp_path)
    assert sorted(str(row["id"]) for row in rows) == ["one", "three", "two"]
    assert codes(faults) == ["unread-file"]


def test_a_large_archive_comes_in_small_batches(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [article(f"n{number}") for number in range(BATCH_ROWS + 5)])
    assert [batch.num_rows for batch in read_archive(path)] == [BATCH_ROWS, 5]
    long = write_lines(tmp_path / "b.jsonl", [article(f"n{number}", "long " * 2_000_000) for number in range(4)])
    assert [batch.num_rows for batch in read_archive(long)] == [2, 2]


# Fields ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [write_lines, write_parquet, write_database])
def test_columns_may_have_other_names(tmp_path: Path, write: Callable[..., Path]) -> None:
    raw = {"key": 7, "paper": "Harbour Post", "date": "2031-02-03T09:30:00+02:00", "body": "The ferry stayed."}
    endings = {"write_lines": "jsonl", "write_parquet": "parquet", "write_database": "duckdb"}
    rows, faults = read(write(tmp_path / f"a.{endings[write.__name__]}", [raw]), id="key", outlet="paper", text="body")
    assert faults == ()
    [row] = rows
    assert (row["id"], row["outlet"], row["published"], row["text"]) == (
        "7", "Harbour Post", date(2031, 2, 3), "The ferry stayed.",
    )  # fmt: skip


def test_front_matter_may_have_other_names(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\npaper: Harbour Post\ndate: 2031-02-03\n---\n\nThe ferry stayed.\n")
    rows, faults = read(tmp_path, outlet="paper")
    assert faults == ()
    assert [(row["outlet"], row["published"]) for row in rows] == [("Harbour Post", date(2031, 2, 3))]


@pytest.mark.parametrize("own", ["", "title: Left in port\n"])
def test_one_entry_of_front_matter_may_hold_two_fields(own: str, tmp_path: Path) -> None:
    matter = f"---\noutlet: Harbour Post\npublished: 2031-02-03\nauthor: Ada Quill\n{own}---\n\nThe ferry stayed.\n"
    (tmp_path / "a.md").write_text(matter)
    rows, faults = read(tmp_path, title="author")
    assert faults == ()
    assert [(row["title"], row["author"]) for row in rows] == [("Ada Quill", "Ada Quill")]


def test_a_field_that_is_none_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no field"):
        read_archive(tmp_path, columns={"body": "text"})


def test_id_and_outlet_fall_back_on_the_address_then_on_the_line(tmp_path: Path) -> None:
    lines = [
        {"url": "https://www.harbour-post.example/ferry", "text": "The ferry stayed."},
        {"outlet": "Harbour Post", "text": "The ferry left."},
    ]
    rows, faults = read(write_lines(tmp_path / "feeds" / "may.jsonl", lines).parent)
    assert [(row["id"], row["outlet"]) for row in rows] == [
        ("https://www.harbour-post.example/ferry", "harbour-post.example"),
        ("may.jsonl:2", "Harbour Post"),
    ]
    assert codes(faults) == ["undated"]
    assert "2 articles" in faults[0].message


@pytest.mark.parametrize(
    ("column", "day"),
    [
        (pa.array([date(2031, 2, 3)]), date(2031, 2, 3)),
        (pa.array([date(2031, 2, 3)], pa.date64()), date(2031, 2, 3)),
        (pa.array([datetime(2031, 2, 3, 23, 59)], pa.timestamp("ns")), date(2031, 2, 3)),  # noqa: DTZ001  # without a zone
        (pa.array([datetime(1931, 2, 3, 23, 59)], pa.timestamp("s")), date(1931, 2, 3)),  # noqa: DTZ001  # before 1970
        (pa.array([datetime(2031, 2, 3, 23, 59, tzinfo=UTC)], pa.timestamp("us", "+02:00")), date(2031, 2, 3)),
        (pa.array(["2031-02-03 23:59"]).dictionary_encode(), date(2031, 2, 3)),
        (pa.array(["2031-02-03T23:59:00.5Z"], pa.large_string()), date(2031, 2, 3)),
        (pa.nulls(1), None),
    ],
)  # fmt: skip
def test_dates_of_every_type(tmp_path: Path, column: pa.Array, day: date | None) -> None:
    pq.write_table(pa.table({"outlet": ["Post"], "text": ["Stayed."], "published": column}), tmp_path / "a.parquet")
    rows, faults = read(tmp_path / "a.parquet")
    assert errors(faults) == []
    assert [row["published"] for row in rows] == [day]


def test_text_is_left_as_it_is_and_names_are_tidied(tmp_path: Path) -> None:
    text = "  A\tline,\n\n and cafe\u0301 \U0001f6a2\n"
    [row], _ = read(write_lines(tmp_path / "a.jsonl", [article("a", text, title=" Cafe\u0301\n shut ")]))
    assert (row["text"], row["title"]) == (text, "Caf\u00e9 shut")


def test_what_an_article_can_do_without_is_left_out_with_a_warning(tmp_path: Path) -> None:
    rows, faults = read(write_lines(tmp_path / "a.jsonl", [article("a", url="/ferry", lang="old english")]))
    assert [(row["url"], row["lang"]) for row in rows] == [(None, None)]
    assert [(fault.code, fault.severity) for fault in faults] == [("bad-lang", "warning"), ("unsafe-url", "warning")]


# Faults ------------------------------------------------------------------------------------------------------------


def test_all_faults_of_lines_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps(article("sound")),
        '{"id": "x", "text": }',
        "[1]",
        "",
        json.dumps(article("sound")),
        json.dumps(article("b", published="3 Feb 2031")),
        json.dumps(article("c", text=" \n")),
        json.dumps({"id": "d", "outlet": "D"}),
        json.dumps(article("e", title=["a", "b"])),
        json.dumps({"text": "Nobody's."}),
        json.dumps(article("f", text="A\u0000b")),
        json.dumps(article("g", text="A \ud800 b")),
        "9" * 5000,
        "[" * 100_000,
    ]
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "caf\xc3\xa9 \xff"}\n')
    rows, faults = read(path)
    assert [row["id"] for row in rows] == ["sound"]
    assert [(fault.line, fault.column, fault.code) for fault in faults] == [
        (2, 21, "bad-json"),
        (3, 1, "bad-json"),
        (5, 0, "duplicate-id"),
        (6, 0, "bad-date"),
        (7, 0, "empty-text"),
        (8, 0, "missing-field"),
        (9, 0, "wrong-type"),
        (10, 0, "missing-field"),
        (11, 0, "control-character"),
        (12, 0, "control-character"),
        (13, 0, "bad-json"),
        (14, 0, "bad-json"),
        (15, 16, "invalid-utf-8"),
    ]
    assert "a.jsonl:1 too" in next(fault.message for fault in faults if fault.code == "duplicate-id")
    assert [fault.code for fault in faults if fault.severity == "warning"] == ["empty-text"]


def test_ids_are_compared_across_files(tmp_path: Path) -> None:
    write_lines(tmp_path / "a.jsonl", [article("one"), article("two")])
    write_parquet(tmp_path / "b.parquet", [article("three"), article("two")])
    [fault] = read(tmp_path)[1]
    assert (fault.code, fault.path.endswith("b.parquet"), fault.line) == ("duplicate-id", True, 2)
    assert "a.jsonl:2 too" in fault.message


def test_a_fault_that_repeats_is_listed_and_then_counted(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl", [article(f"n{number}", "") for number in range(LISTED + 1_234)])
    _, faults = read(path)
    assert codes(faults).count("empty-text") == LISTED + 1
    assert any("1,234 more" in fault.message for fault in faults)


def test_a_text_too_long_for_an_article_is_left_out(tmp_path: Path) -> None:
    with mock.patch.object(reading_rows, "LONGEST", 20):
        (tmp_path / "a.jsonl").write_text(
            '{"outlet": "Post", "text": "The ferry stayed."}\n{"outlet": "Post", "text": "The ferry stayed in port."}\n'
        )
        rows, faults = read(tmp_path)
    assert [row["text"] for row in rows] == ["The ferry stayed."]
    assert [(fault.line, fault.code, fault.severity) for fault in faults if fault.code != "undated"] == [
        (2, "long-text", "warning")
    ]


@pytest.mark.parametrize("write", [write_lines, write_parquet, write_database])
def test_a_missing_column_is_told_once(tmp_path: Path, write: Callable[..., Path]) -> None:
    endings = {"write_lines": "jsonl", "write_parquet": "parquet", "write_database": "duckdb"}
    raw = [{"id": str(number), "publisher": "Post", "body": "Text."} for number in range(300)]
    path = write(tmp_path / f"a.{endings[write.__name__]}", raw)
    rows, faults = read(path)
    assert rows == []
    assert codes(faults) == ["missing-column", "missing-column"]
    assert "--column" in faults[0].hint
    assert errors(read(path, text="body", outlet="publishr")[1]) == ["missing-column"] + (
        ["missing-field"] * LISTED + ["missing-field"] if write is write_lines else []
    )


def test_a_column_of_another_type_is_told_with_its_type(tmp_path: Path) -> None:
    table = pa.table({"id": [1.5], "outlet": ["Post"], "text": [7], "published": [20310203]})
    pq.write_table(table, tmp_path / "a.parquet")
    rows, faults = read(tmp_path / "a.parquet")
    assert rows == []
    assert [(fault.code, fault.message.split()[2]) for fault in faults] == [
        ("wrong-type", "id"), ("wrong-type", "published"), ("wrong-type", "text"),
    ]  # fmt: skip


def test_a_database_with_several_tables_needs_one_called_articles(tmp_path: Path) -> None:
    path = write_database(tmp_path / "a.duckdb", [article("a")], table="north")
    write_database(path, [article("b")], table="south")
    assert codes(read(path)[1]) == ["no-table"]
    write_database(path, [article("c")])
    assert [row["id"] for row in read(path)[0]] == ["c"]


def test_a_database_is_not_changed_and_cannot_lead_out_of_itself(tmp_path: Path) -> None:
    secret = write_parquet(tmp_path / "secret.parquet", [article("secret")])
    path = tmp_path / "a.duckdb"
    with duckdb.connect(path) as database:
        database.sql(f"CREATE VIEW articles AS FROM read_parquet('{secret}')")
    before = path.read_bytes()
    rows, faults = read(path)
    assert (rows, codes(faults)) == ([], ["damaged-file"])
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["a.parquet", "a.duckdb", "a.jsonl.gz"])
def test_a_damaged_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PAR1 or DUCK or nothing of the kind" * 200)
    assert codes(read(tmp_path / name)[1]) == ["damaged-file"]


def test_a_gzip_file_cut_short_is_told(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "a.jsonl.gz", [article(str(number)) for number in range(500)])
    path.write_bytes(path.read_bytes()[:-40])
    assert "damaged-file" in codes(read(path)[1])


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.md", "no front matter", "missing-front-matter"),
        ("a.md", "---\noutlet: [\n---\n\nText.\n", "yaml-syntax"),
        ("a.md", "---\noutlet: Post\npublished: 2031-02-30\n---\n\nText.\n", "bad-date"),
        ("a.md", "---\noutlet: Post\npublished: 2031-02-03\n---\n", "empty-text"),
        ("a.md", "---\ntitle: Ferry\npublished: 2031-02-03\n---\n\nText.\n", "missing-field"),
        ("a.txt", "what is this", "unknown-archive"),
        ("a.jsonl", "", "empty-archive"),
        ("a.jsonl", "[]\n", "bad-json"),
    ],
)
def test_faulty_files(tmp_path: Path, name: str, body: str, code: str) -> None:
    (tmp_path / name).write_text(body)
    target = tmp_path if name == "a.md" else tmp_path / name
    assert code in codes(read(target)[1])
    assert read(target)[0] == []


def test_an_archive_that_is_empty_or_not_there(tmp_path: Path) -> None:
    assert codes(read(tmp_path)[1]) == ["empty-archive"]
    assert codes(read(tmp_path / "nowhere.jsonl")[1]) == ["unreadable-file"]


# Reading again -----------------------------------------------------------------------------------------------------


def test_article_files_that_have_not_changed_are_not_read_again(tmp_path: Path) -> None:
    folder = in_folder(tmp_path)
    first = read_archive(folder)
    assert sum(batch.num_rows for batch in first) == 6
    (folder / "herald.md").write_text((folder / "herald.md").read_text() + "\nA line more.\n")
    (folder / "bote.md").unlink()
    again: Reading = read_archive(folder, known=first.stamps)
    rows = [row for batch in again for row in batch.to_pylist()]
    assert [row["id"] for row in rows] == ["herald"]
    assert again.unchanged == ["corrant", "courier", "dpr", "ledger"]
    assert set(first.stamps) - set(again.stamps) == {"bote"}
    assert again.faults == ()
