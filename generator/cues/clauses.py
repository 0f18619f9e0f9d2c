"""Cues in a sentence of a language whose words stand in a :class:`Lexicon`: German, French, Spanish.

The rules read the order of words only, as those for English do: according to X; "…", said X; X said that …; X has said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.cues.cue import Cue
from generator.cues.items import Item
from generator.cues.lexicon import Lexicon, Saying
from generator.cues.media import KINDS, NAMES
from generator.cues.nominals import can_speak, describes, phrase_ahead, phrase_behind, trim_marks
from generator.cues.phrases import Phrase
from generator.model import Stance

_REACH = 14
_JOINED = ("-il", "-elle", "-ils", "-elles", "-on")
_WITHHELD: dict[Stance, Stance] = {
    "denies": "did not deny",
    "confirms": "stopped short of confirming",
    "acknowledges": "stopped short of confirming",
    "says": "did not say",
    "claims": "did not say",
}


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb group of saying: its first and one past its last item, and the auxiliary's place."""

    first: int
    last: int
    stance: Stance


def find_clause_cues(items: Sequence[Item], lexicon: Lexicon) -> tuple[Cue, ...]:
    """The attributions of a sentence in order of their cues."""
    words = [item.word for item in items]
    found: list[Cue] = []
    for at in range(len(items)):
        cue = _according(items, words, at, lexicon) or _quoting(items, words, at, lexicon)
        if cue is None and (verb := _verb(words, at, lexicon)):
            cue = _spoken(items, words, verb, lexicon)
        if cue is not None and not (found and cue.first < found[-1].last):
            found.append(cue)
    return tuple(found)


def _according(items: Sequence[Item], words: Sequence[str], at: int, lexicon: Lexicon) -> Cue | None:
    """According to X, before what X says, behind it or within it."""
    lead = next((lead for lead in lexicon.according if tuple(words[at : at + len(lead)]) == lead), None)
    if lead is not None:
        first, speaker = at, phrase_behind(items, at + len(lead), lexicon)
        last = at + len(lead)
    elif words[at] in lexicon.postposed:
        first, last, speaker = at, at + 1, phrase_ahead(items, at - 1, lexicon)
    else:
        return None
    if speaker is None:
        return None
    start, end = min(first, speaker[0]), max(last, speaker[1])
    before = trim_marks(items, 0, start) if start else None
    after = trim_marks(items, end + (end < len(words) and words[end] == ","), len(words))
    apposed = before and end < len(words) and words[end] == "," and describes(items, end + 1, lexicon)
    return Cue(first, last, "says", "clause", "according", speaker, None if apposed else after, before, "phrase")


def _quoting(items: Sequence[Item], words: Sequence[str], at: int, lexicon: Lexicon) -> Cue | None:
    """…, so X: a word between a comma or closing mark and whoever speaks."""
    if words[at] not in lexicon.quoting or at == 0 or not (items[at - 1].kind == "quote" or words[at - 1] == ","):
        return None
    speaker = phrase_behind(items, at + 1, lexicon)
    ends = speaker and (speaker[1] == len(items) or items[speaker[1]].kind in ("mark", "quote"))
    if not speaker or not ends or not can_speak(items, speaker, lexicon):
        return None
    after = trim_marks(items, speaker[1] + 1, len(items)) if speaker[1] < len(items) - 1 else None
    return Cue(at, at + 1, "says", "clause", "so", speaker, after, trim_marks(items, 0, at), "phrase")


def _verb(words: Sequence[str], at: int, lexicon: Lexicon) -> _Verb | None:
    """The verb group of saying whose main verb stands at an index."""
    word = words[at]
    stem, _, joined = word.partition("-")
    if joined and word.endswith(_JOINED) and stem in lexicon.finite:
        return _Verb(at, at + 1, lexicon.finite[stem].stance)
    if word in lexicon.participles:
        helper = _helper(words, at, lexicon)
        if helper is not None:
            return _stanced(words, helper, at, lexicon.participles[word], lexicon)
    if word in lexicon.infinitives:
        helper = next((back for back in range(at - 1, max(-1, at - 6), -1) if words[back] in lexicon.declines), None)
        stance = _WITHHELD.get(lexicon.infinitives[word].stance)
        if helper is None or stance is None:
            return None
        return _Verb(helper - (words[helper - 1] in lexicon.auxiliaries), at + 1, stance)
    said = lexicon.finite.get(word)
    if said is None or (said.particle and said.particle not in _clause(words, at)):
        return None
    return _stanced(words, at, at, said, lexicon)


def _helper(words: Sequence[str], at: int, lexicon: Lexicon) -> int | None:
    """The auxiliary of a participle: just before it, or further back in its clause where a language parts the two."""
    for back in range(at - 1, max(-1, at - (_REACH if lexicon.comma else 4)), -1):
        stem = words[back].rpartition("'")[2].partition("-")[0]
        if stem in lexicon.auxiliaries:
            return back
        if words[back] in (",", ":", ";", '"'):
            return None
    return None


def _stanced(words: Sequence[str], first: int, at: int, said: Saying, lexicon: Lexicon) -> _Verb:
    """The group with its stance, after a negation beside or within it."""
    reach = words[at : at + 4] if lexicon.comma and first == at else words[at : at + 1]
    beside = [*words[max(0, first - 2) : at], *takewhile(lambda word: word not in (",", '"', ":"), reach)]
    denied = any(word in lexicon.negation or word.startswith("n'") for word in beside)
    longer = any(word in lexicon.longer for word in beside)
    if longer and said.stance == "denies" and (denied or "ya" in lexicon.longer):
        return _Verb(first, at + 1, "no longer denies")
    return _Verb(first, at + 1, _WITHHELD.get(said.stance, said.stance) if denied else said.stance)


def _clause(words: Sequence[str], at: int) -> Sequence[str]:
    """The words after an index up to the next comma or stop."""
    end = next((place for place in range(at + 1, len(words)) if words[place] in (",", ".", ":", ";")), len(words))
    return words[at + 1 : end]


def _spoken(items: Sequence[Item], words: Sequence[str], verb: _Verb, lexicon: Lexicon) -> Cue | None:
    """The attribution of a verb group: its subject behind it after speech or an adverbial, else before it."""
    led = verb.first == 0 or items[verb.first - 1].kind == "quote" or words[verb.first - 1] in (",", "-", "–")
    if words[verb.first].endswith(_JOINED):
        speaker: Phrase | None = (verb.first, verb.first + 1)
    elif led:
        speaker = _subject_behind(items, verb, lexicon)
    else:
        ahead = phrase_ahead(items, _skip_back(items, verb.first - 1, lexicon), lexicon)
        speaker = ahead or (_subject_behind(items, verb, lexicon) if lexicon.comma else None)
    if speaker is None:
        return None
    as_said = speaker[0] > 0 and words[speaker[0] - 1] in lexicon.as_said
    tail = max(verb.last, speaker[1] if speaker[0] >= verb.first else 0)
    via = _addressed(items, tail, lexicon) or _addressed(items, verb.last, lexicon)
    before = trim_marks(items, 0, verb.first) if led and verb.first and not as_said else None
    after = _content(items, words, max(tail, via[1] if via else 0), lexicon, as_said=as_said, led=before is not None)
    if as_said and speaker[0] > 1:
        before = trim_marks(items, 0, speaker[0] - 1)
    cue = Cue(verb.first, verb.last, verb.stance, "clause", "say", speaker, after, before, via=via)
    return cue if after or before or led else None


def _subject_behind(items: Sequence[Item], verb: _Verb, lexicon: Lexicon) -> Phrase | None:
    """The subject after a verb group, over times and adverbs in lower case."""
    at = verb.last
    while at < min(len(items), verb.last + 4) and (
        items[at].word in lexicon.times or items[at].word in ("am", "sich", "s'est", "dazu", "auch", "este", "ce")
    ):
        at += 1
    phrase = phrase_behind(items, at, lexicon)
    return phrase if phrase and can_speak(items, phrase, lexicon) else None


def _skip_back(items: Sequence[Item], at: int, lexicon: Lexicon) -> int:
    """Over negation, clitics and adverbs before a verb, and over an apposition between commas."""
    while at > 0 and items[at].word in (
        *lexicon.negation,
        "ya",
        "plus",
        "également",
        "aussi",
        "también",
        "se",
        "le",
        "lui",
    ):
        at -= 1
    if items[at].word == ",":
        opening = next((back for back in range(at - 1, max(-1, at - 14), -1) if items[back].word == ","), None)
        return opening - 1 if opening else at
    return at


def _content(
    items: Sequence[Item], words: Sequence[str], tail: int, lexicon: Lexicon, *, as_said: bool, led: bool
) -> Phrase | None:
    """What is said behind a verb group: after "that", a colon, a comma where that is enough, or in marks."""
    for at in range(tail, min(len(items), tail + _REACH)):
        word = words[at]
        if word in lexicon.that or word.startswith("qu'") or word == ":":
            start = at if word.startswith("qu'") else at + 1
            return None if led and word != ":" and at > tail + 1 else trim_marks(items, start, len(items))
        if items[at].kind == "quote":
            return trim_marks(items, at, len(items))
        if word == "," and (as_said or (not led and lexicon.comma and not describes(items, at + 1, lexicon))):
            start = at + 1 + (at + 1 < len(words) and words[at + 1] in lexicon.that)
            return trim_marks(items, start, len(items))
        if word in (";", "."):
            return None
    return None


def _addressed(items: Sequence[Item], at: int, lexicon: Lexicon) -> Phrase | None:
    """The medium to which somebody says something."""
    if at >= len(items) or items[at].word not in lexicon.addressing:
        return None
    start = at + (items[at].word not in lexicon.determiners)
    phrase = phrase_behind(items, start, lexicon)
    return phrase if phrase and any(_names_medium(item) for item in items[phrase[0] : phrase[1]]) else None


def _names_medium(item: Item) -> bool:
    plain = item.word.rpartition("'")[2]
    return plain in KINDS or (item.capital and plain in NAMES)
