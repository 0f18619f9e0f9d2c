"""Stretches of two articles that answer to each other: copied, rewritten, or summed up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from generator.reuse.arrays import Real, Whole
from generator.reuse.edges import Range, find_edge
from generator.reuse.reading import Read
from generator.reuse.seeds import Seeds, find_runs

ReuseKind = Literal["copy", "rewrite", "summary"]
_OTHER_WORDS = 300
"""Words of other texts imagined beside the two, so that a short article's own subject does not pass for common."""
_SENTENCES = 3
"""Fewer sentences cannot be seen to draw on places all over."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words of one article and of another, ends left out."""

    one: Range
    other: Range
    kind: ReuseKind

    def apart(self, stretch: Stretch) -> int:
        """Words between the two where they are further apart; below nought where they overlap in both articles."""
        return max(_gap(self.one, stretch.one), _gap(self.other, stretch.other))

    def joined(self, stretch: Stretch) -> Stretch:
        """The least stretch that holds both."""
        kind: ReuseKind = self.kind if self.kind == stretch.kind else "rewrite"
        return Stretch(_hull(self.one, stretch.one), _hull(self.other, stretch.other), kind)


def _gap(a: Range, b: Range) -> int:
    return max(a[0], b[0]) - min(a[1], b[1])


def _hull(a: Range, b: Range) -> Range:
    return min(a[0], b[0]), max(a[1], b[1])


def find_copies(one: Read, other: Read, *, shingle: int, slip: int, least: int, share: float) -> tuple[Stretch, ...]:
    """Stretches of at least ``least`` words of which ``share`` or more stand in runs of ``shingle`` equal words.

    Runs are chained where neither side leaves out or repeats more than ``slip`` words. The longest copies stand first,
    and none overlaps a longer one in both articles.
    """
    found: list[Stretch] = []
    for copy, equal in sorted(_chain(find_runs(one, other, shingle), slip), key=lambda chain: (-chain[1], chain[0])):
        sizes = [last - first for first, last in (copy.one, copy.other)]
        fits = min(sizes) >= least and equal >= share * max(sizes)
        if fits and all(copy.apart(longer) >= 0 for longer in found):
            found.append(copy)
    return tuple(found)


def _chain(runs: Sequence[tuple[int, int, int]], slip: int) -> list[tuple[Stretch, int]]:
    """Runs that follow each other closely as one stretch, with the words in runs."""
    done: list[tuple[Stretch, int]] = []
    live: list[tuple[Stretch, int]] = []
    for i, j, size in runs:
        run = Stretch((i, i + size), (j, j + size), "copy")
        done += [chain for chain in live if i - chain[0].one[1] > slip]
        live = [chain for chain in live if i - chain[0].one[1] <= slip]
        fitting = [n for n, (stretch, _) in enumerate(live) if _follows(stretch, run, slip)]
        if fitting:
            stretch, equal = live.pop(min(fitting, key=lambda n: sum(map(abs, _jumps(live[n][0], run)))))
            live.append((stretch.joined(run), equal + size))
        else:
            live.append((run, size))
    return done + live


def _jumps(stretch: Stretch, run: Stretch) -> Range:
    return run.one[0] - stretch.one[1], run.other[0] - stretch.other[1]


def _follows(stretch: Stretch, run: Stretch, slip: int) -> bool:
    ours, theirs = _jumps(stretch, run)
    onward = run.one[1] > stretch.one[1] and run.other[1] > stretch.other[1]
    return onward and max(abs(ours), abs(theirs), abs(ours - theirs)) <= slip


def leave_out(seeds: Seeds, one: Read, other: Read, copies: Sequence[Stretch]) -> Seeds:
    """The seeds without those of which a sentence lies by more than half in a copy."""
    kept = np.ones(len(seeds.one), bool)
    for copy in copies:
        for homes, own, words in ((seeds.one, one, copy.one), (seeds.other, other, copy.other)):
            first, last = own.firsts[homes], own.firsts[homes + 1]
            kept &= np.minimum(last, words[1]) - np.maximum(first, words[0]) <= (last - first) / 2
    return seeds.where(np.flatnonzero(kept))


def find_rewrites(
    one: Read, other: Read, seeds: Seeds, *, gap: int, shortest: int, evidence: float, reach: int, snap: int
) -> Iterator[Stretch]:
    """Stretches around seeds at most ``gap`` sentences apart in both articles, with ends fitted to the words.

    Both sides must keep ``shortest`` words and ``evidence`` nats (see :mod:`generator.reuse.edges`); an end less than
    ``snap`` words from its sentence's end is moved there.
    """
    common = _common(one, other)
    for part in _gather(seeds, gap):
        ours, theirs = _words_of(one, part.one), _words_of(other, part.other)
        for _ in range(2):  # each side's ends depend on the other's; a third round changes next to nothing
            mine = find_edge(one, ours, other, theirs, common=common, reach=reach)
            ours = mine.words
            yours = find_edge(other, theirs, one, ours, common=common, reach=reach)
            theirs = yours.words
        if min(ours[1] - ours[0], theirs[1] - theirs[0]) < shortest or min(mine.evidence, yours.evidence) < evidence:
            continue
        yield Stretch(_snap(one, ours, snap), _snap(other, theirs, snap), "rewrite")


def _common(one: Read, other: Read) -> Real:
    """How common each stem is: its share of all words, counting once what stands in both articles."""
    size = int(max(one.stems.max(initial=0), other.stems.max(initial=0))) + 1
    ours, theirs = np.bincount(one.stems, minlength=size), np.bincount(other.stems, minlength=size)
    return np.maximum(ours, theirs) / (len(one.stems) + len(other.stems) + _OTHER_WORDS)


def _gather(seeds: Seeds, gap: int) -> Iterator[Seeds]:
    """Cut the seeds wherever one article or the other has a gap, until there is none."""
    waiting = [seeds] if len(seeds.one) else []
    while waiting:
        part = waiting.pop()
        for side in (part.one, part.other):
            order = np.argsort(side, kind="stable")
            cuts = np.flatnonzero(np.diff(side[order]) > gap + 1) + 1
            if len(cuts):
                waiting += [part.where(piece) for piece in np.split(order, cuts)]
                break
        else:
            yield part


def _words_of(own: Read, sentences: Whole) -> Range:
    return int(own.firsts[sentences.min()]), int(own.firsts[sentences.max() + 1])


def _snap(own: Read, words: Range, snap: int) -> Range:
    """Move either end out to its sentence's, where that is near."""
    first, last = int(own.firsts[own.homes[words[0]]]), int(own.firsts[own.homes[words[1] - 1] + 1])
    return first if words[0] - first <= snap else words[0], last if last - words[1] <= snap else words[1]


def find_summaries(
    one: Read, other: Read, seeds: Seeds, *, shortest: int, strong: float, part: float, spread: float, shrunk: float
) -> Iterator[Stretch]:
    """Sentences on end of one article that draw on places all over the other, which they answer to as a whole.

    Of ``shortest`` words or more; at least three sentences, and the share ``part`` of all, have a cosine of ``strong``
    with their nearest in the other; these lie over the share ``spread`` of the other's sentences; and the other is at
    least ``shrunk`` times as long.
    """
    nearest = _nearest(seeds)
    for piece in np.split(np.arange(len(nearest.one)), np.flatnonzero(np.diff(nearest.one) > 1) + 1):
        run = nearest.where(piece)
        firm = run.other[run.cosine >= strong]
        if len(firm) < max(_SENTENCES, part * len(run.one)):
            continue
        words = _words_of(one, run.one)
        wide = firm.max() - firm.min() + 1 >= spread * (len(other.firsts) - 1)
        if wide and words[1] - words[0] >= max(shortest, 1) and len(other.stems) >= shrunk * (words[1] - words[0]):
            yield Stretch(words, (0, len(other.stems)), "summary")


def _nearest(seeds: Seeds) -> Seeds:
    """Each sentence's likest in the other article."""
    order = np.lexsort((seeds.other, -seeds.cosine, seeds.one))
    return seeds.where(order[np.diff(seeds.one[order], prepend=-1) != 0])
