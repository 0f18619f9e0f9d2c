"""Reading events from disk, strictly: every fault is told, each with its place."""

from __future__ import annotations

from generator.content.codes import CODES
from generator.content.folders import check_content, load_content, load_event

__all__ = ["CODES", "check_content", "load_content", "load_event"]
