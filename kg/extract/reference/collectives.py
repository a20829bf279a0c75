"""Words that stand for several things at once: "the two countries", "both ministers", "the three banks", "they"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.syntax.clauses import coordinated
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.extract.text.lexicon import Lexicon

NUMBERS = {"two": 2, "both": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5, "5": 5, "six": 6, "6": 6}
COUNTRY_NOUNS = frozenset(("country", "nation", "government", "state"))
PERSON_NOUNS = frozenset(
    """
    leader minister president official diplomat head premier dignitary man counterpart general pm fm envoy monarch
    interlocutor
    """.split()
)
BODY_NOUNS = frozenset(
    """
    organisation organization institution company university ministry agency firm body institute bank association
    chamber hospital party side partner entity airline council college school operator signatory carrier group
    foundation fund manufacturer maker developer producer lender insurer museum library academy brand business
    enterprise giant club union federation
    """.split()
)
TOWN_NOUNS = frozenset("city town municipality province region state county district prefecture port".split())
SIDE_NOUNS = frozenset(("party", "side", "partner", "signatory"))
SHARED = frozenset(("commission", "committee", "council"))
"""Bodies in which two countries sit, and which are no side: "the Peru-Chad Trade Commission"."""
PAIR = 2
NEAR = 700
"""Characters back within which "they" can find those it stands for."""


@dataclass(frozen=True, slots=True)
class Row:
    """Things named side by side: "A, B and C"."""

    start: int
    things: tuple[Thing, ...]


class Collectives:
    """Knows the rows of names in an article, and what words for several of them mean."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self._rows: list[Row] = []

    def read(self, blocks: Sequence[ParsedBlock]) -> None:
        """Note the rows of names of an article."""
        for block in blocks:
            for index in sorted(block.names):
                token = block.doc[index]
                if token.dep_ == "conj":
                    continue
                named = [block.names[t.i].name for t in coordinated(token) if t.i in block.names]
                things = tuple(dict.fromkeys(self.registry.of_name(name) for name in named))
                if len(things) > 1 and len({t.kind for t in things}) == 1:
                    self._rows.append(Row(block.spans[index].start, things))

    def meant(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The things behind "the two countries" and the like; empty where the word names no number of them."""
        count = next((NUMBERS[t.lower_] for t in token.subtree if t.lower_ in NUMBERS and t.i <= token.i), None)
        lemma = token.lemma_.casefold()
        if token.tag_ == "NNPS":  # "the two Trade Chambers": no lemma of a name
            lemma = f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma.removesuffix("s")
        if (
            count is None
            or token.tag_ not in ("NNS", "NNPS", "NN", "NNP")
            or any(c.lower_ == "any" for c in token.children)
        ):
            return []
        before = block.spans[token.i].start
        if lemma in COUNTRY_NOUNS:
            return self.countries() if count == 2 else self._row(before, count, ("Place",))
        if lemma in PERSON_NOUNS:
            held = self._last_people(before, count, lemma) if lemma in ("president", "premier") else []
            return held or self._row(before, count, ("Person",)) or self._last_people(before, count)
        if lemma in BODY_NOUNS:
            return self._bodies(before, count, lemma)
        if lemma in TOWN_NOUNS:
            return self._towns(before, count)
        return self._last_people(before, count, lemma) if lemma in self.lexicon.title_heads else []

    def above(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The subjects of the clause above, where they are several: "A and B said that they …"."""
        head = token.head
        while head.dep_ in ("ccomp", "advcl", "conj", "xcomp") and head.head != head:
            head = head.head
            for subject in (c for c in head.children if c.dep_ == "nsubj" and c.i != token.i):
                named = [
                    self.registry.of_name(block.names[t.i].name) for t in coordinated(subject) if t.i in block.names
                ]
                if len(named) > 1:
                    return named
        return []

    def they(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The last row of names before "they"."""
        before = block.spans[token.i].start
        near = [row for row in self._rows if before - NEAR <= row.start < before and row.things[0].kind != "Place"]
        return list(near[-1].things) if near else []

    def _bodies(self, before: int, count: int, lemma: str) -> list[Thing]:
        known = [t for t in self.registry.of_kind("Organization") if t.first < before and "group" not in t.hints]
        known = [t for t in known if not t.label[0].isdigit()]  # "the 44th Council meeting" names a session
        known = [t for t in known if SHARED.isdisjoint(fold_words(t.label)) or not self.joint(t.label.split())]
        kin = [t for t in known if any(name.head == lemma for name in t.names)]  # no "Institute of Delta University"
        rows = [r for r in self._rows if r.start < before and len(r.things) == count]
        rows = [r for r in rows if r.things[0].kind == "Organization"]
        chief = self._chief_bodies(before, count)
        if len(kin) >= count:
            rows = [r for r in rows if all(t in kin for t in r.things)]
            chief = chief if all(t in kin for t in chief) else []
        if len(kin) == count and not (rows or chief):
            return kin
        if rows or chief:
            return chief or list(rows[-1].things)
        if lemma in ("university", "ministry", "hospital", "bank", "chamber", "institute"):
            known = [t for t in known if any(word.startswith(lemma[:6]) for word in fold_words(t.label))]
        if len(known) == count:
            return known
        return self.countries() if lemma in SIDE_NOUNS and count == 2 else []

    def _towns(self, before: int, count: int) -> list[Thing]:
        """The only places below a state that are named so far, or the last row of them."""
        known = [t for t in self.registry.of_kind("Place") if t.first < before and "iso" not in t.hints]
        row = [t for t in self._row(before, count, ("Place",)) if "iso" not in t.hints]
        return row if len(row) == count else known if len(known) == count else []

    def _chief_bodies(self, before: int, count: int) -> list[Thing]:
        """The bodies that the article has told of most so far, where they stand out."""
        bodies = [t for t in self.registry.of_kind("Organization") if t.first < before and "group" not in t.hints]
        told = {t: len([m for m in t.mentions if m.span.start < before]) for t in bodies}
        ranked = sorted(bodies, key=lambda t: (-told[t], t.first))
        if len(ranked) <= count or told[ranked[count - 1]] < 2 * told[ranked[count]]:
            return []
        return sorted(ranked[:count], key=lambda t: t.first)

    def _row(self, before: int, count: int, kinds: Sequence[str]) -> list[Thing]:
        rows = [r for r in self._rows if r.start < before and len(r.things) == count and r.things[0].kind in kinds]
        return list(rows[-1].things) if rows else []

    def _last_people(self, before: int, count: int, office: str | None = None) -> list[Thing]:
        """The people with an office, or with that one, who were named last: "the two leaders", "the two rectors"."""
        people = [t for t in self.registry.of_kind("Person") if t.first < before and "office" in t.hints]
        people = [t for t in people if office is None or t.hints["office"].endswith(office)]
        return people[-count:] if len(people) >= count else []

    def joint(self, words: Iterable[str]) -> list[Thing]:
        """The two countries in "Pak-China trade", "the Chadian–Peruvian Commission"; empty where there are none."""
        gazetteer = self.registry.gazetteer
        for word in words:
            places = [gazetteer.find(p) or gazetteer.country_of(p) for p in word.replace("–", "-").split("-")]
            found = [self.registry.country(p) for p in places if p is not None and p.kind == "country"]
            if len(places) == len(found) == PAIR and found[0] is not found[1]:
                return found
        return []

    def countries(self, *, clearly: bool = False) -> list[Thing]:
        """The two countries that the article is about: those it names most, ``clearly`` at least twice as often as
        any other."""
        counts = Counter({t: len(t.mentions) for t in self.registry.of_kind("Place") if "iso" in t.hints})
        ranked = sorted(counts, key=lambda t: (-counts[t], t.first))
        margin = 2 if clearly else 1
        if len(ranked) < 2 or (len(ranked) > 2 and counts[ranked[2]] * margin >= counts[ranked[1]] + margin - 1):
            return []
        return sorted(ranked[:2], key=lambda t: t.first)
