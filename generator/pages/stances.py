"""How a stance looks: a shape before a colour, and always with its word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import Stance
from generator.pages.tongue import Tongue, msgid
from generator.quotes.scale import SCALE

Shape = Literal["square", "disc", "half", "ring", "diamond", "half-diamond", "dots", "dash"]

_SHAPES: dict[Stance, Shape] = {
    "own voice": "square",
    "says": "half",
    "claims": "ring",
    "confirms": "disc",
    "acknowledges": "disc",
    "denies": "diamond",
    "did not deny": "half-diamond",
    "no longer denies": "half-diamond",
    "stopped short of confirming": "half-diamond",
    "no evidence": "dots",
    "did not say": "dots",
    "may": "dash",
    "believes": "dash",
}
_MEANINGS: dict[Shape, str] = {
    "square": msgid("in the outlet’s own voice, credited to nobody"),
    "half": msgid("credited to a speaker, with a neutral word such as “said”"),
    "ring": msgid("credited to a speaker, with a word that keeps its distance, such as “claimed”"),
    "disc": msgid("said to be confirmed or acknowledged"),
    "diamond": msgid("denied"),
    "half-diamond": msgid("not denied, or neither confirmed nor denied"),
    "dots": msgid("said to be without evidence, or left unsaid"),
    "dash": msgid("held possible, or believed"),
}


@dataclass(frozen=True, slots=True)
class StanceView:
    """A stance with the shape that stands for it."""

    word: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class ShapeView:
    """A line of the key: a shape, its meaning, and the stances that it stands for."""

    shape: Shape
    meaning: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """A line of the table of stances: what it says of a statement, and the words by which it is known."""

    stance: StanceView
    certainty: str
    polarity: str
    example: str


def view_scale() -> tuple[ScaleRow, ...]:
    """Every stance with its place on the scale, for the method page."""
    return tuple(
        ScaleRow(view_stance(stance), place.certainty, place.polarity, place.example) for stance, place in SCALE.items()
    )


def view_stance(stance: Stance) -> StanceView:
    """The stance as shown."""
    return StanceView(stance, _SHAPES[stance])


def view_key(tongue: Tongue) -> tuple[ShapeView, ...]:
    """Every shape with its meaning, for the method page and the keys of tables."""
    return tuple(
        ShapeView(
            shape,
            tongue.gettext(meaning),
            tuple(tongue.term(word, "stance") for word, drawn in _SHAPES.items() if drawn == shape),
        )
        for shape, meaning in _MEANINGS.items()
    )
