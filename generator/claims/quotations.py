"""What outlets do to the words that they print in quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from generator.claims.labels import FIRST_PERSON
from generator.claims.notes import Note
from generator.claims.people import Speakers
from generator.claims.wording import (
    Gap,
    Meeting,
    is_content,
    is_cut_openly,
    is_marked,
    meet,
    rare_words,
    words_in,
)
from generator.model import Appearance, Claim, Event, Quote, Span
from generator.spans import SpanIndex

_LEAST_CONTENT = 2
_WHOLE = 0.85  # alike: the same words but for a slip
_LEAST_REST = 3  # words
_ENDS = frozenset(".!?。！？")
_MOST = 0.6  # of a passage: what is cut off it are marks and a cue


@dataclass(frozen=True, slots=True)
class Bars:
    """What is asked of two quotations before they count as one: alike, and so many words."""

    alike: float
    words: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations in marks, of two outlets in one language and of one speaker, and what they have in common."""

    one: Quote
    other: Quote
    met: Meeting

    def is_enough(self, words: int) -> bool:
        """Whether the equal words are many, or some of them say something."""
        return self.met.content >= _LEAST_CONTENT or len(self.met.equal) >= words


def pair_quotations(event: Event, quotes: Sequence[Quote], people: Speakers) -> list[Pair]:
    """The pairs worth a look: with two words in common that are not the language's commonest, in order of place."""
    marked = sorted((quote for quote in quotes if is_marked(quote)), key=lambda quote: quote.content)
    bags = [rare_words(event, quote.content) for quote in marked]
    found = []
    for (n, one), (m, other) in combinations(enumerate(marked), 2):
        if len(bags[n] & bags[m]) < min(_LEAST_CONTENT, len(bags[n]), len(bags[m])) or not bags[n] & bags[m]:
            continue
        apart = event.outlet_of(one.content) != event.outlet_of(other.content)
        if apart and _lang(event, one) == _lang(event, other) and people.are_one(one.speaker_name, other.speaker_name):
            met = meet(event, one.content, other.content)
            found += [Pair(one, other, met)] if met else []
    return found


def _lang(event: Event, quote: Quote) -> str:
    return event.article(quote.content.siglum).lang[:2].lower()


class _Homes:
    """Which claim has most of some places."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        places = ((n, made.span) for n, claim in enumerate(claims) for made in claim.appearances)
        self._places = SpanIndex(places, lambda place: place[1])

    def of(self, spans: Sequence[Span]) -> Claim | None:
        """The claim that has most of the places, the first of several; ``None`` where none has any."""
        counts = Counter(n for span in spans for n in {n for n, _ in self._places.touching(span)})
        best = min(counts, key=lambda n: (-counts[n], n), default=None)
        return None if best is None else self._claims[best]


def find_altered(event: Event, claims: Sequence[Claim], pairs: Sequence[Pair], bars: Bars) -> Iterator[Note]:
    """*quote-altered*: two outlets print one speaker's words, and inside the marks some differ.

    What only one has at either end is no alteration but a shorter quotation; words left out under marks of omission or
    put in brackets are told openly; a spelling, a hyphen and a number in words are matters of style.
    """
    homes = _Homes(claims)
    for pair in pairs:
        met = pair.met
        if min(met.similarity, met.share) < bars.alike or not pair.is_enough(bars.words):
            continue
        if all(_is_open(event, gap) for gap in met.gaps()):
            continue
        home = homes.of(met.spans)
        if home:
            yield Note("quote-altered", home, met.spans, "words inside quotation marks differ", met.similarity)


def _is_open(event: Event, gap: Gap) -> bool:
    return is_cut_openly(event, gap.one) or is_cut_openly(event, gap.other)


def find_truncated(event: Event, claims: Sequence[Claim], pairs: Sequence[Pair], bars: Bars) -> Iterator[Note]:
    """*quote-truncated*: printed as a whole sentence here, while another outlet's quotation goes on in that sentence.

    The rest says something, stands nowhere else in the shorter outlet's article, and is not left out openly.
    """
    homes = _Homes(claims)
    for pair in pairs:
        met = pair.met
        if met.similarity < _WHOLE or len(met.equal) < bars.words - 1 or not pair.is_enough(bars.words):
            continue
        for full, short, span in ((pair.one, pair.other, met.spans[0]), (pair.other, pair.one, met.spans[1])):
            if short.kind != "direct" or not _fills(event, met, short):
                continue
            missed = _is_missed(event, short, list(_rests(event, full, span)))
            home = homes.of((full.content, short.content)) if missed else None
            if home:
                note = "a quotation goes on in another outlet, in the same sentence"
                yield Note("quote-truncated", home, (full.content, short.content), note, met.similarity)


def _fills(event: Event, met: Meeting, short: Quote) -> bool:
    return len(met.equal) >= _WHOLE * len(words_in(event, short.content)) and not is_cut_openly(event, short.content)


def _rests(event: Event, full: Quote, part: Span) -> Iterator[Span]:
    """What a quotation has before and behind a part of it, within the part's sentence."""
    text = event.article(part.siglum).text
    behind = text[part.end : full.content.end]
    end = next((n for n, sign in enumerate(behind) if sign in _ENDS), len(behind))
    yield Span(part.siglum, part.end, part.end + end)
    before = text[full.content.start : part.start]
    start = max((n + 1 for n, sign in enumerate(before) if sign in _ENDS), default=0)
    yield Span(part.siglum, full.content.start + start, part.start)


def _is_missed(event: Event, short: Quote, rests: Sequence[Span]) -> bool:
    """Whether a rest has words that say something, most of them nowhere in the other article."""
    article = event.article(short.content.siglum)
    there = rare_words(event, Span(article.siglum, 0, len(article.text)))
    for rest in rests:
        said = rare_words(event, rest)
        if len(words_in(event, rest)) >= _LEAST_REST and said and 2 * len(said & there) < len(said):
            return True
    return False


def find_merged(event: Event, claims: Sequence[Claim], pairs: Sequence[Pair]) -> Iterator[Note]:
    """*quote-merged*: between two sentences of one quotation another outlet prints more of the same speaker's words.

    Nothing tells the reader of the shorter one that something stood between.
    """
    homes = _Homes(claims)
    for pair in pairs:
        if pair.one.kind != "direct" or pair.other.kind != "direct" or pair.met.content <= _LEAST_CONTENT:
            continue
        home = homes.of(pair.met.spans)
        gaps = list(pair.met.gaps())
        skips = [_skips(event, gap.one, gap.other) or _skips(event, gap.other, gap.one) for gap in gaps]
        if home and any(skips):
            note = "one quotation here, two places of a longer one there"
            yield Note("quote-merged", home, pair.met.spans, note, pair.met.similarity)


def _skips(event: Event, short: Span, full: Span) -> bool:
    """Whether one has nothing where the other has a sentence or more of other words, in silence."""
    said = words_in(event, full)
    bare = not words_in(event, short) and not is_cut_openly(event, short)
    whole = len(said) > _LEAST_CONTENT and sum(map(is_content, said)) >= _LEAST_CONTENT
    return bare and whole and any(sign in _ENDS for sign in event[full])


def find_unattributed(event: Event, claim: Claim, quotes: Sequence[Quote], bars: Bars) -> Iterator[Note]:
    """*attribution-lost*: what one outlet quotes, with a name to it, another says in its own voice, nobody credited.

    ``quotes`` are all of the event, also those that nobody is credited with. Words in the first person are somebody's
    however they are printed, and a few words that describe are anybody's.
    """
    own = [quote for quote in quotes if quote.id in claim.quotes]
    credited = [one for one in claim.appearances if _is_credited(one.span, own)]
    plain = [one for one in claim.appearances if _is_own_voice(event, one, quotes)] if credited else []
    for one, other in product(credited, plain):
        if event.outlet_of(one.span) == event.outlet_of(other.span):
            continue
        met = meet(event, one.span, other.span)
        if (
            met
            and len(met.equal) >= bars.words - 1
            and min(met.similarity, met.share) >= bars.alike
            and _says(event, met)
        ):
            note = "a quotation in one outlet, another's own voice"
            yield Note("attribution-lost", claim, (one.span, other.span), note, met.similarity)


def _says(event: Event, met: Meeting) -> bool:
    """Whether the equal words hold enough that are no names."""
    text = event.article(met.sigla[0]).text
    equal = [met.one[i] for i, _ in met.equal]
    return len({word.folded for word in equal if is_content(word) and text[word.start].islower()}) > _LEAST_CONTENT


def _is_credited(span: Span, quotes: Sequence[Quote]) -> bool:
    """Whether most of a span stands in quotation marks with a name to it."""
    named = (quote for quote in quotes if quote.kind == "direct" and quote.speaker_name)
    return any(
        min(span.end, quote.content.end) - max(span.start, quote.content.start) >= _MOST * len(span)
        for quote in named
        if quote.content.overlaps(span)
    )


def _is_own_voice(event: Event, appearance: Appearance, quotes: Sequence[Quote]) -> bool:
    if any(quote.content.overlaps(appearance.span) for quote in quotes):
        return False
    personal = any(word.folded in FIRST_PERSON for word in words_in(event, appearance.span))
    plain = appearance.stance == "own voice" and appearance.speaker_name is None
    return plain and not personal and not _is_introduced(event, appearance.span)


def _is_introduced(event: Event, span: Span) -> bool:
    """Whether marks are open where a span begins, or its line names somebody before a colon: "Ames: Dam Is Sound"."""
    before = event.article(span.siglum).text[: span.start].rpartition("\n")[2]
    is_open = before.count('"') % 2 or before.count("“") > before.count("”") or before.count("„") > before.count("“")
    return bool(is_open) or ":" in before
