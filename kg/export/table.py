"""What the tables in CSV share: rows after RFC 4180, and cells as they are.

A name that begins with ``=``, ``+``, ``-`` or ``@`` is not touched, so that nothing is changed for programs that read
the file. Import it into a spreadsheet as text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO


def row(cells: Iterable[object]) -> str:
    """One line: what is None is an empty cell, a truth value is ``true`` or ``false``."""
    text = StringIO()
    told = (str(cell).lower() if isinstance(cell, bool) else cell for cell in cells)
    csv.writer(text, lineterminator="\r\n").writerow("" if cell is None else cell for cell in told)
    return text.getvalue()
