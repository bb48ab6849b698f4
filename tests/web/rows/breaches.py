"""Breaches: reported by whoever belongs to the school, handled by the officer, the board and the head."""

from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts.models import Publication
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.registers import breaches
from magdit.areas.registers.models import Appearance, Breach
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

EVERYONE = "ouder leerling leerkracht communicatiemedewerker administratie schoolleider beheerder fg cvb mr stagiair"
WHOLE_BOARD = "fg cvb"
HANDLERS = f"schoolleider {WHOLE_BOARD}"
HERE = {"own": HANDLERS, "class": HANDLERS, "school": WHOLE_BOARD}


def a_breach(place: Place) -> dict[str, object]:
    """Something that the teacher reported."""
    doing = Doing(Ref("persoon", str(place.teacher.pk)), place.board.pk, NOON)
    made = breaches.report(doing, place.school, told={"what": "Een lijst ging rond."}, term=timedelta(hours=72))
    return {"breach": made.pk}


def decided(place: Place) -> dict[str, object]:
    """The same, after it was decided that it is a breach."""
    made = a_breach(place)
    Breach.objects.filter(pk=made["breach"]).update(
        state="lek", risk="hoog", must_report=True, must_tell=True, decided_at=NOON, decided_by=place.office
    )
    return made


def shown(place: Place) -> dict[str, object]:
    """A publication that shows the pupil of the place."""
    row = Publication.objects.create(
        board=place.board, school=place.school, medium="website", author=place.teacher, key=uuid4().hex, sealed=b"",
        made_at=NOON, state="geplaatst",
    )  # fmt: skip
    Appearance.objects.create(
        board=place.board, person=place.pupil, publication=row.pk, channel="website", shown_at=NOON
    )  # fmt: skip
    return {"kind": "publicatie", "subject": row.pk}


MADE = {"breach": a_breach, "decided": decided, "shown_here": shown}
TOLD = {"what": "Een lijst ging naar de verkeerde groep."}
REPORTS = {"own": EVERYONE, "school": WHOLE_BOARD}
STAFF = "leerkracht communicatiemedewerker administratie schoolleider beheerder fg cvb mr stagiair"
OF_ONE = {"own": EVERYONE, "class": STAFF, "school": WHOLE_BOARD}
DONE = {"at": "2026-03-03T12:00", "seen_version": "1"}
ROWS = (
    Row("breaches:breaches", opens={"own": HANDLERS}),
    Row("breaches:report_at", "school", REPORTS),
    Row("breaches:report_at", "school", REPORTS, sends=TOLD, answer=302),
    Row("breaches:report", "shown_here", OF_ONE),
    Row("breaches:report", "shown_here", OF_ONE, sends=TOLD, answer=302),
    Row("breaches:breach", "breach", HERE),
    Row("breaches:breach", "breach", HERE, sends={"stap": "sluit", "seen_version": "1"}, answer=302),
    Row("breaches:more", "breach", HERE),
    Row("breaches:more", "breach", HERE, sends=TOLD | {"seen_version": "1"}, answer=302),
    Row("breaches:decide", "breach", HERE),
    Row("breaches:decide", "breach", HERE, sends={"risk": "hoog", "why": "Adressen", "seen_version": "1"}, answer=302),
    Row("breaches:reported", "decided", HERE),
    Row("breaches:reported", "decided", HERE, sends=DONE, answer=302),
    Row("breaches:told", "decided", HERE),
    Row("breaches:told", "decided", HERE, sends=DONE | {"how": "Per brief"}, answer=302),
    Row("breaches:authority", "breach", HERE),
    Row("breaches:concerned", "breach", HERE),
)
