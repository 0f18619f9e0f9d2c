"""Earlier versions of articles: read, set against the next, shown, told, and kept out of every comparison."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from folders import write_article
from hypothesis import given
from hypothesis import strategies as st

from generator.content import CODES, check_content, load_event
from generator.content.versions import read_moment
from generator.excerpts import excerpt
from generator.exports import report_to_dict
from generator.model import Amendment, Article, Event
from generator.pages import build_pages, load_templates, render_feeds
from generator.permalinks import register
from generator.report import build_report
from generator.revisions import find_revisions

Run = Callable[..., subprocess.CompletedProcess[str]]

FIRST = "Six boats sank in the harbour. The mayor spoke of an accident. Fog lay over the town that night."
SECOND = "Nine boats sank in the harbour. Fog lay over the town that night. Divers will search the wrecks on Tuesday."
OTHER = "Nine boats sank in the harbour. Nobody was on board, the port says."


def article(text: str = SECOND, *earlier: str) -> Article:
    """An article with versions a day apart, from the first of May 2031 on."""
    versions = tuple(Article("ap", one, updated=date(2031, 5, 1 + n)) for n, one in enumerate(earlier))
    return Article("ap", text, published=date(2031, 5, 1), updated=date(2031, 5, 9), versions=versions)


def event(*earlier: str) -> Event:
    return Event("harbour", (article(SECOND, *earlier), Article("bbc", OTHER, published=date(2031, 5, 2))))


def write_version(folder: Path, name: str, text: str, head: str = "") -> Path:
    path = folder / "articles" / f"{name}.md"
    path.write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
    return path


# What changed --------------------------------------------------------------------------------------------------------


def test_sentences_that_were_changed_put_in_and_taken_out() -> None:
    (revision,) = find_revisions(article(SECOND, FIRST))
    assert (revision.since, revision.until) == (date(2031, 5, 1), date(2031, 5, 9))
    assert revision.amendments == (
        Amendment("edited", "Six boats sank in the harbour.", "Nine boats sank in the harbour.", (("Six", "Nine"),)),
        Amendment("removed", "The mayor spoke of an accident."),
        Amendment("inserted", after="Divers will search the wrecks on Tuesday."),
    )


def test_each_version_is_set_against_the_next() -> None:
    first, second, third = find_revisions(article(SECOND, FIRST, FIRST, SECOND))
    assert not first.amendments
    assert second.amendments
    assert not third.amendments


def test_a_sentence_that_moved_is_no_amendment() -> None:
    turned = "Fog lay over the town that night. Six boats sank in the harbour. The mayor spoke of an accident."
    assert [one.amendments for one in find_revisions(article(turned, FIRST))] == [()]


def test_signs_alone_are_no_amendment() -> None:
    assert [one.amendments for one in find_revisions(article(FIRST.replace(" of an", ": an"), FIRST))] != [()]
    assert [one.amendments for one in find_revisions(article(FIRST.replace("night.", "night!"), FIRST))] == [()]


def test_an_article_without_versions_has_no_revisions() -> None:
    assert find_revisions(article()) == ()


@given(st.lists(st.sampled_from(FIRST.split(". ") + SECOND.split(". ")), max_size=8), st.data())
def test_amendments_turn_the_one_text_into_the_other(sentences: list[str], data: st.DataObject) -> None:
    """What stays after taking out what went and putting in what came is the later text, but for order."""
    later = data.draw(st.permutations(sentences))[: data.draw(st.integers(0, len(sentences)))]
    old, new = ("\n\n".join(f"{one.rstrip('.')}." for one in texts) for texts in (sentences, later))
    (revision,) = find_revisions(article(new, old))
    gone = {one.before for one in revision.amendments if one.before}
    come = {one.after for one in revision.amendments if one.after}
    assert {*old.split("\n\n")} - gone <= {*new.split("\n\n"), ""}
    assert {*new.split("\n\n")} - come <= {*old.split("\n\n"), ""}


# Reading -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "moment"),
    [
        ("ap@2031-05-02", date(2031, 5, 2)),
        ("ap@2031-05-02T14-05", datetime(2031, 5, 2, 14, 5)),  # noqa: DTZ001  # the file names no zone
        ("ap@2031-05-02T14:05:09Z", datetime(2031, 5, 2, 14, 5, 9, tzinfo=UTC)),
        ("ap@2031-05-02T1405Z", datetime(2031, 5, 2, 14, 5, tzinfo=UTC)),
        ("ap@2031-05-02T14-05+0200", datetime.fromisoformat("2031-05-02T14:05+02:00")),
        ("ap@2031-02-30", None),
        ("ap@2031-05-02T25-00", None),
        ("ap@noon", None),
        ("ap@", None),
        ("ap@2031-05-02@2031-05-03", None),
    ],
)
def test_the_time_in_a_files_name(stem: str, moment: date | None) -> None:
    assert read_moment(stem) == moment


def test_versions_are_read_in_order_of_time_and_take_what_they_leave_out(small_content: Path) -> None:
    folder = small_content / "bridge"
    write_article(folder, "ap", SECOND, published="2031-05-01", updated="2031-05-09", title="Boats sink")
    write_version(folder, "ap@2031-05-08", FIRST)
    write_version(folder, "ap@2031-05-02T09-00Z", "Boats sank.", "title: Boats lost\n")
    (found,) = (one for one in load_event(folder).articles if one.siglum == "ap")
    assert [one.updated for one in found.versions] == [datetime(2031, 5, 2, 9, tzinfo=UTC), date(2031, 5, 8)]
    assert [one.text for one in found.versions] == ["Boats lost\n\nBoats sank.", f"Boats sink\n\n{FIRST}"]
    assert {(one.siglum, one.outlet) for one in found.versions} == {("ap", found.outlet)}
    assert not [fault for fault in check_content(small_content) if "@" in fault.path]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["cnn@2031-05-01"], "lost-version"),
        (["ap@yesterday"], "bad-version"),
        (["ap@2031-05-01T10-00Z", "ap@2031-05-01T12-00+02:00"], "duplicate-version"),
        (["ap@2031-05-10"], "late-version"),
    ],
)
def test_a_bad_version_is_told_with_its_place(small_content: Path, names: list[str], code: str) -> None:
    folder = small_content / "bridge"
    write_article(folder, "ap", SECOND, published="2031-05-01", updated="2031-05-09")
    paths = [write_version(folder, name, FIRST) for name in names]
    (fault,) = (fault for fault in check_content(small_content) if "@" in fault.path)
    assert (fault.code, fault.severity) == (code, "error")
    assert fault.path.endswith(paths[-1].name)
    assert fault.hint
    assert code in CODES


def test_a_faulty_article_is_not_said_to_be_absent(small_content: Path) -> None:
    folder = small_content / "bridge"
    (folder / "articles" / "ap.md").write_text("no front matter")
    write_version(folder, "ap@2031-05-01", FIRST)
    assert "lost-version" not in {fault.code for fault in check_content(small_content)}


# Publishing ----------------------------------------------------------------------------------------------------------


def test_versions_take_no_part_in_comparisons() -> None:
    bare = event()
    with_versions, without = build_report(event(FIRST, FIRST + " Seven men died.")), build_report(bare)
    assert replace(with_versions, event=bare) == without
    assert register(with_versions).entries == register(without).entries


def test_the_articles_page_shows_each_version_with_what_changed() -> None:
    report = build_report(event(FIRST))
    pages = {page.path: page for page in build_pages([report], load_templates())}
    body = pages["harbour/articles/ap/"].body
    assert 'id="version-2031-05-01"' in body
    assert '<del class="v-del"><span class="v-sr">deleted: </span>Six' in body
    assert "Earlier versions" in body
    assert "Earlier versions" not in pages["harbour/articles/bbc/"].body


def test_the_changes_page_and_the_feeds_tell_what_an_article_changed() -> None:
    report = build_report(event(FIRST))
    registry = register(report)
    pages = {page.path: page for page in build_pages([report], load_templates(), [registry])}
    assert "ap changed its article" in pages["harbour/changes/"].body
    assert '<a href="../articles/ap/#version-2031-05-01">' in pages["harbour/changes/"].body
    feeds = dict(render_feeds(registry))
    (item,) = json.loads(feeds["harbour/changes/feed.json"])["items"]
    assert item["date_published"] == "2031-05-09T00:00:00Z"
    assert "[-Six-] [+Nine+] boats sank" in item["content_text"]


def test_the_data_list_versions_and_changes() -> None:
    articles = report_to_dict(build_report(event(FIRST)))["articles"]
    (version,) = articles[0]["versions"]
    assert (version["time"], version["text"]) == ("2031-05-01", FIRST)
    assert [one["kind"] for one in version["changes"]] == ["edited", "removed", "inserted"]
    assert version["changes"][0]["figures"] == [{"before": "Six", "after": "Nine"}]
    assert articles[1]["versions"] == []


def test_no_earlier_version_of_an_excerpt_is_published() -> None:
    whole = event(FIRST)
    articles = tuple(replace(one, rights="excerpt") for one in whole.articles)
    registry = excerpt(register(build_report(replace(whole, articles=articles))))
    assert not any(one.versions for one in registry.report.event.articles)
    pages = build_pages([registry.report], load_templates(), [registry])
    assert not [page.path for page in pages if "mayor" in page.body]


def test_a_build_publishes_versions(small_content: Path, variorum: Run) -> None:
    folder = small_content / "bridge"
    write_article(folder, "ap", SECOND, published="2031-05-01", updated="2031-05-09")
    write_version(folder, "ap@2031-05-02", FIRST)
    assert variorum("build").returncode == 0
    site = small_content.parent / "site" / "bridge"
    assert "Earlier versions" in (site / "articles" / "ap" / "index.html").read_text()
    assert (site / "changes" / "feed.xml").exists()
    report = json.loads((site / "data" / "report.json").read_text())
    assert [one["time"] for one in report["articles"][0]["versions"]] == ["2031-05-02"]
