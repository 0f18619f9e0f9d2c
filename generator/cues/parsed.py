"""Where what is said ends, by the grammar of its sentence, for those who have a parser."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Article, Span
from generator.parsing import Parse


def end_contents(article: Article, cue: Span, contents: Sequence[Span], parse: Parse) -> tuple[Span, ...]:
    """The stretches a cue reaches over, the last of them ended at the comma that ends the clause of the cue's verb.

    Words in quotation marks keep their ends: the marks say more plainly than a parser where they are.
    """
    clause = parse.clause_of(cue.start, cue.end)
    if clause is None or not contents:
        return tuple(contents)
    last, end = contents[-1], clause.extent[1]
    inside = cue.end <= last.start < end < last.end
    if not inside or not article.text.startswith(",", end) or not article.text[last.start].isalnum():
        return tuple(contents)
    return (*contents[:-1], Span(last.siglum, last.start, end))
