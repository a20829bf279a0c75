"""What agreements are about, as questions tell it: "the MoU on fisheries", "which deals did Peru sign on trade"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.ask.agreements import by_bodies
from kg.ask.kinds import Kinds
from kg.ask.lexicon import PREPOSITIONS
from kg.ask.linking import Linker
from kg.ask.phrases import plural_of
from kg.ask.plan import Condition, Edge, Either, Goal, Holds, OfClass, Plan, Var
from kg.ask.text import ARTICLES, BE, DO, HAVE, Word, split_words, stem, text_of
from kg.ask.times import time_at
from kg.namekeys import word_set

TELLING = re.compile(
    r"(?:(?:that|which) )?(?:(?:is|are|was|were|have to) )?(?:about|on|concerning|regarding|covering|over"
    r"|in the (?:field|area|sector|sphere)s? of|(?:deal|deals|dealing|to do) with|(?:related|relating) to"
    r"|covers?|concerns?|addresse?s?)\b"
)
"""What leads to the subject matter behind a noun for agreements."""
LATER = word_set("on about concerning regarding")
"""What leads to it further behind: "which agreements did Peru sign with Chile on trade"."""
ENDING = BE | DO | HAVE | word_set("between with by signed who that which what when where from among and , concluded")
"""Words that end the subject matter where names or another clause go on."""
SETTINGS = word_set("in at since before after during")
GENERIC = word_set("cooperation collaboration partnership matters issues affairs relations ties topic subject")
"""Words that nearly every agreement is about."""
NO_TOPIC = word_set("sidelines margins behalf occasion")
ROOT = 5
LONGEST = 8
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """Subject matter in a question: words ``start`` to ``end`` with what leads to it; ``groups`` of beginnings of
    words, one of each of which must be met."""

    start: int
    end: int
    said: str
    groups: Groups

    def without(self, words: Sequence[Word]) -> list[Word]:
        """The question with nothing said of the subject matter."""
        return [*words[: self.start], *words[self.end :]]


def agreed(words: Sequence[Word], kinds: Kinds) -> list[Word]:
    """What is asked of agreements in other words: "what was agreed on trade", "what did A and B sign an MoU on", "which
    countries have deals on fish"."""
    texts = [word.text for word in words]
    if texts[:1] == ["what"] and {"agreed", "agree"} & set(texts):
        at = next(n for n, text in enumerate(texts) if text in ("agreed", "agree"))
        behind = list(words[at + 1 :])
        behind = behind[1:] if texts[at + 1 :] in (["on"], ["upon"], ["to"], ["about"]) else behind
        if at == 2 and words[1].text in BE:
            return [*split_words("which agreements are"), *behind]
        return [*split_words("which agreements"), *words[1:at], *split_words("sign"), *behind]
    nouns = [n for n, text in enumerate(texts) if _is_agreement(text, kinds)]
    if texts[:1] == ["what"] and texts[-1] in LATER and nouns and any(text in DO | HAVE for text in texts):
        rest = [word for n, word in enumerate(words[1:-1], 1) if n not in nouns and word.text not in ("a", "an")]
        return [*split_words(f"which {plural_of(texts[nouns[0]].removesuffix('s'))}"), *rest]
    for noun in nouns:
        have = noun - 1 - (texts[noun - 1] in ARTICLES)
        if have > 0 and texts[have] in HAVE | {"have"}:
            done = any(text in DO for text in texts[:have])
            return [*words[:have], *split_words("sign" if done else "signed"), *words[have + 1 :]]
    return list(words)


def _is_agreement(word: str, kinds: Kinds) -> bool:
    kind = kinds.of(word)
    return kind is not None and "Agreement" in kind.classes


def topic_of(words: Sequence[Word], kinds: Kinds, linker: Linker) -> Topic | None:
    """The subject matter that a question tells of an agreement; None where it tells none."""
    for at, word in enumerate(words):
        kind = kinds.of(word.text)
        if kind is not None and "Agreement" in kind.classes:
            found = topic_at(words, at + 1, linker) or _later(words, at + 1, linker)
            if found is not None:
                return found
    return None


def topic_at(words: Sequence[Word], at: int, linker: Linker) -> Topic | None:
    """The subject matter that is told from ``at`` on."""
    told = TELLING.match(text_of(words[at : at + LONGEST]) + " ")
    return _topic(words, at, at + len(told[0].split()), linker) if told else None


def _later(words: Sequence[Word], first: int, linker: Linker) -> Topic | None:
    """The subject matter behind those who agreed: it ends the question, or goes on with a party or a time."""
    signs = any(word.stem in ("sign", "ink", "conclud", "agree") for word in words)
    for at in range(first, len(words) - 1):
        field = words[at].text == "in" and words[at + 1].text == "the"
        if signs and (field or words[at].text in LATER) and words[at - 1].text not in BE:
            return topic_at(words, at, linker)
    return None


def _topic(words: Sequence[Word], start: int, first: int, linker: Linker) -> Topic | None:
    last = first
    while last < len(words) and last - first < LONGEST and not _ends(words, first, last, linker):
        last += 1
    said = [word for word in words[first:last] if word.text not in ARTICLES | {"the"}]
    if not said or said[0].text in NO_TOPIC or time_at(words, first, len(words), "on") is not None:
        return None
    return Topic(start, last, " ".join(word.raw for word in said), _groups(word.text for word in said))


def _ends(words: Sequence[Word], first: int, at: int, linker: Linker) -> bool:
    """Whether the subject matter ends before this word: "and" joins two fields or begins a clause."""
    word, after = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    if word in ("and", ","):
        return after in ENDING
    if word in ENDING:
        return True
    placed = word in SETTINGS and (
        time_at(words, at + 1, len(words), word) is not None
        or any(linker.exact(" ".join(w.raw for w in words[at + 1 : end])) for end in (at + 2, at + 3))
    )
    return placed and at > first


def _groups(said: Iterable[str]) -> Groups:
    """Beginnings of words for each word that tells what it is about; those that "or" joins are one group."""
    groups: list[tuple[str, ...]] = []
    joined = False
    little = PREPOSITIONS | ARTICLES | word_set("and , the")
    words = list(said)
    telling = [word for word in words if word not in GENERIC] if set(words) - GENERIC - little else words
    for word in telling:
        if word == "or":
            joined = True
        elif word not in little:
            groups = [*groups[:-1], (*groups[-1], root(word))] if joined and groups else [*groups, (root(word),)]
            joined = False
    return tuple(groups)


def root(word: str) -> str:
    """What the words of one field begin with: "fisher" for "fisheries", "agricultur"; a short word as it is."""
    base = stem(word).removesuffix("y")
    return base if len(base) >= ROOT and word.startswith(base) else re.sub(r"(?<!s)s$", "", word)


def about(plan: Plan, topic: Topic, fresh: Var) -> Plan | None:
    """The plan with what its agreement must be about; None where it rests on no agreement."""
    agreement = _agreement(plan)
    if agreement is None:
        return None
    told: tuple[Condition, ...] = (
        Edge(agreement, "subjectMatter", fresh),
        *(Holds(fresh, group) for group in topic.groups),
    )
    # "MoU between A and B" tells of its parties: what they are called is not what it is about.
    named = tuple(OfClass(agreement, ("Agreement",), topic.said, group, ("between",)) for group in topic.groups)
    either = Either((told, named), (f"is about “{topic.said}”", f"are about “{topic.said}”"))
    conditions: tuple[Condition, ...] = (*plan.conditions, either)
    second = plan.fallback and about(plan.fallback, topic, fresh)
    first = replace(plan, conditions=conditions, fallback=second)
    return first if second else replace(first, fallback=by_bodies(first))


def _agreement(plan: Plan) -> Var | None:
    """The variable of a plan that stands for an agreement."""
    for condition in plan.conditions:
        if isinstance(condition, OfClass) and "Agreement" in condition.classes:
            return condition.var
        if isinstance(condition, Edge) and condition.relation in ("party", "signatory"):
            return condition.subject if isinstance(condition.subject, Var) else None
    return None


def as_list(words: Sequence[Word], kinds: Kinds) -> tuple[list[Word], Goal]:
    """A question for how many agreements, or whether there are any, as one for which, and what is asked of them."""
    texts = [word.text for word in words]
    noun = next(n for n, text in enumerate(texts) if _is_agreement(text, kinds))
    several = split_words(f"which {plural_of(texts[noun].removesuffix('s'))}")
    before = " ".join(texts[:noun])
    if re.fullmatch(r"(?:how many|(?:what is )?(?:the )?number of)", before):
        return [*several, *words[noun + 1 :]], "count"
    if re.fullmatch(r"(?:is|are|was|were) there(?: an?| any)?", before):
        return [*several, *words[noun + 1 :]], "yes-no"
    if re.fullmatch(r"(?:(?:list|show|name|give me|find)? ?(?:the|an?|any|all)?)", before):
        return [*several, *words[noun + 1 :]], "list"
    return list(words), "list"


def asking_for(plan: Plan, goal: Goal) -> Plan:
    """The plan with what is asked of the agreements; whether a country signed is not told by its bodies."""
    if goal == "list":
        return plan
    second = plan.fallback if goal == "count" else None
    return replace(plan, goal=goal, fallback=second and replace(second, goal=goal))
