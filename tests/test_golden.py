"""A folder is a test: a few sentences, what they must give in words, and a snapshot of all that they gave.

The words in ``case.toml`` are written by hand and hold whatever the snapshots say, so that renewing the snapshots with
``pytest --update-golden`` cannot hide a behaviour that was lost.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from expectations import (
    changed,
    check_figure,
    check_quote,
    check_row,
    figures_at,
    place,
    quotes_at,
    shared,
    show,
    together,
)

from generator.content import load_event
from generator.exports import report_to_dict
from generator.model import Report
from generator.pages import build_pages, load_templates
from generator.report import build_report

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/case.toml"))
KEYS = {
    "about", "passages", "together", "apart", "quotes", "no_quotes", "figures", "no_figures",
    "edits", "same", "omitted", "findings", "pages_show", "pages_never", "snapshot",
}  # fmt: skip


@pytest.fixture(params=CASES, ids=lambda path: path.name, scope="module")
def case(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def report(case: Path) -> Report:
    return build_report(load_event(case / "content" / "event"))


@pytest.fixture(scope="module")
def pages(report: Report) -> dict[str, str]:
    """Each page's own HTML by its path."""
    return {page.path: page.body for page in build_pages((report,), load_templates())}


@pytest.fixture(scope="module")
def expected(case: Path) -> dict[str, Any]:
    with (case / "case.toml").open("rb") as file:
        table = tomllib.load(file)
    assert set(table) <= KEYS, "an expectation that nothing reads"
    assert len(table) > 1, "a case that expects nothing"
    return table


def said(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows that hold today."""
    return [row for row in rows if row.get("found", True)]


def test_there_are_cases() -> None:
    assert len(CASES) >= 9


def test_passages(report: Report, expected: dict[str, Any]) -> None:
    for places in expected.get("passages", ()):
        assert shared(report, places), places
    if "passages" in expected:
        found = [show(report.event, cluster.passages) for cluster in report.clusters]
        assert len(found) == len(expected["passages"]), found


def test_claims(report: Report, expected: dict[str, Any]) -> None:
    for places in expected.get("together", ()):
        assert together(report, places), places
    for places in expected.get("apart", ()):
        assert not together(report, places), places


def test_omissions(report: Report, expected: dict[str, Any]) -> None:
    for row in expected.get("omitted", ()):
        claims = together(report, [row["words"]])
        assert claims, row["words"]
        assert {claim.omitted_by for claim in claims} == {tuple(row["by"])}


def test_quotes(report: Report, expected: dict[str, Any]) -> None:
    for row in expected.get("quotes", ()):
        check_row(check_quote, report, row)
    for words in expected.get("no_quotes", ()):
        assert not [quote for quote in quotes_at(report, words) if quote.speaker_name], words
    if "quotes" in expected:
        spoken = [quote for quote in report.quotes if quote.kind != "indirect" and quote.speaker_name]
        assert len(spoken) == len(said(expected["quotes"])), show(report.event, (quote.content for quote in spoken))


def test_figures(report: Report, expected: dict[str, Any]) -> None:
    for row in expected.get("figures", ()):
        check_row(check_figure, report, row)
    for words in expected.get("no_figures", ()):
        assert not figures_at(report, words), words
    if "figures" in expected:
        found = show(report.event, (figure.span for figure in report.figures))
        assert len(found) == len(said(expected["figures"])), found


def test_edits(report: Report, expected: dict[str, Any]) -> None:
    for row in expected.get("edits", ()):
        assert changed(report.event, row) == (row["deleted"], row["inserted"])
    for row in expected.get("same", ()):
        assert changed(report.event, row) == ([], [])
        assert report.event[place(report.event, row["base"])]


def test_findings(report: Report, expected: dict[str, Any]) -> None:
    kinds = sorted(finding.kind for finding in report.findings)
    assert kinds == expected.get("findings", kinds)


def test_pages(pages: dict[str, str], expected: dict[str, Any]) -> None:
    for words in expected.get("pages_show", ()):
        assert any(words in body for body in pages.values()), words
    for words in expected.get("pages_never", ()):
        assert [path for path, body in pages.items() if words in body] == [], words


def test_snapshot(
    case: Path, report: Report, pages: dict[str, str], expected: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    """The case's whole report, apart from the program's version, and the pages that show its behaviour."""
    contract = report_to_dict(report)
    contract["generator"]["version"] = ""
    shown = {path: body for path, body in pages.items() if path.startswith(tuple(expected["snapshot"]))}
    assert shown, "the case names no page that there is"
    files = {f"pages/{path}index.html": f"{body}\n" for path, body in shown.items()}
    files["report.json"] = json.dumps(contract, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--update-golden"):
        update(case / "expected", files)
    assert load(case / "expected") == files


def load(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def update(folder: Path, files: dict[str, str]) -> None:
    """Write the files and take away what is no longer given; a check then compares what stands on disk."""
    for path in set(load(folder)) - set(files):
        (folder / path).unlink()
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.encode())
