"""Two boards, each with a provider of OpenID and one of SAML; the same two processes serve both boards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from magdit.areas.people.models import Board
from magdit.server.sso import read_sso
from tests.web.sso import peers
from tests.web.sso.peers import Browser, Peer

OURS = "http://localhost:8000"
SECRET = "een geheim van veertig tekens, zo ongeveer"


@pytest.fixture(scope="session")
def openid_peer() -> Iterator[Peer]:
    """oidc-provider, which knows us as the client of two schools."""
    with peers.openid([client_of(OURS, source) for source in ("linde", "overkant")]) as started:
        yield started


@pytest.fixture(scope="session")
def saml_peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    """pysaml2's provider."""
    with peers.saml(tmp_path_factory.mktemp("idp")) as started:
        yield started


def client_of(ours: str, source: str) -> dict[str, Any]:
    """How a provider of OpenID knows us."""
    back = f"{ours}/inloggen/school/{source}/terug/"
    return {"client_id": f"magdit-{source}", "client_secret": SECRET, "redirect_uris": [back]}


def openid_table(peer: Peer, *, source: str = "linde", board: str = "Stichting De Linde", more: str = "") -> str:
    """A provider of OpenID in the file."""
    return f"""
[[oidc]]
id = "{source}"
naam = "SchoolPlein"
bestuur = "{board}"
adres = "{peer.address}"
client = "magdit-{source}"
geheim = "{SECRET}"
{more}
"""


def saml_table(peer: Peer, *, source: str = "poort", board: str = "Stichting De Linde", more: str = "") -> str:
    """A provider of SAML in the file."""
    return f"""
[[saml]]
id = "{source}"
naam = "De Poort"
bestuur = "{board}"
adres = "{peer.address}/sso"
entiteit = "{peer.address}/metadata"
certificaat = "{peer.certificate}"
{more}
"""


@pytest.fixture
def schools_use(settings, tmp_path: Path) -> Callable[..., None]:
    """`schools_use(table, …)`: from here on these providers stand in the file."""

    def set_up(*tables: str) -> None:
        path = tmp_path / "sso.toml"
        path.write_text("\n".join(tables), encoding="utf-8")
        sso = read_sso(str(path))
        assert not sso.faults, sso.faults
        settings.SOCIALACCOUNT_PROVIDERS = sso.providers()
        settings.PUBLIC_ADDRESS = OURS

    return set_up


@pytest.fixture
def linde(openid_peer: Peer, schools_use, board: Board) -> Peer:
    """De Linde signs in with OpenID."""
    schools_use(openid_table(openid_peer))
    return openid_peer


@pytest.fixture
def poort(saml_peer: Peer, schools_use, board: Board) -> Peer:
    """De Linde signs in with SAML; the provider says nothing of e-mails being checked, and gives them itself."""
    schools_use(saml_table(saml_peer, more="email_vertrouwd = true"))
    introduce(saml_peer)
    return saml_peer


def introduce(peer: Peer, source: str = "poort") -> None:
    """Hand the provider what it must know of us, as a school's ICT does."""
    peer.knows(Browser(OURS).client.get(f"/inloggen/school/{source}/metadata/").content)


@pytest.fixture
def surfer(db: None) -> Browser:
    """A browser in which nobody is signed in."""
    return Browser(OURS)
