"""Copying a link, citing, and embedding, as a reader and another site's editor meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from visitor import addresses, served, visiting

pytestmark = pytest.mark.browser

ALLOWED = ["clipboard-read", "clipboard-write"]


def claim_with_pairs(site: Path) -> str:
    paths = [path for path in addresses(site) if re.fullmatch(r"[^/]+/claims/[^/]+/", path)]
    return next(path for path in paths if (site / path / "embed" / "pairs").is_dir())


def row(forms: Locator, name: str) -> Locator:
    return forms.locator("div").filter(has=forms.page.locator(f"dt:text('{name}')")).first


HEAR = """() => {
  const button = document.activeElement;
  window.heard = "";
  new MutationObserver(() => { window.heard ||= button.textContent; }).observe(button, {childList: true});
}"""
"""Keeps what a button says next, which it says for two seconds: less than a busy machine may need to look."""


def test_a_link_and_a_citation_are_copied_with_the_keyboard(demo_site: Path, browser: Browser) -> None:
    path = claim_with_pairs(demo_site)
    with (
        served(demo_site) as base,
        visiting(browser, base, permissions=ALLOWED, viewport={"width": 360, "height": 740}) as visitor,
    ):
        visitor.open(path)
        share = visitor.page.locator(".v-share:visible").last
        share.locator("summary").focus()
        visitor.page.keyboard.press("Enter")
        share.locator("button").first.wait_for()
        copied = {}
        for _ in range(4):
            visitor.page.keyboard.press("Tab")
            while visitor.page.evaluate("() => document.activeElement.tagName") != "BUTTON":
                visitor.page.keyboard.press("Tab")
            visitor.page.evaluate(HEAR)
            visitor.page.keyboard.press("Enter")
            visitor.page.wait_for_function("() => window.heard === 'Copied'")
            name = visitor.page.evaluate("() => document.activeElement.getAttribute('aria-description')")
            copied[name] = visitor.page.evaluate("() => navigator.clipboard.readText()")
        assert copied["Link"].startswith(f"{base}{path}")
        (item,) = json.loads(copied["CSL-JSON"])
        assert item["URL"] == copied["Link"]
        assert copied["Link"] in copied["BibTeX"]
        assert copied["Text"].endswith(copied["Link"])
        assert visitor.page.evaluate("() => document.scrollingElement.scrollWidth") <= 360
        assert visitor.noted == {}


def test_citations_open_without_a_script(demo_site: Path, browser: Browser) -> None:
    with served(demo_site) as base, visiting(browser, base, java_script_enabled=False) as visitor:
        visitor.open(claim_with_pairs(demo_site))
        share = visitor.page.locator(".v-share:visible").last
        share.locator("summary").click()
        assert "@misc{" in share.locator("pre").first.inner_text()


def test_the_line_that_embeds_shows_the_pair_on_another_page(demo_site: Path, browser: Browser, tmp_path: Path) -> None:
    path = claim_with_pairs(demo_site)
    with served(demo_site) as base, visiting(browser, base) as visitor:
        visitor.open(path)
        pair = visitor.page.locator(".v-pair:visible .v-share")
        pair.locator("summary").click()
        line = row(pair, "Embed").locator("code").inner_text()
        (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{line}", encoding="utf-8")
        with served(tmp_path) as elsewhere:
            visitor.page.goto(elsewhere)
            (frame,) = visitor.page.frames[1:]
            frame.locator(".v-pair:visible").first.wait_for()
            shown = frame.locator(".v-pair:visible").evaluate_all("all => all.map(one => one.id)")
            assert shown == [frame.url.partition("#")[2]]
            assert frame.locator("footer a").get_attribute("target") == "_top"
        assert visitor.dialogs == visitor.failed == []


def test_who_hides_the_outlets_names_embeds_without_them(demo_site: Path, browser: Browser) -> None:
    path = claim_with_pairs(demo_site)
    with served(demo_site) as base, visiting(browser, base) as visitor:
        visitor.open(f"{path}?blind")
        share = visitor.page.locator(".v-share:visible").last
        share.locator("summary").click()
        line = row(share, "Embed").locator("code")
        expect(line).to_contain_text(f"{path}embed/?blind")
        visitor.page.locator(".v-blind-switch").click()
        share.locator("summary").click()
        share.locator("summary").click()
        expect(line).not_to_contain_text("?blind")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_embedded_chart_is_drawn_in_the_readers_colours(demo_site: Path, browser: Browser, scheme: str) -> None:
    path = next(path for path in addresses(demo_site) if "/figures/embed/" in path)
    with served(demo_site) as base, visiting(browser, base, color_scheme=scheme) as visitor:
        visitor.open(path)
        visitor.page.locator(".js-plotly-plot").first.wait_for(state="attached")
        ground = visitor.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert (sum(map(int, re.findall(r"\d+", ground)[:3])) > 600) == (scheme == "light")
        assert visitor.noted == {}
