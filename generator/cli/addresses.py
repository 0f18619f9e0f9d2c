"""Whether every address of an old site still leads somewhere in the one that would be built now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import html

from generator import content as reading
from generator import exports, pages
from generator.diagnostics import Diagnostic
from generator.excerpts import excerpt
from generator.files import show_path
from generator.meanings import Meanings
from generator.parsing import Parser
from generator.permalinks import Registry, publish, retire, silence
from generator.report import compare

ADDRESS = re.compile(r"(p|q|f|in|claim|by|counts|finding)-.+|v-\d{1,9}|(?!.*-head$)[^-].*--.+")
"""A fragment that names a thing: what the reference lists."""


FILE = re.compile(r"(^|/)(data/[^/]+\.(csv|json)|feed\.(xml|json))$")
"""A file that is no page and is read by its address: data and feeds."""


def find_breaches(
    old_site: Path, content: Path, parser: Parser | None = None, meanings: Meanings | None = None
) -> Iterator[Diagnostic]:
    """A fault for each page of an old site, each fragment on it, and each feed and file of data, that leads nowhere.

    The articles are read with the models that the new site would be built with. Nothing is written. Raises
    ``ContentError`` where the content cannot be read.
    """
    registries = [
        excerpt(
            publish(
                event, reading.load_lock(content / event.name).entries, read=lambda one: compare(one, parser, meanings)
            )
        )
        for event in reading.load_content(content)
    ]
    removed = [silence(retire(lock.path.parent.name, lock.entries)) for lock in reading.load_removed(content)]
    there = _find_addresses(registries, removed)
    for file in sorted(old_site.rglob("index.html")):
        folder = file.relative_to(old_site).parent.as_posix()
        path = "" if folder == "." else f"{folder}/"
        if path not in there:
            yield _breach(file, path)
            continue
        yield from (_breach(file, f"{path}#{name}") for name in find_fragments(file) if name not in there[path])
    files = _find_files(registries, removed)
    for file in sorted(old_site.rglob("*")):
        path = file.relative_to(old_site).as_posix()
        if FILE.search(path) and file.is_file() and path not in files:
            yield _breach(file, path)


def find_fragments(file: Path) -> list[str]:
    """The fragments of a page that name things; sections and controls come and go with what there is to show."""
    ours = [part for part in html.document_fromstring(file.read_bytes()).iter() if _is_ours(part.get("class"))]
    names = {str(element.get("id", "")) for part in ours for element in part.iter()}
    return sorted(name for name in names if ADDRESS.fullmatch(name))


def _is_ours(classes: object) -> bool:
    """Whether an element holds our own matter, within the theme's frame."""
    return "v-page" in str(classes or "").split()


def _find_addresses(registries: list[Registry], retired: list[Registry]) -> Mapping[str, frozenset[str]]:
    """Each address of the new site with the fragments that are there, or where it leads."""
    own = Path.cwd() / "site_templates"
    templates = pages.load_templates(own if own.is_dir() else None)
    reports = [registry.report for registry in registries]
    there = {page.path: page.anchors for page in pages.build_pages(reports, templates, registries, retired=retired)}
    for one in pages.build_embeds(registries, templates):
        there[one.path] = pages.find_anchors(one.html)
    return there | {
        one.path: there.get(one.target, frozenset()) for one in pages.build_redirects([*registries, *retired])
    }


def _find_files(registries: list[Registry], retired: list[Registry]) -> set[str]:
    """The addresses of the new site's feeds and data."""
    every = [*registries, *retired]
    feeds = {path for registry in every for path, _ in pages.render_feeds(registry)}
    events = {path for path, _ in pages.render_event_feeds(registries, pages.Imprint())}
    reports = [registry.report for registry in every]
    return (
        feeds | events | {f"{one.event.name}/data/{name}" for one in reports for name, _ in exports.render_files(one)}
    )


def _breach(file: Path, address: str) -> Diagnostic:
    hint = "Restore permalinks.lock as it was when the old site was built, and build again."
    return Diagnostic(show_path(file), 0, 0, "broken-address", f"/{address} leads nowhere in the new site.", hint)
