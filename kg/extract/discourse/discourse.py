"""What the words of a parsed article refer to: names, "the Minister", "the two sides", "he", "a Kenyan delegation"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.discourse.appositions import COMPANY_NOUNS, Appositions
from kg.extract.discourse.descriptions import PERSONAL, Descriptions
from kg.extract.discourse.events import EventBook
from kg.extract.holders.office_group import Holder
from kg.extract.reference.called import called
from kg.extract.reference.collectives import PAIR, Collectives
from kg.extract.reference.groups import COMING, NATIONAL, PARTIES, Groups
from kg.extract.reference.named_ahead import HE, doers_of, he_before, named_above, named_ahead, subject_above, who_says
from kg.extract.reference.office_synonyms import ALSO
from kg.extract.reference.referents import Registry, Thing, fold_words
from kg.extract.syntax.clauses import arguments, coordinated, objects_of
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token, is_definite
from kg.extract.text.lexicon import Lexicon
from kg.gazetteer import Gazetteer
from kg.model import Mention, MentionForm, Span

AGENTS = ("Person", "Organization", "Place")
THEY = frozenset(("they", "them", "their", "both"))
PAIRS = frozenset(("two", "pair", "duo"))
WE = frozenset(("we", "our", "us", "ours"))
CONTAINERS = frozenset(
    "city town province capital state district county port village region municipality prefecture governorate".split()
)
SENDING = frozenset(("lead", "head", "send", "dispatch", "bring", "take"))
MEETING = frozenset("meet receive host welcome greet hold".split())
MUTUAL = frozenset("sign ink agree discuss exchange conclude negotiate cooperate reach have hold be".split())
MEETING_SLOTS = ("subject", "object", "with", "object.with")
STATE_OFFICES = frozenset("president minister premier emir king sultan chancellor ambassador envoy".split())
"""Offices whose holder, left unnamed, stands for the country."""
BEFORE_NOUN = ("det", "amod", "nummod", "compound", "poss")


class Discourse:
    """Resolves tokens of an article to its things. Asked in text order, since reference looks back."""

    def __init__(
        self,
        registry: Registry,
        events: EventBook,
        lexicon: Lexicon,
        gazetteer: Gazetteer,
        employers: Mapping[Thing, list[Thing]],
    ) -> None:
        self.employers = employers
        self.registry = registry
        self.events = events
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self._offices: list[tuple[Span, frozenset[str], Thing]] = []
        self.descriptions = Descriptions(employers)
        self._people = self.descriptions.people
        self._called: list[tuple[str, Thing]] = []
        self.here: Thing | None = None
        """The city of the article's dateline."""
        self.delegation: tuple[Thing, ...] = ()
        self.travellers: tuple[Thing, ...] = ()  # whom "the delegation" means where none has been told of
        self._pointing: list[tuple[Thing, Mention]] = []
        self.collectives = Collectives(registry, lexicon)
        self.groups = Groups(registry, lexicon, gazetteer)
        self.appositions = Appositions(registry, lexicon)

    def read(self, blocks: Sequence[ParsedBlock]) -> None:
        """Note who is named where and with which office, so that later words can point back."""
        self.collectives.read(blocks)
        for block in blocks:
            self.descriptions.note(block)
            for index, masked in block.names.items():
                thing = self.registry.of_name(masked.name)
                if masked.name.kind == "Organization":
                    self._called += ((noun, thing) for noun in called(block.read.words, masked.name, self.lexicon))
                if masked.name.kind != "Person":
                    continue
                token = block.doc[index]
                self._people.append((block.spans[index].start, thing, token.dep_ in ("nsubj", "nsubjpass")))
                if masked.holder:
                    self._note_offices(block, index, masked.holder, thing)

    def _note_offices(self, block: ParsedBlock, index: int, holder: Holder, thing: Thing) -> None:
        for group in holder.groups:
            self._offices.append((block.spans[index], frozenset(group.heads), thing))

    def envoys(self) -> set[Thing]:
        """Those who live where they are posted, by their offices and missions."""
        titled = {t for _, offices, t in self._offices if offices & self.lexicon.mission_titles}
        return titled | {t for t, bodies in self.employers.items() if any("mission" in b.hints for b in bodies)}

    # From a token to things

    def things(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """What a noun phrase refers to, all its joined parts included; empty where that is not clear."""
        found: list[Thing] = []
        for each in coordinated(token):
            found += [t for t in self.meant(block, each) if t not in found]
        return found

    def meant(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """What a noun refers to by itself, without what is joined to it."""
        meant = self._one(block, token)
        self._point(block, token, meant)
        return meant

    def _point(self, block: ParsedBlock, token: Token, meant: Sequence[Thing]) -> None:
        """Note what a pronoun or a description stands for."""
        if not meant or token.i in block.names or self.events.at(block, token):
            return
        start = token.i
        while start and block.doc[start - 1].dep_ in BEFORE_NOUN and block.doc[start - 1].head == token:
            if start - 1 in block.names:
                break
            start -= 1
        form: MentionForm = "pronoun" if token.pos_ == "PRON" or token.lower_ in WE | THEY | HE else "nominal"
        mention = Mention(block.span_of(block.doc[start], token), form)
        self._pointing += ((thing, mention) for thing in meant)

    def add_mentions(self) -> None:
        """Give things the pronouns and descriptions that stood for them; last, as mentions weigh in what words mean."""
        for thing, mention in self._pointing:
            if not any(mention.span in known.span for known in thing.mentions):
                thing.mentions.append(mention)

    def _one(self, block: ParsedBlock, token: Token) -> list[Thing]:
        masked = block.names.get(token.i)
        if masked:
            thing = self.events.at(block, token) or self.registry.of_name(masked.name)
            listed = self._listed_beside(block, token, thing)
            return [thing, *listed, *(self.groups.leaders(block, token) if thing.kind == "Organization" else [])]
        event = self.events.at(block, token)
        if event:
            sent = self.groups.senders(block, token) if token.lower_ == "mission" else []
            return [event, *sent, *self.groups.leaders(block, token)]
        several = self.events.listed(block, token) or self.groups.sampled(block, token)
        if several:
            return several
        lower = token.lower_
        if lower in WE:
            return self._speakers_body(block, token)
        if lower in THEY:
            above = self._guests_above(block, token) or self.collectives.above(block, token)
            above = above or self._subject_before(block, token, several=True) or self._met_before(block, token)
            return above or self.collectives.they(block, token) or self._guests_before(token)
        if lower in PAIRS and token.dep_ == "nsubj" and (met := self._met_before(block, token)):
            return met
        if lower in ("it", "its") and token.dep_ in ("nsubj", "nsubjpass", "poss"):
            own = self._own_subject(block, token) if lower == "its" else []
            return own or self._subject_above(block, token) or self._subject_before(block, token, several=False)
        if lower in HE or lower == "i":
            person = who_says(self.registry, block, token) if lower == "i" else self.person_before(block, token)
            return [person] if person else []
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return []
        if lower == "latter":
            return [t for s, t, _ in self._people if s < block.spans[token.i].start][-1:]
        return self._nominal(block, token)

    def _guests_above(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The delegation went to Lima, where they met Ana Rojas", "During their stay, the delegation saw her"."""
        clause = token.head if token.dep_ in ("nsubj", "nsubjpass") else token
        ahead = token.sent.root if token.dep_ == "poss" and token.head.dep_ == "pobj" else token
        above = (c for a in clause.ancestors for c in a.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < ahead.i)
        guests = next((c for c in above if c is not token and c.pos_ != "PRON"), None)
        return self.things(block, guests) if guests is not None and self.groups.visiting(guests) else []

    def _guests_before(self, token: Token) -> list[Thing]:
        """ "A delegation of Acme visited Lima. (New paragraph.) They met Ana Rojas": the delegation told of last."""
        told = [t for t in self.delegation if t.kind != "Place" or "iso" in t.hints]  # no province meets anybody
        return told[:1] if token.sent.start == 0 and token.dep_.startswith("nsubj") else []

    def _own_subject(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The subject of the sentence, which "its" behind it stands for: "The delegation left, ending its visit"."""
        subjects = [c for c in token.sent.root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < c.head.i]
        return [t for s in subjects if s not in token.ancestors and s.pos_ != "PRON" for t in self.things(block, s)]

    def _subject_above(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """The subject of the clause above: "Acme said that it has formed …"."""
        head = token.head
        if head.dep_ not in ("ccomp", "advcl", "conj", "relcl"):
            return []
        above = head.head
        while above.pos_ not in ("VERB", "AUX") and above.head != above:
            above = above.head
        subjects = [
            c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.i != token.i and c.lower_ != "it"
        ]
        found = [t for s in subjects for t in self.things(block, s)]
        return found if len(found) == 1 and found[0].kind in ("Organization", "Place") else []

    def _subject_before(self, block: ParsedBlock, token: Token, *, several: bool) -> list[Thing]:
        """The subject of the sentence before, where it fits the pronoun's number."""
        if token.sent.start == 0:
            return []
        before = block.doc[token.sent.start - 1].sent
        subject = next((t for t in before if t.dep_.startswith("nsubj") and t.head == before.root), None)
        if subject is None or subject.pos_ == "PRON":
            return []
        found = [t for t in self.things(block, subject) if t.kind in AGENTS]
        plural = subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
        if guests := self.groups.visiting(subject):  # who "signed" may be both, guests and hosts
            plural = plural or token.head.lemma_ not in MUTUAL or any(t.lower_ == "with" for t in token.head.subtree)
        if several or guests:
            return found if plural or not several else []
        return found if len(found) == 1 and found[0].kind == "Organization" and not plural else []

    def _met_before(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "A met B. They signed …": those who met in the sentence before."""
        root = block.doc[token.sent.start - 1].sent.root if token.sent.start else token
        verb = next((t for t in coordinated(root) if t.lemma_ in MEETING), None)
        if verb is None:
            return []
        slots = arguments(verb)
        met = [t for name in MEETING_SLOTS for noun in slots.get(name, ()) for t in self.things(block, noun)]
        people = list(dict.fromkeys(t for t in met if t.kind == "Person"))
        return people if len(people) > 1 else []

    def _listed_beside(self, block: ParsedBlock, token: Token, thing: Thing) -> list[Thing]:
        """A list that the parser took for appositions: "A, B, C and D" where all are of one kind."""
        found: list[Thing] = []
        for child in token.children:
            masked = block.names.get(child.i)
            if child.dep_ == "appos" and masked and masked.name.kind == thing.kind:
                for each in coordinated(child):
                    found += [t for t in self._one(block, each) if t not in found]
        return found

    def _nominal(self, block: ParsedBlock, token: Token) -> list[Thing]:
        lemma = token.lemma_.casefold()
        several = self.collectives.meant(block, token)
        if several:
            met = self._met_before(block, token) if len(several) == PAIR and several[0].kind == "Person" else []
            return met if len(met) == PAIR else several
        if lemma in CONTAINERS:
            return self._contained(block, token)
        apposed = self.appositions.meant(block, token)
        if apposed:
            return apposed
        group = self.groups.meant(block, token)
        if group:
            group = self._told_of(token, group)
            if self.groups.visiting(token):
                self.delegation = tuple(group)
            return group
        inner = objects_of(token, "of") if token.lower_ == "members" and token.dep_ != "dobj" else []
        if inner and is_definite(inner[0]) and (self.groups.visiting(inner[0]) or inner[0].lower_ in PARTIES):
            led = any(c.dep_ == "acl" for c in inner[0].children)
            return [t for t in self.meant(block, inner[0]) if led or t.kind != "Person"]
        self._note_sent(block, token)
        if is_definite(token):
            return self._definite(block, token, lemma)
        return []

    def _note_sent(self, block: ParsedBlock, token: Token) -> None:
        """ "A headed a delegation to Lima", "A came with a delegation": whose "the delegation" is, told of next."""
        with_it = token.dep_ == "pobj" and token.head.lower_ == "with"
        verb = token.head.head if with_it else token.head
        if token.lower_ == "delegation" and any(c.lower_ in ("a", "an") for c in token.children):
            self.delegation = self.travellers = ()
        led = verb.lemma_ in COMING if with_it else token.dep_ == "dobj" and verb.lemma_ in SENDING
        if led and self.groups.visiting(token) and not is_definite(token):
            sent = [t for noun in arguments(verb).get("subject", ()) for t in self.things(block, noun)]
            self.delegation = tuple(t for t in sent if t.kind in AGENTS) or self.delegation

    def _told_of(self, token: Token, group: list[Thing]) -> list[Thing]:
        """The delegation told of last, for "the Acme delegation", "the Kenyan delegation", "the US officials" of it;
        "the delegation, led by A" is that one with A."""
        if self._led(token, group):
            return [*self.delegation, *(t for t in group if t not in self.delegation)]
        if len(group) == 1 and group[0] in self.delegation and self.groups.visiting(token):
            return list(self.delegation)
        official = self.groups.visiting(token) or token.lower_ in NATIONAL
        if not official or not is_definite(token) or "iso" not in group[0].hints:
            return group
        bodies = [b for t in self.delegation for b in (t, *self.employers.get(t, ()))]
        homes = {b.hints.get(key) for b in bodies for key in ("iso", "country", "sends")}
        return list(self.delegation) if group[0].hints["iso"] in homes else group

    def _led(self, token: Token, group: Sequence[Thing]) -> bool:
        """Whether those who are said to lead "the delegation" can be of the one told of last."""
        if not (self.delegation and self.groups.visiting(token) and is_definite(token)):
            return False
        served = {body for t in group for body in self.employers.get(t, ())}
        lands = [{code for t in side for code in self.homes(t)} for side in (group, self.delegation)]
        lands[1] |= {t.hints["sends"] for t in self.delegation if "sends" in t.hints}
        own = not served or not served.isdisjoint(self.delegation) or bool(lands[0] & lands[1])
        return own and all(t.kind == "Person" for t in group)

    def homes(self, thing: Thing) -> set[str]:
        """The countries that a person or body is of, as far as the article tells."""
        bodies = [thing, *self.employers.get(thing, ())]
        return {code for t in bodies for code in (t.hints.get("iso"), t.hints.get("country")) if code}

    def _contained(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "The city of Shenzhen", "Jizzakh region", "the city": the place that the noun stands for."""
        named = self.appositions.places(block, token)
        found = [t for t in named if t.kind == "Place" and "iso" not in t.hints and not (t.place and t.place.is_wide)]
        if found or named or not is_definite(token):
            return found
        start = block.spans[token.i].start
        cities = [t for t in self.registry.of_kind("Place") if t.place and t.place.kind == "city" and t.first < start]
        country = self.groups.country_named(block, token) if token.lower_ == "capital" else None
        if country is not None:
            own = [t for t in cities if t.place and t.place.country == country.hints.get("iso")]
            return own if len(own) == 1 else [country]
        return cities[-1:] if token.lower_ in ("city", "town") else []

    def _speakers_body(self, block: ParsedBlock, token: Token) -> list[Thing]:
        """ "Our" in what somebody says stands for the body or country they speak for."""
        speaker = who_says(self.registry, block, token) or self.person_before(block, token)
        bodies = self.employers.get(speaker, []) if speaker else []
        return bodies[:1]

    # Single things by description

    def _definite(self, block: ParsedBlock, token: Token, lemma: str) -> list[Thing]:
        before = block.spans[token.i].start
        alone = token.lower_ in PARTIES and all(c.dep_ == "det" for c in token.children)
        if self.groups.visiting(token) or (alone and self.delegation):
            return list(self.delegation or self.travellers)
        heads = {lemma, token.lower_, *ALSO.get(token.lower_, ())}
        people = [t for span, offices, t in self._offices if span.start < before and offices & heads]
        country = self.groups.country_named(block, token)
        if country is not None:
            people = [t for t in people if self._is_of(t, country)]
        if people:
            counted = token.tag_ in ("NNS", "NNPS") and any(
                c.tag_ == "CD" for c in token.children
            )  # "the two ministers"
            return [] if counted else [people[-1]]
        if country is not None and lemma in STATE_OFFICES and not self._visited_office(token):
            later = [t for _, offices, t in self._offices if offices & heads and self._is_of(t, country)]
            return later[:1] or [country]
        if country is not None and lemma in PERSONAL:
            people = [t for s, t, _ in self._people if s < before and self.employers.get(t) and self._is_of(t, country)]
            return people[-1:]
        if lemma in PERSONAL or lemma in self.lexicon.title_heads:
            return self.descriptions.of_office(block, token, self.travellers) if country is None else []
        organisations = [t for t in self.registry.of_kind("Organization") if t.first < before]
        named = [t for t in organisations if lemma in fold_words(t.label)]
        named = named or [t for noun, t in self._called if noun == lemma and t.first < before]
        named = named or self.appositions.programme(token, before)
        if not named and lemma in COMPANY_NOUNS:
            named = [t for t in organisations if set(fold_words(t.label)) & self.lexicon.heads["company"]]
        subject = self._subject_before(block, token, several=False) if len(named) > 1 else named
        last = sorted(named, key=lambda t: max(m.span.start for m in t.mentions if m.span.start < before))[-1:]
        return subject if subject and subject[0] in named else last

    def _visited_office(self, token: Token) -> bool:
        """ "Visited the Kenyan president": a person is visited, whatever country they stand for."""
        return token.dep_ == "dobj" and token.head.lemma_ in ("visit", "tour")

    def _is_of(self, person: Thing, country: Thing) -> bool:
        """Whether a person can be "the Kenyan minister": they serve that country, or a body of no known country."""
        bodies = self.employers.get(person, [])
        homes = {b.place.country for b in bodies if b.place} | {b.hints.get("country") for b in bodies if not b.place}
        return not homes or bool(homes & {country.hints.get("iso"), None})

    def _described(self, block: ParsedBlock, token: Token) -> Thing | None:
        """Whom "his" stands for behind a subject without a name: "The Kenyan leader met A before his flight"."""
        subject = next((c for c in token.sent.root.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if subject is None or subject.i in block.names or subject.pos_ != "NOUN":
            return None
        meant = self.things(block, subject)
        return meant[0] if len(meant) == 1 and meant[0].kind == "Person" else None

    def person_before(self, block: ParsedBlock, token: Token) -> Thing | None:
        """The person that "he" or "she" stands for: the last one who was a subject, here or in the block before."""
        start = block.spans[token.i].start
        own = block.sentence_span(token)
        ahead = block.spans[token.sent.root.i].start if token.dep_ == "poss" else start
        last = min(own.end, max(start, ahead))  # "his talks with A" are not A's
        theirs = {block.spans[t.i].start for n in objects_of(token.head, "with") for t in n.subtree}
        inside = [t for s, t, _ in self._people if own.start <= s < last and s not in theirs]
        if inside and (told_before := he_before(block, token)) is not None:
            return self.person_before(block, told_before)
        inside = named_above(self.registry, block, token) or inside
        doers = doers_of(self.registry, block, token)
        inside = [t for t in inside if t not in doers]
        if token.dep_ == "poss" and (told := self._described(block, token)) is not None:
            return told
        above = any(block.spans[0].start <= s < start for s, _, _ in self._people)
        later = None if above else named_ahead(self.registry, block, token)
        if inside or later is not None:
            return inside[0] if inside else later
        before = [(t, subject) for s, t, subject in self._people if s < start and t not in doers]
        if doers:
            about = [t for n in subject_above(token) for t in self.things(block, n) if t.kind == "Person"]
            others = () if about or subject_above(token) else (t for t, _ in before)
            return max(about or others, key=lambda t: (len(t.mentions), -t.first), default=None)
        subjects = [t for t, subject in before[-4:] if subject] or [t for t, _ in before]
        return subjects[-1] if subjects else None
