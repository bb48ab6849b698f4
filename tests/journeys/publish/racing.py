"""Run as a process of its own: a mother takes her yes back while a teacher publishes, again and again.

python -m tests.journeys.publish.racing TIMES

Each of the two acts in a thread with a connection of its own. She begins at the same moment as he, just after he sent
it, or while it is being placed. Told in the end: how often it was refused, never placed, and taken down; and how often
it was still there when nobody had anything left to do.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Barrier, Event, Thread

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
django.setup()

from django.conf import settings  # noqa: E402  (Django must stand first)
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from magdit.areas.consent.actions import give, withdraw  # noqa: E402
from magdit.areas.consent.models import Item  # noqa: E402
from magdit.areas.drafts import actions  # noqa: E402
from magdit.areas.drafts.models import Draft, Publication  # noqa: E402
from magdit.areas.drafts.words import Words  # noqa: E402
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref  # noqa: E402
from magdit.areas.journal.refused import Refused  # noqa: E402
from magdit.areas.people.models import Board, Group, Person, School  # noqa: E402
from magdit.areas.registers.models import Appearance, ChannelAccount, TakedownTask  # noqa: E402
from magdit.journeys.publish.placing import place_waiting  # noqa: E402
from magdit.journeys.publish.taking_down import take_down_waiting  # noqa: E402
from tests import cast  # noqa: E402
from tests.areas.conftest import employee, guardian, pupil  # noqa: E402
from tests.areas.consent.conftest import make_item  # noqa: E402
from tests.journeys.publish import fake  # noqa: E402
from tests.journeys.publish.conftest import make_account, sends  # noqa: E402

NOW = datetime(2026, 3, 3, 12, tzinfo=SCHOOL_CLOCK)


def lay() -> None:
    """A school with Noor, her mother and Bram."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=2025, name="6A")
    noor = pupil(school, group, called="Noor", last="Dijk", born=cast.NOOR.born or NOW.date())
    guardian(noor, called="Mira", last="Bakker")
    employee(school, "leerkracht", called="Bram", last="Visser")
    make_item(board, covers=["foto", "naam"])
    make_account(school)


def doing(called: str) -> Doing:
    """This person acts."""
    person = Person.objects.get(called=called)
    return Doing(Ref("persoon", str(person.pk)), person.board_id, NOW)


def once(number: int) -> str:
    """One race; how it ended for the post."""
    mother, teacher = doing("Mira"), doing("Bram")
    worker = Doing(Ref("systeem", "publiceren"), teacher.board, NOW)
    noor, item = Person.objects.get(called="Noor"), Item.objects.get()
    give(mother, noor, item)
    row = drafted(teacher)
    start, sent, placing = Barrier(2), Event(), Event()
    fake.WALL.meanwhile = placing.set

    def says_no() -> None:
        start.wait()
        (Event(), sent, placing)[number % 3].wait(0 if number % 3 == 0 else 60)
        withdraw(mother, noor, item)

    def publishes() -> None:
        start.wait()
        try:
            sends(teacher, row)
        except Refused:
            pass
        finally:
            sent.set()
        place_waiting(worker)
        placing.set()
        take_down_waiting(worker)

    together(says_no, publishes)
    take_down_waiting(worker)  # what the worker does in its next round
    place_waiting(worker)
    return ended(row)


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


def drafted(teacher: Doing) -> Draft:
    """A post that names Noor."""
    school, bram = School.objects.get(), Person.objects.get(called="Bram")
    row = actions.begin(teacher, school, bram, role="leerkracht")
    return actions.change(
        teacher, row.pk, version=row.version, words=Words("Noor won de wedstrijd."), medium="website",
        account=ChannelAccount.objects.get(), for_school=True,
    )  # fmt: skip


def ended(row: Draft) -> str:
    """What became of it; "te zien" is what may never be."""
    made = Publication.objects.filter(draft=row).first()
    still = fake.WALL.posts or Appearance.objects.filter(down_at=None) or TakedownTask.objects.filter(done_at=None)
    if still:
        return "te zien"
    if made is None:
        return "geweigerd"
    return "nooit geplaatst" if made.proof == "nooit geplaatst" else f"{made.state}gehaald"


if __name__ == "__main__":
    with fake.installed(Path(settings.DATA) / "installed"):
        lay()
        counted = Counter(once(number) for number in range(int(sys.argv[1])))
    sys.stdout.write(", ".join(f"{name} {count}" for name, count in sorted(counted.items())) + "\n")
