"""The file with providers: what may stand in it, and every mistake in words."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from magdit.areas.people.models import Board
from magdit.cli import doctor_server, doctor_sso
from magdit.cli.diagnosis import BAD, GOOD, HEED
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


@pytest.mark.parametrize(
    "address",
    ["https://[::1", "https://a.example:99999/", "https://a.example:0", "https://a.example:x", "https://*",
     "https://*.a.example", "https://a.example; script-src *", "https://a.example/'x'", "https://a.example,b.example",
     "https://a.example\\n.b", "https://a b.example", "https://ä.example", "https://@a.example", "https://a.example.",
     "https://:443", "https:///a", "https://a.example#x", "http://a.example", "javascript:alert(1)"],
)  # fmt: skip
def test_an_address_that_would_break_the_policy_of_the_browser_is_none(folder: Path, address: str):
    for key, value in (("adres", f'"{address}"'), ("ook_via", f'["{address}"]')):
        (fault,) = faults(folder, table("oidc", OPENID, **{key: value}))

        assert "geen adres met https://" in fault


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("https://Login.Example:443/delinde", "https://login.example"),
        ("https://login.example:8443/delinde", "https://login.example:8443"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]"),
        ("http://localhost:8080/x", "http://localhost:8080"),
        ("http://[::1]:8080/x", "http://[::1]:8080"),
        ("https://login.example/saml?idp=a%20b&x=(1)", "https://login.example"),
    ],
)
def test_the_front_of_an_address_is_always_written_the_same(folder: Path, address: str, front: str):
    (folder / "sso.toml").write_text(table("oidc", OPENID, adres=f'"{address}"'))

    assert read_sso(str(folder / "sso.toml")).origins == (front,)


@pytest.mark.parametrize(
    "address",
    ["https://ACCOUNTS.google.com", "https://accounts.google.com:443", "https://accounts.google.com/",
     "https://accounts.google.com/.well-known/openid-configuration"],
)  # fmt: skip
@pytest.mark.parametrize("asked", [None, '{ email = "hd" }', '{ sub = "xhdx" }', '{ hdx = "delinde.nl" }'])
def test_google_however_it_is_written_needs_the_domain_of_the_school(folder: Path, address: str, asked: str | None):
    (fault,) = faults(folder, table("oidc", OPENID, adres=f'"{address}"', eist=asked))

    assert "eist = { hd =" in fault
    assert not faults(folder, table("oidc", OPENID, adres=f'"{address}"', eist='{ hd = "delinde.nl" }'))


@pytest.mark.parametrize(
    "address",
    ["login.microsoftonline.com/Common/v2.0", "LOGIN.microsoftonline.com/common/v2.0", "login.microsoftonline.com",
     "login.microsoftonline.com:443/organizations", "login.microsoftonline.com//consumers/v2.0",
     "login.microsoftonline.com/%63ommon/v2.0", "login.microsoftonline.com/./common/v2.0",
     "login.microsoftonline.com/9188040D-6c67-4c5b-b112-36a304b66dad/v2.0",
     "sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/"],
)  # fmt: skip
def test_a_door_of_every_school_and_home_is_refused_however_it_is_written(folder: Path, address: str):
    (fault,) = faults(folder, table("oidc", OPENID, adres=f'"https://{address}"'))

    assert "uw eigen tenant" in fault


def test_the_door_of_one_tenant_is_good(folder: Path):
    own = '"https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0"'

    assert not faults(folder, table("oidc", OPENID, adres=own))


def test_a_file_that_an_editor_put_a_mark_before_is_read(folder: Path):
    (folder / "geheim").write_text("\ufeffgeheim", encoding="utf-8")

    assert not faults(folder, "\ufeff" + table("oidc", OPENID, geheim=None, geheim_bestand='"geheim"'))


@pytest.mark.parametrize(
    "written", [b"\xff\xfe\x00", b"a=" + b"[" * 5000 + b"]" * 5000, b"a = " + b"9" * 6000, b"[[oidc]]\nid = 1979-05-27"]
)
def test_whatever_stands_in_the_file_is_a_fault_and_no_exception(folder: Path, written: bytes):
    (folder / "sso.toml").write_bytes(written)

    found = read_sso(str(folder / "sso.toml"))

    assert found.faults
    assert not found.apps


@pytest.mark.parametrize("path", ["a\0b", "~niemand-van-hier/sso.toml", "."])
def test_a_path_that_leads_nowhere_is_a_fault(folder: Path, path: str):
    assert read_sso(path).faults
    escaped = path.replace("\0", "\\u0000")
    assert faults(folder, table("oidc", OPENID, geheim=None, geheim_bestand=f'"{escaped}"'))
    assert faults(folder, table("saml", SAML, certificaat=f'"{escaped}"'))


def test_all_mistakes_are_told_at_once(folder: Path):
    found = faults(folder, table("oidc", OPENID, adres='"x"', naam=None) + table("saml", SAML, id="1"))

    assert len(found) == 3


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    (fault,) = read_sso(str(tmp_path / "nergens.toml")).faults

    assert "niet te lezen" in fault


def test_every_setting_of_the_surroundings_is_known_to_the_doctor():
    server = Path(doctor_server.__file__).parents[1] / "server"
    read = {
        name for path in server.glob("*.py") for name in re.findall(r"\"(MAGDIT_[A-Z_]+)\"", path.read_text("utf-8"))
    }

    assert len(read) > 10
    assert read <= set(doctor_server.NAMES)


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
    (folder / "sso.toml").write_text(table("oidc", OPENID, adres='"https://[::1"') + table("saml", SAML))
    shown = "from django.conf import settings as s; print(len(s.SSO_FAULTS), s.SOCIALACCOUNT_PROVIDERS)"
    told = {"MAGDIT_SSO": str(folder / "sso.toml"), "MAGDIT_DATA": str(folder / "data")}
    env = {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}

    done = subprocess.run([sys.executable, "-c", shown], env=env, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "1 {}"
