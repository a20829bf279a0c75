"""A generator of files that nobody should have to read: broken, huge, deep, misleading. The same for the same seed."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator

from tests.articles.samples import PARAGRAPHS, STORY, archive, lines, mail, packed, page, pdf, record

STRANGE = "\u202e\u202d\u2066\u200f\u200b\ufeff\u0301\x07\x1b[31m\x7f\x85\u2028"


def hostile_files(seed: int, rounds: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents: each of the makers below in each round."""
    dice = random.Random(seed)
    for number in range(rounds):
        for make in MAKERS:
            ending, raw = make(dice)
            yield f"{number:02}-{make.__name__.strip('_')}.{ending}", raw


def sound_files() -> dict[str, bytes]:
    """A sound file of each format, by ending."""
    response = record("response", "https://news.example/a", page(), "text/html")
    return {
        "txt": STORY.encode(),
        "html": page(),
        "eml": mail(),
        "pdf": pdf([STORY.split("\n")]),
        "jsonl": lines({"text": STORY, "url": "https://news.example/b"}),
        "warc": response,
        "warc.gz": packed(response),
        "zip": archive({"a.txt": STORY.encode(), "b.html": page()}),
        "html.gz": gzip.compress(page(), mtime=0),
    }


def _mutated(dice: random.Random) -> tuple[str, bytes]:
    ending, raw = dice.choice(list(sound_files().items()))
    broken = bytearray(raw)
    for _ in range(dice.randint(1, 40)):
        place = dice.randrange(len(broken))
        broken[place] = dice.randrange(256)
    return ending, bytes(broken)


def _cut(dice: random.Random) -> tuple[str, bytes]:
    ending, raw = dice.choice(list(sound_files().items()))
    return ending, raw[: dice.randrange(len(raw))]


def _noise(dice: random.Random) -> tuple[str, bytes]:
    return dice.choice(list(sound_files())), dice.randbytes(dice.randint(1, 20_000))


def _misnamed(dice: random.Random) -> tuple[str, bytes]:
    files = sound_files()
    return dice.choice(list(files)), files[dice.choice(list(files))]


def _deep_page(dice: random.Random) -> tuple[str, bytes]:
    tag = dice.choice(["div", "b", "table", "ul", "font", "a"])
    depth = dice.choice([2_000, 20_000])
    return "html", f"<html><body>{f'<{tag}>' * depth}{PARAGRAPHS[0]}".encode() + f"</{tag}>".encode() * depth


def _wide_page(dice: random.Random) -> tuple[str, bytes]:
    return "html", page(paragraphs=[dice.choice(PARAGRAPHS) for _ in range(1_000)])


def _odd_page(dice: random.Random) -> tuple[str, bytes]:
    piece = dice.choice(["<!--", "<![CDATA[", "<p", "&#x110000;", "<script>", "<svg><p>", "\x00", "<!DOCTYPE ["])
    return "html", b"<html><body>" + (piece * dice.randint(1, 20_000)).encode() + page()


def _entities(_: random.Random) -> tuple[str, bytes]:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "tea">{levels}]><html><body><p>&e11;</p></body></html>'
    return "xhtml", text.encode()


def _strange_text(dice: random.Random) -> tuple[str, bytes]:
    text = "".join(char + (dice.choice(STRANGE) if dice.random() < 0.2 else "") for char in STORY)
    return dice.choice(["txt", "html", "eml", "md"]), text.encode()


def _long_line(dice: random.Random) -> tuple[str, bytes]:
    return dice.choice(["txt", "jsonl", "eml", "html"]), b"tea and talks " * dice.randint(10_000, 700_000)


def _deep_json(dice: random.Random) -> tuple[str, bytes]:
    depth = dice.randint(1_000, 200_000)
    return "jsonl", b'{"text":' * depth + b"\n" + lines({"text": STORY})


def _gzip_bomb(dice: random.Random) -> tuple[str, bytes]:
    inner = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = dice.choice([b"\x00", b"tea ", b"\n"]) * (1 << 18)
    out = [inner.compress(piece) for _ in range((160 << 20) // len(piece))]
    return dice.choice(["txt.gz", "jsonl.gz", "warc.gz"]), b"".join(out) + inner.flush()


def _zip_bomb(_: random.Random) -> tuple[str, bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target, target.open("a.txt", "w") as file:
        for _piece in range(96):
            file.write(b"\x00" * (1 << 20))
    return "zip", out.getvalue()


def _lying_zip(dice: random.Random) -> tuple[str, bytes]:
    raw = bytearray(archive({"a.txt": STORY.encode(), "/../b.txt": STORY.encode()}))
    at = raw.find(b"PK\x01\x02") + dice.randint(4, 45)
    raw[at] ^= 0xFF
    return "zip", bytes(raw)


def _pdf_bomb(_: random.Random) -> tuple[str, bytes]:
    packed_stream = zlib.compress(b"(tea) Tj " * 12_000_000, 9)
    raw = pdf([["x"]])
    start = raw.index(b"<< /Length")
    end = raw.index(b"endstream")
    head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed_stream)
    return "pdf", raw[:start] + head + packed_stream + b"\n" + raw[end:]


def _looping_pdf(_: random.Random) -> tuple[str, bytes]:
    return "pdf", pdf([["x"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]").replace(b"/Prev", b"/Root")


def _nested_mail(dice: random.Random) -> tuple[str, bytes]:
    depth = dice.randint(50, 1_000)
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(depth))
    return "eml", f"From: a@example.org\r\nSubject: {STRANGE}\r\nDate: 99 Foo 99999\r\n{head}".encode() + STORY.encode()


MAKERS: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (
    *(_mutated, _mutated, _cut, _noise, _misnamed, _deep_page, _wide_page, _odd_page, _entities, _strange_text),
    *(_long_line, _deep_json, _lying_zip, _looping_pdf, _nested_mail),
)
"""Those that are quick to make and to read."""
BOMBS: tuple[Callable[[random.Random], tuple[str, bytes]], ...] = (_gzip_bomb, _zip_bomb, _pdf_bomb)
