"""Which claim of the machine's a file speaks of, and which it takes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from generator.diagnostics import Diagnostic
from generator.editing.codes import tell
from generator.model import Claim, Emendation, Span

_LEAST_LIKE = 50  # per cent of equal signs


@dataclass(frozen=True, slots=True)
class Match:
    """A file with the claim it speaks of, if there is one, and those it takes in, all by their number."""

    emendation: Emendation
    own: int | None
    merged: tuple[int, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The claims that it consists of; the first gives it its identifier."""
        return (*(() if self.own is None else (self.own,)), *self.merged)


def match_claims(
    emendations: Sequence[Emendation], claims: Sequence[Claim], others: Mapping[str, str]
) -> tuple[tuple[Match, ...], tuple[Diagnostic, ...]]:
    """Each file with its claims: that of its address, else of a former one, else the one most of whose places it has.

    ``others`` are further names of claims, with their identifiers; addresses win over them. No claim goes to two
    files, and what one of them takes in is left to it. Files that name no claim and list no place are told of and
    left out.
    """
    ids = {claim.id: n for n, claim in enumerate(claims)}
    names = {name: ids[one] for name, one in others.items()} | {claim.slug: n for n, claim in enumerate(claims)} | ids
    owners, refused = _by_name(emendations, names)
    faults = list(refused.values())
    merged = {one.slug: _find_merged(one, names) for one in emendations}
    taken = {*owners.values(), *(n for numbers in merged.values() for n in numbers)}
    owners |= _by_places([one for one in emendations if one.slug not in owners], claims, taken)
    known = _Known(claims, names, owners, merged)
    matches = []
    for one in emendations:
        numbers, wrong = _settle_merged(one, known)
        faults += wrong
        own = owners.get(one.slug)
        if own is None and not numbers and not _places(one):
            faults += [] if wrong or one.slug in refused else [_tell_nothing(one, known)]
        else:
            matches.append(Match(one, own, numbers))
    return tuple(matches), (*faults, *_tell_twins(matches, claims))


def _by_name(
    emendations: Sequence[Emendation], names: Mapping[str, int]
) -> tuple[dict[str, int], dict[str, Diagnostic]]:
    """The claim of each file's address or former one, and what is wrong with files whose claim has one already."""
    owners = {one.slug: names[one.slug] for one in emendations if one.slug in names}
    held = {n: slug for slug, n in owners.items()}
    refused = {}
    for one in emendations:
        former = [name for name in one.was if name in names and one.slug not in owners]
        for name in former[:1]:
            other = held.setdefault(names[name], one.slug)
            if other == one.slug:
                owners[one.slug] = names[name]
            else:
                hint = f"Keep this file or claims/{other}.md."
                message = f"{name} has a file of its own."
                refused[one.slug] = tell(one, "was", "claim-conflict", message, hint)
    return owners, refused


def _find_merged(one: Emendation, names: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(names[name] for name in one.merge if name in names))


def _by_places(emendations: Sequence[Emendation], claims: Sequence[Claim], taken: set[int]) -> dict[str, int]:
    """The pairs that share most places, best first; what is left over stays without."""
    scores = sorted(
        (-shared, one.slug, n)
        for one in emendations
        for n, claim in enumerate(claims)
        if n not in taken
        for shared in [sum(has_place(claim, span) for span in _places(one))]
        if shared
    )
    owners: dict[str, int] = {}
    for _, slug, n in scores:
        if slug not in owners and n not in owners.values():
            owners[slug] = n
    return owners


def has_place(claim: Claim, span: Span) -> bool:
    """Whether a claim is made there, and not merely in a sentence that says other things too."""
    return any(is_same(span, appearance.span) for appearance in claim.appearances)


def is_same(one: Span, other: Span) -> bool:
    """Whether more than half of the longer lies in the shorter: a clause is not the place of its long sentence."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return one.siglum == other.siglum and 2 * shared > max(len(one), len(other))


def _places(one: Emendation) -> list[Span]:
    spans = [mention.span for mention in one.appearances]
    return spans or ([one.statement] if one.statement else [])


@dataclass(frozen=True, slots=True)
class _Known:
    """The claims, their numbers by name, and by file the one that it owns and those that it would take in."""

    claims: Sequence[Claim]
    names: Mapping[str, int]
    owners: Mapping[str, int]
    merged: Mapping[str, Sequence[int]]

    def nearest(self, name: str) -> str:
        """The address most like a name; empty where none is."""
        slugs = [claim.slug for claim in self.claims]
        best = process.extractOne(name, slugs, scorer=fuzz.ratio, score_cutoff=_LEAST_LIKE)
        return best[0] if best else ""


def _settle_merged(one: Emendation, known: _Known) -> tuple[tuple[int, ...], list[Diagnostic]]:
    """The claims that a file takes in, without those that another file has; and what is wrong with the rest."""
    times = Counter(n for numbers in known.merged.values() for n in numbers)
    held = {n: slug for slug, n in known.owners.items()}
    found: list[int] = []
    faults: list[Diagnostic] = []
    for number, name in enumerate(one.merge):
        field, n = f"merge.{number}", known.names.get(name)
        if n is None and name in known.merged and name != one.slug:
            faults.append(_tell_owned(one, field, name, name))
        elif n is None:
            near = known.nearest(name)
            hint = f"Did you mean {near}?" if near else "variorum report lists the addresses of all claims."
            faults.append(tell(one, field, "unknown-claim", f"There is no claim {name} to merge.", hint))
        elif held.get(n, one.slug) != one.slug:
            faults.append(_tell_owned(one, field, name, held[n]))
        elif times[n] > 1:
            others = sorted(slug for slug, numbers in known.merged.items() if n in numbers and slug != one.slug)
            hint = f"Let one file do so; so does claims/{others[0]}.md."
            faults.append(tell(one, field, "claim-conflict", f"Another file merges {name} too.", hint))
        elif n != known.owners.get(one.slug):
            found.append(n)
    return tuple(dict.fromkeys(found)), faults


def _tell_owned(one: Emendation, field: str, name: str, other: str) -> Diagnostic:
    hint = f"Put what it says into this file, and delete claims/{other}.md."
    return tell(one, field, "claim-conflict", f"{name} has a file of its own.", hint)


def _tell_nothing(one: Emendation, known: _Known) -> Diagnostic:
    near = known.nearest(one.slug)
    first = f"Did you mean {near}? " if near else ""
    hint = f"{first}Or list the claim's appearances, or its former address under was:."
    return tell(one, "", "unknown-claim", f"There is no claim {one.slug}, and the file lists no appearance.", hint)


def _tell_twins(matches: Sequence[Match], claims: Sequence[Claim]) -> Iterator[Diagnostic]:
    """Files that make a claim of their own at just the places where another file's claim is made."""
    for match in matches:
        spans = _places(match.emendation)
        for other in matches:
            theirs = [item.span for n in other.numbers for item in claims[n].appearances] + _places(other.emendation)
            if not match.numbers and other is not match and _are_same(spans, theirs):
                message = f"claims/{other.emendation.slug}.md has a claim of just these appearances."
                yield tell(match.emendation, "appearances", "claim-conflict", message, "Keep one of the two files.")
                break


def _are_same(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return all(
        any(is_same(one, other) for other in there) for here, there in ((some, others), (others, some)) for one in here
    )
