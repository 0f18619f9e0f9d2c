"""What a search costs a reader of a large site: bytes at load, bytes and time to the first result.

The demonstration event is published under as many names as give so many pages, with its outlets, speakers and words
renamed in each, so that the index holds as many names as a real site's. The site is served on this machine and opened
in Chromium; bytes are those of the bodies as served with gzip. Time is told by the page itself, from opening the search
with a query in it to the first result that stands in the list: a driver that looks again every half second cannot tell.

    python tests/bench/bench_search.py [PAGES]
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from visitor import FLAGS, find_chromium, served  # noqa: E402  # the tests' own server

EACH = 88
"""Pages of the demonstration event that a search may find, about."""

ROUNDS = 5
"""Fresh profiles in which each query is asked first."""

_ASK = """words => new Promise(done => {
  const [search, input, list] = ["", "__words", "__results"].map(part => document.querySelector(`.v-search${part}`));
  list.replaceChildren();
  const began = performance.now();
  new MutationObserver((_, watch) => {
    if (!list.querySelector("a")) return;
    watch.disconnect();
    done((performance.now() - began) / 1000);
  }).observe(list, { childList: true });
  search.open = true;
  input.value = words;
  input.dispatchEvent(new Event("input", { bubbles: true }));
})"""

QUERIES = ("spillway", "ministry of defence", "missing people", "pendrova")


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def write_content(folder: Path, copies: int) -> None:
    """The demonstration event, again and again, with other names in each."""
    for number in range(copies):
        for path in sorted((ROOT / "content" / "velnik-dam").rglob("*.md")):
            text = path.read_text(encoding="utf-8")
            if "claims" in path.parts:
                continue
            for name in ("Velnik", "Pendrova", "Ferrol", "Dalvenia"):
                text = text.replace(name, f"{name}{_letters(number)}")
            target = folder / f"event-{number:03}" / path.relative_to(ROOT / "content" / "velnik-dam")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def _letters(number: int) -> str:
    return chr(97 + number // 26 % 26) + chr(97 + number % 26) if number else ""


def size(response: Response) -> int:
    body = response.body()
    packed = response.url.endswith((".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter"))
    return len(body) if packed else len(gzip.compress(body))


def ask(page: Page, words: str) -> float:
    """Seconds from the query to the first result."""
    seconds: float = page.evaluate(_ASK, words)
    return seconds


def main(pages: int) -> None:
    """Build, visit, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_content(folder / "content", -(-pages // EACH))
        settings = "site_name: Bench\ndocs_dir: content\ntheme: {name: material}\n"
        (folder / "mkdocs.yml").write_text(settings + "plugins: [search, {variorum: {search: pagefind}}]\n")
        subprocess.run(["variorum", "build", "--site", "site"], cwd=folder, check=True)  # on the path
        total = len(list((folder / "site").rglob("index.html")))
        fragments = len(list((folder / "site" / "pagefind" / "fragment").iterdir()))
        say(f"{total} pages, {fragments} of them in the index")
        visit(folder / "site")


def visit(site: Path) -> None:
    """Open a page, search, and print what it took."""
    with sync_playwright() as playwright, served(site) as base:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        got: list[Response] = []
        for words in QUERIES:
            first: list[float] = []
            for _ in range(ROUNDS):
                context = browser.new_context()
                page = context.new_page()
                got.clear()
                page.on("response", lambda response: got.append(response))  # noqa: PLW0108  # Playwright marks what listens
                page.goto(base, wait_until="networkidle")
                at_load = sum(size(one) for one in got if "pagefind" in one.url or "search" in one.url.split("/")[-1])
                got.clear()
                first.append(ask(page, words))
                page.wait_for_load_state("networkidle")
                taken = [(one.url.rsplit("/", 1)[-1], size(one)) for one in got]
                later = statistics.median(ask(page, one) for one in QUERIES)
                context.close()
            times = ", ".join(f"{one:.2f}" for one in sorted(first))
            say(f"{words!r}: at load {at_load} bytes; first results {sum(part for _, part in taken)} bytes")
            say(f"    first result after {statistics.median(first):.2f} s (of {times}); later queries {later:.2f} s")
            say(f"    {', '.join(f'{name} {part}' for name, part in taken[:6])}")
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
