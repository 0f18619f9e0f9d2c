"""A row of the scoreboard: what was measured, on which set, beside whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of ours, and those of others on the same lines where there are any.

    ``stage`` is the part of the program measured ("passages", "archive", "quotes", "figures"), ``data`` the set,
    ``metric`` what is counted, with its unit where it has one. ``peer`` names whose figure ``theirs`` is; ``run`` tells
    whether the peer ran in the same command or is quoted as published.
    """

    stage: str
    data: str
    metric: str
    ours: float
    peer: str = ""
    theirs: float | None = None
    run: Literal["here", "published", ""] = ""
