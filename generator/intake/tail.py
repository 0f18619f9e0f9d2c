"""What stands below an article: biographies, lists of other articles, readers' comments."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from generator.intake.credits import find_byline, find_credit
from generator.intake.furniture import is_invitation
from generator.intake.lines import Line, count_words, curl, is_headline_like, is_prose, same_words
from generator.intake.rules import NAME, Rules

LEAST_PROSE = 3
"""Lines of prose that must stand above a form for comments before all below it counts as comments."""
MOST_LABEL_WORDS = 6
MOST_BIOGRAPHY_WORDS = 90

_NAME = regex.compile(rf"{NAME}(?:\s+{NAME})+")


def mark_comments(lines: Sequence[Line], kinds: list[str | None], rules: Rules) -> None:
    """Mark all from a form for comments on, and all from a heading on that a list of comments follows."""
    prose = 0
    for at, line in enumerate(lines):
        if prose >= LEAST_PROSE and _opens_comments(lines, at, rules):
            kinds[at:] = ["comments"] * (len(lines) - at)
            return
        prose += kinds[at] is None and is_prose(line.text, least=3)


def mark_tail(lines: Sequence[Line], kinds: list[str | None], author: str, rules: Rules) -> None:
    """Mark, from the last line up to the last line of text, what belongs to the page and not to the article."""
    start = len(lines)
    for at in range(len(lines) - 1, 0, -1):
        kind = kinds[at] or _find_tail_kind(lines, at, author, rules)
        if kind:
            kinds[at], start = kind, at
        elif is_prose(lines[at].text, least=1) or not _may_be_label(lines[at].text):
            break
    _mark_labels(lines, kinds, start)


def mark_teasers(lines: Sequence[Line], kinds: list[str | None], rules: Rules, *, most: int = 6) -> None:
    """Mark the headlines below a heading such as "Related", at most ``most`` and up to the next sentence."""
    for at, line in enumerate(lines):
        if kinds[at] != "teaser" or not rules.teasers.fullmatch(curl(line.text)):
            continue
        for below in range(at + 1, min(at + 1 + most, len(lines))):
            if kinds[below] or not is_headline_like(lines[below].text, fewest=3, most=25):
                break
            kinds[below] = "teaser"


def find_biographer(text: str, rules: Rules) -> str:
    """The name that a biography begins with; empty text where it begins otherwise."""
    hit = rules.biography.match(text)
    return str(hit["name"]) if hit and _NAME.fullmatch(hit["name"]) else ""


def _opens_comments(lines: Sequence[Line], at: int, rules: Rules) -> bool:
    plain = curl(lines[at].text)
    if rules.forms.fullmatch(plain):
        return True
    below = lines[at + 1 :]
    return bool(rules.comments.fullmatch(plain)) and any(rules.signatures.fullmatch(curl(line.text)) for line in below)


def _find_tail_kind(lines: Sequence[Line], at: int, author: str, rules: Rules) -> str | None:
    """The kind of a line that may only stand at an article's end."""
    text = lines[at].text
    plain = curl(text)
    if rules.comments.fullmatch(plain):
        return "comments"
    if find_credit(text, rules) is not None:
        return "credit"
    if find_byline(text, rules):
        return "byline"
    if is_invitation(text, rules):
        return "invitation"
    return "biography" if _is_biography(lines, at, author, rules) else None


def _is_biography(lines: Sequence[Line], at: int, author: str, rules: Rules) -> bool:
    """Whether a line at the end is about who wrote the article and not about someone in it."""
    plain = curl(lines[at].text)
    if count_words(plain) > MOST_BIOGRAPHY_WORDS:
        return False
    if rules.handles.fullmatch(plain):
        return True
    hit = rules.biography.match(plain)
    if hit:
        return _is_author(hit["name"], lines[:at], author, sure=not hit["beat"])
    # A line about him or her goes with the biography above it.
    return bool(rules.pronouns.match(plain)) and at > 0 and _is_biography(lines, at - 1, author, rules)


def _is_author(name: str, above: Sequence[Line], author: str, *, sure: bool) -> bool:
    """Whether a name is the author's, or that of nobody whom the text above names."""
    words = same_words(name)
    if not words:
        return False
    if set(words) <= set(same_words(author)):
        return True
    named = any(words[-1] in same_words(line.text) for line in above)
    return sure and bool(_NAME.fullmatch(name)) and not named


def _may_be_label(text: str) -> bool:
    return is_headline_like(text, fewest=1, most=25) and not text.endswith(("”", '"', "»"))


def _mark_labels(lines: Sequence[Line], kinds: list[str | None], start: int) -> None:
    """Below the first marked line of the tail, headlines belong to the list above them and labels to the page."""
    above = ""
    for at in range(start, len(lines)):
        text, kind = lines[at].text, kinds[at]
        if kind:
            # A date may stand above a table of the article's; what the other kinds name stands below it.
            above = kind if kind == "teaser" else "navigation" if kind != "date" or above else ""
        elif above and not is_prose(text, least=1) and (above == "teaser" or _is_label(text)):
            kinds[at] = above


def _is_label(text: str) -> bool:
    return count_words(text) <= MOST_LABEL_WORDS and not any(sign.isdigit() for sign in text)
