"""The tables of a claim's page: every wording in a row, words beside words, and any of them as the base text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Claim, Column, Span, Variants
from generator.pages.address import name_part
from generator.pages.lookup import Lookup, count_words
from generator.pages.wording import Wording, view_wording

LEAST_OUTLETS = 3
"""Outlets from which a table says more than the pair of them does."""

_LONG = 24  # letters from which a cell is broken into lines
_STEPS = 4  # shades of a base text
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

CellKind = Literal["same", "style", "differs", "gap", "outside"]


@dataclass(frozen=True, slots=True)
class Cell:
    """An outlet's words in one column. ``reading`` is a letter that equal words share; ``span`` is rows below it."""

    kind: CellKind
    text: str
    reading: str = ""
    moved: bool = False
    long: bool = False
    span: int = 1
    words: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One wording in its cells; a cell that a row above spans is left out."""

    label: str
    href: str
    lang: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """A stretch of a base text: how many other outlets differ there of those that have the place, in 0 to 4 steps."""

    text: str
    count: int
    others: int
    step: int
    style: bool = False


@dataclass(frozen=True, slots=True)
class Base:
    """A wording shaded by how many outlets vary where; ``id`` is its address on the page.

    ``first`` is the one to begin with, the fullest.
    """

    id: str
    label: str
    lang: str
    href: str
    shades: tuple[Shade, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """One table of a claim's wordings, or the texts that stand in none."""

    rows: tuple[Row, ...]
    bases: tuple[Base, ...]
    moved: bool


@dataclass(frozen=True, slots=True)
class VariantsView:
    """The tables with enough outlets, and the wordings too far from those."""

    tables: tuple[TableView, ...]
    apart: tuple[Wording, ...]


def view_variants(
    lookup: Lookup, claim: Claim, page: str, *, least_outlets: int = LEAST_OUTLETS
) -> VariantsView | None:
    """The tables of a claim; ``None`` where no table has so many outlets that it says more than pairs do."""
    own = [table for table in lookup.report.variants if table.claim == claim.id]
    chosen = [
        table for table in own if len({lookup.event.outlet_of(span) for span in table.witnesses}) >= least_outlets
    ]
    if not chosen:
        return None
    rest = [span for table in own if table not in chosen for span in table.witnesses]
    return VariantsView(
        tables=tuple(_table(lookup, page, table) for table in chosen),
        apart=tuple(view_wording(lookup, page, span) for span in sorted(rest, key=lambda span: _rank(lookup, span))),
    )


def _rank(lookup: Lookup, span: Span) -> tuple[int, Span]:
    """By publication, as everywhere on the page, then by place."""
    return (next(n for n, article in enumerate(lookup.articles) if article.siglum == span.siglum), span)


def _table(lookup: Lookup, page: str, table: Variants) -> TableView:
    order = sorted(range(len(table.witnesses)), key=lambda row: _rank(lookup, table.witnesses[row]))
    names = _names(lookup, (table.witnesses[row] for row in order))
    rows = []
    for place, row in enumerate(order):
        shown = view_wording(lookup, page, table.witnesses[row])
        columns = [column for column in table.columns if not (place and _whole(column))]
        cells = tuple(_cell(lookup, table, column, row) for column in columns)
        rows.append(Row(names[table.witnesses[row]][0], shown.href, shown.lang, cells))
    fullest = max(order, key=lambda row: count_words(lookup.event[table.witnesses[row]]))
    bases = tuple(_base(lookup, page, table, row, names[table.witnesses[row]], first=row == fullest) for row in order)
    return TableView(tuple(rows), bases, moved=bool(table.moves))


def _names(lookup: Lookup, spans: Iterable[Span]) -> dict[Span, tuple[str, str]]:
    """A label and an address for each wording; a second one of an article is numbered."""
    seen: Counter[str] = Counter()
    names = {}
    for span in spans:
        seen[span.siglum] += 1
        number = seen[span.siglum]
        label = lookup.labels[span.siglum] + (
            f", {lookup.tongue.gettext('place %(number)s', number=number)}" if number > 1 else ""
        )
        names[span] = (label, f"base-{name_part(span.siglum)}" + (f".{number}" if number > 1 else ""))
    return names


def _whole(column: Column) -> bool:
    """Whether every row has the same words, written in the same way, so that one cell says it for all."""
    return column.layer is None and None not in column.readings


def _cell(lookup: Lookup, table: Variants, column: Column, row: int) -> Cell:
    span, reading = column.cells[row], column.readings[row]
    text = lookup.event[span].strip()
    if reading is None:
        return Cell("outside", "")
    if column.layer is None:
        return Cell("same", text, span=len(column.cells) if _whole(column) else 1, words=count_words(text))
    if column.layer == "style":
        return Cell("style", text, reading=_letter(_forms(lookup, column)[text]))
    moved = any(place.overlaps(span) for move in table.moves for place in move)
    return Cell("differs" if text else "gap", text, reading=_letter(reading), moved=moved, long=len(text) > _LONG)


def _forms(lookup: Lookup, column: Column) -> dict[str, int]:
    """The forms of a column's words, each with a number, the most frequent first."""
    texts = Counter(
        lookup.event[cell].strip()
        for cell, reading in zip(column.cells, column.readings, strict=True)
        if reading is not None
    )
    return {text: n for n, text in enumerate(sorted(texts, key=lambda text: (-texts[text], text)))}


def _letter(number: int) -> str:
    """The letters from a to z, then aa, ab and so on."""
    return (_letter(number // len(_LETTERS) - 1) if number >= len(_LETTERS) else "") + _LETTERS[number % len(_LETTERS)]


def _base(lookup: Lookup, page: str, table: Variants, row: int, name: tuple[str, str], *, first: bool) -> Base:
    witness = table.witnesses[row]
    shown = view_wording(lookup, page, witness)
    return Base(name[1], name[0], shown.lang, shown.href, tuple(_shades(lookup, table, row)), first)


def _shades(lookup: Lookup, table: Variants, row: int) -> Iterator[Shade]:
    """The base text column by column; where it is over or has not begun, nothing varies from it."""
    own = lookup.event.outlet_of(table.witnesses[row])
    for column in table.columns:
        reading = column.readings[row]
        if reading is None:
            continue
        alike, there = set(), set()
        for cell, other in zip(column.cells, column.readings, strict=True):
            if other is not None and lookup.event.outlet_of(cell) != own:
                there.add(lookup.event.outlet_of(cell))
                alike |= {lookup.event.outlet_of(cell)} if other == reading else set()
        count = len(there - alike)
        text = lookup.event[column.cells[row]]
        if text or count:
            step = -(-_STEPS * count // len(there)) if there else 0
            yield Shade(text, count, len(there), step, style=column.layer == "style")
