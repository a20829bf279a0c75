"""The graph that the export tests write: hostile names, two articles that agree, every modality, values."""

from __future__ import annotations

import pytest

from kg.store import GraphStore, GraphView
from tests.graphs import End, Said, graph_of

LI: End = ("Person", "Li Wei")
HAN: End = ("Organization", 'Han "Soft" & <Partners>\tA\\B')
PSEB: End = ("Organization", "پاکستان سافٹ ویئر \u200f\u202eexport\u202c 🤝 Böard")
FORUM: End = ("Event", "Shenzhen\u2028Forum,\r\n=SUM(1)")
CHINA: End = ("Place", "China\x00\x07\x0b\ufffe")

ARTICLES = {
    "b c/ü&1.txt": [
        Said(HAN, "signedMoUWith", PSEB),
        Said(LI, "represents", HAN, confidence=0.7),
        Said(LI, "spokeAt", FORUM, modality="planned"),
        Said(FORUM, "heldIn", CHINA),
        Said(FORUM, "heldOn", "2014-12"),
        Said(FORUM, "agreementCount", 25),
        Said(HAN, "cooperatesWith", PSEB),
    ],
    "a.txt": [
        Said(PSEB, "signedMoUWith", HAN, confidence=0.95),
        Said(LI, "attended", FORUM, modality="negated"),
        Said(FORUM, "heldOn", "2014-12-27"),
        Said(FORUM, "heldOn", "2015", modality="hypothetical"),
        Said(HAN, "attended", FORUM, sentence='He said: "Han\nwas there"\u2029\x85 and left.'),
    ],
}
DESCRIBED = {CHINA: {"country": "CN", "latitude": 35.0, "longitude": 105.5, "links": ("https://sws.geonames.org/1/",)}}


def sample_store(*, backwards: bool = False) -> GraphStore:
    articles = dict(reversed(ARTICLES.items())) if backwards else ARTICLES
    return graph_of(articles, labels={LI: ["Mr. Li", "李伟"]}, described=DESCRIBED)


@pytest.fixture(scope="session")
def view() -> GraphView:
    return GraphView(sample_store())
