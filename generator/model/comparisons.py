"""What the articles say beside each other: claims, what differs, and all of it as one report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.collations import Cluster, Variants
from generator.model.readings import Figure, Quote
from generator.model.texts import Event, Span, Stance

By = Literal["machine", "editor"]
OmissionKind = Literal["absent", "trimmed", "superseded"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where an article makes a claim, and how it carries it; ``via`` as for a quote.

    ``by_editor`` names what an editor set: the place, the stance, the speaker. ``rule`` is what joined the place to the
    claim, and ``score`` how strongly, 0 to 1; empty where it was not joined to anything.
    """

    span: Span
    stance: Stance = "own voice"
    speaker_name: str | None = None
    hedges: tuple[Span, ...] = ()
    via: Span | None = None
    by_editor: tuple[str, ...] = ()
    rule: str = ""
    score: float = 1.0


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
