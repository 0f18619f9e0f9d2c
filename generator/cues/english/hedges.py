"""English words that make a statement less than certain; folded."""

from __future__ import annotations

from generator.words import listed

HEDGES = listed(
    """
    allegedly alleged apparently appear appears appeared assumed believed could estimated expected likely may maybe
    might
    perhaps possible possibly potential potentially presumably probable probably purported purportedly reported
    reportedly
    seem seemed seemingly seems supposed supposedly suspected suggest suggests unconfirmed unclear unlikely would-be
    """
)
"""Words that mark a statement as less than certain."""
NO_EVIDENCE = frozenset(
    {
        ("no", "evidence"), ("without", "evidence"), ("no", "proof"), ("without", "proof"), ("no", "indication"),
        ("no", "sign"),
    }
)  # fmt: skip
"""Pairs of words that say nothing speaks for a statement."""
MAY = listed(
    "allegedly alleged apparently could may maybe might perhaps possibly presumably probably purportedly reportedly"
    " supposedly likely unconfirmed unclear"
)
"""Hedges that turn the outlet's own voice into "may"."""
