"""Lines that are furniture wherever they stand, by what they say alone."""

from __future__ import annotations

from generator.intake.dates import find_stamp
from generator.intake.lines import count_words, curl
from generator.intake.photos import is_caption, is_photo_credit
from generator.intake.rules import Rules

MOST_INVITATION_WORDS = 45
MOST_STAMP_WORDS = 25
MOST_SIGNS = 1500
"""A longer line is text; the longest caption or notice known is half as long."""


def find_kind(text: str, rules: Rules) -> str | None:
    """The kind of furniture a line is; ``None`` for a line that may be text."""
    if len(text) > MOST_SIGNS:
        return None
    plain = curl(text)
    if count_words(plain) <= MOST_STAMP_WORDS and (stamp := find_stamp(plain, rules)):
        return "date" if stamp.dated else "share"
    for kind, pattern in rules.lines:
        if pattern.fullmatch(plain):
            return kind
    if is_photo_credit(text, rules):
        return "credit"
    return "caption" if is_caption(text, rules) else None


def is_invitation(text: str, rules: Rules) -> bool:
    """Whether a line asks the reader to subscribe, follow or pay: it says so in its first word and names the thing."""
    plain = curl(text)
    if count_words(plain) > MOST_INVITATION_WORDS or rules.never.search(plain):
        return False
    if rules.handles.fullmatch(plain):
        return False
    return bool(rules.opening.match(plain) and rules.holding.search(plain))
