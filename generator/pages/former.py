"""Addresses that were published and are no page's own today: where each leads, or what stood there and until when.

A thing that is part of another has a page that redirects without a script; a thing that is gone has a page that says
so. A fragment that a page no longer has is kept at its foot. Nothing that was ever given out leads nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from jinja2 import Environment

from generator.pages.address import href, name_part, pair_id
from generator.pages.chrome import build_page, view_chrome
from generator.pages.lookup import Lookup
from generator.pages.page import Page, find_anchors
from generator.pages.plots import group_anchor
from generator.pages.redirects import Redirect
from generator.pages.wording import Link, Piece, first_words
from generator.permalinks import Entry, Registry, Remains, by_id, follow

_WORDS = 14


@dataclass(frozen=True, slots=True)
class Notice:
    """A fragment that its page no longer has: its first words, since when they are gone, or where they stand now."""

    id: str
    pieces: tuple[Piece, ...]
    since: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """The page of something that is gone: what it was, in its first words, and since when.

    ``remains`` are the claims that sentences of a claim belong to today.
    """

    kind: str
    pieces: tuple[Piece, ...]
    owner: str
    since: str
    all_of_them: str
    remains: tuple[Link, ...]


@dataclass(frozen=True)
class Former:
    """What a registry knows of former addresses, beside the pages of today."""

    lookup: Lookup
    entries: tuple[Entry, ...]

    @cached_property
    def known(self) -> Mapping[str, Entry]:
        """The entries under their identifiers."""
        return by_id(self.entries)

    @cached_property
    def remains(self) -> Remains:
        """What is told today of claims that are gone."""
        return Remains(self.entries)

    def path(self, entry: Entry) -> str:
        """The address of a thing with a page of its own, as it is or was."""
        folder = {"article": "articles", "claim": "claims", "outlet": "outlets"}[entry.kind]
        return f"{self.lookup.root}{folder}/{name_part(entry.siglum if entry.kind == 'article' else entry.slug)}/"

    def article_path(self, siglum: str) -> str:
        """The address to which an article's leads."""
        entry = follow(self.known, f"a-{siglum}")
        return self.lookup.article_path(entry.siglum if entry else siglum)

    def claim_path(self, entry: Entry) -> str:
        """The address to which a claim's leads."""
        return self.path(follow(self.known, entry.id) or entry)

    def home(self, entry: Entry) -> tuple[str, str]:
        """The page and fragment of a thing that stands on a page with others."""
        root = self.lookup.root
        if entry.kind == "passage":
            return self.article_path(entry.siglum), entry.id
        if entry.kind == "group":
            return f"{root}figures/", group_anchor(entry.id)
        if entry.kind == "speaker":
            return f"{root}quotes/", f"by-{name_part(entry.exact)}"
        return f"{root}{entry.kind}s/", name_part(entry.id)


def find_redirects(lookup: Lookup, registry: Registry) -> Iterator[Redirect]:
    """Each former address of an article or claim that leads to one of today."""
    former = Former(lookup, registry.entries)
    taken = {former.path(entry) for entry in registry.entries if entry.live and entry.kind in {"article", "claim"}}
    for entry in registry.entries:
        target = follow(former.known, entry.id)
        if entry.kind in {"article", "claim"} and target:
            paths = {former.path(replace(entry, slug=slug)) for slug in (entry.slug, *entry.former)}
            yield from (Redirect(path, former.path(target)) for path in sorted(paths - taken))


def build_notices(lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Page]:
    """A page for each address whose article, claim or outlet is gone."""
    former = Former(lookup, registry.entries)
    taken = {former.path(one) for one in registry.entries if one.live and one.kind in {"article", "claim", "outlet"}}
    for entry in registry.entries:
        if entry.kind not in {"article", "claim", "outlet"} or follow(former.known, entry.id):
            continue
        paths = {former.path(replace(entry, slug=slug)) for slug in (entry.slug, *entry.former)}
        for path in sorted(paths - taken):
            yield _notice_page(former, entry, path, templates)


def _notice_page(former: Former, entry: Entry, path: str, templates: Environment) -> Page:
    lookup = former.lookup
    section = f"{lookup.root}{path.removeprefix(lookup.root).split('/')[0]}/"
    owner = former.known.get(f"a-{entry.siglum}")
    view = NoticeView(
        kind=entry.kind,
        pieces=first_words(entry.exact, _WORDS),
        owner=owner.exact if owner and entry.kind == "claim" else "",
        since=_since(former, entry),
        all_of_them=href(path, section),
        remains=tuple(_view_remains(former, entry, path)),
    )
    tongue = lookup.tongue
    title = f"{tongue.gettext('No longer here')}: {lookup.event.title}"
    about = tongue.gettext("What stood at this address, and until when.")
    chrome = view_chrome(lookup, path)
    page = build_page(templates, "notice", path, title, about, chrome=chrome, view=view, parent=section)
    return replace(page, former=True)


def _view_remains(former: Former, entry: Entry, path: str) -> Iterator[Link]:
    for one in former.remains.of(entry) if entry.kind == "claim" else ():
        words = "".join(piece.text for piece in first_words(one.exact, _WORDS))
        yield Link(words, href(path, former.path(one)))


def add_notices(pages: Iterable[Page], lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Page]:
    """The same pages, each with the fragments at its foot that it had and no longer has."""
    notices = find_notices(lookup, registry)
    for page in pages:
        left = [notice for name, notice in sorted(notices.get(page.path, {}).items()) if name not in page.anchors]
        yield _with_notices(page, left, templates) if left else page


def find_notices(lookup: Lookup, registry: Registry) -> dict[str, dict[str, Notice]]:
    """By path, then by fragment: each fragment that is no longer what it was."""
    notices: dict[str, dict[str, Notice]] = {}
    for path, notice in _find_notices(Former(lookup, registry.entries)):
        notices.setdefault(path, {}).setdefault(notice.id, notice)
    return notices


def _with_notices(page: Page, notices: list[Notice], templates: Environment) -> Page:
    foot = templates.get_template("partials/former.html").render(notices=notices, quiet=page.former)
    return replace(page, body=page.body + foot, anchors=page.anchors | find_anchors(foot))


def _find_notices(former: Former) -> Iterator[tuple[str, Notice]]:
    for entry in former.entries:
        if entry.kind in {"passage", "quote", "figure", "group", "speaker"}:
            yield from _of_part(former, entry)
        elif entry.kind == "claim":
            yield from _of_claim(former, entry)
        elif entry.kind == "finding":
            yield from _of_finding(former, entry)
        elif entry.kind == "publication":
            yield f"{former.lookup.root}changes/", Notice(entry.id, (Piece(entry.since.day),), "")


def _of_part(former: Former, entry: Entry) -> Iterator[tuple[str, Notice]]:
    """What stood on a page with others, and in articles that it has left."""
    page, fragment = former.home(entry)
    target = follow(former.known, entry.id)
    goal = former.home(target) if target else None
    pieces, since = first_words(entry.exact, _WORDS), _since(former, entry)
    if not entry.live:
        yield page, Notice(fragment, pieces, since, href(page, *goal) if goal else "")
    for siglum in entry.former if entry.kind == "passage" else ():
        left = former.article_path(siglum)
        if left != page:
            yield left, Notice(fragment, pieces, since, href(left, *goal) if goal else "")


def _of_claim(former: Former, entry: Entry) -> Iterator[tuple[str, Notice]]:
    """Articles and pairs on the page to which a claim leads, or led, and its own fragment in articles."""
    page, pieces = former.claim_path(entry), first_words(entry.exact, _WORDS)
    left = {stay.siglum: stay.until.day for stay in entry.stays if stay.until}
    since = _since(former, entry)
    for stay in entry.stays:
        there = entry.live and stay.until is None
        article = former.article_path(stay.siglum)
        target = href(article, page) if follow(former.known, entry.id) else ""
        for slug in (*entry.former, *(() if there else (entry.slug,))):
            yield article, Notice(f"claim-{name_part(slug)}", pieces, left.get(stay.siglum, since), target)
    for home in {page, *(former.claim_path(former.known[name]) for name in entry.led if name in former.known)}:
        yield from ((home, notice) for notice in _of_carriers(former, entry, home, page))
        yield from ((home, notice) for notice in _of_rows(former, entry, home))


def _of_rows(former: Former, entry: Entry, home: str) -> Iterator[Notice]:
    """The figures that had a row on a claim's page; today's page has most of them itself."""
    for name in entry.rows:
        figure = former.known.get(name)
        if figure:
            target = follow(former.known, name)
            goal = href(home, *former.home(target)) if target else ""
            yield Notice(name_part(name), first_words(figure.exact, _WORDS), _since(former, figure), goal)


def _of_carriers(former: Former, entry: Entry, home: str, page: str) -> Iterator[Notice]:
    """The fragments of a claim's articles and of their pairs on a page where it is or was, if it has them no longer."""
    names = {stay.siglum: _outlet(former, stay.siglum) for stay in entry.stays}
    left = {stay.siglum: stay.until.day for stay in entry.stays if stay.until}
    whole = _since(former, entry)
    for siglum, name in names.items():
        if not entry.live or siglum in left or home != page:
            yield Notice(f"in-{name_part(siglum)}", (Piece(name),), left.get(siglum, whole))
    for one, other in combinations(names, 2):
        since = min((left[name] for name in (one, other) if name in left), default=whole)
        if not entry.live or one in left or other in left or home != page:
            target = _renamed_pair(former, entry, home, page, (one, other))
            yield Notice(pair_id(one, other), (Piece(_joined(former, names[one], names[other])),), since, target)


def _of_finding(former: Former, entry: Entry) -> Iterator[tuple[str, Notice]]:
    """What differed, on the event's page and on those of the claims it was about."""
    fragment, since = f"finding-{name_part(entry.id)}", _since(former, entry)
    claims = [former.known[name] for name in (entry.home, *entry.former) if name in former.known]
    root = former.lookup.root
    for page in (root, *(former.claim_path(claim) for claim in claims)):
        if not entry.live or (page != root and claims and page != former.claim_path(claims[0])):
            pieces = (Piece(former.lookup.tongue.term(entry.exact.replace("-", " "), "finding")),)
            yield page, Notice(fragment, pieces, since, href(page, root, fragment) if entry.live else "")


def _renamed_pair(former: Former, entry: Entry, home: str, page: str, pair: tuple[str, str]) -> str:
    """Where two articles of which one has another siglum now are compared, if they are."""
    today = follow(former.known, entry.id)
    homes = [follow(former.known, f"a-{siglum}") for siglum in pair]
    carriers = {stay.siglum for stay in today.stays if stay.until is None} if today else set()
    sigla = {home.siglum for home in homes if home}
    return href(home, page, pair_id(*sorted(sigla))) if len(sigla) > 1 and sigla <= carriers else ""


def _joined(former: Former, one: str, other: str) -> str:
    return former.lookup.tongue.gettext("%(one)s and %(other)s", one=one, other=other)


def _outlet(former: Former, siglum: str) -> str:
    entry = former.known.get(f"a-{siglum}")
    return entry.exact if entry else siglum


def _since(former: Former, entry: Entry) -> str:
    """The day from which on a thing is gone; of one that is part of another, the day that one went."""
    seen: set[str] = set()
    while entry.moved in former.known and entry.id not in seen:
        seen.add(entry.id)
        entry = former.known[entry.moved]
    return entry.gone.day if entry.gone else ""
