"""Who may open what of the office: who keeps the people of the school, at that school alone."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from magdit.areas.consent.models import Scan
from magdit.areas.people.models import Guardianship, Membership
from tests.areas.conftest import NOON
from tests.web.row import Place, Row

KEEPERS = "administratie schoolleider beheerder"
SCHOOL, CLASS = {"own": KEEPERS}, {"own": KEEPERS, "class": KEEPERS}


def bond(place: Place) -> Mapping[str, object]:
    """What is known of the authority of a parent."""
    held = Guardianship.objects.get(child=place.pupil, guardian=place.guardian)
    return {"code": place.school.code, "person": place.pupil.pk, "bond": held.pk}


def paper(place: Place) -> Mapping[str, object]:
    """A paper that was taken in."""
    kept = Scan.objects.create(
        person=place.pupil, path="aa/x", mark=sha256(b"").hexdigest(), media_type="application/pdf", taken_in_at=NOON
    )
    return {"code": place.school.code, "person": place.pupil.pk, "scan": kept.pk}


def someone(place: Place) -> Mapping[str, object]:
    """A pupil, in the office of their school."""
    return {"code": place.school.code, "person": place.pupil.pk}


def a_class(place: Place) -> Mapping[str, object]:
    """A class of which somebody was asked in the round."""
    return {"code": place.school.code, "group": place.group.pk}


def without_class(place: Place) -> Mapping[str, object]:
    """A school where a pupil is in no class."""
    Membership.objects.filter(person=place.pupil).delete()
    return {"code": place.school.code}


def second_parent(place: Place, _made: Mapping[str, object]) -> Mapping[str, object]:
    """The parent who has not signed in yet."""
    bond = Guardianship.objects.filter(child=place.pupil).exclude(guardian=place.guardian).get()
    return {"person": [str(bond.guardian_id)]}


MADE = {
    "bond": bond, "paper": paper, "someone": someone, "a_class": a_class, "without_class": without_class,
}  # fmt: skip
ROWS = (
    Row("office:desk", about="school", opens=SCHOOL),
    Row("office:round", about="school", opens=SCHOOL),
    Row("office:round", about="school", opens=SCHOOL, sends={"do": "ask"}, answer=302, says="asks"),
    Row("office:round", about="school", opens=SCHOOL, sends={"do": "remind"}, answer=302, says="reminds"),
    Row("office:round_change", about="school", opens=SCHOOL),
    Row(
        "office:round_change", about="school", opens=SCHOOL, answer=302, says="changes",
        sends={"closes": "", "remind_after": "4", "most_reminders": "2"},
    ),
    Row("office:round_class", about="a_class", opens=CLASS),
    Row("office:round_no_class", about="without_class", opens=CLASS),
    Row("office:letters", about="school", opens=SCHOOL),
    Row("office:letters", about="school", opens=SCHOOL, sends={"do": "again"}, answer=302, says="tries again"),
    Row("office:letters", about="school", opens=SCHOOL, sends={"do": "send"}, answer=302, says="sends"),
    Row("office:letters", about="school", opens=SCHOOL, sends={"do": "print"}, says="prints, for who has no e-mail"),
    Row("office:paper_find", about="school", opens=SCHOOL),
    Row("office:paper_find", about="school", opens=SCHOOL, sends={"words": "noor"}, answer=302, says="searches"),
    Row("office:paper", about="someone", opens=CLASS),
    Row("office:paper", about="someone", opens=CLASS, sends={}, says="sends an empty paper"),
    Row("office:paper_kept", about="paper", opens=CLASS),
    Row("office:attention", about="school", opens=SCHOOL),
    Row("office:invitations", about="school", opens=SCHOOL),
    Row("office:invitations", about="school", opens=SCHOOL, sends={}, answer=302, says="invites nobody"),
    Row("office:invitations", about="school", opens=SCHOOL, sends=second_parent, answer=302, says="invites a parent"),
    Row("office:people", about="school", opens=SCHOOL),
    Row("office:people", about="school", opens=SCHOOL, sends={"words": "noor"}, answer=302, says="searches"),
    Row("office:person", about="someone", opens=CLASS),
    Row("office:person", about="someone", opens=CLASS, sends={"do": "shield"}, answer=302, says="shields"),
    Row("office:person", about="someone", opens=CLASS, sends={"do": "contact"}, says="asks for the address"),
    Row("office:person_account", about="someone", opens=CLASS),
    Row("office:person_account", about="someone", opens=CLASS, sends={}, answer=302, says="closes the account"),
    Row("office:person_edit", about="someone", opens=CLASS),
    Row(
        "office:person_edit", about="someone", opens=CLASS, answer=302, says="changes",
        sends={"last": "Anders", "called": "Iemand", "language": "nl", "seen_version": "1"},
    ),
    Row("office:person_leaving", about="someone", opens=CLASS),
    Row("office:person_leaving", about="someone", opens=CLASS, sends={"on": "2026-03-03"}, answer=302, says="leaves"),
    Row("office:guardian", about="someone", opens=CLASS),
    Row(
        "office:guardian", about="someone", opens=CLASS, answer=302, says="adds",
        sends={"last": "Nieuw", "relation": "ouder", "authority": "onbekend"},
    ),
    Row("office:authority", about="bond", opens=CLASS),
    Row(
        "office:authority", about="bond", opens=CLASS, answer=302, says="changes",
        sends={"authority": "nee", "source": "uitspraak", "since": "", "seen_version": "1"},
    ),
)  # fmt: skip
