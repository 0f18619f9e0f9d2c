"""What a number counts, by the words around it: the noun phrase that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.cues.english import BREAKS, DETERMINERS, FORMS
from generator.figures.lexicon.nouns import GOODS, NOT_PLURAL, PLURALS
from generator.figures.lexicon.verbs import CASUALTY
from generator.figures.verbs import LEMMAS
from generator.words import Token

_LONGEST = 7
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase and its head, as indexes of tokens."""

    first: int
    last: int
    head: int


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun; shorter ones in -s are function words."""
    return word in PLURALS or (
        word.endswith("s") and len(word) > _SHORT and word not in NOT_PLURAL and not word.endswith(("ss", "ous", "'s"))
    )


def find_counted(text: str, tokens: Sequence[Token], at: int, *, single: bool = False) -> Counted | None:
    """The noun phrase from a token on: up to its plural head and what "of" or "from" adds; ``None`` without a plural.

    With ``single`` (one, or a hyphen before) the last word before a stop is the head. For English only.
    """
    start = at
    if at < len(tokens) and tokens[at].folded == "of":
        start = _after_determiner(tokens, at + 1)
        start += start < len(tokens) and tokens[start].kind == "number"
    if single and start < len(tokens) and tokens[start].folded == "strong":
        start += 1  # a 12,000-strong force
    head = _head(text, tokens, start, single=single)
    return Counted(start, _with_tail(text, tokens, head + 1), head) if head is not None else None


def _after_determiner(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if at < len(tokens) and tokens[at].folded in DETERMINERS else at


def _stops(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase cannot go on over a token."""
    token = tokens[at]
    if token.kind != "word":
        return token.folded not in ("-", "'", "&") or not (at + 1 < len(tokens) and tokens[at + 1].start == token.end)
    if token.folded == "and" and 0 < at < len(tokens) - 1:
        return not (text[tokens[at - 1].start].isupper() and text[tokens[at + 1].start].isupper())
    if token.folded in BREAKS and not (text[token.start : token.end].isupper() and len(token.folded) > 1):
        return True
    return token.folded in DETERMINERS and token.folded != "most"


def _head(text: str, tokens: Sequence[Token], start: int, *, single: bool) -> int | None:
    """The index of the head noun: the first plural that no further noun follows."""
    head = None
    for at in range(start, min(len(tokens), start + _LONGEST)):
        token = tokens[at]
        if token.kind == "number" and at > start and tokens[at - 1].kind == "word":
            continue  # two new 737 jets
        if _stops(text, tokens, at):
            break
        if token.kind != "word" or token.folded == "'s":
            continue
        if single and (token.folded in LEMMAS or token.folded in FORMS) and head is not None:
            break
        if single:
            head = at
        elif is_plural(token.folded) and not _more_nouns(text, tokens, at):
            return at
        elif token.folded in NOT_PLURAL and token.folded in GOODS:
            head = at
    return head


def _more_nouns(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A capitalised plural before a lower-case one is part of a name: "United States senators"; so are possessives."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or _stops(text, tokens, at + 1):
        return False
    if following.folded in ("'", "-"):
        return following.start == tokens[at].end
    if tokens[at].folded in PLURALS and is_plural(following.folded) and following.folded not in CASUALTY:
        return True
    ahead = range(at + 1, min(len(tokens), at + 4))
    return text[tokens[at].start].isupper() and any(
        is_plural(tokens[place].folded) and not text[tokens[place].start].isupper() for place in ahead
    )


def _with_tail(text: str, tokens: Sequence[Token], last: int) -> int:
    """One past the phrase with "of …" or "from Name" after its head."""
    if last + 1 >= len(tokens) or tokens[last].folded not in ("of", "from"):
        return last
    inner = _after_determiner(tokens, last + 1)
    if tokens[last].folded == "from" and not text[tokens[inner if inner < len(tokens) else last].start].isupper():
        return last
    end = inner
    while end < len(tokens) and end - inner < _LONGEST and not _stops(text, tokens, end) and not _acts(tokens[end]):
        end += 1
        if tokens[last].folded == "from" and end < len(tokens) and not text[tokens[end].start].isupper():
            break
    return end if end > inner else last


def _acts(token: Token) -> bool:
    """A verb, or a word in -ing that begins another phrase: including."""
    return token.folded in LEMMAS or (token.folded.endswith("ing") and len(token.folded) > len("things"))
