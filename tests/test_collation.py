"""Collation: what is kept, what differs, and the law that nothing is lost on either side."""

from __future__ import annotations

from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st
from subject import event

from generator.collation import collate, tabulate
from generator.model import Collation, Event, Span, Variants
from generator.words import tokenize


def whole(told: Event, siglum: str) -> Span:
    return Span(siglum, 0, len(told.article(siglum).text))


def collated(base: str, witness: str) -> tuple[Event, Collation]:
    told = event(a=base, b=witness)
    return told, collate(told, whole(told, "a"), whole(told, "b"))


def written(base: str, witness: str) -> str:
    """The collation in one line: ``kept {-gone-} {+new+}``; a difference of style in round brackets, a move in <>."""
    told, found = collated(base, witness)
    parts = []
    for edit in found.edits:
        gone, new = told[edit.base].strip(), told[edit.witness].strip()
        if edit.operation == "keep":
            parts.append(gone if edit.layer is None else f"({gone}|{new})")
        elif edit.moved:
            parts.append(f"<{gone}{new}>")
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
    assert {edit.operation for edit in found.edits} == {"keep"}
    assert not found.substance
    assert [told[edit.witness].strip() for edit in found.edits if edit.layer == "style"] == ['"', "'s", '" -']


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


@given(texts, texts)
def test_what_is_kept_is_the_same_words(base: str, witness: str) -> None:
    """Only style may differ in what is kept, and only substance where a word is deleted, inserted or moved."""
    told, found = collated(base, witness)
    for edit in found.edits:
        if edit.operation == "keep":
            assert (edit.layer is None) == (told[edit.base].split() == told[edit.witness].split())
        if edit.moved:
            assert edit.substance
            twin = next(other for other in found.edits if edit.moved in (other.base, other.witness) and other.moved)
            assert twin.moved in (edit.base, edit.witness)


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


def test_spelling_and_capitals_are_style() -> None:
    assert written("the Harbour at the centre", "the harbor at the center") == (
        "the (Harbour|harbor) at the (centre|center)"
    )


def test_moved_words_are_told_as_moved() -> None:
    base = "On Monday night at nine, the ferry left the old harbour."
    witness = "The ferry left the old harbour on Monday night at nine."
    told, found = collated(base, witness)
    moved = {told[edit.base] + told[edit.witness]: told[edit.moved] for edit in found.edits if edit.moved}
    assert len(moved) == 2
    assert all(here.strip(" .,").lower() == there.strip(" .,").lower() for here, there in moved.items())


def test_three_words_are_too_few_to_be_moved() -> None:
    _, found = collated("in the morning six boats left the town", "six boats left the town in the morning")
    assert not any(edit.moved for edit in found.edits)


def tables(**told: str) -> tuple[Event, tuple[Variants, ...]]:
    subject = event(**told)
    return subject, tabulate(subject, "c-1", [whole(subject, siglum) for siglum in told])


def table(**told: str) -> list[str]:
    """A line a column: the cells in order of the witnesses, ``.`` where one has nothing, ``_`` outside of it."""
    subject, (found, *_) = tables(**told)
    signs = {None: "=", "style": "~", "substance": "#"}
    return [
        f"{signs[column.layer]} "
        + " | ".join(
            subject[cell].strip() or ("_" if reading is None else ".")
            for cell, reading in zip(column.cells, column.readings, strict=True)
        )
        for column in found.columns
    ]


def test_three_wordings_stand_in_one_table() -> None:
    assert table(
        a="The mayor said the bridge in Orde is closed.",
        b="The mayor said that the bridge on Orde is closed",
        c="The mayor insisted the Bridge in Orde was closed.",
    ) == [
        "= The mayor | The mayor | The mayor",
        "# said | said | insisted",
        "# . | that | .",
        "= the | the | the",
        "~ bridge | bridge | Bridge",
        "# in | on | in",
        "= Orde | Orde | Orde",
        "# is | is | was",
        "~ closed. | closed | closed.",
    ]


def test_a_fragment_stands_where_it_belongs() -> None:
    assert table(
        a="he cannot keep the bridge open without foreign money",
        b="he cannot keep the bridge closed without foreign money",
        c="foreign money",
    ) == [
        "= he cannot keep the bridge | he cannot keep the bridge | _",
        "# open | closed | _",
        "= without | without | _",
        "= foreign money | foreign money | foreign money",
    ]


def test_wordings_too_far_apart_are_not_forced_into_one_table() -> None:
    _, found = tables(
        a="the bridge in Orde is closed until further notice",
        b="the bridge in Orde is closed until next week",
        c="nobody may cross the river there for now",
    )
    assert [len(one.witnesses) for one in found] == [2, 1]


def test_a_move_between_two_rows_is_told() -> None:
    subject, (found, *_) = tables(
        a="on Monday night at nine the ferry left the old harbour with sixty people on board",
        b="the ferry left the old harbour with sixty people on board on Monday night at nine",
        c="the ferry left the old harbour with sixty people on board",
    )
    assert [[subject[span].strip() for span in move] for move in found.moves] == [["on Monday night at nine"] * 2]


VOCABULARY = ("the", "mayor", "of", "said", "Orde", "six", "men", "bridge", "closed", "Bridge", ",", "“", "”", "-")
words = st.lists(st.sampled_from(VOCABULARY), max_size=14)
witnesses = st.lists(words.map(" ".join), min_size=1, max_size=5)


def rows_of(subject: Event, found: Variants) -> list[tuple[str, ...]]:
    """The cells of each row."""
    return [tuple(subject[column.cells[row]] for column in found.columns) for row, _ in enumerate(found.witnesses)]


@given(witnesses, st.randoms(use_true_random=False))
def test_the_order_of_articles_gives_the_same_table(told: list[str], random: Random) -> None:
    names = {f"w{n}": text for n, text in enumerate(told)}
    subject = event(**names)
    spans = [whole(subject, siglum) for siglum in names]
    shuffled = random.sample(spans, len(spans))
    assert tabulate(subject, "c", spans) == tabulate(subject, "c", shuffled)


@given(witnesses, st.permutations(range(5)))
def test_the_names_of_articles_change_no_column(told: list[str], order: list[int]) -> None:
    def cells(names: list[str]) -> set[tuple[tuple[str, ...], ...]]:
        subject, found = tables(**dict(zip(names, told, strict=True)))
        return {tuple(sorted(rows_of(subject, one))) for one in found}

    assert cells([f"w{n}" for n in range(len(told))]) == cells([f"w{n}" for n in order[: len(told)]])


@given(witnesses)
def test_each_row_is_its_witness_from_end_to_end(told: list[str]) -> None:
    subject, found = tables(**{f"w{n}": text for n, text in enumerate(told)})
    seen = []
    for one in found:
        for row, witness in enumerate(one.witnesses):
            cells = [column.cells[row] for column in one.columns]
            assert "".join(subject[cell] for cell in cells) == subject[witness]
            assert [cells[0].start, *(cell.end for cell in cells)] == [*(cell.start for cell in cells), witness.end]
            seen.append(witness)
    assert sorted(seen) == sorted(whole(subject, f"w{n}") for n in range(len(told)))


@given(witnesses)
def test_equal_numbers_are_equal_words(told: list[str]) -> None:
    subject, found = tables(**{f"w{n}": text for n, text in enumerate(told)})
    for column in (column for one in found for column in one.columns):
        keys: dict[int, set[tuple[str, ...]]] = {}
        for cell, reading in zip(column.cells, column.readings, strict=True):
            said = tuple(token.folded for token in tokenize(subject[cell]) if token.kind != "mark")
            if reading is None:
                assert not said
            else:
                keys.setdefault(reading, set()).add(said)
        assert all(len(said) == 1 for said in keys.values())
        assert len({next(iter(said)) for said in keys.values()}) == len(keys)


long_words = [f"{first}{last}" for first in ("bridge", "ferry", "mayor") for last in ("abc", "def", "ghi", "jkl")]
readings = st.lists(st.sets(st.sampled_from(range(12)), min_size=1), min_size=2, max_size=6, unique_by=frozenset)


@given(readings)
def test_equal_words_in_one_order_are_never_split(chosen: list[set[int]]) -> None:
    """Of texts that leave words out of one longer text, equal words stand in one column, whoever else is there."""
    assume(len(chosen) > 2)
    names = {f"w{n}": " ".join(long_words[word] for word in sorted(each)) for n, each in enumerate(chosen)}
    for left_out in (None, *names):
        subject, found = tables(**{name: text for name, text in names.items() if name != left_out})
        for one in found:
            for column in one.columns:
                rest = [other for other in one.columns if other is not column]
                here = {word for cell in column.cells for word in subject[cell].split()}
                there = {word for other in rest for cell in other.cells for word in subject[cell].split()}
                assert not here & there


@given(witnesses, st.integers(0, 4))
def test_two_outlets_with_equal_words_have_equal_rows(told: list[str], again: int) -> None:
    names = {f"w{n}": text for n, text in enumerate(told)}
    twin = f"w{again % len(told)}"
    subject, found = tables(**names, copy=names[twin])
    home = next(one for one in found if "copy" in {witness.siglum for witness in one.witnesses})
    rows = [n for n, witness in enumerate(home.witnesses) if witness.siglum in {"copy", twin}]
    assert len(rows) == 2
    for column in home.columns:
        assert column.readings[rows[0]] == column.readings[rows[1]]
        assert subject[column.cells[rows[0]]] == subject[column.cells[rows[1]]]
