"""A figures chart as the page draws it: the still drawing, its description, and the data for the lively one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.charts import Mark, Plot, plot_figures
from generator.model import Figure
from generator.pages.address import href, name_part
from generator.pages.citing import Share, origin, quoted, share
from generator.pages.lookup import Lookup, count_words
from generator.pages.stances import StanceView, view_stance
from generator.pages.templates import render_number
from generator.pages.wording import Piece, Wording, view_wording

_ROW, _FOOT = 40, 34


@dataclass(frozen=True, slots=True)
class MarkView:
    """One mark: its row's top in pixels, its ends in per cent of the width, its shape, and its words."""

    label: str
    words: str
    lang: str
    top: int
    left: float
    right: float
    width: float
    bound: str
    filled: bool
    stance: StanceView
    href: str


@dataclass(frozen=True, slots=True)
class PlotView:
    """A chart of one group.

    ``figure`` is Plotly's JSON and ``share`` how it is cited, each ``None`` where only the still drawing is wanted.
    """

    counts: tuple[Piece, ...]
    lang: str
    about: str
    axis: str
    height: int
    marks: tuple[MarkView, ...]
    ticks: tuple[tuple[str, float], ...]
    bounds: tuple[str, ...]
    figure: dict[str, Any] | None
    share: Share | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in a table: its sentence, and what was read from it."""

    wording: Wording
    value: str
    bound: str
    unit: str
    counts: str
    counts_lang: str
    status: str
    as_of: str
    anchor: str
    share: Share


def view_plot(lookup: Lookup, page: str, group: str, *, lively: bool, shared: bool = True) -> PlotView:
    """The chart of a group of figures, seen from a page: lively with a mark each, or still with equal marks as one.

    ``shared`` asks for the way to cite it, which a still one never has.
    """
    plot = plot_figures(lookup.report, group)
    marks = [[mark] for mark in plot.marks] if lively else _equal(plot.marks)
    counts, lang = view_counts(lookup, lookup.group(group))
    return PlotView(
        counts=counts,
        lang=lang,
        about=_describe(plot),
        axis=_axis(plot),
        height=_ROW * len(marks) + _FOOT,
        marks=tuple(_mark(lookup, page, same, row) for row, same in enumerate(marks)),
        ticks=tuple((tick.label, round(100 * tick.at, 2)) for tick in plot.ticks),
        bounds=tuple(dict.fromkeys(mark.bound for mark in plot.marks)),
        figure=lookup.draw(group) if lively else None,
        share=_share_plot(lookup, page, group, counts) if lively and shared else None,
    )


def view_counts(lookup: Lookup, figures: Iterable[Figure]) -> tuple[tuple[Piece, ...], str]:
    """What a group counts, in the longest of its own wordings, and the language of that; empty where none is known.

    A bare noun such as "people" has its verb behind it, quietly: people may be the dead or the missing. Where nothing
    is counted, it is what the figures are said of.
    """
    figures = list(figures)
    known = [(figure.counts, figure.status) for figure in figures if figure.counts]
    known = known or [(figure.about, figure.status) for figure in figures if figure.about]
    if not known:
        return (), "en"
    span, status = min(known, key=lambda pair: (-len(pair[0]), not pair[1], pair[0]))
    words = lookup.event[span]
    verb = (Piece(f" ({status})", "quiet"),) if status and count_words(words) == 1 else ()
    return (Piece(words), *verb), lookup.event.article(span.siglum).lang


def view_figure(lookup: Lookup, page: str, figure: Figure) -> FigureRow:
    """A figure as a row of a table."""
    thing = figure.counts or figure.about
    counts = lookup.event[thing] if thing else ""
    return FigureRow(
        wording=view_wording(lookup, page, figure.span, stance=figure.stance, speaker=figure.speaker_name),
        value=render_value(figure.value, figure.high),
        bound=figure.bound,
        unit=figure.unit,
        counts=counts,
        counts_lang=lookup.event.article(figure.span.siglum).lang,
        status=figure.status or "",
        as_of=_render_days(lookup, figure),
        anchor=name_part(figure.id),
        share=_share_figure(lookup, page, figure),
    )


def _share_plot(lookup: Lookup, page: str, group: str, counts: Iterable[Piece]) -> Share:
    path, anchor = f"{lookup.root}figures/", group_anchor(group)
    title = "".join(piece.text for piece in counts) or "Figures"
    return share(lookup, page, path, anchor, what="Chart", title=title, embed=f"{path}embed/{anchor}/")


def _share_figure(lookup: Lookup, page: str, figure: Figure) -> Share:
    title = f"{quoted(lookup, figure.span)}, {lookup.labels[figure.span.siglum]}"
    note = origin(lookup, figure.span.siglum)
    return share(lookup, page, f"{lookup.root}figures/", name_part(figure.id), what="Figure", title=title, note=note)


def _render_days(lookup: Lookup, figure: Figure) -> str:
    """The days a figure holds for, with the words that say so; "" where none are known."""
    if figure.as_of is None:
        return ""
    days = figure.as_of.isoformat().replace("/", " to ")
    return f"{days}, “{lookup.event[figure.as_of_basis]}”" if figure.as_of_basis else days


def group_anchor(group: str) -> str:
    """Where a group of figures begins on the figures page."""
    return f"counts-{name_part(group)}"


def render_value(low: float, high: float | None) -> str:
    """A value, or both ends of a range."""
    return render_number(low) if high is None else f"{render_number(low)}–{render_number(high)}"


def _equal(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Marks that look the same and stand in the same place, together."""
    found: dict[tuple[float, float | None, str, bool], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.low, mark.high, mark.bound, mark.filled), []).append(mark)
    return list(found.values())


def _names(lookup: Lookup, marks: Iterable[Mark]) -> str:
    """The outlets of some marks, each once; two by name and the others by number."""
    names = list(dict.fromkeys(lookup.labels[mark.siglum] for mark in marks))
    others = len(names) - 2
    return ", ".join(names[:2]) + (f" and {others} more" if others > 0 else "")


def _mark(lookup: Lookup, page: str, marks: list[Mark], row: int) -> MarkView:
    mark = marks[0]
    until = mark.at if mark.until is None else mark.until
    return MarkView(
        label=_names(lookup, marks),
        words=mark.words,
        lang=lookup.event.article(mark.siglum).lang,
        top=_ROW * row,
        left=round(100 * mark.at, 2),
        right=round(100 * until, 2),
        width=round(100 * (until - mark.at), 2),
        bound=mark.bound,
        filled=mark.filled,
        stance=view_stance(mark.stance),
        href=href(page, f"{lookup.root}figures/", name_part(mark.figure)),
    )


def _describe(plot: Plot) -> str:
    """The chart read out, mark by mark."""
    return "; ".join(f"{mark.outlet}: {mark.words} ({mark.bound}, {mark.stance})" for mark in plot.marks)


def _axis(plot: Plot) -> str:
    kind = "Logarithmic axis: each step is ten times the last" if plot.logarithmic else "Linear axis from nought"
    return f"{kind}, in {plot.unit}." if plot.unit else f"{kind}."
