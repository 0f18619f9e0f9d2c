"""Numbers of one sentence put together with their bound, unit, range and what they count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.figures.bounds import find_bound
from generator.figures.measures import Part, is_counted_by_nouns
from generator.figures.nouns import Counted, find_counted
from generator.figures.numbers import find_numbers
from generator.figures.ranges import find_parts, is_hyphened
from generator.figures.rejects import find_masks, is_no_figure
from generator.figures.tokens import recut, word_at
from generator.figures.verbs import find_governor, find_suffered, render_status
from generator.figures.worth import OF_AGE, is_age, is_year_of, points_back, weighs
from generator.model import Article, Bound, Span
from generator.words import Token


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
    inside = recut(article.text, tokens[first:last])
    if not any(token.kind == "number" or token.folded[:1].isalpha() for token in inside):
        return
    masks = [
        (start + sentence.start, end + sentence.start)
        for start, end in find_masks(article.text[sentence.start : sentence.end])
    ]
    numbers = find_numbers(article.text, inside, article.lang)
    counted_to = 0
    for part in find_parts(article.text, inside, numbers, article.lang):
        draft = _draft(article, inside, part)
        if draft is None or (draft.start < counted_to and not draft.unit):
            continue
        if not any(start < draft.end and draft.start < end for start, end in masks):
            counted_to = max(counted_to, draft.counts[1] if draft.counts else 0)
            yield draft


def _draft(article: Article, tokens: Sequence[Token], part: Part) -> Draft | None:
    """A figure, if the number has a unit, counts something, or is of people to whom something happened."""
    english = article.lang[:2].lower() == "en"
    first, last, bound = find_bound(tokens, part, article.lang)
    if not part.unit and english and is_age(tokens, part.number):
        part = replace(part, unit=OF_AGE)
    hyphen = is_hyphened(tokens, last)
    single = part.value == 1 or hyphen
    counted = find_counted(article.text, tokens, last + hyphen, article.lang, single=single)
    counts = bool(part.unit or counted) and not is_year_of(article.text, tokens, part, bound, counted)
    led = part.first < part.number.first and part.high is None
    if is_no_figure(article.text, tokens, part.number, counted=counts, english=english, led=led):
        return None
    if points_back(tokens, part, bound, counts=counts):
        return None
    suffers = find_suffered(tokens, first, last) if english else None
    vague = english and part.number.loose and word_at(tokens, last) != "of"
    if not suffers and not weighs(article.text, tokens, part, bound) and (not counts or vague):
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


def _kept(tokens: Sequence[Token], part: Part, last: int, counted: Counted | None) -> Counted | None:
    """After a unit only "of …" counts, or the noun right behind money, a share, or a hyphen: a 90-day truce."""
    hyphened = word_at(tokens, part.number.last) == "-"
    follows = is_counted_by_nouns(part.unit) or hyphened or word_at(tokens, last) == "of"
    return counted if follows or not part.unit else None
