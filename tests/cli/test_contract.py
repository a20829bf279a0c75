"""The contract of the command line: streams, formats, colour, exit codes, suggestions, errors."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from kg import __version__
from kg.cli.main import COMMANDS, cli
from kg.cli.reference import reference
from kg.errors import StoreBusyError
from kg.store import open_store
from tests.cli.running import ROOT, process, run

ANSWERING = {
    "query": ["query", "mou-partners", "Huawei"],
    "list": ["query", "--list"],
    "path": ["path", "PSEB", "Yi Xiang"],
    "show": ["show", "Huawei"],
    "search": ["search", "huawei"],
    "stats": ["stats"],
    "annotate": ["annotate", "forum.txt"],
    "frames": ["frames", "list"],
}


def test_version_and_module() -> None:
    done = process("--version")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"kg {__version__}", "")


def test_help_of_the_group_repeats_that_of_the_commands() -> None:
    context = cli.make_context("kg", ["--help"], resilient_parsing=True)
    for name, text in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        assert command.help is not None
        assert command.help.split("\n\n")[0] == text
        assert f"  {name} " in run("--help").stdout


def test_reference_is_up_to_date() -> None:
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == reference(), "run: make docs"


def test_every_option_has_a_variable() -> None:
    context = cli.make_context("kg", ["--help"], resilient_parsing=True)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        child = click.Context(command, info_name=name, parent=context)
        below = list(command.commands.values()) if isinstance(command, click.Group) else []
        for each in [command, *below]:
            for option in (p for p in each.params if isinstance(p, click.Option)):
                assert "KG_" in str(option.get_help_record(child)), f"{name} {option.name}"


@pytest.mark.parametrize("words", ANSWERING.values(), ids=ANSWERING)
@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_formats(words: list[str], format: str, saved_store: Path) -> None:
    done = run(*words, "--store", saved_store, "--format", format)
    assert done.exit_code == 0, done.stderr
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    if format == "json":
        json.loads(done.stdout)
    elif format == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in lines)
    elif format in ("csv", "tsv"):
        table = list(csv.reader(io.StringIO(done.stdout), delimiter="\t" if format == "tsv" else ","))
        assert len({len(row) for row in table}) == 1
    elif format == "markdown":
        assert len({line.replace("\\|", "").count("|") for line in lines}) == 1


def test_cells_keep_their_text_whatever_the_format(saved_store: Path) -> None:
    sentence = "PSEB | signed an “MoU” with Huawei [bold]."
    words: list[str | Path] = ["query", "mou-partners", "PSEB", "--store", saved_store]
    assert sentence in run(*words).stdout
    assert sentence.replace("|", "\\|") in run(*words, "-f", "markdown").stdout
    rows = json.loads(run(*words, "-f", "json").stdout)
    assert sentence in [row["sentence"] for row in rows]


def test_tables_are_not_cut_off_a_terminal(saved_store: Path) -> None:
    done = process("query", "mou-partners", "--store", saved_store, env={"COLUMNS": "20"})
    assert "PSEB | signed an “MoU” with Huawei [bold]." in done.stdout
    assert "…" not in done.stdout


def on_terminal(*words: str | Path, env: dict[str, str] | None = None) -> str:
    """What a terminal of 60 columns gets to see."""
    main, other = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "60", **(env or {})}
    done = subprocess.Popen(
        [sys.executable, "-m", "kg", *(str(word) for word in words)], stdout=other, stderr=other, env=variables
    )
    os.close(other)
    seen = b""
    while True:
        try:
            part = os.read(main, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    done.wait()
    os.close(main)
    return seen.decode()


def test_colour_on_a_terminal_only_and_not_against_ones_will(saved_store: Path) -> None:
    words = ("show", "Huawei", "--store", saved_store)
    assert "\x1b[" in on_terminal(*words)
    assert "\x1b[" not in on_terminal(*words, env={"NO_COLOR": "1"})
    assert "\x1b[" not in on_terminal(*words, "--no-color")
    assert "\x1b[" not in process(*words).stdout
    assert "\x1b[" in process(*words, "--color").stdout


def test_a_terminal_wraps_and_loses_nothing(saved_store: Path) -> None:
    seen = on_terminal("query", "mou-partners", "--store", saved_store, env={"NO_COLOR": "1"})
    assert all(len(line) <= 60 for line in seen.splitlines())
    uncut = process("query", "mou-partners", "--store", saved_store).stdout
    assert sorted(c for c in seen if c.isalnum()) == sorted(c for c in uncut if c.isalnum())


def test_a_terminal_shows_paragraphs_apart(saved_store: Path) -> None:
    seen = on_terminal("show", "Huawei", "--store", saved_store, env={"NO_COLOR": "1"})
    assert "huawei\r\n\r\ncooperates with\r\n  Pakistan\r\n" in seen


def test_head_ends_quietly(saved_store: Path) -> None:
    kg = f"{sys.executable} -m kg"
    for words in (
        "export - --format nt",
        "show Huawei",
        "query -e 'SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 50000' -f csv",
    ):
        script = f"set -o pipefail; {kg} {words} --quiet --store {saved_store} | head -n 1"
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), words
        assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "code", "message", "hint"),
    [
        (["qury"], 2, "no command 'qury'", "did you mean query?"),
        (["stats", "--frmat", "json"], 2, "--frmat", "--format"),
        (["stats", "--format", "jsn"], 2, "'jsn'", "did you mean json"),
        (["path", "PSEB", "Huawei", "--only", "signdMoUWith"], 2, "'signdMoUWith'", "did you mean signedMoUWith"),
        (["path", "PSEB"], 2, "Missing argument 'TO'", "kg path --help"),
        (["path", "PSEB", "Huawei", "--k", "0"], 2, "--k", "--help"),
        (["search", "x", "--type", "Peron"], 2, "'Peron'", "did you mean Person"),
        (["show", "Huawai"], 0, "", ""),
        (["show", "Hwawwei Tchnlgs"], 3, "nothing in the graph is called", ""),
        (["search", "qqqqqqqq"], 3, "nothing in the graph", "kg stats"),
        (["path", "Huawei", "COMSATS Institute", "--max-hops", "1"], 3, "no path", "--max-hops"),
        (["query", "mou-partnrs"], 2, "no query is called", "did you mean mou-partners"),
        (["query", "mou-partners", "Yi Xiang"], 3, "no rows", "--list"),
        (["query", "mou-partners", "Huawei", "China"], 2, "'China' is one too many", "quote"),
        (["query", "mou-partners", "--param", "of"], 2, "is not NAME=VALUE", "--param of="),
        (["query", "nowhere.rq"], 2, "nowhere.rq cannot be read", "--list"),
        (["query", "SELECT * {}"], 2, "no name of a query", "-e"),
        (["query"], 2, "which query?", "--list"),
        (["query", "-e", "SELEC * {}"], 2, "line 1, column", "--list"),
        (["export", "graph.xyz"], 2, "graph.xyz", "formats:"),
        (["export", "-"], 2, "format", "formats:"),
        (["export", "/no/such/folder/graph.ttl"], 1, "no folder", "mkdir"),
        (["export", "-", "-f", "nt", "--filter", "contry=China"], 2, "no filter", "did you mean country"),
        (["export", "-", "-f", "nt", "--filter", "relation=atended"], 2, "no relation", "did you mean attended"),
        (["export", "-", "-f", "nt", "--ego", "Hwawwei Tchnlgs"], 3, "nothing in the graph is called", ""),
        (["export", "-", "-f", "nt", "--dynamic"], 2, "ntriples has no variant 'dynamic'", "gexf has it"),
        (["build", "no/such/folder"], 2, "no such file or folder", "folder"),
        (["frames", "lst"], 2, "no command frames 'lst'", "did you mean list?"),
        (["frames", "list", "--frames", "none.toml"], 2, "none.toml: cannot be read", "[[frame]]"),
        (["explain", "0123456789"], 3, "no statement", "kg annotate"),
        (["explain", "Huawei"], 2, "is no statement", "kg annotate"),
        (["annotate", "forun.txt"], 3, "no article forun.txt", "did you mean forum.txt?"),
        (["eval", "--gold", "no/such/folder", "README.md"], 2, "does not exist", "--help"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_exit_codes_and_what_is_said(words: list[str], code: int, message: str, hint: str, saved_store: Path) -> None:
    done = run(*words, "--store", saved_store) if words != ["qury"] else run(*words)
    assert done.exit_code == code, done.stderr
    assert message in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr
    if code:
        assert len(done.stderr.splitlines()) <= 2


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    done = run("stats", "--store", tmp_path / "none")
    assert done.exit_code == 1
    assert "there is no store" in done.stderr
    assert "kg build" in done.stderr


def test_a_busy_store_is_4(tmp_path: Path) -> None:
    with open_store(tmp_path / "kg.store", write=True):
        done = process("build", ROOT / "seeds", "--store", tmp_path / "kg.store")
    assert done.returncode == StoreBusyError.exit_code == 4
    assert "another process is writing" in done.stderr


def test_settings_come_from_the_environment_and_the_file(saved_store: Path, tmp_path: Path) -> None:
    done = run("stats", env={"KG_STORE": str(saved_store), "KG_FORMAT": "json"})
    assert json.loads(done.stdout)["articles"] == 2
    (tmp_path / "kg.toml").write_text(f'store = "{saved_store}"\nformat = "csv"\n')
    assert process("stats", cwd=tmp_path).stdout.startswith("what,kind")
    assert process("stats", "-f", "jsonl", cwd=tmp_path).stdout.startswith("{")
    limited = run("search", "e", "--store", saved_store, "-f", "jsonl", env={"KG_SEARCH_LIMIT": "1"})
    assert len(limited.stdout.splitlines()) <= 1
    wrong = run("stats", env={"KG_STORE": str(saved_store), "KG_FORMAT": "jso"})
    assert wrong.exit_code == 2
    assert "KG_FORMAT: 'jso'" in wrong.stderr


def test_no_exception_reaches_a_person(monkeypatch: pytest.MonkeyPatch, saved_store: Path) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr("kg.cli.stats.census", fail)
    done = run("stats", "--store", saved_store)
    assert done.exit_code == 1
    assert "ZeroDivisionError: two lines" in done.stderr
    assert "KG_DEBUG=1" in done.stderr
    debugged = run("stats", "--store", saved_store, env={"KG_DEBUG": "1"})
    assert isinstance(debugged.exception, ZeroDivisionError)


def test_ctrl_c_is_one_line_and_130(tmp_path: Path) -> None:
    waiting = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", "-", "--store", str(tmp_path)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs start without
    )
    time.sleep(2)
    waiting.send_signal(signal.SIGINT)
    _, said = waiting.communicate(timeout=20)
    assert waiting.returncode == 130
    assert said.startswith("error: stopped")
    assert "Traceback" not in said


def test_output_is_utf8_whatever_the_locale(saved_store: Path) -> None:
    done = process("query", "mou-partners", "--store", saved_store, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0
    assert "“MoU”" in done.stdout
