"""Definite descriptions: "the most recent meeting in Oslo" beside a verb means one event, which is found first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.ask.folding import attach_places
from kg.ask.items import Ask, Cut, Item, Named, Some, Verb
from kg.ask.lexicon import Lexicon
from kg.ask.operators import Ranked
from kg.ask.plan import Plan
from kg.ask.questions import Reader
from kg.lookup import Match
from kg.model import Entity


def settled(cut: Cut, rank: Ranked, lexicon: Lexicon, found: Callable[[Plan], list[Entity]]) -> Cut | None:
    """The items with the one event that ``rank`` picks, as ``found`` gives it for a plan, in the place of its noun.

    None where nothing is asked of an event but which it is, or where the graph does not tell which one it is.
    """
    items = attach_places(cut.items)
    at = next((n for n, item in enumerate(items) if _is_event(item)), None)
    noun = items[at] if at is not None else None
    asks = any(isinstance(i, Verb) or (isinstance(i, Ask) and i.asked in ("when", "where")) for i in items)
    asks = asks or (isinstance(noun, Some) and noun.preposition == "at")
    if rank.order not in ("latest", "earliest") or at is None or not isinstance(noun, Some) or not asks:
        return None
    plan = Reader(lexicon).plan(Cut([replace(noun, preposition="")]), rank=rank)
    events = found(plan) if plan else []
    if len(events) != 1:
        return None
    named = Named(f"{rank.said} {noun.kinds[0].said}", (Match(events[0], 1.0, "exact"),), noun.preposition)
    return Cut([*items[:at], named, *items[at + 1 :]], cut.unused)


def _is_event(item: Item) -> bool:
    return isinstance(item, Some) and any("Event" in kind.classes for kind in item.kinds) and not item.relative
