"""Choosing an engine, and sharing memory out."""

from __future__ import annotations

import re
from pathlib import Path

from generator.archive.duck import DuckEngine
from generator.archive.engine import Engine
from generator.archive.settings import EngineName

_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_LEAST = 512 * 10**6


def open_engine(name: EngineName, *, memory: str, spill: Path, master: str | None) -> Engine:
    """The engine of that name, ready. Raises :class:`~generator.archive.engine.EngineMissing`."""
    if name == "duckdb":
        return DuckEngine(memory, spill)
    from generator.archive.spark import SparkEngine  # noqa: PLC0415  an optional extra

    spark: Engine = SparkEngine(spill, master=master)
    return spark


def measure_memory(memory: str) -> tuple[str, str]:
    """Of the memory given, what the state and the engine may take; the rest is for the arrays between them.

    Raises ``ValueError`` where it is no size ("4GB", "800MB") or too little to work in.
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMGT]B)\s*", memory, re.IGNORECASE)
    if not found:
        raise ValueError(f"{memory!r} is no size: write 4GB or 800MB")
    size = float(found[1]) * _UNITS[found[2].upper()]
    if size < _LEAST:
        raise ValueError(f"{memory} is too little: give 512MB at least")
    return f"{int(size * 0.2 / 10**6)}MB", f"{int(size * 0.4 / 10**6)}MB"
