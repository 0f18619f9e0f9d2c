"""Numbers of one word in other languages than English, as data; a word for one is an article too, and left out."""

from __future__ import annotations

from generator.words import fold

_FROM_TWO = {
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve",
    "uk": "два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять",
}
_FROM_TWENTY = {
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "vingt trente quarante cinquante soixante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "uk": "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
}
_GERMAN_ONES = ("ein", *_FROM_TWO["de"].split()[:8])
_GERMAN_PAIRS = {
    f"{one}und{fold(ten)}": float(tens * 10 + ones)
    for tens, ten in enumerate(_FROM_TWENTY["de"].split(), start=2)
    for ones, one in enumerate(_GERMAN_ONES, start=1)
}


def _table(lang: str) -> dict[str, float]:
    ones = {fold(word): float(value) for value, word in enumerate(_FROM_TWO[lang].split(), start=2)}
    return ones | {fold(word): value * 10.0 for value, word in enumerate(_FROM_TWENTY[lang].split(), start=2)}


NUMERALS: dict[str, dict[str, float]] = {lang: _table(lang) for lang in _FROM_TWO}
NUMERALS["de"] |= _GERMAN_PAIRS | {"hundert": 100.0, "dutzend": 12.0}
NUMERALS["es"] |= {"cien": 100.0}
"""The value of each number word, by language."""
