"""Real providers on this computer, each in a process of its own, and a browser without looks that goes between them.

The providers lie in tests/peers; scripts/peers.sh puts in what they need, and the test fails when that does not work.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.http import HttpResponse
from django.test import Client

ROOT = Path(__file__).parents[3]
PEERS, READY = ROOT / "tests" / "peers", ROOT / ".local" / "peers" / "oidc"


@dataclass(frozen=True)
class Peer:
    """A provider that runs. `says` tells it who comes, and how to lie about it."""

    address: str
    certificate: Path | None = None

    def says(self, **told: Any) -> None:
        """From here on this is what it answers."""
        answer = requests.put(f"{self.address}/control", json=told, timeout=5)
        assert answer.status_code == 200, told

    def knows(self, metadata: bytes) -> None:
        """Hand a provider of SAML what it must know of us."""
        assert requests.put(f"{self.address}/sp", data=metadata, timeout=10).status_code == 200


def make_ready() -> None:
    """Put in what the providers need; says what is missing when that cannot be done here."""
    done = subprocess.run([ROOT / "scripts" / "peers.sh"], capture_output=True, text=True)
    if done.returncode:
        pytest.fail(f"scripts/peers.sh: {done.stderr}{done.stdout}")


def put(file: Path, there: Path) -> None:
    """Copy it at one stroke: another worker may just start what stands there."""
    whole = there.with_suffix(f".{os.getpid()}")
    shutil.copy(file, whole)
    whole.replace(there)


@contextmanager
def openid(clients: list[dict[str, Any]]) -> Iterator[Peer]:
    """npm's oidc-provider, which knows these clients."""
    make_ready()
    put(PEERS / "oidc" / "provider.mjs", READY / "provider.mjs")
    port = free_port()
    told = {"PORT": str(port), "CLIENTS": json.dumps(clients), "NODE_ENV": "production"}
    with _process(["node", "provider.mjs"], cwd=READY, env={**os.environ, **told}):
        yield Peer(f"http://127.0.0.1:{port}")


@contextmanager
def saml(folder: Path) -> Iterator[Peer]:
    """pysaml2 with xmlsec1; its keys lie in the folder."""
    make_ready()
    for name in ("", "other-"):
        make_keys(folder, name)
    port = free_port()
    command = [sys.executable, str(PEERS / "saml" / "idp.py"), str(port), str(folder)]
    with _process(command, cwd=folder, env=dict(os.environ)):
        yield Peer(f"http://127.0.0.1:{port}", folder / "cert.pem")


@contextmanager
def _process(command: list[str], *, cwd: Path, env: dict[str, str]) -> Iterator[None]:
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "ready", command
            yield
        finally:
            process.kill()


def free_port() -> int:
    """A port of this computer that nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def make_keys(folder: Path, name: str, *, bits: int = 2048) -> Path:
    """A key and a certificate of its own, in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"{name}idp.example")])
    now = datetime.datetime.now(datetime.UTC)
    day = datetime.timedelta(days=1)
    made = x509.CertificateBuilder().subject_name(called).issuer_name(called).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now - day).not_valid_after(now + day)
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.TraditionalOpenSSL
    (folder / f"{name}key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, plain))
    path = folder / f"{name}cert.pem"
    path.write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


@dataclass
class Browser:
    """Follows redirects between us (a test client) and a provider (over HTTP), and keeps the cookies of both apart.

    As a real browser does, it leaves our cookies at home when another site sends us a form (SameSite=Lax).
    """

    ours: str
    client: Client = field(default_factory=Client)
    theirs: requests.Session = field(default_factory=requests.Session)
    went: list[str] = field(default_factory=list)

    def press(self, source: str, *, back_to: str = "") -> HttpResponse:
        """Press the button of a provider, and go on until a page of ours stands there."""
        return self.follow(self.client.post(f"/inloggen/school/{source}/", {"next": back_to}))

    def leave(self, source: str) -> str:
        """Press the button, and stop at the address at the provider."""
        return str(self.client.post(f"/inloggen/school/{source}/")["Location"])

    def follow(self, response: HttpResponse) -> HttpResponse:
        """Go where it leads, until a page of ours stands there."""
        for _turn in range(12):
            if response.status_code not in {301, 302, 303}:
                return response
            response = self.open(urljoin(self.ours, response["Location"]))
        raise AssertionError(f"goes round: {self.went}")

    def open(self, address: str) -> HttpResponse:
        """Open an address of ours, or one at a provider and what it sends us."""
        self.went.append(address)
        if address.startswith(self.ours):
            return self.client.get(address.removeprefix(self.ours))
        back = self.at_provider(address)
        return self.send(*back) if isinstance(back, tuple) else self.open(back)

    def at_provider(self, address: str) -> str | tuple[str, dict[str, str]]:
        """The address of ours to which the provider leads, or its form for us with the fields."""
        answer = self.theirs.get(address, allow_redirects=False, timeout=10)
        while answer.is_redirect:
            address = urljoin(answer.url, answer.headers["Location"])
            if address.startswith(self.ours):
                return address
            answer = self.theirs.get(address, allow_redirects=False, timeout=10)
        form = re.search(r'action="([^"]+)".*?name="(\w+)" value="([^"]+)"', answer.text)
        assert form is not None, answer.text
        return unescape(form[1]), {form[2]: unescape(form[3])}

    def send(self, address: str, fields: dict[str, str]) -> HttpResponse:
        """A page of another site sends us a form: without our cookies, but what we set then is kept."""
        bare = Client()
        response = bare.post(address.removeprefix(self.ours), fields)
        for name, cookie in bare.cookies.items():
            self.client.cookies[name] = cookie.value
        return response

    @property
    def is_in(self) -> bool:
        """Whether somebody is signed in."""
        return "_auth_user_id" in self.client.session


def question_in(address: str) -> dict[str, str]:
    """What an address asks."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
