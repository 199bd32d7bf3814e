"""Fetching pages: what is refused before a connection is made, and how little a host can do to us."""

from __future__ import annotations

import contextlib
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from summarizer import __version__, batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.errors import InputError
from summarizer.inputs import addresses, fetching, read, robots, source
from summarizer.llm import Settings
from tests.command import invoke
from tests.fault_server import serve
from tests.page_server import PageServer, moved, page, running

ARTICLE = (
    "<!doctype html><html lang='de'><head><title>Werk in Lindau</title></head><body><article><h1>Werk in Lindau</h1>"
    "<p>Der Konzern baut in Lindau ein Werk für 1,1 Milliarden Euro und schafft dort 300 neue Stellen.</p>"
    "</article></body></html>"
)
SENTENCE = "1,1 Milliarden Euro"
NOBODY = "http://127.0.0.1:9/v1"
"""A model's address where none is asked."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PageServer]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(robots, "_known", {})
    with running() as started:
        started.pages["/a"] = page(ARTICLE)
        yield started


def _refusal(address: str, *, allow_private: bool = True) -> str:
    with pytest.raises(InputError) as caught:
        read(address, allow_private=allow_private)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


def test_a_page_is_read_with_its_address_and_the_time(server: PageServer) -> None:
    article = read(server.at("/a"), allow_private=True)
    assert SENTENCE in article.text
    assert (article.origin, article.url, article.title) == (server.at("/a"), server.at("/a"), "Werk in Lindau")
    assert article.retrieved is not None
    assert article.retrieved.endswith("+00:00")


def test_the_request_says_who_asks_and_of_whom(server: PageServer) -> None:
    read(server.at("/a"), allow_private=True)
    headers = server.asked[-1][1]
    assert headers["User-Agent"] == f"summarizer/{__version__}"
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert "Cookie" not in headers


# Which machine


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "2002:7f00:1::1", "2001:db8::1", "localhost",
    ],
)  # fmt: skip
def test_numbers_that_are_not_of_the_open_internet(number: str) -> None:
    assert not addresses.is_public(number)


@pytest.mark.parametrize("number", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_numbers_that_are(number: str) -> None:
    assert addresses.is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0x7f.1", "2130706433", "[::ffff:127.0.0.1]"])
def test_this_machine_is_not_asked_without_leave(server: PageServer, host: str) -> None:
    message = _refusal(f"http://{host}:{server.port}/a", allow_private=False)
    assert "an address of this machine or its own network: give --allow-private if that is meant" in message
    assert server.asked == []


def test_a_redirect_into_this_machine_is_not_followed(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.pages["/hin"] = moved(f"http://localhost:{server.port}/a")
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", _answering({"localhost": ["127.0.0.2"]}))
    assert "leads to 127.0.0.2" in _refusal(server.at("/hin"), allow_private=False)
    assert server.paths == ["/hin"]


def _answering(names: dict[str, list[str]]) -> Any:
    """A resolver that knows ``names``; each of their numbers is given once, in turn, the last for ever."""
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        found = names.get(host.decode() if isinstance(host, bytes) else host)
        if found is None:
            return real(host, port, *rest, **named)
        number = found.pop(0) if len(found) > 1 else found[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    return resolve


def test_a_name_that_answers_differently_the_second_time_gains_nothing(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection is made to the number that was looked at, so the second answer is never asked for."""
    names = {"zweierlei.test": ["127.0.0.1", "127.0.0.1", "127.0.0.3"]}
    monkeypatch.setattr(socket, "getaddrinfo", _answering(names))
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    assert SENTENCE in read(f"http://zweierlei.test:{server.port}/a").text
    assert names["zweierlei.test"] == ["127.0.0.3"]  # looked up for robots.txt and for the page, and at no other time
    assert {headers["Host"] for _, headers in server.asked} == {f"zweierlei.test:{server.port}"}
    assert "leads to 127.0.0.3" in _refusal(f"http://zweierlei.test:{server.port}/a", allow_private=False)


def test_the_next_number_is_tried_where_one_does_not_answer(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "resolve", lambda *_, **__: ("127.0.0.9", "127.0.0.1"))
    assert SENTENCE in read(server.at("/a")).text


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_must_be_for_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-keyout", key, "-out", certificate, "-subj", "/CN=seezeitung.test",
         "-addext", "subjectAltName=DNS:seezeitung.test"],
        check=True, capture_output=True,
    )  # fmt: skip
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    monkeypatch.setattr(fetching, "_certificates", lambda: ssl.create_default_context(cafile=str(certificate)))
    monkeypatch.setattr(socket, "getaddrinfo", _answering({"seezeitung.test": ["127.0.0.1"]}))
    with running(tls) as secure:
        secure.pages["/a"] = page(ARTICLE)
        assert SENTENCE in read(f"https://seezeitung.test:{secure.port}/a", allow_private=True).text
        assert "certificate" in _refusal(f"https://localhost:{secure.port}/a")


# Redirects


def test_redirects_are_followed_to_the_address_that_counts(server: PageServer) -> None:
    server.pages |= {"/1": moved("/2", 301), "/2": moved(server.at("/a"), 307)}
    article = read(server.at("/1"), allow_private=True)
    assert (article.origin, article.url) == (server.at("/1"), server.at("/a"))


def test_redirects_end(server: PageServer) -> None:
    server.pages["/rund"] = moved("/rund")
    assert "leads on more than 5 times" in _refusal(server.at("/rund"))
    assert len(server.paths) == 6


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "gopher://x/"])
def test_redirects_stay_with_http(server: PageServer, where: str) -> None:
    server.pages["/weg"] = moved(where)
    assert "is not http or https" in _refusal(server.at("/weg"))


# Robots


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /b", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*?druck=", "/a?druck=1", False),
        ("User-agent: summarizer\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("", "/a", True),
        ("\ufeff<html>nonsense\0", "/a", True),
    ],
)
def test_robots_txt_is_obeyed(server: PageServer, rules: str, path: str, allowed: bool) -> None:
    server.pages |= {"/robots.txt": page(rules, media_type="text/plain"), path: page(ARTICLE)}
    if allowed:
        assert SENTENCE in read(server.at(path), allow_private=True).text
    else:
        assert "is not to be read by programs, as its host says in robots.txt" in _refusal(server.at(path))
        assert server.paths == []


@pytest.mark.parametrize(("status", "allowed"), [(403, True), (404, True), (500, False), (503, False)])
def test_a_robots_txt_that_cannot_be_had(server: PageServer, status: int, allowed: bool) -> None:
    server.pages["/robots.txt"] = page("", status=status)
    if allowed:
        assert read(server.at("/a"), allow_private=True).text
    else:
        assert f"answers {status} when asked" in _refusal(server.at("/a"))


def test_a_host_is_asked_once(server: PageServer) -> None:
    server.pages["/b"] = page(ARTICLE)
    for path in ("/a", "/b"):
        read(server.at(path), allow_private=True)
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/b"]


def test_the_target_of_a_redirect_is_asked_too(server: PageServer) -> None:
    with running() as other:
        other.pages |= {"/robots.txt": page("User-agent: *\nDisallow: /"), "/a": page(ARTICLE)}
        server.pages["/hin"] = moved(other.at("/a"))
        assert "robots.txt" in _refusal(server.at("/hin"))
        assert other.paths == []


# Size and time


def test_a_large_page_is_given_up(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 100_000)
    server.pages["/groß"] = page(ARTICLE + " " * 100_000)
    server.pages["/gro%C3%9F"] = server.pages["/groß"]
    assert f"is larger than {source.LARGEST // 1_000_000} MB" in _refusal(server.at("/groß"))


def test_a_bomb_is_not_unpacked(server: PageServer) -> None:
    bomb = gzip.compress(b"<html>" + b" " * 100_000_000, 1)
    server.pages["/bombe"] = page(bomb, Content_Encoding="gzip")
    assert "is larger than 20 MB" in _refusal(server.at("/bombe"))


def test_a_packed_page_is_read(server: PageServer) -> None:
    server.pages["/g"] = page(gzip.compress(ARTICLE.encode()), Content_Encoding="gzip")
    assert SENTENCE in read(server.at("/g"), allow_private=True).text


@pytest.mark.parametrize(
    ("data", "packing", "says"),
    [
        (gzip.compress(ARTICLE.encode())[:-20], "gzip", "came incomplete"),
        (b"\x1f\x8bnonsense" * 10, "gzip", "came damaged"),
        (gzip.compress(gzip.compress(b"x")), "gzip, gzip", "comes packed as gzip, gzip"),
        (b"x", "br", "comes packed as br"),
    ],
    ids=["cut off", "damaged", "twice", "unknown"],
)
def test_bad_packing_is_said(server: PageServer, data: bytes, packing: str, says: str) -> None:
    server.pages["/g"] = page(data, Content_Encoding=packing)
    assert says in _refusal(server.at("/g"))


def test_a_slow_host_is_given_up(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(100):
            request.wfile.write(b" ")
            time.sleep(0.05)

    def silent(request: BaseHTTPRequestHandler) -> None:
        time.sleep(0.7)

    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    server.pages |= {"/tropf": drip, "/stumm": silent}
    for path in ("/tropf", "/stumm"):
        assert "did not come within" in _refusal(server.at(path))


class Drip:
    """A good page whose headers come a byte at a time, each of them well within the wait for one read."""

    def __init__(self) -> None:
        self.given_up = threading.Event()

    def __call__(self, request: BaseHTTPRequestHandler) -> None:
        try:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 60 + b"\r\nContent-Type: text/html\r\n\r\n":
                request.wfile.write(bytes([byte]))
                time.sleep(0.05)
            request.wfile.write(ARTICLE.encode())
        except OSError:
            self.given_up.set()


@pytest.mark.parametrize("path", ["/tropf", "/robots.txt"])
def test_headers_that_drip_are_given_up(server: PageServer, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    drip = Drip()
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    server.pages |= {"/tropf": page(ARTICLE), path: drip}
    assert "did not come within" in _refusal(server.at("/tropf"))
    assert drip.given_up.wait(30), "the host was listened to until its headers were complete"


def test_dripping_headers_end_the_command_with_one_sentence(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    server.pages["/tropf"] = drip = Drip()
    done = invoke("summarize", server.at("/tropf"), "--allow-private", "--base-url", NOBODY, "--model", "m")
    assert done.code == 3
    assert f"{server.at('/tropf')} did not come within" in done.sentence
    assert drip.given_up.wait(30)


def test_dripping_headers_are_one_failure_of_a_batch(
    server: PageServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    server.pages["/tropf"] = drip = Drip()
    with serve() as endpoint:
        job = batch.Job(Settings(model="m", base_url=endpoint.url), allow_private=True)
        done = batch.run([server.at("/tropf")], tmp_path / "out", job, using=LocalEngine(processes=1))
    assert done.tally.failed == 1
    assert done.stop is None
    assert "did not come within" in (tmp_path / "out" / "failures.md").read_text("utf-8")
    assert drip.given_up.wait(30)


def test_a_handshake_that_drips_is_given_up(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A TLS record announced as long, and then a byte at a time: what a host says before it says who it is."""
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        left = threading.Event()

        def drip() -> None:
            connection, _ = listening.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")
                for _ in range(100):
                    connection.sendall(b"\0")
                    time.sleep(0.05)
                return
            left.set()

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        assert "did not come within" in _refusal(f"https://127.0.0.1:{listening.getsockname()[1]}/a")
        thread.join()
    assert left.is_set(), "the host was held on to until it had said all"


def test_a_body_cut_off_by_the_limit_is_not_taken_for_the_whole(
    server: PageServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + ARTICLE.encode())
        time.sleep(1.0)

    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    server.pages["/halb"] = half
    assert "did not come within" in _refusal(server.at("/halb"))


def test_a_connection_that_breaks_is_said(server: PageServer) -> None:
    server.pages["/ab"] = page(b"<html>", Content_Length="5000")
    assert "can't be fetched (" in _refusal(server.at("/ab"))


# What comes


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (403, "answers 403, which means not to everybody: save the page"),
        (404, "answers 404, which means that it has no such page"),
        (429, "which means not now"),
        (503, "which means not now"),
        (418, "answers 418: check the address"),
    ],
)
def test_an_answer_that_is_no_page_is_said(server: PageServer, status: int, says: str) -> None:
    server.pages["/x"] = page(ARTICLE, status=status)
    assert says in _refusal(server.at("/x"))


def test_the_encoding_the_host_names_is_taken(server: PageServer) -> None:
    text = "Größere Mengen für 2,5 Mio. Euro hat der Käufer bestellt, über zehn Jahre verteilt."
    server.pages["/t"] = page(text.encode("iso-8859-1"), media_type="text/plain; charset=ISO-8859-1")
    assert read(server.at("/t"), allow_private=True).text == text


@pytest.mark.parametrize("media_type", ["image/png", "application/json", "video/mp4"])
def test_what_is_no_article_is_said(server: PageServer, media_type: str) -> None:
    server.pages["/x"] = page(b"{}", media_type=media_type)
    assert f"is {media_type}, not an article" in _refusal(server.at("/x"))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://", "not http or https"),
        ("http://a b/", "can't be fetched"),
        ("http://gibt-es-nicht.invalid/", "the host gibt-es-nicht.invalid is unknown or there is no network"),
        ("http://[::1/", "is not an address"),
        ("http://x:99999/", "can't be fetched"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(address: str, says: str) -> None:
    assert says in _refusal(address)


def test_a_password_is_neither_sent_nor_shown(server: PageServer) -> None:
    message = _refusal(f"http://vera:geheim@127.0.0.1:{server.port}/a")
    assert "geheim" not in message
    assert server.asked == []


def test_nobody_listening_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "can't be fetched" in _refusal(f"http://127.0.0.1:{port}/")
