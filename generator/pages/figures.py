"""Every figure, by what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from generator.pages.address import href
from generator.pages.chrome import build_page, view_chrome
from generator.pages.figurerows import FigureRow, view_figure
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.plots import PlotView, group_anchor, view_counts, view_plot
from generator.pages.wording import Piece


@dataclass(frozen=True, slots=True)
class GroupView:
    """Several figures that count one thing."""

    anchor: str
    counts: tuple[Piece, ...]
    lang: str
    values: int
    plot: PlotView
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Groups of several figures, those whose values differ first, then the figures that stand alone."""

    groups: tuple[GroupView, ...]
    alone: tuple[FigureRow, ...]
    data: str


def build_figures(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The one page of figures."""
    path = f"{lookup.root}figures/"
    tongue = lookup.tongue
    title = f"{tongue.gettext('Figures')}: {lookup.event.title}"
    about = tongue.gettext("Every figure reported, by what it counts, with its sentence.")
    view, chrome = view_figures(lookup, path), view_chrome(lookup, path)
    yield build_page(templates, "figures", path, title, about, chrome=chrome, view=view, parent=lookup.root)


def view_figures(lookup: Lookup, page: str) -> FiguresView:
    """All groups, seen from a page."""
    names = dict.fromkeys(figure.group for figure in lookup.report.figures if figure.group)
    views = [_group(lookup, page, name) for name in names if len(lookup.group(name)) > 1]
    ordered = sorted(views, key=lambda item: (item.values == 1, -len(item.rows)))
    alone = (figure for figure in lookup.report.figures if len(lookup.group_of(figure)) == 1)
    rows = tuple(view_figure(lookup, page, figure) for figure in alone)
    return FiguresView(tuple(ordered), rows, href(page, f"{lookup.root}data/figures.csv"))


def _group(lookup: Lookup, page: str, name: str) -> GroupView:
    figures = lookup.group(name)
    counts, lang = view_counts(lookup, figures)
    return GroupView(
        anchor=group_anchor(name),
        counts=counts,
        lang=lang,
        values=len({(figure.value, figure.high) for figure in figures}),
        plot=view_plot(lookup, page, name, lively=True),
        rows=tuple(view_figure(lookup, page, figure) for figure in figures),
    )
