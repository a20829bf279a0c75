"""The extract stage: from an article to referents and statements. Loads spaCy; nothing else of kg does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.extract.frames import Frame
from kg.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from kg.extract.extractor import RuleExtractor


def load_extractor(frames: Iterable[Frame] = (), vocabulary: Vocabulary | None = None) -> RuleExtractor:
    """The extractor that comes with kg, with a user's own frames beside the built-in ones.

    ``vocabulary`` must know the frames' relations; without it, it is the one that comes with kg.
    """
    # spaCy and its model take seconds; who only wants to know the frames need not wait for them.
    from kg.extract.extractor import RuleExtractor  # noqa: PLC0415

    return RuleExtractor(frames, vocabulary or load_vocabulary())


__all__ = ["load_extractor"]
