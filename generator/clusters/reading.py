"""An article as the search for passages reads it: a number for each word, alike for words that count as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from generator.model import Article, Span
from generator.words import Token, stem, tokenize


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words in order, with the number each word's stem has throughout the event, and its case."""

    siglum: str
    outlet: str
    tokens: tuple[Token, ...]
    numbers: tuple[int, ...]
    capital: tuple[bool, ...]

    def span(self, first: int, last: int) -> Span:
        """The span from word ``first`` up to, not including, word ``last``."""
        return Span(self.siglum, self.tokens[first].start, self.tokens[last - 1].end)

    def within(self, span: Span) -> tuple[int, int]:
        """First and past-the-last word that lie wholly inside a span."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        last = bisect_right(self.tokens, span.end, key=lambda token: token.end)
        return (first, last) if first < last else (0, 0)

    def numbers_in(self, span: Span) -> tuple[int, ...]:
        """The numbers of the words that lie wholly inside a span."""
        first, last = self.within(span)
        return self.numbers[first:last]


def read_words(article: Article, numbers: dict[str, int]) -> Words:
    """The article's words; ``numbers`` grows by those it has not seen. Possessive endings are left out."""
    tokens = tuple(
        token for token in tokenize(article.text) if token.kind != "mark" and token.folded not in {"'s", "s"}
    )
    stems = (stem(token.folded, article.lang) for token in tokens)
    found = tuple(numbers.setdefault(word, len(numbers)) for word in stems)
    capital = tuple(article.text[token.start].isupper() for token in tokens)
    return Words(article.siglum, article.outlet, tokens, found, capital)
