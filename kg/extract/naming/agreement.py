"""What the names of a block, and of an article, say of each other's kind and owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from kg.extract.naming.mentions import Name, ReadBlock
from kg.extract.naming.person_signs import LARGE_CITY
from kg.extract.naming.subordination import QUOTES, SUBSIDIARIES, UNIT_HEADS
from kg.extract.text.lexicon import Lexicon
from kg.extract.text.words import Word, text_of
from kg.gazetteer import Gazetteer

LONGEST_TRIBUTE = 4
LONGEST_PERSON = 3
PAIR = 2
PLAIN_SIGNS, CLEAR_SIGNS, WEAK_SIGNS = 0.95, 0.6, 0.5
JOINTS = frozenset((",", "and", "the", "&", ";", "as", "well"))
"""What may stand between the names of a row."""
OF_WHOM = ({"of"}, {"of", "the"}, {"from"}, {"from", "the"})
OPENINGS = (["such", "as"], ["companies", "like"], ["firms", "like"], ["including"], ["namely"])
ENUMERATING = frozenset((",", ":", "-", "–", "—"))
"""Signs behind a counted noun for bodies, before their names."""
COMPANY_FORMS = frozenset("JSC OJSC CJSC PJSC LLC LLP PLLC OOO ZAO PAO OAO NJSC".split())
"""Forms of companies that stand before their names: 'JSC "Dala Oil"'."""
ENDS = frozenset(".:;?!")
COUNTS = frozenset("two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10 several".split())
LONGEST_COUNTED = 4
LONGEST_OFFICE = 5
FARTHEST_NOUN = 12
INSTRUMENTS = frozenset(
    """
    mou mous memorandum memoranda understanding agreement agreements contract contracts pact deal partnership venture
    """.split()
)
CONCLUDED = frozenset("signed inked concluded reached sealed exchanged".split())
JOINT = frozenset("joint intergovernmental inter-governmental bilateral mixed binational interparliamentary".split())
"""Words in the names of what belongs to two states or unions of states."""
SEATED = frozenset("university college school hospital institute academy polytechnic centre center museum".split())

CONTINENTAL = frozenset(("Latin", "Central"))
"""Words before "American" that tell of no country."""


PARTS = SUBSIDIARIES | {"part", "parent", "owned"}
"""Words by which one body is said to be part of another."""


class NameAgreement:
    """Settles names by their neighbours: brackets, lists, owners, and the same words elsewhere."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.lexicon = lexicon
        self.gazetteer = gazetteer

    def itemised(self, words: list[Word], names: list[Name]) -> None:
        """In "Banco do Zambeze & Boğaz Bankası: trade finance" what stands before the colon are bodies."""
        colon = next((i for i, w in enumerate(words) if w.text == ":"), 0)
        for name in names:
            if name.last <= colon and name.strength < 0.9 and name.kind in ("Person", "Place") and name.place is None:
                name.kind, name.strength = "Organization", 0.9

    def joined(self, words: list[Word], names: list[Name]) -> list[Name]:
        """ "Between the Chamber of Trade and Sectoral Associations and the Lima Bank": of three bodies between whom
        nothing but "and" stands, the first two are one, if no article parts them."""
        for one, two, three in zip(names, names[1:], names[2:], strict=False):
            opened = "between" in [w.lower for w in words[max(0, one.first - 2) : one.first]]
            gaps = [[w.lower for w in words[a.last : b.first]] for a, b in ((one, two), (two, three))]
            bodies = {n.kind for n in (one, two, three)} == {"Organization"}
            if opened and bodies and gaps == [["and"], ["and", "the"]]:
                one.text += " " + text_of(words[one.last : two.last])
                one.last, one.end = two.last, two.end
                return [n for n in names if n is not two]
        return names

    def of_both(self, words: list[Word], names: list[Name]) -> list[Name]:
        """ "The Joint Commission of Kenya and the Republic of Peru": what is joint is of both."""
        kept: list[Name] = []
        for name in names:
            body = kept[-1] if kept else None
            gap = [w.lower for w in words[body.last : name.first]] if body else []
            if body and gap in (["and"], ["and", "the"]) and self._joint_of(body) and self._state(name.text):
                body.text += " " + text_of(words[body.last : name.last])
                body.last, body.end = name.last, name.end
            else:
                kept.append(name)
        return kept

    def _joint_of(self, body: Name) -> bool:
        """Whether a body or event is called joint, and of one of those whose it is."""
        of, _, state = body.text.rpartition(" of ")
        joint = body.kind in ("Organization", "Event") and not JOINT.isdisjoint(of.casefold().split())
        return joint and self._state(state)

    def _state(self, text: str) -> bool:
        place = self.gazetteer.find(text.removeprefix("the "))
        return text.endswith(" Union") or text.split()[-1].isupper() or (place is not None and place.kind == "country")

    def told_apart(self, read: Sequence[ReadBlock]) -> None:
        """Units of one name that belong to two bodies, "the Faculty of Law of A and the Faculty of Law of B", are two:
        each bears the name of its body, too; and so are a body and what is said to be its part, "Acme Chad, a unit of
        Acme"."""
        owned: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
        for block in read:
            for unit, whole in pairwise(block.names):
                gap = [w.lower for w in block.words[unit.last : whole.first]]
                if unit.head in UNIT_HEADS and whole.kind == "Organization" and gap in (["of"], ["of", "the"], [","]):
                    owned[unit.text][whole.text].append(unit)
                elif unit.text.startswith(f"{whole.text} ") and not PARTS.isdisjoint(gap):
                    whole.apart = True
        for bodies in owned.values():
            for body, units in bodies.items() if len(bodies) > 1 else ():
                for unit in units:
                    unit.text += f" of {body}"

    def owned(self, words: list[Word], names: list[Name]) -> None:
        """Note the country that a body is said to be of, before it or in its name."""
        before: Name | None = None
        for name in names:
            own = name.text.partition(" with ")[0].split() if name.kind == "Organization" else []
            inside = [self._country_in(part) for lead, part in pairwise(["", *own]) if lead not in CONTINENTAL]
            known = [iso for iso in inside if iso]
            gap = words[before.last : name.first] if before else []
            adjoining = not gap or (len(gap) == 1 and gap[0].possessive)
            if known:
                name.owner = known[-1]
            elif (
                name.kind == "Organization" and before and adjoining and before.place and before.place.kind == "country"
            ):
                name.owner = before.place.country
            before = name

    def _country_in(self, word: str) -> str | None:
        place = self.gazetteer.find(word) or self.gazetteer.country_of(word)
        return place.country if place and place.kind == "country" else None

    def bracketed(self, words: list[Word], names: list[Name]) -> None:
        """A name alone in brackets right after another is another way of writing it."""
        for before, name in pairwise(names):
            gap = [w.text for w in words[before.last : name.first]]
            if gap not in (["("], ["'s", "("], ["’s", "("]) or before.kind == "Demonym":
                continue
            city = self.gazetteer.find(name.text) if name.text.istitle() and before.kind == "Organization" else None
            if city is not None and city.kind == "city" and name.kind != "Place":  # "the Acme Foundation (Winterthur)"
                name.kind, name.strength, name.place = "Place", CLEAR_SIGNS, city
            known = name.kind == "Place" and name.place is not None
            seat = known and (not words[name.first].acronym or self._is_land(before, name))
            named = before.kind not in ("Place", "Person") and not seat
            if name.last < len(words) and words[name.last].text == ")" and named:
                name.kind, name.strength, name.alias_of = before.kind, 1.0, before.text

    def listed(self, words: list[Word], names: list[Name]) -> None:
        """ "companies such as A, B and C", "the firms A from Peru and B", "the firms A (Peru) and B": what stands in a
        row behind a noun for bodies is a body."""
        row: list[Name] = []
        ends, end = {name.last for name in names}, 0
        for name in names:
            gap = [w.lower for w in words[end if row else max(0, name.first - 3) : name.first] if w.text not in QUOTES]
            if row and name.kind == "Place" and gap in (["from"], ["of"], ["in"], ["("]):
                end = name.last + (gap == ["("])
                continue
            opens = (
                gap[-2:] in OPENINGS or gap[-1:] in OPENINGS or (bool(gap) and gap[-1] in self.lexicon.several_bodies)
            )
            enumerated = not row and self._enumerated(words, name.first)
            goes_on = bool(row) and set(gap) <= JOINTS
            if opens and not goes_on and name.first not in ends:  # "Union of Banks Ana Rojas"
                reach = FARTHEST_NOUN if gap[-1:] == ["as"] else 5
                noun = {w.lower for w in words[max(0, name.first - reach) : name.first]}
                row = [name] if noun & self.lexicon.several_bodies else []
            elif enumerated:
                row = [name]
            elif goes_on:
                row.append(name)
            else:
                row = []
            end = name.last
            unknown = name.place is None or (name.kind == "Place" and not self._known_otherwise(name))
            if name in row and name.kind in ("Person", "Place") and unknown and name.strength < 0.9:
                name.kind, name.strength, name.place = "Organization", 0.9, None

    def _enumerated(self, words: list[Word], first: int) -> bool:
        """Whether a row of bodies begins: "two Turkish firms, A and B", "three companies came: A, B"."""
        sign = words[first - 1].text if first else ""
        if sign not in ENUMERATING:
            return False
        reach = FARTHEST_NOUN if sign == ":" else 1
        for at in range(first - 2, max(-1, first - 2 - reach), -1):
            if words[at].lower in self.lexicon.several_bodies:
                before = [w.lower for w in words[max(0, at - LONGEST_COUNTED) : at]]
                held = any(w.removesuffix("s") in self.lexicon.title_heads for w in before)  # "heads of two firms"
                return not (held or COUNTS.isdisjoint(before))
            if words[at].text in ENDS:
                break
        return False

    def bound(self, words: list[Word], names: list[Name]) -> None:
        """ "An MoU with Dala Soft", "signed between Dala Soft and Delta University": bodies are bound by instruments,
        where nothing tells that it is a person."""
        for name, after in zip_longest(names, names[1:]):
            before = [w.lower for w in words[max(0, name.first - 3) : name.first] if w.lower != "the"][-2:]
            if name.kind != "Person" or len(before) < PAIR:
                continue
            joined = after is not None and {w.lower for w in words[name.last : after.first]} <= JOINTS
            body = joined and after is not None and after.kind == "Organization" and after.strength >= CLEAR_SIGNS
            pair = body and before[1] == "between" and before[0] in INSTRUMENTS | CONCLUDED
            known = name.strength >= PLAIN_SIGNS or words[name.first].lower in self.lexicon.given_names
            behind = {w.lower for w in words[name.last : name.last + LONGEST_OFFICE]}
            bound = pair or (before[1] == "with" and before[0] in INSTRUMENTS)
            if bound and not known and not behind & self.lexicon.title_heads:
                name.kind, name.strength = "Organization", CLEAR_SIGNS

    def named_after(self, words: list[Word], names: list[Name]) -> list[Name]:
        """ "Osh University named after Academician E. Rojas": all of it is the body's name."""
        kept: list[Name] = []
        for name in names:
            body = kept[-1] if kept else None
            gap = [w.lower for w in words[body.last : name.first]] if body else []
            if body and body.kind == "Organization" and gap[:2] == ["named", "after"] and len(gap) <= LONGEST_TRIBUTE:
                body.text += " " + text_of(words[body.last : name.last])
                body.last, body.end = name.last, name.end
            else:
                kept.append(name)
        return kept

    def peoples(self, words: list[Word], names: list[Name]) -> list[Name]:
        """ "The Government and people of Japan" are Japan: no body is called "Government"."""

        def shared(name: Name) -> bool:
            behind = [w.lower for w in words[name.last : name.last + 4] if w.lower != "the"]
            return name.text.casefold() == "government" and behind[:3] == ["and", "people", "of"]

        return [n for n in names if not shared(n)]

    def quoted(self, words: list[Word], names: list[Name]) -> list[Name]:
        """'"Dala Nur" LLC', 'the University "Dala Nur"', '"Dala Nur" University', 'JSC "Dala Nur"': a body's name
        in quotation marks, with the company suffix or noun behind it, or behind a name that goes on with it."""
        gone: set[int] = set()
        bodies = [name for name in names if name.kind == "Organization"]
        ending, opening = {name.last: name for name in bodies}, {name.first: name for name in bodies}
        for name in names:
            start, end = name.first - 1, name.last
            if start < 1 or end >= len(words) or words[start].text not in QUOTES or words[end].text not in QUOTES:
                continue
            suffix = end + 1 < len(words) and words[end + 1].capital
            suffix = suffix and words[end + 1].lower in self.lexicon.heads["company"]
            body, rest = ending.get(start), opening.get(end + 1)
            if rest is not None and not suffix and body is None and words[rest.first].lower == rest.head:
                name.text, name.head = f"{name.text} {rest.text}", rest.head
                name.kind, name.strength, name.place = "Organization", 0.9, None
                name.first, name.start = start, name.start - words[start + 1].start + words[start].start
                name.last, name.end = rest.last, rest.end
                gone.add(rest.first)
                continue
            if suffix or words[start - 1].lower in self.lexicon.before_body:
                name.kind, name.strength, name.place = "Organization", 0.9, None
            if suffix:
                gone.add(end + 1)
                name.first, name.start = start, name.start - words[start + 1].start + words[start].start
                name.last, name.end = end + 2, name.end + words[end + 1].end - words[end - 1].end
            elif body is not None and self._named_in_quotes(words, body):
                form = body.text.upper() in COMPANY_FORMS
                body.text = name.text if form else f'{body.text} "{name.text}"'
                body.last, body.end = end + 1, name.end + words[end].end - words[end - 1].end
                gone.add(name.first)
        return [n for n in names if n.first not in gone or (n.last - n.first > 1 and ending.get(n.first - 1) is None)]

    def _named_in_quotes(self, words: list[Word], body: Name) -> bool:
        """Whether a body's name goes on in quotation marks: it is a company's form, or ends with a noun for a body."""
        closing = words[body.last - 1]
        return body.text.upper() in COMPANY_FORMS or closing.lower in self.lexicon.before_body

    def _is_land(self, body: Name, name: Name) -> bool:
        """ "Delta University (UK)": a country's letters that do not begin the body's words."""
        initials = "".join(word[0] for word in body.text.split() if word[0].isupper())
        land = name.place is not None and name.place.kind == "country"
        return land and name.text.replace(".", "") not in initials

    def in_row(self, words: list[Word], names: list[Name]) -> None:
        """ "E-Works, ZTX and Tenwa": a word that hardly tells what it is, is what the clear names of its row are."""
        row: list[Name] = []
        end = 0
        for name in [*names, None]:
            gap = {w.lower for w in words[end : name.first]} if row and name else set()
            if name is not None and gap == {"("} and name.kind == "Place" and words[name.last].text == ")":
                end = name.last + 1  # "Acme (Peru), Elm"
                continue
            whose = name is not None and gap in OF_WHOM and name.kind in ("Organization", "Place")
            if name is not None and whose and (row[-1].kind == "Person" or self._unclear_body(words, row[-1])):
                end = name.last  # "Ana Rojas of Delta University and Dag Olsen"
                continue
            end = name.last if name else 0
            short = gap == {"("} or (not gap.isdisjoint(JOINTS) and gap <= JOINTS | {")"})  # "Acme Oil (AO), Elm"
            if name is not None and row and gap and (gap <= JOINTS or (short and (name.alias_of or row[-1].alias_of))):
                row.append(name)
                continue
            unclear_bodies = [n for n in row if self._unclear_body(words, n)]
            clear = {n.kind for n in row if n.strength >= CLEAR_SIGNS and n not in unclear_bodies}
            self._among_bodies(
                [n for n, back in zip(row, [None, *row], strict=False) if not self._seat(words, back, n)]
            )
            lone = [n for n in row if n.kind == "Person" and " " not in n.text and not self._given(n)]
            if clear == {"Person"}:
                for unclear in unclear_bodies:
                    unclear.kind = "Person"
            if clear == {"Organization"}:
                for unclear in (n for n in lone if n.strength <= WEAK_SIGNS):
                    unclear.kind, unclear.strength = "Organization", CLEAR_SIGNS
            countries = sum(n.place is not None and n.place.kind == "country" for n in row)
            if len(row) == PAIR and countries == 1:  # "Peru and Zipline agreed"
                for unclear in (n for n in lone if n.strength < WEAK_SIGNS):
                    unclear.kind, unclear.strength = "Organization", WEAK_SIGNS
            for unclear in (n for n in row if n.kind == "Person" and n.strength <= WEAK_SIGNS and clear == {"Place"}):
                place = self.gazetteer.find(unclear.text)
                if place is not None and place.kind == "city" and len(row) == PAIR:
                    unclear.kind, unclear.strength, unclear.place = "Place", CLEAR_SIGNS, place
            row = [name] if name else []

    def _among_bodies(self, row: list[Name]) -> None:
        """ "Ostara Ltd, Elm Bank and Boreal": in a row of bodies, what only the recogniser or a small town's name
        tells otherwise is a body, too; a name of several words needs more of them."""
        row = row[next((i for i, n in enumerate(row) if n.kind != "Place"), 0) :]
        if any(self._known_otherwise(name) for name in row):
            return
        sure = sum({n.text: n.strength for n in row if n.kind == "Organization"}.values()) / CLEAR_SIGNS
        for name in row:
            if name.kind != "Organization" and sure >= PAIR + (" " in name.text) / 2:
                name.kind, name.strength, name.place = "Organization", CLEAR_SIGNS, None

    def _seat(self, words: list[Word], body: Name | None, name: Name) -> bool:
        """Whether a city stands between commas right behind a body that has a seat: "Delta University, Doba, and …"."""
        seated = body is not None and body.kind == "Organization" and body.head in SEATED and name.kind == "Place"
        commas = seated and body is not None and words[body.last].text == "," and body.last + 1 == name.first
        return commas and name.last < len(words) and words[name.last].text == ","

    def _given(self, name: Name) -> bool:
        return name.text.casefold().split()[0] in self.lexicon.given_names

    def _known_otherwise(self, name: Name) -> bool:
        """Whether more than the recogniser tells that a name in a row is no body's: no small town is known so."""
        if name.kind == "Place":
            place = name.place
            return place is None or place.kind != "city" or place.capital or place.population >= LARGE_CITY
        return name.kind != "Organization" and (
            self._given(name) or name.kind != "Person" or name.strength > CLEAR_SIGNS
        )

    def _unclear_body(self, words: list[Word], name: Name) -> bool:
        """Whether nothing but its looks makes a name of several plain words a body's."""
        parts = name.text.casefold().split()
        plain = name.head is None and name.strength <= CLEAR_SIGNS and all(p.replace("-", "").isalpha() for p in parts)
        fields = any(self.lexicon.is_field(part) for part in parts)
        held = any(word.lower in self.lexicon.title_heads for word in words[max(0, name.first - PAIR) : name.first])
        fitting = PAIR <= len(parts) <= LONGEST_PERSON and not fields and not held
        return name.kind == "Organization" and plain and fitting

    def agree(self, names: list[Name]) -> None:
        """The same words name the same kind of thing throughout an article: the plainest signs decide, and a part
        of a person's full name is that person."""
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for name in names:
            votes[name.text][name.kind] += name.strength**2
        titled = {n.text for n in names if n.kind == "Person" and " " not in n.text and n.strength >= PLAIN_SIGNS}
        for text in sorted(votes):
            words, found = text.split(), votes[text]
            if len(words) > 1 and words[-1] in titled and max(found.values()) < WEAK_SIGNS:
                found["Person"] += 1.0
            if (
                words[-1].casefold() in self.lexicon.heads["company"]
                and len(words) > PAIR
                and found.get("Organization")
            ):
                stem = " ".join(words[:-1])  # "Delta Oil" beside "Delta Oil Ltd."
                votes[stem]["Organization"] += found["Organization"] if stem in votes else 0.0
            short = votes.get(words[0], {})
            if len(words) > 1 and found.get("Organization") and short and not {"Place", "Demonym"} & set(short):
                votes[words[0]]["Organization"] += found["Organization"]
        for text, found in votes.items():  # "Acme Peru" beside "the Association for Mining (Acme)"
            owner = votes.get(text.split()[0], {}) if len(text.split()) == PAIR else {}
            if set(owner) == {"Organization"} and set(found) == {"Person"} and owner["Organization"] > found["Person"]:
                found["Organization"] += owner["Organization"]
        best = {text: max(sorted(found), key=lambda kind: found[kind]) for text, found in sorted(votes.items())}
        surnames = {part for text, kind in best.items() if kind == "Person" and " " in text for part in capitals(text)}
        for name in names:
            kind = best[name.text]
            if " " not in name.text and name.text in surnames and name.strength < PLAIN_SIGNS and kind != "Demonym":
                kind = "Person"
            if kind != name.kind:
                name.kind = kind
                if kind not in ("Place", "Demonym"):
                    name.place = None


def capitals(text: str) -> set[str]:
    """The words of a name that begin with a capital, initials aside."""
    return {part for part in text.split() if part[0].isupper() and len(part) > 1}
