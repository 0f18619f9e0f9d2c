"""What the rules for languages other than English ask of a language: its words, and nothing of how they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying: its stance, and the particle that a form parted from it needs further on (teilte … mit)."""

    stance: Stance
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words, all folded.

    ``finite`` and ``participles`` are forms of verbs of saying, ``infinitives`` follow a word of ``declines``.
    ``according`` are phrases before a speaker (laut, nach Angaben von), ``postposed`` words behind one (zufolge),
    ``quoting`` words between a comma and one (so). ``links`` go on with a noun phrase, ``breaks`` end it.
    ``epicene`` are roles that tell neither he from she. ``comma`` tells that a comma alone may lead to what is said;
    ``addressing`` stand before whom it is said to.
    """

    finite: Mapping[str, Saying]
    participles: Mapping[str, Saying]
    infinitives: Mapping[str, Saying]
    auxiliaries: frozenset[str]
    declines: frozenset[str]
    negation: frozenset[str]
    longer: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    postposed: frozenset[str]
    quoting: frozenset[str]
    as_said: frozenset[str]
    that: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    determiners: frozenset[str]
    links: frozenset[str]
    breaks: frozenset[str]
    times: frozenset[str]
    addressing: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    epicene: frozenset[str]
    female_endings: tuple[str, ...]
    hedges: frozenset[str]
    may: frozenset[str]
    no_evidence: frozenset[tuple[str, str]]
    comma: bool = False

    @property
    def triggers(self) -> frozenset[str]:
        """Words of which a sentence with a cue has one."""
        leads = {phrase[0] for phrase in self.according}
        return frozenset((*self.finite, *self.participles, *self.infinitives, *leads, *self.postposed, *self.quoting))

    def is_role(self, word: str) -> bool:
        """Whether a folded word says what somebody does."""
        plain = word.rpartition("'")[2]
        return plain in self.roles or plain.endswith(self.role_endings)


def forms(stances: Mapping[Stance, str], particle: str = "") -> dict[str, Saying]:
    """A table of forms, written down as words parted by white space, by stance."""
    return {word: Saying(stance, particle) for stance, words in stances.items() for word in words.split()}


def pairs(phrases: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Phrases of two words."""
    return frozenset((first, second) for first, second in (phrase.split() for phrase in phrases))
