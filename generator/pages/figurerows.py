"""Figures as rows of a table: each in its sentence, with what was read from it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Figure
from generator.pages.address import name_part
from generator.pages.citing import Share, origin, quoted, share
from generator.pages.lookup import Lookup
from generator.pages.tongue import Tongue, msgid
from generator.pages.wording import Wording, view_wording


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


def view_figure(lookup: Lookup, page: str, figure: Figure) -> FigureRow:
    """A figure as a row of a table."""
    thing = figure.counts or figure.about
    counts = lookup.event[thing] if thing else ""
    return FigureRow(
        wording=view_wording(lookup, page, figure.span, stance=figure.stance, speaker=figure.speaker_name),
        value=render_value(figure.value, figure.high, lookup.tongue),
        bound=figure.bound,
        unit=figure.unit,
        counts=counts,
        counts_lang=lookup.event.article(figure.span.siglum).lang,
        status=figure.status or "",
        as_of=_render_days(lookup, figure),
        anchor=name_part(figure.id),
        share=_share_figure(lookup, page, figure),
    )


def _share_figure(lookup: Lookup, page: str, figure: Figure) -> Share:
    title = f"{quoted(lookup, figure.span)}, {lookup.labels[figure.span.siglum]}"
    note = origin(lookup, figure.span.siglum)
    return share(
        lookup,
        page,
        f"{lookup.root}figures/",
        name_part(figure.id),
        what=msgid("Figure"),
        title=title,
        note=note,
    )


def _render_days(lookup: Lookup, figure: Figure) -> str:
    """The days a figure holds for, with the words that say so; "" where none are known."""
    if figure.as_of is None:
        return ""
    first, _, last = figure.as_of.isoformat().partition("/")
    days = lookup.tongue.gettext("%(first)s to %(last)s", first=first, last=last) if last else first
    return f"{days}, “{lookup.event[figure.as_of_basis]}”" if figure.as_of_basis else days


def render_value(low: float, high: float | None, tongue: Tongue) -> str:
    """A value, or both ends of a range."""
    return tongue.number(low) if high is None else f"{tongue.number(low)}–{tongue.number(high)}"
