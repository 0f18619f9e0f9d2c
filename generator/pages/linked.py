"""What a page is about, for machines: JSON-LD in schema.org's words.

An article is a ``NewsArticle``, what is said in marks a ``Quotation``, and a statement with its articles a ``Claim``
with its ``appearance``. There is no ``ClaimReview``: nothing here is reviewed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Article, Claim, Quote
from generator.pages.address import href, safe_url
from generator.pages.citing import locate
from generator.pages.lookup import Lookup, appearances_in

Node = Mapping[str, Any]

_BREAKS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def render_linked(node: Node) -> str:
    """The node as JSON that cannot end the element it stands in."""
    text = json.dumps({"@context": "https://schema.org", **node}, ensure_ascii=False, separators=(",", ":"))
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(_BREAKS.get(sign, sign) for sign in text)


def link_site(name: str, url: str) -> Node:
    """The site itself."""
    return _known({"@type": "WebSite", "name": name, "url": url or "./"})


def link_event(lookup: Lookup) -> Node:
    """An event's page, with the articles compared."""
    return _known(
        {
            "@type": "CollectionPage",
            "name": lookup.event.title,
            "description": lookup.event.description,
            "inLanguage": lookup.event.lang,
            "url": _place(lookup, lookup.root, lookup.root),
            "hasPart": [link_article(article) for article in lookup.articles],
        }
    )


def link_article(article: Article) -> Node:
    """An article, as its outlet published it."""
    return _known(
        {
            "@type": "NewsArticle",
            "headline": article.title,
            "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet},
            "author": {"name": article.author} if article.author else None,
            "datePublished": article.published.isoformat() if article.published else None,
            "dateModified": article.updated.isoformat() if article.updated else None,
            "inLanguage": article.lang,
            "url": safe_url(article.url),
        }
    )


def link_annotated(lookup: Lookup, article: Article) -> Node:
    """The page of an article: a page about it, not the article."""
    path = lookup.article_path(article.siglum)
    return {"@type": "WebPage", "url": _place(lookup, path, path), "mainEntity": link_article(article)}


def link_claim(lookup: Lookup, claim: Claim) -> Node:
    """A claim, and each article in which it appears, with the words."""
    path = lookup.claim_path(claim)
    carriers = [_appearing(lookup, claim, article) for article in lookup.carriers(claim)]
    return {
        "@type": "Claim",
        "text": lookup.event[claim.statement],
        "inLanguage": lookup.event.article(claim.statement.siglum).lang,
        "url": _place(lookup, path, path),
        "appearance": carriers,
    }


def link_quotes(lookup: Lookup, quotes: Iterable[Quote]) -> Node:
    """What was said in so many words."""
    path = f"{lookup.root}quotes/"
    said = [_quotation(lookup, path, quote) for quote in quotes if quote.kind == "direct"]
    return {"@type": "CollectionPage", "url": _place(lookup, path, path), "hasPart": said}


def _appearing(lookup: Lookup, claim: Claim, article: Article) -> Node:
    words = [lookup.event[item.span] for item in appearances_in(claim, article.siglum)]
    return {**link_article(article), "hasPart": [{"@type": "Quotation", "text": text} for text in words]}


def _quotation(lookup: Lookup, path: str, quote: Quote) -> Node:
    article = lookup.event.article(quote.content.siglum)
    return _known(
        {
            "@type": "Quotation",
            "text": lookup.event[quote.content],
            "inLanguage": article.lang,
            "spokenByCharacter": {"name": quote.speaker_name} if quote.speaker_name else None,
            "isPartOf": {"@type": "NewsArticle", "headline": article.title, "publisher": {"name": article.outlet}},
            "url": _place(lookup, path, path, quote.id),
        }
    )


def _place(lookup: Lookup, page: str, path: str, fragment: str = "") -> str:
    """A whole address where the site's own is known; else one that the reader of the page completes."""
    return locate(lookup, path, fragment) if lookup.imprint.url else href(page, path, fragment)


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value}
