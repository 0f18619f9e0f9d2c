"""The people that an article names: where, by which names, and what it says beside the name about who they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import regex

from generator.cues.english import (
    AUXILIARY,
    BREAKS,
    DETERMINERS,
    FORMS,
    HONORIFICS,
    NOT_NAMES,
    NOUN_TOO,
    ORGANISATION,
    PARTICLES,
    PLACE_LEADS,
    PREPOSITIONS,
    ROLES,
)
from generator.cues.media import KINDS, NAMES
from generator.words import fold

_PART = r"(?:(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}]*+(?:['’-](?!s\b)\p{L}[\p{L}\p{M}]*+)*+)"
_TITLE = rf"(?:{'|'.join(sorted(word.capitalize() for word in HONORIFICS))})\."
_LINK = rf"(?:[ \u00a0](?:{'|'.join(sorted(PARTICLES))}))?[ \u00a0]"
_CAPITALS = regex.compile(rf"\b(?:{_TITLE}|{_PART})(?:{_LINK}(?:{_TITLE}|{_PART}))*+")
_ACRONYM = regex.compile(
    rf"({_PART}(?:[ \u00a0](?:(?:of|for|the|and)[ \u00a0])?{_PART}){{1,7}}+) \((\p{{Lu}}{{2,8}})\)"
)
_SPACE = regex.compile(r"[ \u00a0]")
_WORD_END = regex.compile(r"[\p{L}'’.-]++$")
_MOST_BEFORE = 4
_VERB_AFTER = regex.compile(r"[ \u00a0](?:has |had |also |then |later )?(\p{Ll}++)")
_VERB_BEFORE = regex.compile(r"(\p{Ll}++)[ \u00a0]$")
_VERB_REACH = 15
_PLACED = regex.compile(r"\b(?:in|from|at)[ \u00a0]$")
_NOBODYS = ORGANISATION | NOT_NAMES | DETERMINERS | KINDS | NAMES
_LONGEST = 5
_MOST = 60_000
"""Runs of capitalised words looked at: several megabytes of news have fewer."""
_ROLE_COMMA = regex.compile(r"([\p{L}-]+), $")
_WHO = regex.compile(r",? who\b")
_AFTER = regex.compile(r"(?: \([^)\n]{1,40}\))?, (?:the |a |an |his |her |its |their )?((?:[\p{L}'’.-]+ ?){1,6}+)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named: the name's words, folded words beside it, and whether it may be what its clause is about."""

    start: int
    end: int
    name: tuple[str, ...]
    about: frozenset[str]
    subject: bool


@dataclass(frozen=True, slots=True)
class People:
    """Everyone an article names: mentions in order, names by surname with the longest first, acronyms spelt out.

    ``speaking`` are names that stand beside a verb of saying and that nothing else shows to be people's.
    """

    mentions: tuple[Mention, ...]
    speaking: tuple[Mention, ...]
    names: dict[str, tuple[tuple[str, ...], ...]]
    about: dict[tuple[str, ...], frozenset[str]]
    acronyms: dict[str, str]


def find_people(text: str) -> People:
    """Names that a title, a role beside them, or a later surname alone shows to be a person's."""
    phrases = [(hit.start(), hit[0]) for hit in islice(_CAPITALS.finditer(text), _MOST)]
    alone = {fold(phrase) for _, phrase in phrases}
    found = [mention for start, phrase in phrases if (mention := _mention(text, start, phrase, alone))]
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for mention in found:
        names[fold(mention.name[-1])].add(mention.name)
    ordered = tuple(sorted((*found, *_by_surname(text, phrases, names, found)), key=lambda mention: mention.start))
    longest = {surname: tuple(sorted(forms, key=lambda form: (-len(form), form))) for surname, forms in names.items()}
    known = {mention.end for mention in ordered}
    left = [(start, phrase) for start, phrase in phrases if start + len(phrase) not in known]
    speaking = tuple(_speaking(text, left))
    return People(ordered, speaking, longest, _about(ordered, longest), _acronyms(text))


@lru_cache(maxsize=8192)
def is_role(word: str) -> bool:
    """Whether a word is a title or says what a person does."""
    return any(part in ROLES or part in HONORIFICS for part in fold(word).rstrip(".,").split("-"))


def split_name(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The titles and roles that lead a phrase, with what stands before them, and the name that follows."""
    return _split(tuple(words))


@lru_cache(maxsize=8192)
def _split(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead = max((at + 1 for at, word in enumerate(words) if is_role(word)), default=0)
    while lead < len(words) and fold(words[lead]) in NOT_NAMES | DETERMINERS:
        lead += 1
    return tuple(words[:lead]), tuple(words[lead:])


def _mention(text: str, start: int, phrase: str, alone: set[str]) -> Mention | None:
    """A person named in a run of capitalised words, if it names one."""
    lead, name = split_name(phrase.split())
    if (
        not name
        or name[-1].isupper()
        or fold(name[0]) in PLACE_LEADS
        or any(fold(word) in ORGANISATION | AUXILIARY or _says(fold(word)) for word in name)
        or len(name) > _LONGEST
    ):
        return None
    end = start + len(phrase)
    before = _words_before(text, start)
    titled = any(map(is_role, lead)) or (not lead and (_apposed(text, start) or (bool(before) and is_role(before[-1]))))
    if not titled and len(name) == 1:
        return None
    after = _words_after(text, end)
    known = len(name) > 1 and (fold(name[-1]) in alone or any(map(is_role, after[:2])) or _WHO.match(text, end))
    if not (titled or known):
        return None
    about = frozenset(part for word in (*_titles(before), *lead, *after) for part in fold(word).rstrip(".,").split("-"))
    begin = end - len(phrase.split(None, len(lead))[-1])
    return Mention(begin, end, name, about, _is_subject(text, end, before))


def _speaking(text: str, phrases: Sequence[tuple[int, str]]) -> Iterator[Mention]:
    """Names before a verb of saying or right behind one that are no body's and no place's."""
    places = {phrase for start, phrase in phrases if _PLACED.search(text, max(0, start - _VERB_REACH), start)}
    for start, phrase in phrases:
        name = tuple(phrase.split())
        end = start + len(phrase)
        verb = _VERB_AFTER.match(text, end) or _VERB_BEFORE.search(text, max(0, start - _VERB_REACH), start)
        if verb is None or not _says(fold(verb[1])) or len(name) > _LONGEST or name[-1].isupper():
            continue
        other = any(fold(word) in _NOBODYS or is_role(word) for word in name)
        if not other and phrase not in places:
            yield Mention(start, end, name, frozenset(), subject=True)


def _says(word: str) -> bool:
    """Whether a capitalised word is a verb of a headline: Minister Says."""
    return word in FORMS and FORMS[word].form in ("present", "past") and word not in NOUN_TOO


def _by_surname(
    text: str, phrases: Sequence[tuple[int, str]], names: dict[str, set[tuple[str, ...]]], found: Sequence[Mention]
) -> Iterator[Mention]:
    """Places where a person known from elsewhere is named again, mostly by the surname alone."""
    taken = {mention.end for mention in found}
    for start, phrase in phrases:
        words, end = tuple(phrase.split()), start + len(phrase)
        if end not in taken and fold(words[-1]) in names and (len(words) == 1 or words in names[fold(words[-1])]):
            yield Mention(start, end, words, frozenset(), _is_subject(text, end, _words_before(text, start)))


def _is_subject(text: str, end: int, before: Sequence[str]) -> bool:
    """Neither a possessive nor the object of a preposition; or right after a cue verb: said X."""
    if text[end : end + 2] in ("'s", "’s"):
        return False
    lead = next((fold(word).rstrip(",") for word in reversed(before) if not is_role(word)), "")
    return lead not in PREPOSITIONS or lead in FORMS


def _about(
    mentions: Sequence[Mention], names: dict[str, tuple[tuple[str, ...], ...]]
) -> dict[tuple[str, ...], frozenset[str]]:
    """What the article says of each person, over all mentions, by the longest form of the name."""
    about: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
    for mention in mentions:
        about[names[fold(mention.name[-1])][0]] |= mention.about
    return dict(about)


def _acronyms(text: str) -> dict[str, str]:
    """Acronyms that the article spells out: "Coastal Safety Board (CSB)"."""
    found: dict[str, str] = {}
    for hit in _ACRONYM.finditer(text):
        words = hit[1].split()
        for first in range(len(words)):
            initials = "".join(word[0] for word in words[first:] if word[0].isupper())
            if initials == hit[2] and words[first][0].isupper():
                found.setdefault(fold(hit[2]), " ".join(words[first:]))
    return found


def _words_before(text: str, start: int) -> tuple[str, ...]:
    if _apposed(text, start):
        return _words_before(f"{text[max(0, start - 62) : start - 2]} ", min(start, 62) - 1)
    if start and text[start - 1] not in " \u00a0":
        return ()
    *words, last = _SPACE.split(text[max(0, start - 60) : start])
    found: list[str] = []
    for word in () if last else reversed(words[-_MOST_BEFORE:]):
        hit = None if word.isalpha() else _WORD_END.search(word)
        if not word.isalpha() and hit is None:
            break
        found.append(hit[0] if hit else word)
        if hit and hit.start():
            break
    return tuple(reversed(found))


def _titles(before: Sequence[str]) -> tuple[str, ...]:
    """The last of the words before a name that describe it: roles, names of bodies, "deputy" before a role."""
    first = len(before)
    while first and (before[first - 1][0].isupper() or is_role(before[first - 1]) or _describes(before, first - 1)):
        first -= 1
    return tuple(before[first:])


def _describes(before: Sequence[str], at: int) -> bool:
    """Whether a plain word stands before a role, as in "foreign minister"."""
    word = fold(before[at])
    return at + 1 < len(before) and is_role(before[at + 1]) and word not in BREAKS | DETERMINERS and word not in FORMS


def _apposed(text: str, start: int) -> bool:
    """Whether a role and a comma stand before a name: "the interior minister, Name"."""
    if not text[max(0, start - 3) : start].rstrip("\n").endswith(", "):
        return False
    hit = _ROLE_COMMA.search(text, max(0, start - 30), start)
    return hit is not None and is_role(hit[1])


def _words_after(text: str, end: int) -> tuple[str, ...]:
    hit = _AFTER.match(text, end)
    return tuple(hit[1].split()) if hit else ()
