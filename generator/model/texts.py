"""What was published: articles, what an editor says about them, and places in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Literal

Stance = Literal[
    "own voice",
    "says",
    "claims",
    "confirms",
    "acknowledges",
    "denies",
    "did not deny",
    "no longer denies",
    "stopped short of confirming",
    "no evidence",
    "did not say",
    "may",
    "believes",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, end excluded (W3C TextPositionSelector)."""

    siglum: str
    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span runs from {self.start} to {self.end}")

    def __len__(self) -> int:
        """Length in code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.siglum == other.siglum and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.siglum == other.siglum and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Article:
    r"""One outlet's account of the event: a witness, when collated.

    ``text`` is NFC with ``\n`` line ends and holds everything that spans may point at: the headline, then the
    standfirst where there is one, then the body, parted by blank lines. ``headline`` and ``standfirst`` say where
    they stand in it; both are ``None`` for an article made from a text alone. ``length`` counts the words
    of the whole article where the text holds only excerpts of it. ``versions`` are its earlier texts, the oldest first,
    each with the time from which on it read so as ``updated``; they take no part in comparisons.
    """

    siglum: str
    text: str
    outlet: str = ""
    title: str = ""
    published: date | datetime | None = None
    updated: date | datetime | None = None
    url: str | None = None
    author: str | None = None
    agency: str | None = None
    lang: str = "en"
    rights: str | None = None
    headline: Span | None = None
    standfirst: Span | None = None
    length: int | None = None
    versions: tuple[Article, ...] = ()

    def __post_init__(self) -> None:
        """Name the outlet after the siglum where none was given."""
        if not self.outlet:
            object.__setattr__(self, "outlet", self.siglum)


@dataclass(frozen=True, slots=True)
class Outlet:
    """What the editor says about an outlet, apart from its articles; ``notes`` is Markdown."""

    name: str
    url: str | None = None
    country: str | None = None
    owner: str | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that an editor lists under a claim; what is ``None`` is left to the machine, "" credits nobody."""

    span: Span
    stance: Stance | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Emendation:
    """What an editor says about one claim and why; what it leaves out is left to the machine.

    ``slug`` is the claim's address. ``stance`` and ``speaker`` hold for all of its appearances that say nothing of
    their own, ``merge`` and ``was`` name claims by slug or identifier, and each part of ``split`` is a claim of its
    own: the appearances in these articles or at these places. ``notes`` is Markdown. ``path`` is the file and
    ``lines`` its fields' lines and columns, an item of a list as ``merge.0``; both for diagnostics alone.
    """

    slug: str
    reason: str
    title: str = ""
    statement: Span | None = None
    appearances: tuple[Mention, ...] = ()
    stance: Stance | None = None
    speaker: str | None = None
    merge: tuple[str, ...] = ()
    split: tuple[tuple[str | Span, ...], ...] = ()
    hide: bool = False
    lock: bool = False
    confirm: bool = False
    was: tuple[str, ...] = ()
    notes: str = ""
    path: str = field(default="", compare=False)
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, and its articles, in order of siglum whatever order they came in.

    ``notice`` is a sentence the editor wants on every page of the event; ``introduction`` is Markdown.
    ``emendations`` are the editor's words on claims, in order of slug.
    """

    name: str
    articles: tuple[Article, ...]
    title: str = ""
    description: str = ""
    lang: str = "en"
    notice: str = ""
    introduction: str = ""
    outlets: tuple[Outlet, ...] = ()
    emendations: tuple[Emendation, ...] = ()
    _by_siglum: Mapping[str, Article] = field(init=False, repr=False, compare=False, hash=False)

    def __post_init__(self) -> None:
        """Sort the articles and refuse two of one siglum."""
        ordered = tuple(sorted(self.articles, key=lambda article: article.siglum))
        by_siglum = {article.siglum: article for article in ordered}
        if len(by_siglum) < len(ordered):
            raise ValueError("two articles have the same siglum")
        object.__setattr__(self, "articles", ordered)
        object.__setattr__(self, "emendations", tuple(sorted(self.emendations, key=lambda one: one.slug)))
        object.__setattr__(self, "title", self.title or self.name)
        object.__setattr__(self, "_by_siglum", MappingProxyType(by_siglum))

    @classmethod
    def from_texts(cls, name: str = "event", /, **texts: str) -> Event:
        """An event in memory: ``Event.from_texts(ap="Six died.", bbc="Eight died.")``, each its own outlet."""
        return cls(name, tuple(Article(siglum, text) for siglum, text in texts.items()))

    def __getitem__(self, span: Span) -> str:
        """The words at a span, as published."""
        return self._by_siglum[span.siglum].text[span.start : span.end]

    def article(self, siglum: str) -> Article:
        """The article of that siglum; ``KeyError`` where there is none."""
        return self._by_siglum[siglum]

    def outlet_of(self, span: Span) -> str:
        """The outlet that published the words at a span."""
        return self._by_siglum[span.siglum].outlet
