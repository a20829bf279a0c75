"""How an office that a person holds stands in a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.ask.plan import InRole
from kg.ask.quoting import literal, plain

BELOW = frozenset(("vice", "deputy", "assistant", "former"))
SPAN = 40
"""How far from a person's name, in characters, their office may stand in a sentence."""


def role_lines(role: InRole, person: str, fresh: Callable[[], str], *, few: bool) -> Iterator[str]:
    """The office in the person's names, or as the article gave it, or else near their name in a sentence, as SPARQL.

    Where ``few`` people are left it is looked up for each: Oxigraph would join a union of the three with all people.
    """
    below = {word for words in role.words for word in words} & BELOW
    for words in role.words:
        found = literal(r"\b(" + "|".join(plain(word) for word in words) + r")")
        label = fresh()
        ways = (
            f'{{ {person} rdfs:label|skos:altLabel {label} FILTER(REGEX({label}, {found}, "i")) }}',
            _as_told(person, found, fresh, below=bool(below)),
            _as_head(person, found, fresh),
            _in_sentence(person, found, fresh),
        )
        yield f"FILTER({' || '.join(f'EXISTS {way}' for way in ways)})" if few else " UNION ".join(ways)


def _as_told(person: str, found: str, fresh: Callable[[], str], *, below: bool) -> str:
    """The office in full; a vice president is no president, unless those ``below`` are asked for."""
    known, hint = fresh(), fresh()
    post = hint if below else f'REPLACE({hint}, "(vice|deputy|assistant|former)[- ]+[a-z]+", "", "i")'
    return (
        f"{{ {known} kg:refersTo {person} ; kg:hint {hint}"
        f' FILTER(STRSTARTS({hint}, "post=") && REGEX({post}, {found}, "i")) }}'
    )


def _as_head(person: str, found: str, fresh: Callable[[], str]) -> str:
    """The noun of the office, where it is not told in full."""
    known, hint, other, post = (fresh() for _ in range(4))
    return (
        f"{{ {{ {known} kg:refersTo {person} ; kg:hint {hint}"
        f' FILTER(STRSTARTS({hint}, "office=") && REGEX({hint}, {found}, "i")) }}'
        f" MINUS {{ {other} kg:refersTo {person} ; kg:hint {post}"
        f' FILTER(STRSTARTS({post}, "post=")) }} }}'
    )


def _in_sentence(person: str, found: str, fresh: Callable[[], str]) -> str:
    """The office near the person's name, where no article gave it."""
    told, quote, name, at, known, office = (fresh() for _ in range(6))
    near = f"SUBSTR({quote}, IF({at} > {SPAN}, {at} - {SPAN}, 1), STRLEN({name}) + {2 * SPAN})"
    return (
        f"{{ {{ {told} rdf:subject {person} ; rdf:predicate kg:represents ;"
        f" prov:wasDerivedFrom/oa:hasSelector/oa:exact {quote} ."
        f" {person} rdfs:label|skos:altLabel {name} FILTER(CONTAINS({quote}, {name}))"
        f" BIND(STRLEN(STRBEFORE({quote}, {name})) AS {at})"
        f' FILTER(REGEX({near}, {found}, "i")) }}'
        f" MINUS {{ {known} kg:refersTo {person} ; kg:hint {office}"
        f' FILTER(STRSTARTS({office}, "office=")) }} }}'
    )
