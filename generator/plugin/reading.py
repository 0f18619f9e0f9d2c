"""What the settings name is loaded, events are compared with it, and what is faulty is told as MkDocs tells it."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.utils import CountHandler

from generator import content
from generator.diagnostics import Diagnostic, render_text
from generator.meanings import Meanings, MeaningsError, load_meanings
from generator.model import Event, Report
from generator.parsing import Parser, ParserError, load_parser
from generator.permalinks import review
from generator.report import compare

LOG = logging.getLogger("mkdocs.plugins.variorum")


def tell_faults(faults: tuple[Diagnostic, ...], *, strict: bool) -> None:
    """Log every fault, and stop the build on an error, or on a warning in strict mode."""
    for fault in faults:
        level = logging.ERROR if fault.severity == "error" else logging.WARNING
        LOG.log(level, "%s", render_text(fault), extra={"diagnostic": fault})
    fatal = [fault for fault in faults if strict or fault.severity == "error"]
    if fatal:
        raise Abort(f"{len(fatal)} {'fault' if len(fatal) == 1 else 'faults'} in the content; the site is unchanged")


def find_parser(name: str) -> Parser:
    """The parser that the settings name; one that cannot be had is a faulty setting."""
    try:
        return load_parser(name)
    except ParserError as error:
        raise ConfigurationError(str(error)) from error


def find_meanings(config: MkDocsConfig, folder: str) -> Meanings:
    """The model in a folder beside mkdocs.yml; one that cannot be had is a faulty setting."""
    try:
        return load_meanings(Path(config.config_file_path or "mkdocs.yml").parent / folder)
    except MeaningsError as error:
        raise Abort(str(error)) from error


def review_event(
    event: Event, lock: content.Lock, parser: Parser | None, meanings: Meanings | None
) -> tuple[Report, tuple[Diagnostic, ...]]:
    """An event's report, and what in its editor's words does not fit."""
    LOG.info("Comparing the articles of %s", event.name)
    return review(event, lock.entries, read=lambda one: compare(one, parser, meanings))


def with_rights(event: Event, rights: str | None) -> Event:
    """The event with what the settings say of every article's rights."""
    return replace(event, articles=tuple(replace(one, rights=rights or one.rights) for one in event.articles))


def has_warnings() -> bool:
    """Whether MkDocs counted a warning; it will then fail a strict build, but only after this plugin's last word."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
