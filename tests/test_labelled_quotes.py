from __future__ import annotations

from labelled_quotes import load_passages, score_passages

FLOORS = {"content": 94, "kind": 98, "speaker": 96, "via": 97, "stance": 97, "sentence stance": 99}


def test_the_labelled_passages_score_no_less_than_they_did() -> None:
    scores = score_passages()
    assert {name: score for name, score in scores.items() if score < FLOORS[name]} == {}
    assert scores.keys() == FLOORS.keys()


def test_each_label_stands_in_its_passage_and_each_stance_is_labelled() -> None:
    passages = load_passages()
    assert len(passages) >= 78
    assert {passage["lang"] for passage in passages} == {"en", "de", "fr", "es"}
    quotes = [(passage["text"], quote) for passage in passages for quote in passage["quotes"]]
    assert all(quote["content"] in text and (quote["via"] or "") in text for text, quote in quotes)
    assert {quote["kind"] for _, quote in quotes} == {"direct", "partial", "indirect"}
