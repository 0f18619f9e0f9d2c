"""The machine's claims as files that an editor may keep."""

from __future__ import annotations

from typing import Any

import yaml

from generator.model import Appearance, Claim, Event, Span
from generator.selectors import find_context

REASON = "Kept as the program made it."
"""What a file says until its editor says why."""


class Dumper(yaml.SafeDumper):
    """Keeps the fields' order, and a list's items on a level of their own."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        """Indent lists as well."""
        return super().increase_indent(flow, False)  # noqa: FBT003 - PyYAML's


def render_suggestion(event: Event, claim: Claim) -> str:
    """The file ``claims/<slug>.md`` that says what the machine made: a build with it changes nothing of the claim."""
    matter = {
        "reason": REASON,
        "statement": _select(event, claim.statement),
        "appearances": [_appearance(event, item) for item in sorted(claim.appearances, key=lambda item: item.span)],
    }
    text = yaml.dump(matter, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
    return f"---\n{text}---\n"


def _select(event: Event, span: Span) -> dict[str, Any]:
    """The words, with no more around them than tells their place from others in the article."""
    prefix, suffix = find_context(event.article(span.siglum).text, span.start, span.end)
    context = {"prefix": prefix, "suffix": suffix}
    return {"article": span.siglum, "exact": event[span], **{key: text for key, text in context.items() if text}}


def _appearance(event: Event, item: Appearance) -> dict[str, Any]:
    speaker = {"speaker": item.speaker_name} if item.speaker_name else {}
    return {**_select(event, item.span), "stance": item.stance, **speaker}
