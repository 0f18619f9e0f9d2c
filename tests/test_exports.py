"""The data contract and the files made from it."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from subject import event

from generator import exports
from generator.model import (
    Appearance,
    Article,
    Claim,
    Cluster,
    Column,
    Event,
    Figure,
    Finding,
    Period,
    Quote,
    Report,
    Span,
    Variants,
)

TEXTS = {"ap": 'At least six died, the mayor said. "We wept."', "bbc": "Eight died. “We wept,” she said."}


def span_of(events: Event, siglum: str, words: str) -> Span:
    start = events.article(siglum).text.index(words)
    return Span(siglum, start, start + len(words))


def whole_report(first: str = TEXTS["ap"], second: str = TEXTS["bbc"]) -> Report:
    """One of everything."""
    subject = event(ap=first, bbc=second)
    ap, bbc = Span("ap", 0, len(first)), Span("bbc", 0, len(second))
    claim = Claim("c-1", "deaths", ap, (Appearance(bbc), Appearance(ap, "says", "Mayor", (ap,))), omitted_by=("cnn",))
    return Report(
        subject,
        paragraphs=(bbc, ap),
        sentences=(bbc, ap),
        clusters=(Cluster("k-2", (bbc, ap), 0.5),),
        quotes=(Quote("q-1", "direct", bbc, cue=bbc, speaker=None), Quote("q-2", "direct", ap, speaker=ap)),
        figures=(
            Figure("f-1", bbc, 8.0, counts=bbc, as_of=Period(date(2030, 1, 2), date(2030, 1, 2))),
            Figure("f-2", ap, 6.5, high=7.0, bound="range"),
        ),
        claims=(claim,),
        variants=(Variants("c-1", (ap, bbc), (Column((ap, bbc), (0, 1), "substance"),), ((ap, bbc),)),),
        findings=(Finding("d-1", "figure-conflict", "c-1", (bbc, ap), "values differ"),),
    )


def table_of(report: Report, name: str) -> list[dict[str, str]]:
    files = dict(exports.render_files(report))
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))


def spans_in(value: Any) -> list[dict[str, Any]]:
    """Every object of the contract that says where it stands and what stands there."""
    if isinstance(value, list):
        return [found for item in value for found in spans_in(item)]
    if not isinstance(value, dict):
        return []
    mine = [value] if {"siglum", "start", "end", "exact"} <= value.keys() else []
    return mine + spans_in(list(value.values()))


def test_the_contract_has_its_keys_and_no_fewer() -> None:
    data = exports.report_to_dict(whole_report())
    assert list(data) == [
        "schema", "generator", "event", "outlets", "articles", "sentences", "clusters", "quotes", "figures", "claims",
        "findings", "hidden",
    ]  # fmt: skip
    assert data["schema"] == "1.0"
    assert {"id", "title", "lang"} <= data["event"].keys()
    assert {
        "siglum", "outlet", "agency", "title", "published", "url", "author", "lang", "text", "headline", "paragraphs",
    } <= data["articles"][0].keys()  # fmt: skip
    assert {"id", "kind", "content", "cue", "speaker", "speaker_name", "stance", "cluster"} <= data["quotes"][0].keys()
    assert {
        "id", "siglum", "start", "end", "exact", "value", "high", "bound", "unit", "counts", "status", "speaker_name",
        "stance", "as_of", "group",
    } <= data["figures"][0].keys()  # fmt: skip
    assert {
        "id", "slug", "statement", "by", "appearances", "clusters", "quotes", "figures", "omitted_by", "origins",
    } <= data["claims"][0].keys()  # fmt: skip
    assert {"id", "kind", "claim", "spans", "note"} <= data["findings"][0].keys()


def test_places_come_in_order_whatever_order_they_were_found_in() -> None:
    data = exports.report_to_dict(whole_report())
    for listed in (data["sentences"], data["clusters"][0]["passages"], data["figures"], data["findings"][0]["spans"]):
        assert [entry["siglum"] for entry in listed] == ["ap", "bbc"]
    assert [quote["content"]["siglum"] for quote in data["quotes"]] == ["ap", "bbc"]
    assert [entry["siglum"] for entry in data["claims"][0]["appearances"]] == ["ap", "bbc"]


def test_a_selector_holds_the_words_and_their_neighbourhood() -> None:
    subject = event(ap="x" * 40 + "Six died." + "y" * 40)
    claim = Claim("c", "c", span_of(subject, "ap", "Six died."), (Appearance(span_of(subject, "ap", "Six died.")),))
    data = exports.report_to_dict(Report(subject, claims=(claim,)))
    selector = data["claims"][0]["appearances"][0]["selector"]
    assert selector == {"exact": "Six died.", "prefix": "x" * 32, "suffix": "y" * 32}


def test_numbers_dates_and_absent_parts() -> None:
    data = exports.report_to_dict(whole_report())
    assert [figure["value"] for figure in data["figures"]] == [6.5, 8]
    assert '"value": 8,' in exports.render_json(whole_report())
    assert data["figures"][1]["as_of"] == "2030-01-02"
    assert data["figures"][1]["counts"] == TEXTS["bbc"]
    assert data["quotes"][0]["cue"] is None
    assert data["articles"][0]["headline"] is None


def test_an_article_is_told_with_its_times_and_parts() -> None:
    moment = datetime(2030, 5, 6, 7, 8, tzinfo=UTC)
    article = Article("ap", "Head\n\nBody", "AP", published=moment, headline=Span("ap", 0, 4), rights="ours")
    told = exports.report_to_dict(Report(Event("e", (article,)), paragraphs=(Span("ap", 6, 10),)))["articles"][0]
    assert told["published"] == "2030-05-06T07:08:00+00:00"
    assert told["headline"] == {"start": 0, "end": 4}
    assert told["paragraphs"] == [{"start": 6, "end": 10}]
    assert told["rights"] == "ours"


@given(st.text(min_size=1), st.text(min_size=1))
def test_every_exact_text_is_the_text_at_its_offsets(first: str, second: str) -> None:
    data = json.loads(exports.render_json(whole_report(first, second)))
    text = {article["siglum"]: article["text"] for article in data["articles"]}
    assert text == {"ap": first, "bbc": second}
    found = spans_in(data)
    assert len(found) > 10
    for entry in found:
        assert entry["exact"] == text[entry["siglum"]][entry["start"] : entry["end"]]


def unguarded(cell: str) -> str:
    """The rule the package states, read backwards."""
    return re.sub(r"\A'('*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))", r"\1", cell)


@given(st.text(min_size=1) | st.from_regex(r"\A['\s]{0,2}[=+@-].{0,9}"))
def test_a_cell_gives_back_the_exact_text_and_never_begins_a_formula(text: str) -> None:
    for table, column in (("articles", "text"), ("sentences", "exact"), ("claims", "statement")):
        cell = table_of(whole_report(text.encode("utf-8", "replace").decode(), "Plain."), table)[0][column]
        assert unguarded(cell) == text.encode("utf-8", "replace").decode()
        assert not re.match(r"\s*[=+\-@]|[\t\r\n]", cell)


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1"])
def test_a_formula_is_held_back_by_one_apostrophe(text: str) -> None:
    assert table_of(whole_report(text, "Plain."), "sentences")[0]["exact"] == f"'{text}"


@pytest.mark.parametrize("text", ["'We wept,' she said.", "— no", "Six = 6", "“Six”"])
def test_prose_is_left_as_it_is(text: str) -> None:
    assert table_of(whole_report(text, "Plain."), "sentences")[0]["exact"] == text


def test_numbers_stay_bare() -> None:
    files = dict(exports.render_files(whole_report("-5", "Plain.")))
    assert b'"ap",0,2,"\'-5",6.5,7,' in files["figures.csv"]


def test_lines_end_in_line_feeds_and_line_ends_in_texts_survive() -> None:
    files = dict(exports.render_files(whole_report("One.\n\nTwo.", "Plain.")))
    assert b"\r" not in files["articles.csv"]
    assert table_of(whole_report("One.\n\nTwo.", "Plain."), "articles")[0]["text"] == "One.\n\nTwo."


def test_the_package_describes_every_table_as_it_is() -> None:
    files = dict(exports.render_files(whole_report()))
    package = json.loads(files["datapackage.json"])
    assert package["$schema"].startswith("https://datapackage.org/profiles/2.0/")
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert {f"{resource['name']}.csv" for resource in package["resources"]} == {
        name for name in files if name.endswith(".csv")
    }
    columns = {
        resource["name"]: [field["name"] for field in resource["schema"]["fields"]] for resource in package["resources"]
    }
    for resource in package["resources"]:
        content = files[resource["path"]]
        assert content.decode().splitlines()[0] == ",".join(f'"{name}"' for name in columns[resource["name"]])
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        assert set(resource["schema"].get("primaryKey", ())) <= set(columns[resource["name"]])
        for key in resource["schema"].get("foreignKeys", ()):
            reference = key["reference"]
            assert set(reference["fields"]) <= set(columns[reference["resource"]])


def test_every_row_has_a_cell_for_every_column() -> None:
    data = exports.report_to_dict(whole_report())
    for table in exports.TABLES:
        rows = list(table.rows(data))
        assert rows, table.name
        assert {len(row) for row in rows} == {len(table.fields)}


def test_a_report_of_nothing_has_its_tables_too() -> None:
    files = dict(exports.render_files(Report(Event("empty", ()))))
    assert files["claims.csv"].decode().count("\n") == 1
    assert json.loads(files["report.json"])["articles"] == []
