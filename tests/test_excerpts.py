"""Excerpts: what is not compared is nowhere in what is published, byte by byte."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from folders import ROOT, write_event
from hypothesis import given
from hypothesis import strategies as st

from generator.excerpts import GAP, excerpt
from generator.excerpts.cutting import cut_article
from generator.exports import report_to_dict
from generator.model import Article, Event, Span
from generator.pages import build_pages, load_templates
from generator.permalinks import register
from generator.report import build_report
from generator.sentences import segment

Run = Callable[..., subprocess.CompletedProcess[str]]

ECHO = (
    "Crane falls in harbour\n\n"
    "A harbour crane toppled onto an empty warehouse shortly after dawn on Monday. Gulls had gathered upon the quay. "
    "“We will hardly open this tunnel without a second exit for trucks,” said mayor Orla Venn.\n\n"
    "Fishermen mended violet nets beside the lighthouse all morning. At least 12 people were hurt in the fall."
)
POST = (
    "A harbour crane toppled onto an empty warehouse shortly after dawn, officers said. "
    "“We will not open this tunnel without a second exit for trucks,” Orla Venn said. "
    "At least 14 people were hurt in the fall. Bakers gave away warm rolls."
)
WITHHELD = ("Gulls had gathered upon the quay.", "Fishermen mended violet nets beside the lighthouse all morning.")
WORD = re.compile(r"[^\W_]+")
RUN = 4
"""Words in a row that give a sentence away."""


def event(*rights: str | None) -> Event:
    head = Span("echo", 0, len("Crane falls in harbour"))
    echo = Article("echo", ECHO, outlet="Echo", title="Crane falls in harbour", rights=rights[0], headline=head)
    return Event("crane", (echo, Article("post", POST, outlet="Post", rights=rights[1])))


def words(text: str) -> str:
    return f" {' '.join(WORD.findall(text.casefold()))} "


def readings(path: Path) -> Iterator[str]:
    """A file's words, as bytes, as text without tags and entities, and with JSON's escapes undone."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = data.decode("utf-8", "replace")
    yield words(text)
    yield words(html.unescape(re.sub(r"<[^<>]*>", "", text)))
    yield words(html.unescape(re.sub(r"<[^<>]*>", " ", text)))
    yield words(re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text.replace("\\n", " ")))


def runs(sentence: str) -> set[str]:
    known = words(sentence).split()
    return {f" {' '.join(known[at : at + RUN])} " for at in range(len(known) - RUN + 1)}


def leaks(site: Path, secret: set[str]) -> set[tuple[str, str]]:
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and "vendor" not in path.parts]
    assert len(files) > 20
    found = {
        (path.relative_to(site).as_posix(), run)
        for path in files
        for text in readings(path)
        for run in secret
        if run in text
    }
    return found | {(path.as_posix(), run) for path in files for run in secret if run in words(path.as_posix())}


class TestReport:
    def test_the_sentences_that_are_not_compared_are_left_out_and_their_gaps_are_seen(self) -> None:
        whole = register(build_report(event("excerpt", None)))
        left = excerpt(whole).report.event.article("echo")
        assert left.text == (
            "Crane falls in harbour\n\nA harbour crane toppled onto an empty warehouse shortly after dawn on Monday. "
            f"{GAP} “We will hardly open this tunnel without a second exit for trucks,” said mayor Orla Venn.\n\n"
            f"{GAP}\n\nAt least 12 people were hurt in the fall."
        )
        assert left.length == len(words(ECHO).split())

    def test_an_article_that_does_not_ask_stays_whole(self) -> None:
        whole = register(build_report(event(None, None)))
        assert excerpt(whole) is whole
        assert excerpt(register(build_report(event("excerpt", None)))).report.event.article("post").text == POST

    def test_every_span_still_holds_the_words_it_held(self) -> None:
        whole = register(build_report(event("excerpt", "excerpt")))
        before, after = report_to_dict(whole.report), report_to_dict(excerpt(whole).report)
        kept = {item["id"]: item for item in after["quotes"] + after["figures"] + after["claims"] + after["findings"]}
        assert any(item["id"].startswith("q") for item in kept.values())
        for item in before["quotes"] + before["figures"] + before["claims"] + before["findings"]:
            if item["id"] in kept:
                assert list(exacts(kept[item["id"]])) == list(exacts(item))
        for place in places(after):
            text = next(one["text"] for one in after["articles"] if one["siglum"] == place["siglum"])
            assert text[place["start"] : place["end"]] == place["exact"]

    def test_no_selector_reaches_over_a_gap(self) -> None:
        report = report_to_dict(excerpt(register(build_report(event("excerpt", "excerpt")))).report)
        selectors = [made["selector"] for claim in report["claims"] for made in claim["appearances"]]
        assert selectors
        for selector in selectors:
            assert any(selector["prefix"] + selector["exact"] + selector["suffix"] in text for text in (ECHO, POST))

    def test_words_of_earlier_days_are_not_shown(self) -> None:
        first = register(build_report(event(None, None)))
        changed = event("excerpt", None)
        echo = replace(changed.article("echo"), text=ECHO.replace("upon the quay", "along the northern quay"))
        second = register(build_report(replace(changed, articles=(echo, changed.article("post")))), first.entries)
        shown = excerpt(second)
        templates = load_templates()
        bodies = [page.body for page in build_pages([shown.report], templates, [shown])]
        assert len(bodies) > 5
        assert not [body for body in bodies if "upon the quay" in body or "northern quay" in body]
        full = [page.body for page in build_pages([second.report], templates, [second])]
        assert [body for body in full if "northern" in body and "upon" in body]

    def test_a_link_to_a_withheld_sentence_still_arrives(self) -> None:
        whole = register(build_report(event("excerpt", None)))
        shown = excerpt(whole)
        page = next(
            one for one in build_pages([shown.report], load_templates(), [shown]) if one.path == "crane/articles/echo/"
        )
        assert {name for span, name in whole.passages.items() if span.siglum == "echo"} <= page.anchors

    @given(st.lists(st.sampled_from(["Six died. ", "Rain fell. ", "\n\n", " ", "“No,” he said. ", "Ada Holm left. "])))
    def test_a_cut_keeps_what_is_chosen_and_no_other_word(self, parts: list[str]) -> None:
        article = Article("echo", "".join(parts))
        sentences = segment(article)
        cut = cut_article(article, sentences[::2])
        assert [cut.article.text[one.start : one.end] for span in sentences[::2] if (one := cut.move(span))] == [
            article.text[span.start : span.end] for span in sentences[::2]
        ]
        kept = "".join(article.text[span.start : span.end] for span in sentences[::2])
        assert "".join(cut.article.text.replace(GAP, "").split()) == "".join(kept.split())


def exacts(value: Any) -> Iterator[str]:
    """Every exact text of a finding's own, apart from what stands around it."""
    return (place["exact"] for place in places(value))


def places(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"siglum", "start", "end", "exact"} <= value.keys():
            yield value
        for item in value.values():
            yield from places(item)
    elif isinstance(value, list):
        for item in value:
            yield from places(item)


class TestSite:
    def build(self, tmp_path: Path, variorum: Run, rights: str, settings: str = "") -> Path:
        front = f"outlet: Echo\ntitle: Crane falls in harbour\npublished: 2031-05-02\n{rights}"
        body = ECHO.partition("\n\n")[2]
        write_event(tmp_path / "content" / "crane")
        folder = tmp_path / "content" / "crane" / "articles"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "echo.md").write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")
        post = "outlet: Post\ntitle: Crane down\npublished: 2031-05-02\n"
        (folder / "post.md").write_text(f"---\n{post}---\n\n{POST}\n", encoding="utf-8")
        plugins = f"plugins: [search, {{variorum: {{{settings}}}}}]"
        (tmp_path / "mkdocs.yml").write_text(
            f"site_name: Cranes\ndocs_dir: content\ntheme: {{name: material}}\n{plugins}\n", encoding="utf-8"
        )
        done = variorum("build", "--site", "site")
        assert done.returncode == 0, done.stderr
        return tmp_path / "site"

    @pytest.mark.parametrize(
        ("rights", "settings", "found"),
        [("", "", True), ("rights: excerpt\n", "", False), ("", "rights: excerpt", False)],
    )
    def test_what_is_withheld_is_in_no_file(
        self, tmp_path: Path, variorum: Run, rights: str, settings: str, *, found: bool
    ) -> None:
        site = self.build(tmp_path, variorum, rights, settings)
        secret = {run for sentence in WITHHELD for run in runs(sentence)}
        assert bool(leaks(site, secret)) is found
        shown = "toppled onto an empty warehouse shortly after dawn on Monday"
        assert shown in (site / "crane" / "articles" / "echo" / "index.html").read_text(encoding="utf-8")

    def test_a_report_on_the_command_line_holds_no_more(self, tmp_path: Path, variorum: Run) -> None:
        self.build(tmp_path, variorum, "rights: excerpt\n")
        done = variorum("report", "content/crane")
        assert done.returncode == 0
        assert "violet nets" not in done.stdout
        assert json.loads(done.stdout)["articles"][0]["excerpt"] is True


@pytest.mark.slow
@pytest.mark.parametrize("siglum", ["courier", "bote"])
def test_no_sentence_outside_the_comparisons_of_the_demonstration_is_anywhere(
    tmp_path: Path, variorum: Run, siglum: str
) -> None:
    content = shutil.copytree(ROOT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("permalinks.lock"))
    data = json.loads(variorum("report", content / "velnik-dam").stdout)
    article = content / "velnik-dam" / "articles" / f"{siglum}.md"
    text = article.read_text(encoding="utf-8")
    article.write_text(re.sub(r"(?m)^rights: .*$", "rights: excerpt", text, count=1), encoding="utf-8")
    done = variorum("build", "--content", content, "--site", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    secret = secrets(data, siglum)
    assert len(secret) > 50
    assert leaks(tmp_path / "site", secret) == set()


def secrets(data: dict[str, Any], siglum: str) -> set[str]:
    """Runs of words of one article that stand in sentences of no comparison, and nowhere else in the event."""
    outlets = {one["siglum"]: one["outlet"] for one in data["articles"]}
    text = next(one["text"] for one in data["articles"] if one["siglum"] == siglum)
    head = next(one["headline"] for one in data["articles"] if one["siglum"] == siglum)
    shared = [one for one in data["claims"] if len({outlets[made["siglum"]] for made in one["appearances"]}) > 1]
    claimed = {name for claim in shared for name in claim["clusters"]}
    alone = [cluster for cluster in data["clusters"] if cluster["id"] not in claimed]
    compared = [head, *places(data["findings"]), *places(alone)]
    for claim in shared:
        compared += [claim["statement_span"], *claim["appearances"]]
        compared += [quote["content"] for quote in data["quotes"] if quote["id"] in claim["quotes"]]
    for group in {figure["group"] for figure in data["figures"]} - {None}:
        members = [figure for figure in data["figures"] if figure["group"] == group]
        compared += members if len({outlets[one["siglum"]] for one in members}) > 1 else []
    mine = [one for one in compared if one.get("siglum", siglum) == siglum]
    sentences = [one for one in data["sentences"] if one["siglum"] == siglum]
    out = [one for one in sentences if not any(one["start"] < c["end"] and c["start"] < one["end"] for c in mine)]
    kept = [text[one["start"] : one["end"]] for one in sentences if one not in out]
    others = [one["text"] for one in data["articles"] if one["siglum"] != siglum]
    public = " | ".join(words(known) for known in [*kept, *others, data["event"]["description"], text[: head["end"]]])
    return {run for one in out for run in runs(text[one["start"] : one["end"]]) if run not in public}
