"""What a reader's browser fetches before the reader does anything, compressed as servers do."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

from visitor import Visitor, addresses

BARS = {"claim": 150_000, "event": 200_000, "article": 150_000}
"""The most bytes that a page of each kind may take, all assets counted."""

FORMS = {"claim": r"[^/]+/claims/[^/]+/", "event": r"[^/]+/", "article": r"[^/]+/articles/[^/]+/"}


def heaviest(site: Path, kind: str) -> str:
    """The page of a kind whose own HTML is the largest; no notice of something gone, which is small."""
    paths = [path for path in addresses(site) if re.fullmatch(FORMS[kind], path) and path != "method/"]
    return max(paths, key=lambda path: len(gzip.compress((site / path / "index.html").read_bytes())))


def weigh(visitor: Visitor, path: str) -> dict[str, int]:
    """Every file that opening a page fetches, with its bytes under gzip; nothing is scrolled or touched."""
    fetched: list[str] = []
    visitor.page.on("response", lambda response: fetched.append(response.url))
    visitor.open(path)
    visitor.page.wait_for_load_state("networkidle")
    return {url.removeprefix(visitor.base): _bytes(visitor, url) for url in fetched if url.startswith(visitor.base)}


def _bytes(visitor: Visitor, url: str) -> int:
    return len(gzip.compress(visitor.context.request.get(url).body(), 6))


def table(weights: dict[str, int], most: int = 8) -> Iterable[str]:
    """The sum, then the heaviest files, a line each."""
    yield f"{sum(weights.values()):>9,}  in all, {len(weights)} files"
    for url, size in sorted(weights.items(), key=lambda item: -item[1])[:most]:
        yield f"{size:>9,}  {url or '/'}"
