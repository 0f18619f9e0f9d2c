"""Numbers of one sentence put together with their bound, unit, range and what they count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.figures.english import AFTER_BOUNDS, BOUNDS, CASUALTY, CURRENCIES, DOLLARS, MONEY, SHORT_UNITS, UNITS
from generator.figures.nouns import find_counted, find_status
from generator.figures.numbers import Number, find_numbers
from generator.figures.rejects import find_masks, is_no_figure
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with what stands right beside it, in indexes of the sentence's tokens."""

    first: int
    last: int
    value: float
    unit: str
    number: Number
    high: float | None = None


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
    parts = [_with_unit(article.text, inside, number) for number in numbers]
    for part in _ranged(article, inside, parts):
        draft = _draft(article, inside, part)
        if draft and not any(start < draft.end and draft.start < end for start, end in masks):
            yield draft


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def _beside(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def _with_unit(text: str, tokens: Sequence[Token], number: Number) -> _Part:
    """Take in a currency sign before and a unit word behind."""
    first, last, unit = number.first, number.last, ""
    if _word(tokens, first - 1) in CURRENCIES:
        first, unit = first - 1, CURRENCIES[_word(tokens, first - 1)]
        if unit == "USD":
            first, unit = _dollar(text, tokens, first)
    if not unit:
        last, unit = _unit_after(tokens, number.last)
    elif _word(tokens, last) in UNITS and UNITS[_word(tokens, last)] == unit:
        last += 1
    return _Part(first, last, number.value, unit, number)


def _dollar(text: str, tokens: Sequence[Token], sign: int) -> tuple[int, str]:
    """Whose dollar it is: US$, A$."""
    before = _word(tokens, sign - 1)
    if before in DOLLARS and (_beside(tokens, sign) or text[tokens[sign - 1].start : tokens[sign - 1].end] == "US"):
        return sign - 1, DOLLARS[before]
    return sign, "USD"


def _unit_after(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The unit that follows a number, also after a hyphen, and the index after it; "" for none."""
    word = _word(tokens, at)
    if word == "-" and _beside(tokens, at) and _beside(tokens, at + 1):
        return _hyphened_unit(tokens, at)
    if word == "per" and _word(tokens, at + 1) == "cent":
        return at + 2, "percent"
    if word in ("percentage", "u", "us") and UNITS.get(f"{word} {_word(tokens, at + 1)}"):
        return at + 2, UNITS[f"{word} {_word(tokens, at + 1)}"]
    if word == "percentage" and _word(tokens, at + 1) in ("point", "points"):
        return at + 2, "percentage point"
    if (
        word in ("km", "kilometres", "kilometers", "miles")
        and _word(tokens, at + 1) in ("/", "per", "an")
        and _word(tokens, at + 2) in ("h", "hour")
    ):
        return at + 3, "mile per hour" if word == "miles" else "kilometre per hour"
    if (
        word in ("more", "other", "additional", "full")
        and UNITS.get(_word(tokens, at + 1))
        and _word(tokens, at + 1) not in SHORT_UNITS
    ):
        return at + 2, UNITS[_word(tokens, at + 1)]
    if word not in UNITS or (
        word in SHORT_UNITS and not (_beside(tokens, at) or word in ("km", "kg", "cm", "mm", "kw", "mw", "ft"))
    ):
        return at, ""
    if UNITS[word] == "year" and _word(tokens, at + 1) == "old":
        return at + 2, "year"
    return at + 1, UNITS[word]


def _hyphened_unit(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """The unit of "90-day", "43-year-old"."""
    word = _word(tokens, at + 1)
    if word not in UNITS or word in SHORT_UNITS:
        return at, ""
    if word == "year" and [_word(tokens, at + 2), _word(tokens, at + 3)] == ["-", "old"]:
        return at + 4, "year"
    return at + 2, UNITS[word]


def _ranged(article: Article, tokens: Sequence[Token], parts: Sequence[_Part]) -> Iterator[_Part]:
    """Join "between A and B", "A to B", "A-B" and "two or three" to one part."""
    place = 0
    while place < len(parts):
        part = parts[place]
        following = parts[place + 1] if place + 1 < len(parts) else None
        joined = _joined(tokens, part, following) if following else None
        yield joined or part
        place += 2 if joined else 1


def _joined(tokens: Sequence[Token], low: _Part, high: _Part) -> _Part | None:
    if high.first != low.last + 1 or low.number.loose or high.number.loose:
        return None
    link, lead = _word(tokens, low.last), _word(tokens, low.first - 1)
    small = not low.number.digits and high.value == low.value + 1
    if not (link in ("to", "-") or (link == "and" and lead == "between") or (link == "or" and small)):
        return None
    if low.unit not in ("", high.unit) or (link == "to" and low.unit == high.unit != "" and lead == "from"):
        return None
    factor = _shared_scale(tokens, low, high)
    if low.value * factor >= high.value:
        return None
    first = low.first - 1 if lead == "between" else low.first
    return replace(
        low, first=first, last=high.last, value=low.value * factor, unit=high.unit or low.unit, high=high.value
    )


def _shared_scale(tokens: Sequence[Token], low: _Part, high: _Part) -> float:
    """The scale that stands once for both: 8-10 million."""
    factor = 1.0
    for at in range(high.number.first + 1, high.number.last):
        if tokens[at].kind == "word" and high.number.digits and low.number.last - low.number.first == 1:
            plain = float(high.value)
            while plain >= 1000 and low.value < plain / 1000 * 10 and factor * low.value < high.value / 10:  # noqa: PLR2004  # scales go by thousands
                factor, plain = factor * 1000, plain / 1000
            break
    return factor


def _bound(tokens: Sequence[Token], part: _Part) -> tuple[int, int, Bound]:
    """Take in the words of the bound: first and last index with them, and the bound."""
    for count in (4, 3, 2, 1):
        words = [_word(tokens, at) for at in range(part.first - count, part.first)]
        phrase = " ".join(words).replace(" .", ".")
        if phrase in BOUNDS:
            return part.first - count, part.last, "range" if part.high is not None else BOUNDS[phrase]
    if part.high is not None:
        return part.first, part.last, "range"
    following = f"{_word(tokens, part.last)} {_word(tokens, part.last + 1)}"
    if following in AFTER_BOUNDS:
        return part.first, part.last + 2, AFTER_BOUNDS[following]
    if _word(tokens, part.last) == "+" and _beside(tokens, part.last):
        return part.first, part.last + 1, "at least"
    return part.first, part.last, "at least" if part.number.loose else "exact"


def _draft(article: Article, tokens: Sequence[Token], part: _Part) -> Draft | None:
    """A figure, if the number has a unit, counts something, or is of people to whom something happened."""
    first, last, bound = _bound(tokens, part)
    counted = find_counted(
        article.text,
        tokens,
        _after_filler(tokens, last),
        article.lang,
        single=part.value == 1 or _hyphened(tokens, last),
    )
    status_from = counted.head + 1 if counted and not part.unit else last
    alone = not part.unit and counted is None
    if is_no_figure(article.text, tokens, part.number, counted=bool(part.unit or counted)):
        return None
    if alone and not _suffers(tokens, first, last):
        return None
    if (part.number.loose and not (counted and _word(tokens, last) == "of")) or _is_pronoun(
        tokens, part, bound, counted is not None
    ):
        return None
    counts = _counts(article, tokens, part, last, (counted.first, counted.last) if counted else None)
    status = find_status(tokens, first, status_from, counted.last if counted else last)
    start, end = tokens[first].start, tokens[last - 1].end
    return Draft(start, end, part.value, part.high, bound, part.unit, counts, status)


def _after_filler(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if _word(tokens, at) in ("-",) and _beside(tokens, at) else at


def _hyphened(tokens: Sequence[Token], at: int) -> bool:
    return _word(tokens, at) == "-" and _beside(tokens, at)


def _suffers(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Nothing counted, but "killing six", "12 dead", "at least 40 were hurt"."""
    before, behind = _word(tokens, first - 1), _word(tokens, last)
    helped = behind in ("were", "was", "are", "have", "had", "who") and any(
        _word(tokens, at) in CASUALTY for at in range(last, last + 4)
    )
    casualty = find_status(tokens, first, first) in ("kill", "injure", "wound", "hurt", "arrest") and before.endswith(
        ("ing", "ed", "least", "some", "most", "than")
    )
    return (
        behind in CASUALTY
        or helped
        or (casualty and behind in (".", ",", "and", "in", "", "people", "on", "at", "of", "others", '"'))
    )


def _is_pronoun(tokens: Sequence[Token], part: _Part, bound: Bound, counted: bool) -> bool:
    """ "One of them", "the two": words for small numbers that point back instead of counting."""
    if part.number.digits or part.high is not None or part.number.last - part.number.first > 1:
        return False
    if part.value == 1 and not part.unit:
        return bound == "exact" or not counted
    return (
        _word(tokens, part.first - 1) in ("the", "these", "those", "both", "all") and not part.unit and part.value <= 3
    )  # two or three point back


def _counts(
    article: Article, tokens: Sequence[Token], part: _Part, last: int, counted: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The counted phrase's offsets. After a unit it is what "of" or "in" adds, or the noun right behind."""
    if part.unit and counted and _word(tokens, last) not in ("of",) and not _hyphened(tokens, part.last - 2):
        counted = counted if part.unit in MONEY or part.unit == "percent" else None
    return (tokens[counted[0]].start, tokens[counted[1] - 1].end) if counted else None
