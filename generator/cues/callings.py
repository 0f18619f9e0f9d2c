"""Whom a speaker's words mean, in a language of a :class:`Lexicon`: the name in its longest form, or who was named."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from generator.cues.lexicon import Lexicon
from generator.words import fold

_PART = r"\p{Lu}[\p{L}\p{M}]*+(?:['’-]\p{L}[\p{L}\p{M}]*+)*+"
_LINK = r"(?:[ \u00a0](?:de|del|di|da|la|le|van|von|der|den|zu|al|el|y))?[ \u00a0]"
_CAPITALS = regex.compile(rf"\b(?:{_PART}\.?)(?:{_LINK}{_PART})*+")
_BEFORE = regex.compile(r"[\p{L}'’-]++(?=[ \u00a0]$)")
_AFTER = regex.compile(r", ((?:[\p{L}'’-]++ ?){1,5}+)")
_ELISION = regex.compile(r"^[Ll]['’](?=\p{Ll})")
_LEAST = 2
_BACK = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A person named: one past the name, its full form, and the folded words that say who it is."""

    end: int
    name: str
    about: frozenset[str]


def find_named(text: str, lexicon: Lexicon) -> tuple[Named, ...]:
    """The people whom a text names by two words or more beside a role, and each place that has their surname."""
    runs = [(hit, *_split(hit[0].split(), lexicon)) for hit in _CAPITALS.finditer(text)]
    alone = {fold(name[0]) for _, _, name in runs if len(name) == 1}
    people: dict[str, Named] = {}
    for hit, roles, name in runs:
        about = _about(text, hit.start(), hit.end(), roles, lexicon)
        # Where every noun has a capital, only a role beside them makes two of them a person.
        if len(name) >= _LEAST and (about or (not lexicon.comma and fold(name[-1]) in alone)):
            earlier = people.get(fold(name[-1]))
            known = earlier.about if earlier else frozenset()
            people[fold(name[-1])] = Named(hit.start(), earlier.name if earlier else " ".join(name), about | known)
    told = ((hit.end(), people.get(fold(name[-1]))) for hit, _, name in runs if name)
    return tuple(Named(end, person.name, person.about) for end, person in told if person)


def _about(text: str, start: int, end: int, roles: list[str], lexicon: Lexicon) -> frozenset[str]:
    """The roles beside a name: in front of it, or behind a comma."""
    before = _BEFORE.search(text, max(0, start - _BACK), start)
    after = _AFTER.match(text, end)
    beside = [*roles, *([before[0]] if before else []), *(after[1].split() if after else [])]
    return frozenset(fold(word) for word in beside if lexicon.is_role(fold(word)))


def _split(words: list[str], lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """What leads a run of capitalised words, and the name that follows."""
    lead = 0
    for at, word in enumerate(words):
        plain = fold(word).rstrip(".")
        other = plain in lexicon.breaks | lexicon.determiners | lexicon.times | lexicon.quoting | lexicon.links
        known = any(plain == phrase[0] for phrase in lexicon.according)
        if lexicon.is_role(plain) or ((other or known) and at == lead):
            lead = at + 1
    return words[:lead], words[lead:]


def call(named: tuple[Named, ...], lexicon: Lexicon, text: str, start: int, end: int) -> str | None:
    """The name that ``text[start:end]`` stands for; ``None`` for a pronoun that fits nobody named before it."""
    words = _ELISION.sub("", text[start:end]).split()
    folded = [fold(word) for word in words]
    pronoun = folded[0].rpartition("-")[2] if len(words) == 1 else ""
    if pronoun in lexicon.masculine | lexicon.feminine:
        return _by_pronoun(named, lexicon, start, female=pronoun in lexicon.feminine)
    head = _head(words, lexicon)
    _, name = _split(head, lexicon)
    if name and name[-1][:1].isupper() and not lexicon.is_role(fold(name[-1])):
        return _longest(named, name)
    roles = {word.rpartition("'")[2] for word in folded if lexicon.is_role(word)}
    person = _by_role(named, roles, start) if len(roles) == 1 and folded[0] in lexicon.determiners else None
    while len(words) > 1 and fold(words[0]) in lexicon.determiners:
        words = words[1:]
    return person or " ".join(words)


def _head(words: list[str], lexicon: Lexicon) -> list[str]:
    """The words before "of the council" and the like, where a name does not go on behind them."""
    for at, word in enumerate(words):
        if at and fold(word) in lexicon.links and lexicon.is_role(fold(words[at - 1])):
            rest = words[at:]
            last = [other for other in rest if other[:1].isupper()]
            return words if len(last) >= _LEAST and rest[-1] == last[-1] and rest[-2] == last[-2] else words[:at]
    return words


def _longest(named: tuple[Named, ...], name: list[str]) -> str:
    """The fullest form in which the text has this name."""
    tail = tuple(map(fold, name))
    fitting = [other.name for other in named if tuple(map(fold, other.name.split()))[-len(tail) :] == tail]
    return max(fitting, key=len, default=" ".join(name))


def _by_role(named: tuple[Named, ...], roles: set[str], before: int) -> str | None:
    """The person last named before a place, else first behind it, with this role or a compound that ends in it."""
    fitting = [
        person
        for person in named
        if any(word.endswith(role) for role in roles for word in person.about if len(role) > 1)
    ]
    earlier = [person for person in fitting if person.end < before]
    return (earlier[-1] if earlier else fitting[0]).name if fitting else None


def _by_pronoun(named: tuple[Named, ...], lexicon: Lexicon, before: int, *, female: bool) -> str | None:
    """The person last named before a place whose roles do not speak against the pronoun."""
    for person in reversed([person for person in named if person.end < before]):
        told = person.about - lexicon.epicene
        if not told or any(word.endswith(lexicon.female_endings) for word in told) == female:
            return person.name
    return None
