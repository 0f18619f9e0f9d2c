"""Words that an editor quotes from an article, found there again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz

from generator.content.forms import At, Form
from generator.content.values import describe
from generator.model import Article, Span
from generator.selectors import find_nearest, find_quotation

_AROUND = 16
_SHOWN = 5


def find_words(form: Form, at: At, value: Any, known: Iterable[str]) -> Span | None:
    """The place that a selector names; ``None``, and a fault, where it names none or several."""
    if not isinstance(value, dict):
        message = f"A selector is {describe(value)}, not a mapping."
        form.tell(at, "wrong-type", message, "Write article: and exact: on a line each.")
        return None
    form.tell_unknown(at, known)
    siglum = form.text((*at, "article"), value.get("article"))
    exact, prefix, suffix = (form.text((*at, key), value.get(key), whole=True) for key in ("exact", "prefix", "suffix"))
    for key, text in (("article", siglum), ("exact", exact.strip())):
        if not text and value.get(key) in (None, ""):
            form.tell(at, "missing-field", f"{key} is missing.", f"Add a line {key}: … to the selector.")
    if not (siglum and exact.strip() and form.has_article((*at, "article"), siglum)):
        return None
    article = form.articles[siglum]
    places = find_quotation(article.text, exact, prefix, suffix)
    if not places:
        _tell_lost(form, (*at, "exact"), exact, [article])
    elif len(places) > 1:
        _tell_places(form, (*at, "exact"), article, places)
    return Span(siglum, *places[0]) if len(places) == 1 else None


def find_statement(form: Form, at: At) -> Span | None:
    """The place of a statement: a selector, or words that stand once in one article."""
    value = form.value(at)
    if value is None or isinstance(value, dict):
        return None if value is None else find_words(form, at, value, ("article", "exact", "prefix", "suffix"))
    words = form.text(at, value, whole=True)
    if not words.strip():
        return None
    articles = [form.articles[siglum] for siglum in sorted(form.articles)]
    spans = [Span(one.siglum, *place) for one in articles for place in find_quotation(one.text, words)]
    if not spans and not form.faulty:
        _tell_lost(form, at, words, articles)
    if len(spans) > 1:
        sigla = ", ".join(dict.fromkeys(span.siglum for span in spans))
        message, hint = (
            f"The words stand at {len(spans)} places: {sigla}.",
            "Write a selector with article: and exact:.",
        )
        form.tell(at, "ambiguous-selector", message, hint)
    return spans[0] if len(spans) == 1 else None


def _tell_lost(form: Form, at: At, exact: str, articles: Sequence[Article]) -> None:
    """Say where the nearest words stand: here, or whole in another article."""
    others = [siglum for siglum, other in sorted(form.articles.items()) if find_quotation(other.text, exact)]
    found = (find_nearest(article.text, exact) for article in articles)
    near = max(found, key=lambda words: fuzz.ratio(words, exact), default="")
    if others:
        hint = f"They stand in {', '.join(others)}."
    else:
        hint = f"The nearest there is: {near}" if near else "Nothing like them stands there; was the article replaced?"
    where = articles[0].siglum if len(articles) == 1 else "any article"
    form.tell(at, "lost-selector", f"These words do not stand in {where}: {' '.join(exact.split())}", hint)


def _tell_places(form: Form, at: At, article: Article, places: Sequence[tuple[int, int]]) -> None:
    shown = "; ".join(_frame(article.text, start, end) for start, end in places[:_SHOWN])
    more = f"; and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    message = f"The words stand at {len(places)} places in {article.siglum}: {shown}{more}"
    form.tell(at, "ambiguous-selector", message, "Add prefix: or suffix: with what stands before or after them.")


def _frame(text: str, start: int, end: int) -> str:
    """The words in square brackets with a little of what stands around them."""
    before, words, after = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return " ".join(f"…{before}[{words}]{after}…".split())
