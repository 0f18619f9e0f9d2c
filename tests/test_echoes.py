"""What needs more than words in common: said again, confirmed, in another language, by another date or name."""

from __future__ import annotations

from datetime import date

import pytest
from expectations import place, together
from subject import event

from generator.figures import find_figures, group_figures
from generator.model import Article, Event, Finding, Span
from generator.report import build_report
from generator.sentences import segment


def told(*articles: Article) -> Event:
    return Event("event", articles)


def found(event: Event, kind: str) -> list[list[str]]:
    report = build_report(event)
    return [[event[span] for span in finding.spans] for finding in report.findings if finding.kind == kind]


def findings(event: Event) -> tuple[Finding, ...]:
    return build_report(event).findings


class TestAgain:
    FILLER = "\n\n".join(
        f"The {what} of Korr cost more than last year." for what in ("hay", "salt", "glue", "oil", "tin")
    )
    FIRST = "Divers saw the lantern under the northern pier on Friday"

    def both(self, again: str) -> bool:
        ap = f"{self.FIRST}, Ann Teller claimed.\n\n{self.FILLER}"
        bbc = f"{self.FIRST}. The town has nine wells.\n\n{again}\n\nBread is dear."
        return bool(together(build_report(event(ap=ap, bbc=bbc)), ["ap: Divers saw", f"bbc: {again}"]))

    def test_an_article_says_it_again(self) -> None:
        assert self.both("The harbour office told us that divers saw the lantern under its pier.")

    def test_not_what_only_shares_its_place(self) -> None:
        assert not self.both("The harbour office told us that hens had crossed its pier in the rain.")


class TestConfirmed:
    def both(self, behind: str) -> bool:
        text = "The minister told the ferries to stay in Orde until Friday noon"
        report = build_report(event(ap=f"{text}.\n\nHens laid.", bbc=f"{text}. {behind}\n\nIt rained."))
        return bool(together(report, ["ap: told the ferries", f"bbc: {behind[-20:]}"]))

    def test_right_behind_what_is_confirmed(self) -> None:
        assert self.both("A clerk at the port confirmed the receipt of the order.")

    @pytest.mark.parametrize(
        "behind",
        [
            "A clerk at the port confirmed that 40 barrels of salt were sold.",
            "A clerk at the port burned the receipt of the order.",
            "It was a wet day, and a clerk confirmed the price of barley.",
        ],
    )
    def test_what_says_something_of_its_own_is_its_own(self, behind: str) -> None:
        assert not self.both(behind)


class TestTranslated:
    ENGLISH = "“The orchestra heard the alarm before we did,” said Ann Teller.\n\nThe quay is made of stone."

    def test_one_speaker_and_a_word_spelled_alike(self) -> None:
        german = "„Das Orchester hat den Alarm vor uns gehört“, sagte Ann Teller.\n\nEs regnete in der Stadt."
        report = build_report(told(Article("ap", self.ENGLISH), Article("bote", german, lang="de")))
        (claim,) = together(report, ["ap: The orchestra heard", "bote: Das Orchester hat"])
        assert "alike in two languages" in claim.rule

    @pytest.mark.parametrize(
        "german",
        [
            "„Wir haben im Hafen nichts davon gehört, gar nichts“, sagte Ann Teller.",
            "„Das Orchester hat den Alarm vor uns gehört“, sagte Bert Orlow.",
        ],
    )
    def test_nothing_spelled_alike_or_another_speaker(self, german: str) -> None:
        report = build_report(told(Article("ap", self.ENGLISH), Article("bote", german, lang="de")))
        assert not together(report, ["ap: The orchestra heard", f"bote: {german[1:12]}"])

    def test_a_number_and_a_name(self) -> None:
        ap = Article("ap", "The last ferry left the quay for Kaltenhaven at 9:35 p.m. with no lights.")
        bote = Article(
            "bote", "Um 9.35 Uhr fuhr nach Angaben der Werft die Barkasse in Richtung Kaltenhaven.", lang="de"
        )
        report = build_report(told(ap, bote))
        assert together(report, ["ap: The last ferry", "bote: Um 9.35 Uhr"])
        other = Article(
            "bote", "Um 8.20 Uhr fuhr nach Angaben der Werft die Barkasse in Richtung Kaltenhaven.", lang="de"
        )
        assert not together(build_report(told(ap, other)), ["ap: The last ferry", "bote: Um 8.20 Uhr"])


class TestDeadlines:
    def dated(self, first: str, second: str) -> Event:
        day = date(2031, 3, 2)
        return told(Article("ap", first, published=day), Article("bbc", second, published=day))

    def test_two_times_for_one_thing(self) -> None:
        event = self.dated(
            "The tribunal at Orde will rule by the end of June.", "The tribunal may sit until autumn, Orde says."
        )
        assert found(event, "date-conflict") == [["by the end of June", "until autumn"]]

    def test_a_month_and_its_season_agree(self) -> None:
        event = self.dated(
            "The tribunal at Orde will rule by the end of June.", "The tribunal may sit until summer, Orde says."
        )
        assert found(event, "date-conflict") == []

    def test_two_things_may_have_two_times(self) -> None:
        event = self.dated(
            "The tribunal at Orde will rule by the end of June.", "The ferry may stop until autumn, Orde says."
        )
        assert found(event, "date-conflict") == []


class TestNames:
    def test_two_names_in_one_place(self) -> None:
        texts = {
            "ap": "The gates of the Ferrow Weir were found open before dawn on Monday by two anglers.",
            "bbc": "The gates of the Mill Pond weir were found open before dawn on Monday by two anglers.",
        }
        assert found(event(**texts), "label-variance") == [["Ferrow Weir", "Mill Pond weir"]]

    @pytest.mark.parametrize(
        "other",
        [
            "The gates of the Ferow Weir were found open before dawn on Monday by two anglers.",
            "The gates of the Mill Pond weir were found open before dawn on Monday by two anglers. Ferrow Weir is old.",
            "The keys of the Mill Pond weir were found open before dawn on Monday by two anglers.",
        ],
    )
    def test_a_spelling_or_both_names_or_another_frame_is_none(self, other: str) -> None:
        ap = "The gates of the Ferrow Weir were found open before dawn on Monday by two anglers."
        assert found(event(ap=ap, bbc=other), "label-variance") == []


class TestWholes:
    def headed(self, head: str, body: str) -> Event:
        text = f"{head}\n\n{body}"
        return told(Article("ap", text, title=head, headline=Span("ap", 0, len(head))), Article("bbc", "It rained."))

    def test_the_whole_in_the_headline_a_share_in_the_body(self) -> None:
        event = self.headed(
            "Fire destroys island village", "Smoke hung over the village of Tarn. About a third of Tarn’s barns burned."
        )
        assert [kind.kind for kind in findings(event)] == ["headline-beyond-body"]

    @pytest.mark.parametrize(
        ("head", "body"),
        [
            ("Fire hits island village", "Smoke hung over the village of Tarn. About a third of Tarn’s barns burned."),
            (
                "Fire destroys island village",
                "It destroyed the village of Tarn. About a third of Tarn’s barns are new.",
            ),
            ("Fire destroys island village", "Smoke hung over the village of Tarn. About a third of the anglers left."),
        ],
    )
    def test_no_such_word_or_one_in_both_or_a_share_of_another_thing(self, head: str, body: str) -> None:
        assert findings(self.headed(head, body)) == ()


class TestWithheld:
    BBC = "The ferries are late again.\n\nOslo stopped short of confirming the purchase of the nine old lighthouses."

    def both(self, ap: str) -> bool:
        report = build_report(event(ap=ap, bbc=self.BBC))
        return bool(together(report, ["ap: stopped short", "bbc: stopped short"]))

    def test_a_country_goes_by_its_capital(self) -> None:
        assert self.both("It rained.\n\nNorway has stopped short of confirming that any money had been paid at all.")

    def test_another_body_is_another_claim(self) -> None:
        assert not self.both(
            "It rained.\n\nDenmark has stopped short of confirming that any money had been paid at all."
        )


def test_stances_that_meet_in_one_claim_are_one_finding() -> None:
    report = build_report(
        event(
            ap="Ann Teller confirmed that nine lanterns were lost under the northern pier in a storm on Friday.",
            bbc="Ann Teller claimed that nine lanterns were lost under the northern pier in a storm on Friday.",
            cbs="Ann Teller acknowledged that nine lanterns were lost under the northern pier in a storm on Friday.",
            dpa="Ann Teller claimed that nine lanterns were lost under the northern pier in a storm on Friday.",
        )
    )
    (one,) = [finding for finding in report.findings if finding.kind == "stance-conflict"]
    assert one.note == "acknowledges / claims / confirms"
    assert [span.siglum for span in one.spans] == ["ap", "bbc", "cbs", "dpa"]


class TestRounded:
    def groups(self, ap: str, bbc: str) -> set[str | None]:
        both = event(ap=ap, bbc=bbc)
        figures = [figure for one in both.articles for figure in find_figures(one, segment(one))]
        return {figure.group for figure in group_figures(both, figures)}

    def test_a_large_number_and_the_same_one_rounded_count_one_thing(self) -> None:
        assert (
            len(self.groups("About 52,000 people slept in tents.", "A clerk wrote down 51,870 people at the hall."))
            == 1
        )

    def test_what_it_does_not_round_to_is_another(self) -> None:
        assert (
            len(self.groups("About 52,000 people slept in tents.", "A clerk wrote down 54,870 people at the hall."))
            == 2
        )


def test_a_name_alone_in_common_makes_no_claim() -> None:
    texts = {
        "ap": "Grey Heron Light: what the keepers asked of us",
        "bbc": "Nine barrels of oil were carried up the stairs of the Grey Heron Light by two strong men in October.",
    }
    assert place(event(**texts), "ap: Grey Heron Light")
    assert not together(build_report(event(**texts)), ["ap: Grey Heron Light", "bbc: Grey Heron Light"])


@pytest.mark.parametrize(("one", "other"), [("Sudan", "South Sudan"), ("Khartoum", "South Sudan")])
def test_two_countries_of_one_name_are_two_bodies(one: str, other: str) -> None:
    ap = f"The ferries are late again.\n\n{one} stopped short of confirming the purchase of the nine old lighthouses."
    bbc = f"It rained.\n\n{other} has stopped short of confirming that any money had been paid at all."
    report = build_report(event(ap=ap, bbc=bbc))
    assert not together(report, ["ap: stopped short", "bbc: stopped short"])
