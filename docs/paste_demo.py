"""Puts what ``kg`` says of the demo store into README.md, between its markers; ``make docs`` runs it."""

import re
import subprocess
from pathlib import Path

QUESTION = "who attended Shenzhen forum"
README = Path(__file__).parent.parent / "README.md"
MARKED = re.compile(r"(<!-- demo: begin[^\n]*-->\n).*?(<!-- demo: end -->)", re.DOTALL)
LINES = 24


def main() -> None:
    """Ask the question and replace what stands in the README."""
    said = subprocess.run(
        ["kg", "ask", *QUESTION.split(), "--store", "demo/kg.store"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    shown = said[:LINES] + (["…"] if len(said) > LINES else [])
    text = "\n".join(["```text", f"$ kg ask {QUESTION}", *shown, "```"])
    page = README.read_text(encoding="utf-8")
    README.write_text(MARKED.sub(lambda match: f"{match[1]}{text}\n{match[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
