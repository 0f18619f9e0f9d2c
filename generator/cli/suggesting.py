"""The command that writes the program's claims as files for an editor to keep."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator import content, site
from generator.cli.builder import BUILT, FAULTS
from generator.cli.console import StatusLine, write_output
from generator.cli.options import embeddings_option, parser_option
from generator.diagnostics import ContentError, render
from generator.editing import render_suggestion
from generator.fields import nearest
from generator.files import show_path
from generator.meanings import Meanings
from generator.model import Claim, Report
from generator.parsing import Parser
from generator.permalinks import publish
from generator.report import compare


@click.command()
@click.argument("event_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--claim", "slugs", multiple=True, metavar="SLUG", help="A claim by its address; may be given several times."
)
@click.option("--all", "every", is_flag=True, help="Every claim, also those that one outlet alone carries.")
@parser_option
@embeddings_option
def suggest(
    event_dir: Path, slugs: tuple[str, ...], parser: Parser | None, meanings: Meanings | None, *, every: bool
) -> int:
    """Write claims as files for an editor to keep: those of several outlets, unless told otherwise."""
    if slugs and every:
        raise click.UsageError("--all has every claim; leave --claim or --all out")
    try:
        with StatusLine() as status:
            status.tell(f"Comparing the articles of {event_dir.name}")
            event, entries = content.load_event(event_dir), content.load_lock(event_dir).entries
            report = publish(event, entries, read=lambda one: compare(one, parser, meanings)).report
    except ContentError as error:
        click.echo(render(error.diagnostics), err=True)
        return FAULTS
    written = [_write(report, claim, event_dir / "claims") for claim in _choose(report, slugs, every=every)]
    write_output("".join(f"{show_path(path)}\n" for path in written if path))
    return BUILT


def _choose(report: Report, slugs: Sequence[str], *, every: bool) -> list[Claim]:
    """The claims asked for; without being asked, only those that have no file yet."""
    known = {claim.slug: claim for claim in report.claims}
    for slug in slugs:
        if slug not in known:
            near = nearest(slug, known)
            raise click.UsageError(f"there is no claim {slug}" + (f"; did you mean {near}?" if near else ""))
    if slugs:
        return [known[slug] for slug in dict.fromkeys(slugs)]
    return [claim for claim in report.claims if not claim.editor and (every or _is_shared(report, claim))]


def _is_shared(report: Report, claim: Claim) -> bool:
    return len({report.event.outlet_of(item.span) for item in claim.appearances}) > 1


def _write(report: Report, claim: Claim, folder: Path) -> Path | None:
    """The file written; ``None`` where there is one already, which nothing changes."""
    path = folder / f"{claim.slug}.md"
    if path.exists() or path.is_symlink():
        click.echo(f"{show_path(path)} is there already and stays as it is", err=True)
        return None
    try:
        folder.mkdir(exist_ok=True)
        site.write_file(path, render_suggestion(report.event, claim).encode())
    except OSError as error:
        raise click.UsageError(f"{show_path(path)}: cannot be written ({error.strerror})") from error
    return path
