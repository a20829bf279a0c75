"""Items under a line that says, once for all, whose agreements they are or that they were signed."""

from __future__ import annotations

from kg.model import Extractor
from tests.extract.reading import Said, laid_out, told

STORY = "Kenya praised Peru in the morning, and many people rested in Lima after that.\n\n"


def listed(extractor: Extractor, text: str) -> set[tuple[Said, str]]:
    """What a text with a list says."""
    return set(told(extractor.extract(laid_out(STORY + text))))


def test_items_under_the_name_of_a_body_are_its_agreements(extractor: Extractor) -> None:
    items = "- MoU with Zenith Insurance on the export of fish\n- Agreement with Pemba Fisheries on boats\n"
    assert listed(extractor, f"Kwanza Bank:\n\n{items}") == {
        (("Kwanza Bank", "signedMoUWith", "Zenith Insurance"), "asserted"),
        (("Kwanza Bank", "signedAgreementWith", "Pemba Fisheries"), "asserted"),
    }
    assert listed(extractor, f"They praised Kwanza Bank and left Dakar.\n\n{items}") == set()


def test_items_under_signed_pair_the_bodies_before_the_colon(extractor: Extractor) -> None:
    items = (
        "- Kwanza Bank and the University of Lima: the exchange of students and of many other people\n"
        "- Borealis Ltd – Gezira University: the joint building of boats on the lake\n"
    )
    expected = {("Kwanza Bank", "University of Lima"), ("Borealis Ltd", "Gezira University")}
    found = listed(extractor, f"The following agreements were signed in the capital:\n\n{items}")
    assert found == {((a, "signedAgreementWith", b), "asserted") for a, b in expected}
    planned = listed(extractor, f"The following agreements will be signed in the capital:\n\n{items}")
    assert planned == {((a, "signedAgreementWith", b), "planned") for a, b in expected}
    assert listed(extractor, f"The following people came to the capital:\n\n{items}") == set()


def test_an_item_says_itself_what_was_signed(extractor: Extractor) -> None:
    items = (
        "- Agreement on the joint building of boats on the lake and in the bay\n"
        "- MoU on boats between Borealis Ltd and Kwanza Bank\n"
    )
    found = listed(extractor, f"The following agreements were signed in the capital:\n\n{items}")
    assert (("Borealis Ltd", "signedMoUWith", "Kwanza Bank"), "asserted") in found


def test_what_stands_behind_the_colon_is_no_party(extractor: Extractor) -> None:
    item = "- Kwanza Bank and the University of Lima: the exchange of students with the University of Dakar\n"
    found = listed(extractor, f"The following agreements were signed in the capital:\n\n{item}")
    assert {end for (_, _, end), _ in found} == {"University of Lima"}


def test_an_item_with_three_bodies_is_no_pair(extractor: Extractor) -> None:
    item = "- Kwanza Bank and the University of Lima with Zenith Insurance: the exchange of students\n"
    assert listed(extractor, f"The following agreements were signed in the capital:\n\n{item}") == set()


def test_items_under_a_line_about_an_event_were_there(extractor: Extractor) -> None:
    items = "- Ana Rojas, Rector of Lima College\n- Mr Joe Phiri, CEO of Kwanza Bank\n"
    found = listed(extractor, f"The trade forum was held in Lima. Also present were:\n\n{items}")
    there = {("Ana Rojas", "attended", "trade forum"), ("Joe Phiri", "attended", "trade forum")}
    assert there <= {fact for fact, _ in found}
    told_of_no_presence = listed(extractor, f"The trade forum was held in Lima. It honoured:\n\n{items}")
    assert not [fact for fact, _ in told_of_no_presence if fact[1] == "attended"]


def test_what_is_listed_under_a_line_of_things_to_come_is_planned(extractor: Extractor) -> None:
    items = "- An MoU between Kwanza Bank and Pemba Fisheries on boats\n"
    found = listed(extractor, f"Expected later in the year:\n\n{items}")
    assert (("Kwanza Bank", "signedMoUWith", "Pemba Fisheries"), "planned") in found
    assert (("Kwanza Bank", "signedMoUWith", "Pemba Fisheries"), "asserted") not in found


def test_a_stroke_pairs_the_parties_of_an_item(extractor: Extractor) -> None:
    items = "- Kwanza Bank / Pemba Fisheries: the joint building of boats\n"
    found = listed(extractor, f"The following agreements were signed in the capital:\n\n{items}")
    assert found == {(("Kwanza Bank", "signedAgreementWith", "Pemba Fisheries"), "asserted")}
