"""Only the public internet over https is called, and of private networks what the keeper of the computer listed."""

from __future__ import annotations

import socket

import pytest

from magdit.connectors.calling import call
from magdit.connectors.connector import Trouble
from magdit.connectors.limits import Limits, from_surroundings
from magdit.connectors.reach import target, web_address

NOT_OURS = [
    "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.4.2", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]", "[fd00::1]",
    "[ff02::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]",
]  # fmt: skip


def looked_up_as(monkeypatch, *answers: str) -> None:
    """Let every name lead to these addresses, one after another."""
    waiting = list(answers)

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        ip = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize("host", NOT_OURS)
def test_an_address_inside_a_network_is_not_called(host: str) -> None:
    for scheme in ("https", "http"):
        with pytest.raises(Trouble, match="private_address") as caught:
            target(f"{scheme}://{host}/wp-json", Limits())
        assert not caught.value.again


@pytest.mark.parametrize("host", ["93.184.216.34", "[2606:2800:220:1:248:1893:25c8:1946]"])
def test_a_public_address_is(host: str) -> None:
    found = target(f"https://{host}/blog?a=1", Limits())

    assert (found.port, found.path) == (443, "/blog?a=1")
    assert found.ips == (host.strip("[]"),)


def test_an_address_with_letters_of_its_own_is_written_as_machines_do(monkeypatch) -> None:
    looked_up_as(monkeypatch, "93.184.216.34")

    found = target("https://café.example/één?q=a%20b", Limits())

    assert (found.host, found.path) == ("xn--caf-dma.example", "/%C3%A9%C3%A9n?q=a%20b")


def test_a_name_that_leads_inside_is_not_called(monkeypatch) -> None:
    looked_up_as(monkeypatch, "192.168.1.1")

    with pytest.raises(Trouble, match="private_address"):
        target("https://onschuldig.example/", Limits())


@pytest.mark.parametrize("listed", ["192.168.1.7", "192.168.1.0/24", "intranet.example"])
def test_what_the_keeper_listed_may_be_called(monkeypatch, listed: str) -> None:
    looked_up_as(monkeypatch, "192.168.1.7")

    found = target("https://Intranet.example:8443/", Limits(private=(listed,)))

    assert (found.host, found.port, found.ips) == ("intranet.example", 8443, ("192.168.1.7",))


@pytest.mark.parametrize("listed", ["192.168.2.0/24", "intranet.exampl", "ntranet.example", "", "192.168.1.70"])
def test_what_only_looks_like_it_may_not(monkeypatch, listed: str) -> None:
    looked_up_as(monkeypatch, "192.168.1.7")

    with pytest.raises(Trouble, match="private_address"):
        target("https://intranet.example/", Limits(private=(listed,)))


@pytest.mark.parametrize("host", ["93.184.216.34", "192.168.1.7"])
def test_a_password_never_goes_over_a_bare_line_to_another_computer(host: str) -> None:
    with pytest.raises(Trouble, match="not_https"):
        target(f"http://{host}/", Limits(private=("192.168.0.0/16",)))


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]"])
def test_within_this_computer_it_may_when_the_keeper_listed_it(host: str) -> None:
    assert target(f"http://{host}:8080/", Limits(private=("127.0.0.0/8", "::1"))).port == 8080


def test_the_address_that_was_looked_at_is_the_one_that_is_called(monkeypatch) -> None:
    """A name that leads to a public address when it is judged and inside a moment later gains nothing by it."""
    called: list[object] = []

    def connect(address: object, **_: object) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    looked_up_as(monkeypatch, "93.184.216.34", "127.0.0.1")
    monkeypatch.setattr(socket, "create_connection", connect)

    with pytest.raises(Trouble, match="unreachable"):
        call(Limits(), "GET", "https://wisselt.example/")

    assert called == [("93.184.216.34", 443)]


def test_a_name_that_nobody_knows_may_be_known_later(monkeypatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)

    with pytest.raises(Trouble, match="unreachable") as caught:
        target("https://bestaat-niet.example/", Limits())
    assert caught.value.again


@pytest.mark.parametrize(
    "said",
    ["javascript:alert(1)", "data:text/html,x", "//elders.example", "https://", "https://a b.example", "http://a\n.b",
     "https://naam:geheim@school.example", "", None, 7, ["https://school.example"], "https://[::1",
     "https://a.example/\ud800", "https://\ud800.example/", "https://x:99999/",
     "https://school.example/" + "x" * 1000],
)  # fmt: skip
def test_what_no_browser_should_follow_is_no_address(said: object) -> None:
    assert web_address(said) == ""


def test_a_common_address_is_one() -> None:
    assert web_address("https://school.example/nieuws/?p=1") == "https://school.example/nieuws/?p=1"


def test_the_surroundings_say_what_is_allowed(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("MAGDIT_CONNECT_PRIVATE", " Intranet.school.example , 10.1.0.0/16,")
    monkeypatch.setenv("MAGDIT_FOLDERS", str(tmp_path))

    said = from_surroundings()

    assert said.private == ("intranet.school.example", "10.1.0.0/16")
    assert said.folders == tmp_path


def test_without_a_word_nothing_private_and_no_folder_is_allowed(monkeypatch) -> None:
    monkeypatch.delenv("MAGDIT_CONNECT_PRIVATE", raising=False)
    monkeypatch.delenv("MAGDIT_FOLDERS", raising=False)

    assert (from_surroundings().private, from_surroundings().folders) == ((), None)
