"""A finding before it has its identifier."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Claim, Span


@dataclass(frozen=True, slots=True)
class Note:
    """What differs on one claim, where, by which rule, and how surely (0 to 1) where that can be said."""

    kind: str
    claim: Claim
    spans: tuple[Span, ...]
    rule: str
    score: float | None = None
