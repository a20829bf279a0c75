"""``kg frames``: the frames that extraction goes by, and whether their examples hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kg.cli.options import Group, answering_with_frames
from kg.cli.output import Output, Page
from kg.cli.session import Session
from kg.examples import ExampleResult, Found, Triple, run_examples
from kg.extract import load_extractor
from kg.extract.frames import Frame, built_in_frames
from kg.extract.frames.own import read_own_frames

FAILED = 1
BUILT_IN = "kg"


@click.group("frames", cls=Group)
def command() -> None:
    """Show the frames that find relations in articles, and test their examples.

    A frame says which words evoke a relation and who fills it. docs/frames.md tells how to write your own.
    """


@command.command("list")
@answering_with_frames
def list_(session: Session) -> None:
    """List the frames: those that come with kg, and your own.

    Each with its relation, the words that evoke it and the number of its examples.
    """
    own = read_own_frames(session.settings.frames)
    frames = [*built_in_frames(), *own.frames]
    rows = [
        (f.id, f.relation, len(f.examples), f.confidence, own.files.get(f.id, BUILT_IN), ", ".join(words(f)))
        for f in frames
    ]
    document = [_document(frame, own.files.get(frame.id, BUILT_IN)) for frame in frames]
    session.emit(Output(("frame", "relation", "examples", "confidence", "from", "words"), rows, document))


@command.command("test")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@answering_with_frames
def test(session: Session, files: Sequence[Path]) -> None:
    """Run the examples of frames: each is read as an article.

    FILES are frames of your own; without them, those that come with kg are tested. An example must give the
    statements that it lists, and one that lists none must give none of its frame's relation. Ends with 1 where one
    fails, and shows what was found instead.
    """
    own = read_own_frames([*session.settings.frames, *files])
    wanted = {str(file) for file in files}
    frames = [f for f in own.frames if own.files[f.id] in wanted] if files else built_in_frames()
    extractor = load_extractor(own.frames, own.vocabulary)
    results = list(run_examples(frames, extractor, own.vocabulary))
    rows = [
        (r.frame, r.passed, r.text, "; ".join(map(_told, r.missing)), "; ".join(map(_told_found, r.found)))
        for r in results
    ]
    columns = ("frame", "passed", "example", "missing", "found")
    session.emit(Output(columns, rows, list(map(_result, results)), lambda page: _text(page, frames, results)))
    if not all(result.passed for result in results):
        raise click.exceptions.Exit(FAILED)


def words(frame: Frame) -> list[str]:
    """The words that evoke a frame, verbs first."""
    return [*sorted(frame.verbs), *sorted(frame.nouns)]


def _document(frame: Frame, origin: str) -> dict[str, object]:
    return {
        "id": frame.id,
        "relation": frame.relation,
        "verbs": sorted(frame.verbs),
        "nouns": sorted(frame.nouns),
        "theme": sorted(frame.theme),
        "from": list(frame.starts),
        "to": list(frame.ends),
        "pair": [list(slots) for slots in frame.pair],
        "confidence": frame.confidence,
        "examples": [{"text": e.text, "gives": [list(triple) for triple in e.gives]} for e in frame.examples],
        "file": origin,
    }


def _result(result: ExampleResult) -> dict[str, object]:
    return {
        "frame": result.frame,
        "passed": result.passed,
        "example": result.text,
        "missing": [list(triple) for triple in result.missing],
        "unwanted": [list(found.triple) for found in result.unwanted],
        "found": [{"statement": list(f.triple), "modality": f.modality, "frame": f.frame} for f in result.found],
    }


def _text(page: Page, frames: Sequence[Frame], results: Sequence[ExampleResult]) -> None:
    failed = [result for result in results if not result.passed]
    for result in failed:
        page.line(f"{result.frame}: {result.text}", "bold")
        for triple in result.missing:
            page.line(f"does not give: {_told(triple)}", indent=3)
        for found in result.unwanted:
            page.line(f"must not give: {_told(found.triple)}", indent=3)
        for found in result.found:
            page.line(f"gives: {_told_found(found)}", "dim", indent=3)
        if not result.found:
            page.line("gives nothing", "dim", indent=3)
        page.line()
    bare = sum(not frame.examples for frame in frames)
    left = f"; {bare} of {len(frames)} frames have none" if bare else ""
    page.line(f"{len(results) - len(failed)} of {len(results)} examples hold{left}", "bold")


def _told(triple: Triple) -> str:
    return " — ".join(triple)


def _told_found(found: Found) -> str:
    told = found.frame if found.modality == "asserted" else f"{found.modality}, {found.frame}"
    return f"{_told(found.triple)} ({told})"
