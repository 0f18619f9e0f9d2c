"""One statement in two languages: what needs no dictionary, that is names, numbers and words that both spell alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from generator.claims.drafts import TRANSLATED, Draft, Evidence, Join, overlap, words_of
from generator.claims.people import Speakers
from generator.claims.wording import is_content, is_marked
from generator.model import Quote, Span
from generator.words import Token

_COGNATE = 0.9
_NAME = 5  # letters that two forms of a name begin with: Lisbon, Lisbonne
_ENDING = 3  # letters by which such forms may differ in length
_LENGTHS = 2.5  # times the words of the shorter
_DIGITS = 2


def join_translated(evidence: Evidence, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each statement of one outlet that says in another language what a draft says, in that draft.

    Two quotations are one where one speaker says them, neither is much longer, and a word or number in both is spelled
    alike and in no other quotation of the speaker's; two sentences where they have a number of two digits and a name in
    common, the number in no other sentence of either article. The first draft that fits best takes the statement.
    """
    if len({article.lang[:2].lower() for article in evidence.event.articles}) < 2:  # noqa: PLR2004 - two languages
        return list(drafts)
    told = _Told(evidence)
    gained: dict[int, list[Join]] = {}
    moved: set[int] = set()
    for n, draft in enumerate(drafts):
        if len(draft.spans) > 1 or n in gained:
            continue
        fits = [(told.fit(draft.spans[0], other), m) for m, other in enumerate(drafts) if m != n and m not in moved]
        best, home = max(fits, key=lambda fit: (fit[0], -fit[1]), default=(0, n))
        if best:
            moved.add(n)
            gained.setdefault(home, []).append(Join(draft.spans[0], TRANSLATED, 1.0))
    return [_grown(draft, gained.get(n, ())) for n, draft in enumerate(drafts) if n not in moved]


def _grown(draft: Draft, new: Sequence[Join]) -> Draft:
    if not new:
        return draft
    statement = draft.statement or max(draft.spans, key=lambda span: (len(span), span.siglum, span.start))
    spans = tuple(sorted({*draft.spans, *(join.span for join in new)}))
    alone = len(draft.spans) == 1
    rule = TRANSLATED if alone else draft.rule
    return replace(
        draft, spans=spans, rule=rule, joins=(*draft.joins, *new), statement=statement, alone=True, whole=None
    )


class _Told:
    """Statements, to be asked how much two in two languages have in common."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._people = Speakers(evidence.event, evidence.quotes)
        self._quotes = [quote for quote in evidence.quotes if is_marked(quote) and quote.speaker_name]
        self._sentences: dict[str, list[Span]] = {}
        for sentence in evidence.sentences:
            self._sentences.setdefault(sentence.siglum, []).append(sentence)

    def fit(self, span: Span, draft: Draft) -> int:
        """How many words and numbers speak for it; 0 where not enough does."""
        mine = self._evidence.event.article(span.siglum).lang[:2].lower()
        return max((self._between(span, other) for other in draft.spans if self._lang(other) != mine), default=0)

    def _lang(self, span: Span) -> str:
        return self._evidence.event.article(span.siglum).lang[:2].lower()

    def _between(self, one: Span, other: Span) -> int:
        if self._evidence.event.outlet_of(one) == self._evidence.event.outlet_of(other):
            return 0
        mine, theirs = self._quote(one), self._quote(other)
        if mine and theirs:
            return self._quoted(mine, theirs)
        return 0 if mine or theirs else self._stated(one, other)

    def _quote(self, span: Span) -> Quote | None:
        """The quotation that a span is most of, or lies in."""
        return next((quote for quote in self._quotes if 2 * overlap(quote.content, span) > len(span)), None)

    def _quoted(self, one: Quote, other: Quote) -> int:
        """The words that only these two of the speaker's quotations have alike."""
        if not self._people.are_one(one.speaker_name, other.speaker_name):
            return 0
        short, long = sorted(len(words_of(self._evidence.event, quote.content)) for quote in (one, other))
        if long > _LENGTHS * short:
            return 0
        return len(list(self._alike(one.content, other.content)))

    def _alike(self, one: Span, other: Span) -> Iterator[str]:
        theirs = [word for word in words_of(self._evidence.event, other) if is_content(word)]
        for word in filter(is_content, words_of(self._evidence.event, one)):
            if any(_is_cognate(word, there) for there in theirs):
                yield word.folded

    def _stated(self, one: Span, other: Span) -> int:
        """The numbers in both sentences, and in no other of either article, where a name is in both too."""
        places = self._evidence.places
        mine, theirs = places.sentence(one), places.sentence(other)
        if any(2 * overlap(span, sentence) <= len(sentence) for span, sentence in ((one, mine), (other, theirs))):
            return 0
        numbers = self._numbers(mine) & self._numbers(theirs)
        own = {number for number in numbers if self._is_rare(number, mine) and self._is_rare(number, theirs)}
        return len(own) if own and self._share_name(mine, theirs) else 0

    def _numbers(self, span: Span) -> set[str]:
        words = (word for word in words_of(self._evidence.event, span) if word.kind == "number")
        digits = ("".join(filter(str.isdigit, word.folded)) for word in words)
        return {number for number in digits if len(number) > _DIGITS}

    def _is_rare(self, number: str, sentence: Span) -> bool:
        return sum(number in self._numbers(one) for one in self._sentences[sentence.siglum]) == 1

    def _share_name(self, one: Span, other: Span) -> bool:
        mine, theirs = self._names(one), self._names(other)
        return any(_is_name_of(name, there) for name in mine for there in theirs)

    def _names(self, span: Span) -> list[str]:
        text = self._evidence.event.article(span.siglum).text
        return [word.folded for word in words_of(self._evidence.event, span)[1:] if text[word.start].isupper()]


def _is_cognate(one: Token, other: Token) -> bool:
    if one.kind == "number" or other.kind == "number":
        return one.folded == other.folded and len(one.folded) > 1
    return bool(JaroWinkler.similarity(one.folded, other.folded) >= _COGNATE)


def _is_name_of(one: str, other: str) -> bool:
    return one[:_NAME] == other[:_NAME] and min(len(one), len(other)) >= _NAME and abs(len(one) - len(other)) <= _ENDING
