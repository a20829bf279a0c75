"""What bodies are called beside their names, which a later "the bank's director" goes by: "the Italian bank Banca
Lariana", "Ostara, a Kenyan start-up", "a subsidiary, Ostara East Africa"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.naming.mentions import Name
from kg.extract.reference.campuses import CAMPUSES, PARTS
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

LONGEST_DESCRIPTION = 9
ARTICLES = frozenset(("a", "an", "the", "its", "one"))


def called(words: Sequence[Word], name: Name, lexicon: Lexicon) -> Iterator[str]:
    """The nouns for bodies that a body is called by beside its name; any university is an "institution"."""
    whole = set(name.text.casefold().split())
    if not whole.isdisjoint(CAMPUSES) and whole.isdisjoint(PARTS):
        yield "institution"
    before = [word.lower for word in words[max(0, name.first - 5) : name.first]]
    if before[-1:] == [","] and not ARTICLES.isdisjoint(before[:-2]):
        before.pop()
    if before and before[-1] in lexicon.before_body:
        yield before[-1]
    start = name.last + (3 if name.last < len(words) and words[name.last].text == "(" else 0)
    behind = words[start : start + LONGEST_DESCRIPTION]
    if len(behind) > 2 and behind[0].text == "," and behind[1].lower in ARTICLES:
        for word in behind[2:]:
            if word.lower in lexicon.before_body and not word.capital:
                yield word.lower
            if word.lower in lexicon.function or word.text in (",", "."):
                break
