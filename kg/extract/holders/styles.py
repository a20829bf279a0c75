"""Styles of address around a name: "H.E. Dr", "Brig (Retd)", "MP"."""

from __future__ import annotations

from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import DEGREE, Word

RETIRED = frozenset(("retd", "rtd", "ret'd", "ret", "retired"))


class Styles:
    """Reads the words of one block for the styles that belong to its people."""

    lexicon: Lexicon
    words: list[Word]

    def _with_honorifics(self, name: Name) -> tuple[int, int]:
        first = name.first
        while first and (self.words[first - 1].lower in self.lexicon.honorifics or self._retired(first - 3)):
            first -= 3 if self._retired(first - 3) else 1
        last = name.last
        while self._suffix_at(last) > last:
            last = self._suffix_at(last)
        return first, last

    def _retired(self, index: int) -> bool:
        """Whether "(Retd)" or "(Dr.)" stands there, said of a rank or in the middle of styles."""
        words = [w.lower for w in self.words[index : index + 3]] if index >= 0 else []
        return (
            words[:1] == ["("]
            and words[2:] == [")"]
            and (words[1].strip(".") in RETIRED or words[1] in self.lexicon.honorifics)
        )

    def _suffix_at(self, index: int) -> int:
        """The end of "MP" or ", M.P." behind a name; ``index`` where none stands there."""
        start = index + 1 if self.words[index : index + 1] and self.words[index].text == "," else index
        word = self.words[start] if start < len(self.words) else None
        if word is None or not word.capital or (start > index and "." not in word.text):
            return index
        degree = start > index and DEGREE.fullmatch(word.text)
        return start + 1 if degree or word.lower in self.lexicon.suffixes else index
