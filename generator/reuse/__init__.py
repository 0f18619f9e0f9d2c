"""Text that one article reworks from another, however edited, and articles sent twice."""

from generator.reuse.duplicates import find_near_duplicates
from generator.reuse.rework import Reuse, find_reuse

__all__ = ["Reuse", "find_near_duplicates", "find_reuse"]
