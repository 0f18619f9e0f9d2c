"""The language of a site's own words: its strings, numbers and dates, beside the outlets' own, which stay.

Strings are gettext's, read from ``locale/<language>.po`` as they are written there, so that nothing has to be compiled;
a string's English is its name. Numbers and dates follow the Unicode locale data (CLDR) that Babel brings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).with_name("locale")
"""Where the catalogues are."""

LANGUAGES = ("en", "de", "es", "fr")
"""The languages of the interface, the one that it is written in first."""

_SMALL = 0.001
_GROUPED_FROM = {"es": 10_000}
"""From which number on thousands are parted, where a language leaves numbers of four digits whole."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language with its strings; every method gives plain text, which its user escapes."""

    lang: str
    strings: NullTranslations

    def gettext(self, text: str, **parts: object) -> str:
        """A string, with its named parts filled in where it has some."""
        said = self.strings.gettext(text)
        return said % parts if parts else said

    def ngettext(self, one: str, many: str, count: int, **parts: object) -> str:
        """A string for one or for many; ``count`` is a part of it."""
        return self.strings.ngettext(one, many, count) % {"count": self.number(count), **parts}

    def term(self, word: str, kind: str) -> str:
        """The name of a word of a closed vocabulary; a word that has none is itself."""
        return self.strings.pgettext(kind, word)

    def terms(self, words: Iterable[str], kind: str) -> str:
        """Several such names in a row."""
        return ", ".join(self.term(word, kind) for word in words)

    def number(self, value: float) -> str:
        """A number with its thousands parted, and three decimals at most; below a thousandth, three digits."""
        return self._signs(render_number(value), value)

    def score(self, value: float) -> str:
        """A likeness from 0 to 1 with two decimals."""
        return self._signs(f"{value:.2f}", value)

    def _signs(self, english: str, value: float) -> str:
        if self.lang == "en":
            return english
        symbols = Locale.parse(self.lang).number_symbols["latn"]
        group = "" if abs(value) < _GROUPED_FROM.get(self.lang, 0) else symbols["group"]
        return "".join({",": group, ".": symbols["decimal"]}.get(sign, sign) for sign in english)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole per cent; what is neither none nor all is never rounded to it."""
        rounded = round(share * 100)
        bounded = min(max(rounded, 1), 99) if 0 < share < 1 else rounded
        return f"{bounded} %"

    def day(self, moment: date) -> str:
        """A day in words that mean the same everywhere: 28 October 2024."""
        return format_date(moment, "d MMMM y" if self.lang == "en" else "long", locale=self.lang)

    def moment(self, moment: date | datetime | None) -> str:
        """A day, and a time where one is known: 28 October 2024, 14:05."""
        if moment is None:
            return self.gettext("date unknown")
        if not isinstance(moment, datetime):
            return self.day(moment)
        zone = moment.strftime("%z")
        return f"{self.day(moment)}, {moment:%H:%M}" + (f" (UTC{zone[:3]}:{zone[3:5]})" if zone else "")


def load_tongue(lang: str = "en") -> Tongue:
    """The language's strings; raises ``KeyError`` where it is none of ``LANGUAGES``."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    return _load(lang)


@cache
def _load(lang: str) -> Tongue:
    if lang == "en":
        return Tongue(lang, NullTranslations())
    with (LOCALE / f"{lang}.po").open("rb") as file:
        catalogue = read_po(file, locale=lang)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Tongue(lang, GNUTranslations(compiled))


def find_direction(lang: str) -> str:
    """How a language is written: "ltr", "rtl", or "auto" where it is not known."""
    try:
        return Locale.parse(lang, sep="_" if "_" in lang else "-").text_direction
    except (UnknownLocaleError, ValueError, TypeError):
        return "auto"


def render_number(value: float) -> str:
    """A number in English: "1,520", "0.25", "0.00012"."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.3f}".rstrip("0") if abs(value) >= _SMALL else f"{value:.3g}"


def msgid(text: str) -> str:
    """The text itself: tells those who gather strings that it is shown later, in the language then asked for."""
    return text
