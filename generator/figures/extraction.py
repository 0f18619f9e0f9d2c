"""Numbers of one sentence put together with their bound, unit, range and what they count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.figures.lexicon.bounds import AFTER_BOUNDS, BOUNDS
from generator.figures.lexicon.units import MONEY, TIME_UNITS
from generator.figures.lexicon.verbs import HARMS
from generator.figures.measures import Part, find_parts, is_beside, word_at
from generator.figures.nouns import Counted, find_counted
from generator.figures.numbers import find_numbers
from generator.figures.rejects import find_masks, is_no_figure
from generator.figures.verbs import find_governor, find_suffered, render_status
from generator.model import Article, Bound, Span
from generator.words import Token

_FEW = 3
_THOUSAND = 1000


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


def find_drafts(article: Article, tokens: Sequence[Token], sentence: Span) -> Iterator[Draft]:
    """The figures of a sentence; ``tokens`` are those of the whole article."""
    first = bisect_left(tokens, sentence.start, key=lambda token: token.start)
    last = bisect_left(tokens, sentence.end, key=lambda token: token.start)
    inside = tokens[first:last]
    if not any(token.kind == "number" or token.folded[:1].isalpha() for token in inside):
        return
    masks = [
        (start + sentence.start, end + sentence.start)
        for start, end in find_masks(article.text[sentence.start : sentence.end])
    ]
    numbers = find_numbers(article.text, inside, article.lang)
    for part in find_parts(article.text, inside, numbers):
        draft = _draft(article, inside, part)
        if draft and not any(start < draft.end and draft.start < end for start, end in masks):
            yield draft


def _bound(tokens: Sequence[Token], part: Part) -> tuple[int, int, Bound]:
    """Take in the words of the bound: first and last index with them, and the bound."""
    for count in (4, 3, 2, 1):
        words = [word_at(tokens, at) for at in range(part.first - count, part.first)]
        phrase = " ".join(words).replace(" .", ".")
        if phrase in BOUNDS:
            return part.first - count, part.last, "range" if part.high is not None else BOUNDS[phrase]
    if part.high is not None:
        return part.first, part.last, "range"
    following = f"{word_at(tokens, part.last)} {word_at(tokens, part.last + 1)}"
    if following in AFTER_BOUNDS:
        return part.first, part.last + 2, AFTER_BOUNDS[following]
    if word_at(tokens, part.last) == "+" and is_beside(tokens, part.last):
        return part.first, part.last + 1, "at least"
    return part.first, part.last, "at least" if part.number.loose else "exact"


def _draft(article: Article, tokens: Sequence[Token], part: Part) -> Draft | None:
    """A figure, if the number has a unit, counts something, or is of people to whom something happened."""
    first, last, bound = _bound(tokens, part)
    hyphen = _hyphened(tokens, last)
    single = part.value == 1 or hyphen
    counted = find_counted(article.text, tokens, last + hyphen, article.lang, single=single)
    counts = bool(part.unit or counted)
    english = article.lang[:2].lower() == "en"
    if is_no_figure(article.text, tokens, part.number, counted=counts, english=english):
        return None
    if _points_back(tokens, part, bound, counts=counts):
        return None
    suffers = find_suffered(tokens, first, last) if english else None
    vague = part.number.loose and word_at(tokens, last) != "of"
    if not suffers and not _weighs(article.text, tokens, part) and (not counts or vague):
        return None
    counted = _kept(tokens, part, last, counted)
    ends = (counted.head + 1, counted.last) if counted and not part.unit else (last,)
    governor = suffers or (find_governor(tokens, first, *ends) if english else None)
    return Draft(
        tokens[first].start,
        tokens[last - 1].end,
        part.value,
        part.high,
        bound,
        "" if part.unit == "share" else part.unit,
        (tokens[counted.first].start, tokens[counted.last - 1].end) if counted else None,
        render_status(article.text, tokens, governor),
    )


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    return word_at(tokens, at) == "-" and is_beside(tokens, at)


def _weighs(text: str, tokens: Sequence[Token], part: Part) -> bool:
    """Whether a number says by itself that it counts: 64,900 or 240 million, with nothing behind it."""
    number = part.number
    written = text[tokens[number.first].start : tokens[number.last - 1].end]
    return number.digits and (number.factor > 1 or (number.value >= _THOUSAND and not written.isdecimal()))


def _points_back(tokens: Sequence[Token], part: Part, bound: Bound, *, counts: bool) -> bool:
    """One of them, the two, a year ago: numbers that point at something instead of counting it."""
    if part.unit in TIME_UNITS and word_at(tokens, part.last) == "ago":
        return True
    if part.number.digits or part.high is not None or part.number.last - part.number.first > 1 or part.unit:
        return False
    before = word_at(tokens, part.first - 1)
    if part.value == 1:
        return before not in HARMS and (bound == "exact" or not counts)
    return before in ("the", "these", "those", "both", "all") and part.value <= _FEW


def _kept(tokens: Sequence[Token], part: Part, last: int, counted: Counted | None) -> Counted | None:
    """After a unit only "of …" counts, or the noun right behind money, a share, or a hyphen: a 90-day truce."""
    hyphened = word_at(tokens, part.number.last) == "-"
    follows = part.unit in MONEY or part.unit in ("percent", "share") or hyphened or word_at(tokens, last) == "of"
    return counted if follows or not part.unit else None
