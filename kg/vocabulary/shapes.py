"""The SHACL shapes that follow from the vocabulary: what each relation may join.

They stand in ``shapes.ttl`` below those that are written by hand, so that any SHACL tool can use the file.
After a change of the ontology: ``python -m kg.vocabulary.shapes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from kg.vocabulary.reader import Relation, Vocabulary, load_vocabulary

MARK = "# Below this line: generated from ontology.ttl by kg.vocabulary.shapes\n"
DATATYPES = {
    "date": "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )",
    "integer": "sh:datatype xsd:integer ; sh:minInclusive 0",
    "string": "sh:datatype xsd:string ; sh:minLength 1",
}


def shapes_text(vocabulary: Vocabulary | None = None) -> str:
    """The shapes in Turtle, as they stand in their file; with a user's own relations, where ``vocabulary`` has some."""
    written = files("kg.vocabulary").joinpath("shapes.ttl").read_text(encoding="utf-8")
    if vocabulary is None or not vocabulary.own:
        return written
    return f"{written.split(MARK)[0]}{MARK}\n{relation_shapes(vocabulary)}"


def relation_shapes(vocabulary: Vocabulary) -> str:
    """What the vocabulary's domains and ranges ask of the graph, as SHACL in Turtle."""
    names = " ".join(f"kg:{name}" for name in vocabulary.relations)
    predicates = (
        "kg:PredicateShape a sh:NodeShape ;\n    sh:targetClass kg:Statement ;\n"
        f"    sh:property [ sh:path rdf:predicate ; sh:in ( {names} ) ;\n"
        '        sh:message "is of a relation that the vocabulary does not have" ] .\n'
    )
    return "\n".join([predicates, *(_shape(vocabulary, relation) for relation in vocabulary.relations.values())])


def _shape(vocabulary: Vocabulary, relation: Relation) -> str:
    wanted = DATATYPES[relation.datatype] if relation.datatype else _one_of(vocabulary, relation.range)
    object_message = f"{relation.name} wants {_told(relation.range) if relation.range else f'a {relation.datatype}'}"
    return (
        f"kg:{relation.name}Shape a sh:NodeShape ;\n"
        f"    sh:targetSubjectsOf kg:{relation.name} ;\n"
        f"    {_one_of(vocabulary, relation.domain)} ;\n"
        f'    sh:message "{relation.name} is said of {_told(relation.domain)}" ;\n'
        f"    sh:property [ sh:path kg:{relation.name} ; {wanted} ;\n"
        f'        sh:message "{object_message}" ] .\n'
    )


def _one_of(vocabulary: Vocabulary, ends: Iterable[str]) -> str:
    """A thing of one of these classes; subclasses are spelled out, so that no reasoner is needed."""
    classes = [f"[ sh:class kg:{name} ]" for name in _below(vocabulary, ends)]
    return f"sh:or ( {' '.join(classes)} )"


def _below(vocabulary: Vocabulary, ends: Iterable[str]) -> Iterator[str]:
    wanted = list(ends)
    yield from (name for name in vocabulary.classes if any(vocabulary.is_a(name, end) for end in wanted))


def _told(ends: Iterable[str]) -> str:
    return " or ".join(f"{'an' if name[0] in 'AEIOU' else 'a'} {name}" for name in ends)


if __name__ == "__main__":
    place = Path(__file__).with_name("shapes.ttl")
    written = place.read_text(encoding="utf-8").split(MARK)[0]
    place.write_text(written + MARK + "\n" + relation_shapes(load_vocabulary()), encoding="utf-8")
