"""One sentence for each error that extraction made once: what it says now, and how the text tells it."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, article, said

ASSERTED: list[tuple[str, Said]] = [
    ("Kenya and Sri Lanka signed an agreement.", ("Kenya", "signedAgreementWith", "Sri Lanka")),
    ("Charles Banda met Ana Rojas.", ("Charles Banda", "metWith", "Ana Rojas")),
    ("Dr. Amina Kilonzo visited Dakar.", ("Amina Kilonzo", "visited", "Dakar")),
    ("Kenya's Minister Ruth Kilonzo left. The Chadian Minister visited Mombasa.", ("Chad", "visited", "Mombasa")),
    (
        "Yesterday Zenith Insurance and Kwanza Bank signed an agreement.",
        ("Zenith Insurance", "signedAgreementWith", "Kwanza Bank"),
    ),
    (
        "Kenya's Trade Minister, Mary Wanjiku, and her Rwandan colleague, Jean Mugabo, signed the MoU.",
        ("Kenya", "signedMoUWith", "Rwanda"),
    ),
    (
        "A delegation from the Durban College was welcomed by Prof Ana Soto (Rector), Prof Luis Vega (Vice Rector, "
        "Academic Affairs) and Juan Alonso Prieto (General Secretary).",
        ("Juan Alonso Prieto", "metWith", "Durban College"),
    ),
    (
        "BC Card signed deals the same day with Cosmo Trade and with Aero Mongolia on vouchers.",
        ("BC Card", "signedAgreementWith", "Aero Mongolia"),
    ),
    (
        "The Kazakh operator Dala Freight and Serbia's Srbija Lines exchanged a memorandum of understanding.",
        ("Dala Freight", "signedMoUWith", "Srbija Lines"),
    ),
    (
        "The corridor matters, Chairman of the Board of UTZ Asel Nurbekova told the forum.",
        ("Asel Nurbekova", "represents", "UTZ"),
    ),
    (
        "The visitors heard from Deputy Director of the Central Army Hospital 21 Colonel Prof. Tran Van Minh.",
        ("Tran Van Minh", "represents", "Central Army Hospital 21"),
    ),
    (
        "By the agreement the two promote AgriCon Africa 2025, a leading fair for farming, which is to be held in "
        "Accra and Kumasi on May 9-11 this year.",
        ("AgriCon Africa 2025", "heldIn", "Accra"),
    ),
    ("A webinar, which was held on 3 May 2024, was attended by Ana Rojas.", ("webinar", "heldOn", "2024-05-03")),
    (
        "President of Peru Ana Rojas paid a two-day visit to Chile from 3 to 5 May 2021.",
        ("two-day visit", "heldOn", "2021-05-03"),
    ),
    (
        "The Fiji – Tonga Joint Commission met for its Third Session in Suva on 5 May 2022.",
        ("Third Session", "heldOn", "2022-05-05"),
    ),
]
NOT_DONE: list[tuple[str, str, Said]] = [
    ("Ana Rojas sought an audience with Joe Phiri.", "planned", ("Ana Rojas", "metWith", "Joe Phiri")),
    ("Ana Rojas plans a trip to Kenya.", "planned", ("Ana Rojas", "visited", "Kenya")),
    ("Ana Rojas cancelled a visit to Kenya.", "negated", ("Ana Rojas", "visited", "Kenya")),
    ("Kenya is going to sign an agreement with Peru.", "planned", ("Kenya", "signedAgreementWith", "Peru")),
    ("Neither Kenya nor Peru signed the agreement.", "negated", ("Kenya", "signedAgreementWith", "Peru")),
    ("Ruth Kilonzo visited Lima without meeting Carlos Soto.", "negated", ("Ruth Kilonzo", "metWith", "Carlos Soto")),
]
NEVER: list[tuple[str, str]] = [
    ("Dr. Amina Kilonzo visited Dakar.", "metWith"),
    ("Minister Joseph Maro and Colonel James Kato attended. The meeting was attended by James Kato.", "metWith"),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED, ids=[text[:30] for text, _ in ASSERTED])
def test_what_was_missed_or_cut_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "modality", "fact"), NOT_DONE, ids=[text[:30] for text, _, _ in NOT_DONE])
def test_what_was_not_done_is_not_told_as_done(
    extractor: StandardExtractor, text: str, modality: str, fact: Said
) -> None:
    assert fact in said(extractor, text, modality=modality)
    assert fact not in said(extractor, text)


@pytest.mark.parametrize(("text", "relation"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, relation: str) -> None:
    assert relation not in {predicate for _, predicate, _ in said(extractor, text)}


def test_the_looked_on_signing_is_the_signing_of_the_article(extractor: StandardExtractor) -> None:
    facts = said(
        extractor,
        "The agreement was signed in Lima on 4 May 2021 by Ana Rojas of Acme Bank and Luis Vega of Kwanza Bank, in the "
        "presence of Ambassador Lena Holm.",
        "Before the signing, the guests visited a farm.",
    )
    assert {("Lena Holm", "attended", "signing"), ("Ana Rojas", "attended", "signing")} <= facts
    assert {("signing", "heldIn", "Lima"), ("signing", "heldOn", "2021-05-04")} <= facts


def test_who_took_part_and_who_did_so_too_were_at_the_event_told_of(extractor: StandardExtractor) -> None:
    facts = said(
        extractor,
        "The Lima Trade Forum was held in Lima. The Export Board (EB) took part, represented by Mr. Luis Vega, its "
        "Managing Director, and so did the Andes Institute of Technology (AIT), led by Dr. Ana Rojas, its Rector.",
    )
    forum = "Lima Trade Forum"
    attending = {"Export Board", "Andes Institute of Technology", "Ana Rojas"}
    assert {(who, "attended", forum) for who in attending} <= facts
    assert ("Luis Vega", "represents", "Export Board") in facts


def test_one_event_though_its_name_is_written_small_in_the_title(extractor: StandardExtractor) -> None:
    text = article(
        "The trade forum ended on Monday with ten accords.",
        "Ana Rojas attended the Peru-Chile Shipping and Trade Forum in Lima. The Trade Forum was opened by Luis Vega.",
    )
    referents = extractor.extract(text, everything=True).referents
    assert [r.label for r in referents if r.type == "Event"] == ["Peru-Chile Shipping and Trade Forum"]
