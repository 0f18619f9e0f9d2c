"""How alike statements are in meaning, from sentence embeddings, where the user has a model for them.

No stage needs it: claims are gathered by their words, and a model is asked only where one is given. What it must give
is small enough that any can be put behind it; :func:`load_meanings` puts a static model there (Model2Vec: Tulkens and
van Dongen 2024), a table of word vectors that needs no graphics card and reads thousands of sentences a second.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

__all__ = ["Meanings", "MeaningsError", "load_meanings"]

_FILES = ("config.json", "model.safetensors", "tokenizer.json")
"""What a model's folder must hold; where one were missing, the library would look for the model on the network."""


class MeaningsError(Exception):
    """A model that was asked for cannot be had; the message says what is missing."""


class Meanings(Protocol):
    """Compares statements by meaning; the same statements always have the same likeness."""

    def compare(self, statements: Sequence[str]) -> Sequence[Sequence[float]]:
        """The likeness of each statement to each, a row a statement; 1 for the same meaning, 0 for none in common."""


def load_meanings(folder: Path) -> Meanings:
    """The static embeddings in a folder on this machine, as Model2Vec saves them; nothing is downloaded.

    Raises :class:`MeaningsError` where the library, the folder or one of its files is absent, or cannot be read.
    """
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise MeaningsError(f"{folder} is no folder of a Model2Vec model: {', '.join(missing)} missing")
    try:
        library = importlib.import_module("model2vec")
    except ImportError as error:
        raise MeaningsError('embeddings need Model2Vec; install it: pip install "variorum[embeddings]"') from error
    try:
        return _Static(library.StaticModel.from_pretrained(str(folder)))
    except Exception as error:  # readers of several formats throw errors of their own
        raise MeaningsError(f"the model in {folder} cannot be read: {error}") from error


class _Static:
    """A Model2Vec model as a measure of meaning."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def compare(self, statements: Sequence[str]) -> Sequence[Sequence[float]]:
        vectors = self._model.encode(list(statements), normalize=True, use_multiprocessing=False)
        likeness: Sequence[Sequence[float]] = (vectors @ vectors.T).tolist() if len(statements) else []
        return likeness
