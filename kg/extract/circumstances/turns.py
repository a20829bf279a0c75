"""Who spoke after others: "Ana Rojas gave a speech. Joe Phiri followed", "After her came B", "A, followed by B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.discourse.filling import SlotFiller
from kg.extract.reference.referents import Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.clauses import arguments, objects_of
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Span

NEXT = frozenset("next then after thereafter afterwards subsequently finally last lastly later first".split())
"""Words that say when somebody's turn "came"."""
ELSEWHERE = ("to", "on", "in", "from", "into", "at")
"""What people go on to, who "followed" or "came" by going somewhere."""
FARTHEST_SPEECH = 250
"""Characters between the sentence in which somebody spoke and the one in which the next one does."""


class Turns(SlotFiller):
    """Ties those who speak in their turn to the event where others spoke just before."""

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)

    def findings(self, blocks: Sequence[ParsedBlock], before: Sequence[Finding]) -> Iterator[Finding]:
        """Who spoke next, by what was found ``before`` of who spoke where."""
        speeches = [f for f in before if f.predicate == "spokeAt" and f.modality == "asserted"]
        for block in blocks if speeches else ():
            for token in block.doc:
                people = self._next(block, token)
                span = block.sentence_span(token) if people else None
                event = _event_of(speeches, span) if span else None
                if span is None or event is None:
                    continue
                found = [Finding(who, "spokeAt", event, span, "asserted", 0.65, "in-turn-after") for who in people]
                speeches += found
                yield from found

    def _next(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """Those whose turn a word says it is; none where it tells of anything else."""
        if token.lemma_ == "turn" and token.pos_ == "NOUN" and token.head.lemma_ in ("be", "come"):
            nouns = [*objects_of(token, "of", "for"), *(c for c in token.children if c.dep_ == "poss")]
            return _people(t for noun in nouns for t in self.things(block, noun))
        if token.lemma_ not in ("follow", "come") or token.pos_ != "VERB" or modality(token) != "asserted":
            return []
        slots = arguments(token)
        if any(slots.get(name) for name in ELSEWHERE):
            return []
        comes = token.lemma_ == "come"
        told = not comes or any(c.lower_ in NEXT for c in (*token.children, *token.head.children))
        passive = any(c.dep_ == "agent" for c in token.children)
        if not told or (slots.get("object") and not passive):
            return []
        return _people(self.fill(block, slots, ("subject",)))


def _people(things: Iterator[Thing] | Sequence[Thing]) -> list[Thing]:
    """The people, where nothing else is among the things: a forum may follow, too."""
    found = list(things)
    return found if all(t.kind == "Person" and "group" not in t.hints for t in found) else []


def _event_of(speeches: Sequence[Finding], span: Span) -> Thing | None:
    """The event at which somebody spoke in that sentence, or not long before it."""
    near = [f for f in speeches if f.span == span or 0 <= span.start - f.span.end < FARTHEST_SPEECH]
    last = max(near, key=lambda f: f.span.start, default=None)
    return last.object if last is not None and isinstance(last.object, Thing) else None
