"""``kg ask`` without a question, on a terminal of its own: what is typed, key by key, and what is seen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import ROOT

PATIENCE = 60
"""Seconds that a busy machine may take for what a person waits a moment for."""


def _take_terminal() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs are started without
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A conversation on a pseudo-terminal."""

    def __init__(self, store: Path, home: Path) -> None:
        self.main, other = pty.openpty()
        env = {"PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(home), "TERM": "dumb", "NO_COLOR": "1"}
        words = [sys.executable, "-m", "kg", "ask", "--store", str(store)]
        self.process = subprocess.Popen(
            words,
            stdin=other,
            stdout=other,
            stderr=other,
            env={**os.environ, **env},
            start_new_session=True,
            preexec_fn=_take_terminal,  # so that Ctrl-C reaches it
        )
        os.close(other)
        self.until("ask> ")

    def until(self, wanted: str) -> str:
        """What is seen up to and with this text."""
        seen, end = "", time.monotonic() + PATIENCE
        while not re.search(wanted, seen):
            ready, _, _ = select.select([self.main], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"waited in vain for {wanted!r}: {seen}"
            seen += os.read(self.main, 65536).decode("utf-8", "replace")
        return seen

    def type(self, keys: str, wanted: str = "\nask> ") -> str:
        """What is seen after these keys."""
        os.write(self.main, keys.encode())
        return self.until(wanted)

    def interrupt(self) -> None:
        """Press Ctrl-C as a person does, again where nothing happens: readline does not see one that comes between its
        look for signals and its wait for keys."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            os.write(self.main, b"\x03")
            if select.select([self.main], [], [], 2)[0]:
                break
        self.until("\nask> ")


@pytest.fixture
def terminal(saved_store: Path, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(saved_store, tmp_path)
    yield opened
    opened.process.kill()
    opened.process.wait()
    os.close(opened.main)


def test_questions_lean_on_each_other_and_are_kept(terminal: Terminal, tmp_path: Path) -> None:
    assert "Yi Xiang represents Huawei." in terminal.type("who represents Huawei\n")
    assert "Yi Xiang met Babar Amin" in terminal.type("whom did he meet?\n")
    assert "not understood" in terminal.type("colourless green ideas\n")
    os.write(terminal.main, b"\x04")
    assert terminal.process.wait(PATIENCE) == 0
    asked = (tmp_path / "kg" / "questions").read_text(encoding="utf-8").splitlines()
    assert asked[-3:] == ["who represents Huawei", "whom did he meet?", "colourless green ideas"]


def test_the_key_up_and_tab_save_typing(terminal: Terminal) -> None:
    terminal.type("who represents Huawei\n")
    assert "Yi Xiang represents Huawei." in terminal.type("\x1b[A\n")
    assert "Babar Amin" in terminal.type("who represents Huawei and tell me about Babar A\t", "Babar Amin")


def test_ctrl_c_drops_the_line_and_stays(terminal: Terminal) -> None:
    os.write(terminal.main, b"who represents ")
    terminal.until("represents ")
    terminal.interrupt()
    assert "Yi Xiang represents Huawei." in terminal.type("who represents Huawei\n")
    os.write(terminal.main, b"quit\n")
    assert terminal.process.wait(PATIENCE) == 0
