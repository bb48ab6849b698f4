"""Signing in through the school's own system: reads the file that `MAGDIT_SSO` names, and makes settings of it.

Nothing is asked of a provider here. A file with a mistake gives no provider at all: every mistake is told by
`magdit doctor`, and until then people come in by the other ways. What may stand in it: docs/beheer.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from magdit.server.sso_values import (
    Wrong,
    address,
    addresses,
    certificates,
    code,
    columns,
    demands,
    flag,
    is_google,
    is_of_everyone,
    origin,
    secret_in,
    text,
)

Reader = Callable[[object, Path], object]
# Per key: how it is read. What is needed stands in KINDS; the rest has a default where it is used.
COMMON: Mapping[str, Reader] = {
    "id": code,
    "naam": text,
    "bestuur": text,
    "adres": address,
    "email_veld": text,
    "email_vertrouwd": flag,
    "nummer_veld": text,
    "nummer_systeem": text,
    "ook_via": addresses,
    "eist": demands,
}
OIDC: Mapping[str, Reader] = {**COMMON, "client": text, "geheim": text, "geheim_bestand": secret_in, "bereik": columns}
SAML: Mapping[str, Reader] = {
    **COMMON,
    "entiteit": text,
    "certificaat": certificates,
    "sleutel_veld": text,
    "bericht_getekend": flag,
}
KINDS: Mapping[str, tuple[Mapping[str, Reader], tuple[str, ...]]] = {
    "oidc": (OIDC, ("id", "naam", "bestuur", "adres", "client")),
    "saml": (SAML, ("id", "naam", "bestuur", "adres", "entiteit", "certificaat")),
}
MEANS = {
    "id": "een korte naam in kleine letters, zoals entra",
    "naam": "wat op de knop staat, zoals Microsoft",
    "bestuur": "de naam van het bestuur, zoals die in magdit staat",
    "adres": "het adres van het inlogsysteem, dat begint met https://",
    "client": "het nummer of de naam waaronder het inlogsysteem magdit kent (client ID)",
    "geheim": "het geheim dat het inlogsysteem voor magdit gaf (client secret)",
    "entiteit": "de naam van het inlogsysteem zelf (entity ID)",
    "certificaat": "het bestand met het certificaat van het inlogsysteem (PEM)",
    "nummer_systeem": "het systeem waaruit dat nummer werd ingelezen, zoals het bij magdit heet",
}


@dataclass(frozen=True)
class Sso:
    """What the file says: providers as allauth wants them, where a form may lead to, and what is wrong with it."""

    apps: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    origins: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    def providers(self) -> dict[str, dict[str, Any]]:
        """allauth's own setting."""
        return {kind: {"APPS": apps} for kind, apps in self.apps.items()}


def read_sso(given: str) -> Sso:
    """Read the file that was named; without a name there are no providers, and nothing is wrong."""
    if not given.strip():
        return Sso()
    try:
        path = Path(given).expanduser()
        return _read(path, tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except tomllib.TOMLDecodeError as error:
        return Sso(faults=(f"MAGDIT_SSO: {given} is geen TOML ({error}). Verbeter die regel.",))
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "het is geen tekst"
        return Sso(faults=(f"MAGDIT_SSO: {given} is niet te lezen ({why}). Kijk het pad en de rechten na.",))
    except Exception as error:  # whatever is in it, people must be able to come in by the other ways
        why = type(error).__name__
        return Sso(faults=(f"MAGDIT_SSO: met {given} kunnen we niets ({why}). Begin met het voorbeeld in beheer.md.",))


def _read(path: Path, tables: Mapping[str, Any]) -> Sso:
    faults: list[str] = []
    read = list(_tables(tables, path, faults))
    faults += _doubles(read)
    return Sso(faults=tuple(faults)) if faults else Sso(_apps(read), tuple(_origins(read)))


def _tables(tables: Mapping[str, Any], path: Path, faults: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, rows in tables.items():
        if kind not in KINDS or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            faults.append(f"{path.name}: '{kind}' kennen we niet. Zet elk inlogsysteem onder [[oidc]] of [[saml]].")
            continue
        for number, row in enumerate(rows, 1):
            where = f"{path.name}, [[{kind}]] {number}" + (f" ({row['id']})" if isinstance(row.get("id"), str) else "")
            yield kind, _table(kind, row, path.parent, where, faults)
    if not tables:
        faults.append(f"{path.name}: hier staat geen inlogsysteem. Zet het onder [[oidc]] of [[saml]].")


def _table(kind: str, row: Mapping[str, object], folder: Path, where: str, faults: list[str]) -> dict[str, Any]:
    readers, needed = KINDS[kind]
    found: dict[str, Any] = {}
    for key, value in row.items():
        if key not in readers:
            near = get_close_matches(key, readers, n=1)
            faults.append(
                f"{where}: '{key}' kennen we niet. " + (f"Bedoelde u '{near[0]}'?" if near else "Haal het weg.")
            )
            continue
        try:
            found[key] = readers[key](value, folder)
        except Wrong as wrong:
            faults.append(f"{where}: '{key}' {wrong}")
    faults += [f"{where}: '{key}' ontbreekt. Zet er in: {MEANS[key]}." for key in needed if key not in row]
    faults += [f"{where}: {fault}" for fault in _together(kind, row, str(found.get("adres", "")))]
    return found


def _together(kind: str, row: Mapping[str, object], where: str) -> Iterator[str]:
    """What is right by itself, and not side by side."""
    if kind == "oidc" and ("geheim" in row) == ("geheim_bestand" in row):
        yield f"zet 'geheim' of 'geheim_bestand' erin, een van de twee: {MEANS['geheim']}."
    asked = row.get("eist")
    if kind == "oidc" and is_google(where) and not (isinstance(asked, dict) and "hd" in asked):
        yield 'Google laat iedereen inloggen die daar een account heeft. Zet erbij: eist = { hd = "uwschool.nl" }.'
    if is_of_everyone(where):
        yield "zet bij 'adres' het nummer van uw eigen tenant: dit adres is van alle scholen en bedrijven samen."
    if ("nummer_veld" in row) != ("nummer_systeem" in row):
        yield f"'nummer_veld' en 'nummer_systeem' horen bij elkaar. Zet bij het tweede: {MEANS['nummer_systeem']}."


def _doubles(read: list[tuple[str, dict[str, Any]]]) -> list[str]:
    names = [row["id"] for _kind, row in read if "id" in row]
    return [
        f"Twee inlogsystemen heten '{name}'. Geef elk een eigen 'id'."
        for name in sorted({name for name in names if names.count(name) > 1})
    ]


def _apps(read: list[tuple[str, dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """As allauth keeps them: client_id finds a SAML provider, provider_id finds both."""
    apps: dict[str, list[dict[str, Any]]] = {"openid_connect": [], "saml": []}
    for kind, row in read:
        app = {"provider_id": row["id"], "name": row["naam"], "settings": dict(row)}
        if kind == "saml":
            apps["saml"].append({**app, "client_id": row["id"]})
            continue
        secret = row.get("geheim") or row["geheim_bestand"]
        kept = {key: value for key, value in row.items() if not key.startswith("geheim")}
        kept |= {"server_url": row["adres"].rstrip("/"), "oauth_pkce_enabled": True}
        apps["openid_connect"].append({**app, "client_id": row["client"], "secret": secret, "settings": kept})
    return apps


def _origins(read: list[tuple[str, dict[str, Any]]]) -> Iterator[str]:
    """Where the browser is sent after the button: Chromium holds redirects of a form to the policy too."""
    found = [origin(one) for _kind, row in read for one in (row["adres"], *row.get("ook_via", ()))]
    yield from dict.fromkeys(found)
