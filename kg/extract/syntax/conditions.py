"""The conditions of a frame: whether the words around its trigger fit it, and how the text tells it."""

from __future__ import annotations

from kg.extract.frames import INSTRUMENT, MOU, Frame
from kg.extract.naming.subordination import NO_MORE
from kg.extract.syntax.alongside import LONGEST_OPENING, PERSON, SEVERAL
from kg.extract.syntax.clauses import Slots, coordinated, is_passive, objects_of
from kg.extract.syntax.modality import AHEAD, FUTURE, modality
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.syntax.tokens import Token
from kg.model import Modality

ELLIPTIC = frozenset("it this both which another one other first second third fourth fifth latter former".split())
"""Words that stand for an instrument told of before."""
ATTENDING = frozenset("attend participate join take witness grace be come gather".split())
TALK = frozenset(
    """
    discuss explore consider examine study debate deliberate talk way prospect possibility potential opportunity premise
    topic issue opinion view idea review aspect matter
    """.split()
)
AGREEMENT_VERBS = frozenset(
    "sign ink conclude exchange seal initial pen reach renew formalise formalize co-sign forge".split()
)
TRADING = frozenset(("trade", "trading", "export", "import"))
PENNED = frozenset(("sign", "ink", "initial"))
"""Verbs of what is done to nothing but a paper, whatever its name."""
WENT = frozenset("visit travel fly".split())
"""Verbs that tell that those were met whom one went to meet."""
STRENGTHENING = frozenset(
    """
    strengthen increase deepen expand enhance boost continue further bolster cement consolidate renew intensify
    widen broaden extend upgrade reinforce advance elevate
    """.split()
)
AGREED = frozenset(
    """
    agree concur resolve undertake aim seek serve continue commit team join partner unite coordinate collaborate
    cooperate
    """.split()
)
"""Verbs by which what they are done for is settled: "teamed up to host"."""
SIGNED = frozenset(("signed", "exchanged", "inked", "concluded", "signing", "exchange"))
NOT_SIGNED = frozenset(
    """
    plan propose proposal draft negotiate negotiation discuss discussion consider consideration need possibility
    prepare towards finalise finalize explore facilitate finalization finalisation drafting preparation
    work progress text wording
    """.split()
)
GIFTS = frozenset("shield gift souvenir memento plaque certificate award credentials token bouquet crest medal".split())
"""What is presented without a word."""


SEEING = frozenset(
    """
    discuss brief thank bid pay exchange deliver present hand extend convey congratulate express introduce seek inform
    explore review wish talk familiarise familiarize apprise update say take hold condole strengthen deepen
    """.split()
)
"""What people call on others to do themselves."""


class Conditions:
    """Checks frames against parses. ``told`` is the instrument that the article told of last."""

    def __init__(self) -> None:
        self.told = ""
        self._listing = False
        self._listed = False
        self._ahead = False
        self._in_item = False
        self._leads = False

    def enter(self, block: ParsedBlock) -> None:
        """Note whether a block says that what is listed below was signed, and whether it is a line of such a list."""
        if len(block.doc) == 0:
            return
        signed = any(t.lower_ in SIGNED for t in block.doc)
        if block.doc[-1].text == ":" or (block.read.block.kind in ("title", "heading") and signed):
            self._listing = signed and any(self.instrument(block, t) in MOU | INSTRUMENT for t in block.doc)
        self._listed = self._listing and _is_line(block)
        self._in_item = block.read.block.kind == "item"
        self._leads = leads = block.doc[-1].text == ":" or block.read.block.kind == "heading"
        if not self._in_item:
            ahead = (t for t in block.doc if t.lower_ in AHEAD | FUTURE)
            self._ahead = leads and any(t.head.dep_ != "relcl" for t in ahead)  # "five MoUs, which will help, are:"

    def theme(self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots) -> Token | bool:
        """The object that the frame asks for; True where it asks for none, False where it is missing."""
        if not frame.theme:
            return True
        on_topics = frame.relation.startswith("signed") and any(t.lemma_ in TALK for t in slots.get("object", ()))
        for name in frame.theme_slots:
            if on_topics and name.startswith("object."):
                continue  # "exchanged views on the treaty"
            themes = (c for each in slots.get(name, ()) for c in coordinated(each))
            for each in token.sent if name == "sentence" else themes:
                fitting = self.instrument(block, each) in frame.theme and not _trades(each)
                if fitting and not (frame.single and each.tag_ == "NNS"):
                    return each
                above = self._topical(block, token, each, frame)
                if above is not None:
                    return above
        return any(t.lower_ in frame.theme for t in token.children if t.dep_ == "advmod")

    def _topical(self, block: ParsedBlock, verb: Token, noun: Token, frame: Frame) -> Token | None:
        """ "A memorandum on trade in fish signed by A": the instrument whose topic seems to be signed."""
        if verb.dep_ != "acl" or noun != verb.head:
            return None
        while noun.dep_ == "pobj" and noun.head.dep_ == "prep":
            noun = noun.head.head
            if self.instrument(block, noun) in frame.theme:
                return noun
        return None

    def instrument(self, block: ParsedBlock, token: Token) -> str:
        """The noun that says what kind of instrument (or other theme) a token is."""
        if token.lower_ in ELLIPTIC and token.pos_ != "NOUN":
            return self.last_instrument(block, token)
        masked = block.names.get(token.i)
        if masked:
            signed = token.dep_ == "dobj" and token.head.lemma_ in PENNED  # "signed the Andes Partnership"
            return masked.name.head or "" if signed or masked.name.kind == "Agreement" else ""
        lemma = token.lemma_.casefold()
        if lemma in SEVERAL or token.pos_ == "NUM":
            inner = objects_of(token, "of")
            return self.instrument(block, inner[0]) if inner else lemma
        return lemma

    def last_instrument(self, block: ParsedBlock, token: Token) -> str:
        """What "it" is, where the sentence or the one before names an instrument."""
        for other in reversed(list(block.doc[: token.i])):
            if other.i < token.sent.start and other.sent.end < token.sent.start:
                break
            lemma = (block.names[other.i].name.head or "") if other.i in block.names else other.lemma_.casefold()
            if (lemma in MOU or lemma in INSTRUMENT) and other.dep_ != "compound":
                return lemma
        return self.told

    def fits(self, frame: Frame, block: ParsedBlock, token: Token, slots: Slots) -> bool:
        if frame.complement and not self._complement(frame, token):
            return False
        subjects = slots.get("subject") or (slots.get("object", []) if is_passive(token) else [])
        nouns = {noun for t in subjects for noun in (t.lemma_.casefold(), t.lower_.removesuffix("s"))}
        if frame.subject_nouns and nouns.isdisjoint(frame.subject_nouns):  # "Attendees", taken for a name, keeps its s
            return False
        if frame.unless and any(t.lemma_ in frame.unless for t in (*slots.get("clause", ()), *token.children)):
            return False
        if frame.relation == "partOf" and token.pos_ == "NOUN" and any(c.lower_ in NO_MORE for c in token.children):
            return False
        if _trades(token):
            return False
        if frame.named and not any(t.text == PERSON or t.lower_ in ("he", "she") for t in subjects):
            return False
        if frame.no_object and slots.get("object"):
            return False
        if frame.relation == "spokeAt" and any(t.lemma_ in GIFTS for t in slots.get("object", ())):
            return False
        if frame.perfect and token.tag_ != "VBN":
            return False
        if frame.id == "call-on" and _urged(token, slots):
            return False
        if frame.bodies_seen and token.head.lemma_ not in ("go", "travel", "come", "visit", "fly"):
            return False
        return not frame.signed or self._signed(block, token)

    def _complement(self, frame: Frame, token: Token) -> bool:
        near = [c for c in token.children if c.dep_ in ("acomp", "attr", "prep", "advmod", "oprd", "agent")]
        if token.dep_ in ("aux", "auxpass") and token.head.i < token.i:
            near.append(token.head)
        near += [g for c in near for g in c.children if g.dep_ == "pobj"]
        return any(c.lower_ in frame.complement and not _who_did_else(c) for c in near)

    def _signed(self, block: ParsedBlock, noun: Token) -> bool:
        """Whether an instrument that is only named was signed: "the signing of an MoU", "the treaty was signed"."""
        noun = noun.head if noun.dep_ == "compound" else noun
        above = noun.head
        while above.lemma_.casefold() in MOU | INSTRUMENT and noun.dep_ in ("conj", "appos") and above.dep_ != "ROOT":
            above = above.head  # "an MoU …, an agreement … and a protocol between A and B were signed"
        if above.dep_ == "prep" or above.lower_ == "of":
            above = above.head
        if above.lemma_.casefold() in ("signing", "signature", "conclusion", "exchange", "signatory"):
            return True
        if block.read.block.kind == "item" or (self._listed and noun.i < LONGEST_OPENING) or _behind_colon(noun):
            return True
        if (self.told and self._one_of(block, noun)) or (above.pos_ == "PROPN" and above.dep_ == "ROOT"):
            return True
        if noun.dep_ == "appos":  # "exchanged two papers: an MoU between A and B and …"
            listed = next((a for a in noun.ancestors if a.dep_ != "appos"), noun)
            if listed.dep_ in ("dobj", "nsubjpass") and listed.head.lemma_ in AGREEMENT_VERBS:
                return modality(listed.head) == "asserted"
        plural = noun.tag_ in ("NNS", "NNPS")
        if plural and self._leads and not self._ahead:  # "List of agreements between A and B:"
            return True
        definite = noun.lower_ in ("another", "one") or any(
            c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "a", "an", "another"))
            for c in noun.children
        )
        if above.lemma_.casefold() in NOT_SIGNED or modality(noun) != "asserted":
            return False
        counted = any(c.dep_ == "nummod" for c in noun.children)
        return (
            definite
            or (plural and counted)
            or above.lemma_ in AGREEMENT_VERBS
            or any(c.dep_ == "acl" and c.lemma_ in AGREEMENT_VERBS for c in noun.children)
        )

    def _one_of(self, block: ParsedBlock, noun: Token) -> bool:
        """ "The MoUs include: an MoU on trade between A and B; one on …": one of those told of."""
        head = noun
        while head.dep_ in ("appos", "conj"):
            head = head.head
        verb = head.head if head.dep_ in ("dobj", "attr") else head
        subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.lower_.endswith("s")]
        listing = verb.lemma_ in ("include", "be", "comprise", "cover") and modality(verb) == "asserted"
        return listing and any(self.instrument(block, c) in MOU | INSTRUMENT for c in subjects)

    def said(self, frame: Frame, token: Token, theme: Token | None) -> Modality:
        if frame.settled:
            return "asserted"
        if frame.presupposed:
            named = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token
            if named.lemma_.casefold() in MOU | INSTRUMENT:
                return modality(named)
            above = token.head
            while above.pos_ not in ("VERB", "AUX") and above.head != above:
                above = above.head
            if above.lemma_ in STRENGTHENING:
                return "hypothetical" if _talked_of(above) else "asserted"
            if _talked_of(token):
                return "hypothetical"
            if token.dep_ == "dobj" and above is token.head and above.lemma_ in ("announce", "unveil"):
                return modality(above)
        told_by = token.head if frame.bodies_seen else token
        if (
            frame.unless
            or "means-of" in frame.ends
            or ("subject-of-be" in frame.starts and token.dep_ in ("attr", "oprd", "pobj"))
        ):
            told_by = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), token)
        said = modality(told_by)
        if frame.purpose and said == "planned" and self._purpose(token):
            return modality(token.head)
        met_to_sign = token.lemma_ in AGREEMENT_VERBS and token.dep_ == "advcl" and token.head.lemma_ == "meet"
        if said == "planned" and (self.met_there(frame, token) or met_to_sign):
            return modality(token.head)
        if (
            theme is not None
            and said == "asserted"
            and any(c.lower_ == "no" for c in theme.children if c.dep_ == "det")
        ):
            return "negated"
        ahead = self._ahead and self._in_item and said == "asserted"
        return "planned" if ahead and frame.relation.startswith("signed") else said

    def met_there(self, frame: Frame, token: Token) -> bool:
        """ "Visited Lima to meet B": told of by its purpose, and done."""
        went = token.head.lemma_ in WENT and token.head.tag_ in ("VBD", "VBN")
        return frame.relation == "metWith" and token.dep_ in ("advcl", "xcomp") and token.tag_ == "VB" and went

    def _purpose(self, token: Token) -> bool:
        """ "agreed to cooperate", "an agreement that aims to promote": settled by what was agreed."""
        return token.head.lemma_ in AGREED and token.dep_ in ("xcomp", "advcl", "acl")


def _urged(verb: Token, slots: Slots) -> bool:
    """ "Called on the Chamber to cut its fees" asks for something; "called on the rector to discuss exchanges" does
    not."""
    near = [verb, *slots.get("on", ()), *slots.get("upon", ())]
    asked = [c for t in near for c in t.children if c.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp")]
    return any(c.lemma_ not in SEEING and any(t.lower_ == "to" for t in c.children) for c in asked)


def _who_did_else(people: Token) -> bool:
    """ "Among those who received him": told of by something else than that they were there."""
    return people.lower_ == "those" and any(c.dep_ == "relcl" and c.lemma_ not in ATTENDING for c in people.children)


def _trades(noun: Token) -> bool:
    """Whether a partner is one with whom a country only trades: "China's largest trading partner"."""
    return noun.lemma_ == "partner" and any(c.lower_ in TRADING for c in noun.children)


def _behind_colon(noun: Token) -> bool:
    """ "The parties signed: memorandum between A and B; agreement between C and D": whether a noun is of such a row."""
    before = [t.lower_ for t in noun.sent if t.i < noun.i]
    return ":" in before and not SIGNED.isdisjoint(before[: before.index(":")])


def _talked_of(verb: Token) -> bool:
    """Whether something is only talked of: "discussed strengthening their cooperation", "ways to deepen it"."""
    above = [a for a in verb.ancestors if a.pos_ in ("VERB", "NOUN")][:2]
    return any(a.lemma_ in TALK for a in above)


def relation_of_instrument(block: ParsedBlock, token: Token) -> str | None:
    """The relation between those who sign what a noun, or the name of an agreement, stands for."""
    masked = block.names.get(token.i)
    if masked and masked.name.kind != "Agreement":
        return None
    noun = (masked.name.head or "") if masked else token.lemma_.casefold()
    if noun in MOU or token.lower_ in MOU:
        return "signedMoUWith"
    return "signedAgreementWith" if noun in INSTRUMENT else None


def _is_line(block: ParsedBlock) -> bool:
    """Whether a block is a line of a list: it opens without a verb."""
    for token in block.doc:
        if token.text in (":", ".", ";"):
            return True
        if token.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
            return False
    return True
