"""The article in an HTML page, by trafilatura, and what the page's own metadata states."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

import lxml.html
import regex
import trafilatura
from lxml.etree import ParserError
from trafilatura.settings import Document

from generator.intake.lines import Line, Removed, is_prose, same_words
from generator.intake.metadata import read_metadata

_DECLARATION = regex.compile(r"^\s*<\?xml[^>]*\?>")
_RULE = regex.compile(r"[-| ]+")
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "td", "dd", "dt"})
MOST_CELL_WORDS = 60
"""A cell of more words is no entry of a table, but a column of the page."""
_TEXT_BLOCKS = frozenset({"p", "blockquote"})
_ASIDE = frozenset({"nav", "aside", "footer", "form", "noscript", "script", "style", "template", "button"})
_COMMENTS = regex.compile(
    r"comment|disqus|cookie|consent|newsletter|related|promo|share|social|sidebar|footer", regex.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of the article with their line in the file, 0 where unknown; stated values; sentences left out."""

    lines: tuple[Line, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[Removed, ...] = ()


def read_html(text: str) -> Page:
    """What an HTML page holds; an empty :class:`Page` where it holds no article.

    trafilatura chooses the article's part of the page (Barbaresi 2021). Sentences that it leaves out and that stand
    in no menu, form or list of comments are told of, so that a wrong choice shows.
    """
    plain = unicodedata.normalize("NFC", _DECLARATION.sub("", text))
    try:
        tree = lxml.html.document_fromstring(plain)
    except (ParserError, ValueError):
        return Page()
    found = trafilatura.bare_extraction(
        _plain_layout(tree), include_comments=False, include_tables=True, deduplicate=False, with_metadata=False
    )
    rows = _split_rows(found.text or "") if isinstance(found, Document) else []
    places = dict(_find_places(tree))
    lines = tuple(Line(places.get(same_words(row), 0), row) for row in rows)
    return Page(lines, read_metadata(tree), _find_left_out(tree, lines))


def _split_rows(text: str) -> list[str]:
    """The lines of an extracted text, rows of tables without their outer marks and rules."""
    rows = (row.strip() for row in text.split("\n"))
    plain = (row.strip("| ") if row.startswith("|") and row.endswith("|") else row for row in rows)
    return [row for row in plain if row and not _RULE.fullmatch(row)]


def _plain_layout(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """A copy in which tables that only lay out the page are blocks, and a double line break ends a paragraph."""
    copy = deepcopy(tree)
    for font in list(copy.iter("font", "center")):
        font.drop_tag()
    for table in list(copy.iter("table")):
        if any(len(cell.text_content().split()) > MOST_CELL_WORDS for cell in table.iter("td")):
            for part in [table, *table.iter("tbody", "tr", "td", "th")]:
                part.tag = "div"
    return copy


def _find_places(tree: lxml.html.HtmlElement) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words of each block, and of each text within it, with a line in the file.

    The first of several alike counts, so the last comes first, and texts come before blocks.
    """
    elements = [element for element in reversed(list(tree.iter())) if isinstance(element.tag, str)]
    for element in elements:
        yield same_words(element.tail or ""), element.sourceline or 0
        yield same_words(element.text or ""), element.sourceline or 0
    for element in elements:
        if element.tag in _BLOCKS:
            yield same_words(element.text_content()), element.sourceline or 0


def _find_left_out(tree: lxml.html.HtmlElement, lines: tuple[Line, ...]) -> tuple[Removed, ...]:
    """Captions of the page, and its sentences, that are in none of the lines."""
    words = [same_words(line.text) for line in lines]
    whole, running = set(words), f" {' '.join(word for line in words for word in line)} "
    found = []
    for element in tree.iter("p", "blockquote", "figcaption"):
        text = " ".join(element.text_content().split())
        said = same_words(text)
        if said not in whole and f" {' '.join(said)} " not in running and (kind := _find_kind(element, text)):
            found.append(Removed(element.sourceline or 0, kind, text))
    return tuple(dict.fromkeys(found))


def _find_kind(element: lxml.html.HtmlElement, text: str) -> str:
    """What a block that is left out is listed as; empty where it stands in a part of the page that is no article."""
    around = [element, *element.iterancestors()]
    within = any(part.tag in {"article", "main"} for part in around)
    aside = any(part.tag in _ASIDE or (part.tag == "header" and not within) or _is_named_aside(part) for part in around)
    holds_blocks = any(child.tag in _TEXT_BLOCKS for child in element)
    if aside or holds_blocks or not text:
        return ""
    if element.tag == "figcaption":
        return "caption"
    return "left-out" if is_prose(text) else ""


def _is_named_aside(part: lxml.html.HtmlElement) -> bool:
    names = f"{part.get('class', '')} {part.get('id', '')}"
    return part.tag not in {"body", "html", "main", "article"} and bool(_COMMENTS.search(names))
