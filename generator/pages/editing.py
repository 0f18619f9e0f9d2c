"""What an editor did to a claim, and why, as its page tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from generator.model import Editing
from generator.pages.notes import render_notes
from generator.pages.tongue import Tongue, msgid

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "made": msgid("made this claim"),
        "merged": msgid("merged other claims into it"),
        "split": msgid("split other claims off it"),
        "locked": msgid("locked it: the program changes nothing on it"),
        "renamed": msgid("gave it its address"),
        "titled": msgid("gave it its title"),
        "restated": msgid("chose the wording at its head"),
        "added": msgid("added appearances"),
        "placed": msgid("set where an appearance begins or ends"),
        "stance": msgid("set a stance"),
        "speaker": msgid("set whom an outlet credits"),
        "hidden": msgid("hid it"),
        "confirmed": msgid("confirmed it"),
        "kept": msgid("kept it as the program made it"),
    }
)
"""What each action says on a page."""


@dataclass(frozen=True, slots=True)
class EditingView:
    """The editor's part in a claim; ``notes`` are cleaned."""

    reason: str
    actions: tuple[str, ...]
    title: str
    notes: Markup


def view_editing(editing: Editing | None, tongue: Tongue) -> EditingView | None:
    """What the page says of the editor; ``None`` where nobody edited."""
    if editing is None:
        return None
    actions = tuple(tongue.gettext(ACTIONS[action]) for action in editing.actions)
    return EditingView(editing.reason, actions, editing.title, render_notes(editing.notes))
