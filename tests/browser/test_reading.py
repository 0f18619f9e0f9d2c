"""The demonstration site as a reader meets it: alone, in the dark, on a telephone, without JavaScript."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visitor import KINDS, addresses, served, visiting

pytestmark = pytest.mark.browser

PAIR = re.compile(r'<section class="v-pair[^>]*? id="([^"]+)"')


@pytest.fixture(scope="module")
def sample(demo_site: Path) -> dict[str, str]:
    """One page of each kind, by kind."""
    paths = [path for path in addresses(demo_site) if path != "method/"]
    found = {kind: next((path for path in paths if re.fullmatch(form, path)), None) for kind, form in KINDS.items()}
    found["method"] = "method/"
    return {kind: path for kind, path in found.items() if path is not None}


def test_every_kind_of_page_is_there(sample: dict[str, str]) -> None:
    assert sample.keys() == KINDS.keys()


def test_no_page_asks_another_host_or_meets_an_error(demo_site: Path, browser: Browser, sample: dict[str, str]) -> None:
    with served(demo_site) as base, visiting(browser, base) as visitor:
        every = addresses(demo_site)
        embeds = [path for path in every if "/embed/" in path][::9]  # they are alike
        for path in [*(path for path in every if "/embed/" not in path), *embeds]:
            visitor.open(path)
            # Whatever is drawn when it comes into view is drawn now.
            visitor.page.evaluate("() => window.scrollTo(0, document.body.scrollHeight)")
            if path in sample.values():
                visitor.page.wait_for_load_state("networkidle")
        assert visitor.noted == {}


def test_light_and_dark_follow_the_reader(demo_site: Path, browser: Browser, sample: dict[str, str]) -> None:
    grounds = {}
    with served(demo_site) as base:
        for scheme in ("light", "dark"):
            with visiting(browser, base, color_scheme=scheme) as visitor:
                visitor.open(sample["claim"])
                colour = visitor.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
                grounds[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))
    assert grounds["light"] > 600
    assert grounds["dark"] < 200


def test_every_page_is_whole_without_javascript(demo_site: Path, browser: Browser, sample: dict[str, str]) -> None:
    with (
        served(demo_site) as base,
        visiting(browser, base) as scripted,
        visiting(browser, base, java_script_enabled=False) as plain,
    ):
        for kind, path in sample.items():
            scripted.open(path)
            plain.open(path)
            heading = plain.page.locator("h1").first
            assert heading.is_visible(), kind
            words = set(plain.page.locator("main").inner_text().split())
            assert len(words) > 20, kind
            # Scripts may add controls and draw charts; they may not hold back what the page says.
            hidden = set(scripted.page.locator("main h2:visible, main p:visible").all_inner_texts()) - {""}
            shown = plain.page.locator("main").inner_text()
            assert [text for text in hidden if _squeeze(text) not in _squeeze(shown)] == [], kind


def test_a_pair_shows_at_its_address_without_javascript(demo_site: Path, browser: Browser) -> None:
    with served(demo_site) as base, visiting(browser, base, java_script_enabled=False) as visitor:
        shown = 0
        for path, text in claim_pages(demo_site):
            for fragment in sorted(set(PAIR.findall(text)))[:2]:
                visitor.open(f"{path}#{fragment}")
                shown_now = visitor.page.locator("section.v-pair:visible").evaluate_all("all => all.map(one => one.id)")
                assert shown_now == [fragment], path
                shown += 1
            if shown > 10:
                break
        assert shown > 3


def test_a_chart_is_drawn_when_the_reader_comes_to_it(
    demo_site: Path, browser: Browser, sample: dict[str, str]
) -> None:
    asked: list[str] = []
    with served(demo_site) as base, visiting(browser, base) as visitor:
        visitor.page.on("request", lambda request: asked.append(request.url))
        visitor.open(sample["method"])
        visitor.page.wait_for_load_state("networkidle")
        assert not [address for address in asked if "plotly" in address]
        visitor.open(sample["figures"])
        visitor.page.locator("[data-plot], [data-figure]").first.scroll_into_view_if_needed()
        visitor.page.locator(".js-plotly-plot").first.wait_for(state="attached")
        assert len({address for address in asked if "plotly" in address and address.endswith(".js")}) == 1
        assert visitor.noted == {}


def test_a_script_that_got_into_a_page_would_not_run(
    demo_site: Path, browser: Browser, sample: dict[str, str], tmp_path: Path
) -> None:
    """The second wall, tried by breaching the first."""
    breached = tmp_path / "site"
    shutil.copytree(demo_site, breached)
    breach = "<script>alert(1)</script><img src=x onerror=alert(2)><main"
    for path in sample.values():
        file = breached / path / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace("<main", breach), encoding="utf-8")
    with served(breached) as base, visiting(browser, base) as visitor:
        for path in sample.values():
            visitor.open(path)
        assert visitor.dialogs == []
        assert sum("Content Security Policy" in error for error in visitor.errors) >= 2 * len(sample)


def test_the_site_opens_from_a_folder_as_well(demo_site: Path, browser: Browser, sample: dict[str, str]) -> None:
    base = demo_site.as_uri() + "/"
    with visiting(browser, base) as visitor:
        for path in sample.values():
            visitor.open(f"{path}index.html")
            assert visitor.page.locator("h1").first.is_visible()
            face = visitor.page.evaluate("() => getComputedStyle(document.querySelector('h1')).fontFamily")
            assert "Times" not in face.split(",")[0]
        assert visitor.dialogs == visitor.foreign == []


def test_every_link_and_fragment_inside_the_site_resolves(demo_site: Path) -> None:
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent))
    if lychee is None:
        pytest.skip("lychee is not installed beside this Python")
    done = subprocess.run(
        [lychee, "--offline", "--include-fragments", "--no-progress", "--index-files", "index.html",
         "--root-dir", demo_site, demo_site / "**/*.html"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(re.findall(r"(\d+) Total", done.stdout)[0]) > 100


def claim_pages(site: Path) -> list[tuple[str, str]]:
    """Each claim's address and HTML."""
    paths = [path for path in addresses(site) if re.fullmatch(KINDS["claim"], path)]
    return [(path, (site / path / "index.html").read_text(encoding="utf-8")) for path in paths]


def _squeeze(text: str) -> str:
    """Without its spaces, for a break between two boxes is no word."""
    return "".join(text.split())
