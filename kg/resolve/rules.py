"""The rules that find one thing behind two ways of writing it, strongest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.resolve import bodies, forms, people
from kg.resolve.cluster import Cluster
from kg.resolve.profile import NAMED, Profile
from kg.resolve.weighing import Reason, Weighing, circumstances, weighed

Keys = Callable[[Profile], Iterable[str]]
Weigh = Callable[[Cluster, Cluster], Weighing | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A way of finding pairs and weighing them.

    ``seeks`` are the keys under which a thing looks, ``offers`` those under which it is found; ``weigh`` gives
    the evidence, or None where the rule has nothing to say. ``mutual``: neither of the two is the short form of the
    other, so that several that fit may all be one.
    """

    name: str
    seeks: Keys
    offers: Keys
    weigh: Weigh
    mutual: bool = False


def _under(prefix: str, keys: Keys) -> Keys:
    return lambda profile: [key for key in keys(profile) if key.startswith(prefix)]


def _shared(prefix: str) -> tuple[Keys, Keys]:
    chosen = _under(prefix, lambda profile: profile.shares)
    return chosen, chosen


def _sought(*prefixes: str) -> tuple[Keys, Keys]:
    def seeks(profile: Profile) -> list[str]:
        return [key for key in profile.seeks if key.startswith(prefixes)]

    def offers(profile: Profile) -> list[str]:
        return [key for key in profile.offers if key.startswith(prefixes)]

    return seeks, offers


def _same_name(seeker: Cluster, target: Cluster) -> Weighing | None:
    """One has an identifier (gazetteer, seat, year …) that the other's article did not give."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return weighed(f"both are of the series {min(seeker.first.name, target.first.name)}, in two editions", -4.0)
    if _is_identified(seeker):
        return None
    if seeker.order[:3] == target.order[:3] and seeker.type != "Event":
        return None  # one name, cut on purpose
    return weighed(f"the same name, {seeker.first.label}", 4.0)


def _is_identified(cluster: Cluster) -> bool:
    return cluster.order[1] not in ("name", "bare")


def _same_edition(one: Cluster, other: Cluster) -> bool:
    if one.agrees(other, "year", "ordinal"):
        return True
    return not any(c.known.get(name) for c in (one, other) for name in ("year", "ordinal"))


ALIKE: dict[people.Likeness, tuple[str, float, float]] = {
    "equal": ("are one name", 3.0, 0.5),
    "spelling": ("are spellings of one name", 2.2, 0.0),
    "order": ("are one name in two orders", 2.0, 0.3),
    "initials": ("are one name, one with initials", 1.2, 0.0),
    "shorter": ("are one name, one with more of it", 1.8, 0.0),
}
"""How two likenesses of persons' names are told, and their weights: of rare names, and of such as many bear."""
SHORT_NAME = 12
"""Rare names of fewer letters in two parts may well be two people's when they are spelt in two ways."""


def _one_person(seeker: Cluster, target: Cluster) -> Weighing | None:
    """Names that differ as one person's may, and what is known beside them; every name must go with every other."""
    found: list[tuple[float, str]] = []
    for one in sorted({p.label for p in seeker.profiles}):
        for other in sorted({p.label for p in target.profiles}):
            if forms.is_bare(one) or forms.is_bare(other):
                continue
            kind = people.likeness(one, other)
            if kind is None:
                return None
            text, rare, common = ALIKE[kind]
            frequent = [people.is_common(name) for name in (one, other)]
            many = all(frequent) if kind == "equal" else any(frequent)
            weight = common if many else _rarity(kind, one, other, rare)
            found.append((weight, f"{one} and {other} {text}"))
    if not found:
        return None
    weight, text = max(found)
    return weighed(text, weight, circumstances(seeker, target))


def _rarity(kind: people.Likeness, one: str, other: str, weight: float) -> float:
    shorter = min((people.parts(one), people.parts(other)), key=lambda parts: (len(parts), parts))
    if kind == "spelling" and len(shorter) < 3:
        return 1.5 if len("".join(shorter)) >= SHORT_NAME else 0.5
    if kind == "initials" and all(len(people.parts(name)[0]) > 1 for name in (one, other)):
        return 2.2  # a middle initial, left out or written out
    return weight


def _written_otherwise(seeker: Cluster, target: Cluster) -> Weighing | None:
    """Another spelling, language, abbreviation or order of words; of a state's bodies with the same country."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return None
    best: tuple[float, str] | None = None
    for one in seeker.profiles:
        for other in target.profiles:
            weight = 0.0 if one.core == other.core else _body_weight(one, other)
            if weight and (best is None or weight > best[0]):
                best = weight, f"{one.label} and {other.label} are the same words"
    if best is None:
        return None
    return weighed(best[1], best[0], _countries_weighed(seeker, target))


def _body_weight(one: Profile, other: Profile) -> float:
    first, second = one.body, other.body
    if first.country and second.country and first.country != second.country:
        return 0.0
    country = first.country or one.hint.get("country", ""), second.country or other.hint.get("country", "")
    if first.state and second.state:
        if first.unordered != second.unordered or len(first.content) < 1:
            return 0.0
        if not all(country):
            return 2.0 if first.ordered == second.ordered else 0.5
        return 4.0 if country[0] == country[1] else 0.0
    if first.ordered == second.ordered:
        return 3.0 if len(first.words) > 1 else 0.8
    return 2.5 if first.unordered and first.unordered == second.unordered else 0.0


def _countries_weighed(one: Cluster, other: Cluster) -> list[Reason]:
    agreed = one.agrees(other, "country", "seat")
    return [Reason(f"both {agreed}", 1.0)] if agreed else []


def _slip_of_the_pen(seeker: Cluster, target: Cluster) -> Weighing | None:
    """One letter more, less or other in one long word of a long name."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return None
    for one in seeker.profiles:
        for other in target.profiles:
            slip = bodies.slip(one.body, other.body)
            if slip:
                text = f"{one.label} and {other.label} differ by a slip, {slip[0]} and {slip[1]}"
                return weighed(text, 1.8 if slip[2] else 0.5, _countries_weighed(seeker, target))
    return None


def _is_acronym_of(seeker: Cluster, target: Cluster) -> Weighing | None:
    """Declared by an article, or made of the full name's initials and too long to be so by chance."""
    if seeker.type == "Event" and not _same_edition(seeker, target):
        return None
    letters = {forms.acronym(p.name) for p in seeker.profiles if forms.is_acronym(p.name)}
    if all(forms.is_acronym(p.name) for p in target.profiles) or _is_branch(seeker, target):
        return None
    declared = letters & {a for p in target.profiles for a in p.acronyms}
    if declared:
        return weighed(f"{min(declared)} is given as the acronym of {target.first.label}", 4.0)
    formed = letters & {a for p in target.profiles for a in p.initials}
    if not formed:
        return None
    text = f"{min(formed)} are the initials of {target.first.label}"
    return weighed(text, 2.0 if len(min(formed)) > 3 else 0.0, _countries_weighed_twice(seeker, target))


def _countries_weighed_twice(one: Cluster, other: Cluster) -> list[Reason]:
    """Where initials are few, country or seat decides."""
    return [Reason(reason.text, 2 * reason.weight) for reason in _countries_weighed(one, other)]


def _is_alias_of(seeker: Cluster, target: Cluster) -> Weighing | None:
    """An article calls the target by the seeker's name, which is neither a mother company's nor a place's own."""
    if seeker.type not in NAMED or forms.is_generic(seeker.first.label):
        return None
    if forms.is_state_body(seeker.first.label) and not seeker.agrees(target, "country"):
        return None
    if _is_branch(seeker, target):
        return None
    if seeker.type == "Place" and _is_identified(seeker) and _is_identified(target):
        return None
    return weighed(f"{target.first.label} is also called {seeker.first.label}", 3.0)


def _is_branch(seeker: Cluster, target: Cluster) -> bool:
    return any(forms.is_branch(p.label, q.label) for p in seeker.profiles for q in target.profiles)


def _is_surname_of(seeker: Cluster, target: Cluster) -> Weighing | None:
    """A title and surname is the one known bearer of it at that body, or in that office of that country."""
    if all(forms.is_bare(p.label) for p in target.profiles):
        return None
    if not any(p.marks & q.marks for p in seeker.profiles for q in target.profiles):
        return None
    reasons = circumstances(seeker, target)
    return weighed(f"{seeker.first.label} is the surname of {target.first.label}", 0.0, reasons)


RULES: tuple[Rule, ...] = (
    Rule("name", *_shared("name "), _same_name),
    Rule("writing", *_shared("~body "), _written_otherwise, mutual=True),
    Rule("slip", *_shared("~slip "), _slip_of_the_pen, mutual=True),
    Rule("person", *_shared("~person "), _one_person, mutual=True),
    Rule("acronym", *_sought("acronym ", "~initials "), _is_acronym_of),
    Rule("alias", *_sought("alias "), _is_alias_of),
    Rule("surname", *_sought("surname "), _is_surname_of),
)
"""All rules, in the order in which they are applied."""
