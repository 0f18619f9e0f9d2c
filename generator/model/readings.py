"""What one article says: its quotations and its figures, each a place in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.model.texts import Span, Stance

Bound = Literal["exact", "about", "at least", "at most", "range", "up", "down"]
QuoteKind = Literal["direct", "partial", "indirect"]


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution and its parts (PARC): what is said, the words that say so, and who said it.

    ``content`` is without its quotation marks. ``speaker`` is the span as written near the quote ("he"),
    ``speaker_name`` the name it stands for within the article; both ``None`` where the article names nobody. ``via``
    is the agency or medium through which the words came ("told the Orde Courier"). ``within`` is the identifier of the
    indirect quote in whose content these words in marks stand, said by the same speaker. ``known_as`` is the spelling
    under which the speaker stands for all articles of the event.
    """

    id: str
    kind: QuoteKind
    content: Span
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    stance: Stance = "says"
    cluster: str | None = None
    via: Span | None = None
    within: str | None = None
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included; one day where they are the same."""

    start: date
    end: date

    def isoformat(self) -> str:
        """ISO 8601: a day, or an interval such as 2024-10-01/2024-10-07."""
        start, end = self.start.isoformat(), self.end.isoformat()
        return start if start == end else f"{start}/{end}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as reported, in plain units: "3 million" is 3e6, "a third of" is 1/3 without a unit.

    ``high`` is the upper end of a range.
    ``span`` covers the number with its bound and unit, ``counts`` the noun phrase it counts. ``status`` is the
    governing verb group as written, in lower case ("had been sent"), ``group`` the identifier shared by figures that
    count the same thing, ``about`` the noun phrase that it is said of where that stands before the number: "Revenue"
    rose to 7 billion. ``as_of`` are the days it holds for, ``as_of_basis`` the words that say so ("last week"), read
    against the day of publication.
    """

    id: str
    span: Span
    value: float
    high: float | None = None
    bound: Bound = "exact"
    unit: str = ""
    counts: Span | None = None
    status: str | None = None
    speaker_name: str | None = None
    stance: Stance = "own voice"
    as_of: Period | None = None
    group: str | None = None
    about: Span | None = None
    as_of_basis: Span | None = None
