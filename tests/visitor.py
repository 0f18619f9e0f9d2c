"""A real Chromium, a small server, and a visitor who notes whatever a page should not do."""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Frame, Page, Request, Response

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # No request leaves this machine; that one was made is noted all the same.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip

KINDS = {
    "front": r"",
    "method": r"method/",
    "event": r"[^/]+/",
    "claims": r"[^/]+/claims/",
    "claim": r"[^/]+/claims/[^/]+/",
    "articles": r"[^/]+/articles/",
    "article": r"[^/]+/articles/[^/]+/",
    "figures": r"[^/]+/figures/",
    "quotes": r"[^/]+/quotes/",
    "outlets": r"[^/]+/outlets/",
    "outlet": r"[^/]+/outlets/[^/]+/",
    "data": r"[^/]+/data/",
}
"""Every kind of page, by the form of its address; the method page has that of an event."""


def find_chromium() -> str | None:
    """The system's Chromium, which ``make test`` installs; Playwright's own would be a download."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """A test's output is the test's."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up early is no fault."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder as a site on this machine, below an address that ends in a slash."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass  # Playwright keeps a note on whoever listens, so no slots
class Visitor:
    """Opens pages in one tab, and notes dialogs, requests to other hosts, failed requests, errors, navigations."""

    context: BrowserContext
    base: str
    dialogs: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    strayed: list[str] = field(default_factory=list)
    target: str = ""
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        """Begin with a tab."""
        self.renew()

    def renew(self) -> None:
        """Go on in a new tab; what was noted stays."""
        self.page = self.context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.on("framenavigated", self._navigated)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._console)

    def open(self, path: str) -> None:
        """Go to a page and let it settle."""
        self.target = self.base + path
        self.page.goto(self.target, wait_until="load")

    @property
    def noted(self) -> dict[str, list[str]]:
        """What a page should not have done, by kind; empty for a well-behaved site."""
        kinds = {name: getattr(self, name) for name in ("dialogs", "foreign", "failed", "errors", "strayed")}
        return {name: found for name, found in kinds.items() if found}

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(f"{self.target}: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:" + self.base)):
            self.foreign.append(f"{self.target}: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{self.target}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{self.target}: {message.text}")

    def _navigated(self, frame: Frame) -> None:
        if frame.url.split("#")[0] not in (self.target.split("#")[0], "about:blank"):
            self.strayed.append(f"{self.target}: {frame.url}")


@contextmanager
def visiting(browser: Browser, base: str, **settings: Any) -> Iterator[Visitor]:
    """A visitor with a browser profile of its own."""
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    try:
        yield Visitor(context, base)
    finally:
        context.close()


def addresses(site: Path, *, leading: bool = False) -> list[str]:
    """The address of every page of a built site, in order; with ``leading`` those too that only lead to another."""
    folders = (page.parent.relative_to(site) for page in site.rglob("index.html") if leading or not leads_on(page))
    return sorted("" if folder == Path() else f"{folder.as_posix()}/" for folder in folders)


def leads_on(page: Path) -> bool:
    """Whether a page is all but empty and leads to where its claim is told today."""
    return b"<title>Moved</title>" in page.read_bytes()
