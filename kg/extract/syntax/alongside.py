"""What the parser hangs elsewhere: subjects behind "together with", a delegation behind who leads it, objects behind a
place, partners behind a purpose, the second of two behind a clause, what stands in a row behind a colon, those who are
thanked, a subject joined to the clause before."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.syntax.tokens import FINITE, Token
from kg.extract.text.dates import WEEKDAYS

OBJECTS = frozenset(("dobj", "attr", "oprd"))
RELATIVES = frozenset(("who", "which", "that", "whom", "where"))
PERSON = "John"
"""What the parser reads for a person; it takes one behind "yesterday" for a time."""
SIGNING = frozenset("sign ink conclude initial seal exchange reach".split())
RECEIVING = frozenset("receive welcome greet meet host".split())
"""What is done to guests, and to a mission of them."""
LOOKING = frozenset(("visit", "tour"))
NEXT_VERB = 3
"""Words from a verb to the one that "and" joins to it, with an adverb between."""
MEETING = frozenset("meet receive host hold have".split())
TOGETHER = frozenset(("line", "accordance", "meet", "work", "comply", "deal", "cope"))
"""Words whose "with" leads to no partner."""
TIMES = frozenset(("today", "yesterday", "week", "weekend", "month", "year", *WEEKDAYS))
SEVERAL = frozenset(
    """
    series number set couple copy type total raft string batch host slew range package bundle handful dozen dozens list
    variety flurry trio pair majority hundreds scores
    """.split()
)
"""Nouns behind which "of" tells what there are several of."""
PEERS = frozenset(("counterpart", "partner"))
LONGEST_OPENING = 4
LONGEST_ROW = 9
"""Words from a noun to the colon behind which stand those it means."""
RANKS = frozenset("first last next second third only final".split())
COMPLEMENT = ("attr", "acomp")
RANKING = frozenset(("be", "become"))
"""Verbs of being one of several who do something."""
WHEN_MET = frozenset(("after", "following", "during"))
GRATITUDE = frozenset(("gratitude", "thanks", "appreciation"))
WORTH = frozenset(("worth", "valued", "totalling", "totaling"))


def led_by(verb: Token) -> list[Token]:
    """ "Led by A, a delegation came": the delegation, which the parser takes for another name of A."""
    agents = [
        by for c in verb.children if c.dep_ == "advcl" and c.i < verb.i for by in c.children if by.dep_ == "agent"
    ]
    leaders = [n for by in agents for n in by.children if n.dep_ == "pobj"]
    return [a for n in leaders for a in n.children if a.dep_ == "appos" and a.pos_ == "NOUN" and a.i < verb.i]


def of_somebody(subject: Token) -> bool:
    """Whether a clause is about somebody: "A was received by B during talks with C", not "This was said by A"."""
    return subject.text == PERSON or subject.lower_ in ("he", "she", "they", "who")


def leads_to_another(verb: Token) -> bool:
    """ "The trip followed the launch by A": what stands behind belongs to something else."""
    return verb.lemma_ == "follow" and any(c.dep_ == "dobj" for c in verb.children)


def met_there(noun: Token, verb: Token) -> bool:
    """Whether those of a clause are those who met: "A and B signed it after talks", not "after the meeting"."""
    prep = noun.head
    when = prep.lower_ in WHEN_MET or (prep.lower_ == "in" and prep.i < verb.i and verb.lemma_ != "be")
    others = (c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "their") for c in noun.children)
    of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return when and not of and not any(others)


def alongside(subject: Token) -> Iterator[Token]:
    """ "A, together with B, met C": who does it, too."""
    beside = [c for c in subject.head.children if subject.i < c.i < subject.head.i]
    beside += [p for c in subject.children if c.text == "," for p in c.children]  # so the parser hangs it
    for prep in (c for c in (*subject.children, *beside) if c.dep_ == "prep" and c.i > subject.i):
        together = any(c.lower_ in ("together", "along") for c in prep.children)
        if prep.lower_ == "along":  # "A, along with B, met C"
            yield from (n for c in prep.children if c.lower_ == "with" for n in c.children if n.dep_ == "pobj")
        elif prep.lower_ == "alongside" or (prep.lower_ == "with" and together):
            yield from (n for n in prep.children if n.dep_ == "pobj")
        elif prep.lower_ == "with":  # "A, with its counterpart, B, signed"
            peers = (n for n in prep.children if n.lemma_ in PEERS and any(c.dep_ == "poss" for c in n.children))
            yield from (c for n in peers for c in n.children if c.dep_ == "appos")


def company(by: Token, agents: list[Token]) -> list[Token]:
    """ "Received by A along with B": B, whom the parser hung on A or on the verb."""
    beside = [n for agent in agents for n in alongside(agent)]
    along = [c for c in by.head.children if c.lower_ in ("along", "together") and c.i > by.i]
    preps = [p for a in along for p in (*a.children, *by.head.children) if p.lower_ == "with" and p.i == a.i + 1]
    return beside + [n for prep in preps for n in prep.children if n.dep_ == "pobj"]


def inverted(verb: Token) -> list[Token]:
    """ "Joining her were A and B", "Looking on was C": the subjects, behind the auxiliary."""
    if verb.tag_ != "VBG":
        return []
    auxiliaries = [c for c in verb.children if c.dep_ == "aux" and c.lemma_ == "be" and c.i > verb.i]
    if verb.dep_ == "csubj" and verb.head.lemma_ == "be" and verb.head.i > verb.i:
        auxiliaries.append(verb.head)
    behind = [n for aux in auxiliaries for n in aux.children if n.dep_ in ("nsubj", "attr") and n.i > aux.i]
    return behind or [n for aux in auxiliaries[:1] for n in verb.children if n.dep_ == "dobj" and n.i > aux.i]


def with_inner(noun: Token) -> list[Token]:
    """A noun, and of "a raft of deals" also the deals."""
    preps = [c for c in noun.children if c.lower_ == "of"] if noun.lower_ in SEVERAL else []
    return [noun, *(n for of in preps for n in of.children if n.dep_ == "pobj")]


def with_others(noun: Token) -> list[Token]:
    """The first of those that others are joined to: A in "A, B and others who were present"."""
    first = noun
    while noun.lower_ == "others" and first.dep_ == "conj" and first.head is not first:
        first = first.head
    return [first] if first is not noun else []


def _second(noun: Token) -> bool:
    """Whether a preposition has got two nouns: "signed in Lima nine agreements"."""
    return noun.dep_ == "pobj" and any(c.dep_ == "pobj" and c.i < noun.i for c in noun.head.children)


def late_object(verb: Token) -> list[Token]:
    """ "Signed in Lima the memorandum", "signed, after talks in Lima, 14 agreements": what the parser gave to the
    place, or took for an adverb."""
    if verb.lemma_ in RECEIVING:
        return _guest_behind(verb)
    if verb.lemma_ not in SIGNING:
        return []
    loose = [t for t in verb.subtree if t.i > verb.i and t.pos_ in ("NOUN", "PROPN")]
    loose = [t for t in loose if t.dep_ in ("appos", "npadvmod") or _second(t)]
    found = []
    for noun in loose:
        first = min((c.i for c in noun.children if c.dep_ in ("det", "nummod")), default=0)
        counted = noun.tag_ == "NNS" and any(c.dep_ == "nummod" for c in noun.children)
        aside = verb.nbor(1).text == ","  # "signed, together with B, an accord"
        if first > verb.i and (counted or (noun.dep_ == "appos" and (aside or noun.doc[first - 1].text != ","))):
            found.append(noun)
    return found[:1]


def _guest_behind(verb: Token) -> list[Token]:
    """ "Received on Sunday, at the palace, the Ambassador of Chad": the first person named behind when and where."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text == PERSON:
            governed = token.nbor(-1).pos_ in ("ADP", "CCONJ", "PART") or token.dep_ in ("nsubj", "nsubjpass", "conj")
            return [] if governed else [token]
        if token.pos_ in ("VERB", "AUX"):
            break
    return []


def price_partners(noun: Token) -> list[Token]:
    """ "An agreement worth $5 million with B": the partner, where the parser hung it on what it is worth."""
    priced = (t for c in noun.children if c.lower_ in WORTH for t in c.subtree)
    return [n for t in priced if t.lower_ == "with" for n in t.children if n.dep_ == "pobj"]


def purpose_partners(noun: Token) -> list[Token]:
    """ "An agreement to boost trade with B": the partner, where the parser hung it on what is to be done."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.tag_ in FINITE or token.lower_ in RELATIVES or token.text in (";", ":"):
            break
        if token.lower_ == "with" and token.head.pos_ in ("VERB", "NOUN") and token.head.lemma_ not in TOGETHER:
            return [c for c in token.children if c.dep_ == "pobj" and (c.pos_ == "PROPN" or c.tag_ == "NN")]
    return []


def listed(noun: Token) -> list[Token]:
    """ "The sponsors of the mission: A, B and C": the first of those behind the colon."""
    behind = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + LONGEST_ROW)]
    colon = next((t for t in behind if t.text == ":"), None)
    if colon is None or any(t.pos_ in ("VERB", "AUX") for t in noun.doc[noun.i + 1 : colon.i]):
        return []
    return [t for t in noun.doc[colon.i + 1 : noun.sent.end] if t.pos_ == "PROPN"]


def first_to(verb: Token) -> list[Token]:
    """ "A was the first to speak", "The last country to sign was B": who did it."""
    told = ranked(verb)
    if told is None:
        return []
    behind = verb.dep_ == "csubj" or verb.head.dep_ == "nsubj"
    return [c for c in told.children if c.dep_ in (COMPLEMENT if behind else ("nsubj",)) and c is not verb.head]


def ranked(verb: Token) -> Token | None:
    """The verb that says of somebody that they were the first, the last to do what an infinitive tells."""
    if not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return None
    noun = verb.head
    told = noun if noun.lemma_ in RANKING else noun.head
    if verb.dep_ == "csubj":
        ranks = [c for c in verb.children if c.dep_ == "advmod"]
    else:
        nouns = [c for c in noun.children if c.dep_ in COMPLEMENT and c.i < verb.i] if noun is told else [noun]
        ranks = [r for each in nouns for r in (each, *(c for c in each.children if c.dep_ == "amod"))]
    found = next((r for r in ranks if r.lower_ in RANKS), None)
    if found is None or told.lemma_ not in RANKING or (found.lower_ == "next" and told.tag_ in ("VBZ", "VBP")):
        return None
    return told


def is_part(token: Token) -> bool:
    """Whether a word takes some out of several, and says what somebody is: "was one of the speakers", "the last of"."""
    return token.dep_ == "attr" and (token.pos_ in ("NUM", "ADJ") or token.lower_ in ("one", "some", "several", "most"))


def cleft(verb: Token) -> list[Token]:
    """ "It was A that hosted the forum": who did it."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ != "be" or not any(c.lower_ == "it" for c in above.children):
        return []
    told = any(c.lower_ in ("that", "who") and c.dep_ == "nsubj" for c in verb.children)
    return [c for c in above.children if c.dep_ == "attr"] if told else []


def scene(verb: Token) -> list[Token]:
    """ "A conference was held, where B spoke": what "where" stands for."""
    if verb.dep_ not in ("relcl", "advcl") or not any(c.lower_ == "where" for c in verb.children):
        return []
    return [verb.head] if verb.dep_ == "relcl" else [c for c in verb.head.children if c.dep_ in ("nsubjpass", "dobj")]


def one_of(several: Token) -> list[Token]:
    """ "A and B were among those who spoke", "Among those who came were A and B": who was one of them."""
    prep = several.head
    part = prep.head if several.dep_ == "pobj" and prep.lower_ in ("among", "of") else several
    told = part if prep.lower_ == "among" else part.head if is_part(part) else several
    if part is several or told.lemma_ != "be":
        return []
    return [c for c in told.children if c.dep_ in ("nsubj", "attr") and c is not part]


def first_of(verb: Token) -> list[Token]:
    """ "A and his team, who are on a visit, met B": the first of the row that a clause in the plural stands behind."""
    who = any(c.lower_ == "who" and c.dep_ == "nsubj" for c in verb.children)
    return [verb.head.head] if who and verb.head.dep_ == "conj" and verb.tag_ == "VBP" else []


def behind_clause(first: Token) -> list[Token]:
    """ "Talks between A, who is on a visit, and B were held": B, whom the parser takes for a subject."""
    clause = [c for c in first.children if c.dep_ == "relcl"]
    end = max((t.i for c in clause for t in c.subtree), default=-2) + 1
    behind = first.doc[end : end + 3] if clause else []
    joined = [t.lower_ for t in behind[:2]] == [",", "and"] and behind[2:] and behind[2].pos_ == "PROPN"
    return behind[2:] if joined else []


def owed_thanks(verb: Token) -> list[Token]:
    """ "Expressed her gratitude to the Board for hosting the forum": the Board did."""
    thanks = next((t for t in verb.ancestors if t.lower_ in GRATITUDE), None)
    thanks = thanks or next((c for t in verb.ancestors for c in t.children if c.lower_ in GRATITUDE), None)
    before = verb.head.nbor(-1) if verb.head.i else verb
    if thanks is None or before.i < thanks.i:
        return []
    to = [c for t in (thanks, thanks.head) for c in t.children if c.dep_ == "prep" and c.lower_ == "to"]
    owed = [n for c in to for n in c.children if n.dep_ == "pobj" and n.i < verb.i]
    return [before] if before.pos_ == "PROPN" else owed[-1:]


def behind_quote(verb: Token) -> list[Token]:
    """ "We agree," assured the President during the talks: who says what stands before, taken for an object."""
    quoted = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    said = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i] if quoted and verb.tag_ == "VBD" else []
    return [] if any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children) else said


def named_behind(noun: Token) -> list[Token]:
    """ "Chief guest of the forum, Ana Rojas, thanked the hosts": who is named behind the noun and what it is of."""
    if noun.dep_ not in ("nsubj", "npadvmod"):
        return []
    of = [n for c in noun.children if c.lower_ in ("of", "at") for n in c.children if n.dep_ == "pobj"]
    beside = [c for n in (noun, *of) for c in n.children if c.dep_ == "appos"]
    return beside or [c for c in noun.head.children if c.i > noun.i and c.dep_ == "nsubj"]


def those_met(verb: Token) -> list[Token]:
    """ "A met B and signed a memorandum", "A held talks with B to sign one": with whom, where no other is told."""
    above = verb.head
    while above.dep_ == "conj" and above.head.pos_ == "VERB" and above.lemma_ not in MEETING:
        above = above.head  # "met B, discussed trade and signed an accord"
    if verb.lemma_ not in SIGNING or verb.dep_ not in ("conj", "advcl") or above.lemma_ not in MEETING:
        return []
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or above.i > verb.i:
        return []
    hosts = [c for c in above.children if c.dep_ == "nsubj"]
    if any(c.dep_ == "conj" for host in hosts for c in host.children):
        return []
    objects = [c for c in above.children if c.dep_ == "dobj"]
    preps = [p for t in (above, *objects) for p in t.children if p.dep_ == "prep" and p.lower_ == "with"]
    return [t for t in objects if t.pos_ == "PROPN"] + [n for p in preps for n in p.children if n.dep_ == "pobj"]


def shared_object(verb: Token) -> list[Token]:
    """ "A received and worked with B", "visited and held talks with B": the object that the verb joined to it has
    behind "with"."""
    joined = [c for c in verb.children if c.dep_ == "conj"] if verb.lemma_ in RECEIVING | LOOKING else []
    near = [c for c in joined if 1 < c.i - verb.i <= NEXT_VERB]
    return [noun for each in near for noun in _partners(each)]


def shared_partners(verb: Token) -> list[Token]:
    """ "A met and held talks with B", "A met on the sidelines of the fair with B": whom the verb joined to it has to do
    with, or whom the parser hung on where it was."""
    if verb.lemma_ != "meet":
        return []
    joined = [c for c in verb.children if c.dep_ == "conj"]
    places = [n for p in verb.children if p.dep_ == "prep" and p.lower_ in ("on", "at", "in") for n in p.children]
    places += [n for place in places for p in place.children if p.lower_ == "of" for n in p.children]
    return [noun for each in (*joined, *places) for noun in _partners(each)]


def _partners(verb: Token) -> list[Token]:
    """Those behind "with" at a verb, or at its object: "held talks with B"."""
    nouns = [n for n in (verb, *verb.children) if n is verb or n.dep_ == "dobj"]
    preps = [p for n in nouns for p in n.children if p.dep_ == "prep" and p.lower_ == "with"]
    return [b for p in preps for b in p.children if b.dep_ == "pobj"]


def between_behind(noun: Token) -> list[Token]:
    """Those behind "between" where the parser hung it on another noun: "an accord on trade in goods between A, B"."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ in ("between", "among"):
            joined = any(above.dep_ == "conj" and above.head == noun for above in token.ancestors)
            near = token.head in (noun.head, noun.head.head) or noun.i - noun.sent.start < LONGEST_OPENING
            belongs = not joined and (near or noun in token.ancestors or noun.pos_ != "NOUN")
            return [child for child in token.children if child.dep_ == "pobj"] if belongs else []
        if (token.pos_ in ("VERB", "AUX") and token.dep_ != "pcomp") or token.text in (";", ":"):
            break
    return []


def loose_subject(verb: Token) -> Token | None:
    """The name right before a finite verb without a subject that the parser joined to what stands before: "A spoke
    for Chad and B spoke for Peru", "In talks on trade between Chad and Peru, A and B signed …"."""
    first = verb
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and child.i < first.i:
            first = child
    while first.i and first.nbor(-1).dep_ == "advmod" and first.nbor(-1).tag_ == "RB":
        first = first.nbor(-1)
    before = first.nbor(-1) if first.i else verb
    if before.dep_ != "conj" or before.pos_ != "PROPN" or before.sent != verb.sent:
        return None
    if verb.tag_ not in FINITE and not any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children):
        return None
    joined = before
    while joined.dep_ == "conj" and joined.head.pos_ == "PROPN" and not _parted(joined):
        joined = joined.head
    return joined


def _parted(name: Token) -> bool:
    """Whether a comma, or what a verb before it has for an object, parts a name from the one it is joined to."""
    top = name.head
    while top.dep_ == "conj":
        top = top.head
    between = name.doc[name.head.i + 1 : name.i]
    return top.dep_ in OBJECTS or (any(t.text == "," for t in between) and not any(t.lower_ == "and" for t in between))


def owns(possessive: Token) -> bool:
    """Whether a possessive tells whose something is: no "Monday's meeting", and not "their" of what those said do."""
    if possessive.lower_ == "their":
        return possessive.head.dep_ != "dobj"
    return possessive.lower_ not in TIMES
