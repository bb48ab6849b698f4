"""Run as a process of its own: lays a small register, answers or shows again and again, and tells what is left.

python -m tests.areas.consent.at_once lay | answer NAME TIMES | show_her TIMES | left
"""

from __future__ import annotations

import sys
from uuid import uuid4

from tests.at_once import NOW, doing, lay_school, main  # must stand first: it makes Django ready

# isort: split
from magdit.areas.consent.actions import give, withdraw
from magdit.areas.consent.models import Answer, Item
from magdit.areas.consent.queries import how_they_stand
from magdit.areas.consent.showing import show
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.registers.models import Appearance, TakedownTask
from magdit.areas.registers.queries import without_task
from tests.areas.consent.conftest import make_item


def lay() -> None:
    """A school with Noor, two parents and Bram, and a question."""
    make_item(lay_school().board)


def answer(called: str, times: str) -> None:
    """Her mother says yes and no by turns, ending with a no; her father yes and yes again."""
    noor, item = Person.objects.get(called="Noor"), Item.objects.get()
    then = withdraw if called == "Mira" else give
    for _ in range(int(times)):
        give(doing(called), noor, item)
        then(doing(called), noor, item)


def show_her(times: str) -> None:
    """Try to show Noor, as often as it takes."""
    noor, school = Person.objects.get(called="Noor"), School.objects.get()
    for _ in range(int(times)):
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
    main(lay, answer, show_her, left)
