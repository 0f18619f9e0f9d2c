"""Whether addresses last: ``python tests/bench/bench_permalinks.py [HISTORIES] [--revisions N] [--first SEED]``.

Random histories of invented events (see ``histories.py``) are built again after each revision, each time with the
registry that the last build wrote, and every address ever given is followed. An address is *right* where it leads to
the thing it was given to, or to what that became part of, or to a notice where the thing is no more; *wrong* where it
leads to another thing; a notice for a thing that is still there is *missed*, or *named* where it links to the
claim that makes the statement. A claim's address may have been given, at different publications, to statements which
stand apart later, so that each place would be wrong for some who have it: where the truth says so of every claim of
today, a notice that links to the statement is told as *parted*. A pair is two articles' wordings of one claim. An
ordinal and a hash of the words are measured beside it on the same sentences.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from histories import History, Ids, akin, find_identities
from measures import Measure
from rapidfuzz.distance import LCSseq

from generator.model import Report, Span
from generator.permalinks import Entry, Registry, Remains, by_id, follow, read_lock, register, render_lock
from generator.report import build_report
from generator.words import word_runs

HISTORIES = 200
REVISIONS = 10

Truth = Mapping[Span, Ids]


@dataclass
class Tally:
    """Addresses followed, by kind and outcome: ("passage", 1, "right") after one revision, 10 after ten."""

    counts: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def add(self, kind: str, after: int, outcome: str) -> None:
        """One address more."""
        self.counts[kind, after, outcome] += 1

    def share(self, kind: str, after: int, outcome: str) -> float:
        """Per cent of the addresses of a kind."""
        total = sum(amount for (name, age, _), amount in self.counts.items() if (name, age) == (kind, after))
        return 100 * self.counts[kind, after, outcome] / total if total else 100.0


@dataclass(frozen=True)
class Said:
    """A claim: the facts it tells, the words of its statement, and each sentence it is made in, with its words."""

    facts: Ids
    words: tuple[str, ...]
    places: tuple[tuple[Ids, tuple[str, ...]], ...]

    def says(self, other: Said) -> bool:
        """Whether it makes the other's statement in a sentence that the other was made in, in half of its words."""
        made = _joined(was for was, _ in other.places)
        return any(
            akin(made, was) and 2 * LCSseq.similarity(other.words, words) >= len(other.words)
            for was, words in self.places
        )


@dataclass(frozen=True)
class Stood:
    """A quote or a figure: what the sentences that it stands in are, and its own words."""

    was: Ids
    words: tuple[str, ...]

    def is_part(self, other: Stood) -> bool:
        """Whether it stands in what the other stood in, with the other's words."""
        return akin(self.was, other.was) and self.words == other.words


@dataclass(frozen=True)
class Build:
    """One rebuild: the registry after it, what each sentence is and tells, and what each article is."""

    registry: Registry
    truth: Truth
    facts: Truth
    papers: Mapping[str, Ids]

    def passages(self) -> dict[str, Ids]:
        """What each passage of today is."""
        return {name: self.truth[span] for span, name in self.registry.passages.items()}

    def claims(self) -> dict[str, Said]:
        """What each claim of today says, and where."""
        event = self.registry.report.event
        return {
            claim.id: Said(
                _told(self.facts, (item.span for item in claim.appearances)),
                tuple(word_runs(event[claim.statement])),
                tuple(
                    (_told(self.truth, [item.span]), tuple(word_runs(event[item.span]))) for item in claim.appearances
                ),
            )
            for claim in self.registry.report.claims
        }

    def stood(self, kind: str) -> dict[str, Stood]:
        """The quotes or figures of today."""
        report = self.registry.report
        quotes, figures = (
            [(one.id, one.content) for one in report.quotes],
            [(one.id, one.span) for one in report.figures],
        )
        places = quotes if kind == "quote" else figures
        return {name: Stood(_told(self.truth, [span]), tuple(word_runs(report.event[span]))) for name, span in places}


def _joined(parts: Iterable[Ids]) -> Ids:
    return frozenset().union(*parts)


def _told(truth: Truth, spans: Iterable[Span]) -> Ids:
    held: set[str] = set()
    for span in spans:
        for sentence, was in truth.items():
            held |= was if sentence.overlaps(span) else set()
    return frozenset(held)


def rebuild(history: History, lock: str) -> Build:
    """Build as the command does: the registry read from its file, and the articles as they stand."""
    report = build_report(history.event())
    entries, faults = read_lock(lock, "permalinks.lock")
    if faults:
        raise ValueError(faults[0].message)
    found = find_identities(history.truth(), report.sentences)
    truth = {span: _joined(one.was for one in told) for span, told in found.items()}
    facts = {span: _joined(one.facts for one in told) for span, told in found.items()}
    return Build(register(report, entries), truth, facts, {paper.siglum: paper.was for paper in history.papers})


def follow_passage(given: Ids, name: str, now: Build, entries: Mapping[str, Entry]) -> str:
    """Where a passage's address leads."""
    entry, known = follow(entries, name), now.passages()
    if entry is None:
        return "right" if not any(akin(given, was) for was in known.values()) else "missed"
    return "right" if akin(given, known[entry.id]) else "wrong"


def follow_stood(given: Stood, name: str, known: Mapping[str, Stood], entries: Mapping[str, Entry]) -> str:
    """Where a quote's or a figure's address leads; not to another where its own words stand there yet."""
    entry = follow(entries, name)
    same = any(one.is_part(given) for one in known.values())
    if entry is None:
        return "missed" if same else "right"
    found = known[entry.id]
    return "right" if found.is_part(given) or (akin(given.was, found.was) and not same) else "wrong"


def follow_claim(
    given: Said, name: str, known: Mapping[str, Said], entries: Mapping[str, Entry], ever: Sequence[Said] = ()
) -> str:
    """Where a claim's address leads; a notice is right where no claim makes its statement any more, or names it.

    ``ever`` are all the claims that the address was given to.
    """
    entry = follow(entries, name)
    if entry is not None:
        return "right" if akin(given.facts, known[entry.id].facts) else "wrong"
    saying = [said for said in known.values() if said.says(given)]
    if not saying:
        return "right"
    named = (known[one.id] for one in Remains(entries.values()).of(entries[name]))
    if not any(said.says(given) for said in named):
        return "missed"
    safe = any(all(akin(one.facts, said.facts) for one in (given, *ever)) for said in saying)
    return "named" if safe else "parted"


def follow_pair(pair: tuple[str, str], outcome: str, name: str, given: Build, now: Build) -> str:
    """Where the address of two articles' wordings of a claim leads, of which the claim's own has this outcome.

    To the two on the claim's page, under the names that they have today, or to a notice where one carries it no more.
    """
    entries = by_id(now.registry.entries)
    claim = follow(entries, name)
    if claim is None or outcome == "wrong":
        return outcome
    if not {*pair} <= {stay.siglum for stay in entries[name].stays}:
        return "missed"  # no page would know the fragment
    carriers = {stay.siglum for stay in claim.stays if stay.until is None}
    homes = [follow(entries, f"a-{siglum}") for siglum in pair]
    papers = [given.papers[siglum] for siglum in pair]
    found = [home.siglum for home in homes if home and home.siglum in carriers]
    if len({*found}) == len(pair):
        right = all(akin(was, now.papers[siglum]) for was, siglum in zip(papers, found, strict=True))
        return "right" if right else "wrong"
    mine, theirs = ({siglum for siglum in carriers if akin(was, now.papers[siglum])} for was in papers)
    return "missed" if mine and theirs and len(mine | theirs) > 1 else "right"


def follow_article(given: Ids, siglum: str, now: Build, entries: Mapping[str, Entry]) -> str:
    """Where an article's address leads."""
    entry = follow(entries, f"a-{siglum}")
    if entry is None:
        return "right" if not any(akin(given, was) for was in now.papers.values()) else "missed"
    return "right" if akin(given, now.papers[entry.siglum]) else "wrong"


def follow_all(kind: str, age: int, given: Build, now: Build, tally: Tally) -> None:
    """Follow every address of a kind that one build gave in another."""
    entries = by_id(now.registry.entries)
    if kind == "passage":
        outcomes = [follow_passage(was, name, now, entries) for name, was in given.passages().items()]
    elif kind == "article":
        outcomes = [follow_article(was, name, now, entries) for name, was in given.papers.items()]
    else:
        known = now.stood(kind)
        outcomes = [follow_stood(was, name, known, entries) for name, was in given.stood(kind).items()]
    for outcome in outcomes:
        tally.add(kind, age, outcome)


def follow_claims(builds: Sequence[Build], tally: Tally) -> None:
    """Follow every claim's address, and that of each of its pairs, that was ever given in the last build."""
    now = builds[-1]
    known, entries = now.claims(), by_id(now.registry.entries)
    ever: dict[str, list[Said]] = {}
    gave = [(given, given.claims()) for given in builds[:-1]]
    for _, claims in gave:
        for name, said in claims.items():
            ever.setdefault(name, []).append(said)
    for given, claims in gave:
        sigla = {one.id: {item.span.siglum for item in one.appearances} for one in given.registry.report.claims}
        for name, said in claims.items():
            outcome = follow_claim(said, name, known, entries, ever[name])
            tally.add("claim", 0, outcome)
            for pair in combinations(sorted(sigla[name]), 2):
                tally.add("pair", 0, follow_pair(pair, outcome, name, given, now))


def follow_others(given: Build, now: Build, age: int, tally: Tally) -> None:
    """What an ordinal and a hash of the words would have led to, on the same sentences."""
    tomorrow = {(span.siglum, n): span for n, span in _ordinals(now.registry.report)}
    words = {(span.siglum, now.registry.report.event[span]): span for span in now.truth}
    for n, span in _ordinals(given.registry.report):
        was = given.truth[span]
        alive = any(akin(was, other) for other in now.truth.values())
        numbered = tomorrow.get((span.siglum, n))
        hashed = words.get((span.siglum, given.registry.report.event[span]))
        for kind, found in (("ordinal", numbered), ("hash", hashed)):
            tally.add(kind, age, _outcome(was, now.truth[found] if found else None, alive=alive))


def _ordinals(report: Report) -> Iterator[tuple[int, Span]]:
    seen: Counter[str] = Counter()
    for span in sorted(report.sentences):
        yield seen[span.siglum], span
        seen[span.siglum] += 1


def _outcome(given: Ids, found: Ids | None, *, alive: bool) -> str:
    if found is None:
        return "missed" if alive else "right"
    return "right" if akin(given, found) else "wrong"


def run(histories: int, revisions: int, *, first: int = 0) -> Tally:
    """Every history from a seed on, every rebuild checked against the last, and the last against the first."""
    tally = Tally()
    for seed in range(first, first + histories):
        history = History(seed)
        builds = [rebuild(history, "")]
        for _ in range(revisions):
            history.revise()
            builds.append(rebuild(history, render_lock(builds[-1].registry.entries)))
            for kind in ("passage", "quote", "figure"):
                follow_all(kind, 1, builds[-2], builds[-1], tally)
            follow_claims(builds, tally)
            for given in builds[:-1]:
                follow_all("article", 0, given, builds[-1], tally)
        for kind in ("passage", "quote", "figure"):
            follow_all(kind, revisions, builds[0], builds[-1], tally)
        for given, now, age in ((builds[0], builds[1], 1), (builds[0], builds[-1], revisions)):
            follow_others(given, now, age, tally)
    return tally


def measure(data: Path, *, histories: int = HISTORIES, revisions: int = REVISIONS) -> tuple[Measure, ...]:  # noqa: ARG001  # the histories are invented
    """The rows of the scoreboard; they need no data."""
    tally = run(histories, revisions)
    where = f"{histories} invented histories"
    rows = []
    for kind, after, words in (
        ("claim", 0, "claim addresses right at every rebuild, %"),
        ("article", 0, "article addresses right at every rebuild, %"),
        ("pair", 0, "addresses of pairs right at every rebuild, %"),
        ("passage", 1, "passages right after one revision, %"),
        ("passage", revisions, f"passages right after {revisions} revisions, %"),
    ):
        rows.append(Measure("permalinks", where, words, tally.share(kind, after, "right")))
    hashed = {age: tally.share("hash", age, "right") for age in (1, revisions)}
    rows[3:] = [
        Measure(row.stage, row.data, row.metric, row.ours, "hash of the words", hashed[age], "here")
        for row, age in zip(rows[3:], (1, revisions), strict=True)
    ]
    words = "claim addresses with a notice that links the statement, since no one claim is all they were given to, %"
    rows.append(Measure("permalinks", where, words, tally.share("claim", 0, "parted")))
    for kind in ("quote", "figure"):
        words = f"{kind}s wrong after one revision, %"
        rows.append(Measure("permalinks", where, words, tally.share(kind, 1, "wrong")))
    for after in (1, revisions):
        words = f"passages wrong after {after} revision{'s' if after > 1 else ''}, %"
        ordinal = tally.share("ordinal", after, "wrong")
        ours = tally.share("passage", after, "wrong")
        rows.append(Measure("permalinks", where, words, ours, "ordinal", ordinal, "here"))
    return tuple(rows)


def main() -> None:
    """Print the outcome of every kind of address."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("histories", type=int, nargs="?", default=HISTORIES)
    parser.add_argument("--revisions", type=int, default=REVISIONS)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first history")
    options = parser.parse_args()
    began = time.process_time()
    tally = run(options.histories, options.revisions, first=options.first)
    for kind, after in sorted({(kind, after) for kind, after, _ in tally.counts}):
        name = {0: "at every rebuild", 1: "after one revision"}.get(after, f"after {after} revisions")
        shares = ", ".join(
            f"{tally.share(kind, after, how):.3f} % {how}" for how in ("right", "parted", "named", "missed", "wrong")
        )
        total = sum(amount for (one, age, _), amount in tally.counts.items() if (one, age) == (kind, after))
        print(f"{kind:8s} {name:20s} {total:8d} followed: {shares}")  # noqa: T201  # a script's output
    print(f"{time.process_time() - began:.0f} CPU s")  # noqa: T201


if __name__ == "__main__":
    main()
