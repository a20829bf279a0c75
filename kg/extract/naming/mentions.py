"""The values of reading names: a name where it stands, and a block with all that was read of it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.naming.offices import Office
from kg.extract.text.words import Word
from kg.gazetteer import GazetteerPlace
from kg.model import Block


@dataclass(slots=True)
class Name:
    """A name where it stands: words ``first`` to ``last`` of block ``block``, offsets of the article's text.

    ``kind`` is a class of the vocabulary, or "Demonym" for an adjective of a country. ``strength`` says how plain
    the signs are, from 0 to 1. ``place`` is what the gazetteer knows of a place, or of the country of a demonym.
    """

    block: int
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: str
    strength: float
    head: str | None = None
    place: GazetteerPlace | None = None
    owner: str | None = None
    """The country (ISO code) whose body it is, where that is said: "Guyana's Ministry of Foreign Affairs"."""
    alias_of: str | None = None
    """For a name in brackets after another: the text of the other."""
    apart: bool = False
    """Whether a longer name that begins with it is said to be another body: "Acme Chad, a unit of Acme"."""


@dataclass(slots=True)
class ReadBlock:
    """A block with its text, tokens, words, offices and names."""

    block: Block
    text: str
    doc: Doc
    words: list[Word]
    offices: list[Office]
    names: list[Name]
    headline: bool
