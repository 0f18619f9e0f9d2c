"""The noun right behind a unit, which the number measures: a 25 per cent tax, a 5.2 litre engine, $40 tickets."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.english import BREAKS, DETERMINERS, TIME
from generator.figures.concepts import is_verb
from generator.figures.lexicon.clauses import LEADS, SIZES
from generator.figures.nouns import Counted
from generator.figures.tokens import is_beside, word_at
from generator.words import Token

_LONGEST = 6
_SHORT = 3
_STOPS = BREAKS | DETERMINERS | TIME | LEADS | SIZES | {"last", "next", "past", "coming"}


def find_measured(text: str, tokens: Sequence[Token], last: int, *, sure: bool = False) -> Counted | None:
    """The noun phrase that begins at a token, right behind a unit; ``None`` for a mark, an adverb, a verb or a date.

    A unit in the plural has a noun behind it only by chance: "two years sales grew". With ``sure`` an article stands
    before the number, so that a noun must follow: a 5 per cent pay rise.
    """
    unit = word_at(tokens, last - 1)
    plural = unit.endswith("s") and len(unit) > _SHORT
    if last >= len(tokens) or (not sure and (plural or is_verb(text, tokens, last))):
        return None
    end = last
    while end < len(tokens) and end - last < _LONGEST and _goes_on(text, tokens, end, last):
        end += 1
    while end > last and tokens[end - 1].kind != "word":
        end -= 1
    return Counted(last, end, end - 1) if end > last else None


def _goes_on(text: str, tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether the phrase takes in a token."""
    token = tokens[at]
    if token.kind == "mark":
        return token.folded in ("-", "&", "/") and at > first and is_beside(tokens, at) and is_beside(tokens, at + 1)
    if token.kind == "number":
        return at > first and tokens[at - 1].kind == "word" and text[tokens[at - 1].start].isupper()
    if token.folded in _STOPS or (token.folded.endswith("ly") and at == first):
        return False
    return at == first or not is_verb(text, tokens, at)
