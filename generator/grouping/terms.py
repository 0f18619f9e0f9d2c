"""An article as a bag of weighted terms: small enough to keep, and all that grouping needs of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import chain, islice, pairwise

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
_ENDS = '.,:;!?()"“”'
_LEAD = 60
_PLAIN, _NUMBER, _NAME = range(3)  # in this order: where forms of one stem differ, the least wins
_KIND_WEIGHTS = np.array([1.0, 1.5, 2.0], np.float32)
_KIND_BITS = 2
_OTHER = np.iinfo(np.int64).min + (1 << _KIND_BITS) - 1  # ends in a kind that no word is of
_REMEMBERED = 1 << 18
"""Stretches that are remembered in each language, at about that number."""


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
    whole = f"{title}\n{text}" if title and not text.startswith(title) else text
    read = _reader(lang)
    chunks = whole.split()
    codes = np.fromiter(map(read.__getitem__, chunks), np.int64, len(chunks))
    others = [code for place in np.flatnonzero(codes == _OTHER).tolist() for code in read.others[chunks[place]]]
    lead = set(islice(chain.from_iterable(map(read.list, chunks)), _LEAD))
    codes = np.sort(np.concatenate([codes[codes != _OTHER], np.array([*others, *lead], np.int64)]))
    ids = codes >> _KIND_BITS
    first = np.flatnonzero(np.diff(ids, prepend=ids[:1] - 1))
    counts = np.diff(first, append=len(ids)).astype(np.float32)
    kinds = codes[first] & ((1 << _KIND_BITS) - 1)  # forms of one stem stand together, the least kind before
    return Terms(ids[first], (1 + np.log(counts)) * _KIND_WEIGHTS[kinds])


def terms_to_columns(terms: Terms) -> tuple[list[int], list[float]]:
    """Two parallel lists, ids and weights, for a table; :func:`terms_from_columns` takes them back."""
    return terms.ids.tolist(), terms.weights.tolist()


def terms_from_columns(ids: Sequence[int] | NDArray[np.int64], weights: Sequence[float] | NDArray[np.float32]) -> Terms:
    """Terms as they were kept; arrays of the right type are taken as they are, without a copy."""
    return Terms(np.asarray(ids, np.int64), np.asarray(weights, np.float32))


class _Reader(dict[str, int]):
    """What stretches without white space say in one language: the term of each, if it is one, else :data:`_OTHER`.

    Most of what an archive says it has said before, so it is looked up and not read again, until there is too much.
    """

    def __init__(self, lang: str) -> None:
        self.others: dict[str, tuple[int, ...]] = {}
        self._lang = lang

    def list(self, chunk: str) -> tuple[int, ...]:
        """The terms: a hash of each stem, the word's kind in its last bits."""
        code = self[chunk]
        return self.others[chunk] if code == _OTHER else (code,)

    def __missing__(self, chunk: str) -> int:
        plain = chunk.strip(_ENDS)  # the word is met without its comma more often than with it
        codes = self.list(plain) if plain != chunk else self._read(chunk)
        if len(codes) == 1:
            self[chunk] = codes[0]
            return codes[0]
        self.others[chunk] = codes
        self[chunk] = _OTHER
        return _OTHER

    def _read(self, chunk: str) -> tuple[int, ...]:
        return tuple(
            _hash_term(term) << _KIND_BITS | _find_kind(word)
            for word in _WORD.findall(chunk)
            for term in _cut_word(fold(word), self._lang)
        )


@cache
def _find_reader(lang: str) -> _Reader:
    return _Reader(lang)


def _reader(lang: str) -> _Reader:
    """The reader of a language, emptied where it remembers too much."""
    reader = _find_reader(lang)
    if len(reader) > _REMEMBERED:
        reader.clear()
        reader.others.clear()
    return reader


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
