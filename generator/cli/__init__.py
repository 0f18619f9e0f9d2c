"""The command: arguments, printing and exit codes; everything else is done below.

Exit codes: 0 done, 1 faults in the content, 2 wrong usage or settings, 3 the builder failed, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from generator import content as reading
from generator import exports, intake, site
from generator.cli.addresses import find_breaches
from generator.cli.builder import BUILT, FAILED, FAULTS, USAGE, read_settings, run_build, run_serve, site_settings
from generator.cli.console import BuilderLog, StatusLine, write_faults, write_output
from generator.cli.discovering import discover
from generator.cli.options import embeddings_option, form_option, parser_option
from generator.cli.suggesting import suggest
from generator.diagnostics import ContentError, Diagnostic, Format, render
from generator.excerpts import excerpt
from generator.meanings import Meanings
from generator.model import Report
from generator.parsing import Parser
from generator.permalinks import publish, review
from generator.report import compare

INTERRUPTED = 130

_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_content = click.option("--content", type=_folder, help="The folder of events; content/ if not given.")
_strict = click.option("--strict", is_flag=True, help="Take warnings for faults.")


def main() -> NoReturn:
    """Run the command and exit; bad input ends in a message, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(prog_name="variorum", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        click.echo("variorum: interrupted", err=True)
        code = INTERRUPTED
    sys.exit(code)


class Failure(click.ClickException):
    """Something broke that is nobody's input."""

    exit_code = FAILED


class Commands(click.Group):
    """Commands whose failures end in a line, and in a trace only where one is asked for."""

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if context.params["debug"]:
                traceback.print_exc()
            raise Failure(f"{type(error).__name__}: {error} (--debug shows where)") from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="variorum", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where a failure came from.")
@click.pass_context
def commands(context: click.Context, *, debug: bool) -> None:
    """Lay the accounts of one event by several news outlets side by side, as a website."""
    context.obj = debug
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@commands.command()
@_content
@click.option("--site", "target", type=click.Path(path_type=Path), help="Where the site goes; site/ if not given.")
@click.option("--frozen", is_flag=True, help="Do not write permalinks.lock; that it would change is a fault.")
@parser_option
@embeddings_option
@_strict
@form_option
@click.pass_obj
def build(  # click passes the object first
    debug: bool,  # noqa: FBT001
    content: Path | None,
    target: Path | None,
    *,
    frozen: bool,
    parser: Parser | None,
    meanings: Meanings | None,
    strict: bool,
    form: Format,
) -> int:
    """Build the site; the old one stays whole until the new one takes its place."""
    with StatusLine() as status, BuilderLog(status) as builder_log:
        config = read_settings(site_settings(content, target, strict=strict))
        goal = config.site_dir
        code = run_build(config, builder_log, frozen=frozen, parser=parser, meanings=meanings, debug=debug)
    write_faults(builder_log.faults, form)
    if code == BUILT:
        click.echo(f"built {_short(Path(goal))}/index.html", err=True)
    return code


@commands.command()
@_content
@click.option("--address", help="HOST:PORT to serve on; 127.0.0.1:8000 if not given.")
@_strict
def serve(content: Path | None, address: str | None, *, strict: bool) -> int:
    """Show a preview that follows every change of the content and the templates."""
    with StatusLine() as status, BuilderLog(status, chatty=True) as builder_log:
        settings = site_settings(content, None, strict=strict)
        read_settings(settings)
        return run_serve(settings, builder_log, address)


@commands.command()
@_content
@click.option("--permalinks", "old_site", type=_folder, help="A site built before: tell which of its addresses break.")
@parser_option
@embeddings_option
@_strict
@form_option
def check(
    content: Path | None,
    old_site: Path | None,
    *,
    parser: Parser | None,
    meanings: Meanings | None,
    strict: bool,
    form: Format,
) -> int:
    """Read the content and list its faults, without building; where an editor speaks of claims, find these first."""
    with StatusLine() as status, BuilderLog(status):
        folder = content or Path(read_settings(site_settings(None, None)).docs_dir)
        faults = reading.check_content(folder)
        if all(fault.severity == "warning" for fault in faults):
            faults += tuple(_find_unfit(folder, parser, meanings, status))
        if old_site and all(fault.severity == "warning" for fault in faults):
            status.tell(f"Following the addresses of {old_site}")
            faults += tuple(find_breaches(old_site, folder, parser, meanings))
    write_faults(faults, form)
    return FAULTS if any(strict or fault.severity == "error" for fault in faults) else BUILT


def _find_unfit(
    folder: Path, parser: Parser | None, meanings: Meanings | None, status: StatusLine
) -> Iterator[Diagnostic]:
    """What editors say that does not fit the claims found; only where they say anything is a comparison needed."""
    for event in reading.load_content(folder):
        if event.emendations:
            status.tell(f"Comparing the articles of {event.name}")
            entries = reading.load_lock(folder / event.name).entries
            yield from review(event, entries, read=lambda one: compare(one, parser, meanings))[1]


def _report_on(folder: Path, parser: Parser | None, meanings: Meanings | None) -> Report:
    """The report of one event, under the addresses that its registry keeps."""
    event, entries = reading.load_event(folder), reading.load_lock(folder).entries
    return excerpt(publish(event, entries, read=lambda one: compare(one, parser, meanings))).report


@commands.command()
@click.argument("event_dir", type=_folder)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; else standard output.")
@parser_option
@embeddings_option
def report(event_dir: Path, output: Path | None, parser: Parser | None, meanings: Meanings | None) -> int:
    """Write the report of one event, as JSON."""
    try:
        with StatusLine() as status:
            status.tell(f"Comparing the articles of {event_dir.name}")
            text = exports.render_json(_report_on(event_dir, parser, meanings))
    except ContentError as error:
        _tell(error.diagnostics)
        return FAULTS
    if output is None:
        write_output(text)
        return BUILT
    try:
        site.write_file(output, text.encode())
    except OSError as error:
        raise click.UsageError(f"{output}: cannot be written ({error.strerror})") from error
    return BUILT


def _intake_options(command: click.decorators.FC) -> click.decorators.FC:
    """One option for each field an article's front matter may have."""
    for name in reversed(("siglum", *intake.FIELDS)):
        command = click.option(f"--{name}", default="", help=f"The article's {name}; wins over what the page says.")(
            command
        )
    return command


@commands.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--from", "table", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A CSV of pages.")
@click.option("--event", required=True, help="The event's folder name.")
@click.option("--content", type=click.Path(file_okay=False, path_type=Path), default=Path("content"), show_default=True)
@click.option("--overwrite", is_flag=True, help="Replace articles that are already there.")
@_intake_options
def add(
    files: tuple[Path, ...], table: Path | None, event: str, content: Path, *, overwrite: bool, **fields: str
) -> int:
    """Turn saved pages (.txt, .html) into articles of an event."""
    try:
        requests = _requests(files, table, {key: value for key, value in fields.items() if value})
    except ContentError as error:
        _tell(error.diagnostics)
        return FAULTS
    ask = _ask if sys.stdin.isatty() else None
    written, faults = intake.add_articles(requests, event, content, ask=ask, overwrite=overwrite)
    _tell(faults)
    write_output("".join(f"{path}\n" for path in written))
    return FAULTS if any(fault.severity == "error" for fault in faults) else BUILT


commands.add_command(discover)
commands.add_command(suggest)


def _requests(files: tuple[Path, ...], table: Path | None, fields: dict[str, str]) -> tuple[intake.Request, ...]:
    if bool(files) == bool(table):
        raise click.UsageError("name either saved pages or a table of them with --from")
    if table is not None:
        if fields:
            raise click.UsageError(f"--{min(fields)} belongs to one page; with --from, write it into the table")
        return intake.load_requests(table)
    alone = sorted(fields.keys() & {"siglum", "url", "published", "title", "standfirst"})
    if alone and len(files) > 1:
        raise click.UsageError(f"--{alone[0]} belongs to one page, and {len(files)} are given")
    return tuple(intake.Request(file, **fields) for file in files)  # type: ignore[arg-type]  # only its texts are given


def _ask(field: str, file: str) -> str | None:
    answer: str = click.prompt(f"{file}: {field}", default="", show_default=False, err=True)
    return answer or None


def _tell(faults: tuple[Diagnostic, ...]) -> None:
    """Faults on standard error, for commands whose result is on standard output."""
    if faults:
        click.echo(render(faults), err=True)


def _short(path: Path) -> Path:
    """The path as seen from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


__all__ = ["BUILT", "FAILED", "FAULTS", "INTERRUPTED", "USAGE", "commands", "main"]
