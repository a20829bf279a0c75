"""Finds what an article has in capitals throughout, and what the rest of it and brackets tell about its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import combining, normalize

from kg.extract.text.words import QUOTES, SENTENCE_ENDS, Word
from kg.model import Article

SHOUTED = re.compile(r"[^a-zß-öø-ÿ]{20,}")
"""Where no small letter stands for long: in ordinary text that is hardly anywhere."""
UNIT = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\b\.?|[’'][sS]\b|[^\W_]+(?:[-–&][^\W_]+|[’'](?![sS]\b)[^\W_]+)*|[^\w\s]")
"""Initials, words with hyphens and all, signs."""
FEWEST_WORDS = 4
LONGEST_ACRONYM = 6
LONGEST_BRACKETED = 10
CODA = re.compile(
    r"(?:[AEIOUY]|^)(?:[^AEIOUY]?|(.)\1|[LMNRS][DKMPST]|[LR][BCFGLN]|[BDGKLMNPRTWY]S|[CKGNPST]H|CK|CT|FT|GN|KS|LCH|LZ|"
    r"M[BN]|N[CGXZ]|NCH|NGS|NKS|NTS|PT|RCH|RSH|RTZ|RTS|SCH|SKI|TCH|TZ|TS|W[NKLS]|RDS|LDS|NDS|NST)$"
)
"""How spoken words end."""
ONSET = re.compile(
    r"(?:[AEIOUY]|[^AEIOUY][AEIOUYHLRW]|[MN][BDGJKPTVZ]|S[CKMNPQTVZ]|GN|KN|KS|PF|TS|CZ|DJ|DZ|TJ|ZV|ZD|ZB|VS)"
)
"""How they begin."""
Run = list[Word]
"""Words that stand together in capitals."""


def shouted_runs(article: Article) -> list[Run]:
    """The runs of words in capitals, several at least; offsets are those of the article's text."""
    runs: list[Run] = []
    for block in article.blocks:
        start, end = block.span.start, block.span.end
        if SHOUTED.search(article.text, start, end):
            runs += _runs([_word(m, start) for m in UNIT.finditer(article.text, start, end)])
    return runs


def _word(match: re.Match[str], start: int) -> Word:
    return Word(match[0], *match.span(), 0, 0, initial=match.start() == start)


def _runs(words: Iterable[Word]) -> list[Run]:
    runs: list[Run] = [[]]
    for word in words:
        small = sum(c.islower() for c in word.text)
        if small and (small > 1 or len(word.text) <= small + 1):
            runs.append([])
        elif runs[-1] or word.text[0].isalpha():
            runs[-1].append(word)
    return [run for run in runs if sum(len(w.text) > 1 and w.text[0].isalpha() for w in run) >= FEWEST_WORDS]


def acronyms_in(runs: Iterable[Run]) -> set[str]:
    """The short words that stand alone in brackets."""
    return {
        word.text
        for run in runs
        for before, word, after in zip(run, run[1:], run[2:], strict=False)
        if before.text == "(" and after.text == ")" and word.text.isalnum() and len(word.text) <= LONGEST_BRACKETED
    }


def forms_beside(article: Article, runs: Sequence[Run]) -> dict[str, str]:
    """How the rest of an article writes its words, by their small forms; not those that only begin its sentences."""
    taken = {word.start for run in runs for word in run}
    counts: dict[str, Counter[str]] = {}
    for block in article.blocks:
        before = "."
        for match in UNIT.finditer(article.text, block.span.start, block.span.end):
            word = match[0]
            if match.start() not in taken and before not in SENTENCE_ENDS and before not in QUOTES:
                counts.setdefault(word.casefold(), Counter())[word] += 1
            before = word
    return {lower: forms.most_common(1)[0][0] for lower, forms in counts.items()}


def spoken(text: str) -> bool:
    """Whether an unknown word can be spoken, as names can: "RUTO", "BATSHU"; not "SADC", "UNDP"."""
    if len(text) > LONGEST_ACRONYM:
        return True
    letters = "".join(c for c in normalize("NFKD", text) if not combining(c))
    return any(c in "AEIOUY" for c in letters) and bool(ONSET.match(letters)) and bool(CODA.search(letters))
