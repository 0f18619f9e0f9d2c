"""What our pages need of MkDocs and Material, set here so that a user's mkdocs.yml stays short."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.files import File, InclusionLevel

from generator import pages
from generator.pages.tongue import msgid

_PALETTE: tuple[dict[str, Any], ...] = (
    {
        "scheme": "default",
        "media": "(prefers-color-scheme: light)",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-night", "name": msgid("Switch to dark")},
    },
    {
        "scheme": "slate",
        "media": "(prefers-color-scheme: dark)",
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/weather-sunny", "name": msgid("Switch to light")},
    },
)

BUNDLE = "assets/stylesheets/variorum.css"
"""All our stylesheets in one file, which a browser asks for once before it paints; each is there by itself, too."""

_SWITCH = re.compile(r'(<input class="md-toggle"[^<>]*?) autocomplete="off"')

log = logging.getLogger("mkdocs.plugins.variorum")


def template_folders(user: Path | None) -> tuple[Path, ...]:
    """The folders of templates and assets, the one that wins first."""
    return tuple(folder for folder in (user, pages.templates_dir()) if folder is not None)


def apply_settings(config: MkDocsConfig, folders: Sequence[Path]) -> None:
    """Set Material up for our pages; a palette, features, navigation, styles and scripts of the user's own stay.

    Raises ``ConfigurationError`` where the user's settings cannot work with them.
    """
    _check(config)
    if (config.theme.get("language") or "en") not in pages.LANGUAGES:
        log.warning("theme.language: the site's own words are there in %s; they stand in English", _languages())
    # Both would make every reader's browser call another host.
    config.theme["font"] = False
    if config.repo_url:
        log.warning("repo_url is left out: with it, every reader's browser would ask another host about it")
        config.repo_url = None
    if "palette" not in config.theme:
        config.theme["palette"] = _palette(pages.load_tongue(find_language(config)))
    _add_overrides(config, folders)
    config.extra_css = [BUNDLE, *config.extra_css]
    config.extra_javascript = [*pages.SCRIPTS, *config.extra_javascript]


def find_language(config: MkDocsConfig) -> str:
    """The language of the site's own words: the theme's where there is a catalogue for it, else English."""
    wanted = str(config.theme.get("language") or "en")
    return wanted if wanted in pages.LANGUAGES else "en"


def add_language(env: Environment, config: MkDocsConfig) -> None:
    """What the overrides need to say their own words in the site's language."""
    tongue = pages.load_tongue(find_language(config))
    env.globals["_"] = tongue.gettext
    env.globals["site_lang"] = tongue.lang


def _languages() -> str:
    return ", ".join(pages.LANGUAGES)


def _palette(tongue: pages.Tongue) -> list[dict[str, Any]]:
    return [{**one, "toggle": _named(one["toggle"], tongue)} for one in _PALETTE]


def _named(toggle: dict[str, str], tongue: pages.Tongue) -> dict[str, str]:
    name = toggle["name"]
    return {**toggle, "name": tongue.gettext(name)}


def _check(config: MkDocsConfig) -> None:
    if config.theme.name != "material":
        raise ConfigurationError("variorum needs Material for MkDocs; write `theme: {name: material}` in mkdocs.yml")
    if not config.use_directory_urls:
        raise ConfigurationError(
            "variorum's addresses end in a slash and are kept for good; use_directory_urls must be true"
        )
    if any(str(feature).startswith("navigation.instant") for feature in config.theme.get("features") or ()):
        raise ConfigurationError(
            "variorum's pairs of outlets are chosen by address, without JavaScript, which navigation.instant breaks; "
            "take it out of theme.features"
        )


def _add_overrides(config: MkDocsConfig, folders: Sequence[Path]) -> None:
    """Between the theme and the user's own custom_dir, which wins."""
    ours = [str(folder / "overrides") for folder in folders if (folder / "overrides").is_dir()]
    after = 1 if config.theme.custom_dir else 0
    config.theme.dirs[after:after] = ours


def mend_frame(html: str) -> str:
    """The theme's page without what no standard knows: a switch that is a checkbox has nothing to complete."""
    return _SWITCH.sub(r"\1", html)


def asset_files(config: MkDocsConfig, folders: Sequence[Path]) -> Iterator[File]:
    """Every file below assets/, once, from the folder that wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted((folder / "assets").rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(folder).as_posix(), folder)
    css = b"\n".join((found[name] / name).read_bytes() for name in pages.STYLESHEETS)
    yield File.generated(config, BUNDLE, content=css, inclusion=InclusionLevel.INCLUDED)
    for name, folder in sorted(found.items()):
        yield File(name, str(folder), config.site_dir, use_directory_urls=True, inclusion=InclusionLevel.INCLUDED)
