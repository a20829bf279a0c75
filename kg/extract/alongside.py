"""Subjects that the parser hangs elsewhere: those behind "together with", and a delegation behind who leads it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.tokens import Token


def led_by(verb: Token) -> list[Token]:
    """ "Led by A, a delegation came": the delegation, which the parser takes for another name of A."""
    agents = [
        by for c in verb.children if c.dep_ == "advcl" and c.i < verb.i for by in c.children if by.dep_ == "agent"
    ]
    leaders = [n for by in agents for n in by.children if n.dep_ == "pobj"]
    return [a for n in leaders for a in n.children if a.dep_ == "appos" and a.pos_ == "NOUN" and a.i < verb.i]


def alongside(subject: Token) -> Iterator[Token]:
    """ "A, together with B, met C": who does it, too."""
    for prep in (c for c in subject.children if c.dep_ == "prep" and c.i > subject.i):
        together = any(c.lower_ in ("together", "along") for c in prep.children)
        if prep.lower_ == "alongside" or (prep.lower_ == "with" and together):
            yield from (n for n in prep.children if n.dep_ == "pobj")
