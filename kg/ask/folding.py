"""Puts items together that belong together: nouns with their places and clauses, clauses joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.ask.items import Auxiliary, Item, Little, Named, Some, Verb, When


def attach_places(items: Sequence[Item]) -> list[Item]:
    """Common nouns with the places and years right after them: "events in Shenzhen", "people from China"."""
    found: list[Item] = []
    for item in _without_copula(items):
        last = found[-1] if found else None
        inside = isinstance(item, When) or (isinstance(item, Named) and item.preposition in ("in", "from", "of", "at"))
        if isinstance(last, Some) and inside and isinstance(item, Named | When) and _is_place(item):
            found[-1] = replace(last, inside=(*last.inside, item))
        else:
            found.append(item)
    return found


def _without_copula(items: Sequence[Item]) -> Sequence[Item]:
    """ "which organisations are from Pakistan" asks for organisations from Pakistan."""
    match [*items]:
        case [*before, Some() as noun, Auxiliary("be"), Named(preposition="from") as place]:
            return [*before, noun, place]
    return items


def _is_place(item: Named | When) -> bool:
    return isinstance(item, When) or (bool(item.matches) and item.matches[0].entity.type == "Place")


def fold_relatives(items: Sequence[Item]) -> list[Item]:
    """The items with every clause about a common noun folded into that noun, the innermost first."""
    folded = list(items)
    for at in range(len(items) - 1, -1, -1):
        noun = folded[at] if at < len(folded) else None
        if not isinstance(noun, Some):
            continue
        begins = _clause_begins(folded, at)
        if begins is None:
            continue
        end = _clause_ends(folded, begins)
        inner = tuple(folded[begins:end])
        if any(isinstance(item, Verb) for item in inner):
            folded[at : max(end, at + 1)] = [replace(noun, relative=inner)]
    return folded


def _clause_begins(items: Sequence[Item], at: int) -> int | None:
    """Where a clause about the noun at ``at`` begins: after "who", or right away with a participle."""
    following = items[at + 1] if at + 1 < len(items) else None
    if isinstance(following, Little) and following.word == "that":
        return at + 2
    earlier = any(isinstance(item, Verb | Little) for item in items[:at])
    if isinstance(following, Verb) and following.participle and earlier:
        return at + 1
    return None


def _clause_ends(items: Sequence[Item], begins: int) -> int:
    """A clause ends with the question, or before the next verb that is not its own."""
    seen = False
    for at in range(begins, len(items)):
        if isinstance(items[at], Verb):
            if seen:
                return at
            seen = True
        elif (isinstance(items[at], Auxiliary) and seen) or (
            isinstance(items[at], Little) and seen and at + 1 < len(items) and isinstance(items[at + 1], Verb)
        ):
            return at
    return len(items)


def split_and(items: Sequence[Item]) -> list[list[Item]]:
    """The clauses that "and" joins: "who attended X and represents Y"."""
    parts: list[list[Item]] = [[]]
    for at, item in enumerate(items):
        following = items[at + 1] if at + 1 < len(items) else None
        joins = isinstance(item, Little) and item.word == "and" and isinstance(following, Verb | Auxiliary)
        if joins and any(isinstance(i, Verb) for i in parts[-1]):
            parts.append([])
        else:
            parts[-1].append(item)
    return parts
