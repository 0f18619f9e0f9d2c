"""Words in marks that a speaker does not say but another's name for a thing: Lenz's "special works operation"."""

from __future__ import annotations

import regex

from generator.cues.english import UNDERTAKINGS
from generator.cues.languages import is_english
from generator.cues.marks import Run
from generator.model import Article
from generator.words import fold, tokenize

_LEAD = regex.compile(r"(?:([\p{L}\p{M}.-]++)(?:['’]s|(?<=s)['’])|\b[Ss]o-called)[ \u00a0]$")
_REACH = 40
_LONGEST = 5


def is_scare_quote(article: Article, run: Run, speaker: str | None) -> bool:
    """Whether words in marks are nobody's in this sentence: a name behind "so-called" or behind another's possessive.

    Others' qualities are the speaker's own words ("the mayor's “growing weakness”"), so that behind a possessive only a
    few words count that end in a noun for an undertaking, and only where somebody other than the speaker has it.
    """
    start = run.outer.start
    lead = _LEAD.search(article.text, max(0, start - _REACH), start) if is_english(article) else None
    if lead is None:
        return False
    words = [
        token.folded for token in tokenize(article.text, run.content.start, run.content.end) if token.kind == "word"
    ]
    if not words or len(words) > _LONGEST:
        return False
    if lead[1] is None:
        return True
    own = fold(lead[1]) in {fold(word) for word in (speaker or "").split()}
    return lead[1][0].isupper() and words[-1] in UNDERTAKINGS and not own
