"""Run as a process of its own: a mother takes her yes back while a teacher publishes, again and again.

python -m tests.journeys.publish.racing TIMES

Each of the two acts in a thread with a connection of its own. She begins at the same moment as he, just after he sent
it, or while it is being placed. When her no stands he tries once more, and so does the worker: that is refused every
time. Told in the end: how often the post itself was refused, never placed, and taken down; and what may never be: how
often something was placed by a try after her no, or was still there when nobody had anything left to do.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from threading import Barrier, Event

from tests.at_once import NOW, doing, lay_school, together  # must stand first: it makes Django ready

# isort: split
from django.conf import settings

from magdit.areas.consent.actions import give, withdraw
from magdit.areas.consent.models import Item
from magdit.areas.drafts import actions
from magdit.areas.drafts.models import Draft, Publication
from magdit.areas.drafts.words import Words
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.models import Person, School
from magdit.areas.registers.models import Appearance, ChannelAccount, TakedownTask
from magdit.journeys.publish.placing import place_waiting
from magdit.journeys.publish.taking_down import take_down_waiting
from tests.areas.consent.conftest import make_item
from tests.journeys.publish import fake
from tests.journeys.publish.conftest import make_account, sends

AFTER, SEEN = "na de nee geplaatst", "te zien"


def lay() -> None:
    """A school with Noor, her parents and Bram, a question, and an account."""
    school = lay_school()
    make_item(school.board, covers=["foto", "naam"])
    make_account(school)


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
            is_refused(teacher, row)
        finally:
            sent.set()
        place_waiting(worker)
        placing.set()
        take_down_waiting(worker)

    together(says_no, publishes)
    placed = len(fake.WALL.placed)
    refused = is_refused(teacher, drafted(teacher))
    take_down_waiting(worker)  # what the worker does in its next round
    place_waiting(worker)
    return ended(row) if refused and len(fake.WALL.placed) == placed else AFTER


def is_refused(teacher: Doing, row: Draft) -> bool:
    """Send this draft; whether that was refused."""
    try:
        sends(teacher, row)
    except Refused:
        return True
    return False


def drafted(teacher: Doing) -> Draft:
    """A post that names Noor."""
    school, bram = School.objects.get(), Person.objects.get(called="Bram")
    row = actions.begin(teacher, school, bram, role="leerkracht")
    return actions.change(
        teacher, row.pk, version=row.version, words=Words("Noor won de wedstrijd."), medium="website",
        account=ChannelAccount.objects.get(), for_school=True,
    )  # fmt: skip


def ended(row: Draft) -> str:
    """What became of it."""
    made = Publication.objects.filter(draft=row).first()
    still = fake.WALL.posts or Appearance.objects.filter(down_at=None) or TakedownTask.objects.filter(done_at=None)
    if still:
        return SEEN
    if made is None:
        return "geweigerd"
    return "nooit geplaatst" if made.proof == "nooit geplaatst" else f"{made.state}gehaald"


if __name__ == "__main__":
    with fake.installed(Path(settings.DATA) / "installed"):
        lay()
        counted = Counter(once(number) for number in range(int(sys.argv[1])))
    sys.stdout.write(", ".join(f"{name} {count}" for name, count in sorted(counted.items())) + "\n")
