"""Noun phrases beside a cue in a language of a :class:`Lexicon`, found by the words at which they stop."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.items import Item
from generator.cues.lexicon import Lexicon
from generator.cues.phrases import Phrase

_LONGEST = 9


def describes(items: Sequence[Item], at: int, lexicon: Lexicon) -> bool:
    """Whether a comma leads to who somebody is, with another comma or the end behind it: Holt, the mayor, …."""
    for place in range(at, min(len(items), at + 4)):
        if lexicon.is_role(items[place].word):
            end = next((next_ for next_ in range(place, len(items)) if items[next_].kind == "mark"), len(items))
            return end == len(items) or items[end].word in (",", ".")
        if items[place].word not in lexicon.determiners:
            return False
    return False


def phrase_behind(items: Sequence[Item], at: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that begins at an index."""
    if at < len(items) and items[at].word in lexicon.masculine | lexicon.feminine:
        return at, at + 1
    end, named = at, False
    while end < len(items) and end - at < _LONGEST and _inside(items, end, at, lexicon):
        # Behind a name only what links goes on with it: Holt hält, der Behörden sechs.
        if named and not items[end].capital and items[end].word not in lexicon.links:
            break
        named = named or (items[end].capital and items[end].word not in lexicon.determiners)
        end += 1
    while end > at and items[end - 1].word in lexicon.links | lexicon.determiners:
        end -= 1
    return (at, end) if end > at and _stands(items, (at, end), lexicon) else None


def _inside(items: Sequence[Item], at: int, first: int, lexicon: Lexicon) -> bool:
    item = items[at]
    if item.kind != "word" or item.word in lexicon.that or item.word in lexicon.times or item.word in lexicon.finite:
        return False
    if at == first:
        return item.word not in lexicon.breaks or item.word in lexicon.determiners
    before = items[at - 1]
    if item.word in lexicon.links:
        # The council of Orde, the ministry of defence; but: said Ida Holt to the paper.
        linked = before.word in lexicon.links | lexicon.determiners
        return lexicon.is_role(before.word) or ((linked or not before.capital) and item.word not in lexicon.breaks)
    return item.word not in lexicon.breaks


def phrase_ahead(items: Sequence[Item], at: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that ends at an index; ``None`` where a preposition opens it."""
    first = at + 1
    while first > 0 and at + 1 - first < _LONGEST:
        item = items[first - 1]
        if item.kind != "word" or item.word in lexicon.that or item.word in lexicon.times | lexicon.as_said:
            break
        if item.word in lexicon.breaks and item.word not in lexicon.links:
            if item.capital and first - 1 == 0:
                return None
            break
        first -= 1
    while first <= at and items[first].word in lexicon.links - lexicon.determiners:
        first += 1
    phrase = (first, at + 1)
    return phrase if first <= at and _stands(items, phrase, lexicon) else None


def _stands(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> bool:
    words = [item.word for item in items[phrase[0] : phrase[1]]]
    if len(words) == 1 and words[0] in lexicon.masculine | lexicon.feminine:
        return True
    return any(word not in lexicon.determiners | lexicon.links | lexicon.breaks for word in words)


def can_speak(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a phrase behind a verb has a name, a role, or is a pronoun."""
    inside = items[phrase[0] : phrase[1]]
    return any(item.capital or lexicon.is_role(item.word) for item in inside) or (
        inside[0].word in lexicon.masculine | lexicon.feminine
    )


def trim_marks(items: Sequence[Item], start: int, end: int) -> Phrase | None:
    """A stretch without marks at its ends; ``None`` where less than two items or a quoted run are left."""
    while end > start and items[end - 1].kind == "mark" and items[end - 1].word not in ")%":
        end -= 1
    while start < end and items[start].kind == "mark" and items[start].word not in "($€£¿¡":
        start += 1
    return (start, end) if end - start > 1 or (end > start and items[start].kind == "quote") else None
