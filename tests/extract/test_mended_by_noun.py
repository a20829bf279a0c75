"""One text for each error that reading people once made whose body is told by a noun for it alone, by what it is
called, by the town that the news comes from, or not at all."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FOUND: list[tuple[str, Said]] = [
    (
        "Delta Institute will pay. So institute president Ana Rojas left.",
        ("Ana Rojas", "represents", "Delta Institute"),
    ),
    (
        "Banca Lariana is an Italian lender. The Italian bank Banca Lariana and the Kwanza Fund met. The bank's deputy "
        "chairman, Luis Vega, left.",
        ("Luis Vega", "represents", "Banca Lariana"),
    ),
    (
        "Dala Temir AG has a subsidiary, Dala Chad Ltd, in Lima. The subsidiary's general manager, Ana Rojas, said so.",
        ("Ana Rojas", "represents", "Dala Chad Ltd"),
    ),
    (
        "The Kwanza Climate Fund lent it. The fund's Asia head, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Kwanza Climate Fund"),
    ),
    (
        "Helvion Robotics and the Delta Institute met. Helvion Robotics will pay. CEO Ana Rojas said so.",
        ("Ana Rojas", "represents", "Helvion Robotics"),
    ),
    (
        "The Chadian Ministry of Education paid. The Minister, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Chadian Ministry of Education"),
    ),
    (
        "It was found with the Ministry of Health. Health Minister Ana Rojas left.",
        ("Ana Rojas", "represents", "Ministry of Health"),
    ),
    ("Speaker of Parliament Hrant Vega left.", ("Hrant Vega", "represents", "Parliament")),
    ("Antofagasta: Regional Governor Ana Rojas left.", ("Ana Rojas", "represents", "Antofagasta")),
    (
        "While the Senegalese side was represented by Minister of Trade Ana Rojas, Chad was silent.",
        ("Ana Rojas", "represents", "Senegal"),
    ),
    (
        "The Chadian team was led by Luis Vega, and the Peruvian by Director General Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "The Indonesian Ambassador to Egypt, Luis Vega, left. Trade attache Ana Rojas spoke.",
        ("Ana Rojas", "represents", "Indonesia"),
    ),
    (
        "Foreign Minister of Morocco Luis Vega came. Accompanying Luis Vega were Ambassador Ana Rojas and aides.",
        ("Ana Rojas", "represents", "Morocco"),
    ),
    (
        "The Kenyan health ministry left. Ana Rojas of the Kenyan health ministry spoke.",
        ("Ana Rojas", "represents", "Kenyan health ministry"),
    ),
    ("It was told by the German embassy's Ana Rojas.", ("Ana Rojas", "represents", "German embassy")),
    (
        "Hanbit Works, the building arm of Kwanza Bank, has won it. Its CEO Ana Rojas met them.",
        ("Ana Rojas", "represents", "Hanbit Works"),
    ),
    (
        "Delta Institute and Kwanza Bank met. Delta Institute is old. Its Chinese director, Ana Rojas, left.",
        ("Ana Rojas", "represents", "Delta Institute"),
    ),
    (
        "CEO of the Kwanza Fund Luis Vega met the Delta Council. Deputy CEO Ana Rojas left.",
        ("Ana Rojas", "represents", "Kwanza Fund"),
    ),
    ("The head of UNESCO's Lima office, Ana Rojas, left.", ("Ana Rojas", "represents", "UNESCO")),
    ("They saw Delta College. Principal Ana Rojas left.", ("Ana Rojas", "represents", "Delta College")),
    (
        "Lima: Peru is glad. It was attended by the ministry's secretary general, Ana Rojas. Peru is big.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    ("Kwanza Bank founder Ana Rojas left.", ("Ana Rojas", "established", "Kwanza Bank")),
    ("UNDP launched the Skills for Return programme.", ("UNDP", "established", "Skills for Return programme")),
    (
        "Kwanza Bank and Delta Group set up a joint venture called Balcor Energy.",
        ("Kwanza Bank", "established", "Balcor Energy"),
    ),
    (
        "Dala Biomed AG today announced the opening of its subsidiary Dala Hellas Ltd.",
        ("Dala Biomed AG", "established", "Dala Hellas Ltd."),
    ),
    ("AgroSense is part of the Negev Ventures group.", ("AgroSense", "partOf", "Negev Ventures")),
    ("Dala Temir Ltd, a sister concern of Kwanza Bank, paid.", ("Dala Temir Ltd", "partOf", "Kwanza Bank")),
    ("Delta Institute joined the Crop Alliance on Friday.", ("Delta Institute", "partOf", "Crop Alliance")),
    ("Kwanza Bank subsidiary Dala Temir Ltd has opened an office.", ("Dala Temir Ltd", "partOf", "Kwanza Bank")),
]

NOT_FOUND: list[tuple[str, Said]] = [
    (
        "The Dala Development Bank lent it. Later foundation director Ana Rojas left.",
        ("Ana Rojas", "represents", "Dala Development Bank"),
    ),
    (
        "Jamaica has signed it with Chad. Trade Minister Luis Vega signed on behalf of Jamaica while Minister of Art "
        "Ana Rojas signed for Chad.",
        ("Ana Rojas", "represents", "Jamaica"),
    ),
    (
        "Astana: Kazakhstan is glad. President Ana Rojas of Chad came. President Luis Vega began a state visit.",
        ("Luis Vega", "represents", "Kazakhstan"),
    ),
    (
        "State company Litio Andino and Russia's Uran Group, part of the Rosen Corporation, formed a joint venture.",
        ("Litio Andino", "partOf", "Rosen Corporation"),
    ),
    ("Lima: Peru is glad. President Luis Vega began a state visit.", ("Luis Vega", "represents", "Peru")),
]


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[:60] for text, _ in FOUND])
def test_a_noun_for_a_body_tells_whom_people_represent(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_FOUND, ids=[text[:60] for text, _ in NOT_FOUND])
def test_another_body_or_country_is_not_told(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
