"""What people's own words tell of their country: who "reaffirmed Chad's commitment" is of it, who "thanked Chad" is
not."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.holders.office_group import Holder
from kg.extract.naming.mentions import Name, ReadBlock

VOICING = frozenset(
    """
    expressed reaffirmed reiterated conveyed affirmed confirmed pledged voiced underlined underscored emphasised
    emphasized stressed reassured extended expresses reaffirms reiterates conveys
    """.split()
)
STANCES = frozenset(
    """
    commitment readiness willingness gratitude appreciation interest desire support solidarity condolences intention
    determination keenness resolve eagerness adherence thanks greetings
    """.split()
)
"""What somebody voices that is their own side's."""
THANKING = frozenset("thanked thanks commended congratulated lauded praised congratulates commends lauds".split())
THANKED = frozenset("the government people of republic kingdom state and 's ’s for royal".split())
FARTHEST_VERB = 3
"""Words from a person to what they do."""
FARTHEST_SIDE = 8
"""Words from the verb to whose stance it is."""
LONGEST_STANCE = 4
SENTENCE_ENDS = frozenset(".;!?,:")


class Voiced(NamedTuple):
    """The country that somebody speaks for, and the one that they speak to (ISO codes)."""

    own: str | None = None
    other: str | None = None


def voiced(block: ReadBlock, holder: Holder, sentence: range) -> Voiced:
    """What a sentence makes a person say of countries."""
    words = block.words
    near = range(holder.last, min(holder.last + FARTHEST_VERB, sentence.stop))
    verb = next((i for i in near if words[i].lower in VOICING | THANKING), None)
    if verb is None:
        return Voiced()
    sides = (n for n in block.names if n.place is not None and verb < n.first <= verb + FARTHEST_SIDE)
    name = next((n for n in sides if n.last <= sentence.stop), None)
    between = [w.lower for w in words[verb + 1 : name.first]] if name is not None else []
    if name is None or name.place is None or not SENTENCE_ENDS.isdisjoint(between):
        return Voiced()
    if words[verb].lower in THANKING:
        return Voiced(other=name.place.country) if set(between) <= THANKED else Voiced()
    behind = [w.lower for w in words[name.last : name.last + LONGEST_STANCE]]
    if _owns(block, name) and not STANCES.isdisjoint(behind):
        return Voiced(own=name.place.country)
    told = not STANCES.isdisjoint(between) and between[-1:] in (["to"], ["the"], ["with"], ["of"])
    addressed = told and "to" in between and set(between[between.index("to") + 1 :]) <= THANKED
    return Voiced(other=name.place.country) if addressed else Voiced()


def _owns(block: ReadBlock, name: Name) -> bool:
    """ "Chad's readiness", "the Chadian government's support"."""
    after = block.words[name.last : name.last + 3]
    return name.kind == "Demonym" or any(word.possessive or word.text in ("'", "’") for word in after)
