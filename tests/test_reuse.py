"""Articles sent twice, and stretches that one article reworks from another."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subject import article, marked

from generator.reuse import Reuse, find_near_duplicates, find_reuse
from generator.sentences import segment
from generator.words import word_runs

TIDE = (
    "The tide gate at Ostmere closed nine minutes late on Tuesday and left two ferries aground until dusk, the harbour "
    "board wrote. A worn relay is blamed; a new one was ordered in spring and still lies in a customs shed."
)
ORCHARD = (
    "Pear growers around Vell expect half of last year's crop after hail broke blossom on the southern slopes. "
    "Insurers asked for photographs in a week, which most farms could not send because the masts were down as well."
)


def brute_force(texts: list[str], shingle: int, least: float) -> list[tuple[int, int, float]]:
    runs = [word_runs(text) for text in texts]
    sets = [{tuple(words[i : i + shingle]) for i in range(len(words) - shingle + 1)} for words in runs]
    pairs = ((i, j, sets[i], sets[j]) for i, j in combinations(range(len(sets)), 2) if sets[i] and sets[j])
    found = ((i, j, len(one & other) / len(one | other)) for i, j, one, other in pairs)
    return [(i, j, index) for i, j, index in found if index >= least]


texts_of_few_words = st.lists(st.lists(st.sampled_from("abcd"), max_size=14).map(" ".join), max_size=9)


@given(texts_of_few_words, st.integers(1, 5), st.sampled_from([0.1, 1 / 3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]))
def test_near_duplicates_are_those_that_counting_finds(texts: list[str], shingle: int, least: float) -> None:
    found = find_near_duplicates(texts, shingle=shingle, least=least, shortest=0)
    assert list(found) == brute_force(texts, shingle, least)


@given(texts_of_few_words)
def test_the_order_of_texts_does_not_matter(texts: list[str]) -> None:
    last = len(texts) - 1
    turned = find_near_duplicates(texts[::-1], shingle=2, shortest=0)
    assert find_near_duplicates(texts, shingle=2, shortest=0) == tuple(
        sorted((last - j, last - i, index) for i, j, index in turned)
    )


def test_an_article_is_its_own_duplicate() -> None:
    assert find_near_duplicates([TIDE, ORCHARD, TIDE]) == ((0, 2, 1.0),)


def test_signs_and_case_make_no_difference() -> None:
    (pair,) = find_near_duplicates([TIDE, TIDE.upper().replace(",", " –").replace(";", ".\n\n")])
    assert pair == (0, 1, 1.0)


def test_a_correction_is_a_near_duplicate_and_another_story_is_not() -> None:
    (pair,) = find_near_duplicates([TIDE, TIDE.replace("nine minutes", "ninety minutes"), ORCHARD])
    assert pair[:2] == (0, 1)
    assert 0.5 < pair[2] < 1


def test_short_texts_are_left_out() -> None:
    line = "Closing prices at the Vell exchange follow."
    assert find_near_duplicates([line, line]) == ()
    assert find_near_duplicates([line, line], shortest=5) == ((0, 1, 1.0),)


def test_chinese_is_compared_sign_by_sign() -> None:
    text = "港口委员会周二表示，潮汐闸门晚关了九分钟，两艘渡轮搁浅至黄昏。新的继电器仍在海关仓库里。"
    (pair,) = find_near_duplicates([text, text.replace("九", "六")])
    assert pair[2] > 0.5


def test_many_copies_are_counted_in_blocks() -> None:
    found = find_near_duplicates(f"{TIDE} {number}" for number in range(300))
    assert len(found) == 300 * 299 // 2
    assert len({index for *_, index in found}) == 1


def test_nothing_to_compare() -> None:
    assert find_near_duplicates([]) == ()
    assert find_near_duplicates(["", "!", TIDE]) == ()


@pytest.mark.parametrize("asked", [{"least": 0.0}, {"least": 1.1}, {"shingle": 0}])
def test_what_cannot_be_asked_for(asked: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="no pairs by"):
        find_near_duplicates([TIDE], **asked)  # type: ignore[arg-type]  # the two settings differ in type


HOUSE = (
    "The lighthouse at Corran Point went dark for six nights in March after thieves stripped copper cable from its "
    "generator shed, the coastal authority reported on Monday. Fishing crews from Ardlow steered by a bonfire that "
    "schoolchildren kept burning on the old battery wall. Keeper Morag Teller, who retired eleven years ago, returned "
    "with a paraffin lamp from the parish museum and trimmed its wick every four hours."
)
REWRITTEN = (
    "For six nights in March the Corran Point lighthouse stood dark: thieves had stripped the copper cable out of the "
    "generator shed, according to the coastal authority's report. Crews fishing out of Ardlow steered towards a "
    "bonfire burning on the old battery wall, kept alive by schoolchildren. Morag Teller, the keeper who retired "
    "eleven years back, came with a paraffin lamp borrowed from the parish museum, trimming the wick every four hours."
)
FRONT = (
    "Council members in Brennick approved a budget for roads and libraries late on Thursday. Parking fees rise by a "
    "fifth, while the swimming pool keeps its summer hours."
)
BACK = (
    "Trains between Selby Cross and Harrow Mill are replaced by buses this weekend. Engineers renew a bridge deck that "
    "salt has eaten away, and expect to finish before schools open."
)


def compare(one: str, other: str, lang: str = "en") -> tuple[Reuse, ...]:
    pair = article(one, "later", lang=lang), article(other, "earlier", lang=lang)
    return find_reuse(*pair, [sentence for text in pair for sentence in segment(text)])


def test_a_copy_is_found_to_the_word() -> None:
    (found,) = compare(f"{FRONT}\n\n{HOUSE}\n\n{BACK}", f"{ORCHARD}\n\n{HOUSE}\n\n{TIDE}")
    assert marked(f"{FRONT}\n\n{HOUSE}\n\n{BACK}", [found.one]) == f"{FRONT}\n\n[{HOUSE}]\n\n{BACK}"
    assert marked(f"{ORCHARD}\n\n{HOUSE}\n\n{TIDE}", [found.other]) == f"{ORCHARD}\n\n[{HOUSE}]\n\n{TIDE}"
    assert (found.kind, found.similarity) == ("copy", 1.0)


def test_a_copy_may_begin_and_end_within_a_sentence() -> None:
    piece = HOUSE[HOUSE.index("went dark") : HOUSE.index(" and trimmed")]
    text = f"{FRONT} Neighbours recalled how everything {piece} while nobody else was watching."
    (found,) = compare(text, f"{ORCHARD} {HOUSE} {TIDE}")
    assert text[found.one.start : found.one.end] == piece


def test_a_rewritten_stretch_is_found_whole() -> None:
    text = f"{FRONT}\n\n{REWRITTEN}\n\n{BACK}"
    (found,) = compare(text, f"{ORCHARD}\n\n{HOUSE}\n\n{TIDE}")
    assert text[found.one.start : found.one.end] == REWRITTEN
    assert found.kind == "rewrite"
    assert 0.5 < found.similarity < 1


def test_two_reused_stretches_stay_two() -> None:
    found = compare(f"{HOUSE}\n\n{FRONT}\n\n{TIDE} {ORCHARD}", f"{TIDE} {ORCHARD}\n\n{BACK}\n\n{REWRITTEN}")
    assert [reuse.kind for reuse in found] == ["rewrite", "copy"]


def test_unrelated_articles_share_nothing() -> None:
    assert compare(f"{FRONT}\n\n{BACK}", f"{HOUSE}\n\n{TIDE}\n\n{ORCHARD}") == ()


def test_another_language_is_read_with_its_own_stems() -> None:
    rat = (
        "Der Stadtrat von Brenning hat am Donnerstag einen Haushalt für Straßen und Büchereien beschlossen. Parken "
        "wird um ein Fünftel teurer; das Freibad öffnet wie bisher. Eine Mehrheit für die Turnhalle fand sich nicht."
    )
    zug = (
        "Zwischen Selbach und Harmühl ersetzen Busse an diesem Wochenende die Züge. Arbeiter erneuern eine Brücke, die "
        "vom Salz zerfressen ist, und wollen vor Schulbeginn fertig sein. Fahrkarten gelten weiter."
    )
    german = (
        "Der Leuchtturm von Korrin blieb im März sechs Nächte dunkel, weil Diebe das Kupferkabel aus dem Schuppen des "
        "Generators gerissen hatten. Die Fischer aus Ardlau steuerten nach einem Feuer, das Schulkinder auf der alten "
        "Mauer brennen ließen."
    )
    changed = (
        "Weil Diebe Kupferkabel aus dem Schuppen des Generators rissen, war der Leuchtturm von Korrin im März sechs "
        "dunkle Nächte ohne Licht. Nach einem Feuer der Schulkinder, das auf der alten Mauer brannte, steuerten "
        "Fischer aus Ardlau."
    )
    (found,) = compare(f"{rat}\n\n{changed}", f"{zug}\n\n{german}", lang="de")
    assert found.kind == "rewrite"


def test_a_summary_answers_to_the_whole_article() -> None:
    points = (
        "Glaziers in Vintry went on strike over hot furnaces and night shifts.",
        "Union leader Petra Osk demanded fans, shorter shifts and a second doctor.",
        "Owners of the three glassworks refused, pointing at export orders for chandeliers.",
        "A mediator named Lund proposed cooler furnaces by winter and paid breaks.",
        "Workers voted by a margin of nine to accept the mediator's proposal.",
    )
    asides = HOUSE, f"{TIDE} {ORCHARD}", REWRITTEN, f"{ORCHARD} {TIDE}", HOUSE
    long = "\n\n".join(f"{point} {aside}" for point, aside in zip(points, asides, strict=True))
    brief = (
        "Glaziers went on strike in Vintry because of hot furnaces and their night shifts. Union leader Petra Osk "
        "demanded shorter shifts, fans and a second doctor. The owners of three glassworks refused and pointed at "
        "their export orders for chandeliers. A mediator, Lund, proposed paid breaks and cooler furnaces by winter. "
        "By a margin of nine the workers voted to accept that proposal of the mediator, and they returned to work on "
        "the following Monday with the first of the paid breaks already on the board beside the gate of each works."
    )
    text = f"{FRONT}\n\n{brief}\n\n{BACK}"
    (found,) = compare(text, long)
    assert found.kind == "summary"
    assert (found.other.start, found.other.end) == (0, len(long))
    assert text[found.one.start : found.one.end].startswith("Glaziers went on strike")


@given(st.lists(st.sampled_from([HOUSE, REWRITTEN, FRONT, BACK, TIDE, ORCHARD, "", "…"]), max_size=5), st.data())
def test_what_is_found_lies_in_the_texts_and_apart(parts: list[str], data: st.DataObject) -> None:
    one, other = " ".join(parts), " ".join(data.draw(st.permutations(parts)))
    found = compare(one, other)
    assert list(found) == sorted(found)
    for reuse in found:
        assert 0 <= reuse.one.start < reuse.one.end <= len(one)
        assert 0 <= reuse.other.start < reuse.other.end <= len(other)
        assert 0 <= reuse.similarity <= 1
    for before, after in combinations(found, 2):
        assert not (before.one.overlaps(after.one) and before.other.overlaps(after.other))


@given(st.text(alphabet="ab .\n", max_size=80), st.text(alphabet="ab .\n", max_size=80))
def test_short_texts_hold_no_reuse(one: str, other: str) -> None:
    assert all(len(word_runs(one)) >= 25 for _ in compare(one, other))


def test_an_article_compared_with_itself_is_a_copy() -> None:
    text = f"{HOUSE}\n\n{TIDE}\n\n{ORCHARD}"
    (found,) = compare(text, text)
    assert (found.kind, found.similarity) == ("copy", 1.0)
    assert (found.one.start, found.one.end) == (0, len(text))
