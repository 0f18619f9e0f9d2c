"""Claims: passages, quotes and figures that go together, and what differs between their outlets."""

from generator.claims.drafts import Evidence, Reading, mostly
from generator.claims.findings import find_differences
from generator.claims.joining import build_claims, gather_evidence, rank, read_appearance, with_appearances
from generator.claims.omissions import name_omissions

__all__ = [
    "Evidence",
    "Reading",
    "build_claims",
    "find_differences",
    "gather_evidence",
    "mostly",
    "name_omissions",
    "rank",
    "read_appearance",
    "with_appearances",
]
