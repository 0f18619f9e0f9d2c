"""Turning saved pages, ``.txt`` and ``.html``, into article files that an editor can read and correct."""

from __future__ import annotations

from generator.intake.adding import add_articles
from generator.intake.codes import CODES
from generator.intake.requests import FIELDS, Ask, Request, load_requests

__all__ = ["CODES", "FIELDS", "Ask", "Request", "add_articles", "load_requests"]
