"""Small whole documents that another site may show in a frame: a claim, its pairs of wordings, a chart.

They are no pages of the site: no navigation leads to them, no search finds them, and each names the page it is from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from generator.model import Claim
from generator.pages.address import href
from generator.pages.citing import locate
from generator.pages.claims import Carrier, view_carriers
from generator.pages.former import Notice, find_notices
from generator.pages.lookup import Lookup
from generator.pages.pairs import PairView, has_pairs_embed, view_pairs
from generator.pages.plots import PlotView, group_anchor, view_plot
from generator.pages.wording import Link, first_words
from generator.permalinks import Registry

STYLES = tuple(
    f"assets/stylesheets/{name}.css" for name in ("tokens", "base", "stance", "diff", "claim", "chart", "embed")
)
SCRIPT = "assets/javascripts/embed.js"
_BLIND = "assets/javascripts/blind.js"
_CHARTS = "assets/javascripts/charts.js"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole HTML document; ``path`` is relative to the site's root and ends in "/"."""

    path: str
    html: str


@dataclass(frozen=True, slots=True)
class Script:
    """A script that an embedded page loads: at once, before anything is painted, or ``late``."""

    src: str
    late: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the matter: the page it is from, the event, the site, and what it loads.

    ``outlets`` are the names that blind mode hides here too.
    """

    title: str
    lang: str
    canonical: str
    home: Link
    event: str
    event_lang: str
    site: str
    styles: tuple[str, ...]
    scripts: tuple[Script, ...]
    outlets: tuple[str, ...]
    charts: bool


@dataclass(frozen=True, slots=True)
class ClaimEmbed:
    """A claim, who carries it how, and who leaves it out."""

    statement: str
    lang: str
    carriers: tuple[Carrier, ...]
    omitted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairsEmbed:
    """Each two wordings of a claim, and the pairs that stood here before."""

    statement: str
    lang: str
    pairs: tuple[PairView, ...]
    former: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class ChartEmbed:
    """The chart of a group of figures."""

    plot: PlotView


def build_embeds(lookup: Lookup, registry: Registry, templates: Environment) -> Iterator[Document]:
    """Every document of an event that another site may show."""
    notices = find_notices(lookup, registry)
    for claim in lookup.report.claims:
        yield _build_claim(lookup, templates, claim)
        if has_pairs_embed(lookup, claim):
            yield _build_pairs(lookup, templates, claim, notices.get(lookup.claim_path(claim), {}))
    for group in dict.fromkeys(figure.group for figure in lookup.report.figures if figure.group):
        if len(lookup.group(group)) > 1:
            yield _build_chart(lookup, templates, group)


def _build_claim(lookup: Lookup, templates: Environment, claim: Claim) -> Document:
    home = lookup.claim_path(claim)
    path = f"{home}embed/"
    lang = lookup.event.article(claim.statement.siglum).lang
    view = ClaimEmbed(
        statement=lookup.event[claim.statement],
        lang=lang,
        carriers=view_carriers(lookup, path, claim),
        omitted=tuple(lookup.labels[siglum] for siglum in claim.omitted_by),
    )
    frame = _frame(lookup, path, Link(lookup.tongue.gettext("Compare all wordings"), home), _title(lookup, claim))
    return _render(templates, "claim", path, frame, view)


def _build_pairs(lookup: Lookup, templates: Environment, claim: Claim, notices: Mapping[str, Notice]) -> Document:
    home = lookup.claim_path(claim)
    path = f"{home}embed/pairs/"
    lang = lookup.event.article(claim.statement.siglum).lang
    pairs = view_pairs(lookup, claim, path)
    here = {pair.id for pair in pairs}
    former = tuple(one for name, one in sorted(notices.items()) if "--" in name and name not in here)
    view = PairsEmbed(lookup.event[claim.statement], lang, pairs, former)
    frame = _frame(lookup, path, Link(lookup.tongue.gettext("Compare all wordings"), home), _title(lookup, claim))
    return _render(templates, "pairs", path, frame, view)


def _build_chart(lookup: Lookup, templates: Environment, group: str) -> Document:
    home = f"{lookup.root}figures/"
    anchor = group_anchor(group)
    path = f"{home}embed/{anchor}/"
    plot = view_plot(lookup, path, group, lively=True, shared=False)
    title = "".join(piece.text for piece in plot.counts) or lookup.tongue.gettext("Figures")
    frame = _frame(lookup, path, Link(lookup.tongue.gettext("All figures"), home), title, anchor=anchor, charts=True)
    return _render(templates, "chart", path, frame, ChartEmbed(plot))


def _frame(lookup: Lookup, path: str, home: Link, title: str, *, anchor: str = "", charts: bool = False) -> Frame:
    canonical = locate(lookup, home.href) if lookup.imprint.url else href(path, home.href)
    return Frame(
        title=title,
        lang=lookup.imprint.lang,
        canonical=canonical,
        home=Link(home.label, href(path, home.href, anchor)),
        event=lookup.event.title,
        event_lang=lookup.event.lang,
        site=lookup.imprint.name,
        styles=tuple(href(path, name) for name in STYLES),
        scripts=tuple(
            Script(href(path, name), late=name == _CHARTS)
            for name in ((_BLIND, SCRIPT, _CHARTS) if charts else (_BLIND, SCRIPT))
        ),
        outlets=lookup.outlets,
        charts=charts,
    )


def _title(lookup: Lookup, claim: Claim) -> str:
    return "".join(piece.text for piece in first_words(lookup.event[claim.statement], 14))


def _render(templates: Environment, template: str, path: str, frame: Frame, view: object) -> Document:
    return Document(path, templates.get_template(f"embeds/{template}.html").render(frame=frame, view=view))
