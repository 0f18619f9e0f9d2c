"""What differs, a line a finding: its kind, and each outlet's own words for it, equal words once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Claim, Figure, Finding, Span
from generator.pages.address import href, name_part
from generator.pages.findings import changed_words, name_finding, order_findings
from generator.pages.lookup import Lookup
from generator.pages.plots import view_counts
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Link, Piece, first_words, sentence_href

CONFLICTS = frozenset({"figure-conflict", "date-conflict", "stance-conflict", "quote-altered"})
"""Kinds in which two outlets cannot both have it right."""

_HEADED = frozenset({"stance-conflict", "quote-altered", "attribution-lost", "one-origin", "list-trimmed"})
_AROUND = 2  # words on either side of one that differs
_WORDS = 8  # words of a statement, or of a passage, that a line has room for


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that one outlet prints, or several alike: how they carry them, and whom they credit; either may be empty.

    Each of ``who`` leads to the sentence in the annotated article.
    """

    pieces: tuple[Piece, ...]
    lang: str
    who: tuple[Link, ...]
    stance: StanceView | None = None
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class LineView:
    """A finding in a line; ``heading`` is what it is about, empty where the readings say so themselves."""

    id: str
    kind: str
    label: str
    href: str
    heading: tuple[Piece, ...]
    lang: str
    readings: tuple[Reading, ...]


def view_lines(lookup: Lookup, page: str) -> tuple[LineView, ...]:
    """All findings of an event, conflicts before the others; of both, one of each kind before the second of any."""
    findings = lookup.report.findings
    conflicts = order_findings(finding for finding in findings if finding.kind in CONFLICTS)
    others = order_findings(finding for finding in findings if finding.kind not in CONFLICTS)
    return tuple(_line(lookup, page, finding) for finding in (*conflicts, *others))


def _line(lookup: Lookup, page: str, finding: Finding) -> LineView:
    claim = lookup.claims.get(finding.claim)
    heading, lang = _heading(lookup, finding, claim)
    return LineView(
        id=f"finding-{name_part(finding.id)}",
        kind=finding.kind,
        label=name_finding(finding, lookup.tongue),
        href=href(page, lookup.claim_path(claim)) if claim else "",
        heading=heading,
        lang=lang,
        readings=_alike(_readings(lookup, page, finding, claim)),
    )


def _heading(lookup: Lookup, finding: Finding, claim: Claim | None) -> tuple[tuple[Piece, ...], str]:
    """What figures count, or the statement where the readings are not its words."""
    figures = _figures(lookup, finding)
    if figures:
        return view_counts(lookup, figures)
    if claim is None or finding.kind not in _HEADED:
        return (), lookup.event.lang
    statement = claim.statement
    return first_words(lookup.event[statement], _WORDS), lookup.event.article(statement.siglum).lang


def _figures(lookup: Lookup, finding: Finding) -> list[Figure]:
    spans = set(finding.spans) if "figure" in finding.kind else set()
    found = [figure for figure in lookup.report.figures if figure.span in spans]
    return sorted(found, key=lambda item: (item.value, item.high or 0, _place(lookup, item.span)))


def _place(lookup: Lookup, span: Span) -> tuple[int, Span]:
    return (next(at for at, article in enumerate(lookup.articles) if article.siglum == span.siglum), span)


def _readings(lookup: Lookup, page: str, finding: Finding, claim: Claim | None) -> Iterable[Reading]:
    figures = _figures(lookup, finding)
    if figures:
        credits_differ = "credits" in finding.note
        return [_of_figure(lookup, page, figure, credited=credits_differ) for figure in figures]
    spans = sorted(finding.spans, key=lambda span: _place(lookup, span))
    if finding.kind == "one-origin" and claim and claim.origins:
        return [_from_origin(lookup, page, span, claim) for span in spans]
    if finding.kind == "stance-conflict":
        return _once(_carried(lookup, page, span, claim, cue=True) for span in spans)
    if finding.kind == "attribution-lost":
        return [_carried(lookup, page, span, claim, cue=False) for span in spans]
    changed = changed_words(lookup, spans, around=_AROUND) if finding.kind == "quote-altered" else {}
    return [_worded(lookup, page, span, changed.get(span, ())) for span in spans]


def _of_figure(lookup: Lookup, page: str, figure: Figure, *, credited: bool) -> Reading:
    plain = _worded(lookup, page, figure.span, (Piece(lookup.event[figure.span]),))
    speaker = figure.speaker_name or "" if credited else ""
    return Reading(plain.pieces, plain.lang, plain.who, None, speaker)


def _carried(lookup: Lookup, page: str, span: Span, claim: Claim | None, *, cue: bool) -> Reading:
    """How the outlet carries the statement: the verb that it prints, where it prints one, and whom it credits."""
    made = [item for item in claim.appearances if item.span.overlaps(span)] if claim else []
    verbs = [quote.cue for quote in lookup.report.quotes if quote.cue and quote.content.overlaps(span)]
    pieces = (Piece(lookup.event[verbs[0]]),) if cue and verbs else ()
    plain = _worded(lookup, page, span, pieces)
    if not made:
        return plain
    speaker = "" if cue else made[0].speaker_name or ""
    return Reading(pieces, plain.lang, plain.who, view_stance(made[0].stance), speaker)


def _once(readings: Iterable[Reading]) -> Iterable[Reading]:
    """Each outlet's stance once, with the verb that it prints first: a headline's, and not its opening's too."""
    found: dict[object, Reading] = {}
    for reading in readings:
        found.setdefault((reading.who[0].label, reading.stance), reading)
    return found.values()


def _from_origin(lookup: Lookup, page: str, span: Span, claim: Claim) -> Reading:
    plain = _worded(lookup, page, span, ())
    return Reading((), plain.lang, plain.who, None, ", ".join(claim.origins))


def _worded(lookup: Lookup, page: str, span: Span, pieces: tuple[Piece, ...]) -> Reading:
    who = Link(lookup.labels[span.siglum], sentence_href(lookup, page, span))
    return Reading(pieces or first_words(lookup.event[span], _WORDS), lookup.event.article(span.siglum).lang, (who,))


def _alike(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Equal words, carried and credited alike, once, with everybody who prints them; each of these once too."""
    found: dict[object, Reading] = {}
    for reading in readings:
        key = (reading.pieces, reading.stance, reading.speaker)
        who = found[key].who if key in found else ()
        named = who if any(link.label == reading.who[0].label for link in who) else (*who, *reading.who)
        found[key] = Reading(reading.pieces, reading.lang, named, reading.stance, reading.speaker)
    return tuple(found.values())
