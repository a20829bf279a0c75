"""Finds profiles by their keys, and what must be resolved anew when some of them come or go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kg.resolve.comparable import comparable
from kg.resolve.profile import Profile
from kg.resolve.tables import Filed, Tables

CROWD = 40
"""A loose key (``~…``) that more profiles than this have tells nothing and is not looked at."""

SHARED, SEEKERS, OFFERS = range(3)


class Index:
    """Profiles by what they share, seek and offer."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._before: dict[str, int] = {}
        self._sizes: dict[str, int] = {}

    def add(self, profiles: Sequence[Profile]) -> None:
        """Make profiles known."""
        self._remember(profiles)
        for profile in profiles:
            self._tables.file(profile, _keys(profile))

    def remove(self, profiles: Sequence[Profile]) -> None:
        """Forget profiles."""
        self._remember(profiles)
        for profile in profiles:
            self._tables.unfile(profile, _keys(profile))

    def crowded(self, key: str) -> bool:
        """Whether so many profiles have a loose key that it tells nothing."""
        return key[0] == "~" and self._size(key) > CROWD

    def reach(self, start: Iterable[Profile]) -> list[Profile]:
        """Everything that must be compared, directly or through others, with what changed since all was settled:
        with profiles that were added, and with what was compared with those that were removed."""
        seen = dict.fromkeys(start)
        waiting = list(seen)
        if len(seen) * 2 > self._tables.size():  # as good as everything
            seen.update(dict.fromkeys(self._tables.every()))
            waiting = []
        visited: set[Filed] = set()
        while waiting:
            asked = self._asked(waiting, visited)
            waiting = []
            for place, other in self._found(asked):
                key = place[1]
                if other not in seen and (key[0] != "~" or any(comparable(key, one, other) for one in asked[place])):
                    seen[other] = None
                    waiting.append(other)
        return list(seen)

    def settle(self) -> None:
        """Take what is filed as unchanged: nothing is to be resolved anew because of it."""
        self._before.clear()
        self._sizes.clear()

    def _asked(self, profiles: Sequence[Profile], visited: set[Filed]) -> dict[Filed, list[Profile]]:
        """Where to look for what profiles are compared with: each place with those that look there."""
        asked: dict[Filed, list[Profile]] = defaultdict(list)
        self._measure(profiles)
        for profile in profiles:
            for place in _sought(profile):
                loose = place[1][0] == "~"
                if place in visited or (loose and self._was_always_crowded(place[1])):
                    continue
                asked[place].append(profile)
        visited.update(place for place in asked if place[1][0] != "~")
        return asked

    def _found(self, places: Iterable[Filed]) -> Iterator[tuple[Filed, Profile]]:
        keys: dict[int, list[str]] = defaultdict(list)
        for block, key in places:
            keys[block].append(key)
        for block, wanted in keys.items():
            yield from (((block, key), profile) for key, profile in self._tables.under(block, wanted))

    def _remember(self, profiles: Sequence[Profile]) -> None:
        """Note how many had the loose keys of these before they change."""
        for key in self._measure(profiles):
            self._before.setdefault(key, self._sizes.pop(key))

    def _measure(self, profiles: Sequence[Profile]) -> set[str]:
        """Find out at once how many have the loose keys of these; gives the keys."""
        keys = {key for profile in profiles for _, key in _keys(profile) if key[0] == "~"}
        self._count(keys)
        return keys

    def _size(self, key: str) -> int:
        """How many have a key, up to one more than a crowd."""
        self._count({key})
        return self._sizes[key]

    def _count(self, keys: set[str]) -> None:
        unknown = keys - self._sizes.keys()
        counted = [self._tables.crowds(block, unknown, CROWD + 1) for block in (SHARED, OFFERS)] if unknown else []
        for key, count in chain.from_iterable(counted):
            self._sizes[key] = max(count, self._sizes.get(key, 0))

    def _was_always_crowded(self, key: str) -> bool:
        """Whether the key told nothing before the change and tells nothing after it."""
        return self.crowded(key) and self._before.get(key, CROWD + 1) > CROWD


def _keys(profile: Profile) -> Iterator[Filed]:
    """Where a profile is filed."""
    yield from ((SHARED, key) for key in profile.shares)
    yield from ((SEEKERS, key) for key in profile.seeks)
    yield from ((OFFERS, key) for key in profile.offers)


def _sought(profile: Profile) -> Iterator[Filed]:
    """Where those are filed that a profile is compared with."""
    yield from ((SHARED, key) for key in profile.shares)
    yield from ((OFFERS, key) for key in profile.seeks)
    yield from ((SEEKERS, key) for key in profile.offers)
