"""Paragraphs and sentences of an article, as spans.

Sentences come from sentencex (Wikimedia), a paragraph at a time; :mod:`generator.sentences.boundaries` then mends what
news text needs: speech inside quotation marks, titles, initials, acronyms, and headings without an end mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Span
from generator.sentences.boundaries import ENDS, find_boundaries


def find_paragraphs(article: Article, *, ended: float = 0.5) -> tuple[Span, ...]:
    """The article's paragraphs in order, trimmed of white space; headline and standfirst are one each.

    Blank lines part paragraphs. A body without a blank line whose lines mostly end like sentences (more than the share
    ``ended``, 0 to 1) has a paragraph a line.
    """
    heads = [span for span in (article.headline, article.standfirst) if span is not None]
    body = max((span.end for span in heads), default=0)
    blocks = list(_blocks(article.text, body))
    if len(blocks) == 1:
        lines = list(_lines(article.text, *blocks[0]))
        closed = sum(_closes(article.text[start:end]) for start, end in lines)
        blocks = lines if closed > ended * len(lines) else blocks
    found = [(span.start, span.end) for span in heads] + blocks
    return tuple(Span(article.siglum, *cut) for start, end in found if (cut := _trim(article.text, start, end)))


def segment(article: Article) -> tuple[Span, ...]:
    """The article's sentences in order; each lies in one paragraph, and together they hold all that is not space."""
    found: list[Span] = []
    for paragraph in find_paragraphs(article):
        start = paragraph.start
        text = article.text[paragraph.start : paragraph.end]
        cuts = find_boundaries(text, article.lang)
        if not cuts:
            found.append(paragraph)
            continue
        for cut in (*cuts, len(text)):
            sentence = _trim(article.text, start, paragraph.start + cut)
            if sentence:
                found.append(Span(article.siglum, *sentence))
            start = paragraph.start + cut
    return tuple(found)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a stretch that hold more than space."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield start, stop
        start = stop + 1


def _blocks(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Runs of lines with no blank line between them."""
    block: tuple[int, int] | None = None
    for first, last in _lines(text, start, len(text)):
        if block and first == block[1] + 1:
            block = block[0], last
        else:
            if block:
                yield block
            block = first, last
    if block:
        yield block


def _closes(line: str) -> bool:
    """Whether a line ends like a sentence: an end mark, perhaps inside closing marks."""
    return line.rstrip().rstrip("\"'”’»“)]").rstrip().endswith(ENDS)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without space at its ends; ``None`` where nothing is left."""
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    words = text[start:end]
    rest = words.lstrip()
    start += len(words) - len(rest)
    return (start, start + len(rest.rstrip())) if rest else None
