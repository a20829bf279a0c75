"""What agreements are said to be about."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from kg.model import Literal
from tests.extract.reading import article


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Acme Bank and Delta Bank signed an MoU on cooperation in fisheries.", {"cooperation in fisheries"}),
        ("Acme Bank signed an MoU with Delta Bank on digital payments and trade.", {"digital payments and trade"}),
        ("Peru and Chad signed an agreement on the exchange of students in Lima.", {"exchange of students"}),
        ("An MoU in the field of health was signed between Peru and Chad on the sidelines of the forum.", {"health"}),
        ("Peru and Chad signed a visa waiver agreement on Monday.", {"visa waiver"}),
        ("Peru and Chad signed a Memorandum of Understanding on Tourism for five years.", {"Tourism"}),
        ("Acme Bank signed an MoU with Delta Bank to promote trade in textiles.", {"trade in textiles"}),
        ("Acme Bank signed an MoU with Delta Bank for the supply of gas turbines to Peru.", {"supply of gas turbines"}),
        ("The MoU on livestock was signed by Peru and Chad in Lima on Monday.", {"livestock"}),
        ("Peru and Chad signed a cooperation agreement on Monday to strengthen bilateral relations.", set()),
        ("Peru and Chad signed an agreement on the sidelines of the forum.", set()),
        ("Peru and Chad signed an agreement on 24 October 2023 in Lima.", set()),
    ],
)  # fmt: skip
def test_an_agreement_is_about_what_its_sentence_says(
    extractor: StandardExtractor, text: str, topics: set[str]
) -> None:
    said = (s.object for s in extractor.extract(article(text)).statements if s.predicate == "subjectMatter")
    assert {end.value for end in said if isinstance(end, Literal)} == topics
