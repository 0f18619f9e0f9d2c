"""A headline that tells of the whole what its article tells of a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from generator.claims.notes import Note
from generator.model import Article, Claim, Event, Figure, Span
from generator.words import fold, tokenize

_WHOLE = regex.compile(
    r"\b(?:(?:wip|eras)(?:e|es|ed|ing)\s+(?:out|away)|destroy(?:s|ed|ing)?|obliterat(?:e|es|ed|ing)|annihilat(?:e|es|ed|ing)"
    r"|flatten(?:s|ed|ing)?|raz(?:e|es|ed|ing)|levels|levelled|leveled|swallow(?:s|ed|ing)?|engulf(?:s|ed|ing)?"
    r"|paralys(?:e|es|ed|ing)|paralyz(?:e|es|ed|ing)|the\s+whole|the\s+entire|an?\s+entire|all\s+of)\b",
    regex.IGNORECASE,
)
"""What leaves nothing out, in English."""
_RULE = "the whole in the headline, a share in the article"
_OBJECT = 4  # words behind it in which the thing stands
_BEHIND = 60  # code points behind a share in which its whole stands
_LEAST = 4  # letters


def find_wholes(event: Event, claims: Sequence[Claim], figures: Sequence[Figure]) -> Iterator[Note]:
    """*headline-beyond-body*: the headline leaves nothing of a thing out, the article gives a share of it.

    The article has no such word itself, and the share is of the thing that the headline names, or of what the article
    calls by it: "the town of Ames", "Ames, a town".
    """
    for article in event.articles:
        for thing, head in _things(article):
            shares = [figure for figure in figures if _is_share(article, figure, thing)]
            for home in (_home(claims, figure.span) for figure in shares[:1]):
                if home:
                    yield Note("headline-beyond-body", home, (head, shares[0].span), _RULE)


def _things(article: Article) -> Iterator[tuple[str, Span]]:
    """The things that a headline in English leaves nothing of out, where the rest of the article has no such word."""
    head = article.headline
    if head is None or article.lang[:2].lower() != "en" or _WHOLE.search(article.text, head.end):
        return
    found = _WHOLE.search(article.text, head.start, head.end)
    words = [token for token in tokenize(article.text, found.end(), head.end) if token.kind == "word"] if found else []
    for word in words[:_OBJECT]:
        if len(word.folded) >= _LEAST and article.text[word.start].islower():
            yield word.folded, head


def _is_share(article: Article, figure: Figure, thing: str) -> bool:
    """Whether a figure in the body is a share of a thing: less than all of it, and the thing or its name behind."""
    part = (figure.unit == "" and 0 < figure.value < 1) or (figure.unit == "percent" and 0 < figure.value < 100)  # noqa: PLR2004 - all of it
    if (
        figure.span.siglum != article.siglum
        or not part
        or (article.headline and article.headline.overlaps(figure.span))
    ):
        return False
    behind = article.text[figure.span.end : figure.span.end + _BEHIND].partition("\n")[0]
    words = {token.folded for token in tokenize(behind)}
    return bool(words & {thing, *_names(article, thing)})


def _names(article: Article, thing: str) -> Iterator[str]:
    """The names that an article calls by a common word."""
    before = rf"\b{regex.escape(thing)}\s+of\s+(\p{{Lu}}\w+)"
    behind = rf"\b(\p{{Lu}}\w+),\s+an?\s+(?:\w+\s+){{0,2}}{regex.escape(thing)}\b"
    for pattern in (before, behind):
        yield from (fold(found.group(1)) for found in regex.finditer(pattern, article.text))


def _home(claims: Sequence[Claim], span: Span) -> Claim | None:
    return next((claim for claim in claims if any(made.span.overlaps(span) for made in claim.appearances)), None)
