"""Claims: passages, quotes and figures that go together, and what differs between their outlets."""

from generator.claims.findings import find_differences
from generator.claims.joining import build_claims

__all__ = ["build_claims", "find_differences"]
