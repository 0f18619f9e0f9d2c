from __future__ import annotations

from labelled_figures import FIELDS, load_sentences, score_sentences

FLOORS = {"value": 98, "bound": 98, "unit": 98, "counts": 96, "status": 94, "as_of": 98}


def test_the_labelled_sentences_score_no_less_than_they_did() -> None:
    scores = score_sentences()
    assert {field: score for field, score in scores.items() if score < FLOORS[field]} == {}
    assert tuple(scores) == FIELDS


def test_each_label_stands_in_its_sentence_and_each_language_is_labelled() -> None:
    sentences = load_sentences()
    assert len(sentences) >= 60
    assert {row["lang"] for row in sentences} == {"en", "de", "fr", "es", "uk", "xx"}
    labels = [(row, label) for row in sentences for label in row["figures"]]
    assert all((label["counts"] or "") in row["text"] for row, label in labels)
    assert not [label for row, label in labels if row["published"] is None and label["as_of"] == "2031-05-12"]
    assert {label["bound"] for _, label in labels} == {"exact", "about", "at least", "at most", "range", "up", "down"}
