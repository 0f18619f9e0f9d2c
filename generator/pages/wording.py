"""An outlet's words as a page shows them: pieces of text, some of them marked, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.model import Span, Stance
from generator.pages.address import href, name_part
from generator.pages.lookup import Lookup
from generator.pages.stances import StanceView, view_stance
from generator.words import tokenize

PieceMark = Literal[
    "", "quiet", "passage", "differs", "gap", "style", "cue",
    "deleted", "inserted", "deleted-style", "inserted-style", "moved-away", "moved-here",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an outlet's words under one mark; "gap" alone stands for words left out by us."""

    text: str
    mark: PieceMark = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """An outlet's words with their owner, their place in the annotated article, and how the outlet carries them.

    ``by_editor`` names what of this an editor set; ``found`` is the rule that joined it to a claim, and its score;
    ``outside`` is the address of the words at the outlet, "" for none.
    """

    siglum: str
    label: str
    outlet_href: str
    pieces: tuple[Piece, ...]
    lang: str
    href: str
    stance: StanceView | None = None
    speaker: str = ""
    anchor: str = ""
    via: str = ""
    by_editor: tuple[str, ...] = ()
    found: str = ""
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of our own: label and relative address; ``current`` where it is the page being read."""

    label: str
    href: str
    current: bool = False
    lang: str = ""


def view_wording(
    lookup: Lookup,
    page: str,
    span: Span,
    *,
    stance: Stance | None = None,
    speaker: str | None = None,
    via: Span | None = None,
    around: int = 0,
) -> Wording:
    """A span within its sentence, marked as a passage; ``around`` above 0 keeps only so many words on either side."""
    article = lookup.event.article(span.siglum)
    sentence = lookup.sentence_of(span)
    frame = _narrow(lookup, sentence, span, around) if around else sentence
    return Wording(
        siglum=span.siglum,
        label=lookup.labels[span.siglum],
        outlet_href=href(page, lookup.outlet_path(article.outlet)),
        pieces=frame_pieces(lookup, sentence, frame, span),
        lang=article.lang,
        href=sentence_href(lookup, page, span),
        stance=None if stance is None else view_stance(stance),
        speaker=speaker or "",
        anchor=f"in-{name_part(span.siglum)}",
        via=lookup.event[via] if via else "",
    )


def sentence_href(lookup: Lookup, page: str, span: Span) -> str:
    """The link to the sentence in which a span begins, in the annotated article."""
    return href(page, lookup.article_path(span.siglum), lookup.passage_at(span))


def frame_pieces(lookup: Lookup, sentence: Span, frame: Span, span: Span) -> tuple[Piece, ...]:
    """The words of a frame with the span marked, and a gap where the frame cuts the sentence."""
    event = lookup.event
    marked: list[tuple[str, PieceMark]] = [
        (" … " if frame.start > sentence.start else "", "gap"),
        (event[Span(span.siglum, frame.start, span.start)], ""),
        (event[span], "" if frame == span == sentence else "passage"),
        (event[Span(span.siglum, span.end, frame.end)], ""),
        (" … " if frame.end < sentence.end else "", "gap"),
    ]
    return join_pieces(Piece(text, mark) for text, mark in marked)


def join_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours under one mark become one piece, and empty ones go."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].mark == piece.mark:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.mark)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)


def first_words(text: str, limit: int) -> tuple[Piece, ...]:
    """The first words of a text, as written, with a gap behind them where there are more."""
    tokens = [token for token in tokenize(text) if token.kind != "mark"]
    if len(tokens) <= limit:
        return join_pieces([Piece(text)])
    return (Piece(text[: tokens[limit - 1].end]), Piece("\u00a0…", "gap"))


def _narrow(lookup: Lookup, sentence: Span, span: Span, words: int) -> Span:
    text = lookup.event.article(span.siglum).text
    before = [token for token in tokenize(text, sentence.start, span.start) if token.kind != "mark"]
    after = [token for token in tokenize(text, span.end, sentence.end) if token.kind != "mark"]
    start = before[-words].start if len(before) > words else sentence.start
    end = after[words - 1].end if len(after) > words else sentence.end
    return Span(span.siglum, start, end)
