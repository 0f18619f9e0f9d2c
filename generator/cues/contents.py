"""Over what a cue reaches: the content after it, the content that leads up to it, or both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.cues.channels import is_carried
from generator.cues.cue import JUDGING, Cue
from generator.cues.english import ADDRESSING, AUXILIARY, BREAKS, DETERMINERS, PLACING, PROMISING, TOPIC_LEADS, TOPICAL
from generator.cues.items import Item
from generator.cues.phrases import Phrase, is_adverb, is_time, phrase_after, phrase_before

_LINKS = frozenset({"and", "or", "nor", "so", "as", "who", "which", "where", "adding", "citing"})
_TURNS = frozenset({"but", "although", "though", "whereas", "while", "when"})
_ABOUT = frozenset({"who", "which", "that", "familiar", "close"})
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_LEADING = frozenset(
    {"when", "after", "while", "as", "although", "though", "since", "if", "before", "because", "asked"}
)
_LEAST = 2
_LATER = 8
_CIRCUMSTANCES = 25
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed"})
_CITING = frozenset({"citing", "quoting"})


def add_contents(items: Sequence[Item], cues: Sequence[Cue]) -> list[Cue]:
    """Give each cue the stretches it reaches over."""
    done: list[Cue] = []
    for place, cue in enumerate(cues):
        later = [other for other in cues[place + 1 : place + 1 + _LATER] if other.speaker]
        after = _content_after(items, cue, later)
        before = _content_before(items, cue, after)
        if before and after and _is_aside(items, cue, before, after):
            after = _resumed(items, after)
        elif before and after is None and items[before[1] - 1].kind == "quote":
            after = _resumed(items, (cue.tail, min([len(items), *(other.first for other in later)])))
        done.append(replace(cue, after=after, before=before))
    return done


def _is_aside(items: Sequence[Item], cue: Cue, before: Phrase, after: Phrase) -> bool:
    """Whether words behind "…," X said tell of the occasion or the speaker, not more of what is said."""
    speech = items[before[1] - 1].kind == "quote" or items[before[1]].kind == "quote"
    turned = cue.speaker is not None and cue.speaker[0] >= cue.last and cue.form == "finite"
    marked = items[after[0]].kind == "quote" or items[after[0] - 1].word in ("that", ":")
    return (speech or turned) and not marked


def _resumed(items: Sequence[Item], aside: Phrase) -> Phrase | None:
    """The speech that goes on in marks behind such words and a comma: said X, a clerk, "…"."""
    for at in range(aside[0] + 1, aside[1]):
        if items[at].kind == "quote" and items[at - 1].word == ",":
            return at, aside[1]
    return None


def _content_after(items: Sequence[Item], cue: Cue, later: Sequence[Cue]) -> Phrase | None:
    """What follows the cue, after an addressee, a time or a place, to the end of its clause."""
    start = _content_start(items, cue)
    if start is None or (items[start - 1].word == "," and any(_trails(items, other, start) for other in later)):
        return None
    end = _clause_end(items, cue, start, later)
    while end > start and items[end - 1].kind == "mark" and items[end - 1].word not in ")%":
        end -= 1
    alone = end > start and (items[start].kind == "quote" or (cue.stance in JUDGING and cue.frame == "clause"))
    return (start, end) if end - start > 1 or alone else None


def _content_start(items: Sequence[Item], cue: Cue) -> int | None:
    """Where the content begins; ``None`` where the clause has none after the cue."""
    at = cue.tail
    if cue.frame == "object":
        return at if at < len(items) else None
    if cue.lemma in ADDRESSING:
        at = _over_addressee(items, cue, at)
        at += at < len(items) and items[at].word in _OBJECTS
    if cue.lemma in TOPICAL and at + 1 < len(items) and items[at].word in TOPIC_LEADS:
        return _opening(items, cue, at + 1)
    if cue.lemma == "according":
        at = _over_clause(items, at)
    for _ in range(_CIRCUMSTANCES):
        after = _over_circumstance(items, cue, at)
        if after is None:
            break
        at = after
    return _opening(items, cue, at)


def _over_addressee(items: Sequence[Item], cue: Cue, at: int) -> int:
    """The index after the one addressed; "the council of a breach" is one phrase, but whoever is warned, is of that."""
    addressee = phrase_after(items, at)
    if addressee is None:
        return at
    ends = addressee[1] == len(items) or items[addressee[1]].kind == "mark"
    if ends and cue.lemma in TOPICAL:
        topics = (place for place in range(at + 1, addressee[1] - 1) if items[place].word in TOPIC_LEADS)
        return next(topics, at)
    return addressee[1] if addressee[1] < len(items) else at


def _over_clause(items: Sequence[Item], at: int) -> int:
    """The comma that closes a clause about the speaker: according to a doctor receiving the injured, …."""
    about = at < len(items) and (items[at].word in _ABOUT or items[at].word.endswith(("ing", "ed")))
    if not about or items[at].capital:
        return at
    return next((place for place in range(at, len(items)) if items[place].word == ","), len(items))


def _over_circumstance(items: Sequence[Item], cue: Cue, at: int) -> int | None:
    """The index after a time, an adverb, or a place that begins here; ``None`` where none does."""
    if at >= len(items):
        return None
    loose = is_adverb(items[at]) and not items[at].capital and not _exists(items, at)
    if (loose or is_time(items, at)) and not _is_described(items, cue, at):
        return at + 1
    carried = _over_carrier(items, at)
    if carried is not None:
        return carried
    following = items[at + 1] if at + 1 < len(items) else None
    if following and (following.word in ("least", "most") or following.kind == "number"):
        return None
    infinitive = items[at].word == "to" and (cue.frame in ("request", "mind") or cue.lemma in PROMISING)
    if items[at].word in PLACING and not infinitive:
        inner = phrase_after(items, at + 1)
        return inner[1] if inner else at + 1
    return None


def _is_described(items: Sequence[Item], cue: Cue, at: int) -> bool:
    """Whether "earlier" tells which reports are confirmed, not when somebody confirmed them."""
    if items[at].word != "earlier" or at != cue.last or cue.stance not in JUDGING or at + 1 == len(items):
        return False
    following = items[at + 1]
    return following.kind == "word" and following.word not in BREAKS | DETERMINERS and not is_time(items, at + 1)


def _exists(items: Sequence[Item], at: int) -> bool:
    """Whether "there" begins what is said: there was no alarm."""
    return items[at].word == "there" and at + 1 < len(items) and items[at + 1].word in AUXILIARY


def _over_carrier(items: Sequence[Item], at: int) -> int | None:
    """The index after "reported by the Orde Courier" or ", citing the ministry," where either begins here."""
    if items[at].word == "," and at + 1 < len(items) and items[at + 1].word in _CITING:
        cited = phrase_after(items, at + 2)
        return cited[1] + 1 if cited and cited[1] < len(items) and items[cited[1]].word == "," else None
    inner = phrase_after(items, at + 2) if is_carried(items, at) else None
    return inner[1] if inner else None


def _opening(items: Sequence[Item], cue: Cue, at: int) -> int | None:
    """The first item of the content, after "that", a colon, or a comma before quotation marks."""
    if at >= len(items):
        return None
    word = items[at].word
    if word in ("that", "whether", ":") or (word == "to" and (cue.frame == "mind" or cue.lemma in PROMISING)):
        return at + 1 + (at + 1 < len(items) and items[at + 1].word == ",")
    if word == ",":
        speech = at + 1 < len(items) and (
            items[at + 1].kind == "quote" or _leads(items, cue) or _interrupts(items, cue, at)
        )
        return at + 1 if speech else None
    stops = items[at].kind == "mark" and word not in "($€£"
    return None if stops or word in AUXILIARY or word in ("and", "or", "nor", "but", "as") else at


def _interrupts(items: Sequence[Item], cue: Cue, comma: int) -> bool:
    """Whether "…, he said, …" stands inside what he says, which goes on behind the second comma."""
    start = min(cue.first, cue.speaker[0] if cue.speaker else cue.first)
    between = cue.form == "finite" and cue.frame == "clause" and start > 1 and items[start - 1].word == ","
    return between and items[start - 2].kind != "quote" and items[comma + 1].word not in _TURNS | _LINKS


def _leads(items: Sequence[Item], cue: Cue) -> bool:
    """Whether "according to X," or "as X said," stands before what X says."""
    if cue.lemma == "according":
        return cue.first == 0 or items[cue.first - 1].word in ("that", ",", "but", "and")
    return cue.speaker is not None and cue.speaker[0] > 0 and items[cue.speaker[0] - 1].word == "as"


def _clause_end(items: Sequence[Item], cue: Cue, start: int, later: Sequence[Cue]) -> int:
    """One past the content's last item: before "; …", ", but X said", ", adding …"."""
    led = cue.first <= 1 or items[0].word in _LEADING
    for at in range(start + 1, len(items)):
        word = items[at].word
        if word == ";" or _asks_on(items, at):
            return at
        if word == "," and (_parts(items, cue, at, later) or (led and _speaks_at(later, at + 1))):
            return at
        if items[at - 1].kind == "quote" and any(_goes_on(cue, other, at) for other in later):
            return at
        if word in ("and", "but") and any(
            other.first in (at + 1, at + 2) and other.form == "finite" for other in later
        ):
            return at - (items[at - 1].word == ",")
    return len(items)


def _parts(items: Sequence[Item], cue: Cue, comma: int, later: Sequence[Cue]) -> bool:
    """Whether what is said ends at a comma."""
    at = comma + 1
    if at == len(items):
        return False
    if _is_inserted(items, cue) or items[at].word in _TURNS or any(_goes_on(cue, other, at) for other in later):
        return True
    return any(
        other.speaker and other.speaker[0] == at and other.after is None and _closes(items, other) for other in later
    )


def _speaks_at(later: Sequence[Cue], at: int) -> bool:
    """Whether a later cue's speaker stands at an index."""
    return any(other.speaker and other.speaker[0] == at for other in later)


def _is_inserted(items: Sequence[Item], cue: Cue) -> bool:
    """Whether a participle stands between a subject and its verb: Her remarks, confirming the report, mean …."""
    behind = cue.speaker is not None and cue.speaker[1] == cue.first - 1 and items[cue.first - 1].word == ","
    return behind and cue.form == "ing"


def _asks_on(items: Sequence[Item], at: int) -> bool:
    """Whether words tell of the occasion: …, when asked about it."""
    return items[at].word in ("when", "after") and at + 1 < len(items) and items[at + 1].word in _ASKED


def _goes_on(cue: Cue, other: Cue, at: int) -> bool:
    """Whether a later cue right behind a comma goes on about the same: "…, adding …", "who asked …, said …"."""
    return other.first == at and (other.form == "ing" or (other.form == "finite" and other.speaker == cue.speaker))


def _trails(items: Sequence[Item], cue: Cue, start: int) -> bool:
    """Whether what begins at an index is "X reported" at the end of a sentence."""
    return cue.speaker is not None and cue.speaker[0] == start and _closes(items, cue)


def _closes(items: Sequence[Item], cue: Cue) -> bool:
    """Whether a cue stands at the end of its sentence."""
    return cue.tail >= len(items) - 1


def _resumes(items: Sequence[Item], cue: Cue, after: Phrase) -> bool:
    """Whether the content after a cue is the rest of what the cue interrupts."""
    comma = after[0] - 1
    return comma >= cue.tail and items[comma].word == "," and items[after[0]].kind != "quote" and (
        _interrupts(items, cue, comma)
    )  # fmt: skip


def _content_before(items: Sequence[Item], cue: Cue, after: Phrase | None) -> Phrase | None:
    """What leads up to "…, X said": from the start of the sentence to the comma or closing mark."""
    start = min(part[0] for part in ((cue.first, cue.last), cue.speaker, cue.via) if part)
    if start == 0 or cue.frame in ("object", "request") or cue.form == "ing":
        return None
    lead = items[start - 1]
    quoted = lead.kind == "quote" or (lead.word in (",", "-") and start > 1 and items[start - 2].kind == "quote")
    parted = lead.word in (",", "-") or cue.lemma == "according"
    goes_on = after is not None and not _resumes(items, cue, after)
    if not quoted and (goes_on or not parted):
        return None
    end = start - (lead.word in (",", "-"))
    end = _before_role(items, end) if lead.word == "," else end
    return (0, end) if end > _LEAST or quoted or (end and items[end - 1].kind == "quote") else None


def _before_role(items: Sequence[Item], comma: int) -> int:
    """Where the role begins that a speaker's name is set behind: "…, the regional governor, Name, said"."""
    role = phrase_before(items, comma - 1)
    told = role is not None and any(item.role for item in items[slice(*role)])
    if role is None or not told or items[role[0]].word not in DETERMINERS:
        return comma
    if role[0] and items[role[0] - 1].kind == "quote":
        return role[0]
    if role[0] < _LEAST:
        return comma
    return role[0] - 1 if items[role[0] - 1].word == "," else comma
