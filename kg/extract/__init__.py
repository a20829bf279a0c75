"""The extract stage: from an article to referents and statements. Loads spaCy; nothing else of kg does."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.frames import Frame
from kg.extract.standard import StandardExtractor
from kg.vocabulary import Vocabulary, load_vocabulary


def load_extractor(frames: Iterable[Frame] = (), vocabulary: Vocabulary | None = None) -> StandardExtractor:
    """The extractor that comes with kg, with a user's own frames beside the built-in ones.

    ``vocabulary`` must know the frames' relations; without it, it is the one that comes with kg.
    """
    return StandardExtractor(frames, vocabulary or load_vocabulary())


__all__ = ["load_extractor"]
