"""Clauses: one verb of a question with the names, nouns and times around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeGuard

from kg.ask.folding import TIMELY
from kg.ask.items import Auxiliary, Item, Little, Named, Some, Verb, When
from kg.ask.plan import Told


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands beside a verb: names or a common noun, before or after it, after "by" or another preposition."""

    nouns: tuple[Named | Some, ...]
    after: bool
    by: bool = False
    both: bool = True
    """Whether several names are meant together ("A and B"), or either of them."""

    @property
    def preposition(self) -> str:
        """The preposition before it."""
        return self.nouns[0].preposition


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with what stands around it."""

    verb: Verb
    arguments: tuple[Argument, ...]
    times: tuple[When | Named, ...]
    """Times; a name where they are told by an event: "after the forum"."""
    done: bool
    """Whether "do" or "will" goes before: the noun before the verb is then its subject."""
    be: bool
    told: Told = "asserted"


def clause_of(items: Sequence[Item], told: Told = "asserted") -> Clause | None:
    """The items around their verb; None where there is none, or more than one."""
    verbs = [at for at, item in enumerate(items) if isinstance(item, Verb)]
    if len(verbs) != 1:
        return None
    middle = verbs[0]
    verb = items[middle]
    assert isinstance(verb, Verb)
    auxiliaries = [item.verb for item in items if isinstance(item, Auxiliary)]
    times = tuple(item for item in items if isinstance(item, When) or is_timely(item))
    before, after = ([i for i in some if not is_timely(i)] for some in (items[:middle], items[middle + 1 :]))
    arguments = (*_arguments(before, after=False), *_arguments(after, after=True))
    done = "do" in auxiliaries or ("will" in auxiliaries and "be" not in auxiliaries)
    return Clause(verb, arguments, times, done, "be" in auxiliaries, told)


def _arguments(items: Sequence[Item], *, after: bool) -> Iterator[Argument]:
    """The names and nouns, those joined by "and" or "or" together."""
    group: list[Named | Some] = []
    by, both, joined = False, True, False
    for item in items:
        if isinstance(item, Named | Some):
            if group and not joined:
                yield Argument(tuple(group), after, by, both)
                group, both = [], True
            group.append(item)
            joined = False
        elif isinstance(item, Little) and item.word in ("and", "or") and group:
            joined, both = True, item.word == "and"
        elif isinstance(item, Little) and item.word == "by":
            if group:
                yield Argument(tuple(group), after, by, both)
                group = []
            by = True
    if group:
        yield Argument(tuple(group), after, by, both)


def is_timely(item: Item) -> TypeGuard[Named]:
    """Whether this is an event that tells a time: "before the forum"."""
    return isinstance(item, Named) and item.preposition in TIMELY
