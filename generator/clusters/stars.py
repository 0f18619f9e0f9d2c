"""From pairs of passages to clusters, by star clustering (Aslam, Pelekhov and Rus 2004).

A member must be like the leader itself, or lie in a member and have its wording: two passages are never brought
together by a third that only overlaps both.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.clusters.alignment import Match
from generator.model import Cluster, Event, Span, identify
from generator.spans import SpanIndex


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages found alike: ``equal`` words in common, ``similarity`` their share of all words, 0 to 1.

    ``match`` is the alignment behind them, where there is one.
    """

    one: Span
    other: Span
    equal: float
    similarity: float
    match: Match | None = None


class Taken:
    """The passages that are in a cluster already; no two of an article share a word."""

    def __init__(self) -> None:
        """Nothing is taken."""
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}

    def add(self, span: Span) -> None:
        """Take a span that is free."""
        insort(self._starts.setdefault(span.siglum, []), span.start)
        insort(self._ends.setdefault(span.siglum, []), span.end)

    def is_free(self, span: Span) -> bool:
        """Whether a span shares no word with what is taken."""
        ends = self._ends.get(span.siglum, ())
        at = bisect_right(ends, span.start)
        return at == len(ends) or self._starts[span.siglum][at] >= span.end


@dataclass(frozen=True, slots=True)
class _Ray:
    """A link as seen from one of its ends; ``rank`` is the link's place among all."""

    rank: int
    here: Span
    there: Span
    link: Link


def gather_stars(event: Event, links: Iterable[Link], taken: Taken, *, least_likeness: float) -> Iterator[Cluster]:
    """Clusters whose leaders are the passages with most words linked to them; each word goes to one cluster at most.

    A passage that answers to less than half of the leader must be like that part by ``least_likeness``. ``taken``
    holds the passages of earlier clusters and grows by the new ones.
    """
    ordered = sorted(links, key=lambda link: (-link.equal, link.one, link.other))
    ends = ((link.one, link.other, link) for link in ordered), ((link.other, link.one, link) for link in ordered)
    every = [_Ray(n, *end) for n, pair in enumerate(zip(*ends, strict=True)) for end in pair]
    rays = SpanIndex(every, lambda ray: ray.here)
    fitting = {
        leader: tuple(ray for ray in _from(rays, leader) if _fits(event, ray, leader, least_likeness))
        for leader in sorted({ray.here for ray in every})
    }
    weights = {span: (-_weight(event, own), -len(span), -len(own)) for span, own in fitting.items()}
    for leader in sorted(fitting, key=lambda span: (weights[span], span)):
        members = _members(fitting[leader], taken) if taken.is_free(leader) else ()
        if members:
            members += _repeated(leader, members, rays, taken, least=least_likeness)
            passages = tuple(sorted((leader, *(ray.there for ray in members))))
            for passage in passages:
                taken.add(passage)
            yield Cluster(identify("p", event, passages), passages, min(ray.link.similarity for ray in members))


def _from(rays: SpanIndex[_Ray], span: Span) -> Sequence[_Ray]:
    """The rays that begin in a span, in order of their links."""
    return sorted(rays.touching(span), key=lambda ray: ray.rank)


def _fits(event: Event, ray: _Ray, leader: Span, least: float) -> bool:
    if not _mostly(ray.here, leader) or event.outlet_of(ray.there) == event.outlet_of(leader):
        return False
    return _mostly(leader, ray.here) or ray.link.similarity >= least


def _weight(event: Event, rays: Sequence[_Ray]) -> float:
    """Words linked, the closer the more, and each outlet once: what one outlet repeats is no evidence."""
    best: dict[str, float] = {}
    for ray in rays:
        outlet = event.outlet_of(ray.there)
        best[outlet] = max(best.get(outlet, 0.0), ray.link.equal * ray.link.similarity**2)
    return sum(best.values())


def _members(rays: Sequence[_Ray], taken: Taken) -> tuple[_Ray, ...]:
    members: list[_Ray] = []
    for ray in rays:
        if taken.is_free(ray.there) and not any(ray.there.overlaps(member.there) for member in members):
            members.append(ray)
    return tuple(members)


def _repeated(
    leader: Span,
    members: Sequence[_Ray],
    rays: SpanIndex[_Ray],
    taken: Taken,
    *,
    least: float,
) -> tuple[_Ray, ...]:
    """Passages in a member's own wording: one of two translations brings the outlets that print it, or part of it."""
    held = [leader, *(ray.there for ray in members)]
    found: list[_Ray] = []
    for member in members:
        for ray in _from(rays, member.there):
            if not _mostly(ray.here, member.there) or ray.link.similarity < least:
                continue
            if taken.is_free(ray.there) and not any(ray.there.overlaps(span) for span in held):
                held.append(ray.there)
                found.append(ray)
    return tuple(found)


def _mostly(span: Span, whole: Span) -> bool:
    """Whether more than half of a span lies in the other, of the same article."""
    end = min(whole.end, span.end)
    start = max(whole.start, span.start)
    return 2 * (end - start) > span.end - span.start
