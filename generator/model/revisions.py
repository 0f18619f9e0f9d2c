"""How an article changed from one of its versions to the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

AmendmentKind = Literal["edited", "inserted", "removed"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A sentence that reads otherwise, is new, or is no more, by its words before and after; one of them may be empty.

    ``figures`` are the numbers in it that changed, as pairs of words, of which one is empty where there is no other.
    """

    kind: AmendmentKind
    before: str = ""
    after: str = ""
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed between a version, from ``since`` on, and the next, from ``until`` on, in order of the text.

    ``until`` is ``None`` where the article does not say when it got the text it has.
    """

    siglum: str
    since: date | datetime | None
    until: date | datetime | None
    amendments: tuple[Amendment, ...]
