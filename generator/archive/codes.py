"""What each code of a diagnostic means."""

from __future__ import annotations

from generator import content

_SHARED = (
    "bad-date",
    "bad-lang",
    "control-character",
    "duplicate-key",
    "invalid-utf-8",
    "missing-field",
    "missing-front-matter",
    "unclosed-front-matter",
    "unknown-field",
    "unread-file",
    "unreadable-file",
    "unsafe-url",
    "wrong-type",
    "yaml-feature",
    "yaml-syntax",
)
CODES: dict[str, str] = {code: content.CODES[code] for code in _SHARED} | {
    "bad-json": "A line is not a JSON object.",
    "busy-folder": "Another run is writing into the same folder.",
    "damaged-file": "A Parquet, DuckDB or gzip file cannot be read as one.",
    "duplicate-id": "Two articles of the archive have the same id.",
    "edited-file": "A file was changed by hand since it was written, so it is left as it is.",
    "empty-archive": "The archive has no article.",
    "empty-text": "An article has no text; it is left out.",
    "long-text": "An article has more than 10,000,000 letters; it is left out.",
    "missing-column": "A file or table has no column for a field that every article needs.",
    "no-table": "A DuckDB file has no table of articles, or several that could be it.",
    "undated": "Articles have no date; they are compared whatever the window.",
    "unknown-archive": "The archive is of no kind that is read.",
    "unwritable-file": "The system does not let the result be written; what was there before stays whole.",
}
"""Each code that reading an archive and writing what was found can give, and its meaning in a sentence."""
