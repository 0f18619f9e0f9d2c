"""Take the picture in the README: the claim of the demonstration event whose quotation differs by one word.

python tests/browser/take_picture.py [PICTURE]
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator import build_report, load_event

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from visitor import FLAGS, find_chromium, served  # the tests' own helpers, in the folder above

ROOT = Path(__file__).resolve().parents[2]
EVENT = ROOT / "content" / "velnik-dam"
WIDTH, HEIGHT = 1280, 900
TWO = 2
BELOW = 40  # pixels of room under the comparison


def find_address() -> str:
    """The page of the first claim in which two outlets print a quotation in different words."""
    report = build_report(load_event(EVENT))
    altered = {found.claim for found in report.findings if found.kind == "quote-altered" and len(found.spans) == TWO}
    claim = next(claim for claim in report.claims if claim.id in altered)
    return f"{EVENT.name}/claims/{claim.slug}/"


def take_picture(target: Path) -> None:
    """Build the site in a folder of its own and photograph the page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        content = shutil.copytree(EVENT.parent, Path(folder) / "content")  # a build writes into it
        command = Path(sys.executable).with_name("variorum")
        build = [str(command), "build", "--content", str(content), "--site", str(site)]
        subprocess.run(build, check=True)
        with served(site) as home, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page.goto(home + find_address())
            box = page.locator(".v-pairs").bounding_box()
            bottom = box["y"] + box["height"] if box else HEIGHT
            page.set_viewport_size({"width": WIDTH, "height": round(bottom) + BELOW})
            page.screenshot(path=target)
            browser.close()


if __name__ == "__main__":
    take_picture(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "claim.png")
