"""The languages whose words for who says what are known."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.cues.french import FRENCH
from generator.cues.german import GERMAN
from generator.cues.lexicon import Lexicon
from generator.cues.spanish import SPANISH
from generator.model import Article

LEXICONS: Mapping[str, Lexicon] = MappingProxyType({"de": GERMAN, "fr": FRENCH, "es": SPANISH})
"""Languages beside English, which has rules of its own, by their two letters."""


def is_english(article: Article) -> bool:
    """Whether the rules for English words may read an article."""
    return article.lang[:2].lower() == "en"


def find_lexicon(article: Article) -> Lexicon | None:
    """The lexicon of an article's language; ``None`` for English, and for a language that has none."""
    return LEXICONS.get(article.lang[:2].lower())


def is_known(article: Article) -> bool:
    """Whether speakers and stances are read in an article's language."""
    return is_english(article) or find_lexicon(article) is not None
