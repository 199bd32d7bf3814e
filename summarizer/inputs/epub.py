"""EPUB books and e-papers: the chapters in the order the package names, each put into plain text.

The container names the package, the package's spine the chapters (EPUB 3.3, sections 4 and 5).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.archives import Archive, holds
from summarizer.inputs.cleaning import clean
from summarizer.inputs.encodings import decode
from summarizer.inputs.html import line
from summarizer.inputs.markup import blocks
from summarizer.inputs.source import Source

MEDIA_TYPE = "application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html"})
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHAT = "an EPUB book"


def recognises(source: Source) -> bool:
    """Whether it is a zip archive with a container file."""
    return holds(source, _CONTAINER)


def read(source: Source) -> Article:
    """All chapters as one text; raises `InputError` for a damaged or copy-protected book."""
    archive = Archive(source, _WHAT)
    package_name = _package_name(archive)
    package = _tree(archive, package_name)
    chapters = list(_chapters(package, posixpath.dirname(package_name)))
    if _ENCRYPTION in archive.names:
        hidden = {unquote(uri) for uri in _tree(archive, _ENCRYPTION).xpath("//@URI")}
        if hidden & set(chapters):
            raise InputError(f"{source.shown} is {_WHAT} with copy protection: give one without.")
    found = [block for name in chapters for block in _text(archive, name, source.shown)]
    text, removed = clean("\n\n".join(found))
    return Article(
        text=text,
        title=_about(package, "title"),
        author=_about(package, "creator"),
        outlet=_about(package, "publisher"),
        url=source.url,
        published=_day(_about(package, "date")),
        retrieved=source.retrieved,
        origin=source.origin,
        notes=removed,
    )


def _package_name(archive: Archive) -> str:
    names = _tree(archive, _CONTAINER).xpath("//*[local-name()='rootfile']/@full-path")
    if not names:
        raise archive.damaged()
    return str(names[0])


def _tree(archive: Archive, name: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(archive.member(name), parser)
    except etree.XMLSyntaxError as error:
        raise archive.damaged() from error


def _chapters(package: Any, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")}
    for reference in package.xpath("//*[local-name()='spine']/*[local-name()='itemref']"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _CHAPTERS or "nav" in (item.get("properties") or "").split():
            continue
        yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))


def _text(archive: Archive, name: str, shown: str) -> tuple[str, ...]:
    if name not in archive.names:
        return ()
    return blocks(decode(archive.member(name), shown).text)


def _about(package: Any, what: str) -> str | None:
    found = [text for element in package.iter(f"{_DC}{what}") if (text := line(element.text))]
    if what == "creator":
        return "; ".join(dict.fromkeys(found)) or None
    return found[0] if found else None


def _day(text: str | None) -> str | None:
    found = _DAY.match(text) if text else None
    return found[0] if found else None
