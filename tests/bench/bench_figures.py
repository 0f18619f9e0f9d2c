"""Figures against labelled sentences and events, and the time they take: ``python tests/bench/bench_figures.py``.

Reading is scored on our own labelled sentences and on NewsQuant (Almasian et al., EMNLP 2023), grouping on ECB+
(Cybulska and Vossen 2014), the last two by the sets' own scorer. quantulum3 reads the same sentences where it is
installed, and ``--parser NAME`` sets beside the rules what they find with a spaCy pipeline that is installed. With a
folder as argument the sets are looked for there.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
import time
import warnings
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import regex
from grammar import PARSER, add_parser_option, asked_parser
from measures import Measure

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the tests' own folder, run as a script
from labelled_figures import load_sentences, score_sentences

from generator.figures import find_figures, group_figures
from generator.figures.numbers import find_numbers
from generator.model import Article, Event, Figure
from generator.parsing import Parser
from generator.sentences import segment
from generator.words import listed, tokenize

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"

CHANGES = {"exact": "=", "about": "~", "at least": ">", "at most": "<", "range": "=", "up": "up", "down": "down"}
UNITS = {
    "percent": "percentage", "USD": "dollar", "AUD": "australian dollar", "CAD": "canadian dollar",
    "HKD": "hong kong dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "EUR": "euro",
    "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee", "ILS": "shekel",
    "MYR": "malaysian ringgit", "DKK": "danish krone", "SEK": "swedish krona", "NOK": "norwegian krone",
    "CHF": "swiss franc", "KRW": "south korean won", "RUB": "russian ruble", "penny": "point",
    "pound": "pound-mass", "part per billion": "parts-per-billion", "part per million": "parts-per-million",
    "revolution per minute": "revolutions per minute", "times": "count",
}  # fmt: skip
"""Names that the set has for our units, where they differ."""

FUNCTION_WORDS = listed("a an the of and or in on at for to from with by its his her their this that")
_DECADE = regex.compile(r"(?:\w+ of )?\b(?:dozen|score|hundred|thousand|million|billion)s$")
_OF = regex.compile(r"\s(?:of|from|including)\s")


CQE = {"value": 92.0, "unit": 85.6, "change": 88.1, "concept": 76.1}
"""The figures published with NewsQuant, of a system with a parser and a language model."""

METRICS = {
    "value": "value, F1",
    "unit": "value and unit, F1",
    "change": "value and bound or direction, F1",
    "concept": "value and what it is said of, F1",
}
SAME_VALUE = {"f1": 89.8, "recall_differing": 0.0}
"""What joining equal values gives on the labelled mentions themselves."""

LINKS = {
    "f1": "pairs of mentions, F1",
    "recall_differing": "pairs whose values differ, recall %",
    "precision": "pairs of mentions, precision %",
}


def measure(data: Path) -> tuple[Measure, ...]:
    """The rows of the scoreboard: our own labelled sentences, and the sets that ``data``, their folder, has."""
    own = [Measure("figures", "our sentences", f"{field}, F1", score) for field, score in score_sentences().items()]
    reading = _newsquant(data) if (data / "figures_newsquant.jsonl.gz").is_file() else ()
    grouping = _ecbplus(data) if (data / "figures_ecbplus.jsonl.gz").is_file() else ()
    return (*own, *reading, *grouping)


def _newsquant(data: Path) -> Iterator[Measure]:
    score = load_scorer(data)
    records = score.read("figures_newsquant")
    gold = [record["quantities"] for record in records]
    ours = score.quantities(gold, [read_quantities(record["text"]) for record in records])
    for name, metric in METRICS.items():
        yield Measure("figures", "NewsQuant", metric, ours[name], "CQE", CQE[name], "published")
    peer = read_with_quantulum([record["text"] for record in records])
    if peer is not None:
        theirs = score.quantities(gold, peer)
        for name in ("value", "unit"):
            yield Measure("figures", "NewsQuant", METRICS[name], ours[name], "quantulum3", theirs[name], "here")
    asked = asked_parser()
    if asked is not None:
        parsed = score.quantities(gold, [read_quantities(record["text"], asked[1]) for record in records])
        for name, metric in METRICS.items():
            yield Measure("figures", "NewsQuant", metric, ours[name], asked[0], parsed[name], "here")


def _ecbplus(data: Path) -> Iterator[Measure]:
    score = load_scorer(data)
    events = score.read("figures_ecbplus")
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for article in score.read("events_ecbplus"):
        texts[article["event"]][article["id"]] = article["text"]
    ours = score.figure_links(
        events, {event["event"]: read_links(event["event"], texts[event["event"]]) for event in events}
    )
    for name, metric in LINKS.items():
        row = Measure("figures", "ECB+", metric, ours[name])
        theirs = SAME_VALUE.get(name)
        yield replace(row, peer="equal values", theirs=theirs, run="published") if theirs is not None else row
    asked = asked_parser()
    if asked is not None:
        parsed = score.figure_links(
            events, {event["event"]: read_links(event["event"], texts[event["event"]], asked[1]) for event in events}
        )
        for name, metric in LINKS.items():
            yield Measure("figures", "ECB+", metric, ours[name], asked[0], parsed[name], "here")


def read_with_quantulum(texts: Sequence[str]) -> list[list[dict[str, Any]]] | None:
    """quantulum3's quantities, without the classifier that it has as an extra; ``None`` where it is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it says at import that the extra is missing
        try:
            parser = importlib.import_module("quantulum3.parser")
        except ImportError:
            return None
    return [[_as_quantity(found) for found in _parse(parser, text)] for text in texts]


def _parse(parser: ModuleType, text: str) -> Sequence[Any]:
    """Nothing for a sentence on which it fails, of which there are some."""
    try:
        return parser.parse(text)  # type: ignore[no-any-return]
    except Exception:  # noqa: BLE001  # whatever it fails with is its own
        return ()


def _as_quantity(found: Any) -> dict[str, Any]:
    low, high = found.value - (found.uncertainty or 0), found.value + (found.uncertainty or 0)
    unit = found.unit.name
    return {
        "value": [low, high] if found.uncertainty else found.value,
        "change": "=",
        "normalized_unit": "-" if unit == "dimensionless" else unit,
        "concepts": [],
    }


def time_reading(*, sizes: Sequence[int] = (100, 1_000)) -> Iterator[str]:
    """CPU seconds for so many invented articles of about 500 words, and what a second text of each length costs."""
    text = "\n\n".join(row["text"] for row in load_sentences() if row["lang"] == "en") * 2
    for size in sizes:
        articles = [Article(f"a{number}", f"Report {number}.\n\n{text}") for number in range(size)]
        cut = [segment(article) for article in articles]
        begin = time.process_time()
        found = sum(len(find_figures(article, sentences)) for article, sentences in zip(articles, cut, strict=True))
        yield f"{size:6,d} articles, {found:8,d} figures: {time.process_time() - begin:6.2f} CPU s"


def main(arguments: Sequence[str]) -> int:
    """Print the table and the times; exit code 2 where the sets are absent."""
    options = ArgumentParser(description=__doc__)
    options.add_argument("data", nargs="?", type=Path, default=BENCH, help="the folder of labelled sets")
    add_parser_option(options)
    given = options.parse_args(arguments)
    data, os.environ[PARSER] = given.data, given.parser or ""
    for row in measure(data):
        beside = f"  {row.peer} ({row.run}) {row.theirs:.1f}" if row.theirs is not None else ""
        sys.stdout.write(f"{row.data:14} {row.metric:36} {row.ours:5.1f}{beside}\n")
    for line in time_reading():
        sys.stdout.write(f"{line}\n")
    if not (data / "figures_newsquant.jsonl.gz").is_file():
        sys.stdout.write(f"The labelled sets are not here: {data}\n")
        return 2
    return 0


def load_scorer(data: Path) -> ModuleType:
    """The scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_quantities(text: str, parser: Parser | None = None) -> list[dict[str, Any]]:
    """The figures of a sentence in the words of NewsQuant."""
    article = Article("a", text)
    return [_quantity(article, figure) for figure in find_figures(article, segment(article), parser=parser)]


def _quantity(article: Article, figure: Figure) -> dict[str, Any]:
    words = article.text[figure.span.start : figure.span.end].lower()
    loose = figure.high is None and _DECADE.search(words) is not None
    return {
        "value": _value(words, figure, loose=loose),
        "change": "=" if loose and _DECADE.match(words) else CHANGES[figure.bound],
        "normalized_unit": _unit(article, figure),
        "concepts": _concepts(article, figure),
    }


def _value(words: str, figure: Figure, *, loose: bool) -> float | list[float]:
    """A range in the order of the text; "thousands" as one up to ten thousand, which is how the set writes them."""
    if figure.high is None:
        return [figure.value, 10 * figure.value] if loose else figure.value
    numbers = find_numbers(words, tokenize(words))
    falls = bool(numbers) and numbers[0].value == figure.high
    return [figure.high, figure.value] if falls else [figure.value, figure.high]


def _unit(article: Article, figure: Figure) -> str:
    """The unit, or for a count what is counted, its last word in the singular; "-" for none."""
    name, by, rate = figure.unit.partition("per ") if figure.unit not in UNITS else (figure.unit, "", "")
    name = UNITS.get(name.strip(), name.strip())
    if not name and figure.counts:
        share = "% " if 0 < figure.value < 1 else ""
        counted = _OF.split(article.text[figure.counts.start : figure.counts.end].lower())[0]
        name = share + " ".join(_singular(counted.split()))
    return f"{name} {by}{rate}".strip() or "-"


def _words(text: str, start: int, end: int) -> list[str]:
    tokens = tokenize(text, start, end)
    return [text[token.start : token.end].lower() for token in tokens if token.kind != "mark"]


def _singular(words: list[str]) -> list[str]:
    kept = [word for word in words if word not in FUNCTION_WORDS and word not in ("'s", "’s")]
    return [*kept[:-1], _without_plural(kept[-1])] if kept else []


def _without_plural(word: str) -> str:
    for ending, short in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("uses", "us")):
        if word.endswith(ending):
            return word.removesuffix(ending) + short
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _concepts(article: Article, figure: Figure) -> list[str]:
    counted = figure.counts if figure.unit else None
    spans = [span for span in (counted, figure.about) if span]
    words = [word for span in spans for word in _words(article.text, span.start, span.end)]
    words += [word.strip(".,;:()'\"") for span in spans for word in article.text[span.start : span.end].lower().split()]
    return [word for word in words if word not in FUNCTION_WORDS]


def read_links(event: str, articles: dict[str, str], parser: Parser | None = None) -> list[list[str | int]]:
    """Pairs of places in two articles of an event whose figures we group."""
    subject = Event(event, tuple(Article(name, text) for name, text in sorted(articles.items())))
    found = [figure for item in subject.articles for figure in find_figures(item, segment(item), parser=parser)]
    groups: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in group_figures(subject, found):
        groups[figure.group].append(figure)
    return [
        [*_place(one), *_place(other)]
        for group in groups.values()
        for one, other in combinations(group, 2)
        if one.span.siglum != other.span.siglum
    ]


def _place(figure: Figure) -> tuple[str, int, int]:
    return figure.span.siglum, figure.span.start, figure.span.end


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
