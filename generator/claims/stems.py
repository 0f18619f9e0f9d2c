"""What a word is taken as where statements are compared, and what it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.claims.forms import base_stem
from generator.clusters.english import COMMON, EVERYWHERE, FREQUENT, USUAL
from generator.model import Article
from generator.words import CONTENT_LETTERS, Token, stem

_NEWS_WEIGHTS = ((FREQUENT, 0.7), (COMMON, 0.4), (EVERYWHERE | USUAL, 0.0))
"""What a stem weighs by how common it is in all news; one that stands in no list weighs 1."""


@cache
def _news_weights() -> Mapping[str, float]:
    return {base_stem(word): weight for words, weight in _NEWS_WEIGHTS for word in words}


def weigh_in_news(word: str) -> float:
    """What a stem weighs by how rare it is in all news, 0 to 1."""
    return _news_weights().get(word, 1.0)


def read_stem(article: Article, token: Token) -> str:
    """The stem of a word or number; none of a mark, nor of a short word where no list tells the common ones."""
    if token.kind == "mark" or token.folded == "'s":
        return ""
    if article.lang[:2].lower() == "en":
        return base_stem(token.folded)
    return stem(token.folded, article.lang) if token.kind == "number" or len(token.folded) >= CONTENT_LETTERS else ""
