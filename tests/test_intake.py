from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from subject import SHARED

from generator.intake import Request, add_articles, load_requests
from generator.intake.credits import find_byline, find_credit, find_dateline_agency
from generator.intake.dates import find_stamp
from generator.intake.furniture import find_kind
from generator.intake.lines import Line, split_lines
from generator.intake.recognition import Recognition, recognise
from generator.intake.rules import load_rules

PAGES = Path(__file__).parent / "pages"
RULES = load_rules()

GIVEN = {
    "biography-of-a-subject": {"published": "2031-06-02"},
    "comments": {"published": "2031-07-21"},
    "dateline": {"published": "2031-05-04"},
    "dates-in-doubt": {"outlet": "", "published": "2031-05-05"},
    "cookies-and-comments": {"outlet": ""},
    "french": {"outlet": ""},
    "german": {"outlet": "Meerenge-Bote", "published": "2031-05-04"},
    "hard-wrapped": {"published": "2031-06-11"},
    "list": {"published": "2031-06-01"},
    "no-headline": {"published": "2031-09-01"},
    "standfirst-above-photo": {"published": "2031-07-22"},
    "words-that-mislead": {"published": "2031-06-07"},
}
"""What the pages do not say themselves; the outlet is the Courier's unless the page names another."""


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.[th]*")), ids=lambda page: page.stem)
def test_a_saved_page_becomes_the_article_file_beside_it(page: Path, tmp_path: Path) -> None:
    known = {"outlet": "The Aven Courier"} | GIVEN.get(page.stem, {})
    request = Request(page, siglum="page", outlet=known["outlet"], published=known.get("published", ""))
    written, faults = add_articles([request], "ferry", tmp_path)
    assert [fault.code for fault in faults] == (["no-headline"] if page.stem == "no-headline" else [])
    assert written[-1].read_text() == page.with_suffix(".md").read_text()


def page(*lines: str, outlet: str = "") -> Recognition:
    return recognise(split_lines("\n\n".join(lines)), RULES, outlet=outlet)


def kinds(found: Recognition) -> list[tuple[int, str]]:
    return [(item.line, item.kind) for item in found.removed]


def body(found: Recognition) -> list[str]:
    return [line.text for line in found.body]


STORY = ("Six die as ferry sinks", "Six people died on Sunday.", "Two are missing.", "Divers went down again.")


def test_a_clean_page_loses_nothing() -> None:
    found = page(*STORY)
    assert found.title == Line(1, STORY[0])
    assert body(found) == list(STORY[1:])
    assert not found.removed


def test_a_first_sentence_is_no_headline() -> None:
    assert page(*STORY[1:]).title is None


def test_a_section_above_the_headline_is_navigation() -> None:
    found = page("Harbour", *STORY)
    assert (found.title, kinds(found)) == (Line(3, STORY[0]), [(1, "navigation")])


def test_a_headline_with_the_outlet_behind_it_is_the_windows_title() -> None:
    found = page(f"{STORY[0]} - The Post", *STORY, outlet="The Post")
    assert (found.title, kinds(found)) == (Line(3, STORY[0]), [(1, "repeat")])


@pytest.mark.parametrize(
    ("second", "third"),
    [
        pytest.param("Harbour master suspended after night of searching", STORY[1], id="no sentence"),
        pytest.param("The harbour master was suspended.", "By Ada Lund", id="above the byline"),
        pytest.param("The harbour master was suspended.", "4 May 2031", id="above the date"),
        pytest.param("The harbour master was suspended.", "The harbour master was suspended.", id="printed twice"),
    ],
)
def test_a_standfirst_is_known_by_its_place(second: str, third: str) -> None:
    found = page(STORY[0], second, third, *STORY[1:])
    assert found.standfirst == Line(3, second)


def test_a_name_beside_the_date_is_no_text_and_names_no_author() -> None:
    found = page(STORY[0], "Port Aven", "4 May 2031", *STORY[1:])
    assert (kinds(found), found.author) == ([(3, "byline"), (5, "date")], "")
    assert body(page(STORY[0], "Port Aven", *STORY[1:]))[0] == "Port Aven"


def test_the_outlets_name_may_stand_beside_the_date() -> None:
    found = page(STORY[0], "4 May 2031 / 9:05 AM EDT / The Post", *STORY[1:], outlet="The Post")
    assert (kinds(found), found.published) == ([(3, "date")], "2031-05-04")


def test_a_lead_is_no_standfirst() -> None:
    assert page(*STORY).standfirst is None


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("Ada Lund is a reporter for The Post.", "biography"),
        ("Ada Lund is the Strait Times’s harbour correspondent, based in Port Aven.", "biography"),
        ("Follow her on Twitter @adalund", "biography"),
        ("Ada Lund ist Redakteurin bei der Post.", "biography"),
        ("Additional reporting by Bo Ek.", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("With AFP", "credit"),
        ("(Reuters)", "credit"),
        ("AFP, dpa", "credit"),
        ("By Ada Lund", "byline"),
        ("Von Ada Lund", "byline"),
        ("You may also like", "teaser"),
        ("Read more: Harbour master defends dredging", "teaser"),
        ("Leave a Reply", "comments"),
        ("Comments (12)", "comments"),
        ("Sign up for our newsletter and get the news in your inbox.", "invitation"),
        ("Share", "share"),
        ("1.2K shares", "share"),
        ("Contact Us", "navigation"),
        ("Follow us on Facebook and Instagram", "invitation"),
        ("Copyright 2031 The Post. All rights reserved. This may not be published.", "navigation"),
        ("(Except for the headline, this story has not been edited by our staff.)", "credit"),
        ("© 2031 The Post", "navigation"),
        ("Advertisement", "advertisement"),
        ("The Post", "outlet"),
    ],
)
def test_what_stands_below_an_article_is_taken_out(tail: str, kind: str) -> None:
    found = page(*STORY, tail, outlet="The Post")
    assert [item.kind for item in found.removed] == [kind]
    assert body(found) == list(STORY[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe to the code or stay in port, the minister said.",
        "Photo evidence was handed to the coastguard.",
        "Read on its own, the report clears the crew.",
        "He shared the photo with Getty.",
        "Related questions were not asked.",
        "By Friday, both masts had been raised.",
        "The comments were struck from the record.",
        "“Follow us on Twitter,” the owner told the families.",
        "The owner is a writer of sea stories and lives alone.",
        "Reuters reported that the ship was sold.",
        "On 4 May 2031 the ship sank.",
        "The crew will join our table, he said.",
        "“Enough.”",
        "No.",
        "They are a family of divers.",
        "Mara Voss is a journalist for nobody now.",
    ],
)
def test_a_sentence_is_never_taken_for_furniture(text: str) -> None:
    found = page(STORY[0], "Mara Voss wept on Sunday.", text, "Divers went down again.", text)
    assert body(found).count(text) == 2


@pytest.mark.parametrize(
    ("lines", "caption"),
    [
        (["A view of the wreck", "Photo: Ada Lund / AFP"], 1),
        (["A general view shows the wreck, on May 4, 2031.", "Getty Images"], 1),
        (["The wreck in the harbour, pictured on Sunday. (AP Photo/Ada Lund)"], 1),
        (["FILE - The ferry leaves port in 2029."], 1),
        (["Nine people swam ashore.", "(AA Photo)"], 0),
        (["“It was dark,” she said.", "Photo: Ada Lund"], 0),
    ],
)
def test_a_caption_is_known_by_its_credit(lines: list[str], caption: int) -> None:
    found = page(STORY[0], STORY[1], *lines, STORY[2], STORY[3])
    assert [item.kind for item in found.removed].count("caption") == caption
    assert len(body(found)) == 3 + len(lines) - len(found.removed)


def test_a_table_below_a_date_is_text() -> None:
    rows = ("04/09/87 03/09/87 04/09/87 03/09/87", "Start 0.10 0.10", "Ships", "Dec 31 4:00 pm", "Crew 4", "Boats")
    assert body(page(*STORY, *rows))[3:] == [rows[0], rows[1], rows[2], rows[4], rows[5]]


def test_comments_go_with_the_form_above_them() -> None:
    found = page(*STORY, "Leave a comment", "I knew it all along, and so did you.", "Me too.")
    assert [kind for _, kind in kinds(found)] == ["comments"] * 3


def test_a_form_for_comments_above_the_text_takes_nothing_with_it() -> None:
    found = page(STORY[0], "Leave a comment", *STORY[1:])
    assert kinds(found) == [(3, "comments")]


@pytest.mark.parametrize(
    ("text", "published", "updated"),
    [
        ("28 October 2024    Read: 726", date(2024, 10, 28), None),
        ("Published October 28,2024", date(2024, 10, 28), None),
        ("Oct. 28, 2024, 9:30 a.m. ET", date(2024, 10, 28), None),
        ("Monday 28th October 2024 10.30 BST", date(2024, 10, 28), None),
        ("2024-10-28", date(2024, 10, 28), None),
        ("28/10/2024", date(2024, 10, 28), None),
        ("04/05/2024", None, None),
        ("31 February 2024", None, None),
        ("2 hours ago", None, None),
        ("04/05/06 9:30 p.m.", None, None),
        ("Oct. 28, 4:33 AM EST", None, None),
        ("7:15 a. m. Oct. 28,2024", date(2024, 10, 28), None),
        ("Updated Oct 29, 2024", None, date(2024, 10, 29)),
        ("Published Oct 28, 2024 | Updated Oct 29, 2024 | 5 min read", date(2024, 10, 28), date(2024, 10, 29)),
        ("Veröffentlicht am 28.10.2024, 14:20 Uhr", date(2024, 10, 28), None),
        ("Publié le 28 octobre 2024 à 18h20", date(2024, 10, 28), None),
        ("28 de octubre de 2024", date(2024, 10, 28), None),
    ],
)
def test_a_date_is_read_and_never_invented(text: str, published: date | None, updated: date | None) -> None:
    stamp = find_stamp(text, RULES)
    assert stamp is not None
    assert stamp.dated
    assert (stamp.published, stamp.updated) == (published, updated)


@pytest.mark.parametrize(
    "text", ["May", "Oct. 28", "Six died on 28 October 2024", "In 2024", "March 2", "The 28", "Today's news"]
)
def test_a_line_with_other_words_is_no_date(text: str) -> None:
    assert find_stamp(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "author", "agency"),
    [
        ("By Ada Lund", "Ada Lund", ""),
        ("BY ADA LUND", "Ada Lund", ""),
        ("By Ada Lund and Bo Ek", "Ada Lund and Bo Ek", ""),
        ("By Ada van der Lund, Political Editor", "Ada van der Lund", ""),
        ("By Ada Lund in Port Aven", "Ada Lund", ""),
        ("Author: Ada Lund", "Ada Lund", ""),
        ("Ada Lund reports", "Ada Lund", ""),
        ("By Ada Lund | Published 4 May 2031", "Ada Lund", ""),
        ("Von Ada Lund", "Ada Lund", ""),
        ("Par Léa Morvan", "Léa Morvan", ""),
        ("By Associated Press", "", "Associated Press"),
        ("By Reuters", "", "Reuters"),
        ("By Ada Lund | Associated Press", "Ada Lund", "Associated Press"),
        ("ADA LUND, Associated Press", "Ada Lund", "Associated Press"),
        ("By The Post Staff", "", ""),
        ("Agencies and The Post WORLD", "", "Agencies"),
    ],
)
def test_a_byline_names_its_authors(text: str, author: str, agency: str) -> None:
    byline = find_byline(text, RULES)
    assert byline is not None
    assert (byline.author, byline.agency) == (author, agency)


@pytest.mark.parametrize("text", ["By Friday", "By Monday Morning", "By the book", "By Sunday, six had died.", "By"])
def test_by_alone_makes_no_byline(text: str) -> None:
    assert find_byline(text, RULES) is None


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("(Reuters)", "Reuters"),
        ("With Courier wires", "Courier wires"),
        ("With agency inputs", "agency inputs"),
        ("The Associated Press contributed to this report.", "Associated Press"),
        ("Bo Ek contributed to this report.", ""),
        ("AP and Reuters writers contributed to this report.", "AP, Reuters"),
        ("(With inputs from AFP)", "AFP"),
        ("Edited by Ada Lund", ""),
        ("kr/lo (dpa, AFP)", "dpa, AFP"),
        ("Agencies", "Agencies"),
    ],
)
def test_a_credit_names_its_agency(text: str, agency: str) -> None:
    assert find_credit(text, RULES) == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT AVEN (Reuters) — Six died.", "Reuters"),
        ("NEW AVEN, May 4 (UPI) - Six died.", "UPI"),
        ("PORT AVEN (The Post) - Six died.", ""),
        ("Six died (Reuters) - and more.", ""),
    ],
)
def test_a_dateline_names_its_agency(text: str, agency: str) -> None:
    assert find_dateline_agency(text, RULES) == agency


FURNITURE = (
    "Leave a Reply", "Related", "By Ada Lund", "4 May 2031", "Share", "Photo: Ada Lund / AFP", "AFP", "The Post",
    "Subscribe", "Ada Lund is a reporter for The Post.", "Six die as ferry sinks", "A view of the wreck", "Reply",
)  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(FURNITURE + STORY), st.text(max_size=80)), max_size=16)


@given(LINES, st.sampled_from(["", "The Post"]))
@settings(max_examples=300, deadline=None)
def test_no_line_is_lost_and_none_is_told_twice(texts: list[str], outlet: str) -> None:
    lines = split_lines("\n".join(texts))
    found = recognise(lines, RULES, outlet=outlet)
    told = [(line.number, line.text) for line in (*found.body, found.title, found.standfirst) if line]
    told += [(item.line, item.text) for item in found.removed]
    assert sorted(told) == sorted((line.number, line.text) for line in lines)


@given(LINES.map("\n".join))
@settings(deadline=None)
def test_splitting_keeps_every_word(text: str) -> None:
    assert " ".join(line.text for line in split_lines(text)).split() == text.split()


def test_a_line_of_a_megabyte_is_text() -> None:
    assert find_kind("wave " * 200_000, RULES) is None


ACCEPTANCE = {
    "antiwar": (9, ["byline", "biography"]),
    "politico": (13, ["date", "repeat", "outlet", "teaser", "navigation"]),
    "european-conservative": (11, ["teaser", "caption", "credit", "repeat", "biography", *["comments"] * 3]),
    "nypost": (16, ["credit"]),
    "anews": (11, ["navigation", "byline", "date", "invitation", "credit"]),
}
"""Paragraphs that stay, and the kinds of the lines that go, of each article of the acceptance story."""


def test_the_acceptance_story_keeps_its_text_and_loses_its_pages(tmp_path: Path) -> None:
    listed = next(iter(sorted(SHARED.glob("stories/*/articles.csv"))), None)
    if listed is None:
        pytest.skip("the acceptance story is not here")
    requests = load_requests(listed)
    _, faults = add_articles(requests, "story", tmp_path)
    assert [fault.code for fault in faults] == ["no-headline"]
    found = {
        request.siglum: recognise(split_lines(request.file.read_text()), RULES, outlet=request.outlet)
        for request in requests
    }
    assert {name: (len(item.body), [gone.kind for gone in item.removed]) for name, item in found.items()} == ACCEPTANCE
    assert [name for name, item in found.items() if item.title is None] == ["nypost"]
    assert sorted(name for name, item in found.items() if item.standfirst) == [
        "anews",
        "antiwar",
        "european-conservative",
    ]
