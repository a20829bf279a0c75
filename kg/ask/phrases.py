"""Relations as English says them: "signed an MoU with", "is based in", "are represented by"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Forms:
    """What is said of one and of several."""

    one: str
    several: str

    def of(self, plural: bool) -> str:
        """The form for that number."""
        return self.several if plural else self.one


def _be(rest: str, tense: str = "is") -> Forms:
    return Forms(f"{tense} {rest}", f"{'are' if tense == 'is' else 'were'} {rest}")


SAID: dict[tuple[str, bool], Forms] = {
    ("signedMoUWith", False): Forms("signed an MoU with", "signed MoUs with"),
    ("signedAgreementWith", False): Forms("signed an agreement with", "signed agreements with"),
    ("metWith", False): Forms("met", "met"),
    ("organized", False): Forms("organised", "organised"),
    ("heldIn", False): _be("held in", "was"),
    ("heldIn", True): Forms("was the place of", "were the places of"),
    ("heldOn", False): _be("held on", "was"),
    ("locatedIn", False): _be("located in"),
    ("locatedIn", True): _be("home to"),
    ("partOf", False): _be("part of"),
    ("partOf", True): Forms("includes", "include"),
    ("party", False): _be("agreed by", "was"),
    ("party", True): _be("party to"),
    ("signatory", False): _be("signed by", "was"),
    ("signatory", True): Forms("signed", "signed"),
    ("signedAt", False): _be("signed at", "was"),
    ("signedIn", False): _be("signed in", "was"),
    ("signedOn", False): _be("signed on", "was"),
    ("subjectMatter", False): _be("about"),
    ("agreementCount", False): Forms("saw the signing of", "saw the signing of"),
}
"""Relations whose labels are no phrases of their own; by name, and whether read from object to subject."""
UNKNOWN = Forms("something", "things")
VAGUE = {
    "Person": Forms("someone", "people"),
    "Event": Forms("an event", "events"),
    "Place": Forms("a place", "places"),
    "Agreement": Forms("an agreement", "agreements"),
    "Agent": Forms("someone", "parties"),
}
"""Words for one and for several of a class of which no more is known; those of no class are "something"."""
BE = {"is": "are", "was": "were", "has": "have"}


def forms_of(relation: Relation, inverse: bool = False) -> Forms:
    """How a relation is said of its subject, or with ``inverse`` of its object: from a table, or from its labels."""
    inverse = inverse and not relation.symmetric
    known = SAID.get((relation.name, inverse))
    if known:
        return known
    label = relation.inverse_label if inverse else relation.label
    if not label:
        return _be(f"the {relation.label} of")
    first, _, rest = label.partition(" ")
    if first in BE:
        return Forms(label, f"{BE[first]} {rest}".strip())
    if first.endswith("s") and not first.endswith("ss"):
        return Forms(label, f"{_plural_verb(first)} {rest}".strip())
    if first.endswith("ed") or first in (
        "spoke",
        "met",
        "held",
        "gave",
        "took",
        "won",
        "sold",
        "bought",
        "led",
        "made",
    ):
        return Forms(label, label)
    return _be(label)


def denied(told: str, plural: bool) -> str:
    """A predicate as one that does not hold: "are not from China", "is not among those that attended X"."""
    first, _, rest = told.partition(" ")
    if first in (*BE, *BE.values()):
        return f"{first} not {rest}"
    return f"{'are' if plural else 'is'} not among those that {told}"


def counted_as(value: object, nouns: str) -> str:
    """So many of them: "3 companies", "1 company", "1 person"."""
    if value != 1:
        return f"{value} {nouns}"
    one = "person" if nouns == "people" else re.sub(r"(?<!s)s$", "", re.sub(r"ies$", "y", nouns))
    return f"1 {one}"


def noun_said(noun: str) -> str:
    """A common noun as it is written: "MoUs", "CEO"."""
    return re.sub(r"\bceo(s?)\b", r"CEO\1", re.sub(r"\bmou(s?)\b", r"MoU\1", noun))


def plural_of(noun: str) -> str:
    """A noun in the plural: "countries" of "country"; nothing of none."""
    return re.sub(r"(?<![aeiou])ys$", "ies", f"{noun}s") if noun else ""


def _plural_verb(verb: str) -> str:
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("shes", "ches", "xes", "sses", "zzes")) else verb[:-1]


def listed(names: list[str], shown: int = 6, word: str = "and") -> str:
    """Names as a sentence lists them, the first few and how many others."""
    if len(names) > shown + 1:
        return f"{', '.join(names[:shown])} {word} {len(names) - shown} others"
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else "".join(names)
