"""At night what is due goes, and what a crash left of files; what is in use stays."""

from __future__ import annotations

import os
from datetime import timedelta
from uuid import uuid4

import pytest

from magdit.areas.drafts import actions, files
from magdit.areas.drafts.models import Draft
from magdit.journeys.nightly_destroying import destroy_what_is_due, sweep_files
from tests.areas.conftest import NOON
from tests.journeys.hand_in.conftest import begun, own_folder, pictured  # noqa: F401  (fixtures)

YESTERDAY = NOON - timedelta(days=2)


def left(name, *, folder=False, at=YESTERDAY):
    path = files.folder() / name
    path.mkdir() if folder else path.write_bytes(b"left")
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def test_what_a_crash_left_is_swept(db):
    orphan, folder = left(f"{uuid4()}.kijk"), left("open-abc", folder=True)

    assert sweep_files(NOON) == 2
    assert not orphan.exists()
    assert not folder.exists()


def test_what_is_young_or_belongs_to_a_picture_stays(pictured):  # noqa: F811  (the fixture)
    for path in files.folder().iterdir():
        os.utime(path, (YESTERDAY.timestamp(), YESTERDAY.timestamp()))
    young = left("open-now", folder=True, at=NOON)

    assert sweep_files(NOON) == 0
    assert young.exists()
    assert (files.folder() / str(pictured.pk)).exists()


@pytest.mark.parametrize(("days", "state"), [(60, "concept"), (61, "verlopen")])
def test_every_school_is_visited(school, bram, doing_as, days, state):
    draft = actions.begin(doing_as(bram), school, bram, role="leerkracht")

    destroy_what_is_due(NOON + timedelta(days=days))

    assert Draft.objects.get(pk=draft.pk).state == state
