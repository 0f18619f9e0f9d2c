"""Figures: numbers as an article reports them, with bound, unit, what they count, and on whose word.

The parts follow CQE (Almasian et al., EMNLP 2023): value, change (here: bound), unit and concept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from generator.cues.readings import Attribution, attribute_all, read_article
from generator.figures.dating import Dated, date_drafts
from generator.figures.extraction import Draft, find_drafts
from generator.figures.grouping import group_figures
from generator.figures.worded import names_number
from generator.model import Article, Figure, Span, identify_each
from generator.parsing import Parse, Parser, parse_sentence
from generator.words import Token

__all__ = ["find_figures", "group_figures"]


_MOST = 20_000
"""Numbers of one article that are looked at: several megabytes of news have fewer, and what has more is a table."""


def find_figures(article: Article, sentences: Sequence[Span], parser: Parser | None = None) -> tuple[Figure, ...]:
    """The article's figures in order. Dates, times, ordinals, page numbers, scores and numbers in names are none.

    A figure has a unit or a noun that it counts, or a verb that says what happened to so many. Its speaker and stance
    are those of the innermost attribution that reaches it; the days it holds for are read from its sentence. Where the
    rules find nothing that it counts, a ``parser`` may: the rest of the noun phrase that the number stands in.
    """
    tokens = read_article(article).tokens
    starts = read_article(article).starts
    attributions = attribute_all(article, sentences, parser)
    drafts: list[tuple[Draft, Attribution | None, Dated]] = []
    for place in _numbered(tokens, sentences, article.lang[:2].lower()):
        sentence, attributed = sentences[place], attributions[place]
        inside = tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        own = list(find_drafts(article, inside, sentence))
        if parser is not None:
            parse = parse_sentence(article, sentence, parser)
            own = [replace(draft, counts=draft.counts or _rest(article, draft, parse)) for draft in own]
        said = [_said(draft, attributed) for draft in own]
        own = [_apart(draft, around) for draft, around in zip(own, said, strict=True)]
        drafts += zip(own, said, date_drafts(article, inside, own, said), strict=True)
    spans = [Span(article.siglum, draft.start, draft.end) for draft, _, _ in drafts]
    names = identify_each("f", article, spans)
    return tuple(_figure(article, *found) for found in zip(names, spans, drafts, strict=True))


def _numbered(tokens: Sequence[Token], sentences: Sequence[Span], lang: str) -> Iterator[int]:
    """Which of the sentences have a number, in digits or words."""
    place, count = 0, len(sentences)
    for token in islice((token for token in tokens if names_number(token, lang)), _MOST):
        while place < count and sentences[place].end <= token.start:
            place += 1
        if place < count and sentences[place].start <= token.start:
            yield place
            place += 1


def _rest(article: Article, draft: Draft, parse: Parse) -> tuple[int, int] | None:
    """What follows a number in its noun phrase: a 25 per cent "tax"."""
    phrase = parse.phrase_at(draft.end - 1)
    words = article.text[draft.end : phrase[1]] if phrase else ""
    rest = words.lstrip(" \u00a0-")
    return (draft.end + len(words) - len(rest), draft.end + len(words)) if rest[:1].isalpha() else None


def _said(draft: Draft, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the figure."""
    around = [said for said in attributions if said.covers(draft.start, draft.end)]
    return min(around, key=lambda said: sum(map(len, said.contents)), default=None)


def _apart(draft: Draft, said: Attribution | None) -> Draft:
    """A count without what it is said of, where that is only who says so: Holt claimed 12 gates had gone."""
    if said is None or draft.about is None or said.speaker is None or draft.unit or not draft.counts:
        return draft
    start, end = draft.about
    return replace(draft, about=None) if said.speaker.start < end and start < said.speaker.end else draft


def _figure(article: Article, name: str, span: Span, found: tuple[Draft, Attribution | None, Dated]) -> Figure:
    draft, said, dated = found
    return Figure(
        name,
        span,
        draft.value,
        draft.high,
        draft.bound,
        draft.unit,
        Span(article.siglum, *draft.counts) if draft.counts else None,
        draft.status,
        said.speaker_name if said else None,
        said.stance if said else "own voice",
        as_of=dated[0] if dated else None,
        about=Span(article.siglum, *draft.about) if draft.about else None,
        as_of_basis=dated[1] if dated else None,
    )
