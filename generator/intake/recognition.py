"""What a saved page's lines are: headline, standfirst, text, and the furniture around them.

The rules look at position, length, end marks, credits and repetition, and keep a line where they are in doubt: a
line of furniture too many can be taken out by the editor, a sentence too few is missed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from generator.intake.credits import Byline, find_byline, find_credit, find_dateline_agency, is_name
from generator.intake.dates import split_stamp
from generator.intake.furniture import MOST_STAMP_WORDS, find_kind, is_invitation
from generator.intake.lines import Line, Removed, count_words, curl, is_headline_like, is_prose, same_words
from generator.intake.photos import has_caption_sign, is_caption_beside
from generator.intake.rules import Rules
from generator.intake.tail import find_biographer, mark_comments, mark_tail, mark_teasers

HEAD_PROSE = 2
"""Bylines and agency credits stand above the second line of prose, or at the end."""
LEAST_STANDFIRST, MOST_STANDFIRST = 5, 70

Kinds = list[str | None]


@dataclass(frozen=True, slots=True)
class Recognition:
    """What was found; empty text where nothing was. Dates are ISO 8601. ``title`` and ``standfirst`` are lines."""

    title: Line | None
    standfirst: Line | None
    body: tuple[Line, ...]
    removed: tuple[Removed, ...]
    author: str = ""
    agency: str = ""
    published: str = ""
    updated: str = ""


def recognise(
    lines: Sequence[Line], rules: Rules, *, outlet: str = "", title: str = "", has_headline: bool = True
) -> Recognition:
    """Tell an article's lines from the page's; each line is the headline, the standfirst, in the body, or removed.

    ``outlet`` and ``title`` are what is known beforehand; ``has_headline`` is false where the title is known from
    elsewhere and need not stand among the lines.
    """
    name = same_words(outlet)
    kinds = [_find_kind(line, name, rules) for line in lines]
    head = _find_title(lines, kinds, outlet, title, has_headline=has_headline)
    _mark_page(lines, kinds, head, rules)
    _mark_repeats(lines, kinds, head, lines[head].text if head >= 0 else title)
    bylines, agencies = _mark_head(lines, kinds, head, rules)
    standfirst = _find_standfirst(lines, kinds, head) if head >= 0 or title else -1
    if standfirst >= 0:
        _mark_repeats(lines, kinds, standfirst, lines[standfirst].text)
    _mark_captions(lines, kinds, head, rules)
    bylines += _find_tail_bylines(lines, kinds, rules)
    author = next((byline.author for byline in bylines if byline.author), "")
    mark_tail(lines, kinds, author, rules)
    found = _sort_lines(lines, kinds, head, standfirst)
    return _read_credits(found, bylines, agencies, rules)


def _find_kind(line: Line, outlet: tuple[str, ...], rules: Rules) -> str | None:
    if outlet and same_words(line.text) == outlet:
        return "outlet"
    kind = find_kind(line.text, rules)
    if kind is None and count_words(line.text) <= MOST_STAMP_WORDS:
        # The outlet's name, or the place in capitals, may stand beside the date.
        stamp, left = split_stamp(curl(line.text), rules)
        short = left.isupper() and count_words(left) <= HEAD_PROSE
        return "date" if stamp.dated and (short or (outlet and same_words(left) == outlet)) else None
    return kind


def _find_title(lines: Sequence[Line], kinds: Kinds, outlet: str, title: str, *, has_headline: bool) -> int:
    """The index of the headline; -1 where there is none: the first line may be the article's first sentence."""
    known = same_words(title)
    for at, line in enumerate(lines[:12]):
        if known and same_words(line.text) == known:
            return at if has_headline else -1
    if not has_headline or not lines:
        return -1
    # A headline may begin as a pointer to another article does, but not below other lines.
    free = [at for at in range(len(lines)) if kinds[at] is None or (at == 0 and kinds[at] == "teaser")]
    for at, after in pairwise(free):
        words = count_words(lines[at].text)
        if is_headline_like(lines[at].text) and words > HEAD_PROSE:
            return _without_outlet(lines, at, outlet)
        if words > HEAD_PROSE or not is_headline_like(lines[after].text, fewest=HEAD_PROSE + 1):
            return at if is_headline_like(lines[at].text) else -1
        # A word or two above a headline name the page's section.
        kinds[at] = "navigation"
    return -1


def _without_outlet(lines: Sequence[Line], at: int, outlet: str) -> int:
    """The same headline further down where the first one has the outlet's name behind it, as a window's title has."""
    words, name = same_words(lines[at].text), same_words(outlet)
    for below in range(at + 1, min(at + 6, len(lines))):
        if name and same_words(lines[below].text) + name == words:
            return below
    return at


def _mark_page(lines: Sequence[Line], kinds: Kinds, head: int, rules: Rules) -> None:
    """Mark what needs no more than the line and the lists around it."""
    for at, line in enumerate(lines):
        if kinds[at] is None and at != head and is_invitation(line.text, rules):
            kinds[at] = "invitation"
    if head >= 0:
        kinds[head] = "headline"
    mark_comments(lines, kinds, rules)
    mark_teasers(lines, kinds, rules)


def _mark_repeats(lines: Sequence[Line], kinds: Kinds, head: int, text: str) -> None:
    """Mark lines that say what the line at ``head`` says, and the headline with the outlet's name above it."""
    words = same_words(text)
    for at, line in enumerate(lines):
        below = same_words(line.text)
        longer = at < head and len(words) > HEAD_PROSE and below[: len(words)] == words
        if at != head and words and kinds[at] in {None, "teaser"} and (below == words or longer):
            kinds[at] = "repeat"


def _mark_head(lines: Sequence[Line], kinds: Kinds, head: int, rules: Rules) -> tuple[list[Byline], list[str]]:
    """Mark bylines and agency credits above the second line of prose, and tell what they say."""
    bylines: list[Byline] = []
    agencies: list[str] = []
    prose = 0
    for at in range(head + 1, len(lines)):
        if kinds[at] is not None and kinds[at] != "outlet":
            continue
        text = lines[at].text
        credit = find_credit(text, rules)
        if byline := find_byline(text, rules):
            kinds[at] = "byline"
            bylines.append(byline)
        elif credit is not None:
            kinds[at] = "credit"
            agencies.append(credit)
        elif head >= 0 and is_name(text, rules) and "date" in {kinds[at - 1], *kinds[at + 1 : at + 2]}:
            # A name beside the date is a byline, or a place: it is taken out, but nobody is named the author.
            kinds[at] = "byline"
        prose += kinds[at] is None and is_prose(text)
        if prose == HEAD_PROSE:
            break
    return bylines, agencies


def _find_standfirst(lines: Sequence[Line], kinds: Kinds, head: int) -> int:
    """The index of the standfirst; -1 where there is none.

    It is the first line below the headline, and no sentence, or printed again below, or parted from the text by the
    byline or the date.
    """
    free = [at for at in range(head + 1, len(lines)) if kinds[at] is None]
    if len(free) < 2 or not LEAST_STANDFIRST <= count_words(lines[free[0]].text) <= MOST_STANDFIRST:  # noqa: PLR2004 - it and a text
        return -1
    first, after = free[0], free[1]
    text = lines[first].text
    if text.endswith(":") or regex.match(r"(?:[-*•–—]|\d{1,2}[.)])\s", text):
        return -1
    if kinds[first + 1] == "credit" and not is_prose(lines[first].text) and after == first + 1:
        return -1
    parted = any(kinds[at] in {"byline", "date"} for at in range(first + 1, after))
    again = any(same_words(lines[at].text) == same_words(text) for at in free[1:])
    return first if not is_prose(text) or parted or again else -1


def _mark_captions(lines: Sequence[Line], kinds: Kinds, head: int, rules: Rules) -> None:
    """Mark the caption beside each photo credit: the line above it, else the line below."""
    for at in range(len(lines)):
        if kinds[at] != "credit" or find_credit(lines[at].text, rules) is not None:
            continue
        above, below = at - 1, at + 1
        if above > head and kinds[above] is None and is_caption_beside(lines[above].text, rules, below=False):
            first = all(kinds[before] is not None for before in range(head + 1, above))
            # The first line below a headline may be its standfirst unless it shows that it describes a photo.
            if not first or has_caption_sign(lines[above].text, rules):
                kinds[above] = "caption"
        elif below < len(lines) and kinds[below] is None and is_caption_beside(lines[below].text, rules, below=True):
            kinds[below] = "caption"


def _find_tail_bylines(lines: Sequence[Line], kinds: Kinds, rules: Rules, *, last: int = 8) -> list[Byline]:
    """The bylines among the last lines, read before the biography that names the same author."""
    free = [line.text for line, kind in zip(lines, kinds, strict=True) if kind is None]
    return [byline for text in free[1:][-last:] if (byline := find_byline(text, rules))]


def _sort_lines(lines: Sequence[Line], kinds: Kinds, head: int, standfirst: int) -> Recognition:
    """Each line in its place."""
    kept = {head, standfirst}
    return Recognition(
        title=lines[head] if head >= 0 else None,
        standfirst=lines[standfirst] if standfirst >= 0 else None,
        body=tuple(line for at, line in enumerate(lines) if kinds[at] is None and at not in kept),
        removed=tuple(
            Removed(line.number, kind, line.text)
            for at, line in enumerate(lines)
            if (kind := kinds[at]) is not None and at not in kept
        ),
    )


def _read_credits(found: Recognition, bylines: Sequence[Byline], agencies: Sequence[str], rules: Rules) -> Recognition:
    """The values that the lines taken out, and the dateline, give."""
    stamps = [byline.stamp for byline in bylines]
    stamps += [
        stamp for item in found.removed if item.kind == "date" and (stamp := split_stamp(curl(item.text), rules)[0])
    ]
    tail = [credit for item in found.removed if item.kind == "credit" and (credit := find_credit(item.text, rules))]
    dateline = find_dateline_agency(found.body[0].text, rules) if found.body else ""
    biographies = [item.text for item in found.removed if item.kind == "biography"]
    published = _first(str(stamp.published or "") for stamp in stamps)
    return replace(
        found,
        author=_first(byline.author for byline in bylines)
        or _first(find_biographer(curl(text), rules) for text in biographies),
        agency=_first([dateline, *(byline.agency for byline in bylines), *agencies, *tail]),
        published=published,
        updated=_first(str(stamp.updated or "") for stamp in stamps) if published else "",
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
