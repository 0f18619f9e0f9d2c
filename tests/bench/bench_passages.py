"""Passages within an event: what is found, what is missed and what it costs.

Run ``python tests/bench/bench_passages.py [DATA] [--sample N] [--seed S]``. On the stories of three outlets each it
looks for every run of five equal words that two of them share (there is no gold; such runs are the least that a reader
would look for), and counts the clusters beyond those; ``--sample`` prints so many clusters, drawn by the seed, for
reading. On random stories it checks the promise of the search against brute force, and on fifty articles it takes the
time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import median

from brute import Writer, shares_passage, text_of
from measures import Measure

from generator.clusters import find_clusters
from generator.clusters.alignment import align_articles
from generator.clusters.reading import read_articles
from generator.model import Article, Cluster, Event, Quote, Span
from generator.quotes import find_quotes
from generator.sentences import segment

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
SET = "stories_basil.jsonl.gz"
RUN = 5
LONG = 8
_WORD = re.compile(r"\w+(?:['’]\w+)*")

Run = tuple[Span, Span, int]


@dataclass(frozen=True, slots=True)
class Story:
    """An event with what was found in it, and the runs of equal words that any two of its outlets share."""

    event: Event
    clusters: tuple[Cluster, ...]
    runs: tuple[Run, ...]

    def covers(self, run: Run) -> bool:
        """Whether one cluster has a passage at either end of a run."""
        return any(
            all(any(span.overlaps(end) for span in found.passages) for end in run[:2]) for found in self.clusters
        )

    def is_beyond(self, found: Cluster) -> bool:
        """Whether no passage of a cluster touches any run."""
        return not any(span.overlaps(end) for span in found.passages for run in self.runs for end in run[:2])


def load_events(data: Path) -> Iterator[Event]:
    """The events of the set, an article an outlet."""
    with gzip.open(data / SET, "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            articles = (Article(each["source"].lower(), each["text"]) for each in row["articles"])
            yield Event(row["event"], tuple(articles))


def read(event: Event) -> tuple[Quote, ...]:
    """The quotes of each article, as the report finds them."""
    return tuple(quote for article in event.articles for quote in find_quotes(article, segment(article)))


def find_runs(one: Article, other: Article) -> Iterator[Run]:
    """The longest runs of ``RUN`` or more equal words, by plain words and a dictionary: no part of the program."""
    sides = [[(hit.group().casefold(), hit.start(), hit.end()) for hit in _WORD.finditer(a.text)] for a in (one, other)]
    grams = [[tuple(word for word, _, _ in side[n : n + RUN]) for n in range(len(side) - RUN + 1)] for side in sides]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, gram in enumerate(grams[1]):
        places[gram].append(j)
    seeds = {(i, j) for i, gram in enumerate(grams[0]) for j in places[gram]}
    for i, j in sorted(seeds):
        if (i - 1, j - 1) not in seeds:
            size = next(n for n in range(len(seeds) + 1) if (i + n, j + n) not in seeds) + RUN - 1
            ends = [(side[at][1], side[at + size - 1][2]) for side, at in zip(sides, (i, j), strict=True)]
            yield Span(one.siglum, *ends[0]), Span(other.siglum, *ends[1]), size


def read_stories(data: Path) -> list[Story]:
    """Every event of the set with its clusters and runs."""
    return [
        Story(
            event,
            find_clusters(event, read(event)),
            tuple(run for pair in combinations(event.articles, 2) for run in find_runs(*pair)),
        )
        for event in load_events(data)
    ]


def count_found(seeds: Sequence[int]) -> tuple[int, int]:
    """Passages of eight words of which half align in random stories of a seed each: those found, and all there are."""
    found = total = 0
    for seed in seeds:
        writer = Writer(seed, (60, 300, 3000)[seed % 3])
        one, other = writer.stories(2, writer.random.randint(40, 160), passages=3, copies=2, worst=0.5)
        articles = tuple(read_articles(Event.from_texts(a=text_of(one), b=text_of(other)).articles).values())
        matches = [
            match
            for match in align_articles(articles, shingle=3, reach=12, common=20, words=8, identity=0.5)
            if len(match.equal) >= LONG and 2 * match.identity >= 1
        ]
        for chain in shares_passage(one, other, LONG):
            total += 1
            found += any(
                match.a[0] <= chain[-1][0]
                and chain[0][0] < match.a[1]
                and match.b[0] <= chain[-1][1]
                and chain[0][1] < match.b[1]
                for match in matches
            )
    return found, total


def time_fifty(repeats: int = 5, sampled: int = 12) -> tuple[float, float]:
    """CPU seconds for fifty articles of 600 words: ours, and brute force over all pairs, scaled up from some."""
    stories = Writer(1).stories(50, 560, passages=12, copies=8, worst=0.3)
    event = Event.from_texts(**{f"a{n:02}": text_of(story) for n, story in enumerate(stories)})
    pairs = list(combinations(stories, 2))
    ours, theirs = [], []
    for _ in range(repeats):
        start = time.process_time()
        find_clusters(event)
        ours.append(time.process_time() - start)
    for one, other in Random(1).sample(pairs, sampled):  # noqa: S311 - repeatable, not secret
        start = time.process_time()
        shares_passage(one, other, LONG)
        theirs.append(time.process_time() - start)
    return median(ours), median(theirs) * len(pairs)


def measure(data: Path) -> tuple[Measure, ...]:
    """Rows for the scoreboard; the stories are left out where the set is absent."""
    found, total = count_found(range(150))
    ours, theirs = time_fifty()
    rows = [
        Measure(
            "passages",
            "random stories",
            "passages of 8 words, half alike, found",
            found / total,
            "brute force",
            1.0,
            "here",
        ),
        Measure(
            "passages",
            "50 articles of 600 words",
            "CPU s",
            ours,
            "brute force, scaled up from 12 pairs",
            theirs,
            "here",
        ),
    ]
    return (*rows, *rate_stories(read_stories(data))) if (data / SET).is_file() else tuple(rows)


def rate_stories(stories: Sequence[Story]) -> tuple[Measure, ...]:
    """How many of the shared runs are covered, and how many clusters there are beyond them."""
    runs = [(story, run) for story in stories for run in story.runs]
    long = [(story, run) for story, run in runs if run[2] >= LONG]
    beyond = sum(story.is_beyond(found) for story in stories for found in story.clusters)
    return (
        Measure("passages", "BASIL", f"of {len(long)} runs of 8 words or more, covered", _share(long)),
        Measure("passages", "BASIL", f"of {len(runs)} runs of 5 words or more, covered", _share(runs)),
        Measure("passages", "BASIL", "clusters that no run of 5 words touches", beyond),
        Measure("passages", "BASIL", "clusters", sum(len(story.clusters) for story in stories)),
    )


def _share(runs: Sequence[tuple[Story, Run]]) -> float:
    return sum(story.covers(run) for story, run in runs) / len(runs)


def show_sample(stories: Sequence[Story], count: int, seed: int) -> Iterator[str]:
    """A line for each of some clusters: how alike, and each passage."""
    every = [(story.event, found) for story in stories for found in story.clusters]
    for n, (event, found) in enumerate(Random(seed).sample(every, min(count, len(every))), 1):  # noqa: S311 - repeatable
        words = (f"{span.siglum}: {' '.join(event[span].split())}" for span in found.passages)
        yield f"{n}\t{found.similarity:.2f}\t" + " | ".join(words)


def main() -> int:
    """Print the rows, or a sample; exit code 2 where the stories are absent."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("data", nargs="?", type=Path, default=BENCH)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    there = (options.data / SET).is_file()
    if options.sample and there:
        sys.stdout.writelines(
            f"{line}\n" for line in show_sample(read_stories(options.data), options.sample, options.seed)
        )
        return 0
    for row in measure(options.data):
        peer = f"\t{row.peer}: {row.theirs:g}" if row.theirs is not None else ""
        sys.stdout.write(f"{row.data}\t{row.metric}\t{row.ours:g}{peer}\n")
    if not there:
        sys.stdout.write(f"The stories are not here: {options.data / SET}\n")
    return 0 if there else 2


if __name__ == "__main__":
    sys.exit(main())
