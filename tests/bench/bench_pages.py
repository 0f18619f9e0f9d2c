"""What a page costs: ours, ready as HTML, against the same pages written as Markdown for plain MkDocs.

The demonstration event is published under as many names as give a thousand pages. Both builders begin with pages that
are written, ours in HTML, MkDocs' in Markdown, and end with a site on disk, search index and all; writing the pages
themselves, with their collations and charts, is measured apart, for nobody writes them for plain MkDocs. The Markdown
holds the same headings, paragraphs, lists, tables and links; marks inside a line are left out, to MkDocs' advantage.
Both run in this process, one after the other, several times over; CPU time is compared.

    python tests/bench/bench_pages.py [PAGES] [ROUNDS]
"""

from __future__ import annotations

import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from unittest import mock

from measures import Measure

from generator import content, exports, pages
from generator.model import Event, Report
from generator.report import build_report

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
from mkdocs.commands.build import build  # Material reads the setting while it is imported
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parents[2]
BAR = 0.5
"""The share of plain MkDocs' cost that ours must not pass."""

_SETTINGS = "site_name: Bench\ndocs_dir: content\ntheme: {name: material, font: false}\nplugins: [search, %s]\n"


_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "p": "", "dt": "", "dd": ""}


class _Markdown(HTMLParser):
    """The blocks of a page of ours as Markdown."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._text: list[str] = []
        self._row: list[str] | None = None
        self._rows = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _MARKS or tag in ("table", "tr", "td", "th"):
            self._end_block("")
        if tag == "table":
            self._rows = 0
        if tag == "tr":
            self._row = []
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._text.append("[")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._text.append(f"]({self._links.pop()})")
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(self._take().replace("|", "/"))
        elif tag == "tr" and self._row is not None:
            self._end_row(self._row)
        elif tag in _MARKS and self._row is None:
            self._end_block(_MARKS[tag])

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def _take(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text

    def _end_block(self, mark: str) -> None:
        if self._row is None and (text := self._take()):
            self.lines += ["", mark + text.replace("<", "&lt;")]

    def _end_row(self, row: list[str]) -> None:
        self.lines += ([] if self._rows else [""]) + [f"| {' | '.join(row)} |"]
        if not self._rows:
            self.lines.append(f"|{' --- |' * len(row)}")
        self._rows += 1
        self._row = None


def as_markdown(page: pages.Page) -> str:
    """The same page, as an author of plain MkDocs would write it."""
    parser = _Markdown()
    parser.feed(page.body)
    parser.close()
    return "\n".join(parser.lines).strip() + "\n"


def copies(event: Event, pages_wanted: int, pages_each: int) -> tuple[Event, ...]:
    """The event under as many names as it takes."""
    return tuple(replace(event, name=f"event-{number:03}") for number in range(pages_wanted // pages_each + 1))


def settle(folder: Path, plugin: str) -> str:
    (folder / "content").mkdir(parents=True, exist_ok=True)
    settings = folder / "mkdocs.yml"
    settings.write_text((_SETTINGS % plugin).replace(", ]", "]"))
    return str(settings)


def build_ours(folder: Path, reports: Sequence[Report], ready: Sequence[pages.Page]) -> None:
    """The site through the plugin, from pages that are ready."""
    by_name = {report.event.name: report for report in reports}
    with (
        mock.patch("generator.content.check_content", return_value=()),
        mock.patch("generator.content.load_content", return_value=tuple(report.event for report in reports)),
        mock.patch("generator.plugin.review_event", side_effect=lambda event, *_: (by_name[event.name], ())),
        mock.patch("generator.pages.build_pages", return_value=ready),
        mock.patch("generator.pages.build_embeds", return_value=()),  # MkDocs has none
    ):
        build(load_config(settle(folder, "variorum")))
    assert all((folder / "site" / page.path / "index.html").is_file() for page in ready)


def write_plain(folder: Path, reports: Sequence[Report], ready: Sequence[pages.Page]) -> None:
    """The pages as Markdown files, and the data files they link to."""
    data = {
        f"{report.event.name}/data/{name}": file for report in reports for name, file in exports.render_files(report)
    }
    files = data | {f"{page.path}index.md": as_markdown(page).encode() for page in ready}
    for name, file in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file)


def build_plain(folder: Path, ready: Sequence[pages.Page]) -> None:
    """The same pages through MkDocs and Material alone; like ours, few of them stand in the navigation."""
    settings = settle(folder, "")
    with Path(settings).open("a") as file:
        file.write("nav: [index.md, method/index.md]\nvalidation: {nav: {omitted_files: ignore}}\n")
    build(load_config(settings))
    assert len(list((folder / "site").rglob("index.html"))) == len(ready)


def cpu_seconds(work: Callable[[], None]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def prepare(wanted: int) -> tuple[list[Report], list[pages.Page], float]:
    """Reports and pages for the bench, and what writing the pages cost, in CPU seconds."""
    [event] = content.load_content(ROOT / "content")[:1]
    templates = pages.load_templates()
    each = len(list(pages.build_pages([build_report(event)], templates))) - 2
    reports: list[Report] = []
    ready: list[pages.Page] = []
    reading = cpu_seconds(lambda: reports.extend(map(build_report, copies(event, wanted, each))))
    writing = cpu_seconds(lambda: ready.extend(pages.build_pages(reports, templates)))
    say(f"{len(ready)} pages of {len(reports)} events")
    say(f"comparing the articles {reading:.2f} CPU s, writing the pages {writing:.2f} CPU s")
    return reports, ready, writing


def publish(reports: Sequence[Report], ready: Sequence[pages.Page]) -> tuple[float, float]:
    """Publish the pages both ways; CPU seconds for ours and for plain MkDocs."""
    with tempfile.TemporaryDirectory() as folder:
        write_plain(Path(folder, "plain"), reports, ready)
        ours = cpu_seconds(lambda: build_ours(Path(folder, "ours"), reports, ready))
        plain = cpu_seconds(lambda: build_plain(Path(folder, "plain"), ready))
    say(f"publishing them: ours {ours:.2f} CPU s, plain MkDocs {plain:.2f} CPU s, ratio {ours / plain:.2f}")
    return ours, plain


def measure(data: Path, *, wanted: int = 1000) -> tuple[Measure, ...]:  # noqa: ARG001  # the demonstration is enough
    """The rows of the scoreboard; they need no data."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    reports, ready, _ = prepare(wanted)
    ours, plain = publish(reports, ready)
    return (Measure("pages", f"{len(ready)} pages", "CPU seconds to publish", ours, "plain MkDocs", plain, "here"),)


def say(line: str) -> None:
    """Print at once, for the next line may take a minute."""
    print(line, flush=True)  # noqa: T201  # the numbers are the result


def main() -> int:
    """Measure, print the median ratio, and fail where it passes the bar."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    wanted, rounds = map(int, (sys.argv[1:] + ["1000", "3"][len(sys.argv) - 1 :])[:2])
    reports, ready, writing = prepare(wanted)
    costs = [publish(reports, ready) for _ in range(rounds)]
    whole = statistics.median((ours + writing) / plain for ours, plain in costs)
    ratio = statistics.median(ours / plain for ours, plain in costs)
    say(f"with the writing of our pages counted too: median ratio {whole:.2f}")
    say(f"median ratio {ratio:.2f} (at most {BAR})")
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main())
