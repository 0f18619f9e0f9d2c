"""Lighthouse's four scores for an event's, a claim's and an article's page, on its mobile profile.

The demonstration site is built and served on this machine with gzip, as a web host would. Lighthouse is taken from the
path (``npm install --global lighthouse``) or from ``--with PROGRAM``.

    python tests/bench/bench_lighthouse.py [--with PROGRAM]
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from visitor import find_chromium  # noqa: E402  # the tests' own

PACKED = (".html", ".css", ".js", ".json", ".xml")


class _Packing(SimpleHTTPRequestHandler):
    """Serves texts with gzip, and keeps the connection."""

    protocol_version = "HTTP/1.1"
    site: Path

    def do_GET(self) -> None:  # the base class names it so
        path = self.site / self.path.partition("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class names it so
        """What is printed is the scores."""


def run(program: str, address: str, folder: Path) -> dict[str, Any]:
    """Lighthouse's report on one page."""
    target = folder / "report.json"
    subprocess.run(
        [program, address, "--quiet", "--output=json", f"--output-path={target}",
         "--chrome-flags=--headless --no-sandbox --disable-gpu"],
        check=True, env={**os.environ, "CHROME_PATH": find_chromium() or ""}, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def main(program: str) -> None:
    """Build, serve, ask, print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        subprocess.run(["variorum", "build", "--site", "site"], cwd=folder, check=True)  # on the path
        _Packing.site = folder / "site"
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Packing)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        event = next(path.parent for path in (folder / "site").glob("*/claims"))
        claim, article = (
            max((event / kind).glob("*/index.html"), key=lambda path: path.stat().st_size).parent
            for kind in ("claims", "articles")
        )
        for page in (event, claim, article):
            path = f"{page.relative_to(folder / 'site').as_posix()}/"
            say(path, run(program, f"http://127.0.0.1:{server.server_port}/{path}", folder))
        server.shutdown()


def say(path: str, report: dict[str, Any]) -> None:
    """The scores, what was measured, and what lost points."""
    scores = ", ".join(f"{name} {round(100 * one['score'])}" for name, one in report["categories"].items())
    told = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    values = ", ".join(f"{name} {report['audits'][name]['displayValue']}" for name in told)
    sys.stdout.write(f"{path}\n    {scores}\n    {values}\n")
    for name, audit in report["audits"].items():
        if audit["score"] == 0 and audit["scoreDisplayMode"] == "binary":
            nodes = [
                (item.get("node") or {}).get("snippet", "") for item in (audit.get("details") or {}).get("items", [])
            ]
            sys.stdout.write(f"    {name}: {nodes[:3]}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--with", dest="program", default="lighthouse")
    main(parser.parse_args().program)
