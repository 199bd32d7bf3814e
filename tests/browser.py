"""A headless Chromium that opens reports from a file, with everything it is asked to do recorded.

Tests that use it are skipped where Chromium is not installed. The profile is Playwright's own and ends with the test.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needed = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def running() -> Iterator[Browser]:
    """A browser, ended afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A page and what it did besides being shown: requests, dialogs, errors, new windows."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self.did: list[str] = []
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.page.on("request", lambda request: self._requested(request.url))
        self.page.on("dialog", self._asked)
        self.page.on("pageerror", lambda error: self.did.append(f"error {error}"))
        self.page.on("console", lambda message: self.did.append(f"console {message.text}"))
        self.page.on("popup", lambda _: self.did.append("popup"))
        self._opened = ""

    def _asked(self, dialog: Dialog) -> None:
        self.did.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _requested(self, url: str) -> None:
        if url.split("#")[0] != self._opened:
            self.did.append(f"request {url}")

    def open(self, path: Path) -> Page:
        """Show a file."""
        self._opened = path.as_uri()
        self.page.goto(self._opened)
        return self.page

    def close(self) -> None:
        """End the page and what it kept."""
        self.context.close()
