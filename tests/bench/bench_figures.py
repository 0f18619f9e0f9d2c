"""How well figures are read and grouped: ``python tests/bench/bench_figures.py [FOLDER]``.

Reading is scored on NewsQuant (Almasian et al., EMNLP 2023) with the set's own scorer, grouping on ECB+ (Cybulska and
Vossen 2014), both from the folder's ``score.py``.
"""

from __future__ import annotations

import importlib.util
import os
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import regex

from generator.figures import find_figures, group_figures
from generator.figures.numbers import find_numbers
from generator.model import Article, Event, Figure
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


def load_scorer(data: Path) -> ModuleType:
    """The scorer that lies beside the sets."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_quantities(text: str) -> list[dict[str, Any]]:
    """The figures of a sentence in the words of NewsQuant."""
    article = Article("a", text)
    return [_quantity(article, figure) for figure in find_figures(article, segment(article))]


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


def read_links(event: str, articles: dict[str, str]) -> list[list[str | int]]:
    """Pairs of places in two articles of an event whose figures we group."""
    subject = Event(event, tuple(Article(name, text) for name, text in sorted(articles.items())))
    found = [figure for item in subject.articles for figure in find_figures(item, segment(item))]
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
