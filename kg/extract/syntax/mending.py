"""Mends what the parser gets wrong around people. In "A, Rector of X, B, head of the Department of Y, and C spoke" it
often leaves the verb no more than the last name, in "A discussed with B ways to trade" it takes B's name for a part
of what was discussed, in "During a visit to X, A and B met" it joins who met to what opens the sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from kg.extract.syntax.alongside import PERSON
from kg.extract.syntax.gaps import fill_gaps
from kg.extract.syntax.tokens import FINITE, SUBJECTS, Sentence, Token
from kg.extract.text.dates import WEEKDAYS

JOINTS = frozenset((",", ";", "and", "&"))
CLOSING = frozenset("who whom whose which that as while whereas where when because if although : — – ( )".split())
"""What a row does not go on before."""
DISCUSSED = frozenset("ways means prospects issues matters topics avenues steps aspects developments relations".split())
REPORTING = frozenset(("say", "report", "announce", "state", "note", "confirm"))
GROUPS = frozenset(
    """
    members representatives officials heads deans directors ambassadors ministers leaders officers delegates executives
    professors students teachers staff guests diplomats envoys number
    """.split()
)
"""Words for some of those who are there."""
BINDING = frozenset(
    "sign ink conclude seal initial exchange enter reach agree partner cooperate collaborate team join form".split()
)
"""Verbs of what bodies do with each other."""
DESCRIBING = frozenset(("det", "amod", "compound", "nmod"))
JOINING = frozenset(("partners", "teams"))
"""Verbs that the parser takes for nouns: "Acme partners with Zenith"."""
LONGEST_GAP = 16
SHORTEST_ROW = 2
LISTED = 3
LONGEST_SEAT = 6
SEATED = frozenset(("in", "of", "from"))
"""What leads to the place where one is."""
LONGEST_OWNER = 5
"""Words from "with" to the name behind it: "with Peru's drug maker Acme"."""


def mend(doc: Sequence[Token], kinds: Mapping[int, str]) -> None:
    """Mend a parse, given the ``kinds`` of the names among its tokens, in order; governments are bodies."""
    people = {i for i, kind in kinds.items() if kind == "Person"}
    bodies = [i for i, kind in kinds.items() if kind == "Organization"]
    for governed in [c for t in doc if t.dep_ == "prep" and t.tag_ == "VBG" for c in t.children if c.dep_ == "dobj"]:
        governed.head.pos_, governed.dep_ = "ADP", "pobj"  # "said following talks with A"
    for verb in (t for t in doc if t.lower_ in JOINING and t.dep_ == "ROOT" and t.tag_ == "NNS"):
        _take_for_verb(verb, kinds)
    fill_gaps(doc, people)
    for verb in (t for t in doc if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")):
        _behind_opening(verb, kinds)
    for name in (doc[i] for i in kinds if doc[i].dep_ == "conj"):
        _past_aside(name, kinds)
        if kinds[name.i] == "Organization":
            _describe(name, kinds)
    for name in (doc[i] for i, kind in kinds.items() if kind == "Place" and doc[i].dep_ == "pobj"):
        noun = name.head.head
        if noun.dep_ == "conj" and kinds.get(noun.head.i) == "Place" and name.head.lower_ == "of":
            _beside_governed(name, noun, kinds)
    for verb in (t for t in doc if t.lemma_ in REPORTING and t.tag_ in FINITE):
        _reporter(verb, kinds)
    for row in _listed(doc, bodies):
        for before, body in pairwise(row):
            if body.dep_ != "conj" and body not in before.ancestors:
                body.hang(before, "conj")
    for name in (doc[i] for i in people if 0 < i < len(doc) - 1):
        if name.nbor(-1).lower_ == "with" and name.nbor(1).lower_ in DISCUSSED:
            _part(name)
    for name in (doc[i] for i in people):
        _join_group(name, people)
    _subjects(doc, people)
    _subjects(doc, set(bodies), BINDING)
    for name in (doc[i] for i in kinds if i and doc[i].dep_ in SUBJECTS):
        noun = name.nbor(-1)  # "The Chinese firms Acme and Zenith signed"
        if noun.dep_ == name.dep_ and noun.head is name.head and noun.tag_ in ("NN", "NNS"):
            noun.hang(name, "compound")


def _subjects(doc: Sequence[Token], names: Collection[int], lemmas: Collection[str] = ()) -> None:
    """Give finite verbs, of the ``lemmas`` alone where there are any, the rows of names before them as subjects."""
    rows = {id(doc[i].sent): doc[i].sent for i in names} if len(names) >= SHORTEST_ROW else {}
    for sentence in rows.values():
        if sum(sentence.start <= i < sentence.end for i in names) < SHORTEST_ROW:
            continue
        verbs = [t for t in sentence if t.pos_ in ("VERB", "AUX") and t.dep_ not in ("aux", "auxpass")]
        for verb in (t for t in verbs if not lemmas or t.lemma_ in lemmas):
            group = [t for t in (*(c for c in verb.children if c.dep_ in ("aux", "auxpass")), verb) if t.i <= verb.i]
            signed = bool(lemmas) and any(t.dep_ == "auxpass" for t in group)  # "a deal between A, B and C was signed"
            if any(t.tag_ in FINITE for t in group) and not signed:
                _hang(_row(sentence, min(t.i for t in group), names), verb)


def _behind_opening(verb: Token, kinds: Mapping[int, str]) -> None:
    """ "As part of her visit to Lima, Ana Rojas and her delegation met …", "In talks with Acme, the Board, led by A,
    agreed …": give the verb the subject that was joined to the phrase before it."""
    group = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "advmod", "neg") and c.i < verb.i)]
    finite = any(t.tag_ in FINITE or t.tag_ == "MD" for t in group)
    if not finite or any(c.dep_ in (*SUBJECTS, "csubj", "expl") for c in verb.children):
        return
    opening = [c for c in verb.children if c.dep_ == "prep" and c.i < verb.i]
    group += [t for c in opening[1:] for t in (c, *c.children) if t.lower_ in ("on", "today") or t.lower_ in WEEKDAYS]
    group += [c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in (*WEEKDAYS, "today", "yesterday")]
    subject: Token | None = None
    for noun in sorted((t for c in opening for t in c.subtree if t.dep_ in ("appos", "conj")), key=lambda t: t.i):
        between = noun.doc[max(t.i for t in noun.subtree) + 1 : verb.i]
        seat = kinds.get(noun.i) == kinds.get(noun.head.i) == "Place"
        before = noun.left_edge.nbor(-1)  # a comma, or who stands with an office, whose comma is masked with it
        ends = (before.text == "," or before.i in kinds) and noun.pos_ in ("NOUN", "PROPN") and not seat
        closed = subject is not None and any(t.lower_ == "and" for t in noun.doc[subject.i : noun.i])
        if ends and (subject is None or closed) and all(t in group or t.text == "," for t in between):
            subject = noun  # behind a row that "and" closes, what follows is another
    if subject is not None:
        subject.hang(verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj")


def _past_aside(name: Token, kinds: Mapping[int, str]) -> None:
    """ "Visited Acme in Lima and Zenith in Apia", "signed with Acme, which has two plants, and Zenith": join a name to
    the last of its kind, not to the place or to what the clause says of that one."""
    joined, kind = name.head, kinds[name.i]
    if kind in ("Place", "Organization") and kinds.get(joined.i) == "Place" and _seated(name, kinds):
        _beside_seated(name, joined, kinds)
        return
    if kind not in ("Person", "Organization") or (kinds.get(joined.i) == kind and not _led(joined)):
        return
    before: Token | None = None
    if joined.pos_ in ("VERB", "AUX") and joined.i < name.i:
        before = _like_before(name, kinds)
    elif joined.i in kinds and joined.dep_ == "pobj" and joined.head.lower_ in ("in", "at", "from", "of"):
        before = joined.head.nbor(-1) if joined.head.i else None
    elif [t.lower_ for t in name.doc[max(0, name.i - 3) : name.i] if t.lower_ != "the"][-2:] == [",", "and"]:
        clause = next((a for a in (joined, *joined.ancestors) if a.dep_ in ("relcl", "acl")), joined)
        first = clause.left_edge.i if clause.dep_ in ("relcl", "acl", "appos") else 0
        before = name.doc[first - 2] if first > 1 and name.doc[first - 1].text == "," else None
    like = (kind,) if kinds.get(joined.i) == "Organization" else (kind, "Organization")
    named = before is not None and kinds.get(before.i) in like
    if before is not None and named and before not in name.subtree:
        name.hang(before, "conj")


def _seated(name: Token, kinds: Mapping[int, str]) -> bool:
    """Whether a name is told with the place where it is: "Zenith in Peru", "Lima of the Republic of Peru"."""
    behind = name.doc[name.i + 1 : min(name.i + LONGEST_SEAT, name.sent.end)]
    seat = next((t for t in behind if t.i in kinds), None)
    return seat is not None and behind[0].lower_ in SEATED and kinds[seat.i] == "Place"


def _beside_seated(name: Token, seat: Token, kinds: Mapping[int, str]) -> None:
    """ "The city of Lima in Peru and Kisumu in Kenya": join the second to the first, not to where that is."""
    place = seat.i - 1
    while place > name.sent.start and seat.i - place < LONGEST_SEAT:
        if place in kinds and name.doc[place + 1].tag_ != "POS":  # "in east China's Jiangsu Province"
            break
        place -= 1
    before = name.doc[max(place, 0)]
    led = before.i + 1 < seat.i and before.nbor(1).lower_ in SEATED and seat.dep_ == "pobj"
    if not led or kinds.get(before.i) not in ("Place", "Organization") or before in name.subtree:
        return
    noun = before.head.head if before.dep_ == "pobj" and before.head.lower_ == "of" else before
    single = noun is not before and noun.tag_ == "NN" and noun.i not in kinds
    name.hang(noun if single and noun not in name.subtree else before, "conj")


def _beside_governed(name: Token, noun: Token, kinds: Mapping[int, str]) -> None:
    """ "The port of Lima and the city of Kisumu", "Lima in Peru and the city of Kisumu in Kenya"."""
    first = noun.head
    above = first.head.head
    of_one = first.dep_ == "pobj" and first.head.lower_ == "of" and above.tag_ == "NN" and above.i not in kinds
    if of_one and above not in noun.subtree:
        noun.hang(above, "conj")
    elif _seated(name, kinds):
        _beside_seated(noun, first, kinds)


def _describe(name: Token, kinds: Mapping[int, str]) -> None:
    """ "Acme and Zenith, a bank based in Lima, met": what is said of one stands behind its own name, not the first."""
    if name.i + 2 >= len(name.doc) or name.nbor(1).text != ",":
        return
    first = name
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    for said in [c for c in first.children if c.left_edge.i == name.i + 2]:
        apposed = said.dep_ == "appos" and said.tag_ == "NN" and said.left_edge.lower_ in ("a", "an", "the")
        seated = said.dep_ == "acl" and said.lower_ in ("based", "headquartered", "located")
        told = said.dep_ == "relcl" and any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (said, *said.children))
        if first is not name and kinds.get(first.i) == "Organization" and (apposed or seated or told):
            said.hang(name, said.dep_)


def _reporter(verb: Token, kinds: Mapping[int, str]) -> None:
    """ "A pact between Acme and Zenith, the News Agency, Andina, reported": whoever says so is none of the row."""
    if verb.i < 2 or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    name = verb.nbor(-2 if verb.nbor(-1).text == "," else -1)
    while name.dep_ in ("appos", "pobj", "prep", "compound") and name.head.i < name.i:
        name = name.head
    apart = name.left_edge.i > verb.sent.start and name.left_edge.nbor(-1).text == ","
    if name.i in kinds and name.dep_ == "conj" and apart:
        name.hang(verb, "nsubj")


def _like_before(name: Token, kinds: Mapping[int, str]) -> Token | None:
    """ "Chaired by A from Acme, and B from Zenith": the last before a name of its kind, joined to their verb."""
    if name.i + 1 < name.sent.end and name.nbor(1).tag_ in FINITE:
        return None
    between = name.doc[name.head.i + 1 : name.i]
    return next((t for t in reversed(between) if kinds.get(t.i) == kinds[name.i]), None)


def _led(name: Token) -> bool:
    """Whether a name is of one who is said to lead another: "between Acme, led by A, and …"."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    return name.dep_ == "pobj" and name.head.dep_ == "agent" and name.head.head.dep_ == "acl"


def _listed(doc: Sequence[Token], bodies: Sequence[int]) -> Iterator[list[Token]]:
    """The bodies in rows of three and more: "A, B and C", with nothing else between them."""
    row: list[Token] = []
    closed = False
    for index in bodies:
        between = {t.lower_ for t in doc[row[-1].i + 1 : index]} if row else set()
        further = closed and between.isdisjoint(("and", "&"))  # "A, B and C, the Board said"
        if not between or further or not between <= JOINTS | {"the"}:
            if closed and len(row) >= LISTED:
                yield row
            row, closed = [], False
        row.append(doc[index])
        closed = not between.isdisjoint(("and", "&"))
    if closed and len(row) >= LISTED:
        yield row


def _take_for_verb(noun: Token, kinds: Mapping[int, str]) -> None:
    """ "Acme partners with Zenith on safety": what stands between a name and "with" another is a verb."""
    behind = next((c for c in noun.children if c.lower_ == "with" and c.i > noun.i), None)
    subject = next(
        (c for c in noun.children if c.i == noun.i - 1 and kinds.get(c.i) in ("Organization", "Place")), None
    )
    if subject is None or behind is None or kinds.keys().isdisjoint(range(behind.i, behind.i + LONGEST_OWNER)):
        return
    noun.pos_, noun.tag_ = "VERB", "VBZ"
    subject.hang(noun, "nsubj")


def _join_group(name: Token, people: Collection[int]) -> None:
    """Join a name to the group before it, "members of the Chamber, A and B", not to what the group is of."""
    above = name.head
    while above.dep_ in ("conj", "appos") and above.i not in people:
        above = above.head
    if name.dep_ not in ("conj", "appos") or above.i in people or above.dep_ != "pobj" or above.head.lower_ != "of":
        return
    group = above.head.head
    if group.lower_ in GROUPS and group not in name.subtree:
        name.hang(group, "conj")


def _part(partner: Token) -> None:
    """Part "with B" from "ways to trade" behind it; both hang on the verb before them."""
    preposition, topic = partner.nbor(-1), partner.nbor(1)
    verb = next((t for t in reversed(partner.sent) if t.i < preposition.i and t.pos_ == "VERB"), None)
    if verb is None or any(above in (partner, topic, preposition) for above in verb.ancestors):
        return
    topic.pos_, topic.tag_ = "NOUN", "NNS"
    preposition.hang(verb, "prep")
    topic.hang(verb, "dobj")
    partner.hang(preposition, "pobj")


def _row(sentence: Sentence, end: int, people: Collection[int]) -> list[Token]:
    """The people named side by side before a verb, in order."""
    row: list[Token] = []
    gap, joined = 0, True
    for token in reversed(sentence[: end - sentence.start]):
        if token.i in people:
            if not joined or _bound(token) or _elsewhere(token, people):
                break
            row.append(token)
            gap, joined = 0, False
            continue
        closing = token.lower_ in CLOSING or (token.pos_ in ("VERB", "AUX") and token.dep_ != "amod")
        if closing or gap > LONGEST_GAP:
            break
        gap, joined = gap + 1, joined or token.lower_ in JOINTS
    return row[::-1]


def _bound(name: Token) -> bool:
    """Whether a name belongs to the word beside it: "of A", "A's deputy", "A dancers"."""
    behind = name.nbor(1)
    owner = behind.tag_ == "POS" or (name.dep_ == "compound" and name.head is behind)
    start = name.i - 1
    while name.text != PERSON and start > name.sent.start and name.doc[start].dep_ in DESCRIBING:
        start -= 1  # "of the Chilean utility Acme"
    return owner or (start >= name.sent.start and name.doc[start].pos_ == "ADP")


def _elsewhere(name: Token, people: Collection[int]) -> bool:
    """Whether somebody is only told of in what opens the sentence: "Thanking A, B spoke", "After talks with A, B …"."""
    top = name
    while top.dep_ in ("conj", "appos") and top.head is not top:
        top = top.head
    if top.i not in people:
        return False
    if top.dep_ == "dobj":
        return top.head.i < top.i
    return any(above.pos_ in ("VERB", "AUX") for above in _up(top))


def _up(token: Token) -> Iterator[Token]:
    """What stands above a noun by prepositions."""
    while token.dep_ in ("pobj", "prep", "agent") and token.head is not token:
        token = token.head
        yield token


def _hang(row: list[Token], verb: Token) -> None:
    """Make the row the verb's subject, unless it has one that is not of the row."""
    if len(row) < SHORTEST_ROW:
        return
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    first, last = row[0], row[-1]
    behind = next((s for s in own if s.i > last.i), None)
    if behind is not None and behind.left_edge.nbor(-1).lower_ not in JOINTS:
        return
    dep = own[0].dep_ if own else "nsubj"
    if any(_joined(first, s) for s in own) and all(_joined(name, first) for name in row[1:]):
        return
    placed = behind is not None and behind.pos_ == "PROPN" and behind.nbor(-1).text == ","
    if placed and behind is not None and behind not in behind.nbor(-2).ancestors:  # "at the State House, Nairobi"
        behind.hang(behind.nbor(-2), "appos")
    above = [t for t in verb.ancestors if t in row]
    if above:
        top = above[-1]
        verb.hang(top.head if top.head is not top else verb, top.dep_)
    first.hang(verb, dep)
    for name in row[1:]:
        name.hang(first, "conj")


def _joined(name: Token, first: Token) -> bool:
    """Whether a name is one of those joined to the first."""
    while name is not first and name.dep_ == "conj":
        name = name.head
    return name is first
