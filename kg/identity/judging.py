"""What a person can decide of identity: merging, splitting, linking to Wikidata, and undoing any of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kg.errors import NotFoundError, UsageError
from kg.identity.keeping import Keeper
from kg.model import Entity, Judgement, Reference, Referent, Verdict
from kg.resolve import Conflict, Delta

WIKIDATA = "http://www.wikidata.org/entity/"
ANCHORS = 6
"""From so many ways of writing a thing, at most, a mention is parted."""
SECOND = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a decision: the judgements made or withdrawn, the earlier ones that they overrule, and how many
    entities it changed."""

    judgements: tuple[Judgement, ...]
    overruled: tuple[Conflict, ...]
    entities: int


class Judge:
    """A person who decides about identity in a store; ``who`` is the name under which the decisions are kept."""

    def __init__(self, keeper: Keeper, who: str) -> None:
        if not who.strip():
            raise UsageError("a judgement needs somebody who made it", "give your name with --by")
        self.keeper = keeper
        self.who = who.strip()

    def merge(self, one: Entity, other: Entity, reason: str = "") -> Outcome:
        """Judge two entities one. UsageError where they are of two classes, or one already."""
        if one.id == other.id:
            raise UsageError(f"{one.label} is one thing already", f"kg identity why tells why: {one.id}")
        if one.type != other.type:
            raise UsageError(
                f"{one.label} is a {one.type} and {other.label} a {other.type}", "only things of one class can be one"
            )
        left, right = self._references(one), self._references(other)
        pairs = self._parted(left, right) or [(_chief(one, left), _chief(other, right))]
        return self._decide([(*pair, "same", reason) for pair in pairs])

    def split(self, thing: Entity, mentions: Sequence[str], reason: str = "") -> Outcome:
        """Judge some mentions of an entity to mean another thing, which they are together.

        A mention is an article's name, ``article#key``, or a way in which the thing is written (then it is all the
        references that are written so). UsageError where they are all there is, NotFoundError where one is none.
        """
        known = self._references(thing)
        parted = [reference for reference in known if any(_is_meant(m, *reference) for m in mentions)]
        for mention in mentions:
            if not any(_is_meant(mention, *reference) for reference in known):
                listed = " · ".join(f"{article}#{referent.key}" for article, referent in known[:8])
                raise NotFoundError(f"{thing.label} has no mention {mention!r}", f"its mentions are: {listed}")
        kept = [reference for reference in known if reference not in parted]
        if not kept:
            raise UsageError("these are all the mentions of it", "leave at least one that it keeps")
        away = [(article, referent.key) for article, referent in parted]
        wanted: list[tuple[Reference, Reference, Verdict, str]] = [
            (left, right, "different", reason) for right in away for left in self._anchors(thing, kept, right)
        ]
        wanted += [(away[0], other, "same", reason) for other in away[1:]]
        return self._decide(wanted)

    def judge(self, left: Reference, right: Reference, verdict: Verdict, reason: str = "") -> Outcome:
        """Judge two references the same, different, or undecided for good."""
        return self._decide([(left, right, verdict, reason)])

    def link(self, found: Iterable[tuple[Entity, str]], reason: str = "") -> Outcome:
        """Say that entities are these items of Wikidata (``Q…``)."""
        wanted: list[tuple[Reference, Reference, Verdict, str]] = [
            (_chief(entity, self._references(entity)), ("", WIKIDATA + item), "same", reason) for entity, item in found
        ]
        return self._decide(wanted)

    def undo(self, name: str | None = None) -> Outcome:
        """Withdraw the latest decision, or the one to which the judgement of that id belongs, as a whole.

        NotFoundError where there is none.
        """
        persons = self.keeper.persons
        chosen = [j for j in persons if name is None or (name and j.digest.startswith(name))]
        if not chosen:
            raise NotFoundError(
                "nobody has judged anything yet" if name is None else f"no judgement is called {name!r}",
                "kg identity log lists the judgements",
            )
        last = chosen[-1]
        together = [j for j in persons if (j.who, j.date) == (last.who, last.date)]
        return self._outcome(together, self.keeper.judge(withdrawn=together))

    def _decide(self, wanted: Sequence[tuple[Reference, Reference, Verdict, str]]) -> Outcome:
        date = self._now()
        made = [
            Judgement(left, right, verdict, reason, who=self.who, date=date) for left, right, verdict, reason in wanted
        ]
        return self._outcome(made, self.keeper.judge(made))

    def _outcome(self, judgements: Iterable[Judgement], delta: Delta) -> Outcome:
        overruled = self.keeper.resolver.conflicts
        dates = {j.date for j in judgements}
        told = tuple(c for c in overruled if c.against.date in dates or c.judgement.date in dates)
        return Outcome(tuple(judgements), told, len({e.id for e in (*delta.described, *delta.dropped)}))

    def _now(self) -> str:
        """This second, or the first one after the latest judgement: later ones stand against earlier ones."""
        now = datetime.now(UTC).replace(microsecond=0)
        persons = self.keeper.persons
        if persons:
            latest = datetime.strptime(persons[-1].date, SECOND).replace(tzinfo=UTC)
            now = max(now, latest + timedelta(seconds=1))
        return now.strftime(SECOND)

    def _references(self, entity: Entity) -> list[tuple[str, Referent]]:
        return self.keeper.view.references(entity.id)

    def _parted(
        self, left: Sequence[tuple[str, Referent]], right: Sequence[tuple[str, Referent]]
    ) -> list[tuple[Reference, Reference]]:
        """The pairs across the two that somebody judged different: only a new judgement of each overrules that."""
        sides = [{(article, r.key) for article, r in found} for found in (left, right)]
        pairs = []
        for j in self.keeper.persons:
            for one, other in ((j.left, j.right), (j.right, j.left)):
                if j.verdict == "different" and one in sides[0] and other in sides[1]:
                    pairs.append((one, other))
        return list(dict.fromkeys(pairs))

    def _anchors(self, thing: Entity, kept: Sequence[tuple[str, Referent]], away: Reference) -> list[Reference]:
        """From which references a mention is parted: one for each way of writing, and those it was judged one with."""
        by_label: dict[str, Reference] = {thing.label: _chief(thing, kept)}
        for article, referent in kept:
            by_label.setdefault(referent.label, (article, referent.key))
        own = {(article, referent.key) for article, referent in kept}
        judged = [
            j.left if j.right == away else j.right
            for j in self.keeper.persons
            if j.verdict == "same" and away in j.pair and {j.left, j.right} & own
        ]
        return list(dict.fromkeys([*judged, *list(by_label.values())[:ANCHORS]]))


def _chief(entity: Entity, references: Sequence[tuple[str, Referent]]) -> Reference:
    """The reference that stands for an entity: the first that is called as it is."""
    article, referent = min(references, key=lambda found: (found[1].label != entity.label, found[0], found[1].key))
    return article, referent.key


def _is_meant(mention: str, article: str, referent: Referent) -> bool:
    return mention in (article, f"{article}#{referent.key}", f"{article}:{referent.label}", *referent.labels)


def is_item(text: str) -> bool:
    """Whether the text is the id of a Wikidata item."""
    return bool(re.fullmatch(r"Q[1-9]\d{0,11}", text))
