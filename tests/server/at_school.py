"""A school in a register of its own, with who visit it signed in: `python -m tests.server.at_school PUPILS`.

Makes Noor with her mother and teacher, a head, the questions of the board, and a OneRoster zip of so many pupils beside
the data. Answers one line of JSON: who is signed in, and the addresses that they will ask for.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402  (after setup)
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from magdit.areas.consent.texts.catalogue_actions import lay_catalogue  # noqa: E402
from magdit.areas.journal.doing import Doing, Ref  # noqa: E402
from magdit.areas.people.models import (  # noqa: E402
    Account,
    Board,
    Group,
    Guardianship,
    Membership,
    Person,
    Role,
    School,
)
from magdit.norms.act import school_year  # noqa: E402
from tests.areas.people.imports import invented, invented_files  # noqa: E402

NOW = datetime.now(UTC)


def person(board: Board, called: str, last: str, role: str = "", *, school: School | None = None) -> Person:
    made = Person.objects.create(
        board=board, called=called, last=last, born=date(NOW.year - 9, 1, 1) if role == "leerling" else None
    )
    if role:
        Role.objects.create(person=made, school=school, role=role, begins=date(NOW.year - 1, 1, 1))
    return made


def signed_in(one: Person) -> str:
    client = Client()
    client.force_login(
        Account.objects.create_user(f"inlog-{one.pk}", person=one),
        backend="django.contrib.auth.backends.ModelBackend",
    )  # fmt: skip
    return f"{settings.SESSION_COOKIE_NAME}={client.session.session_key}"


def make(pupils: int) -> dict[str, object]:
    """The school, and who visit it."""
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    board = Board.objects.create(name="Stichting De Linde", contact="privacy@school.example", second_step="niemand")
    school = School.objects.create(board=board, name="De Linde", code="de-linde", protocol="osvs", brin=invented.BRIN)
    lay_catalogue(Doing(Ref("systeem", "proef"), board.pk, NOW), board)
    noor = person(board, "Noor", "Bakker", "leerling", school=school)
    mother, head = person(board, "Mira", "Bakker"), person(board, "Fatima", "Amrani", "schoolleider", school=school)
    bram = person(board, "Bram", "Visser", "leerkracht", school=school)
    group = Group.objects.create(school=school, year=school_year(NOW.date()), name="6A")
    Membership.objects.create(group=group, person=noor, role="leerling")
    Membership.objects.create(group=group, person=bram, role="leerkracht")
    Guardianship.objects.create(child=noor, guardian=mother, relation="ouder", authority="ja")
    files = invented_files.oneroster_files(invented.school(pupils), "1.2")
    zipped = invented_files.zipped(files, Path(settings.DATA) / "export.zip")
    return {
        "mother": signed_in(mother), "head": signed_in(head), "teacher": signed_in(bram), "zip": str(zipped),
        "questions": f"/mijn/{noor.pk}/", "class": f"/school/de-linde/klassen/{group.pk}/",
    }  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(make(int(sys.argv[1]))))
