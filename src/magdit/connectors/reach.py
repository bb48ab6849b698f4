"""Which addresses may be called: the public internet over https, and of private networks only what the keeper listed.

An account of a school can be filled in with anything. Without this, magdit would fetch pages of the school's own
network (printers, the cloud's own settings) for whoever asks. The address that was looked at is the one that is called.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from magdit.connectors.connector import Trouble
from magdit.connectors.limits import Limits

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
AS_IT_IS = "%/?:@!$&'()*+,;=~-._[]"
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # an IPv4 address in the clothes of a public IPv6 one


@dataclass(frozen=True)
class Target:
    """Where a call goes: the host by name, the addresses that it may be called at, and what to ask there."""

    secure: bool
    host: str
    port: int
    ips: tuple[str, ...]
    path: str

    @property
    def origin(self) -> tuple[bool, str, int]:
        return self.secure, self.host, self.port


def target(url: str, limits: Limits) -> Target:
    """Take an address apart and look its host up; Trouble when it may not be called."""
    secure, host, port, path = _parts(url)
    found = _looked_up(host, port)
    ips = tuple(ip for ip in found if _allowed(host, ip, limits))
    if not ips:
        raise Trouble("private_address", again=False)
    # A password goes over a bare line only when it does not leave this computer.
    if not secure and not all(ipaddress.ip_address(ip.partition("%")[0]).is_loopback for ip in ips):
        raise Trouble("not_https", again=False)
    return Target(secure=secure, host=host, port=port, ips=ips, path=path)


def is_public(told: str) -> bool:
    """Whether this is an address of the internet, also when an older one is dressed as a newer one."""
    address: Ip = ipaddress.ip_address(told.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        address = inside or address
    return address.is_global and not address.is_multicast


def web_address(said: object) -> str:
    """An address that a browser may follow, as the other side gave it; empty when it is anything else."""
    try:
        return said if isinstance(said, str) and len(said) <= 1000 and _parts(said) else ""
    except Trouble:
        return ""


def _parts(url: str) -> tuple[bool, str, int, str]:
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode().lower(), parts.port
        path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=AS_IT_IS)
    except ValueError:
        raise Trouble("bad_address", again=False) from None
    odd = any(sign <= " " or sign == "\x7f" for sign in url)
    if odd or parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise Trouble("bad_address", again=False)
    secure = parts.scheme == "https"
    return secure, host, port or (443 if secure else 80), path


def _looked_up(host: str, port: int) -> tuple[str, ...]:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Trouble("unreachable", again=True) from None
    return tuple(dict.fromkeys(str(row[4][0]) for row in rows))


def _allowed(host: str, ip: str, limits: Limits) -> bool:
    return _listed(host, ip, limits) or is_public(ip)


def _listed(host: str, ip: str, limits: Limits) -> bool:
    address = ipaddress.ip_address(ip.partition("%")[0])
    return host in limits.private or any(address in network for network in _networks(limits.private))


def _networks(listed: tuple[str, ...]) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    found = []
    for one in listed:
        try:
            found.append(ipaddress.ip_network(one, strict=False))
        except ValueError:  # the name of a host
            continue
    return found
