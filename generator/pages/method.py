"""The method page: how each thing is found, with the thresholds that the program really uses."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from generator.charts import plot_figures
from generator.claims import build_claims, find_differences
from generator.clusters import find_clusters
from generator.collation import collate, tabulate
from generator.figures import find_figures, group_figures
from generator.pages.address import href
from generator.pages.chrome import Chrome, build_page
from generator.pages.imprint import Imprint
from generator.pages.lookup import Lookup
from generator.pages.page import Page
from generator.pages.pairs import view_pairs
from generator.pages.scoreboard import StageView, load_scoreboard
from generator.pages.stances import ScaleRow, ShapeView, view_key, view_scale
from generator.pages.tongue import Tongue, load_tongue
from generator.pages.variants import view_variants
from generator.pages.wording import Link
from generator.quotes import find_quotes, find_stance, fold_speakers
from generator.sentences import find_paragraphs, segment

STAGES: tuple[tuple[str, tuple[Callable[..., Any], ...]], ...] = (
    ("sentences", (find_paragraphs, segment)),
    ("passages", (find_clusters,)),
    ("diffs", (collate, tabulate, view_pairs, view_variants)),
    ("quotes", (find_quotes, find_stance, fold_speakers)),
    ("figures", (find_figures, group_figures, plot_figures)),
    ("claims", (build_claims,)),
    ("findings", (find_differences,)),
)
"""The functions behind each part of the page."""

MEANINGS = {
    "find_paragraphs.ended": "share of lines that must end like a sentence for each line to be a paragraph",
    "find_clusters.shingle": "equal words in a row that start the search for a shared passage",
    "find_clusters.reach": "words that two runs may lie apart and still be one passage",
    "find_clusters.common": "times that a run of words may occur before it is too common to start from",
    "find_clusters.steps": "how surprising, in bits, equal words of so many or more must be together (words: bits)",
    "find_clusters.exact_words": "equal words on end from which a passage is shared whatever they say",
    "find_clusters.least_identity": "share of words that must be equal",
    "find_clusters.close_identity": "share from which a passage is close; a looser one with words of it gives way",
    "find_clusters.longest_fragment": "most words of a quoted fragment looked for elsewhere",
    "find_clusters.fragment_bits": "how surprising such a fragment must be, in bits",
    "find_clusters.quoted_bits": "how surprising words must be at most, in bits, where both outlets mark them",
    "find_clusters.least_cosine": "likeness of two quotations of one speaker, as for two translations, 0 to 1",
    "find_clusters.least_indirect_cosine": "the same where one of the two is indirect speech",
    "find_clusters.least_likeness": "likeness asked of a passage that answers to less than half of the longest",
    "find_quotes.clause": "words in quotation marks from which a stretch at a sentence’s edge is a direct quotation",
    "find_quotes.indirect": "words from which reported speech counts",
    "fold_speakers.likeness": "likeness of two surnames for one person’s name spelt in two ways, 0 to 1",
    "group_figures.least": "evidence asked for before two figures count one thing",
    "group_figures.crowd": "figures of one noun from which only equal values are compared",
    "collate.least_moved": "equal words that one text has here and the other there from which they count as moved",
    "tabulate.least_close": "share of the shorter passage’s words that must align for two to stand in one table",
    "tabulate.least_moved": "the same as for two passages, for any two rows of a table",
    "view_variants.least_outlets": "outlets in one table from which it is shown; fewer are a pair",
    "view_pairs.alike": "share of equal words from which a diff is shown",
    "plot_figures.widest": "largest value over smallest from which a chart’s axis is logarithmic",
    "build_claims.least_quote_words": "words from which a quotation in one outlet alone is a claim",
    "build_claims.least_alike": "likeness of two pieces of a passage cut at sentence ends, 0 to 1",
    "build_claims.likeness": "likeness of two statements in other words that share so many bits (bits: 0 to 1)",
    "build_claims.habit": "likeness of a statement and what three or more outlets have in common, 0 to 1",
    "build_claims.least_meaning": "likeness of two statements by a model of meanings, where one is given, 0 to 1",
    "build_claims.openings": "first sentences of an article, headline and all, that are its opening",
    "build_claims.least_opening": "likeness of an opening and what outlets have of the main claim (outlets: 0 to 1)",
    "build_claims.least_again": "likeness of two sentences of one article that say one thing, 0 to 1",
    "build_claims.again_bits": "how rare, in bits, the stems must be together that such two sentences share",
    "build_claims.again_common": "likeness of the second of them and what outlets have of the claim, 0 to 1",
    "build_claims.least_anywhere": "likeness of any other sentence and what outlets have of a claim (outlets: 0 to 1)",
    "build_claims.least_together": "evidence asked for before two sentences that no other rule joins say one thing",
    "build_claims.most_alone": "claims of one article alone that are kept, from its first on",
    "find_differences.least_words": "words from which a quotation can be missed where it stands without marks",
    "find_differences.least_similarity": "share of equal words from which two quotations count as one, altered",
}
"""What each threshold means."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A setting of a function, as it really is."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The method page: the thresholds of each part, the key to the shapes, and what was measured."""

    thresholds: dict[str, tuple[Threshold, ...]]
    key: tuple[ShapeView, ...]
    scale: tuple[ScaleRow, ...]
    measured: tuple[StageView, ...]
    events: tuple[Link, ...]


def build_method(lookups: Sequence[Lookup], templates: Environment, imprint: Imprint | None = None) -> Page:
    """The one page for the whole site."""
    path = "method/"
    tongue = load_tongue(imprint.lang if imprint else "en")
    thresholds = {name: find_thresholds(functions, tongue) for name, functions in STAGES}
    events = tuple(Link(lookup.event.title, href(path, lookup.root), lang=lookup.event.lang) for lookup in lookups)
    view = MethodView(thresholds, view_key(tongue), view_scale(), load_scoreboard(), events)
    about = tongue.gettext("How each thing on this site is found, with which thresholds, and what it misses.")
    notices = {(lookup.event.notice, lookup.event.lang) for lookup in lookups}
    shared = notices.pop() if len(notices) == 1 else ("", "en")  # what all events say holds for the site
    chrome = Chrome((Link(tongue.gettext("All events"), href(path, "")),), (), *shared)
    return build_page(templates, "method", path, tongue.gettext("Method"), about, chrome=chrome, view=view, in_nav=True)


def find_thresholds(functions: Sequence[Callable[..., Any]], tongue: Tongue | None = None) -> tuple[Threshold, ...]:
    """The keyword-only settings of some functions with the values that they have unless told otherwise."""
    tongue = tongue or load_tongue()
    return tuple(
        Threshold(name, render_setting(parameter.default, tongue), _mean(f"{function.__name__}.{name}", tongue))
        for function in functions
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is not parameter.empty
    )


def _mean(name: str, tongue: Tongue) -> str:
    return tongue.term(MEANINGS[name], "setting") if name in MEANINGS else ""


def render_setting(value: Any, tongue: Tongue) -> str:
    """A number, or steps of two numbers each as "4: 35, 6: 28"."""
    if isinstance(value, int | float):
        return tongue.number(value)
    between = ", " if tongue.lang == "en" else "; "  # a comma is a decimal sign in the others
    return between.join(": ".join(tongue.number(part) for part in step) for step in value)
