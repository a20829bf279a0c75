"""The pieces of a text that the parser is given, words and stand-ins for names, and what makes them plainer for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.holders.office_group import Holder
from kg.extract.naming.mentions import Name
from kg.extract.naming.name_words import HEADLINE_VERBS
from kg.extract.text.dates import WEEKDAYS

DAY_TAILS = frozenset("and or to in at on for of the from by with after before when where as but".split())
"""Behind a weekday they tell that it is no adverb between a name and its verb."""
PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
SEAT_SIGNS = frozenset((",", "in", "of", "from"))
ROW_JOINTS = frozenset(("and", "&", "the", "as", "well"))

ARTICLES = frozenset(("the", "a", "an"))
DONE = frozenset(("met", "held", "paid", "gave", "began", "led"))


@dataclass(frozen=True, slots=True)
class Masked:
    """What stands behind a masked token: the name, and the holder where it is a person with offices."""

    name: Name
    holder: Holder | None


@dataclass(slots=True)
class Piece:
    """A word as the parser sees it, and where it stands in its block; what it stands for, where that is a name."""

    text: str
    start: int
    end: int
    space: bool
    masked: Masked | None = None


def without_days(pieces: list[Piece]) -> list[Piece]:
    """ "Ana Rojas Thursday visited Lima": the parser would take the day for the name's last part; what tells dates has
    the text itself."""
    if not any(piece.text.lower() in WEEKDAYS for piece in pieces):
        return pieces
    kept: list[Piece] = []
    dropped = False
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        day = piece.text.lower() in WEEKDAYS or (dropped and piece.text in PARTS_OF_DAY)
        named = day and any(p.masked for p in kept[-2:]) and (kept[-1].masked or kept[-1].text == ",")
        goes_on = after is not None and after.masked is None and after.text.islower()
        dropped = bool(named and goes_on and after and after.text not in DAY_TAILS)
        object_ = after is not None and (after.masked or (after.text in ARTICLES and _deed(kept[-2:-1])))
        if day and object_ and kept and kept[-1].text == "on":
            kept.pop()  # "received on Sunday Ana Rojas", "opened on Sunday the forum"
            dropped = True
        if not dropped:
            kept.append(piece)
    return kept


def _deed(pieces: Sequence[Piece]) -> bool:
    """Whether a word looks like a verb that an object follows."""
    return any(p.masked is None and p.text.islower() and (p.text.endswith("ed") or p.text in DONE) for p in pieces)


def plain_rows(pieces: list[Piece]) -> list[Piece]:
    """Rows of names as the parser knows them: "A; B; and C" with commas, "between A, and B" without one, and "between
    A in Chad and B" without the seat."""
    kept: list[Piece] = []
    opened = -1  # how many names since "between"
    past = 0
    for index, piece in enumerate(pieces):
        past = max(past, _past_seat(pieces, index, sure=opened == 1))
        if index < past:
            continue
        after = [p for p in pieces[index + 1 : index + 4] if p.text not in ROW_JOINTS]
        following = after[0].masked if after else None
        piece.text = "between" if piece.text == "Between" and index else piece.text
        opened = 0 if piece.text == "between" else opened + (1 if piece.masked and opened >= 0 else 0)
        if kept and kept[-1].masked and following:
            closed = pieces[index + 1].text in ROW_JOINTS
            if piece.text == "," and closed and opened == 1:
                continue
            if piece.text == ";" and _in_row(pieces, index, following):
                piece.text = ","
        kept.append(piece)
    return kept


def _past_seat(pieces: Sequence[Piece], index: int, *, sure: bool) -> int:
    """Past ", Chad" or "in the Republic of Chad" behind a body where the row goes on with "and"; 0 where it is none.
    Unless it is ``sure`` that a row of two goes on, the place must stand between commas and a body follow."""
    behind = index and pieces[index - 1].masked
    if not behind or behind.name.kind != "Organization" or pieces[index].text not in SEAT_SIGNS:
        return 0
    place = index + (2 if pieces[index + 1 : index + 2] and pieces[index + 1].text == "the" else 1)
    masked = pieces[place].masked if place + 1 < len(pieces) else None
    joint = [p.text for p in pieces[place + 1 : place + 3]]
    goes_on = masked is not None and ("and" in joint or "&" in joint)
    if not sure:
        after = next((p.masked for p in pieces[place + 3 : place + 5] if p.masked), None)
        goes_on = goes_on and pieces[index].text == joint[0] == "," and after is not None
        goes_on = goes_on and after is not None and after.name.kind == "Organization"
    return place + 1 if goes_on and masked is not None and masked.name.kind == "Place" else 0


def _in_row(pieces: Sequence[Piece], index: int, following: Masked) -> bool:
    """Whether what follows a semicolon is the next of a row, and no clause of its own: "A signed; B left"."""
    end = next(i for i in range(index + 1, len(pieces)) if pieces[i].masked is following)
    behind = pieces[end + 1].text if end + 1 < len(pieces) else "."
    return not behind[0].isalpha() or behind in ROW_JOINTS


def small_letters(pieces: Sequence[Piece]) -> None:
    """A line in title case, or all in capitals, with those capitals off that are no name's."""
    shouted = sum(len(p.text) for p in pieces if p.text.isupper()) > sum(
        len(p.text) for p in pieces if p.text.istitle()
    )
    for piece in pieces:
        if piece.masked is None and (shouted or piece.text.istitle()):
            piece.text = piece.text.lower()


def plain_headline(pieces: Sequence[Piece]) -> None:
    """Headlines join names by commas and tell the past in the present: "Laos, Cambodia ink MoU"."""
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if piece.text == "," and before.masked and after.masked:
            piece.text = "and"
        elif before.masked and piece.text in HEADLINE_VERBS:
            piece.text = HEADLINE_VERBS[piece.text]
