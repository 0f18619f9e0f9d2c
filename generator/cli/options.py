"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from generator.diagnostics import Format
from generator.meanings import Meanings, MeaningsError, load_meanings
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


def _load_meanings(_context: click.Context, _option: click.Parameter, folder: Path | None) -> Meanings | None:
    """The model in a folder; one that cannot be had is wrong usage."""
    try:
        return load_meanings(folder) if folder else None
    except MeaningsError as error:
        raise click.UsageError(str(error)) from error


embeddings_option = click.option(
    "--embeddings",
    "meanings",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    callback=_load_meanings,
    help="A Model2Vec model on this machine, asked whether two statements are one where their words do not say so.",
)
parser_option = click.option(
    "--parser", metavar="NAME", callback=_load, help="A spaCy pipeline installed here, asked where it reads better."
)
