"""Where each mark of a chart stands, once, for the static drawing and for the interactive one alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from generator.model import Bound, Figure, Report, Stance

_OWN_WORD: frozenset[Stance] = frozenset({"own voice", "confirms", "acknowledges"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One report of a figure: a point, or a line from ``low`` to ``high``.

    ``filled`` says that the outlet reports it as fact, in its own voice or as confirmed; ``at`` and ``until`` are the
    places of ``low`` and ``high`` on the axis, 0 to 1. ``status`` is what the verb says of what is counted, and
    ``speaker`` whom the outlet credits; "" where neither is known.
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
    status: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis; ``at`` is 0 to 1."""

    value: float
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A dot-and-range plot: its marks in order, and its axis with the ticks.

    On an axis of ``dates`` values are days, counted as Python does (``date.toordinal``).
    """

    group: str
    unit: str
    logarithmic: bool
    start: float
    stop: float
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    dates: bool = False

    @property
    def mixed(self) -> bool:
        """Whether the reports say different things of what they count: sent, being readied, planned."""
        return len({mark.status for mark in self.marks}) > 1


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
    until = None if figure.high is None else scale.place(figure.high)
    return place_mark(report, figure, (figure.value, figure.high), (scale.place(figure.value), until))


def place_mark(
    report: Report, figure: Figure, ends: tuple[float, float | None], places: tuple[float, float | None]
) -> Mark:
    """A figure as a mark at these places of an axis, 0 to 1, which stand for these values."""
    return Mark(
        figure=figure.id,
        siglum=figure.span.siglum,
        outlet=report.event.outlet_of(figure.span),
        words=report.event[figure.span],
        low=ends[0],
        high=ends[1],
        bound=figure.bound,
        stance=figure.stance,
        filled=figure.stance in _OWN_WORD,
        at=places[0],
        until=places[1],
        status=figure.status or "",
        speaker=figure.speaker_name or "",
    )
