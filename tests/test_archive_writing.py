"""Writing what was found in an archive: all of it or nothing, only what changed, and nobody's own changes lost."""

from __future__ import annotations

import csv
import errno
import os
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from archives import demo_articles, table_of
from folders import tree
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.archive import eventspage, staging, writing
from generator.archive.addresses import Gathered, load_addresses, name_events
from generator.archive.codes import CODES
from generator.archive.folders import choose_sigla, render_event
from generator.archive.records import BOILERPLATE, EVENTS, REUSE
from generator.archive.writing import Written, write_discovery
from generator.content import check_content, load_event

Run = Callable[..., subprocess.CompletedProcess[str]]

FERRY, FIRE = "2031-02-03-ferry-stays-in-port", "2031-03-01-fire-at-the-mill"


def told(name: str, outlet: str, day: str | None, title: str | None, text: str = "") -> dict[str, Any]:
    return {
        "id": name,
        "outlet": outlet,
        "published": date.fromisoformat(day) if day else None,
        "title": title,
        "text": text or f"The {name} came late.\n\nNobody on the quay was told, {outlet} has learnt.",
    }


def archive() -> dict[str, list[dict[str, Any]]]:
    """Two events, the first with two articles of one outlet."""
    return {
        FERRY: [
            told("f1", "Harbour Post", "2031-02-03", "Ferry stays in port"),
            told("f2", "Morning Echo", "2031-02-04", 'Ferry <b>late</b> & "lost"'),
            told("f3", "Harbour Post", "2031-02-05", None),
        ],
        FIRE: [
            told("m1", "Morning Echo", "2031-03-01", "Fire at the mill"),
            told("m2", "Valley Star", "2031-03-01", "Mill burns"),
        ],
    }


def passage(event: str | None, earlier: dict[str, Any], later: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "event": event,
        "first": earlier["id"],
        "earlier": earlier["id"],
        "earlier_outlet": earlier["outlet"],
        "earlier_published": earlier["published"],
        "earlier_start": 0,
        "earlier_end": 20,
        "later": later["id"],
        "later_outlet": later["outlet"],
        "later_published": later["published"],
        "later_start": 0,
        "later_end": 20,
        "kept": 9,
        "earlier_words": 10,
        "later_words": 11,
        "identity": 18 / 21,
        **more,
    }


def passages(found: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Each article's passage with the event's first."""
    return [passage(name, group[0], other) for name, group in found.items() for other in group[1:]]


WORDING = {"articles": 40, "id": "f1", "start": 0, "end": 9, "exact": "Sign up <now>"}


class Archive:
    """Stands in for an engine: what it found, and which articles were asked for."""

    def __init__(self, found: dict[str, list[dict[str, Any]]]) -> None:
        self.found = found
        self.asked: list[str] = []

    def fetch(self, ids: Sequence[str]) -> pa.Table:
        self.asked += ids
        return table_of([row for group in self.found.values() for row in group if row["id"] in ids])

    def write(self, out: Path, **options: Any) -> Written:
        rows = [{"event": name, **row} for name, group in self.found.items() for row in group]
        given = {
            "events": table_of([{key: row[key] for key in EVENTS.names} for row in rows], EVENTS),
            "reuse": table_of(passages(self.found), REUSE),
            "boilerplate": table_of([WORDING], BOILERPLATE),
            "articles": self.fetch,
        }
        written = write_discovery(out, **(given | options))
        assert all(fault.code in CODES for fault in written.faults)
        return written


def names(written: Written, out: Path) -> list[str]:
    return [path.relative_to(out).as_posix() for path in written.paths]


def codes(written: Written) -> list[str]:
    return [fault.code for fault in written.faults]


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


# What is written ---------------------------------------------------------------------------------------------------


def test_everything_has_its_place(tmp_path: Path) -> None:
    written = Archive(archive()).write(tmp_path)
    assert written.faults == ()
    assert written.passages == 3
    assert names(written, tmp_path) == [
        "boilerplate.csv",
        f"content/{FERRY}/articles/harbour-post-2.md",
        f"content/{FERRY}/articles/harbour-post.md",
        f"content/{FERRY}/articles/morning-echo.md",
        f"content/{FERRY}/index.md",
        f"content/{FIRE}/articles/morning-echo.md",
        f"content/{FIRE}/articles/valley-star.md",
        f"content/{FIRE}/index.md",
        "events.csv",
        "events.html",
        "events.parquet",
        "mkdocs.yml",
        "reuse/2031-02.csv",
        "reuse/2031-02.parquet",
        "reuse/2031-03.csv",
        "reuse/2031-03.parquet",
    ]
    assert sorted(path.name for path in (tmp_path / ".variorum").iterdir()) == ["lock", "written.json"]


def test_the_content_is_sound(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    assert [fault.code for fault in check_content(tmp_path / "content")] == ["no-headline"]
    event = load_event(tmp_path / "content" / FERRY)
    assert event.title == "Ferry stays in port"
    assert [article.outlet for article in event.articles] == ["Harbour Post", "Harbour Post", "Morning Echo"]
    second = next(article for article in event.articles if article.siglum == "morning-echo")
    assert second.title == 'Ferry <b>late</b> & "lost"'
    assert second.text.endswith("The f2 came late.\n\nNobody on the quay was told, Morning Echo has learnt.")


def test_what_was_written_builds(variorum: Run, tmp_path: Path) -> None:
    rows = [row | {"lang": "en"} for row in demo_articles()]
    Archive({"2026-03-17-spillway": rows}).write(tmp_path)
    done = variorum("build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / "2026-03-17-spillway" / "articles" / "the-tarsova-herald" / "index.html").is_file()


TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(TITLES, TITLES.filter(str.strip), st.lists(TITLES, min_size=1, max_size=4))
def test_any_text_comes_back_from_the_event_folder(title: str, outlet: str, lines: list[str]) -> None:
    text = "\n\n".join(["The ferry stayed.", *lines])
    row = told("a", outlet, "2031-02-03", " ".join(title.split()) or None, text)
    [whole] = table_of([row]).to_pylist()
    with TemporaryDirectory() as folder:
        for name, content, _ in render_event("event", [whole], {"a": "a"}):
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        [article] = load_event(Path(folder) / "content" / "event").articles
    assert "".join(article.text.split()).endswith("".join(unicodedata.normalize("NFC", text).split()))
    assert article.title == unicodedata.normalize("NFC", row["title"] or "")


def test_the_tables_have_every_row_and_no_formula(tmp_path: Path) -> None:
    found = archive()
    found[FERRY][1]["outlet"] = "=cmd()"
    Archive(found).write(tmp_path)
    stored = pq.read_table(tmp_path / "reuse" / "2031-02.parquet")
    assert stored.schema == REUSE
    assert stored["later_outlet"].to_pylist() == ["=cmd()", "Harbour Post"]
    assert [row["later_outlet"] for row in cells(tmp_path / "reuse" / "2031-02.csv")] == ["'=cmd()", "Harbour Post"]
    assert pq.read_table(tmp_path / "events.parquet").schema == EVENTS
    assert [row["id"] for row in cells(tmp_path / "events.csv")] == ["f1", "f2", "f3", "m1", "m2"]
    assert cells(tmp_path / "boilerplate.csv")[0]["exact"] == "Sign up <now>"


def test_passages_go_by_the_later_articles_month_in_whatever_pieces_they_come(tmp_path: Path) -> None:
    articles = [told(f"a{day:03}", f"O{day}", date.fromordinal(750_000 + day).isoformat(), None) for day in range(90)]
    rows = [passage(None, articles[0], other) for other in articles[1:]]
    rows.append(passage(None, articles[0], told("z", "Z", None, None)))
    whole = table_of(rows, REUSE)
    one, other = tmp_path / "one", tmp_path / "other"
    Archive({}).write(one, reuse=whole.take(list(reversed(range(len(rows))))))
    Archive({}).write(other, reuse=whole.to_batches(max_chunksize=7))
    assert tree(one / "reuse") == tree(other / "reuse")
    months = sorted(path.stem for path in (one / "reuse").glob("*.csv"))
    assert months[-1] == "undated"
    assert months[0] == f"{articles[1]['published']:%Y-%m}"
    assert sum(len(cells(path)) for path in (one / "reuse").glob("*.csv")) == len(rows)


def test_passages_out_of_order_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    rows = passages(archive())
    pieces = [batch for row in (rows[2], rows[0], rows[2]) for batch in table_of([row], REUSE).to_batches()]
    with pytest.raises(ValueError, match="comes back"):
        Archive(archive()).write(tmp_path, reuse=pieces)
    assert set(tree(tmp_path)) == {".variorum/lock"}


def test_an_article_without_a_date_has_no_file_and_is_told(tmp_path: Path) -> None:
    found = archive()
    found[FERRY].append(told("f4", "Valley Star", None, "Late boat"))
    found["undated-boats"] = [told("b1", "Valley Star", None, "Boats"), told("b2", "Morning Echo", None, None)]
    written = Archive(found).write(tmp_path)
    assert codes(written) == ["undated"]
    assert "3 articles" in written.faults[0].message
    assert sorted(path.name for path in (tmp_path / "content").iterdir()) == [FERRY, FIRE]
    assert "Late boat" in (tmp_path / "events.html").read_text()


def test_no_event_at_all(tmp_path: Path) -> None:
    written = Archive({}).write(tmp_path, boilerplate=table_of([], BOILERPLATE))
    assert written.faults == ()
    assert "No two outlets" in (tmp_path / "events.html").read_text()
    assert not (tmp_path / "reuse").exists()


# Writing again -----------------------------------------------------------------------------------------------------


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    before = tree(tmp_path)
    again = Archive(archive()).write(tmp_path)
    assert (again.paths, again.faults) == ((), ())
    assert tree(tmp_path) == before


def test_an_event_that_grew_gets_its_articles_and_keeps_its_sigla(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    found = archive()
    found[FERRY].insert(1, told("f0", "Harbour Post", "2031-02-04", "Ferry, once more"))
    later = Archive(found)
    written = later.write(tmp_path, changed={"f0"})
    assert names(written, tmp_path) == [
        f"content/{FERRY}/articles/harbour-post-3.md", "events.csv", "events.html", "events.parquet",
        "reuse/2031-02.csv", "reuse/2031-02.parquet",
    ]  # fmt: skip
    assert later.asked == ["f1", "f0", "f2", "f3"]


def test_events_in_which_nothing_changed_are_not_fetched(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    later = Archive(archive())
    later.found[FIRE][1]["text"] = "The mill burns still."
    written = later.write(tmp_path, changed={"m2"})
    assert later.asked == ["m1", "m2"]
    assert names(written, tmp_path) == [f"content/{FIRE}/articles/valley-star.md"]
    (tmp_path / "content" / FERRY / "articles" / "morning-echo.md").unlink()
    last = Archive(later.found)
    written = last.write(tmp_path, changed=set())
    assert last.asked == ["f1", "f2", "f3"]
    assert names(written, tmp_path) == [f"content/{FERRY}/articles/morning-echo.md"]


def test_an_editors_changes_stay(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    mine = tmp_path / "content" / FIRE / "articles" / "valley-star.md"
    mine.write_text(mine.read_text() + "\nCorrected.\n")
    assert Archive(archive()).write(tmp_path).faults == ()
    found = archive()
    found[FIRE][1]["text"] = "The mill burns still."
    for _ in range(2):
        written = Archive(found).write(tmp_path)
        assert [(fault.code, fault.severity) for fault in written.faults] == [("edited-file", "warning")]
        assert written.faults[0].path.endswith("valley-star.md")
        assert written.paths == ()
        assert mine.read_text().endswith("Corrected.\n")
    mine.unlink()
    assert names(Archive(found).write(tmp_path), tmp_path) == [f"content/{FIRE}/articles/valley-star.md"]


def test_files_that_were_there_before_stay(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    (tmp_path / "events.html").write_text("mine")
    assert codes(Archive(archive()).write(tmp_path)) == ["edited-file"]
    assert (tmp_path / "mkdocs.yml").read_text() == "site_name: Mine\n"
    assert (tmp_path / "events.html").read_text() == "mine"


def test_what_is_no_event_any_more_is_taken_away_unless_it_was_changed(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    mine = tmp_path / "content" / FIRE / "index.md"
    mine.write_text("---\ntitle: My fire\n---\n")
    found = archive()
    del found[FIRE]
    written = Archive(found).write(tmp_path)
    assert codes(written) == ["edited-file"]
    assert [path.name for path in (tmp_path / "content" / FIRE).iterdir()] == ["index.md"]
    assert sorted(path.name for path in (tmp_path / "reuse").iterdir()) == ["2031-02.csv", "2031-02.parquet"]
    mine.unlink()
    mine.parent.rmdir()
    assert Archive({}).write(tmp_path).faults == ()
    assert not (tmp_path / "content").exists()


# All or nothing ----------------------------------------------------------------------------------------------------


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def grown() -> Archive:
    found = archive()
    found[FERRY].append(told("f9", "Valley Star", "2031-02-09", "Ferry sails"))
    found["2031-04-01-new"] = [told("n1", "Valley Star", "2031-04-01", "New"), told("n2", "Echo", "2031-04-01", "Too")]
    return Archive(found)


@pytest.mark.parametrize(
    "target",
    [
        (Path, "write_bytes"),
        (Path, "mkdir"),
        (Path, "rename"),
        (Path, "write_text"),
        (pq.ParquetWriter, "write_table"),
        (pq, "write_table"),
        (writing, "view_pages"),
    ],
    ids=lambda target: target[1],
)
def test_a_full_disk_leaves_the_old_output_whole(
    tmp_path: Path, target: tuple[object, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive(archive()).write(tmp_path)
    before = tree(tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(*target, full)
        written = grown().write(tmp_path)
    assert (codes(written), written.paths) == (["unwritable-file"], ())
    assert "No space left" in written.faults[0].message
    assert tree(tmp_path) == before
    assert grown().write(tmp_path).faults == ()
    assert (tmp_path / "content" / "2031-04-01-new" / "index.md").is_file()


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a file system of its own cannot be made here")
    try:
        Archive(archive()).write(disk / "out")
        before = tree(disk / "out")
        found = archive()
        found[FERRY] += [
            told(f"g{number}", f"Outlet {number}", "2031-02-06", None, "Long. " * 20_000) for number in range(9)
        ]
        assert codes(Archive(found).write(disk / "out")) == ["unwritable-file"]
        assert tree(disk / "out") == before
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.parametrize("stop", range(0, 12, 3))
def test_a_run_that_was_killed_while_files_move_is_finished_by_the_next(
    tmp_path: Path, stop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for out in (one, other):
        Archive(archive()).write(out)
    grown().write(other)
    moved = 0
    replace = os.replace

    def die(path: str | Path, target: str | Path) -> None:
        nonlocal moved
        moved += 1
        if moved > stop:
            raise KeyboardInterrupt
        replace(path, target)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            grown().write(one)
    again = grown().write(one)
    assert (again.paths, again.faults) == ((), ())
    assert tree(one) == tree(other)


def test_an_engine_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    before = tree(tmp_path)

    def fail() -> Iterable[pa.RecordBatch]:
        yield from table_of(passages(archive())[:1], REUSE).to_batches()
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        grown().write(tmp_path, reuse=fail())
    assert tree(tmp_path) == before


def test_two_runs_at_once(tmp_path: Path) -> None:
    with staging.open_stage(tmp_path):
        assert codes(Archive(archive()).write(tmp_path)) == ["busy-folder"]
    assert Archive(archive()).write(tmp_path).faults == ()


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    written = Archive(archive()).write(tmp_path / "file")
    assert codes(written) == ["unwritable-file"]
    assert (tmp_path / "file").read_text() == "mine"


def test_a_record_that_cannot_be_read_costs_nothing_but_a_look(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    (tmp_path / ".variorum" / "written.json").write_text("{")
    written = Archive(archive()).write(tmp_path)
    assert (written.paths, written.faults) == ((), ())


# Addresses ---------------------------------------------------------------------------------------------------------


def gathered(*ids: str, day: str | None = "2031-02-03", title: str | None = "Fire!") -> Gathered:
    return Gathered(ids, date.fromisoformat(day) if day else None, title, "Late at night the mill burned.")


def test_an_address_is_the_day_and_the_headline() -> None:
    events = [gathered("a"), gathered("b", day=None), gathered("c", title=None), gathered("d", title="火")]
    assert name_events(events) == (
        "2031-02-03-fire", "undated-fire", "2031-02-03-late-at-night-the-mill-burned", "2031-02-03-huo",
    )  # fmt: skip
    assert name_events([Gathered(("a",), None, "!", "…")]) == ("undated-event",)


def test_addresses_differ_and_do_not_depend_on_the_order() -> None:
    events = [gathered("a"), gathered("b"), gathered("c")]
    one, two, three = name_events(events)
    assert one == "2031-02-03-fire"
    assert len({one, two, three}) == 3
    assert name_events(events[::-1]) == (three, two, one)
    assert all(re.fullmatch(r"2031-02-03-fire(-[0-9a-f]{6})?", name) for name in (one, two, three))


def test_an_event_keeps_its_address_whatever_arrives() -> None:
    known = {"b": "2031-02-03-fire", "c": "2031-02-03-fire", "x": "2031-01-01-other"}
    grown = gathered("a", "b", "c", day="2031-02-01", title="First report")
    new = gathered("d")
    assert name_events([new, grown], known)[1] == "2031-02-03-fire"
    assert name_events([new, grown], known)[0] != "2031-02-03-fire"
    merged = gathered("x", "b", "c")
    assert name_events([merged], known) == ("2031-01-01-other",)
    assert name_events([gathered("b"), gathered("c")], known)[0] == "2031-02-03-fire"


def test_addresses_are_read_from_what_was_written(tmp_path: Path) -> None:
    assert load_addresses(tmp_path) == {}
    Archive(archive()).write(tmp_path)
    assert load_addresses(tmp_path) == {"f1": FERRY, "f2": FERRY, "f3": FERRY, "m1": FIRE, "m2": FIRE}
    (tmp_path / "events.parquet").write_text("no")
    assert load_addresses(tmp_path) == {}


def test_sigla_are_all_different() -> None:
    members = [("a", "Post"), ("b", "post!"), ("c", "Post 2"), ("d", "†")]
    sigla = choose_sigla(members, {"z": "post-3"})
    assert sigla == {"a": "post", "b": "post-2", "c": "post-2-2", "d": "article"}


# The page ----------------------------------------------------------------------------------------------------------


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def parse(path: Path) -> Any:
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def test_the_page_lists_events_newest_first_with_headlines_as_published(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    text = (tmp_path / "events.html").read_text()
    page = parse(tmp_path / "events.html")
    assert [item.get("id") for item in page.find_class("v-event")] == [FIRE, FERRY]
    ferry = page.get_element_by_id(FERRY)
    assert words(ferry).startswith("3 February 2031 – 5 February 2031 · 3 articles, 2 outlets · folder")
    assert [words(item) for item in ferry.find_class("v-words")] == [
        "Ferry stays in port", 'Ferry <b>late</b> & "lost"', "no headline",
    ]  # fmt: skip
    assert "2 passages shared by two outlets 18 of their 22 words kept first in Harbour Post 2" in words(ferry)
    assert "<now>" in words(page)
    assert "40 articles" in words(page)
    assert not page.xpath("//script | //link | //img | //*[@src] | //*[@onclick]")
    assert not re.search(r"https?://|@import|url\(", text)
    assert "prefers-color-scheme: dark" in text
    assert 'data-md-color-scheme="slate"' not in text


def links_lead_somewhere(out: Path) -> int:
    count = 0
    for path in [out / "events.html", *(out / "events").glob("*.html")]:
        for link in parse(path).xpath("//a/@href"):
            assert (path.parent / link).exists(), link
            count += 1
    return count


def test_links_lead_somewhere(tmp_path: Path) -> None:
    Archive(archive()).write(tmp_path)
    assert links_lead_somewhere(tmp_path) >= 8


def test_many_events_have_a_page_a_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eventspage, "ON_ONE_PAGE", 1)
    found = archive()
    found["undated-boats"] = [told("b1", "Valley Star", None, "Boats"), told("b2", "Morning Echo", None, None)]
    Archive(found).write(tmp_path)
    assert sorted(path.name for path in (tmp_path / "events").iterdir()) == [
        "2031-02.html", "2031-03.html", "undated.html",
    ]  # fmt: skip
    index = parse(tmp_path / "events.html")
    assert [" ".join(words(cell) for cell in row) for row in index.xpath("//tbody/tr")] == [
        "March 2031 1 2 1", "February 2031 1 3 2", "Without a date 1 2 1",
    ]  # fmt: skip
    assert "Ferry stays in port" in (tmp_path / "events" / "2031-02.html").read_text()
    assert links_lead_somewhere(tmp_path) > 10


def test_an_event_of_many_articles_unfolds(tmp_path: Path) -> None:
    group = [told(f"a{number}", f"Outlet {number}", "2031-02-03", f"Report {number}") for number in range(12)]
    Archive({"2031-02-03-report": group}).write(tmp_path)
    page = parse(tmp_path / "events.html")
    [more] = page.xpath("//details")
    assert "4 more" in words(more)
    assert len(more.find_class("v-words")) == 4


def test_a_users_template_wins(tmp_path: Path) -> None:
    (tmp_path / "site_templates" / "pages").mkdir(parents=True)
    (tmp_path / "site_templates" / "pages" / "archive.html").write_text("<h1>{{ view.events }} mine</h1>")
    Archive(archive()).write(tmp_path)
    assert "<h1>2 mine</h1>" in (tmp_path / "events.html").read_text()
