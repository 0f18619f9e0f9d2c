"""Two articles as arrays of numbered stems, with the sentence that each word stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.model import Article, Span
from generator.reuse.arrays import Whole
from generator.words import CONTENT_LETTERS, stem, tokenize


@dataclass(frozen=True, slots=True)
class Read:
    """An article's words: ``stems`` as numbers, where they start and end, which ``carry`` meaning, and ``homes``.

    A word's home is the place of its sentence; sentence ``s`` has the words ``firsts[s]`` to ``firsts[s + 1]``.
    """

    article: Article
    stems: Whole
    starts: Whole
    ends: Whole
    carry: NDArray[np.bool_]
    homes: Whole
    firsts: Whole

    def span(self, first: int, last: int) -> Span:
        """From a word to the one before ``last``, with the signs that touch either."""
        text, start, end = self.article.text, int(self.starts[first]), int(self.ends[last - 1])
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        return Span(self.article.siglum, start, end)


def read(article: Article, sentences: Sequence[Span], numbers: dict[str, int]) -> Read:
    """An article's words; ``numbers`` gives each stem its number and grows as articles are read."""
    tokens = [token for token in tokenize(article.text) if token.kind != "mark"]
    stems = [stem(token.folded, article.lang) for token in tokens]
    bounds = np.array(sorted(span.start for span in sentences if span.siglum == article.siglum), np.int64)
    starts = np.array([token.start for token in tokens], np.int64)
    homes = np.maximum(np.searchsorted(bounds, starts, side="right") - 1, 0)
    return Read(
        article,
        np.array([numbers.setdefault(word, len(numbers)) for word in stems], np.int64),
        starts,
        np.array([token.end for token in tokens], np.int64),
        np.array([token.kind == "number" or len(token.folded) >= CONTENT_LETTERS for token in tokens], bool),
        homes,
        np.searchsorted(homes, np.arange(max(len(bounds), 1) + 1)),
    )
