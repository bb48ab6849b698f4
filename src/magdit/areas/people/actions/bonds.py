"""Who stands around a child, and with what authority. Every change says who said so; the journal keeps it sealed.

Each change tells `voices_changed` in its own transaction: areas above hear whose answers may count otherwise now.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.actions import held
from magdit.areas.people.actions.persons import add_person
from magdit.areas.people.entry import free_text, not_long_ago
from magdit.areas.people.models import Guardianship, Person
from magdit.areas.people.names import whole
from magdit.areas.people.queries import schools_of
from magdit.check.tables.folded import folded
from magdit.words.states import AUTHORITY

voices_changed = Signal()  # with `doing` and `child`, an id
RELATIONS = ("ouder", "voogd", "verzorger")
MOST_SOURCE = 120


@transaction.atomic
def bond_guardian(
    doing: Doing,
    *,
    child_id: UUID | str,
    guardian_id: UUID | str,
    relation: str,
    authority: str = "onbekend",
    source: str = "",
    since: date | None = None,
) -> Guardianship:
    """Say that someone stands around a child. A bond that ended begins again with what is told now."""
    child, guardian = _pair(doing, child_id, guardian_id)
    held.require_keeper(doing, child)
    if relation not in RELATIONS:
        raise Refused("choice_wrong", field="is", accepted=", ".join(RELATIONS))
    not_long_ago(since, child.born)
    told = _told(doing, authority, source, since)
    bond = Guardianship.objects.filter(child=child, guardian=guardian).first()
    if bond is None:
        bond = Guardianship.objects.create(child=child, guardian=guardian, relation=relation, **told)
        _told_all(doing, bond, verb="verzorger verbonden")
        return bond
    if bond.ended is None or bond.ended >= doing.today:
        raise Refused("bond_there")
    # Anew: what was answered under the bond that ended counts no more, so it does not begin before that end.
    told["since"] = max(since or doing.today, bond.ended + timedelta(days=1))
    return _rewritten(doing, bond, {"relation": relation, "ended": None, **told}, verb="verzorger verbonden")


@transaction.atomic
def add_guardian(
    doing: Doing,
    *,
    child_id: UUID | str,
    relation: str,
    authority: str = "onbekend",
    source: str = "",
    since: date | None = None,
    another: bool = False,
    **told: Any,
) -> Guardianship:
    """Add someone who is not known yet, and bind them to the child they stand around (two lines: add and bind).

    Told twice is done once: who is around the child already is not added again. `another`: it is somebody else, of the
    same name.
    """
    child = held.kept_person(doing, child_id)
    school = schools_of(child, doing.today).first()
    if school is None:
        raise Refused("no_school")
    guardian = add_person(doing, school=school, **told)
    if not another:
        _refuse_twin(doing, child, guardian)
    return bond_guardian(
        doing, child_id=child.pk, guardian_id=guardian.pk, relation=relation, authority=authority, source=source,
        since=since,
    )  # fmt: skip


@transaction.atomic
def change_authority(
    doing: Doing, bond_id: int, *, seen_version: int, authority: str, source: str, since: date | None = None
) -> Guardianship:
    """Write down what is known now of someone's authority: who said so (a ruling, both parents), and from when.

    Without a day it stays the day that was known: of a bond that began again, that counts for what was answered.
    """
    bond = _held(doing, bond_id)
    if bond.version != seen_version:
        raise Refused("changed_meanwhile")
    not_long_ago(since, bond.child.born)
    return _rewritten(doing, bond, _told(doing, authority, source, since or bond.since), verb="gezag gewijzigd")


@transaction.atomic
def end_bond(doing: Doing, bond_id: int, *, on: date) -> Guardianship:
    """End a bond; `on` is its last day, and no later than today."""
    bond = _held(doing, bond_id)
    if on > doing.today:
        raise Refused("day_future")
    not_long_ago(on, bond.child.born)
    return _rewritten(doing, bond, {"ended": on}, verb="band beeindigd")


def _refuse_twin(doing: Doing, child: Person, new: Person) -> None:
    """Refuse someone of the same name as who is there; another e-mail says that it is another. The child is locked."""
    running = Q(wards__ended=None) | Q(wards__ended__gte=doing.today)
    around = Person.objects.filter(running, wards__child=child, removed_on=None).exclude(pk=new.pk)
    for other in around:
        same_mail = new.email.casefold() in {"", other.email.casefold()}
        if same_mail and folded(whole(other)) == folded(whole(new)):
            raise Refused("guardian_there")


def _held(doing: Doing, bond_id: int) -> Guardianship:
    bond = Guardianship.objects.filter(pk=bond_id, child__board=doing.board).first()
    if bond is None:
        raise Refused("not_yours")
    held.kept_person(doing, bond.child_id)
    bond.refresh_from_db()  # the child is locked from here on, and with it all that stands around them
    return bond


def _pair(doing: Doing, child_id: UUID | str, guardian_id: UUID | str) -> tuple[Person, Person]:
    """Both, locked in one order whoever asks, so that two who bind at once never wait for each other."""
    if str(child_id) == str(guardian_id):
        raise Refused("own_guardian")
    one, other = sorted((str(child_id), str(guardian_id)))
    found = {str(row.pk): row for row in (held.person(doing, one), held.person(doing, other))}
    return found[str(child_id)], found[str(guardian_id)]


def _told(doing: Doing, authority: str, source: str, since: date | None) -> dict[str, str | date | None]:
    if authority not in AUTHORITY:
        raise Refused("choice_wrong", field="gezag", accepted="ja, nee, onbekend")
    code = AUTHORITY.code(authority)
    told = free_text(source, field="volgens", most=MOST_SOURCE)
    if code != "onbekend" and not told:
        raise Refused("source_missing")
    if since is not None and since > doing.today:
        raise Refused("day_future")
    return {"authority": code, "source": told, "since": since}


def _rewritten(doing: Doing, bond: Guardianship, fields: dict[str, str | date | None], *, verb: str) -> Guardianship:
    for field, value in fields.items():
        setattr(bond, field, value)
    bond.version += 1
    bond.save(update_fields=[*fields, "version"])
    _told_all(doing, bond, verb=verb)
    return bond


def _told_all(doing: Doing, bond: Guardianship, *, verb: str) -> None:
    told = {"gezag": bond.authority, "volgens": bond.source, "sinds": bond.since, "tot": bond.ended}
    record(
        doing, verb, held.about(bond.child),
        details={"verzorger": str(bond.guardian_id), "versie": bond.version}, personal=held.plain(told),
    )  # fmt: skip
    voices_changed.send(sender=Guardianship, doing=doing, child=bond.child_id)
