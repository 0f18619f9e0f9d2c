"""What front matter may hold, and what makes a value sound; shared by those who read it and those who write it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from urllib.parse import urlsplit

import regex
from rapidfuzz import fuzz, process

from generator.words import slugify

Kind = Literal["words", "date", "address", "language", "list"]

ARTICLE: Mapping[str, Kind] = {
    "outlet": "words",
    "title": "words",
    "published": "date",
    "standfirst": "words",
    "url": "address",
    "author": "words",
    "agency": "words",
    "updated": "date",
    "lang": "language",
    "rights": "words",
    "removed": "list",
}
"""The fields of an article, in the order in which they are written."""
EVENT: Mapping[str, Kind] = {"title": "words", "description": "words", "lang": "language", "notice": "words"}
OUTLET: Mapping[str, Kind] = {"name": "words", "url": "address", "country": "words", "owner": "words"}

RESERVED = frozenset({"assets", "index", "method", "outlets", "pagefind", "search"})
"""Names that the published site needs for itself."""

CODES = {
    "bad-date": "A date is not an ISO 8601 date or date-time, or is not in the calendar.",
    "bad-lang": "A language is not a BCP 47 tag such as en or pt-BR.",
    "bad-siglum": "A file or folder name that becomes an address has signs other than a-z, 0-9 and hyphen.",
    "control-character": "The text holds a control sign, such as NUL, that no page can show.",
    "missing-field": "A field that is required is absent or empty.",
    "reserved-name": "A file or folder has a name that the published site needs for itself.",
    "unknown-field": "A field is not one that is read.",
    "unsafe-url": "An address is not an absolute http or https address.",
}

_SIGLUM = regex.compile(r"[a-z0-9][a-z0-9-]*")
_DATE = regex.compile(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?\s?(?:[Zz]|[+-]\d\d:?\d\d)?)?")
_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOT_IN_ADDRESS = regex.compile(r"[\s\p{Cc}\p{Cs}<>\"\\^`{}|]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, apart from where it stands."""

    code: str
    message: str
    hint: str


def find_fault(field: str, kind: Kind, text: str) -> Fault | None:
    """What is wrong with a field's text, or ``None``."""
    if hit := _CONTROL.search(text):
        return Fault("control-character", f"{field} holds {describe(hit.group())}.", "Take the sign out.")
    if kind == "date" and parse_date(text) is None:
        return _date_fault(field, text)
    if kind == "address" and not is_safe_address(text):
        return Fault("unsafe-url", f"{field} is not a web address: {text}", "Write it whole, from https:// on.")
    if kind == "language" and not _LANGUAGE.fullmatch(text):
        return Fault("bad-lang", f"{field} is not a language tag: {text}", "Write a BCP 47 tag, such as en or pt-BR.")
    return None


def find_name_fault(name: str, what: str) -> Fault | None:
    """What is wrong with a name that becomes part of an address, or ``None``; ``what`` names the thing."""
    if not _SIGLUM.fullmatch(name):
        slug = slugify(name)
        hint = f"Rename it to {slug}." if slug else "Use only a-z, 0-9 and hyphens."
        return Fault("bad-siglum", f"{name} cannot be {what}.", hint)
    if name in RESERVED:
        return Fault("reserved-name", f"{name} cannot be {what}: the site needs it.", "Choose another name.")
    return None


def find_control(text: str) -> int | None:
    """The offset of the first sign that no page can show, tab and line end excepted; ``None`` where all is well."""
    hit = _CONTROL.search(text)
    return hit.start() if hit else None


def describe(sign: str) -> str:
    """A sign by its code point and name: ``U+0000 NULL``."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control sign')}"


def parse_date(text: str) -> date | datetime | None:
    """The date or date-time of ISO 8601 text; ``None`` where it is neither or is not in the calendar."""
    if not _DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text) if len(text) == len("2024-10-28") else datetime.fromisoformat(_compact(text))
    except ValueError:
        return None


def is_safe_address(text: str) -> bool:
    """Whether the text is an absolute http or https address without signs that an address may not hold."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not _NOT_IN_ADDRESS.search(text)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like this one, or ``None`` where none is like it."""
    best = process.extractOne(name.lower(), list(known), scorer=fuzz.ratio, score_cutoff=60)
    return best[0] if best else None


def _date_fault(field: str, text: str) -> Fault:
    what = "is not in the calendar" if _DATE.fullmatch(text) else "is not an ISO date"
    return Fault("bad-date", f"{field} {what}: {text}", "Write it as 2024-10-28, or 2024-10-28T09:30:00+02:00.")


def _compact(text: str) -> str:
    """Python's own reader takes neither a space before the offset nor, in 3.11 alone, a lower-case t or z."""
    day, rest = text[:10], text[11:]
    return f"{day}T{rest.replace(' ', '').upper()}"
