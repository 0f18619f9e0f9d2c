"""How a thing on a page is linked to, cited and embedded: its address, three forms of citation, a line of HTML.

Citations are made of the data alone: the site's name and address, the event, the day of the last publication. The forms
are plain text, BibTeX, and CSL-JSON (citationstyles.org, schema 1.0), which reference managers read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urljoin

from generator.model import Span
from generator.pages.address import href, name_part
from generator.pages.lookup import Lookup
from generator.pages.wording import first_words

_WORDS = 14
_TALL = 420  # pixels: a claim's statement and three outlets, before it scrolls
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """How to point at a thing: ``href`` is relative, ``address`` whole where the site's own is known.

    Where it is not, a script may put the whole one in the place of ``address`` in each text. ``embed`` is the line of
    HTML that shows the thing on another page, "" where there is none.
    """

    what: str
    href: str
    address: str
    text: str
    bibtex: str
    csl: str
    embed: str = ""


@dataclass(frozen=True, slots=True)
class _Cited:
    name: str
    what: str
    title: str
    note: str
    address: str


def share(
    lookup: Lookup, page: str, path: str, fragment: str, *, what: str, title: str, note: str = "", embed: str = ""
) -> Share:
    """A thing at a place: ``what`` kind it is, in English, its ``title``, its words' origin, and the page to embed."""
    name = f"{name_part(lookup.event.name)}-{fragment or path.rstrip('/').split('/')[-1]}"
    what = lookup.tongue.gettext(what)
    cited = _Cited(name, what, title, note, locate(lookup, path, fragment))
    return Share(
        what=what,
        href=href(page, path, fragment),
        address=cited.address,
        text=_render_text(lookup, cited),
        bibtex=_render_bibtex(lookup, cited),
        csl=_render_csl(lookup, cited),
        embed=_render_frame(locate(lookup, *_parts(embed)), title) if embed else "",
    )


def locate(lookup: Lookup, path: str, fragment: str = "") -> str:
    """The whole address of a place where the site's own is known, else that from the site's root."""
    return urljoin(lookup.imprint.url, href("", path, fragment))


def quoted(lookup: Lookup, span: Span) -> str:
    """The first words at a span, in quotation marks."""
    words = "".join(piece.text for piece in first_words(lookup.event[span], _WORDS))
    return f"“{' '.join(words.split())}”"


def origin(lookup: Lookup, siglum: str) -> str:
    """An article as a note names it: outlet, headline, day and address as far as they are known."""
    article = lookup.event.article(siglum)
    day = article.published.isoformat()[:10] if article.published else ""
    title = f"“{' '.join(article.title.split())}”" if article.title else ""
    return ", ".join(part for part in (article.outlet, title, day, article.url or "") if part)


def _parts(address: str) -> tuple[str, str]:
    path, _, fragment = address.partition("#")
    return path, fragment


def _render_text(lookup: Lookup, cited: _Cited) -> str:
    day = f", {lookup.day}" if lookup.day else ""
    said = f" ({cited.note})" if cited.note else ""
    return f"{cited.title}{said}. {_within(lookup, cited)}. {lookup.imprint.name}{day}. {cited.address}"


def _within(lookup: Lookup, cited: _Cited) -> str:
    return lookup.tongue.gettext("%(what)s in: %(event)s", what=cited.what, event=lookup.event.title)


def _render_bibtex(lookup: Lookup, cited: _Cited) -> str:
    """An entry of type ``misc``, which every style knows; an address is kept as it is."""
    fields = {
        "title": f"{{{_latex(cited.title)}}}",
        "howpublished": _latex(_within(lookup, cited)),
        "publisher": _latex(lookup.imprint.name),
        **_day_fields(lookup.day),
        "note": _latex(cited.note),
        "url": cited.address,
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    return f"@misc{{{re.sub(r'[^A-Za-z0-9.:-]', '-', cited.name)},\n" + ",\n".join(lines) + "\n}"


def _day_fields(day: str) -> dict[str, str]:
    return {"year": day[:4], "month": str(int(day[5:7])), "date": day} if day else {}


def _render_csl(lookup: Lookup, cited: _Cited) -> str:
    item: dict[str, Any] = {
        "id": cited.name,
        "type": "webpage",
        "title": cited.title,
        "genre": cited.what,
        "container-title": lookup.event.title,
        "publisher": lookup.imprint.name,
        "URL": cited.address,
    }
    if lookup.day:
        item["issued"] = {"date-parts": [[int(part) for part in lookup.day.split("-")]]}
    if cited.note:
        item["note"] = cited.note
    return json.dumps([item], ensure_ascii=False, indent=1)


def _render_frame(address: str, title: str) -> str:
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{_TALL}" loading="lazy" '
        'style="border:1px solid #b9b2a3"></iframe>'
    )


def _latex(text: str) -> str:
    """Signs that LaTeX reads as its own, written so that it prints them; braces always close."""
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))
