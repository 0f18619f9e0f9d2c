"""The templates: ours, with a user's own before them, file by file; everything printed is escaped."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from generator.pages.address import safe_url

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


_SMALL = 0.001


def templates_dir() -> Path:
    """Our own ``site_templates``: inside the package when installed from a wheel, else beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "site_templates"
    return shipped if shipped.is_dir() else package.parent / "site_templates"


def load_templates(user_dir: Path | None = None) -> Environment:
    """An environment that looks in the user's folder first and in ours after, one template at a time."""
    folders = [folder for folder in (user_dir, templates_dir()) if folder is not None]
    templates = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # a build reads each template once; the next build has an environment of its own
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":"), "allow_nan": False}
    templates.filters.update(safe_url=safe_url, number=render_number, percent=render_percent)
    return templates


def render_number(value: float) -> str:
    """A number with its thousands parted by commas, and three decimals at most; below a thousandth, three digits."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.3f}".rstrip("0") if abs(value) >= _SMALL else f"{value:.3g}"


def render_percent(share: float) -> str:
    """A share from 0 to 1 as whole per cent; what is neither none nor all is never rounded to it."""
    rounded = round(share * 100)
    bounded = min(max(rounded, 1), 99) if 0 < share < 1 else rounded
    return f"{bounded} %"
