"""Invented events whose articles are revised again and again, with the identity of every sentence known throughout.

A history begins with articles of several outlets that share some of their sentences, and goes on by revisions: words
are changed, sentences inserted, removed, moved, joined and parted, paragraphs reordered, articles added, removed,
renamed, merged and split. The same seed gives the same history.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

from generator.model import Article, Event, Span

_ONSETS = "b br d dr f g gr h k kl l m n p pr r s st t tr v z"
_RHYMES = "al an ar el en er il in ol on or um"
_NAMES = "Ardo Belka Corvan Dressin Elmund Fasko Gerrit Halvek Istran Jorlan Keldo Lumar Mestre Norvik Oslan"
_PLACES = "Varnholt Esterby Kolmira Tressal Undar Westrup Yarvik Zelmont"
_THINGS = "workers houses boats farmers students trucks bridges patients villagers families"
_DONE = "evacuated rescued counted moved registered repaired inspected stranded"
_SMALL = "the of a in on after before near with while because under across behind"


Ids = frozenset[str]


@dataclass(frozen=True)
class Told:
    """A sentence, and which sentences of old it is: one, or several that were joined; copies tell the same facts.

    An identity is a path: "12/" was parted into "12/a/" and "12/b/", each a part of it and not of the other.
    """

    text: str
    was: Ids
    facts: Ids

    def part(self, letter: str, text: str) -> Told:
        """A part of it as a sentence of its own."""
        was, facts = (frozenset(f"{name}{letter}/" for name in names) for names in (self.was, self.facts))
        return Told(text, was, facts)


def akin(one: Ids, other: Ids) -> bool:
    """Whether two things are the same, in whole or in part."""
    return any(mine.startswith(theirs) or theirs.startswith(mine) for mine in one for theirs in other)


@dataclass(frozen=True)
class Paper:
    """An article: paragraphs of sentences, and which articles of old it is."""

    siglum: str
    outlet: str
    paragraphs: tuple[tuple[Told, ...], ...]
    was: Ids

    @property
    def text(self) -> str:
        """As it is published."""
        return "\n\n".join(" ".join(told.text for told in paragraph) for paragraph in self.paragraphs)

    def spans(self) -> Iterator[tuple[Span, Told]]:
        """Where each sentence stands."""
        at = 0
        for paragraph in self.paragraphs:
            for told in paragraph:
                yield Span(self.siglum, at, at + len(told.text)), told
                at += len(told.text) + 1
            at += 1


class History:
    """An event under revision: ``papers`` is how it stands."""

    def __init__(self, seed: int, *, outlets: int = 4, sentences: int = 12) -> None:
        """Begin with an article an outlet; a third of the sentences of each are shared with others."""
        self._draw = random.Random(seed)  # noqa: S311  # no secret is drawn
        self._numbers, self._papers = count(), count()
        self.revision = 0
        common = [self._told(self._sentence()) for _ in range(sentences // 2)]
        self.papers = [self._paper(f"outlet{n}", sentences, common) for n in range(outlets)]

    def event(self) -> Event:
        """The event as it stands, published a day after the last revision."""
        day = date(2031, 5, 1) + timedelta(days=self.revision)
        return Event(
            "history",
            tuple(Article(one.siglum, one.text, outlet=one.outlet, published=day) for one in self.papers),
        )

    def truth(self) -> dict[Span, Told]:
        """Every sentence as written."""
        return {span: told for paper in self.papers for span, told in paper.spans()}

    def revise(self) -> None:
        """One revision: each article is edited, and one time in three something happens to whole articles."""
        self.revision += 1
        self.papers = [self._edited(paper) for paper in self.papers]
        if self._draw.random() < 1 / 3:
            self._draw.choice([self._add, self._remove, self._rename, self._merge, self._split])()

    # Sentences

    def _word(self) -> str:
        parts = [
            self._draw.choice(_ONSETS.split()) + self._draw.choice(_RHYMES.split())
            for _ in range(self._draw.choice((1, 2, 2, 3)))
        ]
        return "".join(parts)

    def _words(self, least: int, most: int) -> list[str]:
        amount = self._draw.randint(least, most)
        return [self._draw.choice(_SMALL.split()) if n % 3 == 1 else self._word() for n in range(amount)]

    def _sentence(self) -> str:
        draw = self._draw
        plain = " ".join(self._words(6, 16))
        number, thing = draw.randint(3, 900), draw.choice(_THINGS.split())
        return draw.choice(
            [
                f"{plain.capitalize()}.",
                f"{plain.capitalize()} in {draw.choice(_PLACES.split())}.",
                f"At least {number} {thing} were {draw.choice(_DONE.split())} {plain}.",
                f"“{plain.capitalize()},” said {draw.choice(_NAMES.split())} {draw.choice(_NAMES.split())}.",
                f"{draw.choice(_NAMES.split())} {draw.choice(_NAMES.split())} said that {plain}.",
                f"{number} {thing} {draw.choice(_DONE.split())}.",
            ]
        )

    def _told(self, text: str, facts: Ids = frozenset()) -> Told:
        number = frozenset({f"{next(self._numbers)}/"})
        return Told(text, number, facts or number)

    # Articles

    def _paper(self, outlet: str, sentences: int, common: list[Told]) -> Paper:
        shared = self._draw.sample(common, k=min(len(common), sentences // 3))
        told = [self._told(self._reworded(one.text, 0.15), one.facts) for one in shared]
        told += [self._told(self._sentence()) for _ in range(sentences - len(told))]
        self._draw.shuffle(told)
        number = next(self._papers)
        return Paper(f"s{number}", outlet, _paragraphs(told), frozenset({f"{number}/"}))

    def _edited(self, paper: Paper) -> Paper:
        told = [one for paragraph in paper.paragraphs for one in paragraph]
        for n, one in enumerate(told):
            if self._draw.random() < 0.15:
                told[n] = replace(one, text=self._reworded(one.text, self._draw.uniform(0.05, 0.35)))
        for change in (self._insert, self._take_out, self._move, self._join, self._part, self._reorder):
            if self._draw.random() < 0.3 and len(told) > 3:
                change(told)
        return replace(paper, paragraphs=_paragraphs(told))

    def _reworded(self, text: str, share: float) -> str:
        """Some of the words changed: another word, none, one more, or another number."""
        words = text.split(" ")
        for n in range(1, len(words) - 1):
            if self._draw.random() < share and re.fullmatch(r"\w+", words[n]):
                other = str(self._draw.randint(3, 900)) if words[n].isdigit() else self._word()
                words[n] = self._draw.choice(
                    [other, other, f"{words[n]} {self._word()}", "" if len(words) > 6 else other]
                )
        return " ".join(word for word in words if word)

    def _insert(self, told: list[Told]) -> None:
        told.insert(self._draw.randrange(len(told) + 1), self._told(self._sentence()))

    def _take_out(self, told: list[Told]) -> None:
        del told[self._draw.randrange(len(told))]

    def _move(self, told: list[Told]) -> None:
        one = told.pop(self._draw.randrange(len(told)))
        told.insert(self._draw.randrange(len(told) + 1), one)

    def _join(self, told: list[Told]) -> None:
        n = self._draw.randrange(len(told) - 1)
        first, second = told[n : n + 2]
        if "“" in first.text + second.text:
            return
        text = f"{first.text.rstrip('.')}, and {second.text[0].lower()}{second.text[1:]}"
        told[n : n + 2] = [Told(text, first.was | second.was, first.facts | second.facts)]

    def _part(self, told: list[Told]) -> None:
        long = [n for n, one in enumerate(told) if len(one.text.split()) > 11 and "“" not in one.text]
        if not long:
            return
        n = self._draw.choice(long)
        words = told[n].text.split(" ")
        half = len(words) // 2
        first, second = " ".join(words[:half]).rstrip(",") + ".", " ".join(words[half:])
        told[n : n + 1] = [told[n].part("a", first), told[n].part("b", second[0].upper() + second[1:])]

    def _reorder(self, told: list[Told]) -> None:
        at = self._draw.randrange(len(told))
        told[:] = [*told[at:], *told[:at]]

    def _add(self) -> None:
        others = [told for paper in self.papers for paragraph in paper.paragraphs for told in paragraph]
        number = len(self.papers) + self.revision
        self.papers.append(self._paper(f"outlet{number}", 10, self._draw.sample(others, k=min(5, len(others)))))

    def _remove(self) -> None:
        if len(self.papers) > 2:
            del self.papers[self._draw.randrange(len(self.papers))]

    def _rename(self) -> None:
        n = self._draw.randrange(len(self.papers))
        self.papers[n] = replace(self.papers[n], siglum=f"r{self.revision}-{next(self._papers)}")

    def _merge(self) -> None:
        """Two articles of one outlet become one; where no outlet has two, one is split first."""
        by_outlet: dict[str, list[Paper]] = {}
        for paper in self.papers:
            by_outlet.setdefault(paper.outlet, []).append(paper)
        pairs = [papers[:2] for papers in by_outlet.values() if len(papers) > 1]
        if not pairs:
            self._split()
            return
        first, second = self._draw.choice(pairs)
        whole = replace(first, paragraphs=first.paragraphs + second.paragraphs, was=first.was | second.was)
        self.papers = [whole if paper is first else paper for paper in self.papers if paper is not second]

    def _split(self) -> None:
        """The second part of an article becomes an article of its own."""
        n = self._draw.randrange(len(self.papers))
        paper = self.papers[n]
        half = len(paper.paragraphs) * 2 // 3
        if half < 2 or half == len(paper.paragraphs):
            return
        self.papers[n] = replace(paper, paragraphs=paper.paragraphs[:half])
        number = next(self._papers)
        self.papers.append(Paper(f"s{number}", paper.outlet, paper.paragraphs[half:], frozenset({f"{number}/"})))


def find_identities(truth: Mapping[Span, Told], spans: Iterable[Span]) -> dict[Span, list[Told]]:
    """What each found sentence is: everything written that it holds half of, or that holds half of it."""
    found: dict[Span, list[Told]] = {}
    for span in spans:
        found[span] = []
        for other, told in truth.items():
            common = min(span.end, other.end) - max(span.start, other.start)
            if other.overlaps(span) and 2 * common > min(len(span), len(other)):
                found[span].append(told)
    return found


def _paragraphs(told: list[Told]) -> tuple[tuple[Told, ...], ...]:
    """One or two sentences a paragraph, by their number."""
    return tuple(tuple(told[n : n + 2]) for n in range(0, len(told), 2))
