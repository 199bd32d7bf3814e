"""Which machine an address leads to, and whether it is one of the open internet.

A page's address comes from a list, a feed or a redirect, and so from a stranger: it must not make this machine ask its
own services, the neighbours' or a cloud's metadata server. The name is resolved once, here, and the connection is then
made to the very number that was looked at; a name that answers differently a second time (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import TypeAlias

from summarizer.errors import InputError

Number: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address."""


def resolve(host: str, port: int, shown: str, *, allow_private: bool) -> tuple[str, ...]:
    """The IP addresses to connect to for ``host``, in the system's order of preference.

    Without ``allow_private`` only those of the open internet. Raises `InputError` naming ``shown`` where none is left
    or the name is unknown.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"{shown} can't be fetched: the host {host} is unknown or there is no network.") from error
    numbers = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if allow_private:
        return tuple(numbers)
    found = tuple(number for number in numbers if is_public(number))
    if not found:
        raise InputError(
            f"{shown} leads to {numbers[0]}, an address of this machine or its own network: give --allow-private if "
            "that is meant."
        )
    return found


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet, with every IPv4 address that is wrapped in it."""
    try:
        address = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in _unwrapped(address))


def _unwrapped(address: Number) -> Iterator[Number]:
    if isinstance(address, ipaddress.IPv4Address):
        yield address
    elif address.ipv4_mapped is not None:  # what counts is the inner one alone: Pythons differ about the outer
        yield address.ipv4_mapped
    else:
        yield address
        if address.sixtofour is not None:
            yield address.sixtofour
        if address.teredo is not None:
            yield from address.teredo
        if address in _NAT64:
            yield ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
