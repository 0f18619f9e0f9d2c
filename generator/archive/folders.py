"""An archive's events as event folders, ready to build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.archive.rows import Row
from generator.content.body import settle_body
from generator.intake.requests import FIELDS
from generator.intake.writing import render_file, render_yaml
from generator.words import slugify

_OPENING = 80
"""Code points of a text that stand in for a headline."""

SETTINGS = """site_name: Events of an archive
site_description: What several outlets wrote about one event, side by side.
docs_dir: content
theme:
  name: material
plugins:
  - search
  - variorum
"""
"""A ``mkdocs.yml`` to begin with."""


def name_index(event: str) -> str:
    """Where an event's own file is, below the folder written into."""
    return f"content/{event}/index.md"


def name_article(event: str, siglum: str) -> str:
    """Where an article's file is, below the folder written into."""
    return f"content/{event}/articles/{siglum}.md"


def read_siglum(name: str) -> str:
    """The siglum of an article's file."""
    return name.rpartition("/")[2].removesuffix(".md")


def choose_sigla(members: Sequence[tuple[str, str]], known: Mapping[str, str]) -> dict[str, str]:
    """A siglum for each of an event's articles, (id, outlet) in order: the one it has, else one from its outlet.

    Several articles of one outlet are numbered from 2 on. An article that comes later takes none that another has.
    """
    sigla = {name: known[name] for name, _ in members if name in known}
    taken = set(known.values())
    tried: Counter[str] = Counter()  # an outlet may have thousands: none looks through the numbers of all before
    for name, outlet in members:
        if name not in sigla:
            stem = slugify(outlet) or "article"
            number = tried[stem] + 1
            while (siglum := stem if number == 1 else f"{stem}-{number}") in taken:
                number += 1
            tried[stem] = number
            sigla[name] = siglum
            taken.add(siglum)
    return sigla


def render_event(event: str, rows: Sequence[Row], sigla: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The files of an event as (name, text, id of the article in it), from its dated articles, earliest first."""
    if rows:
        yield name_index(event), _render_index(rows), ""
    for row in rows:
        siglum = sigla[str(row["id"])]
        yield name_article(event, siglum), _render_article(row), str(row["id"])


def _render_index(rows: Sequence[Row]) -> str:
    """The earliest article's headline for a title, else its first words, until the editor writes a better one."""
    first = rows[0]
    matter = {"title": str(first["title"] or _open(str(first["text"])))}
    langs = {row["lang"] for row in rows}
    if len(langs) == 1 and (lang := langs.pop()):
        matter["lang"] = str(lang)
    text = render_yaml(matter)
    return f"---\n{text}---\n"


def _open(text: str) -> str:
    """The first words of a text, cut at a word."""
    words = " ".join(text[: _OPENING * 4].split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0] or words[:_OPENING]} …"


def _render_article(row: Row) -> str:
    values = {field: _show(row.get(field)) for field in FIELDS if row.get(field)}
    body = settle_body(str(row["text"])).split("\n\n")
    return render_file(values, body)


def _show(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
