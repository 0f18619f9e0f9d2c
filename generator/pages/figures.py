"""Every figure, by what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from generator.model import Figure
from generator.pages.address import href
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.plots import FigureRow, PlotView, group_anchor, view_counts, view_figure, view_plot
from generator.pages.wording import Piece


@dataclass(frozen=True, slots=True)
class GroupView:
    """Figures that count one thing; ``plot`` is ``None`` where there is only one."""

    anchor: str
    counts: tuple[Piece, ...]
    lang: str
    values: int
    plot: PlotView | None
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Groups of several figures, those whose values differ first, then figures that stand alone."""

    groups: tuple[GroupView, ...]
    alone: tuple[GroupView, ...]
    data: str


def build_figures(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The one page of figures."""
    path = f"{lookup.root}figures/"
    title, about = f"Figures: {lookup.event.title}", "Every figure reported, by what it counts, with its sentence."
    view, chrome = view_figures(lookup, path), view_chrome(lookup, path)
    yield build_page(templates, "figures", path, title, about, chrome=chrome, view=view, parent=lookup.root)


def view_figures(lookup: Lookup, page: str) -> FiguresView:
    """All groups, seen from a page."""
    groups: dict[str, list[Figure]] = {}
    for figure in lookup.report.figures:
        groups.setdefault(figure.group or figure.id, []).append(figure)
    views = [_group(lookup, page, name, figures) for name, figures in groups.items()]
    shared = sorted((item for item in views if item.plot), key=lambda item: (item.values == 1, -len(item.rows)))
    alone = tuple(item for item in views if not item.plot)
    return FiguresView(tuple(shared), alone, href(page, f"{lookup.root}data/figures.csv"))


def _group(lookup: Lookup, page: str, name: str, figures: list[Figure]) -> GroupView:
    counts, lang = view_counts(lookup, figures)
    return GroupView(
        anchor=group_anchor(name),
        counts=counts,
        lang=lang,
        values=len({(figure.value, figure.high) for figure in figures}),
        plot=view_plot(lookup, page, name, lively=True) if len(figures) > 1 else None,
        rows=tuple(view_figure(lookup, page, figure) for figure in figures),
    )
