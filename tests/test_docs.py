"""What the documents say is held to what the program does."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from generator import content, editing, fields, intake
from generator.archive import codes as archive_codes
from generator.cli import commands
from generator.content import load_event
from generator.content.claims import FIELDS
from generator.exports import report_to_dict
from generator.report import build_report

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
ACCURACY = re.compile(
    r"(?:\d[\d.,]*\s*(?:%|per cent|percent)|\b[01]?\.\d+|\bF1\b|\b\d+ of (?:the )?\d+\b)"
    r"(?=[^\n]*(?:accura|precision|recall|correct|found|right))"
    r"|(?:accura|precision|recall|F1)[^\n]*?(?:\d\s*%|[01]?\.\d+)",
    re.IGNORECASE,
)


def section(title: str) -> str:
    """The text below a heading of the reference, up to the next heading of its level or above."""
    head = re.search(rf"^(#+) {re.escape(title)}$", REFERENCE, re.MULTILINE)
    assert head, f"the reference has no section {title}"
    rest = REFERENCE[head.end() :]
    after = re.search(rf"^#{{1,{len(head[1])}}} ", rest, re.MULTILINE)
    return rest[: after.start()] if after else rest


def rows(text: str) -> dict[str, str]:
    """The tables' first cells, where these are code, with the rest of their rows."""
    return dict(re.findall(r"^\| `([^`|]+)` \| (.*) \|$", text, re.MULTILINE))


@pytest.mark.parametrize("name", sorted(commands.commands))
def test_each_command_and_option_is_documented(name: str) -> None:
    known = {
        max(each.opts, key=len) if isinstance(each, click.Option) else str(each.name).upper()
        for each in commands.commands[name].params
    }
    assert {key.split()[0] for key in rows(section(f"variorum {name}"))} == known


def test_no_command_is_documented_that_is_not_there() -> None:
    told = set(re.findall(r"^#+ variorum (\w+)$", REFERENCE, re.MULTILINE))
    assert told == set(commands.commands)


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("An article", fields.ARTICLE),
        ("An event", fields.EVENT),
        ("An outlet", fields.OUTLET),
        ("A claim", FIELDS),
    ],
)
def test_each_field_is_documented(title: str, known: dict[str, str]) -> None:
    assert set(rows(section(title))) == set(known)


def test_each_diagnostic_code_is_documented_in_its_own_words() -> None:
    assert rows(section("While reading")) == content.CODES
    own = {code: meaning for code, meaning in intake.CODES.items() if content.CODES.get(code) != meaning}
    assert rows(section("While adding")) == own
    assert rows(section("While applying the editor's words")) == editing.CODES
    own = {code: meaning for code, meaning in archive_codes.CODES.items() if content.CODES.get(code) != meaning}
    assert rows(section("While discovering")) == own


def test_each_field_of_the_data_contract_is_documented() -> None:
    """Every key that the demonstration's report has, by its path: ``claims[].appearances[].selector.exact``."""
    contract = report_to_dict(build_report(load_event(ROOT / "content" / "velnik-dam")))
    assert set(rows(section("The data contract"))) == set(paths(contract))


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all keys; a place that repeats elsewhere (siglum, start, end, exact) is told once, as its parent."""
    for key, inner in value.items():
        here = f"{path}.{key}" if path else key
        items = inner if isinstance(inner, list) else [inner]
        mark = "[]" if isinstance(inner, list) else ""
        yield here + mark
        for item in items:
            if isinstance(item, dict) and not set(item) <= {"siglum", "start", "end", "exact"}:
                yield from paths(item, here + mark)


def test_the_layers_are_drawn_as_they_are_checked() -> None:
    drawing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```\ncli ")[1].split("```")[0]
    drawn = [set(line.split("   ")[0].strip().split(" · ")) for line in f"cli {drawing}".splitlines()]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    assert drawn == [set(layer.split(" | ")) for layer in layers]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_accuracy_that_no_command_reproduces(path: Path) -> None:
    """Measured numbers belong to the method page; prose may not quote any."""
    assert [hit.group() for hit in ACCURACY.finditer(path.read_text(encoding="utf-8"))] == []


def test_the_pattern_for_accuracy_sees_some() -> None:
    for boast in (
        "a recall of 0.96",
        "precision .91",
        "97 % of the quotes are found",
        "it found 12 of 12 figures correct",
    ):
        assert ACCURACY.search(boast), boast


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8"))
    files = [link.split("#")[0] for link in links if not link.startswith(("http://", "https://", "#"))]
    assert [link for link in files if not (path.parent / link).exists()] == []


def examples(path: Path) -> list[str]:
    """The commands of a document's shell examples, a line each."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_make_examples_are_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [line.split()[1] for path in DOCUMENTS for line in examples(path) if line.startswith("make ")]
    assert {"site", "test"} <= set(targets)
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


SAVED = """<html lang="en"><head><title>{title}</title><meta property="article:published_time" content="{date}">
</head><body><article><h1>{title}</h1><p>At least six people died in a fire at the harbour of an invented town on Monday
night, the fire service said, and the quay was closed until further notice.</p><p>“We saw the smoke before we heard the
sirens,” said Jana Holm, who keeps a shop on the quay.</p><p>{last}</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what a reader of the README has, with the saved pages that its examples name."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "saved").mkdir()
    for number, name in enumerate(("star", "echo", "post")):
        page = SAVED.format(title=f"Fire at the harbour, part {number}", date=f"2026-05-0{number + 1}", last="x " * 40)
        (tmp_path / "saved" / f"{name}.html").write_text(page, encoding="utf-8")
    (tmp_path / "saved" / "articles.csv").write_text(
        "file,siglum,outlet,published\necho.html,echo,Morning Echo,2026-05-01\npost.html,post,Harbour Post,\n",
        encoding="utf-8",
    )
    texts = [
        f"The quay at the harbour stays closed until further notice, the harbour master said {end}" for end in "ab"
    ]
    feeds = [
        {"id": str(number), "outlet": f"Outlet {number}", "published": "2026-05-03", "title": "Fire", "text": text}
        for number, text in enumerate(texts)
    ]
    (tmp_path / "feeds.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in feeds), encoding="utf-8")
    return tmp_path


def test_readme_examples_run(folder: Path) -> None:
    """The README's own commands, in order, apart from make, git and the server, which does not end."""
    lines = [line for line in examples(ROOT / "README.md") if not re.match(r"make |git |cd |\. |variorum serve", line)]
    assert any("variorum add" in line for line in lines)
    assert any("variorum build" in line for line in lines)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for line in lines:
        done = subprocess.run(
            ["bash", "-euc", line.replace(".venv/bin/", "")],
            cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_python_examples_run(folder: Path) -> None:
    blocks = re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    assert blocks
    for block in blocks:
        done = subprocess.run([sys.executable, "-c", block], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_the_version_is_told_once_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
