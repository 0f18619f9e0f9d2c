"""The annotated article and blind mode as a reader meets them: by mouse, by keyboard, by touch, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from visitor import Visitor, addresses, served, visiting

from generator import content

pytestmark = pytest.mark.browser
CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def path(demo_site: Path) -> str:
    """The article with most cards."""
    articles = [one for one in addresses(demo_site) if re.fullmatch(r"[^/]+/articles/[^/]+/", one)]
    return max(articles, key=lambda one: (demo_site / one / "index.html").read_text("utf-8").count('class="v-peek"'))


@pytest.fixture(scope="module")
def base(demo_site: Path) -> Iterator[str]:
    with served(demo_site) as address:
        yield address


@pytest.fixture
def visitor(base: str, browser: Browser, path: str) -> Iterator[Visitor]:
    with visiting(browser, base, viewport={"width": 1280, "height": 900}) as found:
        found.open(path)
        yield found
        found.strayed.clear()  # what is switched is kept in the address, which is then another one
        assert found.noted == {}


def lines(page: Page, kind: str) -> str:
    """The colour of the line under the first mark of a kind."""
    found: str = page.locator(f".v-article .v-link--{kind}").first.evaluate(
        "one => getComputedStyle(one).textDecorationColor"
    )
    return found


def test_pointing_at_a_mark_opens_its_card_and_leaving_closes_it(visitor: Visitor) -> None:
    page = visitor.page
    page.locator(".v-article a[data-peek]").first.hover()
    page.locator("#peek").wait_for()
    assert page.locator("#peek .v-peek__rows > li").count() >= 1
    page.locator(".v-byline").hover()
    page.locator("#peek").wait_for(state="detached")


def test_the_keyboard_goes_from_one_comparison_to_the_next_and_says_where_it_is(visitor: Visitor) -> None:
    page = visitor.page
    page.keyboard.press("n")
    first = page.locator("a[data-peek]:focus").get_attribute("data-peek")
    assert page.locator("#peek").get_attribute("data-peek") == first
    assert re.match(r"1 of \d+\b", page.locator(".v-steps__told").inner_text())
    page.keyboard.press("j")
    assert page.locator(".v-steps__told").inner_text().startswith("2 of")
    page.keyboard.press("p")
    page.keyboard.press("k")
    told, total = re.findall(r"\d+", page.locator(".v-steps__told").inner_text())[:2]
    assert told == total, "before the first comes the last"
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("#peek").count() == 0
    assert page.locator(".v-steps__told").get_attribute("aria-live") == "polite"


def test_a_card_reads_its_diff_aloud(visitor: Visitor) -> None:
    page = visitor.page
    heard = ""
    for _ in range(page.locator("a[data-peek]").count()):
        page.keyboard.press("n")
        heard += page.locator("#peek").aria_snapshot()
    assert "deleted: " in heard
    assert "inserted: " in heard


def test_marks_are_switched_by_kind_and_the_address_keeps_it(visitor: Visitor) -> None:
    page = visitor.page
    shown = lines(page, "quote")
    page.locator("#mark-quote").uncheck()
    assert lines(page, "quote") != shown
    assert page.url.endswith("?hide=quote")
    page.reload()
    assert not page.locator("#mark-quote").is_checked()
    page.locator("#mark-quote").check()
    assert lines(page, "quote") == shown


def test_marks_are_switched_and_lead_on_without_javascript(base: str, browser: Browser, path: str) -> None:
    with visiting(browser, base, java_script_enabled=False) as visitor:
        visitor.open(path)
        shown = lines(visitor.page, "quote")
        visitor.page.locator("#mark-quote").uncheck()
        assert lines(visitor.page, "quote") != shown
        assert not visitor.page.locator(".v-steps").is_visible()
        assert not visitor.page.locator(".v-blind-switch").is_visible()
        mark = visitor.page.locator(".v-article a.v-link--claim").first
        assert "/claims/" in str(mark.evaluate("one => one.href"))
        assert mark.get_attribute("title")


def test_the_first_tap_opens_the_card_and_the_second_leads_on(base: str, browser: Browser, path: str) -> None:
    with visiting(browser, base, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as visitor:
        visitor.open(path)
        page = visitor.page
        mark = page.locator(".v-article a[data-peek]").first
        mark.tap()
        page.locator("#peek").wait_for()
        assert page.url == base + path
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 360
        visitor.target = str(mark.evaluate("one => one.href"))
        mark.tap()
        page.wait_for_url("**/claims/**")


def test_on_paper_there_are_notes_and_no_controls(visitor: Visitor) -> None:
    page = visitor.page
    page.keyboard.press("n")
    page.emulate_media(media="print")
    for gone in (".v-bar", ".v-reading", ".v-tabs", ".v-blind-switch", "#peek", ".v-foot"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator(".v-text").first.is_visible()
    assert page.locator(".v-margin").first.is_visible()
    assert len(page.pdf()) > 10_000


class TestBlind:
    def names(self) -> list[str]:
        [event] = content.load_content(CONTENT)[:1]
        return sorted({article.outlet for article in event.articles})

    def told(self, page: Page) -> list[str]:
        """The outlets' names that can be read or heard on a page."""
        script = """() => {
            const told = [document.title, document.querySelector(".v-page").innerText];
            const drawn = document.querySelectorAll(".v-page svg text, .v-page svg desc");
            for (const one of drawn) told.push(one.textContent);
            for (const name of ["aria-label", "title"])
                for (const one of document.querySelectorAll(`.v-page [${name}]`)) told.push(one.getAttribute(name));
            return told.join("\\n");
        }"""
        text = page.evaluate(script)
        return [name for name in self.names() if re.search(rf"\b{re.escape(name)}\b", text)]

    def test_no_page_tells_an_outlets_name(self, base: str, browser: Browser, demo_site: Path) -> None:
        kinds: dict[str, str] = {}
        for one in addresses(demo_site):
            parts = one.replace("/figures/embed/", "/charts/").split("/")
            kinds.setdefault("/".join(part if at % 2 else "" for at, part in enumerate(parts)), one)
        assert sum("/embed/" in one for one in kinds.values()) == 3
        lettered = 0
        with visiting(browser, base) as visitor:
            for one in kinds.values():
                visitor.open(f"{one}?blind")
                assert self.told(visitor.page) == [], one
                lettered += bool(re.search(r"\bOutlet [A-Z]\b", visitor.page.locator(".v-page").inner_text()))
        assert lettered > 7

    def test_one_switch_and_the_address_keeps_it_from_page_to_page_and_back(
        self, base: str, browser: Browser, path: str
    ) -> None:
        with visiting(browser, base) as visitor:
            visitor.open(path)
            page = visitor.page
            assert len(self.told(page)) > 0
            page.locator(".v-blind-switch").click()
            assert page.url == f"{base}{path}?blind"
            assert self.told(page) == []
            page.locator(".v-tabs a").first.click()
            page.wait_for_url("**/?blind")
            assert self.told(page) == []
            page.go_back()
            page.wait_for_url(f"**/{path}?blind")
            assert self.told(page) == []
            assert page.locator(".v-blind-switch").get_attribute("aria-pressed") == "true"
            page.locator(".v-blind-switch").click()
            assert page.url == base + path
            assert len(self.told(page)) > 0

    def test_a_card_that_opens_later_tells_none_either(self, base: str, browser: Browser, path: str) -> None:
        with visiting(browser, base) as visitor:
            visitor.open(f"{path}?blind")
            visitor.page.keyboard.press("n")
            visitor.page.locator("#peek", has_text="Outlet").wait_for()
            assert self.told(visitor.page) == []
