"""Reading events from disk, strictly: every fault is told, each with its place."""

from __future__ import annotations

from generator.content.codes import CODES
from generator.content.folders import check_content, load_content, load_event
from generator.content.locks import Lock, find_changes, find_stale, load_lock, tell_unwritable

__all__ = [
    "CODES",
    "Lock",
    "check_content",
    "find_changes",
    "find_stale",
    "load_content",
    "load_event",
    "load_lock",
    "tell_unwritable",
]
