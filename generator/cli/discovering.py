"""The command that finds the events of an archive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import click

from generator.archive.settings import WINDOW
from generator.cli.builder import BUILT, FAULTS
from generator.cli.console import StatusLine, write_faults
from generator.cli.options import form_option
from generator.diagnostics import ContentError, Format
from generator.files import show_path

_MEMORY = re.compile(r"\d+(\.\d+)?\s*[KMGT]i?B", re.IGNORECASE)


def _read_window(_context: click.Context, _option: click.Parameter, value: str) -> int | None:
    if value == "none":
        return None
    if not (value.isascii() and value.isdecimal()):
        raise click.BadParameter(f"{value!r} is neither a number of days nor none")
    return int(value)


def _read_memory(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not _MEMORY.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no size such as 4GB or 500MB")
    return value


def _read_columns(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for field, sign, column in pairs:
        if not (field and sign and column):
            raise click.BadParameter(f"{field!r} is not of the form NAME=COLUMN")
    return {field: column for field, _, column in pairs}


@click.command()
@click.argument("archive", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where the result goes.")
@click.option(
    "--window", default=str(WINDOW), show_default=True, metavar="DAYS|none", callback=_read_window,
    help="How many days apart two articles may be to be compared.",
)  # fmt: skip
@click.option("--memory", default="4GB", show_default=True, callback=_read_memory, help="How much memory to use.")
@click.option(
    "--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", show_default=True, help="What it runs on."
)
@click.option("--master", metavar="URL", help="The Spark master, such as local[2] or spark://host:7077.")
@click.option(
    "--column", "columns", multiple=True, metavar="NAME=COLUMN", callback=_read_columns,
    help="The column that holds a field under another name, such as text=body.",
)  # fmt: skip
@form_option
def discover(
    archive: Path,
    out: Path,
    *,
    window: int | None,
    memory: str,
    engine: Literal["duckdb", "spark"],
    master: str | None,
    columns: Mapping[str, str],
    form: Format,
) -> int:
    """Find the events of an archive, and the passages that travelled between its articles."""
    # What it stands on takes long to load, and no other command needs it.
    from generator import archive as archives  # noqa: PLC0415
    from generator.archive.columns import FIELDS  # noqa: PLC0415
    from generator.archive.engine import EngineMissing  # noqa: PLC0415

    if master and engine != "spark":
        raise click.UsageError("--master belongs to --engine spark")
    unknown = sorted(columns.keys() - set(FIELDS))
    if unknown:
        raise click.UsageError(f"--column: {unknown[0]} is no field; the fields are {', '.join(FIELDS)}")
    try:
        with StatusLine() as status:
            status.tell(f"Comparing the articles of {archive.name}")
            outcome = archives.discover(
                archive, out, window=window, memory=memory, engine=engine, master=master, columns=columns
            )
    except EngineMissing as error:
        raise click.UsageError(str(error)) from error
    except ContentError as error:
        write_faults(error.diagnostics, form)
        return FAULTS
    write_faults(outcome.faults, form)
    if any(fault.severity == "error" for fault in outcome.faults):
        return FAULTS
    told = f"{_count(outcome.events, 'event')} and {_count(outcome.passages, 'shared passage')}"
    click.echo(f"found {told} in {_count(outcome.articles, 'article')}: {show_path(out / 'events.html')}", err=True)
    return BUILT


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
