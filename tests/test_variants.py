"""The comparison on a claim's page, as values: pairs with moves and style, tables, shades of a base text."""

from __future__ import annotations

from subject import event

from generator.collation import choose_witnesses, tabulate
from generator.model import Appearance, Claim, Event, Report, Span
from generator.pages.lookup import Lookup, build_lookup
from generator.pages.pairs import PairView, view_pairs
from generator.pages.variants import VariantsView, view_variants


def lookup(told: Event) -> tuple[Lookup, Claim]:
    """Each article is one wording of one claim."""
    spans = [Span(article.siglum, 0, len(article.text)) for article in told.articles]
    claim = Claim("c-1", "claim", spans[0], tuple(Appearance(span) for span in spans))
    report = Report(told, sentences=tuple(spans), claims=(claim,), variants=tabulate(told, "c-1", spans))
    return build_lookup(report), claim


def pair(**told: str) -> PairView:
    (found,) = view_pairs(*lookup(event(**told)), "page/")
    return found


def variants(**told: str) -> VariantsView | None:
    return view_variants(*lookup(event(**told)), "page/")


def marked(pieces: PairView, mark: str) -> list[str]:
    return [piece.text for piece in pieces.inline if piece.mark == mark]


def test_moved_words_are_neither_deleted_nor_inserted() -> None:
    found = pair(
        a="On Monday night at nine, the ferry left the old harbour with sixty on board.",
        b="The ferry left the old harbour with sixty on board on Monday night at nine.",
    )
    assert [text.strip(" ,.") for text in marked(found, "moved-away")] == ["On Monday night at nine"]
    assert [text.strip(" ,.") for text in marked(found, "moved-here")] == ["on Monday night at nine"]
    assert marked(found, "deleted") == marked(found, "inserted") == []
    assert (found.count, found.moved) == (0, 5)


def test_the_shape_of_a_sign_is_told_once_and_other_letters_in_both_forms() -> None:
    found = pair(a="It’s the Harbour at Orde", b="It's the harbour at Orde")
    assert marked(found, "style") == ["’s"]
    assert marked(found, "deleted-style") == ["Harbour"]
    assert marked(found, "inserted-style") == ["harbour"]
    assert found.difference == "glyphs"


def test_two_texts_far_apart_are_no_diff() -> None:
    found = pair(a="The ferry left the old harbour on Monday.", b="Sixty people crossed by bus, a spokesman said.")
    assert found.difference == "apart"
    assert found.inline == found.left == found.right == ()


def test_two_outlets_are_a_pair_and_no_table() -> None:
    assert variants(a="the ferry left the old harbour", b="the ferry left the new harbour") is None


def test_a_base_text_counts_how_many_differ() -> None:
    found = variants(
        a="the ferry left the old harbour",
        b="the ferry left the new harbour",
        c="the ferry left the new harbour",
        d="the ferry left the old Harbour",
    )
    assert found is not None
    shades = {
        base.label: [(one.text.strip(), one.count, one.others) for one in base.shades] for base in found.tables[0].bases
    }
    assert shades["a"] == [("the ferry left the", 0, 3), ("old", 2, 3), ("harbour", 0, 3)]
    assert shades["b"] == [("the ferry left the", 0, 3), ("new", 2, 3), ("harbour", 0, 3)]


def test_words_that_only_others_have_are_counted_at_their_place() -> None:
    found = variants(a="the ferry left harbour", b="the ferry left old harbour", c="the ferry left old harbour")
    assert found is not None
    assert [(one.text.strip(), one.count) for one in found.tables[0].bases[0].shades] == [
        ("the ferry left", 0), ("", 2), ("harbour", 0),
    ]  # fmt: skip


def test_one_wording_of_an_article_stands_for_it() -> None:
    told = event(
        a="Ferry stopped. The ferry to Orde was stopped by a storm on Monday.",
        b="The ferry to Orde was stopped by a strike on Monday.",
    )
    head, body, other = Span("a", 0, 14), Span("a", 15, 62), Span("b", 0, 52)
    assert choose_witnesses(told, [head, body, other]) == (body, other)
