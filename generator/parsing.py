"""Grammar from a parser, where the user has one: noun phrases, and what stands around each verb.

No stage needs it: each has rules of its own, and asks a parser where one is given. What a parser must give is small
enough that any can be put behind it; :func:`load_parser` puts spaCy's (Honnibal et al.) there.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from generator.model import Article, Span

__all__ = ["Clause", "Parse", "Parser", "ParserError", "load_parser", "parse_sentence"]

Stretch = tuple[int, int]
"""The first and one past the last code point."""

_VERBS = frozenset({"VERB", "AUX"})
_KEPT = 4_096
"""Parsed sentences kept: quotes and figures ask for the same ones."""
_LONGEST = 5_000
"""Code points of a sentence that is parsed: what goes on for longer is no sentence."""


class ParserError(Exception):
    """A parser that was asked for cannot be had; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb, and from where to where the words reach that hang on it, its subject and its object clauses included."""

    verb: Stretch
    extent: Stretch


@dataclass(frozen=True, slots=True)
class Parse:
    """What a parser says of one sentence: its plain noun phrases and its clauses, in order of the text."""

    phrases: tuple[Stretch, ...] = ()
    clauses: tuple[Clause, ...] = ()

    def phrase_at(self, place: int) -> Stretch | None:
        """The noun phrase that holds a place."""
        return next((phrase for phrase in self.phrases if phrase[0] <= place < phrase[1]), None)

    def clause_of(self, start: int, end: int) -> Clause | None:
        """The clause of the first verb within a stretch."""
        return next((clause for clause in self.clauses if start <= clause.verb[0] < end), None)

    def moved(self, by: int) -> Parse:
        """The same with all places further on."""
        return Parse(
            tuple((start + by, end + by) for start, end in self.phrases),
            tuple(Clause(_moved(clause.verb, by), _moved(clause.extent, by)) for clause in self.clauses),
        )


class Parser(Protocol):
    """Reads the grammar of single sentences in one language; the same sentence always has the same parse.

    Must be hashable: what is read with it may be kept.
    """

    @property
    def lang(self) -> str:
        """The language it reads, as two letters."""

    def parse(self, sentence: str) -> Parse:
        """The parse of a sentence; places are counted from its beginning."""


def parse_sentence(article: Article, sentence: Span, parser: Parser | None) -> Parse:
    """The parse of a sentence in places of its article; empty without a parser, or in a language not its own."""
    if parser is None or article.lang[:2].lower() != parser.lang or sentence.end - sentence.start > _LONGEST:
        return Parse()
    return parser.parse(article.text[sentence.start : sentence.end]).moved(sentence.start)


def load_parser(name: str) -> Parser:
    """The parser of a spaCy pipeline that is installed here, by its name or folder; nothing is downloaded.

    Raises :class:`ParserError` where spaCy or the pipeline is absent, or the pipeline parses nothing.
    """
    try:
        spacy = importlib.import_module("spacy")
    except ImportError as error:
        raise ParserError('a parser needs spaCy; install it: pip install "variorum[nlp]"') from error
    try:
        pipeline = spacy.load(name, exclude=["ner", "textcat"])
    except (OSError, ValueError) as error:
        raise ParserError(
            f"the spaCy pipeline '{name}' is not installed here; install it: python -m spacy download {name}"
        ) from error
    if "parser" not in pipeline.pipe_names:
        raise ParserError(f"the spaCy pipeline '{name}' has no parser; install one that has, such as en_core_web_sm")
    return _Pipeline(pipeline)


class _Pipeline:
    """A spaCy pipeline as a parser."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self.lang: str = pipeline.lang
        self.parse = lru_cache(maxsize=_KEPT)(self._parse)

    def _parse(self, sentence: str) -> Parse:
        read = self._pipeline(sentence)
        phrases = tuple((chunk.start_char, chunk.end_char) for chunk in read.noun_chunks)
        return Parse(phrases, tuple(_clauses(read)))


def _clauses(read: Any) -> Iterator[Clause]:
    for token in read:
        if token.pos_ in _VERBS and token.dep_ not in ("aux", "auxpass"):
            last = token.right_edge
            yield Clause((token.idx, token.idx + len(token)), (token.left_edge.idx, last.idx + len(last)))


def _moved(stretch: Stretch, by: int) -> Stretch:
    return stretch[0] + by, stretch[1] + by
