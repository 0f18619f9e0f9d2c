"""One speaker under the spellings of several articles: accents, endings, initials, titles, and places renamed."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from generator.cues.aliases import ALIASES
from generator.cues.english import DETERMINERS, ORGANISATION
from generator.cues.people import is_role, split_name
from generator.model import Quote
from generator.words import fold

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as written, without accents: its given names, surname, titles, and the articles that have it."""

    written: str
    titles: frozenset[str]
    given: tuple[str, ...]
    surname: str
    sigla: frozenset[str]

    @property
    def body(self) -> bool:
        """Whether it is no person's: it has a word for a body, or no capital."""
        parts = (*self.given, self.surname)
        return not self.surname or any(part in ORGANISATION for part in parts) or self.written.islower()


def fold_speakers(quotes: Sequence[Quote], *, likeness: float = 0.94) -> tuple[Quote, ...]:
    """Tell each quote the one spelling under which its speaker stands for all articles: the most used, then longest.

    Two names of persons are one where their surnames are alike by ``likeness`` (Jaro and Winkler, 0 to 1), and they
    begin with one initial or one has no given name and shares a title or the whole surname. Names that one article uses
    side by side are two people. Bodies and places are one where they are the same without accents, or by a table of
    other transliterations.
    """
    counts = Counter(quote.speaker_name for quote in quotes if quote.speaker_name)
    sigla: defaultdict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        if quote.speaker_name:
            sigla[quote.speaker_name].add(quote.content.siglum)
    names = [_read(name, sigla[name]) for name in counts]
    names.sort(key=lambda name: (not name.given, -counts[name.written], -len(name.written), name.written))
    heads = _heads(names, counts, likeness)
    return tuple(replace(quote, known_as=heads.get(quote.speaker_name or "")) for quote in quotes)


def _heads(names: Iterable[_Name], counts: Mapping[str, int], likeness: float) -> Mapping[str, str]:
    """For each spelling the head of its group; a name joins the one group with every name of which it goes."""
    groups: defaultdict[str, list[list[_Name]]] = defaultdict(list)
    for name in names:
        near = groups[name.surname[:1]]
        homes = [group for group in near if all(_same(name, other, likeness) for other in group)]
        # A surname alone that two people bear is neither's.
        if len(homes) == 1 or (homes and name.given):
            homes[0].append(name)
        else:
            near.append([name])
    spellings = ([name.written for name in group] for near in groups.values() for group in near)
    return {one: max(group, key=lambda name: (counts[name], len(name), name)) for group in spellings for one in group}


def _read(written: str, sigla: Iterable[str]) -> _Name:
    """A name taken apart."""
    titles, name = split_name(written.split())
    parts = [part for word in name if (part := _plain(word)) and part not in _SUFFIXES]
    whole = _whole(written)
    if whole in ALIASES or not parts:
        return _Name(written, frozenset(), (), ALIASES.get(whole, whole), frozenset(sigla))
    known = frozenset(_plain(word) for word in titles if is_role(word))
    return _Name(written, known, tuple(parts[:-1]), parts[-1], frozenset(sigla))


def _plain(word: str) -> str:
    """A word folded, in Latin letters without accents or marks."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return fold(anyascii(bare)).strip(".,'")


def _whole(written: str) -> str:
    words = [_plain(word) for word in written.split()]
    return " ".join(word for at, word in enumerate(words) if at or word not in DETERMINERS)


def _same(one: _Name, other: _Name, likeness: float) -> bool:
    """Whether two spellings may be of one speaker."""
    if one.body or other.body or not (one.given or other.given or one.titles or other.titles):
        return _whole(one.written) == _whole(other.written) or one.surname == other.surname in ALIASES.values()
    if one.sigla & other.sigla and one.given and other.given:
        return False
    if JaroWinkler.similarity(one.surname, other.surname) < likeness:
        return False
    if one.given and other.given:
        return one.given[0][0] == other.given[0][0]
    return one.surname == other.surname or bool(one.titles & other.titles)
