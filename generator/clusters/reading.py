"""An article as the search for passages reads it: a number for each word, alike for words that count as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from generator.clusters.names import find_aliases
from generator.model import Article, Span
from generator.words import CONTENT_LETTERS, Token, spell, stem, tokenize

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


def read_articles(articles: Iterable[Article]) -> dict[str, Words]:
    """Each article's words, by siglum; possessive endings are left out.

    Words count as one where they share a stem, an English spelling (:func:`generator.words.spell`), or a spelling of a
    name (:func:`generator.clusters.names.find_aliases`); accents of Latin letters are left out.
    """
    drafts = [_draft(article) for article in articles]
    aliases = find_aliases([draft.names for draft in drafts])
    numbers: dict[str, int] = {}
    return {draft.article.siglum: _number(draft, aliases, numbers) for draft in drafts}


@dataclass(frozen=True, slots=True)
class _Draft:
    article: Article
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    capital: tuple[bool, ...]

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Words with a capital behind another on the same line, after nothing but a space: with the one before."""
        text = self.article.text
        return tuple(
            (self.forms[n - 1], self.forms[n])
            for n in range(1, len(self.tokens))
            if self.capital[n - 1] and self.capital[n] and text[self.tokens[n - 1].end : self.tokens[n].start] == " "
        )


def _draft(article: Article) -> _Draft:
    tokens = tuple(
        token for token in tokenize(article.text) if token.kind != "mark" and token.folded not in {"'s", "s"}
    )
    forms = tuple(_form(token.folded, article.lang) for token in tokens)
    capital = tuple(flag for line in _lines(article.text, tokens) for flag in _capitals(article.text, line))
    return _Draft(article, tokens, forms, capital)


@lru_cache(maxsize=65536)
def _form(word: str, lang: str) -> str:
    if not word.isascii():
        bare = "".join(sign for sign in normalize("NFKD", word) if not combining(sign))
        word = bare if bare.isascii() else word
    return stem(spell(word) if lang[:2].lower() == "en" else word, lang)


def _number(draft: _Draft, aliases: Mapping[str, str], numbers: dict[str, int]) -> Words:
    found = tuple(numbers.setdefault(aliases.get(form, form), len(numbers)) for form in draft.forms)
    article = draft.article
    return Words(article.siglum, article.outlet, article.lang, draft.tokens, found, draft.capital)


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
