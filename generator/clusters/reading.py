"""An article as the search for passages reads it: a number for each word, alike for words that count as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Article, Span
from generator.words import CONTENT_LETTERS, Token, stem, tokenize

_STOPS = frozenset(".!?…。")


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words in order, with the number each word's stem has throughout the event, and its case."""

    siglum: str
    outlet: str
    lang: str
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
    capital = tuple(flag for line in _lines(article.text, tokens) for flag in _capitals(article.text, line))
    return Words(article.siglum, article.outlet, article.lang, tokens, found, capital)


def _lines(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Tokens parted where a line ends."""
    held: list[Token] = []
    for token in tokens:
        if held and "\n" in text[held[-1].end : token.start]:
            yield held
            held = []
        held.append(token)
    yield held


def _capitals(text: str, line: Sequence[Token]) -> list[bool]:
    """Which words of a line have a capital; none where most longer ones do and no full stop ends it: a headline."""
    flags = [text[token.start].isupper() for token in line]
    longer = [flag for flag, token in zip(flags, line, strict=True) if len(token.folded) >= CONTENT_LETTERS]
    if line and text[line[-1].end : line[-1].end + 1] not in _STOPS and 2 * sum(longer) > len(longer):
        return [False] * len(flags)
    return flags
