"""Number words below a thousand in German, French, Spanish and Ukrainian, spelled out from their parts.

A word for one is an article too, and left out.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.words import fold

Spelling = Callable[[int], str]
"""From a number to its words, hyphens and "and" included."""

_words = str.split
_DE_ONES = _words("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")
_DE_TENS = _words("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
_FR_ONES = _words(
    """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf
    """
)
_FR_TENS = _words("vingt trente quarante cinquante soixante")
_ES_ONES = _words(
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
    dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete
    veintiocho veintinueve
    """
)
_ES_TENS = _words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_UK_ONES = _words(
    """
    нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять
    п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять
    """
)
_UK_TENS = _words("двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто")
_UK_HUNDREDS = _words("сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот")


def _german(number: int) -> str:
    if number >= 100:  # noqa: PLR2004
        rest = number % 100
        lead = "" if number < 200 else _german(number // 100)  # noqa: PLR2004  # hundert stands alone
        return f"{lead}hundert{_german(rest) if rest > 1 else 'eins' * rest}"
    if number <= 12:  # noqa: PLR2004
        return _DE_ONES[number]
    ones = number % 10
    short = {6: "sech", 7: "sieb"}.get(ones, _DE_ONES[ones])
    if number < 20:  # noqa: PLR2004
        return f"{short}zehn"
    return f"{_DE_ONES[ones]}und{_DE_TENS[number // 10 - 2]}" if ones else _DE_TENS[number // 10 - 2]


def _french(number: int) -> str:
    if number >= 100:  # noqa: PLR2004
        lead = "cent" if number < 200 else f"{_FR_ONES[number // 100]} cent"  # noqa: PLR2004
        plural = "s" if number % 100 == 0 and number >= 200 else ""  # noqa: PLR2004
        return f"{lead} {_french(number % 100)}" if number % 100 else lead + plural
    if number < 20:  # noqa: PLR2004
        return _FR_ONES[number]
    if number >= 80:  # noqa: PLR2004
        return f"quatre-vingt-{_FR_ONES[number - 80]}" if number > 80 else "quatre-vingts"  # noqa: PLR2004
    tens = min(number // 10, 6)
    ones = number - 10 * tens
    link = " et " if ones in (1, 11) else "-"
    return f"{_FR_TENS[tens - 2]}{link}{_FR_ONES[ones]}" if ones else _FR_TENS[tens - 2]


def _spanish(number: int) -> str:
    if number == 100:  # noqa: PLR2004
        return "cien"
    if number > 100:  # noqa: PLR2004
        rest = f" {_spanish(number % 100)}" if number % 100 else ""
        return _ES_HUNDREDS[number // 100 - 1] + rest
    if number < 30:  # noqa: PLR2004
        return _ES_ONES[number]
    return f"{_ES_TENS[number // 10 - 3]} y {_ES_ONES[number % 10]}" if number % 10 else _ES_TENS[number // 10 - 3]


def _ukrainian(number: int) -> str:
    if number >= 100:  # noqa: PLR2004
        rest = f" {_ukrainian(number % 100)}" if number % 100 else ""
        return _UK_HUNDREDS[number // 100 - 1] + rest
    if number < 20:  # noqa: PLR2004
        return _UK_ONES[number]
    return f"{_UK_TENS[number // 10 - 2]} {_UK_ONES[number % 10]}" if number % 10 else _UK_TENS[number // 10 - 2]


def _table(spell: Spelling) -> dict[str, float]:
    """The value of each number's words as folded tokens with spaces between, hyphens too."""
    return {fold(spell(number)).replace("-", " - "): float(number) for number in range(2, 1000)}


NUMERALS: dict[str, dict[str, float]] = {
    "de": _table(_german) | {"eintausend": 1e3},
    "fr": _table(_french) | {"une centaine": 100.0, "une dizaine": 10.0, "une douzaine": 12.0, "une vingtaine": 20.0},
    "es": _table(_spanish) | {"una docena": 12.0, "un centenar": 100.0, "una decena": 10.0, "una veintena": 20.0},
    "uk": _table(_ukrainian),
}
"""The value of the words of each number, as tokens with spaces between, by language."""

MERGED = {"de": fold("tausend")}
"""The scale that a language writes in one word with what is before and behind it."""

LONGEST = 9
"""Tokens in the longest of them: trois cent quatre-vingt-dix-neuf."""

LOOSE: dict[str, dict[str, float]] = {
    "de": {
        "dutzende": 12.0, "hunderte": 100.0, "tausende": 1e3, "millionen": 1e6, "zehntausende": 1e4,
        "hunderttausende": 1e5,
    },
    "fr": {"dizaines": 10.0, "douzaines": 12.0, "centaines": 100.0, "milliers": 1e3, "millions": 1e6, "milliards": 1e9},
    "es": {"decenas": 10.0, "docenas": 12.0, "centenares": 100.0, "cientos": 100.0, "miles": 1e3, "millones": 1e6},
    "uk": {"десятки": 10.0, "сотні": 100.0, "тисячі": 1e3, "мільйони": 1e6},
}  # fmt: skip
"""Plural scales that count loosely: Hunderte Häuser."""

SHARES: dict[str, dict[str, float]] = {
    "de": {"die hälfte": 0.5, "ein drittel": 1 / 3, "zwei drittel": 2 / 3, "ein viertel": 0.25, "drei viertel": 0.75},
    "fr": {"la moitié": 0.5, "un tiers": 1 / 3, "deux tiers": 2 / 3, "un quart": 0.25, "trois quarts": 0.75},
    "es": {"la mitad": 0.5, "un tercio": 1 / 3, "dos tercios": 2 / 3, "una cuarta parte": 0.25, "un cuarto": 0.25},
    "uk": {"половина": 0.5, "третина": 1 / 3, "чверть": 0.25},
}  # fmt: skip
"""Parts of a whole."""
