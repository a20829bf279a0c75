"""Evidence for and against two things being one: reasons with weights, and the score that they add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp

from kg.resolve import forms
from kg.resolve.cluster import Cluster

SAME, DIFFERENT = 0.8, 0.3
"""Scores from which on, and up to which, the rules decide; between them a person may."""

UNIQUE_OFFICES = frozenset(
    {
        "president",
        "vice president",
        "prime minister",
        "pm",
        "premier",
        "chancellor",
        "foreign minister",
        "king",
        "queen",
    }
    | {"emir", "sultan", "pope", "crown prince", "consul general", "ambassador", "governor", "attorney general"}
)
"""Offices of which a country (or the like) has one or few at a time."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for the two being one (positive weight, in log-odds), or against it (negative)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """All that was found for and against."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The probability that the two are one, as far as the weights are right."""
        return round(1 / (1 + exp(-sum(reason.weight for reason in self.reasons))), 3)

    @property
    def told(self) -> str:
        """The reasons as a sentence: what is for it, then what is against it."""
        told = ", ".join(r.text for r in self.reasons if r.weight >= 0)
        against = ", ".join(r.text for r in self.reasons if r.weight < 0)
        return f"{told}; but {against}" if against else told

    def __add__(self, others: Iterable[Reason]) -> Weighing:
        return Weighing((*self.reasons, *others))


def weighed(text: str, weight: float, others: Iterable[Reason] = ()) -> Weighing:
    """A weighing that begins with one reason."""
    return Weighing((Reason(text, weight), *others))


def circumstances(one: Cluster, other: Cluster) -> list[Reason]:
    """What is known of two persons besides their names, as evidence that they are one, or are not."""
    reasons = []
    country = one.agrees(other, "country")
    if country:
        reasons.append(Reason(f"both {country}", 0.9))
    bodies = [_bodies(cluster) for cluster in (one, other)]
    if bodies[0] & bodies[1]:
        reasons.append(Reason(f"both of {_shortest(one, other)}", 3.0))
    elif bodies[0] and bodies[1]:
        weight = -0.5 if country else -1.5
        reasons.append(Reason(f"one of {_listed(one, 'body')}, one of {_listed(other, 'body')}", weight))
    office = one.agrees(other, "office")
    if office:
        sole = office.removeprefix("office ") in UNIQUE_OFFICES and country
        reasons.append(Reason(f"both {office}", 2.5 if sole else 1.0))
    elif one.known.get("office") and other.known.get("office"):
        reasons.append(Reason(f"{_listed(one, 'office')}, not {_listed(other, 'office')}", -0.2 if country else -0.7))
    return reasons


def _bodies(cluster: Cluster) -> set[str]:
    found: set[str] = set()
    for profile in cluster.profiles:
        found |= forms.body_marks(profile.hint.get("body", ""))
    return found


def _shortest(one: Cluster, other: Cluster) -> str:
    named: list[str] = [*one.known.get("body", ()), *other.known.get("body", ())]
    return min(named, key=lambda body: (len(body), body))


def _listed(cluster: Cluster, name: str) -> str:
    return "/".join(sorted(cluster.known.get(name, ())))
