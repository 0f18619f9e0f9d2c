"""Sentences, quotes and figures of the acceptance story: places and a few key words only, never its sentences."""

from __future__ import annotations

from collections import Counter

import pytest
from subject import SHARED

from generator.content import load_event
from generator.figures import find_figures, group_figures
from generator.intake import add_articles, load_requests
from generator.model import Article, Event, Figure, Quote, Span
from generator.quotes import find_quotes, find_stance
from generator.sentences import find_paragraphs, segment

STORY = SHARED / "stories" / "kursk"
pytestmark = pytest.mark.skipif(not STORY.is_dir(), reason=f"the acceptance story is not in {STORY}")


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Event:
    content = tmp_path_factory.mktemp("content")
    add_articles(load_requests(STORY / "articles.csv"), "story", content)
    return load_event(content / "story")


@pytest.fixture(scope="module")
def figures(event: Event) -> tuple[Figure, ...]:
    found = [figure for article in event.articles for figure in find_figures(article, segment(article))]
    return group_figures(event, found)


@pytest.fixture(scope="module")
def quotes(event: Event) -> tuple[Quote, ...]:
    return tuple(quote for article in event.articles for quote in find_quotes(article, segment(article)))


def sentence_with(event: Event, siglum: str, *words: str) -> tuple[Article, Span]:
    """The last sentence of an article that has these words: the body's, where a headline has them too."""
    article = event.article(siglum)
    found = [span for span in segment(article) if all(word in event[span] for word in words)]
    assert found, f"no sentence of {siglum} has {words}"
    return article, found[-1]


@pytest.mark.parametrize(
    ("siglum", "opening", "words"),
    [
        ("antiwar", "Rep.", ("R-OH", "Intelligence", "long-range")),
        ("antiwar", "Turner also", ("direct", "action")),
        ("anews", "South", ("1,500", "Oct. 8-13", "2022.")),
        ("european-conservative", "The secretary", ("U.S. Defence", "3,000")),
        ("european-conservative", "Ukrainian", ("strong response", "another state")),
        ("nypost", "Last week", ("(NIS) Director", "3,000")),
        ("politico", "“Over", ("600,000", "he said.")),
    ],
)
def test_sentences_are_whole(event: Event, siglum: str, opening: str, words: tuple[str, ...]) -> None:
    _, span = sentence_with(event, siglum, *words)
    assert event[span].startswith(opening)
    assert event[span].endswith((".", ".”", '."'))


def test_speech_inside_marks_is_cut_into_sentences(event: Event) -> None:
    _, span = sentence_with(event, "nypost", "The bottom line")
    assert "confirmed" not in event[span]


def test_an_article_without_blank_lines_has_a_paragraph_a_line(event: Event) -> None:
    article = event.article("nypost")
    assert len(find_paragraphs(article)) > 15
    assert not any("\n" in event[span] for span in find_paragraphs(article))


def test_every_quoted_span_has_its_speaker(quotes: tuple[Quote, ...]) -> None:
    marked = [quote for quote in quotes if quote.kind != "indirect"]
    speakers = Counter((quote.content.siglum, (quote.speaker_name or "nobody").split()[-1]) for quote in marked)
    chief = "Rutte"
    assert speakers["politico", chief] == 8
    assert speakers["politico", "Lavrov"] == 2
    assert speakers["antiwar", "Lavrov"] == 2
    assert speakers["antiwar", "Turner"] == speakers["antiwar", "spokesperson"] == speakers["antiwar", "US"] == 1
    assert speakers["nypost", chief] == 4
    assert speakers["nypost", "Singh"] == 3
    assert speakers["nypost", "Sybiha"] == 2
    assert speakers["nypost", "Kremlin"] == speakers["nypost", "Pentagon"] == 1
    assert speakers["european-conservative", chief] == 1
    assert speakers["european-conservative", "Zelensky"] == 2
    assert speakers["anews", chief] >= 13
    assert sum(speakers.values()) - sum(count for (_, name), count in speakers.items() if name == "nobody") >= 43


@pytest.mark.parametrize(
    ("siglum", "words", "stance", "speaker"),
    [
        ("antiwar", ("claimed on Monday",), "claims", "Mark Rutte"),
        ("antiwar", ("did not say",), "did not say", "Mark Rutte"),
        ("antiwar", ("previously denied Ukrainian",), "denies", "Mark Rutte"),
        ("antiwar", ("didn’t deny",), "did not deny", "Vladimir Putin"),
        ("antiwar", ("pointed to the fact",), "says", "Sergey Lavrov"),
        ("politico", ("are now in", "confirms"), "confirms", "NATO"),
        ("politico", ("would call",), "says", "Mark Rutte"),
        ("european-conservative", ("NATO has confirmed",), "confirms", "NATO"),
        ("european-conservative", ("Western military instructors",), "claims", "Sergey Lavrov"),
        ("european-conservative", ("Lavrov stopped short",), "stopped short of confirming", "Sergey Lavrov"),
        ("nypost", ("The Pentagon confirmed",), "confirms", "Pentagon"),
        ("nypost", ("estimated",), "believes", "National Intelligence Service"),
        ("anews", ("10,000",), "claims", "Volodymyr Zelenskyy"),
        ("anews", ("no evidence",), "no evidence", "Mark Rutte"),
        ("anews", ("1,500",), "claims", "South Korea"),
        ("politico", ("captured parts",), "own voice", None),
        ("nypost", ("received a briefing",), "own voice", None),
        ("antiwar", ("if North Korea gets",), "says", "Zelensky and hawks in the US"),
    ],
)
def test_stance(event: Event, siglum: str, words: tuple[str, ...], stance: str, speaker: str | None) -> None:
    article, span = sentence_with(event, siglum, *words)
    found, _, name = find_stance(article, span, segment(article))
    assert (found, name) == (stance, speaker)


def test_five_ways_not_to_say_yes_are_five_stances(quotes: tuple[Quote, ...]) -> None:
    told = {
        (quote.content.siglum, (quote.speaker_name or "").split()[-1], quote.stance) for quote in quotes if quote.cue
    }
    assert told >= {
        ("antiwar", "Rutte", "denies"),
        ("antiwar", "Korea", "denies"),
        ("antiwar", "Putin", "did not deny"),
        ("nypost", "Putin", "no longer denies"),
        ("nypost", "Pyongyang", "stopped short of confirming"),
        ("european-conservative", "Russia", "stopped short of confirming"),
        ("european-conservative", "Lavrov", "stopped short of confirming"),
        ("anews", "Rutte", "no evidence"),
    }


def test_anothers_name_for_its_doing_is_nobodys_quotation(event: Event, quotes: tuple[Quote, ...]) -> None:
    partial = [quote for quote in quotes if quote.kind == "partial"]
    assert [quote.speaker_name for quote in partial if event[quote.content].startswith("special")] == [None]
    assert [event[quote.content] for quote in partial if quote.speaker_name is None][1:] == []


def test_figures_with_bound_and_status(event: Event, figures: tuple[Figure, ...]) -> None:
    numerals = [figure for figure in figures if any(sign.isdigit() for sign in event[figure.span])]
    told = [(figure.span.siglum, figure.value, figure.bound, figure.unit, figure.status) for figure in numerals]
    assert told == [
        ("anews", 10_000, "exact", "", "could join"),
        ("anews", 1_500, "exact", "", "sent"),
        ("antiwar", 10_000, "exact", "", "had been sent"),
        ("antiwar", 10_000, "about", "", "has sent"),
        ("european-conservative", 3_000, "about", "", "had been sent"),
        ("european-conservative", 10_000, "about", "", "were being readied"),
        ("nypost", 10_000, "exact", "", "are being prepared"),
        ("nypost", 600_000, "at least", "", "have been killed or wounded"),
        ("nypost", 3_000, "exact", "", "have entered"),
        ("nypost", 10_000, "exact", "", "to deploy"),
        ("politico", 600_000, "at least", "", "have been killed or wounded"),
    ]


def test_the_only_figure_in_words_is_of_ammunition(event: Event, figures: tuple[Figure, ...]) -> None:
    words = [figure for figure in figures if not any(sign.isdigit() for sign in event[figure.span])]
    assert [figure.counts and event[figure.counts] for figure in words] == ["rounds of ammunition"]


def test_a_group_of_soldiers_sent_and_one_of_soldiers_lost(figures: tuple[Figure, ...]) -> None:
    groups = Counter(figure.group for figure in figures if figure.counts)
    assert sorted(groups.values()) == [1, 2, 9]


def test_whose_word_each_figure_is(figures: tuple[Figure, ...]) -> None:
    told = {(figure.span.siglum, figure.value): figure.speaker_name for figure in figures}
    assert told["antiwar", 10_000] == "National Security Council spokesperson"
    assert told["european-conservative", 3_000] == "Lloyd Austin"
    assert told["european-conservative", 10_000] == "Volodymyr Zelensky"
    assert told["nypost", 600_000] == told["politico", 600_000] == "Mark Rutte"
    assert told["nypost", 3_000] == "Cho Tae-yong"
