"""Whether two credits name one speaker: by surname, or because the office of one names the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.claims.forms import COUNTRIES
from generator.model import Event, Quote
from generator.words import fold, tokenize


class Speakers:
    """The names of an event's speakers, and the words that they are introduced with."""

    def __init__(self, event: Event, quotes: Iterable[Quote]) -> None:
        """Collect the capital words of each speaker's credits: "Tarn Rail chief Ida Holt" also speaks for Tarn Rail."""
        known: dict[str, str] = {}
        words: dict[str, set[str]] = defaultdict(set)
        for quote in quotes:
            if quote.speaker_name:
                one = quote.known_as or quote.speaker_name
                known[quote.speaker_name] = one
                words[one] |= _names(one) | (_names(event[quote.speaker]) if quote.speaker else set())
        self._known: Mapping[str, str] = known
        self._words: Mapping[str, set[str]] = words

    def are_one(self, one: str | None, other: str | None) -> bool:
        """Whether two names are of one speaker, or nothing says that they are not."""
        if one is None or other is None:
            return True
        mine, theirs = self._known.get(one, one), self._known.get(other, other)
        return surname(mine) == surname(theirs) or self._speaks_for(mine, theirs) or self._speaks_for(theirs, mine)

    def are_two(self, one: str | None, other: str | None) -> bool:
        """Whether two names are surely of two speakers: each of several capital words, none of them in the other."""
        if not (one and other) or self.are_one(one, other):
            return False
        mine, theirs = (self._words.get(self._known.get(name, name), _names(name)) for name in (one, other))
        full = all(len(_names(self._known.get(name, name))) > 1 for name in (one, other))
        return full and mine.isdisjoint(theirs)

    def _speaks_for(self, one: str, other: str) -> bool:
        return bool(_names(other)) and _names(other) <= self._words.get(one, set())


@lru_cache(maxsize=4096)  # few names, asked about for each pair of quotations
def _names(text: str) -> frozenset[str]:
    tokens = tokenize(text)
    return frozenset(token.folded for token in tokens if token.kind == "word" and text[token.start].isupper())


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The last word; of a country the whole, by which its capital and its people's name go too."""
    words = [COUNTRIES.get(word, word) for word in fold(name).split()]
    return " ".join(words) if words and words[-1] in COUNTRIES else "".join(words[-1:])
