"""From an archive of articles to its events: what was told together, and which passages travelled."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.archive.codes import CODES
    from generator.archive.discovery import Outcome, discover
    from generator.archive.engine import EngineMissing

__all__ = ["CODES", "EngineMissing", "Outcome", "discover"]

_HOMES = {
    "CODES": "generator.archive.codes",
    "EngineMissing": "generator.archive.engine",
    "Outcome": "generator.archive.discovery",
    "discover": "generator.archive.discovery",
}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for: the engines and tables take long to load, and most commands need none."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
