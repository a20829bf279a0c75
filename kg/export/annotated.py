"""RDF 1.2: a statement is a reifier of what it says, and has no rdf:subject, rdf:predicate and rdf:object.

Where Turtle and TriG assert a triple, the statements that assert it are its annotations; what is only planned, denied
or supposed is a triple term, which says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter

from rdflib import RDF

from kg.export.triples import Block, merged_parts, named_graphs
from kg.names import Names
from kg.store import GraphView
from kg.store.ordering import in_order

RDF12 = "rdf12"
"""The variant of a format."""
ENDS = tuple(str(end) for end in (RDF.subject, RDF.predicate, RDF.object))
REIFIES = f"{RDF}reifies"

_Note = tuple[str, ...]
"""The triple that a statement asserts, the statement, and a predicate and an object of its own."""


def reified(block: Block) -> Block:
    """A statement's block as RDF 1.2 has it; any other as it is."""
    if ENDS[0] not in block.predicates:
        return block
    subject, predicate, value = (block.predicates[end][0] for end in ENDS)
    return Block(block.subject, _own(block) | {REIFIES: [f"<<( {subject} {predicate} {value} )>>"]})


def annotated_graphs(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs, each triple of an article with the statements that assert it."""
    for graph, blocks in named_graphs(view):
        if graph == view.names.entities_graph:
            yield graph, blocks
        else:
            told = list(blocks)  # memory always holds an article
            notes = in_order((note for block in told for note in _notes(view.names, block)), 6)
            yield graph, _joined(_others(view.names, told), notes)


def annotated_parts(view: GraphView) -> Iterator[tuple[str, Iterator[Block]]]:
    """The exported graphs as one: the relations between things with the statements of all articles, then the rest."""
    parts = merged_parts(view)
    heading, things = next(parts)
    articles = islice(named_graphs(view), 1, None)
    notes = (note for _, blocks in articles for block in blocks for note in _notes(view.names, block))
    yield heading, _joined(things, in_order(notes, 6))
    for heading, blocks in parts:
        yield heading, _others(view.names, blocks)


def _own(block: Block) -> dict[str, Sequence[str]]:
    return {predicate: values for predicate, values in block.predicates.items() if predicate not in ENDS}


def _asserts(names: Names, block: Block) -> bool:
    return f"<{names.term('asserted')}>" in block.predicates.get(names.term("modality"), ())


def _others(names: Names, blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks but those of the statements that assert something."""
    return (reified(block) for block in blocks if not _asserts(names, block))


def _notes(names: Names, block: Block) -> Iterator[_Note]:
    if _asserts(names, block):
        subject, predicate, value = (block.predicates[end][0] for end in ENDS)
        for own, values in _own(block).items():
            yield from ((subject[1:-1], predicate[1:-1], value, block.subject, own, v) for v in values)


def _joined(blocks: Iterable[Block], notes: Iterator[_Note]) -> Iterator[Block]:
    """Blocks with the notes on their triples; both are in the order of their subjects."""
    waiting = groupby(notes, key=itemgetter(0))
    subject, told = next(waiting, ("", iter(())))
    for block in blocks:
        if block.subject != subject:
            yield block
            continue
        found: dict[tuple[str, str], list[Block]] = defaultdict(list)
        for (_, predicate, value, statement), rows in groupby(told, key=itemgetter(0, 1, 2, 3)):
            found[predicate, value].append(Block(statement, _grouped(rows)))
        yield Block(block.subject, block.predicates, found)
        subject, told = next(waiting, ("", iter(())))


def _grouped(rows: Iterable[_Note]) -> dict[str, list[str]]:
    return {predicate: [value for *_, value in same] for predicate, same in groupby(rows, key=itemgetter(4))}
