"""A call is made to who it says it is, follows nobody elsewhere, and hears no more than was agreed."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from magdit.connectors.calling import call, can_be_seen, expect
from magdit.connectors.connector import Trouble
from magdit.connectors.wire import Sent
from tests.certificates import self_signed
from tests.connectors.fakes import Fake, Heard, Mishap, Reply
from tests.connectors.sides import LIMITS


class Echo(Fake):
    """Answers every call with what stands under its path."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply] = {}
        super().__init__()

    def answer(self, heard: Heard) -> Reply:
        return self.pages.get(heard.path, Reply(200, {"path": heard.path}))


@pytest.fixture
def there() -> Iterator[Echo]:
    echo = Echo()
    yield echo
    echo.close()


def moved(to: str, status: int = 301) -> Reply:
    return Reply(status, {}, {"Location": to})


def test_a_redirect_on_the_same_host_is_followed(there: Echo) -> None:
    there.pages["/oud"] = moved("/nieuw")

    assert call(LIMITS, "GET", f"{there.address}/oud").json() == {"path": "/nieuw"}


def test_a_redirect_to_another_host_is_not_and_it_hears_nothing(there: Echo) -> None:
    other = Echo()
    there.pages["/oud"] = moved(f"{other.address}/nieuw")

    with pytest.raises(Trouble, match="redirected") as caught:
        call(LIMITS, "GET", f"{there.address}/oud", headers={"Authorization": "Basic geheim"})
    other.close()

    assert not caught.value.again
    assert other.heard == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_what_is_sent_is_never_sent_on(there: Echo, status: int) -> None:
    there.pages["/oud"] = moved("/nieuw", status)

    for method in ("POST", "DELETE"):
        with pytest.raises(Trouble, match="redirected"):
            call(LIMITS, method, f"{there.address}/oud", sent=Sent.of_json({"a": 1}))

    assert [heard.path for heard in there.heard] == ["/oud", "/oud"]


def test_a_redirect_round_and_round_ends(there: Echo) -> None:
    there.pages["/a"], there.pages["/b"] = moved("/b"), moved("/a")

    with pytest.raises(Trouble, match="redirected"):
        call(LIMITS, "GET", f"{there.address}/a")


@pytest.mark.parametrize("to", ["javascript:x", "file:///etc/passwd", "http://[", ""])
def test_a_redirect_to_something_odd_is_trouble_and_no_more(there: Echo, to: str) -> None:
    there.pages["/oud"] = moved(to)

    with pytest.raises(Trouble, match=r"redirected|bad_address"):
        call(LIMITS, "GET", f"{there.address}/oud")


def test_an_answer_before_all_was_heard_is_read(there: Echo) -> None:
    """A server that says "too large" while we are still sending is understood."""
    there.mishaps.append(Mishap("413"))
    sent = Sent((b"x" * 100_000 for _ in range(20)), 2_000_000, "video/mp4")

    answer = call(LIMITS, "POST", there.address, sent=sent)

    with pytest.raises(Trouble, match="too_large"):
        expect(answer)


@pytest.mark.parametrize(("status", "seen"), [(200, True), (404, False), (410, False), (403, True), (401, True)])
def test_only_not_here_and_gone_mean_that_nobody_sees_it(there: Echo, status: int, seen: bool) -> None:
    there.pages["/foto.jpg"] = Reply(status, {})

    assert can_be_seen(LIMITS, f"{there.address}/foto.jpg") is seen


def test_a_server_in_trouble_says_nothing_about_what_can_be_seen(there: Echo) -> None:
    there.pages["/foto.jpg"] = Reply(503, {})

    with pytest.raises(Trouble, match="their_fault"):
        can_be_seen(LIMITS, f"{there.address}/foto.jpg")


@pytest.mark.parametrize("name", ["Idempotency-Key", "Content-Disposition"])
def test_a_value_with_a_line_in_it_never_becomes_a_header(there: Echo, name: str) -> None:
    with pytest.raises(Trouble, match="nonsense"):
        call(LIMITS, "POST", there.address, headers={name: "a\r\nX-Ander: b"})

    assert there.heard == []


def secured(echo: Echo, folder: Path, name: str) -> Path:
    """Put TLS in front, with a certificate for this address that nobody signed but itself."""
    pem, private = self_signed(folder, name)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    echo.secure(context)
    return pem


def test_a_certificate_that_nobody_vouches_for_ends_the_call(there: Echo, tmp_path) -> None:
    secured(there, tmp_path, "127.0.0.1")

    with pytest.raises(Trouble, match="certificate") as caught:
        call(LIMITS, "GET", there.address, headers={"Authorization": "Basic geheim"})

    assert not caught.value.again
    assert there.heard == []


def test_a_certificate_of_another_name_ends_the_call(there: Echo, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured(there, tmp_path, "127.0.0.2")))

    with pytest.raises(Trouble, match="certificate"):
        call(LIMITS, "GET", there.address)


def test_a_certificate_that_holds_is_taken(there: Echo, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured(there, tmp_path, "127.0.0.1")))

    assert call(LIMITS, "GET", f"{there.address}/veilig").json() == {"path": "/veilig"}


def test_a_sealed_line_that_breaks_may_hold_the_next_time(there: Echo, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured(there, tmp_path, "127.0.0.1")))
    there.mishaps += [Mishap("cut"), Mishap("truncated")]

    for _ in there.mishaps:
        with pytest.raises(Trouble, match=r"cut_off|unreachable") as caught:
            call(LIMITS, "GET", there.address)
        assert caught.value.again


def test_who_does_not_speak_tls_is_not_reached(there: Echo) -> None:
    with pytest.raises(Trouble, match="unreachable"):
        call(LIMITS, "GET", there.address.replace("http:", "https:"), headers={"Authorization": "Basic geheim"})

    assert there.heard == []


def test_a_call_stays_within_its_limits_of_size(there: Echo) -> None:
    there.pages["/groot"] = Reply(200, body=b"x" * 1000)

    with pytest.raises(Trouble, match="too_much"):
        call(replace(LIMITS, answer=999), "GET", f"{there.address}/groot")
    assert len(call(replace(LIMITS, answer=1000), "GET", f"{there.address}/groot").body) == 1000


def test_a_handshake_that_never_ends_is_cut_as_well() -> None:
    """Someone who accepts the call and then says nothing that ends, before any certificate was shown."""
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"https://127.0.0.1:{mute.getsockname()[1]}/"

        with pytest.raises(Trouble, match="slow") as caught:
            call(replace(LIMITS, seconds=30, whole=0.2), "GET", url)

    assert caught.value.again
