"""What an archive leaves on the disk after each step, and what that comes to for archives that were not run.

Rows and processor time of the steps are what the program itself wrote down; bytes are what its files and tables take.
Between the two largest sizes measured each figure grows with some power of the articles; beyond them it is taken to
grow on with that power. That is a plan, not a measurement, and says so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_BEGIN, _END = "<!-- plan -->", "<!-- end of the plan -->"
FAR = (10_000_000, 100_000_000)
"""The sizes that are planned for."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """By step: rows, bytes, CPU seconds; None where a step has no such figure."""

    rows: dict[str, float]
    bytes: dict[str, float]
    cpu: dict[str, float]


def measure_sizes(archive: Path, out: Path) -> Sizes:
    """The steps' own figures, and what each folder takes."""
    steps = json.loads((out / ".variorum" / "run.json").read_text())
    held = {"archive, as given": float(archive.stat().st_size)}
    held |= {f"{step['step']}": float(step["bytes"]) for step in steps if step.get("bytes") is not None}
    held |= {"state": _weigh(out / ".variorum"), "reuse tables": _weigh(out / "reuse")}
    held["event folders and page"] = _weigh(out) - held["state"] - held["reuse tables"]
    return Sizes(
        {step["step"]: float(step["rows"]) for step in steps}, held, {step["step"]: step["cpu"] for step in steps}
    )


def _weigh(folder: Path) -> float:
    return float(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))


def extrapolate(known: Sequence[tuple[int, float]], to: int) -> float:
    """Grow on from the last two sizes with the power that lies between them; in proportion where one is nothing."""
    (count, last) = known[-1]
    if len(known) < 2 or known[-2][1] <= 0 or last <= 0:
        return last * to / count
    before, value = known[-2]
    power = math.log(last / value) / math.log(count / before)
    return float(last * (to / count) ** power)


def render_plan(runs: Sequence[tuple[int, Sizes]]) -> str:
    """The table in Markdown: a line a figure, a column a size, the last ones planned."""
    heads = [f"{count:,}" for count, _ in runs] + [f"{count:,}, planned" for count in FAR]
    lines = ["| what | " + " | ".join(heads) + " |", "| --- |" + " ---: |" * len(heads)]
    for part, form in (("rows", _count), ("bytes", _bytes), ("cpu", _seconds)):
        for step in getattr(runs[-1][1], part):
            known = [(count, getattr(sizes, part).get(step, 0.0)) for count, sizes in runs]
            cells = [form(value) for _, value in known] + [form(extrapolate(known, to)) for to in FAR]
            lines.append(f"| {step}, {'CPU' if part == 'cpu' else part} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_plan(path: Path, plan: str) -> None:
    """Put the table between the two marks of a Markdown file, in place of the one that stands there."""
    before, begin, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError(f"{path} has no {_BEGIN} and {_END}")
    path.write_text(f"{before}{begin}\n\n{plan}\n\n{end}{after}", encoding="utf-8")


def _count(value: float) -> str:
    return f"{value:,.0f}" if value < 1e6 else f"{value / 1e6:,.4g} million"


def _bytes(value: float) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.3g} {unit}"
        value /= 1000
    return f"{value:,.3g} TB"


def _seconds(value: float) -> str:
    return f"{value:.1f} s" if value < 7200 else f"{value / 3600:,.0f} h"
