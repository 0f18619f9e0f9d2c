"""A cue found in a sentence, before it is placed in the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.cues.phrases import Phrase
from generator.model import Stance

JUDGING: frozenset[Stance] = frozenset(
    {"confirms", "acknowledges", "denies", "did not deny", "no longer denies", "stopped short of confirming"}
)
"""Stances towards what others said, which may be told in a word or two: denied it, confirmed the deal."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One attribution, in indexes of the sentence's items; ``after`` and ``before`` are the content's two sides.

    ``via`` is the medium through which the words came; ``resumes`` one past further words that belong to the cue.
    """

    first: int
    last: int
    stance: Stance
    frame: str
    lemma: str
    speaker: Phrase | None
    after: Phrase | None = None
    before: Phrase | None = None
    form: Literal["finite", "ing", "phrase"] = "finite"
    via: Phrase | None = None
    resumes: int = 0

    @property
    def tail(self) -> int:
        """One past the last item of the cue and, where it follows the verb, of its speaker."""
        return max(self.last, self.resumes, self.speaker[1] if self.speaker and self.speaker[0] >= self.last else 0)
