"""The acceptance story from its saved pages to its report: places and key words only, never its sentences."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from subject import SHARED

from generator.collation import collate
from generator.content import load_event
from generator.intake import add_articles, load_requests
from generator.model import Article, Claim, Report
from generator.report import build_report

STORY = SHARED / "stories" / "kursk"
pytestmark = pytest.mark.skipif(not STORY.is_dir(), reason=f"the acceptance story is not in {STORY}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("content")
    written, faults = add_articles(load_requests(STORY / "articles.csv"), "kursk", content)
    assert len([path for path in written if path.parent.name == "articles"]) == 5, faults
    return content / "kursk"


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return build_report(load_event(folder))


def claim_with(report: Report, *words: str) -> Claim:
    """The claim whose statement has these words, carried by most articles."""
    told = report.event
    found = [claim for claim in report.claims if all(word in told[claim.statement] for word in words)]
    assert found, f"no claim says {words}"
    return min(found, key=lambda claim: len(claim.omitted_by))


def wordings(report: Report, claim: Claim) -> dict[str, str]:
    return {appearance.span.siglum: report.event[appearance.span] for appearance in claim.appearances}


def test_the_eleven_numerals_that_are_figures_and_no_other(report: Report) -> None:
    values = defaultdict(list)
    for figure in sorted(report.figures, key=lambda figure: figure.span):
        if any(sign.isdigit() for sign in report.event[figure.span]):
            values[figure.span.siglum].append(figure.value)
    assert values == {
        "anews": [10_000, 1_500],
        "antiwar": [10_000, 10_000],
        "european-conservative": [3_000, 10_000],
        "nypost": [10_000, 600_000, 3_000, 10_000],
        "politico": [600_000],
    }


def test_each_figure_says_what_it_counts(report: Report) -> None:
    for figure in report.figures:
        if any(sign.isdigit() for sign in report.event[figure.span]):
            assert figure.counts, report.event[figure.span]
            assert {"troops", "soldiers"} & set(report.event[figure.counts].split())


def test_soldiers_sent_and_soldiers_killed_are_two_groups(report: Report) -> None:
    groups = defaultdict(set)
    for figure in report.figures:
        if figure.value >= 1_000 and any(sign.isdigit() for sign in report.event[figure.span]):
            groups[figure.group].add(figure.value)
    assert sorted(map(sorted, groups.values())) == [[1_500, 3_000, 10_000], [600_000]]


def test_three_outlets_carry_one_sentence_with_a_comma_as_the_only_difference(report: Report) -> None:
    claim = claim_with(report, "can confirm")
    three = [span.span for span in claim.appearances if "can confirm" in report.event[span.span]]
    assert {span.siglum for span in three} == {"anews", "european-conservative", "politico"}
    differences = set()
    for base, witness in combinations(three, 2):
        collation = collate(report.event, base, witness)
        assert not collation.substance
        differences |= {
            report.event[edit.base].strip() + report.event[edit.witness].strip()
            for edit in collation.edits
            if edit.operation != "keep"
        }
    assert differences == {","}


def test_one_word_differs_in_the_quotation_with_the_largest_figure(report: Report) -> None:
    claim = claim_with(report, "600,000")
    spans = {span.span.siglum: span.span for span in claim.appearances if "600,000" in report.event[span.span]}
    collation = collate(report.event, spans["politico"], spans["nypost"])
    changes = [(report.event[edit.base], report.event[edit.witness]) for edit in collation.edits if edit.substance]
    assert [(gone.strip(), new.strip()) for gone, new in changes] == [("in", "on")]
    assert "quote-altered" in {finding.kind for finding in report.findings if finding.claim == claim.id}


def test_both_translations_of_the_treaty_remark_are_on_one_page(report: Report) -> None:
    claim = claim_with(report, "international law", "published")
    told = wordings(report, claim)
    assert "mutual support" in told["antiwar"]
    assert "militarily attacked" in told["politico"]


def test_the_banners_in_the_photo_caption_are_nobodys_quotation(folder: Path, report: Report) -> None:
    article = report.event.article("european-conservative")
    assert "undefeated friendship" not in article.text
    assert "undefeated friendship" in (folder / "articles" / "european-conservative.md").read_text(encoding="utf-8")
    assert not [quote for quote in report.quotes if "warmly welcome" in report.event[quote.content]]


def test_furniture_is_gone_and_sentences_are_not(report: Report) -> None:
    texts = {article.siglum: article.text for article in report.event.articles}
    for siglum, words in [
        ("anews", "Contact Us"), ("anews", "Subscribe"), ("anews", "AA Photo"), ("antiwar", "decampdave"),
        ("european-conservative", "You may also like"), ("european-conservative", "Leave a Reply"),
        ("european-conservative", "based in Budapest"), ("nypost", "Post wires"), ("politico", "Read: 726"),
        ("politico", "More about"),
    ]:  # fmt: skip
        assert words not in texts[siglum], words
    for siglum, words in [
        ("anews", "special military operation"), ("antiwar", "direct military action"),
        ("european-conservative", "long-range weapons provided"), ("nypost", "co-belligerents"),
        ("politico", "absolutely honest"),
    ]:  # fmt: skip
        assert words in texts[siglum], words


def test_a_doubled_headline_is_printed_once(report: Report) -> None:
    def headline(article: Article) -> str:
        return report.event[article.headline] if article.headline else ""

    article = report.event.article("politico")
    assert headline(article)
    assert article.text.count(headline(article)) == 1
    assert headline(report.event.article("nypost")) == ""
