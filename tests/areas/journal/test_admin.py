"""In the admin the journal is to read, and each board reads its own."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.admin import site
from django.test import RequestFactory

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.models import Entry
from tests.areas.conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("user", "seen"),
    [
        (SimpleNamespace(is_superuser=True), 2),
        (SimpleNamespace(is_superuser=False, person=SimpleNamespace(board_id="own")), 1),
        (SimpleNamespace(is_superuser=False, person=None), 0),
    ],
)
def test_nobody_reads_the_journal_of_another_board(system: Doing, user: SimpleNamespace, seen: int) -> None:
    record(system, "gezien", Ref("persoon", "12"))
    record(Doing(system.actor, uuid4(), NOON), "gezien", Ref("persoon", "13"))
    if getattr(user, "person", None):
        user.person.board_id = system.board
    request = RequestFactory().get("/")
    request.user = user

    lines = site._registry[Entry].get_queryset(request)

    assert len(lines) == seen


def test_nothing_can_be_changed_there() -> None:
    page = site._registry[Entry]
    request = RequestFactory().get("/")

    assert not page.has_add_permission(request)
    assert not page.has_change_permission(request)
    assert not page.has_delete_permission(request)
