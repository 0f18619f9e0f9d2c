"""What changed since an event was first published, publication by publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment

from generator.collation import collate
from generator.model import Article, Event, Span
from generator.pages.address import href
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.pairs import edit_pieces
from generator.pages.wording import Link, Piece, first_words
from generator.permalinks import Change, Entry, Registry, by_id, follow, list_changes

HEADINGS = {
    "new": "New claims",
    "gone": "Claims no longer here",
    "reworded": "Claims with another statement",
    "joined": "Claims that another article carries now",
    "left": "Claims that an article carries no longer",
    "number": "Figures that an article changed",
    "edited": "Sentences that an article changed",
}
_WORDS = 30


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: where it can be read, whose it is, and its words; ``link`` is ``None`` where the thing is gone."""

    link: Link | None
    owner: str
    lang: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """What changed with one publication, by kind, under headings."""

    anchor: str
    day: str
    kinds: tuple[tuple[str, tuple[ChangeView, ...]], ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes, the newest publication first; ``feeds`` are its Atom and JSON feeds."""

    first: str
    publications: tuple[Publication, ...]
    feeds: tuple[Link, ...]


def build_changes(lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Page]:
    """The one page of changes; none before anything changed."""
    path = f"{lookup.root}changes/"
    view = view_changes(lookup, registry, path)
    if view.publications:
        title, about = f"Changes: {lookup.event.title}", "What changed since this event was first published."
        chrome = view_chrome(lookup, path)
        yield build_page(templates, "changes", path, title, about, chrome=chrome, view=view, parent=lookup.root)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where changes are looked at from: the page, and what is looked up for each."""

    page: str
    lookup: Lookup
    entries: Mapping[str, Entry]
    articles: Mapping[str, Article]


def view_changes(lookup: Lookup, registry: Registry, page: str) -> ChangesView:
    """Every publication after the first that changed anything, seen from a page."""
    changes = list_changes(registry.entries)
    place = _Place(page, lookup, by_id(registry.entries), {article.siglum: article for article in lookup.articles})
    publications = tuple(
        _publication(place, tuple(group)) for _, group in groupby(changes, key=lambda change: change.stamp.number)
    )
    feeds = (Link("Atom", href(page, f"{page}feed.xml")), Link("JSON Feed", href(page, f"{page}feed.json")))
    first = min((entry.since for entry in registry.entries), default=None)
    return ChangesView(first.day if first else "", publications, feeds)


def _publication(place: _Place, changes: tuple[Change, ...]) -> Publication:
    kinds = tuple(
        (HEADINGS[kind], tuple(_view(place, one) for one in changes if one.kind == kind))
        for kind in HEADINGS
        if any(one.kind == kind for one in changes)
    )
    return Publication(f"v-{changes[0].stamp.number}", changes[0].stamp.day, kinds)


def _view(place: _Place, change: Change) -> ChangeView:
    article = place.articles.get(change.siglum)
    return ChangeView(
        _link(place, change),
        place.lookup.labels.get(change.siglum, change.siglum),
        article.lang if article else place.lookup.event.lang,
        tuple(_pieces(change)),
    )


def _link(place: _Place, change: Change) -> Link | None:
    """The claim, or the sentence or figure in its article."""
    entry = follow(place.entries, change.entry.id)
    if entry is None:
        return None
    lookup, page = place.lookup, place.page
    if entry.kind == "claim":
        claim = lookup.claims.get(entry.id)
        return Link("the claim", href(page, lookup.claim_path(claim))) if claim else None
    name = entry.home if entry.kind == "figure" else entry.id
    return Link("in the article", href(page, lookup.article_path(entry.siglum), name))


def _pieces(change: Change) -> Iterable[Piece]:
    """The words, or both wordings in one with what was taken out and put in."""
    if not (change.before and change.after):
        return first_words(change.before or change.after, _WORDS)
    event = Event.from_texts("change", after=change.after, before=change.before)
    before, after = Span("before", 0, len(change.before)), Span("after", 0, len(change.after))
    return edit_pieces(event, collate(event, before, after).edits)
