"""Options that several commands have."""

from __future__ import annotations

from typing import get_args

import click

from generator.diagnostics import Format

form_option = click.option(
    "--format", "form", type=click.Choice(get_args(Format)), default="text", help="How faults are printed."
)
