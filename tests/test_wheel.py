"""What is installed from a wheel is the whole program: its templates, its types, its settings."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import ROOT, tree

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """A wheel of the checkout, built as an installer would build it."""
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check", "wheel", "--no-deps", "-w", folder, ROOT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [path] = folder.glob("*.whl")
    return zipfile.Path(path)


def test_the_wheel_holds_the_program_and_its_templates_and_nothing_else(wheel: zipfile.Path) -> None:
    names = {name for name in wheel.root.namelist() if ".dist-info/" not in name}
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "site_templates").rglob("*") if path.is_file()}
    assert {f"generator/{name}" for name in templates} <= names
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py")}
    assert modules <= names
    assert {"generator/py.typed", "generator/cli/default.yml", "generator/pages/locale/de.po"} <= names
    assert [name for name in names if not name.startswith("generator/")] == []


@pytest.mark.usefixtures("small_content")
def test_the_wheel_builds_the_same_site_as_the_checkout(wheel: zipfile.Path, tmp_path: Path, variorum: Run) -> None:
    wheel.root.extractall(tmp_path / "installed")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed")}
    where = subprocess.run(
        [sys.executable, "-c", "import generator.pages; print(generator.pages.templates_dir())"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.strip() == str(tmp_path / "installed" / "generator" / "site_templates")
    done = variorum("build", "--site", "from-wheel", env=environment)
    assert done.returncode == 0, done.stderr
    assert variorum("build", "--site", "from-checkout").returncode == 0
    assert tree(tmp_path / "from-wheel") == tree(tmp_path / "from-checkout")
