"""Identifiers from words, not from places, so that they outlive a change elsewhere in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from generator.model.texts import Article, Event, Span


def identify(prefix: str, event: Event, spans: Iterable[Span]) -> str:
    """An identifier from what the spans say, not from where they stand: the same words give the same identifier.

    The part after the prefix is eight hexadecimal digits of BLAKE2b over sigla, words, and how often the article has
    said those words before, in order of siglum.
    """
    parts = sorted((span.siglum, event[span], str(_earlier(event, span))) for span in spans)
    digest = blake2b("\x1f".join("\x1e".join(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=4)
    return f"{prefix}-{digest.hexdigest()}"


def _earlier(event: Event, span: Span) -> int:
    """How many times the words at a span start before it."""
    text, words, count = event.article(span.siglum).text, event[span], 0
    at = text.find(words, 0, span.end - 1) if words else -1
    while 0 <= at < span.start:
        count += 1
        at = text.find(words, at + 1, span.end - 1)
    return count


def identify_each(prefix: str, article: Article, spans: Iterable[Span]) -> tuple[str, ...]:
    """Identifiers of single spans of one article in their order: by words, and how many of the spans said them before.

    One pass over the spans, whatever the length of the text.
    """
    seen: Counter[str] = Counter()
    found = []
    for span in spans:
        words = article.text[span.start : span.end]
        parts = span.siglum, words, str(seen[words])
        seen[words] += 1
        digest = blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=4)
        found.append(f"{prefix}-{digest.hexdigest()}")
    return tuple(found)
