"""A user's own frames and relations, read from TOML: every fault is told with its file, its table and a way out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.extract.frames import FLAGS, WORD_LISTS, Frame, built_in_frames, frame_of
from kg.suggest import or_known
from kg.vocabulary import Relation, Vocabulary, load_vocabulary

NAME = re.compile(r"[a-z][A-Za-z0-9]*")
DATATYPES = ("date", "integer", "string")
RELATION_FIELDS = (
    "name", "label", "inverse_label", "definition", "domain", "range", "datatype", "symmetric", "implies", "asks",
    "asks_inverse",
)  # fmt: skip
FRAME_WORDS = ("verbs", "nouns", "theme", "theme_slots", "complement", "subject_nouns", "from", "to")
FRAME_FIELDS = ("id", "relation", *FRAME_WORDS, "pair", *FLAGS, "examples")
FORM = "docs/frames.md shows the form of a frames file"


@dataclass(frozen=True)
class OwnFrames:
    """What a user's files add: relations, frames, and the file of each frame by its id.

    ``vocabulary`` is kg's own with these relations.
    """

    vocabulary: Vocabulary
    relations: tuple[Relation, ...] = ()
    frames: tuple[Frame, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def read_own_frames(paths: Iterable[Path], vocabulary: Vocabulary | None = None) -> OwnFrames:
    """The relations and frames of these files, which may use each other's relations and those of ``vocabulary``.

    UsageError, with file and table, where one cannot be read: no TOML, a missing or unknown field, a class or
    relation that does not exist, a name that is taken.
    """
    tables = [(str(path), _tables(path)) for path in dict.fromkeys(paths)]
    base = vocabulary or load_vocabulary()
    relations = [
        (_Table(file, "relation", n, data), data)
        for file, found in tables
        for n, data in enumerate(found["relation"], 1)
    ]
    known = {str(data.get("name")) for _, data in relations if isinstance(data, dict)} | set(base.relations)
    extended = base
    read: list[tuple[_Table, Relation]] = []
    for table, _ in relations:
        relation = _relation(table, base, known)
        extended = table.told(extended, relation)
        read.append((table, relation))
    for table, relation in read:
        _check_implied(table, relation, extended)
    frames: dict[str, Frame] = {}
    files: dict[str, str] = {}
    taken = {frame.id: "frame that comes with kg" for frame in built_in_frames()}
    for file, found in tables:
        for n, data in enumerate(found["frame"], 1):
            frame = _frame(_Table(file, "frame", n, data), extended, taken)
            taken[frame.id] = f"frame of {file}"
            frames[frame.id], files[frame.id] = frame, file
    return OwnFrames(extended, tuple(dict.fromkeys(r for _, r in read)), tuple(frames.values()), files)


def _tables(path: Path) -> dict[str, list[Any]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{path}: cannot be read: {reason}", "name a TOML file with [[frame]] tables") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}", FORM) from error
    for name, tables in data.items():
        if name not in ("relation", "frame"):
            raise UsageError(f"{path}: there is no table called {name!r} here", or_known(name, ("relation", "frame")))
        if not isinstance(tables, list):
            raise UsageError(f"{path}: {name} is not a list of tables", f"write [[{name}]], in double brackets")
    return {name: data.get(name, []) for name in ("relation", "frame")}


class _Table:
    """One table of a file: gives its fields, each held against what it must be."""

    def __init__(self, file: str, kind: str, number: int, data: object) -> None:
        own = data if isinstance(data, dict) else {}
        name = own.get("id" if kind == "frame" else "name")
        self.where = f"{file}: [[{kind}]] {number}" + (f" ({name})" if isinstance(name, str) else "")
        self.data: Mapping[str, Any] = own
        if not isinstance(data, dict):
            raise self.fault("is not a table", FORM)

    def fault(self, message: str, hint: str) -> UsageError:
        """An error that names the table."""
        return UsageError(f"{self.where}: {message}", hint)

    def told(self, vocabulary: Vocabulary, relation: Relation) -> Vocabulary:
        """The vocabulary with the relation; its complaint names this table."""
        try:
            return vocabulary.extended([relation])
        except UsageError as error:
            raise self.fault(error.message, error.hint or FORM) from error

    def check_fields(self, known: Collection[str]) -> None:
        """Complain of a field that there is not."""
        for name in self.data:
            if name not in known:
                raise self.fault(f"there is no field {name!r}", or_known(name, known))

    def text(self, name: str, default: str | None = None) -> str:
        """A field that is a text; needed where there is no default."""
        value = self.data.get(name, default)
        if value is None:
            raise self.fault(f"{name} is missing", f'add: {name} = "…" ({FORM})')
        if not isinstance(value, str) or not value.strip():
            raise self.fault(f"{name} is not a text", f'write: {name} = "…"')
        return value

    def words(self, name: str, known: Collection[str] | None = None, what: str = "word") -> tuple[str, ...]:
        """A field that is a list of texts; each one of ``known``, where those are given."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            raise self.fault(f"{name} is not a list of texts", f'write: {name} = ["…", "…"]')
        for word in value if known is not None else ():
            if word not in (known or ()):
                raise self.fault(f"{name}: no {what} is called {word!r}", or_known(word, known or ()))
        return tuple(value)

    def flag(self, name: str) -> bool:
        """A field that is true or false; false where it is not there."""
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise self.fault(f"{name} is not true or false", f"write: {name} = true")
        return value


def _relation(table: _Table, vocabulary: Vocabulary, known: Collection[str]) -> Relation:
    table.check_fields(RELATION_FIELDS)
    name = table.text("name")
    if not NAME.fullmatch(name):
        raise table.fault(f"{name!r} is no name of a relation", "write it like donatedTo: letters and digits alone")
    domain, range_ = (table.words(end, vocabulary.classes, "class") for end in ("domain", "range"))
    datatype = table.text("datatype", "") if "datatype" in table.data else None
    if datatype is not None and datatype not in DATATYPES:
        raise table.fault(f"no datatype is called {datatype!r}", or_known(datatype, DATATYPES))
    if not domain:
        raise table.fault("domain is missing", 'add the classes of its subjects: domain = ["Organization"]')
    if bool(range_) == bool(datatype):
        problem = "has both range and datatype" if range_ else "has neither range nor datatype"
        raise table.fault(problem, 'give range = ["Place"] (classes), or datatype = "date", "integer" or "string"')
    symmetric = table.flag("symmetric")
    if symmetric and sorted(domain) != sorted(range_):
        raise table.fault("is symmetric, and its domain is not its range", "give both the same classes")
    implies = table.words("implies", known, "relation")
    if name in implies:
        raise table.fault("implies itself", "take it out of implies")
    label = table.text("label", re.sub(r"(?<=[a-z0-9])([A-Z])", r" \1", name).lower())
    passive = f"was {label} by" if re.fullmatch(r"\w+ed", label) else f"{label} (inverse)"
    inverse = table.text("inverse_label", label if symmetric else passive)
    return Relation(
        name=name,
        label=label,
        inverse_label="" if datatype else inverse,
        definition=table.text("definition"),
        domain=tuple(sorted(domain)),
        range=tuple(sorted(range_)),
        datatype=datatype,
        symmetric=symmetric,
        implies=tuple(sorted(implies)),
        matches=(),
        codes=(),
        asks=tuple(sorted(table.words("asks"))),
        asks_inverse=tuple(sorted(table.words("asks_inverse"))),
    )


def _check_implied(table: _Table, relation: Relation, vocabulary: Vocabulary) -> None:
    """What a relation implies must be able to hold between the same ends, and must not lead back to it."""
    for name in relation.implies:
        ends = [(s, o) for s in relation.domain for o in relation.range or (None,)]
        for subject, end in ends:
            if not vocabulary.accepts(name, subject, end):
                between = f"between {subject} and {end or f'a {relation.datatype}'}"
                raise table.fault(f"implies {name}, which cannot hold {between}", "take it out of implies")
    weaker = list(relation.implies)
    for name in weaker:
        weaker += [n for n in vocabulary.relations[name].implies if n not in weaker]
    if relation.name in weaker:
        raise table.fault("implies itself, by way of others", "take one of them out of implies")


def _frame(table: _Table, vocabulary: Vocabulary, taken: Mapping[str, str]) -> Frame:
    table.check_fields(FRAME_FIELDS)
    name = table.text("id")
    if name in taken:
        raise table.fault(f"there is a {taken[name]} of this id", "give yours another id")
    relation = _known(table, table.text("relation"), vocabulary)
    if vocabulary.relations[relation].datatype:
        raise table.fault(f"{relation} takes a value, and frames find things", "use a relation that has a range")
    for words in FRAME_WORDS:
        for word in table.words(words):
            if word.startswith("@") and word not in WORD_LISTS:
                raise table.fault(f"{words}: there is no list {word!r}", or_known(word, WORD_LISTS))
    if not table.data.get("verbs") and not table.data.get("nouns"):
        raise table.fault("has neither verbs nor nouns", 'say what evokes it: verbs = ["acquire", "buy"]')
    _check_slots(table)
    for flag in FLAGS:
        if flag != "confidence":
            table.flag(flag)
    confidence = table.data.get("confidence", 0.8)
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 < confidence <= 1:
        raise table.fault("confidence is not a number from 0 to 1", "write: confidence = 0.8")
    examples = table.data.get("examples", [])
    for number, example in enumerate(examples if isinstance(examples, list) else [examples], 1):
        _check_example(table, example, number, vocabulary)
    return frame_of(table.data)


def _known(table: _Table, relation: str, vocabulary: Vocabulary) -> str:
    if relation not in vocabulary.relations:
        hint = f"{or_known(relation, vocabulary.relations)} Or define it in a [[relation]] table."
        raise table.fault(f"no relation is called {relation!r}", hint)
    return relation


def _check_slots(table: _Table) -> None:
    """A frame says who fills it: from and to, or pair."""
    pair: Sequence[object] = table.data.get("pair", [])
    lists = isinstance(pair, list) and all(
        isinstance(slots, list) and all(isinstance(slot, str) for slot in slots) for slots in pair
    )
    if not lists:
        raise table.fault("pair is not a list of lists of slots", 'write: pair = [["subject"], ["with"]]')
    arrows = bool(table.data.get("from")), bool(table.data.get("to"))
    if pair and any(arrows):
        raise table.fault("has pair, and from or to as well", "keep pair for relations between equals, or from and to")
    if not pair and not all(arrows):
        raise table.fault(
            "does not say who fills it",
            'give from and to: from = ["subject"], to = ["object"]; or pair = [["subject"], ["with"]]',
        )


def _check_example(table: _Table, example: object, number: int, vocabulary: Vocabulary) -> None:
    form = '{ text = "A bought B.", gives = [["A", "acquired", "B"]] }'
    given = example if isinstance(example, dict) else {}
    gives = given.get("gives")
    if not isinstance(given.get("text"), str) or not isinstance(gives, list) or set(given) != {"text", "gives"}:
        raise table.fault(f"example {number} is not well formed", f"write: {form}")
    for triple in gives:
        if not isinstance(triple, list) or len(triple) != 3 or not all(isinstance(part, str) for part in triple):
            raise table.fault(f"example {number}: {triple!r} is not [subject, relation, object]", f"write: {form}")
        _known(table, triple[1], vocabulary)
