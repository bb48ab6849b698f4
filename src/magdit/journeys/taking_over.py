"""A list is handed in, looked at and taken over, each in a process of its own that nobody has to wait for.

It outlives the worker that began it. What it does is told in `taking_over_work`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports import intakes, kept_list
from magdit.areas.people.imports.intakes import LOOKING, TAKING
from magdit.areas.people.models import School
from magdit.areas.people.models_entry import Intake
from magdit.journeys.nightly import doings

A_DAY = 24 * 60 * 60


def hand_in(doing: Doing, school: School, **told: Any) -> Intake:
    """Keep a list and begin to look at it."""
    made = intakes.hand_in(doing, school, **told)
    start(doing, made, LOOKING)
    return made


def look_again(doing: Doing, intake: Intake, **told: Any) -> None:
    """Say how the list is to be read, and begin to look at it again."""
    start(doing, intakes.tell(doing, intake, **told), LOOKING)


def take(doing: Doing, intake: Intake, **told: Any) -> None:
    """Begin to take the list over; said twice is done once."""
    with transaction.atomic():
        if intake.state == "bekeken":
            intakes.tell(doing, intake, **told)
        start(doing, intake, TAKING)


def start(doing: Doing, intake: Intake, state: str) -> bool:
    """Begin to look at a list, or to take it over; False when somebody is at work on it already."""
    with transaction.atomic():
        lock = intakes.begin(doing, intake, state)
        if lock is None:
            return False
        transaction.on_commit(lambda: spawn(doing, intake.pk, lock))
    return True


def spawn(doing: Doing, intake: UUID, lock: int) -> None:
    """A process of its own, which takes the lock along and goes on when the worker that began it is gone."""
    words = [sys.executable, "-m", "magdit.cli.intake", str(intake), doing.actor.id]
    subprocess.Popen(  # noqa: S603  (our own Python, with two ids)
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=(lock,), start_new_session=True
    )  # fmt: skip
    os.close(lock)


def sweep(at: datetime) -> int:
    """Nightly: lists of a week ago go, and files that a process left behind when it died. How many lists."""
    done = 0
    for doing in doings(at):
        for intake in intakes.old(at).filter(school__board=doing.board):
            with suppress(Refused):  # somebody is at work on it
                intakes.throw_away(doing, intake)
                done += 1
    _sweep_files(at)
    return done


def _sweep_files(at: datetime) -> None:
    known = {str(pk) for pk in Intake.objects.exclude(state__in=intakes.OVER).values_list("pk", flat=True)}
    for path in kept_list.folder().iterdir():
        if path.stat(follow_symlinks=False).st_mtime > at.timestamp() - A_DAY:
            continue
        if path.is_dir():
            kept_list.close_place(path)
        elif path.name.partition(".")[0] not in known:
            path.unlink(missing_ok=True)
