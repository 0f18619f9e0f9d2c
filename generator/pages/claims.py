"""A claim's page: who carries it, in which words, how each two wordings differ, and who leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import Environment

from generator.model import Claim
from generator.pages.address import href, name_part, quote_address, safe_url
from generator.pages.chrome import build_page, view_chrome
from generator.pages.citing import Share, quoted, share
from generator.pages.editing import EditingView, view_editing
from generator.pages.figurerows import FigureRow, view_figure
from generator.pages.findings import FindingView, view_findings
from generator.pages.linked import link_claim
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.matrix import Matrix, view_matrix
from generator.pages.page import Page
from generator.pages.pairs import PairView, view_pairs
from generator.pages.plots import PlotView, view_plot
from generator.pages.strip import OmissionView, Place, view_omissions, view_strip
from generator.pages.tongue import msgid
from generator.pages.variants import VariantsView, view_variants
from generator.pages.wording import Piece, Wording, first_words, view_wording


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries the claim, with each of its wordings."""

    siglum: str
    label: str
    href: str
    anchor: str
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The page of one claim; ``plots`` come with the rows of their figures, ``made`` is one that an editor made."""

    id: str
    statement: tuple[Piece, ...]
    lang: str
    statement_label: str
    statement_href: str
    outlets: int
    total: int
    carriers: tuple[Carrier, ...]
    strip: tuple[Place, ...]
    omitted: tuple[OmissionView, ...]
    findings: tuple[FindingView, ...]
    variants: VariantsView | None
    pairs: tuple[PairView, ...]
    plots: tuple[tuple[PlotView, tuple[FigureRow, ...]], ...]
    origins: tuple[str, ...]
    by: str
    rule: str
    score: float
    editing: EditingView | None
    made: bool
    data: str
    figures: str
    method: str
    share: Share


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The list of claims: those of several outlets, and those of one; why an editor hid others."""

    shared: Matrix
    alone: Matrix
    hidden: tuple[str, ...]


def build_claims(lookup: Lookup, templates: Environment) -> Iterator[Page]:
    """The list, then each claim."""
    event, path = lookup.event, f"{lookup.root}claims/"
    tongue = lookup.tongue
    title = f"{tongue.gettext('Claims')}: {event.title}"
    about = tongue.gettext("Every claim found, and which outlet carries it how.")
    chrome, view = view_chrome(lookup, path), view_claims(lookup, path)
    yield build_page(templates, "claims", path, title, about, chrome=chrome, view=view, parent=lookup.root)
    for claim in lookup.report.claims:
        yield _build_claim(lookup, templates, claim)


def view_claims(lookup: Lookup, page: str) -> ClaimsView:
    """Both tables, seen from a page."""
    claims = lookup.report.claims
    shared = [claim for claim in claims if len(lookup.outlets_of(claim)) > 1]
    alone = [claim for claim in claims if len(lookup.outlets_of(claim)) <= 1]
    hidden = tuple(claim.editor.reason for claim in lookup.report.hidden if claim.editor)
    return ClaimsView(view_matrix(lookup, page, shared), view_matrix(lookup, page, alone), hidden)


def _build_claim(lookup: Lookup, templates: Environment, claim: Claim) -> Page:
    path = lookup.claim_path(claim)
    view = view_claim(lookup, path, claim)
    title = "".join(piece.text for piece in first_words(lookup.event[claim.statement], 14))
    about = lookup.tongue.gettext(
        "Carried by %(some)s of %(total)s outlets. Every wording, side by side: %(title)s",
        some=view.outlets, total=view.total, title=title,
    )  # fmt: skip
    chrome, parent = view_chrome(lookup, path), f"{lookup.root}claims/"
    return build_page(
        templates,
        "claim",
        path,
        title,
        about,
        chrome=chrome,
        view=view,
        parent=parent,
        lang=view.lang,
        linked=link_claim(lookup, claim),
    )


def view_claim(lookup: Lookup, page: str, claim: Claim) -> ClaimView:
    """Everything that the page of a claim shows."""
    statement = claim.statement
    article = lookup.event.article(statement.siglum)
    return ClaimView(
        id=claim.id,
        statement=(Piece(lookup.event[statement]),),
        lang=article.lang,
        statement_label=lookup.labels[statement.siglum],
        statement_href=view_wording(lookup, page, statement).href,
        outlets=len(lookup.outlets_of(claim)),
        total=len(lookup.outlet_slugs),
        carriers=view_carriers(lookup, page, claim),
        strip=view_strip(lookup, page, claim),
        omitted=view_omissions(lookup, page, claim),
        findings=view_findings(lookup, page, claim),
        variants=view_variants(lookup, claim, page),
        pairs=view_pairs(lookup, claim, page),
        plots=tuple(_plots(lookup, page, claim)),
        origins=claim.origins,
        by=claim.by,
        rule=_rules(lookup, claim.rule),
        score=claim.score,
        editing=view_editing(claim.editor, lookup.tongue),
        made=claim.editor is not None and "made" in claim.editor.actions,
        data=href(page, f"{lookup.root}data/report.json"),
        figures=href(page, f"{lookup.root}data/figures.csv"),
        method=href(page, "method/", "claims"),
        share=share_claim(lookup, page, claim),
    )


def share_claim(lookup: Lookup, page: str, claim: Claim) -> Share:
    """How a claim is pointed at: its page, and its page for other sites."""
    path = lookup.claim_path(claim)
    title = f"{quoted(lookup, claim.statement)}, {lookup.labels[claim.statement.siglum]}"
    return share(lookup, page, path, "", what=msgid("Claim"), title=title, embed=f"{path}embed/")


def view_carriers(lookup: Lookup, page: str, claim: Claim) -> tuple[Carrier, ...]:
    """Who carries a claim, in order of publication."""
    return tuple(_carrier(lookup, page, claim, article.siglum) for article in lookup.carriers(claim))


def _carrier(lookup: Lookup, page: str, claim: Claim, siglum: str) -> Carrier:
    article = lookup.event.article(siglum)
    return Carrier(
        siglum=siglum,
        label=lookup.labels[siglum],
        href=href(page, lookup.article_path(siglum)),
        anchor=f"in-{name_part(siglum)}",
        wordings=tuple(
            replace(
                view_wording(lookup, page, item.span, stance=item.stance, speaker=item.speaker_name, via=item.via),
                by_editor=item.by_editor,
                found=f"{_rules(lookup, item.rule)} · {lookup.tongue.score(item.score)}" if item.rule else "",
                outside=quote_address(safe_url(article.url), lookup.event[item.span]),
            )
            for item in appearances_in(claim, siglum)
        ),
    )


def _rules(lookup: Lookup, rules: str) -> str:
    return lookup.tongue.terms(rules.split(", "), "rule") if rules else ""


def _plots(lookup: Lookup, page: str, claim: Claim) -> Iterator[tuple[PlotView, tuple[FigureRow, ...]]]:
    """A chart for each group that has a figure in the claim and more than one in all."""
    groups = dict.fromkeys(item.group for item in lookup.report.figures if item.id in claim.figures and item.group)
    for group in groups:
        figures = lookup.group(group)
        if len(figures) > 1:
            plot = view_plot(lookup, page, group, lively=True)
            yield plot, tuple(view_figure(lookup, page, figure) for figure in figures)
