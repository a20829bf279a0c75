"""Who stands on whose side in a sentence: members of a country's delegation, those who accompany somebody or speak for
them, and counterparts, who stand on the other one. Read from the row of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.text.lexicon import Lexicon

COMPOSING = frozenset(
    """
    included includes include including comprised comprises comprise comprising consisted consists consist consisting
    composed led headed chaired members member features featured numbers
    """.split()
)
AT_ITS_HEAD = frozenset(("head", "helm"))
LEADING = frozenset(("led", "headed", "chaired", "under"))
MET = frozenset(
    """
    met meet meets with received receives welcomed welcomes greeted hosted visited call called told counterpart
    counterparts . ;
    """.split()
)
"""Words behind which somebody is named whom the delegation has to do with."""
TELLING = frozenset(("said", "says", "who", '"', "”"))
"""Words behind which no party goes on."""
ACCOMPANIED = frozenset("accompanied flanked joined assisted accompanying entourage deputised represented".split())
SENDING = frozenset(
    "behalf representation representing leadership guidance directive directives instructions vision".split()
)
"""What somebody has from, or does for, the head of their own country."""
CONVEYING = frozenset("conveyed conveying delivered extended handed brought bearing carrying passed".split())
CONVEYED = frozenset(("greetings", "regards", "message", "wishes", "letter", "invitation"))
JOINS = (["accompanies"], ["accompanied"])
"""What somebody does who goes with whom is named next."""
HOSTS = (["his", "host"], ["her", "host"], ["his", "guest"], ["her", "guest"], ["their", "host"])
FARTHEST_SENDER = 7
GOING_WITH = frozenset(("accompanied", "flanked"))
NEAR, NEAREST = 6, 3
LEFT_OUT = frozenset(("the", "a", "an", "his", "her", "is", "was", "are", "were"))


@dataclass(frozen=True, slots=True)
class Sides:
    """What a sentence tells of one holder: the country (ISO code) whose delegation they are in, the holder or office
    whom they go with (``ally``), or whose counterpart they are (``opposite``)."""

    country: str | None = None
    ally: Holder | OfficeGroup | None = None
    opposite: Holder | None = None


class SideReader:
    """Reads the sentences of one block."""

    def __init__(self, lexicon: Lexicon, block: ReadBlock) -> None:
        self.words = block.words
        self.lexicon = lexicon
        self.ending = {name.last: name for name in block.names}
        self.at = {name.first: name for name in block.names}
        self.party: str | None = None
        """The country of the article's only delegation, whose "the delegation" is."""
        self.before: Holder | None = None
        """Who was named first in the last sentence before that names anybody: "he"."""

    def parties(self) -> list[str]:
        """The countries whose delegations the block names."""
        named = [i for i, word in enumerate(self.words) if word.lower in self.lexicon.delegations]
        owners = [owner.place for i in named if (owner := self._owner(i)[0]) is not None and owner.place is not None]
        return [place.country for place in owners if place.country]

    def read(self, sentence: range, holders: Sequence[Holder], unnamed: Sequence[OfficeGroup]) -> list[Sides]:
        """What the sentence tells of each of its holders, who come in text order with its offices without a name."""
        lowers = [self.words[i].lower for i in sentence]
        grouped = any(self._is_delegation(i) for i in sentence)
        bonds = grouped or not (ACCOMPANIED | SENDING | CONVEYED | {"with", "counterpart"}).isdisjoint(lowers)
        found = []
        for index, holder in enumerate(holders):
            country = self._delegation(sentence, holder) if grouped else None
            earlier: list[Holder | OfficeGroup] = [*holders[:index], *(g for g in unnamed if g.last <= holder.first)]
            near = max(earlier, key=lambda each: each.first, default=None)
            ally = self._ally(sentence, holder, earlier) if bonds and earlier else None
            if ally is None and self.before is not None and bonds and self._with_him(sentence, holder):
                ally = self.before
            later = holders[index + 1] if index + 1 < len(holders) else None
            if ally is None and later is not None and self._between(holder.last, holder.last + 1)[:1] in JOINS:
                ally = later
            opposite = near if isinstance(near, Holder) and self._counterpart(holder) else None
            found.append(Sides(country, ally, opposite))
        return found

    def _between(self, start: int, end: int) -> list[str]:
        return [word.lower for word in self.words[start:end]]

    # Delegations

    def _delegation(self, sentence: range, holder: Holder) -> str | None:
        """The country of the delegation that the holder is said to lead or belong to: the last one named before."""
        named = [i for i in sentence if self._is_delegation(i)]
        for index in sorted(named, key=lambda i: (i >= holder.first, abs(i - holder.first))):
            owner, end = self._owner(index)
            definite = owner is None and self._between(index - 1, index) in (["the"], ["visiting"])
            country = owner.place.country if owner is not None and owner.place is not None else None
            country = country or (self.party if definite else None)
            if country is None:
                continue
            if index < holder.first:
                between = self._between(end, holder.first)
                led = between[:1] == ["by"] or bool(COMPOSING.intersection(between))
                member = led and not MET.intersection(between)
                head = between[-1:] == ["with"] and bool(
                    AT_ITS_HEAD.intersection(self._between(holder.last, holder.last + NEAR))
                )
                if member or head:
                    return country
            elif 0 <= index - holder.last <= NEAR and self._leads(holder):
                return country
        return None

    def _is_delegation(self, index: int) -> bool:
        """ "The Chadian delegation", "the Chadian side"."""
        return self.words[index].lower in self.lexicon.delegations or self.words[index].lower == "side"

    def _leads(self, holder: Holder) -> bool:
        """ "Led by the Minister of Trade Ana Rojas, a delegation of Chad …": what stands before the holder."""
        before = self._between(max(0, holder.first - 2), holder.first)
        return bool(LEADING.intersection(before)) and before[-1:] in (["by"], ["under"])

    def _owner(self, index: int) -> tuple[Name | None, int]:
        """The country of a delegation, named before the noun or behind "of" or "from"; where that ends."""
        if self._between(index + 1, index + 2)[:1] in (["of"], ["from"]):
            start = index + 2 + (self._between(index + 2, index + 3) == ["the"])
            name = self.at.get(start)
            if name is not None:
                return (name, name.last) if name.kind in ("Place", "Demonym") else (None, index)
        for end in range(index, max(0, index - NEAR), -1):
            name = self.ending.get(end)
            if name is not None:
                return (name, index + 1) if name.kind in ("Place", "Demonym") else (None, index)
            if self.words[end - 1].lower in ("of", "from", ",", "by", "with", "the", "."):
                return None, index
        return None, index

    # Company

    def _ally(
        self, sentence: range, holder: Holder, earlier: Sequence[Holder | OfficeGroup]
    ) -> Holder | OfficeGroup | None:
        """Whom the holder accompanies or speaks for."""
        chief = min(earlier, key=lambda each: each.first)
        between = self._between(chief.last, holder.first)
        party = next((i for i, lower in enumerate(between) if lower in ACCOMPANIED), None)
        if party is not None and not (MET | TELLING).intersection(between[party:]) - {"with", ";"}:
            return chief
        opening = self._between(sentence.start, chief.first)
        if (
            opening[:1] in (["with"], ["accompanying"])
            and set(opening[1:]) <= LEFT_OUT
            and between[:1] in (["are"], ["were"], ["is"], ["was"])
        ):
            return chief
        near = max(earlier, key=lambda each: each.first)
        owns = self._between(holder.last, holder.last + FARTHEST_SENDER)
        if owns[:1] in (["'s"], ["’s"]) and SENDING.intersection(owns) and isinstance(near, Holder):
            return near
        sent = self._between(max(near.last, holder.first - FARTHEST_SENDER), holder.first)
        if CONVEYED.intersection(sent) and sent[-1:] in (["of"], ["from"]):
            verb = next((i for i in range(holder.first - 1, chief.last - 1, -1) if self.words[i].lower in CONVEYING), 0)
            before = [each for each in earlier if each.last <= verb]
            told = self._between(chief.last, verb)
            met = not MET.isdisjoint(told) and told[-1:] != ["who"]  # "A met B and conveyed"
            return (min if met else max)(before, key=lambda each: each.first, default=None)
        return near if SENDING.intersection(sent) and sent[-1:] in (["of"], ["the"]) else None

    def _with_him(self, sentence: range, holder: Holder) -> bool:
        """ "She was accompanied by the Minister", "His entourage included A", "With him was the Minister"."""
        opening = self._between(sentence.start, holder.first)
        if not MET.isdisjoint(opening[NEAREST:]):
            return False
        if opening[:1] in (["he"], ["she"]):
            return not GOING_WITH.isdisjoint(opening[:NEAR])
        own = not {"his", "her"}.isdisjoint(opening[:NEAREST])
        party = own and not (COMPOSING.isdisjoint(opening) or self.lexicon.delegations.isdisjoint(opening))
        return party or any(opening[i : i + 2] in (["with", "him"], ["with", "her"]) for i in range(2))

    def _counterpart(self, holder: Holder) -> bool:
        host = self._between(max(0, holder.first - 2), holder.first)  # "his host President Luis Vega"
        return host in HOSTS or any("counterpart" in group.heads and not group.bodies for group in holder.groups)
