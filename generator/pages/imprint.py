"""Who publishes a site, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """A site's name, its address, which ends in "/", "" where it is not known, and the language of its own words."""

    name: str = "Variorum"
    url: str = ""
    lang: str = "en"
