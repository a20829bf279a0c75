"""Named queries, and how values enter SPARQL."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal

from kg.errors import KgError, NotFoundError, QueryError, UsageError
from kg.names import Names
from kg.queries import NamedQuery, Rows, bind, library, named_query, read_query, run_query
from kg.store import GraphView, memory_store
from kg.store.rdf import nt
from tests.conftest import ARTICLES
from tests.graphs import Said, graph_of

VALUES = {"entity": "Huawei", "relation": "attended", "text": "forum", "integer": "3", "date": "2014"}


def rows(view: GraphView, name: str, /, **values: str) -> Rows:
    result = run_query(view, named_query(name), values)
    assert isinstance(result, Rows)
    return result


def column(view: GraphView, name: str, header: str, /, **values: str) -> list[object]:
    result = rows(view, name, **values)
    return [row[result.columns.index(header)] for row in result.rows]


def test_there_are_enough_and_each_tells_what_it_answers() -> None:
    assert len(library()) >= 12
    for query in library().values():
        assert query.title != query.name
        assert query.description.endswith("."), query.name
        assert all(parameter.description for parameter in query.parameters), query.name


@pytest.mark.parametrize("query", library().values(), ids=lambda query: query.name)
def test_each_runs_with_and_without_its_optional_parameters(query: NamedQuery, saved_view: GraphView) -> None:
    needed = {p.name: VALUES[p.type] for p in query.parameters if not p.optional and p.default is None}
    everything = {p.name: VALUES[p.type] for p in query.parameters}
    for values in (needed, everything):
        assert isinstance(run_query(saved_view, query, values), Rows)


@pytest.mark.parametrize("query", library().values(), ids=lambda query: query.name)
def test_each_runs_under_another_namespace(query: NamedQuery) -> None:
    names = Names(namespace="https://other.example/v#", base="https://other.example/id/")
    view = GraphView(graph_of(ARTICLES, store=memory_store(names)))
    values = {p.name: VALUES[p.type] for p in query.parameters if not p.optional and p.default is None}
    result = run_query(view, query, values)
    assert isinstance(result, Rows)
    here = GraphView(graph_of(ARTICLES))
    assert result == run_query(here, query, values)


def test_the_queries_answer_what_they_say(saved_view: GraphView) -> None:
    assert set(column(saved_view, "mou-partners", "partner", of="Huawei")) == {"Pakistan Software Export Board"}
    assert set(column(saved_view, "mou-partners", "article", of="PSEB")) == {"forum.txt", "huawei.txt"}
    assert column(saved_view, "events-in", "date", place="China") == ["2014-12-15"]
    assert column(saved_view, "speakers", "represents") == ["Pakistan"]
    assert column(saved_view, "who-represented-whom", "person", at="forum") == ["Babar Amin"]
    assert column(saved_view, "people-of", "person", of="Huawei") == ["Yi Xiang"]
    assert column(saved_view, "co-organisers", "organisers") == [2]
    assert column(saved_view, "organisations-by-agreements", "partners") == [1, 1]
    assert column(saved_view, "who-met-whom", "other", of="Yi Xiang") == ["Babar Amin"]
    assert column(saved_view, "visits", "visitor") == []
    assert column(saved_view, "planned", "modality") == ["planned"]
    assert column(saved_view, "most-cited-facts", "articles", limit="1") == [2]
    assert column(saved_view, "timeline", "what", since="2014-12", until="2014") == [
        "Pakistan-China Software and IT Forum"
    ]
    assert column(saved_view, "timeline", "what", since="2015") == []
    assert column(saved_view, "timeline", "what", of="Huawei") == []
    assert set(column(saved_view, "bridges", "bridge", one="Pakistan", other="China")) == {
        "Babar Amin",
        "Huawei",
        "Yi Xiang",
    }
    assert column(saved_view, "agreements-between", "relation", one="Huawei", other="PSEB") == ["signedMoUWith"] * 2
    assert len(rows(saved_view, "statements-of-article", name="FORUM").rows) == len(ARTICLES["forum.txt"])


def test_most_cited_facts_are_in_order_before_they_are_cut() -> None:
    port, fair, pact = ("Organization", "Port"), ("Event", "Fair"), ("Organization", "Pact")
    told = Said(port, "organized", fair)
    view = GraphView(
        graph_of(
            {
                "b.txt": [told, Said(port, "organized", ("Event", "Expo"))],
                "a.txt": [told, Said(fair, "heldOn", "2024-02-01"), Said(pact, "organized", fair, modality="planned")],
            }
        )
    )
    first = ("Port", "organized", "Fair", 2, 2, "a.txt: Port organized Fair.")
    assert rows(view, "most-cited-facts", limit="2").rows == (
        first,
        ("Fair", "heldOn", "2024-02-01", 1, 1, "a.txt: Fair heldOn 2024-02-01."),
    )
    assert rows(view, "most-cited-facts", of="organized").rows == (
        first,
        ("Port", "organized", "Expo", 1, 1, "b.txt: Port organized Expo."),
    )


def test_agreements_come_with_the_articles_that_name_them() -> None:
    pact, port = ("Agreement", "Harbour Pact"), ("Organization", "Port")
    said = [Said(pact, "party", port), Said(pact, "signedOn", "2024-02-01")]
    other = Said(("Agreement", "Other Pact"), "party", ("Organization", "Mill"))
    view = GraphView(graph_of({"a.txt": said, "b.txt": said[:1], "c.txt": [other]}))
    ((agreement, parties, *_, articles),) = rows(view, "agreements", of="Port").rows
    assert (agreement, parties) == ("Harbour Pact", "Port")
    assert sorted(str(articles).split(" · ")) == ["a.txt", "b.txt"]
    assert column(view, "agreements", "articles")[1] == "c.txt"


@pytest.mark.parametrize(
    ("name", "values", "kind", "message", "hint"),
    [
        ("mou-partner", {}, UsageError, "no query is called 'mou-partner'", "did you mean mou-partners"),
        ("mou-partners", {"off": "Huawei"}, UsageError, "no parameter 'off'", "of"),
        ("mou-partners", {"of": "Huawwwei Zzz"}, NotFoundError, "nothing in the graph is called", ""),
        ("people-of", {}, UsageError, "people-of needs of: the organisation or country", "--param of="),
        ("most-cited-facts", {"of": "atended"}, UsageError, "no relation is called 'atended'", "did you mean attended"),
        ("most-cited-facts", {"limit": "many"}, UsageError, "limit must be a whole number", "digits"),
        ("timeline", {"since": "last year"}, UsageError, "since must be a date", "2024-05"),
    ],
)
def test_wrong_names_and_values(
    name: str, values: dict[str, str], kind: type[KgError], message: str, hint: str, saved_view: GraphView
) -> None:
    with pytest.raises(kind) as error:
        run_query(saved_view, named_query(name), values)
    assert message in error.value.message
    assert hint in str(error.value.hint)


def test_a_query_of_ones_own(saved_view: GraphView) -> None:
    own = read_query("own", "SELECT ?who { ?who kg:attended ?what . ?what kg:heldIn $place } ORDER BY ?who LIMIT $n")
    result = run_query(saved_view, own, {"place:entity": "Shenzhen", "n": "1"})
    assert isinstance(result, Rows)
    assert len(result.rows) == 1
    assert run_query(saved_view, read_query("own", "ASK { ?s kg:attended ?o }")) is True
    graph = run_query(saved_view, read_query("own", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . ?s kg:heldIn ?o }"))
    assert isinstance(graph, Graph)
    assert len(graph) == 1
    typed = run_query(saved_view, read_query("own", "SELECT (1.5 AS ?a) (true AS ?b) (3 AS ?c) ('x' AS ?d) ?e {}"))
    assert typed == Rows(("a", "b", "c", "d", "e"), ((1.5, True, 3, "x", None),))


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?o {\n ?o a kg:Event\n OOPS }", "line 3, column"),
        ("SELECT ?o { ?o a unknown:Event }", "prefix that is not declared"),
        ("SELECT", "line 1"),
        ("", "line 1"),
        ("DELETE WHERE { ?s ?p ?o }", "a query only reads"),
        ("PREFIX a: <http://a/>\nINSERT DATA { a:a a:b a:c }", "a query only reads"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }", ""),
    ],
)
def test_what_cannot_be_run_says_where(sparql: str, message: str, saved_view: GraphView) -> None:
    with pytest.raises(QueryError) as error:
        run_query(saved_view, read_query("own", sparql))
    assert message in error.value.message
    assert "\n" not in error.value.message


def test_values_go_into_code_only() -> None:
    query = """# $a in a comment
    SELECT ?x { ?x ?p $a ; <http://x/$a> "$a" , '$a' , \'\'\'$a 'quoted' $a\'\'\' .
      FILTER (BOUND($a) || ?x < $a && !BOUND($b)) }"""
    bound = bind(query, {"a": "<http://v/>"})
    assert bound.count("<http://v/>") == 2
    assert "|| ?x < <http://v/>" in bound
    assert "FILTER (true ||" in bound
    assert "BOUND($b)" in bound
    with pytest.raises(UsageError, match=r"no parameter \$c"):
        bind(query, {"c": "1"})


@given(st.text())
def test_no_text_can_leave_its_string(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    store = memory_store()
    result = store.query(bind("SELECT ($v AS ?x) {}", {"v": nt(Literal(text))}))
    assert [str(value) for row in result.bindings for value in row.values()] == [text]


@pytest.mark.parametrize("header", ["# param: x", "# param: x thing", "# param: a b entity"])
def test_a_bad_header_is_told(header: str) -> None:
    with pytest.raises(QueryError, match="header"):
        read_query("bad", header + "\nASK {}")
