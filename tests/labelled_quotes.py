"""Our own labelled passages, invented, and labelled by hand before the program read them; how it does on them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from subject import article

from generator.model import Quote, Span
from generator.quotes import find_quotes, find_stance
from generator.sentences import segment

LABELLED = Path(__file__).parent / "labelled" / "quotes.jsonl"
PARTS = ("kind", "speaker", "via", "stance")


def load_passages() -> list[dict[str, Any]]:
    """The passages with their labels."""
    return [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]


def score_passages() -> Mapping[str, float]:
    """F1 of quotes by content, per cent; of those found, the share with the right kind, speaker, via and stance."""
    counts: Counter[str] = Counter()
    for passage in load_passages():
        counts.update(_compare(passage))
    precision, recall = counts["hit"] / counts["found"], counts["hit"] / counts["gold"]
    shares = {part: 100 * counts[part] / counts["hit"] for part in PARTS}
    own = 100 * counts["carried"] / counts["sentences"]
    return {"content": 200 * precision * recall / (precision + recall), **shares, "sentence stance": own}


def _compare(passage: Mapping[str, Any]) -> Iterator[str]:
    text = passage["text"]
    subject = article(text, lang=passage["lang"])
    sentences = segment(subject)
    found = {_words(text, quote.content): quote for quote in find_quotes(subject, sentences)}
    yield from ["found"] * len(found)
    yield from ["gold"] * len(passage["quotes"])
    for gold in passage["quotes"]:
        quote = found.get(gold["content"])
        if quote is not None:
            yield "hit"
            yield from (part for part in PARTS if _told(text, quote)[part] == gold[part])
    if "stance" in passage:
        yield "sentences"
        yield from ["carried"] * (find_stance(subject, sentences[0], sentences)[0] == passage["stance"])


def _told(text: str, quote: Quote) -> dict[str, str | None]:
    via = _words(text, quote.via) if quote.via else None
    return {"kind": quote.kind, "speaker": quote.speaker_name, "via": via, "stance": quote.stance}


def _words(text: str, span: Span) -> str:
    return text[span.start : span.end]


def show_misses() -> Iterator[str]:
    """What is not as labelled, a line each."""
    for passage in load_passages():
        text = passage["text"]
        subject = article(text, lang=passage["lang"])
        found = {_words(text, quote.content): quote for quote in find_quotes(subject, segment(subject))}
        gold = {quote["content"]: quote for quote in passage["quotes"]}
        yield from (f"{passage['id']} missed: {content}" for content in gold.keys() - found.keys())
        yield from (f"{passage['id']} too many: {content}" for content in found.keys() - gold.keys())
        for content in gold.keys() & found.keys():
            told = _told(text, found[content])
            yield from (f"{passage['id']} {part}: {told[part]}" for part in PARTS if told[part] != gold[content][part])
