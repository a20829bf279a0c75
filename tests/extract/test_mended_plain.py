"""One sentence for each error that extraction made once in the plainest news: who went with whom, by what they act."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, laid_out, said, told

ASSERTED: list[tuple[str, Said]] = [
    (
        "The foreign ministers of the two countries, Lars Holm of Denmark and Ana Reyes of Peru, signed an agreement.",
        ("Lars Holm", "represents", "Denmark"),
    ),
    (
        "The presidents of the two chambers, Lars Holm of the Aarhus Chamber of Commerce and Ana Reyes of the Lima "
        "Chamber of Commerce, signed an agreement.",
        ("Lars Holm", "represents", "Aarhus Chamber of Commerce"),
    ),
    (
        "The President of Iceland, Jon Atlason, arrived in Norway on Monday. He was accompanied by the Minister of "
        "Health, Ama Boateng.",
        ("Ama Boateng", "represents", "Iceland"),
    ),
    (
        "The President of Iceland, Jon Atlason, arrived in Norway on Monday. With him were the Minister of Health Ama "
        "Boateng and Rector Dag Olsen.",
        ("Ama Boateng", "represents", "Iceland"),
    ),
    (
        "A delegation of 30 business people, including Mayor Alan Zorn, arrived in Lima on Monday.",
        ("Alan Zorn", "visited", "Lima"),
    ),
    (
        "Governor Emma Brown arrived in Lima on Monday. Travelling with her are Mayor Alan Zorn and Rita Stone.",
        ("Rita Stone", "visited", "Lima"),
    ),
    (
        "Governor Emma Brown arrived in Lima on Monday at the head of a delegation that included Mayor Alan Zorn.",
        ("Alan Zorn", "visited", "Lima"),
    ),
    (
        "Prime Minister Emma Brown flew to Lima on Monday along with Senator Rita Stone.",
        ("Rita Stone", "visited", "Lima"),
    ),
    (
        "The Speaker of the Moroccan House of Representatives, Ali Kamal, met Ecuador's Foreign Minister Ana Rojas in "
        "Quito.",
        ("Ali Kamal", "visited", "Quito"),
    ),
    (
        "Delta Agency has signed a loan agreement worth $12 million with Moana University.",
        ("Delta Agency", "signedAgreementWith", "Moana University"),
    ),
    (
        "Kenya will export tea to Peru under a deal signed on Monday in Lima.",
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        "Ana Rojas looked on as Chad and Zambia signed the agreement in Lusaka on Friday.",
        ("Ana Rojas", "attended", "signing ceremony"),
    ),
    (
        "Delta Bank will lend to Moana Bank, its chairman, Ali Kamal, told reporters on Monday.",
        ("Ali Kamal", "represents", "Delta Bank"),
    ),
    (
        "LIMA, March 4 - Kenya's Delta Bank signed an MoU with Moana Bank, said its chairman, Ali Kamal.",
        ("Ali Kamal", "represents", "Delta Bank"),
    ),
    (
        "The Kenyan team was headed by Ana Rojas and Peru's by Ali Kamal.",
        ("Ali Kamal", "represents", "Peru"),
    ),
    (
        "The Kenyan delegation was led by Ana Rojas and that of Peru by Ali Kamal.",
        ("Ali Kamal", "represents", "Peru"),
    ),
    (
        "BISHKEK, 17 October - A Kyrgyz-Peruvian forum took place. Deputy Chairman of the Cabinet of Ministers Ali "
        "Kamal spoke, as did the Minister of Trade of Peru, Ana Rojas.",
        ("Ali Kamal", "represents", "Kyrgyzstan"),
    ),
    (
        "The delegation of Delta University visited Moana University in April. A cooperation agreement was signed.",
        ("Delta University", "signedAgreementWith", "Moana University"),
    ),
    (
        "Ana Rojas met President Luis Vega and the speaker of parliament, Ali Kamal.",
        ("Ana Rojas", "metWith", "Ali Kamal"),
    ),
    (
        "A Polish delegation led by Ana Rojas arrived in Armenia. They met the rector of Delta University, Ali Kamal.",
        ("Ana Rojas", "metWith", "Ali Kamal"),
    ),
    (
        "A delegation of Delta University visited Moana University on Monday. They signed an MoU.",
        ("Delta University", "signedMoUWith", "Moana University"),
    ),
    (
        "Present at the ceremony, which took place during the Lima Forum, were Minister Ana Rojas and Ali Kamal.",
        ("Ali Kamal", "attended", "ceremony"),
    ),
    (
        "A delegation from the Chinese province of Hebei arrived in Lima on Wednesday.",
        ("Hebei", "visited", "Lima"),
    ),
    (
        "Ashgabat hosted the Lake Forum on 14 December 2022.",
        ("Lake Forum", "heldIn", "Ashgabat"),
    ),
    (
        "Talks between Peru and Oman were held at the level of Deputy Foreign Ministers Ana Rojas and Ali Kamal.",
        ("Ali Kamal", "represents", "Oman"),
    ),
    (
        "Under the terms of a protocol signed yesterday, Delta University will train teachers of Moana College.",
        ("Delta University", "signedAgreementWith", "Moana College"),
    ),
    (
        "Peru's energy and natural resources minister, Ana Rojas, met Luis Vega.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Peru's environment, livestock and climate change minister, Ana Rojas, met Luis Vega.",
        ("Ana Rojas", "represents", "Peru"),
    ),
    (
        "Peru's forestry minister met with his Chadian counterpart. Ana Rojas and Ali Kamal discussed trade.",
        ("Ali Kamal", "represents", "Chad"),
    ),
    (
        "Speaking at the roundtable, Ana Rojas of Peru praised the ties.",
        ("Ana Rojas", "spokeAt", "roundtable"),
    ),
    (
        "The Central Bank of the UAE and the Bank of Peru met. Ali Kamal, Governor of the CBUAE, spoke.",
        ("Ali Kamal", "represents", "Central Bank of the UAE"),
    ),
]

NOT_ASSERTED: list[tuple[str, Said]] = [
    (
        "Peru's forestry minister met with his Chadian counterpart. Ana Rojas, Ali Kamal and Luis Vega were there.",
        ("Ali Kamal", "represents", "Chad"),
    ),
    (
        "Guyana will host the forum in Georgetown in March, Minister Ana Rojas said after talks with Envoy Ali Kamal.",
        ("talks between Ana Rojas and Ali Kamal", "heldIn", "Georgetown"),
    ),
    (
        "Luis Tapia, Ambassador of Ecuador to Kenya, was received by Ana Rojas, Cabinet Secretary for Water, at Maji "
        "House, Nairobi.",
        ("Luis Tapia", "visited", "Nairobi"),
    ),
    (
        "The President of Iceland, Jon Atlason, arrived in Norway on Monday. He was received at the airport by the "
        "Minister of Health, Ama Boateng.",
        ("Ama Boateng", "represents", "Iceland"),
    ),
    (
        "Farmers in Kenya will export tea to Peru under a deal signed on Monday.",
        ("Kenya", "signedAgreementWith", "Peru"),
    ),
    (
        "Ana Rojas watched as Chad and Zambia played in Lusaka. An agreement was signed on Friday at a ceremony.",
        ("Ana Rojas", "attended", "ceremony"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED)
def test_fact_is_asserted(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NOT_ASSERTED)
def test_fact_is_not_asserted(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


def test_who_leaves_for_somewhere_else_comes_from_here(extractor: StandardExtractor) -> None:
    text = "Leaders start trip\n\nGITEGA, Sept 2 - President Ana Rojas left Bujumbura for Beijing on Monday."
    facts = {fact for fact, _ in told(extractor.extract(laid_out(text)))}
    assert ("Ana Rojas", "represents", "Burundi") in facts
