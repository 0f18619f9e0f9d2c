"""The parser that a benchmark is asked to set beside the rules: ``--parser NAME``, or ``VARIORUM_PARSER``."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser

from generator.parsing import Parser, ParserError, load_parser

PARSER = "VARIORUM_PARSER"


def add_parser_option(options: ArgumentParser) -> None:
    """Let a script take ``--parser``."""
    options.add_argument("--parser", default=os.environ.get(PARSER), help="a spaCy pipeline installed here")


def asked_parser() -> tuple[str, Parser] | None:
    """The name of the pipeline asked for and its parser; ``None`` where none is asked for or it cannot be had."""
    name = os.environ.get(PARSER)
    if not name:
        return None
    try:
        return f"with {name}", load_parser(name)
    except ParserError as error:
        sys.stderr.write(f"No column with a parser: {error}\n")
        return None
