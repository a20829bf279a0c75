"""SPARQL over the graph: the named queries of ``queries/``, and how values enter a query safely.

A named query is a ``.rq`` file that begins with comments::

    # title: MoU partners
    # param: of entity? — the body whose partners are wanted
    # param: limit integer = 50 — how many rows at most
    # What it answers, in a sentence or two.

A parameter stands in the query as ``$name`` and is one of ``entity`` (a name or an IRI), ``relation``, ``text``,
``integer``, ``date``. One marked ``?`` may be left out; it is then an ordinary variable, and ``BOUND($name)`` is false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, XSD, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from kg.errors import KgError, QueryError, UsageError
from kg.lookup import resolve_one
from kg.names import Names
from kg.store import GraphStore, GraphView
from kg.store.rdf import GEO, OA, nt
from kg.suggest import or_known

TYPES = ("entity", "relation", "text", "integer", "date")
PREFIXES = {
    "rdf": RDF, "rdfs": RDFS, "xsd": XSD, "owl": OWL, "skos": SKOS, "dct": DCTERMS, "prov": PROV, "oa": OA, "geo": GEO,
}  # fmt: skip
"""What every query may use without declaring it, beside ``kg:``."""

HERE = Path(__file__).parent
FOLDERS = (HERE / "query_library", HERE.parent / "queries")
"""Where the named queries lie: inside the installed package, or beside it in a checkout."""

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes. ``default`` is as a person would write it."""

    name: str
    type: str = "text"
    description: str = ""
    default: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its header says of it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: plain values, None where a variable has none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Plain, ...], ...]


@cache
def library() -> Mapping[str, NamedQuery]:
    """The named queries that come with kg, in the order of their names."""
    folder = next((folder for folder in FOLDERS if folder.is_dir()), None)
    files = sorted(folder.glob("*.rq")) if folder else []
    return {file.stem: read_query(file.stem, file.read_text(encoding="utf-8")) for file in files}


def named_query(name: str) -> NamedQuery:
    """The query of that name; UsageError where there is none."""
    try:
        return library()[name]
    except KeyError:
        raise UsageError(f"no query is called {name!r}", or_known(name, library())) from None


def read_query(name: str, text: str) -> NamedQuery:
    """A query from its text; a text without a header is one without parameters. QueryError on a bad header."""
    title, description, parameters = name, [], []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        words = line.lstrip("#").strip()
        if words.startswith("title:"):
            title = words.removeprefix("title:").strip()
        elif words.startswith("param:"):
            parameters.append(_parameter(name, words.removeprefix("param:").strip()))
        elif words:
            description.append(words)
    return NamedQuery(name, title, " ".join(description), tuple(parameters), text)


def run_query(view: GraphView, query: NamedQuery, values: Mapping[str, str] | None = None) -> Rows | Graph | bool:
    """Run a query with parameters as a person writes them: Rows of a SELECT, Graph of a CONSTRUCT, bool of an ASK.

    A parameter that the header does not tell of may carry its type in its name (``org:entity``).
    QueryError where the query or a value cannot be used, NotFoundError where an entity is not in the graph.
    """
    terms = _terms(view, query, values or {})
    return _run(view.store, bind(query.sparql, terms))


def says(sparql: str, keyword: str) -> bool:
    """Whether a query has a keyword outside of its strings, IRIs and comments."""
    plain = CODEPOINT.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), sparql)
    return re.search(rf"(?<![\w:?-]){keyword}(?![\w:-])", TOKENS.sub(" ", plain), re.IGNORECASE) is not None


def bind(sparql: str, terms: Mapping[str, str]) -> str:
    """The query with each ``$name`` of ``terms`` (a term in SPARQL's notation) in its place.

    Strings, IRIs and comments are left alone, and a term is one token, so no value can change what a query does.
    """
    unused = set(terms)

    def place(match: re.Match[str]) -> str:
        name = match["bound"] or match["name"]
        if name not in terms:
            return match[0]
        unused.discard(name)
        return "true" if match["bound"] else terms[name]

    text = TOKENS.sub(place, sparql)
    if unused:
        raise UsageError(f"the query has no parameter ${sorted(unused)[0]}", f"write ${sorted(unused)[0]} into it")
    return text


TOKENS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"' r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^\s<>\"{}|\\^`]*>" r"|\\." r"|\#[^\n]*"
    r"|\bBOUND\s*\(\s*\$(?P<bound>\w+)\s*\)" r"|\$(?P<name>\w+)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
"""Any character of a query may be written so (https://www.w3.org/TR/sparql11-query/#codepointEscape)."""


def _parameter(query: str, text: str) -> Parameter:
    match = re.fullmatch(
        r"(?P<name>\w+) (?P<type>\w+)(?P<optional>\?)?(?: = (?P<default>.*?))?(?: — (?P<description>.*))?", text
    )
    if not match or match["type"] not in TYPES:
        raise QueryError(
            f"{query}: the header's parameter cannot be read: {text}",
            f"write: # param: NAME TYPE[?] [= DEFAULT] [— what it is], TYPE one of {', '.join(TYPES)}",
        )
    return Parameter(
        match["name"], match["type"], match["description"] or "", match["default"], optional=bool(match["optional"])
    )


def _terms(view: GraphView, query: NamedQuery, values: Mapping[str, str]) -> dict[str, str]:
    known = {parameter.name: parameter for parameter in query.parameters}
    given = dict(_given(query, known, values))
    for parameter in query.parameters:
        if parameter.name not in given and parameter.default is not None:
            given[parameter.name] = (parameter, parameter.default)
        elif parameter.name not in given and not parameter.optional:
            raise UsageError(
                f"{query.name} needs {parameter.name}: {parameter.description or parameter.type}",
                f"add --param {parameter.name}=…",
            )
    return {name: _term(view, parameter, value) for name, (parameter, value) in given.items()}


def _given(
    query: NamedQuery, known: Mapping[str, Parameter], values: Mapping[str, str]
) -> Iterator[tuple[str, tuple[Parameter, str]]]:
    for key, value in values.items():
        name, _, type_name = key.partition(":")
        if type_name and type_name not in TYPES:
            raise UsageError(f"no parameter is of type {type_name!r}", or_known(type_name, TYPES))
        if known and name not in known:
            raise UsageError(f"{query.name} has no parameter {name!r}", or_known(name, known))
        if type_name or name not in known:
            yield name, (Parameter(name, type_name or _guess(value)), value)
        else:
            yield name, (known[name], value)


def _guess(value: str) -> str:
    if re.fullmatch(r"[a-z]+://\S+", value):
        return "entity"
    return "integer" if re.fullmatch(r"-?\d+", value) else "text"


def _term(view: GraphView, parameter: Parameter, value: str) -> str:
    """A value as SPARQL writes it. Dates are plain strings: the graph's dates are of several precisions."""
    if parameter.type == "entity":
        known = re.fullmatch(r"[a-z]+://[^\s<>\"{}|\\^`]+", value)
        return nt(URIRef(value if known else resolve_one(view, value).id))
    if parameter.type == "relation":
        if value not in view.vocabulary.relations:
            raise UsageError(f"no relation is called {value!r}", or_known(value, view.vocabulary.relations))
        return nt(URIRef(view.names.term(value)))
    if parameter.type == "integer":
        if not re.fullmatch(r"\d+", value):
            raise UsageError(f"{parameter.name} must be a whole number, not {value!r}", "write digits only")
        return str(int(value))
    if parameter.type == "date" and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise UsageError(f"{parameter.name} must be a date, not {value!r}", "write 2024, 2024-05 or 2024-05-09")
    return nt(RdfLiteral(value))


def known_prefixes(names: Names) -> dict[str, str]:
    """What every query may use without declaring it."""
    return {"kg": names.namespace, **{prefix: str(namespace) for prefix, namespace in PREFIXES.items()}}


def _run(store: GraphStore, sparql: str) -> Rows | Graph | bool:
    try:
        result = store.query(sparql, known_prefixes(store.names))
        if result.type == "ASK":
            return bool(result.askAnswer)
        if result.type == "CONSTRUCT":
            return _with_prefixes(result.graph or Graph(), store)
        columns = tuple(str(variable) for variable in result.vars or [])
        # The solutions are computed while they are read, so errors of evaluation show here.
        rows = [tuple(plain(solution.get(v)) for v in result.vars or []) for solution in result.bindings]
        return Rows(columns, tuple(rows))
    except (KgError, RuntimeError, OSError) as error:
        raise explained(sparql, str(error)) from error


def plain(node: Node | None) -> Plain:
    """An RDF term as a value: numbers and truth values as such, everything else (IRIs too) as text."""
    if isinstance(node, RdfLiteral):
        value = node.toPython()
        if isinstance(value, bool | int | float):
            return value
        return float(value) if node.datatype == XSD.decimal else str(node)
    return None if node is None else str(node)


def _with_prefixes(graph: Graph, store: GraphStore) -> Graph:
    for prefix, namespace in known_prefixes(store.names).items():
        graph.bind(prefix, namespace, override=True)
    return graph


def explained(sparql: str, problem: str) -> QueryError:
    """What a person can do with the engine's message: the place, and the line as it stands."""
    if re.search(r"^\s*(insert|delete|load|clear|drop|create|copy|move|add)\b", sparql, re.I | re.M):
        return QueryError("a query only reads: SELECT, ASK, CONSTRUCT or DESCRIBE", "kg build is what changes a store")
    place = re.search(r"error at (\d+):(\d+)", problem)
    if not place:
        return QueryError(problem.partition("\n")[0], "see the examples: kg query --list")
    if "Prefix not found" in problem:
        known = ", ".join(f"{prefix}:" for prefix in ("kg", *PREFIXES))
        reason, hint = "a prefix that is not declared", f"known without a declaration are {known}"
    else:
        reason, hint = "something that SPARQL does not allow here", "see the examples: kg query --list"
    line, column = int(place[1]), int(place[2])
    lines = sparql.splitlines() or [""]
    text = lines[line - 1].strip() if line <= len(lines) else "the end of the query"
    return QueryError(f"line {line}, column {column} of the query: {reason}: {text}", hint)
