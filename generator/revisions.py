"""An article's earlier versions, each set against the next, sentence by sentence.

Sentences are aligned in order by their longest common subsequence, equal where their words are; what stands between two
equal ones is then paired by likeness, the most alike first, as annotations are anchored in changed documents
(Hypothesis). What has no partner was taken out or put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from rapidfuzz.distance import Indel, LCSseq

from generator.figures import find_figures
from generator.model import Amendment, Article, Figure, Revision, Span
from generator.sentences import segment
from generator.words import word_runs

REACH = 50
"""Sentences that two may be apart in a stretch where all is new, counted from its beginning or its end."""


def find_revisions(article: Article, *, least_alike: float = 0.4) -> tuple[Revision, ...]:
    """What changed with each version, the oldest first.

    ``least_alike`` is the share of equal words, in order, from which two sentences are one that was edited. A sentence
    that only moved, or in which only signs changed, is not told.
    """
    return tuple(
        Revision(article.siglum, before.updated, after.updated, tuple(_compare(before, after, least_alike)))
        for before, after in pairwise((*article.versions, article))
        if article.versions
    )


def _compare(before: Article, after: Article, least: float) -> Iterator[Amendment]:
    old, new = segment(before), segment(after)
    runs_old, runs_new = (
        [word_runs(_text(one, span)) for span in spans] for one, spans in ((before, old), (after, new))
    )
    figures_old, figures_new = find_figures(before, old), find_figures(after, new)
    for n, m in _align(runs_old, runs_new, least):
        was, now = old[n] if n is not None else None, new[m] if m is not None else None
        numbers = _changed(before, _within(figures_old, was), after, _within(figures_new, now))
        yield Amendment(
            "edited" if was and now else "removed" if was else "inserted",
            before=_text(before, was) if was else "",
            after=_text(after, now) if now else "",
            figures=tuple(numbers),
        )


def _align(old: Sequence[list[str]], new: Sequence[list[str]], least: float) -> Iterator[tuple[int | None, int | None]]:
    """The sentences that differ, in order of the later text, by number; ``None`` where there is no partner."""
    steps = LCSseq.opcodes([tuple(words) for words in old], [tuple(words) for words in new])
    blocks: list[tuple[list[int], list[int]]] = [([], [])]
    for step in steps:
        if step.tag == "equal":
            blocks.append(([], []))
            continue
        blocks[-1][0].extend(range(step.src_start, step.src_end))
        blocks[-1][1].extend(range(step.dest_start, step.dest_end))
    left = [tuple(old[n]) for gone, _ in blocks for n in gone]
    come = {tuple(new[m]) for _, fresh in blocks for m in fresh}
    stayed = come & {*left}
    for gone, fresh in blocks:
        yield from _pair(
            [n for n in gone if tuple(old[n]) not in stayed],
            [m for m in fresh if tuple(new[m]) not in stayed],
            old,
            new,
            least,
        )


def _pair(
    gone: Sequence[int], fresh: Sequence[int], old: Sequence[list[str]], new: Sequence[list[str]], least: float
) -> Iterator[tuple[int | None, int | None]]:
    """The sentences of one stretch, the most alike together."""
    near = (
        (n, m)
        for i, n in enumerate(gone)
        for j, m in enumerate(fresh)
        if min(abs(i - j), abs(len(gone) - i - len(fresh) + j)) <= REACH
    )
    scored = sorted((-Indel.normalized_similarity(old[n], new[m]), n, m) for n, m in near)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, n, m in scored:
        if -score >= least and n not in taken and m not in partner:
            partner[m] = n
            taken.add(n)
    left = [n for n in gone if n not in taken]
    for m in fresh:
        before = partner.get(m)
        while before is not None and left and left[0] < before:
            yield left.pop(0), None
        yield before, m
    yield from ((n, None) for n in left)


def _within(figures: Sequence[Figure], sentence: Span | None) -> list[Figure]:
    return [figure for figure in figures if sentence and sentence.contains(figure.span)]


def _changed(
    before: Article, old: Sequence[Figure], after: Article, new: Sequence[Figure]
) -> Iterator[tuple[str, str]]:
    """The figures of one sentence whose values the other has not, in order."""
    values_old, values_new = ({_value(one) for one in figures} for figures in (old, new))
    gone = [_text(before, one.span) for one in old if _value(one) not in values_new]
    fresh = [_text(after, one.span) for one in new if _value(one) not in values_old]
    if old and new:
        yield from zip_longest(gone, fresh, fillvalue="")


def _value(figure: Figure) -> tuple[float, float | None, str, str]:
    return (figure.value, figure.high, figure.bound, figure.unit)


def _text(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]
