"""An article as a bag of weighted terms: small enough to keep, and all that grouping needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from generator.words import fold, stem

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_UNSPACED_RUN = regex.compile(rf"[{_UNSPACED}]")
_WORD = regex.compile(
    rf"\p{{Nd}}+(?:[.,:]\p{{Nd}}+)*|[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}])+"
    r"(?:['’ʼ](?!s\b)[\p{L}\p{M}]+)*"
)
LEAD = 60
"""Terms of an article that count once more."""
_PLAIN, _NUMBER, _NAME = range(3)  # in this order: where forms of one stem differ, the least wins
_KIND_WEIGHTS = np.array([1.0, 1.5, 2.0], np.float32)
_KIND_BITS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """One article's distinct terms in ascending order, and their weights within the article.

    ``ids`` are hashes of stems, the same in every run; ``weights`` are above nought.
    """

    ids: NDArray[np.int64]
    weights: NDArray[np.float32]


def read_terms(text: str, title: str | None = None, lang: str = "en") -> Terms:
    """Count the stems of an article; a title that does not open the text is read before it.

    A term weighs one plus the logarithm of its count (Salton and Buckley 1988). It counts once more where it stands in
    the first words, for news tells what happened first. Names and numbers weigh more than other words: two alike events
    agree in these and differ in those. A name is a word that this article never writes with a small first letter.
    Where a script leaves no space between words, each two neighbouring signs are a term.
    """
    said = [code for chunk in take_whole(text, title).split() for code in read_chunk(chunk, lang)]
    codes = np.sort(np.array([*said, *set(said[:LEAD])], np.int64))
    return Terms(*weigh(codes, find_fresh(codes)))


def take_whole(text: str, title: str | None) -> str:
    """A text with its title before it, unless it opens with that."""
    return f"{title}\n{text}" if title and not text.startswith(title) else text


def weigh(codes: NDArray[np.int64], fresh: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The ids and weights of codes that ascend; ``fresh`` tells where another id begins, or another article."""
    first = np.flatnonzero(fresh)
    counts = np.diff(first, append=len(codes)).astype(np.float32)
    kinds = codes[first] & ((1 << _KIND_BITS) - 1)  # forms of one stem stand together, the least kind before
    return codes[first] >> _KIND_BITS, (1 + np.log(counts)) * _KIND_WEIGHTS[kinds]


def find_fresh(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where another id begins in codes that ascend."""
    fresh = np.ones(len(codes), np.bool_)
    fresh[1:] = (codes[1:] >> _KIND_BITS) != (codes[:-1] >> _KIND_BITS)
    return fresh


def read_chunk(chunk: str, lang: str) -> tuple[int, ...]:
    """The codes of a stretch without white space: a hash of each term, its kind in the last bits."""
    return tuple(
        _hash_term(term) << _KIND_BITS | _find_kind(word)
        for word in _WORD.findall(chunk)
        for term in _cut_word(fold(word), lang)
    )


def terms_to_columns(terms: Terms) -> tuple[list[int], list[float]]:
    """Two parallel lists, ids and weights, for a table; :func:`terms_from_columns` takes them back."""
    return terms.ids.tolist(), terms.weights.tolist()


def terms_from_columns(ids: Sequence[int] | NDArray[np.int64], weights: Sequence[float] | NDArray[np.float32]) -> Terms:
    """Terms as they were kept; arrays of the right type are taken as they are, without a copy."""
    return Terms(np.asarray(ids, np.int64), np.asarray(weights, np.float32))


def _find_kind(word: str) -> int:
    return _NUMBER if word[0].isdigit() else _NAME if word[0].isupper() else _PLAIN


def _cut_word(word: str, lang: str) -> list[str]:
    if word[0].isdigit():
        return [word]
    if not _UNSPACED_RUN.match(word):
        return [stem(word, lang)]
    return [one + other for one, other in pairwise(word)] or [word]


def _hash_term(term: str) -> int:
    """A hash that leaves room for the kind; Python's own is another in every run."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big", signed=True) >> _KIND_BITS
