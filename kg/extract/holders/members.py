"""Those who are named as members of a body's party: "The Delta University team included Ana Rojas and Luis Vega"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.holders.office_bodies import past_bracket
from kg.extract.holders.office_fields import NESTED, last_word
from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.holders.principals import Principals
from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

NAMING = frozenset(
    """
    include includes included including comprise comprises comprised comprising consist consists consisted consisting
    composed namely
    """.split()
)
"""Verbs that name the members of a party."""
BEING = frozenset(("were", "are", "was", "is"))
"""Verbs that name them, too, where "members" is the subject."""
PARTED = frozenset((".", "!", "?", "met", "visited"))
FILLING = frozenset(("of", "by", "the", "also", ":", ",", "also", "among", "others", "both"))
JOINTS = frozenset((",", ";", "and", "&", "the", "as", "well", "also", ")"))
SCHOOLS = frozenset(("college", "faculty", "school"))
OFFICIALS = frozenset("officials ministers advisers advisors leaders dignitaries diplomats parliamentarians".split())
"""Those who speak for the country that they are of."""
FARTHEST_PARTY = 24


class Members:
    """Reads one block's rows of people for the bodies whose party they make up."""

    def __init__(self, lexicon: Lexicon, words: Sequence[Word], principals: Principals) -> None:
        self.lexicon = lexicon
        self.words = words
        self.principals = principals

    def note(self, holders: Sequence[Holder]) -> None:
        """Give the people of a block, who come in text order, the body in whose party they are named."""
        party: Name | None = None
        last = 0
        for holder in holders:
            goes_on = all(self._joins(word) for word in self.words[last : holder.first])
            party = (party if goes_on and last else None) or self._party(holder.first)
            if party is not None and not any(self._told(group) for group in holder.groups):
                holder.groups.append(OfficeGroup(holder.first, holder.first, [], [party], acting=True))
            last = max(holder.last, past_bracket(self.words, holder.person.last))

    def _joins(self, word: Word) -> bool:
        return word.lower in JOINTS or word.lower in self.lexicon.honorifics or word.lower in self.lexicon.suffixes

    def _told(self, group: OfficeGroup) -> bool:
        """Whether an office says itself whose it is: by a country, or a body that is no mere unit."""
        return bool(group.nested) or any(
            n.kind != "Organization" or not (n.head in SCHOOLS or last_word(n) in NESTED) for n in group.bodies
        )

    def _party(self, first: int) -> Name | None:
        """The body whose party the verb before names somebody of."""
        verb = first - 1
        while verb > 0 and (self.words[verb].lower in FILLING or self.words[verb].lower in self.lexicon.honorifics):
            verb -= 1
        being = verb > 0 and self.words[verb].lower in BEING
        came = verb > 0 and self.words[verb].lower == "came"
        there = being and self.words[verb - 1].lower == "there"  # "From Delta University, there were …"
        end = verb - there - (there and verb > 1 and self.words[verb - 2].text == ",")
        body = self.principals.sender(end) if being or came else None
        if body is not None:
            return body
        them = verb > 0 and [w.lower for w in self.words[verb - 1 : verb + 1]] == ["among", "them"]
        if verb <= 0 or not (being or them or self.words[verb].lower in NAMING):
            return None
        for index in range(verb - 1, max(-1, verb - FARTHEST_PARTY), -1):
            if self.words[index].lower in PARTED:
                return None
            owner = self.principals.owner(index, self.lexicon.people | self.lexicon.delegations | OFFICIALS)
            if owner is not None:
                members = any(word.lower == "members" for word in self.words[max(0, index - FARTHEST_PARTY) : verb])
                official = self.words[index].lower in OFFICIALS and owner.kind != "Programme"
                return owner if (owner.kind == "Organization" or official) and (members or not being) else None
        return None
