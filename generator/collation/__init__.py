"""Passages laid against each other: two at a time as edits, all of them at once as a table."""

from generator.collation.pairwise import collate
from generator.collation.tables import choose_witnesses, tabulate

__all__ = ["choose_witnesses", "collate", "tabulate"]
