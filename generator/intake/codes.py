"""What each code of a diagnostic means."""

from __future__ import annotations

from generator import fields, files

CODES: dict[str, str] = (
    {code: meaning for code, meaning in fields.CODES.items() if code != "unknown-field"}
    | files.CODES
    | {
        "article-exists": "There is an article file of that siglum already.",
        "bad-csv": "The list of articles is not a CSV file with a header row.",
        "duplicate-siglum": "Two of the pages to add have the same siglum.",
        "empty-page": "A saved page holds no text of an article.",
        "guessed-encoding": "A saved page does not say how its letters are encoded, or says it wrongly.",
        "no-headline": "A saved page has no line that is surely a headline.",
        "not-a-page": "The file is neither a text nor an HTML page.",
        "text-left-out": "A saved HTML page has sentences that were taken for no part of the article.",
        "unknown-column": "The list of articles has a column that is not read.",
        "unwritable-file": "The system does not let an article file be written.",
    }
)
"""Each code that adding articles can give, and its meaning in a sentence."""
