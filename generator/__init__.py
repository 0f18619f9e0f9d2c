"""Lay the accounts of one event by several news outlets side by side, claim by claim.

The Python face: read an event with :func:`load_event`, or make one from texts with :meth:`Event.from_texts`; compare
with :func:`build_report`; take the data with :func:`report_to_dict`.
"""

from generator.content import load_event
from generator.diagnostics import ContentError
from generator.exports import report_to_dict
from generator.model import Article, Event
from generator.report import build_report

__all__ = ["Article", "ContentError", "Event", "build_report", "load_event", "report_to_dict"]
