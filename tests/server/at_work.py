"""One process among several that work with a register at once: `python -m tests.server.at_work WHAT COUNT SEED`.

`make` makes the school ready, `tell` tells how it ended. `write` reads a row, writes it one higher and a line in the
journal, in one transaction. `edit` changes the e-mail address of one of a few persons, as people in an office would:
with the version they saw. Each answers one line of JSON.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402  (after setup)
from django.db import OperationalError, transaction  # noqa: E402

from magdit.areas.journal.actions import record  # noqa: E402
from magdit.areas.journal.doing import Doing, Ref  # noqa: E402
from magdit.areas.journal.models import Entry  # noqa: E402
from magdit.areas.journal.refused import Refused  # noqa: E402
from magdit.areas.journal.verify import verify_all  # noqa: E402
from magdit.areas.people.actions import add_person, edit_person  # noqa: E402
from magdit.areas.people.models import Board, Person, School  # noqa: E402
from magdit.wording.refusals import refusal_sentence  # noqa: E402

BOARD = UUID(int=40)
DOING = Doing(Ref("systeem", "proef"), BOARD, datetime(2026, 11, 21, 12, tzinfo=UTC))
PERSONS = ("Jansen", "Visser", "Bakker", "Smit")


def make() -> dict[str, object]:
    """A board with a school and four persons, each with a count in the e-mail address."""
    call_command("migrate", interactive=False, verbosity=0)
    board = Board.objects.create(pk=BOARD, name="Stichting De Linde", keep_years=0)
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs")
    for last in PERSONS:
        add_person(DOING, school=school, last=last, called="Wendy", role="administratie", email="n0@delinde.example")
    return {"persons": len(PERSONS)}


def write(count: int, dice: random.Random) -> dict[str, object]:
    """`count` transactions that first read and then write; how many SQLite refused, and the longest wait."""
    locked, longest = 0, 0.0
    for _ in range(count):
        began = time.monotonic()
        try:
            with transaction.atomic():
                board = Board.objects.get(pk=BOARD)
                time.sleep(dice.random() / 2000)
                board.keep_years += 1
                board.save(update_fields=["keep_years"])
                record(DOING, "geteld", Ref("bestuur", str(BOARD)))
        except OperationalError as error:
            locked += 1 if "locked" in str(error) else 1000
        longest = max(longest, time.monotonic() - began)
    return {"locked": locked, "longest": longest}


def edit(count: int, dice: random.Random) -> dict[str, object]:
    """`count` edits that were accepted, each one higher than what was seen; and in which words others were refused."""
    persons = list(Person.objects.order_by("last").values_list("pk", flat=True))
    accepted, words = 0, Counter[str]()
    while accepted < count:
        seen = Person.objects.get(pk=dice.choice(persons))
        time.sleep(dice.random() / 200)  # somebody types
        try:
            number = int(seen.email.partition("@")[0][1:]) + 1
            edit_person(DOING, seen.pk, seen_version=seen.version, email=f"n{number}@delinde.example")
            accepted += 1
        except Refused as refused:
            words[refusal_sentence(refused.code, refused.facts)] += 1
    return {"accepted": accepted, "refused": dict(words)}


def tell() -> dict[str, object]:
    """How the register ended: counts, versions, lines, and whether the journal holds."""
    rows = Person.objects.values_list("email", "version")
    return {
        "written": Board.objects.get(pk=BOARD).keep_years,
        "counted": sum(int(email.partition("@")[0][1:]) for email, _ in rows),
        "versions": sum(version - 1 for _, version in rows),
        "lines": Counter(Entry.objects.values_list("verb", flat=True)),
        "wrong": [one.code for one in verify_all(boards=[BOARD])],
    }


if __name__ == "__main__":
    what, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    does = {"make": make, "tell": tell}.get(what)
    told = does() if does else {"write": write, "edit": edit}[what](count, random.Random(seed))
    sys.stdout.write(json.dumps(told))
