"""What one table of all wordings costs: fifty outlets, sixty words each, more and less edited.

python tests/bench/bench_variants.py [OUTLETS] [WORDS]
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from pathlib import Path

from measures import Measure

from generator.collation import tabulate
from generator.model import Event, Span

OUTLETS, WORDS, VOCABULARY, ROUNDS = 50, 60, 200, 5
SHARES = (0.1, 0.3, 0.5)
_LIMIT = 3


def invent(outlets: int, words: int, share: float) -> Event:
    """An event whose articles each change, drop or add so large a share of one text's words."""
    chance = random.Random(1)  # noqa: S311  # the same event each time
    known = [f"word{number}" for number in range(VOCABULARY)]
    text = [chance.choice(known) for _ in range(words)]
    return Event.from_texts(
        "event", **{f"outlet{n}": " ".join(_edited(chance, known, text, share)) for n in range(outlets)}
    )


def _edited(chance: random.Random, known: list[str], text: list[str], share: float) -> list[str]:
    edited: list[str] = []
    for word in text:
        drawn = chance.random() / share
        if drawn < 1 / 3:
            continue
        edited.append(chance.choice(known) if drawn < 2 / 3 else word)
        if 2 / 3 <= drawn < 1:
            edited.append(chance.choice(known))
    return edited


def cost(event: Event) -> float:
    """CPU seconds of one table, the median of some rounds."""
    spans = [Span(article.siglum, 0, len(article.text)) for article in event.articles]
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        tabulate(event, "claim", spans)
        rounds.append(time.process_time() - begun)
    return statistics.median(rounds)


def measure(data: Path) -> tuple[Measure, ...]:
    """The cost for each share of edits; no data is read."""
    del data
    return tuple(
        Measure("collation", f"{OUTLETS} wordings of {WORDS} words, {share:.0%} edited", "CPU s a table",
                round(cost(invent(OUTLETS, WORDS, share)), 3))
        for share in SHARES
    )  # fmt: skip


def main() -> None:
    """Print a line for each share of edits."""
    given = [int(argument) for argument in sys.argv[1:_LIMIT]]
    outlets, words = [*given, *(OUTLETS, WORDS)[len(given) :]]
    for share in SHARES:
        seconds = cost(invent(outlets, words, share))
        print(f"{outlets} wordings of {words} words, {share:.0%} edited: {seconds:.2f} CPU s")  # noqa: T201  # the result


if __name__ == "__main__":
    main()
