"""Two names for one place or body: "the gates of the Ferrow Weir" here, "the gates of the Mill Pond weir" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from generator.claims.notes import Note
from generator.claims.wording import is_content
from generator.model import Claim, Event, Span
from generator.words import Token, tokenize

_NAME_WORDS = 3
_FRAME = 4  # words before a name in which the one stands that both outlets have there
_LEAST = 3  # letters of what is named
_SPELLED = 0.85  # how alike two spellings of one name are


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with the kind of thing that it names behind it, and the last word of weight before it."""

    names: tuple[str, ...]
    thing: str
    capital: bool
    before: str
    span: Span


def find_names(event: Event, claims: Sequence[Claim]) -> Iterator[Note]:
    """*label-variance*: in one claim two outlets have two names before the same kind of thing, behind the same word.

    The thing is written with a capital by one of them at least, and neither outlet has the other's name for it
    anywhere; names that share a word or are spelled nearly alike are one.
    """
    used: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for article in event.articles:
        used[article.outlet or article.siglum] |= {
            (one.names, one.thing) for one in _read(event, Span(article.siglum, 0, len(article.text)))
        }
    told: set[frozenset[tuple[str, ...]]] = set()
    for claim in claims:
        if len({event.outlet_of(made.span) for made in claim.appearances}) < 2:  # noqa: PLR2004 - two to differ
            continue
        found = [one for made in claim.appearances for one in _read(event, made.span)]
        for pair in _variants(event, found, used):
            names = frozenset(one.names for one in pair)
            spans = tuple(sorted({one.span for one in found if one.names in names and one.thing == pair[0].thing}))
            if names not in told:
                told.add(names)
                yield Note("label-variance", claim, spans, "two names in the same place")


def _variants(
    event: Event, found: Sequence[_Named], used: dict[str, set[tuple[tuple[str, ...], str]]]
) -> Iterator[tuple[_Named, _Named]]:
    for one, other in _framed_alike(found):
        mine, theirs = event.outlet_of(one.span), event.outlet_of(other.span)
        spelled = JaroWinkler.similarity(" ".join(one.names), " ".join(other.names)) >= _SPELLED
        apart = mine != theirs and set(one.names).isdisjoint(other.names) and not spelled
        if apart and (other.names, one.thing) not in used[mine] and (one.names, one.thing) not in used[theirs]:
            yield one, other


def _framed_alike(found: Sequence[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Each two that name one kind of thing, a capital on one of them, behind the same word; in the order found."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(found):
        if one.before:
            alike[one.before, one.thing].append(place)
    for here, there in sorted(pair for places in alike.values() for pair in combinations(places, 2)):
        if found[here].capital or found[there].capital:
            yield found[here], found[there]


def _read(event: Event, span: Span) -> Iterator[_Named]:
    """The names in a span that have a thing behind them, with the word of weight before them, if there is one.

    What is named is the last word of a name or the small one behind it: both readings are given.
    """
    text = event.article(span.siglum).text
    tokens = tokenize(text, span.start, span.end)
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _is_capital(text, tokens[end]):
            end += 1
        before = _before(text, tokens, at) if end > at else ""
        for last in (end - 1, end) if end > at else ():
            words = tokens[at:last]
            if 0 < len(words) <= _NAME_WORDS and last < len(tokens) and _is_thing(tokens[last]):
                place = Span(span.siglum, words[0].start, tokens[last].end)
                names = tuple(word.folded for word in words)
                yield _Named(names, tokens[last].folded, _is_capital(text, tokens[last]), before, place)
        at = max(end, at + 1)


def _is_thing(token: Token) -> bool:
    return token.kind == "word" and len(token.folded) >= _LEAST


def _is_capital(text: str, token: Token) -> bool:
    return token.kind == "word" and text[token.start].isupper()


def _before(text: str, tokens: Sequence[Token], at: int) -> str:
    """The nearest word of weight before a place, a few words back at most and with no mark between."""
    for token in reversed(tokens[max(0, at - _FRAME) : at]):
        if token.kind == "mark" or text[token.start].isupper():
            return ""
        if is_content(token):
            return token.folded
    return ""
