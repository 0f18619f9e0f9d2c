"""Who is quoted, by whom, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from generator.model import Quote
from generator.pages.address import href, name_part
from generator.pages.chrome import build_page, view_chrome
from generator.pages.citing import Share, origin, quoted, share
from generator.pages.linked import link_quotes
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.tongue import msgid
from generator.pages.wording import Wording, view_wording


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation in its sentence; ``claim`` is the address of the comparison, "" where there is none.

    ``inner`` are the anchors of words in marks that are part of it.
    """

    anchor: str
    kind: str
    wording: Wording
    cue: str
    claim: str
    inner: tuple[str, ...]
    share: Share


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker and what each outlet quotes; ``name`` is "" for quotations credited to nobody.

    ``spellings`` are the anchors and words of the other forms in which articles write the name.
    """

    anchor: str
    name: str
    spellings: tuple[tuple[str, str], ...]
    outlets: tuple[str, ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class QuotesView:
    """The speakers, those quoted by most outlets first, the unnamed last."""

    speakers: tuple[SpeakerView, ...]
    total: int
    data: str


def build_quotes(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The one page of quotations."""
    path = f"{lookup.root}quotes/"
    tongue = lookup.tongue
    title = f"{tongue.gettext('Quotes')}: {lookup.event.title}"
    about = tongue.gettext("Who is quoted, by which outlet, in which words.")
    view, chrome = view_quotes(lookup, path), view_chrome(lookup, path)
    yield build_page(
        templates,
        "quotes",
        path,
        title,
        about,
        chrome=chrome,
        view=view,
        parent=lookup.root,
        linked=link_quotes(lookup, lookup.report.quotes),
    )


def view_quotes(lookup: Lookup, page: str) -> QuotesView:
    """All quotations by speaker, seen from a page; words in marks within reported speech stand with it."""
    whole = [quote for quote in lookup.report.quotes if quote.within is None]
    inner: dict[str, list[Quote]] = {}
    for quote in lookup.report.quotes:
        if quote.within:
            inner.setdefault(quote.within, []).append(quote)
    by_name: dict[str, list[Quote]] = {}
    for quote in sorted(whole, key=lambda quote: (_place(lookup, quote), quote.content)):
        by_name.setdefault(quote.known_as or quote.speaker_name or "", []).append(quote)
    views = [_speaker(lookup, page, name, quotes, inner) for name, quotes in by_name.items()]
    views.sort(key=lambda item: (not item.name, -len(item.outlets), -len(item.quotes), item.name))
    return QuotesView(tuple(views), len(whole), href(page, f"{lookup.root}data/quotes.csv"))


def _place(lookup: Lookup, quote: Quote) -> int:
    return [article.siglum for article in lookup.articles].index(quote.content.siglum)


def _speaker(
    lookup: Lookup, page: str, name: str, quotes: list[Quote], inner: Mapping[str, Sequence[Quote]]
) -> SpeakerView:
    outlets = dict.fromkeys(lookup.event.outlet_of(quote.content) for quote in quotes)
    written = dict.fromkeys(quote.speaker_name for quote in quotes if quote.speaker_name and quote.speaker_name != name)
    return SpeakerView(
        anchor=f"by-{name_part(name)}" if name else "nobody-named",
        name=name,
        spellings=tuple((f"by-{name_part(form)}", form) for form in written),
        outlets=tuple(outlets),
        quotes=tuple(_quote(lookup, page, quote, inner.get(quote.id, ())) for quote in quotes),
    )


def _quote(lookup: Lookup, page: str, quote: Quote, inner: Sequence[Quote]) -> QuoteView:
    owners = (lookup.claim_of_quote.get(part.id) for part in (quote, *inner))
    claim = next((owner for owner in owners if owner and len(lookup.outlets_of(owner)) > 1), None)
    credited = quote.cue is not None or quote.speaker_name is not None
    return QuoteView(
        anchor=name_part(quote.id),
        kind=quote.kind,
        wording=view_wording(
            lookup,
            page,
            quote.content,
            stance=quote.stance if credited else None,
            speaker=quote.speaker_name,
            via=quote.via,
        ),
        cue=lookup.event[quote.cue] if quote.cue else "",
        claim=href(page, lookup.claim_path(claim)) if claim else "",
        inner=tuple(name_part(part.id) for part in inner),
        share=share_quote(lookup, page, quote),
    )


def share_quote(lookup: Lookup, page: str, quote: Quote) -> Share:
    """How a quotation is pointed at, with its speaker where one is named and the article it stands in."""
    speaker = f"{quote.speaker_name}, " if quote.speaker_name else ""
    title, note = f"{speaker}{quoted(lookup, quote.content)}", origin(lookup, quote.content.siglum)
    path = f"{lookup.root}quotes/"
    return share(lookup, page, path, name_part(quote.id), what=msgid("Quotation"), title=title, note=note)
