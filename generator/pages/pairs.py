"""Each pair of articles on a claim's page: what one prints and the other does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, zip_longest
from typing import Literal

from generator.model import Claim, Collation, Edit, Event, Span
from generator.pages.address import pair_id
from generator.pages.citing import Share, quoted, share
from generator.pages.lookup import Lookup, appearances_in, count_words
from generator.pages.tongue import msgid
from generator.pages.wording import Piece, PieceMark, Wording, join_pieces, view_wording

ALIKE = 0.35
"""The least share of equal words at which a diff is shown; below it two texts stand side by side, unmarked."""

_SIMILAR = 0.6  # share of equal words from which a pair is "otherwise similar" and may lead by its differences

_LETTERS = re.compile(r"\w+")

_OF_WORDS = {"quote-altered", "attribution-lost", "quote-truncated", "list-trimmed"}

MOST_EMBEDDED = 7
"""Articles whose pairs stand in one small document for other sites; with more it would be no small one."""

Difference = Literal["words", "glyphs", "none", "apart"]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two articles' wordings of a claim, the closest where an article has several.

    ``count`` is how many words differ and ``moved`` how many stand elsewhere; ``inline`` is empty where the two are too
    far apart for a diff.
    """

    id: str
    base: Wording
    witness: Wording
    difference: Difference
    count: int
    moved: int
    similarity: float
    inline: tuple[Piece, ...]
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    elsewhere: int
    lang: str
    share: Share


def view_pairs(lookup: Lookup, claim: Claim, page: str, *, alike: float = ALIKE) -> tuple[PairView, ...]:
    """Every pair of articles that carry a claim; the first is the pair to begin with.

    Pairs that a finding is about come first, the closest leading; then those with most differing words in otherwise
    similar text; glyphs alone never lead.
    """
    sigla = sorted(article.siglum for article in lookup.carriers(claim))
    pairs = [_view(lookup, claim, page, pair, alike=alike) for pair in combinations(sigla, 2)]
    told = [
        {span.siglum for span in item.spans}
        for item in lookup.report.findings
        if item.claim == claim.id and item.kind in _OF_WORDS
    ]
    first = sorted((pair for pair in pairs if _is_told(pair, told)), key=lambda pair: (-pair.similarity, pair.id))
    return (*first, *sorted((pair for pair in pairs if not _is_told(pair, told)), key=_leading))


def has_pairs_embed(lookup: Lookup, claim: Claim) -> bool:
    """Whether a claim's pairs can be shown on other sites."""
    return 1 < len(lookup.carriers(claim)) <= MOST_EMBEDDED


def _is_told(pair: PairView, told: Iterable[set[str]]) -> bool:
    """Whether words differ between two articles that one finding names."""
    return pair.difference == "words" and any({pair.base.siglum, pair.witness.siglum} <= sigla for sigla in told)


def edit_pieces(event: Event, edits: Iterable[Edit]) -> tuple[Piece, ...]:
    """Both texts in one: what is kept, as the base prints it, what is deleted, and what is inserted."""
    edits = tuple(edits)
    pieces: list[Piece] = []
    for edit, following in zip_longest(edits, edits[1:]):
        if edit.operation == "keep" and not _differs_in_form(event, edit):
            # A comma that only the witness has follows its word, not the white space that the base has behind it.
            inserted = following is not None and following.operation == "insert"
            text = event[edit.witness if inserted else edit.base]
            pieces += _marked(text, "style") if edit.layer == "style" else [Piece(text)]
            continue
        pieces += _marked(event[edit.base], _mark(edit, "base"))
        pieces += _marked(event[edit.witness], _mark(edit, "witness"))
    return join_pieces(pieces)


def side_pieces(event: Event, edits: Iterable[Edit], side: Literal["base", "witness"]) -> tuple[Piece, ...]:
    """One of the two texts, whole, with what the other does not have marked."""
    pieces: list[Piece] = []
    for edit in edits:
        text = event[edit.base if side == "base" else edit.witness]
        if edit.operation == "keep":
            pieces += _marked(text, "style") if edit.layer == "style" else [Piece(text)]
        else:
            pieces += _marked(text, _mark(edit, side))
    return join_pieces(pieces)


def _mark(edit: Edit, side: Literal["base", "witness"]) -> PieceMark:
    if edit.moved:
        return "moved-away" if side == "base" else "moved-here"
    if edit.substance:
        return "deleted" if side == "base" else "inserted"
    return "deleted-style" if side == "base" else "inserted-style"


def _differs_in_form(event: Event, edit: Edit) -> bool:
    """Whether kept words are written with other letters: capitals, spelling. The shape of a sign is told once."""
    base, witness = (_LETTERS.findall(event[span]) for span in (edit.base, edit.witness))
    return edit.layer == "style" and base != witness


def _view(lookup: Lookup, claim: Claim, page: str, pair: tuple[str, str], *, alike: float) -> PairView:
    event = lookup.event
    first, second = pair
    bases, witnesses = appearances_in(claim, first), appearances_in(claim, second)
    found = lookup.compare(claim.id, first, second)
    base = next(item for item in bases if item.span == found.base)
    witness = next(item for item in witnesses if item.span == found.witness)
    apart = found.similarity < alike
    return PairView(
        id=pair_id(first, second),
        base=view_wording(lookup, page, base.span, stance=base.stance, speaker=base.speaker_name),
        witness=view_wording(lookup, page, witness.span, stance=witness.stance, speaker=witness.speaker_name),
        difference=name_difference(found, alike=alike),
        count=count_differing(event, found),
        moved=sum(_words(event, edit.base) for edit in found.edits if edit.moved),
        similarity=found.similarity,
        inline=() if apart else edit_pieces(event, found.edits),
        left=() if apart else _in_sentence(lookup, found.base, side_pieces(event, found.edits, "base")),
        right=() if apart else _in_sentence(lookup, found.witness, side_pieces(event, found.edits, "witness")),
        elsewhere=len(bases) + len(witnesses) - 2,
        lang=event.article(first).lang,
        share=_share(lookup, claim, page, base.span, witness.span),
    )


def _share(lookup: Lookup, claim: Claim, page: str, base: Span, witness: Span) -> Share:
    path, fragment = lookup.claim_path(claim), pair_id(base.siglum, witness.siglum)
    title = lookup.tongue.gettext(
        "%(one)s and %(other)s on %(claim)s",
        one=lookup.labels[base.siglum], other=lookup.labels[witness.siglum], claim=quoted(lookup, claim.statement),
    )  # fmt: skip
    embed = f"{path}embed/pairs/#{fragment}" if has_pairs_embed(lookup, claim) else ""
    return share(lookup, page, path, fragment, what=msgid("Word for word"), title=title, embed=embed)


def _leading(pair: PairView) -> tuple[int, float, str]:
    if pair.difference == "words" and pair.similarity >= _SIMILAR:
        return (0, -pair.count, pair.id)
    rank = {"words": 1, "glyphs": 2, "none": 3, "apart": 4}[pair.difference]
    return (rank, -pair.similarity, pair.id)


def name_difference(collation: Collation, *, alike: float = ALIKE) -> Difference:
    """In what two wordings differ: in words, in glyphs, in nothing, or in too much for a diff."""
    if collation.similarity < alike:
        return "apart"
    if collation.substance:
        return "words"
    return "none" if all(edit.layer is None for edit in collation.edits) else "glyphs"


def count_differing(event: Event, collation: Collation) -> int:
    """Words that stand in one text only; a word put for another counts once, a word that moved not at all."""
    edits = [edit for edit in collation.edits if edit.substance and not edit.moved]
    return sum(max(_words(event, edit.base), _words(event, edit.witness)) for edit in edits)


def _words(event: Event, span: Span) -> int:
    return count_words(event[span])


def _marked(text: str, mark: PieceMark) -> list[Piece]:
    """The mark ends with the last sign; white space behind it stays plain, and alone is never marked."""
    bare = text.rstrip()
    return [Piece(bare, mark), Piece(text[len(bare) :])] if bare else [Piece(text)]


def _in_sentence(lookup: Lookup, span: Span, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The rest of the sentence before and behind, quiet."""
    sentence, event = lookup.sentence_of(span), lookup.event
    before = event[Span(span.siglum, sentence.start, span.start)]
    behind = event[Span(span.siglum, span.end, sentence.end)]
    return join_pieces([Piece(before, "quiet"), *pieces, Piece(behind, "quiet")])
