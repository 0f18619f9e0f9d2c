"""Turning saved pages, ``.txt`` and ``.html``, into article files that an editor can read and correct."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.intake.adding import add_articles
    from generator.intake.codes import CODES
    from generator.intake.requests import FIELDS, Ask, Request, load_requests

__all__ = [
    "CODES",
    "FIELDS",
    "Ask",
    "Request",
    "add_articles",
    "load_requests",
]

_HOMES = {
    "CODES": "generator.intake.codes",
    "FIELDS": "generator.intake.requests",
    "Ask": "generator.intake.requests",
    "Request": "generator.intake.requests",
    "add_articles": "generator.intake.adding",
    "load_requests": "generator.intake.requests",
}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for: who writes article files only need not wait for pages."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
