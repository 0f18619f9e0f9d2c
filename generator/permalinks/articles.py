"""Articles and their passages where a file was renamed, split or merged: the words tell where they went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Report, Span
from generator.permalinks.entries import Entry, Stamp, follow
from generator.permalinks.matching import find_again
from generator.permalinks.texts import place_of_entry, renew


def enter_articles(
    report: Report,
    old: Sequence[Entry],
    passages: Sequence[Entry],
    now: Mapping[str, Entry],
    stamp: Stamp,
    *,
    most: float = 0.5,
) -> list[Entry]:
    """Every article, ``exact`` being its outlet; one that is no more has moved where ``most`` of its passages are.

    ``passages`` are the entries before, ``now`` those of today.
    """
    known = {entry.siglum: entry for entry in old}
    entries = []
    for article in report.event.articles:
        entry = known.pop(article.siglum, None) or Entry("article", f"a-{article.siglum}", stamp, article.siglum)
        entries.append(replace(entry, exact=article.outlet, moved="", gone=None))
    present = {entry.id for entry in entries}
    for entry in known.values():
        home = _home(entry, passages, now, most) if entry.live else entry.moved
        if home in present or follow({one.id: one for one in old}, home):
            entries.append(replace(entry, moved=home))
        else:
            entries.append(entry if entry.gone else replace(entry, moved="", gone=stamp))
    return entries


def _home(article: Entry, passages: Sequence[Entry], now: Mapping[str, Entry], most: float) -> str:
    """The article that has most of another's passages today, or none."""
    mine = [entry for entry in passages if entry.siglum == article.siglum and entry.live]
    found = (follow(now, entry.id) for entry in mine)
    homes = Counter(entry.siglum for entry in found if entry and entry.siglum != article.siglum)
    if not homes:
        return ""
    siglum, held = min(homes.items(), key=lambda item: (-item[1], item[0]))
    return f"a-{siglum}" if held >= most * len(mine) else ""


def move_passages(
    report: Report, was: Mapping[str, str], ids: Mapping[Span, str], entries: Sequence[Entry], stamp: Stamp
) -> tuple[dict[Span, str], list[Entry]]:
    """Passages lost from one article and new in another of the same outlet are the same passages.

    Another outlet's words are not: they are its own account, however alike. ``was`` gives the outlet of each article
    that there was before.
    """
    outlets = {article.siglum: article.outlet for article in report.event.articles}
    moved: dict[str, Entry] = {}
    for outlet in sorted(set(outlets.values())):
        lost = [entry for entry in entries if entry.gone == stamp and was.get(entry.siglum) == outlet]
        fresh = [one for one in entries if one.since == stamp and one.live and outlets[one.siglum] == outlet]
        found = find_again([place_of_entry(one) for one in lost], [place_of_entry(one) for one in fresh])
        moved |= {lost[n].id: fresh[m] for n, m in found.items()}
    taken = {home.id: name for name, home in moved.items()}
    kept = [_moved(entry, moved.get(entry.id), stamp) for entry in entries if entry.id not in taken]
    return {span: taken.get(name, name) for span, name in ids.items()}, kept


def _moved(entry: Entry, home: Entry | None, stamp: Stamp) -> Entry:
    """The entry in its new article; where it stood before leads there."""
    if home is None:
        return entry
    former = {*entry.former, entry.siglum} - {home.siglum}
    return renew(replace(entry, former=tuple(sorted(former))), place_of_entry(home), stamp)
