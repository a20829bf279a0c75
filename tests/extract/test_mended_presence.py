"""One sentence for each error that extraction made once with celebrations, trainings, lectures, and with the lists and
offices of those who were there."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

FAIR = "The trade fair was held in Lima. "
ROW = "Ana Rojas, patron of the Elm Society, Luis Vega, Deputy Minister of Finance, and Joe Phiri, Mayor of Lima."
LECTURE = "The Elm Institute hosted a lecture on Thursday. "
CAME = "President Joe Phiri arrived in Lima on Monday. "
RECEPTION = "Elm Bank hosted a reception in observance of the National Day of Peru. "
ASSERTED: list[tuple[str, Said]] = [
    ("Minister Joe Phiri joined the celebrations of the anniversary.", ("Joe Phiri", "attended", "celebrations")),
    ("Ana Rojas and Luis Vega took part in ceremonies in Lima.", ("Luis Vega", "attended", "ceremonies")),
    ("Elm Bank held a training for nurses. Ana Rojas attended the training.", ("Ana Rojas", "attended", "training")),
    ("Ana Rojas inaugurated the training programme for nurses.", ("Ana Rojas", "attended", "training programme")),
    ("Elm Bank and Acme Air took part in a training in Lima.", ("Acme Air", "attended", "training")),
    ("The Elm Institute organised a talk program in Lima.", ("Elm Institute", "organized", "talk program")),
    ("The Elm Institute ran a summer camp in Lima.", ("Elm Institute", "organized", "summer camp")),
    ("The function was held in Lima. Ana Rojas attended it.", ("Ana Rojas", "attended", "function")),
    (LECTURE + "The event was moderated by Ana Rojas.", ("Ana Rojas", "spokeAt", "lecture")),
    (RECEPTION + "Ana Rojas spoke at the function.", ("Ana Rojas", "spokeAt", "reception")),
    ("Elm Bank held the Lake Expo in coordination with Acme Air.", ("Acme Air", "organized", "Lake Expo")),
    (FAIR + "Guests who attended included " + ROW, ("Joe Phiri", "attended", "trade fair")),
    (FAIR + "Officials attending included " + ROW, ("Luis Vega", "attended", "trade fair")),
    (
        FAIR + "The following ministers delivered addresses at the fair: Ana Rojas, Luis Vega and Joe Phiri.",
        ("Luis Vega", "spokeAt", "trade fair"),
    ),
    (
        "The forum was attended by chairman of the Union of Architects Zhandor Kerimov.",
        ("Zhandor Kerimov", "attended", "forum"),
    ),
    (
        "The head of the Association of Banks Murad Serikov spoke.",
        ("Murad Serikov", "represents", "Association of Banks"),
    ),
    ("The Chairman of the Board of Directors of Elm Bank Ana Rojas spoke.", ("Ana Rojas", "represents", "Elm Bank")),
]
ASSERTED += [
    (CAME + "In his talks with Luis Vega, he praised trade.", ("Joe Phiri", "metWith", "Luis Vega")),
    (CAME + "During his meeting with Luis Vega, both sides praised trade.", ("Joe Phiri", "metWith", "Luis Vega")),
    ("A congress opened in Lima. The conference was attended by Ana Rojas.", ("Ana Rojas", "attended", "congress")),
    ("A dinner was held in Lima. The reception was attended by Ana Rojas.", ("Ana Rojas", "attended", "dinner")),
    ("The fair began in Lima in cooperation with Elm Bank.", ("Elm Bank", "organized", "fair")),
    ("Mayor Joe Phiri joined Minister Luis Vega in the Lake Fair.", ("Luis Vega", "attended", "Lake Fair")),
]
DENIED: list[tuple[str, Said]] = [
    ("The Peruvian ambassador hosted a reception in Lusaka.", ("reception", "heldIn", "Peru")),
    (
        "The Elm Embassy in Ottawa, Canada celebrated the jubilee with a diplomatic reception.",
        ("Canada", "organized", "diplomatic reception"),
    ),
    ("The African ambassadors hosted a reception in Lima.", ("Africa", "organized", "reception")),
    (
        'Speaking at a press conference about the exercise "African Lion 2021", Maj. Gen. Luis Vega hailed it.',
        ("Lion 2021", "attended", "press conference"),
    ),
    ("Joining Mayor Joe Phiri for the ceremony will be Consul Ana Rojas.", ("Ana Rojas", "attended", "ceremony")),
    ("The Lake Expo is an annual event organised by Elm Bank.", ("Elm Bank", "organized", "annual event")),
    ("Minister Joe Phiri offered training of nurses in Lima.", ("Joe Phiri", "attended", "training")),
    ("A reception was held at the Peruvian ambassador's residence in Kampala.", ("reception", "heldIn", "Peru")),
    (
        "The forum, organised in partnership with Elm Bank and funded by Acme Air, began.",
        ("Acme Air", "organized", "forum"),
    ),
    ("The forum drew both Polish and Kenyan traders.", ("Polish and Kenyan traders", "attended", "forum")),
    ("Members of the Diplomatic Corps attended the Lake Forum.", ("Diplomatic Corps", "attended", "Lake Forum")),
    (
        "The forum was attended by Ana Rojas and Luis Vega, Elm Centre, MP, among others.",
        ("Elm Centre", "attended", "forum"),
    ),
    (
        'The forum began under the theme "Invest Peru 2030". Addressing the gathering, Ana Rojas thanked all.',
        ("Ana Rojas", "spokeAt", "Invest Peru 2030"),
    ),
    (
        "Ana Rojas and Luis Vega were at the meeting. During the meeting, they discussed trade.",
        ("Ana Rojas", "metWith", "Luis Vega"),
    ),
    (
        "In celebration of the jubilee, Elm Bank hosted a lunch. Ana Rojas graced the event as the guest of honour.",
        ("Ana Rojas", "attended", "celebration"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), ASSERTED)
def test_finds_what_it_once_missed(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), DENIED)
def test_says_no_longer_what_is_wrong(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
