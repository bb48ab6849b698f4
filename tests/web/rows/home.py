"""The home page is for everyone; what must be taken down for who takes it down."""

from datetime import timedelta
from uuid import uuid4

from magdit.areas.registers.models import Appearance, TakedownTask
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

TASKERS = {"own": "communicatiemedewerker administratie schoolleider beheerder"}


def takedown(place: Place) -> dict[str, object]:
    """A task about the pupil of the place."""
    shown = Appearance.objects.create(
        board=place.board, person=place.pupil, publication=uuid4(), channel="website", covers=["foto"], shown_at=NOON
    )
    task = TakedownTask.objects.create(
        appearance=shown, because="ingetrokken", made_at=NOON,
        due=NOON + timedelta(hours=24),
    )  # fmt: skip
    return {"task": str(task.pk)}


MADE = {"takedown": takedown}
ROWS = (
    Row("home", opens={"own": "all"}),
    Row("tasks:tasks", about="school", opens=TASKERS),
    Row(
        "tasks:tasks", about="takedown", opens={**TASKERS, "class": TASKERS["own"]}, answer=302,
        sends=lambda place, made: {"task": str(made["task"]), "proof": "Weg."},
    ),
)  # fmt: skip
