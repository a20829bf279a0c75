"""How an office that a person holds stands in a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.ask.plan import InRole
from kg.ask.quoting import literal, plain

SPAN = 40
"""How far from a person's name, in characters, their office may stand in a sentence."""


def role_lines(role: InRole, person: str, fresh: Callable[[], str], *, few: bool) -> Iterator[str]:
    """The office in the person's names, or as the article gave it, or else near their name in a sentence, as SPARQL.

    Where ``few`` people are left it is looked up for each: Oxigraph would join a union of the three with all people.
    """
    for words in role.words:
        found = literal(r"\b(" + "|".join(plain(word) for word in words) + r")")
        label, known, hint = fresh(), fresh(), fresh()
        ways = (
            f'{{ {person} rdfs:label|skos:altLabel {label} FILTER(REGEX({label}, {found}, "i")) }}',
            f"{{ {known} kg:refersTo {person} ; kg:hint {hint}"
            f' FILTER(STRSTARTS({hint}, "office=") && REGEX({hint}, {found}, "i")) }}',
            _in_sentence(person, found, fresh),
        )
        yield f"FILTER({' || '.join(f'EXISTS {way}' for way in ways)})" if few else " UNION ".join(ways)


def _in_sentence(person: str, found: str, fresh: Callable[[], str]) -> str:
    """The office near the person's name, where no article gave it."""
    told, quote, name, at, known, office = (fresh() for _ in range(6))
    near = f"SUBSTR({quote}, IF({at} > {SPAN}, {at} - {SPAN}, 1), STRLEN({name}) + {2 * SPAN})"
    return (
        f"{{ {told} rdf:subject {person} ; rdf:predicate kg:represents ;"
        f" prov:wasDerivedFrom/oa:hasSelector/oa:exact {quote} ."
        f" {person} rdfs:label|skos:altLabel {name} FILTER(CONTAINS({quote}, {name}))"
        f" BIND(STRLEN(STRBEFORE({quote}, {name})) AS {at})"
        f' FILTER(REGEX({near}, {found}, "i"))'
        f" FILTER NOT EXISTS {{ {known} kg:refersTo {person} ; kg:hint {office}"
        f' FILTER(STRSTARTS({office}, "office=")) }} }}'
    )
