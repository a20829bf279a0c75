"""What looks like a name and is none: the agency of a dateline, a noun with capitals that is counted."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.naming.mentions import Name
from kg.extract.text.words import Word

DASHES = frozenset(("-", "–", "—", "--", "---"))
LONGEST_DATELINE = 10
"""Words before the agency in a dateline."""


def is_byline(words: Sequence[Word], name: Name) -> bool:
    """Whether it is the agency of a dateline: "Lima (ANP) –", "LIMA. ANP Kenyan traders"."""
    told = [word.text for word in words[: name.first]]
    if told[-1:] == ["."] and name.first < LONGEST_DATELINE and "".join(told).isupper() and name.text.isupper():
        return name.last == len(words) or words[name.last].capital or words[name.last].text in DASHES
    bracketed = name.first > 0 and words[name.first - 1].text == "(" and name.last + 1 < len(words)
    dash = bracketed and words[name.last].text == ")" and words[name.last + 1].text in DASHES
    return dash and name.first < LONGEST_DATELINE and name.kind == "Organization" and name.last - name.first == 1


def is_counted(words: Sequence[Word], name: Name) -> bool:
    """Whether it is a plural noun with capitals, "the two Trade Chambers", or nobody with a number: "Lion 2021"."""
    numbered = name.kind == "Person" and words[name.last - 1].text.isdigit()
    body = name.kind == "Organization" and words[name.last - 1].lower.endswith("s")
    return numbered or (body and name.first > 0 and words[name.first - 1].lower in ("two", "both", "three"))
