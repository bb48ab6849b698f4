"""Adding, editing, shielding and moving a person. Who edits tells which version they saw, so no edit is lost unseen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.actions.roles import require_giver
from magdit.areas.people.entry import person_fields
from magdit.areas.people.models import Membership, Person, Role, School
from magdit.areas.people.rights import KEEPERS, require


@transaction.atomic
def add_person(
    doing: Doing, *, school: School, last: str, role: str = "", begins: date | None = None, **told: Any
) -> Person:
    """Add someone at a school: with a role there, or without one (a guardian, who is bound to a child next).

    `told`: first, called, infix, born, email, language, institution, shielded.
    """
    require(doing, KEEPERS, school=school)
    if role:
        require_giver(doing, role, school=school)
    fields = person_fields({"last": last, **told}, institution=bool(told.get("institution")), today=doing.today)
    if not fields["last"]:
        raise Refused("name_missing")
    person = Person.objects.create(board_id=doing.board, **fields)
    if role:
        Role.objects.create(person=person, school=school, role=role, begins=begins or doing.today)
    record(doing, "persoon toegevoegd", held.about(person), details={"school": str(school.pk), "rol": role})
    return person


@transaction.atomic
def edit_person(doing: Doing, person_id: UUID | str, *, seen_version: int, **changes: Any) -> Person:
    """Change what is written of someone. Refused when another changed it since: whoever edits saw old words.

    What stays the same is left out; when nothing is left, nothing is written and the journal has nothing to tell.
    """
    person = held.kept_person(doing, person_id)
    if person.version != seen_version:
        raise Refused("changed_meanwhile")
    institution = bool(changes.get("institution", person.institution))
    if person.institution and not institution:  # what an institution may be called, a human may not
        changes = {"last": person.last, **changes}
    fields = person_fields(changes, institution=institution, today=doing.today)
    fields = {field: value for field, value in fields.items() if getattr(person, field) != value}
    if not fields:
        return person
    if not fields.get("last", person.last):
        raise Refused("name_missing")
    return _rewritten(doing, person, fields, verb="persoon gewijzigd")


@transaction.atomic
def shield(doing: Doing, person_id: UUID | str, *, shielded: bool) -> Person:
    """Keep someone's address out of letters, exports and receipts; or end that."""
    person = held.kept_person(doing, person_id)
    if person.shielded == shielded:
        raise Refused("already_so")
    return _rewritten(
        doing, person, {"shielded": shielded}, verb="adres afgeschermd" if shielded else "afscherming opgeheven"
    )


@transaction.atomic
def move_person(doing: Doing, person_id: UUID | str, *, to: School, on: date) -> Person:
    """Move a pupil to another school of the board, from a day: who keeps the old school lets them go.

    Roles and groups of the old school end the day before. Consents are asked anew by the new school's
    protocol: a yes counts at the school that it was given for.
    """
    person = held.kept_person(doing, person_id)
    if to.board_id != doing.board:
        raise Refused("not_yours")
    now = Role.objects.filter(person=person, role="leerling", ends=None).exclude(school=None)
    if not now.exists() or now.filter(school=to).exists():
        raise Refused("not_to_move")
    left = list(School.objects.filter(pk__in=now.values("school")))
    if now.filter(begins__gte=on).exists():
        raise Refused("day_wrong")
    day_before = on - timedelta(days=1)
    Membership.objects.filter(person=person, role="leerling", group__school__in=left, begins__gte=on).delete()
    Membership.objects.filter(person=person, role="leerling", group__school__in=left, ends=None).update(ends=day_before)
    now.update(ends=day_before)
    Role.objects.create(person=person, school=to, role="leerling", begins=on)
    details = {"van": [str(school.pk) for school in left], "naar": str(to.pk), "op": on.isoformat()}
    record(doing, "leerling verhuisd", held.about(person), details=details)
    return person


def _rewritten(doing: Doing, person: Person, fields: dict[str, Any], *, verb: str) -> Person:
    was = {field: getattr(person, field) for field in fields}
    for field, value in fields.items():
        setattr(person, field, value)
    person.version += 1
    person.save(update_fields=[*fields, "version"])
    record(
        doing, verb, held.about(person),
        details={"velden": sorted(fields), "versie": person.version},
        personal={"was": held.plain(was), "is": held.plain(fields)},
    )  # fmt: skip
    return person
