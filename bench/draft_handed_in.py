"""One draft handed in: 500 signs and ten phone photos, from the first byte to the verdict, in a process of its own.

`python -m bench.draft_handed_in PHOTO…` makes one invented school in an empty register and goes the way of the page:
the draft is begun, its words are kept and judged, the photos are taken in one after the other, and it is judged again.
The server runs already when a teacher comes, so starting it and loading the face model are not counted here.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from magdit.check.images.faces import Face

ROOT = Path(__file__).parent.parent
SIGNS = 500
AT = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
STORY = "Vandaag ging de hele klas naar het bos. We zochten blaadjes, bouwden een hut en aten brood bij het water. "


@dataclass(frozen=True)
class HandedIn:
    """Seconds until the first verdict and until the last, memory at most, and the faces that were seen per photo."""

    first: float
    whole: float
    mebibytes: float
    verdicts: tuple[str, str]
    faces: tuple[tuple[Face, ...], ...]


def in_a_process(photos: Sequence[Path]) -> HandedIn:
    """Hand these in, in a new process with a register of its own."""
    with tempfile.TemporaryDirectory() as data:
        told = {**os.environ, "MAGDIT_DATA": data, "DJANGO_SETTINGS_MODULE": "magdit.server.settings"}
        told.pop("DATABASE_URL", None)
        command = [sys.executable, "-m", "bench.draft_handed_in", *map(str, photos)]
        ran = subprocess.run(command, cwd=ROOT, env=told, check=True, capture_output=True, text=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    faces = tuple(tuple(Face(**face) for face in seen) for seen in found.pop("faces"))
    return HandedIn(**{**found, "verdicts": tuple(found["verdicts"])}, faces=faces)


def measure(photos: Sequence[Path]) -> dict[str, Any]:
    """What one hand-in costs in this process."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return hand_in(photos, *_school())


def hand_in(photos: Sequence[Path], school: Any, teacher: Any) -> dict[str, Any]:
    """Hand a post in as this teacher; the seconds count from the moment that they press the first button."""
    from magdit.areas.drafts.actions import begin, change
    from magdit.areas.drafts.words import Words
    from magdit.areas.journal.doing import Doing, Ref
    from magdit.check.images.faces import FaceFinder
    from magdit.journeys.hand_in.judging import judge_draft
    from magdit.journeys.hand_in.remembered import faces_of
    from magdit.journeys.hand_in.taking_in import take_in

    doing = Doing(Ref("persoon", str(teacher.pk)), school.board_id, AT)
    FaceFinder.load()
    start = time.perf_counter()
    row = begin(doing, school, teacher, role="leerkracht")
    row = change(doing, row.pk, version=row.version, words=Words(text_of(school)), medium="website", for_school=True)
    early = judge_draft(row, AT)
    first = time.perf_counter() - start
    for photo in photos:
        take_in(doing, row.pk, photo.name, _parts(photo))
    row.refresh_from_db()
    judging = judge_draft(row, AT)
    return {
        "first": first, "whole": time.perf_counter() - start,
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "verdicts": [early.judged.verdict, judging.judged.verdict],
        "faces": [[_box(face) for face in faces_of(picture)] for picture in judging.pictures],
    }  # fmt: skip


def text_of(school: Any) -> str:
    """500 signs about a day in the wood, with the first name of a pupil."""
    from magdit.areas.people.models import Person

    pupil = Person.objects.filter(roles__school=school, roles__role="leerling").order_by("pk").first()
    return (f"{pupil.called if pupil else 'Noor'} vond een uil! " + STORY * 6)[:SIGNS]


def _school() -> tuple[Any, Any]:
    from magdit.areas.journal.doing import Doing
    from magdit.areas.people.models import Person
    from magdit.journeys.demo_data.answers import answer
    from magdit.journeys.demo_data.fill import ACTOR
    from magdit.journeys.demo_data.invented import SCHOOLS
    from magdit.journeys.demo_data.plan import plan_of
    from magdit.journeys.demo_data.rows import board_id, write
    from magdit.norms.act import school_year

    invented = SCHOOLS[0]
    doing = Doing(ACTOR, board_id(invented), AT)
    plan = plan_of(invented, year=school_year(doing.today))
    school = write(doing, plan)
    answer(doing, plan, school)
    teacher = Person.objects.filter(roles__school=school, roles__role="leerkracht").order_by("pk").first()
    return school, teacher


def _parts(photo: Path) -> Any:
    with photo.open("rb") as opened:
        while part := opened.read(1 << 16):
            yield part


def _box(face: Face) -> dict[str, float]:
    return {"x": face.x, "y": face.y, "w": face.w, "h": face.h, "score": face.score}


if __name__ == "__main__":
    print(json.dumps(measure([Path(name) for name in sys.argv[1:]])))
