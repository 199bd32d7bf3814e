"""Fetches a page, as a guest would: slowly refused, small, and with regard to the host's wishes.

- http and https only, no more than `REDIRECTS` redirects, and each of them looked at like the first address;
- the connection is made to the number that `addresses` has looked at, while the host's name stays in the request and
  in the certificate that is asked for;
- no more than `source.LARGEST` bytes, counted after unpacking, and no longer than `SECONDS` in all, however the host
  spreads what it sends (`deadline`);
- robots.txt is obeyed (`robots`), and the user agent says who asks;
- through a proxy, where the environment names one, the proxy makes the connection; the name is still looked at, as far
  as it can be resolved here.
"""

from __future__ import annotations

import time
import urllib.request
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import InputError
from summarizer.inputs import robots
from summarizer.inputs.addresses import resolve
from summarizer.inputs.cleaning import one_line
from summarizer.inputs.deadline import Deadline
from summarizer.inputs.source import LARGEST, Source, too_large
from summarizer.version import __version__

if TYPE_CHECKING:
    import ssl

    import httpx

AGENT = f"{robots.NAME}/{__version__}"
REDIRECTS = 5
SECONDS = 30.0
"""For everything that belongs to one address, redirects and robots.txt included."""
_WAIT = 10.0
"""Seconds for a connection, or for the next bytes."""
_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/plain,*/*;q=0.5"
)
_MOVED = frozenset({301, 302, 303, 307, 308})
_UNREADABLE = ("image/", "audio/", "video/", "font/", "application/json", "text/css", "text/javascript")


class Unpacker(Protocol):
    """What `zlib.decompressobj` makes: the type has no public name."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What is left after the most that was asked for."""
        ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most so many bytes of what ``data`` holds."""
        ...


def fetch(name: str, *, allow_private: bool = False) -> Source:
    """What stands at the address ``name``. Raises `InputError` where it can't be had, is too large or isn't wanted."""
    import httpx

    shown = one_line(name)
    try:
        address = httpx.URL(name)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise InputError(f"{shown} is not an address that can be fetched: check it.") from error
    if address.userinfo:
        bare = one_line(str(address.copy_with(userinfo=b"")))
        raise InputError(f"{bare} was given with a name or password: save the page and give the file.")
    visit = _Visit(shown, allow_private)
    while True:
        visit.ask_leave(address)
        with visit.opened(address) as response:
            if response.status_code in _MOVED and "location" in response.headers:
                address = visit.moved(address, response.headers["location"])
                continue
            return _taken(visit, address, response)


class _Visit:
    """One address with all it leads to: what is left of time and redirects."""

    def __init__(self, shown: str, allow_private: bool) -> None:
        self.shown = shown
        self._allow_private = allow_private
        self._until = time.monotonic() + SECONDS
        self._redirects = REDIRECTS

    @contextmanager
    def opened(self, address: httpx.URL) -> Iterator[httpx.Response]:
        """The answer of the host, its body not yet read."""
        import httpx

        numbers, proxy = self._way(address)
        wait = self._wait()
        deadline = Deadline(self._until - time.monotonic())
        try:
            with (
                deadline,
                httpx.Client(verify=_certificates(), trust_env=False, proxy=proxy, timeout=wait) as client,
            ):
                yield from self._answers(client, address, numbers, deadline)
        except httpx.TimeoutException as error:
            raise self._too_slow() from error
        except httpx.InvalidURL as error:  # of a redirect: httpx reads it even where it does not follow it
            raise self._nowhere() from error
        except httpx.HTTPError as error:
            if deadline.over:
                raise self._too_slow() from error
            reason = one_line(str(error))[:200] or type(error).__name__
            raise InputError(f"{self.shown} can't be fetched ({reason}): check the address and the network.") from error

    def _answers(
        self, client: httpx.Client, address: httpx.URL, numbers: tuple[str, ...], deadline: Deadline
    ) -> Iterator[httpx.Response]:
        import httpx

        for position, number in enumerate(numbers, 1):
            request = self._request(client, address, number)
            request.extensions["trace"] = deadline.trace
            try:
                response = client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if position == len(numbers):
                    raise
                continue
            try:
                yield response
            finally:
                response.close()
            return

    def _request(self, client: httpx.Client, address: httpx.URL, number: str) -> httpx.Request:
        headers = {"User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Accept-Language": "de, en;q=0.5"}
        if not number:  # through a proxy
            return client.build_request("GET", address, headers=headers)
        headers["Host"] = address.netloc.decode("ascii")
        return client.build_request(
            "GET",
            address.copy_with(host=number),
            headers=headers,
            extensions={"sni_hostname": address.raw_host.decode()},
        )

    def _way(self, address: httpx.URL) -> tuple[tuple[str, ...], str | None]:
        """The numbers to try, or the proxy to go through."""
        if address.scheme not in ("http", "https") or not address.host:
            raise InputError(f"{self.shown} leads to an address that is not http or https: check it.")
        host, port = address.raw_host.decode("ascii"), address.port or (443 if address.scheme == "https" else 80)
        proxy = urllib.request.getproxies().get(address.scheme)
        if not proxy or urllib.request.proxy_bypass(host):
            return resolve(host, port, self.shown, allow_private=self._allow_private), None
        if not self._allow_private:
            try:
                resolve(host, port, self.shown, allow_private=False)
            except InputError as error:
                if error.__cause__ is None:  # it is known, and it is private; an unknown name is the proxy's to resolve
                    raise
        return ("",), proxy

    def ask_leave(self, address: httpx.URL) -> None:
        """Raises `InputError` if the host's robots.txt does not want this address to be read by programs."""
        place = (address.scheme, address.netloc.decode("ascii"))
        rules = robots.remembered(place, lambda: self._rules(address))
        if why := rules.refuses(str(address)):
            raise InputError(f"{self.shown} {why}: save the page from a browser and give the file.")

    def _rules(self, address: httpx.URL) -> robots.Rules:
        place = address.copy_with(path="/robots.txt", query=None, fragment=None)
        for _ in range(REDIRECTS + 1):
            with self.opened(place) as response:
                if response.status_code in _MOVED and "location" in response.headers:
                    place = self._joined(place, response.headers["location"])
                    continue
                data = b"".join(self.body(response, robots.LARGEST, cut=True)) if response.status_code == 200 else b""
                return robots.rules(response.status_code, data)
        return robots.rules(404, b"")

    def moved(self, address: httpx.URL, where: str) -> httpx.URL:
        """The address after a redirect. Raises `InputError` after too many."""
        self._redirects -= 1
        if self._redirects < 0:
            raise InputError(f"{self.shown} leads on more than {REDIRECTS} times: give the address it ends at.")
        return self._joined(address, where)

    def _joined(self, address: httpx.URL, where: str) -> httpx.URL:
        import httpx

        try:
            return address.join(where).copy_with(userinfo=b"", fragment=None)
        except (httpx.InvalidURL, ValueError) as error:
            raise self._nowhere() from error

    def body(self, response: httpx.Response, largest: int, *, cut: bool = False) -> Iterator[bytes]:
        """The unpacked body. Raises `InputError` where it is larger than ``largest``, unless it may be ``cut``."""
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip", ""):
            raise InputError(f"{self.shown} comes packed as {one_line(packing)[:40]}: save the page and give the file.")
        unpack = zlib.decompressobj(31) if packing.endswith("gzip") else None
        left = largest
        for raw in response.iter_raw():  # as it comes: collected into larger pieces, a slow host could hold us for long
            self._wait()
            pending = raw
            while pending:
                data, pending = self._some(pending, unpack, left + 1)
                if len(data) > left:
                    if cut:
                        yield data[:left]
                        return
                    raise too_large(self.shown)
                left -= len(data)
                yield data
        self._wait()  # a body without a length ends where its connection was shut down
        if unpack is not None and not unpack.eof and left < largest:
            raise InputError(f"{self.shown} came incomplete: try again.")

    def _some(self, pending: bytes, unpack: Unpacker | None, most: int) -> tuple[bytes, bytes]:
        """At most ``most`` unpacked bytes and what is left to unpack: a bomb goes no further than the limit."""
        if unpack is None:
            return pending, b""
        try:
            return unpack.decompress(pending, most), unpack.unconsumed_tail
        except zlib.error as error:
            raise InputError(f"{self.shown} came damaged: try again.") from error

    def _wait(self) -> float:
        left = self._until - time.monotonic()
        if left <= 0:
            raise self._too_slow()
        return min(left, _WAIT)

    def _nowhere(self) -> InputError:
        return InputError(f"{self.shown} leads on to something that is not http or https: check it.")

    def _too_slow(self) -> InputError:
        return InputError(f"{self.shown} did not come within {SECONDS:.0f} seconds: try again, or save the page.")


@cache
def _certificates() -> ssl.SSLContext:
    import httpx

    return httpx.create_ssl_context()


def _taken(visit: _Visit, address: httpx.URL, response: httpx.Response) -> Source:
    status = response.status_code
    if status != 200:
        raise InputError(f"{visit.shown} can't be fetched: the host answers {status}{_meaning(status)}.")
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type.startswith(_UNREADABLE):
        raise InputError(f"{visit.shown} is {one_line(media_type)}, not an article: give the article's own address.")
    return Source(
        b"".join(visit.body(response, LARGEST)),
        visit.shown,
        media_type=media_type,
        charset=response.charset_encoding or "",
        url=str(address),
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _meaning(status: int) -> str:
    if status in (401, 402, 403, 451):
        return ", which means not to everybody: save the page from a browser and give the file"
    if status in (404, 410):
        return ", which means that it has no such page: check the address"
    if status == 429 or status >= 500:
        return ", which means not now: try again later"
    return ": check the address"
