"""Events, named or not: which mentions are one, when and where they were, who was there."""

from __future__ import annotations

import pytest

from kg.model import Extractor
from tests.extract.reading import article, ends, referent, said

FORUM = "Lake Basin Fisheries Forum"
RUTH, SOTO, AMINA = "Ruth Kilonzo", "Carlos Soto", "Amina Yusuf"


@pytest.mark.parametrize(
    "again", ["the Forum", "the forum", "the Fisheries Forum", "the Lake Basin Forum", "the event"]
)
def test_a_named_event_is_told_of_by_a_part_of_its_name(again: str, extractor: Extractor) -> None:
    text = f"The {FORUM} took place in Kisumu on 3 May 2024. Ruth Kilonzo attended {again}."
    assert said(extractor, text) == {
        (FORUM, "heldIn", "Kisumu"),
        (FORUM, "heldOn", "2024-05-03"),
        (RUTH, "attended", FORUM),
    }


@pytest.mark.parametrize("again", ["the Desert Trade Forum", "the Lake Basin Expo", "a seminar on goats"])
def test_another_event_is_another(again: str, extractor: Extractor) -> None:
    text = f"The {FORUM} took place in Kisumu. Ruth Kilonzo attended {again}."
    assert FORUM not in {event for _, event in ends(said(extractor, text), "attended")}


def test_a_part_of_a_name_means_the_event_that_it_fits(extractor: Extractor) -> None:
    text = f"The {FORUM} opened in Kisumu. The Desert Trade Forum opened in Dakar. Ruth Kilonzo attended the {{}}."
    assert ends(said(extractor, text.format("Lake Basin Forum")), "attended") == {(RUTH, FORUM)}
    assert ends(said(extractor, text.format("Desert Forum")), "attended") == {(RUTH, "Desert Trade Forum")}


def test_an_unnamed_event_is_called_after_its_topic(extractor: Extractor) -> None:
    text = "A webinar on fish exports was held on 3 May 2024. The webinar was organised by Kwanza Bank. "
    found = said(extractor, text + "Ruth Kilonzo spoke at the webinar.")
    assert found == {
        ("webinar on fish exports", "heldOn", "2024-05-03"),
        ("Kwanza Bank", "organized", "webinar on fish exports"),
        (RUTH, "attended", "webinar on fish exports"),
        (RUTH, "spokeAt", "webinar on fish exports"),
    }


def test_a_meeting_is_that_of_those_who_met(extractor: Extractor) -> None:
    text = "Ruth Kilonzo visited Lima. She met Carlos Soto. The meeting took place on 3 May 2024."
    meeting = f"meeting between {RUTH} and {SOTO}"
    found = said(extractor, text)
    assert ends(found, "attended") == {(RUTH, meeting), (SOTO, meeting)}
    assert ends(found, "heldOn") == {(meeting, "2024-05-03")}


def test_an_event_has_its_year_and_number(extractor: Extractor) -> None:
    text = "Ruth Kilonzo attended the 4th Lake Basin Fisheries Forum 2023 in Kisumu."
    hints = referent(extractor.extract(article(text)), "4th Lake Basin Fisheries Forum 2023").hints
    assert (hints["ordinal"], hints["year"]) == ("4", "2023")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The {FORUM} was held on Monday.", "2024-05-13"),
        (f"They held the {FORUM} from 7 to 9 March 2024.", "2024-03-07"),
        (f"The {FORUM} will be held in June 2024.", "2024-06"),
        (f"Ruth Kilonzo, born in 1970, attended the {FORUM}.", None),
        (f"The bank that opened in 1970 praised the {FORUM}.", None),
    ],
)
def test_only_its_own_date_is_an_events(text: str, expected: str | None, extractor: Extractor) -> None:
    assert ends(said(extractor, text), "heldOn") == ({(FORUM, expected)} if expected else set())


def test_agreements_are_counted_at_the_event(extractor: Extractor) -> None:
    for text in (
        f"Twelve agreements were signed at the {FORUM}.",
        f"The {FORUM} ended with the signing of 12 contracts.",
    ):
        assert ends(said(extractor, text), "agreementCount") == {(FORUM, "12")}
    assert not ends(said(extractor, f"Twelve people left the {FORUM}."), "agreementCount")
    assert not ends(said(extractor, f"Twelve agreements will be signed at the {FORUM}."), "agreementCount")


def test_who_speaks_is_there_and_who_stays_away_is_not(extractor: Extractor) -> None:
    text = f"Ruth Kilonzo spoke at the {FORUM}. Amina Yusuf did not attend the {FORUM}."
    assert ends(said(extractor, text), "attended") == {(RUTH, FORUM)}
    assert ends(said(extractor, text, modality="negated"), "attended") == {(AMINA, FORUM)}
