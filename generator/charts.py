"""Charts of figures: where each mark stands, once, for the static drawing and for the interactive one alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Any

import plotly.graph_objects as go

from generator.model import Bound, Figure, Report, Stance

_OWN_WORD: frozenset[Stance] = frozenset({"own voice", "confirms", "acknowledges"})
_SYMBOLS: dict[Bound, str] = {
    "exact": "circle",
    "about": "diamond",
    "at least": "triangle-right",
    "at most": "triangle-left",
    "range": "line-ns",
    "up": "triangle-up",
    "down": "triangle-down",
}


_RIGHT = 0.75  # beyond three quarters of the axis, words stand to the left of their mark


@dataclass(frozen=True, slots=True)
class Mark:
    """One report of a figure: a point, or a line from ``low`` to ``high``.

    ``filled`` says that the outlet reports it as fact, in its own voice or as confirmed; ``at`` and ``until`` are the
    places of ``low`` and ``high`` on the axis, 0 to 1.
    """

    figure: str
    siglum: str
    outlet: str
    words: str
    low: float
    high: float | None
    bound: Bound
    stance: Stance
    filled: bool
    at: float
    until: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis; ``at`` is 0 to 1."""

    value: float
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A dot-and-range plot: its marks in order, and its axis with the ticks."""

    group: str
    unit: str
    logarithmic: bool
    start: float
    stop: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]


def plot_figures(report: Report, group: str, *, widest: float = 100.0) -> Plot:
    """Place the figures of one group on one axis, in order of value, then outlet; those in its commonest unit.

    The axis is linear and begins at nought, unless the largest value is more than ``widest`` times the smallest and
    both are above nought; then it is logarithmic, from one power of ten to another.
    """
    figures = _of_one_unit(figure for figure in report.figures if figure.group == group)
    values = [value for figure in figures for value in (figure.value, figure.high) if value is not None]
    logarithmic = bool(values) and min(values) > 0 and max(values) > widest * min(values)
    start, stop = _powers(values) if logarithmic else _round_ends(values)
    scale = _Scale(start, stop, logarithmic)
    marks = tuple(_mark(report, figure, scale) for figure in _ordered(report, figures))
    ticks = tuple(Tick(value, scale.place(value), _short(value)) for value in scale.ticks())
    unit = figures[0].unit if figures else ""
    return Plot(group, unit, logarithmic, start, stop, marks, ticks)


def _of_one_unit(figures: Iterable[Figure]) -> list[Figure]:
    """Those in the unit that most have: an amount given in two currencies has one axis."""
    figures = list(figures)
    units = Counter(figure.unit for figure in figures)
    most = max(sorted(units), key=lambda unit: units[unit], default="")
    return [figure for figure in figures if figure.unit == most]


def draw_figures(report: Report, group: str, *, widest: float = 100.0) -> dict[str, Any]:
    """The same plot as a Plotly figure's JSON: ``data`` and ``layout``, without colours, which the page has.

    Every trace has one mark: filled where the outlet reports it as fact, open where it is another's word; the shape
    tells the bound, a line a range.
    """
    plot = plot_figures(report, group, widest=widest)
    traces = [_trace(mark, row).to_plotly_json() for row, mark in enumerate(plot.marks)]
    return {"data": traces, "layout": _layout(plot).to_plotly_json()}


@dataclass(frozen=True, slots=True)
class _Scale:
    start: float
    stop: float
    logarithmic: bool

    def place(self, value: float) -> float:
        if self.logarithmic:
            return (log10(value) - log10(self.start)) / (log10(self.stop) - log10(self.start))
        return (value - self.start) / (self.stop - self.start)

    def ticks(self) -> tuple[float, ...]:
        if self.logarithmic:
            first, last = round(log10(self.start)), round(log10(self.stop))
            return tuple(10.0**power for power in range(first, last + 1, max(1, ceil((last - first) / 5))))
        step = _step(self.stop - self.start)
        return tuple(self.start + step * count for count in range(round((self.stop - self.start) / step) + 1))


def _powers(values: Iterable[float]) -> tuple[float, float]:
    values = list(values)
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def _round_ends(values: Iterable[float]) -> tuple[float, float]:
    """From nought, or the least value below it, to the next tick past the greatest."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        return 0.0, 1.0
    step = _step((high - low) * 1.05)
    return floor(low / step) * step, ceil(high * 1.02 / step) * step


def _step(spread: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that cuts the spread into at most five."""
    power = 10.0 ** floor(log10(spread / 5))
    return next(factor * power for factor in (1, 2, 5, 10) if spread / (factor * power) <= 5 + 1e-9)


def _short(value: float) -> str:
    """Thousands parted by commas; from a million on, a letter stands for them."""
    sizes = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"), (1.0, ""))
    size, letters = next((pair for pair in sizes if abs(value) >= pair[0]), (1.0, ""))
    return f"{value / size:,.6g}{letters}" if size > 1 else f"{value:,.10g}"


def _ordered(report: Report, figures: Iterable[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda item: (item.value, item.high or 0, report.event.outlet_of(item.span), item.span))


def _mark(report: Report, figure: Figure, scale: _Scale) -> Mark:
    return Mark(
        figure=figure.id,
        siglum=figure.span.siglum,
        outlet=report.event.outlet_of(figure.span),
        words=report.event[figure.span],
        low=figure.value,
        high=figure.high,
        bound=figure.bound,
        stance=figure.stance,
        filled=figure.stance in _OWN_WORD,
        at=scale.place(figure.value),
        until=None if figure.high is None else scale.place(figure.high),
    )


def _trace(mark: Mark, row: int) -> go.Scatter:
    ends = [mark.low] if mark.high is None else [mark.low, mark.high]
    symbol = _SYMBOLS[mark.bound] + ("" if mark.filled or mark.bound == "range" else "-open")
    return go.Scatter(
        x=ends,
        y=[row] * len(ends),
        mode="markers+text" if mark.high is None else "lines+markers+text",
        text=[*[""] * (len(ends) - 1), f"\u00a0{_plain(mark.words)}\u00a0"],  # room beside the mark
        textposition="middle left" if (mark.until or mark.at) > _RIGHT else "middle right",
        marker={"symbol": symbol, "size": 12, "line": {"width": 2}},
        line={"dash": "solid" if mark.filled else "dot", "width": 3},
        hovertext=f"{_plain(mark.outlet)}: {_plain(mark.words)} ({mark.bound}, {mark.stance})",
        hoverinfo="text",
        customdata=[mark.figure] * len(ends),
        showlegend=False,
    )


def _layout(plot: Plot) -> go.Layout:
    """Given without a template, and not through ``go.Figure``, which adds the 6 KB of the default one."""
    span = [log10(plot.start), log10(plot.stop)] if plot.logarithmic else [plot.start, plot.stop]
    rows = range(len(plot.marks))
    return go.Layout(
        xaxis={
            "type": "log" if plot.logarithmic else "linear",
            "range": span,
            "tickvals": [tick.value for tick in plot.ticks],
            "ticktext": [tick.label for tick in plot.ticks],
        },
        yaxis={
            "tickvals": list(rows),
            "ticktext": [_plain(mark.outlet) for mark in plot.marks],
            "range": [len(plot.marks) - 0.5, -0.5],
        },
    )


def _plain(text: str) -> str:
    """Plotly reads a few tags and entities in its texts; an article's words have none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
