"""Addresses that last: what was published is found again in every later report, or is said to be gone."""

from generator.permalinks.changes import Change, list_changes
from generator.permalinks.entries import Entry, Kind, Stamp, Stay, by_id, follow
from generator.permalinks.lines import read_lock, render_lock
from generator.permalinks.names import name_outlets
from generator.permalinks.registry import UNKNOWN_DAY, Registry, name_passages, next_stamp, register, retire, silence
from generator.permalinks.remains import Remains
from generator.permalinks.reviewing import publish, review

__all__ = [
    "UNKNOWN_DAY",
    "Change",
    "Entry",
    "Kind",
    "Registry",
    "Remains",
    "Stamp",
    "Stay",
    "by_id",
    "follow",
    "list_changes",
    "name_outlets",
    "name_passages",
    "next_stamp",
    "publish",
    "read_lock",
    "register",
    "render_lock",
    "retire",
    "review",
    "silence",
]
