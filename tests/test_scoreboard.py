"""The figures that the benchmarks wrote down, and the page that shows them."""

from __future__ import annotations

import html
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import scoreboard
from measures import Measure

from generator.pages import build_pages, load_templates
from generator.pages.scoreboard import SCOREBOARD, load_scoreboard, render_figure

ROOT = Path(__file__).resolve().parents[1]
ROWS: list[dict[str, Any]] = tomllib.loads(SCOREBOARD.read_text(encoding="utf-8"))["measure"]


def method_page() -> str:
    return next(html.unescape(page.body) for page in build_pages([], load_templates()) if page.path == "method/")


def row(**changes: Any) -> dict[str, Any]:
    kept = {"stage": "archive", "data": "ten articles", "metric": "recall", "ours": 0.5, "command": "python a.py"}
    return {**kept, **changes}


def test_each_row_has_what_it_needs_and_nothing_else() -> None:
    allowed = {field.name for field in fields(Measure)} | {"command"}
    for line in ROWS:
        assert {"stage", "data", "metric", "ours", "command"} <= set(line) <= allowed
        assert isinstance(line["ours"], float | int)
        assert len({"peer", "theirs", "run"} & set(line)) in (0, 3)
        assert line.get("run", "here") in ("here", "published")


def test_each_row_names_a_command_that_is_there() -> None:
    for command in {line["command"] for line in ROWS}:
        python, script = command.split()
        assert python == "python"
        assert (ROOT / script).is_file()


def test_no_figure_stands_twice() -> None:
    keys = [(line["stage"], line["data"], line["metric"], line.get("peer")) for line in ROWS]
    assert len(keys) == len(set(keys))


def test_the_page_shows_each_row() -> None:
    page = method_page()
    for line in ROWS:
        start = f'{line["data"]}</th><td>{line["metric"]}</td><td class="v-num">{render_figure(line["ours"])}</td>'
        assert start in page
        if "theirs" in line:
            rest = page.split(start, 1)[1].split("</tr>", 1)[0]
            assert f"{render_figure(line['theirs'])} {line['peer']}" in rest
        assert f"<code>{line['command']}</code>" in page


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    rows = [row(), row(metric="CPU s", ours=1234.0, peer='the “other” "one"', theirs=2.5, run="published")]
    path = tmp_path / "scoreboard.toml"
    path.write_text(scoreboard.render_toml(rows), encoding="utf-8")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["measure"] == rows
    [stage] = load_scoreboard(path)
    assert (stage.name, stage.commands) == ("archive", ("python a.py",))
    assert [(line.metric, line.ours) for line in stage.measures] == [("recall", "0.5"), ("CPU s", "1,234")]
    assert [(peer.name, peer.figure) for peer in stage.measures[1].peers] == [('the “other” "one"', "2.5")]


def test_several_peers_stand_beside_one_figure_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "scoreboard.toml"
    peers = [row(peer=name, theirs=0.25, run="here") for name in ("one", "two")]
    path.write_text(scoreboard.render_toml([row(), *peers, row(data="more articles")]), encoding="utf-8")
    [stage] = load_scoreboard(path)
    assert [len(line.peers) for line in stage.measures] == [2, 0]


def test_no_file_gives_no_scoreboard(tmp_path: Path) -> None:
    assert load_scoreboard(tmp_path / "scoreboard.toml") == ()


def test_a_benchmark_that_ran_again_takes_the_place_of_its_older_rows() -> None:
    quotes, archive = "python tests/bench/bench_quotes.py", "python tests/bench/bench_archive.py"
    old = [row(command=quotes, ours=1.0), row(command=quotes, ours=2.0), row(command=archive, ours=3.0)]
    merged = scoreboard.merge(old, [row(command=quotes, ours=4.0)])
    assert [(line["command"], line["ours"]) for line in merged] == [(archive, 3.0), (quotes, 4.0)]


def test_a_benchmark_whose_data_is_absent_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scoreboard.measure("reuse", tmp_path) == []
    assert "reuse: not measured, its data is absent" in capsys.readouterr().out
    assert scoreboard.measure("nothing-of-the-kind", tmp_path) == []
    assert "there is no such benchmark" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.96512, "0.9651"),
        (91.34, "91.34"),
        (756.0, "756"),
        (1520.4, "1,520"),
        (0.00012, "0.00012"),
        (100000, "100,000"),
    ],
)
def test_figures_have_four_digits(value: float, shown: str) -> None:
    assert render_figure(value) == shown
