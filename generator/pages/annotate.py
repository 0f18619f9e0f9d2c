"""An article's text cut into flat segments: each stretch links to one place, and nothing is lost or added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise
from typing import Literal

from generator.model import Span

LayerKind = Literal["figure", "quote", "claim", "alone", "passage"]
_ORDER: tuple[LayerKind, ...] = ("figure", "claim", "passage", "quote", "alone")


@dataclass(frozen=True, slots=True)
class Layer:
    """A span with the place that it links to; ``anchor`` is an id to stand where it begins, "" for none.

    ``peek`` is the address part of the claim of which the page keeps a card, "" for none.
    """

    span: Span
    kind: LayerKind
    href: str
    label: str
    anchor: str = ""
    peek: str = ""

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """The most specific first: the shortest, then by kind, then by place."""
        return (len(self.span), _ORDER.index(self.kind), self.span.start, self.href)


@dataclass(frozen=True, slots=True)
class Segment:
    """Text under one link, or under none; ``anchors`` stand before it."""

    text: str
    layer: Layer | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or what stands between two; its ``id`` is "" for the latter."""

    id: str
    segments: tuple[Segment, ...]


def cover(whole: Span, parts: Iterable[Span]) -> tuple[tuple[Span, bool], ...]:
    """Cut a span at its parts: each part, and each gap between them, in order, with whether it is a part."""
    covered: list[tuple[Span, bool]] = []
    at = whole.start
    for part in sorted(parts):
        start, end = max(part.start, at), min(part.end, whole.end)
        if start >= end:
            continue
        if start > at:
            covered.append((Span(whole.siglum, at, start), False))
        covered.append((Span(whole.siglum, start, end), True))
        at = end
    if at < whole.end:
        covered.append((Span(whole.siglum, at, whole.end), False))
    return tuple(covered)


def cut_segments(text: str, span: Span, layers: Sequence[Layer]) -> tuple[Segment, ...]:
    """Flatten the layers over ``text[span]``: nested and crossing spans become neighbours, each under one link.

    Joined, the segments' texts are the span's text exactly.
    """
    inside = sorted((layer for layer in layers if layer.span.overlaps(span)), key=lambda layer: layer.span.start)
    edges = {edge for layer in inside for edge in (layer.span.start, layer.span.end) if span.start < edge < span.end}
    segments: list[Segment] = []
    active: list[tuple[tuple[int, int, int, str], int, Layer]] = []
    waiting = 0
    for start, end in pairwise([span.start, *sorted(edges), span.end]):
        anchors: list[str] = []
        while waiting < len(inside) and inside[waiting].span.start <= start:
            layer = inside[waiting]
            heappush(active, (layer.rank, waiting, layer))
            anchors += [layer.anchor] if layer.anchor and layer.span.start == start else []
            waiting += 1
        while active and active[0][2].span.end <= start:
            heappop(active)
        top = active[0][2] if active else None
        _append(segments, Segment(text[start:end], top, tuple(anchors)))
    return tuple(segments)


def _append(segments: list[Segment], new: Segment) -> None:
    """Neighbours that link to the same place are one, unless an anchor stands between them."""
    last = segments[-1] if segments else None
    if new.layer and not any(map(str.isalnum, new.text)) and not (last and _place(last) == _place(new)):
        new = Segment(new.text, None, new.anchors)  # a link without words has no name, and a comma is no target
    if last and not new.anchors and _place(last) == _place(new):
        segments[-1] = Segment(last.text + new.text, last.layer, last.anchors)
    elif new.text:
        segments.append(new)


def _place(segment: Segment) -> tuple[str, str] | None:
    return (segment.layer.kind, segment.layer.href) if segment.layer else None
