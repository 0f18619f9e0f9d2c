"""How much text each two articles share, counted in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from generator.model import Span
from generator.pages.address import href
from generator.pages.lookup import Lookup
from generator.pages.wording import Link
from generator.words import tokenize


@dataclass(frozen=True, slots=True)
class OverlapCell:
    """Words of the row's article in passages that the column's article also has; ``share`` is of all its words.

    ``level`` is the share in fifths, 0 to 5, for shading; ``own`` is the diagonal.
    """

    words: int
    share: float
    level: int
    own: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """A square table of articles; the same order down and across.

    ``most`` names the pair that shares most of a text: whose words, whose too, how many, and of how many.
    """

    heads: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[OverlapCell, ...]], ...]
    words: tuple[int, ...]
    most: tuple[str, str, int, int] | None


def view_overlap(lookup: Lookup, page: str) -> Overlap:
    """Count, for each article, its words in passages that each other article also has."""
    sigla = [article.siglum for article in lookup.articles]
    heads = tuple(Link(lookup.labels[siglum], href(page, lookup.article_path(siglum))) for siglum in sigla)
    shared = count_shared(lookup)
    rows = tuple(
        (head, tuple(_cell(lookup, shared, row, column) for column in sigla))
        for head, row in zip(heads, sigla, strict=True)
    )
    return Overlap(heads, rows, tuple(lookup.words[siglum] for siglum in sigla), _most(lookup, shared))


def _most(lookup: Lookup, shared: dict[tuple[str, str], int]) -> tuple[str, str, int, int] | None:
    """The largest share of one article's words that stand in another; of equals the first by siglum."""
    told = [(words / lookup.words[one], one, other) for (one, other), words in shared.items() if lookup.words[one]]
    if not told:
        return None
    _, one, other = min(told, key=lambda item: (-item[0], item[1:]))
    return lookup.labels[one], lookup.labels[other], shared[one, other], lookup.words[one]


def count_shared(lookup: Lookup) -> dict[tuple[str, str], int]:
    """For each ordered pair of sigla: words of the first that stand in a passage which the second also has."""
    passages: dict[tuple[str, str], set[Span]] = {}
    for cluster in lookup.report.clusters:
        for span in cluster.passages:
            for other in {item.siglum for item in cluster.passages} - {span.siglum}:
                passages.setdefault((span.siglum, other), set()).add(span)
    return {pair: _words(lookup, spans) for pair, spans in passages.items()}


def _words(lookup: Lookup, spans: set[Span]) -> int:
    """Words in any of the spans, each once."""
    starts: set[tuple[str, int]] = set()
    for span in spans:
        text = lookup.event.article(span.siglum).text
        found = (token for token in tokenize(text, span.start, span.end) if token.kind != "mark")
        starts.update((span.siglum, token.start) for token in found)
    return len(starts)


def _cell(lookup: Lookup, shared: dict[tuple[str, str], int], row: str, column: str) -> OverlapCell:
    words = lookup.words[row] if row == column else shared.get((row, column), 0)
    share = words / lookup.words[row] if lookup.words[row] else 0.0
    return OverlapCell(words, share, ceil(share * 5), row == column)
