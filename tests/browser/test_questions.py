"""Five questions that a new reader asks of the acceptance story: each is answered from the event's page in two clicks.

A reader has eyes and a finger: what is asserted is to be seen, and every click is counted.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from folders import command
from playwright.sync_api import Browser, Locator, Page
from subject import SHARED
from visitor import served, visiting

from generator.intake import add_articles, load_requests

STORY = SHARED / "stories" / "kursk"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not STORY.is_dir(), reason=f"the acceptance story is not in {STORY}"),
]

_SHOWN = "one => [...one.childNodes].filter(part => part.nodeType === 3).map(part => part.data).join('')"
"""What eyes see of a mark, without the words for those who hear the page."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The story, from its saved pages to a site that is served."""
    folder = tmp_path_factory.mktemp("questions")
    add_articles(load_requests(STORY / "articles.csv"), "kursk", folder / "content")
    done = subprocess.run(
        command("build", "--content", folder / "content", "--site", folder / "site"),
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    with served(folder / "site") as address:
        yield address


@dataclass
class Reader:
    """Begins at the event's page, and counts clicks."""

    page: Page
    clicks: int = 0

    def click(self, link: Locator) -> None:
        link.click()
        self.page.wait_for_load_state()
        self.clicks += 1

    def line(self, kind: str, *words: str) -> Locator:
        """A line of what differs, in sight without a click."""
        found = self.page.locator(".v-glance > .v-line:visible").filter(has_text=kind)
        for word in words:
            found = found.filter(has_text=word)
        return found.first

    def row(self, word: str) -> Locator:
        """A claim's row in the table of who carries what."""
        return self.page.locator(".v-matrix tbody tr").filter(has=self.page.locator("th", has_text=word)).first


@pytest.fixture(params=[1280, 360])
def reader(request: pytest.FixtureRequest, base: str, browser: Browser) -> Iterator[Reader]:
    """Somebody who has just come, at a desk and with a telephone."""
    with visiting(browser, base, viewport={"width": request.param, "height": 740}) as visitor:
        visitor.open("kursk/")
        yield Reader(visitor.page)
        visitor.strayed.clear()
        assert visitor.noted == {}


def readings(line: Locator) -> dict[str, list[str]]:
    """Each outlet's words in a line."""
    told: dict[str, list[str]] = {}
    for reading in line.locator(".v-line__readings > li").all():
        words = reading.inner_text()
        for who in reading.locator(".v-line__who a").all_inner_texts():
            told.setdefault(who, []).append(words)
    return told


def test_which_outlets_only_say_claimed(reader: Reader) -> None:
    told = readings(reader.line("Claimed, or confirmed"))
    assert [who for who, words in told.items() if all("claim" in word.lower() for word in words)] == ["Antiwar.com"]
    assert {who for who, words in told.items() if any("confirm" in word.lower() for word in words)} >= {"Politico"}
    reader.click(reader.line("Claimed, or confirmed").locator(".v-line__who a", has_text="Antiwar.com").first)
    assert "laimed" in reader.page.locator("main").inner_text()
    assert reader.clicks <= 2


def test_who_is_credited_with_three_thousand(reader: Reader) -> None:
    told = readings(reader.line("different credits", "3,000"))
    credited = {who: word for who, words in told.items() for word in words if "3,000" in word}
    assert "Austin" in credited["The European Conservative"]
    assert "Cho Tae-yong" in credited["New York Post"]
    assert len(credited) == 2
    assert reader.clicks <= 2


def test_which_word_differs_in_the_quotation_of_six_hundred_thousand(reader: Reader) -> None:
    line = reader.line("Altered quotation", "600,000")
    marked = {
        reading.locator(".v-line__who").inner_text(): reading.locator("mark").evaluate(_SHOWN).strip(" ,")
        for reading in line.locator(".v-line__readings > li").all()
    }
    assert marked == {"New York Post": "on", "Politico": "in"}
    reader.click(line.locator(".v-line__head a"))
    shown = reader.page.locator("section.v-pair:visible")
    assert shown.locator(".v-pair__inline del:not(.v-style)").evaluate(_SHOWN).strip(" ,") == "on"
    assert shown.locator(".v-pair__inline ins:not(.v-style)").evaluate(_SHOWN).strip(" ,") == "in"
    assert reader.clicks <= 2


def test_who_leaves_out_the_breach_of_resolutions(reader: Reader) -> None:
    row = reader.row("breach of UN")
    cells = row.locator("td[data-head]")
    silent = {cell.get_attribute("data-head") for cell in cells.all() if not cell.locator("a").count()}
    assert silent == {"Antiwar.com", "The European Conservative", "Politico"}
    width = reader.page.viewport_size["width"] if reader.page.viewport_size else 0
    for cell in cells.all():
        box = cell.bounding_box()
        assert box
        assert 0 <= box["x"] <= box["x"] + box["width"] <= width  # nothing to push aside first
    reader.click(row.locator("th a"))
    told = " ".join(reader.page.locator(".v-omitted").all_inner_texts())
    assert all(outlet in told for outlet in silent if outlet)
    assert reader.clicks <= 2


def test_how_two_translations_of_the_remark_on_the_treaty_differ(reader: Reader) -> None:
    reader.click(reader.row("treaty").locator(".v-matrix__differs a"))
    pair = reader.page.locator("section.v-pair:visible")
    assert pair.get_attribute("id") == "antiwar--politico"
    assert pair.bounding_box()
    assert "mutual support" in " ".join(pair.locator(".v-pair__inline del").all_inner_texts())
    assert "assistance" in " ".join(pair.locator(".v-pair__inline ins").all_inner_texts())
    assert reader.clicks <= 2
