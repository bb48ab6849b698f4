"""The values in the file of providers: how each is read, and what is wrong with it in words. Knows no keys."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

# It stands in the journal and in addresses, where some words are pages of ours already.
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
TAKEN = frozenset({"mislukt"})
LONGEST, SMALLEST_KEY = 40, 2048
THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")


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
    """An address of a provider, over https unless it runs on this computer."""
    found = text(value, folder)
    parts = urlsplit(found)
    here = parts.scheme == "http" and parts.hostname in THIS_COMPUTER
    if not (parts.scheme == "https" or here) or not parts.hostname or parts.fragment or parts.username:
        raise Wrong(f"is '{found}', en dat is geen adres met https://. Neem het adres over van het inlogsysteem.")
    return found


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
        found = (folder / text(value, folder)).expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise Wrong(f"wijst naar {value}, en dat is niet te lezen. Kijk het pad en de rechten na.") from None
    if not found:
        raise Wrong(f"wijst naar {value}, en daar staat niets in. Zet het geheim in dat bestand.")
    return found


def certificates(value: object, folder: Path) -> list[str]:
    """One or more certificates in a file, in turn: a provider announces the next one before it uses it."""
    try:
        found = x509.load_pem_x509_certificates((folder / text(value, folder)).expanduser().read_bytes())
    except OSError:
        raise Wrong(f"wijst naar {value}, en dat is niet te lezen. Kijk het pad en de rechten na.") from None
    except ValueError:
        raise Wrong(f"wijst naar {value}, en dat is geen certificaat. Haal het als PEM bij het inlogsysteem.") from None
    for one in found:
        key = one.public_key()
        if isinstance(key, RSAPublicKey) and key.key_size < SMALLEST_KEY:
            raise Wrong(
                f"in {value} heeft een sleutel van {key.key_size} bits. Vraag er een van {SMALLEST_KEY} of meer."
            )
    return [one.public_bytes(Encoding.PEM).decode("ascii") for one in found]


def origin(given: str) -> str:
    """The front of an address, as a browser's policy names it."""
    parts = urlsplit(given)
    return f"{parts.scheme}://{parts.netloc}"
