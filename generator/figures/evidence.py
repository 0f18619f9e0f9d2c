"""What speaks for and against two figures counting the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cues.english import BREAKS, DETERMINERS
from generator.figures.english import COMPASS, DAYS, FAMILIES, GENERIC, PEOPLE, TOLL
from generator.figures.verbs import find_lemma
from generator.model import Event, Figure
from generator.words import stem, tokenize

_AROUND = 160
_TOLL = 60
_SMALL = 13
_CLOSE = 0.04
_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure as grouping sees it: what is counted, of whom, in which happening, and the words around it.

    ``names`` are the capitalised words beside the head, ``others`` the rest; durations are values in days.
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

    @property
    def anybody(self) -> bool:
        """Whether nothing or only "people" is counted, so that what happened says what it is about."""
        return not self.unit and (not self.head or self.head in PEOPLE)

    @property
    def kind(self) -> tuple[object, ...]:
        """What decides opposition; figures of one kind oppose the same others."""
        return self.unit, self.head, self.names, self.family

    def opposes(self, other: Subject) -> bool:
        """Whether the two cannot count one thing: another unit, another happening, or other people by name."""
        if self.unit != other.unit or (self.family and other.family and self.family != other.family):
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
    return Subject(
        figure.span.siglum,
        event.outlet_of(figure.span),
        unit,
        value,
        head,
        frozenset(word for word, capital in rest if capital),
        frozenset(stem(word, lang) for word, capital in rest if not capital and word not in GENERIC),
        lemma,
        FAMILIES.get(lemma, ""),
        _around(event, figure, lang),
    )


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


def _around(event: Event, figure: Figure, lang: str) -> frozenset[str]:
    """The stems of the words around a figure, within its paragraph."""
    text, span = event.article(figure.span.siglum).text, figure.span
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    end = min(len(text) if stop < 0 else stop, span.end + _AROUND)
    return frozenset(
        stem(token.folded, lang)
        for token in tokenize(text, start, end)
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


def same_value(first: Subject, second: Subject) -> bool:
    """Equal, or for durations in different units nearly so: 90 days and three months."""
    if first.unit == "time" and first.value != second.value:
        return abs(first.value - second.value) <= _CLOSE * max(first.value, second.value)
    return first.value == second.value


def score(first: Subject, second: Subject) -> float:
    """The evidence that two figures count one thing: 1 is enough, 0 is none.

    The head has to be the same (or open, where the happening is the same). Then a shared name, a shared happening, an
    equal value that is rare, and words shared around the figures each add to it.
    """
    if first.opposes(second):
        return 0.0
    equal, shared = same_value(first, second), _overlap(first.around, second.around)
    if first.unit:
        return _score_measure(first, second, equal=equal, shared=shared)
    open_head = bool(first.family) and first.family == second.family and (first.anybody or second.anybody)
    if first.head != second.head and not open_head:
        return 0.0
    named = bool(first.names and second.names)
    if named and not alike_names(first.names, second.names) and not equal:
        return 0.0
    if first.others and second.others and not first.others & second.others and not equal:
        return 0.0
    happening = 1.0 if first.family and first.family == second.family else 0.5 * (first.status == second.status != "")
    names = 1.0 if named and alike_names(first.names, second.names) else 0.0
    return equal * (1.0 if first.value >= _SMALL else 0.7) + happening + names + shared


def _score_measure(first: Subject, second: Subject, *, equal: bool, shared: float) -> float:
    """Money, shares and durations: an equal value weighs most, else the same thing has to be measured alike."""
    head = bool(first.head) and first.head == second.head
    return equal * 0.8 + head * 0.5 + shared


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared words over those of the shorter list, 0 to 1."""
    return len(first & second) / max(1, min(len(first), len(second)))
