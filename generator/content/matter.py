"""Front matter by one strict loader: no duplicate keys, no tags, anchors or aliases, and a place for each value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic

MAX_DEPTH = 12
"""Mappings and lists within each other; the composer recurses, so unbounded depth would exhaust the stack."""

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


class MatterError(Exception):
    """The front matter cannot be read at all; carries the fault."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the fault."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Entry:
    """A value of the front matter and the line and column, from 1, where its key stands.

    ``marks`` are the lines and columns of what stands inside it, by the keys and numbers that lead there.
    """

    value: Any
    line: int
    column: int
    marks: Mapping[tuple[str | int, ...], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Matter:
    """A file in its parts: entries by key, the text below and the line where it begins, faults that did not stop it."""

    entries: Mapping[str, Entry]
    body: str
    line: int
    faults: tuple[Diagnostic, ...] = ()


class StrictLoader(yaml.SafeLoader):
    """The one loader for all front matter: pure Python, so that it reads the same wherever it runs.

    Dates stay text: YAML would read an impossible one as an error without a place.
    """

    def __init__(self, stream: str, path: str) -> None:
        """Read the YAML of the file at ``path``, which begins on the file's second line."""
        super().__init__(stream)
        self.path, self.depth = path, 0
        self.faults: list[Diagnostic] = []

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        """Refuse what could make a small file large or a plain value strange, then compose as usual."""
        self._refuse_features(self.peek_event())  # type: ignore[no-untyped-call] # PyYAML's stubs
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        """Tell of each key that stands twice."""
        self.find_keys(node)
        return super().construct_mapping(node, deep)

    def find_keys(self, node: MappingNode) -> dict[str, tuple[Node, Node]]:
        """The plain keys of a mapping with their nodes; the first of two that are equal."""
        found: dict[str, tuple[Node, Node]] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                raise MatterError(
                    self.fault(key.start_mark, "yaml-syntax", "A key is not plain text.", "Name a field.")
                )
            if key.value in found:
                message = f"{key.value} stands twice."
                self.faults.append(self.fault(key.start_mark, "duplicate-key", message, "Keep one of the two."))
            found.setdefault(key.value, (key, value))
        return found

    def fault(self, mark: Any, code: str, message: str, hint: str) -> Diagnostic:
        """A fault at a mark of the YAML."""
        return Diagnostic(self.path, mark.line + 2, mark.column + 1, code, message, hint)

    def _refuse_features(self, event: Any) -> None:
        hint = "Put the text in quotation marks."
        if getattr(event, "anchor", None) is not None:
            message = "Anchors (&) and aliases (*) are not read."
        elif getattr(event, "tag", None) is not None:
            message = "Tags (!) are not read."
        elif self.depth >= MAX_DEPTH:
            message, hint = f"Values are nested more than {MAX_DEPTH} deep.", "Nothing here needs that."
        else:
            return
        raise MatterError(self.fault(event.start_mark, "yaml-feature", message, hint))


StrictLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge", ":value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class StrictHandler(BaseHandler):
    """python-frontmatter's handler around :class:`StrictLoader`; gives each key an :class:`Entry`."""

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, path: str) -> None:
        """Read for the file at ``path``."""
        super().__init__()
        self.path = path
        self.faults: tuple[Diagnostic, ...] = ()

    def load(self, fm: str) -> dict[str, Any]:
        """The entries by key; raises :class:`MatterError` or PyYAML's own errors."""
        loader = StrictLoader(fm.removeprefix("\n"), self.path)
        try:
            node = loader.get_single_node()
            entries = {} if node is None else _find_entries(loader, node)
        finally:
            loader.dispose()
        self.faults = tuple(loader.faults)
        return entries


def read_matter(text: str, path: str) -> Matter:
    """A file's text in its parts; raises :class:`MatterError` where the front matter cannot be read."""
    _refuse_fences(text, path)
    handler = StrictHandler(path)
    try:
        entries, body = frontmatter.parse(text, handler=handler)
    except yaml.reader.ReaderError as error:
        before = text[: error.position + len("---\n")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        fault = Diagnostic(path, line, column, "yaml-syntax", "YAML does not allow this sign.", "Take it out.")
        raise MatterError(fault) from None
    except yaml.MarkedYAMLError as error:
        raise MatterError(_syntax_fault(error, path)) from None
    places = {name: entry for name, entry in entries.items() if isinstance(entry, Entry)}
    return Matter(places, body, _find_body_line(text), handler.faults)


def _refuse_fences(text: str, path: str) -> None:
    first = text.partition("\n")[0]
    if first.rstrip(" \t") != "---":
        hint = "Begin with a line of three hyphens, the fields, and another such line."
        raise MatterError(Diagnostic(path, 1, 1, "missing-front-matter", "The file has no front matter.", hint))
    if not _FENCE.search(text, len(first)):
        hint = "Put a line of three hyphens below the fields."
        raise MatterError(Diagnostic(path, 1, 1, "unclosed-front-matter", "The front matter does not end.", hint))


def _find_entries(loader: StrictLoader, root: Node) -> dict[str, Any]:
    """A mapping's keys with their values and places."""
    if not isinstance(root, MappingNode):
        hint = "Write one field a line, such as title: Six die in fire."
        raise MatterError(loader.fault(root.start_mark, "yaml-syntax", "The front matter has no fields.", hint))
    return {
        name: Entry(_construct(loader, value), *_mark(key), dict(_find_marks(value)))
        for name, (key, value) in loader.find_keys(root).items()
    }


def _mark(node: Node) -> tuple[int, int]:
    """The line and column of the file, which begins a line above the YAML."""
    return node.start_mark.line + 2, node.start_mark.column + 1


def _find_marks(
    node: Node, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], tuple[int, int]]]:
    """Where the items of a list stand, and the keys of a mapping, to any depth."""
    if isinstance(node, SequenceNode):
        for number, item in enumerate(node.value):
            yield (*path, number), _mark(item)
            yield from _find_marks(item, (*path, number))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield (*path, str(key.value)), _mark(key)
            yield from _find_marks(value, (*path, str(key.value)))


def _construct(loader: StrictLoader, node: Node) -> Any:
    """A node's value; Python refuses numbers of thousands of digits, which are then text like any other."""
    try:
        return loader.construct_object(node, deep=True)
    except (ValueError, TypeError) as error:
        hint = "Put the value in quotation marks."
        raise MatterError(
            loader.fault(node.start_mark, "yaml-syntax", f"A value is not readable: {error}.", hint)
        ) from None


def _syntax_fault(error: yaml.MarkedYAMLError, path: str) -> Diagnostic:
    """A YAML error with its place in the file, which begins a line above the YAML."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
    message = f"The front matter is not YAML: {error.problem or error.context}."
    hint = "Put text that holds a colon, a hash or a bracket in quotation marks."
    return Diagnostic(path, line, column, "yaml-syntax", message, hint)


def _find_body_line(text: str) -> int:
    """The line, from 1, of the first sign below the front matter."""
    fences = _FENCE.finditer(text)
    next(fences)
    end = next(fences).end()
    below = text[end:]
    return text.count("\n", 0, end + len(below) - len(below.lstrip())) + 1
