"""The way from a question to its answer, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.ask.agreements import signed_for
from kg.ask.answer import Answer
from kg.ask.chunks import Chunker
from kg.ask.company import company, present
from kg.ask.comparing import compared
from kg.ask.connection import connect, two_named
from kg.ask.descriptions import Description, described
from kg.ask.diagnosis import emptied_by
from kg.ask.items import Cut, Named
from kg.ask.lexicon import PREPOSITIONS, Lexicon
from kg.ask.linking import Linker
from kg.ask.operators import Operators, take_operators
from kg.ask.paraphrase import paraphrase
from kg.ask.phrases import plural_of
from kg.ask.plan import Plan, Things, Var
from kg.ask.posts import offices_asked
from kg.ask.questions import Reader
from kg.ask.reading import Clauses, NotReadError, UnknownNameError
from kg.ask.rewording import of_field, reworded
from kg.ask.running import Result, run
from kg.ask.speech import put_plainly, so_many
from kg.ask.telling import headline, profile_of, sources, tell
from kg.ask.text import ARTICLES, Word, split_words
from kg.ask.times import as_dated
from kg.ask.topics import about, agreed, as_list, asking_for, topic_of
from kg.lookup import Finder
from kg.model import Entity
from kg.namekeys import word_set
from kg.store import GraphView
from kg.vocabulary import Vocabulary

MAX_QUESTION = 600
MAX_WORDS = 80
BEYOND = word_set(
    "most least more less fewer top latest newest largest biggest smallest earliest oldest only why average percent "
    "percentage"
)
"""Words that change what is asked in ways that no plan can yet say: better no answer than one that ignores them."""
UNTOLD = word_set("why average percent percentage")
"""Those of them that nothing else reads."""
ACTIVE = word_set("active connected central important influential prominent powerful")
"""What people ask for the most of that is measured elsewhere."""
NAMED = 0.6
LIKELY = 0.75
"""What is asked about must be met so well to be taken for a name, and so well where it may not be meant as one."""


def answer(view: GraphView, question: str, *, limit: int | None = None) -> Answer:
    """Answer a question about the graph; ``limit`` cuts the list of answers.

    Always gives an Answer: its status tells whether the question was understood and whether the graph
    knows. Raises only what the store raises.
    """
    return Asker(view).ask(question, limit)


class Asker:
    """Answers questions about one graph, one after the other."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self.finder = Finder(view)
        self.lexicon = Lexicon(view.vocabulary)

    def ask(
        self, question: str, limit: int | None = None, *, known: Mapping[str, Sequence[Entity]] | None = None
    ) -> Answer:
        """Answer one question; ``known`` says what some of its words mean, as "them" does in a conversation."""
        said = " ".join(question.split())
        words = split_words(said) if len(said) <= MAX_QUESTION else []
        if not words or len(words) > MAX_WORDS:
            why = "there is no question" if not said else f"the question is longer than {MAX_WORDS} words"
            return Answer(question[:MAX_QUESTION], "not-understood", why)
        words = as_dated([self._mended(word) for word in words], date.today())
        plain, wanted = so_many(put_plainly(words, self.lexicon.kinds, self.lexicon.offices))
        limit = wanted if limit is None else min(limit, wanted or limit)
        words = agreed(of_field(plain, self.lexicon), self.lexicon.kinds)
        linker = Linker(self.finder, known or {})
        set_against = compared(words, self.lexicon, linker, lambda one: self._one(said, one, known or {}, None))
        return set_against or self._one(said, words, known or {}, limit)

    def _mended(self, word: Word) -> Word:
        """A misspelt common noun as it was meant: "agrements"; any other word as it is."""
        if not word.raw.islower() or self.lexicon.kinds.of(word.text) or self.finder.knows_word(word.text):
            return word
        meant = self.lexicon.mend(word.text)
        if meant is None or self.lexicon.kinds.of(meant) is None:
            return word
        return Word(word.raw, plural_of(meant) if word.text.endswith("s") else meant, meant, word.possessive)

    def _one(
        self, said: str, words: Sequence[Word], known: Mapping[str, Sequence[Entity]], limit: int | None
    ) -> Answer:
        """The answer to a question that asks one thing."""
        one = None if UNTOLD & {w.text for w in words} else described(words, self.lexicon, Linker(self.finder, known))
        found = self._described(said, words, one, known, limit) if one else None
        if one and found and (found.status == "answered" or (one.only and found.status == "not-in-graph")):
            return found
        plain = self._asked(said, words, Linker(self.finder, known), limit)
        return found if found is not None and plain.status != "answered" else plain

    def _asked(self, said: str, words: Sequence[Word], linker: Linker, limit: int | None) -> Answer:
        operators = take_operators(words, self.lexicon.kinds, linker.exact)
        try:
            return self._answer(said, operators, linker, limit)
        except UnknownNameError as unknown:
            return _unknown(said, unknown.named)

    def _described(
        self,
        said: str,
        words: Sequence[Word],
        one: Description,
        known: Mapping[str, Sequence[Entity]],
        limit: int | None,
    ) -> Answer | None:
        """The answer to a question that rests on a description ("the latest MoU"): what fits that is found first.

        None where the description cannot be read.
        """
        which = self._asked(one.text, one.asked, Linker(self.finder, known), None)
        if which.status == "not-understood":
            return None
        fitting = [item.entity for item in which.answers if item.entity.type in one.classes]
        if not fitting:
            return replace(which, question=said) if which.status == "not-in-graph" else None
        standing = Linker(self.finder, {**known, one.text: fitting})
        found = self._asked(said, one.stood_for(words), standing, limit)
        picked = which.plan.note if which.plan and found.status == "answered" else ""
        note = f" — “{one.text}”: {picked}" if picked else ""
        return replace(found, understood=found.understood + note)

    def cut(self, words: Sequence[Word]) -> Cut:
        """The pieces of a question, as they are without any conversation."""
        linker = Linker(self.finder, {})
        return Chunker(reworded(words, self.lexicon, linker), self.lexicon, linker).cut()

    def _answer(self, said: str, operators: Operators, linker: Linker, limit: int | None) -> Answer:
        plan = self._introduced(operators, linker)
        if plan is not None:
            return connect(self.view, said, plan) if plan.goal == "path" else self._answered(said, plan, limit)
        kinds = self.lexicon.kinds
        topic = topic_of(operators.words, kinds, linker)
        bare, goal = as_list(topic.without(operators.words), kinds) if topic else (list(operators.words), None)
        words = reworded(bare, self.lexicon, linker)
        cut = Chunker(words, self.lexicon, linker).cut()
        beyond = [word.text for word in operators.words if word.text in BEYOND]
        beyond += ["both"] * _both_of_none([word.text for word in operators.words])
        if beyond:
            taken = ", ".join(f"“{word}”" for word in dict.fromkeys(beyond))
            could = _could(cut, self.view.vocabulary)
            if ACTIVE & {word.text for word in operators.words}:
                could = "kg analyse ranks people and bodies by how active and how central they are"
            return Answer(said, "not-understood", f"I cannot yet take {taken} into account. {could}")
        plan = self._read(cut, operators, linker)
        if plan is not None and topic is not None:
            plan = about(plan, topic, Var("topic"))
            plan = plan and goal and asking_for(plan, goal)
        as_asked = len(words) == len(operators.words)
        if plan is None and operators.form in ("", "profile?") and operators.rank is None and as_asked:
            plan = self._profile(operators, linker)
        if plan is None:
            if (
                operators.form == "profile?"
                and _is_name(operators.rest)
                and not any(isinstance(item, Named) and item.known for item in cut.items)
            ):
                return _unknown(said, Named(operators.rest, linker.find(operators.rest)))
            could = _could(cut, self.view.vocabulary)
            return Answer(said, "not-understood", could, alternatives=_near(cut))
        return connect(self.view, said, plan) if plan.goal == "path" else self._answered(said, plan, limit)

    def _read(self, cut: Cut, operators: Operators, linker: Linker) -> Plan | None:
        """The plan that a question's pieces ask for; None where they cannot be read."""
        claim = operators.form == "sources"
        try:
            plan = Reader(self.lexicon).plan(cut, operators.planned, operators.rank, claim=claim)
        except NotReadError:
            plan = None
        except UnknownNameError:
            if operators.form != "profile?" or (plan := self._profile(operators, linker)) is None:
                raise
        if plan is not None and claim:
            plan = replace(plan, goal="sources") if plan.goal in ("list", "yes-no", "value") else None
        return plan

    def _introduced(self, operators: Operators, linker: Linker) -> Plan | None:
        """The plan of a question that its first words tell: a profile, what is planned, who mentions something."""
        if operators.form == "not-done" or (operators.planned and not operators.words[2:] and not operators.rank):
            rest = [word for word in operators.words if word.text not in PLANNING]
            text = " ".join(word.raw for word in rest)
            known = next((match.how in ("exact", "acronym") for match in linker.find(text)), False) if rest else False
            things = self._whole(text, linker) if known or operators.form == "not-done" else None
            if things or not rest:
                return Plan("facts", Var("x"), (), about=things, only=operators.told or "planned")
            return None
        pair = two_named(operators.words, linker)
        if pair is not None:
            return pair
        if operators.form == "profile":
            return self._profile(operators, linker)
        clauses = Clauses(self.lexicon)
        told = company(operators.words, linker, clauses) or signed_for(operators.words, linker, clauses)
        told = told or offices_asked(operators.words, linker, clauses) or present(operators.words, linker, clauses)
        if told is not None:
            return told
        if operators.form == "mentions":
            things = self._whole(operators.rest, linker)
            return Plan("sources", Var("x"), (), about=things) if things else None
        return None

    def _profile(self, operators: Operators, linker: Linker) -> Plan | None:
        if not operators.form:  # a name and nothing else, which must then be one
            best = next(iter(linker.find(operators.rest)), None)
            if best is None or best.score < LIKELY or best.how not in ("exact", "acronym", "misspelt"):
                return None
            if best.how == "acronym" and len(operators.words) > 1:  # initials of words that are no name
                return None
        things = self._whole(operators.rest, linker)
        return profile_of(things) if things else None

    def _whole(self, text: str, linker: Linker) -> Things | None:
        """What a text means where it is nothing but a name."""
        matches = [match for match in linker.find(text.removeprefix("the ")) if match.score >= NAMED]
        if not matches or (matches[0].how == "misspelt" and matches[0].score < LIKELY):
            return None
        tied = tuple(m.entity for m in matches if m.score == matches[0].score and m.how == matches[0].how)
        return Things(tied[:5], text)

    def _answered(self, question: str, plan: Plan, limit: int | None) -> Answer:
        result = self._run(plan, limit)
        understood = paraphrase(result.plan, self.view.vocabulary)
        others = _others(result.plan)
        if result.empty:
            why = emptied_by(self.view, result.plan)
            line = (
                f"{paraphrase(replace(result.plan, note=''), self.view.vocabulary)} — {why or 'the graph does not say'}"
            )
            return Answer(question, "not-in-graph", line, result.sparql, alternatives=others, plan=plan)
        if result.value is False:
            understood += " — the graph does not say so"
        if result.others:
            understood += f" — articles also say: {', '.join(result.others[:5])}"
        return Answer(
            question,
            "answered",
            understood,
            result.sparql,
            result.found,
            result.value,
            others,
            result.plan,
            sentence=headline(self.view, result.plan, result),
            total=result.total,
            choices=tuple((t.said, t.entities) for t in result.plan.things() if len(t.entities) > 1 and not t.meant),
        )

    def _run(self, plan: Plan, limit: int | None) -> Result:
        if plan.goal == "facts":
            return tell(self.view, plan, limit)
        return sources(self.view, plan, limit) if plan.goal == "sources" else run(self.view, plan, limit)


def _is_name(text: str) -> bool:
    """Whether this is written as names are."""
    words = [word for word in split_words(text) if word.text not in ARTICLES | PREPOSITIONS | {"and"}]
    return bool(words) and all(word.raw[:1].isupper() for word in words)


def _both_of_none(texts: Sequence[str]) -> bool:
    """Whether "both" is said of things that are not named: "both A and B" names them."""
    return "both" in texts and "and" not in texts[texts.index("both") :]


PLANNING = word_set("what is are there things anything which plans the a for by with of in")


def _others(plan: Plan) -> tuple[Entity, ...]:
    """What a name may mean besides: all of them, where several bear it equally well."""
    ambiguous = (things for things in plan.things() if len(things.entities) > 1 and not things.meant)
    return tuple(dict.fromkeys(entity for things in ambiguous for entity in things.entities))


def _unknown(question: str, named: Named) -> Answer:
    near = tuple(match.entity for match in named.matches[:5])
    said = named.said if len(named.said) <= 80 else named.said[:79] + "…"
    hint = "; near names: " + ", ".join(entity.label for entity in near) if near else ""
    return Answer(question, "not-in-graph", f"nothing in the graph fits “{said}” here{hint}", alternatives=near)


def _near(cut: Cut) -> tuple[Entity, ...]:
    named = [item for item in cut.items if isinstance(item, Named) and item.matches]
    return tuple(dict.fromkeys(item.matches[0].entity for item in named))[:5]


def _could(cut: Cut, vocabulary: Vocabulary) -> str:
    """What could be asked instead: the relations of the first thing named, or of anything."""
    named = next((item.matches[0].entity for item in cut.items if isinstance(item, Named) and item.known), None)
    if named is None:
        return (
            "I found no relation that I know in the question. I can tell, for example: who attended the forum, which"
            " companies signed MoUs in 2023, where the summit was held, who represents X, how X and Y are connected"
        )
    phrases = []
    for relation in vocabulary.relations.values():
        if vocabulary.accepts(relation.name, named.type, None if relation.datatype else (relation.range or ("",))[0]):
            phrases.append(f"{relation.label} …")
        elif relation.inverse_label and any(vocabulary.is_a(named.type, c) for c in relation.range):
            phrases.append(f"{relation.inverse_label} …")
    return (
        f"I know “{named.label}” ({named.type}), but no relation in the question. I can tell: {', '.join(phrases[:8])}"
    )
