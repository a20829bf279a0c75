"""Signs around a name that a body is meant, whatever the name looks like: "employees of Ostara", "Ostara and its
partners", "Ostara's chief executive"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.text.words import Word

CORPORATE = frozenset(
    """
    ceo cfo coo cto founder co-founder cofounder executive executives officer employee employees engineer engineers
    shareholder shareholders share shares stake subsidiary subsidiaries affiliate
    """.split()
)
"""What only bodies have: people in its service, parts."""
STAFF = frozenset(
    """
    representative representatives official officials expert experts staff specialist specialists team worker workers
    manager managers director directors management headquarters branch spokesman spokesperson spokeswoman delegates
    heads technicians consultants scientists researchers volunteers customers clients products unit arm offshoot parent
    """.split()
)
"""What places and persons hardly have."""
OWNED = (CORPORATE | STAFF | frozenset(("chief", "factory", "plant", "platform", "technology", "fleet"))) - {
    "representative", "team", "share",
}  # fmt: skip
MADE = frozenset("operated manufactured supplied acquired".split())
GIVEN = frozenset(
    """
    hosted organised organized funded financed sponsored developed provided implemented supported launched commissioned
    built produced owned controlled constructed installed designed run managed
    """.split()
)
BOUND = frozenset(
    """
    mou mous memorandum memoranda understanding agreement agreements contract contracts deal deals partnership
    partnerships venture collaboration cooperation co-operation partnered partnering partner partners collaborate
    collaborated collaborating cooperate cooperating consortium work works worked working
    """.split()
)
OFFICERS = frozenset(("ceo", "cfo", "coo", "cto"))
OFFICER_PAIRS = frozenset((("chief", "executive"), ("managing", "director")))
"""What those are called who run a business, right behind its name: "Ostara CEO"."""
HELD = frozenset("headquartered owned controlled operated".split())
"""What is said of a business behind a comma: "Ostara, owned by …"."""
OWNERSHIP = frozenset("stake stakes share shares shareholder shareholders shareholding".split())
EMPLOYED = frozenset("worked works working employed job career internship interned".split())
AWARDED = frozenset(("awarded", "leased", "outsourced", "subcontracted"))
SENT = frozenset("delegation member members secretary-general secretariat leadership general".split())
RUNNING = frozenset("president chairman chairperson chairwoman chair secretary secretary-general director".split())
GATHERINGS = frozenset("COP UNGA TICAD FOCAC CHOGM GITEX ADIPEC".split())
"""Summits and fairs that are known by their letters."""
SESSIONS = frozenset("summit session sessions meeting meetings conference debate".split())
SIDELINES = frozenset("sidelines sideline margins margin fringes".split())
SURE, LIKELY, POSSIBLE = 3, 2, 1
OWNING_REACH = 3
GOVERNORS = {
    preposition: {word: sure for sure, words in rows for word in words}
    for preposition, rows in (
        ("of", ((LIKELY, STAFF), (SURE, CORPORATE))),
        ("from", ((LIKELY, STAFF), (SURE, CORPORATE))),
        ("at", ((LIKELY, STAFF), (SURE, CORPORATE | EMPLOYED))),
        ("for", ((SURE, EMPLOYED),)),
        ("by", ((POSSIBLE, GIVEN), (SURE, MADE))),
        ("in", ((LIKELY, OWNERSHIP),)),
        ("to", ((SURE, AWARDED),)),
        ("with", ((POSSIBLE, BOUND),)),
    )
}
"""For each preposition what stands before it where it leads to a body, and how sure that is."""


def stands_for_a_body(words: Sequence[Word], first: int, last: int) -> int:
    """How sure it is that a body is meant: SURE, where neither place nor person could stand there, LIKELY, where no
    person could, POSSIBLE where both could, or 0."""
    return max(_behind(words, last), _before(words, first))


def _before(words: Sequence[Word], first: int) -> int:
    if first and words[first - 1].lower in ("visited", "toured"):
        return POSSIBLE
    at = first - (2 if first and words[first - 1].lower == "the" else 1)
    governors = GOVERNORS.get(words[at].lower) if at > 0 else None
    return governors.get(words[at - 1].lower, 0) if governors is not None else 0


def _behind(words: Sequence[Word], last: int) -> int:
    if last + 1 >= len(words):
        return 0
    sign, after = words[last], words[last + 1].lower
    if sign.lower in OFFICERS or (sign.lower, after) in OFFICER_PAIRS:
        return SURE
    if sign.possessive:
        owned = {word.lower for word in words[last + 1 : last + 1 + OWNING_REACH]}
        return 0 if owned.isdisjoint(OWNED) else LIKELY if owned.isdisjoint(CORPORATE) else SURE
    if (sign.text == "," and after in HELD) or (sign.lower in ("is", "was") and after == "headquartered"):
        return SURE
    pronoun = (sign.lower in ("and", "for") and after == "its") or (sign.text == "," and after == "which")
    return LIKELY if pronoun else 0


def is_gathering(words: Sequence[Word], first: int) -> bool:
    """Whether letters stand for a gathering and no body: "COP29", "on the sidelines of TICAD"."""
    if first + 1 < len(words) and words[first + 1].lower in SESSIONS:
        return False
    if words[first].text.rstrip("0123456789-") in GATHERINGS:
        return True
    at = first - (2 if first and words[first - 1].lower == "the" else 1)
    return at > 0 and words[at].lower == "of" and words[at - 1].lower in SIDELINES


def has_staff(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what an event may be called has people of its own: "a delegation of the Lake Press Forum", "Lake Press
    Forum president Ana Rojas", "Secretary General of the Lake Forum"."""
    at = first - (2 if first and words[first - 1].lower == "the" else 1)
    linked = at > 0 and words[at].lower in ("of", "from")
    sent = linked and words[at - 1].lower in (STAFF | CORPORATE | SENT) - {"heads"}
    behind = tuple(word.lower for word in words[last : last + 2])
    return sent or behind[:1] in {(office,) for office in OFFICERS | RUNNING} or behind in OFFICER_PAIRS
