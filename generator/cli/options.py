"""Options that several commands have."""

from __future__ import annotations

from typing import get_args

import click

from generator.diagnostics import Format
from generator.parsing import Parser, ParserError, load_parser

form_option = click.option(
    "--format", "form", type=click.Choice(get_args(Format)), default="text", help="How faults are printed."
)


def _load(_context: click.Context, _option: click.Parameter, name: str | None) -> Parser | None:
    """The parser of a name; one that cannot be had is wrong usage."""
    try:
        return load_parser(name) if name else None
    except ParserError as error:
        raise click.UsageError(str(error)) from error


parser_option = click.option(
    "--parser", metavar="NAME", callback=_load, help="A spaCy pipeline installed here, asked where it reads better."
)
