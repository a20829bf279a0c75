"""One sentence for each error that extraction made once about who was at an event."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ROW = (
    "A round table was held in Lima. Rector of the Durban College Joe Phiri, a known writer in Peru, chairman of the "
    "Lake Foundation Luis Vega, head of the export department Ruth Kilonzo and others took the floor."
)
ROWS: list[tuple[str, Said]] = [
    (ROW, ("Joe Phiri", "spokeAt", "round table")),
    (ROW, ("Luis Vega", "spokeAt", "round table")),
    (
        "A delegation of the college consisting of rector Joe Phiri, vice rector for studies Luis Vega, dean of the "
        "law faculty Ruth Kilonzo and head of the department of trade Ana Rojas took part in negotiations on trade.",
        ("Ruth Kilonzo", "attended", "negotiations on trade"),
    ),
    (
        "Chadian President, Joe Phiri and his visiting Peruvian counterpart, President Luis Vega on Monday at the "
        "State House, Lima led their delegations in bilateral talks.",
        ("Luis Vega", "attended", "talks between Joe Phiri and Luis Vega"),
    ),
    (
        "The two presidents, Joe Phiri and Luis Vega, attended the signing ceremony.",
        ("Luis Vega", "attended", "signing ceremony"),
    ),
]
LISTED: list[tuple[str, Said]] = [
    (
        "Minister Joe Phiri met virtually with the heads of mission. Among those attending were Ambassador Ana Rojas, "
        "Lima; Luis Vega, Consul General, Toronto; and Ambassador Ruth Kilonzo, Brussels.",
        ("Luis Vega", "attended", "meeting between Joe Phiri and Ana Rojas"),
    ),
    (
        "Acme Bank held a reception. Guests of honour of the evening included the head of the Lake Party, Joe Phiri; "
        "the rower Luis Vega; Chairman of the Lake Foundation Ana Rojas.",
        ("Luis Vega", "attended", "reception"),
    ),
    (
        "Minister Joe Phiri discussed with Peru's Minister of Sport Luis Vega ways of doing more together. The meeting "
        "was attended by Ana Rojas.",
        ("Luis Vega", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
    (
        "Minister Joe Phiri met with Minister Luis Vega. Ambassador Ana Rojas also attended.",
        ("Ana Rojas", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
    ("The Minister of Trade of Chad, HE Okello Bonza, left.", ("Okello Bonza", "represents", "Chad")),
]
FORUM = "A forum was held in Lima. "
GROUPED: list[tuple[str, Said]] = [
    (
        FORUM + "The delegation was made up of officials from the Department of Revenue, the Food Authority and the "
        "Ministry of Health.",
        ("Food Authority", "attended", "forum"),
    ),
    (
        FORUM + "Officials from Acme Bank, Zenith Insurance and Tata Steel formed the delegation.",
        ("Tata Steel", "attended", "forum"),
    ),
    (
        "The third round of trade talks was held in Lima. The delegation comprised Luis Vega and Ana Rojas.",
        ("Ana Rojas", "attended", "third round of trade talks"),
    ),
    ("The forum was attended by the presidents of Kenya, Uganda and Rwanda.", ("Uganda", "attended", "forum")),
    (
        "Minister Joe Phiri attended the dinner along with members of the diplomatic corps, Peruvian Minister of Trade "
        "Luis Vega and Consul Ana Rojas.",
        ("Luis Vega", "attended", "dinner"),
    ),
    (
        "Joe Phiri and Luis Vega witnessed the exchange of seven documents.",
        ("Luis Vega", "attended", "exchange of seven documents"),
    ),
    ("Joe Phiri and Luis Vega were witnesses to the signing.", ("Joe Phiri", "attended", "signing")),
    (
        "Minister Joe Phiri held talks with Minister Luis Vega. Also present were Ana Rojas and Ruth Kilonzo.",
        ("Ruth Kilonzo", "attended", "talks between Joe Phiri and Luis Vega"),
    ),
    ("Ana Rojas handed over the keys to Joe Phiri at a ceremony.", ("Joe Phiri", "attended", "ceremony")),
    (
        "The National Television and Radio Company attended the forum.",
        ("National Television and Radio Company", "attended", "forum"),
    ),
]
GUESTS: list[tuple[str, Said]] = [
    (
        "Acme Bank hosted a reception. Chief guest of the event, Minister Joe Phiri, thanked the hosts.",
        ("Joe Phiri", "attended", "reception"),
    ),
    ("The forum was formally declared open by Joe Phiri.", ("Joe Phiri", "attended", "forum")),
    (
        "To mark the National Day of Peru, Acme Bank hosted a dinner. In his welcome remarks, Joe Phiri praised Lima.",
        ("Joe Phiri", "spokeAt", "dinner"),
    ),
    (
        "The delegation that comprises Ana Rojas and Ruth Kilonzo met and held talks with Luis Vega.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    ("Joe Phiri met Luis Vega, President of South Africa.", ("Luis Vega", "represents", "South Africa")),
]
FOUND = ROWS + LISTED + GROUPED + GUESTS
NEVER: list[tuple[str, Said]] = [
    (
        "The delegation that comprises Ana Rojas and Ruth Kilonzo met and held talks with Luis Vega.",
        ("Ana Rojas", "metWith", "Ruth Kilonzo"),
    ),
    (
        "Joe Phiri is visiting Chad. He met Luis Vega at a meeting. The delegation is made up of Ana Rojas.",
        ("Ana Rojas", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
    (
        "On behalf of President Joe Phiri, Luis Vega and Ana Rojas attended the forum.",
        ("Joe Phiri", "attended", "forum"),
    ),
    ("After talks with Joe Phiri, Luis Vega and Ana Rojas attended a dinner.", ("Joe Phiri", "attended", "dinner")),
    ("Welcomed by young Motu Ragoda dancers, Joe Phiri attended a dinner.", ("Motu Ragoda", "attended", "dinner")),
    (
        "Joe Phiri met Luis Vega in Lima. Among those who received Luis Vega at the airport were also Ana Rojas and "
        "Ruth Kilonzo.",
        ("Ana Rojas", "attended", "meeting between Joe Phiri and Luis Vega"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[f"{fact[0]} {text[-30:]}" for text, fact in FOUND])
def test_who_was_there_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_who_was_not_there_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
