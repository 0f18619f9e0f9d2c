"""Of the places where two articles make one claim, the two that are most alike, laid against each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.collation import collate
from generator.model import Collation, Edit, Event, Operation, Span

_TURNED: dict[Operation, Operation] = {"delete": "insert", "insert": "delete"}


def find_closest(event: Event, bases: Iterable[Span], witnesses: Iterable[Span]) -> Collation:
    """Of all collations between two articles' wordings the one with most equal words; the longer of equals."""
    witnesses = tuple(witnesses)
    collations = [collate(event, base, witness) for base in bases for witness in witnesses]
    return max(collations, key=lambda found: (found.similarity, len(found.base) + len(found.witness)))


def turn(collation: Collation) -> Collation:
    """The same comparison from the other side: base and witness change places."""
    edits = tuple(_turn(edit) for edit in collation.edits)
    return replace(collation, base=collation.witness, witness=collation.base, edits=edits)


def _turn(edit: Edit) -> Edit:
    operation = _TURNED.get(edit.operation, edit.operation)
    return replace(edit, operation=operation, base=edit.witness, witness=edit.base)
