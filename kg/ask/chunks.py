"""Cuts a question into items: question words, relation words, names and common nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.ask.items import Ask, Asked, Auxiliary, Cut, Item, Little, Named, Some, Verb, When
from kg.ask.kinds import Kind, by_name
from kg.ask.lexicon import PREPOSITIONS, Lexicon, Pattern
from kg.ask.linking import Linker
from kg.ask.roles import OFFICE_WORDS
from kg.ask.text import ARTICLES, BE, DO, HAVE, MODAL, Word, is_participle, stem
from kg.ask.times import MONTHS, time_at
from kg.groups import adjectives
from kg.namekeys import CARDINALS, word_set

MAX_NAME = 16
ASKS: dict[str, Asked] = {
    "who": "who", "whom": "who", "whose": "who", "whos": "who", "what": "what", "whats": "what", "which": "which",
    "where": "where", "whereabouts": "where", "when": "when", "list": "list", "name": "list", "show": "list",
    "give": "list", "find": "list",
}  # fmt: skip
TIME_NOUNS = word_set("date day year month time dates")
RELATIVES = word_set("who whom which that where")
CONNECTED = frozenset(
    map(stem, ("connected", "related", "linked", "tied", "associated", "connects", "links", "relates"))
)
CONNECTION = frozenset(map(stem, ("connection", "relationship", "link", "relation", "tie", "path")))
FILLERS = word_set(
    "please tell me us you do know i want to can could there here too also else exactly kindly currently together and "
    "or so me out it them they he she of the ever officially jointly recently actually number full all names list "
    "people's about just same"
)


EXCEPT = {("except", "for"), ("other", "than"), ("apart", "from"), ("aside", "from"), ("but", "for")}


class Chunker:
    """Cuts one question."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, linker: Linker) -> None:
        self.words = list(words)
        self.lexicon = lexicon
        self.linker = linker
        self.unused: list[str] = []

    def cut(self) -> Cut:
        """The question's items; names that swallow its only verb are opened again."""
        locks = self._locks(frozenset())
        items = list(self._items(locks))
        asks_for_deed = any(word.text in DO for word in self.words)
        if asks_for_deed and not any(isinstance(item, Verb) for item in items):
            self.unused.clear()
            items = list(self._items(self._locks(frozenset(self._verb_words()))))
        return Cut(items, list(dict.fromkeys(self.unused)))

    def _verb_words(self) -> Iterator[int]:
        for at in range(len(self.words)):
            if any(p.form == "verb" for p in self.lexicon.match(self.words, at, frozenset())[1]):
                yield at

    def _locks(self, closed: frozenset[int]) -> dict[int, int]:
        """Start → end of the words that are a name as they stand, longest first; ``closed`` words are left out."""
        taken: set[int] = set(closed) | set(self._phrase_words())
        locks: dict[int, int] = {}
        size = len(self.words)
        self.linker.prepare(self._text(a, b) for a in range(size) for b in range(a + 1, min(size, a + MAX_NAME) + 1))
        for length in range(min(MAX_NAME, size), 0, -1):
            for start in range(size - length + 1):
                span = range(start, start + length)
                if not taken.isdisjoint(span) or not self._may_be_name(start, length):
                    continue
                if self.linker.exact(self._text(start, start + length)):
                    locks[start] = start + length
                    taken.update(span)
        return locks

    def _phrase_words(self) -> Iterator[int]:
        """The words of relation phrases of several words ("paid a visit to"), which no name may break."""
        for at in range(len(self.words)):
            end, found = self.lexicon.match(self.words, at, frozenset())
            if found and len(found[0].core) > 1 and "of" not in found[0].core:
                yield from range(at, end)

    def _may_be_name(self, start: int, length: int) -> bool:
        first, last = self.words[start], self.words[start + length - 1]
        if "," in (first.text, last.text) or last.text in PREPOSITIONS | ARTICLES:
            return False
        if length == 1:
            common = (
                self.lexicon.kinds.of(first.text) is not None or self.lexicon.match(self.words, start, frozenset())[1]
            )
            little = first.text in PREPOSITIONS | ARTICLES | BE | DO | HAVE | MODAL | FILLERS or first.text in ASKS
            capitals = first.raw.isupper() and len(first.raw) > 1
            return not (common or little) or (capitals and not first.text.isdigit() and not little)
        if first.text in ASKS or first.text in BE | DO | HAVE | PREPOSITIONS or first.text == "and":
            return False
        # "members of X" asks for X's members, whatever name someone once gave them.
        noun = any(p.form == "noun" for p in self.lexicon.match(self.words, start, frozenset())[1])
        rest = start + 2 if length > 2 and self.words[start + 1].text in PREPOSITIONS else start
        return not (noun and rest > start and self.linker.exact(self._text(rest, start + length)))

    def _text(self, start: int, end: int) -> str:
        return " ".join(word.raw for word in self.words[start:end])

    def _items(self, locks: dict[int, int]) -> Iterator[Item]:
        blocked = frozenset(i for start, end in locks.items() for i in range(start, end))
        at, run = 0, [0, 0]
        while at < len(self.words):
            end, item = self._structure(at, blocked)
            if item is None:
                at = run[1] = locks.get(at, at + 1)
                continue
            yield from self._run(run[0], run[1], locks)
            yield item
            at, run = end, [end, end]
        yield from self._run(run[0], run[1], locks)

    def _structure(self, at: int, blocked: frozenset[int]) -> tuple[int, Item | None]:
        """The item of grammar that begins here and its end; none where the word belongs to some noun."""
        if at in blocked:
            return at, None
        word = self.words[at].text
        after = self.words[at + 1].text if at + 1 < len(self.words) else ""
        if word == "how":
            if after in ("many", "much"):
                return at + 2, Ask("how-many")
            return (at + 1, Ask("connected")) if self._connects() else (at + 1, None)
        if word == "number" and after == "of":
            return at + 2, Ask("how-many")
        if word in ASKS and not (at and self._is_relative(at)):
            return self._ask(at)
        if word in RELATIVES:
            return at + 1, Little("that")
        if word in HAVE | {"have"} and len(self._core_at(at, blocked)) > 1:  # "has an office in"
            return self._verb(at, blocked)
        if word in BE | DO | HAVE | MODAL and not (word in MONTHS and self._time(at, len(self.words))):
            verb = "be" if word in BE else "do" if word in DO else "have" if word in HAVE else "will"
            return at + 1, Auxiliary(verb)
        if word == "by":
            return at + 1, Little("by")
        return self._little(at) or self._verb(at, blocked)

    def _core_at(self, at: int, blocked: frozenset[int]) -> tuple[str, ...]:
        """The stems of the longest phrase for a relation that begins here."""
        _, patterns = self.lexicon.match(self.words, at, blocked)
        return patterns[0].core if patterns else ()

    def _little(self, at: int) -> tuple[int, Item] | None:
        """Words that deny or leave out: "not", "but", "without", "other than"."""
        word = self.words[at].text
        after = self.words[at + 1].text if at + 1 < len(self.words) else ""
        if word in ("not", "never"):
            return at + 1, Little("not")
        if word in ("but", "without"):
            return at + 1, Little(word)
        if (word, after) in EXCEPT:
            return at + 2, Little("except")
        return (at + 1, Little("except")) if word in ("except", "excluding", "besides") else None

    def _connects(self) -> bool:
        return any(word.stem in CONNECTED | CONNECTION for word in self.words)

    def _is_relative(self, at: int) -> bool:
        """Whether "who", "which" refer back to a noun before them, as in "people who …"."""
        before = self.words[at - 1]
        holders = before.stem in self.lexicon.offices and self._several(at - 1)
        known = holders or self.lexicon.kinds.of(before.text) is not None or before.text in RELATIVES
        behind_noun = (
            at >= 2 and before.text in PREPOSITIONS and self.lexicon.kinds.of(self.words[at - 2].text) is not None
        )
        return self.words[at].text in RELATIVES and (known or behind_noun)

    def _ask(self, at: int) -> tuple[int, Item]:
        asked = ASKS[self.words[at].text]
        before = self.words[at - 1].text if at else ""
        preposition = before if before in PREPOSITIONS else ""
        rest = [word.text for word in self.words[at + 1 : at + 3]]
        if asked in ("which", "what") and rest[:1] and rest[0] in TIME_NOUNS:
            return at + 2, Ask("when", preposition)
        if asked == "list":
            while at + 1 < len(self.words) and self.words[at + 1].text in FILLERS:
                at += 1
        return at + 1, Ask(asked, preposition)

    def _verb(self, at: int, blocked: frozenset[int]) -> tuple[int, Item | None]:
        office = self._office(at, blocked)
        if office:
            return office
        word = self.words[at]
        end, patterns = self.lexicon.match(self.words, at, blocked)
        if not patterns and at not in blocked and not self.linker.knows_word(word.text):
            mended = self.lexicon.mend(word.text)
            if mended:
                self.words[at] = Word(word.raw, word.text, mended)
                end, patterns = self.lexicon.match(self.words, at, blocked)
        if word.stem in CONNECTED | CONNECTION and self._connects() and self._asks_connection():
            return at + 1, Ask("connected")
        if not patterns or self._is_noun(at, end, patterns, blocked) or self._in_capitals(at):
            return at, None
        after = self.words[end].text if end < len(self.words) else ""
        said = self._text(at, end)
        timed = time_at(self.words, end + 1, len(self.words), after) is not None
        if any(p.preposition and p.preposition == after for p in patterns) and not timed:
            patterns = tuple(p for p in patterns if p.preposition in ("", after))
            end += 1
        return end, Verb(patterns, said, is_participle(word.text), after == "by", self._role(at, patterns))

    def _office(self, at: int, blocked: frozenset[int]) -> tuple[int, Item] | None:
        """An office of several words that begins here: "prime minister", "deputy chief executive"."""
        end = at
        while end < len(self.words) and end not in blocked and self.words[end].text in OFFICE_WORDS:
            end += 1
        if end == at or end == len(self.words):
            return None
        end, item = self._verb(end, blocked)
        return (end, item) if isinstance(item, Verb) and item.role else None

    def _asks_connection(self) -> bool:
        first = self.words[0].text
        return first in ("how", "what", "is", "are") or any(w.stem in CONNECTION for w in self.words[:3])

    def _is_noun(self, at: int, end: int, patterns: tuple[Pattern, ...], blocked: frozenset[int]) -> bool:
        """Whether a word that could be a relation's is the common noun of some thing here ("the meeting in Apia")."""
        word, before = self.words[at], self.words[at - 1].text if at else ""
        after = self.words[end].text if end < len(self.words) else ""
        kind = self.lexicon.kinds.of(word.text)
        if len(patterns[0].core) > 1:
            return False
        of_event = self.lexicon.kinds.of(after) if word.text.endswith("ing") else None
        if of_event and "Event" in of_event.classes:
            return True  # "the signing ceremony"
        others = any(
            i != at and any(p.form != "noun" for p in self.lexicon.match(self.words, i, blocked)[1])
            for i in range(len(self.words))
            if self.lexicon.kinds.of(self.words[i].text) is None or any(w.text in DO for w in self.words[:i])
        )
        if kind is None:
            several = (
                word.text.endswith("s") and before in adjectives() and after not in {p.preposition for p in patterns}
            )
            return (others or several) and all(p.form == "noun" and p.relation == "represents" for p in patterns)
        if all(p.form == "noun" for p in patterns):
            asked = before in ("which", "what", "many", "all")
            return others or (asked and after not in {p.preposition for p in patterns})
        if word.text.endswith("ed") or word.text in ("met", "held"):
            return False
        if not others and any(p.form == "noun" and p.preposition == after for p in patterns):
            return False
        if before in ARTICLES or before in ("which", "what", "many") or before in adjectives():
            return True
        done = any(w.text in DO | MODAL for w in self.words[:at])
        return others or not (done or before in ASKS or before in BE)

    def _in_capitals(self, at: int) -> bool:
        """Whether the word is part of a name in capitals ("Acme Holding") in a question that has its verb elsewhere."""
        if (
            self.words[at].stem == "mou"
            or not at
            or not (_capital(self.words[at]) and _capital(self.words[at - 1]))
            or self.words[at].raw.isupper()
        ):
            return False
        small = (i for i in range(len(self.words)) if self.words[i].raw.islower())
        return any(self.lexicon.match(self.words, i, frozenset())[1] for i in small)

    def _role(self, at: int, patterns: tuple[Pattern, ...]) -> tuple[str, ...]:
        """The office that a noun for a representative names, with the words before it: ("prime", "minister")."""
        if not any(p.form == "noun" and p.relation == "represents" for p in patterns):
            return ()
        role = [self.words[at].text]
        while at and self.words[at - 1].text in OFFICE_WORDS:
            at -= 1
            role.insert(0, self.words[at].text)
        return tuple(role)

    def _run(self, start: int, end: int, locks: dict[int, int]) -> Iterator[Item]:
        """The nouns and names in some words without grammar."""
        preposition = joined = ""
        while start < end:
            word = self.words[start].text
            if start not in locks and word in PREPOSITIONS:
                preposition, start = word, start + 1
                continue
            if start not in locks and (word in ARTICLES or word in (",", "there", "both", "anything", "something")):
                start += 1
                continue
            if word in ("it", "them") and self._lent(start):
                start += 1
                continue
            if start not in locks and word in ("and", "or", "but", "not"):
                yield Little(word)
                start, preposition = start + 1, joined
                continue
            if start not in locks and (time := self._time(start, end)):
                yield time[1]
                start, preposition = time[0], ""
                continue
            joined = preposition
            start, found = self._noun(start, end, preposition, locks)
            if found is not None:
                yield found
                preposition = ""

    def _lent(self, at: int) -> bool:
        """Whether a pronoun means what the clause before it names: "attended X but did not organise it"."""
        clause = any(word.text in ("and", "but", "or", "without") for word in self.words[:at])
        return clause and self.words[at].raw.islower() and not self.linker.is_known(self.words[at].text)

    def _time(self, start: int, end: int) -> tuple[int, When] | None:
        """A time that begins here: see ``times``."""
        return time_at(self.words, start, end, self.words[start - 1].text if start else "")

    def _noun(self, start: int, end: int, preposition: str, locks: dict[int, int]) -> tuple[int, Item | None]:
        some = self._some(start, end, preposition, locks)
        if some:
            return some
        stop, named, unused = self.linker.name(self.words, start, end, locks)
        self.unused += [word for word in unused if word not in FILLERS | ARTICLES]
        if named is None:
            return stop, None
        return stop, Named(named.said, named.matches, preposition, self.linker.is_known(named.said))

    def _some(self, start: int, end: int, preposition: str, locks: dict[int, int]) -> tuple[int, Some] | None:
        """A common noun that stands for things to be found: plural, or asked for by the word before."""
        asked = start > 0 and self.words[start - 1].text in ("which", "what", "many", "each", "every", "whose", "any")
        at, belongs = start, []
        existing = start > 1 and self.words[start - 1].text in ARTICLES and self.words[start - 2].text == "there"
        existing = existing or (start == 2 and self.words[1].text in ("a", "an") and self.words[0].text in BE)
        asked = asked or existing or (start > 0 and self.words[start - 1].text == "there")
        if asked and at + 1 < end and self.words[at].text in CARDINALS:
            at += 1
        while at < end and (found := self.linker.nation(self.words, at, end)) and locks.get(at, found[0]) == found[0]:
            at, named = found
            belongs.append(named)
            if at + 1 < end and self.words[at].text in ("and", "or") and self.linker.nation(self.words, at + 1, end):
                at += 1
        while at < end and at not in locks and self.words[at].text in ADJECTIVES:
            at += 1
        at, own = self._own_words(at, end, locks, asked or start == 0)
        kinds: list[Kind] = []
        while at < end and at not in locks:
            kind = self.lexicon.kinds.of(self.words[at].text)
            if kind is None and self.words[at].stem in self.lexicon.offices and (asked or self._several(at)):
                kind = Kind(self.words[at].text, ("Person",), plural=self._several(at), office=True)
            if kind is None and asked and not kinds and self._stands_alone(at, end):
                kind = by_name(self.words[at].text)
            if kind is None or not (kind.plural or asked or self._has_clause(at)):
                break
            kinds.append(kind)
            at += 1
            if (
                at + 1 < end
                and self.words[at].text in ("or", "and", ",")
                and self.lexicon.kinds.of(self.words[at + 1].text)
            ):
                at += 1
                continue
            break
        return (at, Some(tuple(kinds), tuple(belongs), preposition, own=own)) if kinds else None

    def _has_clause(self, at: int) -> bool:
        """Whether a clause follows that tells which one is meant: "the country that X visited"."""
        return at + 1 < len(self.words) and self.words[at + 1].text in RELATIVES and at > 0

    def _own_words(self, at: int, end: int, locks: dict[int, int], asked: bool) -> tuple[int, tuple[str, ...]]:
        """Words of names before a common noun that narrow it: "software parks"."""
        last = at
        while last < end and last not in locks and last - at < 3:
            kind = self.lexicon.kinds.of(self.words[last].text)
            if kind is not None and (kind.plural or asked):
                words = tuple(word.text for word in self.words[at:last])
                fits = asked and all(self.linker.knows_word(word) for word in words)
                return (last, words) if fits else (at, ())
            last += 1
        return at, ()

    def _several(self, at: int) -> bool:
        return self.words[at].text.endswith("s") and not self.words[at].text.endswith("ss")

    def _stands_alone(self, at: int, end: int) -> bool:
        word = self.words[at].text
        return (
            at + 1 == end
            and word.isalpha()
            and not word.endswith("ed")
            and word not in FILLERS | PREPOSITIONS | ARTICLES
        )


def _capital(word: Word) -> bool:
    return word.raw[:1].isupper()


ADJECTIVES = word_set("local foreign international leading major other public private big top different")
