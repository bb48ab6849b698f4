"""Who keeps the accounts of a school, who says yes to one, and what may be written down of it. Knows no rows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

KEEPERS = ("communicatiemedewerker", "schoolleiding", "beheerder")  # who keeps the list of a school
BOARD_KEEPERS = (*KEEPERS, "bestuur")
APPROVERS = ("leidinggevende", "bestuur")  # who says yes to a new account or page
DECIDERS = ("bestuur", "schoolleiding", "fg")  # who decides about agreements with a platform
READERS = (*KEEPERS, *DECIDERS)
NO_AGREEMENT = "geen"
ON_PAPER = "blad"
BY_HAND = "hand"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
MOST_CIRCULATION = 1_000_000


def host_of(address: str) -> str:
    """To whom an address leads; nothing for what is no address of the web."""
    parts = _parts(address)
    return f"{parts.scheme}://{parts.netloc.lower()}" if parts else ""


def is_web_address(address: str) -> bool:
    """Whether this is an address of the web, without a name and password in it."""
    parts = _parts(address)
    return parts is not None and parts.username is None and parts.password is None and " " not in address


def is_safe_address(address: str) -> bool:
    """Whether something secret may go there: over a sealed line, or to this very computer."""
    parts = _parts(address)
    if parts is None or not is_web_address(address):
        return False
    return parts.scheme == "https" or parts.hostname in LOOPBACK


def leads_elsewhere(before: Mapping[str, object], after: Mapping[str, object]) -> bool:
    """Whether what an account signs in with would go to another place than it was given for."""
    if before["connector"] != after["connector"] or before["settings"] != after["settings"]:
        return True
    return host_of(str(before["address"])) != host_of(str(after["address"]))


def _parts(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and parts.hostname else None
