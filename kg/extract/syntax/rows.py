"""Mends rows of parties: of "with the cable maker Acme, which has two plants, and Zenith Group, a holding, to …" the
parser often keeps only the first, and of "Acme, a bank in Peru, and the insurer Zenith signed" only the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.syntax.tokens import FINITE, Token

LINKS = frozenset(("between", "among", "with"))
SHARED = frozenset("venture project programme program partnership consortium alliance collaboration initiative".split())
"""What is "of" all in the row behind it: "a joint project of Acme and Zenith began"."""
JOINTS = frozenset(("and", "&"))
SEATED = frozenset(("in", "of", "from", "under"))
OPENING_ASIDE = frozenset("a an the which who that its one part based led".split())
DESCRIBING = ("ADJ", "NOUN", "PROPN", "NUM", "DET")
LONGEST_DESCRIPTION = 7
LONGEST_SEAT = 6
LONGEST_ASIDE = 22


class PartyRows:
    """Finds the rows in one parse. ``kinds`` are those of its names, by the places of their tokens."""

    def __init__(self, doc: list[Token], kinds: Mapping[int, str]) -> None:
        self.doc = doc
        self.kinds = kinds

    def mend(self) -> None:
        """Join each of a row to the first of it."""
        for link in (t for t in self.doc if t.lower_ in LINKS or (t.lower_ == "of" and t.head.lemma_ in SHARED)):
            row = list(self._behind(link))
            if len(row) > 1 and not self._begins_clause(row[-1], link):
                _join(row)

    def _behind(self, link: Token) -> Iterator[Token]:
        """The parties named in a row behind "between" or "with"."""
        place, kind = link.i + 1, ""
        while (name := self._party(place, link.sent.end)) is not None and kind in ("", self.kinds[name.i]):
            kind = self.kinds[name.i]
            yield name
            place = self._next(name, link.sent.end)
            place += place < link.sent.end and self.doc[place].lower_ == link.lower_

    def _party(self, start: int, end: int) -> Token | None:
        """The name that begins there, behind what it is described by: "the Czech rail company Acme"."""
        for token in self.doc[start : min(end, start + LONGEST_DESCRIPTION)]:
            owner = token.i + 1 < end and self.doc[token.i + 1].tag_ == "POS"
            if token.i in self.kinds and not owner:
                return token if self.kinds[token.i] in ("Organization", "Place") else None
            if not owner and token.tag_ not in ("POS", "HYPH") and token.pos_ not in DESCRIBING:
                return None
        return None

    def _next(self, name: Token, end: int) -> int:
        """Where the next of the row begins; the end where the row is over."""
        place = self._past_seat(name.i + 1, end)
        if place < end and self.doc[place].lower_ in JOINTS:
            return place + 1
        if place + 1 >= end or self.doc[place].text != ",":
            return end
        if self.doc[place + 1].lower_ in JOINTS:
            return place + 2
        if self._party(place + 1, end) is not None and self._listed(place + 1, end):
            return place + 1
        return self._past_aside(place + 1, end)

    def _past_seat(self, place: int, end: int) -> int:
        """Past "in Lima", "of the Republic of Chad", "of the city of Quito in the north of Peru", "of Lima region",
        "under the President of Peru"."""
        while place < end and self.doc[place].lower_ in SEATED:
            ends = ("Place", "Organization") if self.doc[place].lower_ == "under" else ("Place",)
            seat = place + 1
            while seat < min(end, place + LONGEST_SEAT) and self.kinds.get(seat) not in ends and self._qualifies(seat):
                seat += 1
            if self.kinds.get(seat) not in ends:
                break
            place = seat + 1
            place += place < end and self.doc[place].dep_ != "ROOT" and self.doc[seat].head is self.doc[place]
        return place

    def _qualifies(self, place: int) -> bool:
        token = self.doc[place]
        return token.i not in self.kinds and (token.pos_ in DESCRIBING or token.lower_ in SEATED)

    def _listed(self, start: int, end: int) -> bool:
        """Whether what begins behind a comma is one more of a row that "and" closes."""
        name = self._party(start, end)
        behind = self._past_seat(name.i + 1, end) if name is not None else end
        if behind + 1 >= end:
            return False
        tokens = (self.doc[behind], self.doc[behind + 1])
        if tokens[0].lower_ in JOINTS or (tokens[0].text == "," and tokens[1].lower_ in JOINTS):
            return True
        return tokens[0].text == "," and self._listed(behind + 1, end)

    def _past_aside(self, start: int, end: int) -> int:
        """Past ", a bank with two branches, and" or ", which has two plants, and"."""
        if self.doc[start].lower_ not in OPENING_ASIDE:
            return end
        for place in range(start + 1, min(end, start + LONGEST_ASIDE) - 1):
            if self.doc[place].text == "," and self.doc[place + 1].lower_ in JOINTS:
                return place + 2
            if self.doc[place].text in (";", ":"):
                break
        return end

    def _begins_clause(self, name: Token, link: Token) -> bool:
        """Whether a name is whom the next clause is about: "signed a treaty with A, and B left"."""
        if link.lower_ != "with":
            return False
        behind = self.doc[name.i + 1 : name.i + 3]
        return any(t.tag_ in FINITE for t in behind[:1]) or [t.pos_ for t in behind] == ["ADV", "VERB"]


def _join(row: list[Token]) -> None:
    first = row[0]
    for name in row[1:]:
        noun = name.nbor(-1)  # "and the French group Acme"
        if _joined(name, first) or name in first.ancestors:
            continue
        name.hang(first, "conj")
        if noun.dep_ == "conj" and noun.pos_ == "NOUN":
            noun.hang(name, "compound")


def _joined(name: Token, first: Token) -> bool:
    """Whether a name, or the noun that describes it, is one of those joined to the first or to what describes that."""
    tops = {first.i, first.head.i if first.dep_ in ("appos", "compound") else first.i}
    token = name.head if name.dep_ in ("appos", "compound") else name
    while token.dep_ == "conj" and token.i not in tops:
        token = token.head
    return token.i in tops
