"""The ways in which kg can fail, each with the exit code that the command line ends with."""

from __future__ import annotations


class KgError(Exception):
    """Something that a person can mend: one line of what went wrong, and a hint of what to do.

    ``exit_code`` follows the CLI contract: 1 failed, 2 wrong usage, 3 no answer, 4 store busy,
    5 done in part.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(KgError):
    """The command was asked for something that makes no sense (unknown relation, bad format)."""

    exit_code = 2


class NotFoundError(KgError):
    """The command ran, but what it was asked for is not there (no such entity, no path)."""

    exit_code = 3


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""

    exit_code = 4


class ArticleError(KgError):
    """One source file cannot be read as an article; the others are not touched by it."""


class ForeignError(ArticleError):
    """An article is in a language that kg does not read; it is skipped, and nothing is wrong with it."""


class PartialError(KgError):
    """The work was done, but some articles failed; they were named."""

    exit_code = 5


class QueryError(KgError):
    """A SPARQL query cannot be parsed or run."""

    exit_code = 2
