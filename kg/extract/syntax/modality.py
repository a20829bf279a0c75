"""Whether a sentence tells that something happened, is planned, is denied or only supposed."""

from __future__ import annotations

from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.syntax.alongside import ranked
from kg.extract.syntax.clauses import CHANCES, SIGNING_NOUNS, SUBJECTS, is_passive, objects_of
from kg.extract.syntax.tokens import FINITE, Token
from kg.model import Modality

FOUNDING = frozenset("form establish create launch open set found incorporate register inaugurate build".split())
FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll"))
POSSIBLE = frozenset(("could", "may", "might", "would", "should", "can", "must", "ca"))
PLANNING = frozenset(
    """
    plan expect intend hope aim want wish propose invite urge call ask seek schedule set prepare consider need
    request look look_forward anticipate decide pledge promise vow commit offer encourage advise recommend suggest
    await explore discuss envisage contemplate suppose desire strive try attempt aspire work ready due slate task concur
    resolve undertake mandate continue_to stress emphasise emphasize underline underscore require design enable allow
    help
    """.split()
)
REALISED = frozenset(
    """
    help continue start begin manage succeed enable allow see come go proceed be have get use
    """.split()
)
"""Verbs whose infinitive happened, or is agreed on, when they are told as done."""
PLAN_NOUNS = frozenset(
    """
    plan plans intention intentions hope hopes proposal proposals need desire wish aim goal invitation effort
    efforts commitment opportunity ways way readiness willingness interest decision offer request talks negotiations
    step steps date time potential possibility
    """.split()
)
SENDING = frozenset(("lead", "head", "bring", "take"))
SENT = frozenset(("delegation", "mission", "team", "contingent"))
"""Who "led a delegation to visit" a place was there."""
TAKING = frozenset("have get take seize use enjoy find".split())
"""Verbs of those who did what they had the chance to do: "had the opportunity to meet"."""
GLAD = frozenset("pleased proud delighted honoured honored thrilled privileged able".split())
"""How those are who tell what they do: "is proud to partner with"."""
PROSPECTS = frozenset(
    "potential possibility opportunity prospect chance scope room need avenue feasibility talk rumour idea".split()
)
UNDERWAY = frozenset("preparation negotiation negotiations discussion consideration review study way".split())
AIMS = PLAN_NOUNS | frozenset("importance necessity significance feasibility desirability urgency".split())
LABOURS = frozenset("work focus insist".split())
DESIRED = frozenset("important necessary essential vital crucial imperative desirable critical".split())
"""What is said of things that ought to be."""
EARLY = frozenset("early earliest speedy swift prompt rapid expeditious quick eventual".split())
"""How a signing is that is wished for."""
OVER = frozenset(("of", "on", "for", "about", "over", "towards", "in"))
CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
DENIALS = frozenset("deny refuse decline reject fail cancel postpone avoid oppose stop cease halt quit".split())
INSTEAD = frozenset(("without", "than"))
CALLED_OFF = frozenset(
    "cancel postpone decline refuse reject deny skip suspend avoid oppose block scrap shelve".split()
)
FINISHING = frozenset(("finalise", "finalize", "negotiate"))
"""Verbs of those who have not come to an end while they are at it: "are finalising an agreement"."""
ENVISAGED = frozenset(
    """
    plan seek propose announce schedule expect want request prepare consider anticipate await envisage discuss slate
    desire demand urge suggest recommend offer need promise pledge intend foresee envision eye mull
    """.split()
)
"""Verbs whose object has not come about by them."""
GIVING = frozenset(("offer", "propose"))
GIVEN = frozenset(
    """
    toast remark remarks word words speech greeting greetings dinner luncheon lunch banquet reception breakfast thanks
    insights perspectives condolences congratulations prayer prayers
    """.split()
)
"""What is given where it is said to be offered: "proposed a toast", "offered a luncheon for"."""
PREPARATIONS = frozenset("preparation preparations plan plans proposal draft readiness invitation".split())
TALKS = frozenset(("meeting", "talk", "talks", "discussion", "encounter", "audience", "call"))
JOURNEYS = frozenset(("visit", "trip", "tour", "journey", "arrival"))
PROGRAMMES = frozenset("programme program agenda schedule itinerary".split())
"""What tells of things to come: "The programme includes a meeting with X"."""
PROVIDING = frozenset(("provide",))
TELLING = frozenset(("announce",))
"""Those of them that tell what happened, too: "announced that A signed"."""
NOT_YET = frozenset(
    """
    proposed planned upcoming possible potential future forthcoming draft expected scheduled
    """.split()
)

AHEAD = NOT_YET | frozenset(("due", "pending", "imminent", "foreseen", "envisaged"))
"""What is said of things that have not happened: "The signing is due later"."""


COMING = frozenset("arrive come travel fly go visit head leave depart return gather convene be join".split())
"""Verbs whose "for" tells what one does there: "will fly in for talks"."""


def modality(trigger: Token) -> Modality:
    """How the text tells what ``trigger`` (a verb or noun) stands for."""
    verb: Token | None = trigger if trigger.pos_ in ("VERB", "AUX") else None
    if trigger.dep_ in SUBJECTS and trigger.lower_ in SIGNING_NOUNS:
        verb = None  # "Signing of the pact is to …", taken for a verb
    if verb is None:
        found = _of_noun(trigger)
        if found is not None:
            return found
        verb = _above(trigger)
        if verb is not None and verb == trigger.head and _has_yet(verb):
            return "planned"
        if verb is not None and _announced(trigger, verb):
            verb = verb.head
        if verb is None or not _carries(trigger, verb):
            return "asserted"
        if verb == trigger.head and trigger.dep_ in ("dobj", "nsubjpass"):
            done = trigger.lower_ in SIGNING_NOUNS and verb.lemma_ in TELLING
            return _of_verb(verb) if done else _of_object(verb)
        if trigger.head.dep_ == "prep" and verb.lemma_ in PLANNING - REALISED | PROVIDING:
            said = _of_verb(verb)
            return "planned" if said == "asserted" else said
    joining = verb.dep_ == "csubj" and verb.tag_ == "VBG" and verb.head.lemma_ == "be"  # "joining A will be B"
    return _of_verb(verb.head if joining else verb)


def is_to_come(body: Token | None) -> bool:
    """Whether a body is only to be founded: "a proposal to establish the Lima Institute at Delta University"."""
    while body is not None and body.dep_ == "conj":
        body = body.head
    if body is None or body.dep_ not in ("dobj", "nsubjpass") or body.head.lemma_ not in FOUNDING:
        return False
    return modality(body.head) != "asserted"


def _of_object(verb: Token) -> Modality:
    """The modality of what a verb plans or calls off: "seeks an audience", "the visit was cancelled"."""
    said = _of_verb(verb)
    if _calls_off(verb):
        return "planned" if said == "negated" else "negated"
    subjects = {c.lemma_ for c in verb.children if c.dep_ == "nsubj"}
    if verb.lemma_ in GIVING and any(c.lower_ in GIVEN for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        return said
    foreseen = verb.tag_ in ("VBZ", "VBP") and bool(subjects & PROGRAMMES)
    return "planned" if said == "asserted" and (verb.lemma_ in ENVISAGED or foreseen) else said


def _calls_off(verb: Token) -> bool:
    """ "Was cancelled", "was called off"."""
    off = verb.lemma_ in ("call", "put") and any(c.lower_ == "off" for c in verb.children)
    return off or verb.lemma_ in CALLED_OFF


def _of_noun(noun: Token) -> Modality | None:
    for child in noun.children:
        if child.lower_ == "no" and child.dep_ == "det":
            return "negated"
        if child.lower_ in EARLY and noun.lower_ in SIGNING_NOUNS:
            return "planned"
        if child.lower_ in NOT_YET or (child.dep_ in ("acl", "relcl") and _to_be_done(child)):
            return "planned"
    above = noun.head.head if noun.dep_ == "pobj" else noun
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of", "to") and above.lemma_.casefold() in PROSPECTS:
        return "hypothetical"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "of") and above.lower_ in PREPARATIONS:
        return "planned"
    if noun.lemma_ in JOURNEYS | TALKS and noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ == "ahead":
        return "planned"
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ in SIGNING_NOUNS:
        said = modality(above)
        return said if said != "asserted" else None
    pending = (n for c in noun.head.children if c.lower_ == "under" for n in c.children)
    if noun.dep_ in ("nsubj", "nsubjpass") and any(n.lower_ in UNDERWAY for n in pending):
        return "planned"
    return None


def _to_be_done(verb: Token) -> bool:
    """ "The memorandum to be signed"."""
    return verb.tag_ == "VBN" and {"to", "be"} <= {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def _announced(noun: Token, verb: Token) -> bool:
    """ "Announced the signing of a memorandum to set up a council": the signing, which the parser let set it up."""
    signing = noun if noun.lower_ in SIGNING_NOUNS else noun.head.head
    below = signing.dep_ == "nsubj" and verb.dep_ == "ccomp" and any(c.lower_ == "to" for c in verb.children)
    return below and signing.lower_ in SIGNING_NOUNS and verb.head.lemma_ in TELLING | {"witness", "see", "mark"}


def _above(noun: Token) -> Token | None:
    head = noun.head
    while head.pos_ not in ("VERB", "AUX"):
        if head.head == head:
            return None
        head = head.head
    return head


def _has_yet(verb: Token) -> bool:
    """ "Has yet to be signed", "remains to be signed"."""
    to_do = any(c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children) for c in verb.children)
    return to_do and (verb.lemma_ == "remain" or any(c.lower_ == "yet" for c in verb.children))


def _carries(noun: Token, verb: Token) -> bool:
    """Whether the verb's modality is the noun's too: "will hold a meeting", not "said at the meeting"."""
    top = noun
    while top.head != verb:
        top = top.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ == "PROPN":
        return False  # "Acme, with offices in Lima, will …"
    purpose = top.dep_ == "prep" and top.lower_ == "for" and verb.lemma_ in COMING
    return (purpose or top.dep_ in ("dobj", "nsubjpass", "nsubj", "attr")) or (
        top.dep_ == "prep"
        and top.lower_ in ("on", "to", "for")
        and noun.dep_ == "pobj"
        and verb.lemma_ in PLANNING | PROVIDING
    )


def _of_verb(verb: Token, depth: int = 0) -> Modality:
    if depth > 5:
        return "asserted"
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if _denied(verb):
        return "negated"
    finishing = verb.lemma_ in FINISHING and verb.tag_ == "VBG" and bool(auxiliaries)
    if auxiliaries & FUTURE or finishing or (verb.lemma_ == "be" and _ahead(verb)):
        return "planned"
    if auxiliaries & POSSIBLE or _conditional(verb):
        return "hypothetical"
    if _subjunctive(verb, auxiliaries):
        return "planned"
    if verb.dep_ == "ccomp" and verb.tag_ in ("VB", "VBP") and _desired(verb.head):
        return "hypothetical"
    if "to" in auxiliaries or verb.dep_ in ("xcomp", "ccomp", "pcomp", "advcl", "acl"):
        return _under(verb, auxiliaries, depth)
    if (
        verb.dep_ == "conj"
        and verb.head.pos_ in ("VERB", "AUX")
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    ):
        return _of_verb(_joined_to(verb), depth + 1)
    return "asserted"


def _joined_to(verb: Token) -> Token:
    """The verb that a verb is joined to: in "agreed to expand trade and signed a pact", what was signed goes with
    "agreed", whatever the parser says."""
    head = verb.head
    past = verb.tag_ in ("VBD", "VBN") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if past and head.tag_ == "VB" and any(c.lower_ == "to" for c in head.children):
        return next((t for t in head.ancestors if t.tag_ in FINITE or t.tag_ == "VBN"), head)
    return head


def _is_instrument(prep: Token) -> bool:
    """ "A memorandum on establishing a centre": what stands before the preposition."""
    return prep.i > 0 and prep.nbor(-1).lemma_.casefold() in MOU | INSTRUMENT


def _denied(verb: Token) -> bool:
    """Whether a negation stands with the verb or its auxiliaries."""
    subjects = [n for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "dobj" for n in c.children]
    no_longer = any(c.lower_ == "longer" and c.i and c.nbor(-1).lower_ == "no" for c in verb.children)
    if no_longer:
        return True
    return any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "nor") for c in verb.children) or any(
        n.lower_ == "neither" for n in subjects
    )


def _ahead(verb: Token) -> bool:
    """ "The signing is due later", "Also planned is a visit", "On the agenda is a meeting"."""
    if verb.dep_ in ("aux", "auxpass") and verb.head.lemma_ in ENVISAGED and verb.head.i < verb.i:
        return True
    if any(c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children) for c in verb.children):
        return True  # "the signing is to take place"
    said = (c for c in verb.children if c.dep_ in ("acomp", "nsubj", "csubj", "amod"))
    return any(c.lower_ in AHEAD for c in said) or any(n.lower_ in PROGRAMMES for n in objects_of(verb, "on"))


def _desired(head: Token) -> bool:
    """ "It is important that A and B work together"."""
    return head.lower_ in DESIRED or (
        head.lemma_ == "be" and any(c.lower_ in DESIRED for c in head.children if c.dep_ in ("acomp", "attr"))
    )


def _subjunctive(verb: Token, auxiliaries: set[str]) -> bool:
    """ "He asked that the treaty be signed": a bare "be" tells of nothing done."""
    return "to" not in auxiliaries and any(
        c.lower_ == "be" and c.dep_ == "auxpass" and c.i < verb.i for c in verb.children
    )


def _conditional(verb: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children):
        return True
    present = verb.tag_ in ("VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children
    )
    return present and any(
        c.dep_ in ("mark", "advmod")
        and (c.lower_ in ("once", "when", "until", "soon") or (c.i and c.doc[c.i - 1].lower_ == "soon"))
        for c in verb.children
    )


def _under(verb: Token, auxiliaries: set[str], depth: int) -> Modality:
    """The modality of a verb below another word: "plans to sign", "agreed to cooperate", "said that A signed"."""
    head, infinitive = verb.head, "to" in auxiliaries
    first = ranked(verb)
    if first is not None:
        said = _of_verb(first, depth + 1)
        return "asserted" if said == "negated" else said  # who was not the first did it, too
    if head == verb:
        return "planned" if infinitive else "asserted"
    if verb.dep_ == "ccomp":
        if head.lemma_ == "deny":
            return "negated"
        meant = head.lemma_ in ENVISAGED - TELLING and (is_passive(head) or not infinitive)
        return "planned" if infinitive or meant else "asserted"
    if verb.dep_ == "advcl" and not infinitive:
        if _calls_off(head) and any(c.lower_ == "before" and c.dep_ == "mark" for c in verb.children):
            return "negated"  # "was called off before it was signed"
        bare = verb.tag_ == "VB" and not auxiliaries and head.lemma_ in PLANNING  # "agreed to meet, soon sign"
        then = verb.tag_ == "VBG" and verb.i > head.i and not auxiliaries and head.pos_ == "VERB"
        return "planned" if bare or (then and _of_verb(head, depth + 1) == "planned") else "asserted"
    if verb.dep_ == "acl" and not infinitive:
        return "planned" if head.lower_ in PLAN_NOUNS and verb.tag_ in ("VB", "VBP", "VBZ") else "asserted"
    if head.lemma_ in DENIALS or (verb.dep_ == "pcomp" and head.lower_ in INSTEAD):
        return "negated"
    if infinitive and head.lemma_ == "go" and head.tag_ == "VBG":
        return "planned"
    above = head.head
    aim = above if above.lower_ in AIMS or not head.i else head.nbor(-1)
    if verb.dep_ == "pcomp" and head.lower_ in OVER and (aim.lower_ in AIMS or above.lemma_ in UNDERWAY | LABOURS):
        return "planned"  # "the idea of opening", "negotiations on signing", "working on concluding"
    if verb.dep_ == "pcomp" and head.lower_ in ("before", "after", "by") and head.head.pos_ == "VERB":
        return "planned" if _of_verb(head.head, depth + 1) == "planned" else "asserted"
    if verb.dep_ == "pcomp" and head.lower_ in ("on", "for") and _is_instrument(head):
        return "planned"
    if infinitive and head.lemma_ in SENDING and any(c.lower_ in SENT for c in head.children if c.dep_ == "dobj"):
        return _of_verb(head, depth + 1)
    if infinitive and _did(head):
        return _of_verb(head.head if head.pos_ in ("NOUN", "ADJ") else head, depth + 1)
    if head.pos_ == "NOUN" or head.dep_ == "pobj":
        return "planned" if infinitive or head.lower_ in PLAN_NOUNS else "asserted"
    if not infinitive:
        return "planned" if head.lemma_ in PLANNING - REALISED and verb.dep_ in ("xcomp", "pcomp") else "asserted"
    if verb.dep_ == "xcomp" and head.lemma_ in REALISED and not (head.lemma_ == "be" or head.lemma_ == "have"):
        return _of_verb(head, depth + 1)
    return "planned"


def _did(head: Token) -> bool:
    """Whether what stands below a word was done: "had the honour to meet", "was pleased to receive"."""
    if head.lower_ in GLAD:
        return True
    verb = head.head
    taken = head.dep_ == "dobj" and verb.lemma_ in TAKING and verb.tag_ in ("VBD", "VBN")
    return taken and head.lower_ in CHANCES and not any(c.lower_ in ("no", "little") for c in head.children)
