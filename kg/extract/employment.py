"""From people with their offices to whom they represent: bodies, countries, missions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.lexicon import Lexicon
from kg.extract.matching import Finding
from kg.extract.names import Name
from kg.extract.parsing import ParsedBlock
from kg.extract.people import Holder, OfficeGroup
from kg.extract.referents import Registry, Thing, fold_words
from kg.model import Span

CONFIDENT, PLAUSIBLE = 0.92, 0.75


class Employment:
    """Reads whom the office holders of an article represent."""

    def __init__(self, registry: Registry, lexicon: Lexicon) -> None:
        self.registry = registry
        self.lexicon = lexicon

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """`represents`, and what units and seats named on the way belong to, in text order."""
        for block in blocks:
            for index, masked in sorted(block.names.items()):
                if masked.holder and masked.name.kind == "Person":
                    span = block.sentence_span(block.doc[index])
                    yield from self._holder(masked.holder, span)
            yield from self._possessors(block)

    def _holder(self, holder: Holder, span: Span) -> Iterator[Finding]:
        person = self.registry.of_name(holder.person)
        for group in holder.groups:
            for unit, outer in group.nested:
                yield from self._nested(unit, outer, span)
            if group.former:
                continue
            for employer, confidence in self._employers(group):
                if employer is not person and employer.kind in ("Organization", "Place"):
                    yield Finding(person, "represents", employer, span, "asserted", confidence, "office")
            if not person.hints.get("office"):
                person.hints["office"] = group.heads[0]

    def _nested(self, unit: Name, outer: Name, span: Span) -> Iterator[Finding]:
        inner = self._thing(unit)
        whole = self._thing(outer)
        if inner is None or whole is None or inner is whole:
            return
        if whole.kind == "Place" and inner.kind == "Organization":
            yield Finding(inner, "locatedIn", whole, span, "asserted", PLAUSIBLE, "office-place")
        elif whole.kind == "Organization" and inner.kind == "Organization":
            yield Finding(inner, "partOf", whole, span, "asserted", CONFIDENT, "office-unit")

    def _thing(self, name: Name) -> Thing | None:
        if name.kind == "Demonym":
            return self.registry.country(name.place) if name.place else None
        return self.registry.of_name(name)

    def _employers(self, group: OfficeGroup) -> Iterator[tuple[Thing, float]]:
        state = self._speaks_for_country(group)
        bodies = [(self._thing(b), b) for b in group.bodies]
        organisations = [t for t, _ in bodies if t is not None and t.kind == "Organization"]
        places = [t for t, _ in bodies if t is not None and t.kind == "Place"]
        for thing in organisations:
            yield thing, CONFIDENT
        for place in places:
            if state or (not organisations and self._owned(group)):
                yield place, CONFIDENT if state else PLAUSIBLE
        country = places[0] if places else None
        if set(group.heads) & self.lexicon.mission_titles or any("charg" in h for h in group.heads):
            mission = self._mission(group, country)
            if mission is not None and mission not in organisations:
                yield mission, CONFIDENT
        if group.portfolio and state:
            ministry = self._ministry(group, country)
            if ministry is not None and ministry not in organisations:
                yield ministry, PLAUSIBLE

    def _owned(self, group: OfficeGroup) -> bool:
        """ "Chile's Under-Secretary for Trade" speaks for Chile; "a Chilean engineer" for nobody."""
        return bool(group.portfolio) or any(head in self.lexicon.state_titles for head in group.heads)

    def _speaks_for_country(self, group: OfficeGroup) -> bool:
        return any(
            head in self.lexicon.state_titles
            or any(part in self.lexicon.state_titles for part in head.split("-"))
            or "charg" in head
            for head in group.heads
        )

    def _mission(self, group: OfficeGroup, country: Thing | None) -> Thing | None:
        """The mission of the article that an ambassador or consul serves at."""
        seats = {outer.text for _, outer in group.nested}
        kind = "consul" if "consul" in group.heads else "embassy"
        missions = [t for t in self.registry.of_kind("Organization") if t.hints.get("mission", "").startswith(kind[:6])]
        if country is not None:
            missions = [t for t in missions if t.hints.get("sends") in (None, country.hints.get("iso"))]
        if seats:
            missions = [t for t in missions if t.hints.get("seat") in (None, *seats)]
        return missions[0] if len(missions) == 1 else None

    def _ministry(self, group: OfficeGroup, country: Thing | None) -> Thing | None:
        """The ministry of the article whose field is the minister's."""
        field = {word for word in group.portfolio if word not in ("and", "of", "for", "the", "'s")}
        for thing in self.registry.of_kind("Organization"):
            words = set(fold_words(thing.label))
            owner = thing.hints.get("country")
            if (
                "ministry" in words
                and field
                and field <= words
                and (owner is None or country is None or owner == country.hints.get("iso"))
            ):
                return thing
        return None

    def _possessors(self, block: ParsedBlock) -> Iterator[Finding]:
        """ "Huawei's Yi": a person's name behind a body's possessive."""
        for token in block.doc:
            masked = block.names.get(token.i)
            owner = block.names.get(token.i - 2) if token.i >= 2 else None
            if not masked or not owner or masked.name.kind != "Person" or owner.name.kind != "Organization":
                continue
            if block.doc[token.i - 1].text in ("'s", "’s") and not (masked.holder and masked.holder.groups):
                person, body = self.registry.of_name(masked.name), self.registry.of_name(owner.name)
                yield Finding(
                    person, "represents", body, block.sentence_span(token), "asserted", PLAUSIBLE, "possessor"
                )
