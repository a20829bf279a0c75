"""Lists of agreements: items under a heading that says, once for all, whose they are or that they were signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.discourse.discourse import Discourse
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.clauses import arguments
from kg.extract.syntax.conditions import relation_of_instrument
from kg.extract.syntax.modality import modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Modality, Span

SIGNING = frozenset(("sign", "ink", "conclude", "exchange", "signature", "signing", "signed"))
PARTED = frozenset(("–", "—", "-", "/"))
LONGEST_PARTIES = 12
LONGEST_OPENING = 4
"""Words of an item among which its own instrument may be named."""


class Lists:
    """Reads the list items of an article together with the line that leads them in."""

    def __init__(self, registry: Registry, discourse: Discourse) -> None:
        self.registry = registry
        self.discourse = discourse

    def findings(self, blocks: Sequence[ParsedBlock]) -> Iterator[Finding]:
        """What the items say, in text order."""
        lead: ParsedBlock | None = None
        for block in blocks:
            if block.read.block.kind != "item" or len(block.doc) == 0:
                lead = block
                continue
            yield from self._with(block, lead)
            if lead is not None:
                yield from self._parted(block, lead)

    def _with(self, block: ParsedBlock, lead: ParsedBlock | None) -> Iterator[Finding]:
        """ "University of Nairobi:" – "MoU with Seoul National University on nursing"."""
        owner = self._owner(lead) if lead is not None else None
        if owner is None:
            return
        for token in block.doc[:LONGEST_PARTIES]:
            relation = relation_of_instrument(block, token)
            if relation is None:
                continue
            slots = arguments(token)
            if slots.get("between") or modality(token) != "asserted":
                return
            partners = [t for noun in slots.get("with", []) for t in self.discourse.things(block, noun)]
            partners = partners or self._named_behind(block, token)
            for partner in partners:
                if partner is not owner and partner.kind in ("Organization", "Place"):
                    yield Finding(owner, relation, partner, self._span(block), "asserted", 0.8, "list-with")
            return

    def _named_behind(self, block: ParsedBlock, instrument: Token) -> list[Thing]:
        """The name right behind "with", where the rest of the line has misled the parser."""
        for preposition in (t for t in block.doc[instrument.i :][:LONGEST_PARTIES] if t.lower_ == "with"):
            named = [t for t in block.doc[preposition.i + 1 :][:2] if t.i in block.names]
            return [self.registry.of_name(block.names[t.i].name) for t in named[:1]]
        return []

    def _parted(self, block: ParsedBlock, lead: ParsedBlock) -> Iterator[Finding]:
        """ "MoUs signed:" – "Acme Bank & Zenith Insurance: digital payments"."""
        signed = self._signed(lead)
        if signed is None:
            return
        relation, said = signed
        relation = next(
            (r for r in (relation_of_instrument(block, t) for t in block.doc[:LONGEST_OPENING]) if r), relation
        )
        colon = next((t.i for t in block.doc[: 2 * LONGEST_PARTIES] if t.text == ":"), len(block.doc))
        named = [block.names[t.i].name for t in block.doc[:colon] if t.i in block.names]
        things = list(dict.fromkeys(self.registry.of_name(n) for n in named if n.kind == "Organization"))
        joined = any(t.lower_ in ("and", "&", "with") or t.text in PARTED for t in block.doc[:colon])
        if len(things) == 2 and joined:
            yield Finding(things[0], relation, things[1], self._span(block), said, 0.8, "list-parties")

    def _owner(self, lead: ParsedBlock) -> Thing | None:
        """The one body that a heading, or a line that ends in a colon, is about."""
        heading = lead.read.block.kind == "heading" or lead.doc[-1].text == ":" if len(lead.doc) else False
        named = [m.name for m in lead.names.values() if m.name.kind == "Organization" and m.name.alias_of is None]
        things = list(dict.fromkeys(self.registry.of_name(name) for name in named))
        return things[0] if heading and len(things) == 1 else None

    def _signed(self, lead: ParsedBlock) -> tuple[str, Modality] | None:
        """Which kind of instrument a leading line says was signed, and how it says so."""
        relation = next((r for r in (relation_of_instrument(lead, t) for t in lead.doc) if r), None)
        verb = next((t for t in lead.doc if t.lemma_.casefold() in SIGNING or t.lower_ in SIGNING), None)
        return (relation, modality(verb)) if relation and verb is not None else None

    def _span(self, block: ParsedBlock) -> Span:
        return block.span_of(block.doc[0], block.doc[-1])
