"""Puts what ``kg`` really says into the pages whose files are named; ``make docs`` runs it, a test compares.

In a page, a block that begins with ```` ```toml mine.toml ```` is a file, and each line with ``$`` in a block that
begins with ```` ```console ```` is run in a folder of those files; what it says follows it.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def with_true_output(page: str) -> str:
    """The page with the output of its commands as it is now."""
    with tempfile.TemporaryDirectory() as folder:

        def block(match: re.Match[str]) -> str:
            language, name, text = match.groups()
            if name:
                file = Path(folder, name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            if language != "console":
                return match[0]
            commands = [line for line in text.splitlines() if line.startswith("$ ")]
            return "```console\n" + "".join(f"{line}\n{_run(line[2:], folder)}" for line in commands) + "```"

        return BLOCK.sub(block, page)


def _run(command: str, folder: str) -> str:
    words = [sys.executable, "-m", "kg", *shlex.split(command)[1:]]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    root = str(Path(__file__).resolve().parent.parent)
    done = subprocess.run(
        words,
        cwd=folder,
        env={**plain, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(with_true_output(path.read_text(encoding="utf-8")), encoding="utf-8")
