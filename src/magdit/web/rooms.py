"""The menu: which rooms are open to someone, in the order in which they are used. The rooms decide themselves again."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from magdit.areas.drafts.publications_queries import READERS
from magdit.areas.people.models import School
from magdit.areas.people.rights import KEEPERS
from magdit.areas.registers.rules_channels import KEEPERS as CHANNEL_KEEPERS
from magdit.web.visit import Visit

TEACHERS = ("leerkracht", "mentor", "communicatiemedewerker", "ib_er", *KEEPERS)
STAFF = ("medewerker",)  # who hands in a post: whoever works at a school
OFFICERS = ("fg", "bestuur")
TASKERS = ("communicatiemedewerker", *KEEPERS)  # who takes down what may not stand there any more


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the menu."""

    title: str
    address: str
    is_here: bool


def rooms_of(visit: Visit) -> tuple[Room, ...]:
    """The menu of this visitor; who works at several schools gets to choose one first."""
    found = [(_("Start"), reverse("home"))]
    found += _of_schools(visit, STAFF, title=_("Mag dit?"), name="drafts:drafts")
    if visit.roles or visit.children:  # in this order: saves a question to the rows. About everyone something is asked
        found.append((_("Toestemmingen"), reverse("family:people")))
    if visit.is_one_of(("leerling",)) or (not visit.roles and visit.children):  # who works here finds it in that room
        found.append((_("Foto’s"), reverse("photos:of_whom")))
    found += _of_schools(visit, TEACHERS, title=_("Klassen"), name="classes:classes")
    found += _of_schools(visit, READERS, title=_("Publicaties"), name="publications:publications")
    found += _of_schools(visit, TASKERS, title=_("Weghalen"), name="tasks:tasks")
    found += _of_schools(visit, CHANNEL_KEEPERS, title=_("Kanalen"), name="accounts:accounts")
    found += _of_schools(visit, KEEPERS, title=_("Kantoor"), name="office:desk")
    if visit.is_one_of(OFFICERS):
        found.append((_("Privacy"), reverse("officer:desk")))
    found.append((_("Instellingen"), reverse("settings:own")))
    here = max((address for _title, address in found if _is_in(visit.request.path, address)), key=len, default="")
    return tuple(Room(title, address, address == here) for title, address in found)


def _is_in(path: str, address: str) -> bool:
    """Whether a page belongs to a room; the start is a page of its own."""
    return path == address or (address != reverse("home") and path.startswith(address))


def _of_schools(visit: Visit, roles: tuple[str, ...], *, title: str, name: str) -> list[tuple[str, str]]:
    if not visit.is_one_of(roles):  # saves a question to the rows
        return []
    schools: list[School] = [school for school in visit.workplaces if visit.is_one_of(roles, at=school)]
    return [
        (title if len(schools) == 1 else f"{title} {school.name}", reverse(name, args=[school.code]))
        for school in schools[:3]
    ]
