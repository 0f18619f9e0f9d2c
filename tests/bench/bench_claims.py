"""Claims against a reading by hand: are the sentences that say one thing together, and only those; and the cost.

Run ``python tests/bench/bench_claims.py [DATA] [--sample N] [--seed S] [--embeddings FOLDER]``.
``claims_by_hand.json`` lists what five articles of one event claim: for each claim its sentences, each by its article
and a few words that stand in it alone. A sentence is a mention; it may belong to several claims. Two figures are
told: the F1 of pairs of mentions that share a claim, and B-cubed F1, the form for mentions of several claims (Amigó
et al. 2009). ``claims_elsewhere.json`` has three more events, of five articles each, read the same way; the thresholds
were chosen with all four in view. ``claims_kept_back.json`` has one that no threshold was chosen by. ``--sample``
prints so many claims of real events, drawn by the seed, for reading.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean, median
from typing import Any

from measures import Measure

from generator.content import load_event
from generator.intake import add_articles, load_requests
from generator.meanings import Meanings, load_meanings
from generator.model import Article, Event, Report, Span
from generator.report import build_report

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
SET = "stories_basil.jsonl.gz"
STORY = Path("stories", "kursk", "articles.csv")
BY_HAND = Path(__file__).with_name("claims_by_hand.json")
ELSEWHERE = Path(__file__).with_name("claims_elsewhere.json")
KEPT_BACK = Path(__file__).with_name("claims_kept_back.json")
ECB = "events_ecbplus.jsonl.gz"

Groups = Sequence[frozenset[Span]]


def measure(data: Path, meanings: Meanings | None = None) -> tuple[Measure, ...]:
    """Agreement with the reading by hand, without a model and with one if given; what many and long articles cost."""
    rows: list[Measure] = []
    if (data.parent / STORY).is_file():
        told = json.loads(BY_HAND.read_text(encoding="utf-8"))
        rows += _agree(load_story(data.parent), told, "five articles", meanings)
    if (data / ECB).is_file():
        read = (json.loads(path.read_text(encoding="utf-8")) for path in (ELSEWHERE, KEPT_BACK))
        for name, told in (item for events in read for item in events.items()):
            rows += _agree(load_told(data, told["articles"]), told, f"five of {name}", meanings)
    if (data / SET).is_file():
        events = load_events(data)
        rows += [
            Measure("claims", f"{count} articles of 600 words", "CPU seconds a report", seconds(events, count))
            for count in (10, 50)
        ]
    return tuple(rows)


def _agree(event: Event, told: Mapping[str, Any], name: str, meanings: Meanings | None) -> Iterator[Measure]:
    for model in (None, meanings) if meanings else (None,):
        report = build_report(event, meanings=model)
        gold, found = read_gold(report, told), read_claims(report)
        data = f"{name}, embeddings" if model else name
        yield Measure("claims", data, "F1 of pairs of mentions", pair_f1(gold, found))
        yield Measure("claims", data, "B-cubed F1", b_cubed(gold, found))


def load_told(data: Path, names: Mapping[str, str]) -> Event:
    """The articles of these names, without the lines that hold an address; each line is a paragraph."""
    with gzip.open(data / ECB, "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in names.values()}
    plain = {siglum: texts[name].replace("``", '"').replace("''", '"').split("\n") for siglum, name in names.items()}
    kept = {siglum: [line for line in lines if not line.startswith("http")] for siglum, lines in plain.items()}
    articles = (
        Article(siglum, "\n\n".join(lines), title=lines[0], headline=Span(siglum, 0, len(lines[0])))
        for siglum, lines in sorted(kept.items())
    )
    return Event("told", tuple(articles))


def load_story(shared: Path) -> Event:
    """The five articles as intake reads them."""
    with tempfile.TemporaryDirectory() as folder:
        add_articles(load_requests(shared / STORY), "story", Path(folder))
        return load_event(Path(folder, "story"))


def read_gold(report: Report, told: Mapping[str, Any]) -> Groups:
    """The claims read by hand, each as its sentences; ``LookupError`` where the words do not lead to one sentence."""
    places = {name: _sentence(report, words) for name, words in told["places"].items()}
    return [frozenset(places[name] for name in names) for names in told["claims"].values()]


def _sentence(report: Report, words: str) -> Span:
    siglum, _, key = words.partition(": ")
    found = [span for span in report.sentences if span.siglum == siglum and key in report.event[span]]
    if len(found) != 1:
        raise LookupError(f"{len(found)} sentences have {words!r}")
    return found[0]


def read_claims(report: Report) -> Groups:
    """The claims of a report, each as the sentences that its appearances stand in."""
    return [
        frozenset(
            sentence for sentence in report.sentences if any(sentence.overlaps(made.span) for made in claim.appearances)
        )
        for claim in report.claims
    ]


def pair_f1(gold: Groups, found: Groups) -> float:
    """F1 of the pairs of mentions that share a claim, 0 to 1."""
    wanted, given = _pairs(gold), _pairs(found)
    return 2 * len(wanted & given) / (len(wanted) + len(given)) if wanted or given else 1.0


def _pairs(groups: Groups) -> set[tuple[Span, Span]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def b_cubed(gold: Groups, found: Groups) -> float:
    """Extended B-cubed F1 over the mentions read by hand, 0 to 1; a mention that no claim has stands alone."""
    wanted, given = _homes(gold), _homes(found)
    precision = mean(_agreement(given, wanted, one) for one in wanted)
    recall = mean(_agreement(wanted, given, one) for one in wanted)
    return 2 * precision * recall / (precision + recall)


def _homes(groups: Groups) -> Mapping[Span, set[int]]:
    homes: dict[Span, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for span in group:
            homes[span].add(number)
    return homes


def _agreement(these: Mapping[Span, set[int]], those: Mapping[Span, set[int]], one: Span) -> float:
    """The mean share of the claims that ``one`` and another mention have in common here which they have there too."""
    shares = [
        min(len(common), len(those.get(one, set()) & those.get(other, set()))) / len(common)
        for other in these
        if (common := these.get(one, set()) & these[other])
    ]
    return mean(shares) if shares else 0.0


def load_events(data: Path) -> tuple[Event, ...]:
    """The events of three outlets each."""
    with gzip.open(data / SET, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(Event(row["event"][:8], tuple(_articles(row["articles"]))) for row in rows)


def _articles(rows: Iterable[Mapping[str, str]]) -> Iterator[Article]:
    for row in rows:
        head = row["title"].strip()
        siglum = row["source"]
        yield Article(
            siglum,
            f"{head}\n\n{row['text']}" if not row["text"].startswith(head) else row["text"],
            title=head,
            headline=Span(siglum, 0, len(head)),
        )


def seconds(events: Sequence[Event], count: int, words: int = 600) -> float:
    """The median CPU seconds of three reports over so many articles of so many words, of several events in one."""
    texts = [" ".join(article.text.split(" ")[:words]) for event in events for article in event.articles]
    long = [text for text in texts if len(text.split()) >= words * 0.9][:count]
    event = Event("cost", tuple(Article(f"a{place:03}", text) for place, text in enumerate(long)))
    taken = []
    for _ in range(3):
        begun = time.process_time()
        build_report(event)
        taken.append(time.process_time() - begun)
    return median(taken)


def show_sample(data: Path, size: int, seed: int) -> None:
    """Print claims drawn by the seed from twenty events drawn by it."""
    random = Random(seed)  # noqa: S311 - a sample to read, no secret
    events = load_events(data)
    chosen = sorted(random.sample(range(len(events)), 20))
    say("events " + " ".join(map(str, chosen)))
    drawn = [
        (place, report, claim)
        for place in chosen
        for report in [build_report(events[place])]
        for claim in report.claims
    ]
    for number, (place, report, claim) in enumerate(random.sample(drawn, min(size, len(drawn)))):
        say(f"\n{number}. event {place}, {claim.rule}, {claim.score:.2f}: {report.event[claim.statement]}")
        for made in claim.appearances:
            say(f"    {made.span.siglum}, {made.stance}, {made.speaker_name}: {report.event[made.span]}")


def say(line: str) -> None:
    """One line on the screen."""
    sys.stdout.write(f"{line}\n")


def main() -> int:
    """Print the table, or a sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=BENCH)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--embeddings", type=Path, help="the folder of a Model2Vec model")
    given = parser.parse_args()
    if not given.data.is_dir():
        say(f"nothing measured: {given.data} is absent")
        return 0
    if given.sample:
        show_sample(given.data, given.sample, given.seed)
        return 0
    for row in measure(given.data, load_meanings(given.embeddings) if given.embeddings else None):
        say(f"{row.metric:32}{row.data:32}{row.ours:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
