"""Names that an article declares with their acronym: "Delta Chamber of Commerce and Sectoral Association (DCCSA)".

The letters of the acronym tell where the name begins, whatever stands inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.text.words import Word

SMALL = frozenset("of for and the in on with between to & , ' 's ’s - – de da do del la et y e".split())
LONGEST_NAME = 16
FEWEST_LETTERS = 3
MANY_LETTERS = 5
"""An acronym of so many letters may leave one word out: "… and Latin America (MAPEAL)"."""

Phrase = tuple[str, ...]


class DeclaredNames:
    """The names that acronyms in brackets declare in an article, found again wherever they stand, and those of bodies
    that are known anyway."""

    def __init__(self, blocks: Iterable[Sequence[Word]], bodies: Mapping[str, Sequence[Phrase]]) -> None:
        """``bodies`` are the known ones by their first words, the longest first."""
        self.bodies = bodies
        self.phrases: dict[str, list[Phrase]] = {}
        for words in blocks:
            for index in range(len(words) - 2):
                first = beginning(words, index) if words[index].text == "(" else index
                owned = index > first and words[index - 1].text in ("'s", "’s", ",")  # "the Lima Fund's (LF) director"
                phrase = tuple(word.lower for word in words[first : index - owned])
                if len(phrase) > 1 and phrase not in self.phrases.get(phrase[0], ()):
                    self.phrases.setdefault(phrase[0], []).append(phrase)

    def end(self, words: Sequence[Word], first: int) -> int:
        """Where the longest declared name that begins at ``first`` ends; ``first`` where none does."""
        if not words[first].capital:
            return first
        fitting = [
            len(phrase)
            for phrase in self.phrases.get(words[first].lower, ())
            if tuple(word.lower for word in words[first : first + len(phrase)]) == phrase
        ]
        return first + max(fitting, default=0)

    def body_end(self, words: Sequence[Word], first: int) -> int:
        """Where the name of a known body that begins at ``first`` ends; ``first`` where none does."""
        for phrase in self.bodies.get(words[first].lower, ()):
            last = first + len(phrase)
            found = words[first:last]
            if tuple(word.lower for word in found) == phrase and found[0].capital and not found[-1].text.islower():
                return last
        return first


def beginning(words: Sequence[Word], bracket: int) -> int:
    """Where the name begins that the acronym in the bracket is short for; the bracket itself where none does."""
    acronym = words[bracket + 1]
    letters = [c for c in acronym.text.casefold() if c.isalnum()]
    if words[bracket + 2].text != ")" or not acronym.acronym or len(letters) < FEWEST_LETTERS:
        return bracket
    spare = len(letters) >= MANY_LETTERS
    for index in range(bracket - 1, max(-1, bracket - LONGEST_NAME), -1):
        word = words[index]
        parts = [part[0] for part in word.lower.split("-") if part]
        if word.capital and len(parts) > 1 and parts == letters[-len(parts) :]:  # "Asia-Pacific" is "AP"
            del letters[1 - len(parts) :]
        if word.capital and word.lower[0] == letters[-1]:
            letters.pop()
            if not letters:
                return index
        elif word.capital and spare:
            spare = False
        elif word.lower not in SMALL:
            return bracket
    return bracket
