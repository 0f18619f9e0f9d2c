"""The strings that a site says in its own words, gathered from code and templates; writes them into the catalogues.

``python tests/catalogues.py`` adds what is new to every catalogue, with nothing said yet, and takes out what went.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

from generator.model import Bound, OmissionKind, QuoteKind, Stance
from generator.pages import LANGUAGES, templates_dir
from generator.pages.method import MEANINGS
from generator.pages.tongue import LOCALE
from generator.quotes.scale import SCALE, Certainty, Polarity

ROOT = Path(__file__).parents[1]
ARCHIVE = frozenset({"archive.html", "archive_month.html", "archive_events.html", "archive_headline.html"})
"""Pages of a command that asks for no language: they are in English."""

_RULES = (
    "shared passage", "shared passages of the same sentences", "words in common", "in an opening", "meanings alike",
    "figures that count one thing", "a quotation of one outlet", "a figure of one outlet", "a statement of one outlet",
    "an article says it again", "confirmed right behind", "names and numbers alike in two languages",
    "words and phrases taken together", "the headline of what its article opens with",
    "by when one thing is to happen", "one body neither confirms nor denies",
    "set by the editor", "split by the editor",
)  # fmt: skip
_NOTES = (
    "values differ",
    "one value, different credits",
    "another outlet has a value of a later day",
    "a list has an item more in another outlet's quotation",
    "between two quoted fragments another outlet quotes one thing more",
    "two labels for one thing",
    "several outlets, one speaker in the same words",
    "several outlets, one agency",
    "one quotation here, two places of a longer one there",
    "a quotation in one outlet, another's own voice",
    "a quotation goes on in another outlet, in the same sentence",
    "words inside quotation marks differ",
    "the headline's number is larger than the article's",
    "the headline is surer than the article",
    "the whole in the headline, a share in the article",
    "two names in the same place",
    "by when: the times differ",
)
_FINDINGS = (
    "figure conflict", "stance conflict", "quote altered", "attribution lost", "headline beyond body", "quote merged",
    "quote truncated", "list trimmed", "stale figure", "label variance", "one origin",
    "date conflict",
)  # fmt: skip

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "bound": get_args(Bound),
    "quotation": get_args(QuoteKind),
    "omission": get_args(OmissionKind),
    "certainty": get_args(Certainty),
    "polarity": get_args(Polarity),
    "example": tuple(place.example for place in SCALE.values()),
    "editor": ("place", "stance", "speaker"),
    "rule": (*_RULES, *_NOTES),
    "finding": _FINDINGS,
    "setting": tuple(MEANINGS.values()),
}
"""The closed vocabularies by kind, which is their context; data files keep the words as they are here."""

_OPTIONS: dict[str, Any] = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def template_files() -> list[Path]:
    """Every template whose words are a site's own."""
    return [path for path in sorted(templates_dir().rglob("*.html")) if path.name not in ARCHIVE]


def gather() -> Catalog:
    """Every string, in a catalogue without a language."""
    strings = Catalog(project="variorum", fuzzy=False)
    for text, context in (*_written(), *_vocabulary()):
        strings.add(text, context=context)
    return strings


def _written() -> Iterator[tuple[str | tuple[str, str], str | None]]:
    python = [*sorted((ROOT / "generator" / "pages").glob("*.py")), ROOT / "generator" / "plugin" / "frame.py"]
    for path in (*python, *template_files()):
        method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
        with path.open("rb") as file:
            found = extract(method, file, {**DEFAULT_KEYWORDS, "msgid": None}, options=_OPTIONS)
            for _, text, _, context in found:
                yield (text if isinstance(text, str) else (text[0], text[1])), context


def _vocabulary() -> Iterator[tuple[str, str]]:
    for kind, words in VOCABULARY.items():
        yield from ((word, kind) for word in words)


def load(lang: str) -> Catalog:
    """A language's catalogue as it is on disk."""
    with (LOCALE / f"{lang}.po").open("rb") as file:
        return read_po(file, locale=lang)


def _write(lang: str, strings: Catalog) -> None:
    path = LOCALE / f"{lang}.po"
    old = load(lang) if path.is_file() else Catalog(locale=lang)
    new = Catalog(locale=lang, fuzzy=False)
    for message in strings:
        if message.id:
            known = old.get(message.id, message.context)
            new.add(message.id, known.string if known else "", context=message.context)
    text = BytesIO()
    write_po(text, new, omit_header=True, sort_output=True, width=0)
    head = f'msgid ""\nmsgstr ""\n"Language: {lang}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    path.write_bytes(f'{head}"Plural-Forms: {new.plural_forms}\\n"\n\n'.encode() + text.getvalue())


if __name__ == "__main__":
    for one in LANGUAGES[1:]:
        _write(one, gather())
