"""Finds profiles by their keys, and what must be resolved anew when some of them come or go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.resolve.comparable import comparable
from kg.resolve.profile import Profile

CROWD = 40
"""A loose key (``~…``) that more profiles than this have tells nothing and is not looked at."""

Block = dict[str, dict[Profile, None]]


class Index:
    """Profiles by what they share, seek and offer."""

    def __init__(self) -> None:
        self._shared: Block = defaultdict(dict)
        self._seekers: Block = defaultdict(dict)
        self._offers: Block = defaultdict(dict)
        self._before: dict[str, int] = {}
        self._known: dict[Profile, None] = {}

    def add(self, profile: Profile) -> None:
        """Make a profile known."""
        self._known[profile] = None
        for block, keys in self._keys(profile):
            for key in keys:
                self._remember(key)
                block[key][profile] = None

    def remove(self, profile: Profile) -> None:
        """Forget a profile."""
        self._known.pop(profile, None)
        for block, keys in self._keys(profile):
            for key in keys:
                self._remember(key)
                block[key].pop(profile, None)
                if not block[key]:
                    del block[key]

    def crowded(self, key: str) -> bool:
        """Whether so many profiles have a loose key that it tells nothing."""
        return key[0] == "~" and self._size(key) > CROWD

    def reach(self, start: Iterable[Profile]) -> list[Profile]:
        """Everything that must be compared, directly or through others, with what changed since the last call:
        with profiles that were added, and with what was compared with those that were removed."""
        seen = dict.fromkeys(start)
        if len(seen) * 2 > len(self._known):
            seen.update(self._known)  # as good as everything
        waiting, visited = list(seen) if len(seen) < len(self._known) else [], set[tuple[int, str]]()
        while waiting:
            profile = waiting.pop()
            for number, (block, keys) in enumerate(self._sought(profile)):
                for key in keys:
                    loose = key[0] == "~"
                    if (number, key) in visited or (loose and self._was_always_crowded(key)):
                        continue
                    if not loose:
                        visited.add((number, key))
                    new = [
                        o for o in block.get(key, ()) if o not in seen and (not loose or comparable(key, profile, o))
                    ]
                    seen.update(dict.fromkeys(new))
                    waiting += new
        self._before.clear()
        return list(seen)

    def _remember(self, key: str) -> None:
        if key[0] == "~":
            self._before.setdefault(key, self._size(key))

    def _size(self, key: str) -> int:
        return max(len(self._shared.get(key, ())), len(self._offers.get(key, ())))

    def _was_always_crowded(self, key: str) -> bool:
        """Whether the key told nothing before the change and tells nothing after it."""
        return self.crowded(key) and self._before.get(key, CROWD + 1) > CROWD

    def _keys(self, profile: Profile) -> Sequence[tuple[Block, frozenset[str]]]:
        return (
            (self._shared, profile.shares),
            (self._seekers, profile.seeks),
            (self._offers, profile.offers),
        )

    def _sought(self, profile: Profile) -> Sequence[tuple[Block, frozenset[str]]]:
        """Where those stand that a profile is compared with."""
        return (
            (self._shared, profile.shares),
            (self._offers, profile.seeks),
            (self._seekers, profile.offers),
        )
