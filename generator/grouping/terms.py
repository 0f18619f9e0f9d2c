"""An article as a bag of weighted terms: small enough to keep, and all that grouping needs of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import regex
from numpy.typing import NDArray

from generator.words import fold, stem

_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = regex.compile(r"\p{Nd}+(?:[.,:]\p{Nd}+)*|[\p{L}\p{M}\p{N}]+(?:['’ʼ](?!s\b)[\p{L}\p{M}]+)*")
_UNSPACED_RUN = regex.compile(rf"[{_UNSPACED}]")
_PARTS = regex.compile(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_LEAD = 60
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
    words = _WORD.findall(f"{title}\n{text}" if title and not text.startswith(title) else text)
    counts = Counter(words)
    counts.update(set(words[:_LEAD]))
    codes, amounts = [], []
    for word, count in counts.items():
        for code in _read_word(word, lang):
            codes.append(code)
            amounts.append(count)
    return _add_up(np.array(codes, np.int64), np.array(amounts, np.float32))


def _add_up(codes: NDArray[np.int64], amounts: NDArray[np.float32]) -> Terms:
    """One row a term: forms of one stem are added up, and a form that is no name makes the term none."""
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    ids = codes >> _KIND_BITS
    first = np.flatnonzero(np.diff(ids, prepend=ids[:1] - 1))
    if not len(first):
        return Terms(ids, amounts)
    amounts = np.add.reduceat(amounts[order], first)
    kinds = codes[first] & ((1 << _KIND_BITS) - 1)
    return Terms(ids[first], (1 + np.log(amounts)) * _KIND_WEIGHTS[kinds])


def terms_to_columns(terms: Terms) -> tuple[list[int], list[float]]:
    """Two parallel lists, ids and weights, for a table; :func:`terms_from_columns` takes them back."""
    return terms.ids.tolist(), terms.weights.tolist()


def terms_from_columns(ids: Sequence[int] | NDArray[np.int64], weights: Sequence[float] | NDArray[np.float32]) -> Terms:
    """Terms as they were kept; arrays of the right type are taken as they are, without a copy."""
    return Terms(np.asarray(ids, np.int64), np.asarray(weights, np.float32))


@lru_cache(maxsize=1 << 18)
def _read_word(word: str, lang: str) -> tuple[int, ...]:
    """A word's terms, as a rule one: a hash of the stem, the word's kind in its last bits."""
    kind = _NUMBER if word[0].isdigit() else _NAME if word[0].isupper() else _PLAIN
    terms = (term for part in _PARTS.findall(word) for term in _cut_part(fold(part), lang))
    return tuple(_hash_term(term) << _KIND_BITS | kind for term in terms)


def _cut_part(part: str, lang: str) -> list[str]:
    if _UNSPACED_RUN.match(part) and len(part) > 1:
        return [one + other for one, other in pairwise(part)]
    return [stem(part, lang)]


def _hash_term(term: str) -> int:
    """A hash that leaves room for the kind; Python's own is another in every run."""
    return int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "big", signed=True) >> _KIND_BITS
