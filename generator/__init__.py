"""Lay the accounts of one event by several news outlets side by side, claim by claim.

The Python face: read an event with :func:`load_event`, or make one from texts with :meth:`Event.from_texts`; compare
with :func:`build_report`; take the data with :func:`report_to_dict`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content import load_event
    from generator.diagnostics import ContentError
    from generator.exports import report_to_dict
    from generator.model import Article, Event
    from generator.report import build_report

__all__ = ["Article", "ContentError", "Event", "build_report", "load_event", "report_to_dict"]

_HOMES = {
    "Article": "generator.model",
    "ContentError": "generator.diagnostics",
    "Event": "generator.model",
    "build_report": "generator.report",
    "load_event": "generator.content",
    "report_to_dict": "generator.exports",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: a command that needs none of them starts the sooner."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
