"""Spellings of one name: ``Holmberg`` in one article and ``Holmbergh`` in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

_ALIKE = 0.94  # Jaro-Winkler (Winkler 1990): keeps Martin and Martinique apart
_LEAST_LETTERS = 5


def find_aliases(articles: Sequence[Sequence[tuple[str, str]]]) -> dict[str, str]:
    """The first spelling, in order of letters, for each other one of the same name.

    ``articles`` holds for each article the words that may be names, each with the word before it: a first name or a
    title. Two spellings are one name where both come behind the same word, are alike, and no article has both.
    """
    homes: dict[str, set[int]] = defaultdict(set)
    behind: dict[str, set[str]] = defaultdict(set)
    for n, names in enumerate(articles):
        for before, name in names:
            homes[name].add(n)
            behind[before].add(name)
    aliases: dict[str, str] = {}
    for names_behind in behind.values():
        long = sorted(name for name in names_behind if len(name) >= _LEAST_LETTERS)
        for one, other in combinations(long, 2):
            apart = one[0] == other[0] and not homes[one] & homes[other]
            if apart and JaroWinkler.similarity(one, other, score_cutoff=_ALIKE):
                aliases[other] = min(one, aliases.get(other, one))
    return {name: _first(name, aliases) for name in sorted(aliases)}


def _first(name: str, aliases: dict[str, str]) -> str:
    while name in aliases:
        name = aliases[name]
    return name
