"""The file with providers: what may stand in it, and every mistake in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from magdit.areas.people.models import Board
from magdit.cli import doctor_server, doctor_sso
from magdit.cli.diagnosis import BAD, GOOD, HEED
from magdit.server import environment
from magdit.server.sso import read_sso
from tests.web.sso.peers import make_keys

OPENID = {
    "id": '"entra"',
    "naam": '"Microsoft"',
    "bestuur": '"Stichting De Linde"',
    "adres": '"https://login.example/delinde/v2.0"',
    "client": '"1234"',
    "geheim": '"geheim"',
}
SAML = {
    "id": '"poort"',
    "naam": '"De Poort"',
    "bestuur": '"Stichting De Linde"',
    "adres": '"https://poort.example/sso"',
    "entiteit": '"https://poort.example/metadata"',
    "certificaat": '"cert.pem"',
}


def table(kind: str, values: dict[str, str], **other: str | None) -> str:
    """A table of the file, with other values; None leaves one out."""
    lines = {**values, **other}
    return f"[[{kind}]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items() if value is not None)


def faults(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "sso.toml"
    path.write_text(text, encoding="utf-8")
    found = read_sso(str(path))
    assert not (found.faults and found.apps)
    return found.faults


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a certificate beside the file."""
    make_keys(tmp_path, "")
    return tmp_path


def test_both_kinds_become_providers(folder: Path):
    (folder / "sso.toml").write_text(table("oidc", OPENID, ook_via='["https://adfs.example"]') + table("saml", SAML))

    found = read_sso(str(folder / "sso.toml"))

    assert found.faults == ()
    assert [app["provider_id"] for apps in found.apps.values() for app in apps] == ["entra", "poort"]
    assert found.origins == ("https://login.example", "https://adfs.example", "https://poort.example")
    assert "geheim" not in str(found.apps["openid_connect"][0]["settings"])


def test_without_the_setting_nothing_is_wrong():
    assert read_sso("") == read_sso("  ")
    assert read_sso("").faults == ()
    assert read_sso("").origins == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (table("oidc", OPENID, id=None), "'id' ontbreekt"),
        (table("oidc", OPENID, adres=None), "'adres' ontbreekt"),
        (table("oidc", OPENID, geheim=None), "'geheim_bestand'"),
        (table("oidc", OPENID, geheim_bestand='"cert.pem"'), "een van de twee"),
        (table("oidc", OPENID, geheim=None, geheim_bestand='"nergens"'), "nergens, en dat is niet te lezen"),
        (table("oidc", OPENID, geheim=None, geheim_bestand='"leeg"'), "daar staat niets in"),
        (table("oidc", OPENID, adress='"x"'), "'adress' kennen we niet. Bedoelde u 'adres'?"),
        (table("oidc", OPENID, kleur='"rood"'), "'kleur' kennen we niet. Haal het weg"),
        (table("oidc", OPENID, adres='"http://login.example"'), "geen adres met https://"),
        (table("oidc", OPENID, adres='"login.example"'), "geen adres met https://"),
        (table("oidc", OPENID, adres='"https://ik:geheim@login.example"'), "geen adres met https://"),
        (table("oidc", OPENID, adres="12"), "moet tekst zijn"),
        (table("oidc", OPENID, naam='" "'), "moet tekst zijn"),
        (table("oidc", OPENID, id='"Entra 1"'), "mag 'Entra 1' niet zijn"),
        (table("oidc", OPENID, id='"mislukt"'), "mag 'mislukt' niet zijn"),
        (table("oidc", OPENID, email_vertrouwd='"ja"'), "true of false"),
        (table("oidc", OPENID, bereik='"email"'), "is een lijst"),
        (table("oidc", OPENID, ook_via='["adfs.example"]'), "geen adres met https://"),
        (table("oidc", OPENID, nummer_veld='"employeeid"'), "horen bij elkaar"),
        (table("oidc", OPENID) * 2, "Twee inlogsystemen heten 'entra'"),
        (table("oidc", OPENID, adres='"https://accounts.google.com"'), "eist = { hd ="),
        (table("oidc", OPENID, adres='"https://login.microsoftonline.com/common/v2.0"'), "uw eigen tenant"),
        (table("oidc", OPENID, eist='"delinde.nl"'), "zegt wat waar moet staan"),
        (table("oidc", OPENID, eist="{ hd = 1 }"), "moet tekst zijn"),
        (table("saml", SAML, certificaat=None), "'certificaat' ontbreekt"),
        (table("saml", SAML, certificaat='"nergens.pem"'), "niet te lezen"),
        (table("saml", SAML, certificaat='"leeg"'), "geen certificaat"),
        (table("saml", SAML, certificaat='"zwak-cert.pem"'), "een sleutel van 1024 bits"),
        (table("saml", SAML, client='"x"'), "'client' kennen we niet"),
        (table("ldap", SAML), "'ldap' kennen we niet"),
        ("oidc = 1", "'oidc' kennen we niet"),
        ("[oidc]\nid = 'x'", "'oidc' kennen we niet"),
        ("", "hier staat geen inlogsysteem"),
        ("[[oidc]\n", "geen TOML"),
    ],
)
def test_a_mistake_is_told_with_where_it_is_and_what_to_do(folder: Path, text: str, told: str):
    (folder / "leeg").write_text("")
    make_keys(folder, "zwak-", bits=1024)

    found = faults(folder, text)

    assert [fault for fault in found if told in fault], found
    assert all("sso.toml" in fault or "Twee" in fault for fault in found)
    assert all(fault.endswith((".", "?")) for fault in found)


def test_all_mistakes_are_told_at_once(folder: Path):
    found = faults(folder, table("oidc", OPENID, adres='"x"', naam=None) + table("saml", SAML, id="1"))

    assert len(found) == 3


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    (fault,) = read_sso(str(tmp_path / "nergens.toml")).faults

    assert "niet te lezen" in fault


def test_every_setting_of_the_surroundings_is_known_to_the_doctor():
    assert {name for name in environment.NAMES if name.startswith("MAGDIT_")} <= set(doctor_server.NAMES)


def test_the_doctor_tells_each_mistake(settings):
    settings.SSO_FAULTS = ("sso.toml: een", "sso.toml: twee")

    found = list(doctor_sso.sign_in_of_schools())

    assert [(one.mark, one.mend) for one in found] == [(BAD, "sso.toml: een"), (BAD, "sso.toml: twee")]


@pytest.mark.parametrize(("board_name", "marks"), [("Stichting De Linde", [HEED, GOOD, HEED]), ("Elders", [BAD, HEED])])
def test_the_doctor_looks_for_the_board_the_certificate_and_other_readers(
    settings, folder: Path, board: Board, board_name: str, marks: list[str]
):
    path = folder / "sso.toml"
    path.write_text(table("saml", SAML, bestuur=f'"{board_name}"'))
    path.chmod(0o644)
    settings.SOCIALACCOUNT_PROVIDERS = {"saml": read_sso(str(path)).providers()["saml"]}
    settings.SSO_FILE = str(path)

    assert [one.mark for one in doctor_sso.sign_in_of_schools()] == marks


def test_the_settings_of_a_server_follow_the_file(folder: Path):
    """In a process of its own, as a server reads them."""
    (folder / "sso.toml").write_text(table("oidc", OPENID))
    shown = "from django.conf import settings as s; print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])"
    told = {"MAGDIT_SSO": str(folder / "sso.toml"), "MAGDIT_DATA": str(folder / "data")}
    env = {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}

    done = subprocess.run([sys.executable, "-c", shown], env=env, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[\"'self'\", 'https://login.example']"


def test_a_server_with_a_wrong_file_starts_without_this_way_in(folder: Path):
    (folder / "sso.toml").write_text(table("oidc", OPENID, adres='"x"') + table("saml", SAML))
    shown = "from django.conf import settings as s; print(len(s.SSO_FAULTS), s.SOCIALACCOUNT_PROVIDERS)"
    told = {"MAGDIT_SSO": str(folder / "sso.toml"), "MAGDIT_DATA": str(folder / "data")}
    env = {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}

    done = subprocess.run([sys.executable, "-c", shown], env=env, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "1 {}"
