"""What a number is said of, where that stands elsewhere than right behind it: "Revenue" rose to 7 billion.

CQE (Almasian et al., EMNLP 2023) calls it the concept and finds it in a parse. Here the order of words decides: a noun
tied to the number by a preposition, else the subject of the nearest verb before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.cues.english import ADVERBS, AUXILIARY, DETERMINERS, FORMS, PREPOSITIONS, SUBJECT_PRONOUNS, TIME
from generator.figures.lexicon.bounds import FALLS, RISES
from generator.figures.lexicon.clauses import (
    COMMON_FORMS,
    GIVES,
    LEADS,
    LINKS,
    MUTE_SUBJECTS,
    NOUNS_FIRST,
    RELATIVES,
    SUBORDINATES,
)
from generator.figures.lexicon.numerals import ONES, SCALES, TENS
from generator.figures.tokens import is_beside, word_at
from generator.figures.verbs import LEMMAS, VERB_FORMS
from generator.words import Token

Phrase = tuple[int, int]
"""Indexes of the first and one past the last token."""

_REACH = 40
_LONGEST = 14
_ADVERBIAL = ADVERBS | LEADS | {"not", "n't", "never"}
_NUMERALS = frozenset({*ONES, *TENS, *SCALES})
_EDGES = _ADVERBIAL | DETERMINERS | PREPOSITIONS | TIME | {"and", "or", "with", "of", "'s", "'", "-"}


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a sentence, and one past the last that earlier figures took: no phrase reaches back over it."""

    text: str
    tokens: Sequence[Token]
    floor: int = 0


def find_concepts(text: str, tokens: Sequence[Token], places: Sequence[tuple[int, int, bool]]) -> list[Phrase | None]:
    """What each figure of a sentence is said of.

    ``places`` are, in order, their first and one past their last token, and whether they are a time.
    """
    found: list[Phrase | None] = []
    floor = 0
    for first, last, lasting in places:
        about, same = _find_concept(Clause(text, tokens, floor), first, lasting=lasting)
        found.append(found[-1] if same and found else about)
        floor = last
    return found


def _find_concept(clause: Clause, first: int, *, lasting: bool) -> tuple[Phrase | None, bool]:
    """The noun phrase that a number is said of, ``first`` being where the number's words begin.

    ``None`` where a pronoun stands for it, or nothing stands before the number. The second value says whether nothing
    but links stands between this figure and the one before, so that both are said of one thing.
    """
    tokens = clause.tokens
    link = _over_lead(tokens, first - 1)
    tied = _tied(clause, link, lasting=lasting)
    if tied is None and {"up", "down"} & {word_at(tokens, at) for at in range(link + 1, first)}:
        tied = _phrase_before(clause, link + 1)
    if tied:
        return tied, False
    if lasting and word_at(tokens, link) in PREPOSITIONS - {"of"}:
        return None, False
    verb = _find_verb(clause, first - 1)
    if verb is not None and _says(word_at(tokens, verb)):
        return None, False
    if verb is not None:
        return _subject(clause, verb)
    found = _phrase_before(clause, first) or _phrase_before(clause, _over_comma(tokens, link + 1))
    return found, found is None and clause.floor > 0


def _says(word: str) -> bool:
    """Whether a verb tells what somebody says, so that its subject is no part of what is said."""
    return word in FORMS and FORMS[word].frame == "clause" and word not in VERB_FORMS


def is_verb(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb here, by its form and its neighbours."""
    word = word_at(tokens, at)
    if word in AUXILIARY:
        return True
    if tokens[at].kind != "word" or is_beside(tokens, at) or _is_name(text, tokens, at):
        return False
    before = word_at(tokens, at - 1)
    if word in NOUNS_FIRST:
        return before in AUXILIARY | SUBJECT_PRONOUNS | {"to"} and not _is_noun_here(tokens, at)
    known = word in LEMMAS or word in FORMS or word in COMMON_FORMS or word in _MOVES
    past = len(word) > 4 and word.endswith("ed")  # noqa: PLR2004  # need, feed
    return (known or past) and not _is_noun_here(tokens, at)


_NOUN_LEADS = (DETERMINERS | PREPOSITIONS | {"'s", "'", "per"}) - {"that", "to"}
_MOVES = (RISES | FALLS) - {"up", "down", "higher", "lower", "shot"}


def _is_noun_here(tokens: Sequence[Token], at: int) -> bool:
    """Behind a determiner, a possessive or "of" stands a noun or an adjective."""
    before = word_at(tokens, at - 1)
    acts = word_at(tokens, at).endswith("ing") and before in PREPOSITIONS - {"of"}
    return before in _NOUN_LEADS and not acts


def _is_name(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A capital inside a sentence whose other words have none."""
    return at > 0 and text[tokens[at].start].isupper() and not text[tokens[at].start : tokens[at].end].isupper()


def _over_lead(tokens: Sequence[Token], at: int) -> int:
    """Step back over adverbs and determiners right before the number: just, only a, the."""
    while at >= 0 and (word_at(tokens, at) in _ADVERBIAL or word_at(tokens, at) in DETERMINERS - {"that"}):
        at -= 1
    return at


def _tied(clause: Clause, link: int, *, lasting: bool) -> Phrase | None:
    """The noun phrase before the preposition before a number: a loss of 63 cents, grew sales by 35 per cent.

    A time (``lasting``) is tied by "of" and "for" only: over the past two years.
    """
    word = word_at(clause.tokens, link)
    if (word not in LINKS and word not in (":", "(")) or (lasting and word not in ("of", "for")):
        return None
    tied = _phrase_before(clause, link)
    giver = _over_lead(clause.tokens, tied[0] - 1) if tied and word == "with" else -1
    receives = giver >= 0 and word_at(clause.tokens, giver) in GIVES
    return None if receives else tied


def _phrase_before(clause: Clause, end: int) -> Phrase | None:
    """The noun phrase that ends right before an index, "of …" included; ``None`` for a verb, pronoun or mark."""
    first = end
    while first > clause.floor and end - first < _LONGEST and _in_phrase(clause, first - 1):
        first -= 1
    return _trimmed(clause.tokens, first, end)


def _in_phrase(clause: Clause, at: int) -> bool:
    """Whether a token can belong to a noun phrase and the "of" phrases in it."""
    tokens, token = clause.tokens, clause.tokens[at]
    if token.kind == "mark":
        return token.folded in ("-", "&", "/", "'") and (is_beside(tokens, at) or is_beside(tokens, at + 1))
    if token.kind == "number":
        return at > 0 and (tokens[at - 1].kind == "word" or is_beside(tokens, at))
    word = token.folded
    if word == "and":
        return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == "word" and tokens[at + 1].kind == "word"
    if word in SUBORDINATES or word in RELATIVES or word == "or" or word in SUBJECT_PRONOUNS:
        return False
    return word in ("of", "for") if word in PREPOSITIONS else not is_verb(clause.text, tokens, at)


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """A phrase without what names nothing at its edges; ``None`` if nothing is left, or only a pronoun."""
    while first < last and (word_at(tokens, first) in _EDGES or tokens[first].kind != "word"):
        first += 1
    while first < last and (word_at(tokens, last - 1) in _EDGES or tokens[last - 1].kind == "mark"):
        last -= 1
    words = [token.folded for token in tokens[first:last] if token.kind == "word" and token.folded not in _NUMERALS]
    return (first, last) if words and not all(word in MUTE_SUBJECTS for word in words) else None


def _find_verb(clause: Clause, at: int) -> int | None:
    """The nearest verb before an index, within the clause and behind the figures before."""
    for place in range(at, max(clause.floor - 1, at - _REACH, -1), -1):
        if is_verb(clause.text, clause.tokens, place):
            return place
        word = word_at(clause.tokens, place)
        if word in (";", ":") or word in SUBORDINATES:
            return None
    return None


def _subject(clause: Clause, verb: int) -> tuple[Phrase | None, bool]:
    """The subject of a verb, or of the finite verb that a participle, an infinitive or "and" hangs it on."""
    tokens = clause.tokens
    for _ in range(4):
        start = _group_start(clause, verb)
        before = word_at(tokens, start - 1)
        if before in RELATIVES:
            return _phrase_before(clause, _over_comma(tokens, start - 1)), False
        if before in MUTE_SUBJECTS:
            return None, False
        hangs = before in ("and", "or", "but") or _hangs(tokens, start, verb)
        found = None if hangs else _subject_before(clause, start)
        if found or start == 0:
            return found, False
        earlier = _find_verb(clause, start - 1)
        if earlier is None:
            return None, clause.floor > 0
        verb = earlier
    return None, False


def _hangs(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether a group is an infinitive or a participle, whose subject another verb has: plans to lay off, creating.

    "Levels to rise" have their own: who rises stands right before.
    """
    first, word = word_at(tokens, start), word_at(tokens, verb)
    return (first == "to" and word not in _MOVES) or (first.endswith("ing") and len(first) > len("thing"))


def _over_comma(tokens: Sequence[Token], at: int) -> int:
    """An index, or that of the comma or the opening bracket right before it."""
    if word_at(tokens, at - 1) == ")":
        return next((place for place in range(at - 2, max(-1, at - 8), -1) if word_at(tokens, place) == "("), at)
    return at - 1 if word_at(tokens, at - 1) in (",", "-") else at


def _group_start(clause: Clause, verb: int) -> int:
    """Where a group of verbs begins: is expected to rise."""
    start = verb
    while start > clause.floor:
        word = word_at(clause.tokens, start - 1)
        adverb = word in _ADVERBIAL or word == "to" or word.endswith("ly")
        if not (adverb or is_verb(clause.text, clause.tokens, start - 1)):
            break
        start -= 1
    return start


def _subject_before(clause: Clause, end: int) -> Phrase | None:
    """The noun phrase with its prepositional phrases that ends before a verb, back to where its clause begins."""
    tokens = clause.tokens
    end = _over_aside(clause, end)
    first = end
    while first > clause.floor and end - first < _LONGEST:
        word = word_at(tokens, first - 1)
        if word in SUBORDINATES or word in RELATIVES or word in SUBJECT_PRONOUNS:
            break
        if is_verb(clause.text, tokens, first - 1):
            break
        if tokens[first - 1].kind != "word" and not _in_phrase(clause, first - 1):
            break
        first -= 1
    return _trimmed(tokens, first, end)


def _over_aside(clause: Clause, end: int) -> int:
    """Step back over what stands between two commas before a verb: The trust, a landlord in Orde, posted."""
    tokens = clause.tokens
    end = _over_comma(tokens, end)
    if word_at(tokens, end) != ",":
        return end
    for at in range(end - 1, max(clause.floor, end - _LONGEST), -1):
        if word_at(tokens, at) == ",":
            aside = word_at(tokens, at + 1) in DETERMINERS | RELATIVES and tokens[at - 1].kind == "word"
            return at if aside else end
    return end
