"""Mails, as alerts and newsletters come: the text, with subject, date and sender."""

from __future__ import annotations

import email
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from kg.articles.decoding import decode
from kg.articles.formats.extracted import Extracted, with_title
from kg.articles.formats.html import read_html
from kg.errors import ArticleError


def read_mail(raw: bytes, told: Mapping[str, str]) -> Extracted:
    """The text of a mail: its plain part, else its HTML. Raises ArticleError where it has neither."""
    message = email.message_from_bytes(raw, policy=default)
    fields = {
        "title": _header(message, "subject"),
        "author": _sender(message),
        "published": _day(message),
    }
    known = {name: value for name, value in fields.items() if value}
    part = message.get_body(("plain", "html"))
    body = part.get_payload(decode=True) if isinstance(part, EmailMessage) else None
    if not isinstance(part, EmailMessage) or not isinstance(body, bytes) or not body.strip():
        raise ArticleError("a mail without text", "Leave it out.")
    if part.get_content_type() == "text/html":
        page = read_html(body, {**told, "charset": part.get_content_charset() or ""})
        return Extracted(with_title(known.get("title"), page.text), {**page.fields, **known})
    return Extracted(with_title(known.get("title"), _text(body, part.get_content_charset())), known)


def _text(body: bytes, charset: str | None) -> str:
    try:
        text = body.decode(charset or "ascii")
    except (LookupError, UnicodeError):
        text = decode(body)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):  # the parser of headers fails on some broken ones
        return ""


def _sender(message: EmailMessage) -> str:
    """The sender's name, without the address where there is a name."""
    sender = _header(message, "from")
    return sender.split("<")[0].strip(" \"'") or sender.strip("<> ")


def _day(message: EmailMessage) -> str:
    try:
        found: datetime = parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.date().isoformat()
