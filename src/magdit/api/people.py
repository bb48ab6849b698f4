"""Schools, and who is at them: no birth dates (no other program needs one to know who may be shown), no parents."""

from __future__ import annotations

from uuid import UUID

from ninja import Field, P, PathEx, Schema
from ninja.params import Query

from magdit.api.caller import Asked, Caller
from magdit.api.gate import ANY_KEY, Door
from magdit.areas.people.models import School
from magdit.areas.people.names import whole
from magdit.areas.people.within import Found, Wanted, told_of

door = Door("Scholen en mensen")
CODE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
WORD = r"^[a-z0-9_]+$"
PERSON = "Het nummer (id) van de persoon."
READABLE = r"^[^\x00-\x1f\x7f]*$"
MOST = 200
NOOR = {
    "id": "0b0c6a1e-6a53-4f3d-9d67-0a6f2f4f6b11",
    "name": "Noor van Dijk",
    "called": "Noor",
    "infix": "van",
    "last": "Dijk",
    "email": None,
    "roles": [{"role": "leerling", "school": "de-linde"}],
    "groups": [{"id": "5f3e0f0a-5f0e-4f5c-8a43-6b0cf1f2a901", "name": "6A", "school": "de-linde"}],
    "keys": [{"system": "oneroster", "key": "10023"}],
}


class SchoolOut(Schema):
    """Een school waarvoor deze sleutel is."""

    code: str = Field(description="De korte naam: zo heet de school in elke andere vraag.")
    name: str
    brin: str
    protocol: str = Field(description="Het protocol waaronder de school werkt.")
    mirror: bool = Field(description="Of de toestemmingen uit de leerlingadministratie komen.")


class SchoolsOut(Schema):
    """De scholen van deze sleutel."""

    schools: list[SchoolOut]


class RoleOut(Schema):
    """Wat iemand is; `school` is leeg bij een rol voor het hele bestuur."""

    role: str
    school: str


class GroupOut(Schema):
    """Een klas of groep van dit schooljaar."""

    id: UUID
    name: str
    school: str


class KeyOut(Schema):
    """Hoe een ander systeem deze persoon noemt."""

    system: str
    key: str


class PersonOut(Schema):
    """Iemand met een rol op school. Het e-mailadres van wie is afgeschermd, staat er niet bij."""

    id: UUID
    name: str
    called: str
    infix: str
    last: str
    email: str | None
    roles: list[RoleOut]
    groups: list[GroupOut]
    keys: list[KeyOut]


class PeopleOut(Schema):
    """Een bladzijde mensen. `next` is de cursor van de volgende bladzijde, of leeg als dit de laatste is."""

    people: list[PersonOut]
    next: UUID | None


class Page(Schema):
    """Welke bladzijde."""

    cursor: UUID | None = Field(None, description="De waarde van `next` van de vorige bladzijde.")
    limit: int = Field(100, ge=1, le=MOST, description="Hoeveel mensen op een bladzijde.")


class Whom(Page):
    """Welke mensen."""

    school: str | None = Field(None, pattern=CODE, max_length=60, description="De korte naam van een school.")
    group: str = Field("", pattern=READABLE, max_length=80, description="De naam of het nummer (id) van een klas.")
    role: str = Field("", pattern=WORD + "|^$", max_length=40, description="Een rol, zoals `leerling`.")


@door.get(
    "/schools", scope=ANY_KEY, answer=SchoolsOut, summary="Voor welke scholen is deze sleutel?",
    example={"schools": [
        {"code": "de-linde", "name": "De Linde", "brin": "12AB", "protocol": "osvs", "mirror": False}]},
)  # fmt: skip
def list_schools(request: Asked) -> dict[str, list[School]]:
    """De scholen waarover deze sleutel iets mag vragen. Elke sleutel mag dit."""
    return {"schools": list(request.auth.schools())}


@door.get(
    "/people", scope="personen:lezen", answer=PeopleOut, summary="Wie is er op school?",
    example={"people": [NOOR], "next": None},
)  # fmt: skip
def list_people(request: Asked, whom: Query[Whom]) -> PeopleOut:
    """Iedereen met een rol op school vandaag, per bladzijde, in een vaste volgorde. Zonder geboortedatum en ouders."""
    caller = request.auth
    school = caller.school_or_all(whom.school)
    wanted = Wanted(group=whom.group, role=whom.role, after=whom.cursor)
    found = list(caller.people(school, wanted)[: whom.limit + 1])
    page = found[: whom.limit]
    people = [person_out(one) for one in told_of(page, caller.board, caller.key.school, caller.today)]
    return PeopleOut(people=people, next=page[-1].pk if len(found) > whom.limit else None)


@door.get("/people/{person}", scope="personen:lezen", answer=PersonOut, summary="Wie is dit?", example=NOOR)
def show_person(request: Asked, person: PathEx[UUID, P(description=PERSON)]) -> PersonOut:
    """Eén persoon. Wie niet bij deze sleutel hoort, is er niet: 404, net als een nummer dat niet bestaat."""
    return _one(request.auth, person)


def _one(caller: Caller, person: UUID) -> PersonOut:
    return person_out(told_of([caller.person(person)], caller.board, caller.key.school, caller.today)[0])


def person_out(found: Found) -> PersonOut:
    """A person as another program sees them."""
    one = found.person
    return PersonOut(
        id=one.pk,
        name=whole(one),
        called=one.called or one.first,
        infix=one.infix,
        last=one.last,
        email=None if one.shielded or not one.email else one.email,
        roles=[RoleOut(role=role, school=school) for role, school in found.roles],
        groups=[GroupOut(id=group.pk, name=group.name, school=group.school.code) for group in found.groups],
        keys=[KeyOut(system=system, key=key) for system, key in found.keys],
    )
