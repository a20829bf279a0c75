"""One sentence for each error that extraction made once with who gave, paid for, opened or spoke at an event."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, laid_out, said, told

FORUM = "The Lake Forum was held in Lima. "
MET = "Mayors met in Lima for the Cities meeting, "
ASSERTED: list[tuple[str, Said]] = [
    ("Inaugurating the forum, Minister Ana Rojas said jobs came first.", ("Ana Rojas", "spokeAt", "forum")),
    ("Ana Rojas opened the forum, saying that jobs came first.", ("Ana Rojas", "spokeAt", "forum")),
    ("The forum was opened by Ana Rojas, who noted the growing trade.", ("Ana Rojas", "spokeAt", "forum")),
    (FORUM + "Minister Ana Rojas spoke about malaria.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "In her opening statement, Ana Rojas thanked the hosts.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "Ana Rojas gave the vote of thanks.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "Ana Rojas was among those who addressed the forum.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "A press meeting was held, where Ana Rojas thanked Chad.", ("Ana Rojas", "spokeAt", "press meeting")),
    (FORUM + "Ambassador Luis Vega, who was the chief guest, promised aid.", ("Luis Vega", "attended", "Lake Forum")),
    (FORUM + "Minister Ana Rojas presided.", ("Ana Rojas", "attended", "Lake Forum")),
    (FORUM + "Minister Ana Rojas handed over the prizes.", ("Ana Rojas", "attended", "Lake Forum")),
    (FORUM + "Organiser Acme Bank thanked the guests.", ("Acme Bank", "organized", "Lake Forum")),
    ("Ana Rojas led the ceremony, in the company of Luis Vega.", ("Luis Vega", "attended", "ceremony")),
    ("Ana Rojas presided over the ceremony, alongside Luis Vega.", ("Luis Vega", "attended", "ceremony")),
    (
        "In a virtual ceremony held in Lima, Ana Rojas granted aid to nurses.",
        ("Ana Rojas", "attended", "virtual ceremony"),
    ),
    ("At a ceremony in Lima, Ana Rojas received the keys from Luis Vega.", ("Luis Vega", "attended", "ceremony")),
    ("Ana Rojas and Luis Vega signed an MoU on training at a ceremony.", ("Luis Vega", "attended", "ceremony")),
    ("Experts from Acme College and Elm College met in Lima for a seminar.", ("Elm College", "attended", "seminar")),
    ("Companies at the Lake Fair included Acme Mills.", ("Acme Mills", "attended", "Lake Fair")),
    ("The workshop was conducted by Ana Rojas.", ("Ana Rojas", "attended", "workshop")),
    (MET + "organised by Acme Bank and supported by the Elm Agency.", ("Elm Agency", "promotes", "Cities meeting")),
    (
        "Researchers met for a seminar on polar law, funded by Elm Trust.",
        ("Elm Trust", "promotes", "seminar on polar law"),
    ),
    ("Elm Bank, with the sponsorship of Acme Air, held the Lake Fair.", ("Acme Air", "promotes", "Lake Fair")),
    (
        "Hosted by Elm Bank with funding from Acme Air, a workshop on fish in Lima drew guests.",
        ("Acme Air", "promotes", "workshop on fish"),
    ),
    ("It was the Elm Bank that hosted the Lake Forum.", ("Elm Bank", "organized", "Lake Forum")),
    ("Elm Bank coordinated with Acme Air to organise a forum.", ("Elm Bank", "organized", "forum")),
    ("The Elm Board, together with the Acme Association, staged a forum.", ("Acme Association", "organized", "forum")),
    ("Elm Bank organised a forum in Lima with the cooperation of Acme Air.", ("Acme Air", "organized", "forum")),
    ("The trade fair was co-hosted by Elm Bank and Acme Air.", ("Acme Air", "organized", "trade fair")),
    ("Acme Air organised an open day in Lima.", ("Acme Air", "organized", "open day")),
    ("At the Elm Chamber's annual dinner, Ana Rojas spoke.", ("Elm Chamber", "organized", "annual dinner")),
    (
        "Ana Rojas inaugurated the Lake Forum this Tuesday, an event organised by Elm Bank.",
        ("Elm Bank", "organized", "Lake Forum"),
    ),
    (
        "The 5th Political Consultations between Kenya and Peru were held in Lima.",
        ("Kenya", "attended", "5th Political Consultations"),
    ),
    (
        "Officials present at the meeting included Mines Minister Ana Rojas and adviser Luis Vega.",
        ("Luis Vega", "attended", "meeting"),
    ),
    (FORUM + "Ana Rojas called for joint work as she closed the forum.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (FORUM + "Luis Vega for his part stated that firms were keen.", ("Luis Vega", "spokeAt", "Lake Forum")),
    (FORUM + "It is a joint effort of Elm Bank and Acme Air.", ("Acme Air", "organized", "Lake Forum")),
    ("Ana Rojas chaired the Lake Forum with Luis Vega.", ("Luis Vega", "attended", "Lake Forum")),
    ("Ana Rojas was also part of the Lake Forum.", ("Ana Rojas", "attended", "Lake Forum")),
    ("Experts from Acme College exchanged views at a seminar.", ("Acme College", "attended", "seminar")),
    ("Ministers of Chad and Peru met at the Lake Forum.", ("Peru", "attended", "Lake Forum")),
    (
        "Firms came to the Lima Motor Show. At the show, Acme Mills signed an accord with Elm Bank.",
        ("Elm Bank", "attended", "Lima Motor Show"),
    ),
    ("Acme Mills and Elm Bank signed a memorandum at the Lake Forum.", ("Elm Bank", "attended", "Lake Forum")),
    ("Elm Bank conducted a masterclass in Lima.", ("Elm Bank", "organized", "masterclass")),
    ("Elm Chamber held its annual general meeting in Lima.", ("Elm Chamber", "organized", "annual general meeting")),
    ("Experts from Chad, Peru and Elm Bank gathered for a seminar on trade.", ("Peru", "attended", "seminar on trade")),
    ("The seminar was attended by experts from Peru, Chad and Mali.", ("Chad", "attended", "seminar")),
    (
        "A forum was held in Rabat on 3 May. Attendees included representatives of the Ministry of Interior.",
        ("Ministry of Interior", "attended", "forum"),
    ),
    (
        "Deals were signed at the Lake Forum. Ana Rojas signed for Elm Bank, and Joe Phiri on behalf of Acme Mills.",
        ("Ana Rojas", "attended", "Lake Forum"),
    ),
    (
        "Elm Bank and Acme Mills signed a deal at the Lake Forum. Ana Rojas and Joe Phiri signed it for their firms.",
        ("Joe Phiri", "attended", "Lake Forum"),
    ),
    ("Minister Abdi Sheikh Warsame met Ana Rojas.", ("Abdi Sheikh Warsame", "metWith", "Ana Rojas")),
]

DENIED: list[tuple[str, Said]] = [
    ("Experts from Chad and Peru wrote the guide. A seminar was held in Lima.", ("Peru", "attended", "seminar")),
    (
        "The Conference on Trade and Development met. Ana Rojas praised the development in Lima.",
        ("Conference on Trade and Development", "heldIn", "Lima"),
    ),
    (FORUM + "Joe Phiri had also spoken.", ("Joe Phiri", "spokeAt", "Lake Forum")),
    ("Kenya and Peru held a meeting of their Joint Commission.", ("Joint Commission", "attended", "meeting")),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED)
def test_finds_what_it_once_missed(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), DENIED)
def test_says_no_longer_what_is_wrong(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)


def test_a_speech_is_given_at_what_the_text_tells_of_not_its_title(extractor: StandardExtractor) -> None:
    text = "Chad and Peru trade seminar\n\nElm Bank held a webinar. Ana Rojas gave welcome remarks.\n"
    assert (("Ana Rojas", "spokeAt", "webinar"), "asserted") in set(told(extractor.extract(laid_out(text))))


def test_who_signed_was_at_the_signing_that_title_and_text_tell_of(extractor: StandardExtractor) -> None:
    text = "MoU signing ceremony in Lima\n\nA signing ceremony was held. The MoU was signed by Ana Rojas for Chad.\n"
    facts = [fact for fact, how in told(extractor.extract(laid_out(text))) if how == "asserted"]
    assert [who for who, did, _ in facts if did == "attended"] == ["Ana Rojas"]
