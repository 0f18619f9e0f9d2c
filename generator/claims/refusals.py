"""One body that neither confirms nor denies: told by its stance and its name, for the words are seldom the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.claims.drafts import WITHHELD, Draft, Evidence, mostly
from generator.claims.people import surname
from generator.model import Quote, Span

_KINDS = {
    "stopped short of confirming": "not confirmed",
    "did not deny": "not denied",
    "no longer denies": "not denied",
    "no evidence": "no evidence",
}
"""Stances so rare that two outlets seldom tell of two things with one of them."""
_SEVERAL = 2


def join_withheld(evidence: Evidence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one for each body that several outlets say did not confirm, or did not deny, something.

    A country goes by its capital too; of "Ames and Orde" each is one. An outlet that tells of two such things of one
    body has none of them joined, for nothing says which is meant. What is joined so is no claim of one outlet alone.
    """
    told: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in sorted(evidence.quotes, key=lambda quote: quote.content):
        if quote.stance in _KINDS and quote.speaker_name:
            for body in _bodies(quote.speaker_name):
                told[_KINDS[quote.stance], body].append(quote)
    made: list[Draft] = []
    for _, quotes in sorted(told.items()):
        outlets = [evidence.event.outlet_of(quote.content) for quote in quotes]
        if len(outlets) >= _SEVERAL and len(set(outlets)) == len(outlets):
            made.append(Draft(tuple(sorted(_span(evidence, quote) for quote in quotes)), WITHHELD))
    taken = [span for draft in made for span in draft.spans]
    left = [one for one in drafts if len(one.spans) > 1 or not any(mostly(one.spans[0], span) for span in taken)]
    return [*left, *made]


def _bodies(name: str) -> set[str]:
    """What each of several names in a credit is called by."""
    return {surname(part) for part in name.split(" and ") if part.strip()}


def _span(evidence: Evidence, quote: Quote) -> Span:
    """What is not confirmed or denied, with the words that say so where they stand right before it."""
    sentence, cue = evidence.places.sentence(quote.content), quote.cue
    led = cue is not None and sentence.contains(cue) and cue.start < quote.content.start
    return Span(sentence.siglum, cue.start if cue and led else quote.content.start, quote.content.end)
