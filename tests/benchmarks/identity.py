"""How long identity takes as the graph grows: ``python -m tests.benchmarks.identity``.

The corpus is made up: articles of ten referents each, with names put together from the frequent names of many
countries, so that namesakes, spellings and acronyms are met as often as in news.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from random import Random

from kg.model import Referent
from kg.resolve import Resolver
from kg.resolve.words import COMMON_NAME_PARTS

GIVEN = sorted(COMMON_NAME_PARTS)
SYLLABLES = re.findall("..|...", "karomitalendorvinubekshapolanizertugrafinoskwelhayarjinquaostbrilod")
HEADS = [
    "University",
    "Institute",
    "Agency",
    "Board",
    "Council",
    "Bank",
    "Chamber",
    "Association",
    "Authority",
    "Group",
]
FIELDS = re.findall("[A-Z][a-z]+", "SoftwareEnergyTradeHealthScienceWaterMiningSpaceFoodSteelTransportCulture")
COUNTRIES = re.findall("..", "PKCNKEBRINUSGBFRDEJPIDNGEGTRZAMXARCLVNPH")
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def corpus(entities: int, seed: int = 1) -> dict[str, list[Referent]]:
    """Articles that tell of about so many things, each of which about two articles name."""
    random = Random(seed)
    things = [_thing(random, number) for number in range(entities)]
    articles: dict[str, list[Referent]] = {}
    for number in range(entities // 5):
        chosen = random.sample(things, 10)
        known = {key: Referent(key, kind, names[0], names, (), hints) for key, kind, names, hints in map(_told, chosen)}
        articles[f"{number:06}.txt"] = list(known.values())
    return articles


Thing = tuple[str, tuple[str, ...], dict[str, str]]


def _thing(random: Random, number: int) -> Thing:
    country = random.choice(COUNTRIES)
    if number % 2:
        family = random.choice(GIVEN) if random.random() < 0.3 else _word(random)
        name = f"{random.choice(GIVEN)} {family}".title()
        return "Person", (name,), {"country": country, "office": random.choice(("minister", "director", "president"))}
    name = f"{_word(random).title()} {random.choice(FIELDS)} {random.choice(FIELDS)} {random.choice(HEADS)}"
    short = "".join(word[0] for word in name.split())
    if random.random() < 0.1:
        return "Organization", (short,), {"country": country}
    return "Organization", (name, short) if random.random() < 0.3 else (name,), {"country": country}


def _word(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=random.choice((2, 3))))


def _told(thing: Thing) -> tuple[str, str, tuple[str, ...], dict[str, str]]:
    kind, names, hints = thing
    return f"{kind}:{names[0]}", kind, names, hints


def timed(articles: dict[str, list[Referent]]) -> tuple[float, float, int]:
    """Seconds for all articles at once, seconds for one more article, and the number of entities."""
    *rest, last = sorted(articles)
    resolver = Resolver()
    start = time.perf_counter()
    resolver.change({name: articles[name] for name in rest})
    middle = time.perf_counter()
    resolver.change({last: articles[last]})
    return middle - start, time.perf_counter() - middle, len(resolver.entities)


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print a table."""
    print(f"{'entities':>10} {'all at once, s':>16} {'per 1,000':>10} {'one article more, ms':>22}")
    for size in sizes:
        whole, one, entities = timed(corpus(size))
        print(f"{entities:>10,} {whole:>16.2f} {whole / entities * 1000:>10.3f} {one * 1000:>22.1f}")


if __name__ == "__main__":
    main()
