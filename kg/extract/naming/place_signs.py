"""Signs around a word that a place is meant, whatever the gazetteer knows."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.text.words import BASED, Word, text_of
from kg.gazetteer import Gazetteer, GazetteerPlace

SHARED = frozenset(
    """
    share shares stake stakes interest investment investments investor investors invest invested invests investing
    participate participated participation trained training majored degree believe believes part role confidence
    shareholder shareholders specialising specializing specialised specialized fluent written
    """.split()
)
"""Words behind which "in" leads to no place: "shares in Acme"."""
PLACE_NOUNS = frozenset(
    """
    city town village province county district municipality port island prefecture region territory suburb governorate
    peninsula oblast
    """.split()
)
PLACE_LEADERS = frozenset("in at from near to of outside around via between through".split())
PARTS_OF_LANDS = frozenset("northern southern eastern western central upper lower".split())
"""Words that a country's name stands behind: "southern Laos"."""
SEVERAL = frozenset("cities towns villages provinces counties districts municipalities islands regions".split())
FOLLOWERS = frozenset("and on for from to where which with at during by last this next today yesterday".split())
LONGEST_NAME = 2
LONGEST_ROW = 8
HEAVENS = frozenset(
    """
    moon mars jupiter venus saturn mercury neptune uranus pluto sun orbit space asteroid asteroids comet planet planets
    """.split()
)
"""Where only spacecraft go, though towns are called so, too."""


ROOMS = frozenset("room ballroom auditorium lounge foyer boardroom".split())
VISITS = frozenset("visit visits trip tour call talks lunch luncheon dinner breakfast banquet meeting".split())
PAID = frozenset(
    "working state official courtesy goodwill friendly study familiarisation familiarization private bilateral".split()
)
"""What is said of visits and talks: "a State Visit", "a Bilateral Meeting"."""


def nameless(words: Sequence[Word], first: int, last: int) -> bool:
    """ "Rectorate Meeting Room", "Official Working Visit": capitals that name no event."""
    noun = words[last - 1].lower
    paid = last - first > 1 and all(w.lower in PAID for w in words[first : last - 1])
    return noun in ROOMS or (noun in VISITS and paid)


def stands_for_a_place(words: Sequence[Word], first: int, last: int, *, sure: bool) -> bool:
    """ "A school in Singo": what stands behind "in" is a place, unless it is what somebody has or does there. Where
    another kind is likely, only what a noun for a place or its government stands before is ``sure``."""
    before = words[first - 1].lower if first else ""
    governor = words[first - 2].lower if first > 1 else ""
    following = words[last] if last < len(words) else None
    ended = following is None or following.lower in FOLLOWERS or not following.text[0].isalnum()
    plain = last - first <= LONGEST_NAME and not words[first].acronym
    owning = following is not None and following.possessive
    if _shares_noun(words, last):
        return plain
    if following is not None and following.lower in PLACE_NOUNS:
        loose = following.lower == "region" and sure and before == "the"  # "the Caricom region"
        return plain and following.lower != "port" and not loose
    if before == "of" and governor in PLACE_NOUNS | SEVERAL | {"government"}:
        return plain
    if (last == first + 1 or not sure) and _noun_before_row(words, first, last):
        return plain
    return before in ("in", "near") and governor not in SHARED and plain and ended and not owning and not sure


def in_row_of_places(words: Sequence[Word], first: int, last: int) -> bool:
    """ "The provinces of Namsan and Xaysom", "Namsan and Xaysom provinces": a plural noun for places is said of it."""
    return _shares_noun(words, last) or _noun_before_row(words, first, last)


def _shares_noun(words: Sequence[Word], last: int) -> bool:
    """ "Namsan and Xaysom provinces": a plural noun for places stands behind the row of names."""
    index = last
    while index < min(len(words), last + LONGEST_ROW) and (words[index].capital or words[index].text in ("and", ",")):
        index += 1
    return index < len(words) and words[index].lower in SEVERAL


def _noun_before_row(words: Sequence[Word], first: int, last: int) -> bool:
    """ "The provinces of Namsan and Xaysom", "the towns Lodra and Kemin": a plural noun for places leads a row in."""
    index = first
    while index > max(0, first - LONGEST_ROW) and (words[index - 1].capital or words[index - 1].text in ("and", ",")):
        index -= 1
    row = index < first or (last < len(words) and words[last].text in ("and", ","))
    index -= index > 0 and words[index - 1].lower == "of"
    return row and index > 0 and words[index - 1].lower in SEVERAL


def called_a_place(words: Sequence[Word], last: int) -> bool:
    """ "Cakovec, a city in northern Croatia", "Mudug region": a name that is said to be a place right behind it."""
    if last < len(words) and words[last].lower in PLACE_NOUNS:
        return True
    if last + 3 >= len(words) or words[last].text != "," or words[last + 1].lower not in ("a", "the"):
        return False
    nouns = (i for i in range(last + 2, min(len(words) - 1, last + 5)) if words[i].lower in PLACE_NOUNS)
    return any(words[noun + 1].lower in ("in", "of", "near", "on") for noun in nouns)


def in_a_building(words: Sequence[Word], first: int) -> bool:
    """ "At the Lakeside Hotel", "in Canada House": buildings, not those who run them."""
    index = first - 1 - (first > 1 and words[first - 1].lower == "the")
    return index >= 0 and words[index].lower in ("at", "in", "inside", "outside", "near")


def before_based(words: Sequence[Word], last: int) -> bool:
    """ "Lima-based", "Lima-headquartered"."""
    return last + 1 < len(words) and words[last].text in ("-", "–") and words[last + 1].lower in BASED


def behind_based(words: Sequence[Word], first: int) -> bool:
    """ "The Lima-based Regulators' Forum", "Lima-headquartered Coral Sea Freight": what has a seat is a body."""
    seated = first > 2 and words[first - 1].lower in BASED and words[first - 2].text in ("-", "–")
    return seated and words[first - 3].capital


def in_its_country(gazetteer: Gazetteer, words: Sequence[Word], index: int, place: GazetteerPlace) -> bool:
    """Whether a city's country follows, or "the capital": "Apia, Samoa", "Apia, the capital of Samoa"."""
    if [w.lower for w in words[index : index + 2]] in (["the", "capital"], ["capital", "of"]):
        return True
    for length in (3, 2, 1):
        found = gazetteer.find(text_of(words[index : index + length]))
        if found is not None and found.kind == "country":
            return found.country == place.country
    return False
