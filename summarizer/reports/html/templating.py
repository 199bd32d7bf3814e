"""Fills the templates: everything escaped, nothing fetched, nothing run but our own script.

Three fences stand between an article and the reader's browser. jinja2 escapes every value (autoescape is on for every
template, and nothing is marked safe but the stylesheet and the script that come with this package). `visible` takes out
controls and hidden characters. And the page's Content-Security-Policy allows one style element and one script element,
named by the hash of what is in them, and forbids everything else: no other script, no request, no form, no frame.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from summarizer.reports.blocks import visible, web_address


def fill(template: str, *, title: str, places: Collection[str], **values: object) -> str:
    """The page of ``template``, whole. ``places`` are the anchors it has: a link to any other is shown as text."""
    style, script = _own("page.css"), _own("page.js")

    def href(link: str) -> str:
        if link.startswith("#"):
            return f"#{anchor(link[1:])}" if link[1:] in places else ""
        return web_address(link) or ""

    page = _environment().get_template(template)
    return page.render(
        title=visible(title),
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704  (a file of this package)
        script=Markup(script),  # noqa: S704
        href=href,
        **values,
    )


def anchor(name: str) -> str:
    """The id under which a place called ``name`` stands in a page; never one that the page uses for itself."""
    return "at-" + re.sub(r"[^\w.-]", "-", name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["show"] = visible
    environment.globals["anchor"] = anchor
    return environment


@cache
def _own(name: str) -> str:
    return (resources.files("summarizer.reports.html") / name).read_text("utf-8").replace("\r\n", "\n")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
