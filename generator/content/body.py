"""The text below the front matter, with its paragraphs parted by blank lines whichever way it was typed."""

from __future__ import annotations

import unicodedata

import regex

from generator.layout import join_wrapped


def settle_body(text: str) -> str:
    """NFC, no spaces at line ends, one blank line between paragraphs; hard-wrapped lines joined by a space.

    A body without any blank line has one paragraph a line; in any other, a line end that is not a wrapped one stays.
    """
    lines = [line.strip() for line in unicodedata.normalize("NFC", text).split("\n")]
    joined = [" ".join(lines[group.start : group.stop]) for group in join_wrapped(lines)]
    parted = "\n".join(joined).strip()
    return regex.sub(r"\n{2,}" if "\n\n" in parted else r"\n", "\n\n", parted)
