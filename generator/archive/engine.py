"""What every engine does for an archive, whatever it runs on: find candidates, align blocks."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from typing import Protocol

import pyarrow as pa

from generator.archive.settings import Settings

CANDIDATES = files("generator.archive").joinpath("candidates.sql").read_text(encoding="utf-8")
BOILERPLATE = """
SELECT period, shingle, COUNT(*) AS articles, MIN(number) AS number
FROM shingles
GROUP BY period, shingle
HAVING COUNT(*) > {wide}
"""


class EngineMissing(Exception):  # noqa: N818  named for what it tells: something is missing
    """What an engine stands on is not installed; the message says in one sentence what to install."""


class Engine(Protocol):
    """Runs the steps that grow with the archive. Row for row, every engine gives the same."""

    def find_links(self, placed: pa.RecordBatchReader, settings: Settings) -> tuple[pa.Table, pa.Table]:
        """Pairs of articles that share runs of words, and runs that too many carry.

        ``placed`` streams :data:`~generator.archive.mapping.PLACED`; gives the columns of
        :data:`~generator.archive.mapping.LINKS` and :data:`~generator.archive.mapping.WIDE`, in no order.
        """
        ...

    def align(self, members: pa.RecordBatchReader, settings: Settings) -> Iterable[pa.RecordBatch]:
        """Passages of each block: streams :data:`~generator.archive.mapping.MEMBERS` ordered by block.

        Gives :data:`~generator.archive.mapping.PASSAGES`, blocks in no order.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds."""
        ...


def write_candidates(settings: Settings, *, least: int | None = None) -> str:
    """The candidate step in SQL, thresholds filled in; ``least`` in place of the settings' ``least_shared``."""
    least = settings.least_shared if least is None else least
    return CANDIDATES.format(common=settings.common, wide=settings.wide, least=least)


def write_boilerplate(settings: Settings) -> str:
    """The count of runs that too many articles carry, in SQL."""
    return BOILERPLATE.format(wide=settings.wide)
