"""Numbers with what stands right beside them: a sign, a currency, a unit, and what that is rated by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.figures.lexicon.clauses import SIZES
from generator.figures.lexicon.money import (
    CODES,
    CURRENCIES,
    DOLLARS,
    NATIONAL,
    SPOKEN,
    VERBS_TOO,
    is_money,
)
from generator.figures.lexicon.units import (
    AGES,
    CAPITAL_UNITS,
    EXACT,
    FILLERS,
    PHRASE_STARTS,
    PHRASES,
    PRIMES,
    QUAKES,
    RATED,
    SHORT_UNITS,
    SPACED_UNITS,
    UNITS,
)
from generator.figures.scales import Number
from generator.figures.tokens import is_beside, word_at
from generator.words import Token

_LONGEST_UNIT = 4
_ISO = 3
_FAR = 6


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its unit and range, in indexes of the sentence's tokens; ``high`` is the upper end."""

    first: int
    last: int
    value: float
    unit: str
    number: Number
    high: float | None = None
    signed: str = ""


def measure(text: str, tokens: Sequence[Token], number: Number) -> Part:
    """Take in a sign and a currency before a number, and the unit behind it."""
    first, last, unit = number.first, number.last, "share" if number.share else ""
    if _is_magnitude(tokens, first, last):
        return Part(first, last, number.value, "magnitude", number)
    begin, sign = _sign(text, tokens, first)
    begin, money = _money_before(text, tokens, begin)
    if not sign:
        begin, sign = _sign(text, tokens, begin)
    if unit == "" and money:
        last, unit = _dollar_behind(text, tokens, last, money)
    elif unit == "":
        last, unit = find_unit(text, tokens, number)
    if sign == "-" and not unit:
        begin, sign = first, ""
    last, unit = _rated(text, tokens, last, unit) if unit not in ("", "share", "percent") else (last, unit)
    return Part(begin, last, -number.value if sign == "-" else number.value, unit, number, signed=sign)


def _sign(text: str, tokens: Sequence[Token], first: int) -> tuple[int, str]:
    """A plus or minus before a number or its currency, and where it begins; dashes between words are none."""
    word = word_at(tokens, first - 1)
    if word in ("minus", "plus"):
        return first - 1, "-" if word == "minus" else "+"
    if word == "-" and is_beside(tokens, first) and word_at(tokens, first - 2) == "minus":
        return first - 2, "-"
    if word not in ("-", "+") or not is_beside(tokens, first):
        return first, ""
    start = tokens[first - 1].start
    lone = start == 0 or text[start - 1].isspace() or text[start - 1] == "("
    lone = lone or word_at(tokens, first - 2) in CURRENCIES
    return (first - 1, word) if lone else (first, "")


def _money_before(text: str, tokens: Sequence[Token], first: int) -> tuple[int, str]:
    """The currency before an amount: $, US$, $A, RM, EUR."""
    word = word_at(tokens, first - 1)
    if word in CURRENCIES:
        return _dollar(text, tokens, first - 1) if CURRENCIES[word] == "USD" else (first - 1, CURRENCIES[word])
    if word == "=" and word_at(tokens, first - 2) == "y" and is_beside(tokens, first):
        return first - 2, CODES["y="]
    if word in DOLLARS and is_beside(tokens, first) and word_at(tokens, first - 2) in CURRENCIES:
        return first - 2, DOLLARS[word]
    if word in CODES and text[tokens[first - 1].start].isupper():
        return first - 1, CODES[word]
    return first, ""


def _dollar(text: str, tokens: Sequence[Token], sign: int) -> tuple[int, str]:
    """Whose dollar it is: US$, A$."""
    before = word_at(tokens, sign - 1)
    if before in DOLLARS and (is_beside(tokens, sign) or _is_capital_pair(text, tokens[sign - 1])):
        return sign - 1, DOLLARS[before]
    return sign, "USD"


def _is_capital_pair(text: str, token: Token) -> bool:
    """Two capitals, as in HK $5."""
    return token.end - token.start == 2 and text[token.start : token.end].isupper()  # noqa: PLR2004  # a pair


def _dollar_behind(text: str, tokens: Sequence[Token], last: int, unit: str) -> tuple[int, str]:
    """Whose dollar it is, said behind the amount: $75 US, $75 U.S.; or the unit's word once more."""
    word = word_at(tokens, last)
    if word == "u" and word_at(tokens, last + 1) == "." and word_at(tokens, last + 2) == "s":
        return last + 3 + (word_at(tokens, last + 3) == "."), unit
    code = last < len(tokens) and text[tokens[last].start : tokens[last].end].isupper()
    if unit == "USD" and code and (word in DOLLARS or word in CODES) and len(word) > 1:
        return last + 1, DOLLARS.get(word) or CODES[word]
    return (last + 1, SPOKEN[word]) if SPOKEN.get(word) in (unit, "GBP") and word else (last, unit)


def _is_magnitude(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Magnitude 5.6, a magnitude of 5.6, 5.6 on the Richter scale."""
    behind = [word_at(tokens, at) for at in range(last, last + 4)]
    if "richter" in behind or "magnitude" in (word_at(tokens, first - 1), word_at(tokens, first - 2), *behind[1:2]):
        return True
    if tokens[first].kind != "number" or "." not in tokens[first].folded or is_beside(tokens, first):
        return False
    before = {word_at(tokens, at) for at in range(first - _FAR, first)}
    return "magnitude" in before or behind[0] in QUAKES or behind[1] in QUAKES


def find_unit(text: str, tokens: Sequence[Token], number: Number) -> tuple[int, str]:
    """The unit that follows a number, also after a hyphen, and the index after it; "" for none."""
    at = number.last
    if at < len(tokens) and is_beside(tokens, at) and number.digits and text[tokens[at].start] in PRIMES:
        return (at + 1, PRIMES[text[tokens[at].start]]) if _is_prime(text, tokens, at) else (at, "")
    if word_at(tokens, at) == "-" and is_beside(tokens, at) and is_beside(tokens, at + 1):
        last, unit = _phrase(text, tokens, at + 1, hyphen=True)
        return (last, unit) if unit else (at, "")
    start = at + (word_at(tokens, at) in FILLERS or (word_at(tokens, at) == "de" and word_at(tokens, at + 1) in SPOKEN))
    last, unit = _phrase(text, tokens, start)
    if unit and tokens[last - 1].folded in VERBS_TOO and not number.digits:
        return at, ""
    return (last, unit) if unit else (at, "")


def _is_prime(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign behind digits measures and closes no quotation; curly marks do so only where none is open."""
    sign = text[tokens[at].start]
    return sign != "”" or "“" not in text[max(0, tokens[at].start - 200) : tokens[at].start]


def _phrase(text: str, tokens: Sequence[Token], start: int, *, hyphen: bool = False) -> tuple[int, str]:
    """The longest unit that begins at a token and the index after it; "" for none."""
    longest = _LONGEST_UNIT if word_at(tokens, start) in PHRASE_STARTS else 1
    for count in range(longest, 1, -1):
        phrase = " ".join(word_at(tokens, place) for place in range(start, start + count))
        unit = PHRASES.get(phrase) or (NATIONAL.get(phrase) if count == 2 else None)  # noqa: PLR2004  # country, coin
        if unit:
            return start + count, unit
    last, unit = _word(text, tokens, start, hyphen=hyphen)
    old = last + (word_at(tokens, last) == "-")
    if unit in AGES and word_at(tokens, old) in ("old", "olds"):
        return old + 1, AGES[unit]
    return last, unit


def _word(text: str, tokens: Sequence[Token], at: int, *, hyphen: bool) -> tuple[int, str]:
    """A unit of one word; short ones only right beside the digits, letters of a code in capitals."""
    word = word_at(tokens, at).removeprefix("d'")  # 1,2 milliard d'euros
    if not word:
        return at, ""
    written = text[tokens[at].start : tokens[at].end]
    beside = is_beside(tokens, at) and not hyphen
    if written == "p" and word_at(tokens, at + 2) != "m" and (beside or word_at(tokens, at + 1) != "."):
        return at + 1, "penny"
    if word in CAPITAL_UNITS:
        stands = not hyphen and written.isupper() and (beside or not is_beside(tokens, at + 1))  # W. is an initial
    else:
        sized = word == "m" and word_at(tokens, at + 1) in SIZES
        stands = beside or word not in SHORT_UNITS or word in SPACED_UNITS or (sized and not hyphen)
    code = CODES.get(word) if written.isupper() and len(word) == _ISO else None
    unit = EXACT.get(written) or code or UNITS.get(word) or SPOKEN.get(word) or CURRENCIES.get(word, "")
    return (at + 1, unit) if unit and stands else (at, "")


def _rated(text: str, tokens: Sequence[Token], at: int, unit: str) -> tuple[int, str]:
    """What a measure is by: per head, a barrel, / MWh, barrel-a-day; but not a year earlier."""
    hyphen = word_at(tokens, at) == "-" and word_at(tokens, at + 2) == "-"
    place = at + hyphen
    word = word_at(tokens, place)
    if word == "per" or (word == "/" and is_beside(tokens, place)):
        last, by = find_rate(text, tokens, place + hyphen)
    elif word in ("a", "an", "each"):
        last, by = _phrase(text, tokens, place + 1 + hyphen)
        by = by or word_at(tokens, place + 1 + hyphen)
        last = max(last, place + 2 + hyphen)
        named = by in RATED and (is_money(unit) or by in AGES) and word_at(tokens, last) not in _APART
        by = by if named else ""
    else:
        return at, unit
    return (last, f"{unit} per {by}") if by else (at, unit)


_APART = frozenset({"earlier", "ago", "later", "before", "after", "old", "-"})


def find_rate(text: str, tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The unit or noun behind a "per" at an index, and the index after it; "" for none."""
    last, by = _phrase(text, tokens, at + 1)
    if not by and word_at(tokens, at) == "per" and word_at(tokens, at + 1).isalpha():
        return at + 2, word_at(tokens, at + 1)
    return last, by
