"""One text for each error that extraction made once in who met whom, and who went where: what it says now."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, article, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "President Ana Rojas met on Monday with Omar Rao, president of the Lake Assembly, vowing to raise trade.",
        ("Ana Rojas", "metWith", "Omar Rao"),
    ),
    (
        "Minister Omar Rao received Chilean President Luis Vega at the airport, as he arrived on a visit to Peru.",
        ("Luis Vega", "visited", "Peru"),
    ),
    (
        "Egyptian President Ali Kamal left. Omar Rao met his Peruvian counterpart Luis Vega. The two leaders discussed "
        "trade with Minister Ana Rojas.",
        ("Omar Rao", "metWith", "Ana Rojas"),
    ),
    (
        "On 13 May 2020, Premier Omar Rao of Chad had a phone call with the Foreign Minister of Chile, Luis Vega.",
        ("meeting between Omar Rao and Luis Vega", "heldOn", "2020-05-13"),
    ),
    (
        "Omar Rao met Luis Vega on the sidelines of the 79th Session of the General Assembly in New York.",
        ("79th Session of the General Assembly", "heldIn", "New York"),
    ),
    (
        "Kenya and Peru held talks in Lima. The Kenyan delegation was led by Deputy Minister Ann Odera, "
        "while the Peruvian delegation was headed by State Secretary Luis Vega.",
        ("Ann Odera", "metWith", "Luis Vega"),
    ),
    (
        "Chairman of the Lake Duma (lower house) of the Lake Assembly of the Republic of Peru Luis Vega met Ana Rojas.",
        ("Luis Vega", "metWith", "Ana Rojas"),
    ),
    ("Speaker of the Parliament Zorvik Haltan met Minister Ana Rojas.", ("Zorvik Haltan", "metWith", "Ana Rojas")),
    (
        "The German minister, Omar Rao, arrived in the Mozambican capital Maputo Saturday for a working visit.",
        ("Omar Rao", "visited", "Maputo"),
    ),
    (
        "Ambassador Omar Rao of Chile came to Quito. The envoy also met Mayor Luis Vega.",
        ("Omar Rao", "metWith", "Luis Vega"),
    ),
    (
        "Foreign Minister of Chile Omar Rao came to Quito. The top diplomat met Mayor Luis Vega.",
        ("Omar Rao", "metWith", "Luis Vega"),
    ),
    (
        "Foreign Minister of Chile Omar Rao arrived in Quito. Mayor Luis Vega received the visiting official.",
        ("Luis Vega", "metWith", "Omar Rao"),
    ),
    (
        "Omar Rao met several ministers at the summit, including Trade Minister Ann Odera and Premier Ali Kamal.",
        ("Omar Rao", "metWith", "Ali Kamal"),
    ),
    (
        "The Amir Sheikh Ali Sabah received at Lake Palace Peru's Deputy Prime Minister Luis Vega.",
        ("Ali Sabah", "metWith", "Luis Vega"),
    ),
    (
        "The Amir Sheikh Ali Sabah received yesterday at Lake Palace Foreign Minister Luis Vega.",
        ("Ali Sabah", "metWith", "Luis Vega"),
    ),
    (
        "Secretary Omar Rao and his delegation, who are on a visit to Kenya, met Minister Luis Vega.",
        ("Omar Rao", "visited", "Kenya"),
    ),
    (
        "South Africa's President Omar Rao left home. The president landed in Abuja on Tuesday. He will be hosted by "
        "President Ali Kamal.",
        ("Omar Rao", "visited", "Abuja"),
    ),
    (
        "The Lake Forum of Regions will be held in Vitebsk for two days, 27 and 28 June 2024.",
        ("Lake Forum of Regions", "heldOn", "2024-06-27"),
    ),
    (
        "On the morning of 7 September 2023, Premier Omar Rao met President Luis Vega.",
        ("meeting between Omar Rao and Luis Vega", "heldOn", "2023-09-07"),
    ),
    (
        "President Omar Rao left on the second leg of his tour. The first leg took him to Togo and Chad.",
        ("Omar Rao", "visited", "Togo"),
    ),
    (
        "On 26 November 2009 in Vilnius, Minister of Trade Luis Vega met with Premier Omar Rao.",
        ("meeting between Luis Vega and Omar Rao", "heldIn", "Vilnius"),
    ),
    (
        "President Omar Rao received King of Jordan, Abdullah II on his first visit to Peru.",
        ("Abdullah II", "visited", "Peru"),
    ),
    (
        "Minister of Trade of Japan Yoko Kami met Ana Rojas, Minister of Trade of Chile, during her visit to Japan.",
        ("Ana Rojas", "visited", "Japan"),
    ),
    (
        "The Lake Trade Forum was held in Lima from the 3rd to the 5th of May 2024.",
        ("Lake Trade Forum", "heldOn", "2024-05-03"),
    ),
    ("Nairobi: President of Chad Ali Kamal arrived here on Monday.", ("Ali Kamal", "visited", "Nairobi")),
    ("Nairobi: President of Chad Ali Kamal, on a visit here, met Omar Rao.", ("Ali Kamal", "visited", "Nairobi")),
]
NEVER: list[tuple[str, Said]] = [
    (
        "President Murmu was received at the Airport by a special delegation.",
        ("Murmu", "visited", "United States"),
    ),
    ("President Omar Rao will begin his tour by visiting the Lake Museum.", ("Omar Rao", "visited", "Lake Museum")),
    (
        "Omar Rao arrived in Lima on 3 May 2021 to attend the Lake Trade Forum.",
        ("Lake Trade Forum", "heldOn", "2021-05-03"),
    ),
    (
        "Omar Rao came to Lima ahead of his meeting with President Luis Vega.",
        ("Omar Rao", "metWith", "Luis Vega"),
    ),
    (
        "President Ali Kamal arrived in Amman. He was received at the Marka Civil Airport by Minister Omar Rao.",
        ("Ali Kamal", "visited", "Somalia"),
    ),
    (
        "Minister Omar Rao, who is on an official visit to Peru, on 3 May 2021 met Ana Rojas.",
        ("official visit", "heldOn", "2021-05-03"),
    ),
    (
        "Minister Omar Rao today (3 May 2021) concluded a 10-day visit to Peru.",
        ("10-day visit", "heldOn", "2021-05-03"),
    ),
    (
        "The next trip would take President Omar Rao to Chad before the Lake Summit takes place on 4 June 2017.",
        ("next trip", "heldOn", "2017-06-04"),
    ),
    ("Nairobi: Kenyan President Omar Rao arrived here from Lima on Monday.", ("Omar Rao", "visited", "Nairobi")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_the_text_says_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


def test_a_text_may_end_in_an_office_of_several_words(extractor: StandardExtractor) -> None:
    assert said(extractor, "Omar Rao met Ana Rojas at the Meeting of Heads of Government") is not None


def test_a_date_below_a_title_is_not_the_day_of_its_event(extractor: StandardExtractor) -> None:
    facts = said(extractor, "Lima hosts the Lake Trade Forum", "2021-05-03", "Omar Rao met Ana Rojas.")
    assert ("Lake Trade Forum", "heldOn", "2021-05-03") not in facts


def test_guests_of_a_summit_visit_the_town_it_is_in(extractor: StandardExtractor) -> None:
    text = "Lima: The visiting Chilean Minister Omar Rao met here with Kenyan Minister Ann Odera."
    assert ("Omar Rao", "visited", "Kenya") not in said(extractor, "Talks in Lima", text)


def test_an_event_is_called_by_its_title_in_quotes(extractor: StandardExtractor) -> None:
    text = 'The international exhibition "Agro Lake", held in Lima, was opened by Minister Ana Rojas.'
    events = [r for r in extractor.extract(article(text)).referents if r.type == "Event"]
    assert any("Agro Lake" in r.labels for r in events)
