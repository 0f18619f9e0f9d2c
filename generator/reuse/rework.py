"""Stretches of one article that rework stretches of another, however edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Article, Span
from generator.reuse.edges import count_answered
from generator.reuse.reading import Read, read
from generator.reuse.seeds import find_seeds
from generator.reuse.stretches import ReuseKind, Stretch, find_copies, find_rewrites, find_summaries, leave_out

_WEAK = 0.2
"""A cosine that still holds a summary's sentences together."""


@dataclass(frozen=True, slots=True, order=True)
class Reuse:
    """A stretch of one article that answers to a stretch of another.

    ``similarity`` is the share of one's words, counted one to one, that the other's stretch has as well, 0 to 1;
    ``kind`` tells whether the words were copied, rewritten, or sum the other article up as a whole.
    """

    one: Span
    other: Span
    similarity: float
    kind: ReuseKind


def find_reuse(
    one: Article,
    other: Article,
    sentences: Sequence[Span],
    *,
    shingle: int = 5,
    slip: int = 8,
    copied: int = 40,
    copied_share: float = 0.8,
    least_cosine: float = 0.25,
    gap: int = 2,
    shortest: int = 25,
    evidence: float = 20.0,
    reach: int = 40,
    snap: int = 13,
    joined: int = 25,
    summary_words: int = 80,
    summary_cosine: float = 0.33,
    summary_part: float = 0.6,
    summary_spread: float = 0.4,
    summary_shrunk: float = 4.0,
) -> tuple[Reuse, ...]:
    """Stretches of ``one`` that rework stretches of ``other``, in order of place; ``sentences`` are those of both.

    The task is known as text alignment (PAN 2013; Sanchez-Perez, Sidorov and Gelbukh 2014 describe seeding with
    sentences, extending and filtering). Copies come first: runs of ``shingle`` equal stems, chained over ``slip``
    words, ``copied`` words long. Then rewrites, from sentences that are alike (``least_cosine``, ``gap`` sentences
    apart at most), with ends that the words themselves decide. What lies ``joined`` words apart or nearer in both
    articles is one stretch. The question has a direction: a summary is one of ``other``, made in ``one``.
    """
    numbers: dict[str, int] = {}
    ours, theirs = read(one, sentences, numbers), read(other, sentences, numbers)
    seeds = find_seeds(ours, theirs, min(_WEAK, least_cosine))
    copies = find_copies(ours, theirs, shingle=shingle, slip=slip, least=copied, share=copied_share)
    near = leave_out(seeds.where(np.flatnonzero(seeds.cosine > least_cosine)), ours, theirs, copies)
    rewrites = find_rewrites(ours, theirs, near, gap=gap, shortest=shortest, evidence=evidence, reach=reach, snap=snap)
    summaries = list(
        find_summaries(
            ours, theirs, seeds,
            shortest=summary_words, strong=summary_cosine, part=summary_part, spread=summary_spread,
            shrunk=summary_shrunk,
        )
    )  # fmt: skip
    parts = _join([*copies, *rewrites], joined)
    kept = [part for part in parts if all(part.apart(summary) >= 0 for summary in summaries)]
    return tuple(sorted(_reuse(ours, theirs, stretch) for stretch in [*kept, *summaries]))


def _join(stretches: Iterable[Stretch], joined: int) -> list[Stretch]:
    """Join what lies near each other in both articles, until nothing does."""
    waiting, done = sorted(stretches), []
    while waiting:
        stretch = waiting.pop(0)
        near = next((n for n, later in enumerate(waiting) if stretch.apart(later) <= joined), None)
        if near is None:
            done.append(stretch)
        else:
            waiting = sorted([*done, *waiting[:near], *waiting[near + 1 :], stretch.joined(waiting[near])])
            done = []
    return done


def _reuse(one: Read, other: Read, stretch: Stretch) -> Reuse:
    answered = count_answered(one, stretch.one, other, stretch.other)
    spans = one.span(*stretch.one), other.span(*stretch.other)
    return Reuse(*spans, answered / (stretch.one[1] - stretch.one[0]), stretch.kind)
