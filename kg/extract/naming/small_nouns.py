"""Names whose noun is written small: bodies of a country, "the Kenyan health ministry", "the German embassy", and
programmes, "the Bright Minds project"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.naming.mentions import Name
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, text_of

BODIES = (
    ("embassy",),
    ("high", "commission"),
    ("consulate", "general"),
    ("consulate",),
    ("central", "bank"),
)
"""What a country has one of, or one of in each place, as it is written small."""
OF_FIELDS = frozenset(("ministry", "ministries"))
FIELDS = frozenset("foreign interior external home economic".split())
"""Fields of ministries that no list of topics holds."""
LONGEST_FIELD = 3
PROGRAMMES = frozenset("programme program project initiative scheme campaign scholarship fellowship".split())
INSIDE = frozenset("for of in and to on & the".split())
"""Small words that a programme's name may hold."""
FUNDS = frozenset(("horizon europe", "erasmus plus", "digital europe", "creative europe", "interreg europe"))
"""What pays for many projects: no one is called "the Horizon Europe project"."""
LONGEST_PROGRAMME = 7
SURE = 0.8
"""How plain the signs of a name must be, for a programme not to be called by it."""


def with_small_nouns(words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon) -> list[Name]:
    """The names of a block with those whose noun is written small."""
    return _programmes(words, _national_bodies(words, names, lexicon), lexicon)


def _programmes(words: Sequence[Word], names: list[Name], lexicon: Lexicon) -> list[Name]:
    """The names of a block, with those of the programmes that are called by words of which little is known."""
    for index, word in enumerate(words):
        if word.lower not in PROGRAMMES or not word.text.islower():
            continue
        first = _beginning(words, index)
        first = next((n.last for n in names if n.first == first and n.kind == "Demonym"), first)
        inside = [n for n in names if n.first < index + 1 and n.last > first]
        plain = all(n.first >= first and n.strength < SURE and n.kind != "Agreement" for n in inside)
        capitals = [w for w in words[first:index] if w.capital]
        office = any(w.lower in lexicon.title_heads or w.acronym for w in capitals)
        office = office or " ".join(w.lower for w in capitals) in FUNDS
        if index - first > 1 and len(capitals) > 1 and plain and not office and _called_so(words, first):
            offset = names[0].start - words[names[0].first].start if names else None
            if offset is not None:
                start, end = words[first].start + offset, word.end + offset
                text = text_of(words[first : index + 1])
                name = Name(names[0].block, first, index + 1, start, end, text, "Programme", 0.8, word.lower)
                names = sorted([*(n for n in names if n not in inside), name], key=lambda n: n.first)
    return names


def _beginning(words: Sequence[Word], last: int) -> int:
    """Where the words with capitals before ``last``, and the small words between them, begin."""
    first = last
    while first > max(0, last - LONGEST_PROGRAMME):
        before = words[first - 1]
        joint = before.lower in INSIDE and first < last and first > 1 and words[first - 2].capital
        if not (before.capital or (joint and not before.capital)) or not before.text[0].isalpha():
            break
        first -= 1
    while first < last and words[first].lower in INSIDE:
        first += 1
    return first


def _called_so(words: Sequence[Word], first: int) -> bool:
    """Whether an article or owner, or one word more, stands before the name."""
    before = [w.lower for w in words[max(0, first - 2) : first]]
    return not before or "the" in before or before[-1] in ("'s", "’s", "its", "their", "a", "an", "new")


def _national_bodies(words: Sequence[Word], names: Sequence[Name], lexicon: Lexicon) -> list[Name]:
    """The names of a block, with the bodies of countries that stand right behind a country's name, or before it with
    "of": "the embassy of Peru"."""
    found: list[Name] = []
    for name in names:
        if (opening := _opening(words, name)) < name.first:
            found.append(_body(words, name, opening, name.last))
            continue
        state = name.place is not None and name.place.kind == "country" and name.last < len(words)
        owning = state and name.kind == "Place" and words[name.last].possessive
        start = name.last + 1 if owning else name.last
        end = _end(words, start, lexicon) if owning or (state and name.kind == "Demonym") else start
        if end == start:
            found.append(name)
            continue
        found += [name] if owning else []
        first = start if owning else name.first
        found.append(_body(words, name, first, end))
    return found


def _opening(words: Sequence[Word], name: Name) -> int:
    """Where "embassy of the" before a country's name begins; the name's own beginning where no such noun stands."""
    of = name.first - (2 if name.first and words[name.first - 1].lower == "the" else 1)
    state = name.kind == "Place" and name.place is not None and name.place.kind == "country"
    if of < 1 or not state or words[of].lower != "of":
        return name.first
    small = [word.lower if word.text.islower() else "" for word in words[max(0, of - 2) : of]]
    return next((of - len(noun) for noun in BODIES if tuple(small[-len(noun) :]) == noun), name.first)


def _body(words: Sequence[Word], nation: Name, first: int, last: int) -> Name:
    """The nation's body that goes from one word to another."""
    offset = nation.start - words[nation.first].start
    start, end = words[first].start + offset, words[last - 1].end + offset
    small = [word.lower for word in words[first:last] if word.text.islower() and word.lower not in INSIDE]
    text, head = text_of(words[first:last]), small[-1]
    owner = nation.place.country if nation.place is not None else None
    return Name(nation.block, first, last, start, end, text, "Organization", 0.85, head, owner=owner)


def _end(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Where a noun for a body of a country that begins at ``start`` ends; ``start`` where none does."""
    small = [word.lower if word.text.islower() else "" for word in words[start : start + LONGEST_FIELD + 1]]
    for noun in BODIES:
        if tuple(small[: len(noun)]) == noun:
            return start + len(noun)
    last = next((i for i, lower in enumerate(small) if lower in OF_FIELDS), 0)
    fields = all(lower in FIELDS or lower == "and" or lexicon.is_topic(lower) for lower in small[:last])
    return start + last + 1 if last and fields and small[last] == "ministry" else start
