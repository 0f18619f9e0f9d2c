"""The event's page as values: what differs in a line, how outlets begin, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime

from subject import event

from generator.model import Appearance, Article, Claim, Event, Figure, Finding, Quote, Report, Span
from generator.pages.glance import LineView, view_lines
from generator.pages.lookup import build_lookup
from generator.pages.openings import Order, view_openings, view_order


def place(told: Event, siglum: str, words: str) -> Span:
    start = told.article(siglum).text.index(words)
    return Span(siglum, start, start + len(words))


def read(line: LineView) -> list[tuple[str, str, str]]:
    """Each reading's words, whom it credits, and who prints it."""
    return [
        ("".join(piece.text for piece in one.pieces), one.speaker, ", ".join(link.label for link in one.who))
        for one in line.readings
    ]


class TestLines:
    def test_equal_figures_stand_once_with_all_who_print_them_in_order_of_value(self) -> None:
        told = event(ap="Nine men came.", bbc="Six men came.", cnn="Nine men came.")
        words = {"ap": ("Nine", 9.0), "bbc": ("Six", 6.0), "cnn": ("Nine", 9.0)}
        figures = tuple(
            Figure(f"n-{siglum}", place(told, siglum, word), value, counts=place(told, siglum, "men"), group="g-1")
            for siglum, (word, value) in words.items()
        )
        finding = Finding("f-1", "figure-conflict", "c-1", tuple(figure.span for figure in figures), "values differ")
        (line,) = view_lines(build_lookup(Report(told, figures=figures, findings=(finding,))), "event/")
        assert read(line) == [("Six", "", "bbc"), ("Nine", "", "ap, cnn")]
        assert "".join(piece.text for piece in line.heading) == "men"

    def test_one_figure_with_two_credits_names_whom_each_outlet_credits(self) -> None:
        told = event(ap="Nine men came.", bbc="Nine men came.")
        figures = tuple(
            Figure(f"n-{siglum}", place(told, siglum, "Nine"), 9.0, speaker_name=speaker, group="g-1")
            for siglum, speaker in (("ap", "Ada Korr"), ("bbc", "the harbour board"))
        )
        spans = tuple(figure.span for figure in figures)
        finding = Finding("f-1", "figure-conflict", "c-1", spans, "one value, different credits")
        (line,) = view_lines(build_lookup(Report(told, figures=figures, findings=(finding,))), "event/")
        assert read(line) == [("Nine", "Ada Korr", "ap"), ("Nine", "the harbour board", "bbc")]

    def test_a_conflict_of_stances_shows_the_verb_that_each_outlet_prints(self) -> None:
        told = event(ap="Korr claims the bridge fell.", bbc="Korr confirms the bridge fell.")
        spans = {siglum: place(told, siglum, "the bridge fell") for siglum in ("ap", "bbc")}
        quotes = tuple(
            Quote(f"q-{siglum}", "indirect", span, cue=place(told, siglum, verb))
            for (siglum, span), verb in zip(spans.items(), ("claims", "confirms"), strict=True)
        )
        made = (Appearance(spans["ap"], "claims"), Appearance(spans["bbc"], "confirms"))
        claim = Claim("c-1", "bridge", spans["ap"], made)
        finding = Finding("f-1", "stance-conflict", "c-1", tuple(spans.values()), "claims / confirms")
        (line,) = view_lines(build_lookup(Report(told, quotes=quotes, claims=(claim,), findings=(finding,))), "event/")
        assert [(words, who) for words, _, who in read(line)] == [("claims", "ap"), ("confirms", "bbc")]
        assert [one.stance.shape for one in line.readings if one.stance] == ["ring", "disc"]

    def test_an_altered_word_stands_with_two_words_on_either_side(self) -> None:
        told = event(
            ap="We will hold the line in the north for years.", bbc="We will hold the line on the north for years."
        )
        spans = tuple(Span(one.siglum, 0, len(one.text)) for one in told.articles)
        finding = Finding("f-1", "quote-altered", "c-1", spans)
        (line,) = view_lines(build_lookup(Report(told, findings=(finding,))), "event/")
        assert [words.strip(" …") for words, _, _ in read(line)] == ["the line in the north", "the line on the north"]

    def test_conflicts_come_before_whatever_else_was_found(self) -> None:
        told = event(ap="a b c d", bbc="a b c d")
        kinds = ["label-variance", "quote-altered", "attribution-lost", "quote-altered", "stance-conflict"]
        findings = tuple(
            Finding(f"f-{at}", kind, "c-1", (Span("ap", at, at + 1), Span("bbc", at, at + 1)))
            for at, kind in enumerate(kinds)
        )
        lines = view_lines(build_lookup(Report(told, findings=findings)), "event/")
        assert [line.kind for line in lines] == [
            "stance-conflict",
            "quote-altered",
            "quote-altered",
            "attribution-lost",
            "label-variance",
        ]


class TestOpenings:
    def test_the_verb_of_saying_in_a_headline_is_marked_and_the_claims_of_the_first_sentence_are_named(self) -> None:
        text = "Korr confirms bridge fell\n\nThe bridge fell on Monday."
        ap = Article("ap", text, title="Korr confirms bridge fell", headline=Span("ap", 0, 25))
        told = Event("event", (ap, Article("bbc", "The bridge fell on Monday.")))
        cue = place(told, "ap", "confirms")
        spans = (place(told, "ap", "The bridge fell"), place(told, "bbc", "The bridge fell"))
        claim = Claim("c-1", "bridge", spans[0], tuple(Appearance(span) for span in spans))
        report = Report(
            told,
            sentences=(Span("ap", 0, 25), Span("ap", 27, len(text)), Span("bbc", 0, 26)),
            quotes=(Quote("q-1", "indirect", place(told, "ap", "bridge fell"), cue=cue),),
            claims=(claim,),
        )
        first, second = view_openings(build_lookup(report), "event/")
        assert [piece.text for piece in first.card.headline if piece.mark == "cue"] == ["confirms"]
        assert "".join(piece.text for piece in first.card.headline) == "Korr confirms bridge fell"
        assert [one.href for one in first.claims] == ["claims/bridge/#in-ap"]
        assert [one.outlets for one in second.claims] == [2]


def order(**published: date) -> Order:
    articles = tuple(Article(siglum, "Six died.", published=moment) for siglum, moment in published.items())
    return view_order(build_lookup(Report(Event("event", articles))), "event/")


class TestOrder:
    def test_one_day_without_hours_tells_no_order(self) -> None:
        found = order(ap=date(2026, 3, 1), bbc=date(2026, 3, 1))
        assert not found.told
        assert found.day == "1 March 2026"

    def test_a_moment_is_a_point_and_a_day_is_as_wide_as_a_day(self) -> None:
        found = order(ap=date(2026, 3, 1), bbc=datetime(2026, 3, 2, 12, tzinfo=UTC), cnn=date(2026, 3, 4))
        assert found.told
        assert [(one.label, one.left, one.width) for one in found.moments] == [
            ("ap", 0.0, 25.0),
            ("bbc", 37.5, 0.0),
            ("cnn", 75.0, 25.0),
        ]
