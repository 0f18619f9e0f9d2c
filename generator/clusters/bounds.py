"""Where a match begins and ends: inside one paragraph, and at quotation marks and clauses where these are near."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.clusters.alignment import Match
from generator.clusters.density import Cell
from generator.clusters.reading import Words
from generator.model import Event

_OPENING = frozenset("\"'“‘«„‚‹「『")
_CLOSING = frozenset("\"'”’»“‘›」』")
_CLAUSE = frozenset(".,;:!?…—–()。，")
_ABBREVIATED = 3  # letters


def cut(match: Match, pairs: Sequence[Cell]) -> Match:
    """The part of a match from the first to the last of some of its equal words, which are these."""
    a, b = (pairs[0][0], pairs[-1][0] + 1), (pairs[0][1], pairs[-1][1] + 1)
    return Match(match.one, match.other, a, b, tuple(pairs))


def split_paragraphs(event: Event, match: Match) -> Iterator[Match]:
    """Cut a match wherever either side starts a paragraph."""
    held: list[Cell] = []
    texts = event.article(match.one.siglum).text, event.article(match.other.siglum).text
    for cell in match.equal:
        if held and _is_broken(texts, match, held[-1], cell):
            yield cut(match, held)
            held = []
        held.append(cell)
    yield cut(match, held)


def trim(event: Event, match: Match, *, most: int = 2) -> Match:
    """End a match at a quotation mark, or else at a clause, where at most ``most`` equal words stand outside it.

    A mark on either side is enough; a clause must start or end on both.
    """
    pairs = list(match.equal)
    if len(pairs) <= 2 * most:
        return match
    first = _bound(
        range(1, most + 1),
        lambda n: _quoted(event, match, pairs[n], before=True),
        lambda n: _is_clause(event, match, pairs[n - 1], pairs[n]),
    )
    last = _bound(
        range(1, most + 1),
        lambda n: _quoted(event, match, pairs[-1 - n], before=False),
        lambda n: _is_clause(event, match, pairs[-1 - n], pairs[-n]),
    )
    return cut(match, pairs[first : len(pairs) - last])


def _bound(range_: Sequence[int], quoted: Callable[[int], bool], clause: Callable[[int], bool]) -> int:
    return max(filter(quoted, range_), default=max(filter(clause, range_), default=0))


def _is_broken(texts: tuple[str, str], match: Match, before: Cell, here: Cell) -> bool:
    """Whether a line ends between two equal words, on either side."""
    one, other = match.one.tokens, match.other.tokens
    return (
        texts[0].find("\n", one[before[0]].end, one[here[0]].start) >= 0
        or texts[1].find("\n", other[before[1]].end, other[here[1]].start) >= 0
    )


def _gaps(event: Event, match: Match, before: Cell, here: Cell) -> tuple[str, str]:
    """What stands between two equal words, on either side."""
    one, other = event.article(match.one.siglum).text, event.article(match.other.siglum).text
    return (
        one[match.one.tokens[before[0]].end : match.one.tokens[here[0]].start],
        other[match.other.tokens[before[1]].end : match.other.tokens[here[1]].start],
    )


def _is_clause(event: Event, match: Match, before: Cell, here: Cell) -> bool:
    """Whether a clause ends between two equal words on both sides; a stop behind few letters is an abbreviation's."""
    words = match.one.tokens[before[0]].folded, match.other.tokens[before[1]].folded
    return all(
        _CLAUSE & set(gap if len(word) > _ABBREVIATED else gap.removeprefix("."))
        for gap, word in zip(_gaps(event, match, before, here), words, strict=True)
    )


def _quoted(event: Event, match: Match, pair: Cell, *, before: bool) -> bool:
    return any(
        _beside(event, words, position, before=before)
        for words, position in zip((match.one, match.other), pair, strict=True)
    )


def _beside(event: Event, words: Words, position: int, *, before: bool) -> bool:
    """Whether an opening mark stands right before a word, or a closing one behind it, past other punctuation."""
    text, token = event.article(words.siglum).text, words.tokens[position]
    if before:
        return token.start > 0 and text[token.start - 1] in _OPENING
    behind = text[token.end : token.end + 3]
    return any(sign in _CLOSING and not behind[n + 1 : n + 2].isalnum() for n, sign in enumerate(behind.split(" ")[0]))
