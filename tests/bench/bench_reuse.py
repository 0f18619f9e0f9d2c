"""How well reworked stretches and articles sent twice are found: ``python tests/bench/bench_reuse.py [--set NAME]``.

``pan13`` is scored by the collection's own plagdet, beside sentences matched by tf-idf alone, joined and not fitted.
``reuters`` counts near-duplicate pairs (sets of four words on end, Jaccard at least .5, stories of 30 words or more),
each method in a process of its own, with the reading of the file: CPU seconds and peak memory. The pairs that there
are come from an exact index of rare runs in plain Python, which is also the peer.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import math
import os
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
from measures import Measure

from generator.model import Article, Span
from generator.reuse import find_near_duplicates, find_reuse
from generator.sentences import segment
from generator.words import content_stems, word_runs

BENCH = Path(os.environ.get("VARIORUM_SHARED", Path(__file__).resolve().parents[3] / "shared")) / "bench"
PLAIN, PAN = "tf-idf of sentences", "passages_pan13"
PUBLISHED = 0.878
"""Sanchez-Perez, Sidorov and Gelbukh 2014, on the whole of that year's collection."""

Found = list[dict[str, int]]
Pairs = set[tuple[int, int]]
Finder = Callable[[Article, Article, tuple[Span, ...]], Iterator[tuple[Span, Span]]]


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of one set."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def load_scorer(data: Path) -> Any:
    """The collection's own scorer, a file beside it."""
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(data / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def ours(one: Article, other: Article, sentences: tuple[Span, ...]) -> Iterator[tuple[Span, Span]]:
    """What the program finds."""
    yield from ((reuse.one, reuse.other) for reuse in find_reuse(one, other, sentences))


def sentences_alone(
    one: Article, other: Article, sentences: tuple[Span, ...], *, least: float = 0.4, gap: int = 4, shortest: int = 150
) -> Iterator[tuple[Span, Span]]:
    """The baseline: sentences alike by tf-idf, joined over gaps, ``shortest`` code points or more on either side."""
    sides = [[span for span in sentences if span.siglum == text.siglum] for text in (one, other)]
    if not all(sides):
        return
    bags = [
        Counter(content_stems(text.text, (s.start, s.end)))
        for text, own in zip((one, other), sides, strict=True)
        for s in own
    ]
    spread = Counter(word for bag in bags for word in bag)
    places = {word: place for place, word in enumerate(spread)}
    rows = np.zeros((len(bags), max(len(places), 1)), np.float32)
    for row, bag in zip(rows, bags, strict=True):
        for word, times in bag.items():
            row[places[word]] = times * math.log(len(bags) / spread[word])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    waiting = [np.argwhere(rows[: len(sides[0])] @ rows[len(sides[0]) :].T > least)]
    while waiting:
        seeds = waiting.pop()
        for column in (0, 1):
            seeds = seeds[np.argsort(seeds[:, column], kind="stable")]
            cuts = np.flatnonzero(np.diff(seeds[:, column]) > gap + 1) + 1
            if len(cuts):
                waiting += np.split(seeds, cuts)
                break
        else:
            if len(seeds):
                ends = [(own[seeds[:, n].min()], own[seeds[:, n].max()]) for n, own in enumerate(sides)]
                a, b = (Span(first.siglum, first.start, last.end) for first, last in ends)
                if min(len(a), len(b)) >= shortest:
                    yield a, b


def measure_pan13(data: Path) -> tuple[Measure, ...]:
    """Plagdet in all and by kind, ours and of sentences alone, and how many clean pairs are hit."""
    scorer = load_scorer(data)
    gold: dict[str, Found] = {}
    kinds: dict[str, str] = {}
    found: dict[str, dict[str, Found]] = {"ours": {}, PLAIN: {}}
    costs: list[float] = []
    for record in read_lines(data / "passages_pan13.jsonl.gz"):
        one, other = Article("one", record["susp_text"]), Article("other", record["src_text"])
        sentences = (*segment(one), *segment(other))
        gold[record["id"]], kinds[record["id"]] = record["gold"], record["subset"]
        for name, find in (("ours", ours), (PLAIN, sentences_alone)):
            start = time.process_time()
            spans = list(find(one, other, sentences))
            found[name][record["id"]] = [{"so": a.start, "sl": len(a), "to": b.start, "tl": len(b)} for a, b in spans]
            costs += [time.process_time() - start] if name == "ours" else []
    rows = []
    for kind in ("all", *sorted(set(kinds.values()))):
        chosen = [key for key in gold if kind in ("all", kinds[key])]
        if not any(gold[key] for key in chosen):
            hit = [float(sum(bool(those[key]) for key in chosen)) for those in found.values()]
            rows.append(
                Measure(
                    "reuse",
                    PAN,
                    f"pairs hit of {len(chosen)} clean",
                    hit[0],
                    PLAIN,
                    hit[1],
                    "here",
                )
            )
            continue
        mine, peer = (
            float(scorer.plagdet({key: gold[key] for key in chosen}, {key: those[key] for key in chosen})["plagdet"])
            for those in found.values()
        )
        rows.append(Measure("reuse", PAN, f"plagdet, {kind}", mine, PLAIN, peer, "here"))
        if kind == "all":
            rows.append(Measure("reuse", PAN, "plagdet, all", mine, "Sanchez-Perez 2014", PUBLISHED, "published"))
    rows.append(Measure("reuse", PAN, "CPU ms a pair, median", 1000 * float(np.median(costs))))
    return tuple(rows)


def find_ours(texts: Iterator[str]) -> Pairs:
    """Near-duplicates as the program finds them."""
    return {(one, other) for one, other, _ in find_near_duplicates(texts)}


def shingles(text: str) -> set[tuple[str, ...]]:
    """The set that is compared."""
    words = word_runs(text)
    return {tuple(words[i : i + 4]) for i in range(len(words) - 3)} if len(words) >= 30 else set()


def find_by_index(texts: Iterator[str]) -> Pairs:
    """The exact peer: an index of each text's rarest runs, in plain Python."""
    sets = [shingles(text) for text in texts]
    spread = Counter(run for own in sets for run in own)
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found: Pairs = set()
    for place, own in enumerate(sets):
        rarest = sorted(own, key=lambda run: (spread[run], run))[: len(own) - math.ceil(len(own) / 2) + 1]
        near = {other for run in rarest for other in index[run]}
        found |= {(other, place) for other in near if 3 * len(own & sets[other]) >= len(own) + len(sets[other])}
        for run in rarest:
            index[run].append(place)
    return found


def find_by_minhash(texts: Iterator[str]) -> Pairs:
    """The usual peer: datasketch's MinHash with locality-sensitive hashing, 128 permutations; candidates verified."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # a peer that need not be installed

    index, sets, found = MinHashLSH(threshold=0.5, num_perm=128), {}, set()
    for place, text in enumerate(texts):
        own = shingles(text)
        if not own:
            continue
        sets[place] = own
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(run).encode() for run in own])
        near = index.query(sketch)
        found |= {(other, place) for other in near if 3 * len(own & sets[other]) >= len(own) + len(sets[other])}
        index.insert(place, sketch)
    return found


METHODS: dict[str, Callable[[Iterator[str]], Pairs]] = {
    "ours": find_ours,
    "rare 4-gram index in Python": find_by_index,
    "datasketch MinHash LSH": find_by_minhash,
}


def run_method(name: str, data: Path) -> None:
    """Run one method in this process and print its pairs, CPU seconds and peak memory in MB as one line of JSON."""
    start = time.process_time()
    pairs = METHODS[name](record["text"] for record in read_lines(data / "articles_reuters.jsonl.gz"))
    cost, peak = time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([sorted(pairs), cost, peak]))


def measure_reuters(data: Path) -> tuple[Measure, ...]:
    """Pairs found of those there are, CPU seconds and peak MB, with each peer."""
    results = {}
    for name in METHODS:
        call = [sys.executable, __file__, "--method", name, "--data", str(data)]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.stderr.write(f"{name} did not run: {done.stderr.strip().splitlines()[-1]}\n")
            continue
        pairs, cost, peak = json.loads(done.stdout)
        results[name] = ({tuple(pair) for pair in pairs}, cost, peak)
    there_are = results["rare 4-gram index in Python"][0]
    mine = results.pop("ours")
    rows = [Measure("reuse", "articles_reuters", "pairs that are none", float(len(mine[0] - there_are)))]
    for name, result in results.items():
        both = [(float(len(pairs & there_are)), cost, peak) for pairs, cost, peak in (mine, result)]
        metrics = f"pairs found of {len(there_are)}", "CPU seconds", "peak MB"
        for metric, figure, theirs in zip(metrics, *both, strict=True):
            rows.append(Measure("reuse", "articles_reuters", metric, figure, name, theirs, "here"))
    return tuple(rows)


SETS = {"pan13": measure_pan13, "reuters": measure_reuters}


def measure(data: Path) -> tuple[Measure, ...]:
    """All rows of this benchmark."""
    return tuple(row for part in SETS.values() for row in part(data))


def main() -> int:
    """Print the table; exit code 2 where the collections are absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=SETS, help="measure this one only")
    parser.add_argument("--data", type=Path, default=BENCH, help="the folder of the collections")
    parser.add_argument("--method", choices=METHODS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if not asked.data.is_dir():
        sys.stdout.write(f"The collections are not here: {asked.data}\n")
        return 2
    if asked.method:
        run_method(asked.method, asked.data)
        return 0
    for row in SETS[asked.set](asked.data) if asked.set else measure(asked.data):
        _, data, metric, figure, peer, theirs, run = astuple(row)
        beside = f"{theirs:10.3f}  {peer} ({run})" if theirs is not None else ""
        sys.stdout.write(f"{data:18} {metric:42} {figure:10.3f} {beside}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
