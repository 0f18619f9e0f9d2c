"""How exact a number is, by the words before and behind it: about, at least, at most, a range; or up and down."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.foreign import find_move
from generator.figures.lexicon.bounds import AFTER_BOUNDS, BOUNDS, FALLS, LAST_WORDS, LONGEST, RISES
from generator.figures.measures import Part
from generator.figures.tokens import is_beside, word_at
from generator.model import Bound
from generator.words import Token

_REACH = 7
_SIGNS: dict[str, Bound] = {"+": "up", "-": "down"}


def find_bound(tokens: Sequence[Token], part: Part, lang: str) -> tuple[int, int, Bound]:
    """Take in the words of the bound: first and last index with them, and the bound."""
    lang = lang[:2].lower()
    phrases = BOUNDS.get(lang, BOUNDS[""])
    count = words_before(tokens, part.first, lang)
    if count:
        phrase = _phrase(tokens, part.first, count)
        return part.first - count, part.last, "range" if part.high is not None else phrases[phrase]
    if part.high is not None:
        return part.first, part.last, "range"
    behind = _behind(tokens, part.last)
    if behind:
        return part.first, *behind
    return part.first, part.last, _unsaid(tokens, part, lang)


def _unsaid(tokens: Sequence[Token], part: Part, lang: str) -> Bound:
    """The bound of a number that no words of a bound stand about: by its form, its sign, or a verb of rising."""
    if part.number.loose:
        return "at least"
    if part.signed in _SIGNS:
        return _SIGNS[part.signed]
    if lang != "en":
        return find_move(tokens, part.first, lang) if part.unit else "exact"
    return _moves(tokens, part.first) if part.unit or _led_by(tokens, part.first) else "exact"


def words_before(tokens: Sequence[Token], first: int, lang: str) -> int:
    """How many words before a number say its bound; the longest phrase that fits."""
    lang = lang if lang in BOUNDS else ""
    if word_at(tokens, first - 1) not in LAST_WORDS[lang]:
        return 0
    phrases = BOUNDS[lang]
    return next((count for count in range(LONGEST, 0, -1) if _phrase(tokens, first, count) in phrases), 0)


def _phrase(tokens: Sequence[Token], first: int, count: int) -> str:
    return " ".join(word_at(tokens, at) for at in range(first - count, first)).replace(" .", ".")


def _behind(tokens: Sequence[Token], last: int) -> tuple[int, Bound] | None:
    """A bound that follows: 20 or more, 20+."""
    following = f"{word_at(tokens, last)} {word_at(tokens, last + 1)}"
    if following in AFTER_BOUNDS:
        return last + 2, AFTER_BOUNDS[following]
    if word_at(tokens, last) == "+" and is_beside(tokens, last):
        return last + 1, "at least"
    return None


def _led_by(tokens: Sequence[Token], first: int) -> bool:
    return word_at(tokens, first - 1) == "by"


def _moves(tokens: Sequence[Token], first: int) -> Bound:
    """Up where an amount follows a verb of rising, or "by" and such a verb a few words before; down likewise."""
    at = first - 1
    while word_at(tokens, at) in ("further", "another", "just", "only", "by"):
        at -= 1 + (word_at(tokens, at) == "further" and word_at(tokens, at - 1) == "a")
    by = any(word_at(tokens, place) == "by" for place in range(at + 1, first))
    for place in range(at, max(-1, at - (_REACH if by else 1)), -1):
        word = word_at(tokens, place)
        if word in RISES:
            return "up"
        if word in FALLS:
            return "down"
        if tokens[place].kind == "mark" or word in ("and", "but", "that"):
            break
    return "exact"
