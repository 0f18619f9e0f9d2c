"""textacy's quotations of some texts, by an interpreter that has it and a spaCy pipeline; not run by the project's own.

    PYTHON tests/bench/peer_textacy.py PIPELINE < articles.jsonl > found.json

Reads an object with ``id`` and ``text`` a line; writes one object: for each id a list of ``source``, ``cue`` and
``content``, each a list of [start, end]. A text whose quotation marks textacy cannot pair has none.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any


def find(doc: Any, extract: Callable[[Any], Iterable[Any]]) -> list[dict[str, list[list[int]]]]:
    """The direct quotations of a parsed text."""
    try:
        found = list(extract(doc))
    except ValueError:  # an odd number of marks
        return []
    return [
        {
            "source": _place(one.speaker),
            "cue": _place(one.cue),
            "content": [[one.content.start_char, one.content.end_char]],
        }
        for one in found
    ]


def _place(tokens: Sequence[Any]) -> list[list[int]]:
    return [[tokens[0].idx, tokens[-1].idx + len(tokens[-1])]] if tokens else []


def main() -> None:
    """Parse what stands on the input, print what was found."""
    from textacy.extract.triples import direct_quotations  # noqa: PLC0415 - only the interpreter named has it

    nlp = importlib.import_module(sys.argv[1]).load()
    records = [json.loads(line) for line in sys.stdin]
    docs = nlp.pipe(record["text"] for record in records)
    found = {record["id"]: find(doc, direct_quotations) for record, doc in zip(records, docs, strict=True)}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
