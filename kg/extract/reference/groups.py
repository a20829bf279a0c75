"""Groups of people who act for a body or a country: "a Kenyan delegation", "representatives of X", "the visitors"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.reference.referents import Registry, Thing
from kg.extract.syntax.alongside import SEVERAL
from kg.extract.syntax.clauses import coordinated, objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.extract.text.lexicon import Lexicon
from kg.gazetteer import Gazetteer
from kg.model import Mention, Span

GOVERNMENT = frozenset(("government", "govt", "authorities", "administration", "side"))
GUESTS = frozenset(("visitors", "guests", "delegates"))
PARTIES = frozenset(("group", "party", "delegate"))
"""Nouns for a delegation, where it is said to have come, whence, or who leads it."""
NATIONAL = GUESTS | frozenset(("officials", "representatives", "representative", "official"))
"""Groups that act for the country they come from, as a delegation does; "Pakistani students" do not."""
REPRESENTING = NATIONAL | frozenset(
    """
    team executive executives leader leaders leadership member members delegate delegates management
    """.split()
)
STATE_ACTORS = REPRESENTING | frozenset(
    """
    ministers diplomats envoys presidents premiers experts specialists officers lawmakers legislators parliamentarians
    teams
    """.split()
)
"""Those who sign for their country; "a Kenyan company" does not."""
TAKING_PART = frozenset(("participants", "attendees", *STATE_ACTORS))
"""Those who, from several countries, are at an event for them."""
GATHERING = frozenset(
    "attend participate partake gather assemble convene converge bring unite participation attendance".split()
)
COMING = frozenset("visit come arrive travel fly land".split())
LEADING = frozenset("lead head chair represent accompany".split())
ROW_SIGNS = frozenset((",", ";", "and", "&", "the", "–", "both", "all", "in", "from"))
LONGEST_ORIGIN = 5
"""Words between a noun and the colon behind it: "partners in Peru and Chad:"."""
LONGEST_CLAUSE = 12
"""Words between a counted noun and the colon that ends its clause: "two firms signed the agreement:"."""
SAMPLING = frozenset(("including", "like", "as"))
PLACES = frozenset(
    """
    country nation state city town island capital destination province region locality district county municipality
    """.split()
)
DEEPEST = 2
HEADS = frozenset("leader governor mayor".split())
"""Those in whom a province or city is present."""
MEMBERSHIP = frozenset("comprise include consist compose involve".split())


LONGEST_DELEGATION = 14
"""Words from a delegation to who leads it."""


class Groups:
    """Finds whom a noun for several people stands for."""

    def __init__(self, registry: Registry, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.registry = registry
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.country_of: dict[Thing, Thing] = {}
        self._known: dict[str, Thing] = {}

    def visiting(self, token: Token) -> bool:
        """Whether a noun is one for people who come as guests: "delegation", "visitors", "a group led by A"."""
        if token.lower_ in PARTIES:
            before = [c for c in token.children if c.dep_ in ("amod", "compound") and not c.text[0].isdigit()]
            if any(c.lower_ == "visiting" for c in before):
                return True
            kept = not before and any(c.dep_ == "acl" and c.lemma_ in LEADING for c in token.children)
            return kept or any(n.pos_ == "PROPN" for n in objects_of(token, "from"))
        return token.lower_ in self.lexicon.delegations or token.lower_ in GUESTS

    def meant(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The bodies or countries that a group acts for, and who leads it; empty where the noun is none for a group."""
        lower = token.lower_
        nations = self.nations(token) if lower == "governments" else []
        if nations:
            return nations
        people = lower in self.lexicon.people or (lower.endswith("s") and lower[:-1] in HEADS)
        guests = lower not in GUESTS and self.visiting(token)
        if not people and lower not in GOVERNMENT and not guests:
            return []
        if lower in REPRESENTING and any(c.lower_ == "other" for c in token.children):
            return []
        country, text = self.nationality(token)
        if country is not None and lower in GOVERNMENT:
            return [self._country(block, country, text, token)]
        bodies = self._bodies_of(block, token)
        if _sent_to_event(token) and len(bodies) > 1 and "iso" in bodies[0].hints:
            return [*(b for b in bodies if b.kind == "Organization" or "iso" in b.hints), *self.leaders(block, token)]
        organisations = [b for b in bodies if b.kind == "Organization"]
        if organisations:
            return [*organisations, *self.leaders(block, token)]
        sent = lower in NATIONAL or guests
        if country is not None:
            if sent:
                return [self._country(block, country, text, token), *self.leaders(block, token)]
            group = self._group_thing(block, country, token)
            known = self.gazetteer.country_of(text)
            if known is not None and lower in STATE_ACTORS:
                self.country_of[group] = self.registry.country(known)
            return [group, *self.leaders(block, token)]
        places = [b for b in bodies if b.kind == "Place"]
        if places and lower in GOVERNMENT:
            return places
        several = len(places) > 1 and lower.endswith("s")
        if several and lower.removesuffix("s") in HEADS:
            return places
        officers = several and lower.removesuffix("s") in self.lexicon.state_titles  # "the ministers of Kenya and Peru"
        if places and (sent or officers) and (guests or all("iso" in p.hints for p in places)):
            return [*places, *self.leaders(block, token)]
        if places:
            groups = [self._group_from(block, token, p) for p in (places if sent else places[:1])]
            return [*groups, *self.leaders(block, token)]
        return self.leaders(block, token)

    def nations(self, token: Token) -> list[Thing]:
        """The countries in "the Kenyan and Turkish ministers"."""
        places = (self.gazetteer.country_of(each.text) for first in token.children for each in coordinated(first))
        return [self.registry.country(place) for place in dict.fromkeys(places) if place is not None]

    def nationality(self, token: Token) -> tuple[Token | None, str]:
        """The word before a noun that says of what country: "Kenyan", "Peru"."""
        for child in token.children:
            if child.dep_ not in ("amod", "compound", "nmod", "poss"):
                continue
            before = child.nbor(-1).text + " " if child.i and child.text[0].isupper() else ""
            for text in (before + child.text, child.text):
                if self.gazetteer.country_of(text):
                    return child, text
        return None, ""

    def sampled(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "companies such as A and B", "bodies including C"."""
        found = self._listed_behind(block, token) if token.tag_ == "NNS" else []
        bearers = [token, *(objects_of(token, "of") if token.lower_ in SEVERAL else ())]
        behind = [*self._sampled_behind(block, token), *(c for t in bearers for c in t.children)]
        for child in behind if not found else ():
            if child.dep_ == "prep" and child.lower_ in SAMPLING:
                for each in (e for c in child.children if c.dep_ == "pobj" for e in coordinated(c)):
                    named = [self.registry.of_name(block.names[each.i].name)] if each.i in block.names else []
                    found += named or [t for t in self.meant(block, each) if "group" not in t.hints]
            if child.dep_ == "appos" and token.tag_ == "NNS" and token.lower_ in self.lexicon.people:
                found += [
                    self.registry.of_name(block.names[e.i].name) for e in coordinated(child) if e.i in block.names
                ]
        kinds = ("Organization", "Person", *(("Place",) if any(t.lemma_ in PLACES for t in bearers) else ()))
        return [t for t in found if t.kind in kinds]

    def _sampled_behind(self, block: ParsedBlock, token: Token) -> list[Token]:
        """ "Met several envoys in Lima, including A": the preposition, which the parser hangs on the place."""
        if token.tag_ != "NNS" or token.dep_ not in ("dobj", "pobj") or token.lower_ not in self.lexicon.people:
            return []
        last = min(token.i + LONGEST_CLAUSE, token.sent.end)
        behind = (t for t in block.doc[token.i + 2 : last] if t.lower_ == "including" and t.dep_ == "prep")
        behind = (t for t in behind if t.nbor(-1).text == "," or _people(block, t))
        return [t for t in behind if t.head.lower_ not in self.lexicon.people][:1]

    def _listed_behind(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "With several institutions: A (Peru); B; and C", "three firms went along: A, B, both in Chad, and C": what a
        plural before a colon stands for."""
        counted = any(c.tag_ == "CD" or c.lower_ == "several" for c in token.children)
        behind = block.doc[token.i + 1 : token.i + 1 + (LONGEST_CLAUSE if counted else LONGEST_ORIGIN)]
        colon = next((t.i for t in behind if t.text == ":"), None)
        between = block.doc[token.i + 1 : colon]
        if colon is None or any(t.tag_ == "NNS" if counted else t.pos_ in ("VERB", "AUX") for t in between):
            return []
        row: list[Thing] = []
        wanted = "Place" if token.lemma_ in PLACES else "Organization"
        for each in block.doc[colon + 1 :]:
            kind = block.names[each.i].name.kind if each.i in block.names else ""
            if kind == wanted:
                row.append(self.registry.of_name(block.names[each.i].name))
            elif each.text not in ROW_SIGNS and not (kind == "Place" and each.nbor(-1).text in ("in", "from", "the")):
                break
        return row

    def leaders(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """Those who lead or make up "a delegation led by X", "a team comprising Y and Z" go where it goes."""
        found: list[Thing] = []
        bearers = [token, *(_further(token) if self.visiting(token) else ())]
        near = [token, *objects_of(token, "of", "from")]
        above = token.head
        if token.dep_ == "appos" and above.head.dep_ == "agent" and above.head.head.lemma_ in LEADING:
            found += self.people(block, [above])
        owned = any(c.dep_ in ("amod", "compound", "nmod", "poss", "prep") for c in token.children)
        clauses = above.children if owned and token.dep_ == "nsubj" else ()
        opening = [c for c in clauses if c.dep_ == "advcl" and c.i < token.i]
        opening += self._behind_the_rest(token) if self.visiting(token) else []
        for clause in [*opening, *(c for noun in bearers for c in noun.children if c.dep_ in ("acl", "relcl"))]:
            if clause.lemma_ in LEADING:
                found += self.people(block, _behind(clause, "by", "under"))
            elif clause.lemma_ in MEMBERSHIP and clause.head in near:
                found += self.people(block, [*_objects(clause), *_behind(clause, "of", "by")])
        if self.visiting(token):  # "a delegation of 30 people, including X"
            found += self.people(block, (n for each in near for n in objects_of(each, "including")))
        return list(dict.fromkeys(found))

    def _behind_the_rest(self, delegation: Token) -> list[Token]:
        """ "The delegation of Acme in Lima, led by X": what the parser hangs on the place, or on the verb."""
        for here in delegation.doc[delegation.i + 1 : min(delegation.sent.end, delegation.i + LONGEST_DELEGATION)]:
            if here.pos_ in ("VERB", "AUX"):
                led = here.lemma_ in LEADING and here.tag_ == "VBN" and here.nbor(-1).text == ","
                return [here] if led else []
        return []

    def people(self, block: ParsedBlock, nouns: Iterable[Token]) -> list[Thing]:
        """The people named by nouns, by those joined to them, and by those that stand beside them."""
        each = [n for noun in nouns for n in coordinated(noun)]
        each += [a for n in each for a in n.children if a.dep_ in ("appos", "npadvmod")]
        named = [self.registry.of_name(block.names[n.i].name) for n in each if n.i in block.names]
        return [t for t in named if t.kind == "Person"]

    def country_named(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The country in "the Kenyan minister", "the president of Kenya"."""
        word, text = self.nationality(token)
        if word is not None:
            place = self.gazetteer.country_of(text)
            return self.registry.country(place) if place is not None else None
        named = [self.registry.of_name(block.names[n.i].name) for n in objects_of(token, "of") if n.i in block.names]
        return next((t for t in named if t.kind == "Place" and "iso" in t.hints), None)

    def _country(self, block: ParsedBlock, word: Token, text: str, noun: Token) -> Thing:
        """The country that a noun with its adjective stands for: "the Kenyan delegation"."""
        mention = Mention(block.span_of(min((word, noun), key=lambda t: t.i), noun), "nominal")
        place = self.gazetteer.country_of(text) or self.gazetteer.find(text)
        assert place is not None
        return self.registry.country(place, mention)

    def _bodies_of(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The bodies or places in "ESA delegation", "representatives of X", "a delegation from Y"."""
        found: list[Thing] = []
        for child in token.children:
            if child.i in block.names and child.dep_ in ("compound", "nmod", "poss", "amod"):
                found.append(self.registry.of_name(block.names[child.i].name))
        nouns = objects_of(token, "of", "from", "for")
        if self.visiting(token) or token.lower_ in NATIONAL:
            behind = (c for c in token.head.children if c.i == token.i + 1 and c.lower_ == "from")
            nouns += [noun for prep in behind for noun in prep.children if noun.dep_ == "pobj"]
            clauses = (c for c in token.children if c.dep_ == "acl" and c.lemma_ == "represent")
            nouns += [noun for clause in clauses for noun in _objects(clause)]
        nouns += [each for noun in nouns for each in self._within(block, noun)]
        plain = [n for n in nouns if n.i not in block.names]
        staff = [n for n in plain if n.lower_ in self.lexicon.people | REPRESENTING or n.lower_ in PLACES]
        nouns += [c for n in staff for c in n.children if c.dep_ in ("compound", "nmod") and c.i in block.names]
        found += [t for noun in nouns for t in self.sampled(block, noun)]
        for noun in nouns:
            found += [self.registry.of_name(block.names[e.i].name) for e in coordinated(noun) if e.i in block.names]
        return [t for t in found if t.kind in ("Organization", "Place")]

    def senders(self, block: ParsedBlock, mission: Token) -> list[Thing]:
        """ "A trade mission of the Lima Chamber": the bodies whose people are on it."""
        return [t for t in self._bodies_of(block, mission) if t.kind == "Organization"]

    def _within(self, block: ParsedBlock, noun: Token, depth: int = 0) -> Iterator[Token]:
        """ "Leaders of four localities, namely Lima and the provinces of Ica and Puno", "Ministers of Foreign Affairs
        of Peru and Chile": those named further down."""
        if noun.i in block.names or depth > DEEPEST:
            return
        inner = objects_of(noun, "of")
        if noun.tag_ == "NNS" and noun.lemma_.casefold() in PLACES:
            parts = [n for n in inner if not self._whole(block, n)]
            inner = parts or [c for c in noun.children if c.dep_ in ("nmod", "compound") and not inner]
            inner += [c for c in noun.children if c.dep_ in ("appos", "conj")]
        elif noun.lower_ in PLACES:  # "a delegation from the Chinese province of Hebei"
            inner = [n for n in inner if n.i in block.names]
        elif not (noun.text[0].isupper() and noun.head.lower_ == "of"):
            return
        for each in (n for first in inner for n in coordinated(first)):
            yield each
            yield from self._within(block, each, depth + 1)

    def _whole(self, block: ParsedBlock, noun: Token) -> bool:
        """ "The provinces of Laos", "countries of South America": what they are in."""
        place = block.names[noun.i].name.place if noun.i in block.names else None
        return place is not None and place.kind in ("country", "region")

    def _group_thing(self, block: ParsedBlock, first: Token, last: Token) -> Thing:
        span = block.span_of(min((first, last), key=lambda t: t.i), last)
        words = [t.text for t in block.doc[min(first.i, last.i) : last.i + 1]]
        return self._remember(" ".join(words), span)

    def _group_from(self, block: ParsedBlock, token: Token, place: Thing) -> Thing:
        """ "leading IT companies from Kenya": the noun with the words before it, numbers and articles off."""
        before = [
            c.text
            for c in token.children
            if c.i < token.i and c.i not in block.names and c.dep_ in ("amod", "compound", "nmod")
        ]
        label = " ".join([*before, token.text])
        thing = self._remember(f"{label} from {place.label}", block.span_of(token, token))
        thing.labels[f"{token.text} from {place.label}"] += 1
        return thing

    def _remember(self, label: str, span: Span) -> Thing:
        key = label.casefold()
        thing = self._known.get(key)
        if thing is None:
            thing = self._known[key] = self.registry.new("Organization", label, span.start)
            thing.hints["group"] = "yes"
        thing.mentions.append(Mention(span, "nominal"))
        return thing


def _sent_to_event(group: Token) -> bool:
    """Whether people take part in something for those they come from: "experts from A, B and C gathered"."""
    if group.lower_ not in TAKING_PART or not objects_of(group, "from"):
        return False
    first = group
    while first.dep_ == "conj":
        first = first.head
    above = first.head.head if first.head.pos_ == "ADP" else first.head
    part = above.lemma_ == "take" and any(c.lower_ == "part" for c in above.children)
    return part or above.lemma_ in GATHERING


def _further(noun: Token, depth: int = 0) -> Iterator[Token]:
    """ "A delegation of officials of the City, led by A", "a team comprising staff of Acme and led by B": the nouns
    further down, on which the parser may hang who leads it."""
    members = [n for c in noun.children if c.dep_ == "acl" and c.lemma_ in MEMBERSHIP for n in _objects(c)]
    for inner in (*objects_of(noun, "of", "from", "in"), *(members if depth == 0 else ())):
        yield from coordinated(inner)
        if depth < DEEPEST:
            yield from _further(inner, depth + 1)


def _behind(verb: Token, *prepositions: str) -> list[Token]:
    """The nouns behind "by", "of", whether the parser takes it for an agent's or not."""
    preps = (c for c in verb.children if c.dep_ in ("agent", "prep") and c.lower_ in prepositions)
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]


def _objects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "dobj"]


def _people(block: ParsedBlock, preposition: Token) -> bool:
    """Whether those who are listed behind "including" are people."""
    return any(c.i in block.names and block.names[c.i].name.kind == "Person" for c in preposition.children)
