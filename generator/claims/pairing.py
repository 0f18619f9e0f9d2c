"""Claims of sentences that say one thing by all that speaks for it together, where no rule of its own joined them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from math import exp

from generator.claims.drafts import TOGETHER, Draft, Evidence, overlap, words_of
from generator.claims.gathering import counts_apart
from generator.claims.spreading import find_openings
from generator.claims.twins import EVEN, Twins
from generator.model import Span

_SEVERAL = 2
_LEAST_WORDS = 6


def pair_up(
    evidence: Evidence, drafts: Sequence[Draft], counted: Sequence[Draft], *, openings: int, least: float
) -> list[Draft]:
    """The drafts with one for each group of sentences that are twins by a score of ``least`` or more.

    A sentence says several things: one that has a claim may be another's twin, but not where both have a claim in
    common, nor where all they share is a name or each has numbers of its own. The likest pair comes first; a group
    gains a sentence that is a twin of all that other articles have in it. What is in a group is no claim of one outlet
    any longer.
    """
    twins = Twins(
        evidence.event,
        {one: _credits(evidence, one) for one in evidence.sentences},
        find_openings(evidence, openings, least=2 * openings),
    )
    groups: list[_Group] = []
    for score, one, other in sorted(twins.pairs(least, _known(evidence, (*drafts, *counted))), key=_strongest_first):
        if any({one, other} <= group.spans for group in groups) or _are_two(evidence, one, other):
            continue
        home = next((group for group in groups if group.takes(twins, one, other, least)), None)
        if home is None:
            groups.append(_Group({one, other}, score))
        else:
            home.spans |= {one, other}
            home.score = min(home.score, score)
    alone = _alone(evidence, drafts)
    made = [_draft(group, alone) for group in groups]
    taken = {span for draft in made for span in draft.spans}
    return [*(draft for draft in drafts if not (len(draft.spans) == 1 and draft.spans[0] in taken)), *made]


@dataclass(slots=True)
class _Group:
    """Sentences, and the lowest score that joined one of them."""

    spans: set[Span] = field(default_factory=set)
    score: float = 0.0

    def takes(self, twins: Twins, one: Span, other: Span, least: float) -> bool:
        """Whether one of the two is in the group, and the other is a twin of all that other articles have in it."""
        new = {one, other} - self.spans
        return len(new) == 1 and all(
            span.siglum == there.siglum or twins.score(*sorted((span, there))) >= least
            for span in new
            for there in self.spans
        )


def _credits(evidence: Evidence, sentence: Span) -> list[Span]:
    """Who says it and to whom, for two statements of one speaker are two: "Ames, who runs the mill, told reporters".

    From the speaker to the words of saying; where the statement came first, to the end of the sentence.
    """
    found: list[Span] = []
    quotes = evidence.quotes_at(sentence)
    for quote in quotes:
        parts = [part for part in (quote.speaker, quote.cue) if part and sentence.contains(part)]
        if not parts:
            continue
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        if all(other.content.end <= start for other in quotes):
            end = sentence.end
        whole = Span(sentence.siglum, start, end)
        found += parts if any(whole.overlaps(other.content) for other in quotes) else [whole]
    return found


def _are_two(evidence: Evidence, one: Span, other: Span) -> bool:
    """Whether one is of few words, all that they share is a name, or both count and no number is the same."""
    few = any(len(words_of(evidence.event, span)) < _LEAST_WORDS for span in (one, other))
    return few or evidence.likeness.is_name(one, other) or counts_apart(evidence, one, other)


def _known(evidence: Evidence, drafts: Iterable[Draft]) -> Mapping[Span, AbstractSet[int]]:
    """For each sentence the numbers of the claims of several outlets that it has a part of."""
    known: dict[Span, set[int]] = defaultdict(set)
    for number, draft in enumerate(drafts):
        if len({evidence.event.outlet_of(span) for span in draft.spans}) >= _SEVERAL:
            for span in draft.spans:
                for sentence in evidence.places.all_of(span):
                    known[sentence].add(number)
    return known


def _strongest_first(pair: tuple[float, Span, Span]) -> tuple[float, Span, Span]:
    return -pair[0], *pair[1:]


def _alone(evidence: Evidence, drafts: Sequence[Draft]) -> Mapping[Span, Span]:
    """For a sentence the statement of one outlet that is most of it: a quotation without the words around it."""
    found: dict[Span, Span] = {}
    for draft in drafts:
        if len(draft.spans) == 1:
            sentence = evidence.places.sentence(draft.spans[0])
            if 2 * overlap(draft.spans[0], sentence) > len(sentence):
                found[sentence] = draft.spans[0]
    return found


def _draft(group: _Group, alone: Mapping[Span, Span]) -> Draft:
    """Its score is how likely the regression says it is, 0 to 1."""
    spans = tuple(sorted({alone.get(span, span) for span in group.spans}))
    return Draft(spans, TOGETHER, 1 / (1 + exp(EVEN - group.score)))
