"""Looking what a delivery would change, and taking it over: all or nothing. The door of imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from magdit.areas.journal.doing import Doing
from magdit.areas.journal.many import hold, verbs_since, where
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.applying import Progress, Ready, ready, write
from magdit.areas.people.imports.compare import compared
from magdit.areas.people.imports.delivery import Delivery
from magdit.areas.people.imports.difference import Choices, Difference
from magdit.areas.people.imports.known import known_of, school_key, system_of
from magdit.areas.people.imports.wanted import Wanted
from magdit.areas.people.models import ExternalId, School
from magdit.areas.people.rights import GOVERNORS, KEEPERS, LEADERS, has_board_role, require

TRIES = 3
# How verbs begin that leave people, groups and bonds as they are: answers, looks, letters, showing.
ELSEWHERE = (
    "toestemming", "weigering", "bezwaar", "gezien", "scan gezien", "bewijs", "berichten", "herinnerd", "getoond",
    "weggehaald", "opnieuw bekeken", "vraag vervallen", "overdracht", "stand overgenomen", "ronde", "nieuwen gevraagd",
    "account", "lijst ingeleverd", "lijst uitgevoerd", "lijst weggegooid", "sleutel gebruikt", "koppeling bewaard",
)  # fmt: skip


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


def take_over(
    doing: Doing,
    school: School,
    delivery: Delivery,
    choices: Choices | None = None,
    *,
    skip_astray: bool = False,
    progress: Progress = lambda what, done, total: None,
    within: Callable[[Difference], None] = lambda found: None,
) -> Difference:
    """Take a delivery over, in one transaction: everything, or nothing and a reason. Twice the same changes nothing.

    Looking and working out happen before the transaction, since everyone waits for it; when the people of this board
    change meanwhile, it is done again, in the end with the journal held. `within`: what stands or falls with it.
    """
    taking = _Taking(doing, school, delivery, choices, skip_astray, progress, within)
    for _ in range(TRIES):
        try:
            return taking.once()
        except _Moved:
            progress("opnieuw", 0, 0)
    with transaction.atomic():
        _hold(doing, school)
        return taking.once()


class _Moved(Exception):
    """The people of this board changed between the look and the last line."""


@dataclass(frozen=True, slots=True)
class _Taking:
    """One import that is to be taken over."""

    doing: Doing
    school: School
    delivery: Delivery
    choices: Choices | None
    skip_astray: bool
    progress: Progress
    within: Callable[[Difference], None]

    def once(self) -> Difference:
        """Look, work out, and write if nobody changed these people meanwhile."""
        seen = where(self.doing.board)
        found = self._allowed()
        worked_out = None if found.is_empty else ready(self.doing, self.school, found, self.progress)
        try:
            with transaction.atomic():
                self._write(found, worked_out, seen)
        except (IntegrityError, Refused):
            # In PostgreSQL another may have made the same row just before us.
            if _changed_since(self.doing, seen):
                raise _Moved from None
            raise
        return found

    def _allowed(self) -> Difference:
        found = look(self.doing, self.school, self.delivery, self.choices)
        if found.astray and not self.skip_astray:
            raise Refused("import_astray", count=len(found.astray))
        touched = {role.role for role in found.roles} | {period.what for period in found.role_periods}
        if touched - {"leerling"}:
            require(self.doing, LEADERS, school=self.school)  # what a colleague may do is said by who leads
        return found

    def _write(self, found: Difference, worked_out: Ready | None, seen: int) -> None:
        # One import of a school at a time. Not FOR UPDATE: PostgreSQL would let no answer at this school in meanwhile.
        School.objects.select_for_update(no_key=True).get(pk=self.school.pk)

        def last_look() -> None:
            """From here on nobody of this board writes before us; who did so since our look, is seen now."""
            hold(self.doing)
            if _changed_since(self.doing, seen):
                raise _Moved

        if worked_out is not None:
            if _changed_since(self.doing, seen):
                raise _Moved
            write(self.doing, self.school, worked_out, self.progress, last_look=last_look)
        _remember_school(self.doing, self.school, self.delivery)
        self.within(found)


def _hold(doing: Doing, school: School) -> None:
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    hold(doing)


def _changed_since(doing: Doing, seen: int) -> bool:
    """Whether anything was done since that may concern people: all but what is known to leave them as they are."""
    return any(not verb.startswith(ELSEWHERE) for verb in verbs_since(doing.board, seen))


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
