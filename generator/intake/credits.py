"""Who wrote: bylines, agency credits, and the agency of a dateline."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from generator.intake.dates import Stamp, split_stamp
from generator.intake.lines import count_words, curl
from generator.intake.rules import Pattern, Rules

MOST_SIGNS = 400
MOST_NAME_WORDS = 6
MOST_WORDS = 18
"""A byline of several authors with their places is not longer."""

_PLACE = r"(?:\p{Lu}[\p{L}\p{M}.’/-]*|\d{1,2}|de|of|la)"
_DATELINE = regex.compile(rf"{_PLACE}(?:,?\s{_PLACE}){{0,6}},?\s?\((?P<agency>[^()]{{2,40}})\)\s?[-–—]")
_WITH = regex.compile(r"^(?:with|mit|avec)\s+", regex.IGNORECASE)
_TRAILING = regex.compile(r"[\s,|·–—.-]+$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says; empty text where it does not."""

    author: str = ""
    agency: str = ""
    outlet: str = ""
    stamp: Stamp = field(default_factory=Stamp)


def find_byline(text: str, rules: Rules) -> Byline | None:
    """What a line says of its authors and of nothing else but a date; ``None`` where it is no byline."""
    if len(text) > MOST_SIGNS or count_words(text) > MOST_WORDS:
        return None
    stamp, left = split_stamp(text, rules)
    # The line as it stands comes first: taking dates out also flattens its marks.
    for candidate, dates in ((text, Stamp()), (_before_date(text, rules), stamp), (left, stamp)):
        plain = _TRAILING.sub("", curl(candidate))
        for pattern in rules.bylines:
            hit = pattern.fullmatch(plain)
            if hit and (byline := _build_byline(hit, candidate, rules, dates)):
                return byline
    return None


def find_credit(text: str, rules: Rules) -> str | None:
    """The agency that a credit line names, empty where it names none; ``None`` where the line is no credit."""
    if len(text) > MOST_SIGNS:
        return None
    plain = curl(text)
    if rules.agencies.fullmatch(plain):
        return _WITH.sub("", text).strip(" —–-()[].")
    found = [credit for pattern in rules.credits if (credit := _read_credit(pattern, text, rules)) is not None]
    return next((credit for credit in found if credit), "") if found else None


def find_agencies(text: str, rules: Rules) -> str:
    """The agencies that a credit names, or its words where it only speaks of agencies; else nothing."""
    plain = curl(text)
    if rules.agency_words.search(plain):
        return regex.sub(r"^[Tt]he\s+", "", text).strip(" .()[]")
    named = (text[hit.start() : hit.end()].removeprefix("The ") for hit in rules.agency.finditer(plain))
    return ", ".join(dict.fromkeys(named))


def _read_credit(pattern: Pattern, text: str, rules: Rules) -> str | None:
    """What a credit of one shape names; ``None`` where the line has another, or must name an agency and does not."""
    hit = pattern.fullmatch(curl(text))
    if hit is None:
        return None
    group = next(iter(pattern.groupindex), "")
    start, end = hit.span(group) if group else (0, 0)
    found = find_agencies(text[start:end].strip(), rules)
    return None if group == "named" and not found else found


def find_dateline_agency(text: str, rules: Rules) -> str:
    """The agency in brackets between a place and a dash at the beginning of a paragraph; else nothing."""
    hit = _DATELINE.match(curl(text))
    return hit["agency"] if hit and rules.agencies.fullmatch(hit["agency"]) else ""


def _before_date(text: str, rules: Rules) -> str:
    """The line up to the label or date that ends it, its marks kept: ``By Ada Lund and Bo Ek``."""
    label = min(
        (hit.start() for pattern in (rules.published, rules.updated) for hit in pattern.finditer(text)), default=0
    )
    digit = regex.search(r"\s\d", text)
    ends = [end for end in (label, digit.start() if digit else 0) if end]
    return text[: min(ends)] if ends else ""


def _build_byline(hit: regex.Match[str], text: str, rules: Rules, stamp: Stamp) -> Byline | None:
    """The byline of a match, if its people can be people."""
    groups = hit.groupdict()
    people = text[hit.start("people") : hit.end("people")] if groups.get("people") else ""
    agency = groups.get("agency") or ""
    if not people:
        return Byline(agency=agency, outlet=groups.get("outlet") or "", stamp=stamp)
    if rules.agencies.fullmatch(curl(people)):
        return Byline(agency=people, stamp=stamp)
    last = [found for found in rules.agency.finditer(curl(people)) if found.end() == len(people)]
    if last and not agency:
        agency, people = people[last[-1].start() :], people[: last[-1].start()].rstrip(" ,|/")
    return Byline(author=_name_people(people, rules), agency=agency, stamp=stamp) if _are_names(people, rules) else None


def _are_names(people: str, rules: Rules) -> bool:
    words = regex.findall(r"[\p{L}\p{M}’'.-]+", people)
    return len(words) > 1 and not any(word.lower() in rules.not_names for word in words)


def _name_people(people: str, rules: Rules) -> str:
    """The names without what the people are: ``Ada Lund, Political Editor`` is one person."""
    named = [part for part in regex.split(r"\s*,\s*", people) if not rules.role.fullmatch(part)]
    return _lower_shouting(", ".join(named))


def is_name(text: str, rules: Rules) -> bool:
    """Whether a line is no more than what may be names, with what their bearers are."""
    hit = rules.bare_byline.fullmatch(curl(text)) if count_words(text) <= MOST_NAME_WORDS else None
    return bool(hit) and _are_names(str(hit["people"]) if hit else "", rules)


def _lower_shouting(name: str) -> str:
    """A name in capitals throughout as names are written: ``ADA LUND`` becomes ``Ada Lund``."""
    letters = [sign for sign in name if sign.isalpha()]
    return name.title().replace(" And ", " and ") if all(sign.isupper() for sign in letters) else name
