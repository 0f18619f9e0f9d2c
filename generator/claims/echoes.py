"""What an article says again: its headline in its body, and a confirmation right behind what is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.claims.drafts import AGAIN, CONFIRMED, Draft, Evidence, Join, overlap, words_of
from generator.claims.people import Speakers
from generator.cues.languages import find_lexicon
from generator.model import Span

_SEVERAL = 2
_MOST = 0.6  # of a sentence
_CONFIRMING = 15  # words: what is longer has something of its own to say
_ENGLISH = frozenset({"confirms", "confirmed"})
_BESIDE = 2  # code points: a space, or the mark that closes a quotation, between two sentences of one paragraph


@dataclass(frozen=True, slots=True)
class Echo:
    """What is asked of two sentences of one article: their cosine, and the bits of the stems that they share.

    ``common`` is the cosine of the second with what all places of the claim have in common.
    """

    alike: float
    bits: float
    common: float


def add_echoes(evidence: Evidence, drafts: Sequence[Draft], asked: Echo) -> list[Draft]:
    """The drafts of several outlets with the other sentences in which their articles make them again.

    One is a sentence so alike that the article repeats itself, by the same speaker if both name one. The other is a
    short sentence in which somebody else confirms what the sentence right before it says, in the same paragraph: it
    has no number and no clause of its own. What becomes part of another claim is no claim of one outlet any longer.
    """
    people = Speakers(evidence.event, evidence.quotes)
    gains = [
        [*_again(evidence, draft, people, asked), *_confirmed(evidence, draft)] if _is_shared(evidence, draft)
        else []
        for draft in drafts
    ]  # fmt: skip
    taken = [join.span for gained in gains for join in gained]
    return [
        _with(draft, gained)
        for draft, gained in zip(drafts, gains, strict=True)
        if gained or not (len(draft.spans) == 1 and any(one.contains(draft.spans[0]) for one in taken))
    ]


def _is_shared(evidence: Evidence, draft: Draft) -> bool:
    return len({evidence.event.outlet_of(span) for span in draft.spans}) >= _SEVERAL


def _again(evidence: Evidence, draft: Draft, people: Speakers, asked: Echo) -> Iterator[Join]:
    held = set(draft.spans)
    common = dict(evidence.commons.nearest(draft.spans))
    for sentence in sorted({evidence.places.sentence(span) for span in draft.spans if _fills(evidence, span)}):
        for other, score in evidence.commons.nearest([sentence]):
            near = other.siglum == sentence.siglum and score >= asked.alike and common.get(other, 0.0) >= asked.common
            if not near or any(other.overlaps(span) for span in held):
                continue
            one_speaker = people.are_one(evidence.read(sentence)[2], evidence.read(other)[2])
            if one_speaker and evidence.likeness.bits(sentence, other) >= asked.bits:
                held.add(other)
                yield Join(other, AGAIN, score)


def _fills(evidence: Evidence, span: Span) -> bool:
    sentence = evidence.places.sentence(span)
    return overlap(span, sentence) >= _MOST * len(sentence)


def _confirmed(evidence: Evidence, draft: Draft) -> Iterator[Join]:
    for span in draft.spans:
        sentence = evidence.places.sentence(span)
        behind = evidence.places.sentence(Span(span.siglum, sentence.end + 1, sentence.end + 2))
        if not 0 < behind.start - sentence.end <= _BESIDE or any(behind.overlaps(one) for one in draft.spans):
            continue
        words = words_of(evidence.event, behind)
        plain = not any(word.kind == "number" for word in words) and "," not in evidence.event[behind]
        if plain and len(words) <= _CONFIRMING and _confirms(evidence, behind):
            yield Join(behind, CONFIRMED, draft.score)


def _confirms(evidence: Evidence, sentence: Span) -> bool:
    lexicon = find_lexicon(evidence.event.article(sentence.siglum))
    forms = {word for word, saying in lexicon.finite.items() if saying.stance == "confirms"} if lexicon else _ENGLISH
    return any(word.folded in forms for word in words_of(evidence.event, sentence))


def _with(draft: Draft, gained: Sequence[Join]) -> Draft:
    if not gained:
        return draft
    statement = draft.statement or max(draft.spans, key=lambda span: (len(span), span.siglum, span.start))
    spans = tuple(sorted({*draft.spans, *(join.span for join in gained)}))
    return replace(draft, spans=spans, joins=(*draft.joins, *gained), statement=statement)
