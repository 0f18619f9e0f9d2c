"""Quotations that travelled: fragments of a longer quotation, and two translations of one.

Word alignment cannot see either: a fragment is too short to stand out, a translation shares too few words in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from math import log

from rapidfuzz.distance import JaroWinkler

from generator.clusters.alignment import Match
from generator.clusters.reading import Words
from generator.model import Event, Quote
from generator.words import CONTENT_LETTERS, content_stems, cosine, fold, stem

_SAME_NAME = 0.94


def find_fragments(articles: Mapping[str, Words], quotes: Sequence[Quote], *, longest: int) -> Iterator[Match]:
    """Each short quoted run (2 to ``longest`` words, two of them content words) that another outlet prints whole.

    A title is none: see :attr:`Match.is_title`.
    """
    places = {siglum: _places(words) for siglum, words in articles.items()}
    for quote in quotes:
        one = articles[quote.content.siglum]
        first, last = one.within(quote.content)
        if not 1 < last - first <= longest or _content_words(one, first, last) < 2:  # noqa: PLR2004 - two are a phrase
            continue
        for other in articles.values():
            if other.outlet != one.outlet:
                found = _verbatim(one, (first, last), other, places[other.siglum])
                yield from (match for match in found if not match.is_title)


def _content_words(words: Words, first: int, last: int) -> int:
    return len({token.folded for token in words.tokens[first:last] if len(token.folded) >= CONTENT_LETTERS})


def _places(words: Words) -> Mapping[int, Sequence[int]]:
    found: dict[int, list[int]] = {}
    for place, number in enumerate(words.numbers):
        found.setdefault(number, []).append(place)
    return found


def _verbatim(one: Words, a: tuple[int, int], other: Words, places: Mapping[int, Sequence[int]]) -> Iterator[Match]:
    wanted = one.numbers[a[0] : a[1]]
    for j in places.get(wanted[0], ()):
        if other.numbers[j : j + len(wanted)] == wanted:
            yield Match(one, other, a, (j, j + len(wanted)), tuple((a[0] + n, j + n) for n in range(len(wanted))))


def find_translations(
    event: Event, articles: Mapping[str, Words], quotes: Sequence[Quote], *, least: float, least_indirect: float
) -> Iterator[tuple[Quote, Quote, float]]:
    """Pairs of quotes of one speaker in two outlets whose words, stemmed and weighted by rarity, have cosine ``least``.

    Indirect speech is the outlet's wording and is asked for ``least_indirect``; where it holds words in marks, these
    speak for it.
    A quote that stands whole inside the other is a fragment, not a translation.

    Weights are tf-idf over the words of all articles; the measure is the cosine of Salton and Buckley (1988).
    """
    rarity = _rarity(event, articles)
    vectors = {quote.id: _vector(event, quote, rarity) for quote in quotes}
    bare = [quote for quote in quotes if quote.speaker_name and not _holds_another(quote, quotes)]
    outlets = {quote.id: event.outlet_of(quote.content) for quote in bare}
    same = cache(_same_speaker)
    for one, other in combinations(bare, 2):
        if outlets[one.id] == outlets[other.id] or not same(one.speaker_name or "", other.speaker_name or ""):
            continue
        likeness = cosine(vectors[one.id], vectors[other.id])
        asked = least_indirect if "indirect" in {one.kind, other.kind} else least
        if likeness >= asked and not _is_fragment(articles, one, other):
            yield one, other, likeness


def _holds_another(quote: Quote, quotes: Sequence[Quote]) -> bool:
    if quote.kind != "indirect":
        return False
    return any(other is not quote and quote.content.contains(other.content) for other in quotes)


def _is_fragment(articles: Mapping[str, Words], one: Quote, other: Quote) -> bool:
    """Whether the shorter's words stand in the longer, in that order and with nothing between."""
    sides = (articles[quote.content.siglum].numbers_in(quote.content) for quote in (one, other))
    short, long = sorted(sides, key=len)
    starts = range(len(long) - len(short) + 1)
    return len(short) < len(long) and any(long[at : at + len(short)] == short for at in starts)


def _rarity(event: Event, articles: Mapping[str, Words]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for words in articles.values():
        lang = event.article(words.siglum).lang
        counts.update(stem(token.folded, lang) for token in words.tokens)
    size = sum(counts.values())
    return {word: log((size + 1) / count) for word, count in counts.items()}


def _vector(event: Event, quote: Quote, rarity: Mapping[str, float]) -> dict[str, float]:
    article = event.article(quote.content.siglum)
    stems = Counter(content_stems(article.text, (quote.content.start, quote.content.end), article.lang))
    return {word: (1 + log(count)) * rarity[word] for word, count in stems.items()}


def _same_speaker(one: str, another: str) -> bool:
    """Surnames alike and first names not at odds; a quote that names nobody is nobody's."""
    if not (one and another):
        return False
    name, other_name = fold(one).split(), fold(another).split()
    if JaroWinkler.similarity(name[-1], other_name[-1]) < _SAME_NAME:
        return False
    return len(name) == 1 or len(other_name) == 1 or name[0][0] == other_name[0][0]
