"""The ground: frozen values that every stage reads and returns.

Text stays in one place, the article. Everything found in it is a span that points there, so that whatever a page
prints can be checked against the article it came from: ``event[span]``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import blake2b
from types import MappingProxyType
from typing import Literal

Bound = Literal["exact", "about", "at least", "at most", "range", "up", "down"]
QuoteKind = Literal["direct", "partial", "indirect"]
Operation = Literal["keep", "delete", "insert", "replace"]
By = Literal["machine", "editor"]
OmissionKind = Literal["absent", "trimmed", "superseded"]
Layer = Literal["substance", "style"]
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
    they stand in it; both are ``None`` for an article made from a text alone.
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


@dataclass(frozen=True, slots=True)
class Cluster:
    """Passages alike across outlets; ``similarity`` is the lowest share of equal words with the leader, 0 to 1."""

    id: str
    passages: tuple[Span, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of a collation, as spans of both texts; the absent side of an insert or delete is empty.

    ``layer`` is "substance" where words differ, "style" where the words are the same and glyphs, capitals, spelling
    or punctuation are not, and ``None`` where nothing is. ``moved`` is the place in the other text where the same
    words stand, for a deletion or an insertion that only moves them.
    """

    operation: Operation
    base: Span
    witness: Span
    layer: Layer | None
    moved: Span | None = None

    @property
    def substance(self) -> bool:
        """Whether a word differs."""
        return self.layer == "substance"


@dataclass(frozen=True, slots=True)
class Collation:
    """One passage against another: the edits in order cover both spans without gap.

    ``similarity`` is the share of equal words, twice the kept ones over all, 0 to 1.
    """

    base: Span
    witness: Span
    edits: tuple[Edit, ...]
    similarity: float

    @property
    def substance(self) -> bool:
        """Whether any word differs."""
        return any(edit.substance for edit in self.edits)


@dataclass(frozen=True, slots=True)
class Column:
    """What stands beside each other in a table of variants: a cell a witness, in the order of the witnesses.

    A cell is empty where its witness has no words here. ``readings`` numbers the cells from 0: equal numbers, equal
    words; ``None`` where the witness has not begun yet or has ended. ``layer`` is as for an edit.
    """

    cells: tuple[Span, ...]
    readings: tuple[int | None, ...]
    layer: Layer | None


@dataclass(frozen=True, slots=True)
class Variants:
    """Passages of one claim that are alike enough to be laid in one table: the cells of a row are its witness.

    ``moves`` are pairs of places where two witnesses have the same words, one here and one there.
    """

    claim: str
    witnesses: tuple[Span, ...]
    columns: tuple[Column, ...]
    moves: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution and its parts (PARC): what is said, the words that say so, and who said it.

    ``content`` is without its quotation marks. ``speaker`` is the span as written near the quote ("he"),
    ``speaker_name`` the name it stands for within the article; both ``None`` where the article names nobody. ``via``
    is the agency or medium through which the words came ("told the Orde Courier"). ``within`` is the identifier of the
    indirect quote in whose content these words in marks stand, said by the same speaker. ``known_as`` is the spelling
    under which the speaker stands for all articles of the event.
    """

    id: str
    kind: QuoteKind
    content: Span
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    stance: Stance = "says"
    cluster: str | None = None
    via: Span | None = None
    within: str | None = None
    known_as: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included; one day where they are the same."""

    start: date
    end: date

    def isoformat(self) -> str:
        """ISO 8601: a day, or an interval such as 2024-10-01/2024-10-07."""
        start, end = self.start.isoformat(), self.end.isoformat()
        return start if start == end else f"{start}/{end}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as reported, in plain units: "3 million" is 3e6, "a third of" is 1/3 without a unit.

    ``high`` is the upper end of a range.
    ``span`` covers the number with its bound and unit, ``counts`` the noun phrase it counts. ``status`` is the
    governing verb group as written, in lower case ("had been sent"), ``group`` the identifier shared by figures that
    count the same thing, ``about`` the noun phrase that it is said of where that stands before the number: "Revenue"
    rose to 7 billion. ``as_of`` are the days it holds for, ``as_of_basis`` the words that say so ("last week"), read
    against the day of publication.
    """

    id: str
    span: Span
    value: float
    high: float | None = None
    bound: Bound = "exact"
    unit: str = ""
    counts: Span | None = None
    status: str | None = None
    speaker_name: str | None = None
    stance: Stance = "own voice"
    as_of: Period | None = None
    group: str | None = None
    about: Span | None = None
    as_of_basis: Span | None = None


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where an article makes a claim, and how it carries it; ``via`` as for a quote.

    ``by_editor`` names what an editor set: the place, the stance, the speaker.
    """

    span: Span
    stance: Stance = "own voice"
    speaker_name: str | None = None
    hedges: tuple[Span, ...] = ()
    via: Span | None = None
    by_editor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Editing:
    """What an editor did to a claim, and why; ``was`` are addresses it had, ``notes`` is Markdown."""

    reason: str
    actions: tuple[str, ...]
    title: str = ""
    notes: str = ""
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """That an article leaves a claim out, and how.

    "trimmed" where it has what the same speaker says beside it, "superseded" where it has a later value, else "absent".
    """

    siglum: str
    kind: OmissionKind = "absent"


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, and each place where an article makes it.

    ``statement`` is its fullest wording; where articles count one thing differently, the thing they count.
    ``rule`` names what joined the appearances and ``score`` how strongly (0 to 1); ``omitted_by`` lists the sigla
    of the articles that do not carry it. ``by`` is the editor where an editor set any of this, and ``editor`` then says
    what; it also says so of a claim that an editor only confirms or keeps.
    """

    id: str
    slug: str
    statement: Span
    appearances: tuple[Appearance, ...]
    by: By = "machine"
    rule: str = ""
    score: float = 1.0
    clusters: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    omitted_by: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    editor: Editing | None = None
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that differs and that a reader should see first; ``note`` names the rule, never the truth.

    ``score`` tells how alike the words are that the rule compares, 0 to 1, where it compares any.
    """

    id: str
    kind: str
    claim: str
    spans: tuple[Span, ...]
    note: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All of the above, ready for pages; ``hidden`` are claims that an editor took out."""

    event: Event
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    hidden: tuple[Claim, ...] = ()
    variants: tuple[Variants, ...] = ()


def identify(prefix: str, event: Event, spans: Iterable[Span]) -> str:
    """An identifier from what the spans say, not from where they stand: the same words give the same identifier.

    The part after the prefix is eight hexadecimal digits of BLAKE2b over sigla, words, and how often the article has
    said those words before, in order of siglum.
    """
    parts = sorted((span.siglum, event[span], str(_earlier(event, span))) for span in spans)
    digest = blake2b("\x1f".join("\x1e".join(part) for part in parts).encode("utf-8", "surrogatepass"), digest_size=4)
    return f"{prefix}-{digest.hexdigest()}"


def _earlier(event: Event, span: Span) -> int:
    """How many times the words at a span start before it."""
    text, words, count = event.article(span.siglum).text, event[span], 0
    at = text.find(words, 0, span.end - 1) if words else -1
    while 0 <= at < span.start:
        count += 1
        at = text.find(words, at + 1, span.end - 1)
    return count


def identify_each(prefix: str, article: Article, spans: Iterable[Span]) -> tuple[str, ...]:
    """Identifiers of single spans of one article in their order: by words, and how many of the spans said them before.

    One pass over the spans, whatever the length of the text.
    """
    seen: Counter[str] = Counter()
    found = []
    for span in spans:
        words = article.text[span.start : span.end]
        parts = span.siglum, words, str(seen[words])
        seen[words] += 1
        digest = blake2b("\x1e".join(parts).encode("utf-8", "surrogatepass"), digest_size=4)
        found.append(f"{prefix}-{digest.hexdigest()}")
    return tuple(found)
