"""Words for tests that read like the subject: ``event(ap="Six died.")`` and ``marked(event, spans)``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from generator.model import Article, Event, Span

SHARED = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""Where the acceptance story and the labelled data lie; tests that need them skip where they are absent, and say so."""


def event(**texts: str) -> Event:
    """An event of one article an outlet, named by its siglum."""
    return Event.from_texts("event", **texts)


def article(text: str, siglum: str = "ap", **fields: str) -> Article:
    """An article of a text alone."""
    return Article(siglum, text, **fields)  # type: ignore[arg-type]


def marked(text: str, spans: Iterable[Span]) -> str:
    """The text with each span in square brackets: ``At least [six] died.``; spans must not cross."""
    for span in sorted(spans, key=lambda span: span.start, reverse=True):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text
