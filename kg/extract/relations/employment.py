"""From people with their offices to whom they represent: bodies, countries, missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.holders.office_group import Holder
from kg.extract.naming.mentions import Name
from kg.extract.reference.offices_held import CERTAIN, LIKELY, Offices
from kg.extract.reference.referents import Registry
from kg.extract.relations.findings import Finding
from kg.extract.syntax.parsing import ParsedBlock
from kg.model import Span

FOUNDERS = frozenset(("founder", "co-founder", "cofounder"))


class Employment:
    """Reads whom the office holders of an article represent."""

    def __init__(self, registry: Registry, offices: Offices) -> None:
        self.registry = registry
        self.offices = offices

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """`represents`, and what units and seats named on the way belong to, in text order."""
        for block in blocks:
            for index, masked in sorted(block.names.items()):
                if masked.holder and masked.name.kind == "Person":
                    span = block.sentence_span(block.doc[index])
                    yield from self._holder(masked.holder, span)
                    self._note_posts(block, masked.holder)
            yield from self._possessors(block)

    def _holder(self, holder: Holder, span: Span) -> Iterator[Finding]:
        person = self.registry.of_name(holder.person)
        for group in holder.groups:
            for unit, outer in group.nested:
                yield from self._nested(unit, outer, span)
            if group.former:
                continue
            for employer, confidence in self.offices.employers(person, group):
                yield Finding(person, "represents", employer, span, "asserted", confidence, "office")
                if not FOUNDERS.isdisjoint(group.heads) and employer.kind == "Organization":
                    yield Finding(person, "established", employer, span, "asserted", confidence, "office")
            if group.heads:
                person.hints.setdefault("office", group.heads[0])

    def _note_posts(self, block: ParsedBlock, holder: Holder) -> None:
        """What the person's offices are called in full: "Minister for Foreign Affairs", "managing director"."""
        person, words = self.registry.of_name(holder.person), block.read.words
        for group in holder.groups if not holder.person.alias_of else ():
            said = " ".join(w.text for o in group.offices for w in words[o.first : o.last])
            field = " ".join(word for word in group.portfolio if word not in said.casefold().split())
            known = person.hints.get("post", "")
            post = f"{said} {field}".strip()
            if post and not group.former and post not in known.split("; "):
                person.hints["post"] = f"{known}; {post}".removeprefix("; ")

    def _nested(self, unit: Name, outer: Name, span: Span) -> Iterator[Finding]:
        inner, whole = self.offices.thing(unit), self.offices.thing(outer)
        if inner is None or whole is None or inner is whole:
            return
        if whole.kind == "Place" and inner.kind == "Organization":
            yield Finding(inner, "locatedIn", whole, span, "asserted", LIKELY, "office-place")
        elif whole.kind == "Organization" and inner.kind == "Organization":
            yield Finding(inner, "partOf", whole, span, "asserted", CERTAIN, "office-unit")

    def _possessors(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Huawei's Yi": a person's name behind a body's possessive."""
        for token in block.doc:
            masked = block.names.get(token.i)
            owner = block.names.get(token.i - 2) if token.i >= 2 else None
            if not masked or not owner or masked.name.kind != "Person" or owner.name.kind != "Organization":
                continue
            if block.doc[token.i - 1].text in ("'s", "’s") and not (masked.holder and masked.holder.groups):
                person, body = self.registry.of_name(masked.name), self.registry.of_name(owner.name)
                yield Finding(person, "represents", body, block.sentence_span(token), "asserted", LIKELY, "possessor")
