"""The tables behind the site: their columns, and how their rows are read off the data contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

Cell = str | int | float | None
Row = tuple[Cell, ...]
FieldType = Literal["string", "integer", "number", "date", "any"]


@dataclass(frozen=True, slots=True)
class Field:
    """A column; ``refers`` is the table and column that its values come from."""

    name: str
    type: FieldType
    description: str
    refers: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and how its rows are read off the data contract."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Callable[[Mapping[str, Any]], Iterable[Row]]
    key: tuple[str, ...] = ()


_PLACE = (
    Field("siglum", "string", "The article.", ("articles", "siglum")),
    Field("start", "integer", "Offset of the first code point in the article's text."),
    Field("end", "integer", "Offset after the last code point."),
)
_WORDS = (*_PLACE, Field("exact", "string", "The words at that place, as published."))
_SPEAKER = Field("speaker_name", "string", "The name the speaker goes by in the article; empty where it names nobody.")
_STANCE = Field("stance", "string", "How the outlet carries it: own voice, says, claims, confirms, denies, and so on.")


def _cells(entry: Mapping[str, Any], *names: str) -> Row:
    return tuple(entry[name] for name in names)


def _place(entry: Mapping[str, Any]) -> Row:
    return _cells(entry, "siglum", "start", "end")


def _words(entry: Mapping[str, Any] | None) -> Row:
    return _cells(entry, "siglum", "start", "end", "exact") if entry else (None, None, None, None)


def _exact(entry: Mapping[str, Any] | None) -> Cell:
    return entry["exact"] if entry else None


def _article_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    names = [field.name for field in _ARTICLES]
    return (_cells(article, *names) for article in data["articles"])


def _sentence_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    text = {article["siglum"]: article["text"] for article in data["articles"]}
    for entry in data["sentences"]:
        yield (*_place(entry), text[entry["siglum"]][entry["start"] : entry["end"]])


def _passage_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for cluster in data["clusters"]:
        for passage in cluster["passages"]:
            yield (cluster["id"], *_words(passage), cluster["similarity"])


def _quote_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for quote in data["quotes"]:
        parts = (_exact(quote["cue"]), _exact(quote["speaker"]))
        yield (
            *_cells(quote, "id", "kind"),
            *_words(quote["content"]),
            *parts,
            *_cells(quote, "speaker_name", "stance", "cluster"),
            _exact(quote["via"]),
            *_cells(quote, "within", "known_as"),
        )


def _figure_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    names = [field.name for field in _FIGURES]
    return (_cells(figure, *names) for figure in data["figures"])


def _claim_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for claim in data["claims"]:
        articles = len({appearance["siglum"] for appearance in claim["appearances"]})
        row = _cells(claim, "id", "slug", "statement", "by", "rule", "score")
        yield (*row, articles, " ".join(claim["omitted_by"]), "; ".join(claim["origins"]))


def _appearance_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for claim in data["claims"]:
        for entry in claim["appearances"]:
            context = _cells(entry["selector"], "prefix", "suffix")
            hedges = "; ".join(hedge["exact"] for hedge in entry["hedges"])
            yield (
                claim["id"],
                *_words(entry),
                *context,
                *_cells(entry, "stance", "speaker_name"),
                hedges,
                *_cells(entry, "rule", "score"),
            )


def _variant_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    text = {article["siglum"]: article["text"] for article in data["articles"]}
    for claim in data["claims"]:
        for number, table in enumerate(claim["variants"], start=1):
            for place, column in enumerate(table["columns"], start=1):
                for row, cell in enumerate(column["cells"], start=1):
                    exact = text[cell["siglum"]][cell["start"] : cell["end"]]
                    head = (claim["id"], number, place, row, column["layer"], cell["reading"])
                    yield (*head, *_place(cell), exact)


def _finding_rows(data: Mapping[str, Any]) -> Iterator[Row]:
    for finding in data["findings"]:
        for span in finding["spans"] or (None,):
            yield (*_cells(finding, "id", "kind", "claim", "note"), *_words(span))


_ARTICLES = (
    Field("siglum", "string", "The article's short unique name."),
    Field("outlet", "string", "Who publishes it."),
    Field("agency", "string", "The wire service it credits."),
    Field("title", "string", "Its headline."),
    Field("published", "any", "Date, or date and time, of publication (ISO 8601)."),
    Field("updated", "any", "Date, or date and time, of the last update (ISO 8601)."),
    Field("url", "string", "Its address."),
    Field("author", "string", "Its byline."),
    Field("lang", "string", "Its language (BCP 47)."),
    Field("rights", "string", "What the publisher says about rights."),
    Field("text", "string", "Its whole text; every offset in the other tables counts in it."),
)
_FIGURES = (
    Field("id", "string", "The figure's identifier."),
    *_WORDS,
    Field("value", "number", "The number in plain units."),
    Field("high", "number", "The upper end of a range."),
    Field("bound", "string", "exact, about, at least, at most, range, up or down."),
    Field("unit", "string", "Unit, currency or per cent; empty for a count."),
    Field("counts", "string", "The words for what it counts."),
    Field("status", "string", "The governing verb group, in lower case."),
    _SPEAKER,
    _STANCE,
    Field("as_of", "string", "The day or days it holds for (ISO 8601)."),
    Field("group", "string", "Shared by figures that count the same thing."),
    Field("about", "string", "What it is said of, where that stands before it."),
    Field("as_of_basis", "string", "The words that say which days."),
)
TABLES: tuple[Table, ...] = (
    Table("articles", "Articles", _ARTICLES, _article_rows, ("siglum",)),
    Table("sentences", "Sentences", _WORDS, _sentence_rows, ("siglum", "start")),
    Table(
        "passages",
        "Passages alike across outlets",
        (
            Field("cluster", "string", "Passages of one cluster are alike."),
            *_WORDS,
            Field("similarity", "number", "The cluster's lowest share of equal words, 0 to 1."),
        ),
        _passage_rows,
    ),
    Table(
        "quotes",
        "Quotations",
        (
            Field("id", "string", "The quotation's identifier."),
            Field("kind", "string", "direct, partial or indirect."),
            *_WORDS,
            Field("cue", "string", "The words that say that someone says it."),
            Field("speaker", "string", "The speaker as written next to it."),
            _SPEAKER,
            _STANCE,
            Field("cluster", "string", "The cluster it stands in, where another outlet carries it."),
            Field("via", "string", "The agency or medium through which the words came, as written."),
            Field("within", "string", "The indirect quotation these words in marks are part of.", ("quotes", "id")),
            Field("known_as", "string", "The spelling under which the speaker stands for all articles."),
        ),
        _quote_rows,
        ("id",),
    ),
    Table("figures", "Figures", _FIGURES, _figure_rows, ("id",)),
    Table(
        "claims",
        "Claims",
        (
            Field("id", "string", "The claim's identifier."),
            Field("slug", "string", "Its address."),
            Field("statement", "string", "Its fullest wording, from one article."),
            Field("by", "string", "machine or editor."),
            Field("rule", "string", "What joined its appearances."),
            Field("score", "number", "How strongly, 0 to 1."),
            Field("articles", "integer", "How many articles make it."),
            Field("omitted_by", "string", "The articles that do not, by siglum, parted by spaces."),
            Field("origins", "string", "Whom several articles go back to, parted by semicolons."),
        ),
        _claim_rows,
        ("id",),
    ),
    Table(
        "appearances",
        "Where each claim is made",
        (
            Field("claim", "string", "The claim.", ("claims", "id")),
            *_WORDS,
            Field("prefix", "string", "The text before it."),
            Field("suffix", "string", "The text after it."),
            _STANCE,
            _SPEAKER,
            Field("hedges", "string", "Words that make it less sure, parted by semicolons."),
            Field("rule", "string", "What joined it to the claim."),
            Field("score", "number", "How strongly, 0 to 1."),
        ),
        _appearance_rows,
    ),
    Table(
        "variants",
        "Every claim's wordings, word beside word",
        (
            Field("claim", "string", "The claim.", ("claims", "id")),
            Field("table", "integer", "Wordings too far apart stand in tables of their own; from 1."),
            Field("column", "integer", "The column, from 1 in reading order."),
            Field("row", "integer", "The witness, from 1."),
            Field("layer", "string", "substance where words differ in the column, style where only their form does."),
            Field("reading", "integer", "Equal numbers, equal words; empty outside of the passage."),
            *_WORDS,
        ),
        _variant_rows,
        ("claim", "table", "column", "row"),
    ),
    Table(
        "findings",
        "What differs",
        (
            Field("id", "string", "The finding's identifier; one row for each place."),
            Field("kind", "string", "What kind of difference."),
            Field("claim", "string", "The claim it belongs to."),
            Field("note", "string", "The rule that found it."),
            *_WORDS,
        ),
        _finding_rows,
    ),
)
