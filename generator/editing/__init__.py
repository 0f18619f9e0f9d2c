"""What an editor says about claims, applied to what the program made: pure, and in no order but that of addresses."""

from generator.editing.applying import Edited, apply_emendations
from generator.editing.codes import CODES
from generator.editing.suggesting import render_suggestion

__all__ = ["CODES", "Edited", "apply_emendations", "render_suggestion"]
