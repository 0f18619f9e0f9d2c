"""The tokens of a sentence cut once more where letters, signs and digits of one amount stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from generator.figures.lexicon.money import CODES, CURRENCIES, DOLLARS
from generator.words import Token, fold

_CODE = regex.compile(r"(?P<code>\p{L}{1,3})(?P<digits>\p{Nd}+)(?P<rest>\p{L}{0,3})")
_REST = regex.compile(r"\p{L}{1,3}\b")
_DIGITS = regex.compile(r"\p{Nd}+(?:[.,]\p{Nd}+)*")
_POINT = regex.compile(r"\.\p{Nd}+")


def word_at(tokens: Sequence[Token], at: int) -> str:
    """The folded token at an index, "" outside."""
    return tokens[at].folded if 0 <= at < len(tokens) else ""


def is_beside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token touches the one before it."""
    return 0 < at < len(tokens) and tokens[at].start == tokens[at - 1].end


def recut(text: str, tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Part currency codes from digits (RM40, $A12.50), and give a bare fraction its point (.5)."""
    return tuple(_recut(text, tokens))


def _recut(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    end = 0
    for at, token in enumerate(tokens):
        if token.start < end:
            continue
        if token.kind == "number" or (token.kind == "word" and token.folded.isalpha()):
            yield token
            continue
        cut = _coded(text, tokens, at) or _pointed(text, tokens, at)
        yield from cut or (token,)
        end = cut[-1].end if cut else token.end


def _coded(text: str, tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The code and the digits of one token and those it runs on into."""
    token = tokens[at]
    if token.kind != "word":
        return ()
    hit = _CODE.fullmatch(text, token.start, token.end)
    if hit is None:
        return ()
    dollar = at > 0 and token.folded[: len(hit["code"])] in DOLLARS and tokens[at - 1].folded in CURRENCIES
    if not dollar and (fold(hit["code"]) not in CODES or hit["code"].islower()):
        return ()
    digits = _DIGITS.match(text, hit.start("digits"))
    if digits is None:
        return ()
    code = Token(token.start, hit.end("code"), "word", fold(hit["code"]))
    number = Token(digits.start(), digits.end(), "number", fold(digits[0]))
    rest = _REST.match(text, digits.end())
    return (code, number, Token(rest.start(), rest.end(), "word", fold(rest[0]))) if rest else (code, number)


def _pointed(text: str, tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """A point before digits that nothing stands before."""
    token = tokens[at]
    if token.folded != "." or (token.start and text[token.start - 1].isalnum()):
        return ()
    hit = _POINT.match(text, token.start)
    if hit is None or (token.start and not (text[token.start - 1].isspace() or text[token.start - 1] in "($£€+-–")):
        return ()
    return (Token(hit.start(), hit.end(), "number", hit[0]),)
