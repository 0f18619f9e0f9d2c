"""A figures chart as the page draws it: the still drawing, its description, and the data for the lively one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.charts import Mark, Plot, draw_plot, plot_figures, plot_times
from generator.model import Figure
from generator.pages.address import href, name_part
from generator.pages.axes import chart_names, name_tick
from generator.pages.citing import Share, share
from generator.pages.lookup import Lookup, count_words
from generator.pages.stances import StanceView, view_stance
from generator.pages.tongue import Tongue, msgid
from generator.pages.wording import Piece

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
    status: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a chart shows, exactly: how many reports by how many outlets, the least and the greatest, with who has it.

    ``statuses`` are the different things that the reports say of what they count; empty where they say one.
    """

    reports: int
    outlets: int
    values: int
    least: MarkView
    greatest: MarkView
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlotView:
    """A chart of one group; ``times`` is one of the days that its figures hold for, where several are told.

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
    summary: Summary | None = None
    times: PlotView | None = None


def view_plot(lookup: Lookup, page: str, group: str, *, lively: bool, shared: bool = True) -> PlotView:
    """The chart of a group of figures, seen from a page: lively with a mark each, or still with equal marks as one.

    ``shared`` asks for the way to cite it, which a still one never has.
    """
    plot = plot_figures(lookup.report, group)
    marks = [[mark] for mark in plot.marks] if lively else _equal(plot.marks)
    counts, lang = view_counts(lookup, lookup.group(group))
    dated = plot_times(lookup.report, group) if lively else None
    return replace(
        _view(lookup, page, plot, marks, _axis(plot, lookup.tongue)),
        counts=counts,
        lang=lang,
        figure=lookup.draw(group) if lively else None,
        share=_share_plot(lookup, page, group, counts) if lively and shared else None,
        summary=_summary(lookup, page, plot) if plot.marks else None,
        times=_view_times(lookup, page, dated) if dated else None,
    )


def _view(lookup: Lookup, page: str, plot: Plot, marks: list[list[Mark]], axis: str) -> PlotView:
    return PlotView(
        counts=(),
        lang=lookup.event.lang,
        about=_describe(plot, lookup.tongue),
        axis=axis,
        height=_ROW * len(marks) + _FOOT,
        marks=tuple(_mark(lookup, page, same, row, told=plot.mixed) for row, same in enumerate(marks)),
        ticks=tuple((name_tick(tick, lookup.tongue, dates=plot.dates), round(100 * tick.at, 2)) for tick in plot.ticks),
        bounds=tuple(dict.fromkeys(mark.bound for mark in plot.marks)),
        figure=None,
        share=None,
    )


def _view_times(lookup: Lookup, page: str, plot: Plot) -> PlotView:
    view = _view(
        lookup,
        page,
        plot,
        [[mark] for mark in plot.marks],
        lookup.tongue.gettext("By the days that the article says it holds for."),
    )
    return replace(view, figure=draw_plot(plot, chart_names(lookup.tongue)))


def _summary(lookup: Lookup, page: str, plot: Plot) -> Summary:
    least = min(plot.marks, key=lambda mark: mark.low)
    greatest = max(plot.marks, key=lambda mark: mark.high or mark.low)
    return Summary(
        reports=len(plot.marks),
        outlets=len({mark.outlet for mark in plot.marks}),
        values=len({(mark.low, mark.high) for mark in plot.marks}),
        least=_mark(lookup, page, [mark for mark in plot.marks if _same(mark, least)], 0, told=False),
        greatest=_mark(lookup, page, [mark for mark in plot.marks if _same(mark, greatest)], 0, told=False),
        statuses=tuple(dict.fromkeys(mark.status for mark in plot.marks if mark.status)) if plot.mixed else (),
    )


def _same(mark: Mark, other: Mark) -> bool:
    return (mark.low, mark.high, mark.words) == (other.low, other.high, other.words)


def view_counts(lookup: Lookup, figures: Iterable[Figure]) -> tuple[tuple[Piece, ...], str]:
    """What a group counts, in the longest of its own wordings, and the language of that; empty where none is known.

    A wording in the event's language goes before others. A bare noun such as "people" has its verb behind it, quietly:
    people may be the dead or the missing. Where nothing is counted, it is what the figures are said of.
    """
    figures = list(figures)
    known = [(figure.counts, figure.status) for figure in figures if figure.counts]
    known = known or [(figure.about, figure.status) for figure in figures if figure.about]
    if not known:
        return (), "en"
    own = [pair for pair in known if lookup.event.article(pair[0].siglum).lang[:2] == lookup.event.lang[:2]]
    span, status = min(own or known, key=lambda pair: (-len(pair[0]), not pair[1], pair[0]))
    words = lookup.event[span]
    verb = (Piece(f" ({status})", "quiet"),) if status and count_words(words) == 1 else ()
    return (Piece(words), *verb), lookup.event.article(span.siglum).lang


def group_anchor(group: str) -> str:
    """Where a group of figures begins on the figures page."""
    return f"counts-{name_part(group)}"


def _equal(marks: Iterable[Mark]) -> list[list[Mark]]:
    """Marks that look the same and stand in the same place, together."""
    found: dict[tuple[object, ...], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.low, mark.high, mark.bound, mark.filled, mark.status), []).append(mark)
    return list(found.values())


def _names(lookup: Lookup, marks: Iterable[Mark]) -> str:
    """The outlets of some marks, each once; two by name and the others by number."""
    names = list(dict.fromkeys(lookup.labels[mark.siglum] for mark in marks))
    others = len(names) - 2
    more = lookup.tongue.ngettext("and %(count)s more", "and %(count)s more", others) if others > 0 else ""
    return ", ".join(names[:2]) + (f" {more}" if more else "")


def _mark(lookup: Lookup, page: str, marks: list[Mark], row: int, *, told: bool) -> MarkView:
    """A row of a chart; ``told`` names what is said of the thing counted, and by whom."""
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
        status=mark.status if told else "",
        speaker=mark.speaker if told and len(marks) == 1 else "",
    )


def _describe(plot: Plot, tongue: Tongue) -> str:
    """The chart read out, mark by mark."""
    said = [
        filter(None, (tongue.term(mark.bound, "bound"), tongue.term(mark.stance, "stance"), plot.mixed and mark.status))
        for mark in plot.marks
    ]
    return "; ".join(
        f"{mark.outlet}: {mark.words} ({', '.join(map(str, told))})"
        for mark, told in zip(plot.marks, said, strict=True)
    )


def _axis(plot: Plot, tongue: Tongue) -> str:
    if plot.logarithmic and plot.unit:
        return tongue.gettext("Logarithmic axis: each step is ten times the last, in %(unit)s.", unit=plot.unit)
    if plot.logarithmic:
        return tongue.gettext("Logarithmic axis: each step is ten times the last.")
    if plot.unit:
        return tongue.gettext("Linear axis from nought, in %(unit)s.", unit=plot.unit)
    return tongue.gettext("Linear axis from nought.")


def _share_plot(lookup: Lookup, page: str, group: str, counts: Iterable[Piece]) -> Share:
    path, anchor = f"{lookup.root}figures/", group_anchor(group)
    title = "".join(piece.text for piece in counts) or lookup.tongue.gettext("Figures")
    return share(lookup, page, path, anchor, what=msgid("Chart"), title=title, embed=f"{path}embed/{anchor}/")
