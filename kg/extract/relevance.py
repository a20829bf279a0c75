"""Which frames can matter to a text: those of which a word stands in it, in whatever form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from spacy.language import Language

from kg.extract.frames import Frame


def lemmas(nlp: Language, text: str) -> set[str]:
    """All that the lemmatiser could make of the text's words, whatever part of speech they turn out to be."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    rules, exceptions = (lemmatizer.lookups.get_table(name) for name in ("lemma_rules", "lemma_exc"))
    words = set(re.findall(r"\w+", text.casefold()))
    found = set(words)
    for part_of_speech in exceptions:
        found.update(lemma for word in words for lemma in exceptions[part_of_speech].get(word, ()))
    for part_of_speech in rules:
        for old, new in rules[part_of_speech]:
            found.update(word.removesuffix(old) + new for word in words if word.endswith(old))
    return found


def relevant(frames: Iterable[Frame], words: set[str]) -> list[Frame]:
    """The frames that one of these lemmas evokes."""
    return [frame for frame in frames if not words.isdisjoint(frame.verbs | frame.nouns)]
