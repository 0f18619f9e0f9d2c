"""Our own labelled sentences, invented, and labelled by hand before the program read them; how it does on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

from generator.figures import find_figures
from generator.model import Article, Figure
from generator.sentences import segment

LABELLED = Path(__file__).parent / "labelled" / "figures.jsonl"
FIELDS = ("value", "bound", "unit", "counts", "status", "as_of")
"""What is scored, each on the figures whose value is right."""


@cache
def load_sentences() -> tuple[dict[str, Any], ...]:
    """The sentences: language, day of publication or none, text, and the figures in it."""
    return tuple(json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines())


def score_sentences() -> dict[str, float]:
    """F1 of a figure's value, in per cent, and of its value together with each of the other fields."""
    counts: Counter[str] = Counter()
    for row in load_sentences():
        found = [_as_label(*item) for item in _read(row)]
        counts["found"] += len(found)
        counts["labelled"] += len(row["figures"])
        for label, other in _matched(row["figures"], found):
            counts.update(field for field in FIELDS if _same(label[field], other[field]))
    return {field: 200 * counts[field] / max(1, counts["found"] + counts["labelled"]) for field in FIELDS}


def faults() -> Iterator[str]:
    """What is not as labelled, a line each."""
    for row in load_sentences():
        found = [_as_label(*item) for item in _read(row)]
        matched = _matched(row["figures"], found)
        if len(matched) < max(len(found), len(row["figures"])):
            yield f"{row['text']}: {len(row['figures'])} labelled, {len(found)} found, {len(matched)} alike"
        for label, other in matched:
            yield from (
                f"{row['text']}: {field} is {label[field]!r}, read as {other[field]!r}"
                for field in FIELDS
                if not _same(label[field], other[field])
            )


def _read(row: Mapping[str, Any]) -> Iterator[tuple[str, Figure]]:
    day = date.fromisoformat(row["published"]) if row["published"] else None
    article = Article("a", row["text"], published=day, lang=row["lang"])
    return ((article.text, figure) for figure in find_figures(article, segment(article)))


def _as_label(text: str, figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "high": figure.high,
        "bound": figure.bound,
        "unit": figure.unit,
        "counts": text[figure.counts.start : figure.counts.end] if figure.counts else None,
        "status": figure.status,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
    }


def _matched(
    labels: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Labels with the figures of their value, one to one, in order."""
    left, pairs = list(found), []
    for label in labels:
        other = next((item for item in left if all(_same(label[end], item[end]) for end in ("value", "high"))), None)
        if other is not None:
            left.remove(other)
            pairs.append((label, other))
    return pairs


def _same(label: Any, found: Any) -> bool:
    if isinstance(label, int | float) and isinstance(found, int | float):
        return isclose(label, found, rel_tol=1e-9)
    return bool(label == found)
