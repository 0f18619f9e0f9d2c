"""Which search a site gets, and the index of the one that loads nothing until it is asked.

Material's search loads its whole index with the first page, which is right for a small site. Pagefind's index lies in
pieces, of which a query loads a few; it comes with the extra ``variorum[pagefind]``.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from generator import pages
from generator.plugin.page import ReadyPage, is_searched, searched_text

Engine = Literal["material", "pagefind"]
WISHES = ("auto", "material", "pagefind")

LARGE = 300
"""Pages above which Pagefind is chosen: Material's index is then some 0.4 MB for every reader."""

FOLDER = "pagefind"
_TAG = re.compile(r"<[^<>]*>")


class SearchError(Exception):
    """Pagefind is wanted and cannot be had, or could not write its index."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a search may find: an address relative to the site's root, its title and words, and what narrows it."""

    url: str
    title: str
    content: str
    facets: pages.Facets


def choose_engine(wish: str, count: int, *, large: int = LARGE) -> Engine:
    """The search for so many pages, as one of ``WISHES`` says.

    Raises ``SearchError`` where Pagefind is asked for by name and is not installed.
    """
    there = find_spec("pagefind") is not None and find_spec("pagefind_bin") is not None
    if wish == "pagefind" and not there:
        raise SearchError("Pagefind is not installed; pip install 'variorum[pagefind]'")
    large_enough = wish == "auto" and there and count > large
    return "pagefind" if wish == "pagefind" or large_enough else "material"


def find_records(ready: Iterable[ReadyPage], facets: Mapping[str, pages.Facets]) -> Iterator[Record]:
    """A record for each page that may be found, in order of address."""
    for page in sorted(ready, key=lambda one: one.ready.path):
        path = page.ready.path
        if is_searched(path) and not page.ready.former:
            words = unescape(_TAG.sub(" ", searched_text(page.ready)))
            yield Record(path, page.ready.title, " ".join(words.split()), facets.get(path, {}))


def write_index(site: Path, records: Iterable[Record], lang: str) -> None:
    """Write Pagefind's index below a site; all of it in one language, so that one query finds everything."""
    try:
        with ThreadPoolExecutor(1) as pool:  # whoever builds may have an event loop of their own in this thread
            pool.submit(lambda: asyncio.run(_write(site / FOLDER, tuple(records), lang))).result()
        for unused in (site / FOLDER).glob("pagefind-*ui.*"):  # Pagefind's own interfaces; ours is a file of the site
            unused.unlink()
    except (OSError, AssertionError, RuntimeError) as error:
        raise SearchError(f"Pagefind could not write its index: {error}") from error


async def _write(folder: Path, records: tuple[Record, ...], lang: str) -> None:
    from pagefind.index import PagefindIndex  # noqa: PLC0415  # an extra, which most sites do without

    async with PagefindIndex(config={"output_path": str(folder), "force_language": lang}) as index:
        for one in records:
            await index.add_custom_record(
                url=one.url or "./",
                content=one.content,
                language=lang,
                meta={"title": one.title, **({"kind": one.facets["kind"][0]} if "kind" in one.facets else {})},
                filters={name: list(values) for name, values in one.facets.items()},
            )
