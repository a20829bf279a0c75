"""Small referents written in one line, as in ``Organization:PSEB|country=PK``: class, labels, hints."""

from __future__ import annotations

from kg.model import Referent


def thing(line: str) -> Referent:
    """The referent that a line describes; its key is the line itself."""
    kind, rest = line.split(":", 1)
    parts = rest.split("|")
    labels = tuple(part for part in parts if "=" not in part)
    hints = dict(part.split("=", 1) for part in parts if "=" in part)
    return Referent(line, kind, labels[0], labels, (), hints)


POOL = [
    "Organization:Pakistan Software Export Board|PSEB",
    "Organization:Pakistan Software Export Board",
    "Organization:PSEB",
    "Organization:Ministry of Education|country=PK",
    "Organization:Ministry of Education|country=CN",
    "Organization:Ministry of Education",
    "Organization:Ministry of Education of Pakistan|Ministry of Education|country=PK",
    "Organization:Huawei|country=CN",
    "Organization:Huawei Technologies Co., Ltd.|Huawei",
    "Organization:Huawei Technologies",
    "Organization:Huawei Pakistan|Huawei",
    "Organization:Huawei",
    "Organization:HUAWEI",
    "Organization:joint venture",
    "Place:China|iso=CN",
    "Place:People's Republic of China|iso=CN",
    "Place:China",
    "Place:United States|US|iso=US",
    "Place:US",
    "Place:Hyderabad|country=PK",
    "Place:Hyderabad|country=IN|geoname=1269843|latitude=17.38|longitude=78.46",
    "Place:Hyderabad",
    "Person:Li Wei|body=Huawei",
    "Person:Li Wei|body=ZTE",
    "Person:Li Wei|country=CN",
    "Person:Li Wei",
    "Person:Mr Li|body=Huawei",
    "Person:Mr Li",
    "Person:Asim Shahryar Husain|office=managing director",
    "Person:Asim Shahryar Hussain|country=PK",
    "Person:Mr. Husain|office=managing director",
    "Person:Asif Husain|office=managing director",
    "Organization:Consulate General of Pakistan, Guangzhou|sends=PK|mission=consulate|seat=Guangzhou",
    "Organization:Pakistan Consulate General, Guangzhou",
    "Organization:Consulate General of Pakistan|sends=PK|mission=consulate|seat=Shanghai",
    "Organization:Consulate General of Pakistan",
    "Event:4th Global Digital Economy Conference 2024|GDEC|year=2024|ordinal=4",
    "Event:Global Digital Economy Conference 2024",
    "Event:Fourth Global Digital Economy Conference",
    "Event:Global Digital Economy Conference",
    "Event:GDEC 2024",
    "Event:GDEC",
    "Event:GDEC 2025|series=GDEC|year=2025",
    "Event:meeting",
    "Event:meeting of Li Wei and Babar Amin, 2022-05-11",
    "Event:meeting of Li Wei and Babar Amin, 2022-05-12",
    "Agreement:MoU between PSEB and Huawei",
    "Programme:Digital Silk Road",
    "Programme:digital silk road|Digital Silk Road initiative",
]
"""Names that are alike, same or not, in many ways: what the property tests draw from."""
