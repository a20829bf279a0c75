"""What the reader of a format gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of an article, and what its format tells of it: title, author, publisher, published, source."""

    text: str
    fields: Mapping[str, str] = field(default_factory=dict)


def with_title(title: str | None, text: str) -> str:
    """The text with its title as the first paragraph, if it does not begin so already."""
    if not title or _bare(text[: 2 * len(title) + 20]).startswith(_bare(title)):
        return text
    return f"{title}\n\n{text}"


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
