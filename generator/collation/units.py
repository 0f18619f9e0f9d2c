"""What is compared: words with the marks around them, each in its folded form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Event, Span
from generator.words import spell, tokenize

_OPENING = frozenset("\"'([{«“‘„‚‹¿¡「『")


@dataclass(frozen=True, slots=True)
class Unit:
    """A token with the white space after it, so that the units of a passage cover it without gap.

    ``folded`` is what it is compared by: British and American spelling of an English word are one.
    """

    start: int
    end: int
    is_word: bool
    folded: str


@dataclass(frozen=True, slots=True)
class Group:
    """A word and the marks behind it; the first group of a passage may have no word."""

    units: tuple[Unit, ...]

    @property
    def folded(self) -> str:
        """The word's folded form; empty where there is none."""
        return self.units[0].folded if self.units[0].is_word else ""

    @property
    def marks(self) -> tuple[Unit, ...]:
        """The marks behind the word."""
        return self.units[1:] if self.units[0].is_word else self.units


def units_of(event: Event, span: Span) -> tuple[Unit, ...]:
    """The tokens of a passage; together they cover it."""
    article = event.article(span.siglum)
    english = article.lang[:2].lower() == "en"
    tokens = tokenize(article.text, span.start, span.end)
    if not tokens:
        return (Unit(span.start, span.end, is_word=False, folded=""),) if len(span) else ()
    bounds = pairwise([span.start, *(token.start for token in tokens[1:]), span.end])
    return tuple(
        Unit(
            start,
            end,
            token.kind != "mark",
            spell(token.folded) if english and token.kind == "word" else token.folded,
        )
        for token, (start, end) in zip(tokens, bounds, strict=True)
    )


def groups_of(event: Event, span: Span) -> tuple[Group, ...]:
    """The words of a passage, each with the marks behind it."""
    groups: list[list[Unit]] = []
    for unit in units_of(event, span):
        if unit.is_word or not groups:
            groups.append([])
        groups[-1].append(unit)
    return tuple(Group(tuple(group)) for group in groups)


def words_of(event: Event, span: Span) -> tuple[Unit, ...]:
    """The words of a passage, each with all around it: marks that open stand with the word they open.

    Together they cover the passage without gap; there are none where it has no word.
    """
    text = event.article(span.siglum).text
    starts: list[int] = []
    folded: list[str] = []
    opening: int | None = None
    for unit in units_of(event, span):
        if unit.is_word:
            starts.append(unit.start if opening is None else opening)
            folded.append(unit.folded)
            opening = None
        elif text[unit.start] in _OPENING and _opens(text, unit, span):
            opening = unit.start if opening is None else opening
        else:
            opening = None
    bounds = pairwise([span.start, *starts[1:], span.end]) if starts else ()
    return tuple(Unit(start, end, is_word=True, folded=word) for (start, end), word in zip(bounds, folded, strict=True))


def folded_words(units: Iterable[Unit]) -> list[str]:
    """The folded words among units, in order."""
    return [unit.folded for unit in units if unit.is_word]


def _opens(text: str, unit: Unit, span: Span) -> bool:
    """Whether nothing parts a mark from what follows it, and something from what goes before."""
    before = text[unit.start - 1] if unit.start > span.start else " "
    return unit.end - unit.start == 1 and (before.isspace() or not before.isalnum())
