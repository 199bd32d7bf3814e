"""Mail saved as .eml: the body, with subject, sender and date as title, author and day of publication.

Newsletters come as plain text and as HTML. The plain text is taken unless it is a stub ("open this in a browser").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import clean
from summarizer.inputs.encodings import decode
from summarizer.inputs.html import line
from summarizer.inputs.markup import blocks
from summarizer.inputs.source import Source

if TYPE_CHECKING:
    from email.message import EmailMessage

MEDIA_TYPE = "message/rfc822"
ENDING = ".eml"
_HEADER = re.compile(
    rb"^(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type"
    rb"|Content-Transfer-Encoding|Reply-To|DKIM-Signature|X-[\w-]+):",
    re.I | re.M,
)
_FIRST = re.compile(rb"\s*(?:From \S+@|[A-Za-z][\w-]{1,40}:[ \t])")
_ENOUGH_HEADERS = 3
_SIGNATURE = re.compile(r"\n-- \n.*\Z", re.S)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
LARGEST_HEAD = 100_000
"""Bytes of headers: the parser's time grows with their square."""
MOST_PARTS = 1_000
"""Lines that may divide parts."""
_STUB = 0.3
"""A plain body shorter than this share of what the HTML says is a stub."""
_SECRET = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


def recognises(source: Source) -> bool:
    """Whether it is mail: it is said to be, or begins with headers of mail."""
    if source.media_type == MEDIA_TYPE:
        return True
    head, _, body = (
        source.data.replace(b"\r\n", b"\n").partition(b"\n\n") if _FIRST.match(source.data) else (b"", b"", b"")
    )
    names = {name.lower() for name in _HEADER.findall(head)}
    return bool(body) and len(names) >= (1 if source.ending == ENDING else _ENOUGH_HEADERS)


def read(source: Source) -> Article:
    """The message's body; raises `InputError` for encrypted mail and for mail without text."""
    from email import message_from_bytes, policy  # here, because it takes as long as reading a short text

    data = source.data.lstrip()
    if len(_HEAD_END.split(data[: LARGEST_HEAD + 1], maxsplit=1)[0]) > LARGEST_HEAD or data.count(b"\n--") > MOST_PARTS:
        raise InputError(f"{source.shown} is mail of a size or depth that no letter has: give its text alone.")
    message = message_from_bytes(data, policy=policy.default)
    if message.get_content_type() in _SECRET:
        raise InputError(f"{source.shown} is encrypted mail: decrypt it first, and save it again.")
    raw, note = _body(message, source.shown)
    if not raw.strip():
        raise InputError(f"{source.shown} is mail without a text: give what it carries as a file.")
    text, removed = clean(raw)
    return Article(
        text=text,
        title=_header(message, "subject"),
        author=_sender(message),
        url=source.url,
        published=_day(message),
        retrieved=source.retrieved,
        origin=source.origin,
        notes=tuple(n for n in (note, *_attached(message), *removed) if n),
    )


def _body(message: EmailMessage, shown: str) -> tuple[str, str]:
    plain, plain_note = _part(message, "plain", shown)
    markup, markup_note = _part(message, "html", shown)
    if not markup:
        return plain, plain_note
    found = "\n\n".join(blocks(markup))
    return (plain, plain_note) if len(plain) >= _STUB * len(found) and plain.strip() else (found, markup_note)


def _part(message: EmailMessage, kind: str, shown: str) -> tuple[str, str]:
    from email.errors import MessageError

    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return "", ""
    try:
        data = part.get_payload(decode=True)
    except (MessageError, ValueError, AssertionError):
        data = None
    if not isinstance(data, bytes) or not data:
        return "", ""
    text, note = decode(data, shown, named=str(part.get_content_charset("") or ""))
    if kind == "plain":
        text = _SIGNATURE.sub("\n", text.replace("\r\n", "\n"))
        if part.get_param("format") == "flowed":  # RFC 3676: a line that ends in a space goes on in the next
            text = re.sub(r" \n(?=\S)", "" if part.get_param("delsp") == "yes" else " ", text)
    return text, note


def _attached(message: EmailMessage) -> tuple[str, ...]:
    count = sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0
    return (f"{count} attachment{' was' if count == 1 else 's were'} left out.",) if count else ()


def _header(message: EmailMessage, name: str) -> str | None:
    from email.errors import MessageError

    try:
        return line(str(message[name])) if name in message else None
    except (MessageError, ValueError, IndexError, AttributeError):  # headers that no parser takes
        return None


def _sender(message: EmailMessage) -> str | None:
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "from") or "")
    return line(name) or line(address)


def _day(message: EmailMessage) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "date") or "").date().isoformat()
    except (ValueError, TypeError):
        return None
