"""The annotated article, as published, and the list of an event's articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from jinja2 import Environment

from generator.excerpts import is_excerpt
from generator.model import Appearance, Article, Claim, Span
from generator.pages.address import href, safe_url
from generator.pages.annotate import Layer, Line, cover, cut_segments
from generator.pages.chrome import build_page, view_chrome
from generator.pages.citing import Share, origin, quoted, share
from generator.pages.layers import find_layers
from generator.pages.linked import link_annotated
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.overlap import Overlap, view_overlap
from generator.pages.page import Page
from generator.pages.peeks import Peek, view_peeks
from generator.pages.revisions import RevisionView, view_revisions
from generator.pages.stances import StanceView, view_stance
from generator.pages.tongue import msgid
from generator.pages.wording import Link, Piece, first_words, sentence_href
from generator.quotes import is_read
from generator.spans import SpanIndex

ParagraphKind = Literal["headline", "standfirst", "body"]


@dataclass(frozen=True, slots=True)
class MarginNote:
    """Beside a paragraph: a claim made in it, how it is carried here, and by how many outlets in all."""

    href: str
    pieces: tuple[Piece, ...]
    lang: str
    stance: StanceView
    outlets: int
    total: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as published, cut into sentences, with the notes beside it and the way to cite each sentence."""

    kind: ParagraphKind
    lines: tuple[Line, ...]
    notes: tuple[MarginNote, ...]
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What is known of an article besides its text; ``stand_in`` tells that ``headline`` is only its first words."""

    siglum: str
    label: str
    href: str
    outlet: str
    outlet_href: str
    headline: tuple[Piece, ...]
    stand_in: bool
    opening: tuple[Piece, ...]
    opening_href: str
    lang: str
    published: str
    published_iso: str
    updated: str
    author: str
    agency: str
    url: str
    host: str
    words: int


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The page of one article; ``headline`` is ``None`` where the text holds none.

    ``unread`` tells that speakers and stances are not read in its language, ``excerpt`` that only some sentences may be
    shown; ``withheld`` are the fragments of the others.
    """

    card: ArticleCard
    unread: bool
    excerpt: bool
    withheld: tuple[str, ...]
    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    peeks: tuple[Peek, ...]
    revisions: tuple[RevisionView, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class ArticlesView:
    """The list of articles in order of publication, and the words that each two share."""

    cards: tuple[ArticleCard, ...]
    overlap: Overlap


def build_articles(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The list, then each article."""
    event = lookup.event
    path = f"{lookup.root}articles/"
    view = ArticlesView(
        tuple(view_card(lookup, path, article) for article in lookup.articles), view_overlap(lookup, path)
    )
    title = f"{lookup.tongue.gettext('Articles')}: {event.title}"
    about = lookup.tongue.ngettext(
        "The %(count)s article compared, in order of publication.",
        "The %(count)s articles compared, in order of publication.",
        len(view.cards),
    )
    chrome = view_chrome(lookup, path)
    yield build_page(templates, "articles", path, title, about, chrome=chrome, view=view, parent=lookup.root)
    for article in lookup.articles:
        yield _build_article(lookup, templates, article)


def view_card(lookup: Lookup, page: str, article: Article) -> ArticleCard:
    """An article in brief, seen from a page."""
    opening = lookup.opening_of(article)
    url = safe_url(article.url)
    title = article.title or (lookup.event[article.headline] if article.headline else "")
    return ArticleCard(
        siglum=article.siglum,
        label=lookup.labels[article.siglum],
        href=href(page, lookup.article_path(article.siglum)),
        outlet=article.outlet,
        outlet_href=href(page, lookup.outlet_path(article.outlet)),
        headline=(Piece(title),) if title.strip() else first_words(article.text.strip(), 12),
        stand_in=not title.strip(),
        opening=(Piece(lookup.event[opening]),) if opening else (),
        opening_href=sentence_href(lookup, page, opening) if opening else "",
        lang=article.lang,
        published=lookup.tongue.moment(article.published),
        published_iso=article.published.isoformat() if article.published else "",
        updated=lookup.tongue.moment(article.updated) if article.updated else "",
        author=article.author or "",
        agency=article.agency if article.agency and article.agency != article.outlet else "",
        url=url,
        host=url.split("/")[2].lower().removeprefix("www.") if url else "",
        words=lookup.words[article.siglum],
    )


def _build_article(lookup: Lookup, templates: Environment, article: Article) -> Page:
    path = lookup.article_path(article.siglum)
    card = view_card(lookup, path, article)
    paragraphs = view_paragraphs(lookup, path, article)
    headline = next((item for item in paragraphs if item.kind == "headline"), None)
    before, after = _neighbours(lookup, path, article)
    withheld = lookup.withheld.get(article.siglum, ())
    rest = tuple(item for item in paragraphs if item is not headline)
    view = ArticleView(
        card, not is_read(article), is_excerpt(article), withheld, headline, rest,
        view_peeks(lookup, path, article.siglum), view_revisions(article, lookup.tongue), before, after,
    )  # fmt: skip
    title = f"{card.label}: {''.join(piece.text for piece in card.headline)}"
    about = lookup.tongue.gettext(
        "The article as %(outlet)s published it, %(moment)s, with every shared passage linked.",
        outlet=article.outlet, moment=card.published,
    )  # fmt: skip
    return build_page(
        templates, "article", path, title, about,
        chrome=view_chrome(lookup, path), view=view, parent=f"{lookup.root}articles/", lang=article.lang,
        linked=link_annotated(lookup, article),
    )  # fmt: skip


def _neighbours(lookup: Lookup, path: str, article: Article) -> tuple[Link | None, Link | None]:
    place = lookup.articles.index(article)
    links = [Link(lookup.labels[item.siglum], href(path, lookup.article_path(item.siglum))) for item in lookup.articles]
    return (links[place - 1] if place else None, links[place + 1] if place + 1 < len(links) else None)


def view_paragraphs(lookup: Lookup, page: str, article: Article) -> tuple[Paragraph, ...]:
    """Every paragraph with its sentences and links; whatever stands between paragraphs and is not blank is one too."""
    layers = SpanIndex(find_layers(lookup, page, article.siglum), lambda layer: layer.span)
    made = SpanIndex(_made_in(lookup, article.siglum), lambda pair: pair[0].span)
    whole = Span(article.siglum, 0, len(article.text))
    parts = cover(whole, (item for item in lookup.report.paragraphs if item.siglum == article.siglum))
    named: set[str] = set()
    return tuple(
        Paragraph(
            _kind(article, part),
            _lines(lookup, article, part, layers, named),
            tuple(_notes(lookup, page, made.touching(part))),
            tuple(_shares(lookup, page, part)),
        )
        for part, _ in parts
        if lookup.event[part].strip()
    )


def _kind(article: Article, part: Span) -> ParagraphKind:
    if article.headline and article.headline.contains(part):
        return "headline"
    return "standfirst" if article.standfirst and article.standfirst.contains(part) else "body"


def _lines(lookup: Lookup, article: Article, part: Span, layers: SpanIndex[Layer], named: set[str]) -> tuple[Line, ...]:
    """The sentences of a paragraph; a sentence that runs over two paragraphs has its id in the first."""
    sentences = lookup.sentences_at(part)
    lines = []
    for span, is_sentence in cover(part, sentences):
        passage = lookup.passage_at(span) if is_sentence else ""
        name = passage if passage not in named else ""
        named.add(passage)
        lines.append(Line(name, cut_segments(article.text, span, layers.touching(span))))
    return tuple(lines)


def _shares(lookup: Lookup, page: str, part: Span) -> Iterator[Share]:
    """How each sentence that begins in a paragraph is pointed at."""
    for sentence in lookup.sentences_at(part):
        if sentence.start >= part.start:
            title, note = quoted(lookup, sentence), origin(lookup, sentence.siglum)
            path = lookup.article_path(sentence.siglum)
            yield share(
                lookup,
                page,
                path,
                lookup.passage_at(sentence),
                what=msgid("Passage"),
                title=title,
                note=note,
            )


def _made_in(lookup: Lookup, siglum: str) -> Iterator[tuple[Appearance, Claim]]:
    """Where an article makes a claim that another outlet carries too."""
    for claim in lookup.claims_in(siglum):
        if len(lookup.outlets_of(claim)) > 1:
            yield from ((appearance, claim) for appearance in appearances_in(claim, siglum))


def _notes(lookup: Lookup, page: str, made: Iterable[tuple[Appearance, Claim]]) -> Iterator[MarginNote]:
    """A note for each claim made, in the order of the text."""
    first: dict[str, tuple[Appearance, Claim]] = {}
    for appearance, claim in made:
        first.setdefault(claim.id, (appearance, claim))
    for appearance, claim in first.values():
        yield MarginNote(
            href=href(page, lookup.claim_path(claim)),
            pieces=first_words(lookup.event[claim.statement], 9),
            lang=lookup.event.article(claim.statement.siglum).lang,
            stance=view_stance(appearance.stance),
            outlets=len(lookup.outlets_of(claim)),
            total=len(lookup.outlet_slugs),
        )
