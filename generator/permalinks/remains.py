"""What is told today of a claim that is gone: for its notice, which names it, and is no address to lead on to.

The address was given to several sentences, or at several times to different ones; where they stand apart today, no one
place is the right one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz.distance import LCSseq

from generator.permalinks.entries import Entry, by_id, follow
from generator.words import word_runs


class Remains:
    """Where the sentences and the words of claims that are gone stand today."""

    def __init__(self, entries: Iterable[Entry], *, least_said: float = 0.5, few_words: int = 4) -> None:
        """Index the registry; a sentence with ``least_said`` of a statement's words, in order, may still tell it.

        But not with fewer than ``few_words`` of them.
        """
        self._entries = by_id(entries)
        self._least, self._few = least_said, few_words

    def of(self, entry: Entry) -> tuple[Entry, ...]:
        """The claims that a gone one's passages belong to, then those of sentences of its article in its words."""
        held = (follow(self._entries, name) for name in (*entry.members, *entry.had))
        passages = sorted({one.id for one in held if one and one.kind == "passage"})
        found = {claim.id: claim for name in (*passages, *self._alike(entry)) for claim in self._tellers.get(name, ())}
        return tuple(found.values())

    @cached_property
    def _tellers(self) -> dict[str, list[Entry]]:
        """The claims of today that each passage belongs to."""
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries.values():
            for name in entry.members if entry.kind == "claim" and entry.live else ():
                found[name].append(entry)
        return found

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[str, list[str]]]]:
        """The passages of each article with their words."""
        found: defaultdict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for entry in self._entries.values():
            if entry.kind == "passage" and entry.live:
                found[entry.siglum].append((entry.id, word_runs(entry.exact)))
        return found

    def _alike(self, entry: Entry) -> list[str]:
        """The passages of its article, wherever that is now, with enough of the words of a statement it ever had."""
        article = follow(self._entries, f"a-{entry.siglum}")
        if article is None:
            return []
        statements = [word_runs(words) for words in {entry.exact, *(words for _, words in entry.was)}]
        needs = [(runs, max(self._least * len(runs), min(self._few, len(runs)))) for runs in statements if runs]
        return [
            name
            for name, words in self._sentences.get(article.siglum, ())
            if any(LCSseq.similarity(runs, words) >= need for runs, need in needs)
        ]
