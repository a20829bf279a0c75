"""IRIs: made from content alone, so that every build of the same articles gives the same ones."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote, unquote

from kg.model import Judgement, Literal, Span, Statement
from kg.vocabulary.reader import NAMESPACE

BASE = "https://kg.example/id/"


@dataclass(frozen=True, slots=True)
class Names:
    """Mints IRIs below a vocabulary namespace and a base for entities and articles."""

    namespace: str = NAMESPACE
    base: str = BASE

    def term(self, name: str) -> str:
        """A class or relation of the vocabulary."""
        return self.namespace + name

    def local(self, iri: str) -> str:
        """The name of a class or relation, from its IRI."""
        return iri.removeprefix(self.namespace)

    def entity(self, type_name: str, label: str, distinction: str = "") -> str:
        """An entity, from its class and canonical name; ``distinction`` tells namesakes apart."""
        tail = f"~{slug(distinction)}" if distinction else ""
        return f"{self.base}{type_name.casefold()}/{slug(label)}{tail}"

    def article(self, name: str) -> str:
        """An article, which is also the name of the graph that holds what it says."""
        return f"{self.base}article/{_quoted(name, '/')}"

    def article_name(self, iri: str) -> str:
        """The name of an article, from its IRI."""
        return unquote(iri.removeprefix(self.article("")))

    def span(self, article: str, span: Span) -> str:
        """Characters of an article, as a text fragment identifier (RFC 5147)."""
        return f"{self.article(article)}#char={span.start},{span.end}"

    def reference(self, article: str, key: str) -> str:
        """A thing as one article knows it."""
        return f"{self.article(article)}#{_quoted(key)}"

    def statement(self, article: str, statement: Statement, *, symmetric: bool = False) -> str:
        """A statement of an article: the same words about the same things give the same IRI."""
        end = statement.object
        other = f"{end.datatype}:{end.value}" if isinstance(end, Literal) else end
        ends = sorted((statement.subject, other)) if symmetric else [statement.subject, other]
        content = "\x1f".join([article, statement.predicate, *ends, statement.modality])
        return f"{self.base}statement/{sha256(content.encode()).hexdigest()[:20]}"

    def word(self, word: str) -> str:
        """A word of names, as the index of names files it."""
        return f"{self.base}word/{_quoted(word)}"

    def word_of(self, iri: str) -> str:
        """The word behind its IRI."""
        return unquote(iri.removeprefix(f"{self.base}word/"))

    @property
    def entities_graph(self) -> str:
        """The graph that describes the entities: class, labels, identifiers."""
        return f"{self.base}graph/entities"

    @property
    def ledger_graph(self) -> str:
        """The graph that records what was read; never exported."""
        return f"{self.base}graph/ledger"

    @property
    def identity_graph(self) -> str:
        """The graph that holds the judgements of which things are one; never exported."""
        return f"{self.base}graph/identity"

    def judgement(self, judgement: Judgement) -> str:
        """A judgement of two things: the same rule, or the same person at one time, on the same pair."""
        return f"{self.base}judgement/{judgement.digest}"

    @property
    def vocabulary_graph(self) -> str:
        """The graph that defines the relations of a user's own; never exported, like kg's own ontology."""
        return f"{self.base}graph/vocabulary"


@lru_cache(maxsize=1000)
def _quoted(text: str, safe: str = "") -> str:
    """Kept for a while: all that is said of an article has its name in it."""
    return quote(text, safe)


@lru_cache(maxsize=2000)
def slug(label: str) -> str:
    """A name as a piece of an IRI: folded, accents off, words joined by hyphens; never empty."""
    folded = unicodedata.normalize("NFKD", label).casefold()
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = re.sub(r"['’‘`´]", "", folded)
    words = re.findall(r"[^\W_]+", folded.replace("&", " and ").replace("@", " at "))
    return quote("-".join(words) or sha256(label.encode()).hexdigest()[:8])
