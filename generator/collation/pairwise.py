"""One passage against another, word by word.

The method is the Gothenburg model's: tokenise, fold, align, and show what was written. Words are aligned first;
punctuation is aligned only between words that are kept, so it can never pull words apart. One or two short words kept
between two changes join them. What one text has here and the other there is told as moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.collation.moves import Move, find_moves
from generator.collation.runs import Runs, align, clean
from generator.collation.units import Group, Unit, folded_words, groups_of
from generator.model import Collation, Edit, Event, Layer, Operation, Span

_Units = tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit before it has spans: the units it takes on each side, and the move it is part of."""

    operation: Operation
    base: _Units
    witness: _Units
    move: Move | None = None


def collate(event: Event, base: Span, witness: Span, *, least_moved: int = 4) -> Collation:
    """Collate two passages in words.

    Quotation marks, dashes, case, spaces and British or American spelling are folded for comparison only. The edits
    come in reading order; the base spans of keep, delete and replace cover ``base`` without gap, the witness spans of
    keep, insert and replace cover ``witness``. ``least_moved`` is the number of equal words from which a deletion here
    and an insertion there are one move. Passages are bounded by the caller: time grows with length times the number of
    differences.
    """
    left, right = groups_of(event, base), groups_of(event, witness)
    runs = align([group.folded for group in left], [group.folded for group in right])
    steps = _merged(_finer(clean(runs, [group.folded for group in left]), left, right))
    moved = _moved([piece for step in steps for piece in _trimmed(step)], least_moved)
    return Collation(base, witness, tuple(_placed(event, base, witness, moved)), _similarity(runs, left, right))


def _finer(runs: Iterable[tuple[Operation, int]], left: Sequence[Group], right: Sequence[Group]) -> Iterator[_Step]:
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


def _marks(base: _Units, witness: _Units) -> Iterator[_Step]:
    at, to = 0, 0
    for operation, count in align([unit.folded for unit in base], [unit.folded for unit in witness]):
        taken, given = (0 if operation == "insert" else count), (0 if operation == "delete" else count)
        yield _Step(operation, base[at : at + taken], witness[to : to + given])
        at, to = at + taken, to + given


def _flat(groups: Sequence[Group]) -> _Units:
    return tuple(unit for group in groups for unit in group.units)


def _merged(steps: Iterable[_Step]) -> Iterator[_Step]:
    """Join neighbours: keep to keep, and all that lies between two keeps to one deletion, insertion or replacement."""
    for keeps, together in groupby(steps, key=lambda step: step.operation == "keep"):
        parts = list(together)
        base = tuple(unit for step in parts for unit in step.base)
        witness = tuple(unit for step in parts for unit in step.witness)
        yield _Step("keep" if keeps else _change(base, witness), base, witness)


def _change(base: _Units, witness: _Units) -> Operation:
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


def _moved(steps: Sequence[_Step], least: int) -> Iterator[_Step]:
    """Cut what only moves out of the deletions and insertions it stands in."""
    left = _numbered(step.base for step in steps if step.operation != "keep")
    right = _numbered(step.witness for step in steps if step.operation != "keep")
    moves = find_moves(
        [(number, unit.folded) for number, unit in left], [(number, unit.folded) for number, unit in right], least=least
    )
    places, homes = {unit.start: number for number, unit in left}, {unit.start: number for number, unit in right}
    gone = {number: move for move in moves for number in range(move.at, move.at + move.length)}
    came = {number: move for move in moves for number in range(move.to, move.to + move.length)}
    for step in steps:
        if step.operation == "keep":
            yield step
            continue
        taken, given = _chunks(step.base, places, gone), _chunks(step.witness, homes, came)
        yield from _told(taken, given)


def _numbered(runs: Iterable[_Units]) -> list[tuple[int, Unit]]:
    """Number the words, with a number left out between two runs, so that no move reaches over what is kept."""
    found: list[tuple[int, Unit]] = []
    number = 0
    for run in runs:
        for unit in run:
            if unit.is_word:
                found.append((number, unit))
                number += 1
        number += 1
    return found


_Chunk = tuple[Move | None, _Units]


def _chunks(units: _Units, numbers: dict[int, int], moves: dict[int, Move]) -> list[_Chunk]:
    """Units in stretches of one move or none; a mark goes with the word before it."""
    chunks: list[tuple[Move | None, list[Unit]]] = []
    for unit in units:
        move = moves.get(numbers[unit.start]) if unit.is_word else (chunks[-1][0] if chunks else None)
        if not chunks or chunks[-1][0] != move:
            chunks.append((move, []))
        chunks[-1][1].append(unit)
    return [(move, tuple(stretch)) for move, stretch in chunks]


def _told(taken: list[_Chunk], given: list[_Chunk]) -> Iterator[_Step]:
    """Both sides of one change: what does not move on either side stands for each other, once."""
    at = next((n for n, (move, _) in enumerate(taken) if move is None), None)
    to = next((n for n, (move, _) in enumerate(given) if move is None), None)
    if at is None or to is None:
        yield from _one_sided(taken, given)
        return
    yield from _one_sided(taken[:at], given[:to])
    yield _Step("replace", taken[at][1], given[to][1])
    yield from _one_sided(taken[at + 1 :], given[to + 1 :])


def _one_sided(taken: Iterable[_Chunk], given: Iterable[_Chunk]) -> Iterator[_Step]:
    yield from (_Step("delete", units, (), move) for move, units in taken)
    yield from (_Step("insert", (), units, move) for move, units in given)


def _placed(event: Event, base: Span, witness: Span, steps: Iterable[_Step]) -> Iterator[Edit]:
    placed: list[tuple[_Step, Span, Span]] = []
    at, to = base.start, witness.start
    for step in steps:
        for part in _layered(event, base.siglum, witness.siglum, step):
            end_at = part.base[-1].end if part.base else at
            end_to = part.witness[-1].end if part.witness else to
            placed.append((part, Span(base.siglum, at, end_at), Span(witness.siglum, to, end_to)))
            at, to = end_at, end_to
    gone = {step.move: span for step, span, _ in placed if step.move and step.operation == "delete"}
    came = {step.move: span for step, _, span in placed if step.move and step.operation == "insert"}
    for step, one, other in placed:
        moved = (came if step.operation == "delete" else gone).get(step.move) if step.move else None
        yield Edit(step.operation, one, other, _layer(event, step, one, other), moved)


def _layered(event: Event, base: str, witness: str, step: _Step) -> Iterator[_Step]:
    """What is kept, in stretches that are written alike and stretches that are not."""
    if step.operation != "keep":
        yield step
        return
    pairs = zip(step.base, step.witness, strict=True)
    for _, stretch in groupby(
        pairs, key=lambda pair: _written(event, base, pair[0]) == _written(event, witness, pair[1])
    ):
        parts = list(stretch)
        yield _Step("keep", tuple(one for one, _ in parts), tuple(other for _, other in parts))


def _written(event: Event, siglum: str, unit: Unit) -> str:
    return event[Span(siglum, unit.start, unit.end)].strip()


def _layer(event: Event, step: _Step, base: Span, witness: Span) -> Layer | None:
    if folded_words(step.base) != folded_words(step.witness):
        return "substance"
    return None if event[base].split() == event[witness].split() else "style"


def _similarity(runs: Runs, left: Sequence[Group], right: Sequence[Group]) -> float:
    """Dice's coefficient over the aligned words."""
    bare = sum(1 for groups in (left, right) for group in groups if not group.folded)
    total = len(left) + len(right) - bare
    at, kept = 0, 0
    for operation, count in runs:
        if operation == "keep":
            kept += sum(1 for group in left[at : at + count] if group.folded)
        at += 0 if operation == "insert" else count
    return 2 * kept / total if total else 1.0
