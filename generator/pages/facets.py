"""By what a reader may narrow a search: the kind of page, the event, the outlets, the speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model import Claim
from generator.pages.imprint import Imprint
from generator.pages.lookup import Lookup, build_lookup
from generator.pages.tongue import msgid
from generator.permalinks import Registry

Facets = Mapping[str, tuple[str, ...]]
"""Values by facet: kind, event, outlet, speaker; a facet without values is left out."""


def find_facets(registries: Iterable[Registry], imprint: Imprint | None = None) -> dict[str, Facets]:
    """The facets of each page that a search may find, by its path."""
    found: dict[str, Facets] = {}
    for registry in registries:
        found |= dict(_of_event(build_lookup(registry.report, registry, imprint)))
    return found


def _of_event(lookup: Lookup) -> Iterator[tuple[str, Facets]]:
    outlets = dict.fromkeys(article.outlet for article in lookup.articles)
    yield lookup.root, _facets(lookup, msgid("Event"), outlets, ())
    for claim in lookup.report.claims:
        yield (
            lookup.claim_path(claim),
            _facets(lookup, msgid("Claim"), lookup.outlets_of(claim), _credited(claim)),
        )
    names = [(one.content.siglum, one.known_as or one.speaker_name) for one in lookup.report.quotes]
    for article in lookup.articles:
        speakers = (name for siglum, name in names if name and siglum == article.siglum)
        yield (
            lookup.article_path(article.siglum),
            _facets(lookup, msgid("Article"), (article.outlet,), speakers),
        )


def _facets(lookup: Lookup, kind: str, outlets: Iterable[str], speakers: Iterable[str]) -> Facets:
    found = {
        "kind": (lookup.tongue.gettext(kind),),
        "event": (lookup.event.title,),
        "outlet": tuple(outlets),
        "speaker": _sorted(speakers),
    }
    return {name: values for name, values in found.items() if values}


def _credited(claim: Claim) -> Iterator[str]:
    return (made.speaker_name for made in claim.appearances if made.speaker_name)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
