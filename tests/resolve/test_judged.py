"""Persons' judgements: they hold against all rules, later ones against earlier ones, and leave no trace once undone."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Judgement, Reference, Verdict
from kg.resolve import Resolution, Resolver, resolve
from tests.resolve.names import POOL, thing

PSEB, FULL = "Organization:PSEB", "Organization:Pakistan Software Export Board"
WIKIDATA = "http://www.wikidata.org/entity/"


def said(left: Reference, verdict: Verdict, right: Reference, second: int = 0) -> Judgement:
    return Judgement(left, right, verdict, who="ana", date=f"2024-05-01T12:00:{second:02}Z")


def of(*lines: str, judged: Sequence[Judgement] = ()) -> tuple[Resolution, list[str]]:
    """The resolution of articles 0, 1 … with a line each, and the entity of each."""
    found = resolve(((str(i), thing(line)) for i, line in enumerate(lines)), judgements=judged)
    return found, [found.entity_of[str(i), line] for i, line in enumerate(lines)]


def test_what_a_person_joins_is_one_whatever_the_rules_say() -> None:
    lines = ("Organization:Huawei", "Organization:ZTE", "Organization:Huawei", "Organization:ZTE Corporation|ZTE")
    judged = said(("0", lines[0]), "same", ("1", lines[1]))
    found, iris = of(*lines, judged=[judged])
    assert len(set(iris)) == 1
    assert {"Huawei", "ZTE"} <= set(found.entities[iris[0]].labels)


def test_what_a_person_parts_is_two_though_the_names_are_equal() -> None:
    lines = ("Person:Li Wei|body=Huawei",) * 3
    judged = said(("0", lines[0]), "different", ("2", lines[2]))
    _, (first, second, parted) = of(*lines, judged=[judged])
    assert first == second != parted


def test_a_parted_mention_is_not_brought_back_by_another_name() -> None:
    lines = (FULL + "|PSEB", PSEB, FULL)
    judged = [said(("0", lines[0]), "different", ("1", PSEB)), said(("2", FULL), "different", ("1", PSEB))]
    _, (full, short, again) = of(*lines, judged=judged)
    assert full == again != short


def test_judged_contradictions_in_hints_are_the_persons_to_settle() -> None:
    lines = ("Organization:Ministry of Education|country=PK", "Organization:Ministry of Education|country=CN")
    _, (one, other) = of(*lines, judged=[said(("0", lines[0]), "same", ("1", lines[1]))])
    assert one == other


def test_nothing_makes_a_person_of_a_body() -> None:
    lines = ("Person:Florence", "Organization:Florence")
    _, (one, other) = of(*lines, judged=[said(("0", lines[0]), "same", ("1", lines[1]))])
    assert one != other


def test_the_later_of_two_judgements_stands_and_the_conflict_is_told() -> None:
    lines = ("Organization:A Bank", "Organization:B Bank", "Organization:C Bank")
    a, b, c = ((str(i), line) for i, line in enumerate(lines))
    first, second, last = said(a, "same", b, 1), said(b, "same", c, 2), said(a, "different", c, 3)
    resolver = Resolver(judgements=[first, second, last])
    resolver.change({str(i): [thing(line)] for i, line in enumerate(lines)})
    iris = [resolver.entity_of(str(i))[line] for i, line in enumerate(lines)]
    assert iris[0] != iris[2]
    assert iris[1] == iris[2]
    (conflict,) = resolver.conflicts
    assert conflict.judgement == first
    of_pair = Resolver(judgements=[said(a, "same", b, 1), said(a, "different", b, 2)])
    assert [c.judgement.verdict for c in of_pair.conflicts] == ["same"]


def test_a_key_that_changed_since_is_found_by_its_name() -> None:
    line = FULL + "|PSEB"
    judged = said(("0", "Organization:PSEB"), "same", ("1", "Organization:ZTE"))
    _, (one, other) = of(line, "Organization:ZTE", judged=[judged])
    assert one == other


def test_links_are_kept_and_two_things_with_one_link_are_one() -> None:
    lines = ("Organization:Huawei", "Organization:Hua Wei Company", "Organization:ZTE")
    item, other_item = ("", WIKIDATA + "Q160120"), ("", WIKIDATA + "Q198643")
    judged = [said((str(i), lines[i]), "same", item) for i in (0, 1)] + [said(("2", lines[2]), "same", other_item)]
    found, (one, same, other) = of(*lines, judged=judged)
    assert one == same != other
    assert found.entities[one].links == (item[1],)
    assert found.entities[other].links == (other_item[1],)
    wrong = said(("0", lines[0]), "same", other_item, 5)
    resolver = Resolver(judgements=[*judged, wrong])
    assert len(resolver.conflicts) > 0


articles = st.sampled_from([f"{c}.txt" for c in "abcdef"])
corpora = st.dictionaries(articles, st.lists(st.sampled_from(POOL), unique=True, max_size=5), max_size=6)
sides = st.tuples(articles, st.sampled_from(POOL))
judgements = st.lists(
    st.builds(said, sides, st.sampled_from(["same", "different", "undecided"]), sides, st.integers(0, 59)).filter(
        lambda j: j.left != j.right
    ),
    max_size=6,
)


def state(resolver: Resolver) -> tuple[object, ...]:
    assigned = {article: resolver.entity_of(article) for article in resolver.articles}
    return assigned, dict(sorted(resolver.entities.items())), resolver.judgements()


@settings(max_examples=150)
@given(corpus=corpora, judged=judgements, earlier=judgements, random=st.randoms(use_true_random=False))
def test_judgements_and_articles_may_come_in_any_order(
    corpus: dict[str, list[str]], judged: list[Judgement], earlier: list[Judgement], random: Random
) -> None:
    at_once = Resolver(judgements=judged)
    at_once.change({article: [thing(name) for name in names] for article, names in corpus.items()})
    steps: list[object] = [*sorted(corpus), None]
    random.shuffle(steps)
    resolver = Resolver(judgements=earlier)
    for step in steps:
        if isinstance(step, str):
            resolver.change({step: [thing(name) for name in corpus[step]]})
        else:
            resolver.judge(random.sample(judged, len(judged)))
    assert state(resolver) == state(at_once)


@settings(max_examples=150)
@given(corpus=corpora, judged=judgements)
def test_the_latest_judgement_always_holds(corpus: dict[str, list[str]], judged: list[Judgement]) -> None:
    resolver = Resolver(judgements=judged)
    resolver.change({article: [thing(name) for name in names] for article, names in corpus.items()})
    overruled = {conflict.judgement for conflict in resolver.conflicts}
    for judgement in judged:
        (article, key), (other, other_key) = judgement.left, judgement.right
        known = key in corpus.get(article, ()) and other_key in corpus.get(other, ())
        if not known or judgement in overruled or thing(key).type != thing(other_key).type:
            continue
        same = resolver.entity_of(article)[key] == resolver.entity_of(other)[other_key]
        assert judgement.verdict == "undecided" or same == (judgement.verdict == "same")


@settings(max_examples=100)
@given(corpus=corpora, judged=judgements)
def test_undone_judgements_leave_no_trace(corpus: dict[str, list[str]], judged: list[Judgement]) -> None:
    resolver = Resolver()
    resolver.change({article: [thing(name) for name in names] for article, names in corpus.items()})
    before = state(resolver)
    resolver.judge(judged)
    resolver.judge([])
    assert state(resolver) == before


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_what_is_restored_goes_on_as_what_was_worked_out(verdict: Verdict) -> None:
    corpus = {"a.txt": [FULL + "|PSEB", "Person:Li Wei|body=Huawei"], "b.txt": [PSEB, "Person:Li Wei"]}
    judged = [said(("a.txt", corpus["a.txt"][1]), verdict, ("b.txt", "Person:Li Wei"))]
    fresh = Resolver(judgements=judged)
    fresh.change({article: [thing(name) for name in names] for article, names in corpus.items()})
    restored = Resolver(judgements=judged)
    assigned = {a: [(thing(n), fresh.entity_of(a)[n]) for n in names] for a, names in corpus.items()}
    restored.restore(assigned.items(), fresh.entities.values(), fresh.judgements())
    assert state(restored) == state(fresh)
    more = {"c.txt": [thing(PSEB), thing("Person:Li Wei|body=Huawei")]}
    assert restored.change(more) == fresh.change(more)
    assert state(restored) == state(fresh)
