"""What is found in an article, as spans that link to the place where more is told about them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Claim, Figure
from generator.pages.address import href, name_part
from generator.pages.annotate import Layer
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.plots import group_anchor


def find_layers(lookup: Lookup, page: str, siglum: str) -> tuple[Layer, ...]:
    """Everything found in one article as a span and the place that tells more about it."""
    layers = [*_claim_layers(lookup, page, siglum)]
    layers += [_figure_layer(lookup, page, figure) for figure in lookup.report.figures if figure.span.siglum == siglum]
    for quote in lookup.report.quotes:
        if quote.content.siglum == siglum:
            target, label = _quote_target(lookup, page, quote.id)
            layers.append(Layer(quote.content, "quote", target, label))
    for cluster in lookup.report.clusters:
        claim = lookup.claim_of_cluster.get(cluster.id)
        spans = [span for span in cluster.passages if span.siglum == siglum and claim]
        layers += [Layer(span, "passage", *_claim_target(lookup, page, claim)) for span in spans if claim]
    return tuple(layers)


def _figure_layer(lookup: Lookup, page: str, figure: Figure) -> Layer:
    """A figure that others report too leads to their chart, any other to its row."""
    several = len(lookup.group_of(figure)) > 1 and figure.group
    anchor = group_anchor(several) if several else name_part(figure.id)
    label = f"figure: {len(lookup.group_of(figure))} reports" if several else "figure: reported once"
    return Layer(figure.span, "figure", href(page, f"{lookup.root}figures/", anchor), label)


def _claim_layers(lookup: Lookup, page: str, siglum: str) -> Iterator[Layer]:
    for claim in lookup.claims_in(siglum):
        target, label = _claim_target(lookup, page, claim)
        # Only the first has a fragment of its own: the number of an appearance would not last.
        for count, item in enumerate(appearances_in(claim, siglum)):
            anchor = "" if count else f"claim-{name_part(claim.slug)}"
            yield Layer(item.span, "claim" if len(lookup.outlets_of(claim)) > 1 else "alone", target, label, anchor)


def _claim_target(lookup: Lookup, page: str, claim: Claim) -> tuple[str, str]:
    outlets = len(lookup.outlets_of(claim))
    label = f"claim: carried by {outlets} of {len(lookup.outlet_slugs)} outlets"
    return href(page, lookup.claim_path(claim)), label


def _quote_target(lookup: Lookup, page: str, quote: str) -> tuple[str, str]:
    """A quotation that belongs to a claim of several outlets leads there, any other to the list of quotations."""
    claim = lookup.claim_of_quote.get(quote)
    if claim and len(lookup.outlets_of(claim)) > 1:
        target, label = _claim_target(lookup, page, claim)
        return target, f"quotation in a {label}"
    return href(page, f"{lookup.root}quotes/", name_part(quote)), "quotation: see the speaker"
