"""The layers of the house: imports point down only, and a tool says so."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def test_imports_point_down_and_siblings_do_not_know_each_other() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed beside this Python")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def modules() -> list[Path]:
    return sorted((ROOT / "generator").rglob("*.py"))


def test_nothing_compares_texts_with_the_standard_librarys_differ() -> None:
    """Its result depends on which text comes first, and it is quadratic where news is long."""
    assert len(modules()) > 10
    for path in modules():
        names = {
            alias.name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import)
            for alias in node.names
        } | {
            node.module
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        assert "difflib" not in names, path
