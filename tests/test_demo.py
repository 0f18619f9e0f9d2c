"""The demonstration event: what was planted in it, and that the product shows just what the list says it shows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from expectations import (
    Table,
    changed,
    check_figure,
    check_quote,
    check_row,
    claims_at,
    figures_at,
    findings_at,
    place,
    shared,
    together,
)

from generator.content import check_content, load_event
from generator.model import Report
from generator.pages import build_pages, load_templates
from generator.report import build_report

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "content"
PLANTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (ROOT / "tests" / "golden" / "demo" / "planted.toml").read_text(encoding="utf-8")
)


@cache
def report() -> Report:
    return build_report(load_event(CONTENT / "velnik-dam"))


def shows_glyphs(row: Table) -> bool:
    base, witness = row["places"]
    same = changed(report().event, {"base": base, "witness": witness}) == ([], [])
    return same and shared(report(), row["places"])


def shows_stances(row: Table) -> bool:
    """Whether one claim has an appearance at each place, in the stances of the row."""
    spans = [place(report().event, words) for words in row["places"]]
    wanted = list(zip(spans, row["stances"], strict=True))
    return any(
        all(
            any(each.span.overlaps(span) and each.stance == stance for each in claim.appearances)
            for span, stance in wanted
        )
        for claim in together(report(), row["places"])
    )


def shows_omission(row: Table) -> bool:
    claims = claims_at(report(), row["places"][0])
    return bool(claims) and all(set(row["left_out_by"]) <= set(claim.omitted_by) for claim in claims)


def shows_style(row: Table) -> bool:
    """Whether one claim's table reads the two places as the same words, and prints them in two ways."""
    event = report().event
    one, other = (place(event, words) for words in row["places"])
    beside = [
        (column.readings[n] == column.readings[m], event[column.cells[n]].strip() == event[column.cells[m]].strip())
        for table in report().variants
        for column in table.columns
        for n, m in permutations(range(len(column.cells)), 2)
        if column.cells[n].overlaps(one) and column.cells[m].overlaps(other)
    ]
    return any(not alike for _, alike in beside) and all(same for same, _ in beside)


def shows_apart(row: Table) -> bool:
    """Whether the two figures are in two groups, and no finding sets one against the other."""
    groups = [{figure.group for figure in figures_at(report(), words)} for words in row["places"]]
    apart = all(groups) and groups[0].isdisjoint(groups[1])
    return apart and not findings_at(report(), "figure-conflict", row["places"])


SHOWS: dict[str, Callable[[Table], bool]] = {
    "passage": lambda row: shared(report(), row["places"]),
    "claim": lambda row: bool(together(report(), row["places"])),
    "finding": lambda row: bool(findings_at(report(), row["kind"], row["places"])),
    "glyphs": shows_glyphs,
    "stances": shows_stances,
    "omission": shows_omission,
    "style": shows_style,
    "apart": shows_apart,
}


def test_the_content_has_no_fault() -> None:
    assert check_content(CONTENT) == ()


def test_six_outlets_of_about_350_words() -> None:
    articles = report().event.articles
    assert len({article.outlet for article in articles}) == 6
    assert all(270 <= len(article.text.split()) <= 430 for article in articles)


def test_it_says_on_every_page_that_it_is_invented() -> None:
    assert "invented" in report().event.notice
    pages = list(build_pages((report(),), load_templates()))
    assert len(pages) > 10
    assert [page.path for page in pages if "This event is invented." not in page.body] == []


def test_its_hosts_cannot_exist() -> None:
    hosts = [str(article.url).split("/")[2] for article in report().event.articles]
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_the_list_names_each_place_once() -> None:
    names = [row["id"] for row in PLANTED["difference"]]
    assert len(names) == len(set(names)) >= 15
    for row in PLANTED["difference"]:
        for words in row["places"]:
            place(report().event, words)


@pytest.mark.parametrize("row", PLANTED["difference"], ids=lambda row: row["id"])
def test_differences(row: dict[str, Any]) -> None:
    """A difference marked found is shown, and one marked not found is not: a better product must say so here."""
    assert SHOWS[row["shows"]](row) is row["found"]


@pytest.mark.parametrize("row", PLANTED["figure"], ids=lambda row: row["words"])
def test_figures(row: dict[str, Any]) -> None:
    check_row(check_figure, report(), row)


@pytest.mark.parametrize("row", PLANTED["quote"], ids=lambda row: row["content"])
def test_quotes(row: dict[str, Any]) -> None:
    check_row(check_quote, report(), row)
