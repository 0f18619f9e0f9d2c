"""Articles of one event are found together, and alike events stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.grouping import TermReader, find_events, read_terms, terms_from_columns, terms_to_columns

OSTMAR = (
    """Fire at Ostmar glass works kills four. Four workers died when a furnace burst at the Ostmar glass works on
    Tuesday, fire chief Ilse Brandt said. The works by the river Lenn employ 310 people.""",
    """Furnace blast in Ostmar. A furnace at the glass works in Ostmar exploded on Tuesday and killed four of its 310
    workers. Flames were seen across the Lenn, said Ilse Brandt, who leads the fire brigade.""",
    """Ostmar mourns its glass makers. The four dead of the furnace blast by the Lenn were on the early shift, the glass
    works said. Brigade chief Brandt spoke of burning gas in the furnace hall.""",
)
QUELDA = (
    """Warehouse fire in Quelda harbour leaves nine dead. Nine people died in a fire in a cotton warehouse on Quelda
    harbour, police captain Tomas Ruiz-Abra said. The blaze burned for 16 hours.""",
    """Nine dead in Quelda blaze. Bales of cotton fed a fire that took 16 hours to put out on the harbour of Quelda.
    Captain Ruiz-Abra said nine bodies had been found in the warehouse.""",
    """Quelda harbour closed after blaze. The harbour stays shut after the cotton warehouse burned down and nine people
    died, Ruiz-Abra told reporters. Ships are sent on to Marrow Bay.""",
)
OTHERS = [
    "The national bank of Ulmland raised its main rate by a quarter point, governor Petra Voss told parliament.",
    "Rovers beat Albion by three goals to one; striker Danil Oke scored twice before the break.",
    "A rare moth, thought lost for ninety years, was found in a barn near Hollin by a school class.",
]
WORDS = [
    "Ostmar",
    "Quelda",
    "fire",
    "harbour",
    "works",
    "nine",
    "four",
    "dead",
    "Tuesday",
    "furnace",
    "cotton",
    "moth",
    "bank",
    "rate",
    "goal",
]


def told(*texts: str, days: list[int | None] | None = None, window: int | None = None) -> tuple[int, ...]:
    return find_events([read_terms(text) for text in texts], days or [0] * len(texts), window=window)


def test_two_alike_events_stay_apart_and_each_is_whole() -> None:
    assert told(*OSTMAR, *QUELDA, *OTHERS) == (0, 0, 0, 3, 3, 3, 6, 7, 8)


def test_the_earliest_article_names_the_event() -> None:
    assert told(*OSTMAR, *OTHERS, days=[2, 1, 2, 1, 1, 1])[:3] == (1, 1, 1)


@pytest.mark.parametrize("window", [0, 3])
def test_far_apart_in_time_is_not_one_event(window: int) -> None:
    assert told(OSTMAR[0], OSTMAR[0], days=[1, 400], window=window) == (0, 1)


def test_without_a_window_time_does_not_part() -> None:
    assert told(*OSTMAR, *OTHERS, days=[1, 400, 900, 1, 1, 1])[:3] == (0, 0, 0)


def test_articles_without_a_date_are_compared_with_each_other() -> None:
    days: list[int | None] = [None, None, 5, 5, 5, 5]
    assert told(*OSTMAR, *OTHERS, days=days, window=1)[:3] == (0, 0, 2)


@pytest.mark.parametrize("texts", [[], ["A bridge fell in Ostmar."], [""], ["", "A bridge fell."]])
def test_few_articles_or_none(texts: list[str]) -> None:
    assert told(*texts) == tuple(range(len(texts)))


def test_thousands_of_copies_are_one_event() -> None:
    copies = [read_terms(OSTMAR[0])] * 5000
    others = [read_terms(text) for text in OTHERS]
    assert find_events([*copies, *others], [0] * 5003, window=3) == (*(0,) * 5000, 5000, 5001, 5002)


def test_another_script_is_read() -> None:
    arabic = ["انهار جسر في مدينة أوستمار يوم الثلاثاء وقتل أربعة", "أربعة قتلى في انهيار جسر أوستمار"]
    chinese = ["奥斯特马玻璃厂周二发生火灾四人死亡", "玻璃厂火灾致四人死亡奥斯特马消防队称"]
    thai = ["ไฟไหม้โรงงานแก้วเมืองออสต์มาร์ตายสี่คน", "โรงงานแก้วเมืองออสต์มาร์ไฟไหม้ สี่คนตาย"]
    assert told(*arabic, *chinese, *thai, *OTHERS)[2:6] == (2, 2, 4, 4)


def test_shared_wording_joins_what_is_alike_and_not_what_has_nothing_else() -> None:
    texts = [OSTMAR[0], QUELDA[0], *OTHERS]
    terms = [read_terms(text) for text in texts]
    assert find_events(terms, [0] * 5, [(2, 3, 60)], window=None)[2:4] == (2, 3)


def test_columns_hold_all() -> None:
    terms = [read_terms(text) for text in (*OSTMAR, *QUELDA)]
    kept = [terms_from_columns(*terms_to_columns(each)) for each in terms]
    assert find_events(kept, [0] * 6, window=None) == find_events(terms, [0] * 6, window=None)


_TEXT = st.lists(
    st.sampled_from(
        ["Fire", "fire", "fires,", "well-known", "4.5", "12", "港の古い", "l’été", "Ostmar's", "\u00a0", "\n\n", "…"]
    ),
    max_size=90,
).map(" ".join) | st.text(max_size=40)


@given(st.lists(st.tuples(_TEXT, st.none() | _TEXT, st.sampled_from(["en", "de"])), max_size=6), st.integers(1, 6))
def test_terms_of_many_texts_are_those_of_each(articles: list[tuple[str, str | None, str]], at_once: int) -> None:
    reader = TermReader()
    parts = [articles[at : at + at_once] for at in range(0, len(articles), at_once)]
    found = [
        terms
        for part in parts
        for terms in reader.read([row[0] for row in part], [row[1] for row in part], [row[2] for row in part])
    ]
    one_by_one = [read_terms(*each) for each in articles]
    assert [terms_to_columns(terms) for terms in found] == [terms_to_columns(terms) for terms in one_by_one]


def test_hashes_are_the_same_in_every_run() -> None:
    assert terms_to_columns(read_terms("fires fire"))[0] == terms_to_columns(read_terms("Fire"))[0]
    assert terms_to_columns(read_terms("fire"))[0] == [107625590956182363]


def weights(text: str) -> dict[int, float]:
    return dict(zip(*terms_to_columns(read_terms(text)), strict=True))


def only(text: str) -> int:
    return terms_to_columns(read_terms(text))[0][0]


def test_names_and_numbers_weigh_more() -> None:
    found = weights("the Brandt 310")
    assert found[only("brandt")] > found[only("310")] > found[only("the")]


def test_a_word_also_written_small_is_no_name() -> None:
    found = weights("Fire! The fire burned in Ostmar, Ostmar.")
    assert found[only("ostmar")] > found[only("fire")]


def test_a_title_is_read_once() -> None:
    terms = read_terms("Fire in Ostmar. Four died.", "Fire in Ostmar")
    assert weights("Fire in Ostmar. Four died.") == dict(zip(*terms_to_columns(terms), strict=True))
    assert only("quelda") in terms_to_columns(read_terms("Four died.", "Fire in Quelda"))[0]


def partition(groups: tuple[int, ...], order: list[int]) -> set[frozenset[int]]:
    homes: dict[int, set[int]] = {}
    for place, group in enumerate(groups):
        homes.setdefault(group, set()).add(order[place])
    return {frozenset(home) for home in homes.values()}


article = st.tuples(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.none() | st.integers(0, 6))


@given(st.lists(article, max_size=12), st.randoms(use_true_random=False), st.none() | st.integers(0, 3))
def test_order_changes_nothing(articles: list[tuple[str, int | None]], random: object, window: int | None) -> None:
    order = list(range(len(articles)))
    random.shuffle(order)  # type: ignore[attr-defined]
    terms = [read_terms(text) for text, _ in articles]
    days = [day for _, day in articles]
    ours = find_events(terms, days, window=window)
    theirs = find_events([terms[at] for at in order], [days[at] for at in order], window=window)
    assert partition(ours, list(range(len(articles)))) == partition(theirs, order)
    assert all(ours[group] == group for group in ours)
