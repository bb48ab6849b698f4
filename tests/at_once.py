"""What tests share in which several act at the same moment: a small register of its own, and who acts in it.

For modules that run as a process of their own (`own_register.start`), so importing this makes Django ready. Each tells
its tasks to `main`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from threading import Thread

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  (Django must stand first)
from django.db import connection  # noqa: E402

from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref  # noqa: E402
from magdit.areas.people.models import Board, Group, Person, School  # noqa: E402
from tests import cast  # noqa: E402
from tests.areas.conftest import employee, guardian, pupil  # noqa: E402

NOW = datetime(2026, 3, 3, 12, tzinfo=SCHOOL_CLOCK)


def lay_school() -> School:
    """A school with Noor, her two parents and Bram."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=2025, name="6A")
    noor = pupil(school, group, called="Noor", last="Dijk", born=cast.NOOR.born or NOW.date())
    guardian(noor, called="Mira", last="Bakker")
    guardian(noor, called="Joost", last="Dijk")
    employee(school, "leerkracht", called="Bram", last="Visser")
    return school


def doing(called: str) -> Doing:
    """This person acts."""
    person = Person.objects.get(called=called)
    return Doing(Ref("persoon", str(person.pk)), person.board_id, NOW)


def together(*acts: Callable[[], None]) -> None:
    """Each in a thread with a connection of its own; what goes wrong in one is wrong."""
    wrong: list[BaseException] = []

    def run(act: Callable[[], None]) -> None:
        try:
            act()
        except BaseException as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]


def main(*tasks: Callable[..., None]) -> None:
    """Do the task that the command line names, with the words behind it."""
    name, *words = sys.argv[1:]
    {task.__name__: task for task in tasks}[name](*words)
