"""Words as names are written with them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.reading import texts, words

ONE_WORD = ("E-Soft", "AT&T", "P@SHA", "Mata'afa", "O’Neil", "China–Laos", "Al-Farabi", "co-op", "Jean-Luc", "U.S.")


@pytest.mark.parametrize("text", ONE_WORD)
def test_what_no_space_parts_is_one_word(text: str) -> None:
    assert texts(f"They praised {text} again") == ["They", "praised", text, "again"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen.Muhoozi left", ["Gen.", "Muhoozi", "left"]),
        ("Col.Baraka left", ["Col.", "Baraka", "left"]),
        ("Dr. Ama left", ["Dr.", "Ama", "left"]),
        ("Dato' Azman left", ["Dato'", "Azman", "left"]),
        ("Dato’ Azman left", ["Dato’", "Azman", "left"]),
        ("Tamba A. Otieno left", ["Tamba", "A.", "Otieno", "left"]),
        ("J. K. Rowe left", ["J.", "K.", "Rowe", "left"]),
        ("Ch. Ahmed left", ["Ch.", "Ahmed", "left"]),
        ("He went to Asia. They left", ["He", "went", "to", "Asia", ".", "They", "left"]),
    ],
)
def test_titles_and_initials_keep_their_full_stop(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "sign"), [("Zambezi Power's chief", "'s"), ("Zambezi Power’s chief", "’s"), ("the unions’ chief", "’")]
)
def test_the_sign_of_a_possessive_is_a_word_of_its_own(text: str, sign: str) -> None:
    (found,) = [word for word in words(text) if word.possessive]
    assert found.text == sign


def test_based_is_parted_from_the_place() -> None:
    assert texts("the Lusaka-based bank") == ["the", "Lusaka", "-", "based", "bank"]
    assert texts("the Lusaka-born banker") == ["the", "Lusaka-born", "banker"]


@pytest.mark.parametrize(
    ("word", "capital", "acronym"),
    [
        ("Lusaka", True, False),
        ("lusaka", False, False),
        ("4th", False, False),
        ("PSEB", True, True),
        ("P@SHA", True, True),
        ("MoU", True, True),
        ("Pe", True, False),
        ("A", True, False),
        ("Élan", True, False),
    ],
)
def test_capitals_and_acronyms(word: str, capital: bool, acronym: bool) -> None:
    (found,) = words(word)
    assert (found.capital, found.acronym) == (capital, acronym)


def test_words_that_begin_a_sentence_are_known() -> None:
    text = "“Rain fell,” said Tamba. Then: He left! (Nobody saw) …"
    found = [word.text for word in words(text) if word.initial and word.text[0].isalpha()]
    assert found == ["Rain", "Then", "He", "Nobody"]


def test_lower_makes_dashes_and_apostrophes_plain() -> None:
    assert [word.lower for word in words("O’Neil China–Laos")] == ["o'neil", "china-laos"]


@given(st.text(alphabet=st.sampled_from("abcXYZé .,'’-–&@()“”0123\n\t!;:"), max_size=60))
def test_words_stand_at_their_offsets_in_order_and_leave_no_letter_out(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(first.end <= second.start and first.last <= second.first for first, second in pairwise(found))
    covered = {i for word in found for i in range(word.start, word.end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered
