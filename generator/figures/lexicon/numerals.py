"""Number words, scales, fractions and separators, by language; all words are folded."""

from __future__ import annotations

from generator.words import listed

ONES = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
    )
}  # fmt: skip
TENS = {
    word: float(value * 10)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 1e2, "dozen": 12.0, "score": 20.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "tr": 1e12,
    "tausend": 1e3, "millionen": 1e6, "mio": 1e6, "milliarden": 1e9, "mrd": 1e9, "milliarde": 1e9,
    "mille": 1e3, "millions": 1e6, "milliards": 1e9, "milliard": 1e9, "mil": 1e3, "millón": 1e6, "millones": 1e6,
    "тисяч": 1e3, "тисячі": 1e3, "тис": 1e3, "мільйонів": 1e6, "мільйони": 1e6, "мільйона": 1e6, "мільйон": 1e6,
    "млн": 1e6, "мільярдів": 1e9, "мільярди": 1e9, "мільярд": 1e9, "млрд": 1e9,
    "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
}  # fmt: skip
"""What a scale word multiplies by; one or two letters count only right after the digits or after money."""

LOOSE_SCALES = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
"""Plural scales that count loosely: "hundreds of" is at least a hundred."""

THOUSANDS_BY_STOP = listed("de es it pt nl da id tr el ro hr sl sr ca eu no nb nn is vi gl")
THOUSANDS_BY_SPACE = listed("fr uk ru pl cs sk bg be fi sv hu lt lv et kk")
"""Languages that write 10.000 and 10 000; their decimal sign is the comma."""

FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
"""Parts of a whole: figures where "of" follows."""

TO = {"en": listed("to through"), "de": listed("bis"), "fr": listed("à"), "es": listed("a"), "uk": listed("до")}
"""Words between the two ends of a range, by language."""

FRAMES = {
    "en": {"between": listed("and"), "from": listed("to")},
    "de": {"zwischen": listed("und"), "von": listed("bis auf")},
    "fr": {"entre": listed("et"), "de": listed("à")},
    "es": {"entre": listed("y"), "de": listed("a"), "desde": listed("hasta")},
    "uk": {"між": listed("і та"), "від": listed("до")},
}
"""Words before the lower end of a range and those before the upper one, by language."""
