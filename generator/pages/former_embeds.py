"""Documents for other sites whose claim or chart is gone or has moved: none of their addresses leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.former import Former
from generator.pages.lookup import Lookup
from generator.pages.pairs import has_pairs_embed
from generator.pages.plots import group_anchor
from generator.pages.redirects import Redirect
from generator.permalinks import Entry, Registry, follow


def find_embed_redirects(lookup: Lookup, registry: Registry) -> Iterator[Redirect]:
    """Each document for other sites that was published and is no longer, with the page that leads on."""
    former = Former(lookup, registry.entries)
    paired = {lookup.claim_path(claim) for claim in lookup.report.claims if has_pairs_embed(lookup, claim)}
    for entry in registry.entries:
        if entry.kind == "claim":
            yield from _of_claim(former, entry, paired)
        elif entry.kind == "group" and len(lookup.group(entry.id)) <= 1:
            figures = f"{lookup.root}figures/"
            yield Redirect(f"{figures}embed/{group_anchor(entry.id)}/", figures)


def _of_claim(former: Former, entry: Entry, paired: set[str]) -> Iterator[Redirect]:
    target = follow(former.known, entry.id)
    goal = former.path(target) if target else ""
    for path in sorted({former.path(replace(entry, slug=slug)) for slug in (entry.slug, *entry.former)}):
        if path != goal:
            yield Redirect(f"{path}embed/", f"{goal}embed/" if goal else path)
        if len(entry.stays) > 1 and (path != goal or goal not in paired):
            yield Redirect(f"{path}embed/pairs/", f"{goal}embed/pairs/" if goal in paired else goal or path)
