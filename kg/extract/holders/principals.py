"""Whom people act for without an office of it: those on whose behalf they sign, and whose delegation they lead."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import takewhile

from kg.extract.holders.office_bodies import COMPASS, CONTAINERS
from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word

FEWEST_BEFORE = 3
SIDE_ENDS = (
    ["side"],
    ["side", "."],
    ["side", ","],
    ["side", "and"],
    ["side", ";"],
    ["side", "was"],
    ["side", "signed"],
)
"""How "…, from the Chadian side" ends behind a name; "from the Chadian side – by" tells of who comes next."""
LEADING = frozenset("led headed chaired fronted spearheaded co-led".split())
OFFICIALS = frozenset(("officials", "representatives", "delegates", "experts"))
"""Those who are led as a delegation is: "officials from Hunan Province, headed by K. L."."""
LINKS = frozenset(("of", "from", "representing"))
FILLING = frozenset(("which", "was", "is", "and", ",", "-", "the"))
FARTHEST_VERB = 8
SIGNING = ("sign", "negotia", "inked", "initialle", "initialed", "greet", "welcom")
"""How words begin for those who sign, bargain or welcome guests for somebody."""
ATTENDING = frozenset("attending speaking signing present there participating appearing".split())
"""Words before "for" that are said of people who are somewhere for a body."""
FARTHEST_SIGNING = 25
LONGEST_SIGNED = 6
"""Words between "signed" and whom it was signed for: "signed the agreement on behalf of"."""
AUXILIARIES = frozenset(("was", "is", "were", "are", "be", "been", "being", "also", "has", "had"))
LONGEST_DESCRIPTION = 6
"""Words between a country and its "delegation": "a Kenyan high-level trade and investment delegation"."""


class Principals:
    """Reads one block's words around a person, from ``first`` to ``last`` with all offices, for a principal."""

    def __init__(self, lexicon: Lexicon, words: Sequence[Word], name_at: Mapping[int, Name]) -> None:
        self.lexicon = lexicon
        self.words = words
        self.name_at = name_at
        self.name_ending = {name.last: name for name in name_at.values()}

    def of(self, first: int, last: int) -> Name | None:
        """ "Signed for the EADC by K. L.", "K. L., for the Government of Estonia", "the Chadian team led by K. L."."""
        name = (
            self._represented(first)
            or self._before(first)
            or self._behind(first, last)
            or self._side(first)
            or self._led(first)
            or self._labelled(first)
        )
        return self.full(name) if name is not None and name.kind in ("Organization", "Place", "Demonym") else None

    def full(self, name: Name) -> Name:
        """For an acronym in brackets, the full name before it."""
        if name.alias_of is None:
            return name
        return next((n for n in self.name_at.values() if n.text == name.alias_of and n.last <= name.first), name)

    def _represented(self, first: int) -> Name | None:
        """ "Chad was represented at the talks by K. L.", "with Chad, represented by K. L.": for whom they stand."""
        if first < FEWEST_BEFORE or self.words[first - 1].lower != "by":
            return None
        verb = next(
            (i for i in range(first - 2, max(0, first - FARTHEST_VERB), -1) if self._text(i) == "represented"), 0
        )
        end = verb
        while end > 0 and self._text(end - 1) in AUXILIARIES:
            end -= 1
        sentence = takewhile(lambda i: self.words[i].text != ".", range(first - 2, -1, -1))
        if verb or not any(self._text(i) == "represented" for i in sentence):
            end -= end > 1 and (self._text(end - 1) == "side" or self._text(end - 1) in self.lexicon.delegations)
            return self.name_ending.get(end) or self._apposed(end - 1) if verb else None
        name = self.name_ending.get(first - 1)  # "… and Peru by Ana Rojas"
        opening = name.first - 1 - (self._text(name.first - 1) == "the") if name is not None else 0
        return name if self._text(opening) in (",", "and", ";", "while") else None

    def _apposed(self, comma: int) -> Name | None:
        """ "With Chad, represented by", not "with offices in Riyadh, represented by"."""
        name = self.name_ending.get(comma) if comma > 0 and self._text(comma) == "," else None
        seat = name is not None and name.kind == "Place" and self._text(name.first - 1) in ("in", "at", ",", "(")
        return None if seat else name

    def _text(self, index: int) -> str:
        return self.words[index].lower

    def _before(self, first: int) -> Name | None:
        if first < FEWEST_BEFORE or self.words[first - 1].lower not in ("by", ",", "was", "were"):
            return None
        end = first - 1
        name = self.name_ending.get(end) or (self.name_ending.get(end - 1) if self.words[end - 1].text == ")" else None)
        if name is None:
            return None
        name = self.full(name)
        before = [w.lower for w in self.words[max(0, name.first - 3) : name.first] if w.lower != "the"]
        if before[-2:] == ["behalf", "of"]:
            return name
        stood = self.words[first - 1].lower == "by" or before[-2:-1] in (["signing"], ["speaking"], ["acting"])
        stood = stood or (before[-2:-1] in (["and"], ["while"]) and self._signs(name.first))
        return name if before[-1:] == ["for"] and stood else None

    def _behind(self, first: int, last: int) -> Name | None:
        words = [w.lower for w in self.words[last : last + 5]]
        side = last + (words[:1] == [","])
        name = self.name_at.get(side + 2)
        if words[side - last :][:2] in (["from", "the"], ["on", "the"]) and name is not None:
            return name if [w.lower for w in self.words[name.last : name.last + 2]] in SIDE_ENDS else None
        if words[:2] in ([",", "for"], [",", "representing"]):
            start = last + (3 if words[2:3] == ["the"] else 2)
        elif words[:1] == ["for"] and self._signs(last):
            start = last + (2 if words[1:2] == ["the"] else 1)
        elif words[:3] == ["on", "behalf", "of"] and not self._giver(first):
            start = last + (4 if words[3:4] == ["the"] else 3)
        elif words[:1] and words[0].startswith(SIGNING):
            start = self._signed_for(last + 1)
        else:
            return None
        name = self.name_at.get(start)
        owner = name is not None and name.last < len(self.words) and self.words[name.last].possessive
        return None if owner else name

    def _signed_for(self, start: int) -> int:
        """Where whom it was signed for begins: "K. L. signed for Chad", "signed the pact on behalf of the Kwanza Bank";
        -1 where nobody follows."""
        for index in range(start, min(start + LONGEST_SIGNED, len(self.words) - 1)):
            lower = self._text(index)
            if lower == "for" or (lower == "of" and self._text(index - 1) == "behalf"):
                return index + (2 if self._text(index + 1) == "the" else 1)
            if not self.words[index].text.isalpha() or index in self.name_at:
                return -1
        return -1

    def _signs(self, last: int) -> bool:
        """Whether people are told of as those who sign or bargain: "the negotiators, A for Chad and B for Peru"."""
        before = range(last - 1, max(-1, last - FARTHEST_SIGNING), -1)
        sentence = (self._text(i) for i in takewhile(lambda i: self.words[i].text not in (".", ";"), before))
        return any(word.startswith(SIGNING) for word in sentence)

    def _giver(self, first: int) -> bool:
        """ "Took it from K. L. on behalf of the Government": whoever took it acts for the Government."""
        return first > 0 and self.words[first - 1].lower == "from"

    def _side(self, first: int) -> Name | None:
        """ "On the Chadian side it was signed by K. L.", "from the Algerian side – by K. L."."""
        if first < FEWEST_BEFORE or self.words[first - 1].lower != "by":
            return None
        side = next((i for i in range(first - 2, max(0, first - LONGEST_DESCRIPTION), -1) if self._is_side(i)), None)
        return self.name_ending.get(side) if side is not None else None

    def _labelled(self, first: int) -> Name | None:
        """ "For Kenya: K. L.", "Signatory from the Kwanza Bank: K. L."."""
        if first < FEWEST_BEFORE or self.words[first - 1].text != ":":
            return None
        name = self.name_ending.get(first - 1) or (
            self.name_ending.get(first - 2) if self.words[first - 2].text == ")" else None
        )
        name = self.full(name) if name is not None else None
        before = self._text(name.first - 1) if name is not None and name.first else ""
        before = self._text(name.first - 2) if name is not None and before == "the" and name.first > 1 else before
        return name if before in ("for", "from", "representing") else None

    def _is_side(self, index: int) -> bool:
        name = self.name_ending.get(index)
        opener = [w.lower for w in self.words[max(0, name.first - 2) : name.first]] if name else []
        return self.words[index].lower == "side" and opener[:1] in (["from"], ["on"], ["for"])

    def sender(self, end: int) -> Name | None:
        """ "Also present from Delta University were Ana Rojas and Luis Vega", "attending for Kwanza Bank were …": for
        whom those named behind are there."""
        name = self.name_ending.get(end) or (self.name_ending.get(end - 1) if self.words[end - 1].text == ")" else None)
        name = self.full(name) if name is not None else None
        if name is None or name.kind != "Organization":
            return None
        opening = name.first - (2 if self.words[name.first - 1].lower == "the" else 1)
        attending = opening > 0 and self._text(opening) == "for" and self._text(opening - 1) in ATTENDING
        return name if opening >= 0 and (attending or self._text(opening) in ("from", "representing")) else None

    def _led(self, first: int) -> Name | None:
        """The body or country whose delegation is "led by" the person, "and the Chadian by" them."""
        if first < FEWEST_BEFORE or self.words[first - 1].lower != "by":
            return None
        if self.words[first - 2].lower not in LEADING:
            return self._led_too(first - 1)
        cursor = first - FEWEST_BEFORE
        while cursor > 0 and self.words[cursor].lower in FILLING:
            cursor -= 1
        loose = self.words[cursor].lower in OFFICIALS
        return None if loose else self.owner(cursor, self.lexicon.delegations | OFFICIALS)

    def _led_too(self, by: int) -> Name | None:
        """ "The Kenyan side was led by K. L. and the Chadian by M. N.": whose "by" at ``by`` leaves the verb out."""
        end = by - (self._text(by - 1) in self.lexicon.delegations or self._text(by - 1) == "side")
        name = self.name_ending.get(end)
        if name is None or name.first < 2 or self._text(name.first - 1) not in ("the", "and", "while", ","):
            return None
        before = (self._text(i) for i in range(max(0, name.first - FARTHEST_SIGNING), name.first))
        return name if name.kind == "Demonym" and not (LEADING | {"represented"}).isdisjoint(before) else None

    def owner(self, end: int, nouns: Container[str]) -> Name | None:
        """Whose delegation (one of ``nouns``) it is that ends at the word ``end``: "the delegation of Chad", "Chad's
        trade mission"."""
        name = self.name_ending.get(end + 1) or (self.name_ending.get(end) if self.words[end].text == ")" else None)
        if name is not None:
            name = self.full(name)
            opening = name.first - (2 if self.words[name.first - 1].lower == "the" else 1)
            if (
                opening > 1 and self._text(opening - 1) in CONTAINERS
            ):  # "a delegation from the southern province of Ica"
                opening -= 2
                while opening > 0 and (self._text(opening) == "the" or self._text(opening) in COMPASS):
                    opening -= 1
            linked = opening > 0 and self.words[opening].lower in LINKS
            return name if linked and self.words[opening - 1].lower in nouns else None
        if self.words[end].lower not in nouns:
            return None
        for index in range(end, max(0, end - LONGEST_DESCRIPTION), -1):
            owner = self.name_ending.get(index)
            if owner is not None:
                return owner
            if self.words[index - 1].lower in ("of", "from", ",", ".", "by", "with"):
                return None
        return None
