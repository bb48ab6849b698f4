"""Run as a process of its own: lays a small register, answers or shows again and again, and tells what is left.

python -m tests.areas.consent.at_once lay | answer NUMBER TIMES | show TIMES | left
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  (Django must stand first)

from magdit.areas.consent.actions import give, withdraw  # noqa: E402
from magdit.areas.consent.models import Answer, Item  # noqa: E402
from magdit.areas.consent.queries import how_they_stand  # noqa: E402
from magdit.areas.consent.showing import show  # noqa: E402
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref  # noqa: E402
from magdit.areas.journal.refused import Refused  # noqa: E402
from magdit.areas.people.models import Board, Group, Person, School  # noqa: E402
from magdit.areas.registers.models import Appearance, TakedownTask  # noqa: E402
from magdit.areas.registers.queries import without_task  # noqa: E402
from tests import cast  # noqa: E402
from tests.areas.conftest import employee, guardian, pupil  # noqa: E402
from tests.areas.consent.conftest import make_item  # noqa: E402

NOW = datetime(2026, 3, 3, 12, tzinfo=SCHOOL_CLOCK)


def lay() -> None:
    """A school with Noor, two parents and Bram."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=2025, name="6A")
    noor = pupil(school, group, called="Noor", last="Dijk", born=cast.NOOR.born or NOW.date())
    guardian(noor, called="Mira", last="Bakker")
    guardian(noor, called="Joost", last="Dijk")
    employee(school, "leerkracht", called="Bram", last="Visser")
    make_item(board)


def doing(called: str) -> Doing:
    """This person acts."""
    person = Person.objects.get(called=called)
    return Doing(Ref("persoon", str(person.pk)), person.board_id, NOW)


def answer(called: str, times: int) -> None:
    """Her mother says yes and no by turns, ending with a no; her father yes and yes again."""
    noor, item = Person.objects.get(called="Noor"), Item.objects.get()
    then = withdraw if called == "Mira" else give
    for _ in range(times):
        give(doing(called), noor, item)
        then(doing(called), noor, item)


def show_her(times: int) -> None:
    """Try to show Noor, as often as it takes."""
    noor, school = Person.objects.get(called="Noor"), School.objects.get()
    for _ in range(times):
        try:
            show(doing("Bram"), school, [noor.pk], publication=uuid4(), channel="website", covers=["foto"])
        except Refused as refused:
            if refused.code != "may_not_be_shown":
                raise


def left() -> None:
    """How many answers stand, whether in order, whether it is a no, and what is shown without a task."""
    noor, item = Person.objects.get(called="Noor"), Item.objects.get()
    numbers = list(Answer.objects.order_by("number").values_list("number", flat=True))
    refused = how_they_stand(School.objects.get(), NOW.date())[noor.pk, item.pk].is_refused
    in_order = numbers == list(range(1, len(numbers) + 1))
    shown, tasks = Appearance.objects.count(), TakedownTask.objects.count()
    sys.stdout.write(f"{len(numbers)} {in_order} {refused} {without_task([noor.pk]).count()} {shown == tasks}\n")


if __name__ == "__main__":
    what, *words = sys.argv[1:]
    if what == "answer":
        answer(words[0], int(words[1]))
    elif what == "show":
        show_her(int(words[0]))
    else:
        {"lay": lay, "left": left}[what]()
