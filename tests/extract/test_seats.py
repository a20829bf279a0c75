"""Where the row of words says that bodies and places are."""

from __future__ import annotations

import pytest

from kg.model import Extractor
from tests.extract.reading import ends, said

DORA, LIMA, ACME = "Dora State University", "Lima", "Acme Bank"
SEATS: dict[str, set[tuple[str, str]]] = {
    "Dora State University, Nigeria, sent a team.": {(DORA, "Nigeria")},
    "They praised Dora State University (Sweden).": {(DORA, "Sweden")},
    "They praised Dora State University (DSU), of Costa Rica.": {(DORA, "Costa Rica")},
    "Partners are: Dora State University - Poland; Kolo University – Serbia.": {
        (DORA, "Poland"),
        ("Kolo University", "Serbia"),
    },
    "They visited Dora State University (DSU) in Kitwe and the Mesa Training Centre (MTC) in Ndola.": {
        (DORA, "Kitwe"),
        ("Mesa Training Centre", "Ndola"),
    },
    "They rested at the Dora Training Centre in Umbuzi.": {("Dora Training Centre", "Umbuzi")},
    "Three Chilean companies came: Acme Bank, Cole Systems and Mesa Holdings.": {
        (ACME, "Chile"),
        ("Cole Systems", "Chile"),
        ("Mesa Holdings", "Chile"),
    },
    "Firms from Kenya, including Acme Bank and Mesa Airlines, took part.": {
        (ACME, "Kenya"),
        ("Mesa Airlines", "Kenya"),
    },
    "Acme Bank and Zenith Insurance, both of Mongolia, took part.": {
        (ACME, "Mongolia"),
        ("Zenith Insurance", "Mongolia"),
    },
    "Acme Bank, a lender of Chad, took part.": {(ACME, "Chad")},
    "Acme Bank, a Chilean lender, took part.": {(ACME, "Chile")},
    "Acme Bank is Angola's oldest bank.": {(ACME, "Angola")},
    "They praised Peru's largest business association, the Andes Chamber of Commerce.": {
        ("Andes Chamber of Commerce", "Peru")
    },
    "They praised the Mesa Water Authority of Fiji.": {("Mesa Water Authority of Fiji", "Fiji")},
    "They signed a contract with Dora State University from China to foster trade.": {(DORA, "China")},
    "It opened in Lima, Peru.": {(LIMA, "Peru")},
    "It opened in Kumasi, a city in the Ashanti Region, in May.": {("Kumasi", "Ashanti Region")},
    "It opened in Guayaquil, in the province of Guayas.": {("Guayaquil", "Guayas")},
    "The inauguration of the Honorary Consulate of Chad in Lima was held in May.": {
        ("Honorary Consulate of Chad", LIMA)
    },
    "Dora State University, in Lima, signed it.": {(DORA, LIMA)},
    "They came to Vlora, a port town in southern Albania.": {("Vlora", "Albania")},
    "They praised Dora State University, a school based in Lima, and Acme Bank.": {(DORA, LIMA)},
    "Dora State University and Acme Bank, a lender based in Lima, met.": {(ACME, LIMA)},
    "Acme Bank, a lender based in Lima, and Dora State University met.": {(ACME, LIMA)},
    "They left Angola's capital city of Luanda.": {("Luanda", "Angola")},
    "They came to Apia, the capital of Samoa.": {("Apia", "Samoa")},
    "They praised the Kazakh Embassy in London.": {("Kazakh Embassy", "London")},
    "They praised Japan, the European Union, China and Peru.": set(),
    "Ana Rojas flew to Lima to see Acme Bank and Dora State University.": {(ACME, LIMA), (DORA, LIMA)},
    "Ana Rojas visited Acme Bank before she flew to Lima.": set(),
    "Ana Rojas visited Lima and Acme Bank.": set(),
    "They met Acme Bank in Lima.": set(),
    "The partnership between UNESCO, Kenya and Uganda was praised.": set(),
    "The summit of the Lake Union in Kisumu ended.": set(),
    "Kenya's Maji system was praised.": set(),
    "He bought shares in Zelnik Steel.": set(),
    "Mesa Water Authority, Dutch firm Waterloop B.V. sign a contract.": {("Waterloop B.V.", "Netherlands")},
}


@pytest.mark.parametrize("text", SEATS)
def test_where_bodies_and_places_are(text: str, extractor: Extractor) -> None:
    assert ends(said(extractor, text), "locatedIn") == SEATS[text]
