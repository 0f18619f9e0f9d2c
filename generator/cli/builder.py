"""Running MkDocs with the site's settings, from mkdocs.yml or without one, and telling failures apart."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

import click
from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from generator.cli.console import BuilderLog
from generator.meanings import Meanings
from generator.parsing import Parser
from generator.site import BusyError, SiteError

BUILT, FAULTS, USAGE, FAILED = range(4)
"""Exit codes."""

_OWN_SETTINGS = ("mkdocs.yml", "mkdocs.yaml")
_DEFAULT_SETTINGS = Path(__file__).with_name("default.yml")


def site_settings(content: Path | None, site: Path | None, *, strict: bool = False) -> dict[str, Any]:
    """Arguments for ``load_config``: the mkdocs.yml here, or the built-in one, with what the command line says."""
    given = {"docs_dir": content and str(content.absolute()), "site_dir": site and str(site.absolute())}
    options: dict[str, Any] = {key: value for key, value in given.items() if value}
    if strict:
        options["strict"] = True
    here = Path.cwd()
    own = [here / name for name in _OWN_SETTINGS if (here / name).is_file()]
    if own:
        return {"config_file": str(own[0]), **options}
    options.setdefault("docs_dir", str(here / "content"))
    options.setdefault("site_dir", str(here / "site"))
    if not Path(options["docs_dir"]).is_dir():
        raise click.UsageError("there is no folder 'content' here; name yours with --content")
    # A mapping, for MkDocs takes a list of settings apart while it reads it, and a preview reads it many times.
    plugins: dict[str, Any] = {"search": {}, "variorum": {"templates": str(here / "site_templates")}}
    return {"config_file": str(_DEFAULT_SETTINGS), "plugins": plugins, **options}


def read_settings(settings: dict[str, Any]) -> MkDocsConfig:
    """The settings as MkDocs reads them; raises ``UsageError`` where they are faulty."""
    try:
        config = load_config(**settings)
    except (Abort, ConfigurationError) as error:
        raise click.UsageError(f"the settings in {settings['config_file']} are faulty: {error}") from error
    if "variorum" not in config.plugins:
        raise click.UsageError(f"{settings['config_file']} has no 'variorum' among its plugins")
    return config


def run_build(
    config: MkDocsConfig,
    builder_log: BuilderLog,
    *,
    frozen: bool = False,
    parser: Parser | None = None,
    meanings: Meanings | None = None,
    debug: bool = False,
) -> int:
    """Build the site; gives the exit code, and prints what stopped it."""
    try:
        config.plugins["variorum"].keeping = "frozen" if frozen else "write"  # type: ignore[attr-defined]  # ours
        config.plugins["variorum"].parser = parser  # type: ignore[attr-defined]  # as above
        config.plugins["variorum"].meanings = meanings  # type: ignore[attr-defined]  # as above
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Exception as error:  # noqa: BLE001  # whatever a builder or another plugin throws is told, not shown as a trace
        if debug:
            traceback.print_exc()
        click.echo(f"variorum: {_reason(error)}", err=True)
        return exit_code(error, builder_log, strict=config.strict)
    finally:
        config.plugins.on_shutdown()
    return BUILT


def run_serve(settings: dict[str, Any], builder_log: BuilderLog, address: str | None) -> int:
    """Serve a preview until interrupted; gives the exit code."""
    settings = {key: value for key, value in settings.items() if key != "site_dir"}
    try:
        serve(**settings, dev_addr=address)
    except Exception as error:  # noqa: BLE001  # as above
        click.echo(f"variorum: {_reason(error)}", err=True)
        return exit_code(error, builder_log, strict=bool(settings.get("strict")))
    return BUILT


def exit_code(error: Exception, builder_log: BuilderLog, *, strict: bool) -> int:
    """1 for faults of the content, 2 for a site folder or settings that must not be used, 3 for all else."""
    if isinstance(error, ConfigurationError):
        return USAGE
    if isinstance(error.__cause__, SiteError):
        return FAILED if isinstance(error.__cause__, BusyError) else USAGE
    faulty = any(strict or fault.severity == "error" for fault in builder_log.faults)
    return FAULTS if faulty and isinstance(error, Abort) else FAILED


def _reason(error: Exception) -> str:
    if isinstance(error, click.ClickException):
        return error.format_message()
    return f"the builder failed: {type(error).__name__}: {error}"
