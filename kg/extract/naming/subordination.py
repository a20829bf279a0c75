"""What belongs to a body's name in the row of names: the body above it ("the Forest Agency under the Ministry of
Trade", "the School of Law, University of Chad"), the place behind it ("Delta University (DU) Chad")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.naming.mentions import Name
from kg.extract.text.words import Word

UNDER = frozenset(
    ", under the which that is operates operating works working subordinate to attached affiliated with within".split()
)
SUBORDINATE = frozenset(("under", "subordinate", "attached", "affiliated", "within"))
LONGEST_UNDER = 6
GOVERNING = frozenset(
    """
    ministry department cabinet government presidency office administration agency authority commission committee
    university academy secretariat
    """.split()
)
"""Nouns for bodies that others are said to be under."""
UNIT_HEADS = frozenset(
    """
    faculty department school center centre division unit laboratory directorate college section branch institute
    academy bureau museum
    """.split()
)
"""Nouns for bodies that are part of another as a rule."""
STANDING = frozenset("institute academy college center centre museum".split())
"""Those of them that as often stand alone, where they have names of their own: "Lima Institute"."""
WHOLES = frozenset(
    """
    university ministry universidad université universiti universitas universität universidade università hochschule
    government
    """.split()
)
"""Nouns for bodies that have such parts, and are no parts themselves."""
SUBSIDIARIES = frozenset("subsidiary unit arm affiliate division branch offshoot wing member spin-off".split())
KINDS = frozenset(
    """
    faculties departments schools centres centers institutes colleges divisions units subsidiaries members branches
    laboratories arms affiliates campuses
    """.split()
)
"""Nouns for parts of bodies, of which one is told: "one of its faculties"."""
PARTNERS = frozenset(("partner", "partners", "member", "best", "leading"))
LONGEST_ONE_OF = 14
LONGEST_KIND = 4
NO_MORE = frozenset("not never formerly once previously former then until".split())
LONGEST_DESCRIPTION = 8
LONGEST_BRACKET = 4
LONGEST_NAME = 8
DASHES = ("-", "–", "—")
ITEM_ENDS = frozenset((",", ";", ".", "and", "&"))
SHORTEST_LEAD = 3
TELLING = frozenset("have has had will would are is were was signed inked agreed met launched concluded opened".split())
"""What stands behind the parties of an agreement."""
QUOTES = frozenset(('"', "“", "”", "«", "»", "„"))


def body_above(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """The body that the one named by ``name`` is under, where the words right behind it say so."""
    if name.kind != "Organization":
        return None
    start = past_bracket(words, name.last)
    if name.head in UNIT_HEADS and start < len(words) and words[start].text == ",":
        whole = name_at.get(start + 1)
        if whole is not None and whole.kind == "Organization" and _is_whole(words, name_at, name, whole):
            apart = name.head in STANDING and words[name.first].lower != name.head
            return None if apart and _in_row(words, name_at, name, whole) else whole
    begin = start
    while start < len(words) and words[start].lower in UNDER and start - begin < LONGEST_UNDER:
        start += 1
    between = {word.lower for word in words[begin:start]}
    owner = name_at.get(start)
    if owner is not None and owner.kind == "Place" and words[owner.last : owner.last + 1]:
        start = owner.last + (1 if words[owner.last].possessive else 0)
    above = name_at.get(start) if between & SUBORDINATE else None
    return above if above is not None and above.kind == "Organization" and above.head in GOVERNING else None


def _is_whole(words: Sequence[Word], name_at: Mapping[int, Name], name: Name, whole: Name) -> bool:
    """Whether a body has such parts: a university, or an institute behind a faculty or branch that is in no row."""
    if whole.head in WHOLES:
        return True
    part = name.head not in STANDING and whole.head in (STANDING | {"polytechnic", "hospital", "agency", "authority"})
    return part and not _in_row(words, name_at, name, whole)


def _in_row(words: Sequence[Word], name_at: Mapping[int, Name], name: Name, whole: Name) -> bool:
    """Whether two bodies are of a row: "Moana University, Lima Institute, Delta University and Acme Bank"."""
    end = past_bracket(words, whole.last)
    while end < len(words) and words[end].lower in (",", "and", "the", "&"):
        end += 1
    begin = name.first - (2 if words[name.first - 1].lower == "the" else 1)
    before = (name_at.get(i) for i in range(max(0, begin - LONGEST_NAME), begin) if words[begin].text == ",")
    before = (n for n in before if n is not None and n.last == begin and n.head not in UNIT_HEADS - STANDING)
    after = name_at.get(end) if end > whole.last else None
    if after is not None and after.head == "ministry" and "and" not in (w.lower for w in words[whole.last : end]):
        after = None  # "the Lima Branch, Delta Institute, Ministry of Trade"
    beside = (after, *before)
    return any(n is not None and n.kind == "Organization" for n in beside)


def parent(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """ "Acme Bank, itself an affiliate of Zenith Group", "Acme (part of Zenith)": the body behind "of"."""
    start = past_bracket(words, name.last)
    start = name.last if "of" in (word.lower for word in words[name.last : start]) else start
    if name.kind != "Organization" or start >= len(words) or words[start].text not in (",", "–", "—", "-", "("):
        return None
    office = [w.lower for w in words[max(0, name.first - 2) : name.first] if w.lower != "the"][-1:] == ["of"]
    for index in range(start + 1, min(len(words), start + LONGEST_DESCRIPTION)):
        part = words[index - 1].lower == "part" and words[index - 2].lower != "as"
        if words[index].lower == "of" and (part or words[index - 1].lower in SUBSIDIARIES):
            if office and words[index - 1].lower == "member":  # "the rector of A, member of B, Ana Rojas"
                return None
            owner = name_at.get(index + (2 if words[index + 1 : index + 2] and words[index + 1].lower == "the" else 1))
            return owner if owner is not None and owner.kind == "Organization" else None
        if index in name_at or not words[index].text[0].isalpha() or words[index].lower in NO_MORE:
            return None
    return None


def one_of(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """ "Acme, one of Zenith's subsidiaries", "Delta School, which opened in 2010 as one of the faculties of Moana
    University": the body that has others of the kind."""
    end = past_bracket(words, name.last)
    if name.kind != "Organization" or end >= len(words) or words[end].lower not in (",", "is", "was", "as"):
        return None
    for index in range(end, min(len(words) - 3, end + LONGEST_ONE_OF)):
        if words[index].text in (".", ";"):
            break
        if words[index].lower != "one" or words[index + 1].lower != "of":
            continue
        start = index + (3 if words[index + 2].lower == "the" else 2)
        owner = name_at.get(start)
        begin = start if owner is None else owner.last
        unit = next((i for i in range(begin, min(len(words), begin + LONGEST_KIND)) if words[i].lower in KINDS), None)
        if unit is None or PARTNERS & {word.lower for word in words[begin:unit]}:
            return None
        if owner is None and [word.lower for word in words[unit + 1 : unit + 2]] in (["of"], ["at"], ["in"]):
            owner = name_at.get(unit + (3 if words[unit + 2].lower == "the" else 2)) if unit + 2 < len(words) else None
        elif owner is not None and not (owner.last < len(words) and words[owner.last].possessive):
            return None
        return owner if owner is not None and owner.kind == "Organization" else None
    return None


def end_of_subordination(words: Sequence[Word], name: Name, above: Name) -> int:
    """Where what is said of the body above ends, with the comma that closes it."""
    opened = words[name.last].text == ","
    return above.last + (1 if opened and above.last + 1 < len(words) and words[above.last].text == "," else 0)


def past_bracket(words: Sequence[Word], end: int) -> int:
    """Past "(DU)" behind a name that ends at ``end``."""
    if end >= len(words) or words[end].text != "(":
        return end
    inside = range(end + 1, min(len(words), end + 1 + LONGEST_BRACKET))
    return next((i + 1 for i in inside if words[i].text == ")"), end)


def place_adjoining(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """The place right behind a body's name, with nothing but its acronym between: "Delta University (DU) Chad"."""
    if name.kind != "Organization":
        return None
    start = past_bracket(words, name.last)
    if start > name.last and [w.lower for w in words[start : start + 1]] == ["of"]:
        start += 2 if [w.lower for w in words[start + 1 : start + 2]] == ["the"] else 1
    place = name_at.get(start)
    if place is None or place.kind != "Place" or place.place is None:
        return None
    owner = place.last < len(words) and words[place.last].possessive
    return place if not owner and not place.place.is_wide else None


def place_beside(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """The place adjoining a body's name, or behind a dash in a row: "Delta University – Chad, Moana University – …"."""
    if (adjoining := place_adjoining(words, name_at, name)) is not None:
        return adjoining
    end = past_bracket(words, name.last)
    if name.kind != "Organization" or end >= len(words) or words[end].text not in DASHES or not words[end].space:
        return None
    place = name_at.get(end + 1)
    closed = place is not None and place.last < len(words) and words[place.last].lower in ITEM_ENDS
    return place if place is not None and place.kind == "Place" and closed else None


def open_land(words: Sequence[Word], name_at: Mapping[int, Name], name: Name) -> Name | None:
    """The country of "Delta College in Doba, Chad have signed": without a comma behind it the parser takes it for the
    subject. So the place of "A, Lima and B, Chad have signed", "with B, Chad that will run"."""
    end = past_bracket(words, name.last) if name.kind == "Organization" else name.last
    land = name_at.get(end + 1) if words[end : end + 1] and words[end].text == "," else None
    if land is None or land.kind != "Place" or land.place is None or land.last >= len(words):
        return None
    if name.kind == "Organization":
        lead = name.first - (2 if name.first and words[name.first - 1].lower == "the" else 1)
        beside = lead > 0 and words[lead].lower == "and"
        beside = beside and any(n.last == lead and n.kind == "Place" for n in name_at.values())
        relative = words[land.last].text in ("that", "which") and not land.place.is_wide
        start = land.last + 1 + (words[land.last + 1 : land.last + 2] != [] and words[land.last + 1].lower == "the")
        fellow = name_at.get(start) if words[land.last].lower == "and" else None
        if fellow is not None and fellow.kind == "Organization" and open_land(words, name_at, fellow) is not None:
            return land
        return land if relative or (beside and words[land.last].text in TELLING) else None
    known = land.place.kind == "country" and name.place is not None and name.kind == "Place"
    if not known or name.place is None or name.first < SHORTEST_LEAD:
        return None
    led = words[name.first - 1].lower in ("in", "at", "of") and words[name.first - 2].text[0].isalpha()
    inside = name.place.country == land.place.country and words[land.last].text in TELLING
    return land if inside and led and not words[name.first - 1].initial else None


def end_of_quotation(words: Sequence[Word], name_at: Mapping[int, Name], opening: int) -> int:
    """The end of the quotation marks around a body's name alone, with a company suffix behind: '"Dala Nur" LLC'; 0
    where there are none."""
    name = name_at.get(opening + 1) if words[opening].text in QUOTES else None
    if name is None or name.kind != "Organization" or name.last >= len(words) or words[name.last].text not in QUOTES:
        return 0
    suffix = name.last + 1
    joined = suffix < len(words) and words[suffix].acronym and suffix not in name_at
    return suffix + (1 if joined else 0)
