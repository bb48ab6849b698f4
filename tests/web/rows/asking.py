"""Who may open what was asked: who asks, who stands above who is asked, and the parent of the child in view."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from magdit.areas.drafts import files
from magdit.areas.drafts.asked_words import seal
from magdit.areas.drafts.models import Draft, Picture
from magdit.areas.drafts.models_asked import Doubt, FamilyQuestion
from magdit.areas.drafts.words import Words, ref, seal_name, seal_words
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.people.models import Person
from magdit.journeys.hand_in.leaves import mark_now
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

TEACHER, PARENT = {"own": "leerkracht"}, {"own": "ouder"}
ABOVE = {"own": "schoolleider cvb", "class": "schoolleider cvb", "school": "cvb"}
LEADERS = {"own": "schoolleider beheerder cvb", "school": "cvb"}
STAFF = "leerkracht communicatiemedewerker administratie schoolleider beheerder fg cvb mr stagiair"
SOON = NOON + timedelta(days=2)


def _doing(place: Place) -> Doing:
    return Doing(Ref("systeem", "test"), place.board.pk, NOON)


def _draft(place: Place, author: Person, role: str) -> Draft:
    draft = Draft(
        pk=uuid4(), board=place.board, school=place.school, author=author, role=role, medium="website",
        made_at=NOON, changed_at=NOON,
    )  # fmt: skip
    draft.sealed = seal_words(_doing(place), draft, Words("Morgen is er sportdag."))
    draft.save(force_insert=True)
    return draft


def teachers(place: Place) -> Mapping[str, object]:
    """A draft of the teacher there."""
    return {"code": place.school.code, "draft": _draft(place, place.teacher, "leerkracht").pk}


def parents(place: Place) -> Mapping[str, object]:
    """A draft of the parent there."""
    return {"draft": _draft(place, place.guardian, "ouder").pk}


def doubt(place: Place) -> Mapping[str, object]:
    """A doubt of the teacher there, put before nobody yet: for who stands above the role."""
    draft = _draft(place, place.teacher, "leerkracht")
    row = Doubt(
        draft=draft, digest=mark_now(draft), asked_role="leidinggevende", clause="IV.M11", made_at=NOON, due=SOON,
        ladder=[["leidinggevende", "IV.M11"], ["schoolleiding", ""]],
    )  # fmt: skip
    row.sealed = seal(_doing(place), row, draft, {"question": "Mag dit?"})
    row.save(force_insert=True)
    return {"kind": "twijfel", "row": row.pk}


def picture(place: Place) -> Mapping[str, object]:
    """A photo in a draft of the teacher there."""
    draft = _draft(place, place.teacher, "leerkracht")
    row = Picture(pk=uuid4(), draft=draft, kind="foto", sha256="0" * 64, made_at=NOON)
    row.sealed_name = seal_name(_doing(place), row, "strand.jpg")
    row.save(force_insert=True)
    files.keep_made(_doing(place), ref(draft.pk), row.pk, files.PREVIEW, [b"een foto"])
    return {"kind": "bericht", "row": draft.pk, "picture": row.pk}


def family(place: Place) -> Mapping[str, object]:
    """A question to the parent there about their child."""
    draft = _draft(place, place.teacher, "ouder")
    row = FamilyQuestion.objects.create(
        draft=draft, child=place.pupil, asked=place.guardian, digest=mark_now(draft), made_at=NOON, until=SOON
    )
    return {"row": row.pk}


MADE = {"teachers": teachers, "parents": parents, "doubt": doubt, "picture": picture, "family": family}
ROWS = (
    Row("asking:inbox", opens={"own": "all"}),
    Row("asking:stands", about="teachers", opens=TEACHER),
    Row("asking:doubt", about="teachers", opens=TEACHER),
    Row("asking:doubt", about="teachers", opens=TEACHER, sends={"question": ""}, says="asks nothing"),
    Row("asking:approval", about="teachers", opens=TEACHER),
    Row("asking:answer", about="doubt", opens=ABOVE),
    Row("asking:answer", about="doubt", opens=ABOVE, sends={"outcome": "mag"}, answer=302, says="says yes"),
    Row("asking:picture", about="picture", opens=TEACHER, shows=False),
    Row("asking:family", about="family", opens=PARENT),
    Row("asking:family", about="family", opens=PARENT, sends={"answer": "nee"}, answer=302, says="says no"),
    Row("asking:stand_in", opens={"own": STAFF}),
    Row("asking:rules", about="school", opens=LEADERS),
    Row("asking:start", opens={"own": "ouder leerling"}),
    Row("asking:draft", about="parents", opens=PARENT),
)
