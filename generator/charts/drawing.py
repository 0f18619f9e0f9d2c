"""Charts as the chart library wants them: JSON without colours, which the page has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import log10
from typing import Any

import plotly.graph_objects as go

from generator.charts.placing import Mark, Plot, Tick, plot_figures
from generator.model import Bound, Report, Stance

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
_LONGEST = 32  # letters of what stands below an outlet's name


@dataclass(frozen=True, slots=True)
class Names:
    """What a chart prints besides the outlets' own words: a tick, on an axis of days or not, a bound, a stance."""

    tick: Callable[[Tick, bool], str] = lambda tick, _dates: tick.label
    bound: Callable[[Bound], str] = str
    stance: Callable[[Stance], str] = str


PLAIN = Names()
"""The codes themselves."""


def draw_figures(report: Report, group: str, *, widest: float = 100.0, names: Names = PLAIN) -> dict[str, Any]:
    """The same plot as a Plotly figure's JSON: ``data`` and ``layout``, without colours, which the page has.

    Every trace has one mark: filled where the outlet reports it as fact, open where it is another's word; the shape
    tells the bound, a line a range.
    """
    return draw_plot(plot_figures(report, group, widest=widest), names)


def draw_plot(plot: Plot, names: Names = PLAIN) -> dict[str, Any]:
    """A plot that is placed, as a Plotly figure's JSON."""
    traces = [_trace(plot, mark, row, names).to_plotly_json() for row, mark in enumerate(plot.marks)]
    return {"data": traces, "layout": _layout(plot, names).to_plotly_json()}


def _trace(plot: Plot, mark: Mark, row: int, names: Names) -> go.Scatter:
    ends = [_value(plot, end) for end in (mark.low, mark.high) if end is not None]
    texts = [*[""] * (len(ends) - 1), f"\u00a0{_plain(mark.words)}\u00a0"]  # room beside the mark
    left = (mark.until or mark.at) > _RIGHT
    symbol = _SYMBOLS[mark.bound] + ("" if mark.filled or mark.bound == "range" else "-open")
    return go.Scatter(
        x=ends,
        y=[row] * len(ends),
        mode="markers+text" if mark.high is None else "lines+markers+text",
        text=texts[::-1] if left else texts,
        textposition="middle left" if left else "middle right",
        marker={"symbol": symbol, "size": 12, "line": {"width": 2}},
        line={"dash": "solid" if mark.filled else "dot", "width": 3},
        hovertext=_hover(mark, names),
        hoverinfo="text",
        customdata=[mark.figure] * len(ends),
        showlegend=False,
    )


def _layout(plot: Plot, names: Names) -> go.Layout:
    """Given without a template, and not through ``go.Figure``, which adds the 6 KB of the default one."""
    ends = (plot.start, plot.stop)
    span = [log10(end) for end in ends] if plot.logarithmic else [_value(plot, end) for end in ends]
    rows = range(len(plot.marks))
    return go.Layout(
        xaxis={
            "type": "date" if plot.dates else "log" if plot.logarithmic else "linear",
            "range": span,
            "tickvals": [_value(plot, tick.value) for tick in plot.ticks],
            "ticktext": [names.tick(tick, plot.dates) for tick in plot.ticks],
        },
        yaxis={
            "tickvals": list(rows),
            "ticktext": [_head(plot, mark) for mark in plot.marks],
            "range": [len(plot.marks) - 0.5, -0.5],
        },
    )


def _value(plot: Plot, value: float) -> float | str:
    return date.fromordinal(round(value)).isoformat() if plot.dates else value


def _head(plot: Plot, mark: Mark) -> str:
    """The outlet, and below it what it says of what it counts, where that is not the same in all."""
    under = _shorten(mark.status) if plot.mixed else ""
    return _plain(mark.outlet) + (f"<br><i>{_plain(under)}</i>" if under else "")


def _hover(mark: Mark, names: Names) -> str:
    told = [names.bound(mark.bound), names.stance(mark.stance), *filter(None, (mark.status, mark.speaker))]
    return _plain(f"{mark.outlet}: {mark.words} ({', '.join(told)})")


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _plain(text: str) -> str:
    """Plotly reads a few tags and entities in its texts; an article's words have none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
