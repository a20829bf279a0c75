"""Slots that a word has through its place in the sentence, beyond what hangs on it: "X, a subsidiary of Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax.alongside import PERSON, is_part
from kg.extract.syntax.clauses import SIGNING_NOUNS, Slots, arguments, coordinated, is_passive, objects_of
from kg.extract.syntax.tokens import FINITE, Token

SHARED = frozenset("he she they both sides parties two leaders".split())
"""Words for who talked to whom, or for one of them, which say nothing of who he was."""
MEANS = frozenset(("under", "through", "via", "with", "following", "after", "per", "to", "within"))
"""What binds those that a clause is about by an instrument, or helps them: "under an MoU with", "thanks to a grant"."""
PLACED = ("to", "in", "at", "on", "object")
"""Slots of places on which the parser may hang what one comes for: "flew to Lima for the fair"."""
AUDIENCE = ("at", "in", "object")
"""Slots of what those who are told something came to: "told guests who attended the forum"."""
OPENING = frozenset(
    "open inaugurate close address attend chair moderate launch welcome conclude officiate grace".split()
)
"""Verbs of what is done to an event by who says something there: "Opening the fair, she said"."""
TAKING_PART = frozenset("attend participate speak take gather join".split())
"""Verbs of those of whom some are named behind "including", on whatever the parser hangs it."""
PARTS = frozenset("heart centre center outskirts suburb edge middle north south east west building vicinity".split())
"""What lies in a place and has no name."""
ATTENDING = frozenset(("attend", "grace"))
SEALING = frozenset(("with", "through", "via", "following", "after"))
"""What leads to the signing that ends, or deepens, what its parties do."""
INSTRUMENTAL = frozenset(("attr", "nsubjpass", "ROOT", "conj"))
"""Places of an instrument in a clause that tells of its signing, or in none."""
SIGNED_IN = frozenset(("in", "under", "through", "via"))
PENNED = frozenset(("sign", "ink", "conclude", "reach", "initial"))
PARTED = frozenset(("between", "with", "by"))
TIES = frozenset("relation relationship tie cooperation partnership friendship meeting talk visit".split())
NAMED = frozenset(("named", "appointed", "elected", "designated"))


def derived(token: Token, slots: Slots, asked: frozenset[str]) -> Slots:
    """The slots with those of a noun by its place: "apposed", "subject-of-be" ("X is a unit of Y"), "named" ("its unit
    X"), "governor" (the preposition between a verb and it), "part" ("the last of the speakers"), "bearer" ("X, with
    headquarters in Y"), "means-of" ("under an MoU with Y, X …"), "bound" ("under the MoU, X and Y …"), "as-subject"
    ("as host, X …"); and with those of a verb and its subject. Of those that take another walk of the parse only the
    ``asked``."""
    found = dict(slots)
    if token.pos_ in ("NOUN", "PROPN"):
        _of_noun(token, found, asked)
    else:
        _of_verb(token, found, asked)
    subjects = slots.get("subject", []) or (slots.get("object", []) if is_passive(token) else [])
    for noun in subjects:
        for child in noun.children:
            if child.dep_ == "prep":
                found[f"subject.{child.lower_}"] = [c for c in child.children if c.dep_ == "pobj"]
            elif child.dep_ == "poss":
                found["subject.whose"] = [_relative(child)]
            elif child.dep_ in ("compound", "nmod") and "subject.modifier" in asked:
                found["subject.modifier"] = [*found.get("subject.modifier", ()), child]
    return found


def _of_verb(verb: Token, found: Slots, asked: frozenset[str]) -> None:
    """What hangs on a place, "flew to Lima for the fair", what lies in the heart of one, those of many who are named
    behind "including", and what a noun describes of which a clause tells more: "Acme is a bank based in Lima"."""
    if "audience-at" in asked:
        heard = [n for t in found.get("object", ()) for n in coordinated(t)]
        clauses = [arguments(c) for n in heard for c in n.children if c.dep_ in ("relcl", "acl")]
        found["audience-at"] = [n for c in clauses for name in AUDIENCE for n in c.get(name, ())]
    if "while-at" in asked:
        found["while-at"] = [n for c in _opened(verb) for name in AUDIENCE for n in arguments(c).get(name, ())]
    if "to-for" in asked:
        found["to-for"] = [n for name in PLACED for t in found.get(name, ()) for n in objects_of(t, "for")]
    for name in ("in", "at", "on"):
        parts = [t for t in found.get(name, ()) if t.lower_ in PARTS]
        if parts:
            found["in"] = [*found.get("in", ()), *(n for t in parts for n in objects_of(t, "of", "in"))]
    if verb.lemma_ in TAKING_PART and any(t.tag_ in ("NNS", "NNPS") for t in found.get("subject", ())):
        inner = [
            n for t in verb.subtree if t.lower_ == "including" and t.i > verb.i for n in objects_of(t.head, t.lower_)
        ]
        found["including"] = [*found.get("including", ()), *(n for n in inner if n.text == PERSON)]
    noun = verb.head
    if verb.dep_ in ("acl", "relcl") and noun.pos_ == "NOUN" and noun.dep_ in ("appos", "attr"):
        described = [noun.head] if noun.dep_ == "appos" else [c for c in noun.head.children if c.dep_ == "nsubj"]
        for name in ("subject", "object"):
            if noun in found.get(name, ()):
                found[name] = [*found[name], *(t for t in described if t.pos_ != "PRON")]
        behind = (t for t in described if any(c.dep_ == "conj" and c.i > verb.i for c in t.children))
        found["alone"] = [*found.get("alone", ()), *behind]  # "Acme, a bank based in Lima, and Elm met"


def _opened(verb: Token) -> list[Token]:
    """What somebody did to an event where they said something: "Opening the fair, she said", "opened the fair, saying",
    "was opened by A, who said"."""
    above = verb.head
    if verb.dep_ == "relcl":
        above = above.head.head if above.head.dep_ == "agent" and above.head.head.lemma_ not in ATTENDING else verb
    elif not (verb.dep_ == "advcl" and verb.tag_ == "VBG"):
        above = verb
    doing = [c for c in verb.children if c.dep_ == "advcl" and (c.tag_ == "VBG" or _at_once(c))]
    return [v for v in (above, *doing) if v is not verb and v.lemma_ in OPENING]


def _at_once(clause: Token) -> bool:
    """ "… as he closed the workshop": what the same person did then."""
    marked = any(c.lower_ in ("as", "while", "when") for c in clause.children)
    return marked and any(c.lower_ in ("he", "she") and c.dep_ == "nsubj" for c in clause.children)


def _of_noun(noun: Token, found: Slots, asked: frozenset[str]) -> None:
    head = noun.head
    if "topic.between" in asked and not found.get("between"):
        found["topic.between"] = list(_concerned(noun))
    found["named"] = [c for c in noun.children if c.dep_ == "appos"] if "named" in asked else []
    if found["named"] and any(c.lower_ == "its" for c in noun.children):
        found["subject"] = _owners(noun)
    if "named" in asked and noun.dep_ in ("compound", "nmod") and head.pos_ == "PROPN" and head.i == noun.i + 1:
        found["named"] = [head]
        found["subject"] = _owners(head)
    elif noun.dep_ == "dobj":
        found["subject-of-verb"] = [c for c in head.children if c.dep_ == "nsubj"]
    elif noun.dep_ == "appos" or (noun.dep_ == "npadvmod" and head.pos_ == "PROPN"):
        found["apposed"] = [_nearest(noun, head)]
    elif noun.dep_ == "attr":
        relative = head.head if head.dep_ == "relcl" else noun
        found["subject-of-be"] = [relative if c.lower_ == "who" else c for c in head.children if c.dep_ == "nsubj"]
    elif noun.dep_ == "oprd" and head.lower_ in NAMED:
        found["subject-of-be"] = [c for c in head.children if c.dep_ in ("nsubjpass", "dobj")]
    elif noun.dep_ == "pobj":
        _of_object(noun, found, asked)


def _concerned(noun: Token) -> Iterator[Token]:
    """ "An agreement on cooperation in the training of teachers between A and B": whom what an instrument is on leads
    to, however far behind."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (n for topic in objects_of(noun.head, "on") for n in objects_of(topic, "between"))
    if noun.dep_ not in INSTRUMENTAL or any(c.dep_ == "agent" for c in noun.head.children):
        return
    for token in noun.subtree:
        if token.i > noun.i and (token.tag_ in FINITE or token.text in (";", ":")):
            break
        if token.lower_ == "between" and token.i > noun.i:
            yield from (c for c in token.children if c.dep_ == "pobj")


def _nearest(noun: Token, head: Token) -> Token:
    """What an apposition is of: in "A and B, a unit of C," the last of the row, which the parser hangs on the first."""
    last = max((t for t in coordinated(head) if t.i < noun.i), key=lambda t: t.i, default=head)
    alone = noun.tag_ == "NN" and not any(c.lower_ in ("both", "all") for c in noun.children)
    return last if alone and last.nbor(1).text == "," else head


def _owners(noun: Token) -> list[Token]:
    """Whose a named unit is: "Acme and its unit Zenith", "Acme, through its arm Zenith, …"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None or owner.lower_ != "its":
        return [owner] if owner is not None else []
    if noun.dep_ == "conj":
        return [noun.head]
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    return [t for t in _told_of(verb) if t != noun] if verb is not None else []


def _told_of(verb: Token) -> list[Token]:
    """Whom a clause is about."""
    return arguments(verb).get("object" if is_passive(verb) else "subject", [])


def _of_object(noun: Token, found: Slots, asked: frozenset[str]) -> None:
    """What a noun behind a preposition has."""
    prep, above = noun.head, noun.head.head
    found["governor"] = [prep] if above.pos_ in ("VERB", "AUX") else []
    if prep.lower_ == "of" and is_part(above):
        found["subject-of-be"] = [c for c in above.head.children if c.dep_ == "nsubj"]
        found["part"] = [above]
    elif prep.lower_ == "of" and above.lower_ == "one" and above.dep_ == "appos":
        found["apposed"] = [above.head]
    elif prep.lower_ == "among" and above.lemma_ == "be":
        found["subject-of-be"] = [c for c in above.children if c.dep_ == "nsubj"]
    elif prep.lower_ == "as" and above.pos_ == "VERB" and "as-subject" in asked:
        found["as-subject"] = _told_of(above)
    elif above.pos_ == "VERB" and any(t.lower_ in ("his", "her") for t in found.get("subject", ())):
        ahead = [t for t in _told_of(above) if t.i < noun.i]
        shared = all(t.lower_ in SHARED for t in _told_of(above))  # "in his talks with A, he said"
        found["subject"] = found["subject"] if ahead or above.i < noun.i or shared else []
        if not found["subject"]:  # "on her arrival in Lima, Ana Rojas was greeted"
            found["clause-subject"] = _told_of(above)
    if prep.lower_ == "in" and above.pos_ == "PROPN" and above.dep_ == "ROOT":  # "Kenya, Peru in fishing pact"
        found["means-of"] = found["bound"] = [above]
    if "means-of" in asked and prep.lower_ in SIGNED_IN and _signed_by_none(noun):
        found["means-of"] = found["bound"] = _told_of(above) if above.pos_ in ("VERB", "AUX") else []
        return
    if prep.lower_ in MEANS:
        if noun.lower_ in SIGNING_NOUNS and "means-of" in asked:
            found["means-of"] = found["bound"] = _signers(noun, above) if prep.lower_ in SEALING else []
            return
        if above.pos_ in ("NOUN", "PROPN") and above.lower_ != "thanks":
            found["bearer"] = found["means-of"] = [above]
            return
        if prep.lower_ == "with" and above.pos_ == "VERB" and prep.i < above.i and prep.nbor(-1).text == ",":
            found["bearer"] = [t for t in _told_of(above) if t.i < prep.i]
        if "means-of" not in asked:
            return
        verb = above if above.pos_ in ("VERB", "AUX") else above.head
        if verb.pos_ in ("VERB", "AUX"):
            found["means-of"] = _told_of(verb)
            told = any(c.lower_ in ("the", "this", "that") for c in noun.children)
            told = told and not any(found.get(name) for name in ("with", "between", "by", "of"))
            found["bound"] = found["means-of"] if told and prep.lower_ == "under" and prep.i < verb.i else []


def _signers(signing: Token, above: Token) -> list[Token]:
    """ "A and B deepened their ties with the signing of a pact", "A's ties with B grew with …", "The talks between A
    and B ended with …": whom the signing of that binds of which no parties are told."""
    while above.pos_ not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    subjects = _told_of(above) if above.pos_ in ("VERB", "AUX") else []
    ties = [n for t in (*subjects, *arguments(above).get("object", ())) if t.lemma_ in TIES for n in coordinated(t)]
    between = [n for t in ties for n in objects_of(t, "between")]
    parted = PARTED & {t.lower_ for t in signing.subtree}
    if not parted:
        return between or [*subjects, *(n for t in ties for n in objects_of(t, "with"))]
    return subjects if parted == {"with"} else []


def _signed_by_none(noun: Token) -> bool:
    """ "In a memorandum signed on Friday, A and B agreed": whether a paper was signed, and nobody is told to have."""
    signed = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in PENNED and c.tag_ in ("VBN", "VBD"))
    return any(PARTED.isdisjoint(t.lower_ for t in clause.subtree) for clause in signed)


def _relative(owner: Token) -> Token:
    """Whom "whose" stands for."""
    verb = owner.head.head
    return verb.head if owner.lower_ == "whose" and verb.dep_ == "relcl" else owner
