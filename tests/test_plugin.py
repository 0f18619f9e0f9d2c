"""The site through MkDocs: the same by either command, the same every time, and never half of one."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import xml.etree.ElementTree as ET
from base64 import b64encode
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from folders import ROOT, SMALL, command, tree, write_article, write_event
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.structure.toc import AnchorLink

from generator import pages
from generator.model import Article, Event, Report
from generator.plugin.page import NAV_EVENTS, is_searched, navigation, nest, newest_date, searched_text

Run = Callable[..., subprocess.CompletedProcess[str]]

SETTINGS = "site_name: Bridges\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, variorum]\n"


def mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path, small_content: Path) -> Path:
    """A folder with a mkdocs.yml as short as a user's."""
    assert small_content.parent == tmp_path
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    return tmp_path


# Two faces, one site -----------------------------------------------------------------------------------------------


def test_mkdocs_and_variorum_build_the_same_site(project: Path, variorum: Run) -> None:
    assert variorum("build", "--site", "one").returncode == 0
    done = mkdocs(project, "build", "--site-dir", "two")
    assert done.returncode == 0, done.stderr
    assert tree(project / "one") == tree(project / "two")


def test_mkdocs_tells_every_fault_and_leaves_the_old_site(project: Path, small_content: Path) -> None:
    assert mkdocs(project, "build").returncode == 0
    before = tree(project / "site")
    write_article(small_content / "bridge", "cnn", "Text.", published="soon")
    write_article(small_content / "bridge", "dpa", "Text.", outlet="")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "cnn.md:4" in done.stderr
    assert "dpa.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "site") == before


def test_mkdocs_refuses_to_replace_a_folder_of_work(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.doc").write_text("years")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "thesis.doc" in done.stderr + done.stdout
    assert tree(project / "site") == {"thesis.doc": b"years"}


def test_a_warning_of_another_plugin_stops_a_strict_build(project: Path) -> None:
    assert mkdocs(project, "build").returncode == 0
    before = tree(project / "site")
    (project / "hook.py").write_text(
        "import logging\n\ndef on_env(env, config, files):\n    logging.getLogger('mkdocs.hooks').warning('odd')\n"
    )
    (project / "mkdocs.yml").write_text(f"{SETTINGS}hooks: [hook.py]\nsite_description: changed\n")
    assert mkdocs(project, "build", "--strict").returncode == 1
    assert tree(project / "site") == before
    assert mkdocs(project, "build").returncode == 0
    assert tree(project / "site") != before


def test_nothing_of_the_content_folder_is_published_as_it_lies(project: Path, small_content: Path) -> None:
    (small_content / "bridge" / "draft.html").write_text("<script>alert(1)</script>")
    assert mkdocs(project, "build").returncode == 0
    assert [path for path in tree(project / "site") if "draft" in path or path.endswith(".md")] == []


# A user's own ------------------------------------------------------------------------------------------------------


def test_templates_of_ones_own_win_file_by_file(project: Path, variorum: Run) -> None:
    assert variorum("build").returncode == 0
    plain = tree(project / "site")
    own = project / "site_templates"
    (own / "pages").mkdir(parents=True)
    (own / "pages" / "front.html").write_text("<h1>Our own front</h1>")
    style = next(path for path in pages.STYLESHEETS)
    (own / style).parent.mkdir(parents=True)
    (own / style).write_text("/* ours */")
    (own / "overrides").mkdir()
    (own / "overrides" / "404.html").write_text("our own 404")
    assert variorum("build").returncode == 0
    built = tree(project / "site")
    assert b"Our own front" in built["index.html"]
    assert built[style] == b"/* ours */"
    assert built["404.html"] == b"our own 404"
    assert built["bridge/index.html"] == plain["bridge/index.html"]


def test_a_folder_of_templates_may_be_named(project: Path, variorum: Run) -> None:
    (project / "looks" / "pages").mkdir(parents=True)
    (project / "looks" / "pages" / "front.html").write_text("<h1>Our own front</h1>")
    (project / "mkdocs.yml").write_text(SETTINGS.replace("variorum]", "variorum: {templates: looks}]"))
    assert variorum("build").returncode == 0
    assert "Our own front" in (project / "site" / "index.html").read_text()


def test_settings_of_ones_own_win_where_they_can(project: Path, variorum: Run) -> None:
    (project / "mkdocs.yml").write_text(
        SETTINGS.replace(
            "{name: material}", "{name: material, language: de, palette: {primary: teal}, font: {text: Lato}}"
        )
        + "nav: [index.md, {Method: method/index.md}, {More: 'https://example.org/'}]\n"
    )
    assert variorum("build").returncode == 0
    front = (project / "site" / "index.html").read_text()
    assert '<html lang="de"' in front
    assert 'data-md-color-primary="teal"' in front
    assert "https://example.org/" in (project / "site" / "404.html").read_text()
    assert "fonts.googleapis.com" not in front


# The second wall ---------------------------------------------------------------------------------------------------


def test_every_inline_script_is_one_that_its_page_lets_run(project: Path, variorum: Run) -> None:
    assert variorum("build").returncode == 0
    built = sorted((project / "site").rglob("*.html"))
    assert len(built) > 10
    for path in built:
        html = path.read_text()
        [policy] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link")), path
        inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
        assert bool(inline) is ("embed" not in path.parts), path
        for script in inline:
            digest = b64encode(sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, path
        assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]


def test_the_policy_may_be_left_out(project: Path, variorum: Run) -> None:
    (project / "mkdocs.yml").write_text(SETTINGS.replace("variorum]", "variorum: {policy: false}]"))
    assert variorum("build").returncode == 0
    assert "Content-Security-Policy" not in (project / "site" / "index.html").read_text()


# Addresses and dates -----------------------------------------------------------------------------------------------


def test_the_sitemap_names_every_page_with_its_newest_article(project: Path, variorum: Run) -> None:
    (project / "mkdocs.yml").write_text(f"{SETTINGS}site_url: https://example.org/\n")
    write_article(project / "content" / "bridge", "cnn", "Text said the mayor.", updated="2031-01-02T03:04:05+00:00")
    assert variorum("build").returncode == 0
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    entries = ET.parse(project / "site" / "sitemap.xml").findall("s:url", names)  # noqa: S314  # our own file
    built = {path.parent.relative_to(project / "site") for path in (project / "site").rglob("index.html")}
    pages = {path.as_posix() for path in built if "embed" not in path.parts}  # those are for other sites
    assert len(entries) == len(pages) < len(built)
    assert {entry.findtext("s:lastmod", "", names) for entry in entries} == {"2031-01-02"}


def report_of(name: str, published: str) -> Report:
    return Report(Event(name, (Article("ap", "Text.", published=date.fromisoformat(published)),)))


def test_a_page_is_as_new_as_its_event() -> None:
    reports = [report_of("a", "2030-01-01"), report_of("b", "2031-01-01")]
    assert newest_date("a/claims/x/", reports) == "2030-01-01"
    assert newest_date("b/", reports) == "2031-01-01"
    assert newest_date("", reports) == newest_date("method/", reports) == "2031-01-01"
    assert newest_date("", []) == "1970-01-01"


def page(path: str, *, in_nav: bool = False) -> pages.Page:
    return pages.Page(path, path or "Front", "", "<h1>x</h1>", in_nav=in_nav)


@given(st.lists(st.integers(0, 3000), max_size=60, unique=True))
def test_the_navigation_stays_short_and_new_events_come_first(days: list[int]) -> None:
    reports = [
        report_of(f"event-{number}", (date(2030, 1, 1) + timedelta(days=day)).isoformat())
        for number, day in enumerate(days)
    ]
    ready = [
        page("", in_nav=True),
        page("method/", in_nav=True),
        *(page(f"{report.event.name}/") for report in reports),
    ]
    paths = [entry.path for entry in navigation(ready, reports)]
    assert paths[0] == ""
    assert paths[-1] == "method/"
    shown = [days[int(path.strip("/").removeprefix("event-"))] for path in paths[1:-1]]
    assert shown == sorted(days, reverse=True)[:NAV_EVENTS]
    assert len(paths) < 30


def test_the_search_keeps_articles_and_claims_and_leaves_lists_out() -> None:
    kept = ["", "method/", "bridge/", "bridge/articles/ap/", "bridge/claims/six-died/"]
    left = ["bridge/articles/", "bridge/figures/", "bridge/quotes/", "bridge/outlets/ap/", "bridge/data/"]
    assert [path for path in kept + left if is_searched(path)] == kept


def test_the_search_reads_words_and_no_markup() -> None:
    body = (
        "<nav>Up</nav><h1>Six <b>died</b></h1><svg><title>Chart</title></svg><h2>Who</h2><p>a &lt;b</p><h2>How</h2>rule"
    )
    assert searched_text(pages.Page("e/claims/six/", "", "", body)) == "<p>Six died Who a &lt;b</p>"
    assert searched_text(pages.Page("e/articles/ap/", "", "", body)) == "<p>Six died Who a &lt;b How rule</p>"


def outline(links: list[AnchorLink]) -> list[Any]:
    return [[link.id, outline(link.children)] if link.children else link.id for link in links]


def test_headings_hang_below_the_last_higher_one() -> None:
    headings = [pages.Heading(f"{number}", "x<y", level) for number, level in enumerate([1, 2, 3, 3, 2, 3, 1])]
    assert outline(nest(headings)) == [["0", [["1", ["2", "3"]], ["4", ["5"]]]], "6"]
    assert nest(headings)[0].title == "x&lt;y"


# The same every time -----------------------------------------------------------------------------------------------


def shuffled_copy(content: Path, target: Path, seed: int) -> None:
    """The same files, made in another order, and dated otherwise."""
    files = [path for path in sorted(content.rglob("*")) if path.is_file()]
    random.Random(seed).shuffle(files)  # noqa: S311  # an order, not a secret
    for number, path in enumerate(files):
        copy = target / path.relative_to(content)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (number * 1000, number * 1000))


@pytest.mark.slow
def test_two_builds_of_the_same_content_are_the_same_bytes(tmp_path: Path, variorum: Run) -> None:
    built = []
    for seed in (1, 2):
        folder = tmp_path / str(seed)
        shuffled_copy(ROOT / "content", folder / "content", seed)
        (folder / "mkdocs.yml").write_text(f"{SETTINGS}site_url: https://example.org/\n")
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": "Asia/Tokyo" if seed == 1 else "UTC"}
        done = variorum("build", cwd=folder, env=environment)
        assert done.returncode == 0, done.stderr + done.stdout
        built.append(tree(folder / "site"))
    first, second = built
    assert len(first) > 50
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


# Killed ------------------------------------------------------------------------------------------------------------

MOMENTS = 20


def assert_whole(site: Path, whole: list[dict[str, bytes]], when: str) -> None:
    """The site is one of the two, to the byte; where not, say which files are of neither."""
    now = tree(site)
    strange = [sorted(path for path in now.keys() | old.keys() if now.get(path) != old.get(path)) for old in whole]
    assert [] in strange, f"killed {when}: {strange}"


def write_version(content: Path, version: int) -> None:
    """Contents that give sites which differ, and so tell whole from half."""
    shutil.rmtree(content, ignore_errors=True)
    write_event(content / "bridge", **{name: f"{body} Version {version} said so." for name, body in SMALL.items()})


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path, variorum: Run) -> None:
    whole = []
    for version in (0, 1):
        write_version(tmp_path / "content", version)
        begin = time.monotonic()
        assert variorum("build").returncode == 0
        lasts = time.monotonic() - begin
        whole.append(tree(tmp_path / "site"))
    assert whole[0] != whole[1]
    moments = [(number + 0.5) / MOMENTS for number in range(MOMENTS)]
    while moments:
        # The site shows version 1 now; the build that is killed would make it version 0.
        write_version(tmp_path / "content", 0)
        with subprocess.Popen(command("build"), cwd=tmp_path, stderr=subprocess.DEVNULL) as running:
            time.sleep(lasts * moments[0])
            running.send_signal(signal.SIGKILL)
        assert_whole(tmp_path / "site", whole, f"at {moments[0]:.0%}")
        if running.returncode == -signal.SIGKILL:
            moments.pop(0)
        else:
            # It was done before: this machine is less busy now, and the same share of its time comes earlier.
            lasts *= 0.8
        write_version(tmp_path / "content", 1)
        assert variorum("build").returncode == 0
        assert tree(tmp_path / "site") == whole[1]
        assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".next")] == []


DEADLY = """
import os, signal
from pathlib import Path
from generator import cli, site

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

{trap}
cli.main()
"""
TRAPS = {
    "before the swap": "site._swap = die",
    "after the exchange": "swap = site._swap\nsite._swap = lambda stage, old: die(swap(stage, old))",
    "while the old site is removed": "site.shutil.rmtree = die",
    "between two renames": textwrap.dedent("""
        site._exchange = lambda stage, old: False
        site._rename_twice = lambda stage, old: die(old.rename(site._aside(old)))
    """),
    "after two renames": textwrap.dedent("""
        site._exchange = lambda stage, old: False
        twice = site._rename_twice
        site._rename_twice = lambda stage, old: die(twice(stage, old))
    """),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_build_killed_in_the_swap_leaves_a_whole_site(tmp_path: Path, variorum: Run, trap: str) -> None:
    whole = []
    for version in (0, 1):
        write_version(tmp_path / "content", version)
        assert variorum("build").returncode == 0
        whole.append(tree(tmp_path / "site"))
    write_version(tmp_path / "content", 0)
    done = subprocess.run(
        [sys.executable, "-c", DEADLY.format(trap=TRAPS[trap]), "build"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    if trap == "between two renames":
        # Only where the system cannot exchange two names is there such a moment; the next start mends it.
        assert tree(tmp_path / ".site.last.next") == whole[1]
        write_article(tmp_path / "content" / "bridge", "ap", "")
        assert variorum("build").returncode == 1
    assert_whole(tmp_path / "site", whole, trap)
    write_version(tmp_path / "content", 1)
    assert variorum("build").returncode == 0
    assert tree(tmp_path / "site") == whole[1]
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".next")] == []
