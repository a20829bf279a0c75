"""Fills the slots of a clause: from its tokens to the things they mean."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.reference.collectives import PAIR
from kg.extract.reference.groups import REPRESENTING
from kg.extract.reference.referents import Thing, fold_words
from kg.extract.syntax.clauses import Slots, arguments, coordinated, objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

PLURALS = {
    "chambers": "chamber", "ministries": "ministry", "universities": "university", "academies": "academy",
    "agencies": "agency", "councils": "council", "institutes": "institute", "parliaments": "parliament",
    "associations": "association", "federations": "federation", "commissions": "commission",
}  # fmt: skip

JOINTS = ("and", "&")
VENTURES = frozenset(("consortium", "venture", "alliance", "partnership", "jv"))
UNSURE = 0.6
"""How sure a name of which nothing tells that it is a body's is at most."""


class SlotFiller:
    """Asks the discourse what stands in slots."""

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    def fill(self, block: ParsedBlock, slots: Slots, names: Sequence[str]) -> list[Thing]:
        """The things in the named slots, in order; the subject of the clause above only where no other is filled."""
        found: list[Thing] = []
        direct = any(slots.get(name) for name in names if name != "clause-subject") or self._told_of(block, slots)
        for name in names:
            if name == "clause-subject" and direct:
                continue
            for token in slots.get(name, []):
                things = self.things(block, token)
                alone = (name == "apposed" and token.i in block.names) or token in slots.get("alone", ())
                things = _alike(things) if name.endswith("between") else things
                found += [t for t in (things[:1] if alone else things) if t not in found]
        return found

    def _told_of(self, block: ParsedBlock, slots: Slots) -> bool:
        """Whether a noun says whose it is: "during the visit of X, A signed …"."""
        return any(t.kind == "Person" for token in slots.get("of", ()) for t in self.things(block, token))

    def parties(self, block: ParsedBlock, slots: Slots, names: Sequence[str]) -> list[Thing]:
        """Those for whom the agents in the named slots act: an office that nobody is named for stands for its body."""
        tokens = [each for name in names for token in slots.get(name, []) for each in self._unseated(block, token)]
        found: list[Thing] = []
        for token in tokens:
            meant = self._spoken_for(block, token) or self._joined(block, token) if token.i not in block.names else []
            apposed = [c for c in token.children if c.dep_ == "appos" and self._seat(block, c)]
            seats = [self.discourse.registry.of_name(block.names[c.i].name) for c in apposed]
            named = [t for t in self.discourse.meant(block, token) if t not in seats] if not meant else []
            meant = meant or [self.discourse.groups.country_of.get(t, t) for t in named]
            found += [t for t in meant if t not in found]
        return self._each_of(block, tokens, found)

    def _each_of(self, block: ParsedBlock, tokens: Sequence[Token], found: list[Thing]) -> list[Thing]:
        """Of "the Chambers of Trade of Kenya and Peru" each: the body of that name that the article knows, or else the
        country."""
        nouns = (n for token in tokens for n in (token, *objects_of(token, "of")))
        name = next((block.names[n.i].name for n in nouns if n.i in block.names), None)
        front, _, tail = name.text.rpartition(" of ") if name is not None else ("", "", "")
        words, owner = fold_words(front), self.discourse.gazetteer.find(tail.removeprefix("the ")) if tail else None
        kind = PLURALS.get(words[0]) if words else None
        if kind is None or owner is None or owner.kind != "country":
            return found
        field = words[1:]
        countries = [self.discourse.registry.country(owner), *(t for t in found if "iso" in t.hints)]
        bodies = self.discourse.registry.of_kind("Organization")
        named = {b.hints.get("country"): b for b in bodies if b.words()[: len(field) + 1] == (kind, *field)}
        return [named.get(c.hints["iso"], c) for c in countries]

    def told_who(self, block: ParsedBlock, slots: Slots, group: Sequence[Thing]) -> bool:
        """Whether a subject says who the two are: by their names, or "the two ministers", not "they", "both sides"."""
        subjects = slots.get("subject", ())
        people = all(t.kind == "Person" for t in group) and not any(t.pos_ == "PRON" for t in subjects)
        return people or any(t.i in block.names for t in subjects)

    def within_parts(self, block: ParsedBlock, pairs: list[tuple[Thing, Thing]]) -> list[tuple[Thing, Thing]]:
        """Of "between A and B; C and D": A with B, C with D. All pairs where a part holds no two."""
        part: dict[Thing, int] = {}
        text, offset = block.read.text, block.read.block.span.start
        for name in (masked.name for masked in block.names.values()):
            part.setdefault(self.discourse.registry.of_name(name), text.count(";", 0, name.start - offset))
        found = [(a, b) for a, b in pairs if a in part and part[a] == part.get(b)]
        paired = {thing for pair in found for thing in pair}
        return found if all(thing in paired for pair in pairs for thing in pair) else pairs

    def apart(self, block: ParsedBlock, slots: Slots, groups: list[list[Thing]]) -> list[list[Thing]]:
        """Of "between A and three banks: B, C and D" the one and the several, each of whom it has to do with."""
        nouns = slots.get("between") or slots.get("object.between") or slots.get("topic.between") or []
        row = [each for noun in nouns for each in coordinated(noun)] if len(groups) == 1 else []
        listed = len(row) == PAIR and row[1].tag_ == "NNS" and row[0].i in block.names and row[1].i not in block.names
        if not listed:
            return groups
        one = self.discourse.registry.of_name(block.names[row[0].i].name)
        several = [t for t in self.discourse.meant(block, row[1]) if t is not one]
        return [[one], several] if len(several) > 1 else groups

    def _unseated(self, block: ParsedBlock, token: Token) -> list[Token]:
        """What is joined to a noun, without the cities that only tell where the bodies before them are."""
        return [each for each in coordinated(token) if not self._seat(block, each)]

    def _seat(self, block: ParsedBlock, token: Token) -> bool:
        """Whether a city, state or unknown name is only where the body named before it is: "Moana College, Suva,
        signed …"; a country behind a comma is that of the last body of a row, or as of the one behind it."""
        place = block.names.get(token.i)
        if place is None or token.i < 2 or block.doc[token.i - 1].text != ",":
            return False
        before = block.names.get(token.i - 2)
        body = before is not None and before.name.kind == "Organization"
        if place.name.kind != "Place":
            unknown = place.name.kind == "Organization" and place.name.strength <= UNSURE and body
            return unknown and self._ends_row(block, token) and _behind_and(block.doc[token.i - 2])
        known = place.name.place
        if before is None or before.name.kind != "Place":
            state = known is not None and known.kind == "country"
            return body and (not state or self._ends_row(block, token) or self._parallel(block, token))
        inner = before.name.place
        within = known is not None and inner is not None and inner.kind != "country" and inner.country == known.country
        return within or self._seat(block, block.doc[token.i - 2])

    def _ends_row(self, block: ParsedBlock, token: Token) -> bool:
        """Whether no further name is joined to a name."""
        behind = block.doc[token.i + 1 : token.i + 3]
        return not (behind and (behind[0].lower_ in JOINTS or (behind[0].text == "," and _joins(block, behind))))

    def _parallel(self, block: ParsedBlock, token: Token) -> bool:
        """ "Acme, Peru and Zenith, Chad": whether the body joined to it is told of with its country, too."""
        behind = [t for t in block.doc[token.i + 1 : token.i + 7] if t.lower_ not in (*JOINTS, "the")]
        names = [block.names[t.i].name for t in behind if t.i in block.names]
        kinds = [n.kind for n in names[:2]]
        return kinds == ["Organization", "Place"] and [t.text for t in behind[1:2]] == [","]

    def _spoken_for(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The rectors of A and B", "the Kenyan minister": A and B, Kenya. Empty where the office is given a name."""
        lexicon = self.discourse.lexicon
        words = {token.lemma_.casefold(), token.lower_.removesuffix("s")}
        named = any(c.dep_ == "appos" and c.i in block.names for c in token.children)
        if named or not words & (lexicon.title_heads | REPRESENTING):
            return []
        nouns = objects_of(token, "of", "for", "from", "at")
        nouns += [inner for n in nouns if not _binds(block, n) for inner in objects_of(n, "of", "for")]
        nouns += [c for c in token.children if c.dep_ in ("compound", "nmod", "poss") and c.i in block.names]
        nouns = [each for noun in nouns for each in self._unseated(block, noun)]
        meant = [t for noun in nouns for t in self.discourse.meant(block, noun) if t.kind in ("Organization", "Place")]
        nations = [] if meant else self.discourse.groups.nations(token)
        peers = self._peers(block, token, nations) if token.lemma_ == "counterpart" else None
        return meant or (nations if peers is None else peers)

    def _joined(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "A consortium of Acme and Zenith", "a joint venture between …": those who formed it."""
        nouns = objects_of(token, "of", "between", "comprising", "including") if token.lemma_ in VENTURES else []
        things = [t for noun in nouns for t in self.things(block, noun)]
        return things if len(things) > 1 and all(t.kind == "Organization" for t in things) else []

    def _peers(self, block: ParsedBlock, token: Token, nations: Sequence[Thing]) -> list[Thing] | None:
        """ "Acme Chamber and its Turkish counterpart": the Turkish chamber that the article names. None where the
        counterpart is no body's."""
        verb = next((a for a in token.ancestors if a.pos_ == "VERB"), token)
        whose = [token.head] if token.dep_ == "conj" else arguments(verb).get("subject", [])
        bodies = [t for noun in whose for t in self.things(block, noun) if t.kind == "Organization"]
        if not bodies or "ministry" in bodies[0].words() or "government" in bodies[0].words():
            return None
        heads = {word for word in bodies[0].words() if self.discourse.lexicon.head_kinds(word)}
        codes = {nation.hints.get("iso") for nation in nations}
        others = (t for t in self.discourse.registry.of_kind("Organization") if t not in bodies)
        return [t for t in others if t.hints.get("country") in codes and not heads.isdisjoint(t.words())][:1]

    def contrasted(self, block: ParsedBlock, verb: Token) -> list[Thing]:
        """ "Participants included A, whereas B was led by its rector, C": B and C are told of in the same breath."""
        clauses = [
            c for c in verb.children if c.dep_ in ("advcl", "conj") and c.lemma_ in ("lead", "represent", "head")
        ]
        return [t for clause in clauses for t in self.fill(block, arguments(clause), ("object", "subject"))]

    def things(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """What a noun phrase means, all its joined parts included."""
        return self.discourse.things(block, token)


def _joins(block: ParsedBlock, behind: Sequence[Token]) -> bool:
    """Whether a comma goes on with one more of a row: "and", or a name."""
    return len(behind) > 1 and (behind[1].lower_ in (*JOINTS, "the") or behind[1].i in block.names)


def _behind_and(name: Token) -> bool:
    """Whether "and" closes a row before a name, as far as the name and its article go."""
    before = name.nbor(-1) if name.i else name
    before = before.nbor(-1) if before.lower_ == "the" and before.i else before
    return before.lower_ in JOINTS


def _binds(block: ParsedBlock, noun: Token) -> bool:
    """Whether a noun names a body, which binds itself, not the one above it: "the Faculty of Law of Acme"."""
    return noun.i in block.names and block.names[noun.i].name.kind in ("Organization", "Place")


def _alike(things: list[Thing]) -> list[Thing]:
    """Of "between Kenya and Peru, Acme Bank and Zenith Bank (have signed)" the countries: bodies begin the next row."""
    states = next((i for i, t in enumerate(things) if "iso" not in t.hints), len(things))
    return things[:states] if states >= PAIR else things
