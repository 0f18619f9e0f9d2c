"""Nested front matter, value by value, with the place of each in the file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import fields
from generator.content.matter import Matter
from generator.content.values import describe
from generator.diagnostics import Diagnostic
from generator.model import Article

At = tuple[str | int, ...]
"""The keys and numbers that lead to a value: ``("appearances", 2, "exact")``."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file that speaks of articles, while it is read; ``faults`` grows."""

    path: str
    matter: Matter
    articles: Mapping[str, Article]
    faulty: frozenset[str]
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def notes(self) -> str:
        """What stands below the front matter."""
        return unicodedata.normalize("NFC", self.matter.body).strip()

    def value(self, at: At) -> Any:
        """The value there; ``None`` where there is none."""
        entry = self.matter.entries.get(str(at[0]))
        found = entry.value if entry else None
        for key in at[1:]:
            if isinstance(found, dict):
                found = found.get(key)
            elif isinstance(found, list) and isinstance(key, int) and key < len(found):
                found = found[key]
            else:
                return None
        return found

    def place(self, at: At) -> tuple[int, int]:
        """The line and column of a value, or of the nearest around it that is there."""
        entry = self.matter.entries.get(str(at[0])) if at else None
        if entry is None:
            return 1, 1
        whole = entry.line, entry.column
        paths = (at[1:end] for end in range(len(at), 1, -1))
        return next((entry.marks[path] for path in paths if path in entry.marks), whole)

    def lines(self) -> dict[str, tuple[int, int]]:
        """Where each field stands, and each item of a list: ``merge``, ``merge.0``."""
        found = {name: (entry.line, entry.column) for name, entry in self.matter.entries.items()}
        for name, entry in self.matter.entries.items():
            found |= {f"{name}.{path[0]}": mark for path, mark in entry.marks.items() if len(path) == 1}
        return found

    def tell(self, at: At, code: str, message: str, hint: str) -> None:
        """Add a fault at a value's place."""
        self.faults.append(Diagnostic(self.path, *self.place(at), code, message, hint))

    def tell_unknown(self, at: At, known: Iterable[str]) -> None:
        """Tell of the keys of a mapping that nothing reads: what an editor says is not passed over."""
        names = tuple(known)
        for name in self.value(at) if at else self.matter.entries:
            if name not in names:
                near = fields.nearest(str(name), names)
                hint = f"Did you mean {near}?" if near else f"The fields are {', '.join(names)}."
                self.tell((*at, str(name)), "unknown-field", f"{name} is not a field that is read.", hint)

    def text(self, at: At, value: Any, *, whole: bool = False) -> str:
        """Text, NFC and on one line, or as it is where it is wanted ``whole``; empty where there is none."""
        if value is None:
            return ""
        name = next(str(key) for key in reversed(at) if isinstance(key, str))
        if not isinstance(value, str):
            message = f"{name} is {describe(value)}, not text."
            self.tell(at, "wrong-type", message, "Put it in quotation marks.")
            return ""
        if fault := fields.find_fault(name, "words", value):
            self.tell(at, fault.code, fault.message, fault.hint)
            return ""
        settled = unicodedata.normalize("NFC", value)
        return settled if whole else " ".join(settled.split())

    def items(self, at: At) -> Iterator[tuple[int, Any]]:
        """The items of a list with their numbers; nothing where there is none."""
        value = self.value(at)
        if isinstance(value, list):
            yield from enumerate(value)
        elif value is not None:
            name = next(str(key) for key in reversed(at) if isinstance(key, str))
            hint = "Write each item on a line of its own, after a hyphen."
            self.tell(at, "wrong-type", f"{name} is {describe(value)}, not a list.", hint)

    def has_article(self, at: At, siglum: str) -> bool:
        """Whether there is a sound article of that siglum; tells of one that there is not at all."""
        if siglum not in self.articles and siglum not in self.faulty:
            near = fields.nearest(siglum, self.articles)
            hint = f"Did you mean {near}?" if near else f"The articles are {', '.join(sorted(self.articles))}."
            self.tell(at, "unknown-article", f"There is no article {siglum}.", hint)
        return siglum in self.articles
