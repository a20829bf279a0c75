"""Which names are one thing and which are not, case by case; each article says one line."""

from __future__ import annotations

import pytest

from kg.resolve import Resolution, forms, resolve
from tests.resolve.names import thing

GUANGZHOU = "Organization:Consulate General of Pakistan, Guangzhou|mission=consulate|sends=PK|seat=Guangzhou"
GDEC = "Event:4th Global Digital Economy Conference 2024|Global Digital Economy Conference|GDEC"

SAME = [
    ("Organization:Huawei", "Organization:HUAWEI"),
    ("Organization:Huawei Technologies Co., Ltd.", "Organization:Huawei Technologies"),
    ("Organization:The Asia Foundation", "Organization:Asia Foundation"),
    ("Organization:Peshawar University & Hospital", "Organization:Peshawar University and Hospital"),
    ("Organization:Universidad de São Paulo", "Organization:Universidad de Sao Paulo"),
    ("Organization:Shenzhen Hi-Tech Park", "Organization:Shenzhen Hi Tech Park"),
    ("Organization:Federation of Chambers of Commerce", "Organization:Federation of Chamber of Commerce"),
    ("Organization:Pakistan Software Export Board|PSEB", "Organization:PSEB"),
    ("Organization:Pakistan Software Export Board", "Organization:PSEB"),
    (
        "Organization:Pakistan Software Houses Association|P@SHA",
        "Organization:PASHA|P@SHA|Pakistan Software Houses Association",
    ),
    ("Organization:COMSATS Institute of Information Technology|COMSATS|CIIT", "Organization:COMSATS"),
    (GUANGZHOU, "Organization:Pakistan Consulate General, Guangzhou|mission=consulate|sends=PK|seat=Guangzhou"),
    (GUANGZHOU, "Organization:Pakistan Consulate General, Guangzhou"),
    ("Organization:Ministry of Commerce|country=PK", "Organization:Ministry of Commerce|country=PK"),
    ("Organization:Ministry of Commerce|country=PK", "Organization:Ministry of Commerce"),
    ("Place:China|iso=CN", "Place:People's Republic of China|iso=CN"),
    ("Place:China|iso=CN", "Place:China"),
    ("Place:United States|US|iso=US", "Place:US"),
    ("Place:Guangzhou|geoname=1809858", "Place:Canton|geoname=1809858"),
    ("Person:Dr. Haroon Rashid|office=pro-rector", "Person:Haroon Rashid|office=pro-rector"),
    ("Person:Zhao Li-jian", "Person:Zhao Lijian|body=Foreign Ministry"),
    ("Person:Asim Shahryar Husain", "Person:Asim Shahryar Hussain"),
    ("Person:Li Wei|body=Huawei", "Person:Li Wei|body=Huawei"),
    ("Person:Li Wei|body=Pakistan Software Export Board", "Person:Li Wei|body=PSEB"),
    ("Person:Shehbaz Sharif|country=PK|office=prime-minister", "Person:Mr Sharif|office=prime-minister|country=PK"),
    ("Person:Haroon Rashid|body=CIIT", "Person:Dr Rashid|body=CIIT"),
    (GDEC, "Event:Global Digital Economy Conference 2024"),
    (GDEC, "Event:Fourth Global Digital Economy Conference"),
    (GDEC, "Event:GDEC 2024"),
    ("Event:Pakistan-China Software and IT Forum", "Event:Pakistan China Software and IT Forum"),
    ("Event:meeting of A Li and B Wang, 2022-05-11", "Event:meeting of A Li and B Wang, 2022-05-11"),
    ("Agreement:China-Pakistan Free Trade Agreement", "Agreement:China-Pakistan Free Trade Agreement"),
    ("Programme:Belt and Road Initiative|BRI", "Programme:BRI"),
]

DIFFERENT = [
    ("Organization:Shenzhen Software Park", "Organization:Shenzhen Hi-Tech Park"),
    ("Organization:Shenzhen Software Industry Association", "Organization:Shanghai Software Industry Association"),
    ("Organization:Huawei", "Organization:Huawei Pakistan|Huawei"),
    ("Organization:Huawei", "Organization:Huawei Technologies"),
    ("Organization:Bank of China", "Organization:China Bank"),
    (GUANGZHOU, "Organization:Consulate General of Pakistan Shanghai|mission=consulate|sends=PK|seat=Shanghai"),
    (GUANGZHOU, "Organization:Consulate General of India, Guangzhou|mission=consulate|sends=IN|seat=Guangzhou"),
    (GUANGZHOU, "Organization:Consulate General of Pakistan|mission=consulate|sends=PK"),
    ("Organization:Ministry of Education|country=PK", "Organization:Ministry of Education|country=CN"),
    (
        "Organization:Ministry of Foreign Affairs and Trade|Ministry of Foreign Affairs",
        "Organization:Ministry of Foreign Affairs",
    ),
    ("Organization:China Software Association", "Organization:CSA"),
    ("Organization:joint venture", "Organization:joint venture"),
    ("Organization:Pakistani companies|group=yes", "Organization:Pakistani companies|group=yes"),
    ("Organization:China", "Place:China"),
    ("Place:Hyderabad|country=PK|geoname=1176734", "Place:Hyderabad|country=IN|geoname=1269843"),
    ("Place:Georgia|iso=GE", "Place:Georgia|geoname=4197000|country=US"),
    ("Person:Asim Shahryar Husain", "Person:Hussain Haider"),
    ("Person:Hussain Haider", "Person:Malik Sohail Hussain"),
    ("Person:Adnan Khan", "Person:Ali Kamal"),
    ("Person:Li Wei|body=Huawei", "Person:Li Wei|body=ZTE"),
    ("Person:Wang Fang|country=CN", "Person:Wang Fang|country=SG"),
    ("Person:Liu Jian", "Person:Lu Jian"),
    ("Person:Mr Khan", "Person:Mr Khan"),
    ("Person:Adnan Khan", "Person:Mr Khan"),
    ("Person:Adnan Khan|office=director", "Person:Mr Khan|office=director"),
    ("Event:ITCN Asia 2024", "Event:ITCN Asia 2025"),
    ("Event:ITCN Asia|year=2024", "Event:ITCN Asia|year=2025"),
    (GDEC, "Event:3rd Global Digital Economy Conference"),
    (GDEC, "Event:GDEC"),
    ("Event:meeting", "Event:meeting"),
    ("Event:Congressional hearing|noun=hearing", "Event:Congressional hearing|noun=hearing"),
    ("Event:meeting of A Li and B Wang, 2022-05-11", "Event:meeting of A Li and B Wang, 2022-05-12"),
    ("Agreement:MoU between PSEB and Huawei", "Agreement:MoU between PSEB and Huawei"),
]


def of(*lines: str) -> tuple[Resolution, list[str]]:
    """The resolution of articles 0, 1 … with a line each, and the entity of each."""
    found = resolve((str(i), thing(line)) for i, line in enumerate(lines))
    return found, [found.entity_of[str(i), line] for i, line in enumerate(lines)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing(one: str, other: str) -> None:
    _, (first, second) = of(one, other)
    assert first == second


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_things(one: str, other: str) -> None:
    found, (first, second) = of(one, other)
    assert first != second
    assert {first, second} == set(found.entities)


def test_a_short_name_that_fits_two_things_is_neither() -> None:
    _, (one, other, short) = of(
        "Organization:Pakistan Software Export Board|PSEB",
        "Organization:Punjab Social Education Body|PSEB",
        "Organization:PSEB",
    )
    assert len({one, other, short}) == 3


def test_a_ministry_without_a_country_is_not_given_one_of_two() -> None:
    found, iris = of(*(f"Organization:Ministry of Education{hint}" for hint in ("|country=PK", "|country=CN", "")))
    base = "https://kg.example/id/organization/ministry-of-education"
    assert iris == [f"{base}~pk", f"{base}~cn", base]
    assert [found.entities[iri].country for iri in iris] == ["PK", "CN", None]


def test_a_chain_that_contradicts_itself_is_cut() -> None:
    found, (pakistan, acronym, india) = of(
        "Organization:Trade Development Authority|TDA|country=PK",
        "Organization:TDA|Trade Development Agency|country=PK",
        "Organization:Trade Development Agency|TDA|country=IN",
    )
    assert pakistan == acronym != india
    assert any(j.verdict == "different" and "country" in j.reason for j in found.judgements)


def test_two_referents_of_one_article_stay_two_unless_their_names_are_one() -> None:
    names = ["Organization:Huawei Technologies|Huawei", "Organization:Huawei", "Place:China|iso=CN", "Place:PRC|iso=CN"]
    found = resolve(("a", thing(name)) for name in names)
    iris = [found.entity_of["a", name] for name in names]
    assert iris[0] != iris[1]
    assert iris[2] == iris[3]


def test_the_label_is_the_fullest_name_and_labels_hold_all() -> None:
    found, (iri, *_) = of(
        "Organization:PSEB", "Organization:PSEB", "Organization:Pakistan Software Export Board|the Board|PSEB"
    )
    entity = found.entities[iri]
    assert entity.label == "Pakistan Software Export Board"
    assert entity.labels == ("Pakistan Software Export Board", "PSEB", "the Board")
    assert iri.endswith("/organization/pakistan-software-export-board")


def test_among_equals_the_label_that_most_articles_use_wins() -> None:
    found, (iri, *_) = of("Place:China|iso=CN", "Place:PR China|iso=CN", "Place:PR China|iso=CN")
    assert found.entities[iri].label == "PR China"
    found, (iri, *_) = of("Person:Ms. Anna Li", "Person:Anna Li", "Person:Anna Li")
    assert found.entities[iri].label == "Anna Li"


def test_gazetteer_hints_become_links_and_coordinates() -> None:
    found, (iri,) = of("Place:Guangzhou|geoname=1809858|country=CN|latitude=23.1|longitude=113.2")
    entity = found.entities[iri]
    assert (entity.links, entity.country) == (("https://sws.geonames.org/1809858/",), "CN")
    assert (entity.latitude, entity.longitude) == (23.1, 113.2)
    found, (iri,) = of("Place:China|iso=CN|geoname=> <http://evil|latitude=north|longitude=1")
    entity = found.entities[iri]
    assert entity.links == ("https://www.iso.org/obp/ui/#iso:code:3166:CN",)
    assert (entity.country, entity.latitude) == ("CN", None)


def test_namesakes_are_told_apart_by_what_is_known_of_them_or_by_article() -> None:
    _, iris = of("Person:Li Wei|body=Huawei", "Person:Li Wei|body=ZTE", "Person:Li Wei")
    assert [iri.rsplit("/", 1)[1] for iri in iris] == ["li-wei~huawei", "li-wei~zte", "li-wei"]
    _, iris = of("Event:meeting", "Event:meeting")
    assert [iri.rsplit("/", 1)[1].rsplit("-", 1)[0] for iri in iris] == ["meeting~0", "meeting~1"]


def test_every_judgement_says_why() -> None:
    found, _ = of("Organization:Pakistan Software Export Board|PSEB", "Organization:PSEB")
    (told,) = found.judgements
    assert (told.verdict, told.rule) == ("same", "acronym")
    assert told.left[0] == "0"
    assert told.right[0] == "1"
    assert told.reason == "PSEB is given as the acronym of Pakistan Software Export Board"
    assert 0.9 < told.score < 1


@pytest.mark.parametrize(
    ("name", "expected"), [("PSEB", True), ("P@SHA", True), ("MoITT", True), ("Huawei", False), ("UN Women", False)]
)
def test_acronyms_are_known_by_their_capitals(name: str, expected: bool) -> None:
    assert forms.is_acronym(name) is expected


def test_editions_are_read_from_names() -> None:
    assert forms.edition("4th Global Digital Economy Conference 2024") == ("2024", "4")
    assert forms.series("4th Global Digital Economy Conference 2024") == "Global Digital Economy Conference"
    assert forms.series("2024") == "2024"


@pytest.mark.parametrize("label", ["webinar", "the Forum", "signing ceremony", "MoU between A and B", "MoU"])
def test_nouns_and_descriptions_are_no_names(label: str) -> None:
    assert thing_is_unnamed(label)


@pytest.mark.parametrize("label", ["4th Asia Expo", "e-Commerce Forum", "Boao Forum for Asia", "中非合作论坛"])
def test_names_of_events_are_names(label: str) -> None:
    assert not thing_is_unnamed(label)


def thing_is_unnamed(label: str) -> bool:
    return forms.is_noun(label) or forms.is_description(label)


def test_editions_of_a_series_are_told_apart_with_the_reason() -> None:
    found, (one, other) = of("Event:ITCN Asia 2024", "Event:ITCN Asia 2025")
    assert one != other
    (judged,) = found.judgements
    assert judged.verdict == "different"
    assert "the series ITCN Asia, in two editions" in judged.reason
