"""Looking what a delivery would change, and taking it over: all or nothing. The door of imports."""

from __future__ import annotations

from django.db import transaction

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.applying import Progress, apply
from magdit.areas.people.imports.compare import compared
from magdit.areas.people.imports.delivery import Delivery
from magdit.areas.people.imports.difference import Choices, Difference
from magdit.areas.people.imports.known import known_of, school_key, system_of
from magdit.areas.people.imports.wanted import Wanted
from magdit.areas.people.models import ExternalId, School
from magdit.areas.people.rights import GOVERNORS, KEEPERS, LEADERS, has_board_role, require


def wanted(school: School, kind: str, *, key: str = "") -> Wanted:
    """Which school to look for in a delivery of this kind; `key` when a person says it."""
    return Wanted(school.code, school.name, school.brin, key or school_key(school, kind))


def look(doing: Doing, school: School, delivery: Delivery, choices: Choices | None = None) -> Difference:
    """What taking over would change. Writes nothing at all, not even a line in the journal."""
    require(doing, KEEPERS, school=school)
    known = known_of(school, delivery.system, whole_board=_sees_board(doing))
    chosen = choices or Choices()
    found = compared(delivery, known, chosen, system=system_of(delivery.system, school))
    _refuse_unused(chosen, found)
    return found


@transaction.atomic
def take_over(
    doing: Doing,
    school: School,
    delivery: Delivery,
    choices: Choices | None = None,
    *,
    skip_astray: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Difference:
    """Take a delivery over, in one transaction: everything, or nothing and a reason. Twice the same changes nothing."""
    # One import of a school at a time; looked at again here, so nothing is taken over from an old look.
    School.objects.select_for_update().get(pk=school.pk)
    found = look(doing, school, delivery, choices)
    if found.astray and not skip_astray:
        raise Refused("import_astray", count=len(found.astray))
    touched = {role.role for role in found.roles} | {period.what for period in found.role_periods}
    if touched - {"leerling"}:
        require(doing, LEADERS, school=school)  # what a colleague may do is said by who leads
    if not found.is_empty:
        apply(doing, school, found, progress)
    _remember_school(doing, school, delivery)
    return found


def _refuse_unused(choices: Choices, found: Difference) -> None:
    """A choice about nobody in the list, or one that did not end the doubt, would be quietly lost."""
    there = {person.key for person in found.delivery.people}
    unsure = {doubt.person.key for doubt in found.doubtful}
    for key in (*choices.same, *choices.new):
        if key not in there or key in unsure:
            raise Refused("import_nobody_doubtful", key=key)


def _remember_school(doing: Doing, school: School, delivery: Delivery) -> None:
    """How the other system names our school, for a delta that does not repeat it."""
    if delivery.school.key:
        ExternalId.objects.get_or_create(
            board_id=doing.board, system=system_of(delivery.system, school), kind="school", key=delivery.school.key,
            defaults={"object": school.pk},
        )  # fmt: skip


def _sees_board(doing: Doing) -> bool:
    return doing.actor.kind == "systeem" or has_board_role(doing.actor.id, GOVERNORS, board=doing.board, on=doing.today)
