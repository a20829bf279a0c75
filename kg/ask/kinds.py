"""The common nouns of questions: which class of thing they ask for, and by which words of its names it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.ask.text import stem
from kg.namekeys import word_set
from kg.vocabulary import Vocabulary

PlaceKind = Literal["", "country", "city"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a common noun asks for: things of ``classes`` whose names hold one of ``words`` and none of ``without``."""

    said: str
    classes: tuple[str, ...]
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    place: PlaceKind = ""
    plural: bool = False
    office: bool = False
    """Whether it is an office that a person holds: "minister"."""


# Nouns for a class as a whole, beside its label and plural in the vocabulary.
SYNONYMS = {
    "Person": "people person man woman official individual human participant figure somebody anyone anybody someone "
    "speaker attendee personality delegate guest",
    "Organization": "organisation organization body institution entity group actor partner stakeholder "
    "organiser organizer signatory",
    "Event": "event occasion happening gathering",
    "Place": "place location area region",
    "Agreement": "agreement accord pact instrument document",
    "Programme": "programme program initiative scheme project corridor academy",
    "Agent": "agent side party delegation team",
}
# Nouns of a narrower kind: known by these beginnings of words in a name.
NAMED_BY = {
    "Organization": {
        "university": "universit college polytechnic institute_of_technology",
        "institute": "institut",
        "ministry": "ministr department secretariat treasury",
        "association": "association federation union chamber council alliance",
        "chamber": "chamber",
        "federation": "federation",
        "embassy": "embass",
        "consulate": "consulate",
        "mission": "embass consulate high_commission mission",
        "bank": "bank banco banque banca",
        "agency": "agenc agencia authorit administration",
        "authority": "authorit",
        "board": "board",
        "commission": "commission",
        "committee": "committee",
        "council": "council",
        "park": "park",
        "school": "school universit college academy",
        "office": "office",
        "centre": "cent",
    },
    "Event": {
        "forum": "forum",
        "webinar": "webinar",
        "conference": "conference congress",
        "fair": "fair expo exhibition exhibit",
        "exhibition": "fair expo exhibition exhibit",
        "expo": "expo exhibition fair",
        "summit": "summit",
        "meeting": "meeting talks",
        "ceremony": "ceremon signing",
        "seminar": "seminar",
        "workshop": "workshop",
        "reception": "reception",
        "talks": "meeting talks",
        "visit": "visit tour mission",
        "trip": "visit tour mission trip",
        "hearing": "hearing",
        "roundtable": "roundtable",
        "dialogue": "dialogue",
    },
    "Agreement": {
        "mou": "mou memorand",
        "memorandum": "mou memorand",
        "memoranda": "mou memorand",
        "contract": "contract",
        "treaty": "treat",
        "protocol": "protocol",
        "deal": "deal agreement contract",
    },
}
# A firm is known by what it is not: most bear no word that says so.
FIRMS = word_set("company firm business enterprise corporation startup manufacturer producer maker supplier")
NOT_A_FIRM = tuple(
    sorted(
        word_set(
            "universit college institut ministr department secretariat treasury association federation union chamber",
            "council embass consulate agenc authorit board commission committee party congress parliament government",
            "office unit delegation academy school foundation air_force",
        )
    )
)
COUNTRIES = word_set("country nation state government")
CITIES = word_set("city town")
SEVERAL = word_set("people memoranda anyone anybody somebody someone")
"""Nouns that mean any number without an ending that says so."""
VERBS = word_set(
    "meet meets met attend attends attending organise organises organize organizes represent represents talk"
)
"""Words with the stem of a noun that are never one."""


class Kinds:
    """The common nouns that a vocabulary knows, by their stems."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_stem: dict[str, tuple[str, tuple[str, ...], tuple[str, ...], PlaceKind]] = {}
        for name in vocabulary.classes:
            entity_class = vocabulary.classes[name]
            for noun in (entity_class.label, entity_class.plural, *SYNONYMS.get(name, "").split()):
                self._by_stem.setdefault(stem(noun.casefold()), (name, (), (), ""))
        for name, nouns in NAMED_BY.items():
            for noun, words in nouns.items():
                for form in (noun, f"{noun}s"):  # "meetings" has a stem of its own
                    self._by_stem[stem(form)] = (name, tuple(w.replace("_", " ") for w in words.split()), (), "")
        for noun in FIRMS:
            self._by_stem[stem(noun)] = ("Organization", (), tuple(w.replace("_", " ") for w in NOT_A_FIRM), "")
        for noun in COUNTRIES:
            self._by_stem[stem(noun)] = ("Place", (), (), "country")
        for noun in CITIES:
            self._by_stem[stem(noun)] = ("Place", (), (), "city")

    def of(self, word: str) -> Kind | None:
        """The kind that the (folded) noun asks for, or None where it is no common noun that is known."""
        known = self._by_stem.get(stem(word))
        if known is None or word in VERBS or word.endswith("ed"):
            return None
        name, words, without, place = known
        plural = word in SEVERAL or (word.endswith("s") and not word.endswith("ss"))
        return Kind(word, (name,), words, without, place, plural)

    def words(self) -> frozenset[str]:
        """The stems of all nouns known."""
        return frozenset(self._by_stem)


def by_name(word: str) -> Kind:
    """The kind of things that have the (folded) noun in their names: for nouns that nobody foresaw."""
    root = stem(word)
    return Kind(word, (), (root if len(root) >= 4 else word,), plural=word.endswith("s"))
