"""A sentence as the cue rules see it: words with their joints mended, and each quoted run as one opaque item."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.cues.english import BREAKS, HONORIFICS, ROLES
from generator.model import Span
from generator.words import Token

ItemKind = Literal["word", "number", "mark", "quote"]


@dataclass(frozen=True, slots=True)
class Item:
    """A word ("u.s.", "secretary-general", "rep."), number, mark, or whole quoted run, with offsets into the text."""

    start: int
    end: int
    kind: ItemKind
    word: str
    capital: bool = False

    @property
    def parts(self) -> list[str]:
        """The parts of a compound: "secretary-general" is secretary and general."""
        return self.word.rstrip(".").split("-")

    @property
    def role(self) -> bool:
        """Whether the word says what a person does, or is a title."""
        return any(part in ROLES or part in HONORIFICS for part in self.parts)


def itemize(text: str, tokens: Sequence[Token], quoted: Sequence[Span], sentence: Span) -> list[Item]:
    """The items of a sentence with these tokens; ``quoted``, the outermost runs, are the article's, in order."""
    items: list[Item] = []
    place = bisect_right(quoted, sentence.start, key=lambda span: span.end)
    for token in tokens:
        while place < len(quoted) and quoted[place].end <= token.start:
            place += 1
        around = quoted[place] if place < len(quoted) and quoted[place].start <= token.start else None
        if around is None:
            _append(items, _item(text, token), text)
        elif not items or items[-1].kind != "quote" or items[-1].start < around.start:
            items.append(Item(max(around.start, sentence.start), min(around.end, sentence.end), "quote", '"'))
    return _without_stop(items, sentence)


def _without_stop(items: list[Item], sentence: Span) -> list[Item]:
    """The items with the sentence's own full stop taken off a letter that ends it: posted on X."""
    last = items[-1] if items else None
    if (
        last
        and last.end == sentence.end
        and last.kind == "word"
        and len(last.word) == len("x.")
        and last.word[1] == "."
    ):
        items[-1] = Item(last.start, last.end - 1, "word", last.word[0], last.capital)
    return items


def _item(text: str, token: Token) -> Item:
    """A token as an item; "US" and "WHO" keep apart from "us" and "who"."""
    raw = text[token.start : token.end]
    shouted = raw.isupper() and len(raw) > 1 and token.folded in BREAKS
    return Item(token.start, token.end, token.kind, f"{token.folded}." if shouted else token.folded, raw[0].isupper())


def _append(items: list[Item], item: Item, text: str) -> None:
    """Add an item, joined to the last where they are one word: initials, titles with their stop, compounds."""
    last = items[-1] if items else None
    if last and last.end == item.start and _joins(last, item, text):
        items[-1] = Item(last.start, item.end, "word", last.word + item.word, last.capital)
    else:
        items.append(item)


def _joins(last: Item, item: Item, text: str) -> bool:
    if last.kind != "word" or (item.word == "'s" and text[item.start - 1] != "."):
        return False
    if item.word == ".":
        return last.word in HONORIFICS or len(last.word) == 1 or last.word[-2:-1] == "."
    if item.word == "-":
        return text[item.end : item.end + 1].isalnum()
    return item.kind != "mark" and last.word[-1] in "-."
