"""From a raw row, whichever file it came from, to a row of :data:`ARTICLES`: one set of rules for all kinds."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from generator import fields
from generator.archive.complaints import Complaints
from generator.archive.marks import Known
from generator.fields import Fault, Kind

Row = dict[str, object]
Place = tuple[str, int]

_KINDS: Mapping[str, Kind] = {"published": "date", "url": "address", "lang": "language"}
LONGEST = 10_000_000
"""Letters of an article at most: three long novels. What has more is no article, and would take the memory of all."""
_SPARE = frozenset({"url", "lang"})
"""Fields that an article can do without: unsound, they are left out with a warning."""


@dataclass(slots=True)
class Rows:
    """Makes rows sound, keeps their ids apart, and tells what is wrong with them.

    Ids are kept as eight bytes of BLAKE2b each, so that memory grows by about 150 bytes an article.

    Attributes:
        complaints: Where faults are told.
        known: The marks of rows that were found sound before; readers pass these over.
        passed: The places of those passed over, an array for each time.
        marks: The mark of each sound row that nothing had to be said about, by id.
        taken: How many rows are sound and were not passed over.
        undated: How many rows have no date, those passed over among them.
    """

    complaints: Complaints
    known: Known = field(default_factory=Known)
    passed: list[npt.NDArray[np.int64]] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)
    taken: int = 0
    undated: int = 0
    _places: list[str] = field(default_factory=list)
    _seen: dict[int, tuple[int, int]] = field(default_factory=dict)

    def skip(self, places: npt.NDArray[np.int64]) -> None:
        """Pass over rows that are known, by their places among the known ones."""
        self.passed.append(places)
        self.undated += int(self.known.undated[places].sum())

    def settle(
        self, raw: Mapping[str, object], place: Place, name: str, marks: tuple[int, int] | None = None
    ) -> Row | None:
        """The sound row, or ``None`` where it has a fault or no text; ``name`` is its id where it gives none.

        ``marks`` are the marks of the row: one if it names its article, and one if its place does.
        """
        before, told = self.complaints.count(), self.complaints.total
        row: Row = {key: self._settle_field(key, value, place) for key, value in raw.items()}
        row["outlet"] = row.get("outlet") or _host(row.get("url"))
        row["id"] = row.get("id") or row.get("url") or name
        sound = self.complaints.count() == before and self._is_whole(row, place)
        if not sound or self._is_twin(str(row["id"]), place):
            return None
        self.taken += 1
        self.undated += row.get("published") is None
        if marks and self.complaints.total == told:
            self.marks[str(row["id"])] = marks[row["id"] == name]
        return row

    def _is_whole(self, row: Row, place: Place) -> bool:
        if not row["outlet"]:
            hint = "Give the outlet, or the whole address that the article was published at."
            self.complaints.tell(place, "missing-field", "outlet is missing, and there is no url to tell it.", hint)
        if not row.get("text"):
            self.complaints.tell(place, "empty-text", "The article has no text; it is left out.", "", "warning")
        if (letters := len(str(row.get("text") or ""))) > LONGEST:
            message = f"The text has {letters:,} letters, more than {LONGEST:,}; it is left out."
            self.complaints.tell(place, "long-text", message, "Give each article a row of its own.", "warning")
        return bool(row["outlet"] and row.get("text") and letters <= LONGEST)

    def _settle_field(self, key: str, value: object, place: Place) -> object:
        if key == "published":
            return self._settle_day(value, place)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if value is None:
            return None
        if not isinstance(value, str):
            self._tell_type(key, value, place)
            return None
        text = value if key == "text" else " ".join(unicodedata.normalize("NFC", value).split())
        kind = _KINDS.get(key, "words")
        # Most texts are plain, and a text is long: telling so is many times quicker than looking for control signs.
        plain = kind == "words" and text.replace("\n", "").isprintable()
        fault = None if plain or not text.strip() else fields.find_fault(key, kind, text)
        self._tell(fault, place, spare=key in _SPARE)
        return text if text.strip() and not fault else None

    def _settle_day(self, value: object, place: Place) -> date | None:
        """The day as written, whatever the zone."""
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        if not isinstance(value, str):
            self._tell_type("published", value, place)
            return None
        fault = fields.find_fault("published", "date", value.strip()) if value.strip() else None
        self._tell(fault, place)
        read = fields.parse_date(value.strip())
        return read.date() if isinstance(read, datetime) else read

    def _tell(self, fault: Fault | None, place: Place, *, spare: bool = False) -> None:
        if fault:
            lost = spare and fault.code != "control-character"
            message = f"{fault.message.rstrip('.')}; it is left out." if lost else fault.message
            self.complaints.tell(place, fault.code, message, fault.hint, "warning" if lost else "error")

    def _tell_type(self, key: str, value: object, place: Place) -> None:
        message = f"{key} is {_describe(value)}, not text."
        self.complaints.tell(place, "wrong-type", message, "Name another column with --column, or mend the line.")

    def _is_twin(self, name: str, place: Place) -> bool:
        """Whether the id has stood before; tells of it with both places."""
        path, line = place
        if not self._places or self._places[-1] != path:
            self._places.append(path)
        key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest())
        known = self._seen.setdefault(key, (len(self._places) - 1, line))
        is_twin = known != (len(self._places) - 1, line)
        if is_twin:
            first = ":".join(str(part) for part in (self._places[known[0]], known[1]) if part)
            hint = "Keep one of the two, or give each an id of its own."
            self.complaints.tell(place, "duplicate-id", f"{name} is the id of the article at {first} too.", hint)
        return is_twin


def _host(url: object) -> str | None:
    """The host of a sound address, without the www of old."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if isinstance(url, str) else None


def _describe(value: object) -> str:
    kinds = {bool: "a yes or no", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return kinds.get(type(value), "something else")
