"""Which of a sentence's expressions of time a figure holds for."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.readings import Attribution
from generator.figures.extraction import Draft
from generator.figures.times import find_times
from generator.model import Article, Period, Span
from generator.words import Token

Dated = tuple[Period, Span] | None
"""The days, and the words that say so."""

_CROSSED = 60


def date_drafts(
    article: Article,
    tokens: Sequence[Token],
    drafts: Sequence[Draft],
    said: Sequence[Attribution | None],
) -> list[Dated]:
    """For each figure the nearest time in what is said with it, else the time at which that was said.

    ``tokens`` are those of the sentence. A time beyond another figure counts as farther off.
    """
    if not drafts:
        return []
    times = [
        (time.period, Span(article.siglum, tokens[time.first].start, tokens[time.last - 1].end))
        for time in find_times(article, tokens)
    ]
    return [_nearest(draft, attribution, times, drafts) for draft, attribution in zip(drafts, said, strict=True)]


def _nearest(
    draft: Draft, said: Attribution | None, times: Sequence[tuple[Period, Span]], drafts: Sequence[Draft]
) -> Dated:
    apart = [(period, span) for period, span in times if not _touches(draft, span)]
    within = [item for item in apart if said is None or said.covers(item[1].start, item[1].end)]
    return min(within or apart, key=lambda item: (_distance(draft, item[1], drafts), item[1].start), default=None)


def _touches(draft: Draft, span: Span) -> bool:
    """Whether a time stands in the figure or in what it counts: the October strikes."""
    ends = [draft.end, draft.counts[1]] if draft.counts else [draft.end]
    return span.start < max(ends) and draft.start < span.end


def _distance(draft: Draft, span: Span, drafts: Sequence[Draft]) -> int:
    """Code points between, and more for each figure that stands between."""
    low, high = (draft.end, span.start) if draft.end <= span.start else (span.end, draft.start)
    crossed = sum(low <= other.start < high for other in drafts if other is not draft)
    return high - low + _CROSSED * crossed
