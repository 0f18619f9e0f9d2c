"""What stands beside what: passages alike, and how their words differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.texts import Span

Operation = Literal["keep", "delete", "insert", "replace"]
Layer = Literal["substance", "style"]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages alike across outlets; ``similarity`` is the lowest share of equal words with the leader, 0 to 1."""

    id: str
    passages: tuple[Span, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a collation, as spans of both texts; the absent side of an insert or delete is empty.

    ``layer`` is "substance" where words differ, "style" where the words are the same and glyphs, capitals, spelling
    or punctuation are not, and ``None`` where nothing is. ``moved`` is the place in the other text where the same
    words stand, for a deletion or an insertion that only moves them.
    """

    operation: Operation
    base: Span
    witness: Span
    layer: Layer | None
    moved: Span | None = None

    @property
    def substance(self) -> bool:
        """Whether a word differs."""
        return self.layer == "substance"


@dataclass(frozen=True, slots=True)
class Collation:
    """One passage against another: the edits in order cover both spans without gap.

    ``similarity`` is the share of equal words, twice the kept ones over all, 0 to 1.
    """

    base: Span
    witness: Span
    edits: tuple[Edit, ...]
    similarity: float

    @property
    def substance(self) -> bool:
        """Whether any word differs."""
        return any(edit.substance for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Column:
    """What stands beside each other in a table of variants: a cell a witness, in the order of the witnesses.

    A cell is empty where its witness has no words here. ``readings`` numbers the cells from 0: equal numbers, equal
    words; ``None`` where the witness has not begun yet or has ended. ``layer`` is as for an edit.
    """

    cells: tuple[Span, ...]
    readings: tuple[int | None, ...]
    layer: Layer | None


@dataclass(frozen=True, slots=True)
class Variants:
    """Passages of one claim that are alike enough to be laid in one table: the cells of a row are its witness.

    ``moves`` are pairs of places where two witnesses have the same words, one here and one there.
    """

    claim: str
    witnesses: tuple[Span, ...]
    columns: tuple[Column, ...]
    moves: tuple[tuple[Span, Span], ...] = ()
