"""Turns of phrase put into the plainer ones that the reader knows: "X's company", "whose CEO met", "who met whom"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.ask.kinds import Kind
from kg.ask.lexicon import Lexicon
from kg.ask.linking import Linker
from kg.ask.roles import GENERIC, OFFICE_WORDS
from kg.ask.text import ARTICLES, BE, DO, HAVE, Word, spanned, split_words, stem, text_of
from kg.ask.times import YEAR
from kg.groups import adjectives
from kg.lookup import SURE
from kg.namekeys import word_set

FROM = re.compile(
    r"(?:what|which) (?:country|nation) (?:is|does|do|did) (.+?) (?:come |hail )?from"
    r"|where (?:is|does|do|did) (.+?) (?:come |hail )?from"
    r"|what is the (?:nationality|country|home country) of (.+)"
)
PAIR = 2
LONGEST_OWNER = 8
LONGEST_NAME = 12
"""Words of a name that is looked for as it stands."""
LONGEST_ASK = 2
"""Words before the noun of "how many speakers were at"."""
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
SIGNED = frozenset(map(stem, word_set("agreement mou pact deal memorandum")))
BOTH = SIGNED | frozenset(map(stem, word_set("visit trip tour meeting meetings talks partner")))
"""Stems of nouns for what two have to do with each other, so that each of them has it: "A and B's meeting"."""
SITED = frozenset(map(stem, word_set("held place based located situated headquartered happened occurred")))
"""Stems of words for being, or being held, somewhere."""
ASKED = word_set("what which who whats name show")


def reworded(words: Sequence[Word], lexicon: Lexicon, linker: Linker) -> list[Word]:
    """The words of a question with what is said in another way than the reader knows put into one that it does."""
    plain = _compound(_origin(_outside(list(words)), linker), lexicon, linker)
    plain = _bodies_of(_had(_represented(plain, lexicon), lexicon), lexicon, linker)
    plain = _been(_stayed(_anything_signed(plain, lexicon), linker))
    plain = _whom(_about(_often(plain), linker))
    return _owned(_whose(_ones(plain, lexicon), lexicon), lexicon, linker)


def _origin(words: list[Word], linker: Linker) -> list[Word]:
    """ "Where does X come from": which country a person represents, where a body is."""
    match = FROM.fullmatch(text_of(words))
    if match is None:
        return words
    thing = next(spanned(words, match.span(group)) for group in range(1, len(match.groups()) + 1) if match[group])
    best = next(iter(linker.find(as_typed(thing))), None)
    person = best is not None and best.entity.type == "Person"
    return [*split_words("which country does" if person else "where is"), *thing, *split_words("represent" * person)]


def _stayed(words: list[Word], linker: Linker) -> list[Word]:
    """ "When was X in Y": when they visited it; an event was held there."""
    at = next((n for n, word in enumerate(words) if word.text == "in"), 0)
    if [w.text for w in words[:2]] not in (["when", "was"], ["when", "were"]) or at <= PAIR:
        return words
    best = next(iter(linker.find(as_typed(words[2:at]))), None)
    if best is not None and best.entity.type == "Person":
        return [*split_words("when did"), *words[2:at], *split_words("visit"), *words[at + 1 :]]
    return words


def _been(words: list[Word]) -> list[Word]:
    """ "Where has she been", "who has been to Samoa": went; but not "has been signed"."""
    for at, word in enumerate(words):
        after = words[at + 1].text if at + 1 < len(words) else ""
        if word.text == "been" and after in ("", "to", "in") and any(w.text in HAVE for w in words[:at]):
            return [*words[:at], *split_words("went to" if after else "went"), *words[at + 2 :]]
    return words


def _bodies_of(words: list[Word], lexicon: Lexicon, linker: Linker) -> list[Word]:
    """ "Which ministries does Chad have", "which ministries has Chad": those from there."""
    kind = lexicon.kinds.of(words[1].text) if len(words) > PAIR else None
    if kind is None or "Organization" not in kind.classes or words[2].text not in DO | HAVE:
        return words
    place = words[3:-1] if words[2].text in DO and words[-1].text in ("have", "got") else words[3:]
    best = next(iter(linker.find(as_typed(place))), None) if linker.exact(as_typed(place)) else None
    has = words[2].text in HAVE or len(place) < len(words) - 3
    placed = has and best is not None and best.entity.type == "Place"
    return [*words[:2], *split_words("are from"), *place] if placed else words


def _had(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "Which partners does Kenya have", "how many speakers were there at the forum": those of it, those at it."""
    for at, word in enumerate(words[:-2]):
        links = {p.preposition for p in lexicon.nouns(word.text) if p.relation != "represents" or not at}
        does, last = words[at + 1].text, words[-1].text
        if "of" in links and does in DO and last in ("have", "got"):
            return [*words[: at + 1], *split_words("of"), *words[at + 2 : -1], *split_words("are there")]
        link = at + 2 + (words[at + 2].text == "there")
        if does in BE and link < len(words) and words[link].text in links and at <= LONGEST_ASK:
            return [*words[: at + 1], *words[link:]]
    return words


def of_field(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "The minister of foreign affairs of Chad": the foreign affairs minister."""
    for at in range(len(words) - 2):
        end = at + 2
        while end < len(words) and words[end].text in (*OFFICE_WORDS, "and", "the"):
            end += 1
        field = [word for word in words[at + 2 : end] if word.text not in ("and", "the", "affairs")]
        ends = end == len(words) or words[end].text in ("of", "in", "from")
        if words[at].stem in lexicon.offices and words[at + 1].text in ("of", "for") and field and ends:
            return [*words[:at], *field, words[at], *words[end:]]
    return words


def _outside(words: list[Word]) -> list[Word]:
    """ "Events (that were) held outside Chad": events outside Chad; for what else is done there no words are known."""
    at = next((n for n, word in enumerate(words) if word.text == "outside"), 0)
    start = at
    while start > 1 and (words[start - 1].stem in SITED or words[start - 1].text in BE | {"took", "that", "which"}):
        start -= 1
    return [*words[:start], *words[at:]] if at else words


def _often(words: list[Word]) -> list[Word]:
    """ "How often" asks what "how many times" does."""
    texts = [word.text for word in words[:2]]
    return [words[0], *split_words("many times"), *words[2:]] if texts == ["how", "often"] else words


def _compound(words: list[Word], lexicon: Lexicon, linker: Linker) -> list[Word]:
    """ "Boeing Embraer MoU": a noun behind the names of two whose it is, and nothing else."""
    if any(word.possessive for word in words):
        return words
    if len(words) > PAIR and re.fullmatch(YEAR, words[-1].text):
        inner = _compound(words[:-1], lexicon, linker)
        return [*inner, *split_words("in"), words[-1]] if inner != words[:-1] else words
    if words and stem(words[0].text) in BOTH and linker.exact(words[-1].raw):  # "agreements Chad Peru"
        turned = [*words[1:], words[0]]
        inner = _compound(turned, lexicon, linker)
        return inner if inner != turned else words
    kind = lexicon.kinds.of(words[-1].text) if len(words) > 2 else None
    if len(words) > 1 and words[-1].stem == stem("partner") and owner_start(words, len(words) - 2, linker) == 0:
        return split_words(f"who are partners of {as_typed(words[:-1])}")
    if kind is None:
        kind = lexicon.kinds.of(words[-1].text) if len(words) == PAIR else None
        if kind and stem(kind.said) in SIGNED and owner_start(words, 0, linker) == 0:
            return split_words(f"{words[-1].raw} of {words[0].raw}")  # "Chad agreements"
        return words
    if stem(kind.said) not in BOTH:
        return words
    second = owner_start(words, len(words) - 2, linker)
    end = second - (words[second - 1].text == "and") if second else 0
    first = owner_start(words, end - 1, linker) if end else None
    if second is None or first != 0:
        return words
    several = words[-1].raw if kind.plural else f"{words[-1].raw}s"
    return split_words(f"{several} between {as_typed(words[:end])} and {as_typed(words[second:-1])}")


def as_typed(words: Sequence[Word]) -> str:
    """The words as they were typed, without the possessive ending of the last."""
    return re.sub(r"['’]s?$", "", " ".join(word.raw for word in words))


def name_end(words: Sequence[Word], start: int, linker: Linker) -> int | None:
    """Where the longest known name that begins there, an article aside, ends."""
    start += start < len(words) and words[start].text == "the"
    ends = range(min(len(words), start + LONGEST_NAME), start, -1)
    return next((end for end in ends if linker.exact(as_typed(words[start:end]))), None)


def _represented(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "Represented at the forum": by people who attended it; "on the tour": at it."""
    for at in range(len(words) - 1):
        kinds = (lexicon.kinds.of(word.text) for word in words[at + 1 : at + 4])
        if (
            words[at].text == "on"
            and at
            and words[at - 1].text in BE
            and any(k and "Event" in k.classes for k in kinds)
        ):
            return [*words[:at], *split_words("at"), *words[at + 1 :]]
        one, other = words[at].text, words[at + 1].text
        if (one, other) == ("represented", "at"):
            return [*words[:at], *split_words("represented by people who attended"), *words[at + 2 :]]
    return words


def _about(words: list[Word], linker: Linker) -> list[Word]:
    """ "What is the pact about": what its subject is, where an agreement goes by that name."""
    if len(words) < 4 or words[0].text != "what" or words[1].text not in BE or words[-1].text != "about":
        return words
    thing = words[2 + (words[2].text == "the") : -1]
    best = next(iter(linker.find(" ".join(word.raw for word in thing))), None)
    is_agreement = best is not None and best.score >= SURE and best.entity.type == "Agreement"
    return [*split_words("what is the subject of"), *thing] if is_agreement else words


def _anything_signed(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """ "What did A sign with B": which agreements they signed; unless the question says what it was that they did."""
    if [w.text for w in words[:1]] != ["what"] or len(words) < 3 or words[1].text not in DO | HAVE | BE:
        return words
    signs = any(word.stem == "sign" for word in words)
    told = any("Agreement" in kind.classes for kind in filter(None, (lexicon.kinds.of(w.text) for w in words)))
    return [*split_words("which agreements"), *words[1:]] if signs and not told else words


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
    return "year" if re.fullmatch(YEAR, word.text) else "nation" if word.text in adjectives() else ""


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
        end = _noun_end(words, at + 1, lexicon) if words[at].possessive else at + 1
        kind = lexicon.kinds.of(words[end - 1].text) if end > at + 1 else None
        start = owner_start(words, at, linker) if kind else None
        if kind is None or start is None:
            continue
        owner = as_typed(words[start : at + 1])
        told = _told_of(kind, owner, linker)
        if told is None:
            continue
        if stem(kind.said) in BOTH and start > 1 and words[start - 1].text == "and":
            first = owner_start(words, start - 2, linker)
            if first is not None:
                owner = f"{' '.join(word.raw for word in words[first : start - 1])} and {owner}"
                start, told = first, "{thing} between {owner}"
        before = [word for word in words[:start] if word.text not in ASKED | BE]
        thing = " ".join(word.raw for word in words[at + 1 : end])
        if not before:  # nothing but the thing is asked for
            thing = f"which {thing}" if stem(kind.said) != "partner" else f"who are {thing}"
            told = told.replace(" that {owner}", " {owner}").replace(" who ", " ")
        plain = split_words(told.format(thing=thing, owner=owner))
        return [*(words[:start] if before else ()), *plain, *words[end:]]
    return words


def _noun_end(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Where the common nouns that begin at ``start`` end: "MoU partners"."""
    end = start
    while end < len(words) and lexicon.kinds.of(words[end].text):
        end += 1
    return end


def _told_of(kind: Kind, owner: str, linker: Linker) -> str | None:
    """How a thing of this kind is told of its owner without a possessive."""
    if stem(kind.said) in BOTH - SIGNED:
        return "{thing} of {owner}"
    classes = [match.entity.type for match in linker.find(owner)[:1]]
    return next((OWNED[c, k] for k in classes for c in kind.classes if (c, k) in OWNED), None)


def owner_start(words: Sequence[Word], at: int, linker: Linker) -> int | None:
    """Where the name that ends at ``at`` begins: the longest that the graph knows."""
    for start in range(max(0, at + 1 - LONGEST_OWNER), at + 1):
        if words[start].text not in ARTICLES and linker.exact(" ".join(word.raw for word in words[start : at + 1])):
            return start
    return None
