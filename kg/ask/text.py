"""A question as words: split, folded and stemmed, so that "attended", "attends" and "attending" are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.namekeys import CARDINALS, fold, word_set

IRREGULAR_VERBS = {
    form: base
    for base, forms in {
        "take": "takes took taken taking", "speak": "speaks spoke spoken speaking", "meet": "meets met",
        "hold": "holds held holding", "give": "gives gave given giving", "make": "makes made making",
        "lead": "leads led leading", "go": "goes went gone going", "find": "", "run": "runs ran running",
        "come": "comes came coming", "do": "does did done", "set": "sets setting", "begin": "began begun",
        "pay": "pays paid paying", "talk": "talks talked talking", "lie": "lies lay lying", "sit": "sits sat",
        "see": "sees saw seen", "send": "sends sent", "put": "puts putting", "strike": "strikes struck striking",
        "build": "builds built", "have": "has had having", "host": "hosts hosted hosting cohosted",
    }.items()
    for form in (base, *forms.split())
}  # fmt: skip
BE = word_set("is are was were be been being s")
DO = word_set("do does did")
HAVE = word_set("has have had")
MODAL = word_set("will would shall should can could may might must")
ARTICLES = word_set("a an the any some all his her its their this that these those both several many other")
DENIED = "do|does|did|has|have|had|is|are|was|were|would|should|could|wo"
PARTICIPLES = word_set("held met led taken given made spoken gone set begun seen sent put paid run found")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question: as typed, folded, and its stem; ``possessive`` for "Huawei's"."""

    raw: str
    text: str
    stem: str
    possessive: bool = False


def split_words(question: str) -> list[Word]:
    """The question's words, commas among them, without its other punctuation."""
    opened = re.sub(r"\b(who|what|where|when|how)['’]s\b", r"\1 is", question, flags=re.IGNORECASE)
    opened = re.sub(r"\bcan(['’]?t|not)\b", "can not", opened, flags=re.IGNORECASE)
    opened = re.sub(rf"\b({DENIED})n['’]?t\b", r"\1 not", opened, flags=re.IGNORECASE)
    opened = re.sub(r"\b(vice|deputy|pro)-(?=\w)", r"\1 ", opened, flags=re.IGNORECASE)
    words = []
    for raw in re.findall(r"[^\s,;:!?\"“”()\[\]{}<>|]+|,", opened):
        if raw == ",":
            words.append(Word(",", ",", ","))
            continue
        text = "the" if raw.casefold() == "the" else fold(raw)
        if text:
            possessive = re.search(r"['’]s$|s['’]$", raw) is not None
            words.append(Word(raw.strip(".'’‘`-"), text, stem(text), possessive))
    return words


def text_of(words: Sequence[Word]) -> str:
    """The words as one text, folded, with a space between any two."""
    return " ".join(word.text for word in words)


def spanned(words: Sequence[Word], span: tuple[int, int]) -> list[Word]:
    """The words that stand at these characters of their ``text_of``."""
    found, start = [], 0
    for word in words:
        if span[0] <= start < span[1]:
            found.append(word)
        start += len(word.text) + 1
    return found


def number_of(word: str) -> int:
    """A number in digits or as a small cardinal: "12", "three"."""
    return int(word) if word.isdigit() else CARDINALS.index(word) + 1


@cache
def stem(word: str) -> str:
    """What the forms of a verb or noun have in common: not a word, only equal where they are."""
    if word in IRREGULAR_VERBS:
        return IRREGULAR_VERBS[word]
    base = word
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        if base.endswith(ending) and len(base) - len(ending) >= 3 and not (ending == "s" and base.endswith("ss")):
            base = base[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "s":
        base = base[:-1]
    return base.rstrip("e").replace("iz", "is").replace("program", "programm").replace("programmm", "programm")


def is_participle(word: str) -> bool:
    """Whether the word can stand in a passive: "attended", "held"."""
    return word.endswith("ed") or word in PARTICIPLES
