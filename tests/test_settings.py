"""Settings: which place wins, and what a wrong value is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.settings import Settings, load_settings


def test_defaults(tmp_path: Path) -> None:
    home = {"XDG_CACHE_HOME": "/of/mine"}
    assert load_settings(environment=home, folder=tmp_path) == Settings(cache=Path("/of/mine/kg"))


def test_flag_before_environment_before_file_before_default(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('store = "file"\nformat = "csv"\nquiet = true\n')
    environment = {"KG_STORE": "environment", "KG_FORMAT": "json"}
    settings = load_settings({"store": "flag", "format": None}, environment, tmp_path)
    assert (settings.store, settings.format, settings.quiet) == (Path("flag"), "json", True)


@pytest.mark.parametrize(
    ("environment", "color"),
    [({"NO_COLOR": "1"}, "never"), ({"NO_COLOR": ""}, "auto"), ({"NO_COLOR": "1", "KG_COLOR": "always"}, "always")],
)
def test_no_color(environment: dict[str, str], color: str, tmp_path: Path) -> None:
    assert load_settings({}, environment, tmp_path).color == color


@pytest.mark.parametrize(
    ("flags", "environment", "file", "message", "hint"),
    [
        ({"format": "jsno"}, {}, "", "--format: 'jsno'", "did you mean json"),
        ({}, {"KG_QUIET": "perhaps"}, "", "KG_QUIET: 'perhaps'", "true or false"),
        ({}, {"KG_BASE": "here"}, "", "KG_BASE: 'here'", "absolute IRI"),
        ({}, {"KG_NAMESPACE": "http://x/> <"}, "", "KG_NAMESPACE", "absolute IRI"),
        ({}, {"KG_STORE": " "}, "", "KG_STORE", "folder"),
        ({}, {}, "stor = 'x'", "no setting called 'stor'", "did you mean store"),
        ({}, {}, "store = 3", "kg.toml: 3", "folder"),
        ({}, {}, "color = 'red'", "kg.toml: 'red'", "known are: auto, always, never"),
        ({}, {"KG_FIELDS": "text"}, "", "KG_FIELDS", "text=body"),
        ({}, {}, "fields = {txt = 'x'}", "fields", "did you mean text?"),
        ({}, {}, "store = [", "kg.toml cannot be read", "mend the file"),
    ],
)
def test_wrong_values_say_what_where_and_what_to_do(
    flags: dict[str, object], environment: dict[str, str], file: str, message: str, hint: str, tmp_path: Path
) -> None:
    (tmp_path / "kg.toml").write_text(file)
    with pytest.raises(UsageError) as error:
        load_settings(flags, environment, tmp_path)
    assert message in error.value.message
    assert hint in str(error.value.hint)


def test_fields_as_a_table_or_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('[fields]\ntitle = "headline"\n')
    assert load_settings({}, {}, tmp_path).fields == (("title", "headline"),)
    found = load_settings({}, {"KG_FIELDS": "text=meta.body, title=t"}, tmp_path).fields
    assert found == (("text", "meta.body"), ("title", "t"))


def test_names_follow_the_settings(tmp_path: Path) -> None:
    settings = load_settings({"base": "https://a.example/", "namespace": "https://b.example/v#"}, {}, tmp_path)
    names = settings.names()
    assert names.entity("Person", "Li Wei") == "https://a.example/person/li-wei"
    assert names.term("attended") == "https://b.example/v#attended"
