"""Quotations and reported speech: what is said, the words that say so, and who said it.

The parts are those of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018). A stretch in quotation marks that no cue
reaches (a scare quote, a title, a banner in a picture) is nobody's quotation: it is returned with neither cue nor
speaker, so that it can be compared across outlets, and no name is ever set beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.cues.cue import JUDGING
from generator.cues.languages import is_known as is_read
from generator.cues.marks import Run
from generator.cues.readings import Attribution, Reading, attribute_all, read_article
from generator.model import Article, Quote, QuoteKind, Span, identify_each
from generator.parsing import Parser
from generator.quotes.names import fold_speakers
from generator.quotes.scare import is_scare_quote
from generator.quotes.stances import find_stance

__all__ = ["find_quotes", "find_stance", "fold_speakers", "is_read"]


_RUNS = 20
"""Runs in marks looked at within one stretch of reported speech."""
_TOUCHED = 60
"""Sentences looked at for the words that reach a run in marks."""


@dataclass(frozen=True, slots=True)
class _Found:
    kind: QuoteKind
    content: Span
    attribution: Attribution | None


def find_quotes(
    article: Article, sentences: Sequence[Span], parser: Parser | None = None, *, clause: int = 5, indirect: int = 3
) -> tuple[Quote, ...]:
    """The article's quotes in order: direct and partial ones in quotation marks, and indirect speech after a cue.

    A marked stretch of at least ``clause`` words that begins or ends a sentence is direct, any other partial. Indirect
    content has at least ``indirect`` words outside marks, or one where it is confirmed or denied: "denied it". Where it
    ends, a ``parser`` tells better than rules.
    """
    attributions = attribute_all(article, sentences, parser)
    reading = read_article(article)
    runs = [run for run in reading.runs if run.depth == 0]
    found = [
        *_marked(article, sentences, attributions, runs, clause),
        *_indirect(reading, attributions, runs, indirect),
    ]
    # Words that two cues reach over are quoted once: in marks, or as the first cue has them.
    found = list({item.content: item for item in reversed(found)}.values())
    found.sort(key=lambda item: (item.content.start, item.content.end))
    names = identify_each("q", article, (item.content for item in found))
    quotes = tuple(_quote(name, item) for name, item in zip(names, found, strict=True))
    return tuple(_nested(quotes))


def _quote(name: str, found: _Found) -> Quote:
    said = found.attribution
    if said is None:
        return Quote(name, found.kind, found.content)
    return Quote(name, found.kind, found.content, said.cue, said.speaker, said.speaker_name, said.stance, via=said.via)


def _nested(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Tell each quote in marks the indirect one around it that has the same cue; ``quotes`` are in order."""
    around: Quote | None = None
    for quote in quotes:
        if quote.kind == "indirect":
            around = quote
            yield quote
        else:
            inside = around is not None and quote.cue == around.cue and around.content.contains(quote.content)
            yield replace(quote, within=around.id) if around and inside else quote


def _marked(
    article: Article,
    sentences: Sequence[Span],
    attributions: Sequence[tuple[Attribution, ...]],
    runs: Sequence[Run],
    clause: int,
) -> Iterator[_Found]:
    """Each outermost stretch in marks with the attribution that reaches it."""
    reading = read_article(article)
    place = 0
    for run in runs:
        while place < len(sentences) and sentences[place].end <= run.outer.start:
            place += 1
        stop = place
        while stop < min(len(sentences), place + _TOUCHED) and sentences[stop].start < run.outer.end:
            stop += 1
        touched = sentences[place:stop]
        reach = [said for group in attributions[place:stop] for said in group if _reaches(said, run)]
        said = min(reach, key=lambda said: (said.cue is None, _distance(said, run)), default=None)
        kind = _kind(article, reading, touched, run, clause)
        if said and kind == "partial" and is_scare_quote(article, run, said.speaker_name):
            said = None
        yield _Found(kind, _trimmed(article, run.content), said)


def _reaches(said: Attribution, run: Run) -> bool:
    return any(span.overlaps(run.outer) for span in said.contents)


def _distance(said: Attribution, run: Run) -> int:
    """Code points between the cue and the marks."""
    cue = said.cue or run.outer
    return max(cue.start - run.outer.end, run.outer.start - cue.end, 0)


def _kind(article: Article, reading: Reading, touched: Sequence[Span], run: Run, clause: int) -> QuoteKind:
    """Direct where the marks hold a whole clause: several sentences, or enough words from or to a sentence's end."""
    if len(touched) > 1:
        return "direct"
    opens = article.text[run.content.start : run.content.end].lstrip()[:1].isupper()
    starts = any(sentence.start == run.outer.start for sentence in touched)
    introduced = article.text[max(0, run.outer.start - 3) : run.outer.start].rstrip().endswith((",", ":"))
    long = starts or introduced or reading.count(run.content.start, run.content.end) >= clause
    return "direct" if opens and long else "partial"


def _trimmed(article: Article, span: Span) -> Span:
    """The span without space at its ends, which French marks have inside."""
    words = article.text[span.start : span.end]
    if words == words.strip():
        return span
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.siglum, start, start + len(words.strip()))


def _indirect(
    reading: Reading, attributions: Sequence[tuple[Attribution, ...]], runs: Sequence[Run], least: int
) -> Iterator[_Found]:
    """What is reported without marks: the clause a cue of saying or thinking reaches over."""
    quoted = [run.outer for run in runs]
    for said in (said for group in attributions for said in group):
        if said.cue is None or said.frame == "object" or said.speaker is None:
            continue
        for span in said.contents:
            place = bisect_right(quoted, span.start, key=lambda outer: outer.end)
            inside = [outer for outer in quoted[place : place + _RUNS] if outer.start < span.end]
            words = _count(reading, span) - sum(_count(reading, outer, span) for outer in inside)
            if words >= (1 if said.stance in JUDGING else least):
                yield _Found("indirect", span, said)


def _count(reading: Reading, span: Span, within: Span | None = None) -> int:
    """How many words stand in a span, or in the part of it that lies within another."""
    start, end = (max(span.start, within.start), min(span.end, within.end)) if within else (span.start, span.end)
    return reading.count(start, max(start, end))
