"""What a report costs, claims and all, for an event that many outlets tell: ``python tests/bench/bench_report.py``.

The articles are made of the sentences of five real ones, drawn anew with some words changed, so that each shares much
with each other: the worst that an event does to a comparison. CPU seconds; nothing is measured where the five are
absent.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path

from bench_claims import STORY, load_story
from measures import Measure
from synthetic import make_events

from generator.clusters import find_clusters
from generator.model import Article, Event
from generator.report import build_report
from generator.sentences import segment

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"


def measure(data: Path) -> tuple[Measure, ...]:
    """The cost for ten and for fifty articles of 600 words, and of the passages alone in 30,000 invented words."""
    invented = invent(60)
    alone = Measure("report", "60 invented articles of 500 words", "passages, CPU seconds", time_passages(invented))
    if not (data.parent / STORY).is_file():
        return (alone,)
    event = load_story(data.parent)
    return (
        alone,
        *(
            Measure("report", f"{count} articles of one event", "CPU seconds", time_report(retell(event, count)))
            for count in (10, 50)
        ),
    )


def invent(count: int) -> Event:
    """The first invented event of so many articles, 60 at most: each shares edited passages with some others."""
    articles = next(articles for articles, _ in make_events(10**6) if len(articles) >= count)
    return Event("invented", tuple(Article(str(row["id"]), str(row["text"])) for row in articles[:count]))


def retell(event: Event, count: int, words: int = 600, changed: float = 0.06) -> Event:
    """The event in so many articles of so many words; the same each time."""
    chance = random.Random(1)  # noqa: S311 - no secret
    pools = [[event[span] for span in segment(article)] for article in event.articles]
    every = [sentence for pool in pools for sentence in pool]
    known = [word for sentence in every for word in sentence.split()]
    articles = []
    for place in range(count):
        drawn = chance.sample(every, len(every) // 4) + pools[place % len(pools)]
        chance.shuffle(drawn)
        told: list[list[str]] = []
        while sum(map(len, told)) < words:
            sentence = (drawn.pop() if drawn else chance.choice(every)).split()
            told.append([word if chance.random() > changed else chance.choice(known) for word in sentence])
        articles.append(Article(f"a{place:03}", "\n\n".join(map(" ".join, told))))
    return Event("cost", tuple(articles))


def time_passages(event: Event) -> float:
    """CPU seconds of its shared passages alone."""
    begun = time.process_time()
    find_clusters(event)
    return time.process_time() - begun


def time_report(event: Event) -> float:
    """CPU seconds of one report."""
    begun = time.process_time()
    build_report(event)
    return time.process_time() - begun


def main() -> int:
    """Print the rows; exit code 2 where there is nothing to measure."""
    rows = measure(BENCH)
    for row in rows:
        sys.stdout.write(f"{row.data:34} {row.metric:24} {row.ours:8.2f}\n")
    return 0 if rows else 2


if __name__ == "__main__":
    sys.exit(main())
