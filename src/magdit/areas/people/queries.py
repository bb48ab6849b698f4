"""Which rows someone may see on a day: asked by every list and page that shows people. Changes nothing.

Always starts from the board of the viewer, so a wrong row elsewhere can never open another board. All are single
queries that other rooms may narrow further.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.db.models import Exists, F, Q, QuerySet

from magdit.areas.people.models import Group, Guardianship, Membership, Person, Role, School
from magdit.areas.people.rights import roles_of, roles_on
from magdit.areas.people.rules import ADULT, born_by
from magdit.areas.people.sight import Reach, Sight, sight_of
from magdit.norms.act import school_year

Kind = Callable[[Sight], Reach]


def visible_people(viewer: Person, on: date) -> QuerySet[Person]:
    """Everyone whom this person may see on a day: by role, by group, by being their parent; and themself."""
    if _is_gone(viewer, on):
        return Person.objects.filter(pk=viewer.pk, removed_on=None)
    roles = roles_of(viewer, on)
    guardians = bonds_on(on).filter(child__in=_pupils(viewer, on, roles, _guardians)).values("guardian")
    seen = (
        Q(pk=viewer.pk)
        | Q(pk__in=_pupils(viewer, on, roles, _pupils_seen).values("pk"))
        | Q(pk__in=_staff(viewer, on, roles).values("pk"))
        | Q(pk__in=guardians)
        | Q(pk__in=visible_children(viewer, on).values("pk"))
    )
    return Person.objects.filter(seen, board=viewer.board_id, removed_on=None)


def visible_files(viewer: Person, on: date) -> QuerySet[Person]:
    """Everyone whom this person may see; for who looks after the files also who left and whose bond is over."""
    keeps = [role for role in roles_of(viewer, on) if sight_of(role.role).files is Reach.SCHOOL]
    board = Person.objects.filter(board=viewer.board_id, removed_on=None)
    if any(role.school_id is None for role in keeps) and not _is_gone(viewer, on):
        return board
    ever = Role.objects.filter(school__in=[role.school_id for role in keeps], school__board=viewer.board_id)
    around = Guardianship.objects.filter(child__in=ever.values("person"))
    kept = Q(pk__in=ever.values("person")) | Q(pk__in=around.values("guardian"))
    return board.filter(kept | Q(pk__in=visible_people(viewer, on).values("pk")))


def visible_pupils(viewer: Person, on: date) -> QuerySet[Person]:
    """The pupils whom this person may see: of the school, of the own groups, or the own children; and themself."""
    pupils = Q(pk__in=_pupils(viewer, on, roles_of(viewer, on), _pupils_seen).values("pk"))
    children = Q(pk__in=visible_children(viewer, on).values("pk"))
    own = Q(pk=viewer.pk) & Q(pk__in=Role.objects.filter(role="leerling").values("person"))
    return Person.objects.filter(pupils | children | own, board=viewer.board_id, removed_on=None)


def visible_children(viewer: Person, on: date) -> QuerySet[Person]:
    """The children of whom this person may see here: the bond lasts, and authority is not "nee"."""
    bonds = bonds_on(on).filter(guardian=viewer).exclude(authority="nee")
    return Person.objects.filter(pk__in=bonds.values("child"), board=viewer.board_id, removed_on=None)


def visible_bonds(viewer: Person, on: date) -> QuerySet[Guardianship]:
    """The bonds of which this person may see authority, source and date. A parent sees their own, and no other's."""
    pupils = _pupils(viewer, on, roles_of(viewer, on), _bonds)
    seen = Q(child__in=pupils) | Q(guardian=viewer, child__in=visible_children(viewer, on))
    return Guardianship.objects.filter(seen, child__board=viewer.board_id, child__removed_on=None)


def visible_schools(viewer: Person, on: date) -> QuerySet[School]:
    """The schools where this person has a role or a child; all of the board for who has a role there."""
    roles = roles_on(viewer.pk, on)
    children = visible_children(viewer, on).values("pk")
    mine = Q(pk__in=roles.values("school")) | Q(pk__in=_roles_during(on).filter(person__in=children).values("school"))
    board_wide = Q(Exists(roles.filter(school=None)))
    return School.objects.filter(mine | board_wide, board=viewer.board_id)


def visible_groups(viewer: Person, on: date) -> QuerySet[Group]:
    """The groups whose pupils this person may see, in the school year of that day."""
    schools, by_group = _schools_of(viewer, roles_of(viewer, on), _pupils_seen)
    seen = Q(school__in=schools)
    if by_group:
        seen |= Q(pk__in=_own_groups(viewer, on))
    return Group.objects.filter(seen, school__board=viewer.board_id, year=school_year(on))


def may_see_contact(viewer: Person, person: Person, on: date) -> bool:
    """Whether this person's e-mail may be shown. A shielded one only to who keeps the register, and to themself."""
    if viewer.pk == person.pk:
        return True
    if not visible_people(viewer, on).filter(pk=person.pk).exists():
        return False
    keeps = [role for role in roles_of(viewer, on) if sight_of(role.role).bonds is not Reach.NOBODY]
    return bool(keeps) if person.shielded else True


def pupils_of(school: School, on: date) -> QuerySet[Person]:
    """The pupils of a school on a day."""
    roles = _roles_during(on).filter(school=school, role="leerling")
    return Person.objects.filter(pk__in=roles.values("person"), removed_on=None)


def pupils_without_guardian(school: School, on: date) -> QuerySet[Person]:
    """The pupils under age around whom nobody stands."""
    minor = Q(born=None) | Q(born__gt=born_by(on, ADULT))
    return pupils_of(school, on).filter(minor).exclude(pk__in=bonds_on(on).values("child"))


def staff_of(school: School, on: date) -> QuerySet[Person]:
    """Everyone with a role at a school on a day who is not its pupil."""
    roles = _roles_during(on).filter(school=school).exclude(role__in=("leerling", "oud_leerling"))
    return Person.objects.filter(pk__in=roles.values("person"), removed_on=None)


def roles_at(school: School, on: date) -> QuerySet[Role]:
    """The roles that people have at a school on a day, a role for its whole board too."""
    here = Q(school=school) | Q(school=None, person__board=school.board_id)
    return _roles_during(on).filter(here, person__board=school.board_id)


def pupil_roles_on(on: date) -> QuerySet[Role]:
    """The roles of pupils on a day."""
    return _roles_during(on).filter(role="leerling")


def bonds_on(on: date) -> QuerySet[Guardianship]:
    """The bonds that hold on a day: not ended, and the child not of age."""
    lasting = Q(ended=None) | Q(ended__gte=on)
    minor = Q(child__born=None) | Q(child__born__gt=born_by(on, ADULT))
    return Guardianship.objects.filter(lasting, minor, child__removed_on=None)


def schools_of(person: Person, on: date) -> QuerySet[School]:
    """The schools that someone belongs to: by a role, now or until they left; a guardian by the children."""
    children = bonds_on(on).filter(guardian=person).values("child")
    theirs = Role.objects.filter(Q(person=person) | Q(person__in=children)).filter(_now_or_until_left(on))
    return School.objects.filter(pk__in=theirs.values("school"))


def schools_ever_of(person: Person) -> QuerySet[School]:
    """The schools where something may be kept about someone: of any role they had, or of any child they were around."""
    children = Guardianship.objects.filter(guardian=person).values("child")
    theirs = Role.objects.filter(Q(person=person) | Q(person__in=children))
    return School.objects.filter(pk__in=theirs.values("school"))


def coming_schools_of(person: Person, on: date) -> QuerySet[School]:
    """The schools where someone will begin after this day: who was enrolled and has not come yet."""
    return School.objects.filter(pk__in=Role.objects.filter(person=person, begins__gt=on).values("school"))


def _pupils(viewer: Person, on: date, held: Sequence[Role], kind: Kind) -> QuerySet[Person]:
    schools, by_group = _schools_of(viewer, held, kind)
    roles = Role.objects.filter(_now_or_until_left(on), school__in=schools, role="leerling")
    seen = Q(pk__in=roles.values("person"))
    if by_group:
        members = members_on(on).filter(group__in=_own_groups(viewer, on), role="leerling")
        seen |= Q(pk__in=members.values("person"))
    return Person.objects.filter(seen, board=viewer.board_id, removed_on=None)


def _staff(viewer: Person, on: date, held: Sequence[Role]) -> QuerySet[Person]:
    """Colleagues at the schools of one's role, and who has a role for the whole board."""
    schools, _ = _schools_of(viewer, held, lambda sight: sight.staff)
    here = Q(school__in=schools) | Q(Exists(schools), school=None, person__board=viewer.board_id)
    roles = _roles_during(on).filter(here).exclude(role__in=("leerling", "oud_leerling"))
    return Person.objects.filter(pk__in=roles.values("person"))


def _schools_of(viewer: Person, held: Sequence[Role], kind: Kind) -> tuple[QuerySet[School], bool]:
    """The schools whose rows of a kind are all seen by the roles that are held, and whether those of own groups are."""
    whole = [role for role in held if kind(sight_of(role.role)) is Reach.SCHOOL]
    wanted = Q(pk__in=[role.school_id for role in whole if role.school_id])
    if any(role.school_id is None for role in whole):
        wanted = Q()
    by_group = any(kind(sight_of(role.role)) is Reach.GROUPS for role in held)
    schools = School.objects.filter(wanted, board=viewer.board_id) if whole else School.objects.none()
    return schools, by_group


def _own_groups(viewer: Person, on: date) -> QuerySet[Group]:
    """The groups that someone teaches, at a school where they have a role."""
    schools = roles_on(viewer.pk, on).values("school")
    teaches = members_on(on).filter(person=viewer, role="leerkracht", group__school__in=schools)
    return Group.objects.filter(pk__in=teaches.values("group"), school__board=viewer.board_id)


def members_on(on: date) -> QuerySet[Membership]:
    """Who is in which group on a day: a group lives one school year."""
    lasting = (Q(begins=None) | Q(begins__lte=on)) & (Q(ends=None) | Q(ends__gte=on))
    return Membership.objects.filter(lasting, group__year=school_year(on))


def _roles_during(on: date) -> QuerySet[Role]:
    return Role.objects.filter(_during(on))


def _during(on: date) -> Q:
    return (Q(begins=None) | Q(begins__lte=on)) & (Q(ends=None) | Q(ends__gte=on))


def _now_or_until_left(on: date) -> Q:
    """A role of now, or the one that someone had when they left: their file is kept there for its term."""
    return _during(on) | Q(ends=F("person__left_on"), ends__lt=on)


def _is_gone(viewer: Person, on: date) -> bool:
    return viewer.left_on is not None and viewer.left_on < on


def _pupils_seen(sight: Sight) -> Reach:
    return sight.pupils


def _guardians(sight: Sight) -> Reach:
    return sight.guardians


def _bonds(sight: Sight) -> Reach:
    return sight.bonds
