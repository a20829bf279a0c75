"""One sentence for each error that extraction made once with events: who was there, when and where they were."""

from __future__ import annotations

import pytest

from kg.extract.standard import StandardExtractor
from tests.extract.reading import Said, said

ASSERTED: list[tuple[str, Said]] = [
    (
        "Speaking at the closing of the forum in Lima, Trade Minister Ana Rojas said ties were strong.",
        ("Ana Rojas", "spokeAt", "forum"),
    ),
    ("Ana Rojas spoke at the closure of the Lake Forum.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (
        "Joe Phiri spoke at the official closing of the Chad-Peru Joint Commission.",
        ("Joe Phiri", "spokeAt", "official closing"),
    ),
    ("Sudan's Minister Omar al-Amiri met Luis el-Fassi.", ("Omar al-Amiri", "metWith", "Luis el-Fassi")),
    (
        "Present at the meeting were Luis Vega, Minister of State; Ana Rojas, Assistant Minister; and Joe Phiri.",
        ("Ana Rojas", "attended", "meeting"),
    ),
    (
        "Kenya's Minister Amina Kilonzo held a meeting at the headquarters of the Ministry of Health in Lima with "
        "Ana Rojas, a director.",
        ("Amina Kilonzo", "metWith", "Ana Rojas"),
    ),
    (
        "The countries began consultations. They were held in Lima at the level of Deputy Ministers Luis Vega and "
        "Amina Kilonzo.",
        ("Amina Kilonzo", "attended", "consultations"),
    ),
    ("The round table was chaired by Minister Ana Rojas.", ("Ana Rojas", "attended", "round table")),
    (
        "Ana Rojas met Luis Vega. The two ministers held talks in Lima.",
        ("talks between Ana Rojas and Luis Vega", "heldIn", "Lima"),
    ),
    (
        "Minister Amina Kilonzo arrived in Lima on Monday for a three-day working visit.",
        ("Amina Kilonzo", "attended", "three-day working visit"),
    ),
    (
        "Minister Amina Kilonzo came to Lima on Monday. Her colleague commented on the visit.",
        ("visit", "heldOn", "2024-05-13"),
    ),
    (
        "LIMA, 4 May. President Amina Kilonzo of Kenya arrived in the Peruvian capital.",
        ("Amina Kilonzo", "visited", "Lima"),
    ),
    ("The visit of Luis Vega to Accra took place in May.", ("Luis Vega", "visited", "Accra")),
    (
        "Ana Rojas opened the consulate in Kisumu on Monday. Luis Vega spoke at the opening ceremony.",
        ("opening ceremony", "heldOn", "2024-05-13"),
    ),
    (
        "Ana Rojas unveiled a bust in Kisumu. The unveiling was attended by Luis Vega.",
        ("Ana Rojas", "attended", "unveiling"),
    ),
    (
        "Ana Rojas met Luis Vega on the sidelines of the Lake Forum in Kisumu.",
        ("meeting between Ana Rojas and Luis Vega", "heldIn", "Kisumu"),
    ),
    (
        "Ana Rojas met Luis Vega. The meeting took place during the emergency meeting of Lake ministers in Kisumu.",
        ("emergency meeting", "heldIn", "Kisumu"),
    ),
]
SAID_OF_MEETINGS: list[tuple[str, Said]] = [
    (
        "Ana Rojas met Luis Vega. She was joined by Minister Joe Phiri.",
        ("Joe Phiri", "attended", "meeting between Ana Rojas and Luis Vega"),
    ),
    (
        "Ana Rojas met Luis Vega. Ana Rojas was accompanied by Amina Kilonzo, Minister of Trade; the governor of Lima, "
        "Joe Phiri; and Ruth Kilonzo.",
        ("Ruth Kilonzo", "attended", "meeting between Ana Rojas and Luis Vega"),
    ),
    (
        "Ana Rojas met Luis Vega. In this meeting Ana Rojas was joined by Amina Kilonzo.",
        ("Amina Kilonzo", "attended", "meeting between Ana Rojas and Luis Vega"),
    ),
    (
        "The summit in Lima was attended by Amina Kilonzo, Minister of Trade; Joe Phiri, the mayor; and Ruth Kilonzo.",
        ("Ruth Kilonzo", "attended", "summit"),
    ),
]
SIDES: list[tuple[str, Said]] = [
    (
        "The 3rd Session of the Chad/Peru Joint Commission on Trade took place in Lima.",
        ("3rd Session of the Chad/Peru Joint Commission on Trade", "heldIn", "Lima"),
    ),
    (
        "The session was held in Lima. The Kenyan side was headed by Ruth Kilonzo, and the Peruvian delegation was led "
        "by Ana Rojas.",
        ("Ruth Kilonzo", "attended", "session"),
    ),
    (
        "The session was held in Lima. The delegation of Kenya was headed by Ruth Kilonzo and included Joe Phiri.",
        ("Joe Phiri", "attended", "session"),
    ),
    (
        "Chaired by Peru's Minister of Trade, Ana Rojas, and her Kenyan counterpart, Ruth Kilonzo, the meeting aimed "
        "to boost trade.",
        ("Ruth Kilonzo", "attended", "meeting"),
    ),
    ("Ana Rojas met Luis Vega. The sessions were attended by Joe Phiri.", ("Joe Phiri", "attended", "sessions")),
    (
        "A meeting was held in Lima. Among those attending were Ana Rojas, Quito; Luis Vega, Accra.",
        ("Luis Vega", "attended", "meeting"),
    ),
]
HELD: list[tuple[str, Said]] = [
    ("On 4 May 2021 the Lake Society held its reception and dinner.", ("dinner", "heldOn", "2021-05-04")),
    (
        "On the occasion of the State visit to Chad by the President of Peru, Mrs. Ana Rojas, from 4 to 6 May 2021, "
        "an MoU was signed.",
        ("State visit", "heldOn", "2021-05-04"),
    ),
    ("The session was held from 4 to 6 May 2021 in Kisumu under Ana Rojas.", ("session", "heldIn", "Kisumu")),
    ("The second edition of the Lake Fair opened on Monday in Kisumu.", ("Lake Fair", "heldOn", "2024-05-13")),
    ("Ana Rojas gave a lecture in Lima on 4 May 2021.", ("lecture", "heldOn", "2021-05-04")),
]
SIGNINGS: list[tuple[str, Said]] = [
    (
        "Acme Bank and Zenith Bank signed an MoU. It was signed in Kisumu on Monday. Luis Vega watched the signing "
        "ceremony.",
        ("signing ceremony", "heldIn", "Kisumu"),
    ),
    (
        "An MoU on ports was signed in Kisumu on Monday in the presence of Luis Vega.",
        ("signing ceremony", "heldOn", "2024-05-13"),
    ),
    (
        "Acme Bank and Zenith Bank signed an MoU at a signing ceremony on Monday. The signing took place in Kisumu.",
        ("signing ceremony", "heldIn", "Kisumu"),
    ),
    (
        "The Lake Forum opened in Lima. After the press conference Luis Vega attended the signing ceremony.",
        ("Luis Vega", "attended", "signing ceremony"),
    ),
]
CALLED: list[tuple[str, Said]] = [
    (
        "The Lake Trade and Investment Forum-2024 was held in Kisumu.",
        ("Lake Trade and Investment Forum-2024", "heldIn", "Kisumu"),
    ),
    ("The Lake Forum was held in Islamabad.", ("Lake Forum", "heldIn", "Islamabad")),
    ("They went on to Trnava. The forum in Trnava was long.", ("forum", "heldIn", "Trnava")),
    (
        "The Sixth Rectors' Conference of the Lake Countries took place in Kisumu.",
        ("Sixth Rectors' Conference of the Lake Countries", "heldIn", "Kisumu"),
    ),
    ("The Lake-Peru Leaders Summit was held in Kisumu.", ("Lake-Peru Leaders Summit", "heldIn", "Kisumu")),
    (
        "The LakeChad Trade and Investment Forum 2024 was held in Kisumu.",
        ("LakeChad Trade and Investment Forum 2024", "heldIn", "Kisumu"),
    ),
    ("The Summit of Lake Leaders was held in Kisumu.", ("Summit of Lake Leaders", "heldIn", "Kisumu")),
    (
        "Ana Rojas briefed the ambassador on the Business Opportunities Conference, held in Kisumu.",
        ("Business Opportunities Conference", "heldIn", "Kisumu"),
    ),
    (
        "The third round of trade consultations was held in Kisumu.",
        ("third round of trade consultations", "heldIn", "Kisumu"),
    ),
]
PLACED: list[tuple[str, Said]] = [
    (
        "The opening ceremony of the Chadian embassy in Kisumu was attended by Luis Vega.",
        ("opening ceremony", "heldIn", "Kisumu"),
    ),
    ("In Kisumu there was a reception on Monday.", ("reception", "heldIn", "Kisumu")),
    (
        "Talks between Luis Vega, Minister of Trade, and Ana Rojas, Minister of Mines, in Kisumu on Monday were long.",
        ("talks between Luis Vega and Ana Rojas", "heldIn", "Kisumu"),
    ),
    (
        "Luis Vega met Ana Rojas at the headquarters of the Board, Lakeside in Kisumu.",
        ("meeting between Luis Vega and Ana Rojas", "heldIn", "Kisumu"),
    ),
    (
        "On Monday Minister Luis Vega visited the Lake University and met Rector Ana Rojas.",
        ("meeting between Luis Vega and Ana Rojas", "heldOn", "2024-05-13"),
    ),
    (
        "Luis Vega meets Ana Rojas. Minister Luis Vega met Ana Rojas on Monday.",
        ("meeting between Luis Vega and Ana Rojas", "heldOn", "2024-05-13"),
    ),
]
SPEECHES: list[tuple[str, Said]] = [
    ("The Lake Forum was held in Lima. Luis Vega and Ana Rojas also spoke.", ("Ana Rojas", "spokeAt", "Lake Forum")),
    (
        "A reception was held in Lima. It promoted the Lake Forum, to be held in Kisumu, the upcoming Lake Forum. Luis "
        "Vega proposed a toast.",
        ("Luis Vega", "spokeAt", "reception"),
    ),
    ("The Lake Reception was held in Lima. Luis Vega proposed a toast.", ("Luis Vega", "spokeAt", "Lake Reception")),
    (
        "The Lake Forum was held in Lima. Luis Vega told the delegates that trade had grown.",
        ("Luis Vega", "spokeAt", "Lake Forum"),
    ),
    (
        "The Lake Forum was held in Lima. Luis Vega, a well-known figure in Chad, chairman of the Lake Foundation Ana "
        "Rojas, famous journalist Joe Phiri and others took the floor.",
        ("Ana Rojas", "spokeAt", "Lake Forum"),
    ),
    (
        "Consul General in Lima Ana Maria Mérida addressed the Lake Forum.",
        ("Ana Maria Mérida", "spokeAt", "Lake Forum"),
    ),
    ("The lecture in Lima was followed by remarks by Prof. Ana Rojas.", ("Ana Rojas", "spokeAt", "lecture")),
]
HOSTS: list[tuple[str, Said]] = [
    ("Ambassador of Peru Luis Vega held a launch event in Kisumu.", ("Luis Vega", "organized", "launch event")),
    (
        "He opened the Lake-Peru Business Forum at the City Hotel in Lima, hosted by the Lake Chamber of Commerce.",
        ("Lake Chamber of Commerce", "organized", "Lake-Peru Business Forum"),
    ),
    (
        "The Lake Bank and ProLima organized two events to mark the day: an academic forum and a cocktail reception.",
        ("ProLima", "organized", "cocktail reception"),
    ),
    (
        "The Lake Bank organized two events. The first, an academic forum, was held in Lima. A cocktail reception "
        "followed in Kisumu.",
        ("Lake Bank", "organized", "cocktail reception"),
    ),
    (
        "The Lake Forum was organised by the Lake Bank with the help of the Lima Foundation.",
        ("Lima Foundation", "organized", "Lake Forum"),
    ),
    (
        "Luis Vega expressed gratitude to President Ana Rojas for hosting the Lake Forum.",
        ("Ana Rojas", "organized", "Lake Forum"),
    ),
]
DATED: list[tuple[str, Said]] = [
    (
        "Luis Vega attended the Lake Meeting at the hall of the Board, Wednesday (15/5/2024).",
        ("Lake Meeting", "heldOn", "2024-05-15"),
    ),
    (
        "He praised the academic seminar and the business summit, which were held in Kisumu.",
        ("academic seminar", "heldIn", "Kisumu"),
    ),
]
ACROSS: list[tuple[str, Said]] = [
    (
        "Trade Minister Luis Vega and Bank president Ana Rojas signed the accord between Peru and Acme Bank in Lima.",
        ("signing ceremony", "heldIn", "Lima"),
    ),
    (
        "The Lake Summit opened. On Monday Acme Bank's Luis Vega and Peru's Trade Minister Ana Rojas signed an MoU. "
        "Looking on was President Joe Phiri.",
        ("Joe Phiri", "attended", "signing ceremony"),
    ),
    (
        "Peru's Minister Ana Rojas received on Monday Kenya's Minister Joe Phiri. The meeting took place in Lima.",
        ("meeting between Ana Rojas and Joe Phiri", "heldOn", "2024-05-13"),
    ),
    (
        "Peru's Minister Ana Rojas discussed trade with Kenya's Minister Joe Phiri. This came during a meeting on the "
        "sidelines of her visit to Nairobi.",
        ("Joe Phiri", "attended", "meeting between Ana Rojas and Joe Phiri"),
    ),
    (
        "Trade Minister Luis Vega said on Monday that sales grew. Addressing a business forum in Lima, he praised it.",
        ("business forum", "heldOn", "2024-05-13"),
    ),
    (
        "The fifth session of the Trade Commission was held in Lima. The meeting was also attended by Joe Phiri.",
        ("Joe Phiri", "attended", "fifth session"),
    ),
    (
        "Luis Vega joined the online meeting. Acme Bank was represented at the meeting on Monday by Joe Phiri.",
        ("Joe Phiri", "attended", "online meeting"),
    ),
    (
        "The forum was held during the visit of President Joe Phiri to Peru. It was organised by Acme Bank.",
        ("Acme Bank", "organized", "forum"),
    ),
    (
        "The Bank's board gave a gathering in Lima. Ambassador Ana Rojas also attended the gathering.",
        ("Ana Rojas", "attended", "gathering"),
    ),
    (
        "An investment conclave took place in Lima. The activity was attended by Trade Minister Ana Rojas.",
        ("Ana Rojas", "attended", "investment conclave"),
    ),
    (
        "Acme Bank marked its jubilee on Monday with a reception in Lima.",
        ("Acme Bank", "organized", "reception"),
    ),
    ("Acme Bank marked its jubilee on Monday with a reception in Lima.", ("reception", "heldOn", "2024-05-13")),
    (
        "Various speakers participated in the seminar in Lima including Ana Rojas, a rector, and Joe Phiri.",
        ("Joe Phiri", "attended", "seminar"),
    ),
    (
        "A forum was held in Lima. Within the framework of the forum, Ana Rojas discussed trade with Joe Phiri.",
        ("Ana Rojas", "attended", "forum"),
    ),
    (
        "A delegation from Kenya began a visit to Peru. The delegation is headed by Governor Joe Phiri.",
        ("Joe Phiri", "attended", "visit to Peru"),
    ),
    (
        "The signing ceremony was held in Lima and the signatories were Ministers Ana Rojas and Joe Phiri.",
        ("Joe Phiri", "attended", "signing ceremony"),
    ),
    (
        "Peru's Minister Ana Rojas received the delegation of Acme Bank of Kenya in Lima, headed by rector Joe Phiri.",
        ("Joe Phiri", "attended", "meeting between Ana Rojas and Joe Phiri"),
    ),
    (
        "On Monday Luis Vega had a meeting with Ana Rojas.",
        ("meeting between Luis Vega and Ana Rojas", "heldOn", "2024-05-13"),
    ),
    (
        "At the beginning of the meeting, Luis Vega congratulated Ambassador Joe Phiri on his appointment.",
        ("Joe Phiri", "attended", "meeting"),
    ),
    (
        "The launch of the scheme took place in Lima. The keynote address was delivered by Ana Rojas.",
        ("Ana Rojas", "spokeAt", "launch"),
    ),
    (
        "The guests were treated to a welcome party. Also present at the party were Ana Rojas and Joe Phiri.",
        ("Joe Phiri", "attended", "welcome party"),
    ),
    (
        "Acme Bank in collaboration with the Lima Foundation organised the Lake Fair.",
        ("Lima Foundation", "organized", "Lake Fair"),
    ),
]
NEVER: list[tuple[str, Said]] = [
    ("The party of Ana Rojas was attended by Joe Phiri.", ("Joe Phiri", "attended", "party")),
    (
        "The preparatory meeting was held ahead of the Lake Summit on 3 May 2024.",
        ("preparatory meeting", "heldOn", "2024-05-03"),
    ),
    ("A ceremony was held at the embassy of Peru to mark the day.", ("ceremony", "heldIn", "Peru")),
    (
        "The seminar was attended by Joe Phiri, author of a book about Luis Vega, and Ana Rojas.",
        ("Luis Vega", "attended", "seminar"),
    ),
    (
        "The workshop opened in Lima. Luis Vega met Joe Phiri in Cusco. The meeting was attended by Ana Rojas.",
        ("Ana Rojas", "attended", "workshop"),
    ),
    (
        "Luis Vega expressed gratitude to President Ana Rojas for hosting the Lake Forum.",
        ("Luis Vega", "organized", "Lake Forum"),
    ),
    (
        "Luis Vega will lead the Board in January 2025 and the next conference will be held in Lima.",
        ("next conference", "heldOn", "2025-01"),
    ),
    ("Consul General in Lima Ana Rojas addressed the Lake Forum.", ("Ana Rojas", "represents", "Lima")),
    ("The virtual ceremony at the headquarters of the Bank of Peru was brief.", ("virtual ceremony", "heldIn", "Peru")),
    (
        "Luis Vega met the Consul General in Kisumu, Ana Rojas, on Monday.",
        ("meeting between Luis Vega and Ana Rojas", "heldIn", "Kisumu"),
    ),
    (
        "The seventh committee meeting took place in Lima. On Monday Peru and Chad held a committee meeting.",
        ("seventh committee meeting", "heldOn", "2024-05-13"),
    ),
    (
        "Peru and Chad signed an MoU on the establishment of Diplomatic Consultations. Also present were Luis Vega; "
        "Ana Rojas.",
        ("Ana Rojas", "attended", "Diplomatic Consultations"),
    ),
    ("The fair, organised by Acme Bank, runs until 4 May 2021.", ("fair", "heldOn", "2021-05-04")),
    (
        "Ana Rojas met Luis Vega. Ana Rojas, accompanied by Joe Phiri, toured the port of Lima.",
        ("Joe Phiri", "attended", "meeting between Ana Rojas and Luis Vega"),
    ),
]


FOUND = ASSERTED + SAID_OF_MEETINGS + SIDES + HELD + SIGNINGS + CALLED + PLACED + SPEECHES + HOSTS + DATED + ACROSS


@pytest.mark.parametrize(("text", "fact"), FOUND, ids=[text[-30:] for text, _ in FOUND])
def test_what_the_text_says_is_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact in said(extractor, text)


@pytest.mark.parametrize(("text", "fact"), NEVER, ids=[text[:30] for text, _ in NEVER])
def test_what_the_text_does_not_say_is_not_found(extractor: StandardExtractor, text: str, fact: Said) -> None:
    assert fact not in said(extractor, text)
