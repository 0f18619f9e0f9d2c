"""Lists that one outlet prints shorter than another: an item left out of somebody's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import regex

from generator.claims.notes import Note
from generator.claims.people import Speakers
from generator.claims.wording import is_content, is_cut_openly, is_marked, meet, words_in
from generator.model import Claim, Event, Quote, Span

_AND = {"en": "and|or", "de": "und|oder", "fr": "et|ou", "es": "y|e|o|u"}
_ITEM_WORDS = 4
_LEAST_ITEMS = 3
_SAME = 0.85
_BETWEEN = 60  # code points between two fragments of one list
_APART = 300  # code points in which the longer outlet prints the whole of it


def find_trimmed(event: Event, claim: Claim, quotes: Sequence[Quote], people: Speakers) -> Iterator[Note]:
    """*list-trimmed*: of three or more items in one outlet's quotation, another's has all but some, in order."""
    marked = sorted((quote for quote in quotes if is_marked(quote)), key=lambda quote: quote.content)
    lists = {quote.content: _items(event, quote.content) for quote in marked}
    for one, other in combinations([quote for quote in marked if len(lists[quote.content]) > 1], 2):
        apart = event.outlet_of(one.content) != event.outlet_of(other.content)
        if not apart or not people.are_one(one.speaker_name, other.speaker_name):
            continue
        for full, short in ((one, other), (other, one)):
            left_out = _left_out(event, lists[full.content], short.content, lists[short.content])
            if left_out:
                note = "a list has an item more in another outlet's quotation"
                yield Note("list-trimmed", claim, (short.content, *left_out), note)


def _left_out(event: Event, items: Sequence[Span], short: Span, fewer: Sequence[Span]) -> tuple[Span, ...]:
    if not len(items) >= _LEAST_ITEMS or not 1 < len(fewer) < len(items) or is_cut_openly(event, short):
        return ()
    places = [next((n for n, item in enumerate(items) if _share(event, item, one)), -1) for one in fewer]
    if -1 in places or places != sorted(set(places)):
        return ()
    missing = [item for n, item in enumerate(items) if n not in places]
    return tuple(missing) if all(_is_absent(event, item, short.siglum) for item in missing) else ()


def _items(event: Event, span: Span) -> list[Span]:
    """The items of the first list in a span: short runs of words parted by commas and one "and" before the last."""
    article = event.article(span.siglum)
    word = _AND.get(article.lang[:2].lower(), _AND["en"])
    for sentence in regex.split(r"(?<=[.!?;:])\s", event[span], maxsplit=0):
        start = article.text.index(sentence, span.start, span.end) if sentence else span.start
        cut = list(regex.finditer(rf",\s+(?:{word})\s+|,\s+|\s+(?:{word})\s+", sentence, regex.IGNORECASE))
        edges = [0, *(edge for found in cut for edge in found.span()), len(sentence)]
        parts = [Span(span.siglum, start + a, start + b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
        joined = any(regex.search(rf"\b(?:{word})\b", found.group(), regex.IGNORECASE) for found in cut)
        if joined and all(0 < len(words_in(event, part)) <= _ITEM_WORDS for part in parts[1:]):
            return [_last_word(event, parts[0]), *parts[1:]]
    return []


def _last_word(event: Event, span: Span) -> Span:
    """The first item is the end of what stands before the first comma."""
    words = words_in(event, span)
    return Span(span.siglum, words[-1].start, words[-1].end) if words else span


def _share(event: Event, one: Span, other: Span) -> bool:
    mine, theirs = ({word.folded for word in words_in(event, span)} for span in (one, other))
    return bool(mine & theirs) and 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _is_absent(event: Event, item: Span, siglum: str) -> bool:
    article = event.article(siglum)
    there = {word.folded for word in words_in(event, Span(siglum, 0, len(article.text)))}
    said = [word.folded for word in words_in(event, item) if is_content(word)]
    return bool(said) and not there.issuperset(said)


def find_skipped(event: Event, claims: Sequence[Claim], quotes: Sequence[Quote], people: Speakers) -> Iterator[Note]:
    """*list-trimmed*: between two quoted fragments of one sentence another outlet quotes the speaker on one thing more.

    Both fragments stand in its quotations in the same order and near each other.
    """
    marked = sorted((quote for quote in quotes if is_marked(quote)), key=lambda quote: quote.content)
    every: dict[str, list[Quote]] = {}
    for quote in marked:
        every.setdefault(quote.content.siglum, []).append(quote)
    for first, last in pairwise(marked):
        if not first.speaker_name or not _is_one_list(event, first, last):
            continue
        for siglum in sorted(every.keys() - {first.content.siglum}):
            theirs = every[siglum]
            apart = event.outlet_of(first.content) != event.outlet_of(theirs[0].content)
            said = [quote for quote in theirs if people.are_one(quote.speaker_name, first.speaker_name)]
            skipped = _skipped(event, first, last, said) if apart else ()
            home = next((claim for claim in claims if _has(claim, first.content)), None) if skipped else None
            if skipped and home:
                note = "between two quoted fragments another outlet quotes one thing more"
                yield Note("list-trimmed", home, (first.content, last.content, *skipped), note)


def _is_one_list(event: Event, first: Quote, last: Quote) -> bool:
    """Whether two fragments by one speaker are coordinated: "this" and "that"."""
    if first.content.siglum != last.content.siglum or first.kind == "direct" or last.kind == "direct":
        return False
    article = event.article(first.content.siglum)
    between = article.text[first.content.end : max(first.content.end, last.content.start)]
    word = _AND.get(article.lang[:2].lower(), _AND["en"])
    joined = regex.search(rf"\b(?:{word})\b", between, regex.IGNORECASE)
    same = first.speaker_name == last.speaker_name
    return bool(joined) and same and len(between) <= _BETWEEN and not regex.search(r"[.!?…\n]", between)


def _skipped(event: Event, first: Quote, last: Quote, theirs: Sequence[Quote]) -> tuple[Span, ...]:
    """What stands in the other outlet's marks between the places of the two fragments, and nowhere in the first's."""
    begin, end = _place(event, first, theirs), _place(event, last, theirs)
    if begin is None or end is None or not begin.end < end.start <= begin.end + _APART:
        return ()
    between = Span(begin.siglum, begin.end, end.start)
    parts = [
        Span(part.siglum, max(part.start, between.start), min(part.end, between.end))
        for part in (quote.content for quote in theirs if quote.content.overlaps(between))
    ]
    return tuple(part for part in parts if _is_item(event, part, first.content.siglum))


def _is_item(event: Event, part: Span, siglum: str) -> bool:
    words = words_in(event, part)
    return sum(map(is_content, words)) > 1 and _is_absent(event, part, siglum)


def _place(event: Event, fragment: Quote, theirs: Sequence[Quote]) -> Span | None:
    """Where the other outlet has the words of a fragment in marks."""
    for quote in theirs:
        met = meet(event, fragment.content, quote.content)
        if met and met.content > 1 and min(met.share, met.similarity) >= _SAME:
            return met.spans[1]
    return None


def _has(claim: Claim, span: Span) -> bool:
    return any(made.span.overlaps(span) for made in claim.appearances)
