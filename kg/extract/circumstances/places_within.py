"""Which places lie in which, as the row of words says: "Lima, Peru", "Peru's capital Lima", "the Fijian city of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.naming.mentions import Name
from kg.extract.naming.place_signs import called_a_place
from kg.extract.reference.referents import Registry, Thing
from kg.extract.relations.findings import Finding
from kg.extract.syntax.parsing import ParsedBlock
from kg.extract.text.words import Word
from kg.model import Span

CONTAINERS = frozenset(
    """
    city town province capital state district county port village region municipality island resort republic governorate
    prefecture peninsula suburb department emirate oblast canton parish commune voivodeship krai raion okrug wilaya
    """.split()
)
QUARTERS = frozenset("district suburb quarter neighbourhood neighborhood borough".split())
"""Nouns for parts of cities: "the Zamalek district of Cairo"."""
BUILDINGS = frozenset("house hotel palace hall airport plaza tower building stadium resort campus complex".split())
SEVERAL = frozenset("cities towns provinces capitals states districts counties ports villages regions islands".split())
CALLED = CONTAINERS | SEVERAL
LEADERS = frozenset("in at from to near of for outside around".split())
DIRECTIONS = frozenset(
    """
    the north south east west northern southern eastern western central northeast northwest southeast southwest coastal
    northeastern northwestern southeastern southwestern north-eastern north-western south-eastern south-western
    north-east north-west south-east south-west far upper lower
    """.split()
)
AROUND = DIRECTIONS | CONTAINERS | {"of", "part", "country", "nation", "'s", "’s"}
"""What may stand between "in" and the place around another: "in the northern province of"."""
SIZES = frozenset(
    """
    largest biggest second third fourth second-largest third-largest second-biggest third-biggest main historic ancient
    industrial commercial business financial cultural economic coastal southern northern eastern western neighbouring
    neighboring border former
    """.split()
)
"""What is said of a city, town or port before its name."""
LONGEST_GAP = 5


class PlacesWithin:
    """Reads a block for places that lie in others."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.gazetteer = registry.gazetteer

    def findings(self, block: ParsedBlock) -> Iterator[Finding]:
        """The pairs of places, in text order for each way of saying it."""
        names = [n for n in block.read.names if n.kind in ("Place", "Demonym")]
        at, ending = {n.first: n for n in names}, {n.last: n for n in names}
        several = not SEVERAL.isdisjoint(word.lower for word in block.read.words)
        for name in names:
            known = name.place
            if name.kind != "Place" or (known is not None and (known.kind == "country" or known.is_wide)):
                continue
            outer = self._behind(block, name, at)
            rule = "place-in-place"
            if outer is None:
                outer, rule = self._before(block, name, ending)
            whole = self._thing(outer) if outer is not None else self._state(block, name)
            rule = rule or "city-of"
            span = block.sentence_at(name.start) or self._around_bracket(block, name)
            aside = block.read.words[name.last : name.last + 1] and block.read.words[name.last].text == "("
            row = self._row(block, name, at, ending) if several and whole is not None and not aside else []
            for each in (*self._fellows(block, name, ending), *row, name):
                inner = self.registry.of_name(each)
                if whole is not None and span is not None and inner is not whole:
                    yield Finding(inner, "locatedIn", whole, span, "asserted", 0.85, rule)

    def _around_bracket(self, block: ParsedBlock, name: Name) -> Span | None:
        """The sentence over "Delta University (Lima, Peru)", whose bracket the parser does not see."""
        words = block.read.words
        if name.first < 2 or words[name.first - 1].text != "(":
            return None
        return block.sentence_at(words[name.first - 2].start + block.read.block.span.start)

    def _fellows(self, block: ParsedBlock, name: Name, ending: dict[int, Name]) -> list[Name]:
        """ "Gyumri and Vanadzor, two cities of Armenia": those named before the last."""
        words, found = block.read.words, []
        if not self._several(block, name.last):
            return []
        before = name
        while before.first and words[before.first - 1].lower in ("and", ",") and before.first - 1 in ending:
            before = ending[before.first - 1]
            found.append(before)
        return found[::-1]

    def _row(self, block: ParsedBlock, name: Name, at: dict[int, Name], ending: dict[int, Name]) -> list[Name]:
        """ "The provinces of Houaphan and Sekong in Laos", "the Lao provinces Houaphan and Sekong": the others of the
        row."""
        words, row = block.read.words, [name]
        while (before := self._beside(words, row[0].first, ending)) is not None:
            row.insert(0, before)
        while (after := at.get(_past_joint(words, row[-1].last))) is not None and after.kind == "Place":
            row.append(after)
        start = row[0].first - (1 if words[row[0].first - 1].lower == "of" else 0)
        told = start > 0 and words[start - 1].lower in SEVERAL
        told = told or (row[-1].last < len(words) and words[row[-1].last].lower in SEVERAL)
        return [n for n in row if n is not name and (n.place is None or n.place.kind != "country")] if told else []

    def _beside(self, words: Sequence[Word], first: int, ending: dict[int, Name]) -> Name | None:
        """The place that a joint parts from the one that begins there."""
        end = first
        while end and words[end - 1].lower in (",", "and"):
            end -= 1
        before = ending.get(end) if end < first else None
        return before if before is not None and before.kind == "Place" else None

    def _several(self, block: ParsedBlock, index: int) -> bool:
        """Whether ", two cities" stands behind a name."""
        lowers = [w.lower for w in block.read.words[index : index + LONGEST_GAP]]
        return lowers[:1] == [","] and lowers[1:2] in (["two"], ["three"], ["both"]) and not SEVERAL.isdisjoint(lowers)

    def _thing(self, name: Name) -> Thing | None:
        if name.kind == "Place":
            return self.registry.of_name(name)
        return self.registry.country(name.place) if name.place is not None and name.place.kind == "country" else None

    def _behind(self, block: ParsedBlock, name: Name, at: dict[int, Name]) -> Name | None:
        """ "Lima, Peru", "Tokyo in Japan", "Apia, the capital of Samoa"."""
        words, index = block.read.words, name.last
        while index < len(words) and words[index].lower in CALLED - QUARTERS:
            index += 1
        called = index > name.last
        if index >= len(words) or (called and words[index].lower not in ("of", "in")):
            return None
        sign, told = words[index].lower, False
        if sign in ("is", "was"):
            link = self._city_in(words, index + 1)
            outer = at.get(self._named_place(block, link, at)) if link else None
            return outer if outer is not None and outer.kind == "Place" else None
        if sign == ",":
            index += 1
            lowers = [w.lower for w in words[index : index + LONGEST_GAP]]
            told = lowers[:2] == ["the", "capital"] or lowers[:1] in (["capital"], ["in"])
            if told or self._several(block, name.last):
                index = self._named_place(block, index, at)
            elif lowers[:1] in (["a"], ["the"]) and called_a_place(words, name.last):
                index = self._named_place(block, index, at)
                outer = at.get(index)
                return outer if outer is not None and outer.kind == "Place" else None
        elif sign in CONTAINERS | QUARTERS and [w.lower for w in words[index + 1 : index + 2]] in (["of"], ["in"]):
            outer = at.get(index + 2)
            if outer is None or outer.kind != "Place":
                return None
            holds = self._larger if sign in QUARTERS else self._holds
            return outer if holds(outer, name) and not self._listed(block, outer) else None
        elif sign in ("in", "of", "("):
            index = self._named_place(block, index, at) if sign == "in" and index + 1 not in at else index + 1
        else:
            return None
        while index < len(words) and index not in at and words[index].lower in DIRECTIONS:
            index += 1
        outer = at.get(index)
        if outer is None or outer.kind != "Place":
            return None
        listed = self._listed(block, outer)
        ends = {words[name.first].lower, words[name.last - 1].lower} if name.last - name.first > 1 else set()
        if name.place is None and ends & BUILDINGS and sign in ("in", ","):
            told = outer.place is None and words[index - 1].lower == "of" and words[index - 2].lower in CONTAINERS
            return outer if (told or self._is_narrow(outer)) and not listed else None
        if told and sign == "," and words[outer.last - 1].lower in CONTAINERS:  # "Beira, in Sofala Province"
            return outer
        if called and self._is_narrow(outer) and not listed and self._larger_kind(outer, name):
            return outer
        if not (self._holds(outer, name) or (sign == "in" and self._in_city(block, outer, name, at))):
            return None
        if name.place is None and words[name.last - 1].lower in CONTAINERS and name.last - name.first > 1:
            return outer if sign in ("in", "of") or not listed else None
        before = [w.lower for w in words[max(0, name.first - 2) : name.first]]
        if sign == "in" and before[-1:] == ["of"] and before[0] in CONTAINERS:  # "the village of Doba in Chad"
            return outer
        led = bool(before) and before[-1] in LEADERS and (sign == "," or before[-1] not in ("from", "for"))
        known = name.place is not None and (outer.place is not None or (sign == "in" and not listed))
        return outer if known or (led and sign in (",", "in") and not listed) else None

    def _city_in(self, words: Sequence[Word], index: int) -> int:
        """Where "in" of "a city in", "one of the largest ports of" stands; 0 where nothing of the kind does."""
        lowers = [w.lower for w in words[index : index + LONGEST_GAP + 2]]
        nouns = (i for i, lower in enumerate(lowers[:-1]) if lower in CALLED)
        noun = next(nouns, 0) if lowers[:1] in (["a"], ["the"], ["one"]) else 0
        return index + noun + 1 if noun and lowers[noun + 1] in ("of", "in") else 0

    def _named_place(self, block: ParsedBlock, index: int, at: dict[int, Name]) -> int:
        """Where the place begins of which another is said to be a city: "a city in northern Croatia", "in east
        China's Jiangsu Province"."""
        words = block.read.words
        of = next((i for i in range(index, min(len(words), index + LONGEST_GAP)) if words[i].lower in ("of", "in")), -1)
        start = of + 1 if of >= 0 else len(words)
        while start < len(words) and start not in at and words[start].lower in AROUND:
            start += 1
        owner = at.get(start)
        inner = owner is not None and owner.last < len(words) and words[owner.last].possessive
        return owner.last + 1 if owner is not None and inner and owner.last + 1 in at else start

    def _listed(self, block: ParsedBlock, outer: Name) -> bool:
        """Whether a place is one of a list, and so no place around the one before it."""
        words = block.read.words
        following = words[outer.last].lower if outer.last < len(words) else "."
        return following in ("and", "&", "or")

    def _larger_kind(self, outer: Name, inner: Name) -> bool:
        """Whether what a country or province is said to hold can lie there, as far as the gazetteer knows."""
        known = outer.place is not None and outer.place.kind in ("country", "province")
        return known and (inner.place is None or self._holds(outer, inner))

    def _is_narrow(self, outer: Name) -> bool:
        return outer.place is not None and not outer.place.is_wide

    def _in_city(self, block: ParsedBlock, outer: Name, name: Name, at: dict[int, Name]) -> bool:
        """ "Sennan in Osaka, Japan": what is called by a city's name, and holds a smaller one, is its province."""
        land = at.get(outer.last + 1) if block.read.words[outer.last : outer.last + 1] else None
        told = land is not None and land.kind == "Place" and block.read.words[outer.last].text == ","
        inner, city = name.place, outer.place
        same = inner is not None and city is not None and inner.country == city.country
        return told and same and self._holds(land, outer) and self._larger(outer, name) if land is not None else False

    def _holds(self, outer: Name, inner: Name) -> bool:
        """Whether the gazetteer knows the inner place, or one of its name, to lie in the outer one."""
        if outer.place is None:
            return outer.text.split()[-1].casefold() in CONTAINERS
        if outer.place.kind not in ("country", "province", "region"):
            return False
        if inner.place is None:
            return outer.place.kind == "country"
        known = self.gazetteer.find(inner.text, outer.place.country)
        return known is not None and known.country == outer.place.country and inner.text != outer.text

    def _larger(self, outer: Name, inner: Name) -> bool:
        """Whether a place is a city larger than another: "the Lima district of Lince", "the Lince district of Lima"."""
        city = outer.place if outer.kind == "Place" else None
        return city is not None and (inner.place is None or city.population > inner.place.population)

    def _before(self, block: ParsedBlock, name: Name, ending: dict[int, Name]) -> tuple[Name | None, str]:
        """ "Guangzhou's Tianhe District", "the Chinese city of Shenzhen", "Angola's capital, Luanda"."""
        words = block.read.words
        for end in range(name.first, max(0, name.first - LONGEST_GAP), -1):
            outer = ending.get(end)
            if outer is None:
                continue
            gap = [w.lower for w in words[end : name.first]]
            possessive = bool(gap) and words[end].possessive
            if gap and possessive and len(gap) == 1:
                return outer, "place-of-place"
            inner = gap[1:] if possessive else gap
            told = bool(inner) and set(inner) & CALLED and set(inner) <= CALLED | SIZES | {"of", ",", "the"}
            quarter = len(gap) > 1 and gap[-2] in QUARTERS and gap[-1] == "of" and self._larger(outer, name)
            told, owned = told or quarter, possessive or outer.kind == "Demonym" or quarter
            lead = [w.lower for w in words[max(0, outer.first - 3) : outer.first] if w.lower != "the"]
            if gap == [","] and lead[-2:] == ["capital", "of"] and self._holds(outer, name):
                return outer, "city-of"
            return (outer, "city-of") if told and owned else (None, "")
        return None, ""

    def _state(self, block: ParsedBlock, name: Name) -> Thing | None:
        """ "The country's capital, Lima", "in the capital Lima": the city's country, where the article names it."""
        words, first = block.read.words, name.first - (name.first > 0 and block.read.words[name.first - 1].text == ",")
        if first < 1 or words[first - 1].lower != "capital" or name.place is None or name.place.kind != "city":
            return None
        return next(
            (t for t in self.registry.of_kind("Place") if t.hints.get("iso") == name.place.country and t.mentions), None
        )


def _past_joint(words: Sequence[Word], end: int) -> int:
    """Past the "and" or comma behind a name; -1 where none stands there."""
    start = end
    while start < len(words) and words[start].lower in (",", "and"):
        start += 1
    return start if start > end else -1
