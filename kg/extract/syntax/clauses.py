"""Reads a parse for who does what: the arguments of a verb or a noun, whatever the construction.

Active and passive, relative and participle clauses, shared subjects of joined verbs, subjects of infinitives, and
the arguments of a noun under a light verb ("held a meeting with") all end in the same few slots.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.extract.syntax import alongside as elsewhere
from kg.extract.syntax.alongside import OBJECTS, PERSON, RELATIVES
from kg.extract.syntax.tokens import FINITE, Token

Slots = dict[str, list[Token]]

TRANSITIVE = frozenset("hold host organise organize convene sign attend chair witness moderate".split())
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
COMPLEX_NOUNS = frozenset(
    """
    collaboration cooperation co-operation partnership association conjunction coordination presence attendance help
    assistance honour honor chairmanship co-chairmanship chairpersonship presidency chair behalf sidelines sideline
    margins margin fringes side auspices support invitation framework course addition front level aegis initiative
    tandem concert supervision control occasion company
    """.split()
)
TOGETHER = frozenset("collaboration cooperation co-operation partnership association conjunction coordination".split())
CONTROL = frozenset(
    "allow enable help urge ask invite encourage request require authorise authorize permit see".split()
)
THANKING = frozenset("thank commend congratulate praise laud applaud appreciate hail credit honour honor".split())
ATTENDING = frozenset(("attend", "chair", "grace", "moderate", "witness"))
"""Whose agents do not hold what they attend."""
HAPPENING = frozenset("be take occur begin start open end conclude follow come".split())
"""Verbs behind which stands what belongs to the noun: "A meeting took place between A and B"."""
FRAMING = frozenset("precede follow open close begin conclude mark".split())  # what speeches do to an event
ACCOMPANYING = frozenset(("accompany", "flank", "join"))
STATEMENTS = frozenset("statement communique communiqué release message post note".split())
MEETINGS = frozenset("talk talks meeting discussion negotiation consultation audience".split())
HOLDING = frozenset(("hold", "have", "conduct"))
STOPPING = frozenset(("stop", "drop", "swing", "pass"))  # "stopped by Acme's office"
CHANCES = frozenset("opportunity chance occasion honour honor pleasure privilege".split())  # "had the honour to meet"
NEWS = frozenset("information details update updates report data insight insights question questions".split())
DEGREES = frozenset(("master", "masters", "bachelor", "doctor"))
DEEPEST_TOPIC = 2
TOPICAL = ("on", "for", "concerning", "regarding", "covering")
SIGNING_NOUNS = frozenset(("signing", "signature", "exchange", "conclusion"))


def arguments(trigger: Token) -> Slots:
    """The slots of a verb or noun: "subject", "object", and one for each preposition ("with", "in", "between",
    "in-collaboration-with"); "object.with" and the like for those of the object."""
    slots: Slots = defaultdict(list)
    if trigger.pos_ in ("VERB", "AUX"):
        _verb(trigger, slots)
    else:
        _noun(trigger, slots)
    return dict(slots)


def _verb(verb: Token, slots: Slots) -> None:
    passive = is_passive(verb)
    for child in verb.children:
        if child.dep_ in OBJECTS or (child.dep_ == "dative" and child.pos_ != "ADP"):
            slots["object"].append(child)
        elif child.dep_ == "agent" and (passive or verb.lemma_ not in STOPPING):
            agents = [c for by in coordinated(child) for c in by.children if c.dep_ == "pobj" and by.lower_ != "from"]
            fellows = [t for n in elsewhere.company(child, agents) for t in coordinated(n) if t.text == PERSON]
            slots["alone"] += fellows
            slots["subject"] += [c for c in (*agents, *fellows) if c.lower_ not in ("time", "end")]
            if not any(True for _ in child.children):
                slots["subject"] += [c for n in objects_of(verb, "among") for c in n.children if c.dep_ == "conj"]
        elif child.dep_ in ("prep", "dative", "agent"):
            _prepositions(child, slots)
            if child.lower_ == "with" and child.i and child.nbor(-1).lower_ in ("together", "jointly"):
                slots["together-with"] += [c for c in child.children if c.dep_ == "pobj"]  # "Together with B, A runs"
            if not any(True for _ in child.children):
                slots["particle"].append(child)
            if child.lower_ == "for" and not passive and child.i > verb.i and verb.lemma_ in ("sign", "ink", "initial"):
                slots["on-behalf-of"] += [c for c in child.children if c.dep_ == "pobj"]
        elif child.dep_ == "conj" and child.lower_ == "between":
            _prepositions(child, slots)
        elif child.dep_ == "acomp":
            for prep in (c for c in child.children if c.dep_ == "prep"):
                _prepositions(prep, slots)
        elif child.dep_ == "npadvmod":
            person = child.text == PERSON and child.i > verb.i and child.nbor(-1).text != ","
            slots["object" if person or (child.i == verb.i + 1 and child.tag_ == "NNP") else "when"].append(child)
        elif child.dep_ == "xcomp":
            slots["to-do"].append(child)
        elif child.dep_ == "prt" or (child.dep_ == "advmod" and child.tag_ == "RP"):
            slots["particle"].append(child)
        elif (
            child.dep_ in ("advcl", "conj")
            and child.lemma_ == "do"
            and any(c.lower_ in ("so", "as") for c in child.children)
        ):
            slots["subject"] += [c for c in child.children if c.dep_ == "nsubj"]
    if passive and not slots["subject"] and not any(n.endswith("-with") for n in slots):  # "with A and funded by B"
        for other in (c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN"):
            slots["subject"] += [n for c in other.children if c.dep_ == "agent" for n in c.children if n.dep_ == "pobj"]
    if verb.dep_ in ("aux", "auxpass") and verb.head.i < verb.i:
        for prep in (c for c in verb.head.children if c.dep_ == "prep"):
            _prepositions(prep, slots)
    if passive and not slots["subject"]:
        slots["subject"] += slots["by"] if slots["object"] else _late_agents(verb)
    subjects = _subjects(verb) or elsewhere.inverted(verb) or elsewhere.led_by(verb) or elsewhere.first_to(verb)
    subjects += [n for s in subjects for n in elsewhere.alongside(s)]
    slots["object" if passive else "subject"] += subjects
    for beside in (c for s in subjects for c in s.children if c.lower_ in ("in", "with") and c.dep_ == "prep"):
        if any(n.lower_ in TOGETHER for n in beside.children):  # "A in collaboration with B organised"
            _prepositions(beside, slots)
        elif beside.nbor(-1).lower_ in ("together", "jointly"):  # "A, together with B, runs"
            _prepositions(beside, slots, f"{beside.nbor(-1).lower_}-")
    party = [c for s in (*subjects, verb) for c in s.children if c.tag_ == "VBN" and c.lemma_ in ACCOMPANYING]
    party = [by for c in party if c.i < verb.i for by in c.children if c.dep_ in ("acl", "advcl")]
    slots["accompanied-by"] += [n for by in party if by.dep_ == "agent" for n in by.children]
    _antecedent(verb, passive, slots)
    if not slots["object"] and not passive:
        slots["object"] += elsewhere.late_object(verb) or elsewhere.shared_object(verb)
    for noun in list(slots["object"]):
        for name, tokens in slots_of_object(noun).items():
            slots[name] += tokens
    if not any(slots.get(name) for name in ("with", "object.with", "object.between")):
        slots["with"] += elsewhere.shared_partners(verb) if not slots["object"] else elsewhere.those_met(verb)
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not slots["object"]:
        slots["shared-object"] += [c for c in verb.head.children if c.dep_ == "dobj"]


def _late_agents(verb: Token) -> list[Token]:
    """ "He was accompanied to the talks by A": who does it, where the parser hung "by" on the noun before it."""
    nouns = objects_of(verb, "to", "in", "at", "on", "from", "into", "for", "during")
    return [agent for noun in nouns if noun.pos_ == "NOUN" for agent in objects_of(noun, "by")]


def slots_of_object(noun: Token) -> Slots:
    """The slots that what hangs on a verb's object fills: "object.with" in "signed an agreement with B"."""
    inner: Slots = defaultdict(list)
    for child in (c for n in elsewhere.with_inner(noun) for c in n.children):
        if child.dep_ == "prep":
            _prepositions(child, inner)
        elif child.dep_ == "acl" and child.lemma_ in ("sign", "hold", "reach", "conclude"):
            _prepositions_of(child, inner)
    inner["with"] += elsewhere.price_partners(noun)
    if not inner.get("with"):
        inner["topic-with"] += [*_topic_partners(noun), *(_topic_partners(noun.head) if noun.dep_ == "dobj" else ())]
        if noun.dep_ == "dobj" and not inner["topic-with"] and not objects_of(noun.head, "with"):
            inner["topic-with"] += elsewhere.purpose_partners(noun)
    return {f"object.{name}": tokens for name, tokens in inner.items()}


def _topic_partners(noun: Token, depth: int = 0) -> Iterator[Token]:
    """ "An agreement on cooperation in mining with B": the partner, where the parser hung it on what it is about."""
    for topic in objects_of(noun, *(TOPICAL if depth == 0 else (*TOPICAL, "in", "of"))):
        yield from objects_of(topic, "with")
        if depth < DEEPEST_TOPIC:
            yield from _topic_partners(topic, depth + 1)


def _prepositions_of(verb: Token, slots: Slots) -> None:
    for child in verb.children:
        if child.dep_ in ("prep", "agent"):
            _prepositions(child, slots)


def _prepositions(prep: Token, slots: Slots, prefix: str = "") -> None:
    """Fill the slot of a preposition; "in collaboration with" is one."""
    name = f"{prefix}{prep.lower_}"
    for child in prep.children:
        if child.dep_ == "pobj":
            inner = [c for c in child.children if c.dep_ == "prep"]
            inner = inner or [c for c in prep.head.children if c.dep_ == "prep" and c.i == child.i + 1]
            if child.lower_ in COMPLEX_NOUNS and inner and prep.lower_ != "into":
                for each in inner:
                    _prepositions(each, slots, f"{name}-{child.lower_}-")
                continue
            slots[name].append(child)
            if name == "in" and child.pos_ == "PROPN":  # "was in Lima, Peru for the forum": so the parser hangs it
                slots["for"] += [n for c in child.children if c.dep_ == "appos" for n in objects_of(c, "for")]
            if name == "between":
                more = (t for t in child.subtree if t.lower_ == name and t.dep_ == "conj")
                slots[name] += [n for t in more for n in t.children if n.dep_ == "pobj"]
        elif child.dep_ == "prep":
            _prepositions(child, slots, f"{name}-")
        elif child.dep_ == "conj" and child.pos_ == "ADP":
            _prepositions(child, slots, prefix)
        elif child.dep_ == "pcomp":
            slots[f"{name}-clause"].append(child)


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: with an auxiliary, or a bare participle behind a noun ("held in Beijing")."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    if _loose_participle(verb):
        return True
    joined = verb.dep_ == "conj" and verb.head.pos_ == "VERB" and (verb.tag_ == "VBN" or _lacks_object(verb))
    return joined and not any(c.dep_ in ("nsubj", "aux") for c in verb.children) and is_passive(verb.head)


def _lacks_object(verb: Token) -> bool:
    """ "Was opened by A and held in Lima": nothing holds without what it holds, whatever the tagger takes it for."""
    objects = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    return verb.tag_ == "VBD" and verb.lemma_ in TRANSITIVE and not objects


def _loose_participle(verb: Token) -> bool:
    """ "The Board took part, represented by its director", "Based in Lima, the Board …"."""
    auxiliaries = ("aux", "auxpass", "mark", *SUBJECTS)
    bare = verb.i == verb.sent.start or any(c.dep_ == "agent" for c in verb.children)
    loose = bare and verb.dep_ == "advcl" and verb.tag_ == "VBN"
    return loose and all(c.dep_ not in auxiliaries for c in verb.children)


def _subjects(verb: Token, depth: int = 0) -> list[Token]:
    """The verb's subjects, its own or those it shares or inherits."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ not in RELATIVES] or elsewhere.behind_quote(verb)
    if own or depth > 4:
        return own
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return []
    loose = elsewhere.loose_subject(verb) if not depth else None
    if loose is not None:
        return [loose]
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX"):
        controlled = [c for c in head.children if c.dep_ == "dobj"]
        return controlled if head.lemma_ in CONTROL and controlled else _subjects(head, depth + 1)
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return _subjects(head, depth + 1) or (
            [c for c in head.head.children if c.dep_ in SUBJECTS] if head.head != head else []
        )
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBG") and depth:
        return [head]
    if verb.dep_ == "acl" and verb.tag_ == "VB" and head.dep_ == "dobj" and head.lower_ in CHANCES:
        return _subjects(head.head, depth + 1)
    if verb.dep_ == "pcomp" and head.lower_ == "for" and (owed := elsewhere.owed_thanks(verb)):
        return owed
    if verb.dep_ == "pcomp" and head.lower_ == "for" and head.head.pos_ != "NOUN":
        thanked = [c for c in head.head.children if c.dep_ == "dobj"] if head.head.lemma_ in THANKING else []
        return thanked or ([head.head] if head.head.pos_ == "PROPN" else _subjects(head.head, depth + 1))
    joined = verb.dep_ == "advcl" and verb.tag_ in FINITE and any(c.dep_ == "cc" for c in head.children)
    if joined or (verb.dep_ in ("advcl", "pcomp") and verb.tag_ in ("VBG", "VB")):
        governor = _governing_verb(verb)
        return _subjects(governor, depth + 1) if governor is not None else []
    return []


def _governing_verb(token: Token) -> Token | None:
    head = token.head
    while head != token and (head.pos_ not in ("VERB", "AUX") or head.dep_ == "prep"):  # "following talks with B"
        if head.head == head:
            return None
        head = head.head
    return head if head != token else None


def _antecedent(verb: Token, passive: bool, slots: Slots) -> None:
    """The noun that a relative or participle clause is about; also that of the verb joined to it."""
    own = any(c.dep_ in (*SUBJECTS, "agent") for c in verb.children)
    whose = (c.nbor(-1) for c in verb.children if c.lower_ == "who" and c.dep_ == "nsubj" and c.i)
    slots["subject"] += [n for before in whose for n in elsewhere.with_others(before)] + elsewhere.cleft(verb)
    slots["where"] += elsewhere.scene(verb)
    if verb.dep_ == "conj" and not own and verb.head.dep_ == "relcl" and verb.tag_ in FINITE:
        if any(c.lower_ in RELATIVES and c.dep_ in SUBJECTS for c in verb.head.children):
            slots["object" if passive else "subject"].append(verb.head.head)
    elif verb.dep_ == "relcl":
        _stand_ins(verb, slots)
        relative = [c for c in verb.children if c.lower_ in RELATIVES and c.dep_ in (*SUBJECTS, "dobj")]
        if relative:
            slot = "subject" if relative[0].dep_ == "nsubj" else "object"
            slots[slot] += [verb.head, *elsewhere.one_of(verb.head), *elsewhere.first_of(verb)]
            if any(c.dep_ == "conj" and c.i > verb.i for c in verb.head.children):
                slots["alone"].append(verb.head)
        elif not any(c.dep_ in SUBJECTS for c in verb.children):
            slots["object" if passive else "subject"].append(verb.head)
        elif not passive and not any(c.dep_ in ("dobj", "advmod", "prep") and c.i < verb.i for c in verb.children):
            slots["object"].append(verb.head)  # "the accord (that) A and B signed"
    elif verb.dep_ == "acl":
        if passive:
            slots["object"].append(verb.head)
            if any(c.dep_ == "conj" and c.i > verb.i for c in verb.head.children):
                slots["alone"].append(verb.head)
        elif verb.tag_ == "VBG":
            slots["subject"].append(verb.head)
    elif _loose_participle(verb):
        slots["object"] += _subjects(verb.head)


def _stand_ins(verb: Token, slots: Slots) -> None:
    """ "The Bank, to which it belongs", "the forum at which she spoke": what stands before is meant."""
    for name in set(slots) - {"subject", "object"}:
        slots[name] = [verb.head if t.lower_ in ("which", "whom") else t for t in slots[name]]


def _noun(noun: Token, slots: Slots) -> None:
    for child in noun.children:
        if child.dep_ == "prep":
            _prepositions(child, slots)
        elif child.dep_ == "poss" and child.lower_ in DEGREES:
            slots["modifier"] += [c for c in child.children if c.dep_ == "amod"]  # "a joint master's programme"
        elif child.dep_ == "poss" and elsewhere.owns(child):
            slots["subject"].append(child)
        elif child.dep_ in ("compound", "nmod", "amod"):
            slots["modifier"].append(child)
        elif child.dep_ in ("acl", "relcl") and all(c.tag_ != "MD" for c in child.children):
            _prepositions_of(child, slots)
            if child.dep_ == "relcl" and child.lemma_ in HOLDING:  # "the talks A held with B"
                slots["holder"] += [c for c in child.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVES]
    slots["listed"] += elsewhere.listed(noun) if noun.tag_ == "NNS" else []
    slots["between"] += elsewhere.behind_clause(slots["between"][0]) if len(slots["between"]) == 1 else []
    slots["named-behind"] += elsewhere.named_behind(noun)
    if not slots["with"]:
        held = noun.dep_ == "dobj" and not objects_of(noun.head, "with")
        slots["with"] += [*_behind_the_place(noun), *(_behind_the_place(noun.head) if held else ())]
    _support(noun, slots)


def _behind_the_place(noun: Token, depth: int = 0) -> Iterator[Token]:
    """ "A meeting at the headquarters in Lima with Ana Rojas"; not those "in collaboration with" whom it is held."""
    for place in (n for n in objects_of(noun, "at", "in", *(("of",) if depth else ())) if n.lower_ not in TOGETHER):
        yield from objects_of(place, "with")
        if depth < DEEPEST_TOPIC:
            yield from _behind_the_place(place, depth + 1)


def _support(noun: Token, slots: Slots) -> None:
    """What the verb above a noun gives it: "A held a meeting with B", "In a meeting with B, A said"."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        noun, head = head, head.head
    if noun.dep_ in ("dobj", "nsubjpass") and head.pos_ == "VERB":
        verb: Slots = defaultdict(list)
        _verb(head, verb)
        if noun.dep_ == "nsubjpass" and head.lemma_ in ATTENDING:
            verb.pop("subject", None)
        for name, tokens in verb.items():
            if name not in ("object", "shared-object") and not name.startswith("object."):
                slots[name if name != "subject" else "holder"] += tokens
    elif noun.dep_ == "conj" and head.lemma_ in HOLDING and noun.lemma_ in MEETINGS:
        slots["holder"] += _subjects(head)  # "held a meeting with B and talks with C"
    elif noun.dep_ in ("nsubj", "attr") and head.lemma_ in HAPPENING and not elsewhere.leads_to_another(head):
        for child in head.children:
            if child.dep_ == "prep":
                _prepositions(child, slots)
    elif noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.casefold() in SIGNING_NOUNS:
        _noun(head.head, slots)
    elif noun.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ == "one" and head.head.head.lemma_ == "be":
        _prepositions_of(head.head.head, slots)
    elif noun.dep_ == "pobj":
        governor = _governing_verb(noun)
        if governor is not None and governor.dep_ == "acl" and governor.head.lemma_ in STATEMENTS:
            governor = _governing_verb(governor.head) or governor  # "said in a statement issued after talks with B"
        informed = head.lower_ == "on" and governor is not None and any(c.lower_ in NEWS for c in governor.children)
        if governor is not None and not informed:  # "gave information on the talks with B"
            framed = noun.head.dep_ == "agent" and governor.lemma_ in FRAMING
            slots["clause-subject"] += _subjects(governor) if framed else []
            if not is_passive(governor) and governor.lemma_ != "listen":
                above: Slots = defaultdict(list)
                _antecedent(governor, False, above)
                subjects = _subjects(governor) or above["subject"]
                people = [t for s in subjects for t in coordinated(s) if t.text == PERSON]
                done = len(people) > 1 and noun.lemma_ in MEETINGS and elsewhere.met_there(noun, governor)
                slots["holder" if done else "clause-subject"] += subjects  # "A and B signed it after talks"
                slots["clause-object"] += [c for c in governor.children if c.dep_ in ("dobj", "dative")]
            elif noun.lower_ in TOGETHER:
                slots["clause-subject"] += [n for by in governor.children if by.dep_ == "agent" for n in by.children]
            elif noun.lemma_ in MEETINGS and not any(elsewhere.of_somebody(t) for t in _subjects(governor)):
                agents = [by for by in governor.children if by.dep_ == "agent" and by is not noun.head]
                slots["clause-subject"] += [n for by in agents for n in by.children if n.text == PERSON]
            if governor.lemma_ == "be" and noun.head.lower_ == "in" and noun.lemma_ == "negotiation":
                slots["clause-subject"].clear()  # a state of years, no meeting
            elif governor.lemma_ == "be":
                slots["clause-subject"] += [c for c in governor.children if c.dep_ == "attr"]
            slots["clause"].append(governor)
            slots["beside"] += [n for n in objects_of(governor, "with") if n.i < noun.head.i]


def objects_of(token: Token, *prepositions: str) -> list[Token]:
    """The nouns that hang on a token by one of the prepositions: "a visit to Lima" by "to"."""
    preps = (c for c in token.children if c.dep_ == "prep" and c.lower_ in prepositions)
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]


def coordinated(token: Token) -> Iterator[Token]:
    """A token and all that are joined to it on its right: "A, B and C" from A."""
    yield token
    for child in token.children:
        if child.dep_ == "conj":
            yield from coordinated(child)
