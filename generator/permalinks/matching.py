"""Finding words again in a text that was edited, as Hypothesis anchors annotations.

The exact words first, told apart by what stands around them where they stand more than once; then words nearly the
same, the best pairs first; then words that went into a longer sentence. What falls below a threshold is not found: a
wrong link is worse than none. Likeness is measured in words, for unrelated sentences of one language share half their
letters but few words in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel, LCSseq

from generator.permalinks.entries import Place
from generator.words import word_runs

CONTEXT = 32
"""Code points of prefix and suffix."""


def find_again(
    old: Sequence[Place],
    new: Sequence[Place],
    *,
    least_alike: float = 0.5,
    least_alike_in_place: float = 0.5,
    same_place: float = 0.75,
    few_words: int = 4,
) -> dict[int, int]:
    """Which new place each old one is, by number; none stands for two.

    Nearly the same are places whose words are alike by ``least_alike``, or by ``least_alike_in_place`` where at least
    ``same_place`` of the text around is what it was. Fewer than ``few_words`` words, alone, say too little: they must
    also stand where they stood, or be the very words, said once before and once now, or share a number that only they
    name.
    """
    runs_old = [word_runs(place.exact) for place in old]
    runs_new = [word_runs(place.exact) for place in new]
    telling = _single_numbers(("", runs) for runs in runs_old) & _single_numbers(("", runs) for runs in runs_new)
    pairs: list[tuple[float, int, int]] = []
    for n, m in _candidates(runs_old, runs_new, same_home=_homes(old, new)):
        alike, around = _alike(runs_old[n], runs_new[m]), _around(old[n], new[m])
        short = min(len(runs_old[n]), len(runs_new[m])) < few_words
        told = any(("", word) in telling for word in {*runs_old[n]} & {*runs_new[m]})
        need = least_alike_in_place if around >= same_place else 1.0 if short and not told else least_alike
        once = runs_old.count(runs_old[n]) == runs_new.count(runs_new[m]) == alike == 1
        if alike >= need and (once or told or not short or around >= same_place / 2):
            pairs.append((alike + around / 3, n, m))
    return _best(pairs)


def find_figures(old: Sequence[Place], new: Sequence[Place], *, least_alike: float = 0.6) -> dict[int, int]:
    """As above for numbers, within one passage: a number may change altogether, and is told by what stands around it.

    Its own words count half, for "six people" that become "eight people" are the same figure with another value.
    """
    pairs: list[tuple[float, int, int]] = []
    homes: dict[str, list[tuple[int, Place]]] = {}
    for m, other in enumerate(new):
        homes.setdefault(other.home, []).append((m, other))
    for n, one in enumerate(old):
        for m, other in homes.get(one.home, ()):
            score = (_alike(word_runs(one.exact), word_runs(other.exact)) + _around(one, other)) / 2
            pairs += [(score, n, m)] if score >= least_alike or one.exact == other.exact else []
    return _best(pairs)


def find_cut(old: Sequence[Place], new: Sequence[Place], *, least_around: float = 0.25) -> dict[int, int]:
    """Quotes or figures whose sentence was cut or joined: the very words, said once before and once now.

    At least ``least_around`` of the text around must be what it was.
    """
    words_old, words_new = [place.exact for place in old], [place.exact for place in new]
    often_old, often_new = Counter(words_old), Counter(words_new)
    where = {words: m for m, words in enumerate(words_new)}
    found = {}
    for n, words in enumerate(words_old):
        if often_old[words] == often_new[words] == 1:
            m = where[words]
            if old[n].siglum == new[m].siglum and _around(old[n], new[m]) >= least_around:
                found[n] = m
    return found


def find_within(
    lost: Sequence[Place],
    grown: Sequence[tuple[str, Place]],
    *,
    least_held: float = 0.6,
    few_words: int = 6,
    fewest_words: int = 3,
    least_held_of_many: float = 0.5,
    many_words: int = 20,
) -> dict[int, int]:
    """Which sentence took in the words of a lost one; pairs are a sentence's words before, or none, and it now.

    Found is a lost sentence of which ``least_held`` of the words stand, in order, among those that the other gained;
    all of them where it has fewer than ``few_words``, and no number that only they name; of ``many_words`` and more
    ``least_held_of_many``. One of fewer than ``fewest_words`` says too little.
    """
    gained = [_gained(word_runs(before), word_runs(now.exact)) for before, now in grown]
    numbers_now = _single_numbers((now.siglum, words) for (_, now), words in zip(grown, gained, strict=True))
    telling = numbers_now & _single_numbers((place.siglum, word_runs(place.exact)) for place in lost)
    found: dict[int, int] = {}
    for n, place in enumerate(lost):
        words = word_runs(place.exact)
        held = [
            (LCSseq.similarity(words, more) / len(words), -m)
            for m, more in enumerate(gained)
            if len(words) >= fewest_words and place.siglum == grown[m][1].siglum
        ]
        share, best = max(held, default=(0.0, 0))
        told = bool(held) and any((place.siglum, word) in telling for word in {*words} & {*gained[-best]})
        need = least_held_of_many if len(words) >= many_words else least_held
        if share >= (need if told or len(words) >= few_words else 1.0):
            found[n] = -best
    return found


def find_pieces(
    shrunk: Sequence[tuple[str, Place]],
    grown: Sequence[tuple[str, Place]],
    *,
    least_held: float = 0.6,
    fewest_words: int = 3,
) -> list[tuple[int, int]]:
    """Which sentences hold what others lost, as (number of the one that gained, number of the one that lost).

    Pairs are a sentence's words before, or none, and it now. ``least_held`` of the gained words stand, in order, among
    the lost ones; or as much of the longest run that was lost among the gained ones. Fewer than ``fewest_words`` say
    too little.
    """
    lost = [(now.siglum, _gains(word_runs(now.exact), word_runs(before))) for before, now in shrunk]
    found = []
    for n, (before, now) in enumerate(grown):
        gained = _gained(word_runs(before), word_runs(now.exact))
        for m, (siglum, runs) in enumerate(lost):
            words, run = [word for part in runs for word in part], max(runs, key=len, default=[])
            sides = ((gained, words), (run, gained)) if siglum == now.siglum else ()
            if any(_is_held(one, other, least_held, fewest_words) for one, other in sides):
                found.append((n, m))
    return found


def _candidates(
    old: Sequence[list[str]], new: Sequence[list[str]], same_home: Mapping[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: equal texts with each other only; what has no equal, with all of that kind."""
    equal: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for m, runs in enumerate(new):
        equal[tuple(runs)].append(m)
    known = {tuple(runs) for runs in old}
    loose = [m for m, runs in enumerate(new) if tuple(runs) not in known]
    crowded = _crowded(old, new)
    for n, runs in enumerate(old):
        same = equal.get(tuple(runs), [])
        others = loose if not same or tuple(runs) in crowded else []
        yield from ((n, m) for m in (*same, *others) if m in same_home.get(n, {m}))


def _crowded(old: Iterable[list[str]], new: Iterable[list[str]]) -> set[tuple[str, ...]]:
    """Texts that stand more often among the old than among the new: one of them must be something else now."""
    count: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for runs in old:
        count[tuple(runs)] += 1
    for runs in new:
        count[tuple(runs)] -= 1
    return {runs for runs, left in count.items() if left > 0}


def _homes(old: Sequence[Place], new: Sequence[Place]) -> dict[int, set[int]]:
    """For each old place that has a home, the new ones in it."""
    inside: defaultdict[str, set[int]] = defaultdict(set)
    for m, place in enumerate(new):
        inside[place.home].add(m)
    return {n: inside[place.home] for n, place in enumerate(old) if place.home}


def _best(pairs: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """The pairs with the highest scores, each side once; of equals the first."""
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, n, m in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if n not in found and m not in used:
            found[n] = m
            used.add(m)
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of equal words, in order."""
    return float(Indel.normalized_similarity(one, other)) if one and other else float(one == other)


def _around(one: Place, other: Place) -> float:
    """How much of the text before and behind is the same, counted from the place outwards."""
    before = _shared(one.prefix[::-1], other.prefix[::-1])
    behind = _shared(one.suffix, other.suffix)
    return (before + behind) / 2


def _shared(one: str, other: str) -> float:
    if not one and not other:
        return 1.0
    return float(Indel.normalized_similarity(one, other))


def _single_numbers(texts: Iterable[tuple[str, Sequence[str]]]) -> set[tuple[str, str]]:
    """The numbers in figures that stand in one text only of its article, as (siglum, number); texts likewise."""
    often = Counter((siglum, word) for siglum, words in texts for word in {*words} if word.isdecimal())
    return {word for word, times in often.items() if times == 1}


def _gained(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """The words of a sentence that it did not have before."""
    return [word for run in _gains(before, now) for word in run]


def _gains(before: Sequence[str], now: Sequence[str]) -> list[Sequence[str]]:
    """The runs of words that a sentence did not have before."""
    steps = LCSseq.opcodes(before, now)
    return [now[step.dest_start : step.dest_end] for step in steps if step.tag in {"insert", "replace"}]


def _is_held(words: Sequence[str], others: Sequence[str], least: float, fewest: int) -> bool:
    """Whether that share of the words stands among the others, in order."""
    return len(words) >= fewest and LCSseq.similarity(words, others) >= least * len(words)
