"""The words that tell of an event's being held: the verbs it stands with, the participles behind it."""

from __future__ import annotations

from kg.extract.discourse.event_names import ROUNDS
from kg.extract.discourse.event_nouns import MARKING
from kg.extract.syntax.clauses import coordinated
from kg.extract.syntax.tokens import Token

HOLDING = frozenset(
    """
    hold take place host organise organize convene stage schedule open begin start launch conduct kick run occur
    attend conclude meet pay undertake wrap complete make deliver give chair co-chair address inaugurate commence finish
    last celebrate return schedule slate slat wind wound
    """.split()
)
AHEAD = frozenset(("ahead", "prior"))
"""What leads from an event to the one that it comes before: "held ahead of the summit on Friday"."""
GATHERING = frozenset(("meet", "gather", "convene"))
FARTHEST_TELLING = 9
TELLING = frozenset("hold take schedule slate organise organize convene stage give host open launch plan set".split())


def verbs_of_holding(token: Token) -> list[Token]:
    """The verbs that tell of the event's being held, with which this mention of it stands, the nearest first."""
    held: list[Token] = []
    for clause in token.children:
        if clause.dep_ in ("acl", "relcl") and (clause.lemma_ in HOLDING or clause.lemma_ == "schedule"):
            held.append(clause)
    for clause in token.subtree:
        verb = next((c for c in clause.children if c.dep_ == "xcomp" and c.lemma_ in HOLDING), clause)
        which = clause.dep_ == "relcl" and any(c.lower_ == "which" for c in clause.children)
        if which and verb.lemma_ in HOLDING and clause.head.dep_ in ("pobj", "appos") and clause.head.lower_ != "one":
            held.append(verb)
    for last in coordinated(token):
        both = last is not token and last.dep_ == "conj"
        held += [c for c in last.children if both and c.dep_ == "relcl" and c.lemma_ in HOLDING and _of_several(c)]
    rounds = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in ROUNDS
    top = token.head.head if rounds else token
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ == "attr" and any(c.dep_ == "expl" for c in top.head.children):
        held.append(top.head)
    if top.dep_ in ("nsubj", "nsubjpass", "dobj") and top.head.lemma_ in (TELLING if held else HOLDING):
        held.append(top.head)
    if top.dep_ == "dobj" and top.head.lemma_ == "have":
        held.append(top.head)
    above = top.head.head
    if top.dep_ == "pobj" and top.head.lower_ == "with" and above.lemma_ in MARKING:
        held.append(above)
    playing = above.head if above.lower_ == "host" else above
    if top.dep_ == "pobj" and playing.lemma_ == "play" and any(c.lower_ == "host" for c in playing.children):
        held.append(playing)
    if (
        top.dep_ in ("nsubj", "dobj")
        and top.head.lemma_ == "get"
        and any(c.lower_ == "under" for c in top.head.children)
    ):
        held.append(top.head)
    if top.dep_ in ("nsubj", "nsubjpass"):
        held += [c for c in top.head.children if c.dep_ == "conj" and c.lemma_ in ("hold", "take") and not _told(c)]
    return list(dict.fromkeys(held))


def _told(verb: Token) -> bool:
    """Whether a joined verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _of_several(verb: Token) -> bool:
    """ "The forum and the fair, which were held": what is said of the last is said of all."""
    return any(c.lower_ in ("were", "are") for c in verb.children)


def telling_behind(event: Token) -> Token | None:
    """The participle or infinitive behind an event's noun that tells of its being held."""
    for here in event.doc[event.i + 1 : min(event.sent.end, event.i + FARTHEST_TELLING)]:
        if here.lemma_ in TELLING and (here.tag_ in ("VBN", "VBG", "VB") or here.lemma_ == "take"):
            behind = here.doc[here.i + 1] if here.i + 1 < len(here.doc) else None
            taking = here.lemma_ != "take" or (behind is not None and behind.lower_ == "place")
            before = {t.lower_ for t in event.doc[event.i + 1 : here.i]}
            loose = here.tag_ == "VBN" or bool(before & {"which", "that", "to"}) or here.tag_ == "VBG"
            main = before & {"was", "were", "has", "had", "have", "will"} and not before & {"which", "that"}
            return here if taking and loose and not main else None
        if here.pos_ == "VERB" or here.lower_ in ("and", "where", "who"):
            return None
    return None


def closes(token: Token) -> bool:
    """Whether a new clause begins: what follows is no longer said of the event."""
    finite = token.pos_ in ("VERB", "AUX") and token.tag_ in ("VBD", "VBZ", "VBP", "MD")
    return finite or token.text in (";", ":") or token.lower_ in AHEAD | {"where", "who", "whose"}


def gathered_for(preposition: Token) -> bool:
    """ "They gathered for the summit"; those who met before it met on another day."""
    return preposition.head.lemma_ in GATHERING and preposition.lower_ in ("for", "on", "within")
