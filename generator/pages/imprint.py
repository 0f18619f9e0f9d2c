"""Who publishes a site, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Imprint:
    """A site's name, and its address, which ends in "/"; "" where it is not known."""

    name: str = "Variorum"
    url: str = ""
