"""An article's earlier versions on its page: what was put in, what was taken out, which figures changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from generator.collation import collate
from generator.model import Amendment, AmendmentKind, Article, Event, Revision, Span
from generator.pages.pairs import edit_pieces
from generator.pages.tongue import Tongue
from generator.pages.wording import Piece
from generator.revisions import find_revisions

_LONG = 2000  # code points of a sentence from which its two wordings stand one after the other


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """A sentence that changed, with what was taken out and put in, and the figures that changed in it."""

    kind: AmendmentKind
    pieces: tuple[Piece, ...]
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RevisionView:
    """From one version to the next: the times, as words and in ISO 8601, and the sentences that changed.

    ``until`` is empty where the article does not say when it got the text it has.
    """

    anchor: str
    since: str
    since_iso: str
    until: str
    until_iso: str
    lang: str
    amendments: tuple[AmendmentView, ...]


def view_revisions(article: Article, tongue: Tongue) -> tuple[RevisionView, ...]:
    """Every version of an article against the next, the newest first."""
    return tuple(reversed([_view(article, revision, tongue) for revision in find_revisions(article)]))


def version_anchor(moment: date | datetime | None) -> str:
    """The fragment of a version on its article's page."""
    return f"version-{_iso(moment).replace(':', '-').replace('+', '-')}"


def amendment_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both wordings in one, with what was taken out and put in; one after the other where they are very long."""
    if not (before and after) or max(len(before), len(after)) > _LONG:
        pieces = [Piece(before, "deleted"), Piece(after, "inserted")]
        return tuple(piece for piece in pieces if piece.text)
    event = Event.from_texts("change", after=after, before=before)
    spans = Span("before", 0, len(before)), Span("after", 0, len(after))
    return edit_pieces(event, collate(event, *spans).edits)


def _view(article: Article, revision: Revision, tongue: Tongue) -> RevisionView:
    return RevisionView(
        anchor=version_anchor(revision.since),
        since=tongue.moment(revision.since),
        since_iso=_iso(revision.since),
        until=tongue.moment(revision.until) if revision.until else "",
        until_iso=_iso(revision.until),
        lang=article.lang,
        amendments=tuple(_amendments(revision.amendments)),
    )


def _amendments(amendments: Iterable[Amendment]) -> Iterable[AmendmentView]:
    for one in amendments:
        yield AmendmentView(one.kind, amendment_pieces(one.before, one.after), one.figures)


def _iso(moment: date | datetime | None) -> str:
    return moment.isoformat() if moment else ""
