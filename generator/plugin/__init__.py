"""The MkDocs plugin: our pages, ready as HTML, given to MkDocs in memory, and the site swapped in whole.

MkDocs and Material give the frame, the search and the live reload. They never parse the content: all files of
``docs_dir`` are taken out of the build, and each page is one that ``generator.pages`` made. Material's own blog plugin
adds pages the same way.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from generator import content, exports, pages, site
from generator.excerpts import EXCERPT, excerpt
from generator.meanings import Meanings
from generator.model import Report
from generator.parsing import Parser
from generator.permalinks import Registry, silence
from generator.plugin.frame import (
    add_language,
    apply_settings,
    asset_files,
    find_language,
    mend_frame,
    template_folders,
)
from generator.plugin.keeping import Keeping, keep_locks, load_locks, register_all, render_redirect, retire_all
from generator.plugin.page import ReadyPage, navigation, newest_date, searched_text
from generator.plugin.policy import add_policy, theme_scripts
from generator.plugin.reading import find_meanings, find_parser, has_warnings, review_event, tell_faults, with_rights
from generator.plugin.searching import LARGE, WISHES, Engine, SearchError, choose_engine, find_records, write_index

log = logging.getLogger("mkdocs.plugins.variorum")


class VariorumConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves the hook untyped
    """The plugin's options in mkdocs.yml."""

    templates = c.Type(str, default="site_templates")
    """A folder whose pages/, partials/, overrides/ and assets/ win over the built-in ones, file by file."""
    policy = c.Type(bool, default=True)
    """Whether each page carries a Content-Security-Policy; an inline script in a template of one's own needs it off."""
    rights = c.Optional(c.Choice((EXCERPT,)))
    """What holds for every article, whatever its own front matter says: that only excerpts of it are published."""
    search = c.Choice(WISHES, default="auto")
    """Which search: Material's for small sites, or Pagefind, which is chosen for large ones where it is installed."""
    parser = c.Optional(c.Type(str))
    embeddings = c.Optional(c.Type(str))
    """A spaCy pipeline installed here, asked where it reads better than the rules."""


class VariorumPlugin(BasePlugin[VariorumConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves the hook untyped
    """Lay the accounts of one event side by side, as pages of a MkDocs site."""

    def __init__(self) -> None:
        """Nothing is known before MkDocs says which command runs."""
        self.serving = False
        self.stage: site.Stage | None = None
        self.reports: tuple[Report, ...] = ()
        self.keeping: Keeping = "read"
        self.parser: Parser | None = None
        self.meanings: Meanings | None = None
        self.locks: tuple[content.Lock, ...] = ()
        self.registries: tuple[Registry, ...] = ()
        self.shown: tuple[Registry, ...] = ()
        self.retired: tuple[Registry, ...] = ()
        self.engine: Engine = "material"
        self.ready: tuple[ReadyPage, ...] = ()
        self.templates: Path | None = None
        self.env: Environment | None = None
        self.scripts: dict[str, tuple[str, ...]] = {}

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002  # MkDocs passes both by name
        """A preview is built in MkDocs' own temporary folder and needs no stage."""
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set what the pages need, and send the build beside the old site before MkDocs empties that."""
        self.templates = _user_templates(config, self.config.templates)
        if self.parser is None and self.config.parser:
            self.parser = find_parser(self.config.parser)
        if self.meanings is None and self.config.embeddings:
            self.meanings = find_meanings(config, self.config.embeddings)
        apply_settings(config, template_folders(self.templates))
        if not self.serving:
            try:
                self.stage = site.open_stage(Path(config.site_dir), Path(config.docs_dir))
            except site.SiteError as error:
                raise Abort(str(error)) from error
            config.site_dir = str(self.stage.path)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and compare; a fault stops the build before MkDocs empties anything."""
        log.info("Reading %s", config.docs_dir)
        folder = Path(config.docs_dir)
        tell_faults(content.check_content(folder), strict=config.strict)
        events = tuple(with_rights(event, self.config.rights) for event in content.load_content(folder))
        self.locks = load_locks(folder, events)
        reviewed = [
            review_event(event, lock, self.parser, self.meanings)
            for event, lock in zip(events, self.locks, strict=True)
        ]
        tell_faults(tuple(fault for _, faults in reviewed for fault in faults), strict=config.strict)
        self.registries = tuple(register_all((report for report, _ in reviewed), self.locks))
        self.shown = tuple(excerpt(registry) for registry in self.registries)
        self.reports = tuple(registry.report for registry in self.shown)
        removed = content.load_removed(folder)
        retired = tuple(retire_all(removed))
        self.retired = tuple(map(silence, retired))
        self.locks, self.registries = (*self.locks, *removed), (*self.registries, *retired)
        if self.keeping == "frozen":
            tell_faults(content.find_stale(self.locks, self.registries), strict=config.strict)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace all files of the content by our pages, their data and their assets."""
        for file in [file for file in files if file.src_dir == config.docs_dir]:
            files.remove(file)
        for file in asset_files(config, template_folders(self.templates)):
            files.append(file)
        for report in (*self.reports, *(registry.report for registry in self.retired)):
            for name, data in exports.render_files(report):
                files.append(_generated(config, f"{report.event.name}/data/{name}", data))
        policy = self.config.policy and not self.serving
        self._add_pages(files, config, policy=policy)
        for redirect in pages.build_redirects((*self.shown, *self.retired)):
            html = render_redirect(redirect, _imprint(config), policy=policy)
            files.append(_generated(config, f"{redirect.path}index.html", html))
        for registry in (*self.shown, *self.retired):
            for path, data in pages.render_feeds(registry, _imprint(config)):
                files.append(_generated(config, path, data))
        for path, data in pages.render_event_feeds(self.shown, _imprint(config)):
            files.append(_generated(config, path, data))
        return files

    def _add_pages(self, files: Files, config: MkDocsConfig, *, policy: bool) -> None:
        """Add every page, and to the navigation the few that belong there, unless mkdocs.yml has its own."""
        log.info("Writing pages")
        imprint = _imprint(config)
        templates = pages.load_templates(self.templates, pages.load_tongue(imprint.lang))
        ready = pages.build_pages(self.reports, templates, self.shown, imprint, retired=self.retired)
        added = [self._add_page(page, files, config) for page in ready]
        self._choose_search(added, config)
        for document in pages.build_embeds(self.shown, templates, imprint):
            html = add_policy(document.html, ()) if policy else document.html
            files.append(_generated(config, f"{document.path}index.html", html.encode("utf-8", "backslashreplace")))
        entries = navigation([page.ready for page in added], self.reports)
        for page in added:
            if page.ready in entries:
                page.file.inclusion = InclusionLevel.INCLUDED
        if config.nav is None:
            config.nav = [f"{page.path}index.md" for page in entries]

    def _choose_search(self, added: Sequence[ReadyPage], config: MkDocsConfig) -> None:
        """A preview has Material's, which is quick to make."""
        self.ready = tuple(added)
        try:
            self.engine = "material" if self.serving else choose_engine(self.config.search, len(added))
        except SearchError as error:
            raise ConfigurationError(str(error)) from error
        config.extra["pagefind"] = self.engine == "pagefind"
        if self.engine == "material" and len(added) > LARGE and not self.serving:
            log.info("For a site of %d pages, Pagefind is the lighter search: variorum[pagefind]", len(added))

    def _write_search(self, stage: site.Stage, config: MkDocsConfig) -> None:
        if self.engine == "pagefind":
            log.info("Writing the search index")
            records = find_records(self.ready, pages.find_facets(self.shown, _imprint(config)))
            try:
                write_index(stage.path, records, config.theme.get("language") or "en")
            except SearchError as error:
                raise Abort(str(error)) from error

    def _add_page(self, page: pages.Page, files: Files, config: MkDocsConfig) -> ReadyPage:
        file = _generated(config, f"{page.path}index.md", b"")
        files.append(file)
        return ReadyPage(page, file, config, newest_date(page.path, self.reports))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002  # by name
        """Hang each page below the one above it, so that its event is the active entry."""
        for file in files.documentation_pages():
            if isinstance(file.page, ReadyPage):
                file.page.hang(files)
        return nav

    @event_priority(100)
    def _show_search(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ARG002  # by name
        """Before any other plugin: let the search read the words of a page and not its markup."""
        if isinstance(page, ReadyPage):
            page.content = searched_text(page.ready)

    @event_priority(-1000)
    def _show_theme(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:  # noqa: ARG002  # by name
        """After all others: give the theme the page itself."""
        if isinstance(page, ReadyPage):
            page.content = page.ready.body

    on_page_context = CombinedEvent(_show_search, _show_theme)

    @event_priority(-1000)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002  # by name
        """Keep the theme's templates, which know its own scripts."""
        self.env, self.scripts = env, {}
        add_language(env, config)
        return env

    @event_priority(-1000)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say on each page what may run on it."""
        return self._add_policy(mend_frame(output), get_relative_url(".", page.url), config)

    @event_priority(-1000)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Say so on the page for addresses that are not there, too."""
        if template_name != "404.html":
            return output_content
        return self._add_policy(mend_frame(output_content), urlsplit(config.site_url or "/").path, config)

    def _add_policy(self, html: str, base_url: str, config: MkDocsConfig) -> str:
        """A preview has none: MkDocs puts a script of its own into each page, to reload it."""
        if self.serving or self.env is None or not self.config.policy:
            return html
        if base_url not in self.scripts:
            self.scripts[base_url] = theme_scripts(self.env, config, base_url)
        return add_policy(html, self.scripts[base_url], compiled=self.engine == "pagefind")

    @event_priority(-1000)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Swap the site in after every other plugin has written its files, unless strict mode will refuse the build."""
        if self.stage is None:
            return
        self._write_search(self.stage, config)
        config.site_dir = str(self.stage.site)
        if self.keeping == "write" and not (config.strict and has_warnings()):
            tell_faults(tuple(keep_locks(self.locks, self.registries)), strict=False)
        if config.strict and has_warnings():
            self.stage.discard()
            return
        try:
            self.stage.publish()
        except site.SiteError as error:
            raise Abort(str(error)) from error

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002  # MkDocs passes it by name
        """A failed build leaves the old site as it was."""
        self._discard()

    def on_shutdown(self) -> None:
        """So does one that was interrupted from the keyboard."""
        self._discard()

    def _discard(self) -> None:
        if self.stage is not None:
            self.stage.discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:  # noqa: ARG002
        """Reload on a change of any template, too."""
        for folder in template_folders(self.templates):
            server.watch(str(folder))


def _user_templates(config: MkDocsConfig, option: str) -> Path | None:
    """The user's template folder beside mkdocs.yml; ``None`` where there is none, or where it is ours."""
    folder = Path(config.config_file_path or "mkdocs.yml").parent.resolve() / option
    if folder.is_dir() and folder.resolve() != pages.templates_dir().resolve():
        return folder
    return None


def _imprint(config: MkDocsConfig) -> pages.Imprint:
    return pages.Imprint(config.site_name, config.site_url or "", find_language(config))


def _generated(config: MkDocsConfig, path: str, data: bytes) -> File:
    return File.generated(config, path, content=data, inclusion=InclusionLevel.NOT_IN_NAV)
