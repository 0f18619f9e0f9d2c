"""Collation: what is kept, what differs, and the law that nothing is lost on either side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from subject import event

from generator.collation import collate
from generator.model import Collation, Event, Span


def whole(told: Event, siglum: str) -> Span:
    return Span(siglum, 0, len(told.article(siglum).text))


def collated(base: str, witness: str) -> tuple[Event, Collation]:
    told = event(a=base, b=witness)
    return told, collate(told, whole(told, "a"), whole(told, "b"))


def written(base: str, witness: str) -> str:
    """The collation in one line: ``kept {-gone-} {+new+}``; a difference without substance in round brackets."""
    told, found = collated(base, witness)
    parts = []
    for edit in found.edits:
        gone, new = told[edit.base].strip(), told[edit.witness].strip()
        if edit.operation == "keep":
            parts.append(gone)
        elif edit.substance:
            parts.append("".join((f"{{-{gone}-}}" if gone else "", f"{{+{new}+}}" if new else "")))
        else:
            parts.append(f"({gone}|{new})")
    return " ".join(parts)


def test_one_word_differs() -> None:
    assert written("his assault in the north", "his assault on the north") == "his assault {-in-}{+on+} the north"


def test_words_are_never_cut() -> None:
    assert written("sent 3,000 men", "sent 3,500 men") == "sent {-3,000-}{+3,500+} men"


def test_a_comma_is_style() -> None:
    assert written("sent to the port and to the mill", "sent to the port, and to the mill") == (
        "sent to the port (|,) and to the mill"
    )


def test_glyphs_are_folded_and_kept_as_written() -> None:
    told, found = collated("“It’s over” – Ames", '"It\'s  over" - Ames')
    assert [edit.operation for edit in found.edits] == ["keep"]
    assert not found.substance
    assert told[found.edits[0].witness] == '"It\'s  over" - Ames'


def test_similarity_counts_words_alone() -> None:
    assert collated("a, b; c!", "a b c")[1].similarity == 1.0
    assert collated("a b", "c d")[1].similarity == 0.0


def test_empty_passages() -> None:
    assert collated("", "")[1].edits == ()
    assert written("", "some words") == "{+some words+}"


texts = st.text(max_size=80) | st.lists(st.sampled_from("the mayor said , “ ” ' . six men - \n"), max_size=40).map(
    " ".join
)


@given(texts, texts)
def test_keep_and_delete_are_the_base_keep_and_insert_the_witness(base: str, witness: str) -> None:
    told, found = collated(base, witness)
    assert "".join(told[edit.base] for edit in found.edits) == base
    assert "".join(told[edit.witness] for edit in found.edits) == witness
    for edit in found.edits:
        assert (edit.operation == "insert") == (not edit.base)
        assert (edit.operation == "delete") == (not edit.witness)


@given(texts)
def test_a_text_against_itself_is_kept_whole(text: str) -> None:
    assert all(edit.operation == "keep" for edit in collated(text, text)[1].edits)


def test_words_outrank_punctuation() -> None:
    assert written("a , b ; c", "a b c") == "a (,|) b (;|) c"


def test_marks_that_both_sides_end_with_are_kept() -> None:
    assert written("a sober, firm reply", "a dry, firm reply") == "a {-sober-}{+dry+} , firm reply"


def test_a_name_kept_between_two_changes_is_kept() -> None:
    assert written("troops were deployed in Avenia", "troops deployed to Avenia’s northern coast") == (
        "troops {-were-} deployed {-in-}{+to+} Avenia {+’s northern coast+}"
    )


def test_a_crumb_between_two_changes_is_taken_into_them() -> None:
    assert written("a wave of mud came", "a wall of water came") == "a {-wave of mud-}{+wall of water+} came"
