"""Text that one article reworks from another, however edited, and articles sent twice."""

from generator.reuse.duplicates import find_near_duplicates

__all__ = ["find_near_duplicates"]
