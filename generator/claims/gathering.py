"""What no passage and no figure joins: statements of one outlet, and those that say one thing in other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from generator.claims.drafts import ALIKE, MEANT, Draft, Evidence, Join, mostly, overlap, words_of
from generator.model import Quote, Span
from generator.spans import SpanIndex

_END = (".", "!", "…", "”", '"', "’", "»", "“", "。")
_QUESTION = ("?", "؟", "？")
_OWN_WORDS = 8
_OPENING_WORDS = 6
_JUDGING = frozenset({"denies", "did not deny", "no longer denies", "stopped short of confirming"})
_SEVERAL = 3  # outlets that make a habit of a claim's words


@dataclass(frozen=True, slots=True)
class Bars:
    """What is asked before two statements are one.

    ``steps`` is the cosine asked where the shared stems have so many bits or more: a few common words weigh as much
    as one rare one. ``habit`` is the cosine with what several outlets have in common, ``meaning`` that of embeddings.
    """

    steps: Sequence[tuple[float, float]]
    habit: float
    meaning: float = inf

    def asked(self, bits: float) -> float:
        """The cosine asked of so many bits; more than any where they are too few."""
        return min((alike for least, alike in self.steps if bits >= least), default=inf)


def draft_single(evidence: Evidence, drafts: Sequence[Draft], *, least_words: int) -> Iterator[Draft]:
    """What each sentence says that no draft has: its quotations, a figure, or what the outlet says itself.

    What shares words with a draft, a headline, a sentence with no name or number in it and one of a few words are
    claims only where another outlet says the same.
    """
    covered = SpanIndex((span for draft in drafts for span in draft.spans), lambda span: span)
    done: set[Span] = set()
    for sentence in evidence.sentences:
        shared = bool(covered.touching(sentence))
        for statement, whole, rule, alone in _statements(evidence, sentence, least_words):
            held = sum(overlap(statement, span) for span in covered.touching(statement))
            if statement not in done and 2 * held <= len(statement):
                done.add(statement)
                around = None if shared else whole
                yield Draft((statement,), f"{rule} of one outlet", alone=alone and not held, whole=around)


def _statements(evidence: Evidence, sentence: Span, least_words: int) -> Iterator[tuple[Span, Span | None, str, bool]]:
    """Quotations first, those inside others left out; a sentence that has one says nothing else.

    Each with the sentence that a fragment needs to be a statement, its rule, and whether it is one; a question is none.
    """
    quotes = [quote for quote in evidence.quotes_at(sentence) if _fills(evidence, quote, sentence, least_words)]
    widest = [one for one in quotes if not any(_is_within(one.content, other.content) for other in quotes)]
    for quote in evidence.quotes_at(sentence):
        if judged := _judged(evidence, quote, sentence, least_words):
            yield judged, None, "a stance", True
    for quote in widest:
        whole = None if _is_whole(quote, sentence) else sentence
        yield quote.content, whole, "a quotation", not _asks(evidence.event[quote.content])
    if not widest and any(sentence.contains(figure.span) for figure in evidence.figures_at(sentence)):
        yield sentence, None, "a figure", True
    elif not widest:
        yield sentence, None, "a statement", _says_something(evidence, sentence)


def _judged(evidence: Evidence, quote: Quote, sentence: Span, least_words: int) -> Span | None:
    """What is denied or not in a word or two, with the words that say so: no longer denied it.

    Who does it stays outside, for the name alone would make it like whatever else is said of its bearer.
    """
    if quote.kind != "indirect" or quote.stance not in _JUDGING or quote.cue is None:
        return None
    if quote.cue.start > quote.content.start:
        return None
    span = Span(sentence.siglum, quote.cue.start, quote.content.end)
    few = len(words_of(evidence.event, quote.content)) < least_words <= len(words_of(evidence.event, span))
    return span if few and sentence.contains(span) else None


def _is_whole(quote: Quote, sentence: Span) -> bool:
    """Whether a quotation says something by itself: a clause in marks, or most of its sentence."""
    if quote.kind == "partial":
        return False
    return quote.kind == "direct" or 2 * overlap(quote.content, sentence) > len(sentence)


def _asks(text: str) -> bool:
    """Whether words are questions only."""
    return text.rstrip("\"'”’» ").endswith(_QUESTION) and not any(mark in text for mark in (".", "!"))


def _is_within(one: Span, other: Span) -> bool:
    return one != other and other.contains(one)


def _fills(evidence: Evidence, quote: Quote, sentence: Span, least_words: int) -> bool:
    """Whether a quotation is long enough, and begins in the sentence or fills it."""
    here = sentence.start <= quote.content.start or mostly(quote.content, sentence)
    return here and len(words_of(evidence.event, quote.content)) >= least_words


def _says_something(evidence: Evidence, sentence: Span) -> bool:
    """Whether a sentence in the outlet's own voice may be checked: whole, no question, and it names or counts.

    Names and numbers are the strongest signs of a statement worth checking (ClaimBuster: Hassan et al. 2017).
    """
    article = evidence.event.article(sentence.siglum)
    text, words = evidence.event[sentence], words_of(evidence.event, sentence)
    named = any(word.kind == "number" or article.text[word.start].isupper() for word in words[1:])
    head = article.headline is not None and article.headline.overlaps(sentence)
    return (
        named
        and not head
        and len(words) >= _OWN_WORDS
        and text.endswith(_END)
        and not any(mark in text for mark in _QUESTION)
    )


def join_alike(evidence: Evidence, shared: Sequence[Draft], alone: Sequence[Draft], bars: Bars) -> list[Draft]:
    """Give each statement of one outlet to the shared draft it is most like; those left may pair among themselves.

    Likeness is to what the draft had before: nothing is joined through a third. Where words do not say so, a model of
    meanings may, if there is one.
    """
    homes, first = [*shared, *alone], len(shared)
    chosen = range(first, len(homes))
    outlets = [{evidence.event.outlet_of(span) for span in home.spans} for home in homes]
    owners = [min(own) if len(own) == 1 else None for own in outlets]
    near = evidence.likeness.candidates([home.spans for home in homes], owners, chosen)
    held = _find_held(evidence, homes, shared)
    close = [(ALIKE, _closeness(evidence, homes[n], homes[m], bars), n, m) for n, m in near]
    close += [(MEANT, score, n, m) for score, n, m in _meant(evidence, homes, owners, first, bars.meaning)]
    wanted = [one for one in close if one[1] and not held[one[2]] & (held[one[3]] if one[3] >= first else {one[3]})]
    gained: dict[int, list[Join]] = {}
    moved: set[int] = set()
    for rule, score, n, m in sorted(wanted, key=lambda one: (one[0] == MEANT, -one[1], one[3] >= first, *one[2:])):
        if n not in moved and n not in gained and m not in moved:
            moved.add(n)
            gained.setdefault(m, []).extend(Join(span, rule, score) for span in homes[n].spans)
    joined = (_grown(home, gained.get(n, ())) for n, home in enumerate(homes) if n not in moved)
    return _in_sentences([draft for draft in joined if draft.alone])


def _meant(
    evidence: Evidence, homes: Sequence[Draft], owners: Sequence[str | None], first: int, least: float
) -> Iterator[tuple[float, int, int]]:
    """Each draft from the first on and another of another outlet that mean the same by the model, if there is one."""
    if evidence.meanings is None:
        return
    longest = [max(home.spans, key=lambda span: (len(span), span.siglum, span.start)) for home in homes]
    for n, row in enumerate(evidence.meanings.compare([evidence.event[span] for span in longest])):
        for m, score in enumerate(row):
            if n >= first and m != n and score >= least and (owners[m] is None or owners[m] != owners[n]):
                yield min(score, 1.0), n, m


def _in_sentences(drafts: Sequence[Draft]) -> list[Draft]:
    """Fragments that stayed alone with their sentences, two of one sentence as one."""
    first = {draft.whole: n for n, draft in reversed(list(enumerate(drafts))) if draft.whole}
    return [
        replace(draft, spans=(draft.whole,)) if draft.whole else draft
        for n, draft in enumerate(drafts)
        if not draft.whole or first[draft.whole] == n
    ]


def _find_held(evidence: Evidence, homes: Sequence[Draft], shared: Sequence[Draft]) -> list[set[int]]:
    """For each draft the numbers of the shared drafts that have a part of its sentences: those are said to be one."""
    at: dict[Span, set[int]] = {}
    for n, draft in enumerate(shared):
        for span in draft.spans:
            at.setdefault(evidence.places.sentence(span), set()).add(n)
    return [{n for span in draft.spans for n in at.get(evidence.places.sentence(span), ())} for draft in homes]


def _closeness(evidence: Evidence, draft: Draft, home: Draft, bars: Bars) -> float:
    """The cosine of a statement and what other outlets have of a draft; 0 where it is not enough."""
    event, (span, *_) = evidence.event, draft.spans
    outlet = event.outlet_of(span)
    others = [other for other in home.spans if event.outlet_of(other) != outlet]
    if not others:
        return 0.0
    if len({event.outlet_of(other) for other in others}) >= _SEVERAL:
        score = max(evidence.likeness.to_all(part, others) for part in (span, _opening(evidence, span)))
        return score if score >= bars.habit else 0.0
    near = [other for other in others if not counts_apart(evidence, span, other)]
    bits = max((evidence.likeness.bits(span, other) for other in near), default=0.0)
    score = evidence.likeness.to_all(span, others)
    if score < bars.asked(bits) or all(evidence.likeness.is_name(span, other) for other in near):
        return 0.0
    return score


def counts_apart(evidence: Evidence, one: Span, other: Span) -> bool:
    """Whether both have numbers, and none in common."""
    mine, theirs = (
        {word.folded for word in words_of(evidence.event, span) if word.kind == "number"} for span in (one, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _opening(evidence: Evidence, span: Span) -> Span:
    """The words before the first comma, where they may be a statement; what follows is often said by the way."""
    text = evidence.event[span]
    comma = text.find(", ")
    part = Span(span.siglum, span.start, span.start + comma) if comma > 0 else span
    return part if len(words_of(evidence.event, part)) >= _OPENING_WORDS else span


def _grown(home: Draft, new: Sequence[Join]) -> Draft:
    if not new:
        return home
    spans = tuple(sorted({*home.spans, *(join.span for join in new)}))
    several = len(home.spans) > 1
    longest = max(home.spans if several else spans, key=lambda span: (len(span), span.siglum, span.start))
    return replace(
        home,
        spans=spans,
        rule=home.rule if several else ", ".join(sorted({join.rule for join in new}, reverse=True)),
        statement=home.statement or longest,
        alone=True,
        whole=None,
        score=home.score if several else min(join.score for join in new),
        joins=(*home.joins, *new) if several else (),
    )
