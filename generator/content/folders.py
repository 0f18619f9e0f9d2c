"""The content folder: which of its files are events, articles and outlets."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import fields
from generator.content import locks, versions
from generator.content.body import settle_body
from generator.content.claims import read_emendation
from generator.content.matter import Matter, MatterError, read_matter
from generator.content.names import find_strays, find_twins, tell_name, unread
from generator.content.reading import find_place_fault, list_folder
from generator.content.values import read_values
from generator.diagnostics import ContentError, Diagnostic
from generator.fields import Kind, parse_date
from generator.files import load_text, show_path
from generator.model import Article, Emendation, Event, Outlet, Span
from generator.words import fold

Faults = list[Diagnostic]


def load_event(path: Path | str) -> Event:
    """The event in the folder ``path``, with the outlets that its content folder describes.

    Raises :class:`ContentError` with every fault found; warnings alone do not stop it.
    """
    # The folder's name names the event, also where it is given as "." or with "..".
    folder, faults = Path(os.path.abspath(path)), Faults()  # noqa: PTH100 - resolve() would follow links
    outlets = _read_outlets(folder.parent, faults)
    event = _read_event(folder, folder.parent, outlets, faults)
    _raise_errors(faults)
    if event is None:
        raise ContentError([Diagnostic(show_path(folder), 0, 0, "no-articles", "There is no event here.", "")])
    return event


def load_content(path: Path | str) -> tuple[Event, ...]:
    """The events in the content folder ``path``, in order of name; raises :class:`ContentError` with every fault."""
    events, faults = _read_content(Path(path))
    _raise_errors(faults)
    return events


def check_content(path: Path | str) -> tuple[Diagnostic, ...]:
    """Every fault and warning of the content folder ``path``, in order of place; raises nothing."""
    return tuple(sorted(_read_content(Path(path))[1]))


def _raise_errors(faults: Faults) -> None:
    if any(fault.severity == "error" for fault in faults):
        raise ContentError(fault for fault in faults if fault.severity == "error")


def _read_content(root: Path) -> tuple[tuple[Event, ...], Faults]:
    faults = Faults()
    if not root.is_dir():
        hint = "Name the folder that holds the events, with --content."
        return (), [Diagnostic(show_path(root), 0, 0, "no-content", "There is no content folder here.", hint)]
    outlets = _read_outlets(root, faults)
    folders = _find_events(root, faults)
    find_twins(folders, faults)
    found = [_read_event(folder, root, outlets, faults) for folder in folders]
    if not folders:
        hint = "Add articles with: variorum add FILE... --event NAME"
        faults.append(Diagnostic(show_path(root), 0, 0, "no-events", "The content folder has no event.", hint))
    return tuple(event for event in found if event), faults


def _find_events(root: Path, faults: Faults) -> list[Path]:
    """The sub-folders that are events; the rest is told of."""
    paths, unreadable = list_folder(root)
    faults += unreadable
    events = []
    for path in paths:
        if path.name == "outlets":
            continue
        if path.is_dir() and ((path / "index.md").exists() or (path / "articles").exists()):
            events.append(path)
        elif path.is_dir() and locks.is_removed(path):
            faults += locks.read_lock_file(path)[1]
        else:
            faults.append(unread(path, "Events are folders with an index.md and a folder articles."))
    return events


def _read_event(folder: Path, root: Path, outlets: Sequence[Outlet], faults: Faults) -> Event | None:
    """One event; ``None`` where it has no sound article."""
    misplaced = find_place_fault(folder, root, folder=True)
    if misplaced:
        faults.append(misplaced)
        return None
    tell_name(folder, folder.name, "the name of an event", faults)
    values, introduction = _read_index(folder, root, faults)
    articles = _read_articles(folder, root, values.get("lang", "en"), faults)
    emendations = _read_claims(folder, root, articles, faults)
    faults += find_strays(folder)
    faults += locks.read_lock_file(folder)[1]
    if not articles:
        return None
    names = {fold(article.outlet) for article in articles}
    described = tuple(outlet for outlet in outlets if fold(outlet.name) in names)
    return Event(folder.name, articles, introduction=introduction, outlets=described, emendations=emendations, **values)


def _read_index(folder: Path, root: Path, faults: Faults) -> tuple[dict[str, str], str]:
    """The event's own values and introduction."""
    path = folder / "index.md"
    if not path.exists() and not path.is_symlink():
        hint = "Add one whose front matter has a title."
        message = "The event has no index.md, so its title is the folder's name."
        faults.append(Diagnostic(show_path(path), 0, 0, "missing-index", message, hint, "warning"))
        return {}, ""
    values, matter = _read_file(path, root, fields.EVENT, ("title",), faults)
    return values, unicodedata.normalize("NFC", matter.body) if matter else ""


def _read_articles(folder: Path, root: Path, lang: str, faults: Faults) -> tuple[Article, ...]:
    every = _list_files(folder / "articles", root, faults)
    paths = [path for path in every if not versions.is_version(path)]
    for path in paths:
        tell_name(path, path.stem, "a siglum", faults)
    find_twins(paths, faults)
    read = [_read_article(path, root, {"lang": lang}, faults) for path in paths]
    if len(paths) <= 1:
        faults.append(_few_articles(folder, paths))
    articles, wrong = versions.add_versions(
        (article for article in read if article),
        [path for path in every if versions.is_version(path)],
        {path.stem for path in paths},
        lambda path, article: _read_version(path, root, article, faults),
    )
    faults += wrong
    return articles


def _read_version(path: Path, root: Path, article: Article, faults: Faults) -> Article | None:
    """An earlier version; what it does not say is as in the article."""
    version = _read_article(path, root, versions.find_values(article), faults)
    return replace(version, siglum=article.siglum, outlet=article.outlet) if version else None


def _few_articles(folder: Path, paths: Sequence[Path]) -> Diagnostic:
    hint = f"Add articles with: variorum add FILE... --event {folder.name}"
    if paths:
        message = "The event has one article, so there is nothing to compare it with."
        return Diagnostic(show_path(folder), 0, 0, "one-article", message, hint, "warning")
    return Diagnostic(show_path(folder), 0, 0, "no-articles", "The event has no article.", hint)


def _read_article(path: Path, root: Path, given: Mapping[str, str], faults: Faults) -> Article | None:
    """An article of a file; ``given`` are the values of fields that it leaves out."""
    before = len(faults)
    required = [name for name in ("outlet", "published") if name not in given]
    values, matter = _read_file(path, root, fields.ARTICLE, required, faults)
    if matter is None:
        return None
    body = settle_body(matter.body)
    place = show_path(path)
    if not body:
        hint = "Put the article's text below the second line of hyphens."
        faults.append(Diagnostic(place, matter.line, 1, "empty-body", "The article has no text.", hint))
    if not values.get("title") and "title" not in {*matter.entries, *given}:
        hint = "Add a line title: … if the outlet printed a headline."
        faults.append(Diagnostic(place, 1, 1, "no-headline", "The article has no title.", hint, "warning"))
    sound = all(fault.severity == "warning" for fault in faults[before:])
    return _build_article(path.stem, {**given, **values}, body) if sound else None


def _build_article(siglum: str, values: Mapping[str, str], body: str) -> Article:
    """The article with its text put together: headline, standfirst, body."""
    title, standfirst = values.get("title", ""), values.get("standfirst", "")
    start = len(title) + 2 if title else 0
    return Article(
        siglum,
        "\n\n".join(part for part in (title, standfirst, body) if part),
        outlet=values["outlet"],
        title=title,
        published=parse_date(values["published"]),
        updated=parse_date(values.get("updated", "")),
        url=values.get("url"),
        author=values.get("author"),
        agency=values.get("agency"),
        lang=values["lang"],
        rights=values.get("rights"),
        headline=Span(siglum, 0, len(title)) if title else None,
        standfirst=Span(siglum, start, start + len(standfirst)) if standfirst else None,
    )


def _read_claims(folder: Path, root: Path, articles: Sequence[Article], faults: Faults) -> tuple[Emendation, ...]:
    """What the event's editor says about claims, whatever else is wrong."""
    paths = _list_files(folder / "claims", root, faults)
    for path in paths:
        fault = fields.find_name_fault(unicodedata.normalize("NFC", path.stem), "a claim's address")
        if fault and fault.code != "reserved-name":  # claims have a folder of their own on the site
            faults.append(Diagnostic(show_path(path), 0, 0, fault.code, fault.message, fault.hint))
    find_twins(paths, faults)
    there = {path.stem for path in list_folder(folder / "articles")[0]} if paths else set()
    faulty = there - {article.siglum for article in articles}
    found = []
    for path in paths:
        matter = _load_matter(path, root, faults)
        if matter:
            emendation, wrong = read_emendation(path.stem, show_path(path), matter, articles, faulty)
            faults += (*matter.faults, *wrong)
            found.append(emendation)
    return tuple(found)


def _read_outlets(root: Path, faults: Faults) -> tuple[Outlet, ...]:
    """What the content folder says about outlets."""
    outlets: dict[str, Outlet] = {}
    for path in _list_files(root / "outlets", root, faults):
        tell_name(path, path.stem, "the name of an outlet's file", faults)
        values, matter = _read_file(path, root, fields.OUTLET, ("name",), faults)
        if matter is None or not values.get("name"):
            continue
        key = fold(values["name"])
        if key in outlets:
            entry = matter.entries["name"]
            message, hint = f"{values['name']} has two files.", "Keep one of them."
            faults.append(Diagnostic(show_path(path), entry.line, entry.column, "duplicate-outlet", message, hint))
        outlets.setdefault(key, Outlet(**values, notes=unicodedata.normalize("NFC", matter.body)))
    return tuple(outlets[key] for key in sorted(outlets))


def _read_file(
    path: Path, root: Path, known: Mapping[str, Kind], required: Sequence[str], faults: Faults
) -> tuple[dict[str, str], Matter | None]:
    """A file's values and parts; nothing where it cannot be read."""
    matter = _load_matter(path, root, faults)
    if matter is None:
        return {}, None
    values, wrong = read_values(matter, known, required, show_path(path))
    faults += (*matter.faults, *wrong)
    return values, matter


def _load_matter(path: Path, root: Path, faults: Faults) -> Matter | None:
    """A file's parts; ``None`` where it cannot be read."""
    misplaced = find_place_fault(path, root)
    if misplaced:
        faults.append(misplaced)
        return None
    text, unreadable = load_text(path)
    if unreadable:
        faults += unreadable
        return None
    try:
        return read_matter(text, show_path(path))
    except MatterError as error:
        faults.append(error.diagnostic)
        return None


def _list_files(folder: Path, root: Path, faults: Faults) -> list[Path]:
    """The Markdown files of a folder that may be absent; anything else in it is told of."""
    if not folder.exists() and not folder.is_symlink():
        return []
    misplaced = find_place_fault(folder, root, folder=True)
    if misplaced:
        faults.append(misplaced)
        return []
    paths, unreadable = list_folder(folder)
    faults += unreadable
    faults += [unread(path, "Only files that end in .md are read here.") for path in paths if path.suffix != ".md"]
    return [path for path in paths if path.suffix == ".md"]
