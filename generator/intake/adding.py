"""From requests to article files: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.intake.requests import Ask, Request


def add_articles(
    requests: Sequence[Request],
    event: str,
    content_dir: Path,
    *,
    ask: Ask | None = None,
    overwrite: bool = False,
) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write ``content_dir/event/articles/<siglum>.md`` for each request: all of them, or none where one has a fault.

    Returns the paths written (the event's ``index.md`` first, where it was missing) and the diagnostics, sorted by
    place. Where a diagnostic is an error nothing was written; warnings may accompany written files. Never raises for
    bad content. An article file that exists is a fault unless ``overwrite``. A field that is required and not
    found (``outlet``, ``published``) is asked for with ``ask``, also a headline; without ``ask`` a missing
    required field is an error and a missing headline a warning. ``content_dir`` is made where it is missing.
    """
    raise NotImplementedError
