"""The words and numbers in a chart, in the language of the site."""

from __future__ import annotations

from babel.numbers import format_compact_decimal

from generator.charts import Names, Tick
from generator.pages.tongue import Tongue

_LARGE = 1_000_000


def name_tick(tick: Tick, tongue: Tongue, *, dates: bool) -> str:
    """A tick's label: days as they are everywhere, thousands parted, millions in short."""
    if dates or tongue.lang == "en":
        return tick.label
    if abs(tick.value) < _LARGE:
        return tongue.number(tick.value)
    return format_compact_decimal(tick.value, locale=tongue.lang, fraction_digits=3)


def chart_names(tongue: Tongue) -> Names:
    """What the chart library prints besides the outlets' own words."""
    return Names(
        tick=lambda tick, dates: name_tick(tick, tongue, dates=dates),
        bound=lambda bound: tongue.term(bound, "bound"),
        stance=lambda stance: tongue.term(stance, "stance"),
    )
