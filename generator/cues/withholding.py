"""Where somebody does not say, in other words than those: gave no details, did not provide further information."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.english import GIVING, INFORMATION, WITHHOLDING
from generator.cues.items import Item

_MOST = 4  # words between the verb and what is not told


def find_given(items: Sequence[Item], at: int) -> tuple[int, bool] | None:
    """One past the word for what is told or not, behind a verb of handing over, and whether "no" stands before it."""
    if items[at].word not in GIVING:
        return None
    last = at + 1
    if last < len(items) and items[last].word == "out":
        last += 1
    denied = False
    for place in range(last, min(len(items), last + _MOST + 1)):
        if items[place].word in INFORMATION:
            return place + 1, denied
        if items[place].word != "no" and items[place].word not in WITHHOLDING:
            return None
        denied = denied or items[place].word == "no"
    return None
