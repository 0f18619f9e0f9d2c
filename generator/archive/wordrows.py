"""The words of many texts at once, as arrays: a hash for each word and the code points where it stands.

The same words as :func:`generator.words.tokenize` gives (a test holds the two together), found for a whole batch of
texts with a few passes of numpy: letters with their marks are a word, and so is a number with its separators; inner
apostrophes join, a possessive ``'s`` is left out, Han and kana signs are one word each. A word's hash is that of its
folded code points (see :mod:`generator.rolling`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import regex

from generator.rolling import hash_stretches, mix_bits
from generator.words import fold

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]
Flags = npt.NDArray[np.bool_]

_LETTER, _DIGIT, _SIGN, _APOSTROPHE, _SEPARATOR, _THIN = 1, 2, 4, 8, 16, 32
_AT_ONCE = 4_000_000
_GAP = regex.compile(r"[^\p{L}\p{M}\p{N}'’ʼ.,:\u00a0\u202f\u2009]")  # nothing that may stand inside a word
_STEP = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True)
class WordRows:
    """The words of ``len(bounds) - 1`` texts, one after another.

    ``hashes``, ``starts`` and ``ends`` have one entry a word, offsets in code points of the word's own text; the words
    of text ``n`` are those from ``bounds[n]`` up to, not including, ``bounds[n + 1]``.
    """

    hashes: Hashes
    starts: Ints
    ends: Ints
    bounds: Ints


def read_word_rows(texts: Sequence[str]) -> WordRows:
    """The words of the texts.

    Memory while it runs is about 60 bytes for each letter of the texts, or of a few million letters where there are
    more: a long text is read piece by piece.
    """
    if sum(map(len, texts)) <= _AT_ONCE:
        return _read_rows(texts)
    parts, firsts, owners = [], [], []
    for number, text in enumerate(texts):
        for start, end in _cut_pieces(text):
            parts.append(_read_rows([text[start:end]]))
            firsts.append(start)
            owners.append(number)
    sizes = [len(part.hashes) for part in parts]
    words = np.bincount(owners, weights=sizes, minlength=len(texts)).astype(np.int64)
    return WordRows(
        hashes=np.concatenate([part.hashes for part in parts]),
        starts=np.concatenate([part.starts + first for part, first in zip(parts, firsts, strict=True)]),
        ends=np.concatenate([part.ends + first for part, first in zip(parts, firsts, strict=True)]),
        bounds=np.concatenate([[0], np.cumsum(words)]),
    )


def _cut_pieces(text: str) -> Iterator[tuple[int, int]]:
    """A text in pieces of about so many letters as are read at once, cut where no word goes on."""
    start = 0
    while len(text) - start > _AT_ONCE:
        found = _GAP.search(text, start + _AT_ONCE)
        end = found.start() if found else len(text)
        yield start, end
        start = end
    yield start, len(text)


def _read_rows(texts: Sequence[str]) -> WordRows:
    lengths = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    firsts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    points = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds, folded = _read(points)
    starts, ends = _cut(kinds, folded)
    places = np.searchsorted(firsts, starts, side="right") - 1
    return WordRows(
        hashes=hash_stretches(folded, starts, ends),
        starts=starts - firsts[places],
        ends=ends - firsts[places],
        bounds=np.searchsorted(starts, firsts).astype(np.int64),
    )


def join_word_rows(parts: Sequence[WordRows]) -> WordRows:
    """The texts of several, one after another."""
    steps = np.cumsum([0, *(len(part.hashes) for part in parts)])
    return WordRows(
        hashes=np.concatenate([part.hashes for part in parts]),
        starts=np.concatenate([part.starts for part in parts]),
        ends=np.concatenate([part.ends for part in parts]),
        bounds=np.concatenate(
            [steps[:1], *(part.bounds[1:] + step for part, step in zip(parts, steps[:-1], strict=True))]
        ),
    )


def hash_runs(words: Hashes, size: int) -> Hashes:
    """A hash for every run of ``size`` words: entry ``n`` is of words ``n`` to ``n + size - 1``; empty if too few."""
    count = max(0, len(words) - size + 1)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total = total * _STEP + words[place : place + count]
    return mix_bits(total)


def _cut(kinds: npt.NDArray[np.uint8], folded: npt.NDArray[np.uint32]) -> tuple[Ints, Ints]:
    """Where words start and end, in one running text whose parts a line break ends."""
    sign, plain = (kinds & _SIGN) != 0, (kinds & (_LETTER | _DIGIT)) != 0
    number = _leading_digits(plain, (kinds & _DIGIT) != 0)
    body = plain | sign | _apostrophes(kinds, folded, plain & ~number) | _separators(kinds, number)
    fresh = np.zeros(len(kinds), dtype=np.bool_)  # a word starts here though the one before ends right before
    fresh[1:] = sign[1:] | sign[:-1] | (number[:-1] & plain[1:] & ~number[1:])
    starting, ending = body.copy(), body.copy()
    starting[1:] &= ~body[:-1] | fresh[1:]
    ending[:-1] &= ~body[1:] | fresh[1:]
    starts, ends = np.flatnonzero(starting), np.flatnonzero(ending) + 1
    kept = ~_possessive(kinds, folded, starts, ends)
    return starts[kept], ends[kept]


def _leading_digits(plain: Flags, digit: Flags) -> Flags:
    """Digits that open a run of letters and digits: a number, even where letters follow at once."""
    starting, ending = digit.copy(), digit.copy()
    starting[1:] &= ~digit[:-1]
    ending[:-1] &= ~digit[1:]
    starts, ends = np.flatnonzero(starting), np.flatnonzero(ending) + 1
    behind = plain[starts - 1] & (starts > 0)  # a letter stands right before: no digit does, for the run starts here
    if not behind.any():
        return digit
    steps = np.zeros(len(digit) + 1, dtype=np.int8)
    steps[starts[behind]] = 1
    steps[ends[behind]] -= 1
    leading: Flags = digit & (np.cumsum(steps[:-1], dtype=np.int8) == 0)
    return leading


def _apostrophes(kinds: npt.NDArray[np.uint8], folded: npt.NDArray[np.uint32], word: Flags) -> Flags:
    """Apostrophes inside a word, those before a possessive ``s`` left out."""
    at = np.flatnonzero((kinds & _APOSTROPHE) != 0)
    at = at[(at > 0) & (at < len(kinds) - 2)]  # the last sign is a line break
    joins = word[at - 1] & ((kinds[at + 1] & _LETTER) != 0)
    joins &= (folded[at + 1] != ord("s")) | ((kinds[at + 2] & (_LETTER | _DIGIT | _SIGN)) != 0)
    inner = np.zeros(len(kinds), dtype=np.bool_)
    inner[at[joins]] = True
    return inner


def _separators(kinds: npt.NDArray[np.uint8], number: Flags) -> Flags:
    """Points, commas and colons inside a number; thin and fixed spaces before exactly three more digits."""
    inner = np.zeros(len(kinds), dtype=np.bool_)
    at = np.flatnonzero((kinds & _SEPARATOR) != 0)
    at = at[(at > 0) & (at < len(kinds) - 1)]
    inner[at] = number[at - 1] & number[at + 1]
    for place in np.flatnonzero((kinds & _THIN) != 0):
        behind = number[place + 1 : place + 5]
        inner[place] = place > 0 and number[place - 1] and behind.sum() == 3 and behind[:3].all()  # noqa: PLR2004
    return inner


def _possessive(kinds: npt.NDArray[np.uint8], folded: npt.NDArray[np.uint32], starts: Ints, ends: Ints) -> Flags:
    """Words that are a lone ``s`` behind an apostrophe."""
    lone: Flags = (ends - starts == 1) & (folded[starts] == ord("s")) & (starts > 0)
    lone &= (kinds[np.maximum(starts - 1, 0)] & _APOSTROPHE) != 0
    return lone


_UNREAD = 128
_KINDS = np.full(0x110000, _UNREAD, dtype=np.uint8)  # what each code point is to a word, read when first met
_FOLDED = np.arange(0x110000, dtype=np.uint32)  # what it folds to, where that is one code point


def _read(points: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """For each code point what it is to a word, and what it folds to."""
    kinds = _KINDS[points]
    if (kinds == _UNREAD).any():
        for point in np.unique(points[kinds == _UNREAD]).tolist():
            _KINDS[point] = _kind(chr(point))
            plain = fold(chr(point))
            _FOLDED[point] = ord(plain) if len(plain) == 1 else point
        kinds = _KINDS[points]
    return kinds, _FOLDED[points]


def _kind(sign: str) -> int:
    return next((kind for kind, pattern in _PATTERNS if pattern.match(sign)), 0)


_PATTERNS = (
    (_SIGN, regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")),
    (_DIGIT, regex.compile(r"\p{Nd}")),
    (_LETTER, regex.compile(r"[\p{L}\p{M}\p{N}]")),
    (_APOSTROPHE, regex.compile(r"['’ʼ]")),
    (_SEPARATOR, regex.compile(r"[.,:]")),
    (_THIN, regex.compile("[\u00a0\u202f\u2009]")),
)
