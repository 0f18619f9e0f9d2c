"""Sentences that no rule of its own joins, and headlines: what speaks for it together."""

from __future__ import annotations

from functools import partial

import pytest
from subject import event

from generator.claims import build_claims
from generator.claims.drafts import HEADLINE, TOGETHER
from generator.model import Article, Event, Report, Span
from generator.report import build_report

_ONE = (
    "Bread is dear in Korr.",
    "The mill of Lenz has nine wheels.",
    "Hens laid well all spring.",
    "Salt came by cart.",
)
_TWO = ("Wolves left the moor.", "Nobody swam on Sunday.", "A choir sang at the inn.", "Glue was sold by weight.")


def report(one: str, other: str) -> Report:
    """Two articles that tell one thing each, between what the other does not have."""
    return build_report(event(ap="\n\n".join((*_ONE, one, *_ONE)), bbc="\n\n".join((*_TWO, other, *_TWO))))


class TestTogether:
    @pytest.fixture(autouse=True)
    def _asked_little(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In events of ten sentences nothing is rare, and little evidence adds up."""
        monkeypatch.setattr("generator.report.build_claims", partial(build_claims, least_together=5.0))

    ONE = "Divers working by lamplight boarded the half sunken ferry and brought up ledgers and a bell."
    OTHER = "Volunteers boarded a ferry, long sunken, and carried home a rusty anchor and the ledgers."

    def test_phrases_add_up(self) -> None:
        made = report(self.ONE, self.OTHER)
        (claim,) = (claim for claim in made.claims if len(claim.appearances) > 1)
        assert all(made.event[place.span].rstrip(".") in f"{self.ONE} {self.OTHER}" for place in claim.appearances)
        assert {place.span.siglum for place in claim.appearances} == {"ap", "bbc"}
        assert claim.rule == TOGETHER
        assert 0.6 < claim.score < 0.95

    def test_the_same_words_far_apart_do_not(self) -> None:
        apart = (
            "Volunteers kept the ledgers dry, climbed a long wall that was sunken, carried clocks home and boarded up "
            "the shed where the rusty ferry was."
        )
        assert not any(claim.rule == TOGETHER for claim in report(self.ONE, apart).claims)

    def test_nor_where_each_has_numbers_of_its_own(self) -> None:
        one, other = self.ONE.replace("Divers", "14 divers"), self.OTHER.replace("the ledgers", "23 ledgers")
        assert not any(claim.rule == TOGETHER for claim in report(one, other).claims)

    def test_in_any_order(self) -> None:
        made = report(self.ONE, self.OTHER)
        again = build_report(Event("event", made.event.articles[::-1]))
        assert {claim.id for claim in made.claims} == {claim.id for claim in again.claims}

    def test_nor_where_one_speaker_says_two_things(self) -> None:
        one = "“Nobody has paid us yet,” said Ann Teller, who keeps the sunken ferry."
        other = "“Hens sleep until the spring,” the keeper of a sunken ferry, Ann Teller, told the town hall."
        assert not any(claim.rule == TOGETHER for claim in report(one, other).claims)


class TestHeadlines:
    LEAD = "The harbour board of Orde closed the northern pier on Friday after divers found the piles eaten by worms."

    def rules(self, lead: str) -> set[str]:
        """The rules by which the headline of the second article is in a claim."""
        head = "Gone by the weekend"
        body = "\n\n".join((head, lead, *_TWO, *_TWO))
        bbc = Article("bbc", body, title=head, headline=Span("bbc", 0, len(head)))
        made = build_report(Event("event", (Article("ap", "\n\n".join((self.LEAD, *_ONE))), bbc)))
        return {
            place.rule
            for claim in made.claims
            for place in claim.appearances
            if place.span == Span("bbc", 0, len(head))
        }

    def test_a_headline_tells_what_its_lead_tells(self) -> None:
        assert self.rules(self.LEAD) == {HEADLINE}

    def test_a_headline_over_something_else_stays_alone(self) -> None:
        assert self.rules("Cattle farmers in the hills counted their calves and found that none had strayed.") == set()
