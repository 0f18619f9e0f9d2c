"""The verb group that governs a figure: what was done to or by the counted, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cues.english import (
    ADVERBS,
    AUXILIARY,
    BE,
    BREAKS,
    DETERMINERS,
    FORMS,
    HAVE,
    MODAL,
    NEGATION,
    NOUN_TOO,
    inflect,
)
from generator.figures.lexicon.clauses import COMMON_FORMS, COMMON_VERBS, NOUNS_FIRST
from generator.figures.lexicon.foreign import LEMMAS_OF
from generator.figures.lexicon.verbs import BIDDEN, CASUALTY, FAMILIES, HARMS, IRREGULAR_VERBS, NOUN_ACTS, TOLL, VERBS
from generator.words import Token, tokenize

Phrase = tuple[int, int]
"""Indexes of the first and one past the last token."""

_LONGEST = 5
_BETWEEN = ADVERBS | NEGATION | {"not", "who", "that", "more", "other", "others"}
_HELPING = frozenset({"were", "was", "are", "have", "had", "who", "also"})
_PRONOUNS = frozenset({"them", "those", "whom"})
_SUFFERING = frozenset({"death", "injury"})
_STOPS = frozenset({"that", "which", "who", "when", "while", "as", "if", "and", "but"})
_ENDS = frozenset(
    {"", "and", "in", "on", "at", "of", "after", "as", "when", "with", "during", "near", "since", "more", "others"}
)


def _verb_forms() -> dict[str, str]:
    table: dict[str, str] = {}
    for lemma in sorted(VERBS):
        for form in (lemma, *IRREGULAR_VERBS.get(lemma, " ".join(inflect(lemma))).split()):
            table.setdefault(form, lemma)
    for form in COMMON_FORMS - NOUNS_FIRST:
        table.setdefault(form, form)
    return table | {form: lemma for form, lemma in table.items() if form == lemma}


VERB_FORMS = frozenset(
    form for lemma in VERBS for form in (lemma, *IRREGULAR_VERBS.get(lemma, " ".join(inflect(lemma))).split())
)
"""Each form of the verbs that figures mostly go with."""

LEMMAS = _verb_forms()
"""Each form of each verb that figures go with, and its lemma."""


def find_lemma(status: str) -> str:
    """The lemma of the main verb of a verb group, the first of two: "have been killed or wounded" is kill."""
    words = [token.folded for token in tokenize(status)]
    # In "were told to leave" what matters is the leaving.
    inner = len(words) - words[::-1].index("to") if "to" in words else 0
    for word in words[inner:]:
        lemma = (
            CASUALTY.get(word)
            or HARMS.get(word)
            or NOUN_ACTS.get(word)
            or LEMMAS_OF.get(word)
            or ("" if word in AUXILIARY else LEMMAS.get(word, ""))
        )
        if lemma:
            return lemma
    return ""


def render_status(text: str, tokens: Sequence[Token], group: Phrase | None) -> str | None:
    """The words of a verb group in lower case; ``None`` for more than five, which is no group but a clause."""
    if group is None or group[1] - group[0] > _LONGEST:
        return None
    return " ".join(text[token.start : token.end].lower() for token in tokens[group[0] : group[1]])


def find_suffered(tokens: Sequence[Token], first: int, last: int) -> Phrase | None:
    """What happened to people not named: killing six, 12 dead, at least 40 were hurt, the toll rose to 90."""
    at = last + (_word(tokens, last) in ("more", "others", "other", "people"))
    if _word(tokens, at) in CASUALTY:
        return at, _with_second(tokens, at + 1)
    if _word(tokens, at) in _HELPING:
        verb = next((place for place in range(at, at + 4) if _word(tokens, place) in CASUALTY), None)
        start = at + (_word(tokens, at) in ("who", "also"))
        return (start, _with_second(tokens, verb + 1)) if verb is not None else None
    verb = first - 1 - (_word(tokens, first - 1) in ("other", "another"))
    ends = _word(tokens, at) in _ENDS or not _word(tokens, at).isalpha() or _word(tokens, at + 1) in _PRONOUNS
    if ends and (_word(tokens, verb) in HARMS or FAMILIES.get(LEMMAS.get(_word(tokens, verb), "")) in _SUFFERING):
        return _led(tokens, verb), verb + 1
    return _toll(tokens, first)


def _toll(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The verb between "toll" and its number: rose to, stands at, is."""
    led = [_word(tokens, at) for at in range(max(0, first - 6), first)]
    if "toll" not in led or led[-1] not in TOLL:
        return None
    verb = first - 1 - (led[-1] in ("to", "at", "of"))
    return (_led(tokens, verb), verb + 1) if _word(tokens, verb) != "toll" else (verb, verb + 1)


def find_governor(tokens: Sequence[Token], first: int, *ends: int) -> Phrase | None:
    """The verb group that governs a figure: behind what is counted, else the nearest before the number.

    A noun for what happens, with "of" behind it, goes first: the deployment of 3,000 soldiers.

    ``first`` is where the figure begins; the counted phrase may end at any of ``ends``, with and without "of …".
    """
    if _word(tokens, first - 1) == "of" and _word(tokens, first - 2) in NOUN_ACTS:
        return first - 2, first - 1
    after = (_after(tokens, end) for end in ends)
    return next((group for group in after if group), None) or _before(tokens, first)


def _after(tokens: Sequence[Token], last: int) -> Phrase | None:
    """Were killed, have been sent, could join, dead; also over a place: people in the valley were told to leave."""
    last = _over_place(tokens, last)
    start, helped = last, False
    for at in range(last, min(len(tokens), last + 6)):
        word = tokens[at].folded
        if helped and word in BIDDEN and _word(tokens, at + 1) == "to" and _word(tokens, at + 2) in LEMMAS:
            return start, at + 3
        verb = word in LEMMAS and (helped or word not in VERBS | COMMON_VERBS) and word not in AUXILIARY
        if verb or word in CASUALTY:
            return start, _with_second(tokens, at + 1)
        if word not in AUXILIARY and not word.endswith("ly") and word not in _BETWEEN:
            return None
        helped = helped or word in BE | HAVE | MODAL
        start = start if helped else at + 1
    return None


def _over_place(tokens: Sequence[Token], last: int) -> int:
    """The index of the auxiliary behind a short phrase of place, if such a phrase stands here."""
    if _word(tokens, last) not in ("in", "on", "at", "from", "across", "along"):
        return last
    for at in range(last + 1, min(len(tokens), last + 6)):
        word = tokens[at].folded
        if word in BE | HAVE | MODAL:
            return at
        if tokens[at].kind == "mark" or word in BREAKS:
            return last
    return last


def _before(tokens: Sequence[Token], first: int) -> Phrase | None:
    """Killing, sent, has deployed: the nearest verb before, within the clause; a noun such as "the plant" is none."""
    for at in range(first - 1, max(-1, first - 9), -1):
        word = tokens[at].folded
        if tokens[at].kind == "mark" and word not in ('"', "'", "-", "$", "€", "£"):
            return None
        if word in FORMS and word not in VERB_FORMS:
            return None  # whoever says so does nothing to the counted
        noun = (word in VERBS or word in NOUN_TOO) and at and tokens[at - 1].folded in DETERMINERS
        if word in LEMMAS and word not in AUXILIARY and not noun:
            return _led(tokens, at), at + 1
        if word in _STOPS:
            return None
    return None


def _led(tokens: Sequence[Token], verb: int) -> int:
    """Where the group of a verb begins: has already been, to."""
    start = verb
    for at in range(verb - 1, max(-1, verb - _LONGEST - 1), -1):
        word = tokens[at].folded
        if word in AUXILIARY or word in NEGATION or word == "to":
            start = at
        elif not word.endswith("ly") and word not in ADVERBS | {"not"}:
            break
    return start


def _with_second(tokens: Sequence[Token], last: int) -> int:
    """One past a second verb joined to the first: killed or wounded."""
    second = _word(tokens, last + 1)
    joined = _word(tokens, last) in ("or", "and") and (second in CASUALTY or (second in LEMMAS and second not in VERBS))
    return last + 2 if joined else last


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].folded if 0 <= at < len(tokens) else ""
