"""Passages: what travels is found, what any outlet would write is not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from subject import event

from generator.clusters import find_clusters
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
