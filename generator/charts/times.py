"""When figures hold: a row a report, a point or a bar on an axis of days."""

from __future__ import annotations

from datetime import date
from math import ceil

from generator.charts.placing import Mark, Plot, Tick, place_mark
from generator.model import Figure, Period, Report

_TICKS = 4


def plot_times(report: Report, group: str) -> Plot | None:
    """The figures of a group on an axis of days, the earliest first; ``None`` where fewer than two periods are told.

    A figure whose days are not told has no mark.
    """
    dated = [(item.as_of, item) for item in report.figures if item.group == group and item.as_of]
    if len({period for period, _ in dated}) < 2:  # noqa: PLR2004  # one period is no time line
        return None
    dated.sort(key=lambda pair: (pair[0].start, pair[0].end, report.event.outlet_of(pair[1].span), pair[1].span))
    first = min(period.start for period, _ in dated).toordinal()
    step = max(1, ceil((max(period.end for period, _ in dated).toordinal() - first) / _TICKS))
    last = first + _TICKS * step
    ticks = tuple(Tick(day, (day - first) / (last - first), _day(day)) for day in range(first, last + 1, step))
    marks = tuple(_mark(report, item, period, first, last) for period, item in dated)
    return Plot(group=group, unit="", logarithmic=False, start=first, stop=last, marks=marks, ticks=ticks, dates=True)


def _mark(report: Report, figure: Figure, period: Period, first: int, last: int) -> Mark:
    start, end = period.start.toordinal(), period.end.toordinal()
    places = ((start - first) / (last - first), (end - first) / (last - first))
    one = start == end
    return place_mark(report, figure, (start, None if one else end), (places[0], None if one else places[1]))


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
