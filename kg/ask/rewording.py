"""Turns of phrase put into the plainer ones that the reader knows: "X's company", "whose CEO met", "who met whom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.lexicon import Lexicon
from kg.ask.linking import Linker
from kg.ask.roles import GENERIC
from kg.ask.text import BE, Word, split_words
from kg.ask.times import YEAR
from kg.lookup import nations
from kg.namekeys import word_set

LONGEST_OWNER = 8
OWNED = {
    ("Organization", "Person"): "{thing} that {owner} represents",
    ("Event", "Person"): "{thing} that {owner} attended",
    ("Event", "Organization"): "{thing} that {owner} organised",
    ("Event", "Place"): "{thing} in {owner}",
    ("Person", "Organization"): "{thing} who represent {owner}",
    ("Person", "Place"): "{thing} who represent {owner}",
    ("Agreement", "Organization"): "{thing} that {owner} signed",
    ("Agreement", "Place"): "{thing} that {owner} signed",
}
"""What belongs to an owner, by the classes of the two: how the thing is told without a possessive."""
ASKED = word_set("what which who whats name show")


def reworded(words: Sequence[Word], lexicon: Lexicon, linker: Linker) -> list[Word]:
    """The words of a question with what is said in another way than the reader knows put into one that it does."""
    return _owned(_whose(_ones(_whom(list(words)), lexicon), lexicon), lexicon, linker)


def _whom(words: list[Word]) -> list[Word]:
    """ "Who met with whom" asks what "who met" does."""
    at = next((n for n, word in enumerate(words) if n > 1 and word.text == "whom"), 0)
    if not at or words[0].text not in ("who", "which", "what"):
        return words
    return [*words[: at - (words[at - 1].text == "with")], *words[at + 1 :]]


def _ones(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "Chinese bodies … Pakistani ones", "the 2023 summit … the 2021 one": the noun that was said before."""
    for at in range(3, len(words)):
        sort = _sort(words[at - 1])
        if words[at].text not in ("one", "ones") or not sort:
            continue
        alike = (n for n in range(at - 2, 0, -1) if _sort(words[n - 1]) == sort and lexicon.kinds.of(words[n].text))
        noun = next(alike, None)
        if noun is not None:
            return [*words[:at], words[noun], *words[at + 1 :]]
    return words


def _sort(word: Word) -> str:
    """What kind of adjective this is: a year, a nationality or neither."""
    return "year" if re.fullmatch(YEAR, word.text) else "nation" if word.text in nations() else ""


def _whose(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "Bodies whose delegates met X" are "represented by delegates who met X"."""
    for at in range(1, len(words) - 2):
        holders = [p for p in lexicon.nouns(words[at + 1].text) if p.relation == "represents"]
        if words[at].text == "whose" and holders:
            people = split_words(f"represented by {_people(words[at + 1].text)} who")
            return [*words[:at], *people, *words[at + 2 :]]
    return words


def _people(noun: str) -> str:
    """The holders of an office as a noun that asks for them: "people" where it says no more than that they are."""
    return "people" if noun in GENERIC else noun if noun.endswith("s") else f"{noun}s"


def _owned(words: list[Word], lexicon: Lexicon, linker: Linker) -> list[Word]:
    for at in range(len(words) - 1):
        kind = lexicon.kinds.of(words[at + 1].text)
        start = _owner(words, at, linker) if words[at].possessive and kind else None
        if kind is None or start is None:
            continue
        owner = re.sub(r"['’]s?$", "", " ".join(word.raw for word in words[start : at + 1]))
        classes = [match.entity.type for match in linker.find(owner)[:1]]
        told = next((OWNED[c, k] for k in classes for c in kind.classes if (c, k) in OWNED), None)
        if told is None:
            continue
        before = [word for word in words[:start] if word.text not in ASKED | BE]
        thing = words[at + 1].raw
        if not before:  # nothing but the thing is asked for
            thing = f"which {thing}"
            told = told.replace(" that {owner}", " {owner}").replace(" who ", " ")
        plain = split_words(told.format(thing=thing, owner=owner))
        return [*(words[:start] if before else ()), *plain, *words[at + 2 :]]
    return words


def _owner(words: Sequence[Word], at: int, linker: Linker) -> int | None:
    """Where the name that ends at ``at`` begins: the longest that the graph knows."""
    for start in range(max(0, at + 1 - LONGEST_OWNER), at + 1):
        if linker.exact(" ".join(word.raw for word in words[start : at + 1])):
            return start
    return None
