"""Addresses that were given out, followed in a browser after what they led to has moved, or is gone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visitor import served, visiting

pytestmark = pytest.mark.browser

Run = Callable[..., subprocess.CompletedProcess[str]]

NARROW = {"width": 360, "height": 740}


@pytest.fixture
def renamed(small_content: Path, variorum: Run) -> tuple[Path, str]:
    """A site whose article was built as ap and then as ap-late, and the fragment of one of its sentences."""
    assert variorum("build").returncode == 0
    site, articles = small_content.parent / "site", small_content / "bridge" / "articles"
    html = (site / "bridge" / "articles" / "ap" / "index.html").read_text(encoding="utf-8")
    fragment = re.findall(r'id="(p-[0-9a-f]{8})"', html)[-1]
    (articles / "ap.md").rename(articles / "ap-late.md")
    assert variorum("build").returncode == 0
    return site, fragment


def test_a_redirect_keeps_the_fragment(renamed: tuple[Path, str], browser: Browser) -> None:
    site, fragment = renamed
    with served(site) as base, visiting(browser, base) as visitor:
        visitor.page.goto(f"{base}bridge/articles/ap/#{fragment}")
        visitor.page.wait_for_url(f"**/bridge/articles/ap-late/#{fragment}")
        assert visitor.page.locator(f"#{fragment}").is_visible()


def test_a_redirect_needs_no_script(renamed: tuple[Path, str], browser: Browser) -> None:
    """Without scripts a browser goes to the new page itself, whatever the fragment."""
    site, fragment = renamed
    with served(site) as base, visiting(browser, base, java_script_enabled=False) as visitor:
        visitor.page.goto(f"{base}bridge/articles/ap/#{fragment}")
        visitor.page.wait_for_url(re.compile(r"/bridge/articles/ap-late/"))
        assert visitor.page.locator("h1").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_gone_has_a_notice(small_content: Path, variorum: Run, browser: Browser, *, scripts: bool) -> None:
    articles = small_content / "bridge" / "articles"
    (articles / "cnn.md").write_text((articles / "ap.md").read_text(encoding="utf-8").replace("AP", "CNN"))
    assert variorum("build").returncode == 0
    (articles / "cnn.md").unlink()
    assert variorum("build").returncode == 0
    with (
        served(small_content.parent / "site") as base,
        visiting(browser, base, viewport=NARROW, java_script_enabled=scripts) as visitor,
    ):
        visitor.open("bridge/articles/cnn/")
        assert visitor.page.locator("h1").inner_text() == "No longer here"
        assert "CNN" in visitor.page.locator("main").inner_text()
        assert visitor.page.evaluate("() => document.scrollingElement.scrollWidth") <= NARROW["width"]
