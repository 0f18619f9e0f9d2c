"""Links, citations and embedded pages: made of the data, whole, and never markup."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from lxml import html

from generator.model import Article, Event
from generator.pages import Imprint, build_embeds, build_pages, load_templates, templates_dir
from generator.pages.citing import Share, origin, share
from generator.pages.linked import render_linked
from generator.pages.lookup import Lookup, build_lookup
from generator.permalinks import Registry, register
from generator.report import build_report

SITE = Imprint("Bridge Watch", "https://watch.example/sub/")
ECHO = (
    "The council said on Tuesday that the old bridge would stay closed until the end of May.\n\n"
    "“We knew that the pillars were weak,” said engineer Ada Holm. At least 12 people were hurt in the fall."
)
POST = (
    "The council said on Tuesday that the old bridge will stay closed until the end of June.\n\n"
    "“We knew that the pillars were weak,” Ada Holm told the Post. At least 14 people were hurt in the fall."
)
NASTY = "</script><script>alert(1)</script> {\\b} 50% & $x_1^2$ #7 ~ \"q\" 'a' \u2028"


@cache
def templates() -> Environment:
    return load_templates()


def registry(**titles: str) -> Registry:
    articles = tuple(
        Article(siglum, text, outlet=siglum.title(), title=titles.get(siglum, ""), published=date(2026, 3, day))
        for siglum, text, day in (("echo", ECHO, 1), ("post", POST, 2))
    )
    return register(build_report(Event("bridge", articles, title="The old bridge")))


def lookup(imprint: Imprint = SITE) -> Lookup:
    known = registry()
    return build_lookup(known.report, known, imprint)


def bodies(imprint: Imprint = SITE, **titles: str) -> dict[str, str]:
    known = registry(**titles)
    return {page.path: page.body for page in build_pages([known.report], templates(), [known], imprint)}


def shares(body: str) -> list[html.HtmlElement]:
    return list(html.document_fromstring(body).cssselect(".v-share__forms"))


def forms(element: html.HtmlElement) -> dict[str, str]:
    rows = element.cssselect("div")
    return {row.cssselect("dt")[0].text_content(): row.cssselect("dd")[0].text_content() for row in rows}


def cited(title: str) -> Share:
    return share(lookup(), "bridge/", "bridge/quotes/", "q-1", what="Quotation", title=title, note=title)


class TestCitations:
    def test_each_thing_names_itself_the_event_the_site_the_day_and_its_address(self) -> None:
        found = cited("“Weak”")
        assert found.href == "quotes/#q-1"
        assert found.address == "https://watch.example/sub/bridge/quotes/#q-1"
        assert found.text == (
            "“Weak” (“Weak”). Quotation in: The old bridge. Bridge Watch, 2026-03-02. "
            "https://watch.example/sub/bridge/quotes/#q-1"
        )

    def test_csl_json_is_what_reference_managers_read(self) -> None:
        (item,) = json.loads(cited("“Weak”").csl)
        assert item["type"] == "webpage"
        assert item["issued"] == {"date-parts": [[2026, 3, 2]]}
        assert item["URL"] == cited("“Weak”").address
        assert item["container-title"] == "The old bridge"

    @given(st.text(max_size=40) | st.just(NASTY))
    def test_bibtex_braces_always_close(self, title: str) -> None:
        entry = cited(title).bibtex
        depth = 0
        for sign in re.sub(r"\\[{}]", "", entry):
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 0
        assert re.match(r"@misc\{bridge-q-1,\n", entry)

    def test_without_a_date_a_citation_has_none(self) -> None:
        bare = build_lookup(build_report(Event.from_texts("bridge", echo="Six died.", post="Six died.")))
        found = share(bare, "", "bridge/", "", what="Claim", title="x")
        assert "1970" not in found.text + found.bibtex + found.csl
        assert found.address == "bridge/"

    def test_an_article_is_named_with_what_is_known_of_it(self) -> None:
        assert origin(lookup(), "echo") == "Echo, 2026-03-01"


class TestPages:
    @pytest.mark.parametrize(
        ("path", "kinds"),
        [
            (r"bridge/claims/[^/]+/", {"claim", "word for word", "chart", "figure", "finding"}),
            (r"bridge/figures/", {"chart", "figure"}),
            (r"bridge/quotes/", {"quotation"}),
            (r"bridge/articles/echo/", {"passage"}),
        ],
    )
    def test_each_kind_of_thing_can_be_linked_and_cited(self, path: str, kinds: set[str]) -> None:
        found = [
            json.loads(forms(one)["CSL-JSON"])[0]["genre"].lower()
            for name, body in bodies().items()
            if re.fullmatch(path, name)
            for one in shares(body)
        ]
        assert set(found) >= kinds

    def test_each_sentence_of_an_article_can_be_cited(self) -> None:
        body = bodies()["bridge/articles/echo/"]
        sentences = re.findall(r'class="v-sentence" id="([^"]+)"', body)
        cited = [forms(one)["Link"].partition("#")[2] for one in shares(body)]
        assert cited == sentences
        assert len(sentences) == 3

    def test_each_link_leads_to_something(self) -> None:
        known = registry()
        pages = {page.path: page for page in build_pages([known.report], templates(), [known], SITE)}
        for page in pages.values():
            for one in shares(page.body):
                path, _, fragment = one.get("data-address", "").removeprefix(SITE.url).partition("#")
                assert not fragment or fragment in pages[path].anchors, one.get("data-address")

    def test_markup_in_a_title_stays_text(self) -> None:
        for body in bodies(echo=NASTY, post=NASTY).values():
            assert "<script" not in body
            assert not html.document_fromstring(body).cssselect("script")


class TestEmbeds:
    def test_claims_pairs_and_charts_have_small_documents_of_their_own(self) -> None:
        found = {one.path: one.html for one in build_embeds([registry()], templates(), SITE)}
        assert [path for path in found if re.fullmatch(r"bridge/claims/[^/]+/embed/pairs/", path)]
        assert [path for path in found if re.fullmatch(r"bridge/figures/embed/[^/]+/", path)]
        offered = {
            address.removeprefix(SITE.url).partition("#")[0]
            for body in bodies().values()
            for one in shares(body)
            for address in re.findall(r'src="([^"]+)"', forms(one).get("Embed", ""))
        }
        assert offered == set(found)

    def test_a_document_with_all_it_loads_is_under_sixty_kilobytes_without_the_chart_library(self) -> None:
        for one in build_embeds([registry()], templates(), SITE):
            loaded = re.findall(r'(?:src|href)="[./]*(assets/[^"]+)"', one.html)
            assert len(loaded) > 5
            total = len(one.html.encode()) + sum((templates_dir() / name).stat().st_size for name in loaded)
            assert total < 60_000, one.path

    def test_a_document_is_escaped_and_names_the_page_it_is_from(self) -> None:
        for one in build_embeds([registry(echo=NASTY, post=NASTY)], templates(), SITE):
            tree = html.document_fromstring(one.html)
            assert all(script.get("src") for script in tree.cssselect("script"))
            (canonical,) = tree.cssselect("link[rel=canonical]")
            assert canonical.get("href", "").startswith(SITE.url)
            assert tree.cssselect("meta[name=robots]")


class TestLinkedData:
    def linked(self, path: str) -> dict[str, object]:
        known = registry(echo=NASTY)
        pages = build_pages([known.report], templates(), [known], SITE)
        (text,) = (page.linked for page in pages if re.fullmatch(path, page.path) and page.linked)
        assert not set("<>&\u2028") & set(text)
        found: dict[str, object] = json.loads(text)
        return found

    def test_an_article_is_a_news_article(self) -> None:
        found = self.linked(r"bridge/articles/echo/")
        assert found["mainEntity"] == {
            "@type": "NewsArticle", "headline": NASTY, "publisher": {"@type": "NewsMediaOrganization", "name": "Echo"},
            "datePublished": "2026-03-01", "inLanguage": "en",
        }  # fmt: skip

    def test_a_claim_appears_in_articles_in_their_words(self) -> None:
        found = self.linked(r"bridge/claims/the-council[^/]*/")
        assert found["@type"] == "Claim"
        appearances = found["appearance"]
        assert isinstance(appearances, list)
        assert [one["@type"] for one in appearances] == ["NewsArticle", "NewsArticle"]
        assert appearances[0]["hasPart"][0]["@type"] == "Quotation"

    def test_nothing_is_a_review(self) -> None:
        known = registry()
        assert "ClaimReview" not in "".join(page.linked for page in build_pages([known.report], templates(), [known]))

    @given(st.text())
    def test_no_text_ends_the_element_it_stands_in(self, text: str) -> None:
        shown = render_linked({"text": text})
        assert "<" not in shown
        assert json.loads(shown)["text"] == text
