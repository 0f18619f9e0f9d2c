"""Numbers that are no figures: dates, times, names, versions, scores, addresses, list and page numbers."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from generator.figures.lexicon.money import CURRENCIES
from generator.figures.lexicon.names import CLOCK, CLOCK_ELSEWHERE, FURNITURE, MONTHS, NUMBERED, SCORING, YEAR_LEADS
from generator.figures.lexicon.units import UNITS
from generator.figures.lexicon.verbs import CASUALTY, HARMS
from generator.figures.scales import Number
from generator.figures.verbs import LEMMAS
from generator.words import Token

_ADDRESS = regex.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w+|[@#]\w+"
    r"|(?<![\w-])[\w-]{1,63}\.(?:com|org|net|gov|edu|io)\b\S*"
)
_PHONE = regex.compile(
    r"\+\d[\d ()-]{7,20}\d|\b\d{3}[-. ]\d{3,4}[-. ]\d{4}\b|\(\d{3}\) ?\d{3}-\d{4}|\b1-8\d\d-[\dA-Z-]{7,20}"
)
_POWER = regex.compile(r"\d[\d.,]{0,20}\s?[×x]\s?10(?:\^|\s?[-−–]\s?)?\d*")
_GENERATION = regex.compile(r"\b[2-6]G\b")
_LISTED = regex.compile(r"^[^\S\n]*(?:\(?\d{1,3}[.)](?=\s)|#\d+)", regex.MULTILINE)
_DATED = regex.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,9}/\d{1,9}\b(?!\s+of\b)")
_ORDINAL = regex.compile(r"(?:st|nd|rd|th|er|ère|ème|e|º|ª|s)\b", regex.IGNORECASE)
_SUSPECT = regex.compile(r"[@#/×^+(]|\d\s?[-. )x×]|\.\w|\b[2-6]G|\b1-8")
"""One look for a sign that each of the others needs, since most sentences have none."""
_LEADS = frozenset({"now", "then", "mid", "sub", "magnitude"})
_FIRST_YEAR, _LAST_YEAR, _DAYS, _TEN_O_CLOCK = 1500, 2100, 31, 1000
_RECENT = 1900


def find_masks(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches in which no number is a figure: addresses, telephone numbers, list marks, dates in digits."""
    if not _SUSPECT.search(text):
        return ()
    rules = (_ADDRESS, _PHONE, _POWER, _GENERATION, _LISTED, _DATED)
    hits = (hit.span() for rule in rules for hit in rule.finditer(text))
    return tuple(sorted(hits))


def is_no_figure(
    text: str,
    tokens: Sequence[Token],
    number: Number,
    *,
    counted: bool,
    english: bool = True,
    led: bool = False,
    measured: bool = False,
) -> bool:
    """Whether a number dates, times, names or scores; ``counted`` says that a noun it counts or a unit follows.

    ``measured`` is for a unit behind it: what has one is no year.

    ``led`` is for a currency or a sign before it, so that it is neither part of a name nor of a date.

    In languages whose nouns are not known (``english`` is false) four digits of our time are a year.
    """
    if led:
        return False
    if _glued(text, tokens, number, measured=measured) or _is_time(tokens, number, english=english):
        return True
    if not number.digits:
        return _named(text, tokens, number, counted=counted)
    return (
        _in_date(text, tokens, number, counted=counted)
        or (not measured and _is_year(text, tokens, number, counted=counted and (english or not _is_recent(number))))
        or _named(text, tokens, number, counted=counted or not english)
        or _is_score(text, tokens, number)
        or (counted and _is_furniture(tokens, number))
    )


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token touches the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _glued(text: str, tokens: Sequence[Token], number: Number, *, measured: bool) -> bool:
    """F-16, COVID-19, G7, 28th, 1990s, 4x4: letters or hyphens before, ordinal endings behind.

    So is the tail of a numeral that letters begin: the thousands of US17,246,208.
    """
    return _glued_before(text, tokens, number) or (not measured and _glued_behind(tokens, number))


def _glued_before(text: str, tokens: Sequence[Token], number: Number) -> bool:
    before = number.first - 1
    if not _beside(tokens, number.first):
        return False
    sign = _word(tokens, before)
    if sign == "-" and before:
        word, written = tokens[before - 1], text[tokens[before - 1].start : tokens[before - 1].end]
        if _word(tokens, number.last) in CASUALTY:
            return False  # BREAKING-3 dead
        joined = _beside(tokens, before) and word.kind == "word" and word.folded not in _LEADS
        return joined or (not _beside(tokens, before) and written.isupper())  # COVID -19
    parted = sign == "," and _beside(tokens, before)
    return tokens[before].kind == "word" or parted or sign in (".", "#", "@", "_", "/", "\\", "'")


def _glued_behind(tokens: Sequence[Token], number: Number) -> bool:
    last = number.last
    if not _beside(tokens, last) or last >= len(tokens):
        return False
    following = _word(tokens, last)
    if following in ("/", "'", "_") or (following == ":" and number.digits and _beside(tokens, last + 1)):
        return True
    return number.digits and tokens[last].kind == "word" and following not in UNITS and following != "plus"


def _is_time(tokens: Sequence[Token], number: Number, *, english: bool) -> bool:
    """5 p.m., 1400 GMT, six o'clock, seven-thirty."""
    following = _word(tokens, number.last)
    if following in (CLOCK if english else CLOCK_ELSEWHERE) or (
        following == "hours" and number.digits and number.last - number.first == 1 and _clocklike(number)
    ):
        return True
    return following in ("a", "p") and _word(tokens, number.last + 1) == "." and _word(tokens, number.last + 2) == "m"


def _clocklike(number: Number) -> bool:
    """1400 hours: whole hundreds up to midnight."""
    return number.value >= _TEN_O_CLOCK and number.value % 100 == 0


def _in_date(text: str, tokens: Sequence[Token], number: Number, *, counted: bool) -> bool:
    """A day or year beside a month, also the second of "Oct. 8-13" and of "June 20, 2024".

    What is counted is no day over an "and": "in May and 7 per cent in June".
    """
    if number.value != int(number.value) or number.value > _LAST_YEAR or number.last - number.first > 1:
        return False
    back = number.first - 1
    for _ in range(6):
        word = _word(tokens, back)
        if _is_month(text, tokens, back):
            return number.value <= _DAYS or number.value >= _FIRST_YEAR
        if counted and word in ("and", "to", "or", "the"):
            break
        if word not in (".", ",", "-", "and", "to", "or", "the") and not (
            0 <= back < len(tokens) and tokens[back].kind == "number"
        ):
            break
        back -= 1
    ahead = number.last
    for _ in range(5):
        word = _word(tokens, ahead)
        if _is_month(text, tokens, ahead):
            return number.value <= _DAYS
        if word not in ("-", "and", "to", "or", ".", "of", "de", "th", "st", "nd", "rd") and not (
            ahead < len(tokens) and tokens[ahead].kind == "number"
        ):
            break
        ahead += 1
    return False


def _is_month(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A month's name; "may" and "march" only with a capital."""
    word = _word(tokens, at)
    return word in MONTHS and (word not in ("may", "march", "mar", "sep") or text[tokens[at].start].isupper())


def _is_year(text: str, tokens: Sequence[Token], number: Number, *, counted: bool) -> bool:
    """Four digits without a separator that could be a year, unless they plainly count something."""
    digits = text[tokens[number.first].start : tokens[number.last - 1].end]
    if not (len(digits) == 4 and digits.isdecimal() and _FIRST_YEAR <= number.value <= _LAST_YEAR):  # noqa: PLR2004  # years have four digits
        return False
    before = _word(tokens, number.first - 1)
    return (
        not counted
        or before in YEAR_LEADS
        or before in (",", "(", "-")
        or _word(tokens, number.last) in (")", ",", ".")
    )


def _is_recent(number: Number) -> bool:
    return _RECENT <= number.value < _LAST_YEAR


def _named(text: str, tokens: Sequence[Token], number: Number, *, counted: bool) -> bool:
    """Article 5, Channel Four, Boeing 737, "Big 12": the number is part of a name."""
    at = number.first - 1
    word = _word(tokens, at)
    if word == "." and _word(tokens, at - 1) in ("no", "nos", "art", "sec", "vol", "fig", "p", "pp", "nr"):
        return True
    if word in CURRENCIES or at < 0 or word in ("-", ".") or word in HARMS or word in LEMMAS:
        return False
    capital = text[tokens[at].start].isupper()
    if word in NUMBERED and (capital or not counted) and word not in ("war", "day", "point", "b", "q"):
        return True
    inner = any(letter.isupper() for letter in text[tokens[at].start + 1 : tokens[at].end])
    following = tokens[number.last] if number.last < len(tokens) else None
    model = following is not None and following.kind == "word" and text[following.start].isupper()
    if model and inner and not text[tokens[at].start : tokens[at].end].isupper():
        return True  # a MegaPhone 11 Plus
    return capital and not counted and tokens[at].kind == "word"


def _is_score(text: str, tokens: Sequence[Token], number: Number) -> bool:
    """3-2 where something is won: two numbers with a hyphen, the second no greater, or a word of winning near."""
    last = number.last
    joined = (
        _word(tokens, last) == "-"
        and _beside(tokens, last + 1)
        and last + 1 < len(tokens)
        and tokens[last + 1].kind == "number"
    )
    trailing = (
        _word(tokens, number.first - 1) == "-"
        and _beside(tokens, number.first)
        and number.first > 1
        and tokens[number.first - 2].kind == "number"
    )
    if not (joined or trailing):
        return False
    near = {_word(tokens, at) for at in range(max(0, number.first - 7), min(len(tokens), last + 6))}
    first, second = (number.first, last + 1) if joined else (number.first - 2, number.first)
    pair = [text[tokens[at].start : tokens[at].end].replace(",", "") for at in (first, second)]
    rising = all(part.replace(".", "", 1).isdecimal() for part in pair) and float(pair[0]) < float(pair[1])
    return bool(near & SCORING) or not rising


def _is_furniture(tokens: Sequence[Token], number: Number) -> bool:
    """A line of page furniture, as 12 comments or 3 min read: the number leads and little follows."""
    words = [token.folded for token in tokens[number.last : number.last + 3]]
    short = number.first < 2 and len(tokens) - number.last <= 3  # noqa: PLR2004  # a line of a few words
    return short and any(word in FURNITURE for word in words)
