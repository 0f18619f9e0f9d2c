"""The cards of an annotated article: other outlets' wordings against its own."""

from __future__ import annotations

from subject import event

from generator.model import Appearance, Claim, Report, Span
from generator.pages.closest import find_closest, turn
from generator.pages.lookup import build_lookup
from generator.pages.peeks import Peek, view_peeks

TEXTS = {
    "ap": "The ferry will sail on Monday from the old pier.",
    "bbc": "The ferry may sail on Monday from the old pier.",
    "cnn": "Nothing is known of any ship.",
}


def peeks(siglum: str, texts: dict[str, str], *, most: int = 5) -> tuple[Peek, ...]:
    told = event(**texts)
    spans = [Span(one.siglum, 0, len(one.text)) for one in told.articles if one.siglum != "cnn"]
    claim = Claim("c-1", "ferry", spans[0], tuple(Appearance(span) for span in spans), omitted_by=("cnn",))
    return view_peeks(
        build_lookup(Report(told, tuple(spans), tuple(spans), claims=(claim,))), "event/", siglum, most=most
    )


def test_a_card_has_what_only_the_article_says_deleted_and_what_only_the_other_says_inserted() -> None:
    for own, other, mine, theirs in (("ap", "bbc", "will", "may"), ("bbc", "ap", "may", "will")):
        (peek,) = peeks(own, TEXTS)
        (row,) = peek.rows
        assert row.label == other
        assert [(piece.mark, piece.text) for piece in row.pieces if piece.mark] == [
            ("deleted", mine),
            ("inserted", theirs),
        ]


def test_a_card_names_who_leaves_the_claim_out_and_an_article_without_it_has_none() -> None:
    (peek,) = peeks("ap", TEXTS)
    assert [link.label for link in peek.omitted] == ["cnn"]
    assert peeks("cnn", TEXTS) == ()


def test_a_card_shows_a_few_others_and_counts_the_rest() -> None:
    (peek,) = peeks("ap", TEXTS | {"dpa": TEXTS["ap"], "efe": TEXTS["bbc"]}, most=2)
    assert [row.label for row in peek.rows] == ["bbc", "dpa"]
    assert peek.rows[1].difference == "none"
    assert peek.more == 1


def test_a_comparison_turned_twice_is_itself() -> None:
    told = event(**TEXTS)
    whole = [Span(one.siglum, 0, len(one.text)) for one in told.articles]
    found = find_closest(told, whole[:1], whole[1:2])
    assert turn(turn(found)) == found
    assert turn(found).base == found.witness
