"""The templates: ours, with a user's own before them, file by file; everything printed is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from generator.pages.address import safe_url
from generator.pages.tongue import Tongue, find_direction, load_tongue


class _Piece(Protocol):
    @property
    def text(self) -> str: ...


STYLESHEETS = tuple(
    f"assets/stylesheets/{name}.css"
    for name in (
        "tokens", "frame", "search", "base", "chrome", "table", "stance", "glance", "finding", "matrix", "diff",
        "variants", "claim", "strip", "article", "peek", "chart", "share", "print",
    )
)  # fmt: skip
"""Our stylesheets, one a component, in order; relative to ``site_templates`` and to the site's root alike."""

SCRIPTS = tuple(
    f"assets/javascripts/{name}.js" for name in ("charts", "pairs", "layers", "peeks", "take", "share", "search")
)
"""Our scripts; every page is whole without them."""

EARLY_SCRIPTS = ("assets/javascripts/blind.js", "assets/javascripts/frame.js")
"""Scripts that run before a page is painted; the overrides name them."""


def templates_dir() -> Path:
    """Our own ``site_templates``: inside the package when installed from a wheel, else beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "site_templates"
    return shipped if shipped.is_dir() else package.parent / "site_templates"


def load_templates(user_dir: Path | None = None, tongue: Tongue | None = None) -> Environment:
    """An environment that looks in the user's folder first and in ours after, one template at a time.

    Its strings, numbers and percentages are in one language, English where none is given.
    """
    tongue = tongue or load_tongue()
    folders = [folder for folder in (user_dir, templates_dir()) if folder is not None]
    templates = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a build reads each template once; the next build has an environment of its own
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    _add_language(templates, tongue)
    templates.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":"), "allow_nan": False}
    templates.filters.update(safe_url=safe_url, plain=_plain)
    return templates


def _add_language(templates: Environment, tongue: Tongue) -> None:
    """The strings as Jinja's ``_`` and ``trans``; a word of a vocabulary, a number and a direction as filters."""
    strings = tongue.strings
    templates.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        strings.gettext, strings.ngettext, newstyle=True, pgettext=strings.pgettext, npgettext=strings.npgettext
    )
    templates.globals["site_lang"] = tongue.lang
    templates.filters.update(
        term=tongue.term, terms=tongue.terms, number=tongue.number, percent=tongue.percent, score=tongue.score
    )
    templates.filters["dir"] = find_direction


def _plain(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)
