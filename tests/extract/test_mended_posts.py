"""One text for each way of naming somebody's post in one breath with whose it is that was not read once: bodies of
places, rows of officers, quoted names, lines of lists."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    (
        "Vice chairman of the Guizhou provincial People's Committee Tran Van Duc left.",
        ("Tran Van Duc", "represents", "People's Committee"),
    ),
    ("The Secretary of the Party Committee Vo Xuan Phuc left.", ("Vo Xuan Phuc", "represents", "Party Committee")),
    (
        "Delta University Director, Ambassador Dr. Luis Vega, left.",
        ("Luis Vega", "represents", "Delta University"),
    ),
    ("They met Rear Admiral Luis Vega, Chief of the Peruvian Navy.", ("Luis Vega", "represents", "Peruvian Navy")),
    (
        "Rear Admiral Luis Vega, Chief of Royal Kwanza Navy called on him.",
        ("Luis Vega", "represents", "Royal Kwanza Navy"),
    ),
    (
        "The Director, Institute of Law at Delta University, Luis Vega left.",
        ("Luis Vega", "represents", "Institute of Law"),
    ),
    (
        "Ana Rojas, Peru's cabinet secretary, Ministry of Trade, left.",
        ("Ana Rojas", "represents", "Ministry of Trade"),
    ),
    ("Peru's Consul General in southern Chad Ana Rojas left.", ("Ana Rojas", "represents", "Peru")),
    ("The Consul General of Peru to Da Nang city Ana Rojas left.", ("Ana Rojas", "represents", "Peru")),
    ("UAE state minister for foreign affairs Omar Nasser left.", ("Omar Nasser", "represents", "United Arab Emirates")),
    ("Ana Rojas, the ZTU president and former director of Acme Bank, left.", ("Ana Rojas", "represents", "ZTU")),
    ("They hailed Ana Rojas on her appointment as Ambassador of Peru.", ("Ana Rojas", "represents", "Peru")),
    ("Rector of Delta University “Altyn” Ana Rojas left.", ("Ana Rojas", "represents", 'Delta University "Altyn"')),
    ('The head of JSC "Dala Nur" Ana Rojas left.', ("Ana Rojas", "represents", "Dala Nur")),
    ("Ana Rojas and Luis Vega from the Kwanza Fund left.", ("Ana Rojas", "represents", "Kwanza Fund")),
    (
        "The Omani Foreign Minister Ali Said and Chad's Omar Nasser left.",
        ("Omar Nasser", "represents", "Chad"),
    ),
    ("It was signed by Ana Rojas and Luis Vega on behalf of Peru and Chad.", ("Ana Rojas", "represents", "Peru")),
    ("Igor Petrov, of the Riga Port Authority, left.", ("Igor Petrov", "represents", "Riga Port Authority")),
    ("Prof. Ana Rojas, Faculty of Law, Delta University, Peru", ("Ana Rojas", "represents", "Faculty of Law")),
    ("Mayor Park Min-jun of Lima met Luis Vega.", ("Park Min-jun", "represents", "Lima")),
    ("Ana Rojas, Luis Vega and Joe Phiri, board members of Acme Bank, left.", ("Luis Vega", "represents", "Acme Bank")),
    (
        "Ana Rojas, AVSM, NM, Flag Officer, Kwanza Naval Command, left.",
        ("Ana Rojas", "represents", "Kwanza Naval Command"),
    ),
    ("ZTU Dean Nora Clar left.", ("Nora Clar", "represents", "ZTU")),
    (
        "Luis Vega, chief advisor to the chairperson of the Lima Trade Agency, left.",
        ("Luis Vega", "represents", "Lima Trade Agency"),
    ),
    ("They met the outgoing Peruvian ambassador Ana Rojas.", ("Ana Rojas", "represents", "Peru")),
    ("Its Managing director of Acme Bank, Ana Rojas, left.", ("Ana Rojas", "represents", "Acme Bank")),
    ("Ana Rojas, Permanent Representative of Peru to FAO, left.", ("Ana Rojas", "represents", "Peru")),
    (
        "The Head of Eastern Europe and Africa at Acme Bank, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Acme Bank"),
    ),
    ("Ana Rojas, President, Kwanza Academy signed it.", ("Ana Rojas", "represents", "Kwanza Academy")),
    (
        "Peru's ambassador to the Kwanza Fund and the Delta Bank, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Sembra Foods, with offices in Dallas, Texas, was represented by its president, Ana Rojas.",
        ("Ana Rojas", "represents", "Sembra Foods"),
    ),
    (
        "The president of Peru and Peru's Luis Vega left. The new Peruvian Ambassador to Chad is glad. Ambassador Ana "
        "Rojas left.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Chad and Peru met. President Ana Rojas and her Peruvian counterpart Luis Vega, who visited Chad, left.",
        ("Ana Rojas", "represents", "Chad"),
    ),
    ("Chad and Peru met. Trade Minister Luis Vega led his Peruvian colleagues.", ("Luis Vega", "represents", "Peru")),
]
FOUND += [
    ("The Lima Trade Agency's (LTA) President Ana Rojas left.", ("Ana Rojas", "represents", "Lima Trade Agency")),
    ("Lagos State Governor Joe Phiri left.", ("Joe Phiri", "represents", "Lagos State")),
    (
        "Ana Rojas, Minister Delegate at the Ministry of Higher Education, left.",
        ("Ana Rojas", "represents", "Ministry of Higher Education"),
    ),
    (
        "The General Manager of Delta Free Trade Zone, Mr Joe Phiri, left.",
        ("Joe Phiri", "represents", "Delta Free Trade Zone"),
    ),
    (
        "Joe Phiri, Director General of the Department for Central and West Asia of the Asian Development Bank, left.",
        ("Joe Phiri", "represents", "Department for Central and West Asia of the Asian Development Bank"),
    ),
]
UNSAID: list[tuple[str, Said]] = [
    ("Ana Rojas has served as an ambassador to the Kingdom of Cambodia.", ("Ana Rojas", "represents", "Cambodia")),
    ("Ana Rojas held a meeting with the Director of Acme Bank.", ("Ana Rojas", "represents", "Acme Bank")),
    (
        "The secretary of the ministry Lomar Hosan Mia and secretary Abul Kalam left.",
        ("Abul Kalam", "represents", "Lomar Hosan Mia"),
    ),
    (
        "Ana Rojas, President, Acme Bank and Chairman, Dala Temir left.",
        ("Dala Temir", "represents", "Acme Bank"),
    ),
    (
        "It was hosted by Ana Rojas, the Foreign Minister of Peru at Lakeside Hotel.",
        ("Ana Rojas", "represents", "Lakeside Hotel"),
    ),
    (
        "They went to Brazil. The Minister of Trade, Ana Rojas, and the Minister of Trade of Brazil, Luis Vega, left.",
        ("Ana Rojas", "represents", "Brazil"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_a_post_tells_whom_its_holder_represents(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), UNSAID, ids=[text[:40] for text, _ in UNSAID])
def test_what_only_looks_like_a_post_tells_nothing(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
