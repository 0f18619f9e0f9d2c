"""``variorum discover`` as its user meets it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from archives import article, demo_articles, write_lines
from click import ClickException
from click.testing import CliRunner, Result

from generator import archive as archives
from generator.archive.discovery import Outcome
from generator.archive.engine import EngineMissing
from generator.cli import commands
from generator.diagnostics import ContentError, Diagnostic

Run = Callable[..., subprocess.CompletedProcess[str]]
Call = Callable[..., Result]
FAULT = Diagnostic("feeds.jsonl", 3, 0, "bad-date", "published is not an ISO date: May.", "Write it whole.")
WARNING = Diagnostic("feeds.jsonl", 0, 0, "undated", "2 articles have no date.", "", "warning")


class Engine:
    """Stands in for the engine: keeps what it was asked, and answers or raises as told."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}
        self.answer: Outcome | Exception = Outcome(1204, 87, 1, (), ())

    def discover(self, archive: Path, out: Path, **options: Any) -> Outcome:
        self.asked = {"archive": archive, "out": out, **options}
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    stand_in = Engine()
    monkeypatch.setattr(archives, "discover", stand_in.discover)
    return stand_in


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The command in this process; what it returns is ``return_value``."""
    write_lines(tmp_path / "feeds.jsonl", [article("a")])
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        given = ["discover", "feeds.jsonl", "--out", "found", *arguments]
        return CliRunner().invoke(commands, given, standalone_mode=False)

    return run


def test_options_reach_the_engine(engine: Engine, call: Call) -> None:
    done = call()
    assert done.return_value == 0
    assert engine.asked == {
        "archive": Path("feeds.jsonl"), "out": Path("found"), "window": 3, "memory": "4GB", "engine": "duckdb",
        "master": None, "columns": {},
    }  # fmt: skip
    assert done.stderr == "found 87 events and 1 shared passage in 1,204 articles: found/events.html\n"
    assert done.stdout == ""
    call("--window", "none", "--memory", "500MB", "--engine", "spark", "--master", "local[2]",
         "--column", "text=body", "--column", "id=a=b")  # fmt: skip
    assert engine.asked["window"] is None
    assert (engine.asked["engine"], engine.asked["master"]) == ("spark", "local[2]")
    assert engine.asked["columns"] == {"text": "body", "id": "a=b"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--window", "soon"),
        ("--window", "-1"),
        ("--window", "²"),
        ("--memory", "much"),
        ("--engine", "abacus"),
        ("--master", "local[2]"),
        ("--column", "text"),
        ("--column", "=body"),
        ("--column", "body=text"),
    ],
)
def test_wrong_arguments_are_wrong_usage(engine: Engine, call: Call, arguments: tuple[str, ...]) -> None:
    done = call(*arguments)
    assert isinstance(done.exception, ClickException)
    assert done.exception.exit_code == 2
    assert engine.asked == {}


def test_faults_are_printed_in_the_form_asked_for(engine: Engine, call: Call) -> None:
    engine.answer = Outcome(faults=(WARNING, FAULT))
    done = call()
    assert done.return_value == 1
    assert "feeds.jsonl:3: bad-date" in done.stdout
    assert done.stderr == ""
    assert [fault["code"] for fault in json.loads(call("--format", "json").stdout)] == ["undated", "bad-date"]
    assert call("--format", "github").stdout.startswith("::warning file=feeds.jsonl")
    engine.answer = ContentError([FAULT])
    assert call().return_value == 1


def test_warnings_alone_are_no_failure(engine: Engine, call: Call) -> None:
    engine.answer = Outcome(2, 0, 0, (), (WARNING,))
    done = call()
    assert done.return_value == 0
    assert "warning: undated" in done.stdout
    assert "found 0 events" in done.stderr


def test_a_missing_engine_is_told_in_one_sentence(engine: Engine, call: Call) -> None:
    sentence = "Spark is not installed: pip install variorum[spark]."
    engine.answer = EngineMissing(sentence)
    done = call("--engine", "spark")
    assert isinstance(done.exception, ClickException)
    assert (done.exception.exit_code, done.exception.message) == (
        2,
        "Spark is not installed: pip install variorum[spark].",
    )


# With the engine ---------------------------------------------------------------------------------------------------


def test_an_archive_becomes_events_that_build(variorum: Run, tmp_path: Path) -> None:
    others = [
        article("choir", "Forty singers from Upper Hallow rehearse a new anthem, and want basses."),
        article("chess", "A schoolgirl won her third title in a row with a bishop sacrifice."),
        article("cheese", "Goat farmers of the Teal valley ask for a label of their own."),
    ]
    write_lines(tmp_path / "feeds.jsonl", [*demo_articles(), *others])
    done = variorum("discover", "feeds.jsonl", "--out", "found")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == ""
    [event] = (tmp_path / "found" / "content").iterdir()
    assert event.name.startswith("2026-03-17-")
    assert len(list((event / "articles").iterdir())) >= 4
    assert (tmp_path / "found" / "reuse" / "2026-03.parquet").is_file()
    before = {path: path.read_bytes() for path in (tmp_path / "found" / "content").rglob("*.md")}
    assert variorum("discover", "feeds.jsonl", "--out", "found").returncode == 0
    assert before == {path: path.read_bytes() for path in (tmp_path / "found" / "content").rglob("*.md")}
    built = variorum("build", cwd=tmp_path / "found")
    assert built.returncode == 0, built.stdout + built.stderr


def test_a_faulty_archive_writes_nothing(variorum: Run, tmp_path: Path) -> None:
    write_lines(tmp_path / "feeds.jsonl", [article("a", published="soon"), article("b"), article("b")])
    done = variorum("discover", "feeds.jsonl", "--out", "found")
    assert done.returncode == 1
    assert "feeds.jsonl:1: bad-date" in done.stdout
    assert "feeds.jsonl:3: duplicate-id" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "found" / "events.html").exists()


def test_an_archive_that_is_not_there_is_wrong_usage(variorum: Run) -> None:
    assert variorum("discover", "nowhere", "--out", "found").returncode == 2
