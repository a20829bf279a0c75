"""Styles of address around a name: "H.E. Dr", "Brig (Retd)", "MP"; brackets and signs around an office."""

from __future__ import annotations

from kg.extract.holders.office_bodies import LONGEST_BRACKET
from kg.extract.holders.office_group import OfficeGroup
from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import DEGREE, Word

RETIRED = frozenset(("retd", "rtd", "ret'd", "ret", "retired"))
PLURAL_VERBS = frozenset(
    """
    discuss hold meet talk sign ink explore review agree exchange vow pledge eye seek open launch stress attend co-chair
    call deliberate address tour witness underline underscore
    """.split()
)
"""Verbs in the present that two do in headlines."""


class Styles:
    """Reads the words of one block for the styles that belong to its people."""

    lexicon: Lexicon
    words: list[Word]
    name_at: dict[int, Name]

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

    def _honour(self, index: int) -> bool:
        """ "Ana Rojas, AVSM, NM, Flag Officer": letters between a comma and an office."""
        return (
            index > 1 and self.words[index].acronym and self.words[index - 1].text == "," and not self._is_known(index)
        )

    def _is_known(self, index: int) -> bool:
        """Whether the letters name a country: "Ana Rojas, UAE, Minister of Trade"."""
        name = self.name_at.get(index)
        return name is not None and name.kind != "Organization"

    def _bracket_end(self, group: OfficeGroup) -> int:
        """Where the group ends, with the bracket it stands in: "Luis Vega (Vice Rector, Academic Affairs)"."""
        if not group.first or self.words[group.first - 1].text != "(":
            return group.last
        limit = min(len(self.words), group.last + LONGEST_BRACKET)
        end = next((i for i in range(group.last, limit) if self.words[i].text in ("(", ")")), None)
        return end + 1 if end is not None and self.words[end].text == ")" else group.last

    def _parted(self, start: int, end: int) -> bool:
        return any(word.text in (".", ";") for word in self.words[start:end])

    def _two_told(self, group: OfficeGroup) -> bool:
        """ "Rojas, Chadian minister discuss trade": a headline whose comma stands for "and"."""
        verb = self.words[group.last].lower if group.last < len(self.words) else ""
        return verb in PLURAL_VERBS and len(group.bodies) == 1 and not group.linked
