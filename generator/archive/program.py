"""Which program found something: what was kept is good for the same program only."""

from __future__ import annotations

from hashlib import blake2b
from importlib.resources import files

import duckdb
import numpy as np
import rapidfuzz
import regex
import snowballstemmer

_MODULES = ("words", "fields", "rolling", "stretches")
_STANDS_ON = (duckdb, np, rapidfuzz, regex, snowballstemmer)


def digest_program() -> str:
    """A digest of all that what was found depends on beside the archive: this program's text and what it stands on."""
    found = blake2b(digest_size=16)
    for package in _STANDS_ON:
        found.update(f"{package.__name__} {getattr(package, '__version__', '')}\n".encode())
    home = files("generator")
    for part in (home / "archive", home / "grouping", *(home / f"{name}.py" for name in _MODULES)):
        for path in sorted(part.iterdir(), key=lambda path: path.name) if part.is_dir() else [part]:
            if path.name.endswith((".py", ".sql")):
                found.update(path.name.encode() + path.read_bytes())
    return found.hexdigest()
