"""The data contract: one report as plain values, public and versioned.

Offsets are code points into ``articles[].text``. Fields may be added, never renamed or removed within a schema
version. Whatever stands in a text is listed by its place; claims and findings keep the report's order, which is
their rank.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from typing import Any

from generator.excerpts import GAP, is_excerpt
from generator.model import (
    Appearance,
    Article,
    Claim,
    Cluster,
    Column,
    Editing,
    Event,
    Figure,
    Finding,
    Outlet,
    Quote,
    Report,
    Revision,
    Span,
    Variants,
)
from generator.quotes.scale import SCALE
from generator.revisions import find_revisions

SCHEMA_VERSION = "1.0"
CONTEXT = 32
"""Code points of prefix and suffix in a selector: enough to find a quotation again in a text that moved."""


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report in the shape of the data contract; JSON types only, in the contract's order of keys."""
    event = report.event
    return {
        "schema": SCHEMA_VERSION,
        "generator": {"name": "variorum", "version": version("variorum")},
        "event": _event(event),
        "outlets": [_outlet(outlet) for outlet in sorted(event.outlets, key=lambda outlet: outlet.name)],
        "articles": [_article(article, report.paragraphs) for article in event.articles],
        "sentences": [_place(span) for span in sorted(report.sentences)],
        "clusters": [_cluster(event, cluster) for cluster in sorted(report.clusters, key=_cluster_place)],
        "quotes": [
            _quote(event, quote) for quote in sorted(report.quotes, key=lambda quote: (quote.content, quote.id))
        ],
        "figures": [
            _figure(event, figure) for figure in sorted(report.figures, key=lambda figure: (figure.span, figure.id))
        ],
        "claims": [_claim(event, claim, report.variants) for claim in report.claims],
        "findings": [_finding(event, finding) for finding in report.findings],
        "hidden": [_hidden(claim) for claim in sorted(report.hidden, key=lambda claim: claim.slug)],
    }


def render_json(report: Report) -> str:
    """``report.json``: the data contract with an indent of two, a line end at the end, and text as it is."""
    text = json.dumps(report_to_dict(report), ensure_ascii=False, indent=2, allow_nan=False)
    # A lone surrogate has no UTF-8 form; Python's escape for it is also JSON's.
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def plain_number(value: float) -> int | float:
    """Whole numbers without a trailing ``.0``: 600000, not 600000.0."""
    return int(value) if value.is_integer() else value


def iso(moment: date | None) -> str | None:
    """A date or a date with a time, as ISO 8601."""
    return moment.isoformat() if moment else None


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.name,
        "title": event.title,
        "lang": event.lang,
        "description": event.description,
        "notice": event.notice,
    }


def _outlet(outlet: Outlet) -> dict[str, Any]:
    return {"name": outlet.name, "url": outlet.url, "country": outlet.country, "owner": outlet.owner}


def _article(article: Article, paragraphs: Iterable[Span]) -> dict[str, Any]:
    return {
        "siglum": article.siglum,
        "outlet": article.outlet,
        "agency": article.agency,
        "title": article.title,
        "published": iso(article.published),
        "updated": iso(article.updated),
        "url": article.url,
        "author": article.author,
        "lang": article.lang,
        "rights": article.rights,
        "excerpt": is_excerpt(article),
        "text": article.text,
        "headline": _offsets(article.headline),
        "standfirst": _offsets(article.standfirst),
        "paragraphs": [_offsets(span) for span in sorted(paragraphs) if span.siglum == article.siglum],
        "versions": [_version(text, one) for text, one in zip(article.versions, find_revisions(article), strict=True)],
    }


def _version(text: Article, revision: Revision) -> dict[str, Any]:
    """An earlier version of an article, and how the next one differs."""
    return {
        "time": iso(text.updated),
        "title": text.title,
        "text": text.text,
        "changes": [
            {
                "kind": one.kind,
                "before": one.before,
                "after": one.after,
                "figures": [{"before": before, "after": after} for before, after in one.figures],
            }
            for one in revision.amendments
        ],
    }


def _cluster_place(cluster: Cluster) -> tuple[tuple[Span, ...], str]:
    return tuple(sorted(cluster.passages)), cluster.id


def _cluster(event: Event, cluster: Cluster) -> dict[str, Any]:
    passages = [_words(event, span) for span in sorted(cluster.passages)]
    return {"id": cluster.id, "passages": passages, "similarity": cluster.similarity}


def _quote(event: Event, quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "content": _words(event, quote.content),
        "cue": _words(event, quote.cue) if quote.cue else None,
        "speaker": _words(event, quote.speaker) if quote.speaker else None,
        "speaker_name": quote.speaker_name,
        "stance": quote.stance,
        "cluster": quote.cluster,
        "via": _words(event, quote.via) if quote.via else None,
        "within": quote.within,
        "known_as": quote.known_as,
        "polarity": SCALE[quote.stance].polarity,
    }


def _figure(event: Event, figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        **_words(event, figure.span),
        "value": plain_number(figure.value),
        "high": None if figure.high is None else plain_number(figure.high),
        "bound": figure.bound,
        "unit": figure.unit,
        "counts": event[figure.counts] if figure.counts else None,
        "counts_span": _words(event, figure.counts) if figure.counts else None,
        "status": figure.status,
        "speaker_name": figure.speaker_name,
        "stance": figure.stance,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "group": figure.group,
        "about": event[figure.about] if figure.about else None,
        "about_span": _words(event, figure.about) if figure.about else None,
        "as_of_basis": event[figure.as_of_basis] if figure.as_of_basis else None,
        "as_of_basis_span": _words(event, figure.as_of_basis) if figure.as_of_basis else None,
    }


def _claim(event: Event, claim: Claim, variants: Iterable[Variants]) -> dict[str, Any]:
    return {
        "id": claim.id,
        "slug": claim.slug,
        "statement": event[claim.statement],
        "statement_span": _words(event, claim.statement),
        "by": claim.by,
        "rule": claim.rule,
        "score": claim.score,
        "appearances": [
            _appearance(event, appearance) for appearance in sorted(claim.appearances, key=lambda item: item.span)
        ],
        "clusters": sorted(claim.clusters),
        "quotes": sorted(claim.quotes),
        "figures": sorted(claim.figures),
        "omitted_by": sorted(claim.omitted_by),
        "omissions": [{"siglum": one.siglum, "kind": one.kind} for one in claim.omissions],
        "origins": sorted(claim.origins),
        "variants": [_variants(event, table) for table in variants if table.claim == claim.id],
        "editor": _editing(claim.editor) if claim.editor else None,
    }


def _variants(event: Event, table: Variants) -> dict[str, Any]:
    return {
        "witnesses": [_words(event, span) for span in table.witnesses],
        "columns": [_column(column) for column in table.columns],
        "moves": [[_words(event, span) for span in move] for move in table.moves],
    }


def _column(column: Column) -> dict[str, Any]:
    cells = zip(column.cells, column.readings, strict=True)
    return {"layer": column.layer, "cells": [{**_place(span), "reading": reading} for span, reading in cells]}


def _appearance(event: Event, appearance: Appearance) -> dict[str, Any]:
    return {
        **_words(event, appearance.span),
        "selector": _selector(event, appearance.span),
        "stance": appearance.stance,
        "speaker_name": appearance.speaker_name,
        "hedges": [_words(event, hedge) for hedge in sorted(appearance.hedges)],
        "polarity": SCALE[appearance.stance].polarity,
        "via": _words(event, appearance.via) if appearance.via else None,
        "by_editor": list(appearance.by_editor),
        "rule": appearance.rule,
        "score": appearance.score,
    }


def _editing(editing: Editing) -> dict[str, Any]:
    return {
        "reason": editing.reason,
        "actions": list(editing.actions),
        "title": editing.title,
        "was": list(editing.was),
        "notes": editing.notes,
    }


def _hidden(claim: Claim) -> dict[str, Any]:
    """That a claim was hidden, and why; not what it says."""
    return {"slug": claim.slug, "reason": claim.editor.reason if claim.editor else ""}


def _finding(event: Event, finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "claim": finding.claim,
        "spans": [_words(event, span) for span in sorted(finding.spans)],
        "note": finding.note,
        "score": finding.score,
    }


def _offsets(span: Span | None) -> dict[str, int] | None:
    """Where in its own article; ``None`` where the article has no such part."""
    return {"start": span.start, "end": span.end} if span else None


def _place(span: Span) -> dict[str, Any]:
    return {"siglum": span.siglum, "start": span.start, "end": span.end}


def _words(event: Event, span: Span) -> dict[str, Any]:
    return {**_place(span), "exact": event[span]}


def _selector(event: Event, span: Span) -> dict[str, str]:
    """The quotation with its neighbourhood (W3C TextQuoteSelector)."""
    article = event.article(span.siglum)
    reach = CONTEXT + len(GAP)
    before = article.text[max(0, span.start - reach) : span.start]
    behind = article.text[span.end : span.end + reach]
    if is_excerpt(article):  # what stands beyond a gap is no neighbour in the text as published
        before = before.rpartition(GAP)[2].lstrip() if GAP in before else before
        behind = behind.partition(GAP)[0].rstrip() if GAP in behind else behind
    return {"exact": event[span], "prefix": before[-CONTEXT:], "suffix": behind[:CONTEXT]}
