"""One claim in more places: what several outlets say, said again in sentences that hold other claims too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from generator.claims.commons import Commons
from generator.claims.drafts import ALIKE, HEADLINE, OPENING, Draft, Evidence, Join, overlap
from generator.model import Event, Span

_SEVERAL = 2
_MOST = 2 / 3  # of a draft's places
_LEAD = 40  # code points: what is shorter is a byline or a place and a day


@dataclass(frozen=True, slots=True)
class Reach:
    """What is asked before a sentence makes a claim in passing: the cosine among openings, and anywhere.

    An article's first ``sentences``, its headline among them, are its opening: news tells first what it is about.
    Each is told in steps, for a claim of so many outlets or more: the more have it, the surer what they have in common.
    """

    sentences: int
    opening: Sequence[tuple[int, float]]
    anywhere: Sequence[tuple[int, float]]


def spread(evidence: Evidence, drafts: Sequence[Draft], reach: Reach) -> list[Draft]:
    """The drafts of what is said, with each sentence that has what their articles have in common.

    Asked for are drafts of several outlets only. A sentence may make several claims; one that makes another's is no
    claim of one outlet alone. One draft asks less of openings, the central one, in which most of them meet; and it
    is asked again while it finds another outlet. All others are not joined to anything through a third.
    """
    asked = _Asked(evidence.event, evidence.commons, find_openings(evidence, reach.sentences), reach)
    central = max(range(len(drafts)), key=lambda n: asked.openness(drafts[n]), default=0)
    gains = [asked.gained(draft.spans, central=n == central) for n, draft in enumerate(drafts)]
    if gains:
        gains[central] = [*gains[central], *_headlines(evidence, drafts[central], gains[central], 2 * reach.sentences)]
    grown = [_with(draft, gained) for draft, gained in zip(drafts, gains, strict=True)]
    taken = {join.span for gained in gains for join in gained}
    left = [draft for draft in grown if not (len(draft.spans) == 1 and draft.spans[0] in taken)]
    return _united(evidence.event, left)


def _headlines(evidence: Evidence, draft: Draft, gained: Sequence[Join], least: int) -> Iterator[Join]:
    """The headlines of articles whose lead has the central claim: a lead tells at length what its headline tells.

    An article of ``least`` sentences or fewer has no lead.
    """
    held = dict.fromkeys(draft.spans, draft.score) | {join.span: join.score for join in gained}
    if _outlets(evidence.event, draft.spans) < _SEVERAL:
        return
    for article in evidence.event.articles:
        own = [one for one in evidence.sentences if one.siglum == article.siglum]
        heads = [one for one in own if article.headline and article.headline.overlaps(one)]
        lead = next((one for one in own if one not in heads and len(one) > _LEAD), None)
        if len(own) <= least:
            continue
        score = max((score for span, score in held.items() if lead and span.overlaps(lead)), default=0.0)
        yield from (Join(head, HEADLINE, score) for head in heads if score and not _touches(head, held))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The sentences of an event, to be asked for what a claim may gain."""

    event: Event
    commons: Commons
    openings: frozenset[Span]
    reach: Reach

    def openness(self, draft: Draft) -> tuple[int, float, Span]:
        """How many outlets' openings have a draft of several, how alike all openings are to it, and its place."""
        if _outlets(self.event, draft.spans) < _SEVERAL:
            return 0, 0.0, min(draft.spans)
        opening = _outlets(self.event, [one for one in self.openings if _touches(one, draft.spans)])
        alike = sum(score for one, score in self.commons.nearest(draft.spans) if one in self.openings)
        return opening, alike, min(draft.spans)

    def gained(self, spans: Sequence[Span], *, central: bool) -> Sequence[Join]:
        """Each sentence that a claim at these places gains."""
        found: list[Join] = []
        held, before = tuple(spans), 1.0
        while (outlets := _outlets(self.event, held)) > before:
            found += self._near(held, outlets, central=central)
            held, before = (*spans, *(join.span for join in found)), outlets if central else inf
        return found

    def _near(self, spans: Sequence[Span], outlets: int, *, central: bool) -> Iterator[Join]:
        anywhere, opening = (_bar(steps, outlets) for steps in (self.reach.anywhere, self.reach.opening))
        for sentence, score in self.commons.nearest(spans):
            opens = central and sentence in self.openings
            if score >= (min(opening, anywhere) if opens else anywhere) and not _touches(sentence, spans):
                yield Join(sentence, ALIKE if score >= anywhere else OPENING, score)


def _bar(steps: Sequence[tuple[int, float]], outlets: int) -> float:
    return min(least for count, least in steps if outlets >= count)


def _united(event: Event, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of several outlets that stand in the same places as one: the one with more places has them all."""
    single = [draft for draft in drafts if _outlets(event, draft.spans) < _SEVERAL]
    done: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-len(draft.spans), draft.spans)):
        several = _outlets(event, draft.spans) >= _SEVERAL
        home = next((n for n, other in enumerate(done) if several and _is_within(event, draft, other)), None)
        if home is not None:
            done[home] = replace(done[home], clusters=(*done[home].clusters, *draft.clusters))
        elif several:
            done.append(draft)
    return [*done, *single]


def _is_within(event: Event, draft: Draft, other: Draft) -> bool:
    """Whether most places of a draft, of two outlets at least, are places of the other."""
    near = {
        siglum: [one for one in other.spans if one.siglum == siglum] for siglum in {one.siglum for one in other.spans}
    }
    same = [one for one in draft.spans if any(_is_same(one, there) for there in near.get(one.siglum, ()))]
    return len(same) >= _MOST * len(draft.spans) and _outlets(event, same) >= _SEVERAL


def _is_same(one: Span, other: Span) -> bool:
    """Whether more than half of the longer lies in the shorter."""
    return 2 * overlap(one, other) > max(len(one), len(other))


def _touches(one: Span, spans: Iterable[Span]) -> bool:
    return any(one.overlaps(span) for span in spans)


def find_openings(evidence: Evidence, count: int, *, least: int = 0) -> frozenset[Span]:
    """The first sentences of each article, its headline among them; none of one of ``least`` sentences or fewer."""
    first: dict[str, list[Span]] = {}
    for sentence in evidence.sentences:
        first.setdefault(sentence.siglum, []).append(sentence)
    return frozenset(sentence for own in first.values() if len(own) > least for sentence in own[:count])


def _with(draft: Draft, gained: Sequence[Join]) -> Draft:
    if not gained:
        return draft
    statement = draft.statement or max(draft.spans, key=lambda span: (len(span), span.siglum, span.start))
    spans = tuple(sorted({*draft.spans, *(join.span for join in gained)}))
    return replace(draft, spans=spans, joins=(*draft.joins, *gained), statement=statement)


def _outlets(event: Event, spans: Sequence[Span]) -> int:
    return len({event.outlet_of(span) for span in spans})
