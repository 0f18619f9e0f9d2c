"""Cues that are no plain verb behind its subject: participles ("adding that …") and passives ("was confirmed by X")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.cues.cue import Cue
from generator.cues.english import BE, NEGATION, Verb
from generator.cues.items import Item
from generator.cues.phrases import Phrase, is_adverb, phrase_after
from generator.cues.subjects import cut_name

_LEADS = frozenset({",", "and", "by", "while", "before", "after", "-", "with"})


def find_participle(items: Sequence[Item], at: int, cue: Cue, earlier: Sequence[Cue]) -> Cue | None:
    """Adding that …: the speaker is that of the clause before."""
    before = items[at - 1] if at else None
    following = items[at + 1] if at + 1 < len(items) else None
    marked = following is not None and (following.kind == "quote" or following.word in (":", "that", ","))
    led = before is None or before.kind == "quote" or before.word in _LEADS
    if not led and not (marked and before is not None and before.kind == "word"):
        return None
    if earlier and earlier[-1].speaker:
        return replace(cue, speaker=earlier[-1].speaker, form="ing")
    opening = _opening_subject(items, at)
    return replace(cue, speaker=opening, form="ing") if opening else None


def _opening_subject(items: Sequence[Item], at: int) -> Phrase | None:
    """The phrase a sentence opens with, taken as the subject of a participle that follows."""
    whole = phrase_after(items, 0)
    phrase = cut_name(items, whole) if whole else None
    return phrase if phrase and phrase[1] < at and items[0].capital else None


def is_progressive(items: Sequence[Item], at: int) -> bool:
    """Is saying, has been saying: a form of "be" just before, perhaps with an adverb between."""
    before = at - 1
    while before >= 0 and (is_adverb(items[before]) or items[before].word in NEGATION):
        before -= 1
    return before >= 0 and items[before].word in BE


def is_passive(items: Sequence[Item], at: int, verb: Verb) -> bool:
    """Was told, is called, comments reported by: the subject says nothing."""
    by = at + 2 < len(items) and items[at + 1].word == "by" and not _is_gerund(items[at + 2])
    return verb.form == "past" and (by or is_progressive(items, at))


def _is_gerund(item: Item) -> bool:
    """Whether "by" says how, not who: replied by saying."""
    return item.word.endswith("ing") and not item.capital and not item.role


def find_by_whom(items: Sequence[Item], at: int, cue: Cue) -> Cue | None:
    """A passive cue counts where it names its speaker: "was confirmed by X"."""
    if at + 2 < len(items) and items[at + 1].word == "by":
        speaker = phrase_after(items, at + 2)
        return replace(cue, speaker=speaker, form="phrase") if speaker else None
    return None
