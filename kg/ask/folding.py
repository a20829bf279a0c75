"""Puts items together that belong together: nouns with their places and clauses, clauses joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.ask.items import Ask, Auxiliary, Item, Little, Named, Some, Verb, When

TIMELY = ("before", "after", "since", "until", "till")
"""Prepositions that set something before or after an event."""


def attach_places(items: Sequence[Item]) -> list[Item]:
    """Common nouns with the places and times right after them: "events in Shenzhen", "people not from China"."""
    found: list[Item] = []
    rest = list(items)
    while rest:
        last = found[-1] if found else None
        taken = _attached(rest) if isinstance(last, Some) else None
        if taken is None or not isinstance(last, Some):
            found.append(rest.pop(0))
            continue
        count, place, outside = taken
        del rest[:count]
        shared = any({"Event", "Agreement"} & set(kind.classes) for kind in last.kinds)
        place, more = _with_others(place, rest, shared=shared)
        del rest[:more]
        if outside:
            found[-1] = replace(last, outside=(*last.outside, place))
        else:
            found[-1] = replace(last, inside=(*last.inside, place))
    return found


def _with_others(place: Named | When, rest: Sequence[Item], *, shared: bool) -> tuple[Named | When, int]:
    """A place with those that "or" and "and" add to it, as one that means them all; and how many items they take.

    What is ``shared``, as a meeting of A and B is, belongs to each of them: those stay apart.
    """
    taken = 0
    while isinstance(place, Named) and place.preposition not in TIMELY and taken + 1 < len(rest):
        joint, other = rest[taken], rest[taken + 1]
        if not (_word(joint) in ("or", "and") and isinstance(other, Named) and _is_place(other)):
            break
        if other.preposition not in ("", place.preposition) or (shared and place.preposition == "of"):
            break
        if taken + 2 < len(rest) and isinstance(rest[taken + 2], Verb):
            break  # the next clause begins with that name
        place = joint_name(place, other)
        taken += 2
    return place, taken


def joint_name(one: Named, other: Named) -> Named:
    """Two names, of which the first may be a joint one already, as one that means them all."""
    both = (*(one.matches if one.meant else one.matches[:1]), *other.matches[:1])
    matches = tuple(replace(match, score=1.0, how="exact") for match in both)
    return replace(one, said=f"{one.said} or {other.said}", matches=matches, meant=True)


def _attached(items: Sequence[Item]) -> tuple[int, Named | When, bool] | None:
    """The place or time that these items begin with, how many of them it takes, and whether "not" goes before."""
    at, outside = 0, False
    link = [("that",), ("be",), ("but", "not")]
    for words in link:
        while at < len(items) and _word(items[at]) in words:
            outside = outside or _word(items[at]) == "not"
            at += 1
    if at >= len(items):
        return None
    item = items[at]
    if isinstance(item, When):
        return at + 1, item, outside
    if not isinstance(item, Named) or (at and not outside and item.preposition != "from"):
        return None
    near = item.preposition in ("in", "from", "of", "at", "outside") and _is_place(item)
    if not (near or item.preposition in TIMELY):
        return None
    return at + 1, item, outside or item.preposition == "outside"


def _word(item: Item) -> str:
    return item.word if isinstance(item, Little) else item.verb if isinstance(item, Auxiliary) else ""


def _is_place(item: Named) -> bool:
    return bool(item.matches) and item.matches[0].entity.type == "Place"


def fold_relatives(items: Sequence[Item]) -> list[Item]:
    """The items with every clause about a common noun folded into that noun, the innermost first.

    Where the first noun's clause is all that there is ("people who attended X but did not speak"), it is the main one.
    """
    folded = list(items)
    for at in range(len(items) - 1, -1, -1):
        noun = folded[at] if at < len(folded) else None
        if not isinstance(noun, Some):
            continue
        begins = _clause_begins(folded, at)
        if begins is None:
            continue
        alone = not any(isinstance(item, Verb | Named | Some) for item in folded[:at])
        placed = any(isinstance(item, Ask) and item.asked in ("where", "when") for item in folded[:at])
        if begins == at + 2 and alone and not placed:
            before = [item for item in folded[:at] if _word(item) != "be"]
            main = [*before, noun, *folded[at + 2 :]]
            parts = split_parts(main)
            if all(sum(isinstance(item, Verb) for item in part.items) == 1 for part in parts):
                return main
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


@dataclass(frozen=True, slots=True)
class Part:
    """One clause of several: how it is joined to those before it, and whether it is denied."""

    items: tuple[Item, ...]
    joined: str = "and"
    negated: bool = False


def split_parts(items: Sequence[Item]) -> list[Part]:
    """The clauses that "and", "or", "but" join: "who attended X but did not speak", each made whole."""
    pieces: list[tuple[str, list[Item]]] = [("and", [])]
    for at, item in enumerate(items):
        joins = isinstance(item, Little) and item.word in ("and", "or", "but", "without")
        if joins and any(isinstance(i, Verb) for i in pieces[-1][1]) and _begins_clause(items[at:]):
            word = _word(item)
            pieces.append(("or" if word == "or" else "and", [Little("not")] if word == "without" else []))
        elif not (joins and _word(item) in ("but", "without") and not pieces[-1][1]):
            pieces[-1][1].append(item)
    return _whole([_part(joined, piece) for joined, piece in pieces])


def _begins_clause(items: Sequence[Item]) -> bool:
    """Whether a clause begins after the conjunction that these items begin with."""
    word = _word(items[0])
    for item in items[1:]:
        if isinstance(item, Verb | Auxiliary):
            return True
        if isinstance(item, Little) and item.word in ("not", "that"):
            if item.word == "not" and word in ("and", "but"):
                return True
            continue
        return False
    return False


def _part(joined: str, items: Sequence[Item]) -> Part:
    negated = sum(isinstance(item, Little) and item.word == "not" for item in items) % 2 == 1
    rest = tuple(item for item in items if not (isinstance(item, Little) and item.word in ("not", "but")))
    if len(rest) and isinstance(rest[0], Little) and rest[0].word == "that":
        rest = rest[1:]
    return Part(rest, joined, negated)


def _whole(parts: list[Part]) -> list[Part]:
    """Clauses with the verb or the nouns that they share with the one beside them."""
    found: list[Part] = []
    for number, part in enumerate(parts):
        items = part.items
        before = found[-1].items if found else ()
        after = parts[number + 1].items if number + 1 < len(parts) else ()
        if found and not any(isinstance(i, Verb) for i in items) and items:
            head = [i for i in before if isinstance(i, Verb | Auxiliary)]
            verb = next((i for i in head if isinstance(i, Verb)), None)
            first = items[0]
            if verb and isinstance(first, Named | Some) and not first.preposition:
                noun = _after(before)
                items = (replace(first, preposition=noun.preposition if noun else ""), *items[1:])
            items = (*head, *items)
        verbs = any(isinstance(i, Verb) for i in items)
        if verbs and not any(isinstance(i, Named | Some) for i in items):
            lent = [_after(before)] if found else _lent(after)
            items = (*items, *(replace(noun, preposition="") for noun in lent if noun))
        found.append(replace(part, items=items))
    return found


def _after(items: Sequence[Item]) -> Named | Some | None:
    """The first name or noun after the verb."""
    seen = False
    for item in items:
        seen = seen or isinstance(item, Verb)
        if seen and isinstance(item, Named | Some):
            return item
    return None


def _lent(items: Sequence[Item]) -> list[Named | Some]:
    noun = _after(items) if items and isinstance(items[0], Verb) else None
    return [noun] if noun else []
