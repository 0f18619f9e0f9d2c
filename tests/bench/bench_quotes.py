"""Quotes against labelled articles, and the time they take: ``python tests/bench/bench_quotes.py``.

Prints the scores on PolNeAR (Newell et al. 2018), by the set's own scorer, for the part that may be tuned on and the
part kept for confirming; ``--parser NAME`` sets beside them what is found with a spaCy pipeline that is installed.
textacy is run where VARIORUM_TEXTACY names an interpreter that has it and, behind a colon, the package of a spaCy
pipeline: ``/opt/textacy/bin/python:en_core_web_sm``. Then CPU seconds for 100, 1,000 and 10,000 made-up articles of 500
words, and how they grow.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import log
from pathlib import Path
from types import ModuleType
from typing import Any

from grammar import PARSER, add_parser_option, asked_parser
from measures import Measure

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the tests' own folder, run as a script
from labelled_quotes import score_passages

from generator.cues.readings import Attribution, attribute_all
from generator.figures import find_figures
from generator.model import Article, Span
from generator.parsing import Parser
from generator.quotes import find_quotes
from generator.sentences import segment

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
TEXTACY = {"token_f1": 47.8, "span_f1": 28.8, "direct_speaker": 93.0}
"""textacy's figures, on the part of the set that is held back, as published beside it."""
_INTERPRETER = "VARIORUM_TEXTACY"
METRICS = {
    "token_f1": "content words, F1",
    "span_f1": "attributions at half overlap, F1",
    "speaker": "speaker found, %",
    "direct_speaker": "speaker of direct speech found, %",
}
_WORDS = 500


def measure(data: Path) -> tuple[Measure, ...]:
    """The rows of the scoreboard: our own labelled passages, and PolNeAR where ``data``, the folder of sets, has it."""
    own = [Measure("quotes", "our passages", f"{name}, %", score) for name, score in score_passages().items()]
    read = Measure("quotes", "1,000 articles of 500 words", "CPU seconds, figures too", seconds(tuple(invent(1_000))))
    return (*own, read, *(_polnear(data) if (data / "quotes_polnear.jsonl.gz").is_file() else ()))


def _polnear(data: Path) -> Iterator[Measure]:
    with gzip.open(data / "quotes_polnear.jsonl.gz", "rt", encoding="utf-8") as stream:
        articles = [json.loads(line) for line in stream]
    found = {record["id"]: predict(Article(record["id"], record["text"])) for record in articles}
    asked = asked_parser()
    parsed = {record["id"]: predict(Article(record["id"], record["text"]), asked[1]) for record in articles if asked}
    textacy = _run_textacy(articles)
    score = _scorer(data)
    for part in ("train", "dev"):
        records = [record for record in articles if record["split"] == part]
        figures = score.attributions(records, found)
        beside = score.attributions(records, parsed) if asked else {}
        peer = score.attributions(records, textacy) if textacy else {}
        for name, metric in METRICS.items():
            row = Measure("quotes", f"PolNeAR {part}", metric, figures[name])
            theirs = TEXTACY.get(name)
            yield replace(row, peer="textacy (other part)", theirs=theirs, run="published") if theirs else row
            if peer:
                yield replace(row, peer="textacy", theirs=peer[name], run="here")
            if asked:
                yield replace(row, peer=asked[0], theirs=beside[name], run="here")


def _run_textacy(articles: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What textacy finds in the articles; nothing where no interpreter is named that has it."""
    python, _, pipeline = os.environ.get(_INTERPRETER, "").partition(":")
    if not python:
        return {}
    lines = "\n".join(json.dumps({"id": record["id"], "text": record["text"]}) for record in articles)
    command = [python, str(Path(__file__).with_name("peer_textacy.py")), pipeline]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def predict(article: Article, parser: Parser | None = None) -> list[dict[str, Any]]:
    """An article's attributions as the set has them: speech without a cue belongs to the cue whose speaker it has."""
    found: list[dict[str, Any]] = []
    led: dict[Span | None, dict[str, Any]] = {}
    every = [said for group in attribute_all(article, segment(article), parser) for said in group]
    for said in (said for said in every if said.cue):
        found.append(_entry(said))
        led.setdefault(said.speaker, found[-1])
    for said in (said for said in every if said.cue is None and said.speaker in led):
        led[said.speaker]["content"] += _entry(said)["content"]
    return [entry for entry in found if entry["content"]]


def _entry(said: Attribution) -> dict[str, Any]:
    content = [[span.start, span.end] for span in said.contents]
    return {"source": _place(said.speaker), "cue": _place(said.cue), "content": content}


def _place(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []


def _scorer(data: Path) -> ModuleType:
    """The scorer that comes with the sets."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def invent(count: int) -> Iterator[Article]:
    """Made-up articles of about 500 words: speech of every kind, figures, and plain sentences, all different."""
    for number in range(count):
        parts = (
            f"Mayor Ida Holt said on Monday that the dam at Orde {number} would hold until spring.",
            f"“We looked at all {number % 90 + 10} gates,” she told the Orde Courier. “None of them leaks.”",
            f"According to the water board, {number + 3:,} people live below the wall, about a third of them in Lenz.",
            "The river rose in the night, and roads to the north were closed before the schools opened.",
            "Engineers denied that the wall had moved, and the ministry called the report “a fairy tale”.",
        )
        words = " ".join(parts).split()
        yield Article(f"a{number}", "\n\n".join(" ".join(parts) for _ in range(max(1, _WORDS // len(words)))))


HOSTILE = (
    "a\n\n", ".\n", "1.\n", "He said. ", "He said.\n\n", "Holt said. ", "Holt said\n", "“No,” he said. ",
    "Holt: “No.” ", '"A?" ', '"5 men," he said. ', "'a' ", '"', "“a ", "A. B. ", "It may. ", "5%. ", "5 killed. ",
    "May 5. ", "1-2 ", "$5 ",
)  # fmt: skip
"""What is repeated in the texts that cost most for their length."""


def time_hostile(*, short: int = 100_000, length: int = 1_000_000, shown: int = 4) -> Iterator[str]:
    """CPU seconds for a megabyte of made-up news, and of the repeated texts that took most when shorter."""
    news = "\n\n".join(article.text for article in invent(length // 2_000))[:length]
    spent = {unit: seconds([Article("a", (unit * short)[:short])]) for unit in HOSTILE}
    slowest = sorted(HOSTILE, key=lambda unit: -spent[unit])[:shown]
    for name, text in (("made-up news", news), *((repr(unit), (unit * length)[:length]) for unit in slowest)):
        yield f"{name:22s} {seconds([Article('a', text)]):6.2f} CPU s"


def seconds(articles: Iterable[Article]) -> float:
    """CPU seconds for sentences, quotes and figures of some articles."""
    start = time.process_time()
    for article in articles:
        sentences = segment(article)
        find_quotes(article, sentences)
        find_figures(article, sentences)
    return time.process_time() - start


def main(arguments: Sequence[str], sizes: Sequence[int] = (100, 1_000, 10_000)) -> int:
    """Print scores and times; exit code 2 where the labelled sets are absent."""
    options = ArgumentParser(description=__doc__)
    add_parser_option(options)
    os.environ[PARSER] = options.parse_args(arguments).parser or ""
    rows = measure(BENCH)
    for row in rows:
        beside = f"   {row.peer} {row.theirs:.1f}" if row.theirs is not None else ""
        sys.stdout.write(f"{row.data:16s} {row.metric:36s} {row.ours:6.1f}{beside}\n")
    spent = [(size, seconds(invent(size))) for size in sizes]
    for size, taken in spent:
        each = 1000 * taken / size
        sys.stdout.write(f"{size:>6,} articles of {_WORDS} words: {taken:.2f} CPU s, {each:.2f} ms each\n")
    for (few, before), (many, after) in pairwise(spent):
        exponent = log(after / before) / log(many / few)
        sys.stdout.write(f"{few:,} to {many:,} articles: time grows as their count to the power {exponent:.2f}\n")
    sys.stdout.write(f"A megabyte of news, and of the slowest of {len(HOSTILE)} hostile texts:\n")
    sys.stdout.writelines(f"{line}\n" for line in time_hostile())
    if not (BENCH / "quotes_polnear.jsonl.gz").is_file():
        sys.stdout.write(f"The labelled sets are not here: {BENCH}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
