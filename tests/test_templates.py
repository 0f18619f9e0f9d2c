from __future__ import annotations

import inspect
import posixpath
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError, meta
from lxml import html

from generator.model import Appearance, Claim, Event, Report, Span
from generator.pages import (
    EARLY_SCRIPTS,
    SCRIPTS,
    STYLESHEETS,
    build_pages,
    href,
    load_templates,
    safe_url,
    templates_dir,
)
from generator.pages.address import name_part, pair_id
from generator.pages.embeds import SCRIPT, STYLES
from generator.pages.method import MEANINGS, STAGES, find_thresholds, render_setting
from generator.pages.notes import render_notes
from generator.pages.tongue import load_tongue

OURS = sorted(
    path.relative_to(templates_dir()).as_posix()
    for folder in ("pages", "partials")
    for path in (templates_dir() / folder).glob("*.html")
)
OVERRIDES = sorted((templates_dir() / "overrides").rglob("*.html"))
ASSETS = sorted(path for path in (templates_dir() / "assets").rglob("*") if path.suffix in {".css", ".js"})
OWN_ASSETS = [path for path in ASSETS if "vendor" not in path.parts]


def text_of(name: str) -> str:
    return (templates_dir() / name).read_text("utf-8")


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def report() -> Report:
    event = Event.from_texts("ev", ap="Six died.", bbc="Six men died.")
    spans = tuple(Span(article.siglum, 0, len(article.text)) for article in event.articles)
    claim = Claim("c-1", "six", spans[0], tuple(Appearance(span, "claims") for span in spans))
    return Report(event, spans, spans, claims=(claim,))


def given_names(template: str) -> set[str]:
    """The names in a template's ``Context:`` head."""
    head = re.match(r"\{#-? Context: (.*?)(?: -- .*?)?#\}", template, re.DOTALL)
    assert head, "a template begins with what it is given"
    return set(re.findall(r"(?:^|, )(\w+):", head[1]))


def declared(template: str) -> set[str]:
    """Names that a template sets itself, for parts that it includes."""
    loops = re.findall(r"\{%-? for ([\w, ]+) in", template)
    widths = re.findall(r"\{%-? with (.*?) -?%\}", template)
    names = [name for found in loops for name in found.split(",")]
    return {name.strip() for name in names} | {name for found in widths for name in re.findall(r"(\w+) =", found)}


class TestTemplates:
    def test_there_are_templates(self) -> None:
        assert len(OURS) > 20

    @pytest.mark.parametrize("name", OURS)
    def test_a_template_is_given_what_it_says_and_nothing_else(self, name: str) -> None:
        text = text_of(name)
        used = meta.find_undeclared_variables(load_templates().parse(text))
        passed_on = {
            name
            for part in re.findall(r'include "([^"]+)"', text)
            for name in given_names(text_of(part)) - declared(text) - used
        }
        assert used | passed_on == given_names(text)

    @pytest.mark.parametrize("name", OURS)
    def test_nothing_is_printed_without_escaping(self, name: str) -> None:
        text = text_of(name)
        assert not re.search(r"\|\s*safe\b|autoescape|Markup|<script|<style|javascript:| on\w+=", text)
        assert all(f"='{{{{ {found} }}}}'" in text for found in re.findall(r"\{\{ ([^}]*tojson) \}\}", text))

    @pytest.mark.parametrize("name", OURS)
    def test_every_outside_address_is_checked_where_it_is_printed(self, name: str) -> None:
        links = re.findall(r'<a [^>]*href="\{\{ ([^}]*) \}\}"[^>]*rel="([^"]*)"', text_of(name))
        assert all(printed.endswith("| safe_url") and "noopener" in rel for printed, rel in links)
        assert not re.search(r'href="\{\{ \w+\.\w*\.?url \}\}"', text_of(name))

    @pytest.mark.parametrize("path", OVERRIDES, ids=lambda path: path.name)
    def test_an_override_escapes_every_text_it_prints(self, path: Path) -> None:
        ready = {
            "page.content",
            "super()",
            'super() | replace("<script src=", "<script data-src=", 1)',
            "page.meta.linked",
            'item.render(nav_item, "__nav_" ~ loop.index, 1)',
        }
        recursive = re.compile(r"render\(.*\)|' md-\S+( \S+)?' if .*")
        printed = [found.strip() for found in re.findall(r"\{\{(.*?)\}\}", path.read_text("utf-8"), re.DOTALL)]
        bare = [found for found in printed if not found.endswith("| e") and not recursive.fullmatch(found)]
        assert set(bare) <= ready

    def test_names_that_are_not_given_are_refused(self) -> None:
        with pytest.raises(UndefinedError):
            load_templates().from_string("{{ nobody }}").render()

    def test_escaping_is_on_whatever_the_template_is_called(self) -> None:
        assert load_templates().from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"

    def test_json_is_safe_within_an_attribute(self) -> None:
        shown = load_templates().from_string("<p data-x='{{ x | tojson }}'>").render(x="'</script><b>&")
        (element,) = html.fragments_fromstring(shown)
        assert element.get("data-x") == r'"\u0027\u003c/script\u003e\u003cb\u003e\u0026"'

    def test_a_users_single_partial_wins_and_the_rest_stays(self, tmp_path: Path) -> None:
        (tmp_path / "partials").mkdir()
        (tmp_path / "partials" / "glyph.html").write_text("[{{ shape }}]", "utf-8")
        ours = {page.path: page.body for page in build_pages([report()], load_templates())}
        theirs = {page.path: page.body for page in build_pages([report()], load_templates(tmp_path))}
        assert "[ring]claims" in theirs["ev/"]
        assert "<svg" not in theirs["ev/claims/six/"]
        assert ours["ev/data/"] == theirs["ev/data/"]

    def test_a_users_page_wins_whole(self, tmp_path: Path) -> None:
        (tmp_path / "pages").mkdir()
        (tmp_path / "pages" / "data.html").write_text('<h1 id="top">{{ view.files | length }} files</h1>', "utf-8")
        pages = build_pages([report()], load_templates(tmp_path))
        assert next(page.body for page in pages if page.path == "ev/data/") == '<h1 id="top">10 files</h1>'


class TestAssets:
    def test_every_stylesheet_and_script_listed_is_there_and_every_one_there_is_listed(self) -> None:
        listed = {*STYLESHEETS, *SCRIPTS, *EARLY_SCRIPTS, *STYLES, SCRIPT}
        assert {path.relative_to(templates_dir()).as_posix() for path in OWN_ASSETS} == listed

    @pytest.mark.parametrize("path", [*OWN_ASSETS, *OVERRIDES], ids=lambda path: path.name)
    def test_no_other_host_is_named(self, path: Path) -> None:
        assert not re.search(r"https?://|@import|url\(", path.read_text("utf-8"))

    def test_the_chart_library_comes_with_its_licence(self) -> None:
        vendor = templates_dir() / "assets" / "javascripts" / "vendor"
        assert "MIT" in (vendor / "plotly-LICENSE").read_text("utf-8")
        assert "plotly.js (basic - minified) v4.1.1" in (vendor / "plotly-basic.min.js").read_text("utf-8")[:200]

    @pytest.mark.parametrize("name", OURS)
    def test_every_class_of_ours_is_styled_or_read(self, name: str) -> None:
        known = " ".join(path.read_text("utf-8") for path in OWN_ASSETS)
        plain = re.sub(r"\{[%{].*?[%}]\}", " ", text_of(name))
        used = {word for found in re.findall(r'class="([^"]*)"', plain) for word in found.split()}
        assert {word for word in used if not word.endswith("--") and f".{word}" not in known} == set()


class TestAddresses:
    @pytest.mark.parametrize(
        "value",
        [
            "https://ap.example/a?b=c#d",
            "http://ap.example",
            "HTTPS://AP.example:8443/ä",
            "https://[2001:db8::1]/",
            "https://zürich.example/",
        ],
    )
    def test_absolute_web_addresses_pass_as_they_are(self, value: str) -> None:
        assert safe_url(value) == value

    @pytest.mark.parametrize(
        "value",
        [
            None,
            "",
            "javascript:alert(1)",
            " https://ap.example",
            "https://ap.example/ x",
            "//ap.example/",
            "/a",
            "https:ap.example",
            "https://",
            "https:///x",
            "https://user:word@ap.example/",
            "https://user@ap.example",
            "data:text/html,x",
            "ftp://ap.example/",
            "https://ap.example/\nx",
            "https://ap.example\\@evil.example",
            'https://ap.example/"x',
            "https://ap.example/<b>",
            "https://ap.example:port/",
            "https://a p.example/",
            "https://ap.example/\u202ex",
            "java\tscript:alert(1)",
            "https://[::1",
            "https://?x",
            "https://ap.example/" + "x" * 3000,
        ],
    )
    def test_everything_else_is_refused(self, value: str | None) -> None:
        assert not safe_url(value)

    @given(st.sampled_from(["", "https://", "http://a.example/"]), st.text(max_size=20))
    def test_what_passes_is_an_address_and_nothing_else(self, head: str, tail: str) -> None:
        passed = safe_url(head + tail)
        assert passed in {"", head + tail}
        assert not passed or re.fullmatch(r"https?://[^\s/?#@\"'<>\\]+([/?#][^\s\"'<>\\]*)?", passed, re.IGNORECASE)

    @pytest.mark.parametrize(
        ("here", "there", "fragment", "link"),
        [
            ("", "", "", "./"),
            ("", "ev/", "", "ev/"),
            ("ev/", "", "", "../"),
            ("ev/claims/a/", "ev/claims/b/", "", "../b/"),
            ("ev/claims/a/", "ev/articles/ap/", "s3", "../../articles/ap/#s3"),
            ("ev/data/", "ev/data/report.json", "", "report.json"),
            ("ev/", "ev/", "differs", "#differs"),
            ("method/", "ev/x y/", "", "../ev/x%20y/"),
        ],
    )
    def test_links_are_relative(self, here: str, there: str, fragment: str, link: str) -> None:
        assert href(here, there, fragment) == link

    @given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
    def test_a_link_leads_where_it_should(self, here: list[str], there: list[str]) -> None:
        start, goal = "".join(f"{part}/" for part in here), "".join(f"{part}/" for part in there)
        link = href(start, goal)
        assert posixpath.normpath(posixpath.join("/" + start, link)) == posixpath.normpath("/" + goal)

    @given(st.text(min_size=1, max_size=20))
    def test_any_name_has_its_own_address(self, name: str) -> None:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", name_part(name))
        assert name_part(name) == name or name_part(name) != name_part(f"{name}!")

    def test_a_pair_has_one_address_whichever_way_round(self) -> None:
        assert pair_id("bbc", "ap") == pair_id("ap", "bbc") == "ap--bbc"


class TestNotes:
    def test_markdown_is_read_and_links_leave_no_trace(self) -> None:
        shown = str(render_notes("*Six* died, [AP](https://ap.example/) said."))
        assert shown == (
            '<p><em>Six</em> died, <a href="https://ap.example/" rel="noopener noreferrer external">AP</a> said.</p>\n'
        )

    def test_headings_go_below_those_of_the_page(self) -> None:
        assert str(render_notes("# One\n\n## Two")) == "<h3>One</h3>\n<h4>Two</h4>\n"

    @pytest.mark.parametrize(
        "text",
        [
            "<script>x</script>",
            "<b onclick=x>",
            "[x](javascript:x)",
            "![x](https://ap.example/x.png)",
            "<https://u@ap.example>",
        ],
    )
    def test_html_scripts_and_images_come_out_as_text(self, text: str) -> None:
        allowed = {"p", "a", "em", "strong", "div"}
        parsed = html.fragment_fromstring(str(render_notes(text)), create_parent="div")
        assert {element.tag for element in parsed.iter()} <= allowed
        assert not any(name in {"onclick", "src"} for element in parsed.iter() for name in element.attrib)
        assert all(safe_url(link.get("href")) for link in parsed.iter("a") if "href" in link.attrib)


class TestMethod:
    def test_thresholds_shown_are_the_real_ones(self) -> None:
        body = html.document_fromstring(
            next(page.body for page in build_pages([], load_templates()) if page.path == "method/")
        )
        shown = {
            words_of(row.cssselect("th")[0]): words_of(row.cssselect("td")[0])
            for row in body.cssselect("tbody tr:has(code)")
        }
        real = {
            name: render_setting(parameter.default, load_tongue())
            for _, functions in STAGES
            for function in functions
            for name, parameter in inspect.signature(function).parameters.items()
            if parameter.kind is parameter.KEYWORD_ONLY and parameter.default is not parameter.empty
        }
        assert len(real) > 10
        assert shown == real

    def test_every_threshold_says_what_it_means(self) -> None:
        nameless = [
            f"{function.__name__}.{threshold.name}"
            for _, functions in STAGES
            for function in functions
            for threshold in find_thresholds((function,))
            if not threshold.meaning
        ]
        assert nameless == []

    def test_no_meaning_is_left_of_a_threshold_that_went(self) -> None:
        real = {
            f"{function.__name__}.{threshold.name}"
            for _, functions in STAGES
            for function in functions
            for threshold in find_thresholds((function,))
        }
        assert set(MEANINGS) <= real
