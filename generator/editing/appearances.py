"""Where a claim is made once its editor has spoken, and how each article carries it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.claims import Evidence, mostly, read_appearance
from generator.model import Appearance, Claim, Emendation, Mention, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's appearances, the places that only its editor has, and what a locked claim has no room for."""

    appearances: tuple[Appearance, ...]
    added: tuple[Span, ...]
    left: tuple[Appearance, ...]


def place_appearances(evidence: Evidence, one: Emendation, bases: Sequence[Claim]) -> Placed:
    """What the editor lists and what the machine found beside it; of a locked claim the first alone.

    Of two of the machine's that overlap, as merged claims may have them, the longer stays.
    """
    found = _widest([item for base in bases for item in base.appearances]) if len(bases) > 1 else _all(bases)
    listed = [_listed(evidence, one, mention, found) for mention in one.appearances]
    spans = [mention.span for mention in one.appearances]
    beside = [item for item in found if not any(mostly(item.span, span) for span in spans)]
    known = {item.span for item in found}
    added = tuple(span for span in spans if span not in known and not _is_within(span, found))
    locked = one.lock and bool(listed)
    every = listed if locked else [*listed, *(_set(item, one, None) for item in beside)]
    if not every and one.statement:  # a new claim of one place
        every = [_set(read_appearance(evidence, one.statement), one, None)]
        added = (one.statement,)
    ordered = tuple(sorted(every, key=lambda item: item.span))
    return Placed(ordered, added, tuple(beside) if locked else ())


def _all(bases: Sequence[Claim]) -> list[Appearance]:
    return [item for base in bases for item in base.appearances]


def _widest(items: Sequence[Appearance]) -> list[Appearance]:
    kept: list[Appearance] = []
    for item in sorted(items, key=lambda item: (-len(item.span), item.span)):
        if not any(mostly(item.span, other.span) for other in kept):
            kept.append(item)
    return kept


def _is_within(span: Span, found: Sequence[Appearance]) -> bool:
    return any(mostly(span, item.span) for item in found)


def _listed(evidence: Evidence, one: Emendation, mention: Mention, found: Sequence[Appearance]) -> Appearance:
    """A listed place, read as the machine read it there, or reads it now."""
    same = next((item for item in found if item.span == mention.span), None)
    near = [item for item in found if mostly(item.span, mention.span)]
    best = same or max(near, key=lambda item: (len(item.span), item.span), default=None)
    # A wider or narrower place is read as the one it stands for; hedges outside of it are not its own.
    item = best or read_appearance(evidence, mention.span)
    hedges = item.hedges if same or not best else tuple(h for h in item.hedges if mention.span.contains(h))
    placed = replace(item, span=mention.span, hedges=hedges)
    if not same:
        placed = replace(placed, by_editor=("place",), rule="", score=1.0)
    return _set(placed, one, mention)


def _set(item: Appearance, one: Emendation, mention: Mention | None) -> Appearance:
    """The appearance with the stance and speaker that its editor gives it, marked where the machine had others."""
    stance = (mention and mention.stance) or one.stance or item.stance
    given = next((each.speaker for each in (mention, one) if each and each.speaker is not None), None)
    speaker = item.speaker_name if given is None and not one.lock else given or None
    changed = {"stance": stance != item.stance, "speaker": speaker != item.speaker_name}
    marks = tuple(name for name, other in changed.items() if other)
    if "speaker" in marks and speaker is None:
        item = replace(item, via=None)
    return replace(item, stance=stance, speaker_name=speaker, by_editor=item.by_editor + marks)
