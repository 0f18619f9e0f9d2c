"""Reading events from disk, strictly: every fault is told, each with its place."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.codes import CODES
    from generator.content.folders import check_content, load_content, load_event
    from generator.content.locks import Lock, find_changes, find_stale, load_lock, load_removed, tell_unwritable

__all__ = [
    "CODES",
    "Lock",
    "check_content",
    "find_changes",
    "find_stale",
    "load_content",
    "load_event",
    "load_lock",
    "load_removed",
    "tell_unwritable",
]

_HOMES = {
    "CODES": "generator.content.codes",
    "Lock": "generator.content.locks",
    "check_content": "generator.content.folders",
    "find_changes": "generator.content.locks",
    "find_stale": "generator.content.locks",
    "load_content": "generator.content.folders",
    "load_event": "generator.content.folders",
    "load_lock": "generator.content.locks",
    "load_removed": "generator.content.locks",
    "tell_unwritable": "generator.content.locks",
}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for: who reads one article file only need not wait for the rest."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
