"""Makes up articles for the benchmarks, as long as news reports are.

    python -m tests.benchmarks.articles 1000 FOLDER

The same numbers give the same articles. The bodies and persons in them are met as often as in news: a few
everywhere, most once or twice (Zipf's law), so that a larger corpus has more of them, but fewer for each
article.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

CITIES = {
    "Kenya": ("Kenyan", ("Nairobi", "Mombasa", "Kisumu")),
    "Peru": ("Peruvian", ("Lima", "Arequipa", "Cusco")),
    "Vietnam": ("Vietnamese", ("Hanoi", "Da Nang", "Hue")),
    "Poland": ("Polish", ("Warsaw", "Gdansk", "Poznan")),
    "Kazakhstan": ("Kazakh", ("Astana", "Almaty", "Karaganda")),
    "Oman": ("Omani", ("Muscat", "Salalah", "Sohar")),
    "Fiji": ("Fijian", ("Suva", "Nadi", "Lautoka")),
    "South Korea": ("South Korean", ("Seoul", "Busan", "Daegu")),
    "Brazil": ("Brazilian", ("Brasilia", "Recife", "Curitiba")),
    "Pakistan": ("Pakistani", ("Islamabad", "Lahore", "Karachi")),
}
GIVEN = """
Amina Bruno Carla Daniel Elena Farid Grace Hassan Irina Jorge Karim Leila Marta Nadia Omar Paula Rafael Sara
""".split()
SYLLABLES = "ba be da do fa ga ho ja ka ko la li ma mo na ni pa ra ro sa shi ta to va wa ya za".split()
FIELDS = "Agriculture Energy Transport Health Education Trade Tourism Fisheries Mining Water Science Culture".split()
BODIES = (
    "{} University|{} Institute of {}|{} Development Bank|{} Chamber of {}|{} {} Agency|{} Telecom|{} Holdings"
).split("|")
OFFICES = "Minister of {}|Deputy Minister of {}|State Secretary for {}".split("|")
SUBJECTS = (
    "vocational training|solar power|cold storage|port handling|teacher exchange|seed research|rural clinics"
).split("|")
EVENTS = "{} {} Forum|{} Conference on {}|{} {} Expo".split("|")

OPENINGS = (
    "{city}, {day} – {body} and {other} signed a memorandum of understanding on {subject} here on {weekday}.",
    "{city}, {day} – {minister} met {guest}, on {weekday} to discuss {subject}.",
    "{city}, {day} – The {event} opened here on {weekday} with delegations from {country} and {abroad}.",
    "{city}, {day} – A delegation of {other} led by {leader} visited {body} on {weekday}.",
)
PARAGRAPHS = (
    "The memorandum was signed by {leader} for {other} and by {head} for {body}, in the presence of {minister}.",
    "{leader}, director of {other}, said that the two sides had worked on {subject} for {number} years and that more "
    "than {hundred} people had been trained in that time.",
    "{guest} thanked the hosts for their welcome and noted that trade between {country} and {abroad} had grown by "
    "{number} per cent over the past year, though from a low base.",
    "On the sidelines of the {event}, {head} held talks with {leader} on {subject} and {another}.",
    "Under the agreement, {body} will send {number} specialists to {abroad} each year, while {other} will offer "
    "places in its laboratories and help to buy equipment.",
    "The {event} was organised by {body} and attended by {guest}, {leader} and about {hundred} participants.",
    "{head} told reporters that the next meeting would be held in {far} and that a working group was to draw up a plan "
    "for {another} before the end of the year.",
    "Earlier in the week the guests toured the campus of {body}, where students showed them a project on {another}; "
    "they also stopped at a market and at the old harbour.",
    "{other}, based in {far}, has branches in {number} towns and cooperates with {body} on {subject}.",
    "Officials said that rains had delayed some of the work, but that the budget of {hundred} million dollars was safe "
    "and that no further loans would be needed.",
)


class Maker:
    """Makes articles, one for each number, out of one stock of things."""

    def __init__(self, articles: int, seed: int = 1) -> None:
        """``articles`` is the size of the corpus: the stock of things grows with its square root."""
        self.random = Random(seed)
        size = max(60, round(12 * articles**0.5))
        self.bodies = [self._body() for _ in range(size)]
        self.people = [f"{self.random.choice(GIVEN)} {self._word()}" for _ in range(2 * size)]
        self.weights = list(accumulate(1 / rank for rank in range(1, 2 * size + 1)))

    def article(self, number: int) -> str:
        """The text of one article: title, dateline and some 250 words."""
        random = self.random = Random(number)
        (country, (_, cities)), (abroad, (adjective, theirs)) = random.sample(sorted(CITIES.items()), 2)
        day = date(2021, 1, 4) + timedelta(days=random.randrange(1400))
        minister = random.choice(OFFICES).format(random.choice(FIELDS))
        known = {
            "city": random.choice(cities),
            "far": random.choice(theirs),
            "country": country,
            "abroad": abroad,
            "day": f"{day:%B} {day.day}, {day.year}",
            "weekday": f"{day:%A}",
            "body": self._some(self.bodies),
            "other": self._some(self.bodies),
            "leader": self._some(self.people),
            "head": self._some(self.people),
            "minister": f"{country}'s {minister} {self._some(self.people)}",
            "guest": f"the {adjective} ambassador, {self._some(self.people)}",
            "event": random.choice(EVENTS).format(f"{self._word()}", random.choice(FIELDS)),
            "subject": random.choice(SUBJECTS),
            "another": random.choice(SUBJECTS),
            "number": random.randrange(2, 30),
            "hundred": random.randrange(2, 90) * 10,
        }
        body = [random.choice(OPENINGS), *random.sample(PARAGRAPHS, 7)]
        title = f"{known['body']} and {known['other']} work on {known['subject']}"
        return "\n\n".join([title, *(paragraph.format(**known) for paragraph in body)]) + "\n"

    def _some(self, stock: list[str]) -> str:
        return self.random.choices(stock, cum_weights=self.weights[: len(stock)])[0]

    def _word(self) -> str:
        return "".join(self.random.choices(SYLLABLES, k=3)).title()

    def _body(self) -> str:
        return self.random.choice(BODIES).format(self._word(), self.random.choice(FIELDS))


def articles(count: int) -> Iterator[tuple[str, str]]:
    """Name and text of each article of a corpus of so many."""
    maker = Maker(count)
    for number in range(count):
        yield f"{number // 1000:03}/{number:06}.txt", maker.article(number)


def write_articles(count: int, folder: Path) -> None:
    """Write a corpus of so many articles into a folder."""
    for name, text in articles(count):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_articles(int(sys.argv[1]), Path(sys.argv[2]))
