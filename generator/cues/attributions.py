"""Cues within one sentence: which words say that somebody says something, who it is, and over what it reaches.

The parts are those of PARC (Pareti 2012): cue, speaker and content. Rules read the order of words only: subject before
the verb, "…," said X, according to X, relative and participle clauses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.cues.agreement import agrees, is_verb_here
from generator.cues.channels import add_channels, find_quoted, is_carried
from generator.cues.contents import add_contents
from generator.cues.cue import Cue
from generator.cues.english import (
    AUXILIARY,
    DECLINE,
    FORMS,
    GIVING,
    NEGATION,
    NOUN_TOO,
    TEXTS,
    UNREAL,
    WITNESSING,
    Verb,
)
from generator.cues.items import Item
from generator.cues.participles import find_by_whom, find_participle, is_passive, is_progressive
from generator.cues.phrases import Phrase, is_adverb, phrase_after
from generator.cues.subjects import find_inverted, find_shared, find_subject
from generator.cues.withholding import find_given
from generator.model import Stance

_REACH = 6
_HEADLINE = 0.6
_CONFIRMED = frozenset({"dead", "killed", "injured", "missing", "case", "cases", "deaths"})
_EITHER = frozenset({"denies", "confirms", "acknowledges"})
_HEARD = frozenset({"hear", "continue"})
"""Verbs that say what is said only before "that"; "continue" beside words in marks too."""
_LED = AUXILIARY | NEGATION | {"longer", "no"}


_OPINIONS = frozenset({"words", "view", "opinion", "judgment", "judgement", "telling", "estimation"})
_GIVEN = Verb("give", "says", "clause", "base")
TRIGGERS = frozenset(FORMS) | GIVING | _OPINIONS | {"according", ":"}
"""Words of which a sentence with a cue has one."""


def find_cues(items: Sequence[Item]) -> tuple[Cue, ...]:
    """The attributions of a sentence in order of their cues."""
    found: list[Cue] = []
    titled = _is_headline(items)
    for at, item in enumerate(items):
        cue = _according(items, at) if item.word == "according" else _worded(items, at)
        verb = FORMS.get(item.word)
        if given := find_given(items, at):
            cue = _withholding(items, at, given, found)
        elif verb is not None and not (item.capital and _is_name(items, at, titled=titled)):
            cue = _verb_cue(items, at, verb, found)
        if cue is not None:
            found.append(cue)
    done = add_contents(items, found)
    return add_channels(items, sorted([*done, *_colons(items, done)], key=lambda cue: cue.first))


def _is_headline(items: Sequence[Item]) -> bool:
    """Whether most words have a capital, as in English headlines."""
    words = [item for item in items if item.kind == "word"]
    return sum(item.capital for item in words) > _HEADLINE * len(words)


def _is_name(items: Sequence[Item], at: int, *, titled: bool) -> bool:
    """Whether a form with a capital inside a sentence is part of a name: the United States."""
    return at > 0 and items[at - 1].kind == "word" and not titled


def _according(items: Sequence[Item], at: int) -> Cue | None:
    """According to X."""
    if at + 2 >= len(items) or items[at + 1].word != "to":
        return None
    speaker = phrase_after(items, at + 2)
    return Cue(at, at + 2, "says", "clause", "according", speaker, form="phrase") if speaker else None


def _worded(items: Sequence[Item], at: int) -> Cue | None:
    """In X's words, in the opinion of X."""
    if items[at].word not in _OPINIONS or at == 0:
        return None
    first = next((back for back in range(at - 1, max(-1, at - _REACH), -1) if items[back].word == "in"), None)
    if first is None:
        return None
    if items[at - 1].word in ("'s", "'") and at - 1 > first + 1:
        return Cue(first, at + 1, "says", "clause", "according", (first + 1, at - 1), form="phrase")
    named = at + 1 < len(items) and items[at + 1].word == "of"
    speaker = phrase_after(items, at + 2) if named and first == at - 2 else None
    return Cue(first, at + 2, "says", "clause", "according", speaker, form="phrase") if speaker else None


def _withholding(items: Sequence[Item], at: int, given: tuple[int, bool], earlier: Sequence[Cue]) -> Cue | None:
    """Gave no details, declined to give a reason: what is said of it behind is what is not told."""
    last, denied = given
    first, stance = _governed(items, at, _GIVEN) or (at, _GIVEN.stance)
    speaker = find_subject(items, first, earlier) if denied or stance == "did not say" else None
    return Cue(first, last, "did not say", "clause", "comment", speaker) if speaker else None


def _colons(items: Sequence[Item], cues: Sequence[Cue]) -> Iterator[Cue]:
    """Name: "…", and whatever a sentence's subject does before a colon and words in marks."""
    for at in range(1, len(items) - 1):
        if items[at].word != ":" or items[at + 1].kind != "quote":
            continue
        reached = (part for cue in cues for part in (cue.after, cue.before) if part)
        whole = phrase_after(items, 0)
        alone = whole == (0, at) and all(item.capital or item.role for item in items[:at])
        speaker = whole if alone else find_shared(items, at)
        if speaker and not any(part[0] <= at + 1 < part[1] for part in reached):
            yield Cue(at, at + 1, "says", "clause", ":", speaker, (at + 1, len(items)))


def _verb_cue(items: Sequence[Item], at: int, verb: Verb, earlier: Sequence[Cue]) -> Cue | None:
    """The attribution that a form of a cue verb makes, if it is one here."""
    last = _cue_end(items, at, verb)
    governed = _governed(items, at, verb) if last is not None else None
    if last is None or governed is None or is_carried(items, at):
        return None
    cue = Cue(governed[0], last, governed[1], verb.frame, verb.lemma, None)
    quoted = find_quoted(items, at, cue, find_subject(items, cue.first, earlier))
    return quoted or _spoken(items, at, verb, cue, earlier)


def _spoken(items: Sequence[Item], at: int, verb: Verb, cue: Cue, earlier: Sequence[Cue]) -> Cue | None:
    """The cue with its speaker; ``None`` where nobody can be found who speaks."""
    first, last = cue.first, cue.last
    if verb.form == "ing" and first == at and not is_progressive(items, at):
        return find_participle(items, at, cue, earlier) if verb.lemma not in WITNESSING else None
    if is_passive(items, at, verb):
        return find_by_whom(items, at, cue)
    inverted = find_inverted(items, at, last, verb)
    speaker = inverted or find_subject(items, first, earlier)
    if speaker is None or (items[at].word in NOUN_TOO and not is_verb_here(items, at, speaker, first)):
        return None
    if verb.lemma in WITNESSING and not _witnesses(items, at, speaker):
        return None
    if inverted is None and not agrees(items, at, verb, speaker):
        return None
    return replace(cue, speaker=speaker)


def _witnesses(items: Sequence[Item], at: int, speaker: Phrase) -> bool:
    """Whether a form of "find" or "show" tells what is said: before "that", or where a text or study does it."""
    that = at + 1 < len(items) and items[at + 1].word == "that"
    inside = items[speaker[0] : speaker[1]]
    return (that and items[at].word not in ("read", "reads")) or any(item.word in TEXTS for item in inside)


def _cue_end(items: Sequence[Item], at: int, verb: Verb) -> int | None:
    """One past the cue's last word: "pointed out", "pointed to", "called for"; ``None`` where it is no cue."""
    following = items[at + 1].word if at + 1 < len(items) else ""
    if verb.lemma == "point":
        return at + 2 if following in ("out", "to") else None
    if verb.lemma == "put":
        return at + 2 if following == "it" else None
    if verb.lemma in _HEARD:
        return at + 1 if following == "that" or (verb.lemma == "continue" and _is_beside_marks(items, at)) else None
    if verb.lemma == "call" and following in ("for", "on"):
        return at + 2
    ends = following in ("", ".", ",") and at > 1
    if (verb.lemma == "charge" and following != "that" and not ends) or (
        verb.stance == "confirms" and following in _CONFIRMED
    ):
        return None
    return at + 1


def _is_beside_marks(items: Sequence[Item], at: int) -> bool:
    """Whether words in quotation marks stand next to a verb and its subject."""
    return any(item.kind == "quote" for item in items[max(0, at - 3) : at + 3])


def _governed(items: Sequence[Item], at: int, verb: Verb) -> tuple[int, Stance] | None:
    """The first word of the cue and its stance, with negation before it; ``None`` for a mere thought of saying."""
    words = [item.word for item in items[max(0, at - _REACH) : at]]
    if words[-1:] == ["nor"] and "neither" in words:
        return at, "stopped short of confirming" if verb.stance in _EITHER else verb.stance
    if words[-2:] == ["short", "of"]:
        return max(0, at - 3), "stopped short of confirming"
    if words[-1:] == ["to"]:
        return (at - 2, _withheld(verb.stance)) if len(words) > 1 and words[-2] in DECLINE else None
    return _negated(items, at, verb)


def _negated(items: Sequence[Item], at: int, verb: Verb) -> tuple[int, Stance] | None:
    """Did not say, no longer denies: the cue begins with its auxiliary."""
    start = at
    while start > max(0, at - _REACH) and (items[start - 1].word in _LED or is_adverb(items[start - 1])):
        start -= 1
    led = [item.word for item in items[start:at]]
    if "longer" in led and verb.stance == "denies":
        return max(0, start + led.index("longer") - 1), "no longer denies"
    begin = next((start + place for place, word in enumerate(led) if word in NEGATION), None)
    if begin is None:
        return None if led and led[-1] in UNREAL else (at, verb.stance)
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
