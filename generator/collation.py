"""One passage against another, word by word.

The method is the Gothenburg model's: tokenise, fold, align, and show what was written. Words are aligned first, by
Myers' algorithm as Google's diff-match-patch implements it, one private-use character a word; punctuation is aligned
only between words that are kept, so it can never pull words apart. One or two short words kept between two changes join
them. (diff-match-patch's own clean-up weighs lengths in characters; in words it would drop a name that stands alone.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from diff_match_patch import diff_match_patch

from generator.model import Collation, Edit, Event, Operation, Span
from generator.words import tokenize

_FIRST = 0xF0000  # plane 15, private use: no letter, digit or space, so the clean-up sees only words
_CAPACITY = 0x10FFFE - _FIRST
_CRUMB, _SHORT = 2, 3  # words between two changes; letters of such a word
_NAMES: dict[int, Operation] = {-1: "delete", 0: "keep", 1: "insert"}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A token with the white space after it, so that the units of a passage cover it without gap."""

    start: int
    end: int
    is_word: bool
    folded: str


@dataclass(frozen=True, slots=True)
class _Group:
    """A word and the marks behind it; the first group of a passage may have no word."""

    units: tuple[_Unit, ...]

    @property
    def folded(self) -> str:
        return self.units[0].folded if self.units[0].is_word else ""

    @property
    def marks(self) -> tuple[_Unit, ...]:
        return self.units[1:] if self.units[0].is_word else self.units


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit before it has spans: the units it takes on each side."""

    operation: Operation
    base: tuple[_Unit, ...]
    witness: tuple[_Unit, ...]


def collate(event: Event, base: Span, witness: Span) -> Collation:
    """Collate two passages in words.

    Quotation marks, dashes, case and spaces are folded for comparison only. The edits come in reading order; the base
    spans of keep, delete and replace cover ``base`` without gap, the witness spans of keep, insert and replace cover
    ``witness``. An edit has substance where a word differs; one that is only punctuation or glyphs has none.
    Passages are bounded by the caller: time grows with length times the number of differences.
    """
    left, right = _groups(event, base), _groups(event, witness)
    runs = _align(left, right)
    steps = _merged(_finer(_cleaned(runs, left), left, right))
    return Collation(base, witness, tuple(_placed(base, witness, steps)), _similarity(runs, left, right))


def _units(event: Event, span: Span) -> tuple[_Unit, ...]:
    tokens = tokenize(event.article(span.siglum).text, span.start, span.end)
    if not tokens:
        return (_Unit(span.start, span.end, is_word=False, folded=""),) if len(span) else ()
    bounds = pairwise([span.start, *(token.start for token in tokens[1:]), span.end])
    return tuple(
        _Unit(start, end, token.kind != "mark", token.folded)
        for token, (start, end) in zip(tokens, bounds, strict=True)
    )


def _groups(event: Event, span: Span) -> tuple[_Group, ...]:
    groups: list[list[_Unit]] = []
    for unit in _units(event, span):
        if unit.is_word or not groups:
            groups.append([])
        groups[-1].append(unit)
    return tuple(_Group(tuple(group)) for group in groups)


_Runs = list[tuple[Operation, int]]


def _align(left: Sequence[_Group | _Unit], right: Sequence[_Group | _Unit]) -> _Runs:
    """Runs of equal, deleted and inserted items."""
    codes: dict[str, int] = {}
    for item in (*left, *right):
        codes.setdefault(item.folded, len(codes))
    if len(codes) > _CAPACITY:
        raise ValueError("passages hold more different words than can be told apart")
    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # a time limit would make the result depend on the machine's load
    diffs = differ.diff_main(_encoded(left, codes), _encoded(right, codes), False)  # noqa: FBT003 - its own signature
    return [(_NAMES[operation], len(text)) for operation, text in diffs]


def _cleaned(runs: _Runs, left: Sequence[_Group]) -> Iterator[tuple[Operation, int]]:
    """Take a crumb between two changes into them: alignment keeps "the" and "of" wherever it can, to no one's use.

    Short words are mostly function words (Zipf's law of abbreviation).
    """
    at = 0
    for n, (operation, count) in enumerate(runs):
        inner = 0 < n < len(runs) - 1
        if operation == "keep" and inner and count <= _CRUMB and _is_short(left[at : at + count]):
            yield from (("delete", count), ("insert", count))
        else:
            yield operation, count
        at += 0 if operation == "insert" else count


def _is_short(groups: Sequence[_Group]) -> bool:
    return all(len(group.folded) <= _SHORT and not any(map(str.isdigit, group.folded)) for group in groups)


def _encoded(items: Sequence[_Group | _Unit], codes: dict[str, int]) -> str:
    return "".join(chr(_FIRST + codes[item.folded]) for item in items)


def _finer(runs: Iterable[tuple[Operation, int]], left: Sequence[_Group], right: Sequence[_Group]) -> Iterator[_Step]:
    """Steps in units; where a word is kept, the marks behind it are aligned on their own."""
    at, to = 0, 0
    for operation, count in runs:
        taken, given = (0 if operation == "insert" else count), (0 if operation == "delete" else count)
        bases, witnesses = left[at : at + taken], right[to : to + given]
        at, to = at + taken, to + given
        if operation != "keep":
            yield _Step(operation, _flat(bases), _flat(witnesses))
            continue
        for base, witness in zip(bases, witnesses, strict=True):
            if base.folded:
                yield _Step("keep", base.units[:1], witness.units[:1])
            yield from _marks(base.marks, witness.marks)


def _marks(base: tuple[_Unit, ...], witness: tuple[_Unit, ...]) -> Iterator[_Step]:
    at, to = 0, 0
    for operation, count in _align(base, witness):
        taken, given = (0 if operation == "insert" else count), (0 if operation == "delete" else count)
        yield _Step(operation, base[at : at + taken], witness[to : to + given])
        at, to = at + taken, to + given


def _flat(groups: Sequence[_Group]) -> tuple[_Unit, ...]:
    return tuple(unit for group in groups for unit in group.units)


def _merged(steps: Iterable[_Step]) -> Iterator[_Step]:
    """Join neighbours: keep to keep, and all that lies between two keeps to one deletion, insertion or replacement."""
    held: _Step | None = None
    for step in steps:
        if held and (held.operation == "keep") == (step.operation == "keep"):
            base, witness = held.base + step.base, held.witness + step.witness
            name: Operation = "keep" if step.operation == "keep" else _change(base, witness)
            held = _Step(name, base, witness)
            continue
        if held:
            yield from _trimmed(held)
        held = step
    if held:
        yield from _trimmed(held)


def _change(base: tuple[_Unit, ...], witness: tuple[_Unit, ...]) -> Operation:
    return "replace" if base and witness else "delete" if base else "insert"


def _trimmed(step: _Step) -> Iterator[_Step]:
    """Leave to the text around a replacement the marks that both its sides end with."""
    same = 0
    while step.operation == "replace" and same < min(len(step.base), len(step.witness)):
        last, other = step.base[-1 - same], step.witness[-1 - same]
        if last.is_word or last.folded != other.folded:
            break
        same += 1
    if not same:
        yield step
        return
    base, witness = step.base[:-same], step.witness[:-same]
    if base or witness:
        yield _Step(_change(base, witness), base, witness)
    yield _Step("keep", step.base[-same:], step.witness[-same:])


def _placed(base: Span, witness: Span, steps: Iterable[_Step]) -> Iterator[Edit]:
    at, to = base.start, witness.start
    for step in steps:
        end_at = step.base[-1].end if step.base else at
        end_to = step.witness[-1].end if step.witness else to
        spans = Span(base.siglum, at, end_at), Span(witness.siglum, to, end_to)
        yield Edit(step.operation, *spans, substance=_words(step.base) != _words(step.witness))
        at, to = end_at, end_to


def _words(units: Iterable[_Unit]) -> list[str]:
    return [unit.folded for unit in units if unit.is_word]


def _similarity(runs: _Runs, left: Sequence[_Group], right: Sequence[_Group]) -> float:
    """Dice's coefficient over the aligned words."""
    bare = sum(1 for groups in (left, right) for group in groups if not group.folded)
    total = len(left) + len(right) - bare
    at, kept = 0, 0
    for operation, count in runs:
        if operation == "keep":
            kept += sum(1 for group in left[at : at + count] if group.folded)
        at += 0 if operation == "insert" else count
    return 2 * kept / total if total else 1.0
