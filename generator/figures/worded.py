"""Numbers written in words, as values: in English by rules, in other languages from tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.figures.lexicon.numerals import FRACTIONS, LOOSE_SCALES, ONES, SCALES, TENS
from generator.figures.lexicon.others import LONGEST, LOOSE, MERGED, NUMERALS, SHARES
from generator.figures.scales import Number, find_scale
from generator.words import Token

_SHORT = 2
_HALVES = frozenset({"first", "second", "last", "latter", "other", "next", "former", "final"})
_SMALL = 100.0
_THOUSAND = 1000.0
_BARE = frozenset({"mille", "mil", "tausend"})
_NAMED = {
    "en": frozenset({*ONES, *TENS, *SCALES, *LOOSE_SCALES, *FRACTIONS, "tens"}),
    **{
        lang: frozenset({*_BARE, *LOOSE[lang], *(key.split()[0] for key in (*NUMERALS[lang], *SHARES[lang]))})
        for lang in NUMERALS
    },
}
"""Words of which a number in words has one, in other languages at its beginning."""
_FIRST = _NAMED | {"en": frozenset({*ONES, *TENS, *LOOSE_SCALES, *FRACTIONS, "tens", "a", "an"})}
"""Words that may begin one."""


def names_number(token: Token, lang: str) -> bool:
    """Whether a token is a number, or a word without which a sentence has none: far from all have one."""
    if token.kind != "word":
        return token.kind == "number"
    word = token.folded
    return word in _NAMED.get(lang, ()) or MERGED.get(lang, " ") in word or not word.isalpha()


def find_worded(text: str, tokens: Sequence[Token], at: int, lang: str) -> Number | None:
    """A number written in words of the article's language, from a token on; none in a language without a table."""
    lang = lang[:2].lower()
    word = tokens[at].folded
    if word not in _FIRST.get(lang, ()) and MERGED.get(lang, " ") not in word:
        return None
    if lang == "en":
        return _words(text, tokens, at)
    return _words_of(text, tokens, at, lang) if lang in NUMERALS else None


def _words_of(text: str, tokens: Sequence[Token], at: int, lang: str) -> Number | None:
    """The longest number, share or loose scale of a language that begins at a token."""
    word = tokens[at].folded
    if word in LOOSE[lang]:
        return Number(at, at + 1, LOOSE[lang][word], digits=False, loose=True)
    share = _longest(tokens, at, SHARES[lang])
    if share:
        return Number(at, share[0], share[1], digits=False, share=True)
    merged = _merged(word, lang)
    if merged is not None:
        return Number(at, at + 1, merged, digits=False)
    found = _longest(tokens, at, NUMERALS[lang]) or _bare_scale(tokens, at)
    if found is None:
        return None
    last, value = found
    factor, last = find_scale(text, tokens, last)
    thousands = factor == _THOUSAND or (value == _THOUSAND and factor == 1)
    last, more = (_longest(tokens, last, NUMERALS[lang]) if thousands else None) or (last, 0.0)
    return Number(at, last, value * factor + more, digits=False, factor=factor)


def _bare_scale(tokens: Sequence[Token], at: int) -> tuple[int, float] | None:
    """A thousand without a number before it: mille, mil, tausend, тисяча."""
    return (at + 1, _THOUSAND) if tokens[at].folded in _BARE else None


def _longest(tokens: Sequence[Token], at: int, table: dict[str, float]) -> tuple[int, float] | None:
    """The index after the longest entry of a table that begins at a token, and its value."""
    words = [token.folded for token in tokens[at : at + LONGEST]]
    for count in range(len(words), 0, -1):
        value = table.get(" ".join(words[:count]))
        if value is not None:
            return at + count, value
    return None


def _merged(word: str, lang: str) -> float | None:
    """A number of one word with its thousand inside: zweitausendfünfhundert."""
    scale = MERGED.get(lang, "")
    lead, found, rest = word.partition(scale) if scale else (word, "", "")
    table = NUMERALS[lang]
    if not found or (lead and lead != "ein" and lead not in table) or (rest and rest not in table) or not (lead + rest):
        return None
    return table.get(lead, 1.0) * _THOUSAND + table.get(rest, 0.0)


def _words(text: str, tokens: Sequence[Token], at: int) -> Number | None:
    """A number written in words: "twenty-five", "a dozen", "two hundred and six", "hundreds of thousands"."""
    word = tokens[at].folded
    if word in LOOSE_SCALES or word == "tens":
        return _loose(tokens, at)
    if word in ("a", "an", "half") and _article_before_scale(tokens, at):
        half = 0.5 if word == "half" else 1.0
        start = at + (2 if word == "half" and tokens[at + 1].folded in ("a", "of") else 1)
        factor, last = find_scale(text, tokens, start) if start < len(tokens) else (1.0, at)
        return Number(at, last, half * factor, digits=False) if last > start else None
    if word in FRACTIONS or word in ("a", "one"):
        fraction = _fraction(tokens, at)
        if fraction:
            return fraction
    if word not in ONES and word not in TENS:
        return None
    fraction = _fraction(tokens, at)
    if fraction:
        return fraction
    return _spelled(tokens, at)


def _fraction(tokens: Sequence[Token], at: int) -> Number | None:
    """Two-thirds of, a third of, half of; ``None`` where no "of" follows."""
    times, place = 1.0, at
    if tokens[at].folded in ONES or tokens[at].folded == "a":
        times, place = ONES.get(tokens[at].folded, 1.0), at + 1
        place += place < len(tokens) and tokens[place].folded == "-"
    words = [token.folded for token in tokens[place : place + 2]]
    if len(words) < 2 or words[0] not in FRACTIONS or words[1] != "of":  # noqa: PLR2004  # a part and "of"
        return None
    if place == at and (words[0] != "half" or (at and tokens[at - 1].folded in _HALVES)):
        return None  # the final third of the field, the second half of the game
    return Number(at, place + 1, times * FRACTIONS[words[0]], digits=False, share=True)


def _article_before_scale(tokens: Sequence[Token], at: int) -> bool:
    ahead = [token.folded for token in tokens[at + 1 : at + 3]]
    if tokens[at].folded == "half":
        return ahead[:1] == ["a"] and ahead[1:] != [] and ahead[1] in SCALES and len(ahead[1]) > _SHORT + 1
    return bool(ahead) and ahead[0] in ("hundred", "dozen", "thousand", "million", "billion", "trillion")


def _loose(tokens: Sequence[Token], at: int) -> Number | None:
    """Plural scales, which count only before "of": dozens of, tens of thousands of."""
    value, last = LOOSE_SCALES.get(tokens[at].folded, 10.0), at + 1
    while last + 1 < len(tokens) and tokens[last].folded == "of" and tokens[last + 1].folded in LOOSE_SCALES:
        value, last = value * LOOSE_SCALES[tokens[last + 1].folded], last + 2
    plain_tens = tokens[at].folded == "tens" and last == at + 1
    return None if plain_tens else Number(at, last, value, digits=False, loose=True)


def _spelled(tokens: Sequence[Token], at: int) -> Number | None:
    """Add and multiply number words as they come."""
    total, part, last, place = 0.0, 0.0, at, at
    while place < len(tokens):
        word = tokens[place].folded
        if word in ONES and (part % _SMALL == 0 or (part % 10 == 0 and part % _SMALL >= 20 and ONES[word] < 10)):  # noqa: PLR2004  # twenty to ninety take a digit
            part += ONES[word]
        elif word in TENS and part % _SMALL == 0:
            part += TENS[word]
        elif word == "hundred" and 0 < part < _SMALL:
            part *= _SMALL
        elif word in SCALES and len(word) > _SHORT and part and word != "hundred":
            total, part = total + part * SCALES[word], 0.0
        elif not (
            word in ("-", "and")
            and last == place
            and _number_word(tokens, place + 1)
            and (word == "-" or part >= _SMALL or total)
        ):
            break
        else:
            place += 1
            continue
        place += 1
        last = place
    return Number(at, last, total + part, digits=False)


def _number_word(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].folded in ONES or tokens[at].folded in TENS)
