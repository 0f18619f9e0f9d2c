"""Quotation marks paired into runs, in any of the styles that news uses, mixed within one article.

Apostrophes are told from single marks by what stands on both sides; a mark left open at the end of a paragraph runs on
where the next paragraph opens with one again, as print does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from generator.model import Article, Span

_MARK = regex.compile(r"``|''|[\"“”„‟«»‘’‚‛'‹›「」『』]")
_BREAK = regex.compile(r"\n[^\S\n]*\n\s*+|(?<=[.!?…\"”’'»])[^\S\n]*+\n")
_FAMILY = dict.fromkeys(("``", "''", *'"“”„‟'), "double") | dict.fromkeys("‘’‚‛'", "single")
_FAMILY |= dict.fromkeys("«»", "angle") | dict.fromkeys("‹›", "small angle")
_FAMILY |= dict.fromkeys("「」", "corner") | dict.fromkeys("『』", "white corner")
_OPENING = frozenset(("``", *"“„‟‘‚‛«‹「『"))
_CLOSING = frozenset(("''", *"”’»›」』"))
_CLIPPED = regex.compile(r"['’](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|n['’])", regex.IGNORECASE)
_LOOK_AHEAD = 400
_MOST = 40_000
"""Marks read in one article: several megabytes of news have fewer, and what has more is no article."""
_DEEPEST = 12
"""Marks that may be open at once; further ones are stray signs."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in quotation marks: ``outer`` with them, ``content`` without; ``depth`` 0 is not inside another.

    ``runs_on`` says that the mark was left open and the next paragraph takes the quotation up again.
    """

    outer: Span
    content: Span
    depth: int = 0
    runs_on: bool = False


_Cut = tuple[int, int, int, int, bool]
"""Outer start and end, content start and end, and whether the quotation runs on."""
_Hit = regex.Match[str]


@dataclass(slots=True)
class _Open:
    family: str
    sign: str
    start: int
    end: int


def find_runs(article: Article) -> tuple[Run, ...]:
    """All stretches in quotation marks, in order of their opening mark; the outer one first."""
    found: list[_Cut] = []
    marks = list(islice(_MARK.finditer(article.text), _MOST))
    place = 0
    for start, end, following in _stretches(article.text) if marks else ():
        first = place
        while place < len(marks) and marks[place].start() < end:
            place += 1
        if first < place:
            found.extend(_pair(article.text, (start, end), marks[first:place], following))
        if place == len(marks):
            break
    return tuple(_with_depth(article, sorted(found, key=lambda cut: (cut[0], -cut[1]))))


def _with_depth(article: Article, cuts: Sequence[_Cut]) -> Iterator[Run]:
    """The stretches as runs, each with the count of others that it lies in; what holds no word is none."""
    around: list[int] = []
    for first, last, begin, end, runs_on in cuts:
        if article.text[begin:end].isspace() or begin == end:
            continue
        around = [other for other in around if other >= last]
        yield Run(Span(article.siglum, first, last), Span(article.siglum, begin, end), len(around), runs_on)
        around.append(last)


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    """Paragraphs, near enough, cut at blank lines and at line ends after an end mark; and how the next one begins."""
    before: tuple[int, int] | None = None
    for start, end in _between(text):
        lead = text[start:end]
        bare = lead.lstrip()
        if not bare:
            continue
        begin = start + len(lead) - len(bare)
        if before:
            yield *before, text[begin : begin + 2]
        before = begin, end
    if before:
        yield *before, ""


def _between(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for hit in _BREAK.finditer(text):
        yield start, hit.start()
        start = hit.end()
    yield start, len(text)


def _pair(text: str, stretch: tuple[int, int], marks: Sequence[_Hit], following: str) -> Iterator[_Cut]:
    """Pair the marks of one paragraph."""
    start, end = stretch
    stack: list[_Open] = []
    for hit in marks:
        mark = _Open(_FAMILY[hit[0]], hit[0], hit.start(), hit.end())
        role = _role(text, start, end, mark, stack)
        if role == "open":
            if mark.family != "single":
                stack = [entry for entry in stack if entry.family != mark.family]
            stack = [*stack[-_DEEPEST:], mark]
        elif role == "close":
            opened = _last(stack, mark.family)
            if opened:
                del stack[stack.index(opened) :]
                yield opened.start, mark.end, opened.end, mark.start, False
    left = [entry for entry in stack if entry.family != "single"]
    if left and _goes_on(text, start, left[0], following):
        last = start + len(text[start:end].rstrip())
        yield left[0].start, last, left[0].end, last, _opens_again(left[0], following)


def _goes_on(text: str, start: int, opened: _Open, following: str) -> bool:
    """Whether a mark left open is a quotation to the end of its paragraph rather than a stray sign."""
    lead = text[max(start, opened.start - 3) : opened.start].rstrip()
    return _opens_again(opened, following) or not lead or lead.endswith((",", ":"))


def _opens_again(opened: _Open, following: str) -> bool:
    return following.startswith(opened.sign)


def _last(stack: list[_Open], family: str) -> _Open | None:
    """The innermost mark of a family that is still open."""
    for entry in reversed(stack):
        if entry.family == family:
            return entry
    return None


def _role(text: str, start: int, end: int, mark: _Open, stack: list[_Open]) -> str:
    """Whether a mark opens, closes, or is neither."""
    before = text[mark.start - 1] if mark.start > start else " "
    after = text[mark.end] if mark.end < end else " "
    opens = not after.isspace() and (before.isspace() or before in "([{—–-/\"'“‘«„‚")
    closes = not before.isspace() and not (after.isalnum() and before.isalnum())
    opened = _last(stack, mark.family)
    if mark.family == "single":
        return _single_role(text, end, mark, opened, opens=opens, closes=closes)
    if mark.family not in ("double", "angle", "small angle"):
        return "open" if mark.sign in _OPENING else "close"
    return _double_role(mark, opened, opens=opens, closes=closes, spaced=before.isspace() and after.isspace())


def _double_role(mark: _Open, opened: _Open | None, *, opens: bool, closes: bool, spaced: bool) -> str:
    """Roles by what is open, since „…“ and »…« turn the English and French roles round."""
    if opened is None:
        if mark.sign in _CLOSING:
            return "open" if opens and not closes else ""
        return "open" if opens or (mark.sign in _OPENING and not (closes and mark.sign == "“")) else ""
    if mark.sign in _CLOSING:
        return "close"
    if mark.sign in _OPENING:
        return "close" if opened.sign != mark.sign and not opens else "open"
    return "open" if opens and not closes else "close" if closes or spaced else ""


def _single_role(text: str, end: int, mark: _Open, opened: _Open | None, *, opens: bool, closes: bool) -> str:
    """A single mark is an apostrophe unless it stands at the outside of a word."""
    if mark.sign in "‘‚‛" and opens:
        return "open"
    if _CLIPPED.match(text, mark.start):
        return ""
    if mark.sign == "'" and opens and not opened:
        return "open"
    if opened and closes and not text[mark.end : mark.end + 1].isalnum():
        return "" if _is_possessive(text, end, mark) else "close"
    return ""


def _is_possessive(text: str, end: int, mark: _Open) -> bool:
    """The apostrophe of "the workers' pay": another mark that can close still follows before one that opens."""
    if text[mark.start - 1] not in "sS" or not text[mark.end : mark.end + 1].isspace():
        return False
    for hit in _MARK.finditer(text, mark.end, min(end, mark.end + _LOOK_AHEAD)):
        if _FAMILY[hit[0]] == "single" and not text[hit.start() - 1].isspace():
            if not text[hit.end() : hit.end() + 1].isalnum():
                return True
        elif _FAMILY[hit[0]] == "single":
            return False
    return False
