"""One sentence for each error that extraction made once in news of visits and talks: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Speaking during last week's visit to Lima, Minister of Trade of Chad Amina Kilonzo said that trade grew.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    (
        "On a visit to Kwanza College, Ambassador of Peru Ana Rojas praised the laboratory.",
        ("Ana Rojas", "visited", "Kwanza College"),
    ),
    (
        "Mayor Jean Mugabo met Minister of Trade of Chad Amina Kilonzo, on an official visit to Peru, in Lima.",
        ("Amina Kilonzo", "visited", "Peru"),
    ),
    (
        "A visit by officials from Kwanza Bank to Moana University focused on payments.",
        ("Kwanza Bank", "visited", "Moana University"),
    ),
    (
        "The guests from Kwanza Bank were taken on a tour of Moana University.",
        ("Kwanza Bank", "visited", "Moana University"),
    ),
    (
        "Foreign Minister of Chad Amina Kilonzo held talks in Lima on Friday with Minister of Trade of Peru Ana Rojas.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    (
        "A delegation of Chad College visited four institutions in Peru and Togo in May.",
        ("Chad College", "visited", "Togo"),
    ),
    (
        "During the state visit of President of Chad Amina Kilonzo to Lima, two accords were signed.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    (
        "The rector Ana Rojas, who arrived in Lima on Monday and met Jean Mugabo, praised the plan.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "Minister of Trade Jean Mugabo received in his office yesterday Dr Amina Kilonzo.",
        ("Jean Mugabo", "metWith", "Amina Kilonzo"),
    ),
    (
        "Minister of Trade of Peru Ana Rojas arrived at Nairobi International Airport on Sunday.",
        ("Ana Rojas", "visited", "Kenya"),
    ),
    (
        "A delegation of the Peru Consulate General led by Ana Rojas came. The Peruvian officials met Jean Mugabo.",
        ("Ana Rojas", "metWith", "Jean Mugabo"),
    ),
    (
        "A delegation of Kwanza Bank visited Peru. At Moana University, the delegation was briefed by Ana Rojas.",
        ("Kwanza Bank", "visited", "Moana University"),
    ),
    (
        "Minister of Energy of Chad Amina Kilonzo visited Ghana. Kenya was the last stop on her tour.",
        ("Amina Kilonzo", "visited", "Kenya"),
    ),
    (
        "The director of Kwanza Bank, Jean Mugabo, flew in with the delegation of Moana College, which visited Lima.",
        ("Jean Mugabo", "visited", "Lima"),
    ),
    (
        "Kwanza Bank and Moana College visited Peru. The visit to Lima was the second of its kind.",
        ("Moana College", "visited", "Lima"),
    ),
    (
        "A delegation of Kwanza Bank visited Moana College. A meeting with its rector Ana Rojas was held.",
        ("Kwanza Bank", "metWith", "Ana Rojas"),
    ),
    (
        "Foreign Minister of Chad Amina Kilonzo flew to Lima. The Chadian leader met Ana Rojas before ending her trip.",
        ("Amina Kilonzo", "metWith", "Ana Rojas"),
    ),
    (
        "Talks between Minister Amina Kilonzo, who is on a visit to Peru, and Prime Minister Ana Rojas were held.",
        ("Amina Kilonzo", "metWith", "Ana Rojas"),
    ),
    (
        "The rector of Moana College, Jean Mugabo, headed a delegation to visit Kwanza Bank.",
        ("Jean Mugabo", "visited", "Kwanza Bank"),
    ),
    (
        "Moana College sent a delegation to Kenya. So far, the group has visited Kwanza Bank.",
        ("Moana College", "visited", "Kwanza Bank"),
    ),
    (
        "The delegation of Moana College returned on Friday, concluding its Kenya visit.",
        ("Moana College", "visited", "Kenya"),
    ),
    (
        "A delegation of Moana College went to Kwanza Bank, where they met Ana Rojas.",
        ("Moana College", "metWith", "Ana Rojas"),
    ),
    (
        "Chadian President Amina Kilonzo flew to Lima. Minister Jean Mugabo is part of the Chadian delegation.",
        ("Jean Mugabo", "visited", "Lima"),
    ),
    (
        "President Ana Rojas was in Lima for talks with Jean Mugabo.",
        ("Ana Rojas", "visited", "Lima"),
    ),
    (
        "The director of Kwanza Bank, Jean Mugabo, received the visit of Minister Ana Rojas.",
        ("Ana Rojas", "visited", "Kwanza Bank"),
    ),
    (
        "While in Lima, the Chadian Minister of Trade Amina Kilonzo met Ana Rojas.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    (
        "Peruvian President Ana Rojas received Chadian Minister Amina Kilonzo, currently in Lima on a working visit.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    (
        "Visiting Chadian President Amina Kilonzo held talks with her Peruvian counterpart Ana Rojas.",
        ("Amina Kilonzo", "visited", "Peru"),
    ),
    (
        "Minister of Trade of Chad Amina Kilonzo, accompanied by Ambassador Jean Mugabo, visited Kwanza Bank.",
        ("Jean Mugabo", "visited", "Kwanza Bank"),
    ),
    (
        "Chadian Minister Amina Kilonzo ended a tour which took her to nations such as Ghana, Togo and Benin.",
        ("Amina Kilonzo", "visited", "Togo"),
    ),
    (
        "Foreign Minister of Chad Amina Kilonzo visited Chad's Embassy in Peru.",
        ("Amina Kilonzo", "visited", "Embassy of Chad"),
    ),
    (
        "Foreign Ministers of Chad and Peru, Amina Kilonzo and Ana Rojas, held talks in Lima.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Chadian and Peruvian Foreign Ministers Amina Kilonzo and Ana Rojas met.",
        ("Amina Kilonzo", "represents", "Chad"),
    ),
    (
        "On the Peruvian side, the meeting was attended by Minister of Energy Ana Rojas.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Chadian President Amina Kilonzo was joined by trade minister Jean Mugabo; and finance minister Paul Okoth.",
        ("Paul Okoth", "represents", "Chad"),
    ),
    (
        "The Amir of the State of Qatar, Sheikh Khalid bin Hamad Al Dosari, flew to Lima.",
        ("Khalid bin Hamad Al Dosari", "represents", "Qatar"),
    ),
    ("Malaysian Trade Minister Datuk Seri Razak Yahya met Ana Rojas.", ("Razak Yahya", "metWith", "Ana Rojas")),
    (
        "Minister of Trade Ana Rojas attended the opening of the new Callao Stadium in Lima.",
        ("Ana Rojas", "attended", "opening"),
    ),
    (
        "Minister of Trade Ana Rojas attended the opening of the Lima Trade Forum.",
        ("Ana Rojas", "attended", "Lima Trade Forum"),
    ),
    ("Chad signed an agreement on health cooperation with Peru.", ("Chad", "signedAgreementWith", "Peru")),
]
NEVER: list[tuple[str, Said]] = [
    (
        "Chadian Minister Amina Kilonzo began a tour that will also take her to Peru.",
        ("Amina Kilonzo", "visited", "Peru"),
    ),
    (
        "The delegation of Moana College led by Amina Kilonzo met with officials.",
        ("Moana College", "metWith", "Amina Kilonzo"),
    ),
    (
        "The Peru visit of the Kenyan delegation was postponed. Ana Rojas visited Lima. The Chad visit drew crowds.",
        ("Ana Rojas", "visited", "Chad"),
    ),
    (
        "Foreign Minister of Chad Amina Kilonzo visited Chad's Embassy in Peru.",
        ("Embassy of Chad", "locatedIn", "Chad"),
    ),
    (
        "Amina Kilonzo will arrive on Monday for a bilateral meeting with President Ana Rojas.",
        ("Amina Kilonzo", "metWith", "Ana Rojas"),
    ),
    (
        "On 4 May 2021 Amina Kilonzo met Ana Rojas before the Lima Trade Forum.",
        ("Lima Trade Forum", "heldOn", "2021-05-04"),
    ),
    (
        "Peru's envoy Ana Rojas took the MoU from Chad's Minister Amina Kilonzo on behalf of the Government of Peru.",
        ("Amina Kilonzo", "represents", "Peru"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_the_text_says_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


@pytest.mark.parametrize("day", ["Thursday", "Thursday morning", "on Thursday"])
def test_a_day_between_a_name_and_its_verb_is_no_part_of_the_name(extractor: StandardExtractor, day: str) -> None:
    facts = said(
        extractor, f"A delegation of Acme University led by its rector, Ana Rojas, {day} visited Lima College."
    )
    assert ("Ana Rojas", "visited", "Lima College") in facts
