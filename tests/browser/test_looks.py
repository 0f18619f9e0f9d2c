"""Every kind of page in every width, in light and dark, with scripts and without, and what it weighs.

A picture of each is left in build/screenshots.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from folders import ROOT
from playwright.sync_api import Browser, Page
from visitor import KINDS, Visitor, addresses, served, visiting
from weight import BARS, heaviest, weigh

pytestmark = pytest.mark.browser
PICTURES = ROOT / "build" / "screenshots"
WIDTHS = (360, 768, 1280)
WHOLE = {"event", "claim", "article", "figures"}
SHIFT = 0.02

_SHIFTS = """() => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 150);
})"""


@pytest.fixture(scope="module")
def base(demo_site: Path) -> Iterator[str]:
    with served(demo_site) as address:
        yield address


@pytest.fixture(scope="module")
def sample(demo_site: Path) -> dict[str, str]:
    """One page of each kind; of events, claims and articles the fullest."""
    paths = [path for path in addresses(demo_site) if path != "method/" and "/embed/" not in path]
    found = {
        kind: next(path for path in paths if re.fullmatch(form, path))
        for kind, form in KINDS.items()
        if kind != "method"
    }
    return found | {kind: heaviest(demo_site, kind) for kind in BARS} | {"method": "method/"}


def width(page: Page) -> int:
    found: int = page.evaluate("() => document.scrollingElement.scrollWidth")
    return found


def go_through(page: Page) -> None:
    """Down to the end, slowly enough for all that waits to be seen."""
    for _ in range(60):
        page.mouse.wheel(0, 700)
        page.wait_for_timeout(25)
        if page.evaluate("() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2"):
            break
    page.wait_for_timeout(150)


@pytest.mark.parametrize("wide", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_its_window_and_each_has_its_picture(
    base: str, browser: Browser, sample: dict[str, str], wide: int, scheme: str
) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    over = {}
    with visiting(browser, base, viewport={"width": wide, "height": 900}, color_scheme=scheme) as visitor:
        for kind, path in sample.items():
            visitor.open(path)
            if width(visitor.page) > wide:
                over[kind] = width(visitor.page)
            picture = PICTURES / f"{kind}-{wide}-{scheme}.png"
            visitor.page.screenshot(path=picture, full_page=kind in WHOLE)
            assert picture.stat().st_size > 5_000, kind
    assert over == {}


@pytest.mark.parametrize("wide", WIDTHS)
def test_nor_is_it_without_scripts(base: str, browser: Browser, sample: dict[str, str], wide: int) -> None:
    with visiting(browser, base, viewport={"width": wide, "height": 900}, java_script_enabled=False) as visitor:
        for kind, path in sample.items():
            visitor.open(path)
            boxes = visitor.page.locator("h1").first.bounding_box()
            assert boxes, kind
            assert boxes["x"] + boxes["width"] <= wide, kind


@pytest.mark.parametrize("kind", BARS)
def test_a_page_weighs_little_before_the_reader_does_anything(
    base: str, browser: Browser, sample: dict[str, str], kind: str
) -> None:
    with visiting(browser, base) as visitor:
        weights = weigh(visitor, sample[kind])
    assert sum(weights.values()) <= BARS[kind], weights
    assert not [url for url in weights if "plotly" in url and kind == "article"]


@pytest.mark.parametrize("wide", [360, 1280])
def test_nothing_moves_while_a_page_is_read(base: str, browser: Browser, sample: dict[str, str], wide: int) -> None:
    with visiting(browser, base, viewport={"width": wide, "height": 900}) as visitor:
        for kind in ("event", "claim", "article", "figures"):
            visitor.open(sample[kind])
            go_through(visitor.page)
            if kind == "figures" and wide > 480:
                visitor.page.locator(".v-plot[data-drawn]").first.wait_for(state="attached")
            assert visitor.page.evaluate(_SHIFTS) <= SHIFT, kind


def test_the_palette_is_switched_charts_and_all_and_stays_so(
    base: str, browser: Browser, sample: dict[str, str]
) -> None:
    with visiting(browser, base, viewport={"width": 1280, "height": 900}, color_scheme="light") as visitor:
        visitor.open(sample["figures"])
        page = visitor.page
        page.locator(".v-plot[data-drawn]").first.wait_for(state="attached")
        ink = "() => getComputedStyle(document.querySelector('.v-plot__lively .xtick text')).fill"
        light = page.evaluate(ink)
        page.get_by_title("Switch to dark").click()
        page.wait_for_function(f"light => ({ink})() !== light", arg=light)
        visitor.open(sample["claim"])
        assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
        assert visitor.noted == {}


def test_a_reader_goes_there_and_back(base: str, browser: Browser, sample: dict[str, str]) -> None:
    with visiting(browser, base, viewport={"width": 1280, "height": 900}) as visitor:
        visitor.open(sample["event"])
        page = visitor.page
        page.locator(".v-matrix tbody a.v-matrix__claim").last.scroll_into_view_if_needed()
        left = page.evaluate("() => scrollY")
        page.locator(".v-matrix tbody a.v-matrix__claim").first.evaluate("one => one.click()")
        page.wait_for_url("**/claims/**")
        second = page.locator(".v-chooser a").nth(1)
        chosen = str(second.get_attribute("href"))[1:]
        second.click()
        assert shown(page) == [chosen]
        page.go_back()
        assert shown(page) != [chosen]
        page.go_forward()
        assert shown(page) == [chosen]
        assert page.locator(".v-chooser a[aria-current]").get_attribute("href") == f"#{chosen}"
        page.locator(".v-crumbs a").nth(1).click()
        page.wait_for_url(f"{base}{sample['event']}")
        page.go_back()
        page.wait_for_url(f"**/#{chosen}" if not sample["claim"] else f"**#{chosen}")
        assert shown(page) == [chosen]
        page.go_back()
        page.go_back()
        page.wait_for_url(f"{base}{sample['event']}")
        page.wait_for_function("left => Math.abs(scrollY - left) < 60", arg=left)
        visitor.strayed.clear()
        assert visitor.noted == {}


def shown(page: Page) -> list[str]:
    """The pairs to be seen."""
    found: list[str] = page.locator("section.v-pair:visible").evaluate_all("all => all.map(one => one.id)")
    return found


def test_a_mark_tells_its_sentence_and_leads_to_it(base: str, browser: Browser, sample: dict[str, str]) -> None:
    with visiting(browser, base, viewport={"width": 1280, "height": 900}) as visitor:
        visitor.open(sample["figures"])
        page = visitor.page
        chart = page.locator(".v-plot[data-drawn]").first
        chart.wait_for(state="attached")
        chart.scroll_into_view_if_needed()
        chart.locator(".point").first.hover(force=True)
        told = page.locator(".v-plot .hovertext").first
        told.wait_for()
        sentences = page.locator(".v-figures .v-words").all_text_contents()
        squeezed = "".join("".join(told.locator("text").all_text_contents()).split())
        assert any("".join(one.split()) in squeezed for one in sentences)
        chart.locator(".point").first.click(force=True)
        page.wait_for_url("**/articles/**#p-*")


class TestTakingAway:
    def take(self, visitor: Visitor, place: str, kind: str) -> bytes:
        tools = visitor.page.locator(place).first
        with visitor.page.expect_download() as waiting:
            tools.locator(f"[data-take={kind}]").click()
        return Path(waiting.value.path()).read_bytes()

    def test_a_charts_table_as_csv_and_its_drawing_as_svg_and_png(
        self, base: str, browser: Browser, sample: dict[str, str]
    ) -> None:
        with visiting(browser, base, viewport={"width": 1280, "height": 900}) as visitor:
            visitor.open(sample["figures"])
            rows = list(csv.reader(io.StringIO(self.take(visitor, ".v-take", "csv").decode("utf-8"))))
            table = visitor.page.locator(".v-figures").first
            assert len(rows) == table.locator("tr").count()
            assert rows[0][0] == "Outlet"
            drawing = self.take(visitor, ".v-take", "svg").decode("utf-8")
            assert drawing.startswith("<svg")
            assert rows[1][0] in drawing
            assert self.take(visitor, ".v-take", "png").startswith(b"\x89PNG")
            assert visitor.noted == {}

    def test_the_table_of_claims_as_csv_svg_and_png(self, base: str, browser: Browser, sample: dict[str, str]) -> None:
        with visiting(browser, base, viewport={"width": 1280, "height": 900}) as visitor:
            visitor.open(sample["event"])
            place = ".v-take[data-named=claims]"
            rows = list(csv.reader(io.StringIO(self.take(visitor, place, "csv").decode("utf-8"))))
            assert len({len(row) for row in rows}) == 1
            assert "not carried" in "".join(map("".join, rows))
            drawing = self.take(visitor, place, "svg").decode("utf-8")
            assert rows[0][1].split()[0] in drawing
            assert self.take(visitor, place, "png").startswith(b"\x89PNG")

    def test_without_scripts_nothing_is_offered_that_does_nothing(
        self, base: str, browser: Browser, sample: dict[str, str]
    ) -> None:
        with visiting(browser, base, java_script_enabled=False) as visitor:
            visitor.open(sample["figures"])
            assert not visitor.page.locator(".v-take").first.is_visible()
            assert visitor.page.get_by_role("link", name="All figures as CSV").is_visible()


def test_on_paper_every_pair_stands_and_no_control(base: str, browser: Browser, sample: dict[str, str]) -> None:
    with visiting(browser, base) as visitor:
        visitor.open(sample["claim"])
        page = visitor.page
        page.emulate_media(media="print")
        assert len(shown(page)) == page.locator("section.v-pair").count() > 1
        for gone in (".v-bar", ".v-tabs", ".v-chooser", ".v-take", ".v-share", ".v-layers"):
            assert not page.locator(gone).first.is_visible(), gone


def test_on_paper_the_words_that_all_have_are_printed(base: str, browser: Browser, demo_site: Path) -> None:
    claims = [path for path in addresses(demo_site) if re.fullmatch(KINDS["claim"], path)]
    path = next(path for path in claims if 'class="v-same"' in (demo_site / path / "index.html").read_text("utf-8"))
    with visiting(browser, base) as visitor:
        visitor.open(path)
        words = visitor.page.locator(".v-same details > span").first
        seen = "one => one.checkVisibility({ contentVisibilityAuto: true })"
        assert not words.evaluate(seen)
        visitor.page.emulate_media(media="print")
        assert words.evaluate(seen)
        assert not visitor.page.locator(".v-same summary").first.is_visible()
