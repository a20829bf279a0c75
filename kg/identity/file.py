"""Judgements as a text file that can be versioned: one JSON object a line, in a fixed order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import UsageError
from kg.model import Judgement, Reference

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
VERDICTS = ("same", "different", "undecided")


def dumped(judgements: Iterable[Judgement]) -> Iterator[str]:
    """A line for each judgement, oldest first. The same judgements give the same text."""
    for judgement in sorted(judgements, key=lambda j: (j.date, j)):
        yield json.dumps(plain(judgement), ensure_ascii=False) + "\n"


def plain(judgement: Judgement) -> dict[str, object]:
    """A judgement as the file, and all JSON output, gives it."""
    said: dict[str, object] = {"verdict": judgement.verdict, "left": _side(judgement.left)}
    said |= {"right": _side(judgement.right), "reason": judgement.reason}
    if judgement.who:
        return {"id": judgement.id, **said, "who": judgement.who, "date": judgement.date}
    return {"id": judgement.id, **said, "rule": judgement.rule, "score": judgement.score}


def parsed(lines: Iterable[str], name: str) -> list[Judgement]:
    """The persons' judgements of a dump; those of rules are passed over, since rules judge for themselves.

    UsageError, naming file and line, where one is none.
    """
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            judgement = _judgement(json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told = f"it has no {error}" if isinstance(error, KeyError) else str(error)
            raise UsageError(
                f"{name}:{number}: not a judgement: {told}", "each line is one that kg identity dump wrote"
            ) from error
        if judgement:
            found.append(judgement)
    return found


def _judgement(said: Any) -> Judgement | None:
    if not isinstance(said, dict):
        raise TypeError("a line is a JSON object")
    if "who" not in said and "rule" in said:
        return None
    verdict, who, date = said["verdict"], said["who"], said["date"]
    if verdict not in VERDICTS:
        raise ValueError(f"the verdict is one of {', '.join(VERDICTS)}, not {verdict!r}")
    if not isinstance(who, str) or not who.strip():
        raise ValueError("who says so?")
    if not isinstance(date, str) or not DATE.fullmatch(date):
        raise ValueError(f"a date is written as 2024-05-01T12:00:00Z, not {date!r}")
    left, right = _reference(said["left"]), _reference(said["right"])
    if not left[0]:
        raise ValueError("the left side is an article's")
    return Judgement(left, right, verdict, str(said.get("reason", "")), who=who, date=date)


def _side(reference: Reference) -> dict[str, str]:
    article, key = reference
    return {"article": article, "key": key} if article else {"iri": key}


def _reference(said: Any) -> Reference:
    if "iri" in said:
        iri = said["iri"]
        if not isinstance(iri, str) or not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", iri):
            raise ValueError(f"{iri!r} is no IRI")
        return "", iri
    article, key = said["article"], said["key"]
    if not (isinstance(article, str) and isinstance(key, str) and article and key):
        raise ValueError("a side is an article and a key")
    return article, key
