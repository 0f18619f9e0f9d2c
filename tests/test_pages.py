from __future__ import annotations

import gzip
import json
import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import html
from subject import SHARED

from generator.model import (
    Appearance,
    Article,
    Claim,
    Cluster,
    Event,
    Figure,
    Finding,
    Omission,
    Outlet,
    Quote,
    Report,
    Span,
)
from generator.pages import Page, build_pages, load_templates, safe_url
from generator.pages.address import pair_id
from generator.pages.annotate import Layer, cover, cut_segments
from generator.pages.data import FILES
from generator.pages.findings import view_findings
from generator.pages.lookup import build_lookup
from generator.pages.matrix import view_matrix
from generator.pages.overlap import count_shared, view_overlap
from generator.pages.pairs import view_pairs
from generator.pages.tongue import load_tongue, render_number
from generator.report import build_report

ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """a article b blockquote body br circle code dd del desc details div dl dt em figcaption figure h1 h2
        h3 h1 h2 h3 h4 h4 head hr html ins li line mark nav ol p path pre rect section span strong
        button fieldset input kbd label legend output summary sup svg table tbody td template text th thead time title
        tr tspan ul""",
    )
)
ADDRESSES = frozenset({"href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"})
HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='x",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "&lt;b&gt; &amp; & <",
    "]]><!-- -->",
    "</article></div>",
    "\u202e\u2067x",
    "＜script＞",
    "<a href='https://x.example'>",
    "\u2028",
    "Six died. ",
    "“At least six,” he said. ",
    "\n\n",
    "\n",
    " ",
)
texts = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=9), max_size=9
)


@cache
def templates() -> Environment:
    return load_templates()


def pages_of(*reports: Report) -> list[Page]:
    return list(build_pages(reports, templates()))


def page(pages: Sequence[Page], path: str) -> Page:
    return next(page for page in pages if page.path == path)


def tree(page: Page) -> html.HtmlElement:
    return html.document_fromstring(f"<html><body>{page.body}</body></html>")


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def at(event: Event, siglum: str, words: str) -> Span:
    start = event.article(siglum).text.index(words)
    return Span(siglum, start, start + len(words))


def whole(event: Event) -> tuple[Span, ...]:
    return tuple(Span(article.siglum, 0, len(article.text)) for article in event.articles)


def report_of(**texts: str) -> Report:
    """A claim that each article makes with its whole text, which is one sentence and one paragraph."""
    event = Event.from_texts("ev", **texts)
    spans = whole(event)
    claim = Claim("c-1", "claim", spans[0], tuple(Appearance(span) for span in spans), clusters=("k-1",))
    return Report(event, spans, spans, (Cluster("k-1", spans, 1.0),), claims=(claim,))


def pair(report: Report, first: str, second: str) -> html.HtmlElement:
    body = tree(page(pages_of(report), "ev/claims/claim/"))
    return body.get_element_by_id(pair_id(first, second))


class TestNumbersAndDates:
    def test_numbers_have_their_thousands_parted(self) -> None:
        assert [render_number(value) for value in (0, 6.0, 1500, 2.5, 1 / 3, 0.00012, 1e12)] == [
            "0",
            "6",
            "1,500",
            "2.5",
            "0.333",
            "0.00012",
            "1,000,000,000,000",
        ]

    def test_a_share_is_never_rounded_to_all_or_nothing(self) -> None:
        percent = load_tongue().percent
        assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == [
            "0 %",
            "1 %",
            "50 %",
            "99 %",
            "100 %",
        ]

    def test_dates_are_words(self) -> None:
        assert load_tongue().moment(None) == "date unknown"
        assert load_tongue().moment(date(2026, 3, 1)) == "1 March 2026"
        assert load_tongue().moment(datetime(2026, 3, 1, 7, 5, tzinfo=UTC)) == "1 March 2026, 07:05 (UTC+00:00)"

    def test_articles_stand_in_order_of_publication_whatever_they_know_of_it(self) -> None:
        moments = {
            "c": None,
            "b": date(2026, 3, 2),
            "d": datetime(2026, 3, 1, 23, tzinfo=UTC),
            "a": datetime(2026, 3, 2, 9),  # noqa: DTZ001 - outlets print times without a zone
        }
        event = Event("ev", tuple(Article(siglum, "x", published=moment) for siglum, moment in moments.items()))
        assert [article.siglum for article in build_lookup(Report(event)).articles] == ["d", "b", "a", "c"]


class TestSegments:
    def spans(self, text: str, *layers: tuple[str, str]) -> list[tuple[str, str]]:
        made = [
            Layer(Span("ap", text.index(words), text.index(words) + len(words)), "claim", link, "")
            for words, link in layers
        ]
        cut = cut_segments(text, Span("ap", 0, len(text)), made)
        return [(segment.text, segment.layer.href if segment.layer else "") for segment in cut]

    def test_nested_spans_are_cut_flat_and_the_smallest_wins(self) -> None:
        assert self.spans("At least six men died.", ("At least six men", "claim"), ("six", "figure")) == [
            ("At least ", "claim"),
            ("six", "figure"),
            (" men", "claim"),
            (" died.", ""),
        ]

    def test_crossing_spans_are_cut_flat(self) -> None:
        assert self.spans("a bb c", ("a bb", "one"), ("b c", "two")) == [("a b", "one"), ("b c", "two")]

    def test_neighbours_that_lead_to_one_place_are_one_link(self) -> None:
        assert self.spans("six men", ("six", "one"), (" men", "one")) == [("six men", "one")]

    def test_a_comma_between_two_links_is_no_link(self) -> None:
        text = "six, nine"
        made = [
            Layer(Span("ap", 0, 9), "claim", "the claim", ""),
            Layer(Span("ap", 0, 3), "figure", "six", ""),
            Layer(Span("ap", 5, 9), "figure", "nine", ""),
        ]
        cut = cut_segments(text, Span("ap", 0, len(text)), made)
        assert [(segment.text, segment.layer is not None) for segment in cut] == [
            ("six", True), (", ", False), ("nine", True),
        ]  # fmt: skip

    def test_an_anchor_stands_where_its_span_begins(self) -> None:
        cut = cut_segments("it is so", Span("ap", 0, 8), [Layer(Span("ap", 3, 8), "claim", "x", "", "claim-x")])
        assert [(segment.text, segment.anchors) for segment in cut] == [("it ", ()), ("is so", ("claim-x",))]

    @given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from("xyz"))))
    def test_no_sign_is_lost_added_or_moved(self, text: str, drawn: list[tuple[int, int, str]]) -> None:
        layers = [Layer(Span("ap", min(a, b), max(a, b)), "claim", link, "") for a, b, link in drawn]
        cut = cut_segments(text, Span("ap", 0, len(text)), layers)
        assert "".join(segment.text for segment in cut) == text

    @given(st.integers(0, 20), st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25))))
    def test_parts_and_gaps_cover_the_whole(self, size: int, drawn: list[tuple[int, int]]) -> None:
        parts = cover(Span("ap", 0, size), [Span("ap", min(a, b), max(a, b)) for a, b in drawn])
        assert [sign for span, _ in parts for sign in range(span.start, span.end)] == list(range(size))


class TestPairs:
    def test_a_pair_shows_both_texts_inline_and_side_by_side(self) -> None:
        shown = pair(report_of(ap="Six men died there.", bbc="Eight men died there."), "bbc", "ap")
        inline = shown.cssselect(".v-pair__inline")[0]
        assert words_of(inline) == "deleted: Six, inserted: Eight, men died there."
        assert [words_of(side) for side in shown.cssselect(".v-side .v-words")] == [
            "deleted: Six, men died there.",
            "inserted: Eight, men died there.",
        ]

    def test_deleted_and_inserted_words_are_elements_and_words_never_colour_alone(self) -> None:
        shown = pair(report_of(ap="Six men died there.", bbc="Eight men died there."), "ap", "bbc")
        assert [element.tag for element in shown.cssselect(".v-pair__inline .v-del, .v-pair__inline .v-ins")] == [
            "del",
            "ins",
        ]

    def test_signs_alone_are_told_apart_from_words(self) -> None:
        shown = pair(report_of(ap="The town’s men, he said, died.", bbc="The town's men he said died."), "ap", "bbc")
        assert "Only punctuation, glyphs, capitals or spelling differ." in words_of(shown)
        assert shown.cssselect(".v-style")
        assert not [mark for mark in shown.cssselect("del, ins") if "v-style" not in mark.get("class", "")]

    def test_a_comma_follows_its_word_in_the_inline_text(self) -> None:
        shown = pair(report_of(ap="the war and he stays", bbc="the war, and he stays"), "ap", "bbc")
        assert words_of(shown.cssselect(".v-pair__inline")[0]).startswith("the warinserted sign: ,")

    def test_texts_that_have_little_in_common_stand_side_by_side_without_marks(self) -> None:
        shown = pair(report_of(ap="Six men died there.", bbc="Nobody knows how many were lost."), "ap", "bbc")
        assert "Too far apart for a diff" in words_of(shown)
        assert not shown.cssselect("del, ins")
        assert len(shown.cssselect(".v-side")) == 2

    def test_signs_never_lead(self) -> None:
        report = report_of(
            ap="Six men died there on Monday.", bbc="Six men died there on Monday", cnn="Six men died here on Monday."
        )
        lookup = build_lookup(report)
        kinds = [view.difference for view in view_pairs(lookup, report.claims[0], "ev/claims/claim/")]
        assert kinds == ["words", "words", "glyphs"]

    def test_of_similar_pairs_the_one_with_most_differences_leads(self) -> None:
        report = report_of(
            ap="one two three four five six seven eight",
            bbc="one two three four five six seven nine",
            cnn="one two three four five six here now",
            dpa="eight of them",
        )
        lookup = build_lookup(report)
        assert view_pairs(lookup, report.claims[0], "ev/claims/claim/")[0].id in {"ap--cnn", "bbc--cnn"}

    def test_each_pair_of_carriers_has_its_address_and_its_link(self) -> None:
        report = report_of(ap="Six died.", bbc="Six men died.", cnn="Six people died.", dpa="Six dead.")
        shown = page(pages_of(report), "ev/claims/claim/")
        expected = {pair_id(*both) for both in combinations(["ap", "bbc", "cnn", "dpa"], 2)}
        assert expected <= shown.anchors
        chosen = [link.get("href") for link in tree(shown).cssselect(".v-chooser a")]
        assert sorted(chosen) == sorted(f"#{name}" for name in expected)

    def test_of_several_places_in_an_article_the_closest_is_shown(self) -> None:
        event = Event.from_texts("ev", ap="Six men died there.", bbc="Men fell. Six men have died there.")
        spans = [
            at(event, "ap", "Six men died there."),
            at(event, "bbc", "Men fell."),
            at(event, "bbc", "Six men have died there."),
        ]
        claim = Claim("c-1", "claim", spans[0], tuple(Appearance(span) for span in spans))
        found = view_pairs(build_lookup(Report(event, claims=(claim,))), claim, "ev/claims/claim/")
        assert [(view.count, view.elsewhere) for view in found] == [(1, 1)]


class TestFindings:
    def report(self, *findings: Finding, **texts: str) -> Report:
        return replace(report_of(**texts), findings=findings)

    def test_altered_words_are_marked_in_each_quotation(self) -> None:
        texts = {"ap": "His assault in the north goes on.", "bbc": "His assault on the north goes on."}
        spans = whole(Event.from_texts("ev", **texts))
        report = self.report(Finding("f-1", "quote-altered", "c-1", spans), **texts)
        (view,) = view_findings(build_lookup(report), "ev/")
        marked = [[piece.text for piece in row.pieces if piece.mark == "differs"] for row in view.rows]
        assert marked == [["in"], ["on"]]
        assert view.label == "Altered quotation"

    def test_a_conflict_over_a_denial_is_named_as_one_wherever_it_is_named(self) -> None:
        spans = whole(event := Event.from_texts("ev", ap="It was late.", bbc="It was late."))
        claim = Claim("c-1", "late", spans[0], tuple(Appearance(span) for span in spans))
        for note, name in [
            ("denies / did not say", "Denied, or not denied"),
            ("claims / confirms", "Claimed, or confirmed"),
        ]:
            finding = Finding("f-1", "stance-conflict", "c-1", spans, note)
            lookup = build_lookup(Report(event, claims=(claim,), findings=(finding,)))
            assert [view.label for view in view_findings(lookup, "ev/")] == [name]
            assert view_matrix(lookup, "ev/", (claim,)).rows[0].differs == (name,)

    def test_each_kind_comes_once_before_any_comes_twice(self) -> None:
        kinds = ["stance-conflict", "figure-conflict", "figure-conflict", "quote-altered"]
        texts = {"ap": "a b c d", "bbc": "a b c d"}
        findings = [
            Finding(f"f-{number}", kind, "c-1", (Span("ap", 2 * number, 2 * number + 1),))
            for number, kind in enumerate(kinds)
        ]
        views = view_findings(build_lookup(self.report(*findings, **texts)), "ev/")
        assert [view.kind for view in views] == [
            "figure-conflict",
            "stance-conflict",
            "quote-altered",
            "figure-conflict",
        ]

    def test_a_conflict_of_figures_is_drawn(self) -> None:
        texts = {"ap": "Six men died.", "bbc": "Eight men died."}
        event = Event.from_texts("ev", **texts)
        figures = tuple(
            Figure(f"n-{siglum}", at(event, siglum, words), value, counts=at(event, siglum, "men"), group="g-1")
            for siglum, words, value in (("ap", "Six", 6.0), ("bbc", "Eight", 8.0))
        )
        finding = Finding("f-1", "figure-conflict", "c-1", tuple(figure.span for figure in figures))
        report = replace(self.report(finding, **texts), figures=figures)
        body = tree(page(pages_of(report), "ev/"))
        (line,) = body.cssselect(".v-line--figure-conflict")
        assert words_of(line.cssselect(".v-line__head")[0]) == "men"
        assert [words_of(item) for item in line.cssselect(".v-line__readings li")] == ["Six ap", "Eight bbc"]
        (drawn,) = body.cssselect("#figures ~ * svg desc")
        assert drawn.text == "ap: Six (exact, own voice); bbc: Eight (exact, own voice)"


class TestEventPages:
    def test_a_cell_leads_to_the_outlet_on_the_claim_page_and_absence_is_said(self) -> None:
        event = Event.from_texts("ev", ap="Six died.", bbc="Six died.", cnn="No word.")
        spans = whole(event)[:2]
        made = (Appearance(spans[0], "claims"), Appearance(spans[1], "confirms"))
        claim = Claim("c-1", "six", spans[0], made, omitted_by=("cnn",))
        body = tree(page(pages_of(Report(event, claims=(claim,))), "ev/"))
        cells = body.cssselect(".v-matrix tbody td")
        assert [words_of(cell) for cell in cells] == ["claims", "confirms", "–not carried", ""]
        assert cells[1].cssselect("a")[0].get("href") == "claims/six/#in-bbc"

    def test_shared_words_are_counted_once_and_from_each_side(self) -> None:
        event = Event.from_texts("ev", ap="Six men died there.", bbc="Then six men died, they say.")
        one, other = at(event, "ap", "Six men died"), at(event, "bbc", "six men died")
        nested = (at(event, "ap", "men died"), at(event, "bbc", "six men died, they"))
        clusters = (Cluster("k-1", (one, other), 1.0), Cluster("k-2", nested, 0.8))
        shared = count_shared(build_lookup(Report(event, clusters=clusters)))
        assert shared == {("ap", "bbc"): 3, ("bbc", "ap"): 4}
        most = view_overlap(build_lookup(Report(event, clusters=clusters)), "ev/").most
        assert most == ("ap", "bbc", 3, 4)

    def test_an_article_without_a_title_is_named_by_its_first_words_and_says_so(self) -> None:
        body = tree(page(pages_of(Report(Event.from_texts("ev", ap="Six men died."))), "ev/articles/"))
        assert words_of(body.cssselect(".v-card__head")[0]) == "Six men died."
        assert "No headline" in words_of(body)

    def test_a_claim_tells_how_it_is_left_out_and_how_each_place_was_found(self) -> None:
        report = report_of(ap="The gate held.", bbc="The wall broke.", cnn="The gate held well.", dpa="It held.")
        (claim,) = report.claims
        made = tuple(replace(one, rule="words in common", score=0.413) for one in claim.appearances[:2])
        left = (Omission("cnn", "trimmed"), Omission("dpa", "superseded"))
        claim = replace(claim, appearances=made, omissions=left, omitted_by=("cnn", "dpa"))
        body = tree(page(pages_of(replace(report, claims=(claim,))), "ev/claims/claim/"))
        told = [" ".join(line.text_content().split()) for line in body.find_class("v-omitted")]
        assert [line.partition(":")[0] for line in told] == ["dpa · superseded", "cnn · trimmed"]
        assert body.text_content().count("found by: words in common · 0.41") == len(made)

    def test_two_outlets_whose_names_make_one_address_are_kept_apart(self) -> None:
        articles = (Article("a", "x", outlet="The News!"), Article("b", "x", outlet="The News?"))
        paths = [page.path for page in pages_of(Report(Event("ev", articles))) if page.parent == "ev/outlets/"]
        assert len(set(paths)) == 2

    def test_marks_that_nobody_is_credited_with_have_no_speaker_and_no_stance(self) -> None:
        event = Event.from_texts("ev", ap="The “hero” came.")
        quote = Quote("q-1", "partial", at(event, "ap", "hero"))
        body = tree(page(pages_of(Report(event, sentences=whole(event), quotes=(quote,))), "ev/quotes/"))
        assert "credited to nobody" in words_of(body.cssselect("h2")[0])
        assert not body.cssselect(".v-quote .v-stance")

    def test_many_events_leave_the_navigation(self) -> None:
        reports = [Report(Event(f"ev{number}", (Article("ap", "x"),))) for number in range(21)]
        assert [page.path for page in pages_of(*reports) if page.in_nav] == ["", "method/"]
        assert [page.path for page in pages_of(reports[0]) if page.in_nav] == ["", "method/", "ev0/"]

    def test_no_event_still_makes_a_site(self) -> None:
        assert [page.path for page in pages_of()] == ["", "method/"]


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report: every text in it is hostile, every span stands anywhere."""

    def text() -> str:
        return "".join(draw(texts))

    bodies = {siglum: "x" + text() for siglum in ("ap", "bbc", "cnn")[: draw(st.integers(1, 3))]}

    def span() -> Span:
        siglum = draw(st.sampled_from(sorted(bodies)))
        ends = sorted(draw(st.tuples(*[st.integers(0, len(bodies[siglum]))] * 2)))
        return Span(siglum, ends[0], ends[1])

    def spans(most: int = 3) -> tuple[Span, ...]:
        return tuple(span() for _ in range(draw(st.integers(0, most))))

    articles = tuple(
        Article(
            siglum,
            body,
            outlet=text() or siglum,
            title=text(),
            url=text(),
            author=text(),
            agency=text(),
            headline=Span(siglum, 0, len(body) // 3) if draw(st.booleans()) else None,
            lang=draw(st.sampled_from(["en", "ar"])),
        )
        for siglum, body in bodies.items()
    )
    outlets = tuple(Outlet(article.outlet, text(), text(), text(), text()) for article in articles)
    event = Event("ev", articles, text(), text(), "en", text(), text(), outlets)
    appearances = tuple(Appearance(span(), "claims", text()) for _ in range(draw(st.integers(1, 4))))
    quote = Quote("q-1", "direct", span(), span(), span(), text())
    figures = tuple(
        Figure(f"n-{number}", span(), float(number), None, "about", text(), span(), text(), text(), group="g-1")
        for number in range(draw(st.integers(0, 3)))
    )
    claim = Claim(
        "c-1",
        "claim",
        span(),
        appearances,
        rule=text(),
        clusters=("k-1",),
        quotes=("q-1",),
        origins=(text(),),
        figures=tuple(figure.id for figure in figures),
        omitted_by=tuple(sorted(bodies)[:1]),
    )
    kinds = ("quote-altered", "figure-conflict", "stance-conflict", "something-new")
    findings = tuple(Finding(f"f-{kind}", kind, "c-1", (*spans(2), appearances[0].span), text()) for kind in kinds)
    return Report(event, spans(), spans(), (Cluster("k-1", spans(), 0.5),), (quote,), figures, (claim,), findings)


LAW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def breaches(page: Page) -> Iterator[str]:
    """What must not be in a page: elements and attributes that are not ours, addresses that are not plain."""
    for element in tree(page).iter():
        if element.tag not in ELEMENTS:
            yield f"{page.path}: element {element.tag}"
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name in {"style", "srcdoc"}:
                yield f"{page.path}: attribute {name}"
            if name in ADDRESSES and not is_plain(value):
                yield f"{page.path}: address {value}"


def is_plain(link: str) -> bool:
    return bool(safe_url(link)) or bool(re.fullmatch(r"[A-Za-z0-9_./%~-]*(#[A-Za-z0-9_.%~-]*)?", link))


class TestLaws:
    @LAW
    @given(reports())
    def test_nothing_from_content_reaches_a_page_unescaped(self, report: Report) -> None:
        assert [breach for page in pages_of(report) for breach in breaches(page)] == []

    @LAW
    @given(reports())
    def test_an_articles_page_shows_its_text_and_nothing_else(self, report: Report) -> None:
        pages = pages_of(report)
        for article in report.event.articles:
            shown = [
                element.text_content()
                for element in tree(page(pages, f"ev/articles/{article.siglum}/")).cssselect(".v-text")
            ]
            own = [span for span in report.paragraphs if span.siglum == article.siglum]
            parts = [report.event[span] for span, _ in cover(Span(article.siglum, 0, len(article.text)), own)]
            assert shown == [part for part in parts if part.strip()]
            assert "".join("".join(shown).split()) == "".join(article.text.split())

    @LAW
    @given(reports())
    def test_every_link_between_our_pages_has_an_end(self, report: Report) -> None:
        pages = pages_of(report)
        anchors = {page.path: page.anchors for page in pages}
        files = {f"ev/data/{name}" for name, _ in FILES} | {"ev/changes/feed.xml", "ev/changes/feed.json"}
        for page_ in pages:
            for link in tree(page_).cssselect("a[href]"):
                if link.get("rel"):
                    continue
                address, _, fragment = link.get("href").partition("#")
                target = posixpath.normpath(posixpath.join("/", page_.path, address)).lstrip("/")
                target = page_.path if not address else f"{target}/" if target and target not in files else target
                assert target in anchors or target in files, (page_.path, link.get("href"))
                sentence = re.fullmatch(r"p-[0-9a-f]{8}", fragment)
                assert not fragment or fragment in anchors[target] or sentence, (page_.path, link.get("href"))

    def test_a_built_report_has_no_loose_end_at_all(self) -> None:
        text = "Six men died on Monday, the mayor said. “We will rebuild the bridge,” he said. At least 40 were hurt."
        other = "At least six men died on Monday. “We will rebuild the old bridge,” the mayor said. Some 60 were hurt."
        pages = pages_of(build_report(Event.from_texts("ev", ap=text, bbc=other, cnn="Nothing was known.")))
        anchors = {f"/{page_.path}": page_.anchors for page_ in pages}
        links = [(page_, link.get("href")) for page_ in pages for link in tree(page_).cssselect("a[href*='#']")]
        assert len(links) > 30
        for page_, link in links:
            address, _, fragment = link.partition("#")
            joined = posixpath.normpath(posixpath.join("/", page_.path, address))
            assert fragment in anchors[joined if joined == "/" else f"{joined}/"], (page_.path, link)

    @LAW
    @given(reports())
    def test_anchors_and_headings_are_those_of_the_body_and_no_anchor_comes_twice(self, report: Report) -> None:
        for page_ in pages_of(report):
            found = [element.get("id") for element in tree(page_).cssselect("[id]")]
            assert sorted(page_.anchors) == sorted(found)
            assert page_.contents[0].id == "top"
            assert page_.body.startswith("<h1 id=")
            assert all(heading.id in page_.anchors for heading in page_.contents)

    @LAW
    @given(reports())
    def test_the_same_report_gives_the_same_pages(self, report: Report) -> None:
        assert pages_of(report) == pages_of(report)


def test_known_attacks_stay_text() -> None:
    folder = SHARED / "hostile" / "markup.jsonl.gz"
    if not folder.exists():
        pytest.skip(f"{folder} is not here")
    lines = gzip.decompress(folder.read_bytes()).decode("utf-8").split("\n")
    payloads = [json.loads(line)["text"] for line in lines if line][::20]
    articles = tuple(
        Article(f"a{number}", text or "x", outlet=text or "x", title=text, url=text, author=text)
        for number, text in enumerate(
            re.sub(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]", "", payload) for payload in payloads
        )
    )
    assert len(articles) > 100
    for first in range(0, len(articles), 10):
        pages = pages_of(Report(Event("ev", articles[first : first + 10], articles[first].title or "x")))
        assert [breach for page_ in pages for breach in breaches(page_)] == []
