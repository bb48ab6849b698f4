"""The lists of people that leave the register: pupils with their class, and who stands around them.

Only whom the asker may see. Of who has a shielded address, the e-mail stays out. Headings are those that an import by
mapping recognises, so that a list may come back.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from magdit.areas.journal.actions import record
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.refused import Refused
from magdit.areas.people.exports.tables import OutTable
from magdit.areas.people.models import Guardianship, Person, School
from magdit.areas.people.names import sort_key
from magdit.areas.people.queries import bonds_on, members_on, pupils_of, visible_bonds, visible_pupils
from magdit.areas.people.rights import KEEPERS, require

NUMBER = "magdit-nummer"
PUPIL = (NUMBER, "voornamen", "roepnaam", "voorvoegsel", "achternaam", "geboortedatum", "klas", "groepen")
GUARDIAN = (
    "nummer kind", "roepnaam kind", "voorvoegsel kind", "achternaam kind", "nummer verzorger", "voornamen",
    "roepnaam", "voorvoegsel", "achternaam", "e-mail", "relatie", "gezag", "afgeschermd", "instelling",
)  # fmt: skip


@transaction.atomic
def export_pupils(doing: Doing, school: School) -> OutTable:
    """The pupils of a school, in the order of a Dutch list, with class and other groups."""
    pupils = visible(doing, school)
    classes, groups = groups_of(school, doing.today)
    rows = tuple(
        (
            str(one.pk), one.first, one.called, one.infix, one.last, one.born, ", ".join(classes.get(one.pk, ())),
            ", ".join(groups.get(one.pk, ())),
        )
        for one in sorted(pupils, key=sort_key)
    )  # fmt: skip
    return told(doing, school, OutTable("leerlingen", PUPIL, rows))


@transaction.atomic
def export_guardians(doing: Doing, school: School) -> OutTable:
    """Who stands around the pupils of a school, with what is known of their authority."""
    pupils = {one.pk: one for one in visible(doing, school)}
    bonds = _bonds(doing).filter(child__in=pupils_of(school, doing.today)).select_related("guardian")
    ordered = sorted((bond for bond in bonds if bond.child_id in pupils), key=lambda bond: _place(bond, pupils))
    rows = tuple(_guardian(bond, pupils[bond.child_id]) for bond in ordered)
    return told(doing, school, OutTable("verzorgers", GUARDIAN, rows))


def visible(doing: Doing, school: School) -> list[Person]:
    """The pupils of a school whom the asker may see; the command line sees those of its own board."""
    require(doing, KEEPERS, school=school)
    pupils = pupils_of(school, doing.today)
    if doing.actor.kind != "systeem":
        asker = Person.objects.get(pk=doing.actor.id)
        pupils = pupils.filter(pk__in=visible_pupils(asker, doing.today).values("pk"))
    return list(pupils.filter(board=school.board_id))


def groups_of(school: School, on: date) -> tuple[dict[UUID, list[str]], dict[UUID, list[str]]]:
    """Per pupil the classes and the other groups on a day."""
    classes: dict[UUID, list[str]] = defaultdict(list)
    groups: dict[UUID, list[str]] = defaultdict(list)
    stays = members_on(on).filter(group__school=school, role="leerling").order_by("group__name")
    for person, name, kind in stays.values_list("person", "group__name", "group__kind"):
        (classes if kind == "klas" else groups)[person].append(name)
    return classes, groups


def told(doing: Doing, school: School, table: OutTable) -> OutTable:
    """Tell the journal that this list left the register; an empty one is refused."""
    if not table.rows:
        raise Refused("export_nothing")
    details = {"wat": table.name, "regels": len(table.rows)}
    record(doing, "lijst uitgevoerd", Ref("school", str(school.pk)), details=details)
    return table


def _bonds(doing: Doing) -> QuerySet[Guardianship]:
    on = doing.today
    if doing.actor.kind == "systeem":
        return bonds_on(on).filter(child__board=doing.board)
    asker = Person.objects.get(pk=doing.actor.id)
    return bonds_on(on).filter(pk__in=visible_bonds(asker, on).values("pk"))


def _place(bond: Guardianship, pupils: dict[UUID, Person]) -> tuple[object, ...]:
    return (*sort_key(pupils[bond.child_id]), str(bond.child_id), *sort_key(bond.guardian))


def _guardian(bond: Guardianship, child: Person) -> tuple[str, ...]:
    one = bond.guardian
    return (
        str(child.pk), child.called or child.first, child.infix, child.last, str(one.pk), one.first, one.called,
        one.infix, one.last, "" if one.shielded else one.email, bond.relation, bond.authority,
        "ja" if one.shielded else "", "ja" if one.institution else "",
    )  # fmt: skip
