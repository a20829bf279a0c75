"""JSON-LD 1.1, with the named graphs kept; one subject a line, so that two exports can be compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from kg.export.material import Material
from kg.export.triples import Block, literal_of, named_graphs, prefixes
from kg.export.turtle import REMEMBERED, TYPE


def jsonld(material: Material) -> Iterator[str]:
    """The entities graph, then the graph of each article."""
    context = prefixes(material.view.names, material.view.vocabulary)
    short = _shortener(context)
    yield f'{{\n"@context": {_dumps(context)},\n"@graph": [\n'
    separator = ""
    for graph, blocks in named_graphs(material.view):
        number = -1
        for number, block in enumerate(blocks):
            if not number:
                material.count("graphs")
                yield f'{separator}{{"@id": {_dumps(short(graph))}, "@graph": [\n'
                separator = ",\n"
            material.count("triples", block.size)
            yield (",\n" if number else "") + _dumps(_object(block, short))
        if number >= 0:
            yield "\n]}"
    yield "\n]\n}\n"


def _object(block: Block, short: Callable[[str], str]) -> dict[str, object]:
    found: dict[str, object] = {"@id": short(block.subject)}
    for predicate, values in block.predicates.items():
        if predicate == TYPE:
            found["@type"] = [short(value[1:-1]) for value in values]
        else:
            written = [_value(value, short) for value in values]
            found[short(predicate)] = written[0] if len(written) == 1 else written
    return found


def _value(term: str, short: Callable[[str], str]) -> object:
    if term[0] == "<":
        return {"@id": short(term[1:-1])}
    value, language, datatype = literal_of(term)
    if language:
        return {"@value": value, "@language": language}
    # Numbers stay text: a JSON number would lose the lexical form ("0.90").
    return {"@value": value, "@type": short(datatype)} if datatype else value


def _shortener(context: Mapping[str, str]) -> Callable[[str], str]:
    @lru_cache(REMEMBERED)
    def short(iri: str) -> str:
        for prefix, namespace in context.items():
            rest = iri.removeprefix(namespace)
            if rest != iri and rest and not rest.startswith("//"):
                return f"{prefix}:{rest}"
        return iri

    return short


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
