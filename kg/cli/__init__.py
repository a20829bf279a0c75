"""The command line: one file per command, thin over the functions of the stages."""

from kg.cli.main import main

__all__ = ["main"]
