"""Cues within one sentence: which words say that somebody says something, who it is, and over what it reaches.

The parts are those of PARC (Pareti 2012): cue, speaker and content. Rules read the order of words only: subject before
the verb, "…," said X, according to X, relative and participle clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.cues.english import (
    AUXILIARY,
    BE,
    DECLINE,
    DETERMINERS,
    FORMS,
    NEGATION,
    NOUN_TOO,
    QUOTABLE,
    UNREAL,
    Verb,
)
from generator.cues.items import Item
from generator.cues.phrases import Phrase, is_adverb, is_time, phrase_after, phrase_before, skip_back
from generator.model import Stance

_TOLD = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "ask", "teach"})
_PLACING = frozenset(
    {"in", "on", "at", "to", "during", "after", "before", "by", "via", "from", "with", "through", "of", "about"}
)
_TURNS = frozenset({"but", "although", "though", "whereas", "while", "when"})
_LEAST = 2
_NAMELESS = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution, in indexes of the sentence's items; ``after`` and ``before`` are the content's two sides."""

    first: int
    last: int
    stance: Stance
    frame: str
    lemma: str
    speaker: Phrase | None
    after: Phrase | None = None
    before: Phrase | None = None
    form: Literal["finite", "ing", "phrase"] = "finite"


def find_cues(items: Sequence[Item]) -> tuple[Cue, ...]:
    """The attributions of a sentence in order of their cues."""
    found: list[Cue] = []
    for at, item in enumerate(items):
        cue = _according(items, at) if item.word == "according" else None
        verb = FORMS.get(item.word)
        if verb is not None:
            cue = _verb_cue(items, at, verb, found)
        if cue is not None:
            found.append(cue)
    return tuple(_with_content(items, found))


def _according(items: Sequence[Item], at: int) -> Cue | None:
    """According to X."""
    if at + 2 >= len(items) or items[at + 1].word != "to":
        return None
    speaker = phrase_after(items, at + 2)
    return Cue(at, at + 2, "says", "clause", "according", speaker, form="phrase") if speaker else None


def _verb_cue(items: Sequence[Item], at: int, verb: Verb, earlier: Sequence[Cue]) -> Cue | None:
    """The attribution that a form of a cue verb makes, if it is one here."""
    last = _cue_end(items, at, verb)
    if last is None:
        return None
    first, stance = _negated(items, at, verb)
    if first is None:
        return None
    cue = Cue(first, last, stance, verb.frame, verb.lemma, None)
    if verb.form == "ing" and first == at and not _progressive(items, at):
        return _participle(items, at, cue, earlier)
    if _passive(items, at, verb):
        return _by_whom(items, at, cue)
    speaker = _inverted(items, at, last, verb) or _subject(items, first, earlier)
    if speaker is None or (items[at].word in NOUN_TOO and not _verb_here(items, at, speaker, first)):
        return None
    return replace(cue, speaker=speaker)


def _cue_end(items: Sequence[Item], at: int, verb: Verb) -> int | None:
    """One past the cue's last word: "pointed out", "pointed to", "called for"; ``None`` where it is no cue."""
    following = items[at + 1].word if at + 1 < len(items) else ""
    if verb.lemma == "point":
        return at + 2 if following in ("out", "to") else None
    if verb.lemma == "call" and following in ("for", "on"):
        return at + 2
    if verb.lemma in ("lash", "hit") or (verb.lemma == "charge" and following != "that"):
        return None
    return at + 1


def _negated(items: Sequence[Item], at: int, verb: Verb) -> tuple[int | None, Stance]:
    """The first word of the cue with its negation, and what negation makes of the stance."""
    words = [item.word for item in items[max(0, at - 6) : at]]
    base = at - len(words)
    if words[-1:] == ["of"] and words[-2:-1] == ["short"]:
        return base + max(0, len(words) - 3), "stopped short of confirming"
    if words[-1:] == ["to"]:
        if len(words) > 1 and words[-2] in DECLINE:
            return at - 2, _withheld(verb.stance)
        return None, verb.stance
    start = at
    while start > base and (
        items[start - 1].word in AUXILIARY | NEGATION | {"longer", "no"} or is_adverb(items[start - 1])
    ):
        start -= 1
    led = [item.word for item in items[start:at]]
    if "longer" in led and verb.stance == "denies":
        return start + led.index("longer") - 1, "no longer denies"
    if led[-1:] and led[-1] in UNREAL:
        return None, verb.stance
    at_not = next((place for place, word in enumerate(led) if word in NEGATION), None)
    if at_not is None:
        return at, verb.stance
    begin = start + at_not
    while begin > start and items[begin - 1].word in AUXILIARY:
        begin -= 1
    return begin, _withheld(verb.stance)


def _withheld(stance: Stance) -> Stance:
    """The stance of a verb that is denied: did not deny, did not confirm, did not say."""
    if stance == "denies":
        return "did not deny"
    if stance in ("confirms", "acknowledges"):
        return "stopped short of confirming"
    return "did not say" if stance in ("says", "claims") else stance


def _progressive(items: Sequence[Item], at: int) -> bool:
    """Is saying, has been saying: a form of "be" just before, perhaps with an adverb between."""
    before = at - 1
    while before >= 0 and (is_adverb(items[before]) or items[before].word in NEGATION):
        before -= 1
    return before >= 0 and items[before].word in BE


def _passive(items: Sequence[Item], at: int, verb: Verb) -> bool:
    """Was told, is called, comments reported by: the subject says nothing."""
    by = at + 1 < len(items) and items[at + 1].word == "by"
    return verb.form == "past" and (by or _progressive(items, at))


def _by_whom(items: Sequence[Item], at: int, cue: Cue) -> Cue | None:
    """A passive cue counts where it names its speaker: "was confirmed by X"."""
    if at + 2 < len(items) and items[at + 1].word == "by":
        speaker = phrase_after(items, at + 2)
        return replace(cue, speaker=speaker, form="phrase") if speaker else None
    return None


def _participle(items: Sequence[Item], at: int, cue: Cue, earlier: Sequence[Cue]) -> Cue | None:
    """Adding that …: the speaker is that of the clause before."""
    before = items[at - 1] if at else None
    if before is not None and not (
        before.word in (",", "and", "by", "while", "before", "after", "-") or before.kind == "quote"
    ):
        return None
    if earlier and earlier[-1].speaker:
        return replace(cue, speaker=earlier[-1].speaker, form="ing")
    opening = _opening_subject(items, at)
    return replace(cue, speaker=opening, form="ing") if opening else None


def _opening_subject(items: Sequence[Item], at: int) -> Phrase | None:
    """The phrase a sentence opens with, taken as the subject of a participle that follows."""
    phrase = phrase_after(items, 0)
    return phrase if phrase and phrase[1] < at and items[0].capital else None


def _inverted(items: Sequence[Item], at: int, last: int, verb: Verb) -> Phrase | None:
    """Said X: the verb after a mark or comma and a name or role after it that no further clause follows."""
    if verb.form not in ("past", "present") or verb.stance not in QUOTABLE or verb.frame != "clause" or last != at + 1:
        return None
    if verb.lemma in _TOLD:
        return None
    before = items[at - 1] if at else None
    if before is not None and not (before.kind == "quote" or before.word in (",", "-")):
        return None
    if before is not None and before.word == "," and _over_apposition(items, at - 1):
        return None
    phrase = phrase_after(items, at + 1)
    return _named(items, phrase, before) if phrase else None


def _named(items: Sequence[Item], phrase: Phrase, before: Item | None) -> Phrase | None:
    """Keep an inverted subject that has a name or role in it, or follows a quotation directly."""
    after = items[phrase[1]] if phrase[1] < len(items) else None
    ends = (
        after is None
        or after.kind in ("mark", "quote")
        or after.word in _PLACING | {"who", "as"}
        or after.kind == "number"
    )
    ends = ends or (after is not None and is_time(items, phrase[1]))
    people = any(item.capital or item.role for item in items[phrase[0] : phrase[1]])
    quoted = before is not None and before.kind == "quote"
    return phrase if ends and (people or quoted) else None


def _subject(items: Sequence[Item], first: int, earlier: Sequence[Cue]) -> Phrase | None:
    """The phrase before the verb, over auxiliaries, a relative pronoun or an apposition between commas."""
    at = skip_back(items, first - 1)
    if at < 0:
        return None
    word = items[at].word
    if word in ("and", "but", "or") and earlier and earlier[-1].speaker:
        return earlier[-1].speaker
    if word in _NAMELESS:
        return _antecedent(items, at)
    if word == ",":
        return _over_apposition(items, at)
    if word == ")":
        opening = next((index for index in range(at, -1, -1) if items[index].word == "("), at)
        return phrase_before(items, opening - 1)
    return phrase_before(items, at)


def _antecedent(items: Sequence[Item], at: int) -> Phrase | None:
    """What "who", "which" or "that" stands for, where it can speak: a name or a role."""
    phrase = phrase_before(items, at - 2 if at and items[at - 1].word == "," else at - 1)
    speaks = phrase and any(item.capital or item.role for item in items[phrase[0] : phrase[1]])
    return phrase if speaks or items[at].word == "who" else None


def _over_apposition(items: Sequence[Item], at: int) -> Phrase | None:
    """Name, the chair of the board, said: the phrase before the comma that opens the apposition."""
    opening = next((index for index in range(at - 1, max(-1, at - 25), -1) if items[index].word == ","), None)
    if opening is None or opening == 0 or opening + 1 >= at:
        return None
    inner = items[opening + 1 : at]
    told = (
        inner[0].word in DETERMINERS | {"who", "which", "whose"}
        or any(item.role for item in inner)
        or inner[0].kind == "number"
    )
    told = told or inner[0].word in ("in", "on", "at", "after", "during", "speaking", "like")
    if not told:
        return None
    before = opening - 1
    if items[before].word == ")":
        before = next((index for index in range(before, -1, -1) if items[index].word == "("), before) - 1
    return phrase_before(items, before)


def _verb_here(items: Sequence[Item], at: int, speaker: Phrase, first: int) -> bool:
    """Whether a form that may be a noun is a verb: its subject opens a clause, and no "of" follows."""
    if speaker[0] > at or first < at or items[at - 1].word in AUXILIARY or is_adverb(items[at - 1]):
        return True
    following = items[at + 1].word if at + 1 < len(items) else ""
    if following in (
        "of",
        "from",
        "by",
        "between",
        "over",
        "against",
        "are",
        "is",
        "was",
        "were",
        "have",
        "has",
        "had",
    ):
        return False
    opener = items[speaker[0] - 1].word if speaker[0] else ","
    phrase = items[speaker[0] : speaker[1]]
    if opener in FORMS or (len(phrase) == 1 and phrase[0].word in DETERMINERS):
        return False
    return (phrase[-1].word != "'s" and phrase[0].word not in ("his", "her", "their", "its", "my", "our")) or _is_form(
        items, at, "past"
    )


def _is_form(items: Sequence[Item], at: int, form: str) -> bool:
    return FORMS[items[at].word].form == form


def _with_content(items: Sequence[Item], cues: Sequence[Cue]) -> list[Cue]:
    """Give each cue the stretches it reaches over."""
    done: list[Cue] = []
    for place, cue in enumerate(cues):
        later = [other for other in cues[place + 1 :] if other.speaker]
        after = _content_after(items, cue, later)
        before = _content_before(items, cue, after)
        done.append(replace(cue, after=after, before=before))
    return done


def _tail(cue: Cue) -> int:
    """One past the last item of the cue and, where it follows the verb, of its speaker."""
    return max(cue.last, cue.speaker[1] if cue.speaker and cue.speaker[0] >= cue.last else 0)


def _content_after(items: Sequence[Item], cue: Cue, later: Sequence[Cue]) -> Phrase | None:
    """What follows the cue, after an addressee, a time or a place, to the end of its clause."""
    start = _skip_forward(items, cue, _tail(cue))
    if start is None:
        return None
    end = _clause_end(items, start, later)
    while end > start and items[end - 1].kind == "mark" and items[end - 1].word not in ")%":
        end -= 1
    return (start, end) if end - start > 1 or (end > start and items[start].kind == "quote") else None


def _skip_forward(items: Sequence[Item], cue: Cue, at: int) -> int | None:
    """Where the content begins; ``None`` where the clause has none after the cue."""
    if cue.frame == "object":
        return at if at < len(items) else None
    if cue.lemma in _TOLD:
        addressee = phrase_after(items, at)
        at = addressee[1] if addressee and addressee[1] < len(items) else at
        at += at < len(items) and items[at].word in ("him", "her", "them", "me", "us")
    for _ in range(25):
        if at >= len(items):
            return None
        word = items[at].word
        if word in ("that", ":"):
            return at + 1
        if word == ",":
            return at + 1 if at + 1 < len(items) and (items[at + 1].kind == "quote" or _leads(items, cue)) else None
        if items[at].kind == "mark" and word not in "($€£":
            return None
        if is_time(items, at) or (is_adverb(items[at]) and not items[at].capital):
            at += 1
        elif word in _PLACING and not (word == "to" and cue.frame == "request"):
            inner = phrase_after(items, at + 1)
            at = inner[1] if inner else at + 1
        else:
            return None if word in ("and", "or", "but", "as") else at
    return None


def _leads(items: Sequence[Item], cue: Cue) -> bool:
    """Whether "according to X," stands before what X says."""
    return cue.lemma == "according" and (cue.first == 0 or items[cue.first - 1].word in ("that", ",", "but", "and"))


def _clause_end(items: Sequence[Item], start: int, later: Sequence[Cue]) -> int:
    """One past the content's last item: before "; …", ", but X said", ", adding …"."""
    for at in range(start + 1, len(items)):
        word = items[at].word
        if word == ";":
            return at
        if word == "," and at + 1 < len(items):
            following = items[at + 1].word
            if following in _TURNS or any(other.first == at + 1 and other.form == "ing" for other in later):
                return at
            if any(
                other.speaker and other.speaker[0] == at + 1 and other.after is None and _closes(items, other)
                for other in later
            ):
                return at
        if word == "and" and any(other.first in (at + 1, at + 2) and other.form == "finite" for other in later):
            return at
    return len(items)


def _closes(items: Sequence[Item], cue: Cue) -> bool:
    """Whether a cue stands at the end of its sentence."""
    return _tail(cue) >= len(items) - 1


def _content_before(items: Sequence[Item], cue: Cue, after: Phrase | None) -> Phrase | None:
    """What leads up to "…, X said": from the start of the sentence to the comma or closing mark."""
    start = min(cue.first, cue.speaker[0] if cue.speaker else cue.first)
    if start == 0 or cue.frame in ("object", "request") or cue.form == "ing":
        return None
    lead = items[start - 1]
    quoted = lead.kind == "quote" or (lead.word in (",", "-") and start > 1 and items[start - 2].kind == "quote")
    if after is not None and not (quoted and items[after[0]].kind == "quote") and not quoted:
        return None
    if not quoted and not (lead.word in (",", "-") or cue.lemma == "according"):
        return None
    end = start - (lead.word in (",", "-"))
    return (0, end) if end > _LEAST or quoted else None
