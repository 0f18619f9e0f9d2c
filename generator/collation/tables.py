"""All passages of a claim at once: a table whose rows are witnesses and whose columns are aligned words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.collation.columns import Pair, Row, count_shared, pair_up, rank_words
from generator.collation.moves import find_moves
from generator.collation.units import Unit, words_of
from generator.model import Column, Event, Layer, Span, Variants

_Key = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column as it grows: the words of each witness, and whether it lies outside of its passage."""

    words: tuple[tuple[Unit, ...], ...]
    outside: tuple[bool, ...]


def tabulate(
    event: Event, claim: str, passages: Iterable[Span], *, least_close: float = 0.5, least_moved: int = 4
) -> tuple[Variants, ...]:
    """Lay the passages of a claim into tables, those that are alike enough together; the largest table comes first.

    Two passages are alike enough when ``least_close`` of the shorter one's words are aligned, and a table holds all
    that such pairs connect. A passage alike to none is a table of one row. Words outrank punctuation, which stands in
    the cell of its word. Neighbouring columns are one where no agreement is hidden by joining them. The order of the
    passages changes nothing. ``least_moved`` is as for ``collate``.
    """
    spans = sorted(set(passages))
    texts = [words_of(event, span) for span in spans]
    rows = [tuple(unit.folded for unit in units) for units in texts]
    different = sorted(set(rows))
    pairs = list(pair_up(different))
    tables = []
    close = [pair for pair in pairs if pair.closeness >= least_close]
    for group in _connected(len(different), close):
        members = [n for n, row in enumerate(rows) if different.index(row) in group]
        ranks = _ranked(different, pairs, group)
        grid = [ranks[rows[n]] for n in members]
        columns = _columns(event, [spans[n] for n in members], [texts[n] for n in members], grid)
        moves = _moves([spans[n].siglum for n in members], [texts[n] for n in members], columns, least_moved)
        tables.append(Variants(claim, tuple(spans[n] for n in members), columns, tuple(moves)))
    return tuple(sorted(tables, key=lambda table: (-len(table.witnesses), table.witnesses)))


def choose_witnesses(event: Event, passages: Iterable[Span]) -> tuple[Span, ...]:
    """One passage of each article: the one that shares most words, in order, with other outlets' passages.

    Of equals the longer, then the earlier one. Of each other article the passage that shares most counts.
    """
    spans = sorted(set(passages))
    rows = [tuple(unit.folded for unit in words_of(event, span)) for span in spans]
    shared: list[dict[str, int]] = [{} for _ in spans]
    outlets = [event.outlet_of(span) for span in spans]
    for n, m in combinations(range(len(spans)), 2):
        common = count_shared(rows[n], rows[m]) if outlets[n] != outlets[m] else 0
        for one, other in ((n, m), (m, n)) if common else ():
            siglum = spans[other].siglum
            shared[one][siglum] = max(shared[one].get(siglum, 0), common)
    order = sorted(range(len(spans)), key=lambda n: (-sum(shared[n].values()), -len(rows[n]), spans[n]))
    chosen = {spans[n].siglum: spans[n] for n in reversed(order)}
    return tuple(sorted(chosen.values()))


def _connected(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The texts that pairs connect, by number."""
    homes = list(range(count))
    for pair in pairs:
        one, other = sorted((homes[pair.one], homes[pair.other]))
        homes = [one if home == other else home for home in homes]
    return [[n for n in range(count) if homes[n] == home] for home in sorted(set(homes))]


def _ranked(different: Sequence[Row], pairs: Iterable[Pair], group: Sequence[int]) -> dict[Row, list[int]]:
    """The ranks of the words of each text of a group."""
    numbers = {old: new for new, old in enumerate(group)}
    own = [
        Pair(numbers[pair.one], numbers[pair.other], pair.matches, pair.closeness)
        for pair in pairs
        if pair.one in numbers and pair.other in numbers
    ]
    rows = [different[n] for n in group]
    return dict(zip(rows, rank_words(rows, own), strict=True))


def _columns(
    event: Event, spans: Sequence[Span], texts: Sequence[Sequence[Unit]], ranks: Sequence[Sequence[int]]
) -> tuple[Column, ...]:
    slots: list[_Slot] = []
    for slot in _slots(texts, ranks):
        joined = _joined(event, spans, slots[-1], slot) if slots else None
        if joined:
            slots[-1] = joined
        else:
            slots.append(slot)
    return tuple(_placed(event, spans, slots))


def _slots(texts: Sequence[Sequence[Unit]], ranks: Sequence[Sequence[int]]) -> Iterator[_Slot]:
    """One column a rank; a witness is outside before its first word and behind its last."""
    homes = [dict(zip(row, units, strict=True)) for row, units in zip(ranks, texts, strict=True)]
    for rank in sorted({rank for row in ranks for rank in row}):
        yield _Slot(
            tuple((home[rank],) if rank in home else () for home in homes),
            tuple(not row or not row[0] <= rank <= row[-1] for row in ranks),
        )


def _joined(event: Event, spans: Sequence[Span], one: _Slot, other: _Slot) -> _Slot | None:
    """Two neighbouring columns as one, where rows that agree in either also agree in the whole; else ``None``."""
    layer = _layer(event, spans, one)
    if layer != _layer(event, spans, other) or (layer != "substance" and one.outside != other.outside):
        return None
    both = _Slot(
        tuple(first + second for first, second in zip(one.words, other.words, strict=True)),
        tuple(first and second for first, second in zip(one.outside, other.outside, strict=True)),
    )
    parts = [_written(event, spans, slot) if layer == "style" else _keys(slot) for slot in (one, other, both)]
    return both if all(_keeps(part, parts[-1]) for part in parts) else None


def _keeps(part: Sequence[_Key], whole: Sequence[_Key]) -> bool:
    """Whether cells with equal words in a part have equal words in the whole."""
    return len({(key, all_of_it) for key, all_of_it in zip(part, whole, strict=True) if key}) == len(
        {key for key in part if key}
    )


def _keys(slot: _Slot) -> list[_Key]:
    """What each cell is compared by: its folded words; ``None`` outside of a passage."""
    cells = zip(slot.words, slot.outside, strict=True)
    return [None if outside else tuple(unit.folded for unit in units) for units, outside in cells]


def _written(event: Event, spans: Sequence[Span], slot: _Slot) -> list[_Key]:
    """What each cell looks like: its words as written, spaces apart."""
    cells = zip(spans, slot.words, slot.outside, strict=True)
    return [None if outside else tuple(_text(event, span.siglum, units).split()) for span, units, outside in cells]


def _text(event: Event, siglum: str, units: Sequence[Unit]) -> str:
    return event[Span(siglum, units[0].start, units[-1].end)] if units else ""


def _layer(event: Event, spans: Sequence[Span], slot: _Slot) -> Layer | None:
    """Substance where words differ or only one witness has any; style where words are written differently."""
    keys = [key for key in _keys(slot) if key is not None]
    if len(set(keys)) > 1 or (len(keys) == 1 and len(spans) > 1):
        return "substance"
    return "style" if len({key for key in _written(event, spans, slot) if key is not None}) > 1 else None


def _placed(event: Event, spans: Sequence[Span], slots: Sequence[_Slot]) -> Iterator[Column]:
    """Spans that cover each witness from column to column."""
    at = [span.start for span in spans]
    for slot in slots or [_Slot(((),) * len(spans), (False,) * len(spans))]:
        # A passage without a word is one cell.
        ends = [
            units[-1].end if units else place if slots else span.end
            for span, units, place in zip(spans, slot.words, at, strict=True)
        ]
        cells = tuple(Span(span.siglum, start, end) for span, start, end in zip(spans, at, ends, strict=True))
        yield Column(cells, _readings(_keys(slot)), _layer(event, spans, slot))
        at = ends


def _readings(keys: Sequence[_Key]) -> tuple[int | None, ...]:
    """Number the readings, the one that most witnesses have first, of equals the first in order of words."""
    counts = Counter(key for key in keys if key is not None)
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(None if key is None else order.index(key) for key in keys)


def _moves(
    sigla: Sequence[str], texts: Sequence[Sequence[Unit]], columns: Sequence[Column], least: int
) -> list[tuple[Span, Span]]:
    """Runs of words that two witnesses have in different columns, each once."""
    found: set[tuple[Span, Span]] = set()
    for one in range(len(texts)):
        for other in range(one + 1, len(texts)):
            left = _apart(columns, one, other, texts[one])
            right = _apart(columns, other, one, texts[other])
            for move in find_moves([*left], [*right], least=least):
                ends = (
                    Span(sigla[n], texts[n][at].start, texts[n][at + move.length - 1].end)
                    for n, at in ((one, move.at), (other, move.to))
                )
                first, second = ends
                found.add((first, second))
    return sorted(found)


def _apart(columns: Sequence[Column], one: int, other: int, units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    """The words of one witness where the other has none of them beside it."""
    number = 0
    for column in columns:
        alike = column.readings[one] == column.readings[other]
        while number < len(units) and units[number].start < column.cells[one].end:
            if not alike:
                yield number, units[number].folded
            number += 1
