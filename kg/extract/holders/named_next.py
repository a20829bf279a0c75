"""Two officials whose names come a sentence later: "Peru's trade minister met with his Chadian counterpart. Ana Rojas
and Ali Kamal discussed …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.holders.office_group import Holder, OfficeGroup
from kg.extract.holders.people import People
from kg.extract.naming.mentions import ReadBlock
from kg.extract.text.words import SENTENCE_ENDS, Word, sentences

PAIR = 2
HEADINGS = ("title", "heading")


def name_next(blocks: Sequence[ReadBlock], people: Sequence[People]) -> None:
    """Give the two offices that a sentence names nobody for to the two people whose names open the next one, in their
    order. ``people`` are those of each block."""
    waiting: list[OfficeGroup] = []
    known: set[str] = set()
    for block, each in zip(blocks, people, strict=True):
        if block.block.kind in HEADINGS:
            continue
        for sentence in sentences(block.words, SENTENCE_ENDS):
            holders = [holder for holder in each.holders if holder.first in sentence]
            row = _opening_row(block.words, sentence, holders)
            if len(waiting) == len(row) == PAIR and not any(_surname(holder) in known for holder in row):
                for holder, group in zip(row, waiting, strict=True):
                    holder.groups = [_moved(group, holder)]
            unnamed = [group for group in each.unnamed if group.first in sentence and group.bodies]
            waiting = unnamed if not holders and len(unnamed) == PAIR else []
            known.update(map(_surname, holders))


def _opening_row(words: Sequence[Word], sentence: range, holders: Sequence[Holder]) -> list[Holder]:
    """The two of "A and B discussed", where each is a full name without an office."""
    row = list(holders[:PAIR])
    full = len(row) == PAIR and all(h.person.last - h.person.first > 1 and not h.groups for h in row)
    joined = full and row[0].first == sentence.start and [w.lower for w in words[row[0].last : row[1].first]] == ["and"]
    return row if joined else []


def _surname(holder: Holder) -> str:
    return holder.person.text.split()[-1]


def _moved(group: OfficeGroup, holder: Holder) -> OfficeGroup:
    """The office as if it stood where its holder's name does; who holds which is told by their order alone."""
    here = holder.first
    offices = [replace(office, first=here, last=here, core_last=here) for office in group.offices]
    return replace(group, first=here, last=here, offices=offices, guessed=True)
