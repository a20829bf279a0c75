"""Whether two profiles that meet under a key need a closer look at all: what keeps the work small."""

from __future__ import annotations

from kg.resolve import bodies, people
from kg.resolve.profile import Profile


def comparable(key: str, one: Profile, other: Profile) -> bool:
    """Whether the two may be one as far as ``key``, which they share, goes. Only loose keys (``~…``) bring
    things together that need not even look alike."""
    if key[0] != "~":
        return True
    if _country(one) and _country(other) and _country(one) != _country(other):
        return False
    if key.startswith("~person"):
        return people.likeness(one.label, other.label) is not None
    if key.startswith("~slip"):
        return bodies.slip(one.body, other.body) is not None
    return True


def _country(profile: Profile) -> str:
    return profile.hint.get("country", "")
