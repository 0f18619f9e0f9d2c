"""A model of meanings beside the words: what it joins, and what is said where it cannot be had."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from subject import event

from generator.meanings import MeaningsError, load_meanings
from generator.model import Report
from generator.report import build_report

SANK = "Eleven sailors lost their lives when the ferry Aurora went down near Brimley."
DROWNED = "A vessel foundered with its crew, the harbour office of Ansk reports."


class StandIn:
    """A model that knows which statements mean one thing."""

    def __init__(self, *alike: str, likeness: float = 0.9) -> None:
        self.alike, self.likeness = alike, likeness

    def compare(self, statements: Sequence[str]) -> Sequence[Sequence[float]]:
        known = [any(words in statement for words in self.alike) for statement in statements]
        return [[self.likeness if one and other else 0.0 for other in known] for one in known]


def joined(report: Report) -> list[tuple[str, ...]]:
    return [
        tuple(made.span.siglum for made in claim.appearances) for claim in report.claims if len(claim.appearances) > 1
    ]


def test_what_words_do_not_join_meanings_may() -> None:
    told = event(ap=f"{SANK} Rain fell.", bbc=f"{DROWNED} Snow fell.")
    assert joined(build_report(told)) == []
    report = build_report(told, meanings=StandIn("ferry Aurora", "vessel foundered"))
    assert joined(report) == [("ap", "bbc")]
    (claim,) = (claim for claim in report.claims if len(claim.appearances) > 1)
    assert (claim.rule, claim.score) == ("meanings alike", 0.9)


def test_meanings_too_far_apart_and_one_outlets_own_join_nothing() -> None:
    told = event(ap=f"{SANK} Rain fell.", bbc=f"{DROWNED} Snow fell.")
    assert joined(build_report(told, meanings=StandIn("ferry Aurora", "vessel foundered", likeness=0.7))) == []
    alone = event(ap=f"{SANK} {DROWNED}", bbc="Snow fell.")
    assert joined(build_report(alone, meanings=StandIn("ferry Aurora", "vessel foundered"))) == []


def test_the_order_of_articles_changes_nothing_with_a_model_either() -> None:
    model = StandIn("ferry Aurora", "vessel foundered")
    one = build_report(event(ap=SANK, bbc=DROWNED), meanings=model)
    other = build_report(event(bbc=DROWNED, ap=SANK), meanings=model)
    assert one.claims == other.claims


def test_a_folder_without_a_model_is_told_with_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(MeaningsError, match=r"model\.safetensors, tokenizer\.json missing"):
        load_meanings(tmp_path)


def model_in(folder: Path) -> Path:
    for name in ("config.json", "model.safetensors", "tokenizer.json"):
        (folder / name).write_bytes(b"")
    return folder


def test_without_the_library_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(MeaningsError, match=r"variorum\[embeddings\]"):
        load_meanings(model_in(tmp_path))


class Vectors(list[list[float]]):
    """As much of an array as is asked of one."""

    T = property(lambda self: Vectors([list(column) for column in zip(*self, strict=True)]))

    def __matmul__(self, other: Vectors) -> Vectors:
        columns = other.T
        return Vectors([[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in self])

    def tolist(self) -> list[list[float]]:
        return [list(row) for row in self]


def test_a_model_is_read_from_its_folder_and_gives_cosines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def encode(statements: list[str], **how: bool) -> Vectors:
        assert how["normalize"]
        return Vectors([[1.0, 0.0] if "sank" in statement else [0.6, 0.8] for statement in statements])

    def from_pretrained(folder: str) -> SimpleNamespace:
        read.append(folder)
        return SimpleNamespace(encode=encode)

    library = ModuleType("model2vec")
    library.StaticModel = SimpleNamespace(from_pretrained=from_pretrained)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "model2vec", library)
    meanings = load_meanings(model_in(tmp_path))
    assert meanings.compare(["It sank.", "It went down."]) == [[1.0, 0.6], [0.6, 1.0]]
    assert meanings.compare([]) == []
    assert read == [str(tmp_path)]


def test_a_model_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def from_pretrained(folder: str) -> None:
        raise ValueError(f"no weights in {folder}")

    library = ModuleType("model2vec")
    library.StaticModel = SimpleNamespace(from_pretrained=from_pretrained)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "model2vec", library)
    with pytest.raises(MeaningsError, match="cannot be read: no weights"):
        load_meanings(model_in(tmp_path))
