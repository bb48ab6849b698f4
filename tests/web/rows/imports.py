"""Lists from other systems: for who keeps the school where they were handed in."""

from uuid import UUID, uuid4

from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.imports import kept_list
from magdit.areas.people.models_entry import Intake
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

KEEPERS = "administratie schoolleider beheerder"
HERE = {"own": KEEPERS}
SCHOOL = {"own": KEEPERS, "class": KEEPERS}  # a list is of a whole school
FIELDS = {"soort": "leerlingen", "stand": "2026-03-02"}


def _list(place: Place, *, state: str, **shown: object) -> dict[str, UUID]:
    made = Intake.objects.create(
        id=uuid4(), school=place.school, by=place.office, kind="leerlingen", told={"stand": "2026-03-02"}, state=state,
        made_at=NOON,
    )  # fmt: skip
    doing = Doing(Ref("systeem", "test"), place.school.board_id, NOON)
    kept_list.keep_shown(doing, made.pk, {"koppen": [["Naam", False]], "voorstel": {}, **shown})
    return {"intake": made.pk}


def looked_at(place: Place) -> dict[str, object]:
    """A list of which is shown what would change."""
    return {**_list(place, state="bekeken", nieuw=[["Bo Jansen", ["leerling"]]]), "part": "nieuw"}


def asked(place: Place) -> dict[str, object]:
    """A table of which somebody has to say what the columns are."""
    return dict(_list(place, state="kolommen"))


MADE = {"list": looked_at, "table": asked}
ROWS = (
    Row("imports:lists", "school", HERE),
    Row("imports:hand_in", "school", HERE),
    Row("imports:hand_in", "school", HERE, sends=FIELDS),
    Row("imports:one", "list", SCHOOL),
    Row("imports:one", "list", SCHOOL, sends={"doen": "weg"}, answer=302),
    Row("imports:part", "list", SCHOOL),
    Row("imports:columns", "table", SCHOOL),
)
