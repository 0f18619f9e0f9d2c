"""The comparison on a claim's page as a reader meets it: by ear, on a telephone, in grey, without JavaScript."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from folders import command, write_event
from playwright.sync_api import Browser, Page
from visitor import Visitor, addresses, served, visiting

pytestmark = pytest.mark.browser

TEXTS = {
    "echo": "The Harbour board said the ferry Alma will sail again in six weeks once the damaged hull has been mended.",
    "post": "The harbour board said the ferry Alma will sail again on six weeks once the damaged hull has been mended.",
    "star": "The harbor board said the ferry Alma may sail again in six weeks once the damaged hull has been mended.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three outlets' wordings of one statement."""
    folder = tmp_path_factory.mktemp("variants")
    write_event(folder / "content" / "ferry", **TEXTS)
    done = subprocess.run(
        command("build", "--site", folder / "site"), cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def path(site: Path) -> str:
    """The page with the table."""
    return next(one for one in addresses(site) if "v-variants" in (site / one / "index.html").read_text("utf-8"))


def heard(page: Page, place: str) -> str:
    """What stands in the accessibility tree of a place."""
    return " ".join(page.locator(place).first.aria_snapshot().split())


def marks(page: Page) -> dict[str, str]:
    """How a mark of each layer is drawn, by its lines alone: no colour."""
    script = """name => {
        const found = getComputedStyle(document.querySelector(name));
        return found.display === "none" ? "none" : `${found.textDecorationLine} ${found.textDecorationStyle}`;
    }"""
    names = {"word": ".v-pair--first .v-ins:not(.v-style)", "style": ".v-variants .v-style-cell"}
    return {kind: page.evaluate(script, name) for kind, name in names.items()}


def test_a_diff_says_what_was_deleted_and_inserted(site: Path, browser: Browser, path: str) -> None:
    with served(site) as base, visiting(browser, base) as visitor:
        visitor.open(f"{path}#echo--post")
        said = heard(visitor.page, "#echo--post .v-pair__inline")
        assert "deletion: deleted: in" in said or "deleted: in" in said
        assert said.index("deleted: in") < said.index("inserted: on")


def test_a_row_is_read_with_its_readings(site: Path, browser: Browser, path: str) -> None:
    with served(site) as base, visiting(browser, base) as visitor:
        visitor.open(path)
        said = heard(visitor.page, ".v-variants")
        assert "on reading b" in said
        assert "the same in all" in said


def test_layers_are_switched_and_kept_in_the_address(site: Path, browser: Browser, path: str) -> None:
    with served(site) as base, visiting(browser, base) as visitor:
        visitor.open(path)
        both = marks(visitor.page)
        assert both == {"word": "underline solid", "style": "underline dotted"}
        visitor.page.locator("#layer-substance").check()
        assert marks(visitor.page)["style"].startswith("none")
        assert marks(visitor.page)["word"] == both["word"]
        assert visitor.page.url.endswith("?layer=substance")
        visitor.target = visitor.page.url
        visitor.page.reload()
        assert visitor.page.locator("#layer-substance").is_checked()
        visitor.page.locator("#layer-style").check()
        assert marks(visitor.page)["word"].startswith("none")


def test_layers_are_switched_without_javascript(site: Path, browser: Browser, path: str) -> None:
    with served(site) as base, visiting(browser, base, java_script_enabled=False) as visitor:
        visitor.open(path)
        assert visitor.page.locator("#layer-both").is_checked()
        assert visitor.page.locator(".v-differs-cell > sup").first.is_visible()
        assert visitor.page.locator(".v-style-cell > sup").first.is_visible()
        visitor.page.locator("#layer-substance").check()
        assert not visitor.page.locator(".v-style-cell > sup").first.is_visible()


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["scripted", "plain"])
def test_any_outlet_can_be_the_base_text(site: Path, browser: Browser, path: str, settings: dict[str, bool]) -> None:
    with served(site) as base, visiting(browser, base, **settings) as visitor:
        visitor.open(path)
        assert shown(visitor) == ["base-echo"]
        visitor.page.get_by_role("navigation", name="Base text").get_by_role("link", name="post").click()
        assert shown(visitor) == ["base-post"]
        assert visitor.page.url.endswith("#base-post")
        said = heard(visitor.page, "#base-post .v-base__text")
        assert 'sail again on - superscript: ", 2 of 2 differ' in said


def shown(visitor: Visitor) -> list[str]:
    """The base texts to be seen."""
    found: list[str] = visitor.page.locator(".v-base:visible").evaluate_all("all => all.map(one => one.id)")
    return found


def test_agreement_is_folded_and_opens(site: Path, browser: Browser, path: str) -> None:
    with served(site) as base, visiting(browser, base, java_script_enabled=False) as visitor:
        visitor.open(path)
        cell = visitor.page.locator(".v-same details").first
        assert not cell.locator("> span").is_visible()
        cell.locator("summary").click()
        assert cell.locator("> span").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_table_scrolls_and_the_page_does_not(site: Path, browser: Browser, path: str, scheme: str) -> None:
    narrow = {"width": 360, "height": 740}
    with served(site) as base, visiting(browser, base, viewport=narrow, color_scheme=scheme) as visitor:
        visitor.open(path)
        assert visitor.page.evaluate("() => document.scrollingElement.scrollWidth") <= narrow["width"]
        frame = visitor.page.locator(".v-variants__frame")
        assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
