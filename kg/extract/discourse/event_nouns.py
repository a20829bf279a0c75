"""The nouns by which events are told of, and what stands with them that says which event is meant, or that none is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from kg.extract.frames import INSTRUMENT, MOU
from kg.extract.naming.place_signs import HEAVENS
from kg.extract.reference.referents import Thing, fold_words
from kg.extract.syntax.alongside import RECEIVING
from kg.extract.syntax.clauses import TOPICAL, objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token

NOUNS = frozenset(
    """
    webinar meeting conference forum seminar ceremony roundtable round-table reception talks summit hearing
    exhibition fair expo symposium session workshop congress dialogue festival gathering banquet luncheon lunch dinner
    party briefing lecture inauguration launch panel consultation consultations colloquium convention mission tour visit
    event trip celebration hackathon conclave concert gala breakfast iftar drill exercise competition
    retreat rally screening marathon plenary orientation handover
    signing discussion discussions negotiation negotiations reunion unveiling groundbreaking commissioning commemoration
    roadshow tournament brunch bootcamp olympiad masterclass premiere showcase parade regatta contest
    championship oration convocation bazaar vernissage celebrations festivities training exposition biennale recital
    """.split()
)
TOLD_BY_TWO = {
    "day": frozenset("open field career careers information info demonstration networking matchmaking".split()),
    "days": frozenset(("open", "field", "information", "demonstration")),
    "house": frozenset(("open",)),
    "assembly": frozenset(("general",)),
    "show": frozenset("trade air motor fashion food agricultural road".split()),
    "school": frozenset(("summer", "winter")),
    "programme": frozenset("talk interaction discussion orientation awareness networking".split()),
    "program": frozenset("talk interaction discussion orientation awareness networking".split()),
    "camp": frozenset("summer winter training medical health youth eye holiday".split()),
}
"""Nouns that tell of an event only behind certain words: "an open day"."""
NOUNS |= {f"{before} {noun}" for noun, fronts in TOLD_BY_TWO.items() for before in fronts}
OCCASIONS = frozenset(("event", "occasion", "gathering", "function", "ceremony"))
"""Nouns for what those held who signed or met, where the article has no other for it."""
LOOSE = frozenset("event occasion gathering function programme program session activity opening closing".split())
"""Nouns that point back to an event of whatever kind."""
CONVERSATIONS = frozenset(("meeting", "talks", "discussion", "discussions", "consultations", "audience"))
"""Nouns for the same event of people who met: "held talks … The meeting was attended by"."""
KINDRED = (
    frozenset(
        """
        conference congress forum summit symposium convention colloquium seminar workshop webinar roundtable conclave
        """.split()
    ),
    frozenset("fair expo exhibition".split()),
    frozenset("dinner reception banquet luncheon lunch gala".split()),
)
"""Nouns for the same event: "A congress opened. … The conference was attended by"."""
SITTINGS = frozenset(
    """
    session round consultations dialogue roundtable seminar workshop conference forum symposium webinar colloquium
    """.split()
)
"""Nouns for what "the meeting" may mean where no meeting has been told of."""
NAMED_SITTINGS = frozenset(("commission", "committee", "consultations"))
"""What a name ends in that "the meeting" may mean where it is the event told of last."""
QUIET = frozenset(
    """
    visit trip tour discussion discussions talks signing launch training course negotiation negotiations
    consultation consultations lecture lunch
    """.split()
)
"""Nouns whose unnamed events need their participants in the same clause to be told as one."""
HELD = frozenset("launch training course lecture lunch consultation consultations signing".split())
"""Those of them that are as good as others where they are said to have taken place."""
TAUGHT = frozenset(("training", "lecture"))
"""Those of them that are as good as others, too, where somebody is said to hold them."""
COURSES = frozenset(("course", "programme", "program"))
"""What "training" stands before in words for the same."""
RUN = frozenset("give hold organise organize conduct host co-organise co-organize deliver run".split())
SCHOOLED = RUN | frozenset(
    "attend join part take participate inaugurate open begin start conclude complete finish end".split()
)
"""What is done to a training, or where it does so, if it is an event: nobody attends "training for teachers"."""
ATTENDED = frozenset("attend witness grace join at during mark perform".split())
TAKING_PART = frozenset("attend participate take join".split())
GIVEN = frozenset("receive get request".split())
"""Verbs of those who are told something at an event: "The envoys received a briefing on trade"."""
FESTIVE = frozenset("welcome farewell cocktail dinner garden tea lunch barbecue reception launch".split())
"""What stands before a party that is no body and no side."""
POINTING = frozenset(("the", "this", "that", "said"))
POSTED = frozenset(("diplomatic", "permanent", "consular", "foreign", "resident", "no", "its", "their", "embassy"))
"""What stands before a mission that is a body, no journey."""
BOTH = frozenset(("they", "both", "two"))
COMING = frozenset(
    """
    next future upcoming forthcoming another second third separate other last previous earlier past such recent
    """.split()
)
"""What tells an event from the one known."""
AROUND = frozenset("part sidelines sideline margins framework context eve fringes edges".split())
PAST = frozenset(("last", "previous", "earlier", "past"))
MARKING = frozenset("mark celebrate commemorate observe".split())
"""Verbs of what is done "with" an event: "marked its National Day with a reception"."""
HAPPENING = frozenset("hold organise organize convene host chair co-chair attend moderate inaugurate stage".split())
"""What is done to an event that "it" or "they" stands for: "They were held in Lima"."""
RUNNING = frozenset("start begin open run last".split())
"""What "it" does, where the sentence before is about an event: "It runs until Friday"."""
ENDING = frozenset(("result", "lead", "culminate"))
"""Verbs that lead to a signing told of as done, no event of its own: "The talks resulted in the signing of …"."""
ENDS = frozenset(("opening", "closing"))
BEGINNINGS = frozenset(("opening", "inauguration", "start"))
"""On whose day an event begins."""
OPENINGS = ENDS | frozenset("inauguration start closure conclusion beginning end outset close commencement".split())
"""What is attended as a part of an event: "the opening of a forum"."""
THEMES = frozenset(("theme", "topic", "title", "motto", "slogan", "banner"))
"""Nouns whose name in quotes is what an event is about: "held under the theme 'Lake Expo 2030'"."""
CALLED = frozenset("call title name entitle dub know theme".split())
CALENDAR_NOUNS = frozenset("day days week weeks month year night evening".split())
"""What a named event may end in, and be called only as what a clause is about."""
BODIES = frozenset(("congress", "dialogue", "exchange"))
"""What, by itself and with a capital, names no event."""
BARE = frozenset(("online", "virtual", "brief", "official", "formal", "colourful", "colorful", "short", "joint"))
SIGNING = frozenset(("sign", "ink", "conclude", "initial", "exchange"))
PAPERS = frozenset("documents memoranda memorandums mous agreements instruments notes papers letters".split())
"""What is exchanged at a ceremony."""
SCHEDULES = frozenset("programme program plan schedule calendar roadmap".split())
"""Papers that tell of events to come."""
CANCELLING = frozenset("cancel postpone scrap shelve reschedule".split())
LONGEST_TOPIC = 6
FARTHEST_THEME = 3
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5}
PRONOUNS = frozenset(("it", "they"))
SAT_AT = frozenset("talks discussions negotiations consultations signing".split())
"""Nouns of events that need their participants, and may have others present."""
TRADING = frozenset("trade business economic study investment fact finding exploratory commercial".split())
SPACE = frozenset('space lunar martian orbital solar interplanetary crewed manned rescue peacekeeping ” "'.split())
"""What stands before missions that are no journeys of envoys; spacecraft are named in quotes."""


def noun_at(token: Token) -> str:
    """The noun for an event that a word is or ends: "round table" is one, "in the sessions" means the one known."""
    noun = token.lower_
    if noun == "table" and token.i and token.nbor(-1).lower_ == "round":
        return "roundtable"
    before = token.nbor(-1).lower_ if token.i else ""
    if before in TOLD_BY_TWO.get(noun, ()):
        return f"{before} {noun}"
    if noun == "discussion" and before in ("panel", "roundtable", "table"):
        return before if before != "table" else "roundtable"
    over = token.head.head if token.dep_ == "pobj" else token.head
    if over.lemma_ in TAKING_PART and (noun == "sessions" or (noun == "meetings" and points(token))):
        return noun.removesuffix("s")
    if over.lemma_ in TAKING_PART and noun == "ceremonies":
        return "ceremony"
    return before if before == "training" and noun in COURSES and _trains(token) else noun


def is_noun(token: Token) -> bool:
    """Whether a word stands as a noun, even where the tagger thinks it an adjective: "at the roundtable, she said"."""
    placed = token.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass") and any(c.dep_ == "det" for c in token.children)
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and placed)


def points(token: Token) -> bool:
    """Whether a noun points back: "the meeting", "this event"."""
    if any(c.lower_ in COMING for c in token.children):
        return False
    return any(c.dep_ == "det" and c.lower_ in POINTING for c in token.children)


def is_past(token: Token) -> bool:
    """ "Since their last meeting", "at the previous session": not the event that the text tells of."""
    return any(c.lower_ in PAST for c in token.children)


def is_around(token: Token) -> bool:
    """ "A part of the summit", "on the sidelines of the fair": an event told of only for another's sake."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
    return above.lower_ in AROUND


def starts_clause(block: ParsedBlock, token: Token) -> bool:
    """ "Briefing Ana Rojas on trade, …": a participle that the tagger took for a noun."""
    following = token.i + 1 in block.names and block.names[token.i + 1].name.kind == "Person"
    return token.i == token.sent.start and token.lower_.endswith("ing") and following


def of_agreement(block: ParsedBlock, token: Token) -> bool:
    """ "An MoU on Political Consultations": what an agreement is about is no event yet."""
    link = ""
    for above in islice(token.ancestors, LONGEST_TOPIC):
        named = block.names.get(above.i)
        lemma = (named.name.head or "") if named else above.lemma_.casefold()
        if lemma in MOU or lemma in INSTRUMENT:
            return link in TOPICAL
        if above.pos_ not in ("ADP", "NOUN", "PROPN"):
            return link in TOPICAL and above.lemma_ in SIGNING
        link = above.lower_ if above.pos_ == "ADP" else link
    return False


def of_body(block: ParsedBlock, token: Token) -> bool:
    """Whether it is an event of a body: "the Council meeting", "a meeting of the Council"."""
    named = [c for c in token.children if c.dep_ in ("compound", "nmod")] + objects_of(token, "of")
    kinds = [block.names[c.i].name.kind for c in named if c.i in block.names]
    return any(kind in ("Organization", "Event", "Programme") for kind in kinds)


def takes_place(token: Token, noun: str) -> bool:
    """Whether an event, as good as others if it does, is said to take place or to be held."""
    if noun not in HELD:
        return False
    held = _is_held(token) or (noun in TAUGHT and token.dep_ == "dobj" and token.head.lemma_ in RUN)
    return held or (token.dep_ == "nsubj" and any(c.lower_ == "place" for c in token.head.children))


def first_told(token: Token) -> bool:
    """ "A function", "The function was held in Lima": what is told of by itself, whatever was told before."""
    return is_new(token) or _is_held(token)


def _is_held(token: Token) -> bool:
    return token.dep_ == "nsubjpass" and token.head.lemma_ in RUN


def tells_none(token: Token) -> bool:
    """Whether no event is told of: "received a briefing", "resulted in the signing of a pact", "diplomatic mission"."""
    noun = token.lower_
    scheduled = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in SCHEDULES
    if scheduled or any(c.lower_ == "no" and c.dep_ == "det" for c in token.children):
        return True
    if noun == "training":
        return not _trains(token)
    if noun == "celebration" and token.dep_ == "pobj" and token.head.lower_ == "in":
        return token.i == token.head.i + 1  # "in celebration of the day"
    if noun == "briefing" and token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in GIVEN:
        return True
    if noun == "signing" and token.dep_ == "pobj" and token.head.head.lemma_ in ENDING:
        return True
    if noun == "party":
        return FESTIVE.isdisjoint(c.lower_ for c in token.children)
    return noun == "mission" and any(c.lower_ in POSTED for c in token.children)


def _trains(token: Token) -> bool:
    """Whether a training is held, or somebody is at it: no "training of teachers" at large."""
    single = any(c.dep_ == "det" or c.dep_ == "nummod" or c.lower_.endswith("-day") for c in token.children)
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "by") else token.head
    return single and above.lemma_ in SCHOOLED


def is_day(event: Thing) -> bool:
    """ "National Day", "Constitution Day of Nepal": what something is held for, and nobody speaks at."""
    words = fold_words(event.label)
    return "day" in words and NOUNS.isdisjoint(words)


def is_new(token: Token) -> bool:
    """Whether a noun tells of something for the first time: "a gathering"."""
    return any(c.lower_ in ("a", "an") for c in token.children)


def kindred(noun: str, known: Sequence[tuple[Thing, str]], titled: Collection[Thing]) -> list[Thing]:
    """The events that "the conference" may mean where none has been called so: the only one of kindred nouns that the
    text has told of, or else its title."""
    if noun in CONVERSATIONS:
        return [thing for thing, other in known if other in CONVERSATIONS]
    kin: frozenset[str] = next((nouns for nouns in KINDRED if noun in nouns), frozenset())
    found = [thing for thing, other in known if other in kin]
    found = [thing for thing in found if thing not in titled] or found
    return found if len(set(found)) == 1 else []


def happens(it: Token) -> bool:
    """Whether "it" or "they" is what takes place, or is held: "They were held in Lima"."""
    placed = it.dep_ == "nsubj" and it.head.lemma_ == "take" and any(c.lower_ == "place" for c in it.head.children)
    return placed or (it.dep_ == "nsubjpass" and it.head.lemma_ in HAPPENING)


def is_theme(name: Token) -> bool:
    """Whether a name is that of what an event is about."""
    before = name.doc[max(0, name.i - FARTHEST_THEME) : name.i]
    return any(t.lower_ in THEMES for t in before) and all(t.lower_ in THEMES or t.is_punct for t in before[-2:])


def said_to_be(token: Token) -> Token | None:
    """ "The Lake Fair is an annual event": what a noun says more of."""
    if token.dep_ != "attr" or not is_new(token):
        return None
    return next((c for c in token.head.children if c.dep_ == "nsubj"), None)


def called_off(token: Token) -> bool:
    """Whether an event is said not to be held, or later: "the forum was cancelled", "has been put off"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.pos_ != "VERB":
        return False
    return verb.lemma_ in CANCELLING or (
        verb.lemma_ in ("call", "put") and any(c.lower_ == "off" for c in verb.children)
    )


def of_papers(token: Token) -> bool:
    """ "The exchange of documents": what is exchanged at a ceremony."""
    return token.lower_ == "exchange" and any(n.lower_ in PAPERS for n in objects_of(token, "of"))


def of_signing(token: Token, noun: str) -> bool:
    """ "The signing (of the MoU)", "the signing ceremony"."""
    return noun == "signing" or (noun == "ceremony" and any(c.lower_ == "signing" for c in token.children))


def known_before(noun: Token) -> bool:
    """ "The two sides held talks", "officials attended the meeting": those told of before, whoever they are."""
    if noun.head.lemma_ in ATTENDED and any(c.lower_ in POINTING for c in noun.children):
        return True
    subjects = [c for c in noun.head.children if c.dep_ == "nsubj"]
    return any(t.lower_ in BOTH or any(c.lower_ in BOTH for c in t.children) or t.lower_ == "sides" for t in subjects)


def described(noun: Token) -> bool:
    """Whether a noun says more of its event than that it is known: "the online ceremony", "the start of the race"."""
    own = any(c.dep_ in ("compound", "amod", "nmod", "poss") for c in noun.children)
    return own or bool(objects_of(noun, "of", "for"))


def signed_at(noun: Token) -> bool:
    """ "The memorandum was signed at a function in Lima": that event is the signing."""
    at = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("at", "during", "in") else noun
    signing = at is not noun and at.head.lemma_ in SIGNING and at.head.pos_ == "VERB"
    return signing and any(c.lower_ in ("a", "an") for c in noun.children)


def travels(mission: Token) -> bool:
    """Whether a mission is one that goes somewhere, no embassy, and no delegation that somebody receives."""
    goals, before = objects_of(mission, "to"), {c.lower_ for c in mission.children if c.i < mission.i}
    if mission.dep_ in ("dobj", "nsubjpass") and mission.head.lemma_ in RECEIVING:
        return False
    if any(goal.lower_ in HEAVENS for goal in goals) or not before.isdisjoint(SPACE):
        return False
    return bool(goals) or not before.isdisjoint(TRADING)


def is_signing(thing: Thing) -> bool:
    return thing.hints.get("noun") == "signing" or any("signing" in label.casefold() for label in thing.labels)
