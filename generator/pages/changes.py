"""What changed since an event was first published, publication by publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from jinja2 import Environment

from generator.model import Amendment, Article
from generator.pages.address import href, name_part
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.revisions import amendment_pieces, version_anchor
from generator.pages.tongue import msgid
from generator.pages.wording import Link, Piece, first_words
from generator.permalinks import Change, Entry, Registry, Stamp, by_id, follow, list_changes
from generator.revisions import find_revisions

HEADINGS = {
    "new": msgid("New claims"),
    "gone": msgid("Claims no longer here"),
    "back": msgid("Claims here again"),
    "reworded": msgid("Claims with another statement"),
    "joined": msgid("Claims that another article carries now"),
    "left": msgid("Claims that an article carries no longer"),
    "number": msgid("Figures that an article changed"),
    "edited": msgid("Sentences that an article changed"),
}
_AMENDED = {
    "edited": msgid("Sentences that it changed"),
    "inserted": msgid("Sentences that it put in"),
    "removed": msgid("Sentences that it took out"),
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
    """What changed with one publication, by kind, under headings; or what its ``owner`` changed in an article.

    There is no kind where all of it was undone since.
    """

    anchor: str
    day: str
    kinds: tuple[tuple[str, tuple[ChangeView, ...]], ...]
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes, the newest publication first; ``feeds`` are its Atom and JSON feeds."""

    first: str
    publications: tuple[Publication, ...]
    feeds: tuple[Link, ...]


def build_changes(lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Page]:
    """The one page of changes; it is there from the first publication on, so that it can always be followed."""
    path = f"{lookup.root}changes/"
    view = view_changes(lookup, registry, path)
    tongue = lookup.tongue
    title = f"{tongue.gettext('Changes')}: {lookup.event.title}"
    about = tongue.gettext("What changed since this event was first published.")
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
    told = {n: tuple(group) for n, group in groupby(changes, key=lambda change: change.stamp.number)}
    stamps = sorted((entry.since for entry in registry.entries if entry.kind == "publication"), reverse=True)
    publications = tuple(_publication(place, stamp, told.get(stamp.number, ())) for stamp in stamps)
    every = sorted((*publications, *_versions(place)), key=lambda one: one.day, reverse=True)
    feeds = (Link("Atom", href(page, f"{page}feed.xml")), Link("JSON Feed", href(page, f"{page}feed.json")))
    first = min((entry.since for entry in registry.entries), default=None)
    return ChangesView(first.day if first else "", tuple(every), feeds)


def _versions(place: _Place) -> Iterator[Publication]:
    """What each article changed in its own text, version by version."""
    for article in place.lookup.articles:
        for revision in find_revisions(article) if article.versions else ():
            anchor = version_anchor(revision.since)
            link = Link(
                place.lookup.tongue.gettext("in the article"),
                href(place.page, place.lookup.article_path(article.siglum), anchor),
            )
            label = place.lookup.labels[article.siglum]
            kinds = tuple(
                (
                    place.lookup.tongue.gettext(heading),
                    tuple(ChangeView(link, label, article.lang, _amended(one)) for one in mine),
                )
                for kind, heading in _AMENDED.items()
                for mine in [[one for one in revision.amendments if one.kind == kind]]
                if mine
            )
            moment = revision.until or revision.since
            day = moment.isoformat()[:10] if moment else ""
            if kinds:
                yield Publication(f"{name_part(article.siglum)}-{anchor}", day, kinds, label)


def _amended(one: Amendment) -> tuple[Piece, ...]:
    return amendment_pieces(one.before, one.after)


def _publication(place: _Place, stamp: Stamp, changes: tuple[Change, ...]) -> Publication:
    kinds = tuple(
        (place.lookup.tongue.gettext(HEADINGS[kind]), tuple(_view(place, one) for one in changes if one.kind == kind))
        for kind in HEADINGS
        if any(one.kind == kind for one in changes)
    )
    return Publication(f"v-{stamp.number}", stamp.day, kinds)


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
        return Link(lookup.tongue.gettext("the claim"), href(page, lookup.claim_path(claim))) if claim else None
    name = entry.home if entry.kind == "figure" else entry.id
    return Link(lookup.tongue.gettext("in the article"), href(page, lookup.article_path(entry.siglum), name))


def _pieces(change: Change) -> Iterable[Piece]:
    """The words, or both wordings in one with what was taken out and put in."""
    if not (change.before and change.after):
        return first_words(change.before or change.after, _WORDS)
    return amendment_pieces(change.before, change.after)
