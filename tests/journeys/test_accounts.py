"""Trying whether an account works: whatever its connector does, the school gets a code and the log no secret."""

from __future__ import annotations

import pytest

from magdit.areas.people.models import School
from magdit.areas.registers.models import ChannelAccount
from magdit.connectors.connector import Trouble
from magdit.journeys import accounts


class Breaks:
    """A connector of others, that fails in its own way."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def check(self, way: object) -> None:
        raise self._error


@pytest.fixture
def account(school: School) -> ChannelAccount:
    return ChannelAccount.objects.create(board=school.board, school=school, medium="website", name="De site")


def test_a_connector_that_breaks_tells_the_log_no_password(
    account: ChannelAccount, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    error = ValueError("https://linde:zeer-geheim@delinde.example")
    monkeypatch.setattr(accounts, "connector_of", lambda row: Breaks(error))

    code = accounts.trouble_with(account)

    assert code == "unknown"
    assert "ValueError" in caplog.text
    assert "geheim" not in caplog.text


def test_what_a_connector_says_is_what_is_told(account: ChannelAccount, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "connector_of", lambda row: Breaks(Trouble("slow", again=True)))

    assert accounts.trouble_with(account) == "slow"


def test_a_connector_that_is_gone_is_told_too(account: ChannelAccount, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "connector_of", lambda row: None)

    assert accounts.trouble_with(account) == "unknown"
