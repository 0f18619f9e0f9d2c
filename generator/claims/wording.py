"""Two quotations word against word: the stretch that both have, and what differs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from generator.clusters.english import EVERYWHERE, USUAL
from generator.model import Event, Quote, Span
from generator.words import Token, spell, tokenize

_GAP = 0.5  # of an equal word: what each unequal word between two equal ones takes off
_LONG = 5  # letters
_SHORT = 8  # words of a fragment
_CUT = ("…", "...", "[", ". .")
_COMMONEST = EVERYWHERE | USUAL


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that one or both have between two equal words."""

    one: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Meeting:
    """What two quotations have in common: the stretch in each, and its equal words as places in the two lists.

    Found as the longest common subsequence of words, cut to its best stretch (Kadane's way of adding up).
    """

    one: tuple[Token, ...]
    other: tuple[Token, ...]
    sigla: tuple[str, str]
    equal: tuple[tuple[int, int], ...]

    @property
    def similarity(self) -> float:
        """Twice the equal words over all words of the two stretches, 0 to 1."""
        (i, j), (k, m) = self.equal[0], self.equal[-1]
        return 2 * len(self.equal) / (k - i + m - j + 2)

    @property
    def share(self) -> float:
        """The equal words over all words of the shorter quotation, or those that say something over such; 0 to 1."""
        shorter = min(self.one, self.other, key=len)
        said = len({word.folded for word in shorter if is_content(word)})
        return max(len(self.equal) / len(shorter), self.content / said if said else 0.0)

    @property
    def content(self) -> int:
        """How many different equal words say something: long ones that are no common words."""
        return len({self.one[i].folded for i, _ in self.equal if is_content(self.one[i])})

    @property
    def spans(self) -> tuple[Span, Span]:
        """The stretch in each."""
        (i, j), (k, m) = self.equal[0], self.equal[-1]
        return (
            Span(self.sigla[0], self.one[i].start, self.one[k].end),
            Span(self.sigla[1], self.other[j].start, self.other[m].end),
        )

    def gaps(self) -> Iterator[Gap]:
        """The places inside the stretch where words differ by more than spelling, hyphens or points."""
        for (i, j), (k, m) in pairwise(self.equal):
            mine, theirs = self.one[i + 1 : k], self.other[j + 1 : m]
            if _joined(mine) != _joined(theirs) and not _is_number_in_words(mine, theirs):
                yield Gap(
                    Span(self.sigla[0], self.one[i].end, self.one[k].start),
                    Span(self.sigla[1], self.other[j].end, self.other[m].start),
                )


def meet(event: Event, one: Span, other: Span) -> Meeting | None:
    """What two quotations have in common; ``None`` where that is no word."""
    mine, theirs = words_in(event, one), words_in(event, other)
    best = _best_stretch(
        _by_weight(mine, theirs) if min(len(mine), len(theirs)) <= _SHORT else _by_length(mine, theirs)
    )
    return Meeting(mine, theirs, (one.siglum, other.siglum), _stretched(best, mine, theirs)) if best else None


def _by_length(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[int, int]]:
    """The places of a longest common subsequence."""
    steps = LCSseq.opcodes([spell(word.folded) for word in one], [spell(word.folded) for word in other])
    runs = ((step.src_start, step.dest_start, step.src_end - step.src_start) for step in steps if step.tag == "equal")
    return [(i + n, j + n) for i, j, count in runs for n in range(count)]


def _by_weight(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[int, int]]:
    """The same for a fragment, words that say something before others: a stray "and" must not win over a name."""
    left, right = [spell(word.folded) for word in one], [spell(word.folded) for word in other]
    known = set(right)
    best = [[0] * (len(right) + 1)]  # from the last word on: a row that has no equal is the one before it
    for word, token in zip(reversed(left), reversed(one), strict=True):
        best.append(_row(best[-1], right, word, 2 if is_content(token) else 1) if word in known else best[-1])
    best.reverse()
    return list(_traced(best, one, left, right))


def _row(below: Sequence[int], right: Sequence[str], word: str, weight: int) -> list[int]:
    row = [0] * (len(right) + 1)
    for j in range(len(right) - 1, -1, -1):
        skip = max(below[j], row[j + 1])
        row[j] = max(skip, below[j + 1] + weight) if right[j] == word else skip
    return row


def _traced(
    best: Sequence[Sequence[int]], one: Sequence[Token], left: Sequence[str], right: Sequence[str]
) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(left) and j < len(right):
        weight = 2 if is_content(one[i]) else 1
        if left[i] == right[j] and best[i][j] == best[i + 1][j + 1] + weight:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1


def _best_stretch(equal: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    best, best_score, first, score = (0, 0), 0.0, 0, 0.0
    for n, (i, j) in enumerate(equal):
        if n:
            k, m = equal[n - 1]
            score -= _GAP * (i - k + j - m - 2)
        if score <= 0:
            first, score = n, 0.0
        score += 1
        if score > best_score:
            best, best_score = (first, n + 1), score
    return tuple(equal[slice(*best)])


def words_in(event: Event, span: Span) -> tuple[Token, ...]:
    """The words and numbers at a span."""
    tokens = tokenize(event.article(span.siglum).text, span.start, span.end)
    return tuple(token for token in tokens if token.kind != "mark")


def _stretched(
    equal: Sequence[tuple[int, int]], one: Sequence[Token], other: Sequence[Token]
) -> tuple[tuple[int, int], ...]:
    """With the equal words right before and behind: a common subsequence may have taken the same words elsewhere."""
    (i, j), (k, m) = equal[0], equal[-1]
    before, behind = [], []
    while i and j and spell(one[i - 1].folded) == spell(other[j - 1].folded):
        i, j = i - 1, j - 1
        before.append((i, j))
    while k + 1 < len(one) and m + 1 < len(other) and spell(one[k + 1].folded) == spell(other[m + 1].folded):
        k, m = k + 1, m + 1
        behind.append((k, m))
    return (*reversed(before), *equal, *behind)


def rare_words(event: Event, span: Span) -> frozenset[str]:
    """The words at a span that are not the language's commonest."""
    return frozenset(word.folded for word in words_in(event, span)) - _COMMONEST


def is_content(word: Token) -> bool:
    """Whether a word says something: a number, or a long word that is not among the language's commonest."""
    return word.kind == "number" or (len(word.folded) >= _LONG and word.folded not in _COMMONEST)


def is_cut_openly(event: Event, span: Span) -> bool:
    """Whether marks of omission or brackets stand in a span, or right behind it."""
    text = event.article(span.siglum).text[span.start : span.end + 3]
    return any(mark in text for mark in _CUT)


def is_marked(quote: Quote) -> bool:
    """Whether a quote stands in quotation marks."""
    return quote.kind != "indirect"


def _joined(words: Sequence[Token]) -> str:
    return "".join(spell(word.folded) for word in words)


def _is_number_in_words(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether one side is a number and the other a word or two: ten for 10 is a matter of style."""
    kinds = [{word.kind for word in side} for side in (one, other)]
    return {"number"} in kinds and {"word"} in kinds and max(len(one), len(other)) <= 2  # noqa: PLR2004 - "per cent"
