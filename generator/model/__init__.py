"""The ground: frozen values that every stage reads and returns.

Text stays in one place, the article. Everything found in it is a span that points there, so that whatever a page
prints can be checked against the article it came from: ``event[span]``.
"""

from generator.model.collations import (
    Cluster,
    Collation,
    Column,
    Edit,
    Layer,
    Operation,
    Variants,
)
from generator.model.comparisons import (
    Appearance,
    By,
    Claim,
    Editing,
    Finding,
    Omission,
    OmissionKind,
    Report,
)
from generator.model.identifiers import (
    identify,
    identify_each,
)
from generator.model.readings import (
    Bound,
    Figure,
    Period,
    Quote,
    QuoteKind,
)
from generator.model.revisions import Amendment, AmendmentKind, Revision
from generator.model.texts import (
    Article,
    Emendation,
    Event,
    Mention,
    Outlet,
    Span,
    Stance,
)

__all__ = [
    "Amendment",
    "AmendmentKind",
    "Appearance",
    "Article",
    "Bound",
    "By",
    "Claim",
    "Cluster",
    "Collation",
    "Column",
    "Edit",
    "Editing",
    "Emendation",
    "Event",
    "Figure",
    "Finding",
    "Layer",
    "Mention",
    "Omission",
    "OmissionKind",
    "Operation",
    "Outlet",
    "Period",
    "Quote",
    "QuoteKind",
    "Report",
    "Revision",
    "Span",
    "Stance",
    "Variants",
    "identify",
    "identify_each",
]
