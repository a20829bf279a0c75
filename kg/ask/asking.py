"""The way from a question to its answer, and what is said where there is none."""

from __future__ import annotations

from kg.ask.answer import Answer, Result, run
from kg.ask.chunks import Chunker
from kg.ask.connection import connect
from kg.ask.items import Cut, Named
from kg.ask.lexicon import Lexicon
from kg.ask.linking import Linker
from kg.ask.paraphrase import paraphrase
from kg.ask.plan import Plan
from kg.ask.questions import Reader
from kg.ask.reading import UnknownNameError
from kg.ask.text import split_words
from kg.lookup import Finder, word_set
from kg.model import Entity
from kg.store import GraphView
from kg.vocabulary import Vocabulary

MAX_QUESTION = 600
MAX_WORDS = 80
BEYOND = word_set(
    "most least more less fewer top latest newest largest biggest smallest earliest oldest not never without except "
    "before after since until only why average percent percentage than"
)
"""Words that change what is asked in ways that no plan can yet say: better no answer than one that ignores them."""


def answer(view: GraphView, question: str, *, limit: int | None = None) -> Answer:
    """Answer a question about the graph; ``limit`` cuts the list of answers.

    Always gives an Answer: its status tells whether the question was understood and whether the graph
    knows. Raises only what the store raises.
    """
    said = " ".join(question.split())
    words = split_words(said) if len(said) <= MAX_QUESTION else []
    if not words or len(words) > MAX_WORDS:
        why = "there is no question" if not said else f"the question is longer than {MAX_WORDS} words"
        return Answer(question[:MAX_QUESTION], "not-understood", why)
    beyond = [word.text for word in words if word.text in BEYOND]
    linker = Linker(Finder(view))
    lexicon = Lexicon(view.vocabulary)
    cut = Chunker(words, lexicon, linker).cut()
    if beyond:
        beyond_said = ", ".join(f"“{word}”" for word in dict.fromkeys(beyond))
        return Answer(
            said, "not-understood", f"I cannot yet take {beyond_said} into account. {_could(cut, view.vocabulary)}"
        )
    try:
        plan = Reader(lexicon).plan(cut)
    except UnknownNameError as unknown:
        return _unknown(said, unknown.named)
    if plan is None:
        return Answer(said, "not-understood", _could(cut, view.vocabulary), alternatives=_near(cut))
    if plan.goal == "path":
        return connect(view, said, plan)
    return _answered(view, said, plan, run(view, plan, limit))


def _answered(view: GraphView, question: str, plan: Plan, result: Result) -> Answer:
    understood = paraphrase(result.plan, view.vocabulary)
    others = _others(result.plan)
    if result.empty:
        return Answer(
            question,
            "not-in-graph",
            f"{understood} — the graph does not say",
            result.sparql,
            alternatives=others,
            plan=plan,
        )
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
    )


def _others(plan: Plan) -> tuple[Entity, ...]:
    """What a name may mean besides: all of them, where several bear it equally well."""
    return tuple(dict.fromkeys(e for things in plan.things() if len(things.entities) > 1 for e in things.entities))


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
        some = ", ".join(relation.asks[0] for relation in list(vocabulary.relations.values())[:8] if relation.asks)
        return f"I found no relation that I know in the question. I can tell, for example, who: {some}"
    phrases = []
    for relation in vocabulary.relations.values():
        if vocabulary.accepts(relation.name, named.type, None if relation.datatype else (relation.range or ("",))[0]):
            phrases.append(f"{relation.label} …")
        elif relation.inverse_label and any(vocabulary.is_a(named.type, c) for c in relation.range):
            phrases.append(f"{relation.inverse_label} …")
    return (
        f"I know “{named.label}” ({named.type}), but no relation in the question. I can tell: {', '.join(phrases[:8])}"
    )
