"""What an editor did to a claim, and why, as its page tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from generator.model import Editing
from generator.pages.notes import render_notes

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "made": "made this claim",
        "merged": "merged other claims into it",
        "split": "split other claims off it",
        "locked": "locked it: the program changes nothing on it",
        "renamed": "gave it its address",
        "titled": "gave it its title",
        "restated": "chose the wording at its head",
        "added": "added appearances",
        "placed": "set where an appearance begins or ends",
        "stance": "set a stance",
        "speaker": "set whom an outlet credits",
        "hidden": "hid it",
        "confirmed": "confirmed it",
        "kept": "kept it as the program made it",
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


def view_editing(editing: Editing | None) -> EditingView | None:
    """What the page says of the editor; ``None`` where nobody edited."""
    if editing is None:
        return None
    actions = tuple(ACTIONS[action] for action in editing.actions)
    return EditingView(editing.reason, actions, editing.title, render_notes(editing.notes))
