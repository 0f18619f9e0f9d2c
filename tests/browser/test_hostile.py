"""Markup that means harm, in every place an article can carry it, published and opened in a real browser."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]  # MkDocs brings it, untyped
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Error
from subject import SHARED
from visitor import Visitor, addresses, served, visiting

from generator import content
from generator.model import Article, Event

pytestmark = pytest.mark.browser

DRAWN = 200
ARTICLES = 20
"""Articles an event: enough events for every kind of page, few enough pages for a minute of browsing."""

LIVE = """() => {
  const found = [];
  const address = /^(javascript:|vbscript:|data:text\\/html)/i;
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      const plain = value.replace(/[\\u0000-\\u0020]/g, "");
      // What a description says of a page leads nowhere.
      const said = element.tagName === "META" && name === "content" && !element.httpEquiv;
      if (/^on/i.test(name) || (!said && address.test(plain))) found.push(`${element.tagName} ${name}=${value}`);
    }
    const moving = ["IFRAME", "FRAME", "OBJECT", "EMBED", "BASE", "APPLET", "MARQUEE", "PLAINTEXT", "XMP"];
    const known = element.tagName === "META" ? !element.httpEquiv || element.httpEquiv === "Content-Security-Policy"
      : !moving.includes(element.tagName);
    if (!known) found.push(element.outerHTML.slice(0, 200));
  }
  return found;
}"""
"""What the document holds that runs, loads or moves by itself; a page of ours has none of it."""


@pytest.fixture(scope="session")
def payloads() -> list[str]:
    """Two hundred, drawn evenly from the whole collection."""
    path = SHARED / "hostile" / "markup.jsonl.gz"
    if not path.is_file():
        pytest.skip("the collection of hostile markup is not here")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [texts[index * len(texts) // DRAWN] for index in range(DRAWN)]


def hostile_article(index: int, payloads: list[str]) -> Article:
    """A payload in every field, and in sentences that two articles share, so that it reaches claim pages too."""
    mine, shared = payloads[index], payloads[index - 1]
    text = (
        f"{mine}\n\nThe council said on Tuesday that the old bridge {mine} would stay closed until the end of May.\n\n"
        f"“We knew that the pillars {shared} were weak,” said the engineer {mine} who led the survey.\n\n"
        f"At least {index + 3} people were hurt, the council said on Tuesday in its report {shared} on the bridge."
    )
    return Article(f"a{index:03}", text, outlet=mine, title=mine, url=mine, author=mine, agency=mine, rights=mine)


def hostile_events(payloads: list[str]) -> tuple[Event, ...]:
    articles = [hostile_article(index, payloads) for index in range(len(payloads))]
    groups = [articles[start : start + ARTICLES] for start in range(0, len(articles), ARTICLES)]
    return tuple(
        Event(f"event-{number}", tuple(group), title=group[0].title, description=group[0].title, notice=group[0].title)
        for number, group in enumerate(groups)
    )


def build_hostile(target: Path, events: tuple[Event, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """The real pipeline behind the reading of files, which might refuse a payload before any page is made."""
    monkeypatch.setattr(content, "check_content", lambda _folder: ())
    monkeypatch.setattr(content, "load_content", lambda _folder: events)
    folder = target.parent
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Hostile\ndocs_dir: content\ntheme: {name: material}\n"
        # Without the second wall, so that the first is what is tried.
        "plugins: [search, variorum: {policy: false, search: material}]\n"
    )
    build(load_config(str(folder / "mkdocs.yml"), site_dir=str(target)))


def build_control(target: Path, payloads: list[str]) -> None:
    """The same payloads through plain Markdown with its raw HTML, which runs them."""
    for index, payload in enumerate(payloads):
        page = target / f"{index:03}" / "index.html"
        page.parent.mkdir(parents=True)
        body = markdown.markdown(payload)
        page.write_text(f"<!doctype html><meta charset=utf-8><title>x</title><body>{body}</body>", encoding="utf-8")


def empty_search(site: Path) -> None:
    """An index of this size would be loaded on each page; the search has a test of its own."""
    index = site / "search" / "search_index.json"
    index.write_text(json.dumps({**json.loads(index.read_text()), "docs": []}))


def live_pages(visitor: Visitor, paths: list[str]) -> Iterator[tuple[str, Any]]:
    """Open each page; give those whose document holds something live, with what it holds."""
    for path in paths:
        visitor.open(path)
        if found := visitor.page.evaluate(LIVE):
            yield path, found


def drawn(paths: list[str]) -> list[str]:
    """All lists and articles, and every fourth page of an outlet, a claim or an embed, which repeat what those say."""
    kinds = (r"/outlets/[^/]+/$", r"/claims/[^/]+/$", r"/embed/$", r"/embed/(?!pairs/)[^/]+/$", r"/embed/pairs/$")
    repeated = [[path for path in paths if re.search(kind, path)] for kind in kinds]
    left = {path for group in repeated for index, path in enumerate(group) if index % 4}
    return [path for path in paths if path not in left]


@pytest.mark.slow
def test_no_page_runs_loads_or_follows_what_an_article_says(
    tmp_path: Path, browser: Browser, payloads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_hostile(tmp_path / "site", hostile_events(payloads), monkeypatch)
    empty_search(tmp_path / "site")
    paths = addresses(tmp_path / "site")
    # Pages that lead on are not visited; being the same to the byte, none says a word of an article.
    leading = set(addresses(tmp_path / "site", leading=True)) - set(paths)
    assert all(path.endswith("/embed/pairs/") for path in leading)
    assert len({(tmp_path / "site" / path / "index.html").read_bytes() for path in leading}) <= 1
    assert sum("/claims/" in path for path in paths) > DRAWN / 10
    assert sum("/articles/" in path for path in paths) >= DRAWN
    with served(tmp_path / "site") as base, visiting(browser, base) as visitor:
        assert dict(live_pages(visitor, drawn(paths))) == {}
        assert visitor.noted == {}


def test_the_search_shows_hostile_titles_as_text(
    tmp_path: Path, browser: Browser, payloads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_hostile(tmp_path / "site", hostile_events(payloads)[:2], monkeypatch)
    with served(tmp_path / "site") as base, visiting(browser, base) as visitor:
        shown = 0
        for words in ("bridge", "alert", "script"):
            visitor.open(f"?q={words}")
            visitor.page.locator("[data-md-component=search-query]").fill(words)
            visitor.page.locator(".md-search-result__meta", has_text="matching").wait_for(state="attached")
            visitor.page.wait_for_timeout(300)
            shown += visitor.page.locator(".md-search-result__item").count()
            assert visitor.page.evaluate(LIVE) == []
        assert shown > 10  # the most that one of them shows at once
        assert visitor.noted == {}


def test_the_same_visit_fires_where_nothing_protects(tmp_path: Path, browser: Browser, payloads: list[str]) -> None:
    """A harness that finds nothing must be one that would have found something."""
    build_control(tmp_path / "site", payloads)
    paths = addresses(tmp_path / "site")
    live: set[str] = set()
    with served(tmp_path / "site") as base, visiting(browser, base) as visitor:
        for path in paths:
            try:
                live |= dict(live_pages(visitor, [path])).keys()
            except Error:
                # A page that runs away while it is read is live, too; a new tab goes on.
                live.add(path)
                visitor.renew()
        fired = {note.split(": ")[0] for kind in ("dialogs", "foreign", "strayed") for note in getattr(visitor, kind)}
    assert len(fired) >= DRAWN * 3 // 100
    assert len(live) >= DRAWN * 20 // 100
