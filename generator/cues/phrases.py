"""Noun phrases beside a cue, found by the words at which they stop; there is no tagger."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.english import (
    ADVERBS,
    AUXILIARY,
    BREAKS,
    DETERMINERS,
    FORMS,
    NEGATION,
    NO_SUBJECT,
    NOUN_TOO,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME,
    TIME_LEADS,
)
from generator.cues.items import Item

Phrase = tuple[int, int]
"""Indexes of the first and one past the last item of a phrase."""

_WITHIN = frozenset({"of", "for", "at", "in", "with", "from", "on"})
_CUT_OFF = frozenset({"'s", "a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "'"})
_OVER = frozenset({"longer", "himself", "herself", "itself", "themselves"})
_LONGEST = 14


def is_adverb(item: Item) -> bool:
    """A word that may stand between a subject and its verb."""
    return item.word in ADVERBS or (item.word.endswith("ly") and not item.capital)


def is_time(items: Sequence[Item], at: int) -> bool:
    """A weekday, month or other time word, a number beside one, or a word that leads to one."""
    item = items[at]
    if item.word in TIME:
        return True
    near = items[max(0, at - 1) : at] + items[at + 1 : at + 2]  # type: ignore[operator]  # both slices are of one kind
    if item.kind == "number":
        return any(other.word in TIME for other in near)
    return item.word in TIME_LEADS and any(other.word in TIME for other in items[at + 1 : at + 4])


def skip_back(items: Sequence[Item], at: int) -> int:
    """From a verb leftwards over auxiliaries, negation, adverbs and time words; the index of the item before them."""
    while at >= 0 and (
        items[at].word in AUXILIARY
        or items[at].word in NEGATION
        or items[at].word == "to"
        or is_adverb(items[at])
        or is_time(items, at)
        or items[at].word in _OVER
    ):
        at -= 1
    return at


def phrase_before(items: Sequence[Item], at: int) -> Phrase | None:
    """The noun phrase that ends with the item at an index; ``None`` where no subject stands there."""
    if at < 0 or items[at].word in NO_SUBJECT:
        return None
    if items[at].word in SUBJECT_PRONOUNS:
        return at, at + 1
    first = at + 1
    while first > 0 and at + 1 - first < _LONGEST and _inside(items, first - 1):
        first -= 1
    first = _after_loose_and(items, first, at)
    while first < at and _leads_off(items, first):
        first += 1
    return (first, at + 1) if _stands(items, first, at + 1) else None


def phrase_after(items: Sequence[Item], at: int) -> Phrase | None:
    """The noun phrase that begins with the item at an index."""
    if at >= len(items) or items[at].word in NO_SUBJECT - {"that", "this", "these", "those"}:
        return None
    if items[at].word in SUBJECT_PRONOUNS:
        return at, at + 1
    last = at
    while last < len(items) and last - at < _LONGEST and _inside(items, last) and not is_time(items, last):
        if last > at and items[last].word in DETERMINERS and items[last - 1].word not in _WITHIN | {"and"}:
            break
        if last > at and _opens_clause(items, last):
            break
        last += 1
    while last > at and (items[last - 1].word in _WITHIN | {"and"} or is_adverb(items[last - 1])):
        last -= 1
    return (at, last) if _stands(items, at, last) else None


def _inside(items: Sequence[Item], at: int) -> bool:
    """Whether a noun phrase may go on over an item."""
    item = items[at]
    if item.kind == "quote" or (item.kind == "mark" and item.word not in "&'()"):
        return False
    if item.word in _WITHIN:
        return at > 0 and (items[at - 1].role or item.word == "of")
    if item.word == "and":
        return (
            0 < at < len(items) - 1 and (items[at - 1].capital or items[at - 1].role) and items[at + 1].kind == "word"
        )
    if item.word in FORMS and not item.capital:
        return item.word in NOUN_TOO
    return item.word not in BREAKS


def _opens_clause(items: Sequence[Item], at: int) -> bool:
    """Whether a participle behind a noun goes on to its own object: a doctor receiving the injured."""
    word, before = items[at].word, items[at - 1]
    following = items[at + 1].word if at + 1 < len(items) else ""
    participle = not items[at].capital and word.endswith(("ing", "ed")) and len(word) > len("being")
    return participle and before.word not in DETERMINERS and following in DETERMINERS | PREPOSITIONS


def _leads_off(items: Sequence[Item], at: int) -> bool:
    """Whether an item before a noun phrase is none of it: an adverb or time, but not "several of"."""
    loose = is_adverb(items[at]) or is_time(items, at)
    return loose and items[at].word not in DETERMINERS and items[at + 1].word != "of"


def _after_loose_and(items: Sequence[Item], first: int, at: int) -> int:
    """Where what stands before an "and" is not the start of the clause, the "and" joins clauses, not names."""
    links = [index for index in range(first, at) if items[index].word == "and"]
    opens = first == 0 or items[first - 1].kind == "mark" or items[first - 1].word in BREAKS - _WITHIN
    return first if not links or opens else links[-1] + 1


def _stands(items: Sequence[Item], first: int, last: int) -> bool:
    """A phrase needs a word that can name somebody, and ends neither in a determiner nor in a possessive."""
    if last <= first or items[last - 1].word in _CUT_OFF or items[last - 1].word in PREPOSITIONS:
        return False
    if items[first].word in PREPOSITIONS and not items[first].capital:
        return False
    return any(
        item.kind == "word" and item.word not in DETERMINERS and item.word not in NO_SUBJECT and item.word != "'s"
        for item in items[first:last]
    )
