"""Numbers of one sentence put together with their bound, unit, range and what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from generator.cues.english import DETERMINERS
from generator.cues.readings import is_english
from generator.figures.bounds import find_bound
from generator.figures.concepts import find_concepts
from generator.figures.foreign import find_act, find_harmed, find_plain
from generator.figures.lexicon.money import CURRENCIES
from generator.figures.lexicon.units import TIME_UNITS
from generator.figures.measured import find_measured
from generator.figures.measures import Part, find_rate
from generator.figures.nouns import Counted, find_counted
from generator.figures.numbers import find_numbers
from generator.figures.ranges import find_parts, is_hyphened
from generator.figures.rejects import find_masks, is_no_figure
from generator.figures.scales import Number
from generator.figures.scores import AGAINST
from generator.figures.tokens import recut, word_at
from generator.figures.verbs import find_governor, find_suffered, render_status
from generator.figures.worth import OF_AGE, is_age, is_year_of, points_back, weighs
from generator.model import Article, Bound, Span
from generator.words import Token

_TABLE = 400
_MOST_PARTS = 3
"""Tokens of a number with spaces in it: 10 000 000."""
_SIGNS = frozenset({*CURRENCIES, "%", "°"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before it has an identifier and a speaker; offsets into the article's text."""

    start: int
    end: int
    value: float
    high: float | None
    bound: Bound
    unit: str
    counts: tuple[int, int] | None
    status: str | None
    about: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A figure in indexes of its sentence's tokens."""

    first: int
    last: int
    part: Part
    bound: Bound
    counted: Counted | None
    suffered: tuple[int, int] | None


def find_drafts(article: Article, tokens: Sequence[Token], sentence: Span) -> Iterator[Draft]:
    """The figures of a sentence, ``tokens`` being its own.

    What has hundreds of numbers and no end mark between them is a table, not a sentence, and has none.
    """
    if not any(token.kind == "word" or token.folded in _SIGNS for token in tokens):
        return
    if sum(token.kind == "number" for token in tokens) > _MOST_PARTS * _TABLE:
        return
    inside = recut(article.text, tokens)
    numbers = find_numbers(article.text, inside, article.lang)
    if not 0 < len(numbers) <= _TABLE:
        return
    found = tuple(_find(article, inside, sentence, numbers))
    ends = [
        (item.first, max(item.last, item.counted.last if item.counted else 0), item.part.unit in TIME_UNITS)
        for item in found
    ]
    abouts = find_concepts(article.text, inside, ends) if is_english(article) else [None] * len(found)
    for item, about in zip(found, abouts, strict=True):
        yield _draft(article, inside, item, about)


def _find(article: Article, tokens: Sequence[Token], sentence: Span, numbers: Sequence[Number]) -> Iterator[_Found]:
    """The figures among the tokens, without those in masked stretches and in what another counts: two 737 jets."""
    masks = [
        (start + sentence.start, end + sentence.start)
        for start, end in find_masks(article.text[sentence.start : sentence.end])
    ]
    inside, earlier = Counted(0, 0, 0), None
    for part in find_parts(article.text, tokens, numbers, article.lang):
        if not isfinite(part.value) or not isfinite(part.high or 0):
            continue  # hundreds of digits are no number of anything
        found = _read(article, tokens, part)
        if found is None or (inside.first <= found.first < inside.last and not found.part.unit):
            continue
        begin, stop = tokens[found.first].start, tokens[found.last - 1].end
        if not any(start < stop and begin < end for start, end in masks):
            inside = found.counted or inside
            found = _converted(tokens, found, earlier)
            yield found
            earlier = found


def _is_acronym(text: str, tokens: Sequence[Token], part: Part, at: int) -> bool:
    """Whether a decimal is of something written in capitals that ends the phrase: (0.5 ERA)."""
    if part.value == int(part.value) or at >= len(tokens) or tokens[at].end - tokens[at].start == 1:
        return False
    closed = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    return closed and text[tokens[at].start : tokens[at].end].isupper()


def _converted(tokens: Sequence[Token], found: _Found, earlier: _Found | None) -> _Found:
    """A measure in brackets behind another is as exact as that: more than 7.5 million crowns ($1.1 million)."""
    in_brackets = earlier is not None and earlier.last == found.first - 1 and word_at(tokens, earlier.last) == "("
    if earlier is None or not in_brackets or found.bound != "exact" or not (found.part.unit and earlier.part.unit):
        return found
    return replace(found, bound=earlier.bound if earlier.bound != "range" else found.bound)


def _read(article: Article, tokens: Sequence[Token], part: Part) -> _Found | None:
    """A figure, if the number has a unit, counts something, or is of people to whom something happened."""
    english = is_english(article)
    first, last, bound = find_bound(tokens, part, article.lang)
    if not part.unit and english and is_age(tokens, part.number):
        part = replace(part, unit=OF_AGE)
    hyphen = is_hyphened(tokens, last)
    single = part.value == 1 or hyphen or _is_acronym(article.text, tokens, part, last)
    lang = article.lang[:2].lower()
    if english:
        counted = find_counted(article.text, tokens, last + hyphen, single=single)
    else:
        counted = find_plain(article.text, tokens, last + hyphen, lang)
    counts = bool(part.unit or counted) and not is_year_of(article.text, tokens, part, bound, counted)
    led = (part.first < part.number.first and part.high is None) or part.unit.startswith(AGAINST)
    measured = part.unit not in ("", "share") and part.unit not in TIME_UNITS
    if is_no_figure(article.text, tokens, part.number, counted=counts, english=english, led=led, measured=measured):
        return None
    if points_back(tokens, part, bound, counts=counts, lang=article.lang):
        return None
    suffered = find_suffered(tokens, first, last) if english else find_harmed(tokens, first, last, lang)
    vague = english and part.number.loose and word_at(tokens, last) != "of"
    if not suffered and not weighs(article.text, tokens, part, bound) and (not counts or vague):
        return None
    return _Found(first, last, part, bound, _kept(article, tokens, part, last, counted), suffered)


def _draft(article: Article, tokens: Sequence[Token], found: _Found, about: tuple[int, int] | None) -> Draft:
    """Say it in places of the article, with the verb that governs it."""
    part, counted = found.part, found.counted
    ends = (counted.head + 1, counted.last) if counted and part.unit in ("", "share") else (found.last,)
    if part.unit == "" and counted and word_at(tokens, counted.head + 1) == "per":
        ends = (counted.head + 3, *ends)
    governor = found.suffered
    if governor is None and is_english(article):
        governor = find_governor(tokens, found.first, *ends)
    elif governor is None:
        governor = find_act(tokens, found.first, ends[0], article.lang[:2].lower())
    return Draft(
        tokens[found.first].start,
        tokens[found.last - 1].end,
        part.value,
        part.high,
        found.bound,
        _unit(article.text, tokens, found),
        (tokens[counted.first].start, tokens[counted.last - 1].end) if counted else None,
        render_status(article.text, tokens, governor),
        (tokens[about[0]].start, tokens[about[1] - 1].end) if about else None,
    )


def _unit(text: str, tokens: Sequence[Token], found: _Found) -> str:
    """The unit; of a count, what it is by: three thousand tests per day."""
    if found.part.unit or found.counted is None:
        return "" if found.part.unit == "share" else found.part.unit
    last = found.counted.head + 1
    return f"per {find_rate(text, tokens, last)[1]}" if word_at(tokens, last) == "per" else ""


def _kept(article: Article, tokens: Sequence[Token], part: Part, last: int, counted: Counted | None) -> Counted | None:
    """After a unit only "of …" counts, or the noun right behind it: a 90-day truce, a 25 per cent tax."""
    if not part.unit or not is_english(article):
        return counted if part.unit in ("", "share") else None
    if word_at(tokens, last) == "of":
        return counted or find_measured(article.text, tokens, last + 1)
    if word_at(tokens, part.number.last) == "-" and counted:
        return counted
    named = part.unit == "percent" and last < len(tokens) and article.text[tokens[last].start].isupper()
    plain_age = part.unit == OF_AGE and word_at(tokens, last - 1) not in ("old", "olds")
    if plain_age or part.signed or named:
        return None
    return find_measured(article.text, tokens, last, sure=word_at(tokens, part.first - 1) in DETERMINERS)
