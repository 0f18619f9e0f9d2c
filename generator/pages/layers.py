"""What is found in an article, as spans that link to the place where more is told about them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Claim, Figure, Quote
from generator.pages.address import href, name_part
from generator.pages.annotate import Layer, LayerKind
from generator.pages.lookup import Lookup, appearances_in, peek_name
from generator.pages.plots import group_anchor


def find_layers(lookup: Lookup, page: str, siglum: str) -> tuple[Layer, ...]:
    """Everything found in one article as a span and the place that tells more about it."""
    layers = [*_claim_layers(lookup, page, siglum)]
    layers += [_figure_layer(lookup, page, figure) for figure in lookup.report.figures if figure.span.siglum == siglum]
    for quote in lookup.report.quotes:
        if quote.content.siglum == siglum:
            target, label, peek = _quote_target(lookup, page, quote)
            layers.append(Layer(quote.content, "quote", target, label, peek=peek))
    for cluster in lookup.report.clusters:
        claim = lookup.claim_of_cluster.get(cluster.id)
        if claim is None:
            continue
        for span in (span for span in cluster.passages if span.siglum == siglum):
            target, label = _claim_target(lookup, page, claim)
            layers.append(Layer(span, "passage", target, label, peek=_peek(lookup, claim, siglum)))
    return tuple(layers)


def _figure_layer(lookup: Lookup, page: str, figure: Figure) -> Layer:
    """A figure that others report too leads to their chart, any other to its row."""
    several = len(lookup.group_of(figure)) > 1 and figure.group
    anchor = group_anchor(several) if several else name_part(figure.id)
    tongue, reports = lookup.tongue, len(lookup.group_of(figure))
    told = tongue.ngettext("figure: %(count)s report", "figure: %(count)s reports", reports)
    label = told if several else tongue.gettext("figure: reported once")
    return Layer(figure.span, "figure", href(page, f"{lookup.root}figures/", anchor), label)


def _claim_layers(lookup: Lookup, page: str, siglum: str) -> Iterator[Layer]:
    for claim in lookup.claims_in(siglum):
        target, label = _claim_target(lookup, page, claim)
        # Only the first has a fragment of its own: the number of an appearance would not last.
        for count, item in enumerate(appearances_in(claim, siglum)):
            anchor = "" if count else f"claim-{name_part(claim.slug)}"
            kind: LayerKind = "claim" if len(lookup.outlets_of(claim)) > 1 else "alone"
            yield Layer(item.span, kind, target, label, anchor, _peek(lookup, claim, siglum))


def _peek(lookup: Lookup, claim: Claim, siglum: str) -> str:
    """A claim has a card in an article where that makes it and another outlet does too."""
    mine = any(item.span.siglum == siglum for item in claim.appearances)
    return peek_name(claim) if mine and len(lookup.outlets_of(claim)) > 1 else ""


def _claim_target(lookup: Lookup, page: str, claim: Claim) -> tuple[str, str]:
    outlets = len(lookup.outlets_of(claim))
    total = len(lookup.outlet_slugs)
    label = lookup.tongue.gettext("claim: carried by %(some)s of %(total)s outlets", some=outlets, total=total)
    return href(page, lookup.claim_path(claim)), label


def _quote_target(lookup: Lookup, page: str, quote: Quote) -> tuple[str, str, str]:
    """A quotation that belongs to a claim of several outlets leads there, any other to the list of quotations."""
    claim = lookup.claim_of_quote.get(quote.id)
    if claim and len(lookup.outlets_of(claim)) > 1:
        target, label = _claim_target(lookup, page, claim)
        return (
            target,
            lookup.tongue.gettext("quotation in a %(claim)s", claim=label),
            _peek(lookup, claim, quote.content.siglum),
        )
    return (
        href(page, f"{lookup.root}quotes/", name_part(quote.id)),
        lookup.tongue.gettext("quotation: see the speaker"),
        "",
    )
