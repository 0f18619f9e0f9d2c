"""What a run over an archive is asked to do, and the thresholds it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

EngineName = Literal["duckdb", "spark"]

WINDOW = 3
"""Days that two articles may lie apart to be compared, unless told otherwise: the second telling of an event is late by
a day or two, and a week would let last Sunday's match meet this one's."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How an archive is searched.

    Attributes:
        window: Days that two articles may lie apart to be compared; None for any.
        shingle: Words in a run that makes two articles candidates.
        common: Up to so many articles of a period, a run pairs them all; above, each with the next two.
        wide: Above so many articles of a period, a run is boilerplate and pairs none.
        least_shared: Runs that two articles must share to be candidates.
        tied: Shared runs from which two articles are compared word by word though they tell two events.
        joined: Shared runs from which all articles of two events are compared word by word.
        block: Articles of events so joined that are compared at once, at most.
    """

    window: int | None = WINDOW
    shingle: int = 4
    common: int = 100
    wide: int = 1000
    least_shared: int = 4
    tied: int = 4
    joined: int = 8
    block: int = 200

    def digest(self, columns: Mapping[str, str]) -> str:
        """The settings, and which column holds what, as text: what an earlier run found is good for these only."""
        return repr((sorted(asdict(self).items()), sorted(columns.items())))
