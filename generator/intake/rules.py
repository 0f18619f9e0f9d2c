"""The phrases that furniture is known by, read from the data files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex

Pattern = regex.Pattern[str]
NAME = r"\p{Lu}[\p{L}\p{M}.’-]*"
"""A word of a person's name."""

_SHOWN = {"cookies": "navigation"}
_END = r"[\s:.!?»›>→…|·–—-]*"


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled patterns; each is matched against a whole line with straight apostrophes made curly."""

    role: Pattern
    lines: tuple[tuple[str, Pattern], ...]
    share: Pattern
    beside_date: Pattern
    published: Pattern
    updated: Pattern
    months: dict[str, int]
    yearless: Pattern
    opening: Pattern
    holding: Pattern
    never: Pattern
    teasers: Pattern
    forms: Pattern
    comments: Pattern
    signatures: Pattern
    bylines: tuple[Pattern, ...]
    bare_byline: Pattern
    not_names: frozenset[str]
    agency: Pattern
    agency_words: Pattern
    agencies: Pattern
    credits: tuple[Pattern, ...]
    photos: tuple[Pattern, ...]
    holders: Pattern
    photo_closing: Pattern
    caption_openings: Pattern
    caption_signs: tuple[Pattern, ...]
    biography: Pattern
    pronouns: Pattern
    handles: Pattern


@cache
def load_rules() -> Rules:
    """The rules as shipped; read once."""
    data, agencies = _load("furniture"), _load("agencies")
    kinds = ("navigation", "cookies", "advertisement", "invitation", "teaser")
    months = _join(name for names in data["months"].values() for name in names)
    agency, words = _join(map(regex.escape, agencies["names"])), _join(agencies["words"])
    one = f"(?:(?-i:{agency})|{words})"
    bylines = _bylines(data["byline"], one)
    dates, comments, credit, photo = data["dates"], data["comments"], data["credit"], data["photo"]
    caption, invitation, biography = data["caption"], data["invitation"], data["biography"]
    return Rules(
        role=_compile(_join(data["byline"]["roles"])),
        lines=(
            *((_SHOWN.get(kind, kind), _whole(data[kind]["lines"])) for kind in kinds),
            ("teaser", _whole(data["teaser"]["anchors"])),
            ("comments", _whole(comments["forms"])),
        ),
        share=_word(data["share"]["pieces"]),
        beside_date=_word(dates["beside"]),
        published=_word(dates["published"]),
        updated=_word(dates["updated"]),
        months={name: int(number) for number, names in data["months"].items() for name in names},
        yearless=_word([rf"{months}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?", rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{months}"]),
        opening=_compile(invitation["opening"]),
        holding=_compile(invitation["holding"]),
        never=_compile(invitation["never"]),
        teasers=_whole(data["teaser"]["anchors"]),
        forms=_whole(comments["forms"]),
        comments=_whole(comments["anchors"]),
        signatures=_whole(comments["signatures"]),
        bylines=bylines[:-1],
        bare_byline=bylines[-1],
        not_names=frozenset(data["byline"]["not_names"]),
        agency=_word([f"(?-i:{agency})"]),
        agency_words=_compile(words),
        agencies=_compile(
            rf"(?:with|mit|avec)?\s*[—–(\[-]*\s*{one}(?:(?:\s*[,/&+|]\s*|\s+(?:and|und|et|y|with|mit|avec)\s+){one})*\s*[)\]]*\.?"
        ),
        credits=tuple(_compile(rf"[(\[]?{line}[)\]\s.]*") for line in credit["lines"]),
        photos=tuple(_compile(line, ignore_case=False) for line in photo["lines"]),
        holders=_compile(rf"\b(?:{_join(photo['holders'])}|(?-i:{agency}))\b"),
        photo_closing=_compile(photo["closing"] + "$"),
        caption_openings=_compile(_join(caption["openings"])),
        caption_signs=tuple(_compile(sign) for sign in caption["signs"]),
        biography=_biography(biography),
        pronouns=_compile(rf"(?:{_join(biography['pronouns'])})\b"),
        handles=_whole(biography["handles"]),
    )


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("generator.intake").joinpath(f"{name}.toml").read_text("utf-8"))


def _join(parts: Iterable[str]) -> str:
    """Alternatives, the longer first, so that none hides behind its own beginning."""
    return "(?:" + "|".join(sorted(parts, key=lambda part: (-len(part), part))) + ")"


def _compile(pattern: str, *, ignore_case: bool = True) -> Pattern:
    return regex.compile(pattern, regex.IGNORECASE | regex.VERSION1 if ignore_case else regex.VERSION1)


def _whole(parts: Iterable[str]) -> Pattern:
    return _compile(rf"[\[(•»›>|*\s]*{_join(parts)}{_END}[\])]?{_END}")


def _word(parts: Iterable[str]) -> Pattern:
    return _compile(rf"(?<![\p{{L}}\p{{N}}]){_join(parts)}(?![\p{{L}}\p{{N}}])")


def _bylines(data: dict[str, list[str]], agency: str) -> tuple[Pattern, ...]:
    """Of the shapes ``By Ada Lund, political editor``, ``Ada Lund reports`` and ``Agencies and The Post WORLD``.

    The last is a name alone, which only its place can tell from other names.
    """
    particle, join = _join(data["particles"]), _join(data["joins"])
    person = rf"(?-i:{NAME}(?:\s+(?:{particle}\s+)*{NAME}){{1,4}})"
    people = rf"(?P<people>{person}(?:\s*(?:,\s*(?:{join}\s+)?|\s{join}\s)\s*{person})*)"
    role = rf"(?:\s*[,|·–—-]?\s+{_join(data['roles'])})*"
    post = r"(?:staff|desk|newsroom|reporter|correspondent)"
    staff = rf"(?:our |the )?(?:[\p{{L}}’-]+ ){{0,4}}{post}(?: (?:reporter|writer|correspondent)s?)?"
    section = r"(?-i:\s+\p{Lu}{3,})?"
    return (
        _compile(rf"{_join(data['openings'])}\s*[:|]?\s+{people}{role}"),
        _compile(rf"{_join(data['openings'])}\s*[:|]?\s+(?P<agency>{agency}){role}"),
        _compile(rf"{_join(data['openings'])}\s*[:|]?\s+(?P<outlet>{staff})"),
        _compile(rf"{people}\s*[,|/–—-]\s*(?P<agency>{agency})"),
        _compile(rf"{people}\s+{_join(data['closings'])}"),
        _compile(rf"(?P<agency>{agency})\s+{join}\s+(?P<outlet>(?-i:{NAME}(?:\s+{NAME}){{0,4}}?)){section}"),
        _compile(rf"(?P<outlet>(?-i:{NAME}(?:\s+{NAME}){{0,4}}))\s+{join}\s+(?P<agency>{agency}){section}"),
        _compile(rf"{people}{role}"),
    )


def _biography(data: dict[str, list[str]]) -> Pattern:
    """Of the shapes ``Ada Lund is a journalist for The Post`` and ``Ada Lund covers the harbour``."""
    copula, profession, place = _join(data["copulas"]), _join(data["professions"]), _join(data["places"])
    name = rf"(?P<name>(?-i:{NAME}(?:\s+{NAME}){{0,4}}))"
    work = (
        rf"{copula}\s+(?:[\p{{L}}’-]+\s+){{0,6}}{profession}s?\b(?=[\s,.]*(?:$|(?:[\p{{L}}’,-]+\s+){{0,4}}{place}\b))"
    )
    return _compile(rf"{name},?\s+(?:{work}|(?P<beat>{_join(data['beats'])}\s))")
