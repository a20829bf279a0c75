"""Spoken English put plainly by its words alone, before all else: adverbs, "each other", "who is Chinese"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from kg.ask.kinds import Kinds
from kg.ask.phrases import plural_of
from kg.ask.text import BE, DO, HAVE, Word, number_of, spanned, split_words, text_of
from kg.groups import adjectives
from kg.namekeys import CARDINALS, word_set

ADVERBS = re.compile(
    r"ever|already|yet|else|currently|actually|really|exists?|existing|in (?:place|force)|(?:so|thus) far"
    r"|(?:to|until|till|up to) (?:date|now)"
)
"""What says no more than that something has come about by now."""
RECIPROCAL = re.compile(r"(?:with |to )?(?:each other|one another)")
NOT_SIGNED = re.compile(r"(?:have|has|are|is|were|was) not (?:been )?(signed|concluded|inked)(?: by| with|$)")
ASKING = word_set("which what")
HAVING = HAVE | word_set("have having with")
LONGEST_SHORT = 3
"""Letters of what is rather a country's short name: "US"."""
DEEDS = re.compile(
    r"what (?:did|has|have) (?P<who>.+) (?:do|done|been doing)"
    r"|(?:when and where|where and when) (?:was|were|is|did|will) (?P<what>.+?)(?: (?:(?:be )?held|take place|happen))?"
)
COVERED = re.compile(
    r"(?:what|which) (?:topics?|subjects?|themes?|fields?|areas?|sectors?|issues?)(?: matters?)?"
    r" (?:(?:do|does|did) (?P<one>.+) (?:cover|concern|address|deal with)|(?:is|are) covered (?:by|in) (?P<other>.+))"
)
LISTING = re.compile(rf"(?:list|name|show|give|find)(?: me| us)? (?P<n>\d{{1,3}}|{'|'.join(CARDINALS)}) (?:of the )?")


def put_plainly(words: Sequence[Word], kinds: Kinds, offices: Collection[str]) -> list[Word]:
    """The words of a question without what adds nothing, and with its predicates where the reader looks for them."""
    plain = _several(_without(list(words), ADVERBS), offices)
    for turn in TURNS:
        plain = turn(plain, kinds)
    return plain


def so_many(words: Sequence[Word]) -> tuple[list[Word], int | None]:
    """ "Name three ambassadors": the question for all of them, and how many are wanted."""
    match = LISTING.match(text_of(words) + " ")
    if match is None or len(match[0].split()) == len(words):
        return list(words), None
    return [words[0], *words[len(match[0].split()) :]], number_of(match["n"])


def _without(words: list[Word], shape: re.Pattern[str]) -> list[Word]:
    """The words without those that the shape fits and that are written small: "Ever Given" is a name."""
    at = 1
    while at < len(words):
        ends = (end for end in range(min(len(words), at + 3), at, -1) if shape.fullmatch(text_of(words[at:end])))
        end = next(ends, at)
        if end > at and all(word.raw.islower() for word in words[at:end]):
            words = [*words[:at], *words[end:]]
        else:
            at += 1
    return words


def _kind_of(words: list[Word], _: Kinds) -> list[Word]:
    """ "What kind of deals" are deals, "companies that are mentioned" all that there are."""
    match = re.match(r"(?:what|which) (?:kind|kinds|type|types|sort|sorts) of ", text_of(words))
    if match is not None:
        words = [*split_words("which"), *words[len(match[0].split()) :]]
    asks_more = re.search(r" and with (?:whom|who)$", text_of(words))
    if asks_more is not None:
        words = words[: len(text_of(words)[: asks_more.start()].split())]
    if len(words) > 2 and words[-2].text in BE and words[-1].text in ("mentioned", "named", "listed"):
        return [*words[:-1], *split_words("there")]
    return words


def _deeds(words: list[Word], _: Kinds) -> list[Word]:
    """ "What did X do", "when and where was X": all that is told of it."""
    match = DEEDS.fullmatch(text_of(words))
    if match is None:
        return words
    return [*split_words("tell me about"), *spanned(words, match.span("who" if match["who"] else "what"))]


def _covered(words: list[Word], kinds: Kinds) -> list[Word]:
    """ "Which topics do the MoUs cover": what they are about; of all that there are, what their subject is."""
    match = COVERED.fullmatch(text_of(words))
    if match is not None:
        thing = spanned(words, match.span("one" if match["one"] else "other"))
        words = [*split_words("what are"), *thing, *split_words("about")]
    said = [word.text for word in words if word.text != "the"]
    kind = kinds.of(said[2]) if len(said) == len("what are MoUs about".split()) else None
    if kind is None or "Agreement" not in kind.classes or said[0] != "what" or said[-1] != "about":
        return words
    return split_words(f"what is the subject of {said[2]}")


def _several(words: list[Word], offices: Collection[str]) -> list[Word]:
    """ "Japanese ambassador" and nothing else asks for all of them."""
    if len(words) > 1 and words[-1].stem in offices and text_of(words[:-1]) in adjectives():
        return [*split_words("which"), *words[:-1], *split_words(f"{plural_of(words[-1].raw)} are there")]
    return words


def _each_other(words: list[Word], kinds: Kinds) -> list[Word]:
    """ "Which banks signed with each other": with banks; "who met each other": who met."""
    for at in range(2, len(words) - 1):
        if not RECIPROCAL.fullmatch(text_of(words[at : at + 2])):
            continue
        noun = words[1] if words[0].text in ASKING and kinds.of(words[1].text) else None
        rest = words[at + 2 :]
        if noun is not None:
            return [*words[:at], noun, *rest]
        return [*words[: at - (words[at - 1].text in ("with", "to"))], *rest]
    return words


def _unsigned(words: list[Word], _: Kinds) -> list[Word]:
    """ "Agreements that have not been signed" are those that are planned."""
    for at in range(1, len(words)):
        match = NOT_SIGNED.match(text_of(words[at:]))
        noun = next((n for n in range(at) if words[n].stem in ("agreement", "mou", "deal", "contract", "treaty")), None)
        if match and noun is not None and not any(word.text in BE for word in words[:at]):
            end = at + len(match[0].split()) - match[0].endswith((" by", " with"))
            return [*words[: noun + 1], *split_words("are planned to be"), *words[end - 1 :]]
    return words


def _of_nation(words: list[Word], kinds: Kinds) -> list[Word]:
    """ "Which firms are German", "who is Fijian": German firms, Fijian people."""
    for length in (2, 1):
        be = len(words) - length - 1
        if be < 1 or words[be].text not in BE or text_of(words[be + 1 :]) not in adjectives():
            continue
        if words[0].text == "who" and be == 1:
            return [*split_words("which"), *words[be + 1 :], *split_words("people are there")]
        if words[0].text in ASKING and be > 1 and kinds.of(words[1].text):
            rest = words[2:be]
            there = () if rest else split_words("are there")
            return [words[0], *words[be + 1 :], words[1], *rest, *there]
    return words


def _people(words: list[Word], _: Kinds) -> list[Word]:
    """ "Who is from Chad", "everyone who spoke": people from there, people who spoke."""
    for at, word in enumerate(words[:-1]):
        if word.text in ("everyone", "everybody"):
            return [*words[:at], *split_words("people"), *words[at + 1 :]]
    if len(words) > 3 and words[0].text == "who" and words[1].text in BE and words[2].text == "from":
        return [*split_words("people"), *words[2:]]
    return words


def _citizens(words: list[Word], kinds: Kinds) -> list[Word]:
    """ "Which Canadians met X": Canadian people; heads of state are leaders."""
    for at, word in enumerate(words):
        follows = at + 1 < len(words) and kinds.of(words[at + 1].text) is not None
        if word.text.endswith("s") and len(word.text) > LONGEST_SHORT and word.text in adjectives() and not follows:
            return [*words[: at + 1], *split_words("people"), *words[at + 1 :]]
        if word.text in ("head", "heads") and text_of(words[at + 1 : at + 3]) in ("of state", "of government"):
            return [*words[:at], *split_words("leaders" if word.text == "heads" else "leader"), *words[at + 3 :]]
    return words


def _between(words: list[Word], _: Kinds) -> list[Word]:
    """ "Between Asian and African banks": Asian banks and African banks."""
    text = text_of(words)
    one_or_two = r"\w+(?: \w+)?"
    for match in re.finditer(rf"\bbetween ({one_or_two}) and ({one_or_two}) (\w+)", text):
        if match[1] in adjectives() and match[2] in adjectives():
            at = len(text[: match.end(1)].split())
            return [*words[:at], words[len(text[: match.start(3)].split())], *words[at:]]
    return words


def _with_partners(words: list[Word], _: Kinds) -> list[Word]:
    """ "Banks that have Indian partners", "banks with partners in India": those that cooperate with such."""
    for at in range(2, len(words)):
        if words[at].text != "partners":
            continue
        start = next((n for n in range(at, max(0, at - 3), -1) if words[n - 1].text in HAVING), None)
        if start is None or (start < at and text_of(words[start:at]) not in adjectives()):
            continue
        done = any(word.text in DO for word in words[:start]) or words[start - 1].text in HAVE | {"have"}
        verb = "cooperate with" if done else "that cooperate with"
        return [
            *words[: start - 1],
            *split_words(verb),
            *words[start:at],
            *split_words("organisations"),
            *words[at + 1 :],
        ]
    return words


TURNS = (
    _kind_of, _deeds, _covered, _each_other, _unsigned, _of_nation, _people, _citizens, _between, _with_partners,
)  # fmt: skip
"""What puts one turn of phrase plainly each, in this order."""
