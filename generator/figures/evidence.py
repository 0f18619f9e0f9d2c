"""What speaks for and against two figures counting the same thing."""

from __future__ import annotations

from generator.figures.subjects import Subject, alike_names

_ALIKE = 0.75
_ORDER = 8
_DIGITS = 2
_LEAST = 5
_SMALL = 13
_LARGE = 1000
_CLOSE = 0.04
_NEAR = 1.1


def _comparable(first: Subject, second: Subject) -> bool:
    """Whether words around two values may speak for one thing counted differently.

    They must be of one order, and each the only such figure of its sentence.
    """
    low, high = sorted((first.value, second.value))
    return high <= low * _ORDER and first.alone and second.alone


def _likeness(first: Subject, second: Subject) -> float:
    """1 where two sentences say nearly the same."""
    if min(len(first.sentence), len(second.sentence)) < _LEAST:
        return 0.0
    return float(_overlap(first.sentence, second.sentence) >= _ALIKE)


def same_value(first: Subject, second: Subject) -> bool:
    """Equal, or for durations in different units nearly so: 90 days and three months."""
    if first.unit == "time" and first.value != second.value:
        return abs(first.value - second.value) <= _CLOSE * max(first.value, second.value)
    return first.value == second.value


def score(first: Subject, second: Subject) -> float:
    """The evidence that two figures count one thing: 1 is enough, 0 is none.

    The head has to be the same (or open, where the happening is the same). Then a shared name, a shared happening, an
    equal value that is rare or the same one rounded, words shared around the figures and sentences nearly alike each
    add to it. Two figures of one article share the words around them in any case, and of two values of another order
    words prove nothing.
    """
    if first.opposes(second):
        return 0.0
    equal, shared = same_value(first, second), 0.0
    if first.siglum != second.siglum and (equal or _comparable(first, second)):
        shared = _overlap(first.around, second.around) + _likeness(first, second)
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
    near = float(first.siglum != second.siglum and (_rounds(first, second) or _rounds(second, first)))
    return max(near, equal * (1.0 if first.value >= _SMALL else 0.7)) + happening + names + shared


def _rounds(rough: Subject, exact: Subject) -> bool:
    """Whether a large round number is another one, rounded: about 52,000 of 51,870. Two digits at least are kept."""
    digits = len(str(int(rough.value)).rstrip("0"))
    if not rough.rough or exact.rough or rough.value < _LARGE or digits < _DIGITS:
        return False
    step = 10.0 ** (len(str(int(rough.value))) - digits)
    return rough.value != exact.value and abs(rough.value - exact.value) <= step / 2


def _score_measure(first: Subject, second: Subject, *, equal: bool, shared: float) -> float:
    """Money, shares and durations: an equal value weighs most, else the same thing has to be measured alike."""
    head = bool(first.head) and first.head == second.head
    if not equal and not head and not _likeness(first, second) and not _is_near(first, second):
        return 0.0
    return equal * (1.0 if _is_distinctive(first.value) else 0.8) + head * 0.5 + shared


def _is_near(first: Subject, second: Subject) -> bool:
    """Whether two values lie so close that one may be the other put right."""
    low, high = sorted((abs(first.value), abs(second.value)))
    return high <= low * _NEAR


def _is_distinctive(value: float) -> bool:
    """Whether a value is too odd to come up twice by chance: 5.6, or three digits that are not noughts."""
    return value != int(value) or len(str(int(value)).rstrip("0")) > _DIGITS


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Shared words over those of the shorter list, 0 to 1."""
    return len(first & second) / max(1, min(len(first), len(second)))
