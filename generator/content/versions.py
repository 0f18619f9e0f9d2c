"""Earlier versions of articles: ``articles/<siglum>@<time>.md``, the time being from when on it read so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.fields import parse_date
from generator.files import show_path
from generator.model import Article

SIGN = "@"
"""Parts the siglum from the time in a version's file name."""

_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:T(?P<hour>\d\d)[:-]?(?P<minute>\d\d)(?:[:-]?(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d[:-]?\d\d)?)?"
)

Moment = date | datetime


def is_version(path: Path) -> bool:
    """Whether a file is named as a version is."""
    return SIGN in path.stem


def add_versions(
    articles: Iterable[Article],
    paths: Sequence[Path],
    known: Iterable[str],
    read: Callable[[Path, Article], Article | None],
) -> tuple[tuple[Article, ...], tuple[Diagnostic, ...]]:
    """The articles with their versions, the oldest first, and what is wrong with the names of files.

    ``known`` are the sigla of all article files, faulty ones too; ``read`` makes a version of a file, taking from its
    article what it leaves out.
    """
    named = {article.siglum: article for article in articles}
    moments = {path: moment for path in paths if (moment := read_moment(path.stem)) is not None}
    faults = [_bad_time(path) for path in paths if path not in moments]
    faults += [_no_article(path) for path in moments if _siglum(path) not in {*known}]
    found: dict[str, list[tuple[Moment, Path]]] = {}
    for path, moment in sorted(moments.items(), key=lambda item: (_order(item[1]), item[0].name)):
        if _siglum(path) in named:
            found.setdefault(_siglum(path), []).append((moment, path))
    for siglum, versions in found.items():
        faults += _find_out_of_order(named[siglum], versions)
    return tuple(_with_versions(named, found, read)), tuple(faults)


def find_values(article: Article) -> dict[str, str]:
    """The fields of an article that a version may leave out."""
    standfirst = article.standfirst
    return {
        "outlet": article.outlet,
        "title": article.title,
        "standfirst": article.text[standfirst.start : standfirst.end] if standfirst else "",
        "published": article.published.isoformat() if article.published else "",
        "lang": article.lang,
    }


def read_moment(stem: str) -> Moment | None:
    """The time in a version's file name: ISO 8601, with hyphens for colons where a system allows none."""
    hit = _TIME.fullmatch(stem.partition(SIGN)[2])
    if hit is None:
        return None
    if hit["hour"] is None:
        return parse_date(hit["day"])
    zone = hit["zone"] or ""
    digits = zone if zone in {"", "Z"} else f"{zone[:3]}:{zone[-2:]}"
    return parse_date(f"{hit['day']}T{hit['hour']}:{hit['minute']}:{hit['second'] or '00'}{digits}")


def _with_versions(
    named: Mapping[str, Article],
    found: Mapping[str, Sequence[tuple[Moment, Path]]],
    read: Callable[[Path, Article], Article | None],
) -> Iterable[Article]:
    for article in named.values():
        texts = [(moment, read(path, article)) for moment, path in found.get(article.siglum, ())]
        yield replace(article, versions=tuple(replace(text, updated=moment) for moment, text in texts if text))


def _find_out_of_order(article: Article, versions: Sequence[tuple[Moment, Path]]) -> Iterable[Diagnostic]:
    """Versions of one time, and those that are not earlier than the article."""
    for (one, _), (other, path) in pairwise(versions):
        if one == other:
            message = f"{article.siglum} has two versions of one time."
            yield Diagnostic(show_path(path), 0, 0, "duplicate-version", message, "Keep one of them.")
    last = article.updated or article.published
    for moment, path in versions:
        if last is not None and _is_later(moment, last):
            message = f"The version is newer than the article, which is of {last.isoformat()}."
            hint = "Say in the article when it was updated, or name the version by the time it was published."
            yield Diagnostic(show_path(path), 0, 0, "late-version", message, hint)


def _is_later(one: Moment, other: Moment) -> bool:
    """Whether a time is after another; by the day where not both are times of one kind."""
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        return one > other
    return one.isoformat()[:10] > other.isoformat()[:10]


def _order(moment: Moment) -> datetime:
    """A time to sort by: a day begins it, and a time without a zone is taken for UTC."""
    whole = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return whole if whole.tzinfo else whole.replace(tzinfo=UTC)


def _siglum(path: Path) -> str:
    return unicodedata.normalize("NFC", path.stem).partition(SIGN)[0]


def _bad_time(path: Path) -> Diagnostic:
    message = f"{path.stem.partition(SIGN)[2]} is not a time."
    hint = f"Name the file such as {_siglum(path)}{SIGN}2031-05-02.md or {_siglum(path)}{SIGN}2031-05-02T14-05Z.md."
    return Diagnostic(show_path(path), 0, 0, "bad-version", message, hint)


def _no_article(path: Path) -> Diagnostic:
    message = f"There is no article {_siglum(path)} of which this could be a version."
    hint = f"Add {_siglum(path)}.md, the article as it reads now, or correct the name."
    return Diagnostic(show_path(path), 0, 0, "lost-version", message, hint)
