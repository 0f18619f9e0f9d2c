"""An invented language that repeats itself as much as news does, for archives whose shared passages are known.

Words follow Zipf's law as Mandelbrot amended it (1953), and half of all words stand in stock phrases of two to seven
words. The shares of the phrases are set so that unrelated articles share runs of words as often as articles of a news
collection do: ``python tests/bench/chance.py FILE.jsonl.gz`` counts them in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ids: TypeAlias = npt.NDArray[np.int64]

VOCABULARY = 50_000
_SINGLES = 0.70
"""Draws that give one word; the others give a stock phrase."""
_PHRASES = {
    2: (0.210, 4_000),
    3: (0.058, 20_000),
    4: (0.0260, 20_000),
    5: (0.0075, 20_000),
    6: (0.0040, 10_000),
    7: (0.0035, 5_000),
}
"""Stock phrases by length: the share of draws, and how many there are. Eight words would be a shared passage."""
_COMMON = """
the of to and a in that on for is it was with he as at by from be his but has have an are not they this who had were
will its their would about been or which more after one also she her when up out there we i you all than over new if
last two no people other first year could some into what years time before so against because him can while most
them where many our during only since still three those now even between made such
"""
_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sc sh st str t th tr v w z"
_RHYMES = "a e i o u ai ea oo an en in on ar er or al el at et is us and end ing ort ö é"


@dataclass(frozen=True, slots=True)
class Language:
    """Words by rank with their capital form, and units (words and stock phrases) with the chance of each."""

    plain: npt.NDArray[np.object_]
    capital: npt.NDArray[np.object_]
    lengths: Ids
    units: Ids
    chances: npt.NDArray[np.float64]


@cache
def load_language() -> Language:
    """The one language of all archives, whatever their seed."""
    rng = np.random.default_rng(7)
    words = _make_words(rng)
    singles = _zipf(VOCABULARY, 1.7, 1.07)
    units, chances = [np.arange(VOCABULARY)[:, None]], [singles * _SINGLES]
    for length, (share, count) in _PHRASES.items():
        units.append(np.searchsorted(np.cumsum(singles), rng.random((count, length))))
        chances.append(_zipf(count, 2.7, 1.0) * share)
    rows = np.concatenate([np.pad(part, ((0, 0), (0, 7 - part.shape[1])), constant_values=-1) for part in units])
    total = np.cumsum(np.concatenate(chances))
    plain = np.array(words, dtype=object)
    capital = np.array([word.capitalize() for word in words], dtype=object)
    return Language(plain, capital, np.array([len(word) for word in words]), rows, total / total[-1])


def _zipf(count: int, shift: float, power: float) -> npt.NDArray[np.float64]:
    chances = 1 / (np.arange(1, count + 1) + shift) ** power
    return np.asarray(chances / chances.sum())


def _make_words(rng: np.random.Generator) -> list[str]:
    """The commonest words of English, then invented ones, the rarer the longer."""
    onsets, rhymes = _ONSETS.split(), _RHYMES.split()
    words = dict.fromkeys(_COMMON.split())
    while len(words) < VOCABULARY:
        syllables = (2 if len(words) > 1_000 else 1) + int(rng.random() < 0.3)
        picks = zip(rng.integers(0, len(onsets), syllables), rng.integers(0, len(rhymes), syllables), strict=True)
        words["".join(onsets[onset] + rhymes[rhyme] for onset, rhyme in picks)] = None
    return list(words)
