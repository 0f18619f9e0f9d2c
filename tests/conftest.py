"""What several kinds of test share."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from folders import ROOT, SMALL, command, write_event
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from visitor import FLAGS, find_chromium

# A law holds or not however busy the machine is; `--hypothesis-profile thorough` looks longer for a breach.
settings.register_profile("steady", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1500)
settings.load_profile("steady")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` renews the snapshots of the golden cases, never the hand-written expectations."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*/expected anew")


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """Two short articles about one event."""
    write_event(tmp_path / "content" / "bridge", **SMALL)
    return tmp_path / "content"


@pytest.fixture
def variorum(tmp_path: Path) -> Run:
    """The command, run in a folder of its own: ``variorum("build", "--strict")``."""

    def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {"cwd": tmp_path, "capture_output": True, "text": True}
        settings |= {"timeout": 120, "stdin": subprocess.DEVNULL, **options}
        return subprocess.run(command(*arguments), check=False, **settings)  # type: ignore[call-overload,no-any-return]  # options vary

    return run


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration site, built once by the command."""
    target = tmp_path_factory.mktemp("demo") / "site"
    content = shutil.copytree(ROOT / "content", target.with_name("content"))  # a build writes into it
    done = subprocess.run(
        command("build", "--content", content, "--site", target, "--strict"),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one for all tests that open pages."""
    path = find_chromium()
    if path is None:
        pytest.skip("Chromium is not installed here (make test installs it)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
