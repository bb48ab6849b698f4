"""Run as a process of its own: lays a small register, sends a form again and again, and tells what is left.

python -m tests.web.family.at_once lay | send NAME TIMES | left
"""

from __future__ import annotations

import os
import sys
from datetime import datetime

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "magdit.server.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  (Django must stand first)

from magdit.areas.consent.family import family_of  # noqa: E402
from magdit.areas.consent.models import Answer  # noqa: E402
from magdit.areas.journal.doing import SCHOOL_CLOCK, Doing, Ref  # noqa: E402
from magdit.areas.people.models import Board, Group, Person, School  # noqa: E402
from magdit.journeys.answering import Chosen, answer_all  # noqa: E402
from tests import cast  # noqa: E402
from tests.areas.conftest import guardian, pupil  # noqa: E402
from tests.areas.consent.conftest import make_item  # noqa: E402

NOW = datetime(2026, 3, 3, 12, tzinfo=SCHOOL_CLOCK)


def lay() -> None:
    """A school with Noor, two parents and three questions."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    group = Group.objects.create(school=school, year=2025, name="6A")
    noor = pupil(school, group, called="Noor", last="Dijk", born=cast.NOOR.born or NOW.date())
    guardian(noor, called="Mira", last="Bakker")
    guardian(noor, called="Joost", last="Dijk")
    Person.objects.update(email="")
    for channel in ("website", "instagram", "ouderportaal"):
        make_item(board, channel, channel=channel)


def send(called: str, times: int) -> None:
    """One form, as it stood on the page at first: her mother says yes to all, her father no; sent again and again."""
    parent, noor = Person.objects.get(called=called), Person.objects.get(called="Noor")
    (about,) = family_of(parent, [noor], NOW.date(), language="nl")
    answer = "ja" if called == "Mira" else "nee"
    chosen = [Chosen(one.key, answer, one.shown.text.pk, 0) for one in about.questions]
    for _ in range(times):
        outcome = answer_all(Doing(Ref("persoon", str(parent.pk)), parent.board_id, NOW), parent, noor, chosen)
        assert not outcome.held, outcome.held


def left() -> None:
    """What each parent said, and that the numbers follow each other."""
    rows = Answer.objects.order_by("number").values_list("giver__called", "state", "number")
    said = sorted((called, state) for called, state, _ in rows)
    in_order = [number for *_, number in rows] == list(range(1, len(rows) + 1))
    sys.stdout.write(f"{said} {in_order}\n")


if __name__ == "__main__":
    task, *more = sys.argv[1:]
    {"lay": lay, "left": left}.get(task, lambda: send(more[0], int(more[1])))()
