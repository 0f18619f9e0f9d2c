"""Both searches, as a reader meets them; and that the large one says nothing it should not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from folders import ROOT, command, tree
from playwright.sync_api import Browser
from visitor import Visitor, served, visiting

from generator.plugin.searching import LARGE, SearchError, choose_engine

pytestmark = pytest.mark.browser

SETTINGS = (
    "site_name: Dams\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, {variorum: {search: pagefind}}]\n"
)


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as a large site has it, with one hostile title."""
    pytest.importorskip("pagefind", reason="the extra pagefind is not installed")
    folder = tmp_path_factory.mktemp("large")
    content = folder / "content"
    subprocess.run(["cp", "-r", ROOT / "content", content], check=True)
    index = content / "velnik-dam" / "index.md"
    text = index.read_text(encoding="utf-8").replace("title: ", "title: <img src=x onerror=alert(1)> ", 1)
    index.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    build(folder)
    return folder / "site"


def build(folder: Path) -> None:
    done = subprocess.run(command("build", "--site", "site"), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def search(visitor: Visitor, words: str) -> list[str]:
    visitor.page.locator(".v-search__words").fill(words)
    visitor.page.wait_for_function("() => document.querySelector('.v-search__count').textContent !== ''")
    visitor.page.wait_for_timeout(300)
    links = visitor.page.locator(".v-search__results a")
    return [str(link.get_attribute("href")) for link in links.all()]


def test_material_finds_a_claim(demo_site: Path, browser: Browser) -> None:
    with served(demo_site) as base, visiting(browser, base) as visitor:
        visitor.open("?q=spillway")
        visitor.page.locator("[data-md-component=search-query]").fill("spillway")
        visitor.page.locator(".md-search-result__item").first.wait_for(state="attached")
        found = visitor.page.locator(".md-search-result__link").evaluate_all("all => all.map(one => one.href)")
        assert any("/claims/" in address for address in found)
        assert "BibTeX" not in (demo_site / "search" / "search_index.json").read_text(encoding="utf-8")
        assert visitor.noted == {}


def test_pagefind_loads_nothing_until_it_is_opened_and_then_finds(large_site: Path, browser: Browser) -> None:
    asked: list[str] = []
    with served(large_site) as base, visiting(browser, base) as visitor:
        visitor.page.on("request", lambda request: asked.append(request.url))
        visitor.open("velnik-dam/claims/")
        visitor.page.wait_for_load_state("networkidle")
        assert not [address for address in asked if "pagefind" in address or "search_index" in address]
        visitor.page.keyboard.press("/")
        found = search(visitor, "spillway")
        assert any(address.startswith(f"{base}velnik-dam/claims/") for address in found)
        assert (large_site / found[0].removeprefix(base) / "index.html").is_file()
        assert visitor.noted == {}
        visitor.page.keyboard.press("Escape")
        assert not visitor.page.locator(".v-search__panel").is_visible()


def test_pagefind_is_narrowed_by_kind_outlet_and_speaker(large_site: Path, browser: Browser) -> None:
    with served(large_site) as base, visiting(browser, base) as visitor:
        visitor.open("")
        visitor.page.locator(".v-search > summary").click()
        every = search(visitor, "dam")
        visitor.page.locator(".v-search__filters > summary").click()
        visitor.page.wait_for_function("() => document.querySelector('[data-facet=speaker]').options.length > 1")
        for facet in ("kind", "event", "outlet", "speaker"):
            assert visitor.page.locator(f"[data-facet={facet}] option").count() > 1, facet
        visitor.page.locator("[data-facet=kind]").select_option("Article")
        visitor.page.wait_for_timeout(500)
        links = visitor.page.locator(".v-search__results a").evaluate_all("all => all.map(one => one.href)")
        assert links
        assert all("/articles/" in address for address in links)
        assert set(links) != set(every)
        assert visitor.noted == {}


def test_pagefind_shows_a_hostile_title_as_text(large_site: Path, browser: Browser) -> None:
    with served(large_site) as base, visiting(browser, base) as visitor:
        visitor.open("")
        visitor.page.locator(".v-search > summary").click()
        search(visitor, "failure")
        assert visitor.page.locator(".v-search__results img").count() == 0
        assert visitor.page.locator(".v-search__results a", has_text="<img src=x").count() > 0
        assert visitor.noted == {}


def test_the_same_site_gives_the_same_words_to_find(large_site: Path) -> None:
    """Pagefind orders its filters as chance has it; what is found does not depend on that."""
    folders = [large_site / "pagefind" / name for name in ("index", "fragment")]
    before = [tree(folder) for folder in folders]
    assert all(before)
    build(large_site.parent)
    assert [tree(folder) for folder in folders] == before


def test_a_large_site_gets_pagefind_and_a_small_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.plugin.searching.find_spec", lambda _name: object())
    assert choose_engine("auto", LARGE) == "material"
    assert choose_engine("auto", LARGE + 1) == "pagefind"
    assert choose_engine("material", LARGE + 1) == "material"
    assert choose_engine("pagefind", 1) == "pagefind"


def test_without_pagefind_a_site_has_materials_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.plugin.searching.find_spec", lambda _name: None)
    assert choose_engine("auto", LARGE + 1) == "material"
    with pytest.raises(SearchError, match=r"variorum\[pagefind\]"):
        choose_engine("pagefind", 1)
