"""How far the bodies of an office reach: past brackets, by units to what they belong to, to nouns for bodies."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.holders.office_fields import NESTED, OfficeFields, last_word
from kg.extract.holders.office_words import BOARDS
from kg.extract.naming.mentions import Name
from kg.extract.naming.offices import Office
from kg.extract.naming.subordination import QUOTES
from kg.extract.text.words import Word

DESCRIBED = ("based", "owned", "listed", "run", "backed")
"""Endings of what is said of a body: "state-owned", "Lima-based"."""
FIELD_OPENERS = frozenset(("of", "in", "for", "on"))
DESCRIBING_NO_MORE = frozenset("and of to in for at with on by who which that".split())
LONGEST_DESCRIPTION = 7
IN_BRACKETS = frozenset("of for and & , / - – the".split())
"""What may stand in a bracket that holds an office's field, beside words with capitals."""
BODY_LINKS = frozenset(("of", "at", "for", "in", "with", "from", "within"))
GATHERINGS = frozenset("summit meeting meetings conference talks session forum visit trip tour".split())
CLOSERS = frozenset((",", ".", ";", ")", ":", "—", "–", "-", "“", '"', "”", "!", "?"))
EACH = frozenset("two three four both respective".split())
LONGEST_EACH = 6
FIELD_JOINTS = frozenset(("and", "&", ","))
LONGEST_FIELDS = 9
COMPASS = frozenset("northern southern eastern western central south north east west".split())
OF_AREAS = frozenset("provincial municipal regional district county communal local national central federal".split())
"""What is said in small letters of a body that its area has: "the provincial People's Committee"."""
CONTAINERS = frozenset("city town province state district county region municipality island".split())
AREAS = frozenset(
    """
    region area regions areas province provinces state states district districts county counties prefecture oblast
    governorate municipality emirate canton city town
    """.split()
)
LONGEST_BODY_NOUN = 3
LONGEST_UNIT = 2
LONGEST_BRACKET = 10
"""Words that a bracket beside a name may hold."""
CAPITAL_NOUNS = frozenset(
    """
    academy agency association authority bank board chamber club college commission committee company
    corporation council department embassy faculty federation foundation group institute ministry mission party school
    secretariat society union university
    """.split()
)
"""Nouns for bodies that stand with a capital before their officers: "Ministry Spokesperson"."""
PARLIAMENTS = frozenset("cabinet parliament senate congress assembly navy army".split())
"""Bodies of a country that stand for it."""
STATES = frozenset(("republic", "nation", "state", "kingdom", "country"))
BODY_KINDS = frozenset(("organization", "place", "mission"))


class OfficeBodies(OfficeFields):
    """Follows the bodies of one block's offices to their ends."""

    office_at: dict[int, Office]
    name_ending: dict[int, Name]
    office_ends: set[int]

    @abstractmethod
    def _person_at(self, index: int) -> bool:
        """Whether a person's name, with its honorifics, begins at ``index``."""

    @abstractmethod
    def _behind_person(self, index: int) -> bool:
        """Whether a person's name stands right before what begins at ``index``, parted by a comma or dash."""

    def _building(self, name: Name) -> bool:
        """ "Received at Lake Palace Minister Luis Vega": where that was, no body of his."""
        unknown = name.kind == "Place" and name.place is None and name.first > 0
        owner = name.last < len(self.words) and self.words[name.last].possessive
        return unknown and not owner and self.words[name.first - 1].lower == "at"

    def _unnamed_body(self, start: int) -> int:
        """The end of a body or place that is no name: "the Mayor of the City of Lima", "rector of the university",
        "chairman of the Kenyan union"."""
        land = self.name_at.get(start)
        if self._text(start) in PARLIAMENTS and self._text(start - 1) == "of":  # "the speaker of parliament"
            return start + 1 if self._closes(start + 1) else start
        if self.words[start - 1].lower != "the" or (land is not None and land.kind != "Demonym"):
            return start
        kinds = BODY_KINDS if land is None else frozenset(("organization",))
        states = STATES if land is None else frozenset()
        first = start if land is None else land.last
        for end in range(first + 1, min(len(self.words), start + LONGEST_BODY_NOUN) + 1):
            noun = self.words[end - 1]
            acting = noun.lower in STATES | PARLIAMENTS or noun.lower in self.lexicon.delegations
            if land is not None and (acting or not noun.text.islower()):
                return start
            if self.lexicon.head_kinds(noun.text) & kinds or noun.lower in states:
                after = self.words[end] if end < len(self.words) else None
                stops = after is None or after.capital or after.lower in (*BODY_LINKS, "and", *CLOSERS)
                return end if stops else start
            if not self.words[end - 1].text[0].isalpha() or self.words[end - 1].lower in BODY_LINKS:
                return start
        return start

    def _of_each(self, start: int) -> int:
        """Past "of the two countries", "from both chambers" behind an office of several, whose own bodies come with
        their names: "the ministers of the two countries, A of Peru and B of Chad"."""
        lowers = [word.lower for word in self.words[start : start + LONGEST_EACH]]
        if lowers[:1] not in (["of"], ["from"]):
            return start
        count = 1 + (lowers[1:2] == ["the"])
        noun = count + 1 + (lowers[count + 1 : count + 2] == ["respective"])
        told = lowers[count : count + 1] and lowers[count] in EACH and lowers[noun : noun + 1]
        end = start + noun + 1
        return end if told and lowers[noun].endswith("s") and self._text(end) in (",", ":", "–", "—") else start

    def _small_field(self, start: int) -> int:
        """Past "of international relations" behind "the department"; ``start`` where no such field follows."""
        if start >= len(self.words) or self.words[start].lower not in ("of", "for"):
            return start
        end = start + 1
        while end < len(self.words) and self.words[end].text.islower() and self.lexicon.is_field(self.words[end].lower):
            end += 1
        return end if end > start + 1 and self.lexicon.is_topic(self.words[end - 1].lower) else start

    def _loose_field(self, start: int) -> int:
        """Past "libraries" in "head of public libraries at the Department", "in law" in "professor in law of Delta
        University": what else an office in small letters is for, before the body that it is in; ``start`` where that
        does not follow."""
        end, opened = start, self._text(start) in FIELD_OPENERS
        while end < min(len(self.words), start + LONGEST_DESCRIPTION) and self._in_small(end):
            if self.words[end].lower == "at" or (
                opened and end > start + 1 and self.words[end].lower in ("of", "with")
            ):
                behind = end + 1 + (self._text(end + 1) == "the")
                body = self.name_at.get(end + 1) or self.name_at.get(self._described(behind))
                if body is not None and body.kind == "Organization":
                    return end
                if self.words[end].lower == "at":
                    return start
            no_more = self.words[end].lower in DESCRIBING_NO_MORE - {"and", "of"} and not (opened and end == start)
            if no_more or (opened and self.words[end].lower in ("the", "a", "an", "its", "their")):
                return start
            end += 1
        return start

    def _in_small(self, index: int) -> bool:
        text = self.words[index].text
        return text == "&" or (text.islower() and text.isalpha())

    def _local_unit(self, name: Name) -> int:
        """Past "regional branch" in "head of the Lima regional branch of the Kwanza Fund": a unit that is called by its
        place, before its body; the name's end where none follows."""
        for end in range(name.last + 1, min(len(self.words) - 1, name.last + LONGEST_UNIT) + 1):
            if not self.words[end - 1].text.islower():
                return name.last
            if self.words[end - 1].lower in NESTED:
                return end if self.words[end].lower in ("of", "at") else name.last
        return name.last

    def _small_fields_end(self, start: int) -> int:
        """Past "office" in "KfW office head", "energy, mines and water" in "Italy's energy, mines and water minister":
        words in small letters between a body and an office of it; ``start`` where none lead there."""
        for end in range(start, min(len(self.words), start + LONGEST_FIELDS) + 1):
            if end in self.office_at:  # "before the NATO summit President Ana Rojas spoke"
                met = end > start and self.words[end - 1].lower in GATHERINGS and self.office_at[end].capital
                rows = [w.lower for w in self.words[start:end] if w.lower in FIELD_JOINTS]
                bodies = rows and not all(self.lexicon.is_field(w.lower) for w in self.words[start:end])
                return start if met or bodies or (rows and self.office_at[end].capital) else end
            word = self.words[end] if end < len(self.words) else None
            small = word is not None and word.text.islower() and word.lower not in self.lexicon.function
            short = word is not None and word.acronym and word.lower in self.lexicon.common_acronyms  # "ICT minister"
            lower = word.lower if word is not None and (small or short) else ""
            field = bool(lower) and (self.lexicon.is_field(lower) or bool(self.lexicon.head_kinds(lower)))
            joint = end > start and word is not None and word.lower in FIELD_JOINTS
            if not (short or field or joint or "-" in lower):
                return start
        return start

    def _quoted(self, index: int, closing: bool) -> bool:
        """ "“Kwanza” director Ana Rojas": whether a quotation mark stands around a body's name."""
        if self.words[index].text not in QUOTES:
            return False
        if closing:
            return index in self.name_ending and self.words[self.name_ending[index].first - 1].text in QUOTES
        name = self.name_at.get(index + 1)
        return name is not None and name.kind == "Organization" and self._text(name.last) in QUOTES

    def _inside_quotes(self, start: int) -> int:
        """ "Chairman of “Kwanza Railways” Ana Rojas": where the body's name begins."""
        return start + self._quoted(start, closing=False) if start < len(self.words) else start

    def _past_quotes(self, name: Name, end: int) -> int:
        """Behind the sign that closes a body's name."""
        return end + (self._text(end) in QUOTES and self.words[name.first - 1].text in QUOTES)

    def _mere_part(self, inner: Name) -> bool:
        """ "Board of Directors", "Branch": a part that no name tells from others'."""
        alone = inner.last - inner.first == 1 and self.words[inner.first].lower in NESTED
        return alone or self.words[inner.first].lower in BOARDS

    def _delegation(self, index: int) -> bool:
        """ "Head of the Kenyan delegation": whoever is in it speaks for the country."""
        word = self.words[index].lower if index < len(self.words) else ""
        return word in self.lexicon.delegations or word in self.lexicon.sides

    def _like(self, name: Name, index: int) -> bool:
        """Whether another name of the same kind begins at ``index``: "Peruvian and Chilean"."""
        other = self.name_at.get(index)
        return name.kind == "Demonym" and other is not None and other.kind == name.kind

    def _governs(self, name: Name) -> bool:
        """ "Government of Haryana": whose office of state one is that stands before it and a comma."""
        return name.kind == "Place" and self.words[name.first].lower == "government"

    def _field_bracket(self, index: int) -> int:
        """Past the field of an office in brackets: "Additional Secretary (Medical Services) to the Ministry"."""
        end = past_bracket(self.words, index)
        inside = range(index + 1, end - 1)
        named = any(i in self.office_at or self._name_tells(i) for i in inside)
        field = all(self.words[i].capital or self.words[i].lower in IN_BRACKETS for i in inside)
        field = field or all(self._in_small(i) for i in inside)
        return end if end > index and field and not named else index

    def _name_tells(self, index: int) -> bool:
        """Whether a person or country begins there."""
        name = self.name_at.get(index)
        return name is not None and (
            name.kind in ("Person", "Demonym") or (name.place is not None and name.place.kind == "country")
        )

    def _noun_of_body(self, index: int) -> bool:
        """ "The university's rector", "the country's ambassador": a noun for a body before a possessive."""
        noun = self.words[index]
        if index + 1 >= len(self.words) or not self.words[index + 1].possessive or index in self.name_at:
            return False
        return noun.lower in STATES or self._is_body(noun)

    def _is_body(self, noun: Word) -> bool:
        return "organization" in self.lexicon.head_kinds(noun.text) or noun.lower in self.lexicon.before_body

    def _mere_noun(self, name: Name) -> bool:
        """ "Chamber" in "Chamber President Ana Rojas": a noun for a body that is no more a name for its capital."""
        alone = name.last - name.first == 1 and name.last in self.office_at
        return alone and not self.words[name.first].acronym and self.words[name.first].lower in CAPITAL_NOUNS

    def _body_before_office(self, index: int) -> bool:
        """ "Institute president", "the bank chief": a noun for a body right before an office that it has."""
        noun = self.words[index]
        office = self.office_at.get(index + 1)
        beside = office is not None and index not in self.name_ending and index not in self.name_at
        central = noun.lower == "bank" and office is not None and "governor" in office.heads
        return beside and not central and noun.lower != "office" and self._is_body(noun)

    def _apposes(self, index: int) -> bool:
        """Whether it may be said of the person before a comma or office: "Ana Rojas, CEO and export director"."""
        joined = self._text(index - 1) in ("and", "&") and index - 1 in self.office_ends
        return index > 0 and (joined or (self._text(index - 1) == "," and self._behind_person(index)))

    def _told_of_body(self, index: int) -> bool:
        """ "Diamond" in "the diamond firm's head": a word in small letters before a noun for a body's possessive."""
        return self.words[index].text.islower() and index + 1 < len(self.words) and self._noun_of_body(index + 1)

    def _described(self, start: int) -> int:
        """Past what is said of a body before its name: "CEO of Singapore-based Sembra", "of the Chinese firm Dala"."""
        index, told = start, False
        while index < min(len(self.words), start + LONGEST_DESCRIPTION):
            name, word = self.name_at.get(index), self.words[index]
            if name is not None and name.kind == "Organization":
                return index if told else start
            if name is not None and name.kind not in ("Place", "Demonym"):
                return start
            small = word.text[0].islower() and word.text[-1].isalpha()
            if name is None and not (small or word.possessive or word.text == "-" or word.lower.endswith(DESCRIBED)):
                return start
            if word.lower in DESCRIBING_NO_MORE:
                return start
            told = told or word.lower in self.lexicon.before_body | OF_AREAS or word.lower.endswith(DESCRIBED)
            index = name.last if name is not None else index + 1
        return start

    def _contained(self, start: int) -> int:
        """Past "City of" in "Mayor of the City of Lima", past "Peruvian region of" in that of one of its regions."""
        noun, nation = start, self.name_at.get(start)
        if nation is not None and nation.kind == "Demonym":
            noun = nation.last
        behind = self.words[noun + 1 : noun + 3] if noun not in self.name_at else []
        if len(behind) > 1 and self.words[noun].lower in CONTAINERS and behind[0].lower == "of":
            return noun + (3 if behind[1].lower == "the" else 2)
        return start

    def _chain(self, nested: list[tuple[Name, Name]], name: Name) -> int:
        """The end of "SDG Support Unit, Ministry of Planning": a unit, a comma, the body or place it belongs to."""
        last = name.last
        after = self._after_brackets(last)
        while after < len(self.words) and (self.words[after].text == "," or self._within_country(after)):
            outer = self.name_at.get(after + 1)
            closed = outer is not None and (self._closes(outer.last) or self._opens_person(outer))
            if outer is None or not closed or not self._contains(name, outer):
                break
            nested.append((name, outer))
            name, last = outer, outer.last
            after = self._after_brackets(last)
        return last if last > name.last else self._after_brackets(name.last)

    def _within_country(self, index: int) -> bool:
        """ "Head of the Osh region of Kyrgyzstan": whether "of" stands there behind a noun for a part of a country."""
        return self.words[index].lower == "of" and self.words[index - 1].lower in AREAS

    def _opens_person(self, outer: Name) -> bool:
        """ "Mayor of Gunsan, South Korea Kim Byung-su": a person right behind the place."""
        person = self.name_at.get(outer.last)
        return outer.kind == "Place" and person is not None and person.kind == "Person"

    def _closes(self, index: int) -> bool:
        """Whether a chain of bodies can end there: at a sign, or at an "and" that joins no other body."""
        if index >= len(self.words) or self.words[index].text in CLOSERS:
            return True
        if self.words[index].lower != "and" or index + 1 == len(self.words):
            return False
        start = index + (2 if self.words[index + 1].lower == "the" else 1)
        joined = self.name_at.get(start)
        if joined is not None:
            return joined.kind in ("Person", "Place", "Demonym")
        after = self.words[index + 1]
        return not after.capital or start in self.office_at or after.lower in self.lexicon.honorifics

    def _contains(self, inner: Name, outer: Name) -> bool:
        if outer.kind == "Place":
            nation = inner.place is not None and inner.place.kind == "country"  # "Brazil, Chad and Angola"
            return outer.place is not None and not nation
        return outer.kind == "Organization" and inner.kind == "Organization" and is_unit(inner)

    def _after_brackets(self, index: int) -> int:
        """Skips "(FPCCI)", "(lower house)" after a body, and "region" after a place."""
        if index < len(self.words) and self.words[index].lower in AREAS and index not in self.office_at:
            index += 1
        if [w.text for w in self.words[index : index + 2]] == [",", "("] and self._text(index + 3) == ")":
            index += self.words[index + 2].acronym  # "of the Lake Agency, (LA), Ana Rojas"
        end = past_bracket(self.words, index)
        short, inside = end == index + 3, range(index, end)
        goes_on = self._person_at(end) or (end < len(self.words) and self.words[end].lower == "of")
        field = all(self.lexicon.is_field(word.lower) for word in self.words[index + 1 : end - 1])
        told = field or any(map(self._person_at, inside))
        return end if short or (goes_on and not told) else index


def past_bracket(words: Sequence[Word], index: int) -> int:
    """Where "(Interior)" behind a name ends; ``index`` where none begins there."""
    if index >= len(words) or words[index].text != "(":
        return index
    limit = min(len(words), index + LONGEST_BRACKET)
    return next((i + 1 for i in range(index, limit) if words[i].text == ")"), index)


def without_name(office: Office, name: Name | None) -> Office | None:
    """An office without the words of the place it begins in, "Governor" in "Lagos State Governor"; none in a body."""
    if name is None or name.kind not in ("Organization", "Place"):
        return office
    if name.kind == "Organization":
        return None
    return replace(office, first=name.last) if name.last < office.core_last else office


def is_unit(name: Name) -> bool:
    """Whether a body is one of another's units: "Department of Trade", "Lima Office"."""
    return (name.head or "") in NESTED or last_word(name) in NESTED
