"""Content folders for tests, the command as its user runs it, and what it leaves on disk."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SMALL = {
    "ap": "A bridge fell into the river on Monday.\n\nAt least six people died, the mayor said.",
    "bbc": "A bridge fell into the river on Monday.\n\nEight people died, the mayor said.",
}


def write_article(folder: Path, siglum: str, body: str, **matter: str) -> Path:
    """An article file with the matter it must have, unless given otherwise; a field of empty text is left out."""
    known = {"outlet": siglum.upper(), "title": f"{siglum} tells it", "published": "2030-05-06", **matter}
    lines = [f"{key}: {value}" for key, value in known.items() if value]
    path = folder / "articles" / f"{siglum}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["---", *lines, "---", "", body, ""]), encoding="utf-8")
    return path


def write_event(folder: Path, **bodies: str) -> Path:
    """An event of one article an outlet."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("---\ntitle: A bridge falls\n---\n", encoding="utf-8")
    for siglum, body in bodies.items():
        write_article(folder, siglum, body)
    return folder


def command(*arguments: str | Path) -> list[str]:
    """The command line of ``variorum`` in the Python that runs the tests."""
    return [sys.executable, "-c", "from generator.cli import main; main()", *map(str, arguments)]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
