"""Makes small files of all formats, of a story that each of them tells."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

TITLE = "Ministers of Malawi and Nepal sign tea accord"
PARAGRAPHS = (
    "The ministers of agriculture of Malawi and Nepal signed an accord on the processing of tea in Blantyre on "
    "Tuesday, officials said after the ceremony.",
    "Under the accord, growers of both countries will share their experience in the drying of leaves, and a joint "
    "committee is to meet twice a year.",
    "The two sides also agreed that students of the tea institute in Mulanje may spend a season in the hills of Ilam.",
)
STORY = "\n\n".join((TITLE, *PARAGRAPHS)) + "\n"


def page(title: str = TITLE, paragraphs: Iterable[str] = PARAGRAPHS, head: str = "") -> bytes:
    """A page with a menu, a story and a footer."""
    story = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
        f"<article><h1>{title}</h1>{story}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def pdf(pages: Iterable[Iterable[str]]) -> bytes:
    """A PDF of pages of lines, written by hand."""
    bodies: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    kids = []
    for lines in pages:
        shown = " T* ".join("(" + line.replace("(", "\\(").replace(")", "\\)") + ") Tj" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 800 Td {shown} ET".encode("latin-1")
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(bodies)
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table + trailer


def mail(body: str = "\n\n".join(PARAGRAPHS), subtype: str = "plain") -> bytes:
    """A mail with the story."""
    return (
        f"From: Desk of Tea News <desk@example.org>\r\nTo: all@example.org\r\nSubject: {TITLE}\r\n"
        "Date: Tue, 14 May 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/{subtype}; charset=utf-8\r\n\r\n{body}\r\n"
    ).encode()


def record(kind: str, address: str, body: bytes, content: str, day: str = "2024-05-14") -> bytes:
    """A record of a web archive; a ``response`` gets a header of HTTP."""
    if kind == "response":
        body = b"HTTP/1.1 200 OK\r\nContent-Type: " + content.encode() + b"\r\n\r\n" + body
        content = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {day}T08:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(body):012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records as in ``.warc.gz``: each packed on its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def lines(*records: object) -> bytes:
    """JSON lines."""
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def archive(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, raw in files.items():
            target.writestr(zipfile.ZipInfo(name), raw, zipfile.ZIP_DEFLATED)  # of no certain day: always the same
    return out.getvalue()


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The files in a folder."""
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder
