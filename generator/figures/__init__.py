"""Figures: numbers as an article reports them, with bound, unit, what they count, and on whose word.

The parts follow CQE (Almasian et al., EMNLP 2023): value, change (here: bound), unit and concept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.cues.readings import Attribution, attribute_all, read_article
from generator.figures.extraction import Draft, find_drafts
from generator.figures.grouping import group_figures
from generator.model import Article, Figure, Span, identify_each

__all__ = ["find_figures", "group_figures"]


def find_figures(article: Article, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """The article's figures in order. Dates, times, ordinals, page numbers, scores and numbers in names are none.

    A figure has a unit or a noun that it counts, or a verb that says what happened to so many. Its speaker and stance
    are those of the innermost attribution that reaches it.
    """
    tokens = read_article(article).tokens
    attributions = attribute_all(article, sentences)
    drafts: list[tuple[Draft, Attribution | None]] = []
    for sentence, said in zip(sentences, attributions, strict=True):
        drafts += [(draft, _said(draft, said)) for draft in find_drafts(article, tokens, sentence)]
    spans = [Span(article.siglum, draft.start, draft.end) for draft, _ in drafts]
    names = identify_each("f", article, spans)
    found = zip(names, spans, drafts, strict=True)
    return tuple(_figure(article, name, span, draft, said) for name, span, (draft, said) in found)


def _said(draft: Draft, attributions: Sequence[Attribution]) -> Attribution | None:
    """The innermost attribution whose content holds the figure."""
    around = [said for said in attributions if said.covers(draft.start, draft.end)]
    return min(around, key=lambda said: sum(map(len, said.contents)), default=None)


def _figure(article: Article, name: str, span: Span, draft: Draft, said: Attribution | None) -> Figure:
    counts = Span(article.siglum, *draft.counts) if draft.counts else None
    about = Span(article.siglum, *draft.about) if draft.about else None
    figure = Figure(name, span, draft.value, draft.high, draft.bound, draft.unit, counts, draft.status, about=about)
    return replace(figure, speaker_name=said.speaker_name, stance=said.stance) if said else figure
