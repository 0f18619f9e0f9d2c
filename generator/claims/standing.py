"""How surely outlets carry one claim: against each other, and a headline against its own article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from generator.claims.drafts import HEADLINE, OPENING, TOGETHER
from generator.claims.forms import base_stem
from generator.claims.notes import Note
from generator.claims.people import Speakers
from generator.claims.wording import is_content, words_in
from generator.model import Appearance, Claim, Event, Figure, Quote, Span

_LOOSE = frozenset({OPENING, HEADLINE, TOGETHER})
"""Rules too weak to build on: no finding of this kind rests on what they joined."""
_SURER = {"confirms", "acknowledges"}
_DISTANT = {"claims", "did not say", "stopped short of confirming", "no evidence"}
_DENIED = {"denies"}
_NOT_DENIED = {"did not deny", "no longer denies", "stopped short of confirming", "did not say"}
_OPEN = {"did not deny", "no longer denies", "stopped short of confirming"}
_PLAIN = {"own voice", "confirms"}
_GUARDED = {"claims", "may", "believes", "no evidence", "did not say", "stopped short of confirming", "denies"}


def find_stances(event: Event, claim: Claim, people: Speakers) -> Iterator[Note]:
    """*stance-conflict*: of one speaker, one outlet says "confirmed" and another "claimed", or "denied" and not denied.

    What two speakers say of one thing is no conflict between outlets; nor are words that only open an article alike.
    """
    firm = [made for made in claim.appearances if made.rule not in _LOOSE]
    for one, other in combinations(firm, 2):
        apart = event.outlet_of(one.span) != event.outlet_of(other.span)
        pair = {one.stance, other.stance}
        meets = (pair & _SURER and pair & _DISTANT) or (pair & _DENIED and pair & _NOT_DENIED)
        named = one.speaker_name is not None and other.speaker_name is not None
        if apart and meets and named and people.are_one(one.speaker_name, other.speaker_name):
            yield Note("stance-conflict", claim, (one.span, other.span), " / ".join(sorted(pair)))


def find_denials(event: Event, claims: Sequence[Claim], quotes: Sequence[Quote], people: Speakers) -> Iterator[Note]:
    """*stance-conflict* between claims: one outlet has somebody deny what in another's words they did not deny.

    Both name the speaker, and what is denied has a word in common that is no name; who denies it may be a country, its
    capital or its people.
    """
    denied = [quote for quote in quotes if quote.speaker_name and quote.stance in _DENIED]
    open_ = [quote for quote in quotes if quote.speaker_name and quote.stance in _OPEN]
    for one, other in product(denied, open_):
        apart = event.outlet_of(one.content) != event.outlet_of(other.content)
        if not (apart and people.are_one(one.speaker_name, other.speaker_name)):
            continue
        home = next((claim for claim in claims if _has(claim, one.content) or _has(claim, other.content)), None)
        if home and _things(event, one.content) & _things(event, other.content):
            yield Note(
                "stance-conflict", home, (one.content, other.content), " / ".join(sorted({one.stance, other.stance}))
            )


def _has(claim: Claim, span: Span) -> bool:
    return any(made.span.overlaps(span) for made in claim.appearances)


def _things(event: Event, span: Span) -> set[str]:
    """The stems of what is said that are no names."""
    text = event.article(span.siglum).text
    return {base_stem(word.folded) for word in words_in(event, span) if is_content(word) and text[word.start].islower()}


def find_headlines(event: Event, claim: Claim, figures: Sequence[Figure]) -> Iterator[Note]:
    """*headline-beyond-body*: a headline is surer of a claim, or has a larger number, than its own article ever is."""
    own = {figure.span.siglum for figure in figures if figure.id in claim.figures}
    own |= {one.span.siglum for one in claim.appearances}
    for article in (event.article(siglum) for siglum in sorted(own)):
        if article.headline is None:
            continue
        made = [one for one in claim.appearances if one.span.siglum == article.siglum and one.rule not in _LOOSE]
        heads = [one for one in made if article.headline.overlaps(one.span)]
        bodies = [one for one in made if not article.headline.overlaps(one.span)]
        if heads and bodies and all(one.stance in _GUARDED for one in bodies):
            spans = tuple(one.span for one in (*heads, *bodies))
            if any(_is_plain(one) for one in heads):
                yield Note("headline-beyond-body", claim, spans, "the headline is surer than the article")
        numbers = [figure for figure in figures if figure.span.siglum == article.siglum and figure.id in claim.figures]
        yield from _larger(claim, numbers, [one for one in numbers if article.headline.overlaps(one.span)])


def _is_plain(made: Appearance) -> bool:
    return made.stance in _PLAIN and not made.hedges


def _larger(claim: Claim, numbers: Sequence[Figure], heads: Sequence[Figure]) -> Iterator[Note]:
    for head in heads:
        bodies = [one for one in numbers if one not in heads and one.group and one.group == head.group]
        same = [one for one in bodies if one.unit == head.unit]
        if same and all(head.value > (one.high if one.high is not None else one.value) for one in same):
            spans = (head.span, *(one.span for one in same))
            yield Note("headline-beyond-body", claim, spans, "the headline's number is larger than the article's")
