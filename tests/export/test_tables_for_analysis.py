"""Parquet and FollowTheMoney: the libraries that people read them with find what the store holds."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pytest

from kg.export import export, parquet, project
from kg.store import GraphView
from tests.export.conftest import FORUM, HAN, LI
from tests.graphs import End, Said, graph_of


def written(view: GraphView, name: str) -> bytes:
    stream = BytesIO()
    export(view, stream, name)
    return stream.getvalue()


def table(view: GraphView, name: str) -> list[dict[str, Any]]:
    reader = pytest.importorskip("pyarrow.parquet")
    rows: list[dict[str, Any]] = reader.read_table(BytesIO(written(view, name))).to_pylist()
    return rows


def test_parquet_has_the_nodes_and_edges(view: GraphView) -> None:
    projection = project(view)
    nodes = {row["iri"]: row for row in table(view, "parquet-nodes")}
    assert list(nodes) == [node.id for node in projection.nodes()]
    forum = nodes[view.names.entity(*FORUM)]
    assert (forum["label"], forum["agreementCount"], forum["heldOn"], forum["latitude"]) == (
        FORUM[1],
        25,
        "2014-12-27",
        None,
    )
    assert [(r["source"], r["relation"], r["target"], r["weight"]) for r in table(view, "parquet-edges")] == [
        (e.subject, e.predicate, e.object, e.weight) for e in projection.edges()
    ]


def test_parquet_has_every_statement_with_its_sentences(view: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    # More groups of rows than one, and the place of each is told in the end.
    monkeypatch.setattr(parquet, "ROWS", 3)
    rows = table(view, "parquet")
    assert {(r["statement"], r["article"], r["start"], r["end"], r["quote"]) for r in rows} == {
        (fact.id, e.article, e.start, e.end, e.quote) for fact in view.facts() for e in fact.evidence
    }
    assert len(rows) == sum(len(fact.evidence) for fact in view.facts())
    (row,) = [r for r in rows if r["predicate"] == "agreementCount"]
    assert (row["object"], row["value"], row["datatype"]) == (None, "25", "integer")


def entities(view: GraphView) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in written(view, "ftm").decode().splitlines()]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


MINISTRY: End = ("Organization", "Ministry of Trade")
FIRM: End = ("Organization", "Blue Lines Ltd.")
UNIT: End = ("Organization", "Trade Office")
KENYA: End = ("Place", "Kenya")
MOMBASA: End = ("Place", "Mombasa")
PLAN: End = ("Programme", "Blue Plan")
PACT: End = ("Agreement", "Trade Pact")


@pytest.fixture(scope="module")
def varied() -> GraphView:
    said = [
        Said(LI, "represents", FIRM),
        Said(UNIT, "partOf", MINISTRY),
        Said(KENYA, "signedMoUWith", MINISTRY),
        Said(MINISTRY, "locatedIn", MOMBASA),
        Said(FIRM, "promotes", PLAN),
        Said(PACT, "party", KENYA),
        Said(PACT, "signedOn", "2024-03"),
        Said(PACT, "subjectMatter", "shipping"),
        Said(LI, "attended", FORUM),
    ]
    described: dict[End, dict[str, object]] = {
        KENYA: {"country": "KE", "links": ("https://www.iso.org/obp/ui/#iso:code:3166:KE",)},
        MOMBASA: {"country": "KE", "latitude": -4.05, "longitude": 39.67},
        FIRM: {"links": ("http://www.wikidata.org/entity/Q1",)},
    }
    return GraphView(graph_of({"news/a b.txt": said}, described=described, labels={LI: ["Mr. Li"]}))


@pytest.mark.parametrize("graph", ["view", "varied"])
def test_followthemoney_takes_every_entity_as_it_stands(graph: str, request: pytest.FixtureRequest) -> None:
    model = pytest.importorskip("followthemoney").model
    view: GraphView = request.getfixturevalue(graph)
    found = entities(view)
    for entity in found.values():
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        kept = model.get_proxy(entity, cleaned=True)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, f"{entity['schema']} has no {name}"
            assert len(kept.get(name)) == len(set(values)), (name, values)
            if prop.range is not None:
                for other in values:
                    assert model.get(found[other]["schema"]).is_a(prop.range), (entity["schema"], name, other)
    projection = project(view)
    articles = len(view.sources())
    assert len(found) == len(list(projection.nodes())) + articles + len(list(projection.edges()))


def test_things_and_relations_have_the_schemata_that_fit(varied: GraphView) -> None:
    found = entities(varied)
    kinds = {e["properties"]["name"][0]: e["schema"] for e in found.values() if "name" in e["properties"]}
    assert kinds == {
        "Ministry of Trade": "PublicBody", "Blue Lines Ltd.": "Company", "Trade Office": "Organization",
        "Kenya": "PublicBody", "Mombasa": "Address", "Blue Plan": "Project", "Trade Pact": "Contract",
        "Li Wei": "Person", FORUM[1]: "Event",
    }  # fmt: skip
    relations = {e["properties"]["role"][0]: e for e in found.values() if "role" in e["properties"]}
    assert {role: e["schema"] for role, e in relations.items()} == {
        "represents": "Representation", "part of": "Membership", "promotes": "ProjectParticipant",
        "signed MoU with": "UnknownLink", "located in": "UnknownLink", "party": "UnknownLink",
        "attended": "UnknownLink",
    }  # fmt: skip
    told = relations["represents"]["properties"]
    assert told["summary"] == ["Li Wei represents Blue Lines Ltd.."]
    (article,) = [found[iri] for iri in told["proof"]]
    assert article["properties"]["fileName"] == ["news/a b.txt"]
    assert found["agreement.trade-pact"]["properties"]["contractDate"] == ["2024-03"]
    assert found["organization.blue-lines-ltd"]["properties"]["wikidataId"] == ["Q1"]


@pytest.mark.parametrize(
    ("office", "schema", "ends"),
    [
        ("managing director", "Directorship", ("director", "organization")),
        ("economist", "Employment", ("employee", "employer")),
    ],
)
def test_an_office_makes_a_directorship_or_an_employment(office: str, schema: str, ends: tuple[str, str]) -> None:
    store = graph_of({"a.txt": [Said(LI, "represents", HAN)]})
    view = GraphView(store)
    (fact,) = view.facts()
    node = view.names.reference("a.txt", f"{LI[0]}:{LI[1]}")
    graph, term = view.names.article("a.txt"), view.names.term
    line = (
        f'<{node}> <{term("hint")}> "office={office}" <{graph}> .\n<{fact.id}> <{term("frame")}> "office" <{graph}> .\n'
    )
    store.load(BytesIO(line.encode()))
    (relation,) = [e for e in entities(view).values() if "role" in e["properties"]]
    assert (relation["schema"], relation["properties"]["role"]) == (schema, [office])
    assert set(ends) <= set(relation["properties"])
