"""What was done to or by the counted, and what is counted, in languages read by word lists alone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.lexicon.foreign import ACTS, HARMED, HELPERS, LINKS, MOVES, STOPS, TALLIES, TALLY_LEADS
from generator.figures.nouns import Counted
from generator.figures.tokens import word_at
from generator.model import Bound
from generator.words import Token

Phrase = tuple[int, int]
"""Indexes of the first and one past the last token."""

_BEHIND, _BEFORE = 12, 8
_SHORT = 3
_APPOSED = 4


def find_plain(text: str, tokens: Sequence[Token], start: int, lang: str) -> Counted | None:
    """The counted noun: the next word that is none of the language's small ones; in German the next with a capital."""
    if lang not in ACTS:
        return None
    if word_at(tokens, start) in LINKS[lang]:
        start += 1
    for at in range(start, min(len(tokens), start + (_APPOSED if lang == "de" else 1))):
        word = tokens[at].folded
        if tokens[at].kind != "word" or len(word) < _SHORT or word in STOPS.get(lang, ()):
            return None
        if word in ACTS[lang] and word not in HARMED[lang]:
            return None
        if lang != "de" or text[tokens[at].start].isupper():
            return Counted(start, at + 1, at)
    return None


def find_harmed(tokens: Sequence[Token], first: int, last: int, lang: str) -> Phrase | None:
    """What happened to people not named: 30 blessés, zwölf getötet; and a toll: die Zahl der Toten stieg auf 90."""
    if word_at(tokens, last) in HARMED.get(lang, ()) or word_at(tokens, last) in ACTS.get(lang, {}):
        return last, _with_second(tokens, last + 1, lang)
    near = {word_at(tokens, at) for at in range(first - _BEHIND, first - 1)}
    if word_at(tokens, first - 1) in TALLY_LEADS and near & TALLIES:
        verb = next(
            (at for at in range(first - 1, first - _BEFORE, -1) if word_at(tokens, at) in ACTS.get(lang, {})), None
        )
        return (verb, verb + 1) if verb is not None else (first - 1, first)
    return None


def find_act(tokens: Sequence[Token], first: int, last: int, lang: str) -> Phrase | None:
    """The verb group behind what is counted, within its clause; else the one before."""
    acts = ACTS.get(lang, {})
    for at in range(last, min(len(tokens), last + _BEHIND)):
        if tokens[at].kind == "mark" or tokens[at].kind == "number":
            break
        if tokens[at].folded in acts:
            return _led(tokens, at, lang), _with_second(tokens, at + 1, lang)
    for at in range(first - 1, max(-1, first - _BEFORE), -1):
        if tokens[at].kind == "mark" or tokens[at].kind == "number":
            break
        if tokens[at].folded in acts:
            return _led(tokens, at, lang), at + 1
    return None


def find_move(tokens: Sequence[Token], first: int, lang: str) -> Bound:
    """Up where "by" and a verb of rising stand before an amount, down where one of falling does."""
    rises, falls, by = MOVES.get(lang, (frozenset(), frozenset(), frozenset()))
    if word_at(tokens, first - 1) not in by:
        return "exact"
    near = [word_at(tokens, at) for at in range(first - 2, first - _BEFORE, -1)]
    found = next((word for word in near if word in rises or word in falls), "")
    return "up" if found in rises else "down" if found else "exact"


def _led(tokens: Sequence[Token], verb: int, lang: str) -> int:
    """Where a verb group begins: its helpers stand right before it."""
    while word_at(tokens, verb - 1) in HELPERS.get(lang, ()):
        verb -= 1
    return verb


def _with_second(tokens: Sequence[Token], last: int, lang: str) -> int:
    """One past a second verb joined to the first: tués ou blessés."""
    joined = word_at(tokens, last) in ("oder", "und", "ou", "et", "o", "y", "або", "чи", "та", "і")
    return last + 2 if joined and word_at(tokens, last + 1) in ACTS.get(lang, {}) else last
