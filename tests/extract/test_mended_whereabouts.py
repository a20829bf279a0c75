"""One sentence for each error that extraction made once in where and when events were, and who went where."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, laid_out, said, told

ASSERTED: list[tuple[str, Said]] = [
    (
        "In Lima, she met Minister of Trade of Peru Luis Vega, and in Ica she toured Moana College.",
        ("Ana Rojas", "visited", "Moana College"),
    ),
    (
        "Ana Rojas visited Lima as part of a trade mission. The delegation later travelled to Arequipa.",
        ("Ana Rojas", "visited", "Arequipa"),
    ),
    (
        "Ana Rojas arrived in Lima and met with Luis Vega. The two visited Moana College.",
        ("Luis Vega", "visited", "Moana College"),
    ),
    (
        "Members of the Chadian delegation headed by Speaker Amina Kilonzo flew to Arequipa.",
        ("Amina Kilonzo", "visited", "Arequipa"),
    ),
    (
        "Minister of Trade of Chad Ana Rojas, who is in the country on a visit, met President of Peru Luis Vega.",
        ("Ana Rojas", "visited", "Peru"),
    ),
    (
        "Joe Phiri paid a visit to Kwanza University. Dr Ana Rojas toured the laboratories.",
        ("Ana Rojas", "visited", "Kwanza University"),
    ),
    ("Ana Rojas said her delegation had toured Moana College.", ("Ana Rojas", "visited", "Moana College")),
    ("Kwanza Bank made a tour of the ports of Lima and Arequipa.", ("Kwanza Bank", "visited", "Arequipa")),
    ("A trade mission of the Lake Chamber was in Lima in May.", ("Lake Chamber", "visited", "Lima")),
    (
        "Trade Minister Ana Rojas opened on Monday the Lake Forum in Lima.",
        ("Lake Forum", "heldOn", "2024-05-13"),
    ),
    ("The Lake Forum will return to Lima from 3 to 5 June.", ("Lake Forum", "heldOn", "2024-06-03")),
    ("The Lake Forum will open in Lima on Friday.", ("Lake Forum", "heldOn", "2024-05-17")),
    ("A workshop on trade was held in Lima. It had started on Monday.", ("workshop on trade", "heldOn", "2024-05-13")),
    (
        "Ana Rojas handed over a lorry in Lima on Monday. At the turnover ceremony she spoke of trade.",
        ("turnover ceremony", "heldOn", "2024-05-13"),
    ),
    (
        "Minister of Trade of Chad Ana Rojas, who is on a visit to Peru, was received in Lima on Monday by Minister of "
        "Trade of Peru Luis Vega. Joe Phiri attended the meeting.",
        ("meeting between Luis Vega and Ana Rojas", "heldOn", "2024-05-13"),
    ),
    ("The Lima Trade Forum was held at the Lakeside House.", ("Lima Trade Forum", "heldIn", "Lima")),
    (
        "The Lake Forum, which brought together 300 guests in Lima from 3 to 5 May, ended with a gala.",
        ("Lake Forum", "heldOn", "2024-05-03"),
    ),
    (
        "A Chadian delegation visited Lima. The six-member group is led by Amina Kilonzo.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    ("Ana Rojas accompanied Amina Kilonzo on a visit to Lima.", ("Amina Kilonzo", "visited", "Lima")),
    (
        "Chief Executive Ana Rojas led a delegation to the Lake Fair in Arequipa.",
        ("Ana Rojas", "visited", "Arequipa"),
    ),
    (
        "Ana Rojas visited Moana College on Monday. During the visit, she gave a lecture.",
        ("Ana Rojas", "attended", "visit"),
    ),
    ("The Lake Forum is slated for 3 June.", ("Lake Forum", "heldOn", "2024-06-03")),
    ("The Lake Forum wound up in Lima.", ("Lake Forum", "heldIn", "Lima")),
    ("The Lake Forum is held from June 3 through 5, 2024.", ("Lake Forum", "heldOn", "2024-06-03")),
    (
        "Ambassador Ana Rojas on Saturday, 4 May 2024, paid a visit to Arequipa, where she met farmers.",
        ("visit to Arequipa", "heldOn", "2024-05-04"),
    ),
    (
        "Ana Rojas opened a school in Arequipa on Monday. At the opening, Amina Kilonzo spoke of trade.",
        ("opening", "heldOn", "2024-05-13"),
    ),
    ("Experts from Kwanza Bank were in Peru to train clerks.", ("Kwanza Bank", "visited", "Peru")),
    ("Her programme included a visit to Moana College.", ("Ana Rojas", "visited", "Moana College")),
    ("Ana Rojas visited the Kwanza Bank headquarters in Arequipa.", ("Ana Rojas", "visited", "Arequipa")),
    ("Arequipa will play host to the Lake Forum on 3 and 4 May.", ("Lake Forum", "heldOn", "2024-05-03")),
    ("A training workshop got under way on Monday.", ("training workshop", "heldOn", "2024-05-13")),
    ("Three hundred guests turned up for the Lake Forum on Monday.", ("Lake Forum", "heldOn", "2024-05-13")),
    ("The Lake Forum was held at the Nairobi Convention Centre.", ("Lake Forum", "heldIn", "Nairobi")),
    (
        "Kwanza Bank opened an office in Arequipa on Monday. The opening ceremony was attended by Ana Rojas.",
        ("opening ceremony", "heldIn", "Arequipa"),
    ),
    (
        "The ministers of Chad and Peru met on Monday in Arequipa. The meeting, the third of its kind, was long.",
        ("meeting", "heldOn", "2024-05-13"),
    ),
    (
        "Minister of Trade of Chad Ali Kamal met on Monday with Minister of Trade of Peru Ana Rojas on the sidelines "
        "of the 79th session of the Lake Council.",
        ("meeting between Ali Kamal and Ana Rojas", "heldOn", "2024-05-13"),
    ),
]
"""Each follows the same opening, that tells of the minister Ana Rojas."""
OPENING = "Minister of Trade of Chad Ana Rojas came to Peru."
UNSAID: list[tuple[str, Said]] = [
    ("They signed a programme of consultations for 2025.", ("consultations", "heldOn", "2025")),
    ("No meeting between Chad and Peru has taken place in Lima so far.", ("meeting", "heldIn", "Lima")),
    ("The Lake Forum, which was to have been held in Lima, has been put off.", ("Lake Forum", "heldIn", "Lima")),
    (
        "The meeting, the third of its kind this year, was hosted by Ana Rojas.",
        ("meeting", "heldOn", "2024"),
    ),
    (
        "In Lima, he met Luis Vega, and in Ica he toured Moana College.",
        ("Luis Vega", "visited", "Moana College"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=lambda given: str(given)[:60])
def test_now_said(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, f"{OPENING} {text}" if " she " in text or "Her " in text or "She " in text else text)


@pytest.mark.parametrize(("text", "fact"), UNSAID, ids=lambda given: str(given)[:60])
def test_no_more_said(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


def test_a_title_has_no_signing_of_its_own(extractor: StandardExtractor) -> None:
    text = (
        "Chad and Peru sign MoU\n\nKwanza Bank and Moana College on Monday signed a memorandum of understanding at the "
        "Lakeside Hotel, Arequipa. Minister Ana Rojas witnessed the signing."
    )
    assert ("signing", "heldIn", "Arequipa") in {triple for triple, _ in told(extractor.extract(laid_out(text)))}


def test_talks_of_a_title_are_those_of_the_text(extractor: StandardExtractor) -> None:
    text = (
        "Chad, Peru trade ministers hold talks in Arequipa\n\nTrade Minister of Peru Luis Vega met his Chadian "
        "counterpart, Ana Rojas, in Arequipa on Monday. They spoke of fish."
    )
    facts = {triple for triple, _ in told(extractor.extract(laid_out(text)))}
    assert ("talks between Luis Vega and Ana Rojas", "heldOn", "2024-05-13") in facts
