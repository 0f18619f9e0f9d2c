"""Tokens and their folded form, with offsets: what every comparison stands on.

Words follow the idea of Unicode's word boundaries (UAX 29): letters with their marks and inner apostrophes are one
word, a possessive ``'s`` is a word of its own, Han and kana signs are one word each, a number keeps its separators.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from math import sqrt
from typing import Literal, NamedTuple

import regex
import snowballstemmer
from anyascii import anyascii

TokenKind = Literal["word", "number", "mark"]

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")

_TOKEN = regex.compile(
    r"""
      (?P<number> \p{Nd}+ (?: [.,:]\p{Nd}+ | [\u00a0\u202f\u2009]\p{Nd}{3}(?!\p{Nd}) )* )
    | (?P<word> [\p{Han}\p{Hiragana}\p{Katakana}]
              | ['’]s (?![\p{L}\p{M}\p{N}])
              | [[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}]]+
                (?: ['’ʼ] (?! s (?![\p{L}\p{M}\p{N}]) ) [[\p{L}\p{M}\p{N}]--[\p{Nd}\p{Han}\p{Hiragana}\p{Katakana}]]
                    [[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}]]* )* )
    | (?P<mark> \S )
    """,
    regex.VERBOSE | regex.VERSION1,
)
# The same for the scripts in which the standard library's faster engine knows letters from marks as well.
_COMMON = re.compile(r"[\t-\r\x20-\u024f\u0400-\u0482\u048a-\u052f\u2000-\u206f\u20a0-\u20bf]*")
_COMMON_TOKEN = re.compile(
    r"""
      (?P<number> \d+ (?: [.,:]\d+ | [\u00a0\u202f\u2009]\d{3}(?!\d) )* )
    | (?P<word> ['’]s (?![^\W_]) | [^\W_]+ (?: ['’ʼ] (?! s (?![^\W_]) ) [^\W\d_] [^\W_]* )* )
    | (?P<mark> \S )
    """,
    re.VERBOSE,
)
CONTENT_LETTERS = 4
_KINDS: tuple[TokenKind, ...] = ("mark", "number", "word", "mark")
"""By the number of the group."""
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»‹›″〝〞「」『』＂"), '"') | dict.fromkeys(map(ord, "‘’‚‛′ʼ`´＇"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_SIGNS = str.maketrans(_QUOTES | _DASHES)
_SPELLINGS = tuple(
    (regex.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=\p{L}{2})our", "or"),  # harbour
        (r"(?<=\p{L}{3})(i|y)s(?=e|ing|ation|able)", r"\1z"),  # organise, analyse
        (r"(?<=[b-df-hj-np-tv-z])re(?=s?$)", "er"),  # centre, metre
        (r"ence(?=s?$|less)", "ense"),  # defence
        (r"ll(?=ed$|ing$|er$|ers$)", "l"),  # travelled
        (r"ogue(?=s?$)", "og"),  # catalogue
        (r"(?:ae|oe)(?=\p{L}{3})", "e"),  # haemorrhage
        (r"mme(?=s?$)", "m"),  # programme
        (r"(?<=\p{L}{2}[aiou])ll(?=$|s$|ful|ment)", "l"),  # enroll, skillful, installment
        (r"(?<=dg)e(?=ment)", ""),  # judgement
    )
)
_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class Token(NamedTuple):
    """A word, number or other mark: code points of the text it was cut from, and the form it is compared by.

    A tuple, for an article has thousands and a frozen class takes three times as long to make.
    """

    start: int
    end: int
    kind: TokenKind
    folded: str


_new = tuple.__new__
"""Skips the call of ``Token`` itself, half of what a token costs."""


@lru_cache(maxsize=4096)  # pages print and collate the same spans many times over
def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut ``text[start:end]`` into tokens; white space belongs to none. Offsets are into ``text``."""
    end = len(text) if end is None else end
    found = (_COMMON_TOKEN if _COMMON.fullmatch(text, start, end) else _TOKEN).finditer(text, start, end)
    return tuple([_new(Token, (*hit.span(), _KINDS[hit.lastindex or 0], fold(hit[0]))) for hit in found])


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Make comparable: compatibility forms, case, quotation marks and dashes; runs of space become one.

    For comparing only; never shown.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold().translate(_SIGNS)
    return " ".join(plain.split())


@lru_cache(maxsize=65536)
def stem(word: str, lang: str = "en") -> str:
    """The Snowball stem of a folded word; the word itself in a language Snowball does not have."""
    stemmer = _stemmer(lang[:2].lower())
    return str(stemmer.stemWord(word)) if stemmer else word


def content_stems(text: str, span: tuple[int, int], lang: str = "en") -> list[str]:
    """Stems of the numbers and content words in ``text[start:end]``, in order.

    Words of less than four letters are left out: they are mostly function words (Zipf's law of abbreviation).
    """
    tokens = tokenize(text, *span)
    content = (token for token in tokens if token.kind == "number" or len(token.folded) >= CONTENT_LETTERS)
    return [stem(token.folded, lang) for token in content if token.kind != "mark"]


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two bags of weighted words (Salton and Buckley 1988), 0 to 1 for weights of at least nought."""
    dot = sum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))
    return dot / sqrt(_square(one) * _square(other)) if dot else 0.0


def _square(bag: Mapping[str, float]) -> float:
    return sum(weight * weight for _, weight in sorted(bag.items()))


@cache
def _stemmer(lang: str) -> snowballstemmer.stemmer | None:
    name = _SNOWBALL.get(lang)
    return snowballstemmer.stemmer(name) if name else None


def listed(words: str) -> frozenset[str]:
    """A lexicon from its words parted by white space: how the language data of the stages is written down."""
    return frozenset(words.split())


@lru_cache(maxsize=65536)
def spell(word: str) -> str:
    """One spelling for the British and American forms of a folded English word; for comparing two words only."""
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def slugify(text: str, limit: int = 60) -> str:
    """An address part from any script: lower-case ASCII letters, digits and hyphens, cut at a word; may be empty."""
    words = regex.findall(r"[a-z0-9]+", regex.sub(r"['’]", "", anyascii(text).lower()))
    slug = ""
    for word in words:
        if slug and len(slug) + 1 + len(word) > limit:
            break
        slug = f"{slug}-{word}" if slug else word[:limit]
    return slug


def name_part(name: str) -> str:
    """One part of an address, from a name that is one already or from any other text; equal names give equal parts."""
    if _PLAIN.fullmatch(name):
        return name
    digest = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{slugify(name) or 'x'}-{digest}"


_RUN = re.compile(r"[^\W\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]")


def word_runs(text: str) -> list[str]:
    """The letters and digits of a text in runs, folded: ten times as fast as tokens, and all that whole articles need.

    A word is one run or several: "didn't" and "1,200" are two each. Han and kana signs are one run each.
    """
    return _RUN.findall(text.lower() if text.isascii() else fold.__wrapped__(text))
