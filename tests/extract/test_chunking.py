"""Where names begin and end, whatever they name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.reading import names


def named(text: str) -> list[str]:
    """The names of a text, in order."""
    return [name.text for name in names(text)]


WHOLE = (
    "Ministry of Planning, Development and Special Initiatives",
    "Ministry of Foreign Affairs of Peru",
    "Science, Technology and Innovation Commission of Harare",
    "Department of Trade and Industry",
    "Society for Friendship with Foreign Peoples",
    "Institute for Strategic Studies",
    "Zambezi Holdings Co., Ltd.",
    "Pemba Fisheries Ltd",
    "Ocean Line Inc.",
    "Smith and Sons",
    "Consulate General of Peru, Agadir",
    "Faculty of Law",
    "Workers' Party",
    "People's Bank of Ruritania",
    "4th Global Fisheries Forum 2031",
    "Military Hospital 108",
    "Conference on Trade and Investment",
    "Framework Agreement on Fisheries",
    "Nam Dinh Textile Corporation",
    "Trade and Investment Forum",
    "Universidad de los Lagos",
)


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_runs_on_through_small_words_and_commas(name: str) -> None:
    assert named(f"Yesterday the {name} was praised by Lima.") == [name, "Lima"]


PARTED = {
    "the Ministry of Energy and Kwanza Bank": ["Ministry of Energy", "Kwanza Bank"],
    "Kwanza Bank and the Ministry of Energy": ["Kwanza Bank", "Ministry of Energy"],
    "Kenya and Uganda": ["Kenya", "Uganda"],
    "Kenya, Uganda and Rwanda": ["Kenya", "Uganda", "Rwanda"],
    "Kwanza Bank, Borealis Ltd and the University of Lima": ["Kwanza Bank", "Borealis Ltd", "University of Lima"],
    "the Faculty of the University of Lima": ["Faculty", "University of Lima"],
    "Gezira University's Faculty of Medicine": ["Gezira University", "Faculty of Medicine"],
    "the SDG Support Unit, Ministry of Planning": ["SDG Support Unit", "Ministry of Planning"],
    "Kenyan Joel Mutiso": ["Kenyan", "Joel Mutiso"],
    "the National Fisheries Board (NFB)": ["National Fisheries Board", "NFB"],
    "the Embassy of Chad in Lima": ["Embassy of Chad", "Lima"],
    "Minister of Trade Ruth Kilonzo": ["Ruth Kilonzo"],
    "Ludwig van der Berg and Maria de la Cruz": ["Ludwig van der Berg", "Maria de la Cruz"],
    "the Trade Mission to Chile": ["Trade Mission", "Chile"],
    "Kwanza Bank on Monday": ["Kwanza Bank"],
    "Kwanza Bank in March 2024": ["Kwanza Bank"],
}  # fmt: skip


@pytest.mark.parametrize("phrase", PARTED)
def test_names_side_by_side_stay_apart(phrase: str) -> None:
    assert named(f"They praised {phrase}.") == PARTED[phrase]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Visiting Mombasa, he met Ruth Kilonzo.", ["Mombasa", "Ruth Kilonzo"]),
        ("However, Brazil agreed.", ["Brazil"]),
        ("Yesterday Kwanza Bank opened a branch.", ["Kwanza Bank"]),
        ("The bank closed. Later Kwanza Bank reopened.", ["Kwanza Bank"]),
        ("It rained. They left.", []),
        ("Trade grew. Officials met.", []),
        ("Energy Holdings Limited grew.", ["Energy Holdings Limited"]),
        ("Officials of the Ministry of Health left.", ["Ministry of Health"]),
    ],
)
def test_the_word_that_opens_a_sentence_is_a_name_only_by_other_signs(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", ["on Monday, 3 March 2024", "He said I agree.", "the ties of Friday", "the IT of it"])
def test_calendar_and_function_words_are_no_names(text: str) -> None:
    assert named(f"They met {text}.") == []


def test_a_headline_names_only_what_the_text_names() -> None:
    headline, story = "Amina Yusuf Opens Great New Bridge In Lima", "They said Dr. Kilonzo had left Lima."
    assert [n.text for n in names(headline, story) if n.block == 0] == ["Lima"]
    assert [n.text for n in names("Amina Yusuf opens great new bridge in Lima", story) if n.block == 0] == [
        "Amina Yusuf",
        "Lima",
    ]


PIECES = """
The Ministry of Trade and , Kenya Kenyan Forum on for Ruth Kilonzo Ltd. ( PSEB ) Director 's – 4th 2031 & said in
""".split()


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_names_stand_at_their_offsets_and_never_overlap(pieces: list[str]) -> None:
    text = " ".join([*pieces, "."])
    found = names(text)
    assert all(" ".join(text[n.start : n.end].split()) == n.text for n in found)
    assert all(first.last <= second.first for first, second in pairwise(found))


def test_a_body_of_a_body_is_two_names() -> None:
    text = "They met at the Institute of Trade and Health of the Academy of Sciences of Peru and left again."
    assert named(text) == ["Institute of Trade and Health", "Academy of Sciences of Peru"]
