"""The editor's words applied: merge, split, hide, add, set; then every other claim gives up what was moved away.

Each step makes new claims from old ones. Files are taken in order of their addresses, and none sees what another did,
so that their order changes nothing.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from generator.claims import Evidence, mostly, rank, with_appearances
from generator.diagnostics import Diagnostic
from generator.editing.appearances import Placed, place_appearances
from generator.editing.codes import tell
from generator.editing.matching import Match, is_same, match_claims
from generator.model import Appearance, Claim, Cluster, Editing, Emendation, Span, identify
from generator.words import slugify

RULE = "set by the editor"


@dataclass(frozen=True, slots=True)
class Edited:
    """The claims with the editor's words applied, those hidden, and what is wrong with the words."""

    claims: tuple[Claim, ...]
    hidden: tuple[Claim, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of one file: its claim, and the claims split off it."""

    emendation: Emendation
    claim: Claim
    parts: tuple[Claim, ...]
    placed: Placed


def apply_emendations(
    evidence: Evidence, claims: Sequence[Claim], clusters: Sequence[Cluster], names: Mapping[str, str]
) -> Edited:
    """The machine's claims with what the event's editor says of them, in their order of rank.

    ``names`` are other names for the claims, with their identifiers. Words that have a fault are told of and not
    applied; the rest are.
    """
    if not evidence.event.emendations:
        return Edited(tuple(claims))
    matches, wrong = match_claims(evidence.event.emendations, claims, names)
    faults = [*wrong, *(fault for match in matches for fault in _find_unfit(match, claims))]
    made = [_make(evidence, match, claims) for match in matches if match.numbers or not match.emendation.hide]
    used = {n for match in matches for n in match.numbers}
    own = [_give_up(evidence, one.claim, made, one.emendation) for one in made]
    rest = [claim for n, claim in enumerate(claims) if n not in used]
    rest += [part for one in made for part in one.parts]
    left = [_give_up(evidence, claim, made, None) for claim in rest]
    faults += [_tell_emptied(one.emendation) for one, claim in zip(made, own, strict=True) if claim is None]
    every = _name_apart([claim for claim in own if claim], [claim for claim in left if claim])
    hidden = {one.emendation.slug for one in made if one.emendation.hide}
    ordered = sorted((_with_clusters(claim, clusters) for claim in every), key=rank)
    return Edited(
        tuple(claim for claim in ordered if claim.editor is None or claim.slug not in hidden),
        tuple(claim for claim in ordered if claim.editor and claim.slug in hidden),
        tuple(sorted(faults)),
    )


def _find_unfit(match: Match, claims: Sequence[Claim]) -> Iterator[Diagnostic]:
    """What a file splits off or hides that is not there."""
    one = match.emendation
    places = [item.span for n in match.numbers for item in claims[n].appearances]
    places += [mention.span for mention in one.appearances]
    for number, part in enumerate(one.split):
        for item in part:
            if not any(_is_at(place, item) for place in places):
                name = item if isinstance(item, str) else f"what stands in {item.siglum} there"
                hint = "Take it out, or add the appearance to the claim first."
                yield tell(one, f"split.{number}", "unknown-part", f"The claim has no appearance: {name}.", hint)
    if (
        one.split
        and places
        and all(any(_is_at(place, item) for part in one.split for item in part) for place in places)
    ):
        yield tell(one, "split", "unknown-part", "The split leaves nothing of the claim.", "Leave an appearance out.")
    if one.hide and not match.numbers:
        yield tell(one, "hide", "unknown-claim", "No claim is made at these places.", "Delete the file.")


def _tell_emptied(one: Emendation) -> Diagnostic:
    hint = "List what this claim keeps under its appearances, or delete this file."
    return tell(one, "", "claim-conflict", "Other files take all that this claim consists of.", hint)


def _is_at(place: Span, item: str | Span) -> bool:
    return place.siglum == item if isinstance(item, str) else mostly(place, item)


def _make(evidence: Evidence, match: Match, claims: Sequence[Claim]) -> _Made:
    """The file's claim from those that it consists of, and the parts that are claims of their own."""
    one, bases = match.emendation, [claims[n] for n in match.numbers]
    placed = place_appearances(evidence, one, bases)
    parts: list[list[Appearance]] = [[] for _ in one.split]
    kept: list[Appearance] = []
    for item in placed.appearances:
        n = next((n for n, part in enumerate(one.split) if any(_is_at(item.span, each) for each in part)), None)
        (kept if n is None else parts[n]).append(item)
    whole = _found(evidence, one, match, bases, placed)
    claim = _rebuild(evidence, whole, kept or list(placed.appearances))
    actions = tuple(_find_actions(one, match, bases, claim, placed))
    edited = replace(
        claim,
        slug=one.slug,
        by="editor" if set(actions) - {"confirmed", "kept"} else "machine",
        editor=Editing(one.reason, actions, one.title, one.notes, one.was),
    )
    split = [_part(evidence, whole, items, "split by the editor") for items in parts if items and kept]
    # What the machine has beyond a locked claim's places is said by somebody still.
    return _Made(
        one, edited, tuple(split + [_part(evidence, whole, [item], whole.rule) for item in placed.left]), placed
    )


def _found(evidence: Evidence, one: Emendation, match: Match, bases: Sequence[Claim], placed: Placed) -> Claim:
    """The claim before its appearances are settled: the machine's own or the first taken in, or a new one."""
    spans = [item.span for item in placed.appearances] or ([one.statement] if one.statement else [])
    widest = max(spans, key=lambda span: (len(span), span.siglum, span.start))
    if not bases:
        name = identify("c", evidence.event, spans)
        return Claim(name, one.slug, one.statement or widest, (), by="editor", rule=RULE)
    statement = one.statement or (widest if one.lock else bases[0].statement)
    rules = [base.rule for base in bases] + ([RULE] if one.lock or match.merged or placed.added else [])
    clusters = tuple(sorted({name for base in bases for name in base.clusters}))
    score = min(base.score for base in bases)
    return replace(bases[0], statement=statement, rule=", ".join(dict.fromkeys(rules)), score=score, clusters=clusters)


def _rebuild(evidence: Evidence, claim: Claim, appearances: Sequence[Appearance]) -> Claim:
    """The claim made at these places; as it was where they are the same as before."""
    if tuple(appearances) == claim.appearances:
        return claim
    return with_appearances(evidence, claim, appearances)


def _part(evidence: Evidence, whole: Claim, appearances: Sequence[Appearance], rule: str) -> Claim:
    """A claim of its own, made at some of another's places."""
    spans = [item.span for item in appearances]
    statement = max(spans, key=lambda span: (len(span), span.siglum, span.start))
    slug = slugify(evidence.event[statement])
    name = identify("c", evidence.event, spans)
    part = Claim(name, slug, statement, (), rule=rule, score=whole.score, clusters=whole.clusters)
    return with_appearances(evidence, part, appearances)


def _find_actions(one: Emendation, match: Match, bases: Sequence[Claim], claim: Claim, placed: Placed) -> Iterator[str]:
    """What the editor did, in words that the page shows."""
    told = {
        "made": not bases,
        "merged": bool(match.merged),
        "split": bool(one.split),
        "locked": one.lock,
        "renamed": bool(bases) and bases[0].slug != one.slug,
        "titled": bool(one.title),
        "restated": bool(bases) and claim.statement != bases[0].statement,
        "added": bool(bases) and placed.added != (),
        "placed": any("place" in item.by_editor and item.span not in placed.added for item in claim.appearances),
        "stance": any("stance" in item.by_editor for item in claim.appearances),
        "speaker": any("speaker" in item.by_editor for item in claim.appearances),
        "hidden": one.hide,
        "confirmed": one.confirm,
    }
    names = [name for name, done in told.items() if done]
    yield from names or ["kept"]


def _give_up(evidence: Evidence, claim: Claim, made: Sequence[_Made], own: Emendation | None) -> Claim | None:
    """A claim without the places that an editor added to others; ``None`` where nothing is left of it.

    What its own file lists it keeps.
    """
    moved = [span for one in made if own is None or one.emendation.slug != own.slug for span in one.placed.added]
    listed = [mention.span for mention in own.appearances] if own else []
    kept = [
        item
        for item in claim.appearances
        if not any(is_same(item.span, span) for span in moved) or any(mostly(item.span, span) for span in listed)
    ]
    if len(kept) == len(claim.appearances):
        return claim
    if not kept:
        return None
    changed = with_appearances(evidence, claim, kept)
    if own is None and not any(item.span.overlaps(claim.statement) for item in kept):
        changed = replace(changed, statement=max((item.span for item in kept), key=lambda span: (len(span), span)))
    return changed


def _with_clusters(claim: Claim, clusters: Sequence[Cluster]) -> Claim:
    """The claim with those of its clusters that have a passage in it still."""
    held = {cluster.id for cluster in clusters if cluster.id in claim.clusters and _meets(cluster, claim)}
    return replace(claim, clusters=tuple(name for name in claim.clusters if name in held))


def _meets(cluster: Cluster, claim: Claim) -> bool:
    return any(passage.overlaps(item.span) for passage in cluster.passages for item in claim.appearances)


def _name_apart(own: Sequence[Claim], rest: Sequence[Claim]) -> list[Claim]:
    """Identifiers and addresses that no two claims share: an editor's files first, then the machine's, then parts."""
    ids, slugs = set[str](), {claim.slug for claim in own}
    found = []
    for number, claim in enumerate((*own, *rest)):
        name = next(name for name in _more(claim.id) if name not in ids)
        ids.add(name)
        slug = claim.slug if number < len(own) else _free_slug(claim, name, slugs)
        slugs.add(slug)
        found.append(replace(claim, id=name, slug=slug))
    return found


def _free_slug(claim: Claim, name: str, taken: Container[str]) -> str:
    """A claim's own address, or with its identifier's digits, or with a number."""
    more = _more(f"{claim.slug}-{claim.id.partition('-')[2]}" if claim.slug else name)
    return next(slug for slug in chain([claim.slug or name], more) if slug not in taken)


def _more(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in count(2))
