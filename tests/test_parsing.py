"""A parser beside the rules: what is asked of it, and what is said where it cannot be had."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from folders import tree

from generator.figures import find_figures
from generator.model import Article, Event, Figure, Quote, Span
from generator.parsing import Clause, Parse, Parser, ParserError, load_parser, parse_sentence
from generator.quotes import find_quotes
from generator.report import build_report
from generator.sentences import segment

Run = Callable[..., subprocess.CompletedProcess[str]]

SAID = "The keeper said the ferry would leave at dawn, two hours after the gate was shut."
TAXED = "The council put a 25 per cent quay tax on every barge."


@dataclass(eq=False)  # hashed by identity
class StandIn:
    """A parser that knows the words it is told: noun phrases, and verbs with the words around them."""

    phrases: tuple[str, ...] = ()
    clauses: dict[str, str] = field(default_factory=dict)
    lang: str = "en"
    asked: list[str] = field(default_factory=list)

    def parse(self, sentence: str) -> Parse:
        self.asked.append(sentence)

        def place(words: str) -> tuple[int, int]:
            return sentence.index(words), sentence.index(words) + len(words)

        return Parse(
            tuple(place(phrase) for phrase in self.phrases if phrase in sentence),
            tuple(Clause(place(verb), place(around)) for verb, around in self.clauses.items() if around in sentence),
        )


def quotes(text: str, parser: Parser | None = None, lang: str = "en") -> tuple[list[str], tuple[Quote, ...]]:
    article = Article("orde", text, lang=lang)
    found = find_quotes(article, segment(article), parser=parser)
    return [text[quote.content.start : quote.content.end] for quote in found], found


def counted(text: str, parser: Parser | None = None) -> list[str | None]:
    article = Article("orde", text)
    found: tuple[Figure, ...] = find_figures(article, segment(article), parser=parser)
    return [text[figure.counts.start : figure.counts.end] if figure.counts else None for figure in found]


def test_indirect_speech_ends_where_the_clause_of_its_verb_does() -> None:
    around = "The keeper said the ferry would leave at dawn"
    assert quotes(SAID)[0] == ["the ferry would leave at dawn, two hours after the gate was shut"]
    assert quotes(SAID, StandIn(clauses={"said": around}))[0] == ["the ferry would leave at dawn"]


def test_speech_does_not_end_within_a_phrase_or_in_marks() -> None:
    """Only a comma ends it, and quotation marks say where they end better than any parser."""
    within = StandIn(clauses={"said": "The keeper said the ferry would"})
    assert quotes(SAID, within) == quotes(SAID)
    marked = "The keeper said: “The ferry leaves at dawn, and not before.”"
    short = StandIn(clauses={"said": "The keeper said: “The ferry leaves at dawn"})
    assert quotes(marked, short) == quotes(marked)


def test_a_parser_that_knows_nothing_changes_nothing() -> None:
    assert quotes(SAID, StandIn()) == quotes(SAID)
    assert counted(TAXED, StandIn()) == counted(TAXED)


def test_a_number_counts_the_rest_of_its_noun_phrase_where_the_rules_find_nothing() -> None:
    none = "Output of the quay rose 7 per cent Friday morning."
    assert counted(none) == [None]
    assert counted(none, StandIn(phrases=("7 per cent Friday morning",))) == ["Friday morning"]
    assert counted(none, StandIn(phrases=("7 per cent",))) == [None]


def test_what_the_rules_find_counted_stands() -> None:
    text = "Some 40 barges of the harbour lay idle."
    assert counted(text) == counted(text, StandIn(phrases=("Some 40 barges",)))


def test_a_parser_reads_articles_in_its_own_language_only() -> None:
    german = StandIn(clauses={"said": SAID[:45]}, lang="de")
    assert quotes(SAID, german) == quotes(SAID)
    assert german.asked == []


def test_what_is_too_long_for_a_sentence_is_not_parsed() -> None:
    article = Article("orde", "word " * 2_000)
    parser = StandIn()
    assert parse_sentence(article, Span("orde", 0, 10_000), parser) == Parse()
    assert parser.asked == []
    parse_sentence(article, Span("orde", 0, 100), parser)
    assert parser.asked == ["word " * 20]


def test_places_are_those_of_the_article() -> None:
    article = Article("orde", f"The quay is shut. {SAID}")
    sentence = segment(article)[1]
    parse = parse_sentence(article, sentence, StandIn(("The keeper",), {"said": "The keeper said"}))
    assert [article.text[slice(*phrase)] for phrase in parse.phrases] == ["The keeper"]
    clause = parse.clause_of(sentence.start, sentence.end)
    assert clause is not None
    assert article.text[slice(*clause.verb)] == "said"
    assert article.text[slice(*clause.extent)] == "The keeper said"


def test_a_report_asks_the_parser() -> None:
    event = Event("ferry", (Article("orde", SAID), Article("lenz", f"Rain fell all night. {SAID}")))
    parser = StandIn(clauses={"said": "The keeper said the ferry would leave at dawn"})
    contents = {event[quote.content] for quote in build_report(event, parser).quotes}
    assert contents == {"the ferry would leave at dawn"}
    assert contents != {event[quote.content] for quote in build_report(event).quotes}


def test_without_spacy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ParserError, match=r'pip install "variorum\[nlp\]"'):
        load_parser("en_orde")


def spacy(load: Callable[..., object]) -> ModuleType:
    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined]  # all that is asked of it
    return module


def test_a_pipeline_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str, **_: object) -> object:
        raise OSError(name)

    monkeypatch.setitem(sys.modules, "spacy", spacy(load))
    with pytest.raises(ParserError, match="'en_orde' is not installed here; install it: python"):
        load_parser("en_orde")


def test_a_pipeline_without_a_parser_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", spacy(lambda *_, **__: SimpleNamespace(pipe_names=["tagger"], lang="en")))
    with pytest.raises(ParserError, match="has no parser"):
        load_parser("en_orde")


@pytest.mark.usefixtures("small_content")
@pytest.mark.parametrize(
    "command", [("build",), ("report", "content/bridge"), ("check",), ("suggest", "content/bridge")]
)
def test_a_parser_that_cannot_be_had_is_wrong_usage(variorum: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    before = tree(tmp_path)
    done = variorum(*command, "--parser", "en_not_there")
    assert done.returncode == 2
    assert "install it" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(tmp_path) == before


@pytest.mark.usefixtures("small_content")
def test_the_settings_name_a_parser_too(variorum: Run, tmp_path: Path) -> None:
    settings = "site_name: Orde\ndocs_dir: content\nplugins:\n  - variorum:\n      parser: en_not_there\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = variorum("build")
    assert done.returncode == 2
    assert "install it" in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_pipeline_that_is_installed_parses() -> None:
    name = os.environ.get("VARIORUM_PARSER")
    if not name or importlib.util.find_spec("spacy") is None:
        pytest.skip("no spaCy pipeline is named in VARIORUM_PARSER and installed")
    parse = load_parser(name).parse("The keeper said that two ferries left.")
    clause = parse.clause_of(0, 20)
    assert (0, 10) in parse.phrases
    assert clause is not None
    assert clause.verb == (11, 15)
    assert clause.extent[0] == 0
