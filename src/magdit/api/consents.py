"""Consents: what a school asks, how people stand for now, who may not be shown, and taking over what is kept elsewhere.

Nowhere who said what: a program hears yes or no about a child, as everyone at school does.
"""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from ninja import Body, Field, P, PathEx, Schema
from ninja.params import Query
from pydantic import ConfigDict

from magdit.api.caller import Asked
from magdit.api.gate import Door
from magdit.api.people import CODE, READABLE, WORD, Page
from magdit.areas.consent.asking.overview import what_is_asked
from magdit.areas.people.models import School
from magdit.areas.people.names import whole
from magdit.areas.people.within import Wanted
from magdit.journeys.for_programs.mirroring import HandedOver, Outcome, hand_over
from magdit.journeys.for_programs.standing import Stands, how_these_stand, not_allowed

door = Door("Toestemmingen")
READ, WRITE = "toestemmingen:lezen", "toestemmingen:schrijven"
MOST_ROWS = 5_000
SCHOOL = "De korte naam van de school."
GROUP = "De naam of het nummer (id) van een klas."
MOST_NUMBER = r"^[^\x00-\x1f\x7f]+$"
NOOR = "0b0c6a1e-6a53-4f3d-9d67-0a6f2f4f6b11"


class SideOut(Schema):
    """Wat het protocol vindt voor één soort mensen."""

    who: str = Field(description="Zoals `leerling tot 16 jaar`.")
    outcome: str = Field(description="`gevraagd`, `nooit` of `niet_nodig`.")
    signers: list[str] = Field(description="Wie ja moet zeggen; van elk van deze is er één nodig.")
    yearly: bool = Field(description="Of het elk schooljaar opnieuw wordt gevraagd.")
    objection: bool = Field(description="Of zwijgen genoeg is, tot iemand bezwaar maakt.")
    clauses: list[str]


class ItemOut(Schema):
    """Een onderwerp waarover de school toestemming vraagt."""

    code: str
    title: str
    sides: list[SideOut]


class ItemsOut(Schema):
    """Wat een school vraagt."""

    items: list[ItemOut]


class ConsentOut(Schema):
    """Hoe één persoon er nu voor staat bij één onderwerp."""

    person: UUID
    item: str
    channel: str
    allowed: bool = Field(description="Of het nu mag. Alleen dit telt; de rest legt het uit.")
    state: str = Field(description="De staat, zoals `gegeven` of `geweigerd`. Nooit van wie.")
    why: str = Field(description="Waarom, als code.")
    until: date | None = Field(
        description="De laatste dag waarop dit ja vanzelf nog staat; leeg als dat niet vaststaat."
    )


class ConsentsOut(Schema):
    """Een bladzijde: alle onderwerpen van zoveel mensen."""

    consents: list[ConsentOut]
    next: UUID | None


class Which(Page):
    """Van wie, en waarover."""

    school: str = Field(pattern=CODE, max_length=60, description=SCHOOL)
    group: str = Field("", pattern=READABLE, max_length=80, description=GROUP)
    person: UUID | None = Field(None, description="Alleen van deze persoon.")
    item: str = Field("", pattern=CODE + "|^$", max_length=60, description="Alleen over dit onderwerp (de code).")


class BarredOut(Schema):
    """Iemand die niet in beeld mag. De naam staat er alleen bij als de sleutel ook mensen mag zien."""

    id: UUID
    name: str | None


class NotAllowedOut(Schema):
    """Wie er niet in beeld mag. `asked`: of de school over dit kanaal iets vraagt; zo niet, dan mag niemand."""

    channel: str
    day: date
    asked: bool
    pupils: int = Field(description="Hoeveel leerlingen er zijn bekeken.")
    not_allowed: list[BarredOut]


class Where(Schema):
    """Waar het komt te staan, en van welke klas."""

    school: str = Field(pattern=CODE, max_length=60, description=SCHOOL)
    channel: str = Field(pattern=WORD, max_length=40, description="Een kanaal, zoals `instagram` of `website`.")
    covers: Literal["foto", "video", "geluid", "naam"] = Field("foto", description="Wat er van iemand te zien is.")
    group: str = Field("", pattern=READABLE, max_length=80, description=GROUP)


class RowIn(Schema):
    """Eén antwoord zoals de leerlingadministratie het heeft."""

    model_config = ConfigDict(extra="forbid")

    child: str = Field(
        min_length=1, max_length=200, pattern=MOST_NUMBER, description="Ons nummer, of dat van uw systeem."
    )
    item: str = Field(pattern=CODE, max_length=60)
    state: Literal["gegeven", "geweigerd", "ingetrokken", "gevraagd", "verlopen"]
    giver: str = Field("", max_length=200, pattern=READABLE, description="Wie het zei; leeg als dat niet bekend is.")
    role: Literal["", "ouder", "voogd", "leerling", "zelf"] = ""
    on: date | None = Field(None, description="De dag van het antwoord.")
    form: Literal["schriftelijk", "digitaal_akkoord", "email", "mondeling"] = "digitaal_akkoord"


class RowsIn(Schema):
    """De antwoorden van een school op een dag. Uit wat er niet bij staat, concluderen wij niets."""

    model_config = ConfigDict(extra="forbid")

    school: str = Field(pattern=CODE, max_length=60)
    as_of: date = Field(description="De dag waarop dit in de administratie zo stond.")
    rows: list[RowIn] = Field(min_length=1, max_length=MOST_ROWS)


class How(Schema):
    """Kijken of doen."""

    dry_run: bool = Field(False, description="Alleen kijken: er verandert niets.")
    skip_unknown: bool = Field(
        False, description="Sla rijen over die naar niemand wijzen, in plaats van alles te weigeren."
    )


class TakenOut(Schema):
    """Wat het deed, of zou doen."""

    new: int
    changed: int
    same: int
    against: int = Field(description="Hoe vaak de administratie ja zegt waar hier nee is gezegd. Het nee blijft staan.")
    unknown_rows: list[int] = Field(description="De nummers van rijen die naar niemand wijzen.")
    takedown_tasks: int = Field(description="Taken om iets weg te halen na een nieuw nee.")
    done: bool


@door.get(
    "/schools/{school}/items", scope=READ, answer=ItemsOut, summary="Wat vraagt deze school?",
    example={"items": [{"code": "website-foto", "title": "Mag de leerling op foto's op de website?", "sides": [
        {"who": "leerling tot 16 jaar", "outcome": "gevraagd", "signers": ["een ouder of verzorger"], "yearly": True,
         "objection": False, "clauses": ["osvs IV.8"]}]}]},
)  # fmt: skip
def list_items(request: Asked, school: PathEx[str, P(description=SCHOOL)]) -> ItemsOut:
    """Elk onderwerp, met per leeftijd wie er ja moet zeggen en volgens welk artikel."""
    asked = what_is_asked(request.auth.school(school), request.auth.today)
    return ItemsOut(
        items=[
            ItemOut(
                code=row.code,
                title=row.title,
                sides=[
                    SideOut(
                        who=side.who, outcome=side.outcome, signers=list(side.signers), yearly=side.yearly,
                        objection=side.objection, clauses=list(side.clauses),
                    )
                    for side in row.sides
                ],
            )
            for row in asked
        ]
    )  # fmt: skip


@door.get(
    "/consents", scope=READ, answer=ConsentsOut, summary="Hoe staat het met de toestemmingen?",
    example={"consents": [{"person": NOOR, "item": "website-foto", "channel": "website", "allowed": True,
                           "state": "gegeven", "why": "given", "until": "2026-07-31"}], "next": None},
)  # fmt: skip
def list_consents(request: Asked, which: Query[Which]) -> ConsentsOut:
    """Per persoon en onderwerp: mag het nu, in welke staat, en tot wanneer. Een bladzijde is een aantal mensen."""
    caller = request.auth
    school = caller.school(which.school)
    people = caller.people(school, Wanted(group=which.group, person=which.person, after=which.cursor))
    found = list(people.values_list("pk", flat=True)[: which.limit + 1])
    if which.person is not None and not found:
        caller.person(which.person)
    page = found[: which.limit]
    told = how_these_stand(school, caller.today, page, item=which.item)
    return ConsentsOut(consents=[_consent(one) for one in told], next=page[-1] if len(found) > which.limit else None)


@door.get(
    "/consents/not-allowed", scope=READ, answer=NotAllowedOut, summary="Wie mag er niet in beeld?",
    example={"channel": "instagram", "day": "2026-03-03", "asked": True, "pupils": 24,
             "not_allowed": [{"id": NOOR, "name": "Noor van Dijk"}]},
)  # fmt: skip
def list_not_allowed(request: Asked, where: Query[Where]) -> NotAllowedOut:
    """De leerlingen (of die van een klas) zonder een geldig ja voor dit kanaal. Bij twijfel: op de lijst."""
    caller = request.auth
    school = caller.school(where.school)
    pupils = list(caller.people(school, Wanted(group=where.group, role="leerling")))
    barred = not_allowed(school, caller.today, [one.pk for one in pupils], channel=where.channel, covers=where.covers)
    names = caller.may("personen:lezen")
    return NotAllowedOut(
        channel=barred.channel,
        day=caller.today,
        asked=barred.asked,
        pupils=len(pupils),
        not_allowed=[BarredOut(id=o.pk, name=whole(o) if names else None) for o in pupils if o.pk in barred.people],
    )


@door.post(
    "/consents", scope=WRITE, answer=TakenOut, summary="Neem antwoorden over uit de leerlingadministratie",
    example={"new": 1, "changed": 0, "same": 0, "against": 0, "unknown_rows": [], "takedown_tasks": 0, "done": True},
    asks={"application/json": {"school": "de-linde", "as_of": "2026-03-03", "rows": [
        {"child": NOOR, "item": "website-foto", "state": "geweigerd", "role": "ouder", "on": "2026-03-02"}]}},
)  # fmt: skip
def take_over_consents(request: Asked, how: Query[How], told: Body[RowsIn]) -> TakenOut:
    """Alleen waar de leerlingadministratie de baas is. Alles, of niets. Twee keer hetzelfde is één keer."""
    school: School = request.auth.school(told.school)
    rows = [HandedOver(**row.dict()) for row in told.rows]
    outcome = hand_over(
        request.auth.doing, school, rows, as_of=told.as_of, dry_run=how.dry_run, skip_unknown=how.skip_unknown
    )
    return _taken(outcome)


def _consent(one: Stands) -> ConsentOut:
    return ConsentOut(
        person=one.person, item=one.item, channel=one.channel, allowed=one.allowed, state=one.state, why=one.code,
        until=one.until,
    )  # fmt: skip


def _taken(outcome: Outcome) -> TakenOut:
    return TakenOut(
        new=outcome.new, changed=outcome.changed, same=outcome.same, against=outcome.against,
        unknown_rows=list(outcome.unknown), takedown_tasks=outcome.tasks, done=outcome.done,
    )  # fmt: skip
