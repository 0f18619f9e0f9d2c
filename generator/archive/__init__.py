"""From an archive of articles to its events: what was told together, and which passages travelled."""

from __future__ import annotations

from generator.archive.codes import CODES
from generator.archive.discovery import Outcome, discover
from generator.archive.engine import EngineMissing

__all__ = ["CODES", "EngineMissing", "Outcome", "discover"]
