"""Figures that count the same thing across articles, also where their values differ: that is what readers look for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import floor, log

from generator.figures.conversions import Amount, find_conversions
from generator.figures.evidence import same_value, score
from generator.figures.subjects import Subject, alike_names, describe
from generator.model import Event, Figure

_NEXT = 4
"""Others of its value that a figure of a crowd is compared with."""

_STEP = 0.05
"""Of the logarithm of a duration: a little more than what makes two durations one."""


def group_figures(
    event: Event, figures: Sequence[Figure], *, least: float = 1.0, crowd: int = 400
) -> tuple[Figure, ...]:
    """The same figures in the same order, each with the identifier of its group; a figure alone is a group too.

    Two figures are joined where the evidence that they count one thing scores at least ``least``; the strongest pairs
    go first, and no group takes in a figure that speaks against a member (another happening, other people). Heads such
    as "troops" and "soldiers" are held to be one where two outlets count them with one value and like company. Of a
    head that more than ``crowd`` figures count only equal values are compared. The group is named after its first
    figure in order of siglum and place.
    """
    ordered = sorted(figures, key=lambda figure: (figure.span, figure.id))
    subjects = [describe(event, figure) for figure in ordered]
    same = find_conversions(event, ordered)
    subjects = [_converted(subject, same) for subject in subjects]
    heads = _interchangeable(subjects)
    subjects = _alone([replace(subject, head=heads.get(subject.head, subject.head)) for subject in subjects])
    pairs = sorted(_scored(subjects, crowd), key=lambda pair: (-pair[0], pair[1], pair[2]))
    groups = _merge(subjects, [(first, second) for value, first, second in pairs if value >= least])
    names = {ordered[member].id: f"g{ordered[group[0]].id[1:]}" for group in groups for member in group}
    return tuple(replace(figure, group=names[figure.id]) for figure in figures)


def _converted(subject: Subject, same: dict[Amount, Amount]) -> Subject:
    unit, value = same.get((subject.unit, subject.value), (subject.unit, subject.value))
    return replace(subject, unit=unit, value=value)


def _alone(subjects: Sequence[Subject]) -> list[Subject]:
    """Say of each whether its sentence has no other figure of its unit and head."""
    like = Counter((subject.siglum, subject.at, subject.unit, subject.head) for subject in subjects)
    return [
        replace(subject, alone=like[subject.siglum, subject.at, subject.unit, subject.head] == 1)
        for subject in subjects
    ]


def _interchangeable(subjects: Sequence[Subject]) -> dict[str, str]:
    """Heads that stand for one thing in this event: equal values of two outlets, of the same people or happening."""
    by_value: dict[tuple[str, float], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.head and not subject.unit:
            by_value[subject.unit, subject.value].append(subject)
    leader: dict[str, str] = {}
    for alike in by_value.values():
        kinds = {(subject.outlet, subject.kind): subject for subject in alike}
        for first, second in combinations(kinds.values(), 2):
            if first.head != second.head and first.outlet != second.outlet and _same_company(first, second):
                low, high = sorted((_lead(leader, first.head), _lead(leader, second.head)))
                leader[high] = low
    return {head: _lead(leader, head) for head in leader}


def _lead(leader: dict[str, str], head: str) -> str:
    while leader.get(head, head) != head:
        head = leader[head]
    return head


def _same_company(first: Subject, second: Subject) -> bool:
    """Whether two figures name the same people, or tell of the same happening, and nothing speaks against it."""
    if first.opposes(second):
        return False
    named = bool(first.names and second.names) and alike_names(first.names, second.names)
    return named or bool(first.family and first.family == second.family)


def _scored(subjects: Sequence[Subject], crowd: int) -> Iterator[tuple[float, int, int]]:
    """Pairs that may be one, each once, with the evidence for it."""
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(subjects):
        crowded = len(bucket) > crowd
        for first, second in _neighbours(subjects, bucket) if crowded else combinations(bucket, 2):
            if (first, second) in seen or (crowded and not same_value(subjects[first], subjects[second])):
                continue
            seen.add((first, second))
            value = score(subjects[first], subjects[second])
            if value > 0:
                yield value, first, second


def _neighbours(subjects: Sequence[Subject], bucket: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Of a crowd each with the next few of its value, which is enough to join them all."""
    ordered = sorted(bucket, key=lambda place: (subjects[place].value, place))
    for at, first in enumerate(ordered):
        yield from ((min(first, second), max(first, second)) for second in ordered[at + 1 : at + 1 + _NEXT])


def _buckets(subjects: Sequence[Subject]) -> Iterable[list[int]]:
    """Figures worth comparing: of one unit and head, of one unit and value, or of one happening to people."""
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, subject in enumerate(subjects):
        buckets["head", subject.unit, subject.head].append(place)
        for near in _near_values(subject):
            buckets["value", subject.unit, near].append(place)
        if subject.family and subject.anybody:
            buckets["family", subject.unit, subject.family].append(place)
        elif subject.family and not subject.unit:
            buckets["family", "", subject.family].append(place)
    return buckets.values()


def _near_values(subject: Subject) -> tuple[str, ...]:
    """What a value is looked up by: durations by two steps of a scale each, so that those nearly equal share one."""
    if subject.unit != "time" or subject.value <= 0:
        return (repr(subject.value),)
    step = floor(log(subject.value) / _STEP)
    return str(step), str(step + 1)


@dataclass(slots=True)
class _Group:
    """Figures joined so far: one of each kind, and what each sentence of theirs tells."""

    members: list[int]
    kinds: dict[tuple[object, ...], Subject]
    told: dict[tuple[str, int], Subject]

    def opposes(self, other: _Group) -> bool:
        """Whether any member speaks against any of the other, or one sentence tells two values apart."""
        for place, subject in self.told.items():
            if place in other.told and not same_value(subject, other.told[place]):
                return True
        return any(first.opposes(second) for first in self.kinds.values() for second in other.kinds.values())

    def take(self, other: _Group) -> None:
        """Take in the members of another."""
        self.members += other.members
        self.kinds |= other.kinds
        self.told |= other.told


def _merge(subjects: Sequence[Subject], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Join pairs into groups, the strongest first, unless the two groups oppose each other; the smaller is taken in."""
    homes = [
        _Group([place], {subject.kind: subject}, {(subject.siglum, subject.at): subject})
        for place, subject in enumerate(subjects)
    ]
    for first, second in pairs:
        small, large = sorted((homes[first], homes[second]), key=lambda group: (len(group.members), -group.members[0]))
        if small is large or small.opposes(large):
            continue
        large.take(small)
        for place in small.members:
            homes[place] = large
    return [sorted(group.members) for group in {id(group): group for group in homes}.values()]
