"""What differs, one card a finding: its kind, the outlets' own words, and the way to the comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.collation import collate
from generator.model import Claim, Finding, Span, Stance
from generator.pages.address import href, name_part
from generator.pages.citing import Share, share
from generator.pages.lookup import Lookup
from generator.pages.pairs import ALIKE
from generator.pages.plots import PlotView, view_plot
from generator.pages.tongue import Tongue, msgid
from generator.pages.wording import Piece, Wording, first_words, join_pieces, view_wording
from generator.words import Token, tokenize

_KINDS = {
    "figure-conflict": msgid("Figures disagree"),
    "date-conflict": msgid("Dates disagree"),
    "stance-conflict": msgid("Claimed, or confirmed"),
    "quote-altered": msgid("Altered quotation"),
    "attribution-lost": msgid("Attribution lost"),
    "headline-beyond-body": msgid("Headline beyond its article"),
    "quote-merged": msgid("Merged quotation"),
    "quote-truncated": msgid("Shortened quotation"),
    "list-trimmed": msgid("Shortened list"),
    "stale-figure": msgid("Older figure"),
    "label-variance": msgid("Two names for one thing"),
    "one-origin": msgid("One origin"),
}
_WORDS = 8


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: ``heading`` is the first words of its claim, ``plot`` stands for its figures where there are some."""

    id: str
    kind: str
    label: str
    heading: tuple[Piece, ...]
    lang: str
    rows: tuple[Wording, ...]
    plot: PlotView | None
    href: str
    note: str
    share: Share


def view_findings(lookup: Lookup, page: str, claim: Claim | None = None) -> tuple[FindingView, ...]:
    """The findings of an event, or of one claim: one of each kind in turn, the kinds that weigh most first."""
    found = [item for item in lookup.report.findings if claim is None or item.claim == claim.id]
    return tuple(_view(lookup, page, item) for item in order_findings(found))


def order_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One of each kind in turn, the kinds that weigh most first, then those of most outlets."""
    seen: Counter[str] = Counter()
    ranked = []
    for item in sorted(findings, key=_weight):
        ranked.append((seen[item.kind], _weight(item), item))
        seen[item.kind] += 1
    return tuple(item for _, _, item in sorted(ranked))


def name_finding(finding: Finding, tongue: Tongue) -> str:
    """A finding's kind in words; conflicts between stances have a second name, for denials, and figures for credits.

    The note lists the stances that meet, or names the rule.
    """
    if finding.kind == "figure-conflict" and "credits" in finding.note:
        return tongue.gettext("One figure, different credits")
    if finding.kind == "stance-conflict" and "denies" in finding.note:
        return tongue.gettext("Denied, or not denied")
    return tongue.gettext(_KINDS.get(finding.kind, finding.kind.replace("-", " ").capitalize()))


def _weight(finding: Finding) -> tuple[int, int, str]:
    kinds = list(_KINDS)
    rank = kinds.index(finding.kind) if finding.kind in kinds else len(kinds)
    return (rank, -len({span.siglum for span in finding.spans}), finding.id)


def _view(lookup: Lookup, page: str, finding: Finding) -> FindingView:
    claim = lookup.claims.get(finding.claim)
    group = _group(lookup, finding)
    plot = view_plot(lookup, page, group, lively=False) if group else None
    rows = () if plot else _rows(lookup, page, finding, claim)
    target = lookup.claim_path(claim) if claim else page
    heading, lang = _head(lookup, finding, claim, plot)
    return FindingView(
        id=f"finding-{name_part(finding.id)}",
        kind=finding.kind,
        label=name_finding(finding, lookup.tongue),
        heading=heading if target != page or plot else (),
        lang=lang,
        rows=rows,
        plot=plot,
        href=href(page, target) if target != page else "",
        note=_name_note(lookup, finding),
        share=_share(lookup, page, finding, heading),
    )


def _name_note(lookup: Lookup, finding: Finding) -> str:
    """The rule by its name, or the stances that meet, and the score."""
    tongue = lookup.tongue
    if finding.kind == "stance-conflict":
        told = " / ".join(tongue.term(one, "stance") for one in finding.note.split(" / "))
    else:
        told = tongue.term(finding.note, "rule") if finding.note else ""
    return told if finding.score is None else f"{told} · {tongue.number(finding.score)}"


def _share(lookup: Lookup, page: str, finding: Finding, heading: tuple[Piece, ...]) -> Share:
    about = " ".join("".join(piece.text for piece in heading).split())
    title = f"{name_finding(finding, lookup.tongue)}: “{about}”" if about else name_finding(finding, lookup.tongue)
    outlets = dict.fromkeys(lookup.event.outlet_of(span) for span in finding.spans)
    anchor = f"finding-{name_part(finding.id)}"
    return share(lookup, page, lookup.root, anchor, what=msgid("Finding"), title=title, note=", ".join(outlets))


def _head(
    lookup: Lookup, finding: Finding, claim: Claim | None, plot: PlotView | None
) -> tuple[tuple[Piece, ...], str]:
    """What figures count, or the first words of the claim, with their language."""
    if plot and plot.counts:
        return plot.counts, plot.lang
    about = claim.statement if claim else min(finding.spans, default=None)
    if about is None:
        return (), "en"
    return first_words(lookup.event[about], 12), lookup.event.article(about.siglum).lang


def _group(lookup: Lookup, finding: Finding) -> str | None:
    """The group of the figures whose values differ; its chart stands once, for their credits and days are in words."""
    if finding.kind != "figure-conflict" or "credits" in finding.note:
        return None
    spans = set(finding.spans)
    return next((item.group for item in lookup.report.figures if item.group and item.span in spans), None)


def _rows(lookup: Lookup, page: str, finding: Finding, claim: Claim | None) -> tuple[Wording, ...]:
    if finding.kind == "quote-altered" and len(finding.spans) > 1:
        return _altered(lookup, page, finding)
    return tuple(_row(lookup, page, span, claim) for span in finding.spans)


def _row(lookup: Lookup, page: str, span: Span, claim: Claim | None) -> Wording:
    stance, speaker = _carried(span, claim)
    return view_wording(lookup, page, span, stance=stance, speaker=speaker, around=_WORDS)


def _carried(span: Span, claim: Claim | None) -> tuple[Stance | None, str | None]:
    """How the claim's appearance at a span, or in its sentence, is carried."""
    made = [item for item in claim.appearances if item.span.overlaps(span)] if claim else []
    same = [item for item in claim.appearances if item.span.siglum == span.siglum] if claim else []
    found = next(iter([*made, *same]), None)
    return (found.stance, found.speaker_name) if found else (None, None)


def _altered(lookup: Lookup, page: str, finding: Finding) -> tuple[Wording, ...]:
    """Each quotation with the words that some other one does not have, and a few words around them."""
    changed = changed_words(lookup, finding.spans, around=_WORDS)
    return tuple(_worded(lookup, page, span, pieces) for span, pieces in changed.items())


def changed_words(lookup: Lookup, spans: Sequence[Span], *, around: int) -> dict[Span, tuple[Piece, ...]]:
    """Each span cut down to the words that some other one does not have, and ``around`` words on either side."""
    changed: dict[Span, list[Span]] = {span: [] for span in spans}
    for base, other in combinations(spans, 2):
        found = collate(lookup.event, base, other)
        for edit in found.edits if found.similarity >= ALIKE else ():
            changed[base] += [edit.base] if edit.substance else []
            changed[other] += [edit.witness] if edit.substance else []
    return {span: _around(lookup, span, parts, around) for span, parts in changed.items()}


def _worded(lookup: Lookup, page: str, span: Span, pieces: tuple[Piece, ...]) -> Wording:
    plain = view_wording(lookup, page, span, around=_WORDS)
    return replace(plain, pieces=pieces) if pieces else plain


def _around(lookup: Lookup, span: Span, changed: list[Span], around: int) -> tuple[Piece, ...]:
    """A span cut down to its changed parts and some words on either side of each."""
    text = lookup.event.article(span.siglum).text
    words = [token for token in tokenize(text, span.start, span.end) if token.kind != "mark"]
    near = {place for part in changed for place in range(len(words)) if _distance(words, place, part) <= around}
    pieces: list[Piece] = []
    at = span.start
    for place, token in enumerate(words):
        end = words[place + 1].start if place + 1 < len(words) else span.end
        if place in near:
            pieces += _cut(text, at, end, changed)
        elif near and pieces[-1:] != [Piece(" … ", "gap")]:
            pieces.append(Piece(" … ", "gap"))
        at = max(end, token.end)
    return _bridge(join_pieces(pieces))


def _bridge(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """White space between two words that differ differs with them."""
    marks = [piece.mark for piece in pieces]
    between = ["differs", "", "differs"]
    return join_pieces(
        replace(piece, mark="differs")
        if not piece.text.strip() and marks[max(at - 1, 0) : at + 2] == between
        else piece
        for at, piece in enumerate(pieces)
    )


def _distance(words: list[Token], place: int, part: Span) -> int:
    inside = [at for at, token in enumerate(words) if part.start <= token.start < part.end]
    ends = inside or [at for at, token in enumerate(words) if token.start >= part.start][:1] or [len(words)]
    return max(ends[0] - place, place - ends[-1], 0)


def _cut(text: str, start: int, end: int, changed: list[Span]) -> list[Piece]:
    differs = any(part.start < end and start < part.end for part in changed)
    bare = text[start:end].rstrip()
    return [Piece(bare, "differs"), Piece(text[start:end][len(bare) :])] if differs else [Piece(text[start:end])]
