"""What each code of a diagnostic means that only a comparison can give."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.model import Emendation

CODES = {
    "claim-conflict": "Two files speak of one claim, or take the same one into theirs.",
    "unknown-claim": "A claim's file, or what it merges, names no claim that there is.",
    "unknown-part": "A claim's file splits off something that the claim does not have.",
}
"""Each code, and its meaning in a sentence."""


def tell(emendation: Emendation, field: str, code: str, message: str, hint: str) -> Diagnostic:
    """A fault at a field of a claim's file, or at the file's first line."""
    line, column = emendation.lines.get(field) or emendation.lines.get(field.partition(".")[0]) or (1, 1)
    return Diagnostic(emendation.path or f"claims/{emendation.slug}.md", line, column, code, message, hint)
