"""A user's own frames: what a file may hold, and what is said of a faulty one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.extract.frames.own import read_own_frames

RELATION = """
[[relation]]
name = "acquired"
definition = "Bought it."
domain = ["Organization"]
range = ["Organization"]
asks = ["acquired", "bought"]
"""
FRAME = """
[[frame]]
id = "acquire"
relation = "acquired"
verbs = ["acquire", "buy"]
from = ["subject"]
to = ["object"]
examples = [{ text = "Acme Corp acquired Bolt Ltd.", gives = [["Acme Corp", "acquired", "Bolt Ltd"]] }]
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_gives_relations_and_frames(tmp_path: Path) -> None:
    path = write(tmp_path, RELATION + FRAME)
    own = read_own_frames([path, path])
    (relation,), (frame,) = own.relations, own.frames
    assert (relation.label, relation.inverse_label, relation.asks) == (
        "acquired",
        "was acquired by",
        ("acquired", "bought"),
    )
    assert (frame.id, sorted(frame.verbs), frame.confidence) == ("acquire", ["acquire", "buy"], 0.8)
    assert own.vocabulary.relation("acquired") == relation
    assert own.vocabulary.own == frozenset(("acquired",))
    assert own.files == {"acquire": str(path)}


def test_no_file_gives_nothing() -> None:
    own = read_own_frames([])
    assert (own.relations, own.frames, own.vocabulary.own) == ((), (), frozenset())


def test_files_may_use_each_others_relations_and_kgs(tmp_path: Path) -> None:
    other = FRAME.replace('"acquire"\n', '"partner-up"\n').replace('"acquired"', '"cooperatesWith"')
    own = read_own_frames([write(tmp_path, FRAME, "a.toml"), write(tmp_path, RELATION + other, "b.toml")])
    assert [frame.id for frame in own.frames] == ["acquire", "partner-up"]


def changed(old: str, new: str) -> str:
    text = RELATION + FRAME
    assert old in text
    return text.replace(old, new)


FAULTS = {
    "not TOML": ("[[relation", "not TOML", "docs/frames.md"),
    "other table": ("[[frames]]\nid = 1", "no table called 'frames'", "did you mean frame?"),
    "single brackets": ("[frame]\nid = 1", "frame is not a list of tables", "[[frame]]"),
    "no name": (changed('name = "acquired"\n', ""), "[[relation]] 1: name is missing", "add: name ="),
    "no definition": (changed('definition = "Bought it."\n', ""), "(acquired): definition is missing", "definition ="),
    "no domain": (changed('domain = ["Organization"]', ""), "domain is missing", "domain ="),
    "no range": (changed('range = ["Organization"]', ""), "neither range nor datatype", "range ="),
    "both": (changed('asks = ["acquired", "bought"]', 'datatype = "date"'), "both range and datatype", "range ="),
    "datatype": (changed('range = ["Organization"]', 'datatype = "dat"'), "called 'dat'", "did you mean date?"),
    "class": (changed('range = ["Organization"]', 'range = ["Organisation"]'), "called 'Organisation'", "Organization"),
    "bad name": (changed('name = "acquired"', 'name = "has acquired"'), "no name of a relation", "donatedTo"),
    "class name": (changed('name = "acquired"', 'name = "frame"'), "term of kg's vocabulary", "another name"),
    "taken": (changed('name = "acquired"', 'name = "visited"'), "comes with kg and means", "another name"),
    "twice": (RELATION + RELATION.replace("Bought it.", "Took it."), "[[relation]] 2 (acquired)", "another name"),
    "implies": (changed("asks =", 'implies = ["metWit"]\nasks ='), "called 'metWit'", "did you mean metWith?"),
    "implies badly": (changed("asks =", 'implies = ["heldIn"]\nasks ='), "which cannot hold", "implies"),
    "implies itself": (changed("asks =", 'implies = ["acquired"]\nasks ='), "implies itself", "implies"),
    "asymmetric": (changed('range = ["Organization"]', 'range = ["Place"]\nsymmetric = true'), "symmetric", "same"),
    "unknown field": (changed("asks =", "ask ="), "no field 'ask'", "did you mean asks"),
    "relation": (changed('relation = "acquired"', 'relation = "aquired"'), "called 'aquired'", "mean acquired?"),
    "no words": (changed('verbs = ["acquire", "buy"]', ""), "neither verbs nor nouns", "verbs ="),
    "words": (changed('verbs = ["acquire", "buy"]', 'verbs = "buy"'), "verbs is not a list", "verbs = ["),
    "list": (changed('verbs = ["acquire", "buy"]', 'nouns = ["@mous"]'), "no list '@mous'", "@mou"),
    "no ends": (changed('to = ["object"]', ""), "does not say who fills it", "pair ="),
    "pair and ends": (changed('to = ["object"]', 'pair = [["subject"]]'), "pair, and from or to", "keep pair"),
    "flag": (changed('to = ["object"]', 'to = ["object"]\nfocus = "yes"'), "focus is not true", "focus = true"),
    "confidence": (changed('to = ["object"]', 'to = ["object"]\nconfidence = 8'), "confidence", "0.8"),
    "example": (changed("text =", "txt ="), "example 1 is not well formed", "gives ="),
    "triple": (changed(', "Bolt Ltd"]', "]"), "is not [subject, relation, object]", "gives ="),
    "example's relation": (changed('Corp", "acquired"', 'Corp", "bought"'), "called 'bought'", "[[relation]]"),
    "id": (changed('id = "acquire"', 'id = "meet"'), "frame that comes with kg of this id", "another id"),
    "id twice": (RELATION + FRAME + FRAME, "[[frame]] 2 (acquire): there is a frame of", "another id"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "message", "hint"), FAULTS.values(), ids=FAULTS)
def test_faults_are_told_with_their_place_and_a_way_out(text: str, message: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        read_own_frames([write(tmp_path, text)])
    assert "mine.toml" in caught.value.message
    assert message in caught.value.message
    assert hint in str(caught.value.hint)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read: No such file"):
        read_own_frames([tmp_path / "none.toml"])


def test_a_circle_of_relations(tmp_path: Path) -> None:
    one, other = (
        RELATION + 'implies = ["took"]\n',
        RELATION.replace('"acquired"\n', '"took"\n') + 'implies = ["acquired"]\n',
    )
    with pytest.raises(UsageError, match="by way of others"):
        read_own_frames([write(tmp_path, one + other)])
