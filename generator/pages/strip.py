"""Every article at a glance: how it carries a claim, or in what way it leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Claim
from generator.pages.address import href, name_part
from generator.pages.lookup import Lookup, appearances_in
from generator.pages.stances import StanceView, view_stance
from generator.pages.wording import Link


@dataclass(frozen=True, slots=True)
class Place:
    """An article in the strip of all: its stances, or in what way it leaves the claim out, and the way there."""

    label: str
    href: str
    stances: tuple[StanceView, ...]
    omission: str


@dataclass(frozen=True, slots=True)
class OmissionView:
    """The articles that leave the claim out in one way."""

    kind: str
    links: tuple[Link, ...]


def view_strip(lookup: Lookup, page: str, claim: Claim) -> tuple[Place, ...]:
    """Every article in order of publication, whether it carries the claim or not."""
    return tuple(_places(lookup, page, claim))


def view_omissions(lookup: Lookup, page: str, claim: Claim) -> tuple[OmissionView, ...]:
    """The articles that leave a claim out, by the way in which they do, the most telling first."""
    return tuple(_omissions(lookup, page, claim))


def _places(lookup: Lookup, page: str, claim: Claim) -> Iterator[Place]:
    kinds = _omission_kinds(claim)
    for article in lookup.articles:
        stances = dict.fromkeys(item.stance for item in appearances_in(claim, article.siglum))
        target = f"#in-{name_part(article.siglum)}" if stances else href(page, lookup.article_path(article.siglum))
        kind = "" if stances else kinds.get(article.siglum, "absent")
        yield Place(lookup.labels[article.siglum], target, tuple(map(view_stance, stances)), kind)


def _omission_kinds(claim: Claim) -> dict[str, str]:
    """In what way each article that leaves the claim out does so; absent where nothing else is known."""
    kinds: dict[str, str] = dict.fromkeys(claim.omitted_by, "absent")
    return kinds | {item.siglum: item.kind for item in claim.omissions if item.siglum in kinds}


def _omissions(lookup: Lookup, page: str, claim: Claim) -> Iterator[OmissionView]:
    kinds = _omission_kinds(claim)
    for kind in ("superseded", "trimmed", "absent"):
        articles = [article.siglum for article in lookup.articles if kinds.get(article.siglum) == kind]
        links = tuple(Link(lookup.labels[siglum], href(page, lookup.article_path(siglum))) for siglum in articles)
        if links:
            yield OmissionView(kind, links)
