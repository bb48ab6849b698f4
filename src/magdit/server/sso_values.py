"""The values in the file of providers: how each is read, and what is wrong with it in words. Knows no keys."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

# It stands in the journal and in addresses, where some words are pages of ours already.
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
TAKEN = frozenset({"mislukt"})
LONGEST, SMALLEST_KEY = 40, 2048
THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
STANDARD = {"https": 443, "http": 80}
# What stands in a policy must not end its line, begin another rule, or mean "any".
SIGNS = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&()+=%-]+")
HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*")
GOOGLE = "accounts.google.com"
MICROSOFT = frozenset(
    {"login.microsoftonline.com", "login.microsoft.com", "login.windows.net", "sts.windows.net",
     "login.microsoftonline.us", "login.partner.microsoftonline.cn"}
)  # fmt: skip
ANYONE = frozenset({"common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"})  # and at home


class Wrong(Exception):
    """The rest of a sentence that began with the key."""


def text(value: object, _folder: Path) -> str:
    """A piece of text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise Wrong("moet tekst zijn. Zet die tussen aanhalingstekens.")
    return value.strip()


def flag(value: object, _folder: Path) -> bool:
    """true or false, without quotes."""
    if not isinstance(value, bool):
        raise Wrong("is ja of nee. Schrijf true of false, zonder aanhalingstekens.")
    return value


def code(value: object, folder: Path) -> str:
    """A short name that may stand in an address and in the journal."""
    found = text(value, folder)
    digits = sum(sign.isdigit() for sign in found)
    if not CODE.fullmatch(found) or len(found) > LONGEST or digits > 6 or found in TAKEN:
        raise Wrong(
            f"mag '{found}' niet zijn. Gebruik kleine letters, cijfers en streepjes, zoals entra of linde-google."
        )
    return found


def address(value: object, folder: Path) -> str:
    """An address of a provider, over https unless it runs on this computer. Its front stands in a browser's policy."""
    found = text(value, folder)
    try:
        parts = urlsplit(found)
        port = parts.port
    except ValueError:  # half an address of IPv6, or a port that cannot be
        parts, port = urlsplit(""), 0
    host = parts.hostname or ""
    whole = SIGNS.fullmatch(found) and port != 0 and not parts.fragment and "@" not in parts.netloc
    if not whole or not (_is_name(host, parts.scheme) or (parts.scheme == "http" and host in THIS_COMPUTER)):
        raise Wrong(f"is '{found}', en dat is geen adres met https://. Neem het adres over van het inlogsysteem.")
    return found


def _is_name(host: str, scheme: str) -> bool:
    return scheme == "https" and bool(HOST.fullmatch(host) or ":" in host)


def columns(value: object, folder: Path) -> list[str]:
    """A list of texts."""
    if not isinstance(value, list):
        raise Wrong('is een lijst. Schrijf het zo: ["een", "twee"].')
    return [text(one, folder) for one in value]


def addresses(value: object, folder: Path) -> list[str]:
    """A list of addresses."""
    return [address(one, folder) for one in columns(value, folder)]


def demands(value: object, folder: Path) -> dict[str, str]:
    """What must stand where: field -> text."""
    if not isinstance(value, dict) or not value:
        raise Wrong('zegt wat waar moet staan. Schrijf het zo: { hd = "uwschool.nl" }.')
    return {name: text(one, folder) for name, one in value.items()}


def secret_in(value: object, folder: Path) -> str:
    """What stands in a file beside this one."""
    try:
        found = (folder / text(value, folder)).expanduser().read_text(encoding="utf-8-sig").strip()
    except (OSError, ValueError, RuntimeError):  # not there, no text, no such name, nobody of whom this is the folder
        raise Wrong(f"wijst naar {value}, en dat is niet te lezen. Kijk het pad en de rechten na.") from None
    if not found:
        raise Wrong(f"wijst naar {value}, en daar staat niets in. Zet het geheim in dat bestand.")
    return found


def certificates(value: object, folder: Path) -> list[str]:
    """One or more certificates in a file, in turn: a provider announces the next one before it uses it."""
    try:
        found = x509.load_pem_x509_certificates((folder / text(value, folder)).expanduser().read_bytes())
        keys = [one.public_key() for one in found]
    except (OSError, RuntimeError):
        raise Wrong(f"wijst naar {value}, en dat is niet te lezen. Kijk het pad en de rechten na.") from None
    except (ValueError, UnsupportedAlgorithm):
        raise Wrong(f"wijst naar {value}, en dat is geen certificaat. Haal het als PEM bij het inlogsysteem.") from None
    for key in keys:
        if isinstance(key, RSAPublicKey) and key.key_size < SMALLEST_KEY:
            raise Wrong(
                f"in {value} heeft een sleutel van {key.key_size} bits. Vraag er een van {SMALLEST_KEY} of meer."
            )
    return [one.public_bytes(Encoding.PEM).decode("ascii") for one in found]


def origin(given: str) -> str:
    """The front of an address, as a browser's policy names it: always written in the same way."""
    parts = urlsplit(given)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port not in {None, STANDARD[parts.scheme]} else "")


def is_google(given: str) -> bool:
    """Whether this is Google's front door, however it is written: anyone with an account comes in there."""
    return urlsplit(given).hostname == GOOGLE


def is_of_everyone(given: str) -> bool:
    """Whether this is a door of Microsoft's for every school and company, or for accounts at home."""
    parts = urlsplit(given)
    told = [part for part in unquote(parts.path).lower().split("/") if part not in {"", "."}]
    return parts.hostname in MICROSOFT and (not told or not ANYONE.isdisjoint(told))
