"""The site's own words in every language: nothing unsaid, nothing said in English, and the data as they were."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
from catalogues import ARCHIVE, VOCABULARY, gather, load, template_files
from lxml import html
from subject import event

from generator import report_to_dict
from generator.charts import Tick
from generator.model import Event
from generator.pages import (
    LANGUAGES,
    Imprint,
    build_embeds,
    build_pages,
    load_templates,
    load_tongue,
    render_event_feeds,
)
from generator.pages.axes import name_tick
from generator.pages.tongue import find_direction
from generator.permalinks import Registry, register
from generator.report import build_report

OTHERS = LANGUAGES[1:]
GOLDEN = Path(__file__).with_name("golden")
PART = re.compile(r"%\((\w+)\)s|</?([a-z]+)")
JINJA = re.compile(r"\{% trans.*?endtrans %\}|\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
SPOKEN = re.compile(r'(?:aria-label|title|placeholder|alt|data-outlet-word|data-told)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]+")
NAMED = {"· Variorum"}
"""The site."""
LETTERS = re.compile(r"[A-Za-z]{2}")
CODES = frozenset({"CSV", "SVG", "PNG", "BibTeX", "CSL-JSON", "report.json", "Atom", "JSON Feed", "no-js"})
TEXTS = {
    "ap": "Six people died in the fire, the mayor said. “We saw nothing,” Ana Ruiz said. At least 1,500 homes burned.",
    "bbc": "Eight people died in the fire, the mayor claimed. “We saw nothing at all,” Ana Ruiz said. Homes burned.",
    "dw": "Eight people died in the fire, the mayor claimed. Some 2,000,000 homes burned in the valley.",
}


def written_outside(template: str) -> list[str]:
    """Words of a template that stand neither in a string of the catalogue nor in a tag that nobody reads."""
    spoken = [text for text in SPOKEN.findall(template) if LETTERS.search(JINJA.sub("", text))]
    plain = re.sub(r"<[^<>]*>", "\n", JINJA.sub("", template).replace("&nbsp;", ""))
    return spoken + [line.strip() for line in plain.splitlines() if LETTERS.search(line) and line.strip() not in CODES]


class TestCatalogues:
    @pytest.mark.parametrize("lang", OTHERS)
    def test_every_string_is_said(self, lang: str) -> None:
        known, strings = load(lang), [message for message in gather() if message.id]
        assert len(strings) > 400
        said = {(one.context, str(one.id)): one.string for one in known if one.id}
        asked = {(one.context, str(one.id)) for one in strings}
        assert {key for key in asked if not all(said.get(key) or [""])} == set()
        assert set(said) - asked == set()

    @pytest.mark.parametrize("lang", OTHERS)
    def test_every_string_has_the_same_parts_and_tags(self, lang: str) -> None:
        for message in load(lang):
            forms = [message.string] if isinstance(message.string, str) else message.string or []
            asked = message.id if isinstance(message.id, str) else message.id[-1]
            for form in forms:
                assert Counter(PART.findall(form)) == Counter(PART.findall(asked)), form

    @pytest.mark.parametrize("path", template_files(), ids=lambda path: path.name)
    def test_no_template_says_a_word_that_is_in_no_catalogue(self, path: Path) -> None:
        assert written_outside(path.read_text("utf-8")) == []

    def test_words_outside_the_catalogue_are_seen(self) -> None:
        assert written_outside('<p>{{ _("Said") }} and more</p>') == ["and more"]
        assert written_outside('<p aria-label="Unsaid">{{ x }}</p>') == ["Unsaid"]
        assert written_outside('{% trans %}Said <b>so</b>{% endtrans %}<p title="{{ _("So") }}"> · </p>') == []

    def test_only_what_asks_for_no_language_is_left_out(self) -> None:
        assert all(name.startswith("archive") for name in ARCHIVE)

    def test_every_rule_and_note_that_a_report_has_known_is_in_the_vocabulary(self) -> None:
        rules, notes = set[str](), set[str]()
        for path in GOLDEN.glob("*/expected/report.json"):
            report = json.loads(path.read_text("utf-8"))
            rules |= {one["rule"] for one in report["claims"]}
            rules |= {made["rule"] for one in report["claims"] for made in one["appearances"]}
            notes |= {one["note"] for one in report["findings"] if one["kind"] != "stance-conflict"}
        assert rules
        assert {part for rule in rules if rule for part in rule.split(", ")} | notes <= set(VOCABULARY["rule"])


@cache
def registry() -> Registry:
    return register(build_report(event(**TEXTS)))


@cache
def site(lang: str) -> dict[str, str]:
    """Every page and document of a small site by its address."""
    imprint, templates = Imprint(lang=lang), load_templates(None, load_tongue(lang))
    made = {page.path: page.body for page in build_pages([registry().report], templates, [registry()], imprint)}
    return made | {one.path: one.html for one in build_embeds([registry()], templates, imprint)}


def _lang(element: html.HtmlElement) -> str:
    near = next((one for one in (element, *element.iterancestors()) if one.get("lang")), None)
    return "" if near is None else str(near.get("lang"))


def texts(body: str) -> Iterator[str]:
    """What is read or heard of a page and is no quoted text of another language."""
    for element in html.document_fromstring(body).iter():
        held = [element.get(name, "") for name in ("aria-label", "title", "data-told")]
        if element.tag in {"pre", "code", "style", "script"} or not isinstance(element.tag, str):
            held = []
        elif _lang(element) != "en":
            held.append(element.text or "")
        yield from (" ".join(text.split()) for text in (*held, element.tail or "") if LETTERS.search(text))


class TestPages:
    def test_the_small_site_has_something_of_most_kinds(self) -> None:
        report = registry().report
        assert report.findings
        assert report.quotes
        assert {one.kind for one in report.findings} >= {"figure-conflict"}
        assert any(path.endswith("/embed/pairs/") for path in site("en"))

    @pytest.mark.parametrize("lang", OTHERS)
    def test_nothing_is_said_in_english(self, lang: str) -> None:
        english, other = site("en"), site(lang)
        assert english.keys() == other.keys()
        names = {str(one.id) for one in gather() if isinstance(one.id, str) and one.id}
        own = load_tongue(lang)
        same = {text for text in names if text in {own.gettext(text), *(own.term(text, kind) for kind in VOCABULARY)}}
        told = {text for body in other.values() for text in texts(body)}
        assert told & (names - same) == set()

    @pytest.mark.parametrize("lang", OTHERS)
    def test_what_stays_as_it_is_in_english_comes_from_the_articles(self, lang: str) -> None:
        own = load_tongue(lang)
        alike = [str(one.id) for one in gather() if isinstance(one.id, str) and own.gettext(one.id) == one.id]
        terms = [word for kind in VOCABULARY for word in VOCABULARY[kind] if own.term(word, kind) == word]
        given = {word for text in (*TEXTS.values(), *TEXTS, *CODES, *alike, *terms) for word in WORD.findall(text)}
        kept = set[str]()
        for path in site(lang).keys() - {"method/"}:
            kept |= set(texts(site(lang)[path])) & set(texts(site("en")[path]))
        assert {text for text in kept if "/" not in text and not set(WORD.findall(text)) <= given} == NAMED

    @pytest.mark.parametrize("lang", OTHERS)
    def test_an_articles_words_are_text_in_every_language(self, lang: str) -> None:
        sign = "<script>alert(1)</script> %(count)s {{ 7 * 7 }}"
        report = build_report(Event.from_texts("ev", ap=f"{sign} Six died.", bbc=f"{sign} Six died. {sign}"))
        pages = build_pages([report], load_templates(None, load_tongue(lang)), None, Imprint(lang=lang))
        bodies = [page.body for page in pages]
        assert any("%(count)s {{ 7 * 7 }}" in body for body in bodies)
        assert not any("<script>alert" in body for body in bodies)

    @pytest.mark.parametrize("lang", OTHERS)
    def test_what_we_say_within_quoted_words_has_our_language(self, lang: str) -> None:
        marks = [
            mark
            for body in site(lang).values()
            for mark in html.document_fromstring(body).cssselect("ins .v-sr, del .v-sr")
            if (mark.text or "").strip(" ,")
        ]
        assert marks
        assert {_lang(mark) for mark in marks if ":" in (mark.text or "")} == {lang}

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_data_speak_in_codes_whatever_the_language(self, lang: str) -> None:
        assert site(lang)
        stances = {made["stance"] for one in report_to_dict(registry().report)["claims"] for made in one["appearances"]}
        assert stances <= set(VOCABULARY["stance"])
        feeds = dict(render_event_feeds([registry()], Imprint(lang=lang)))
        assert feeds == dict(render_event_feeds([registry()], Imprint()))


class TestNumbersAndDates:
    def test_numbers_are_parted_as_the_language_parts_them(self) -> None:
        said = {lang: [load_tongue(lang).number(value) for value in (1500, 12_345.25, 0.5)] for lang in LANGUAGES}
        assert said == {
            "en": ["1,500", "12,345.25", "0.5"],
            "de": ["1.500", "12.345,25", "0,5"],
            "es": ["1500", "12.345,25", "0,5"],
            "fr": ["1\u202f500", "12\u202f345,25", "0,5"],
        }

    def test_days_and_times(self) -> None:
        day, moment = date(2026, 3, 1), datetime(2026, 3, 1, 7, 5, tzinfo=UTC)
        assert [load_tongue(lang).moment(day) for lang in LANGUAGES] == [
            "1 March 2026", "1. März 2026", "1 de marzo de 2026", "1 mars 2026"
        ]  # fmt: skip
        assert load_tongue("de").moment(moment) == "1. März 2026, 07:05 (UTC+00:00)"
        assert load_tongue("fr").moment(None) == "date inconnue"

    def test_many_are_many_and_none_is_one_in_french(self) -> None:
        said = [load_tongue("fr").ngettext("%(count)s word", "%(count)s words", n) for n in (0, 1, 2)]
        assert said == ["0 mot", "1 mot", "2 mots"]

    def test_the_ticks_of_a_chart(self) -> None:
        tick = Tick(1500, 0, "1,500")
        assert [name_tick(tick, load_tongue(lang), dates=False) for lang in LANGUAGES] == [
            "1,500", "1.500", "1500", "1\u202f500"
        ]  # fmt: skip
        assert name_tick(Tick(2.5e6, 0, "2.5 m"), load_tongue("de"), dates=False) == "2,5\u00a0Mio."
        assert name_tick(Tick(1, 0, "2026-03-01"), load_tongue("de"), dates=True) == "2026-03-01"

    def test_a_language_without_a_catalogue_is_refused(self) -> None:
        with pytest.raises(KeyError):
            load_tongue("../de")

    def test_directions(self) -> None:
        asked = ("ar", "he", "fa-IR", "ur_PK", "en-GB", "zh-Hant", "qqq", "")
        assert [find_direction(lang) for lang in asked] == [*["rtl"] * 4, "ltr", "ltr", "auto", "auto"]
