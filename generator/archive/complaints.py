"""Faults of an archive as they come up: told one by one at first, then counted, for there may be millions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Severity

LISTED = 100
"""How many faults of one code are listed with their places."""


@dataclass(slots=True)
class Complaints:
    """Collects the faults of the archive shown as ``path``."""

    path: str
    _kept: list[Diagnostic] = field(default_factory=list)
    _counts: Counter[tuple[str, Severity]] = field(default_factory=Counter)

    def add(self, *faults: Diagnostic) -> None:
        """Keep faults, or count them where enough of their kind are kept."""
        for fault in faults:
            kind = (fault.code, fault.severity)
            self._counts[kind] += 1
            if self._counts[kind] <= LISTED:
                self._kept.append(fault)

    def tell(self, place: tuple[str, int], code: str, message: str, hint: str, severity: Severity = "error") -> None:
        """Keep a fault at a path and line."""
        self.add(Diagnostic(*place, 0, code, message, hint, severity))

    def count(self) -> int:
        """How many errors there are, listed or not."""
        return sum(number for (_, severity), number in self._counts.items() if severity == "error")

    @property
    def total(self) -> int:
        """How many faults and warnings there are, listed or not."""
        return sum(self._counts.values())

    def list(self) -> tuple[Diagnostic, ...]:
        """All that were kept, in order of place, and a line for each kind that has more."""
        more = [
            Diagnostic(self.path, 0, 0, code, f"{number - LISTED:,} more are not listed.", "", severity)
            for (code, severity), number in self._counts.items()
            if number > LISTED
        ]
        return tuple(sorted([*self._kept, *more]))
