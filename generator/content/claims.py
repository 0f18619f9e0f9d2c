"""The editor's word on claims: the files of an event's folder ``claims``, each strictly read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, get_args

from generator import fields
from generator.content.forms import At, Form
from generator.content.matter import Matter
from generator.content.quoting import find_statement, find_words
from generator.diagnostics import Diagnostic
from generator.model import Article, Emendation, Mention, Span, Stance

FIELDS: dict[str, str] = {
    "reason": "text",
    "title": "text",
    "statement": "selector",
    "appearances": "list of selectors",
    "stance": "stance",
    "speaker": "text",
    "merge": "list of claims",
    "split": "list of lists",
    "hide": "flag",
    "lock": "flag",
    "confirm": "flag",
    "was": "list of claims",
}
"""The fields of a claim's file and what each holds."""
SELECTOR = ("article", "exact", "prefix", "suffix")
NOBODY = "nobody"
"""The speaker that credits nobody."""

_EXCLUDED = (("hide", ("lock", "confirm", "merge", "split")), ("lock", ("split",)))


def read_emendation(
    slug: str, path: str, matter: Matter, articles: Sequence[Article], faulty: Iterable[str] = ()
) -> tuple[Emendation, tuple[Diagnostic, ...]]:
    """What a file says and every fault; what is faulty is left out, and the rest stands.

    ``faulty`` are sigla of articles that have faults of their own, so that words in them are not told as lost.
    """
    form = Form(path, matter, {article.siglum: article for article in articles}, frozenset(faulty))
    form.tell_unknown((), FIELDS)
    emendation = Emendation(
        slug,
        _reason(form),
        title=_text(form, ("title",)),
        statement=find_statement(form, ("statement",)),
        appearances=_appearances(form),
        stance=_stance(form, ("stance",)),
        speaker=_speaker(form, ("speaker",)),
        merge=_names(form, "merge"),
        split=_split(form),
        hide=_flag(form, "hide"),
        lock=_flag(form, "lock"),
        confirm=_flag(form, "confirm"),
        was=_names(form, "was"),
        notes=form.notes,
        path=path,
        lines=form.lines(),
    )
    _tell_excluded(form)
    _tell_unlocked(form, emendation)
    return emendation, tuple(form.faults)


def _reason(form: Form) -> str:
    before = len(form.faults)
    reason = _text(form, ("reason",))
    if not reason and len(form.faults) == before:
        hint = "Add a line reason: … that says why; the claim's page shows it."
        form.tell(("reason",), "missing-field", "reason is missing.", hint)
    return reason


def _text(form: Form, at: At) -> str:
    return form.text(at, form.value(at))


def _speaker(form: Form, at: At) -> str | None:
    """A name, "" for nobody, ``None`` where the file does not say."""
    name = _text(form, at)
    return None if not name else "" if name == NOBODY else name


def _stance(form: Form, at: At) -> Stance | None:
    word = _text(form, at)
    known: tuple[Stance, ...] = get_args(Stance)
    found = next((stance for stance in known if stance == word), None)
    if word and found is None:
        near = fields.nearest(word, known)
        hint = f"Did you mean {near}?" if near else f"The stances are {', '.join(known)}."
        form.tell(at, "unknown-stance", f"{word} is not a stance.", hint)
    return found


def _flag(form: Form, name: str) -> bool:
    value = form.value((name,))
    if value is None or isinstance(value, bool):
        return bool(value)
    form.tell((name,), "wrong-type", f"{name} is neither true nor false.", f"Write {name}: true, or take the line out.")
    return False


def _names(form: Form, name: str) -> tuple[str, ...]:
    """Claims by slug or identifier, once each."""
    found = [form.text((name, number), item) for number, item in form.items((name,))]
    return tuple(dict.fromkeys(one for one in found if one))


def _appearances(form: Form) -> tuple[Mention, ...]:
    """The places that are there, in order, once each."""
    mentions: dict[Span, Mention] = {}
    for number, item in form.items(("appearances",)):
        at = ("appearances", number)
        span = find_words(form, at, item, (*SELECTOR, "stance", "speaker"))
        mention = span and Mention(span, _stance(form, (*at, "stance")), _speaker(form, (*at, "speaker")))
        if mention and mention.span in mentions:
            form.tell(at, "contradiction", "The same place stands twice.", "Keep one of the two.")
        elif mention:
            mentions[mention.span] = mention
    return tuple(mentions[span] for span in sorted(mentions))


def _split(form: Form) -> tuple[tuple[str | Span, ...], ...]:
    parts = []
    for number, _ in form.items(("split",)):
        found = [_split_item(form, ("split", number, inner), item) for inner, item in form.items(("split", number))]
        parts.append(tuple(item for item in found if item))
    return tuple(part for part in parts if part)


def _split_item(form: Form, at: At, item: Any) -> str | Span | None:
    """A siglum, or a place."""
    if isinstance(item, dict):
        return find_words(form, at, item, SELECTOR)
    siglum = form.text(at, item)
    return siglum if siglum and form.has_article(at, siglum) else None


def _tell_excluded(form: Form) -> None:
    for name, others in _EXCLUDED:
        for other in others:
            if form.value((name,)) and form.value((other,)):
                message = f"{name} and {other} exclude each other."
                form.tell((other,), "contradiction", message, "Keep one of the two.")


def _tell_unlocked(form: Form, emendation: Emendation) -> None:
    """A locked claim is what its file says, so the file has to say it."""
    if not emendation.lock:
        return
    if not form.value(("appearances",)):
        hint = "Let variorum suggest write them, and lock what it wrote."
        form.tell(("lock",), "missing-field", "A locked claim lists its appearances.", hint)
    for number, item in enumerate(form.value(("appearances",)) or ()):
        if isinstance(item, dict) and not item.get("stance") and not form.value(("stance",)):
            message, hint = "An appearance of a locked claim has its stance.", "Add a line stance: … to it."
            form.tell(("appearances", number), "missing-field", message, hint)
