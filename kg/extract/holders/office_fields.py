"""The fields that offices are for, where they stand behind the office and look like names: "for Academic Affairs"."""

from __future__ import annotations

from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

FIELD_NOUNS = frozenset("affairs relations cooperation learning education research studies planning matters".split())
NESTED = frozenset(
    """
    unit department faculty center centre division school institute office section bureau directorate college
    committee committees laboratory branch wing cell desk secretariat programme program dept
    """.split()
)
CHARGES = (
    ["with", "responsibility", "for"],
    ["with", "special", "responsibility", "for"],
    ["with", "responsibilities", "for"],
    ["responsible", "for"],
    ["in", "charge", "of"],
    ["in-charge", "of"],
    ["incharge", "of"],
    ["without", "portfolio"],
)
"""What opens a minister's field."""
FIELD_JOINTS = frozenset("and & the of with for in to".split())
LONGEST_CHARGE = 4
FIELD_AT_MOST = 0.5
"""A name of a strength below this can be the field of an office."""


class OfficeFields:
    """Tells the fields of one block's offices from bodies."""

    lexicon: Lexicon
    words: list[Word]
    name_at: dict[int, Name]

    def _field_end(self, start: int) -> int:
        """The end of a field behind the body: "High Representative of the EU for Foreign Affairs"."""
        end = start
        while end < len(self.words) and self.lexicon.is_field(self.words[end].lower):
            end += 1
        while end > start and not self.lexicon.is_topic(self.words[end - 1].lower):
            end -= 1
        return end if end > start and self.words[start].capital else start

    def _field_name(self, name: Name) -> bool:
        """Whether what looks like a body is what an office is for: "Vice President for Academic Affairs"."""
        weak = name.kind == "Organization" and name.strength < FIELD_AT_MOST and name.head is None
        return weak and self.lexicon.is_topic(self._last(name))

    def _field_of_office(self, link: str, name: Name) -> bool:
        """ "Vice President for Academic Affairs", "Head of South Cooperation at the Kwanza Bank"."""
        if self._field_name(name):
            behind = self.name_at.get(name.last + 1) if self._text(name.last) == "," else None
            apposed = behind is not None and behind.kind == "Organization"  # "Head of AI Policy, Kwanza Bank"
            return link == "for" or self._last(name) in FIELD_NOUNS or apposed
        start = name.last + 1 + (self._text(name.last + 1) == "the")
        body = self.name_at.get(start) if self._text(name.last) == "at" else None
        return (
            self._called_by_field(name) and body is not None and body.kind == "Organization" and body.head is not None
        )

    def _called_by_field(self, name: Name) -> bool:
        return name.kind == "Organization" and name.head is None and self.lexicon.is_topic(self._last(name))

    def _fields_only(self, name: Name) -> bool:
        """ "Research and Administration" behind an office and a comma: fields, no body."""
        words = [w.lower for w in self.words[name.first : name.last]]
        return words[-1] not in NESTED and all(
            self.lexicon.is_topic(w) or w in self.lexicon.modifiers or w in ("and", "&") for w in words
        )

    def _last(self, name: Name) -> str:
        return self.words[name.last - 1].lower

    def _charge_end(self, start: int, *, field: bool, owned: bool) -> int:
        """The end of what else an office is for: "responsible for the Caribbean", "Secretary for Trade and Haiti",
        "Director of Admissions and Career Guidance Centre"."""
        lowers = [w.lower for w in self.words[start : start + LONGEST_CHARGE]]
        unnamed = not {start + 1, start + 2} & self.name_at.keys()
        if lowers[:2] == ["for", "the"] and unnamed:  # "Special Envoy for the Horn, Ana Rojas"
            end = start + 2
            while end < len(self.words) and self.words[end].capital and end not in self.name_at:
                end += 1
            return end if end > start + 2 and self._text(end) == "," else start
        opener = next((o for o in CHARGES if lowers[: len(o)] == o), None)
        if opener is not None:
            end = start + len(opener)
            while end < len(self.words) and self._charged(end):
                end += 1
            return end if end > start + len(opener) else start
        behind = self.name_at.get(start + 1) if lowers[:1] in (["and"], ["&"]) and field else None
        if behind is None or not (self._text(behind.last) in (",", "at") or behind.last in self.name_at):
            return start
        place = behind.kind == "Place" and (owned or (behind.place is not None and behind.place.is_wide))
        unit = behind.kind == "Organization" and not owned and self._last(behind) in NESTED
        return behind.last if place or unit else start

    def _charged(self, index: int) -> bool:
        name = self.name_at.get(index)
        word = self.words[index]
        joint = word.lower in FIELD_JOINTS and self.words[index + 1 : index + 2] != [] and self._goes_on(index + 1)
        return (name is None or name.kind != "Person") and (word.capital or joint)

    def _goes_on(self, index: int) -> bool:
        """Whether the words of a field go on with a capital: "with the Islamic World"."""
        return self.words[index].capital or (
            self.words[index].lower in ("the", "for") and index + 1 < len(self.words) and self.words[index + 1].capital
        )

    def _text(self, index: int) -> str:
        return self.words[index].text if index < len(self.words) else ""

    def _regions_end(self, last: int) -> int:
        """Past further regions: "Minister for Europe and the Americas"."""
        while last < len(self.words) and self.words[last].lower in ("and", ",", "&"):
            more = self.name_at.get(last + 1) or self.name_at.get(last + 2)
            if more is None or more.place is None or not (more.kind == "Place" or more.place.is_wide):
                break
            if self._text(more.last) in ("'s", "’s"):
                break
            last = more.last
        return last

    def _fields_end(self, last: int) -> int:
        """Past further fields: "… and Lifelong Learning"."""
        while last < len(self.words) and self.words[last].lower in ("and", ",", "&"):
            more = self.name_at.get(last + 1)
            if more is None or not self._field_name(more):
                break
            last = more.last
        return last


def last_word(name: Name) -> str:
    """The last word of a name, its case off."""
    return name.text.split()[-1].casefold()
