"""The terms of many articles at once: what :func:`~generator.grouping.terms.read_terms` reads of each, as arrays.

A stretch without white space is known again by its hash, and what it says is looked up in a sorted table; only what was
never met before is read. So an archive's articles cost a few passes of numpy, and not a look-up for each word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from generator.grouping.terms import LEAD, Terms, find_fresh, read_chunk, read_terms, take_whole, weigh
from generator.rolling import Hashes, hash_stretches

_CUT, _COUNTED, _LONG = 200_000, 4_000_000, 1_000_000
"""Letters that are cut at once, and counted at once, at about that number; a text that has more is read by itself."""
_REMEMBERED = 1 << 18
"""Stretches that are remembered in each language, at about that number."""

_SHELVES, _SHELF = 1 << 18, np.uint64(64 - 18)
_ENDS = '.,:;!?()"“”'
_Ints = NDArray[np.int64]
_SPACE = np.array([chr(point).isspace() for point in range(0x3002)])  # U+3000 is the last that is


class TermReader:
    """Reads the terms of articles, and remembers what each stretch says: an archive has said most of it before."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[str, _Known] = {}

    def read(self, texts: Sequence[str], titles: Sequence[str | None], langs: Sequence[str]) -> list[Terms]:
        """The terms of each text, with its title and in its language."""
        wholes = [take_whole(text, title) for text, title in zip(texts, titles, strict=True)]
        places = [at for at, whole in enumerate(wholes) if len(whole) <= _LONG]
        found = {at: read_terms(whole, lang=langs[at]) for at, whole in enumerate(wholes) if len(whole) > _LONG}
        for lang in sorted({langs[at] for at in places}):
            own = [at for at in places if langs[at] == lang]
            for start, end in _batch([wholes[at] for at in own], _COUNTED):
                found |= zip(own[start:end], self._read([wholes[at] for at in own[start:end]], lang), strict=True)
        return [found[at] for at in range(len(wholes))]

    def _read(self, wholes: Sequence[str], lang: str) -> Iterator[Terms]:
        known = self._known.get(lang)
        if known is None or len(known.hashes) > _REMEMBERED:
            known = _Known()
        stretches = [_cut(wholes[start:end]) for start, end in _batch(wholes, _CUT)]
        hashes = np.concatenate([each.hashes for each in stretches])
        numbers = known.find(hashes)
        new = np.flatnonzero(numbers < 0)
        if len(new):
            fresh, first = np.unique(hashes[new], return_index=True)
            bounds = np.cumsum([0, *(len(each.hashes) for each in stretches)])
            homes = np.searchsorted(bounds, new[first], side="right") - 1
            chunks = (stretches[home].show(at - bounds[home]) for home, at in zip(homes, new[first], strict=True))
            known = self._known[lang] = known.learn(fresh, [_say(chunk, lang, known.words) for chunk in chunks])
            numbers[new] = known.find(hashes[new])
        return known.count(numbers, np.concatenate([each.sizes for each in stretches]))


@dataclass(frozen=True, slots=True, eq=False)
class _Stretches:
    """The stretches without white space of some texts: their hashes, where they stand, how many each text has."""

    text: str
    hashes: Hashes
    starts: _Ints
    ends: _Ints
    sizes: _Ints

    def show(self, at: int) -> str:
        """A stretch as it was written."""
        return self.text[self.starts[at] : self.ends[at]]


def _cut(wholes: Sequence[str]) -> _Stretches:
    text = "\n".join([*wholes, ""])
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    word = ~_SPACE[np.minimum(points, len(_SPACE) - 1)]
    edges = np.flatnonzero(np.diff(word, prepend=False))  # the last sign is a line break, so that each has its end
    starts, ends = edges[::2], edges[1::2]
    firsts = np.cumsum([0, *(len(whole) + 1 for whole in wholes)])
    sizes = np.diff(np.searchsorted(starts, firsts))
    return _Stretches(text, hash_stretches(points, starts, ends), starts, ends, sizes)


def _batch(wholes: Sequence[str], letters: int) -> Iterator[tuple[int, int]]:
    """Texts in stretches of about so many letters."""
    ends = np.array(list(accumulate(map(len, wholes))), np.int64)
    cuts = np.flatnonzero(np.diff(ends // letters, prepend=0)).tolist()
    yield from pairwise(sorted({0, *cuts, len(wholes)}))


def _say(chunk: str, lang: str, words: dict[str, tuple[int, ...]]) -> tuple[int, ...]:
    plain = chunk.strip(_ENDS)
    said = words.get(plain)
    if said is None:
        said = words[plain] = read_chunk(plain, lang)
    return said


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What stretches say, by number; ``hashes`` ascend, and ``numbers`` tells whose each is.

    A stretch says ``counts`` codes from ``starts`` on; ``ranks`` are the codes' places among the ``distinct`` ones.
    ``words`` are stretches without the signs at their ends, most of which are met again with others; ``shelves`` tell
    where hashes begin that have the same upper bits.
    """

    hashes: Hashes = field(default_factory=lambda: np.empty(0, np.uint64))
    numbers: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    starts: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    counts: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    distinct: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    ranks: _Ints = field(default_factory=lambda: np.empty(0, np.int64))
    words: dict[str, tuple[int, ...]] = field(default_factory=dict)
    shelves: _Ints = field(default_factory=lambda: np.empty(0, np.int64))

    def find(self, hashes: Hashes) -> _Ints:
        """The number of each, -1 for one that is not known."""
        if not len(self.hashes):
            return np.full(len(hashes), -1)
        places = self.shelves[hashes >> _SHELF]
        for _ in range(int(np.diff(self.shelves).max())):  # a few steps along a shelf, and not a search of all
            places += self.hashes[np.minimum(places, len(self.hashes) - 1)] < hashes
        places = np.minimum(places, len(self.hashes) - 1)
        return np.where(self.hashes[places] == hashes, self.numbers[places], -1)

    def learn(self, hashes: Hashes, said: Sequence[Sequence[int]]) -> _Known:
        """Know more: what each of the hashes says."""
        counts = np.array([len(codes) for codes in said], np.int64)
        codes = np.concatenate([self.distinct[self.ranks], np.array([c for codes in said for c in codes], np.int64)])
        starts = len(self.ranks) + np.cumsum(counts) - counts
        numbers = np.concatenate([self.numbers, len(self.numbers) + np.arange(len(hashes))])
        hashes = np.concatenate([self.hashes, hashes])
        order = np.argsort(hashes, kind="stable")
        distinct, ranks = np.unique(codes, return_inverse=True)
        starts, counts = np.concatenate([self.starts, starts]), np.concatenate([self.counts, counts])
        hashes = hashes[order]
        shelves = np.searchsorted(hashes >> _SHELF, np.arange(_SHELVES + 1, dtype=np.uint64))
        return _Known(hashes, numbers[order], starts, counts, distinct, ranks, self.words, shelves)

    def count(self, numbers: _Ints, sizes: _Ints) -> Iterator[Terms]:
        """The terms of each text that has so many stretches, given by number."""
        counts = self.counts[numbers]
        ends = np.cumsum(counts)
        within = np.arange(int(counts.sum())) - np.repeat(ends - counts, counts)
        ranks = self.ranks[np.repeat(self.starts[numbers], counts) + within]
        texts = np.repeat(np.repeat(np.arange(len(sizes)), sizes), counts)
        firsts = np.searchsorted(texts, np.arange(len(sizes)))
        keys = texts << 32 | ranks
        lead = np.unique(keys[np.arange(len(keys)) - firsts[texts] < LEAD])
        keys = np.sort(np.concatenate([keys, lead]))
        codes, texts = self.distinct[keys & 0xFFFFFFFF], keys >> 32
        fresh = find_fresh(codes)
        fresh[1:] |= texts[1:] != texts[:-1]
        ids, weights = weigh(codes, fresh)
        for start, end in pairwise(np.searchsorted(texts[fresh], np.arange(len(sizes) + 1)).tolist()):
            yield Terms(ids[start:end], weights[start:end])
