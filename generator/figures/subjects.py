"""A figure as grouping sees it: what is counted, of whom, in which happening, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from generator.cues.english import BREAKS, DETERMINERS
from generator.figures.lexicon.nouns import COMPASS, GENERIC, PEOPLE
from generator.figures.lexicon.units import DAYS
from generator.figures.lexicon.verbs import CASUALTY, FAMILIES, TOLL
from generator.figures.verbs import find_lemma
from generator.model import Event, Figure, Span
from generator.words import stem, tokenize

_AROUND = 160
_TOLL = 60
_SENTENCE = 600
_END = regex.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘]?\p{Lu})|\n")
_PART = regex.compile(r"\s+of\s+(?:the|those|these|its|their|his|her)\b")
_PREFIX = 4
_ROUGH = ("about", "at least", "at most")


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure as grouping sees it: what is counted, of whom, in which happening, and the words around it.

    ``names`` are the capitalised words beside the head, ``others`` the rest; durations are values in days. ``part`` is
    for "five of the dead", ``at`` says where the sentence begins, ``rough`` that the value is a round one by its words,
    and ``alone`` that no other figure in the sentence counts the like.
    """

    siglum: str
    outlet: str
    unit: str
    value: float
    head: str
    names: frozenset[str]
    others: frozenset[str]
    status: str
    family: str
    around: frozenset[str]
    sentence: frozenset[str]
    at: int
    part: bool
    rough: bool = False
    alone: bool = True

    @property
    def anybody(self) -> bool:
        """Whether nothing or only "people" is counted, so that what happened says what it is about."""
        return not self.unit and (not self.head or self.head in PEOPLE)

    @property
    def kind(self) -> tuple[object, ...]:
        """What decides opposition; figures of one kind oppose the same others."""
        return self.unit, self.head, self.names, self.family, self.part

    def opposes(self, other: Subject) -> bool:
        """Whether the two cannot count one thing: another unit or happening, other people by name, a part of them."""
        if self.unit != other.unit or self.part != other.part:
            return True
        if self.family and other.family and self.family != other.family:
            return True
        return bool(self.names and other.names) and not alike_names(self.names, other.names) and (
            _adjectival(self.names - other.names) and _adjectival(other.names - self.names)
        )  # fmt: skip


def describe(event: Event, figure: Figure) -> Subject:
    """Gather what grouping needs of a figure."""
    lang = event.article(figure.span.siglum).lang
    words = _counted_words(event, figure)
    heads = [word for word, _ in words]
    head = stem(heads[-1], lang) if heads else ""
    rest = words[:-1] if words else []
    lemma = "die" if _is_toll(event, figure) else find_lemma(figure.status or "")
    unit, value = ("time", figure.value * DAYS[figure.unit]) if figure.unit in DAYS else (figure.unit, figure.value)
    # A part of a whole ("a third of") has no unit, and is never compared with a count.
    unit = "share" if not unit and 0 < value < 1 else unit
    text = event.article(figure.span.siglum).text
    around, sentence = _around(text, figure.span), _sentence(text, figure.span)
    spelled = [token.folded for token in tokenize(text, figure.span.start, figure.span.end)]
    return Subject(
        figure.span.siglum,
        event.outlet_of(figure.span),
        unit,
        value,
        head,
        frozenset(word for word, capital in rest if capital),
        frozenset(stem(word, lang) for word, capital in rest if not capital and word not in GENERIC),
        lemma,
        _family(lemma, head, unit),
        _stems(event, figure.span.siglum, around, lang),
        _stems(event, figure.span.siglum, sentence, lang) - {stem(word, lang) for word in spelled},
        sentence[0],
        not unit and _PART.match(text, figure.span.end) is not None,
        figure.bound in _ROUGH,
    )


def _family(lemma: str, head: str, unit: str) -> str:
    """The happening of a verb; whoever is called dead died, and only people who leave are on the run."""
    if lemma == "leave":
        return FAMILIES["flee"] if not unit and (not head or head in PEOPLE) else ""
    return FAMILIES.get(lemma or CASUALTY.get(head, ""), "")


def _counted_words(event: Event, figure: Figure) -> list[tuple[str, bool]]:
    """The words of the counted phrase, head last: what "of" or "from" adds comes before it."""
    if figure.counts is None:
        return []
    text = event.article(figure.counts.siglum).text
    plain: list[tuple[str, bool]] = []
    added: list[tuple[str, bool]] = []
    into = False
    for token in tokenize(text, figure.counts.start, figure.counts.end):
        if token.folded in ("of", "from"):
            into = True
        elif token.kind == "word" and token.folded not in DETERMINERS | {"'s"}:
            (added if into else plain).append((token.folded, text[token.start].isupper()))
    return added + plain


def _is_toll(event: Event, figure: Figure) -> bool:
    """Whether the number is that of a toll: the dead, whatever verb stands between."""
    text, start = event.article(figure.span.siglum).text, figure.span.start
    words = [token.folded for token in tokenize(text, max(0, start - _TOLL), start)]
    return figure.counts is None and "toll" in words[-6:] and words[-1] in TOLL


def _around(text: str, span: Span) -> tuple[int, int]:
    """So many signs on both sides of a figure, within its paragraph."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    return start, min(len(text) if stop < 0 else stop, span.end + _AROUND)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """Roughly the sentence of a figure: between marks that end one before a capital."""
    first, last = max(0, span.start - _SENTENCE), min(len(text), span.end + _SENTENCE)
    starts = [hit.end() for hit in _END.finditer(text, first, span.start)]
    stop = _END.search(text, span.end, last)
    return (starts[-1] if starts else first), (stop.start() if stop else last)


def _stems(event: Event, siglum: str, stretch: tuple[int, int], lang: str) -> frozenset[str]:
    """The stems of the words in a stretch that say something."""
    return frozenset(
        stem(token.folded, lang)
        for token in tokenize(event.article(siglum).text, *stretch)
        if token.kind == "word" and token.folded not in BREAKS | DETERMINERS and len(token.folded) > 1
    )


def alike_names(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether every name of the shorter list is in the longer one, by word or by what they begin with."""
    short, long = sorted((first, second), key=len)
    return all(any(_same_name(name, other) for other in long) for name in short)


def _same_name(first: str, second: str) -> bool:
    """Equal, or a country and its people: all but one letter of the shorter begins the longer."""
    if first == second:
        return True
    least = max(_PREFIX, min(len(first), len(second)) - 1)
    return first[:least] == second[:least] and min(len(first), len(second)) >= _PREFIX


def _adjectival(names: frozenset[str]) -> bool:
    """Whether names say of which country or people somebody is; a capital's name may stand for either."""
    return any(name in COMPASS or name.endswith(("an", "ese", "ish", "ch", "i", "ic")) for name in names)
