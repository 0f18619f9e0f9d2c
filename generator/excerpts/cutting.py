"""An article cut down to some of its sentences, and where each place of the whole text is in what is left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Article, Span
from generator.words import tokenize

GAP = "[…]"
"""Stands where sentences are left out."""


@dataclass(frozen=True, slots=True)
class Cut:
    """An article with gaps; ``kept`` are stretches of the whole text, in order, and ``starts`` where each is now."""

    article: Article
    kept: tuple[Span, ...]
    starts: tuple[int, ...]

    def move(self, span: Span) -> Span | None:
        """A place of the whole text in the new one; ``None`` where not all of it is left."""
        at = bisect_right(self.kept, span.start, key=lambda one: one.start) - 1
        if at < 0 or not self.kept[at].contains(span):
            return None
        shift = self.starts[at] - self.kept[at].start
        return Span(span.siglum, span.start + shift, span.end + shift)

    def clip(self, span: Span) -> Span | None:
        """From the first to the last of what is left of a place, with the gaps between; ``None`` where nothing is."""
        left = [self._meet(one, span) for one in self.kept if one.overlaps(span)]
        moved = [place for place in map(self.move, left) if place]
        return Span(span.siglum, moved[0].start, moved[-1].end) if moved else None

    @staticmethod
    def _meet(one: Span, other: Span) -> Span:
        return Span(one.siglum, max(one.start, other.start), min(one.end, other.end))


def cut_article(article: Article, sentences: Iterable[Span]) -> Cut:
    """The article with these sentences and its headline, and a sign for each gap between them."""
    heads = [article.headline] if article.headline else []
    kept = _join(article.text, sorted([*heads, *sentences]))
    text, starts, at = "", [], 0
    for span in kept:
        text += _bridge(article.text[at : span.start], first=not at)
        starts.append(len(text))
        text += article.text[span.start : span.end]
        at = span.end
    text += _bridge(article.text[at:], first=not at, last=True)
    cut = Cut(article, tuple(kept), tuple(starts))
    length = sum(token.kind != "mark" for token in tokenize(article.text))
    left = replace(
        article,
        text=text,
        versions=(),
        length=length,
        headline=cut.clip(article.headline) if article.headline else None,
        standfirst=cut.clip(article.standfirst) if article.standfirst else None,
    )
    return replace(cut, article=left)


def _join(text: str, spans: Iterable[Span]) -> list[Span]:
    """Stretches with nothing but white space between them become one."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            last = joined.pop()
            joined.append(Span(span.siglum, last.start, max(last.end, span.end)))
        else:
            joined.append(span)
    return joined


def _bridge(left_out: str, *, first: bool = False, last: bool = False) -> str:
    """What stands for text that is left out: a gap in its paragraph, or in a paragraph of its own."""
    if not left_out.strip():
        return "" if first or last else left_out
    between = "\n\n" if "\n" in left_out else " "
    return f"{'' if first else between}{GAP}{'' if last else between}"
