"""When, where and at which event agreements were signed, and which of several agreements that is told of."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

PACT = "agreement between Kenya and Peru"
MOU = "MoU between Delta Bank and Lima Exchange"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Kenya and Peru signed an agreement on fisheries in Lima on Monday.",
            {(PACT, "signedIn", "Lima"), (PACT, "signedOn", "2024-05-13")},
        ),
        (
            "Delta Bank and Lima Exchange signed an MoU on 3 March 2024 during the Andes Finance Forum in Cusco.",
            {(MOU, "signedOn", "2024-03-03"), (MOU, "signedAt", "Andes Finance Forum")},
        ),
        (
            "Delta Bank and Lima Exchange have signed an MoU on training. It was signed at a ceremony in Cusco "
            "yesterday.",
            {(MOU, "signedIn", "Cusco"), (MOU, "signedOn", "2024-05-14"), (MOU, "signedAt", "ceremony")},
        ),
        (
            "An agreement between Kenya and Peru was signed in Nairobi by Joe Phiri and Ana Rojas in 2019.",
            {(PACT, "signedIn", "Nairobi"), (PACT, "signedOn", "2019")},
        ),
    ],
)
def test_what_is_told_of_a_signing(extractor: StandardExtractor, text: str, facts: set[Said]) -> None:
    assert facts <= said(extractor, text)


def test_each_of_several_agreements_has_its_own_day_and_place(extractor: StandardExtractor) -> None:
    found = said(
        extractor,
        "Delta Bank and Lima Exchange signed an MoU in Cusco on Monday. Delta Bank and Suva Exchange signed one "
        "in Nadi on Tuesday.",
    )
    told = {fact for fact in found if fact[1] in ("signedIn", "signedOn")}
    assert told == {
        (MOU, "signedIn", "Cusco"),
        (MOU, "signedOn", "2024-05-13"),
        ("MoU between Delta Bank and Suva Exchange", "signedIn", "Nadi"),
        ("MoU between Delta Bank and Suva Exchange", "signedOn", "2024-05-14"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Peru will sign an agreement in Lima on Monday.",
        "Kenya and Peru did not sign the agreement in Lima on Monday.",
        "The agreement between Kenya and Peru will be reviewed in Lima on Monday.",
    ],
)
def test_what_was_not_signed_has_neither_day_nor_place(extractor: StandardExtractor, text: str) -> None:
    assert not {fact for fact in said(extractor, text) if fact[1] in ("signedIn", "signedOn", "signedAt")}


def test_a_visit_told_by_several_nouns_is_where_it_was_signed(extractor: StandardExtractor) -> None:
    found = said(
        extractor,
        "Kenyan President Joe Phiri paid an official visit to Peru. During his visit, Kenya and Peru signed a treaty "
        "on fisheries. The official visit ended on Friday.",
    )
    assert ("treaty between Kenya and Peru", "signedAt", "official visit") in found
