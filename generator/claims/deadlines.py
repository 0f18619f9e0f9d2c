"""By when something is to happen: one thing with two times is one claim, and a difference that readers look for.

English only, as far as the words go: a subject before a word of the future, then "by", "until" or "before" and a month
or season. A month is the nearest to the day of publication; the words are read, nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import combinations

import regex

from generator.claims.drafts import DEADLINE, Draft, Evidence, Join, overlap
from generator.claims.forms import base_stem
from generator.claims.notes import Note
from generator.claims.wording import is_content, words_in
from generator.figures.lexicon.calendar import MONTHS_OF
from generator.model import Article, Claim, Event, Span

_FUTURE = r"will|may|might|could|should|must|would|is|are|was|were|expects?|hopes?|plans?|aims?|needs?|has|have"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_STARTS = {word: number for word, number in MONTHS_OF["en"].items() if len(word) > 3} | _SEASONS  # noqa: PLR2004 - "may" is a verb too
_DUE = regex.compile(
    rf"\b(?:by|until|till|before)\s+(?:(?:the|early|mid|late|next)\s+)*(?:(?:end|middle|start|beginning)\s+of\s+)?"
    rf"(?:the\s+|next\s+)?(?P<when>{'|'.join(_STARTS)})\b",
    regex.IGNORECASE,
)
_MODAL = regex.compile(rf"\b(?:{_FUTURE})\b", regex.IGNORECASE)
_SUBJECT = 6  # words
_SEASON = 3  # months
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Deadline:
    """Words that say by when, the sentence they stand in, what is to happen by then, and the first and last month."""

    span: Span
    sentence: Span
    subject: frozenset[str]
    months: tuple[int, int]


def find_deadlines(event: Event, sentences: Sequence[Span]) -> list[Deadline]:
    """The deadlines of sentences in English, months counted through from the year nought."""
    return [
        found
        for sentence in sorted(sentences)
        if event.article(sentence.siglum).lang[:2].lower() == "en"
        for found in _read(event, sentence)
    ]


def _read(event: Event, sentence: Span) -> Iterator[Deadline]:
    article = event.article(sentence.siglum)
    due = _DUE.search(article.text, sentence.start, sentence.end)
    modal = _MODAL.search(article.text, sentence.start, due.start()) if due else None
    if due and modal:
        words = words_in(event, Span(sentence.siglum, sentence.start, modal.start()))[-_SUBJECT:]
        said = frozenset(base_stem(word.folded) for word in words if is_content(word))
        span = Span(sentence.siglum, due.start(), due.end())
        yield Deadline(span, sentence, said, _months(article, due.group("when").lower()))


def _months(article: Article, word: str) -> tuple[int, int]:
    """The months of a word, in the year that brings them nearest; where no day is known, of one year for all."""
    moment = article.updated or article.published
    day = moment.date() if isinstance(moment, datetime) else moment or date(1, 1, 1)
    now, first = day.year * _YEAR + day.month, _STARTS[word]
    start = min(((day.year + step) * _YEAR + first for step in (-1, 0, 1)), key=lambda at: (abs(at - now), at))
    return start, start + (_SEASON - 1 if word in _SEASONS else 0)


def join_deadlines(evidence: Evidence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each statement of one outlet that gives another time for what a draft gives a time for."""
    told = find_deadlines(evidence.event, evidence.sentences)
    held = [[one for one in told if _holds(draft, one)] for draft in drafts]
    gained: dict[int, list[Join]] = {}
    moved: set[int] = set()
    for n, draft in enumerate(drafts):
        if len(draft.spans) > 1 or not held[n] or n in gained:
            continue
        homes = [m for m, own in enumerate(held) if m != n and m not in moved and _meets(evidence.event, held[n], own)]
        if homes:
            moved.add(n)
            best = max(homes, key=lambda m: (len(drafts[m].spans), -m))
            gained.setdefault(best, []).append(Join(draft.spans[0], DEADLINE, 1.0))
    return [_grown(draft, gained.get(n, ())) for n, draft in enumerate(drafts) if n not in moved]


def _holds(draft: Draft, deadline: Deadline) -> bool:
    return any(overlap(span, deadline.span) == len(deadline.span) for span in draft.spans)


def _meets(event: Event, some: Sequence[Deadline], others: Sequence[Deadline]) -> bool:
    return any(
        one.subject & other.subject and event.outlet_of(one.span) != event.outlet_of(other.span)
        for one in some
        for other in others
    )


def _grown(draft: Draft, new: Sequence[Join]) -> Draft:
    if not new:
        return draft
    spans = tuple(sorted({*draft.spans, *(join.span for join in new)}))
    statement = draft.statement or max(draft.spans, key=lambda span: (len(span), span.siglum, span.start))
    rule = DEADLINE if len(draft.spans) == 1 else draft.rule
    return replace(draft, spans=spans, rule=rule, joins=(*draft.joins, *new), statement=statement, whole=None)


def find_dates(event: Event, claims: Sequence[Claim], sentences: Sequence[Span]) -> Iterator[Note]:
    """*date-conflict*: two outlets say of one thing that it is to happen by two times that share no month."""
    told = find_deadlines(event, sentences)
    for claim in claims:
        own = [one for one in told if any(made.span.contains(one.span) for made in claim.appearances)]
        for one, other in combinations(own, 2):
            apart = one.months[1] < other.months[0] or other.months[1] < one.months[0]
            if apart and event.outlet_of(one.span) != event.outlet_of(other.span):
                yield Note("date-conflict", claim, tuple(sorted((one.span, other.span))), "by when: the times differ")
