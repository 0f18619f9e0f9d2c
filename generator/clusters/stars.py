"""From pairs of passages to clusters, by star clustering (Aslam, Pelekhov and Rus 2004).

A member must be like the leader itself, or lie in a member and have its wording: two passages are never brought
together by a third that only overlaps both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.clusters.alignment import Match
from generator.model import Cluster, Event, Span, identify


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


@dataclass(frozen=True, slots=True)
class _Ray:
    """A link as seen from one of its ends."""

    here: Span
    there: Span
    link: Link


def gather_stars(
    event: Event, links: Iterable[Link], taken: dict[str, list[Span]], *, least_likeness: float
) -> Iterator[Cluster]:
    """Clusters whose leaders are the passages with most words linked to them; each word goes to one cluster at most.

    A passage that answers to less than half of the leader must be like that part by ``least_likeness``. ``taken``
    holds the passages of earlier clusters, by siglum, and grows by the new ones.
    """
    rays: dict[str, list[_Ray]] = {}
    for link in sorted(links, key=lambda link: (-link.equal, link.one, link.other)):
        rays.setdefault(link.one.siglum, []).append(_Ray(link.one, link.other, link))
        rays.setdefault(link.other.siglum, []).append(_Ray(link.other, link.one, link))
    fitting = {
        leader: tuple(ray for ray in rays[leader.siglum] if _fits(event, ray, leader, least_likeness))
        for leader in sorted({ray.here for own in rays.values() for ray in own})
    }
    weights = {span: (-_weight(event, own), -len(span), -len(own)) for span, own in fitting.items()}
    for leader in sorted(fitting, key=lambda span: (weights[span], span)):
        members = _members(fitting[leader], taken) if is_free(leader, taken) else ()
        if members:
            members += _repeated(leader, members, rays, taken, least=least_likeness)
            passages = tuple(sorted((leader, *(ray.there for ray in members))))
            for passage in passages:
                taken.setdefault(passage.siglum, []).append(passage)
            yield Cluster(identify("p", event, passages), passages, min(ray.link.similarity for ray in members))


def _fits(event: Event, ray: _Ray, leader: Span, least: float) -> bool:
    if event.outlet_of(ray.there) == event.outlet_of(leader) or not _mostly(ray.here, leader):
        return False
    return _mostly(leader, ray.here) or ray.link.similarity >= least


def _weight(event: Event, rays: Sequence[_Ray]) -> float:
    """Words linked, the closer the more, and each outlet once: what one outlet repeats is no evidence."""
    best: dict[str, float] = {}
    for ray in rays:
        outlet = event.outlet_of(ray.there)
        best[outlet] = max(best.get(outlet, 0.0), ray.link.equal * ray.link.similarity**2)
    return sum(best.values())


def _members(rays: Sequence[_Ray], taken: Mapping[str, Sequence[Span]]) -> tuple[_Ray, ...]:
    members: list[_Ray] = []
    for ray in rays:
        if is_free(ray.there, taken) and not any(ray.there.overlaps(member.there) for member in members):
            members.append(ray)
    return tuple(members)


def _repeated(
    leader: Span,
    members: Sequence[_Ray],
    rays: Mapping[str, Sequence[_Ray]],
    taken: Mapping[str, Sequence[Span]],
    *,
    least: float,
) -> tuple[_Ray, ...]:
    """Passages in a member's own wording: one of two translations brings the outlets that print it, or part of it."""
    held = [leader, *(ray.there for ray in members)]
    found: list[_Ray] = []
    for member in members:
        for ray in rays[member.there.siglum]:
            if not _mostly(ray.here, member.there) or ray.link.similarity < least:
                continue
            if is_free(ray.there, taken) and not any(ray.there.overlaps(span) for span in held):
                held.append(ray.there)
                found.append(ray)
    return tuple(found)


def _mostly(span: Span, whole: Span) -> bool:
    """Whether more than half of a span lies in the other, of the same article."""
    return 2 * (min(span.end, whole.end) - max(span.start, whole.start)) > len(span)


def is_free(span: Span, taken: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a span shares no word with the passages taken, by siglum."""
    return not any(span.overlaps(other) for other in taken.get(span.siglum, ()))
