"""Where a thing lies or takes place, and which country it belongs to, as SPARQL that stays fast on large stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rdflib import RDFS

from kg.ask.quoting import iri, literal, plain
from kg.groups import codes_of
from kg.lookup import country_names, fold, nations
from kg.model import Entity
from kg.namekeys import LITTLE_WORDS, stems
from kg.store import GraphView

MISSION = "embass|consulate|high commission"
"""What stands in the names of bodies that belong to another country than the one that they lie in."""

COUNTRY = "urn:iso:std:iso:3166:"
"""With its code, the IRI of a country that the graph does not hold."""
MOST_CITIES = 300
"""So many cities of a country are looked for in names."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Writes what puts the thing behind ``term`` into one of some places, with ``nation`` as belonging to it.

    ``classes`` are what the thing can be (none where nothing is known of it). ``alone`` tells that no name narrows the
    question before: then the things are looked for from the place on, and else from the thing on.
    """

    view: GraphView
    fresh: Callable[[], str]
    term: str
    entities: Sequence[Entity]
    nation: bool
    classes: tuple[str, ...]
    alone: bool

    def lines(self) -> Iterator[str]:
        """The lines of the query."""
        ways = " UNION ".join(f"{{ {way} }}" for way in self._ways())
        # A query of its own: Oxigraph would go through all ways once for each of the things found so far.
        yield f"{{ SELECT DISTINCT {self.term} WHERE {{ {ways} }} }}" if self.alone else f"FILTER EXISTS {{ {ways} }}"

    def _ways(self) -> Iterator[str]:
        for codes in filter(None, (codes_of(entity.id) for entity in self.entities)):
            yield from self._among(codes)
        for entity in self.entities:
            if codes_of(entity.id):
                continue
            for relation in self._relations():
                own = relation == "locatedIn" and self.nation
                yield from (way + self._no_mission() * own for way in self._reaching(relation, iri(entity.id)))
        for entity in self.entities:
            if entity.country and fold(entity.label) in _country_names():
                code = literal(entity.country)
                yield f"{self.term} kg:countryCode {code} ."
                if self._can("heldIn") or self._can("locatedIn"):
                    place = self.fresh()
                    there = self._joined(
                        f"{self.term} kg:heldIn|kg:locatedIn {place}", f"{place} kg:countryCode {code}"
                    )
                    yield there + self._no_mission()
                    if self.nation and self.view.store.indexed and self._can("locatedIn"):
                        yield from self._named_after_city(code)
            if self.nation:
                yield from self._named_after(entity.label)

    def _among(self, codes: Sequence[str]) -> Iterator[str]:
        """What lies in, or belongs to, one of many countries: by their codes alone."""
        code = self.fresh()
        known = f"VALUES {code} {{ {' '.join(map(literal, codes))} }}"
        yield f"{known} {self.term} kg:countryCode {code} ."
        for relation in self._relations():
            place = self.fresh()
            away = self._no_mission() if relation == "locatedIn" else ""
            yield f"{known} {place} kg:countryCode {code} . {self.term} kg:{relation} {place} .{away}"

    def _relations(self) -> list[str]:
        reaching = ("heldIn", "locatedIn", *(("represents",) if self.nation else ()))
        return [relation for relation in reaching if self._can(relation)]

    def _can(self, relation: str) -> bool:
        """Whether the thing can stand in the relation."""
        is_a, domain = self.view.vocabulary.is_a, self.view.vocabulary.relations[relation].domain
        return not self.classes or any(is_a(one, other) or is_a(other, one) for one in self.classes for other in domain)

    def _reaching(self, relation: str, place: str) -> Iterator[str]:
        if relation == "locatedIn":
            yield f"{self.term} kg:locatedIn+ {place} ."
        else:
            between = self.fresh()
            yield f"{self.term} kg:{relation} {place} ."
            whose = self._no_mission(between) if relation == "represents" else ""
            yield self._joined(f"{self.term} kg:{relation} {between}", f"{between} kg:locatedIn+ {place}") + whose

    def _joined(self, near: str, far: str) -> str:
        """Two patterns, the one about the thing and the one about the place, in the order that keeps few in view."""
        return f"{far} . {near} ." if self.alone else f"{near} . FILTER EXISTS {{ {far} }}"

    def _no_mission(self, term: str = "") -> str:
        """An embassy in China is not Chinese, and neither are its people."""
        if not self.nation:
            return ""
        label = self.fresh()
        found = f'{term or self.term} rdfs:label {label} FILTER(REGEX({label}, "{MISSION}", "i"))'
        return f" FILTER NOT EXISTS {{ {found} }}"

    def _named_after(self, country: str) -> Iterator[str]:
        """Things that bear the country's name or an adjective of it, but not only to say where they are."""
        belonging = _belonging(country)
        label, names = self.fresh(), "|".join(map(plain, belonging))
        named = literal(rf"\b({names})\b")
        abroad = literal(rf"\b(in|to|at|of .* in) (the )?({names})\b")
        told = f'{self.term} rdfs:label {label} FILTER(REGEX(REPLACE({label}, {abroad}, "", "i"), {named}, "i"))'
        if not self.view.store.indexed:
            yield told
            return
        for words in dict.fromkeys(tuple(sorted(stems(fold(name)) - LITTLE_WORDS)) for name in belonging):
            keys = " ; ".join(f"kg:nameKey {literal('+' + word)}" for word in words)
            yield f"GRAPH {iri(self.view.names.ledger_graph)} {{ {self.term} {keys} }} {told}"

    def _named_after_city(self, code: str) -> Iterator[str]:
        """Bodies whose names begin with a city of the country: "Guangzhou Software Association"."""
        rows = self.view.store.rows(
            f"SELECT DISTINCT ?name WHERE {{ ?city <{self.view.names.term('countryCode')}> {code} ;"
            f" a <{self.view.names.term('Place')}> ; <{RDFS.label}> ?name }} LIMIT {MOST_CITIES}"
        )
        words = {str(row[0]): stems(fold(str(row[0]))) for row in rows}
        short = ((name, min(has)) for name, has in sorted(words.items()) if len(has) == 1)
        pairs = [f"({literal('+' + word)} {literal(name + ' ')})" for name, word in short]
        if pairs:
            key, city, label = self.fresh(), self.fresh(), self.fresh()
            ledger = iri(self.view.names.ledger_graph)
            yield (
                f"VALUES ({key} {city}) {{ {' '.join(pairs)} }} GRAPH {ledger} {{ {self.term} kg:nameKey {key} }}"
                f" {self.term} a kg:Organization ; rdfs:label {label} FILTER(STRSTARTS({label}, {city}))"
            ) + self._no_mission()


def country_lines(term: str, country: str, nation: bool, fresh: Callable[[], str]) -> Iterator[str]:
    """The country of what stands behind ``term``, bound to ``country``: where it lies, with ``nation`` whose it is.

    A country that the graph does not hold itself is bound to an IRI with its code: see ``unheld_country``.
    """
    code, other, known, link = (fresh() for _ in range(4))
    own, around = f"{term} kg:countryCode", f"{term} kg:locatedIn+/kg:countryCode"
    first, second = (own, around) if nation else (around, own)
    yield f"{{ {first} {code} }} UNION {{ {second} {code} FILTER NOT EXISTS {{ {first} {other} }} }}"
    yield f"OPTIONAL {{ {known} kg:countryCode {code} ; owl:sameAs|skos:exactMatch {link} ."
    yield f'  FILTER(STRENDS(STR({link}), CONCAT(":3166:", {code}))) }}'
    yield f"BIND(COALESCE({known}, IRI(CONCAT({literal(COUNTRY)}, {code}))) AS {country})"


def unheld_country(node: str) -> Entity | None:
    """The country that an IRI of ``country_lines`` stands for; None where it is the IRI of something else."""
    code = node.removeprefix(COUNTRY)
    name = country_names().get(code) if node.startswith(COUNTRY) else None
    return Entity(node, "Place", name, (name,), country=code) if name else None


def _country_names() -> frozenset[str]:
    return frozenset(name for country in nations().values() for name in country.names)


def _belonging(label: str) -> list[str]:
    """A country's name and its adjectives, as they stand in the names of what belongs to it."""
    folded = fold(label)
    adjectives = (demonym for demonym, country in nations().items() if folded in country.names and len(demonym) > 3)
    return [label, *sorted(adjectives)]
