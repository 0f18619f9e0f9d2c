"""The page of an archive's events: one file that works from disk, or one a month where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from html import escape
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import regex

from generator.archive.folders import name_index
from generator.archive.summaries import Member, Shared, Tally, count_outlets, find_days
from generator.archive.tables import UNDATED, read_month
from generator.pages import load_templates, templates_dir

ON_ONE_PAGE = 200
"""Events on one page; where there are more, each month has a page of its own."""
HEADLINES = 8
"""Headlines of an event that show at once; the rest unfolds."""
WORDINGS, WORDING = 50, 400
"""Wordings told as boilerplate, and how many code points of each are shown; the table has all."""

_STYLES = ("tokens", "base", "chrome", "table", "finding")
_OWN_STYLE = """
body { margin: 0; background: var(--v-paper); color: var(--v-ink); }
.v-page { box-sizing: border-box; margin: 0 auto; padding-bottom: 4rem; }
.v-event { content-visibility: auto; contain-intrinsic-size: auto 16rem; }
.v-rows { max-width: 44rem; }
"""
_DARK = '[data-md-color-scheme="slate"]'
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """An article's line: who, when, its headline as published (``None`` where it has none), its file if it has one."""

    outlet: str
    day: str
    iso: str
    title: str | None
    href: str | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event: its days, its headlines, earliest first, and what its outlets share."""

    name: str
    days: str
    href: str | None
    first: HeadlineView
    headlines: tuple[HeadlineView, ...]
    more: tuple[HeadlineView, ...]
    outlets: int
    shared: Shared

    @property
    def articles(self) -> int:
        """How many articles it has."""
        return len(self.headlines) + len(self.more)


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: its events, newest first, or the page that has them."""

    name: str
    title: str
    events: tuple[EventView, ...]
    href: str | None

    @property
    def articles(self) -> int:
        """How many articles its events have."""
        return sum(event.articles for event in self.events)

    @property
    def passages(self) -> int:
        """How many passages its events share."""
        return sum(event.shared.passages for event in self.events)


@dataclass(frozen=True, slots=True)
class WordingView:
    """A wording that many articles carry, cut where it is long."""

    exact: str
    cut: bool
    articles: int


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The page of all events."""

    months: tuple[MonthView, ...]
    on_one_page: bool
    events: int
    articles: int
    passages: int
    has_folders: bool
    wordings: tuple[WordingView, ...]
    more_wordings: int


@dataclass(frozen=True, slots=True)
class PageView:
    """A page that can be rendered; ``digest`` tells all that goes into it."""

    name: str
    title: str
    template: str
    view: ArchiveView | MonthView
    user_dir: Path | None
    digest: str

    def render(self) -> str:
        """The page."""
        template = load_templates(self.user_dir).get_template(f"pages/{self.template}.html")
        body = template.render(**{"view" if isinstance(self.view, ArchiveView) else "month": self.view})
        return _frame(self.title, body)


def view_pages(
    members: Mapping[str, Sequence[Member]],
    tally: Tally,
    boilerplate: pa.Table,
    files: Mapping[str, str],
    user_dir: Path | None = None,
) -> Iterator[PageView]:
    """``events.html``, and ``events/<YYYY-MM>.html`` where there are many events.

    ``files`` are the article files by the article's id; ``boilerplate`` begins with what most articles carry. A user's
    templates in ``user_dir`` win over ours.
    """
    on_one_page = len(members) <= ON_ONE_PAGE
    home = "" if on_one_page else "../"
    views = sorted(
        (
            (find_days(group)[0], _view_event(name, group, tally.read(name), files, home))
            for name, group in members.items()
        ),
        key=lambda item: (item[0] or date.min, item[1].name),
        reverse=True,
    )
    months = tuple(
        _view_month(month, tuple(view for _, view in found), on_one_page=on_one_page)
        for month, found in groupby(views, key=lambda item: read_month(item[0]))
    )
    drawn = _digest_templates(user_dir)
    view = _view_archive(months, tally, boilerplate, on_one_page=on_one_page)
    title = "Events of the archive"
    listed = (view,) if on_one_page else (_list_months(view), *view.wordings, view.more_wordings)
    yield PageView("events.html", title, "archive", view, user_dir, _digest(drawn, *listed))
    for month in () if on_one_page else months:
        digest = _digest(drawn, month)
        yield PageView(f"events/{month.name}.html", f"Events: {month.title}", "archive_month", month, user_dir, digest)


def _list_months(view: ArchiveView) -> tuple[object, ...]:
    """What a page that lists months says of them."""
    months = tuple(
        (month.title, month.href, len(month.events), month.articles, month.passages) for month in view.months
    )
    return (months, view.events, view.articles, view.passages, view.has_folders)


def _digest(drawn: str, *views: object) -> str:
    return blake2b(f"{drawn}{views!r}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _digest_templates(user_dir: Path | None) -> str:
    """All templates and styles that a page may be made of."""
    found = blake2b(digest_size=16)
    for folder in (templates_dir(), user_dir):
        for path in sorted(folder.rglob("*.html")) if folder and folder.is_dir() else ():
            found.update(path.read_bytes())
    found.update(_load_style().encode())
    return found.hexdigest()


def _view_archive(
    months: tuple[MonthView, ...], tally: Tally, boilerplate: pa.Table, *, on_one_page: bool
) -> ArchiveView:
    wordings = tuple(
        WordingView(row["exact"][:WORDING], len(row["exact"]) > WORDING, row["articles"])
        for row in boilerplate.slice(0, WORDINGS).to_pylist()
    )
    return ArchiveView(
        months,
        on_one_page,
        sum(len(month.events) for month in months),
        sum(month.articles for month in months),
        tally.passages,
        any(event.href for month in months for event in month.events),
        wordings,
        boilerplate.num_rows - len(wordings),
    )


def _view_month(name: str, events: tuple[EventView, ...], *, on_one_page: bool) -> MonthView:
    title = "Without a date" if name == UNDATED else f"{date.fromisoformat(f'{name}-01'):%B %Y}"
    return MonthView(name, title, events, None if on_one_page else f"events/{name}.html")


def _view_event(name: str, members: Sequence[Member], shared: Shared, files: Mapping[str, str], home: str) -> EventView:
    headlines = tuple(_view_headline(member, files, home) for member in members)
    folder = name_index(name).rpartition("/")[0]
    return EventView(
        name,
        _show_days(*find_days(members)),
        f"{home}{folder}/" if any(headline.href for headline in headlines) else None,
        headlines[0],
        headlines[:HEADLINES],
        headlines[HEADLINES:],
        count_outlets(members),
        shared,
    )


def _view_headline(member: Member, files: Mapping[str, str], home: str) -> HeadlineView:
    day = member.published
    file = files.get(member.id)
    return HeadlineView(
        member.outlet,
        _show_day(day) if day else "no date",
        day.isoformat() if day else "",
        member.title,
        f"{home}{file}" if file else None,
    )


def _show_days(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "no date"
    return _show_day(first) if first == last else f"{_show_day(first)} – {_show_day(last)}"


@lru_cache(maxsize=1_000)
def _show_day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _frame(title: str, body: str) -> str:
    """A whole page around a body that is ready; it asks nothing of anybody."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_load_style()}</style>\n</head>\n"
        f'<body>\n<main class="v-page">\n{body}\n</main>\n</body>\n</html>\n'
    )


def _load_style() -> str:
    """The site's stylesheets that are needed here, dark where the reader's system is."""
    folder = templates_dir() / "assets" / "stylesheets"
    style = "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES)
    dark = rf"{regex.escape(_DARK)} (\{{[^}}]*\}})"
    return regex.sub(dark, r"@media (prefers-color-scheme: dark) { :root \1 }", style) + _OWN_STYLE
