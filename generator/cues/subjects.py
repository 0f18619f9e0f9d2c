"""Who says it: the subject of a cue verb, before it, after it, or taken over from the clause before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from generator.cues.cue import Cue
from generator.cues.english import (
    ADDRESSING,
    AUXILIARY,
    BREAKS,
    DETERMINERS,
    FORMS,
    ORGANISATION,
    PLACING,
    PLURALS,
    PREPOSITIONS,
    QUOTABLE,
    SUBJECT_PRONOUNS,
    Verb,
)
from generator.cues.items import Item
from generator.cues.phrases import Phrase, is_adverb, is_time, phrase_after, phrase_before, skip_back

_NAMELESS = frozenset({"who", "which", "that"})
_CLAUSES = frozenset({"and", "but", "or", "that", "which", "who", "when", "while", "as", "because", "if", "where"})
_BESIDE = PREPOSITIONS | DETERMINERS | {"familiar", "close", "responsible", "present", "directly", "both", "and"}
_OPENING = PREPOSITIONS | {"speaking", "asked", "walking", "when", "while", "after", "as", "although", "though"}
_HEAD = 8
_PAIR = 2
_IN = frozenset({"in", "at", "of", "from", "across", "on"})
_APPOSED = 30
_COMMAS = 4
_TELLING = DETERMINERS | {
    "who", "which", "whose", "in", "on", "at", "after", "during", "speaking", "like", "including", "along", "such",
    "himself", "herself", "now", "then", "formerly", "chair", "professor",
    "for", "however", "meanwhile", "too",
}  # fmt: skip
_MOMENTS = frozenset({"time", "point", "moment"})
_GOING_ON = frozenset({"to", "for", "on", "that"})
_PARTY = ("r-", "d-", "i-")
"""How a party and a state begin behind an American legislator's name."""


def find_inverted(items: Sequence[Item], at: int, last: int, verb: Verb) -> Phrase | None:
    """Said X: the verb after a mark or comma and a name or role after it that no further clause follows."""
    if verb.form not in ("past", "present") or verb.stance not in QUOTABLE or verb.frame != "clause" or last != at + 1:
        return None
    before = items[at - 1] if at else None
    if verb.lemma in ADDRESSING and (before is None or before.kind != "quote"):
        return None
    if before is not None and not (before.kind == "quote" or before.word in (",", "-")):
        return None
    if before is not None and before.word == "," and _over_apposition(items, at - 1):
        return None
    phrase = phrase_after(items, at + 1)
    return _named(items, _name_behind(items, phrase), before) if phrase else None


def _name_behind(items: Sequence[Item], phrase: Phrase) -> Phrase:
    """The name in "its spokesman, Name": who speaks, more plainly than the role before the comma."""
    comma = phrase[1]
    role = items[comma - 1].role and not items[comma - 1].capital
    if not role or comma + 1 >= len(items) or items[comma].word != "," or not items[comma + 1].capital:
        return phrase
    name = phrase_after(items, comma + 1)
    return name if name and all(item.capital for item in items[name[0] : name[1]]) else phrase


def _named(items: Sequence[Item], phrase: Phrase, before: Item | None) -> Phrase | None:
    """Keep an inverted subject that has a name or role in it, or follows a quotation directly."""
    after = items[phrase[1]] if phrase[1] < len(items) else None
    ends = (
        after is None
        or after.kind in ("mark", "quote")
        or after.word in PLACING | {"who", "as"}
        or after.kind == "number"
    )
    ends = ends or (after is not None and is_time(items, phrase[1]))
    people = any(item.capital or item.role for item in items[phrase[0] : phrase[1]])
    quoted = before is not None and before.kind == "quote"
    return phrase if ends and (people or quoted) else None


def find_subject(items: Sequence[Item], first: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The phrase before the verb, over auxiliaries, a relative pronoun or an apposition between commas."""
    at = skip_back(items, _over_time(items, skip_back(items, first - 1)))
    if at < 0:
        return None
    word = items[at].word
    if word in ("and", "but", "or", "nor"):
        return earlier[-1].speaker if earlier and earlier[-1].speaker else find_shared(items, at)
    if word in _NAMELESS:
        return _antecedent(items, at)
    if word == ",":
        return _carried_on(items, first, earlier) or _over_apposition(items, at)
    if word == ")":
        opening = next((index for index in range(at, -1, -1) if items[index].word == "("), at)
        return phrase_before(items, opening - 1)
    phrase = phrase_before(items, at)
    return _with_head(items, phrase) if phrase else None


def _over_time(items: Sequence[Item], at: int) -> int:
    """The index before "at the time" where that ends at an index."""
    if at < 0 or items[at].word not in _MOMENTS:
        return at
    begin = next((place for place in range(at - 1, max(-1, at - _PAIR - 2), -1) if items[place].word == "at"), None)
    return at if begin is None or begin == 0 else begin - 1


def _carried_on(items: Sequence[Item], first: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The speaker of a headline's first verb, where a comma stands for "and": mayor says dam holds, calls for calm."""
    if not _in_present(items, first) or not earlier or not _in_present(items, earlier[-1].last - 1):
        return None
    following = items[first + 1] if first + 1 < len(items) else None
    leads = following is not None and (following.kind == "quote" or following.word in _GOING_ON)
    return earlier[-1].speaker if leads else None


def _in_present(items: Sequence[Item], at: int) -> bool:
    return items[at].word in FORMS and FORMS[items[at].word].form == "present"


def find_shared(items: Sequence[Item], at: int) -> Phrase | None:
    """The subject of the clause before "and said": what the sentence begins with, behind an opening phrase."""
    comma = next((index for index in range(at) if items[index].word == ","), None)
    starts = [0] if comma is None or items[0].word not in _OPENING else [comma + 1]
    phrase = next((phrase for start in starts if (phrase := phrase_after(items, start))), None)
    if phrase is None or items[phrase[0]].word in PREPOSITIONS:
        return None
    phrase = cut_name(items, phrase)
    if phrase[1] >= at:
        return None
    body = items[phrase[1] - 1].word in ORGANISATION
    speaks = body or any(item.capital or item.role or item.word in SUBJECT_PRONOUNS for item in items[slice(*phrase)])
    return phrase if speaks else None


def cut_name(items: Sequence[Item], phrase: Phrase) -> Phrase:
    """A phrase that opens a sentence, up to a verb that is no cue.

    No word in lower case goes on with a name or role but "of" and "and", and no adverb stands inside.
    """
    ends = (place for place in range(phrase[0] + 1, phrase[1]) if _ends_name(items, place))
    return phrase[0], next(ends, phrase[1])


def _ends_name(items: Sequence[Item], at: int) -> bool:
    before, item = items[at - 1], items[at]
    if is_adverb(item) and item.word.endswith(("ly", "so")) and before.word not in DETERMINERS:
        return True
    named = before.role or (before.capital and before.word not in DETERMINERS)
    return named and not (item.capital or item.role or item.word in PREPOSITIONS or item.word in ("and", "'s", "'"))


def _with_head(items: Sequence[Item], phrase: Phrase) -> Phrase:
    """The whole subject where the phrase only tells more of its head: officials familiar with the inquiry."""
    first = phrase[0]
    if first == 0 or items[first - 1].word not in PREPOSITIONS or items[first].word in SUBJECT_PRONOUNS:
        return phrase
    start = first - 1
    while (
        start > 0
        and first - start < _HEAD
        and items[start - 1].kind == "word"
        and items[start - 1].word not in _CLAUSES
    ):
        start -= 1
    inside = items[start : first - 1]
    role = next((place for place in range(len(inside) - 1, -1, -1) if inside[place].role), None)
    if items[start].word in PREPOSITIONS:
        return phrase
    if role is None:
        return (_with_first(items, start), phrase[1]) if _is_placed(items, start, first) else phrase
    told = all(item.word in _BESIDE or item.word.endswith(("ed", "ing")) for item in inside[role + 1 :])
    return (start, phrase[1]) if told and len(inside) - role <= _HEAD // 2 else phrase


def _is_placed(items: Sequence[Item], start: int, first: int) -> bool:
    """Whether the few words before "in X" are all that the clause has, a noun in the plural: hawks in Orde."""
    opens = start == 0 or items[start - 1].word in _CLAUSES or items[start - 1].kind == "mark"
    inside = items[start : first - 1]
    head = inside[-1].word if inside else ""
    plain = not any(item.word in FORMS or item.word in BREAKS or item.word.endswith("ed") for item in inside)
    plural = (head.endswith("s") and not head.endswith("ss")) or head in PLURALS
    return opens and plain and plural and len(inside) <= _HEAD // 2 and items[first - 1].word in _IN


def _with_first(items: Sequence[Item], start: int) -> int:
    """Where a name and "and" stand before such words at the start of a clause: Holt and hawks in Orde."""
    if start < _PAIR or items[start - 1].word != "and" or not items[start - 2].capital:
        return start
    name = phrase_before(items, start - 2)
    return name[0] if name and (name[0] == 0 or items[name[0] - 1].kind == "mark") else start


def _antecedent(items: Sequence[Item], at: int) -> Phrase | None:
    """What "who", "which" or "that" stands for, where it can speak: a name or a role."""
    phrase = phrase_before(items, at - 2 if at and items[at - 1].word == "," else at - 1)
    speaks = phrase and any(item.capital or item.role for item in items[phrase[0] : phrase[1]])
    return phrase if speaks or items[at].word == "who" else None


def _over_apposition(items: Sequence[Item], at: int) -> Phrase | None:
    """Name, the chair of the board, said: the phrase before the comma that opens the apposition.

    An apposition may have commas of its own: Name, a clerk from Lenz, Orde, said.
    """
    if items[at - 1].word == ")":
        return phrase_before(items, _before_aside(items, at - 1))
    commas = (index for index in range(at - 1, max(0, at - _APPOSED), -1) if items[index].word == ",")
    found: Phrase | None = None
    for count, opening in enumerate(islice(commas, _COMMAS)):
        inner = items[opening + 1 : at]
        if not inner:
            continue
        if _is_told(inner, alone=count == 0):
            found = phrase_before(items, _before_aside(items, opening - 1)) or found
            if found and (found[0] == 0 or items[found[0] - 1].word != ","):
                return found
        elif count == 0 and all(item.capital for item in inner) and _is_headed(items, opening):
            return opening + 1, at
    return found


def _is_headed(items: Sequence[Item], comma: int) -> bool:
    """Whether a role stands in the phrase before a comma: another delegate from Orde, Name, said."""
    return any(item.role for item in items[max(0, comma - _HEAD) : comma] if item.word not in _CLAUSES)


def _is_told(inner: Sequence[Item], *, alone: bool) -> bool:
    """Whether what stands between commas tells who somebody is, or where and when it was said."""
    first = inner[0]
    opens = first.word in _TELLING or first.kind == "number" or first.word.startswith(_PARTY)
    if not alone:
        return opens and not any(item.word in AUXILIARY for item in inner if first.word not in _NAMELESS)
    return opens or any(item.role for item in inner)


def _before_aside(items: Sequence[Item], before: int) -> int:
    """The index before a parenthesis that ends at an index: Name (Orde), the chair."""
    if items[before].word != ")":
        return before
    return next((index for index in range(before, -1, -1) if items[index].word == "("), before) - 1
