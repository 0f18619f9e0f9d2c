"""Passages: what travels is found, what any outlet would write is not."""

from __future__ import annotations

import pytest
from brute import Writer, shares_passage, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from subject import event

from generator.clusters import find_clusters
from generator.clusters.alignment import Match, align_articles
from generator.clusters.reading import read_articles
from generator.model import Article, Event, Quote, Span

WIRE = "The spillway gave way before dawn, and water the colour of tea ran through the lower town"


def shared(told: Event, quotes: tuple[Quote, ...] = ()) -> list[list[str]]:
    """Each cluster as its passages' words, ``ap: …``."""
    return [[f"{span.siglum}: {told[span]}" for span in found.passages] for found in find_clusters(told, quotes)]


def quote(told: Event, siglum: str, words: str, speaker: str | None = None) -> Quote:
    start = told.article(siglum).text.index(words)
    return Quote(f"q-{siglum}-{start}", "direct", Span(siglum, start, start + len(words)), speaker_name=speaker)


def test_a_copied_sentence() -> None:
    told = event(ap=f"Rain fell. {WIRE}. Nobody slept.", bbc=f"Early on Tuesday came the news. {WIRE}, police said.")
    assert shared(told) == [[f"ap: {WIRE}", f"bbc: {WIRE}"]]


def test_a_copy_with_edits() -> None:
    edited = WIRE.replace("gave way", "collapsed").replace("lower town", "lower quarter")
    found = find_clusters(event(ap=WIRE, bbc=edited))
    assert len(found) == 1
    assert 0.7 < found[0].similarity < 1


def test_three_outlets_make_one_cluster() -> None:
    assert [len(found) for found in shared(event(a=WIRE, b=f"{WIRE}.", c=WIRE.upper()))] == [3]


def test_an_outlet_that_repeats_itself_shares_nothing() -> None:
    two = Event("e", (Article("one", WIRE, outlet="The Reed"), Article("two", WIRE, outlet="The Reed")))
    assert find_clusters(two) == ()


def test_a_title_with_its_name_is_banal() -> None:
    first = (
        "Harbour Commissioner Odile Brandt spoke first. Later Harbour Commissioner Odile Brandt left by the side door."
    )
    told = event(
        ap=first,
        bbc="We met Harbour Commissioner Odile Brandt at noon. Harbour Commissioner Odile Brandt took no questions.",
        cnn="Harbour Commissioner Odile Brandt resigned. No word from Harbour Commissioner Odile Brandt since.",
        dpa="A letter reached Harbour Commissioner Odile Brandt in May. Harbour Commissioner Odile Brandt burned it.",
    )
    assert shared(told) == []


def test_a_quoted_fragment_is_found_in_the_longer_quotation() -> None:
    told = event(
        ap="“We met a wilful blindness at every gate of that dam,” she said.",
        bbc="She spoke of “wilful blindness” on the part of the owners.",
    )
    found = shared(told, (quote(told, "bbc", "wilful blindness", "Ames"),))
    assert found == [["ap: wilful blindness", "bbc: wilful blindness"]]


def test_two_translations_of_one_speaker_belong_together() -> None:
    one = "Nobody warned the fishermen that the sluice would be opened during the night"
    two = "The fishermen received no warning about a night opening of the sluice"
    told = event(ap=f"“{one},” Mr Toll said.", bbc=f"“{two},” said Toll. The council met for three hours after that.")
    quotes = (quote(told, "ap", one, "Toll"), quote(told, "bbc", two, "Jonas Toll"))
    assert shared(told, quotes) == [[f"ap: {one}", f"bbc: {two}"]]
    assert shared(told, (quotes[0], quote(told, "bbc", two, "Brandt"))) == []


def test_the_second_translation_brings_the_outlets_that_print_it() -> None:
    one = "Nobody warned the fishermen that the sluice would be opened during the night"
    two = "The fishermen received no warning about a night opening of the sluice"
    told = event(a=f"“{one},” Mr Toll said.", b=f"“{one},” said Toll.", c=f"“{two},” said Toll.", d=f"“{two}.”")
    quotes = tuple(quote(told, name, words, "Toll") for name, words in [("a", one), ("b", one), ("c", two)])
    assert [len(found) for found in shared(told, quotes)] == [4]


def test_a_match_does_not_run_over_a_paragraph_that_differs() -> None:
    told = event(
        ap=f"{WIRE}.\n\nSchools stayed shut in both valleys until the engineers had finished.",
        bbc=f"{WIRE}.\n\nOther news.\n\nSchools stayed shut in both valleys until the engineers had finished.",
    )
    assert [len(found) for found in shared(told)] == [2, 2]


def test_the_passage_most_others_share_leads() -> None:
    long = f"{WIRE} while the mayor stood on the roof of his own house and counted the boats"
    told = event(a=long, b=WIRE, c=f"{WIRE} as nobody had foreseen", d=WIRE.replace("lower town", "market"))
    assert [{passage.partition(":")[0] for passage in found} for found in shared(told)] == [{"a", "b", "c", "d"}]


def test_eight_plain_words_on_end_are_kept_however_common() -> None:
    told = event(a="So it was that they all had to go at once.", b="And it was that they all had to go again.")
    assert shared(told) == [["a: it was that they all had to go", "b: it was that they all had to go"]]


def test_a_quotation_that_every_outlet_prints_once_is_news_in_each() -> None:
    told = event(
        a="“Dress like you mean to swim,” she told them at the gate.",
        b="They had been told: “Dress like you mean to swim.”",
        c="Her advice was short. “Dress like you mean to swim,” it ran.",
    )
    assert [len(found) for found in shared(told)] == [3]


@pytest.mark.parametrize(
    "banal",
    [
        "told reporters on Monday",
        "said in a statement",
        "will be able to",
        "in the wake of the",
        "Deputy Harbour Minister Odile Brandt",
        "of the Lower Valley Water Board",
        "NORTHWICK, Sept. 3 (Tidewire)",
        "Brandt and his allies",
    ],
)
def test_what_any_outlet_would_write_is_banal(banal: str) -> None:
    told = event(
        ap=f"Nobody saw the gate open. Hours later {banal} found the ferry gone.",
        bbc=f"A quiet night ended when {banal} called for pumps.",
    )
    assert shared(told) == []


def test_a_passage_with_its_clauses_in_another_order() -> None:
    first = "the keeper had left his lamp burning in the upper window"
    second = "the ferrymen say they heard a crack like a falling mast"
    told = event(ap=f"Before midnight {first}, and {second}.", bbc=f"By now {second}; {first}, neighbours add.")
    assert shared(told) == [[f"ap: {first}", f"bbc: {first}"], [f"ap: {second}", f"bbc: {second}"]]


def test_words_put_in() -> None:
    one = "The pumps failed because a fuse in the cellar had drowned with the caretaker's radio"
    two = "The three pumps failed because a cheap fuse in the old cellar had drowned with the caretaker's radio"
    assert shared(event(ap=one, bbc=two)) == [[f"ap: {one}", f"bbc: {two}"]]


def test_a_copy_without_three_equal_words_on_end() -> None:
    one = "pilots refuse night flights over flooded valleys until radar towers regain current and crews their sleep"
    two = (
        "pilots refuse any flights over drowned valleys until both towers regain some current and engineers their sleep"
    )
    assert shared(event(ap=one, bbc=two)) == [[f"ap: {one}", f"bbc: {two}"]]


def test_a_name_in_two_spellings_is_one_name() -> None:
    told = event(
        ap="Premier Orlo Tarkenskiy tends bees at night. Others sleep.",
        bbc="Premier Orlo Tarkensky tends bees at night, we hear.",
    )
    assert shared(told) == [
        ["ap: Premier Orlo Tarkenskiy tends bees at night", "bbc: Premier Orlo Tarkensky tends bees at night"]
    ]
    assert find_clusters(told)[0].similarity == 1


def test_names_alike_that_one_article_keeps_apart_are_two() -> None:
    one, other = "Premier Orlo Tarkensky met Premier Orlo Tarkenska.", "Premier Orlo Tarkenska tends bees."
    ap, bbc = read_articles(event(ap=one, bbc=other).articles).values()
    assert len(set(ap.numbers)) == 5
    assert bbc.numbers[2] == ap.numbers[6] != ap.numbers[2]


def test_british_and_american_spellings_are_one() -> None:
    told = event(ap="skilful harbour defence organisers travelled", bbc="skillful harbor defense organizers traveled")
    one, other = read_articles(told.articles).values()
    assert one.numbers == other.numbers


def test_accents_of_latin_letters_count_for_nothing() -> None:
    one, other = read_articles(event(ap="Kottász naïve й", bbc="Kottasz naive и").articles).values()
    assert one.numbers[:2] == other.numbers[:2]
    assert one.numbers[2] != other.numbers[2]


def test_ends_are_cut_at_a_clause_that_is_near() -> None:
    told = event(
        ap="Rain fell. Yet the spillway gave way before dawn under its own weight. The mayor wept.",
        bbc="Few slept; the spillway gave way before dawn under its own weight. The ferry sank.",
    )
    words = "the spillway gave way before dawn under its own weight"
    assert shared(told) == [[f"ap: {words}", f"bbc: {words}"]]


def test_a_title_in_marks_is_nobodys_quotation() -> None:
    told = event(ap="He spoke on “Under the Lantern” at noon.", bbc="Under the Lantern had him as a guest.")
    assert shared(told, (quote(told, "ap", "Under the Lantern"),)) == []
    plain = event(ap="He called it “rotten to the rivets” at noon.", bbc="For him it was rotten to the rivets.")
    assert shared(plain, (quote(plain, "ap", "rotten to the rivets"),)) != []


def test_plain_words_in_marks_on_both_sides_are_one_utterance() -> None:
    words = "I have been here all"
    told = event(ap=f"“{words} today,” she said at the lock.", bbc=f"She would not budge: “{words} still.”")
    marks = (quote(told, "ap", f"{words} today,"), quote(told, "bbc", f"{words} still."))
    assert shared(told, marks) == [[f"ap: {words}", f"bbc: {words}"]]
    assert shared(told, marks[:1]) == []


def test_an_initial_ends_no_clause() -> None:
    words = "the warden rebuked Toll J. Brandt"
    told = event(ap=f"At noon {words}. Nobody cheered.", bbc=f"Hours later {words} went home.")
    assert shared(told) == [[f"ap: {words}", f"bbc: {words}"]]


def test_a_name_in_marks_is_no_fragment_of_a_quotation() -> None:
    told = event(ap="“Odile Brandt,” read the door.", bbc="Nobody had seen Odile Brandt since.")
    assert shared(told, (quote(told, "ap", "Odile Brandt"),)) == []


def test_what_an_outlet_says_twice_stands_in_one_cluster() -> None:
    told = event(ap=f"{WIRE}. So it began.\n\n{WIRE}.", bbc=f"{WIRE}. Then silence.\n\n{WIRE}.")
    assert [len(found) for found in shared(told)] == [4]


def test_what_a_cluster_leaves_of_a_match_is_found_too() -> None:
    tail = "while the mayor stood on the roof of his own house and counted the boats"
    told = event(a=f"{WIRE} {tail}", b=f"{WIRE} {tail}", c=WIRE, d=WIRE, e=f"Elsewhere they sang {tail}")
    found = shared(told)
    assert sorted(len(passages) for passages in found) == [2, 5] or [len(passages) for passages in found] == [5]


def test_two_passages_are_not_joined_by_a_third_that_overlaps_both() -> None:
    tail = "while the mayor stood on the roof of his own house and counted the boats below"
    found = shared(event(a=WIRE, b=f"{WIRE} {tail}", c=tail))
    assert not any({"a", "c"} <= {passage[0] for passage in passages} for passages in found)


def test_text_that_repeats_itself_has_an_end() -> None:
    assert len(find_clusters(event(a="word " * 1000, b="word " * 1000))) == 1


def matches_of(one: str, other: str, most_cells: float = 4e9) -> list[Match]:
    articles = tuple(read_articles(event(a=one, b=other).articles).values())
    return list(align_articles(articles, shingle=3, reach=12, common=20, words=8, identity=0.5, most_cells=most_cells))


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), vocabulary=st.sampled_from([60, 300, 3000]), length=st.integers(20, 140))
def test_every_eight_words_of_which_half_align_are_found(seed: int, vocabulary: int, length: int) -> None:
    one, other = Writer(seed, vocabulary).stories(2, length, passages=3, copies=2, worst=0.5)
    found = [
        match for match in matches_of(text_of(one), text_of(other)) if len(match.equal) >= 8 and match.identity >= 0.5
    ]
    for chain in shares_passage(one, other, 8):
        assert any(
            match.a[0] <= chain[-1][0]
            and chain[0][0] < match.a[1]
            and match.b[0] <= chain[-1][1]
            and chain[0][1] < match.b[1]
            for match in found
        ), chain


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32), length=st.integers(20, 140))
def test_equal_words_of_a_match_are_equal_and_in_order(seed: int, length: int) -> None:
    one, other = Writer(seed, 300).stories(2, length, passages=3, copies=2, worst=0.5)
    for match in matches_of(text_of(one), text_of(other)):
        assert all(one[i] == other[j] for i, j in match.equal)
        assert all(a < b and c < d for (a, c), (b, d) in zip(match.equal, match.equal[1:], strict=False))


def test_past_its_limit_the_search_keeps_to_shared_runs() -> None:
    one = "pilots refuse night flights over flooded valleys until radar towers regain current and crews their sleep"
    two = (
        "pilots refuse any flights over drowned valleys until both towers regain some current and engineers their sleep"
    )
    assert matches_of(one, two)
    assert not matches_of(one, two, most_cells=0)
    assert matches_of(one, one, most_cells=0)


words = st.lists(st.sampled_from(WIRE.replace(",", "").split()), max_size=40).map(" ".join)


@settings(max_examples=50)
@given(words, words, words)
def test_the_order_of_articles_changes_nothing(one: str, two: str, three: str) -> None:
    articles = (Article("a", one), Article("b", two), Article("c", three))
    assert find_clusters(Event("e", articles)) == find_clusters(Event("e", articles[::-1]))


@settings(max_examples=50)
@given(st.text(max_size=200), st.text(max_size=200))
def test_each_word_is_in_one_cluster_at_most(one: str, two: str) -> None:
    spans = [span for found in find_clusters(event(a=one + two, b=two + one)) for span in found.passages]
    assert not any(span.overlaps(other) for n, span in enumerate(spans) for other in spans[:n])


@pytest.mark.parametrize("office", ["port warden Ilse Brandt", "special envoy Ilse Brandt"])
def test_what_leads_up_to_a_name_says_little_more_than_the_name(office: str) -> None:
    told = event(
        ap=f"The boats lay idle all winter. Nobody met {office} for months.",
        bbc=f"No crane has moved since May. Everyone else, {office}, stayed silent.",
    )
    assert shared(told) == []


def test_the_name_of_a_programme_in_marks_on_both_sides_is_nobodys_words() -> None:
    told = event(
        ap="The minister told “Lanterns Beneath Skerry Wharf” that pumps were late.",
        bbc="On “Lanterns Beneath Skerry Wharf” nobody spoke of the flood.",
    )
    marks = tuple(quote(told, siglum, "Lanterns Beneath Skerry Wharf") for siglum in ("ap", "bbc"))
    assert shared(told, marks) == []
