"""The medium through which somebody's words came: told the Orde Courier, in comments reported by an agency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.cues.cue import Cue
from generator.cues.english import ADDRESSING, NEGATION, ROLES
from generator.cues.items import Item
from generator.cues.media import CARRIED, KINDS, NAMES, OCCASIONS, PLAIN, THROUGH
from generator.cues.phrases import Phrase, phrase_after

_QUOTING = frozenset({"quote", "cite"})
_LEADS = frozenset({"by", "with", "to", "on", "for", "in"})
_NEAR = 3
_MOST = 8


def is_medium(items: Sequence[Item], phrase: Phrase) -> bool:
    """Whether a phrase names a medium, or is a plain word for one."""
    words = items[phrase[0] : phrase[1]]
    head = words[-1]
    if head.role and not head.capital:
        return False
    if head.word in PLAIN or any(item.capital and item.word.strip(".") in NAMES for item in words):
        return True
    named = [item for item in words if item.capital]
    return len(named) > 1 and any(item.word in KINDS for item in named) and not any(
        item.word in ROLES - KINDS for item in named
    )  # fmt: skip


def is_carried(items: Sequence[Item], at: int) -> bool:
    """Whether a participle tells who carried what somebody said: comments reported by, an interview broadcast on."""
    if at == 0 or at + 1 >= len(items) or items[at].word not in CARRIED:
        return False
    return items[at - 1].word in OCCASIONS and items[at + 1].word in ("by", "on", "in")


def add_channels(items: Sequence[Item], cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Give each cue the medium through which its words came, where the sentence names one.

    A medium that itself "reported" what another cue's speaker says, or reports it "citing" somebody, is the channel;
    the one cited is the speaker.
    """
    channels = list(_channels(items))
    told = [_citing(items, cue, cues) for cue in cues if not _is_cited(items, cue, cues)]
    done = [_through(cue, cue.via or _addressed(items, cue) or _nearest(cue, channels)) for cue in told]
    media = [cue for cue in done if cue.speaker and is_medium(items, cue.speaker)][:_MOST]
    return tuple(_through(cue, cue.via or _around(cue, media)) for cue in done) if media else tuple(done)


def _is_cited(items: Sequence[Item], cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a medium's "citing" only names the speaker of what another cue reports."""
    citing = cue.lemma == "cite" and cue.form == "ing" and cue.speaker is not None and is_medium(items, cue.speaker)
    return citing and any(other.speaker == cue.speaker and other.first < cue.first for other in cues)


def _citing(items: Sequence[Item], cue: Cue, cues: Sequence[Cue]) -> Cue:
    """The one cited as the speaker, where a medium reports something "citing" somebody."""
    if cue.speaker is None or cue.lemma == "cite" or not is_medium(items, cue.speaker):
        return cue
    cited = (other.after for other in cues if other.lemma == "cite" and other.form == "ing" and other.first >= cue.last)
    named = next((phrase_after(items, after[0]) for after in cited if after), None)
    return replace(cue, speaker=named, via=cue.speaker, resumes=cue.tail) if named else cue


def _through(cue: Cue, via: Phrase | None) -> Cue:
    return cue if via == cue.via else replace(cue, via=via)


def _addressed(items: Sequence[Item], cue: Cue) -> Phrase | None:
    """The medium that somebody tells something."""
    if cue.lemma not in ADDRESSING or cue.tail >= len(items):
        return None
    phrase = phrase_after(items, cue.tail)
    return phrase if phrase and is_medium(items, phrase) else None


def _channels(items: Sequence[Item]) -> list[Phrase]:
    """Media behind "in an interview with", "in comments reported by", "via"."""
    found = []
    for at, item in enumerate(items[1:], start=1):
        before = {other.word for other in items[max(0, at - _NEAR) : at]}
        led = items[at - 1].word in CARRIED if item.word == "by" else item.word in _LEADS and bool(before & OCCASIONS)
        led = led or item.word in THROUGH or (item.word == "on" and items[at - 1].word in CARRIED)
        phrase = phrase_after(items, at + 1) if led else None
        if phrase and (is_medium(items, phrase) or _is_platform(items, phrase, item.word)):
            found.append(phrase)
    return found


def _is_platform(items: Sequence[Item], phrase: Phrase, lead: str) -> bool:
    """Posted on X: a platform whose name is one letter."""
    name = items[phrase[0]]
    return lead == "on" and phrase[1] - phrase[0] == 1 and name.capital and len(name.word) == 1


def _nearest(cue: Cue, channels: Sequence[Phrase]) -> Phrase | None:
    """The channel nearest to a cue that is neither its speaker nor behind another's words."""
    apart = [phrase for phrase in channels if not cue.speaker or not _meet(phrase, cue.speaker)]
    return min(apart, key=lambda phrase: max(phrase[0] - cue.last, cue.first - phrase[1]), default=None)


def _around(cue: Cue, media: Sequence[Cue]) -> Phrase | None:
    """The medium that reports a sentence in which somebody else says something."""
    for other in media:
        if other is not cue and any(
            part and part[0] <= cue.first and cue.last <= part[1] for part in (other.before, other.after)
        ):
            return other.speaker
    return None


def _meet(one: Phrase, other: Phrase) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def find_quoted(items: Sequence[Item], at: int, cue: Cue, subject: Phrase | None) -> Cue | None:
    """The Orde Courier quoted X as saying …, X was quoted by the Orde Courier as saying …; ``None`` for neither.

    Grammar alone makes who quotes the channel, and who is quoted the speaker.
    """
    if cue.lemma not in _QUOTING or subject is None or any(item.word in NEGATION for item in items[cue.first : at]):
        return None
    if at + 1 < len(items) and items[at + 1].word in ("as", "by"):
        return _passive(items, at, cue, subject)
    quoted = phrase_after(items, at + 1)
    end = _saying(items, quoted[1]) if quoted else None
    return replace(cue, resumes=end, speaker=quoted, via=subject, form="phrase") if quoted and end else None


def _passive(items: Sequence[Item], at: int, cue: Cue, subject: Phrase) -> Cue | None:
    by = phrase_after(items, at + 2) if items[at + 1].word == "by" else None
    end = _saying(items, by[1] if by else at + 1)
    if end is None:
        return None
    if by is None and end < len(items) and items[end].word == "by":
        by = phrase_after(items, end + 1)
        end = by[1] if by else end
    return replace(cue, resumes=end, speaker=subject, via=by)


def _saying(items: Sequence[Item], at: int) -> int | None:
    """One past "as saying" at an index."""
    words = [item.word for item in items[at : at + 2]]
    return at + 2 if words[:1] == ["as"] and words[1:] in (["saying"], ["telling"]) else None
