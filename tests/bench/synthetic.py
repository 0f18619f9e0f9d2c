"""An archive of invented articles in which the shared passages are known: who carries them, where, and how edited.

    python tests/bench/synthetic.py 10000 OUT.parquet      (or OUT.jsonl; the truth stands beside it: OUT.truth.parquet)

The same count and seed give the same archive, and a smaller archive is the beginning of a larger one. Articles of about
530 words tell events of 2 to 60 articles, a fixed number of events a day, so a larger archive spans more time. Passages
of 8 to 80 words are planted, short ones more often than long ones (evenly by the logarithm). Each is carried by a
random part of its event's articles: a third of the copies verbatim, the others edited in up to 30 % of their words
(substituted, deleted, inserted in equal parts).

What stands around them is made to be as awkward as news (see ``invented.py``), and each event has words and names of
its own. No stock phrase has eight words: that would be a shared passage which the truth does not know.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
from invented import VOCABULARY, Ids, load_language

SEED = 20241123
EVENTS_A_DAY = 9
"""About 280 articles a day, 100,000 a year: what forty outlets publish."""
OUTLETS = 40
FIRST_DAY = date(2031, 1, 1)
VERBATIM = 1 / 3
"""The share of copies printed as received."""

ARTICLES = pa.schema(
    [
        pa.field("id", pa.string()),
        pa.field("outlet", pa.string()),
        pa.field("published", pa.date32()),
        pa.field("title", pa.string()),
        pa.field("text", pa.string()),
    ]
)
TRUTH = pa.schema(
    [
        pa.field("event", pa.int32()),
        pa.field("passage", pa.int32()),
        pa.field("article", pa.string()),
        pa.field("outlet", pa.string()),
        pa.field("start", pa.int32()),
        pa.field("end", pa.int32()),
        pa.field("words", pa.int32()),
        pa.field("edits", pa.int32()),
    ]
)
"""One row a planted copy. Offsets are code points of the article's text; ``words`` counts the unedited passage's."""

Flags: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Copy:
    """A passage as one article carries it: words, and where its sentences end."""

    passage: int
    words: Ids
    ends: Flags
    base: int
    edits: int


@dataclass(frozen=True, slots=True)
class Archive:
    """Articles (``ARTICLES``) and the copies planted in them (``TRUTH``)."""

    articles: pa.Table
    truth: pa.Table


def make_archive(count: int, *, seed: int = SEED, events_a_day: int = EVENTS_A_DAY) -> Archive:
    """So many articles and what is planted in them, all in memory: about 6 MB a thousand."""
    articles: list[dict[str, object]] = []
    truth: list[dict[str, object]] = []
    for event_articles, event_truth in make_events(count, seed=seed, events_a_day=events_a_day):
        articles += event_articles
        truth += event_truth
    return Archive(pa.Table.from_pylist(articles, ARTICLES), pa.Table.from_pylist(truth, TRUTH))


def make_events(
    count: int, *, seed: int = SEED, events_a_day: int = EVENTS_A_DAY
) -> Iterator[tuple[list[dict[str, object]], list[dict[str, object]]]]:
    """Event by event until there are ``count`` articles: rows of articles and rows of truth."""
    done = event = 0
    while done < count:
        rng = np.random.default_rng([seed, event])
        articles, truth = _make_event(rng, event, done, event // events_a_day)
        articles = articles[: count - done]
        inside = {row["id"] for row in articles}
        yield articles, [row for row in truth if row["article"] in inside]
        done += len(articles)
        event += 1


def _make_event(
    rng: np.random.Generator, event: int, number: int, day: int
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    size = int(rng.integers(2, 61))
    lines = _Lines(rng, size * 900)
    carried = _plant(rng, lines, event, size)
    outlets = [outlet for _ in range(size // OUTLETS + 1) for outlet in rng.permutation(OUTLETS)]
    days = np.minimum(rng.geometric(0.6, size) - 1, 2) + day
    articles: list[dict[str, object]] = []
    truth: list[dict[str, object]] = []
    for place in range(size):
        text, spans = _write(rng, lines, carried[place])
        name = f"a{(number + place + 1) * 387_420_489 % 999_999_937:09}"  # says nothing of the event
        outlet = f"Outlet {outlets[place] + 1:02}"
        title = " ".join(load_language().plain[lines.take(int(rng.integers(6, 11)))]).capitalize()
        published = FIRST_DAY + timedelta(days=int(days[place]))
        articles.append({"id": name, "outlet": outlet, "published": published, "text": text, "title": title})
        truth += [
            {"event": event, "passage": copy.passage, "article": name, "outlet": outlet, "start": start, "end": end}
            | {"words": copy.base, "edits": copy.edits}
            for copy, (start, end) in zip(carried[place], spans, strict=True)
        ]
    return articles, truth


class _Lines:
    """Words of one event, drawn as they are needed."""

    def __init__(self, rng: np.random.Generator, expected: int) -> None:
        self._rng = rng
        self._language = load_language()
        self._topic = self._draw_topic()
        self._words = self._draw(expected)
        self._at = 0

    def take(self, count: int) -> Ids:
        """The next words of running text."""
        while self._at + count > len(self._words):
            self._words = np.concatenate([self._words, self._draw(10_000)])
        self._at += count
        return self._words[self._at - count : self._at]

    def _draw(self, count: int) -> Ids:
        """At least so many words: units of the language, and one in eight of the event's own."""
        rows = self._language.units[np.searchsorted(self._language.chances, self._rng.random(count))]
        own = self._rng.random(count) < 0.125
        which = np.minimum(self._rng.geometric(0.03, int(own.sum())), len(self._topic)) - 1
        rows[own] = self._topic[which]
        return rows[rows >= 0]

    def _draw_topic(self) -> Ids:
        """A hundred units of the event: rare words, and names and titles of two to four words."""
        topic = np.full((100, self._language.units.shape[1]), -1, np.int64)
        topic[:, 0] = self._rng.integers(300, VOCABULARY, 100)
        for row in self._rng.choice(100, 25, replace=False):
            length = int(self._rng.integers(2, 5))
            topic[row, :length] = self._rng.integers(300, VOCABULARY, length)
        return topic


def _plant(rng: np.random.Generator, lines: _Lines, event: int, size: int) -> list[list[Copy]]:
    """For each article of the event the copies it carries."""
    carried: list[list[Copy]] = [[] for _ in range(size)]
    for passage in range(int(rng.integers(2, 7))):
        length = int(8 * (81 / 8) ** rng.random())  # short ones are the most frequent
        words, ends = lines.take(length), _cut(rng, length)
        for place in rng.choice(size, int(rng.integers(2, size + 1)), replace=False):
            carried[place].append(_edit(rng, lines, event * 10 + passage, words, ends))
    return carried


def _edit(rng: np.random.Generator, lines: _Lines, passage: int, words: Ids, ends: Flags) -> Copy:
    """A copy with a number of words substituted, deleted or followed by another; a sentence's end stays in place."""
    rate = 0.0 if rng.random() < VERBATIM else rng.random() * 0.3
    count = round(rate * len(words))
    places = rng.choice(len(words), count, replace=False)
    kinds = dict(zip(places.tolist(), rng.integers(0, 3, count).tolist(), strict=True))
    fresh = iter(lines.take(count).tolist())
    out: list[tuple[int, bool]] = []
    for place, (word, end) in enumerate(zip(words.tolist(), ends.tolist(), strict=True)):
        kind = kinds.get(place, -1)
        other = next(fresh) if kind >= 0 else word
        other = (other + 1) % VOCABULARY if kind >= 0 and other == word else other
        if kind == 1:
            if end and out:
                out[-1] = (out[-1][0], True)
            continue
        out += [(other if kind == 0 else word, end and kind != 2)] + ([(other, end)] if kind == 2 else [])
    return Copy(passage, np.array([w for w, _ in out]), np.array([e for _, e in out]), len(words), count)


def _cut(rng: np.random.Generator, length: int) -> Flags:
    """Where sentences of 8 to 36 words end in so many words; the last word ends one."""
    ends = np.zeros(length, np.bool_)
    at = np.cumsum(rng.integers(8, 37, length // 8 + 1)) - 1
    ends[at[at < length - 4]] = True
    ends[length - 1] = True
    return ends


def _write(rng: np.random.Generator, lines: _Lines, copies: Sequence[Copy]) -> tuple[str, list[tuple[int, int]]]:
    """The article's text, and where each copy stands in it."""
    planted = sum(len(copy.words) for copy in copies)
    length = max(int(rng.integers(330, 731)) - planted, 100)
    background = lines.take(length)
    ends = _cut(rng, length)
    gaps = np.concatenate([[0], np.flatnonzero(ends) + 1])
    at = rng.choice(gaps, len(copies))  # copies stand between sentences; two may stand together
    order = np.argsort(at, kind="stable")
    words, flags, places, last = [], [], np.zeros((len(copies), 2), np.int64), 0
    for which in order:
        words += [background[last : at[which]], copies[which].words]
        flags += [ends[last : at[which]], copies[which].ends]
        last = at[which]
        stop = sum(map(len, words))
        places[which] = stop - len(copies[which].words), stop - 1
    return _set(rng, np.concatenate([*words, background[last:]]), np.concatenate([*flags, ends[last:]]), places)


def _set(rng: np.random.Generator, words: Ids, ends: Flags, places: Ids) -> tuple[str, list[tuple[int, int]]]:
    """Words as sentences and paragraphs; the places of copies, first and last word, as offsets."""
    language = load_language()
    chance = rng.random(len(words))
    marks = np.where(ends, np.where(chance < 0.5, 3, 2), np.where(chance < 0.06, 1, 0))
    marks[-1] = 4
    capital = np.concatenate([[True], ends[:-1]])
    surface = np.where(capital, language.capital[words], language.plain[words])
    stops = np.cumsum(language.lengths[words] + _MARK_LENGTHS[marks]) - _MARK_LENGTHS[marks]
    starts = stops - language.lengths[words]
    text = "".join((surface + _MARKS[marks]).tolist())
    return text, [(int(starts[first]), int(stops[last])) for first, last in places]


_MARKS = np.array([" ", ", ", ". ", ".\n\n", "."], dtype=object)
_MARK_LENGTHS = np.array([1, 2, 2, 3, 1])


def write_archive(archive: Archive, path: Path) -> None:
    """Articles as Parquet or, by the file's ending, as JSON lines; the truth as Parquet beside it."""
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as stream:
            for row in archive.articles.to_pylist():
                kept = {name: str(value) for name, value in row.items() if value is not None}
                stream.write(json.dumps(kept, ensure_ascii=False) + "\n")
    else:
        pq.write_table(archive.articles, path)
    pq.write_table(archive.truth, path.with_suffix(".truth.parquet"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write an archive."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("count", type=int, nargs="?", default=0)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    if given.out and given.count > 0:
        archive = make_archive(given.count, seed=given.seed)
        write_archive(archive, given.out)
        sys.stdout.write(f"{archive.articles.num_rows} articles, {archive.truth.num_rows} copies: {given.out}\n")
    else:
        parser.error("give a count of articles and a file to write")
    return 0


if __name__ == "__main__":
    sys.exit(main())
