"""Article files as text, and writing several files so that all are there or none."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex
import yaml

from generator.diagnostics import Diagnostic
from generator.files import show_path

if TYPE_CHECKING:
    from generator.intake.drafts import Draft

_RESOLVERS = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


_PLAIN = regex.compile(r"[A-Za-zÀ-ɏ]+ [A-Za-zÀ-ɏ0-9,.;’' -]*[A-Za-zÀ-ɏ0-9.]|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Words with a space among them, which YAML never takes for a number or a truth, and days: what needs no signs."""


class PlainDumper(yaml.SafeDumper):
    """Writes dates as they are, without quotation marks: they are read as text, then as dates."""

    yaml_implicit_resolvers = _RESOLVERS


class QuickDumper(yaml.CSafeDumper):
    """The same, compiled; it would escape signs beyond the basic plane."""

    yaml_implicit_resolvers = _RESOLVERS


def render_article(draft: Draft) -> str:
    """The article file: front matter in the fields' order, the lines taken out, a blank line, the paragraphs."""
    matter: dict[str, Any] = dict(draft.values)
    if draft.removed:
        matter["removed"] = [
            {"line": item.line, "kind": item.kind, "text": unicodedata.normalize("NFC", item.text)}
            for item in draft.removed
        ]
    return render_file(matter, draft.body)


def render_file(matter: Mapping[str, Any], body: Sequence[str]) -> str:
    """Front matter in the order given, a blank line, the paragraphs."""
    return f"---\n{render_yaml(matter)}---\n\n" + "\n\n".join(body) + "\n"


def render_index(event: str) -> str:
    """An event's index with its name in words for a title, until the editor writes a better one."""
    return f"---\n{render_yaml({'title': event.replace('-', ' ').strip().capitalize() or event})}---\n"


def write_files(texts: Mapping[Path, str]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Write all files, or none where one cannot be written; each appears whole, under its name, at once."""
    waiting: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting[path] = _write_aside(path, text)
    except OSError as error:
        return (), (_give_up(waiting, path, error),)
    done: list[Path] = []
    try:
        for path, aside in waiting.items():
            aside.replace(path)
            done.append(path)
    except OSError as error:
        return tuple(done), (
            _give_up({path: aside for path, aside in waiting.items() if path not in done}, path, error),
        )
    return tuple(done), ()


def _write_aside(path: Path, text: str) -> Path:
    """The text in a hidden file beside the path, with the rights that new files have."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    aside = Path(name)
    mask = os.umask(0)
    os.umask(mask)
    aside.chmod(0o666 & ~mask)
    return aside


def _give_up(waiting: Mapping[Path, Path], path: Path, error: OSError) -> Diagnostic:
    for aside in waiting.values():
        aside.unlink(missing_ok=True)
    hint = "See whether the folder may be written and has room."
    return Diagnostic(show_path(path), 0, 0, "unwritable-file", f"It cannot be written: {error.strerror}.", hint)


def render_yaml(matter: Mapping[str, Any]) -> str:
    """Front matter as YAML, fields in the order given, without the lines that open and close it."""
    lines = [f"{key}: {value}\n" for key, value in matter.items() if isinstance(value, str) and _PLAIN.fullmatch(value)]
    if len(lines) == len(matter):
        return "".join(lines)
    # A line of its own for each value, however long: an editor finds it again, and git shows what changed.
    dumper = QuickDumper if max(repr(matter)) <= "\uffff" else PlainDumper
    return yaml.dump(dict(matter), Dumper=dumper, allow_unicode=True, sort_keys=False, width=10**9)
