"""What the editor asks for: a saved page, and what is known about it beforehand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FIELDS = ("outlet", "title", "published", "standfirst", "url", "author", "agency", "updated", "lang", "rights")
"""The front-matter fields a request may give, in the order in which they are written."""

Ask = Callable[[str, str], str | None]
"""``ask(field, file)``: what the editor types for a field that was not found; ``None`` or empty text leaves it out."""


@dataclass(frozen=True, slots=True)
class Request:
    """One saved page to add, with the values the editor gives; they win over whatever the page says.

    Empty text means not given. ``published`` and ``updated`` are ISO 8601 text. An empty ``siglum`` is made from
    the outlet, else from the file's stem. ``path``, ``line`` and ``column`` say where the request itself was written
    (a row of a CSV file), so that a fault in it can be pointed at.
    """

    file: Path
    siglum: str = ""
    outlet: str = ""
    title: str = ""
    published: str = ""
    standfirst: str = ""
    url: str = ""
    author: str = ""
    agency: str = ""
    updated: str = ""
    lang: str = ""
    rights: str = ""
    path: str = ""
    line: int = 0
    column: int = 0


def load_requests(csv_path: Path) -> tuple[Request, ...]:
    """The requests of a CSV file with a header row: ``file``, and any of ``siglum`` and :data:`FIELDS`.

    ``file`` is relative to the CSV file. Raises :class:`generator.diagnostics.ContentError` with every fault.
    """
    raise NotImplementedError(csv_path)
