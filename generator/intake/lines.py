"""The lines of a saved page: what is taken out of them, and which of them are prose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from generator.layout import join_wrapped
from generator.words import tokenize

_SENTENCE_END = regex.compile(r"[.!?…。！？][\s\p{Pf}\p{Pe}\"'»”)\]]*$")
_FULL_STOP = regex.compile(r"[.…。][\p{Pf}\p{Pe}\"'»”)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, from 1, in the saved text, and its words."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that is not part of the article's text, and the kind of furniture it is."""

    line: int
    kind: str
    text: str


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, hard-wrapped ones joined under the number of the first."""
    rows = [row.strip() for row in text.split("\n")]
    joined = ((group.start + 1, " ".join(rows[group.start : group.stop])) for group in join_wrapped(rows))
    return tuple(Line(number, row) for number, row in joined if row)


def is_prose(text: str, *, least: int = 5) -> bool:
    """Whether a line ends as a sentence does and has at least ``least`` words."""
    return bool(_SENTENCE_END.search(text)) and count_words(text) >= least


def is_headline_like(text: str, *, fewest: int = 2, most: int = 35) -> bool:
    """Whether a line could be a headline: no full stop or colon at its end, and neither a word nor a paragraph."""
    return not _FULL_STOP.search(text) and not text.endswith((":", ",", ";")) and fewest <= count_words(text) <= most


@lru_cache(maxsize=65536)
def count_words(text: str) -> int:
    """How many words and numbers the text has."""
    return sum(token.kind != "mark" for token in tokenize(text))


@lru_cache(maxsize=65536)
def same_words(text: str) -> tuple[str, ...]:
    """The words of a line without case or marks: lines with equal ones say the same."""
    return tuple(token.folded for token in tokenize(text) if token.kind != "mark")


def curl(text: str) -> str:
    """The text with straight apostrophes made curly, sign for sign, as the rules are written."""
    return text.replace("'", "’")
