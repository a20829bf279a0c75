"""Puts an article's names together: which of them name one thing, and what it is best called there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.naming.mentions import Name
from kg.extract.reference.acronyms import initials, shortens
from kg.extract.text.lexicon import Lexicon
from kg.gazetteer import Gazetteer, GazetteerPlace
from kg.model import Mention, Referent, Span

MISSIONS = ("embassy", "consulate", "high commission", "mission")
PLAIN_MISSION = re.compile(r"^mission\b|permanent|diplomatic")
SHORT_NAME = 4
UNITS = frozenset("unit department faculty division branch office foundation centre center".split())
POSTS = frozenset(("embassy", "consulate", "commission", "mission"))


@dataclass(frozen=True, slots=True)
class Mission:
    """An embassy or the like: what kind, the country that sends it, the city where it is."""

    noun: str
    sender: str | None
    seat: str | None

    def may_be(self, other: Mission | None) -> bool:
        """Whether both can be one: a country's only embassy, or one in the same city."""
        same = other is not None and (self.noun, self.sender) == (other.noun, other.sender)
        return same and other is not None and (None in (self.seat, other.seat) or self.seat == other.seat)


@dataclass(eq=False, slots=True)
class Thing:
    """One thing of the article while it is being read: its names, its other mentions, what is known of it."""

    kind: str
    names: list[Name] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    hints: dict[str, str] = field(default_factory=dict)
    place: GazetteerPlace | None = None
    label: str = ""
    first: int = 0
    """Where the article first names it."""

    def words(self) -> tuple[str, ...]:
        """Its fullest name, folded, as words."""
        return fold_words(self.label)


def fold_words(text: str) -> tuple[str, ...]:
    """A name's words, case and punctuation off."""
    return tuple(re.findall(r"[\w@&]+", re.sub(r"['’]s\b", "", text).casefold()))


class Registry:
    """All the things of an article, by the names that stand for them."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.things: list[Thing] = []
        self._of_name: dict[tuple[int, int], Thing] = {}
        self._countries: dict[str, Thing] = {}

    def add_names(self, names: Sequence[Name]) -> None:
        """Cluster the names of an article. Longer names first, so that the shorter ones find what they belong to."""
        groups: dict[tuple[str, str, str], list[Name]] = {}
        for name in names:
            if name.kind != "Demonym":
                key = (name.kind, " ".join(fold_words(name.text)), name.owner or "")
                groups.setdefault(key, []).append(name)
        order = sorted(
            groups.items(), key=lambda item: (-len(item[0][1].split()), not item[0][2], _start(item[1]), item[0])
        )
        for (kind, _, _), group in order:
            self._add(kind, group)
        for thing in self.things:
            self._finish(thing)

    def of_name(self, name: Name) -> Thing:
        """The thing that a name stands for."""
        return self._of_name[name.block, name.first]

    def refer(self, name: Name, thing: Thing) -> None:
        """Let a description, such as "the Chinese Foreign Minister", stand for a thing that is known by name."""
        self._of_name[name.block, name.first] = thing
        thing.mentions.append(Mention(Span(name.start, name.end), "nominal"))

    def country(self, place: GazetteerPlace, mention: Mention | None = None, text: str | None = None) -> Thing:
        """The thing of a gazetteer place, such as the country of a demonym; made where it is not named yet."""
        key = _place_key(place)
        thing = self._countries.get(key)
        if thing is None:
            thing = self.new("Place", place.name)
            thing.place = place
            self._countries[key] = thing
            _place_hints(thing)
        if mention:
            thing.mentions.append(mention)
        if text:
            thing.labels[text] += 1
        return thing

    def new(self, kind: str, label: str, first: int = 1 << 30) -> Thing:
        """A thing that no name stands for: an unnamed event, a group of people."""
        thing = Thing(kind, label=label, first=first)
        thing.labels[label] += 1
        self.things.append(thing)
        return thing

    def of_kind(self, *kinds: str) -> list[Thing]:
        """The things of these kinds, in the order in which the article first names them."""
        return sorted((t for t in self.things if t.kind in kinds), key=lambda t: t.first)

    # Clustering

    def _add(self, kind: str, group: list[Name]) -> None:
        first = group[0]
        if kind == "Place" and first.place is not None:
            thing = self.country(first.place)
        else:
            thing = self._known(kind, group) or Thing(kind, first=min(n.start for n in group))
            if thing not in self.things:
                self.things.append(thing)
        if group[0].owner and kind == "Organization":
            thing.hints.setdefault("country", group[0].owner)
        for name in group:
            thing.names.append(name)
            thing.first = min(thing.first, name.start)
            thing.labels[name.text] += 1
            thing.mentions.append(Mention(Span(name.start, name.end)))
            self._of_name[name.block, name.first] = thing
        thing.label = thing.label or first.text

    def _known(self, kind: str, group: list[Name]) -> Thing | None:
        alias_of = next((n.alias_of for n in group if n.alias_of), None)
        candidates = [t for t in self.things if t.kind == kind]
        if alias_of:
            declared = [t for t in candidates if alias_of in t.labels]
            if declared:
                return declared[0]
        owner = group[0].owner
        if kind == "Organization":
            candidates = [t for t in candidates if owner is None or t.hints.get("country") in (None, owner)]
            bare = group[0].text.casefold() in self.lexicon.heads["organization"] and " " not in group[0].text
            if bare:
                return self._headed(group, candidates)
            same = [t for t in candidates if fold_words(t.label) == fold_words(group[0].text)]
            if same:
                return max(same, key=lambda t: (t.first <= group[0].start, t.first))
            post = self._post(group[0].text)
            same = [t for t in candidates if post is not None and post.may_be(self._post(t.label))]
            if same:
                return same[0]
        if kind == "Person":
            return self._person(group, candidates)
        if kind in ("Organization", "Programme"):
            return self._body(group, candidates)
        if kind == "Event":
            return self._event(group, candidates)
        return None

    def _headed(self, group: list[Name], candidates: list[Thing]) -> Thing | None:
        """A bare "Institute" or "University" is the one of that kind that was named last, or the only one; "Canada's
        Ministry" only one of that country."""
        head, owner = group[0].text.casefold(), group[0].owner
        fitting = [t for t in candidates if head in fold_words(t.label) and len(fold_words(t.label)) > 1]
        if owner is not None and len(fitting) > 1:
            fitting = [t for t in fitting if t.hints.get("country") == owner]
        before = [t for t in fitting if t.first < _start(group)]
        return max(before, key=lambda t: t.first) if before else fitting[0] if len(fitting) == 1 else None

    def _person(self, group: list[Name], candidates: list[Thing]) -> Thing | None:
        words = self._person_words(group[0].text)
        part = [t for t in candidates if self._abbreviates(words, self._person_words(t.label))]
        if part:
            before = [t for t in part if t.first < _start(group)]
            return max(before, key=lambda t: t.first) if len(part) > 1 and before else part[0]
        return next((t for t in candidates if _same_spelt(words, self._person_words(t.label))), None)

    def _abbreviates(self, words: tuple[str, ...], known: tuple[str, ...]) -> bool:
        """ "Rojas" or "A. Rojas" for "Ana Rojas", or, where that is written first, the other way round."""
        return _is_part(words, known) or (len(words) == len(known) and _is_part(known, words))

    def _person_words(self, text: str) -> tuple[str, ...]:
        return tuple(w for w in fold_words(text) if w not in self.lexicon.suffixes)

    def _body(self, group: list[Name], candidates: list[Thing]) -> Thing | None:
        words, start = fold_words(group[0].text), min(n.start for n in group)
        for thing in candidates if not any(name.apart for name in group) else ():
            longer = fold_words(thing.label)
            if shortens(group[0].text, thing.label):
                return thing
            tail = longer[len(words) :]
            if longer[: len(words)] == words and tail and self._same_body(thing, tail, start):
                return thing
        return self._with_country(words, candidates)

    def _with_country(self, words: tuple[str, ...], candidates: list[Thing]) -> Thing | None:
        """The one body that is called by these words and its country, too: "Delta Bank", "Delta Bank of Ghana"."""
        tails = [(thing, fold_words(thing.label)) for thing in candidates]
        of = [(t, longer[len(words) + 1 :]) for t, longer in tails if longer[: len(words) + 1] == (*words, "of")]
        places = [(thing, self.gazetteer.find(" ".join(tail))) for thing, tail in of if tail]
        known = [thing for thing, place in places if place is not None and place.kind == "country"]
        known = known or [thing for thing, longer in tails if self._without_people(words, longer)]
        return known[0] if len(known) == 1 and len(words) > 1 else None

    def _without_people(self, words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
        """ "Manas University" for "Kyrgyz-Turkish Manas University": no "Ministry of Trade" for the "Chadian" one."""
        lead, own = longer[: -len(words)], not (self.lexicon.head_kinds(words[0]) or words[0] in self.lexicon.topics)
        called = bool(lead) and own and longer[len(lead) :] == words
        return called and all(self.gazetteer.country_of(word) for word in lead)

    def _same_body(self, longer: Thing, tail: tuple[str, ...], start: int) -> bool:
        """Whether a name is the short form of a longer one: where the rest is a company suffix, or where the longer
        came first. "Huawei" before "Huawei Pakistan" is another body."""
        if all(word in self.lexicon.heads["company"] or word in ("private", "limited") for word in tail):
            return True
        official = tail[0] in self.lexicon.heads["organization"] and tail[0] not in UNITS
        return longer.first < start or official

    def _event(self, group: list[Name], candidates: list[Thing]) -> Thing | None:
        words = fold_words(group[0].text)
        for thing in candidates:
            longer = fold_words(thing.label)
            same_end = longer and (longer[-1] == words[-1] or (longer[-1].isdigit() and longer[-2:-1] == words[-1:]))
            if same_end and set(words) <= set(longer):
                return thing
            if (
                longer[: len(words)] == words
                and longer[len(words) :]
                and all(w.isdigit() for w in longer[len(words) :])
            ):
                return thing
            if len(words) == 1 and group[0].text.isupper() and words[0] in initials(thing.label):
                return thing
        return None

    # Labels and hints

    def _finish(self, thing: Thing) -> None:
        if thing.place is not None:
            _place_hints(thing)
            return
        thing.label = self._best_label(thing)
        if thing.kind == "Organization":
            self._body_hints(thing)
        elif thing.kind == "Event":
            year = re.search(r"\b(19|20)\d\d\b", thing.label)
            if year:
                thing.hints["year"] = year.group()
            ordinal = re.match(r"(\d+)(?:st|nd|rd|th)\b", thing.label)
            if ordinal:
                thing.hints["ordinal"] = ordinal.group(1)

    def _best_label(self, thing: Thing) -> str:
        def rank(label: str) -> tuple[int, int, int, str]:
            return (label.isupper() and len(label.split()) == 1, -len(label.split()), -thing.labels[label], label)

        return min(thing.labels, key=rank)

    def _body_hints(self, thing: Thing) -> None:
        mission = self._mission(thing.label)
        if mission is not None:
            hints = {"mission": mission.noun, "sends": mission.sender, "seat": mission.seat}
            thing.hints.update((key, said) for key, said in hints.items() if said)
            return
        places = self.places_in(thing.label.partition(" with ")[0])
        countries = {p.country for p in places if p.kind == "country" and p.country}
        if len(countries) == 1:
            thing.hints["country"] = countries.pop()

    def _post(self, label: str) -> Mission | None:
        """The mission of a country that a label names, and no section or house of it."""
        words = fold_words(label)
        if not any(word in POSTS for word in words):
            return None
        parts = [w for w in words if w not in POSTS and "organization" in self.lexicon.head_kinds(w)]
        mission = None if parts else self._mission(label)
        return mission if mission is not None and mission.sender is not None else None

    def _mission(self, label: str) -> Mission | None:
        """The embassy, consulate or the like that a label names; None where it names another body."""
        lower = label.casefold()
        noun = next((m for m in MISSIONS if re.search(rf"\b{m}\b", lower)), None)
        if noun is None:
            return None
        places = self.places_in(label.partition(" with ")[0])
        sender = next((p for p in places if p.kind == "country"), None)
        if noun == "mission" and sender is None and not PLAIN_MISSION.search(lower):  # "Trade Mission"
            return None
        cities = (p for p in reversed(places) if p.kind == "city")
        seat = next((p for p in cities if p.name.casefold() not in self.lexicon.ambiguous_places), None)
        return Mission(noun, sender.country if sender else None, seat.name if seat else None)

    def places_in(self, label: str) -> list[GazetteerPlace]:
        """The places that a label names."""
        found = []
        words = re.findall(r"[\w'’.-]+", label)
        index = 0
        while index < len(words):
            for length in (4, 3, 2, 1):
                text = " ".join(words[index : index + length])
                place = self.gazetteer.find(text) if text[0].isupper() else None
                demonym = self.gazetteer.country_of(text)
                place = demonym if demonym is not None and (place is None or place.kind != "country") else place
                if place and (place.kind == "country" or len(text) >= SHORT_NAME):
                    found.append(place)
                    index += length - 1
                    break
            index += 1
        return found

    # Out

    def referents(self, used: Iterable[Thing]) -> dict[Thing, Referent]:
        """The model's referents of the things that statements use; keys are made from kind and label. Things alike in
        these and first named at the same place are told apart by the order in which they were made."""
        taken: Counter[str] = Counter()
        result = {}
        asked = set(used)
        for thing in sorted((t for t in self.things if t in asked), key=lambda t: (t.kind, t.label, t.first)):
            base = f"{thing.kind}:{thing.label}"
            taken[base] += 1
            key = base if taken[base] == 1 else f"{base}#{taken[base]}"
            labels = sorted(set(thing.labels) | {thing.label})
            mentions = tuple(sorted(set(thing.mentions), key=lambda m: m.span))
            result[thing] = Referent(
                key,
                thing.kind,
                thing.label,
                (thing.label, *(x for x in labels if x != thing.label)),
                mentions,
                dict(sorted(thing.hints.items())),
            )
        return result


def _start(names: Sequence[Name]) -> int:
    return min(name.start for name in names)


def _place_key(place: GazetteerPlace) -> str:
    return f"{place.kind}:{place.country}:{place.geoname or place.name}"


def _place_hints(thing: Thing) -> None:
    place = thing.place
    if place is None:
        return
    written = [name.text for name in thing.names if fold_words(name.text)[:1] != ("government",)]
    common = Counter(text for text in written if not text.isupper()).most_common(1)
    thing.label = place.name if place.kind == "country" or not common else common[0][0]
    thing.labels[place.name] += 1
    if place.country:
        thing.hints["iso" if place.kind == "country" else "country"] = place.country
    if place.geoname:
        thing.hints["geoname"] = str(place.geoname)
    if place.latitude is not None and place.longitude is not None:
        thing.hints["latitude"], thing.hints["longitude"] = str(place.latitude), str(place.longitude)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short name's words stand in the long one, in order."""
    initials = len(short) == len(long) and short != long and any(len(word) == 1 for word in short)
    if not short or not (len(short) < len(long) or initials) or not any(len(word) > 1 for word in short):
        return False
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in short)


def _same_spelt(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Spelling variants: "Liu Jian" and "Lu Jian"; "Hussain" for "Asim Shahryar Husain"."""
    if len(first) == 1 and len(second) > 1:
        return len(first[0]) > SHORT_NAME and _one_letter_more(first[0], second[-1])
    if len(first) != len(second) or len(first) < 2:
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(differing) == 1 and _one_letter_more(*differing[0])


def _one_letter_more(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
