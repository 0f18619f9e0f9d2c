"""The claim's page as values: every outlet at a glance, how it is left out, and the way to the outlet's own words."""

from __future__ import annotations

from subject import event

from generator.model import Appearance, Claim, Omission, Report, Span
from generator.pages.address import quote_address, safe_url
from generator.pages.lookup import build_lookup
from generator.pages.strip import view_omissions, view_strip

TOLD = event(ap="Six died.", bbc="Six died.", cnn="No word.", dpa="No word.")
SIX = Claim(
    "c-1",
    "six",
    Span("ap", 0, 9),
    (Appearance(Span("ap", 0, 9), "claims"), Appearance(Span("bbc", 0, 9))),
    omitted_by=("cnn", "dpa"),
    omissions=(Omission("cnn"), Omission("dpa", "trimmed")),
)
PAGE = "event/claims/six/"


def test_the_strip_has_every_outlet_with_its_stance_or_the_way_it_leaves_the_claim_out() -> None:
    strip = view_strip(build_lookup(Report(TOLD, claims=(SIX,))), PAGE, SIX)
    assert [(one.label, [stance.word for stance in one.stances], one.omission) for one in strip] == [
        ("ap", ["claims"], ""),
        ("bbc", ["own voice"], ""),
        ("cnn", [], "absent"),
        ("dpa", [], "trimmed"),
    ]
    assert [one.href for one in strip][:3] == ["#in-ap", "#in-bbc", "../../articles/cnn/"]


def test_omissions_stand_by_kind_the_most_telling_first() -> None:
    found = view_omissions(build_lookup(Report(TOLD, claims=(SIX,))), PAGE, SIX)
    assert [(one.kind, [link.label for link in one.links]) for one in found] == [
        ("trimmed", ["dpa"]),
        ("absent", ["cnn"]),
    ]


class TestQuoteAddress:
    def test_a_short_quotation_stands_whole_and_its_signs_are_coded(self) -> None:
        found = quote_address("https://ap.example/a", "well-known, “old” pier & quay")
        assert found == "https://ap.example/a#:~:text=well%2Dknown%2C%20%E2%80%9Cold%E2%80%9D%20pier%20%26%20quay"

    def test_a_long_one_stands_by_its_first_and_last_words(self) -> None:
        words = " ".join(f"w{number}" for number in range(40))
        found = quote_address("https://ap.example/a#top", words)
        assert found == "https://ap.example/a#top:~:text=w0%20w1%20w2%20w3%20w4,w35%20w36%20w37%20w38%20w39"

    def test_where_no_address_is_known_there_is_none(self) -> None:
        assert quote_address("", "Six died.") == ""

    def test_what_would_grow_too_long_leads_to_the_page_alone(self) -> None:
        assert quote_address("https://ap.example/a", "x" * 3000) == "https://ap.example/a"

    def test_whatever_is_quoted_the_address_stays_plain(self) -> None:
        for words in ('"><script>alert(1)</script>', "\u202ex", "'a' onmouseover=b", "#:~:text=x", "a\n\nb"):
            found = quote_address("https://ap.example/a", words)
            assert safe_url(found) == found
            assert found.count("#") == 1
