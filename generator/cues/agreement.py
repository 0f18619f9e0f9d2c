"""Whether a form is a verb where it stands, and a phrase before it can be its subject."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.english import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    AUXILIARY,
    DETERMINERS,
    FORMS,
    NEGATION,
    NOUN_TOO,
    ORGANISATION,
    PLURALS,
    ROLES,
    SUBJECT_PRONOUNS,
    Verb,
)
from generator.cues.items import Item
from generator.cues.phrases import Phrase, is_adverb

_NOUN_BEFORE = frozenset(
    {
        "of",
        "from",
        "by",
        "between",
        "over",
        "against",
        "across",
        "among",
        "around",
        "within",
        "and",
        "or",
        "are",
        "is",
        "was",
        "were",
        "have",
        "has",
        "had",
    }
)
"""Words before which a form that may be a noun is one."""


def agrees(items: Sequence[Item], at: int, verb: Verb, speaker: Phrase) -> bool:
    """Whether a phrase before a verb can be its subject: a noun, and plural where the verb has the plain form."""
    last = items[speaker[1] - 1]
    if speaker[0] > at or last.word in SUBJECT_PRONOUNS:
        return True
    if not last.capital and last.word not in ROLES and (last.word in ADJECTIVES - PLURALS or _qualifies(last.word)):
        return False
    plain = (
        verb.form == "base"
        and items[at - 1].word not in AUXILIARY | NEGATION | {"to", "nor", "or"}
        and not is_adverb(items[at - 1])
    )
    return not plain or is_plural(items, speaker)


def _qualifies(word: str) -> bool:
    return word.endswith(ADJECTIVE_ENDINGS) and len(word) > len("shed")


def is_plural(items: Sequence[Item], phrase: Phrase) -> bool:
    """Whether more than one may be meant: a word in -s, a body, several names."""
    words = [item.word for item in items[phrase[0] : phrase[1]]]
    heads = {words[-1], *(words[place - 1] for place, word in enumerate(words) if place and word in ("of", "in", "at"))}
    return "and" in words or any(
        (word.endswith("s") and not word.endswith("ss")) or word in PLURALS | ORGANISATION for word in heads
    )


def is_verb_here(items: Sequence[Item], at: int, speaker: Phrase, first: int) -> bool:
    """Whether a form that may be a noun is a verb: its subject opens a clause, and no "of" follows."""
    if speaker[0] > at or first < at or items[at - 1].word in AUXILIARY or is_adverb(items[at - 1]):
        return True
    following = items[at + 1].word if at + 1 < len(items) else ""
    if following in _NOUN_BEFORE or (
        following in FORMS and following not in NOUN_TOO and _is_form(items, at + 1, "past")
    ):
        return False
    opener = items[speaker[0] - 1].word if speaker[0] else ","
    phrase = items[speaker[0] : speaker[1]]
    if opener in FORMS or (len(phrase) == 1 and phrase[0].word in DETERMINERS):
        return False
    return (phrase[-1].word != "'s" and phrase[0].word not in ("his", "her", "their", "its", "my", "our")) or _is_form(
        items, at, "past"
    )


def _is_form(items: Sequence[Item], at: int, form: str) -> bool:
    return FORMS[items[at].word].form == form
