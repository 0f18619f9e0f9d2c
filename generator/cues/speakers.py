"""Whom a phrase beside a cue means: a name in its longest form, a role or pronoun taken back to the person named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

import regex

from generator.cues.english import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    ADVERBS,
    ARTICLES,
    DETERMINERS,
    FEMALE,
    MALE,
    MUTE,
    NUMBERS,
    PARTICLES,
    PREPOSITIONS,
    ROLES,
    SPEECH,
)
from generator.cues.people import Mention, People, is_role, split_name
from generator.words import fold

_HE = frozenset({"he", "she"})
_PLAIN = frozenset({"they", "it", "we", "i", "you", "who"})
_INDEFINITE = frozenset({"a", "an", "some", "many", "several", "other", "another", "two", "one", "no"})
_HEADS = frozenset({"chief", "head", "boss", "leader"})
_PART_OF = regex.compile(r"[\s\u00a0]+(?:of|for|at|in|with|from|on)[\s\u00a0]|[,(]")
_ASIDE = regex.compile(r"\s*\([^)]*\)")
_SENTENCE_END = regex.compile(r"(?r)[.!?…][\"”’»)]*\s+|\n")  # from the end of the text backwards
_AGE = len("year-old ")
_SENTENCES_BACK = 8
_MENTIONS_BACK = 100


def resolve(people: People, text: str, start: int, end: int) -> str | None:
    """The name that ``text[start:end]`` stands for; ``None`` for a pronoun that nobody named before it fits."""
    words = text[start:end].replace("’", "'").split()
    folded = [fold(word) for word in words]
    if len(words) == 1 and folded[0] in _HE:
        return _by_pronoun(people, text, start, folded[0])
    if len(words) == 1 and folded[0] in _PLAIN and not words[0].isupper():
        return None
    if len(words) > 1 and folded[0] in ("his", "her") and folded[-1] in SPEECH:
        return _by_pronoun(people, text, start, "he" if folded[0] == "his" else "she")
    if folded == ["year-old"]:
        return _by_age(people, start)
    return _by_phrase(people, text, start + _AGE * (folded[0] == "year-old"), end)


def _by_phrase(people: People, text: str, start: int, end: int) -> str | None:
    """The name that a phrase which is no pronoun stands for."""
    words = text[start:end].replace("’", "'").split()
    folded = [fold(word) for word in words]
    phrase = _ASIDE.sub("", text[start:end])
    head = _PART_OF.split(phrase)[0].split()
    if not _names(head):
        headed = any(map(is_role, head)) and fold(head[-1]) in ADJECTIVES
        return phrase if headed or (folded[0] in DETERMINERS and folded[1:2] == ["of"]) else None
    _, name = split_name(head)
    if name and name[-1][0].isupper():
        return _by_name(people, _written_large(name), start)
    definite = folded[0] not in _INDEFINITE and (folded[0] == "the" or words[0][0].isupper())
    alone = any(is_role(word) and not word.endswith(("s", "men", "people")) for word in head)
    person = _by_role(people, folded, start) if definite and alone else None
    return person or _plain(people, phrase)


def _written_large(name: Sequence[str]) -> Sequence[str]:
    """A name without the plain words before it: a note Holt, the keen gardener Ida Holt."""
    first = next(at for at, word in enumerate(name) if word[0].isupper() or fold(word) in PARTICLES)
    return name[first:] if all(word[0].isupper() or fold(word) in PARTICLES for word in name[first:]) else name


def _names(head: Sequence[str]) -> bool:
    """Whether the words before any "of …" end in a noun that can speak; no number, no adjective alone."""
    words = [fold(word) for word in head if fold(word) not in DETERMINERS]
    if not words or not any(sign.isalpha() for sign in words[-1]) or words[0] in PREPOSITIONS | {"and", "or"}:
        return False
    last, capital = words[-1], head[-1][0].isupper()
    bare = all(word in ADJECTIVES | ADVERBS for word in words[:-1])
    if (bare and last in MUTE) or (len(words) == 1 and last in NUMBERS):
        return False
    return capital or is_role(last) or not (last in ADJECTIVES or last.endswith(ADJECTIVE_ENDINGS))


def _full(people: People, mention: Mention) -> str:
    """The longest form of a mentioned name, unless an article has two people of that surname."""
    return " ".join(_longest(people, mention.name))


def _longest(people: People, name: Sequence[str]) -> tuple[str, ...]:
    forms = people.names.get(fold(name[-1]), ())
    fitting = [
        form for form in forms if len(name) == 1 or (len(form) >= len(name) and form[-len(name) :] == tuple(name))
    ]
    return fitting[0] if fitting else tuple(name)


def _by_name(people: People, name: Sequence[str], before: int) -> str:
    """A name in its longest form; of two people with one surname, the one named last before this place."""
    forms = people.names.get(fold(name[-1]), ())
    if len(name) == 1 and len({form[0] for form in forms if len(form) > 1}) > 1:
        for mention in _back(people.mentions, before):
            if fold(mention.name[-1]) == fold(name[-1]) and len(mention.name) > 1:
                return " ".join(mention.name)
    full = _longest(people, name)
    return people.acronyms.get(fold(full[0]), full[0]) if len(full) == 1 else " ".join(full)


def _plain(people: People, phrase: str) -> str | None:
    """The phrase itself without its determiner, and an acronym spelt out."""
    words = phrase.split()
    while len(words) > 1 and fold(words[0]) in ARTICLES:
        words = words[1:]
    return people.acronyms.get(fold(words[0]), words[0]) if len(words) == 1 else " ".join(words)


def _back(mentions: Sequence[Mention], before: int) -> Sequence[Mention]:
    """Mentions before a place, the nearest first, as far back as a reader would look."""
    last = bisect_left(mentions, before, key=lambda mention: mention.start)
    return mentions[max(0, last - _MENTIONS_BACK) : last][::-1]


def _by_role(people: People, folded: Sequence[str], before: int) -> str | None:
    """The person whose roles, as the article gives them beside the name, fit best; the nearest of several."""
    parts = {part for word in folded for part in word.rstrip(".").split("-") if word not in DETERMINERS | {"'s"}}
    roles, rest = parts & ROLES, {part.removesuffix("'s") for part in parts - ROLES}
    order = [_longest(people, mention.name) for mention in _back(people.mentions, before)]
    order += [_longest(people, mention.name) for mention in people.mentions[:_MENTIONS_BACK]]
    best: tuple[int, tuple[str, ...]] = (0, ())
    for name in dict.fromkeys(order):
        about = people.about.get(name, frozenset())
        heads = bool(rest & about) and bool((roles & _HEADS and about & ROLES) or about & _HEADS)
        score = len(roles & about) * 2 + len(rest & about) + heads
        if (roles <= about or heads) and (not rest or rest & about) and score > best[0]:
            best = score, name
    return " ".join(best[1]) if best[1] else None


def _by_age(people: People, before: int) -> str | None:
    """Whom "the 43-year-old" means: the person last named."""
    return next((_full(people, mention) for mention in _back(people.mentions, before)), None)


def _by_pronoun(people: People, text: str, before: int, pronoun: str) -> str | None:
    """The person the text was last about: in this sentence, else in the sentences before it, subjects first."""
    mentions = _back(people.mentions, before)
    if not mentions and not people.speaking:
        return None
    ends = islice(_SENTENCE_END.finditer(text, max(0, before - 2500), before), _SENTENCES_BACK)
    starts = [hit.end() for hit in ends]
    if len(starts) < _SENTENCES_BACK:
        starts.append(0)
    place = 0
    for start in starts:
        first = place
        while place < len(mentions) and mentions[place].start >= start:
            place += 1
        for mention in reversed(mentions[first:place]):
            if mention.subject and _fits(people, mention, pronoun):
                return _full(people, mention)
    near = (mention for mention in _back(people.speaking, before) if mention.start >= starts[-1])
    fitting = (mention for mention in mentions if _fits(people, mention, pronoun))
    last = next(near, None) or next(fitting, None)
    return _full(people, last) if last else None


def _fits(people: People, mention: Mention, pronoun: str) -> bool:
    """Whether nothing beside the name speaks against the pronoun."""
    about = people.about.get(_longest(people, mention.name), frozenset())
    against = (FEMALE if pronoun == "he" else MALE) - {pronoun}
    return not about & (against - {"he", "she", "his", "her", "him", "hers", "himself", "herself"})
