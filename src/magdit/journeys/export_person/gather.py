"""Everything that is held about one person, across the areas, as sections of rows. Reads; writes no file and no line.

Only about them: who else is in a row is told by their role. A parent hears that they have a bond with a child, not
what others said about that child; a child that someone stands around it, not their address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from magdit.areas.consent import held
from magdit.areas.consent.person_view import PersonView, person_view
from magdit.areas.journal.doing import Doing, Ref
from magdit.areas.journal.history import HistoryLine, whole_history
from magdit.areas.people.models import Account, ExternalId, Guardianship, Link, Person
from magdit.areas.people.models_entry import ApiKey
from magdit.areas.registers.held import duties_held

Value = str | date | datetime | bool | int | None
Rows = list[dict[str, Value]]


OTHERS = {"persoon": "iemand anders", "sleutel": "een programma van de school"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence on what it is, and rows."""

    title: str
    about: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Held:
    """All sections about one person on a day."""

    person: Person
    at: datetime
    sections: tuple[Section, ...]


def gathered(doing: Doing, person: Person) -> Held:
    """Everything about this person, in the order in which someone would ask."""
    view = person_view(person, doing.today)
    answers = held.answers_held(view)
    sections = (
        Section("Wie u bent", "Uw naam en wat de school verder van u bewaart.", [_self(person)]),
        Section("Uw rollen", "Wat u op school bent of was.", _roles(view)),
        Section("Uw groepen", "In welke klassen en groepen u zit of zat.", _groups(view)),
        Section(
            "Wie om u heen staat", "Uw verzorgers, of de kinderen voor wie u zorgt, zonder hun gegevens.", _bonds(view)
        ),
        Section("Antwoorden over u", "Elke toestemming en weigering. Van anderen staat alleen hun rol erbij.", answers),
        Section("Antwoorden van u over anderen", "Wat u zelf antwoordde, zonder over wie.", held.answers_by(view)),
        Section("Vragen aan u", "Wanneer u om een antwoord werd gevraagd.", held.requests_held(person)),
        Section("Papieren", "Formulieren die de school heeft ingescand.", held.scans_held(person)),
        Section("Waar u te zien bent", "Publicaties waarin u staat of stond.", held.shown_held(view)),
        Section(
            "Uw taken",
            "Kanalen, meldingen en verzoeken om iets weg te halen waar u mee te maken had.",
            duties_held(person),
        ),
        Section("Inloggen", "Uw accounts en de links die u kreeg.", _entry(person)),
        Section("Sleutels elders", "Hoe andere systemen van de school u noemen.", _keys(person)),
        Section("Het journaal", "Wat er met uw gegevens gebeurde, en wie erbij was.", _lines(doing, person, view)),
    )
    return Held(person, doing.at, sections)


def _self(person: Person) -> dict[str, Value]:
    return {
        "nummer": str(person.pk),
        "voornamen": person.first,
        "roepnaam": person.called,
        "voorvoegsel": person.infix,
        "achternaam": person.last,
        "geboortedatum": person.born,
        "e-mail": person.email,
        "taal": person.language,
        "afgeschermd adres": person.shielded,
        "vertrokken op": person.left_on,
    }


def _roles(view: PersonView) -> Rows:
    return [
        {"rol": one.role, "school": one.school.name if one.school else "hele bestuur", "vanaf": one.begins,
         "tot en met": one.ends}
        for one in view.roles
    ]  # fmt: skip


def _groups(view: PersonView) -> Rows:
    return [
        {"groep": one.group.name, "schooljaar": one.group.year, "school": one.group.school.name, "als": one.role,
         "vanaf": one.begins, "tot en met": one.ends}
        for one in view.groups
    ]  # fmt: skip


def _bonds(view: PersonView) -> Rows:
    around: Rows = [
        {"wie": f"een {bond.relation}", "vanaf": bond.since, "tot en met": bond.ended} for bond in view.guardians
    ]
    return around + [_bond(bond) for bond in view.children]


def _bond(bond: Guardianship) -> dict[str, Value]:
    return {
        "wie": "een kind",
        "u bent": bond.relation,
        "gezag": bond.authority,
        "volgens": bond.source,
        "vanaf": bond.since,
        "tot en met": bond.ended,
    }


def _entry(person: Person) -> Rows:
    accounts: Rows = [
        {"wat": "account", "aanmeldnaam": one.login, "e-mail": one.address, "actief": one.is_active,
         "laatst": one.last_login}
        for one in Account.objects.filter(person=person).order_by("pk")
    ]  # fmt: skip
    links: Rows = [
        {"wat": f"link: {one.kind}", "e-mail": one.address, "gemaakt": one.made_at, "gebruikt": one.used_at}
        for one in Link.objects.filter(person=person).order_by("pk")
    ]
    keys: Rows = [
        {"wat": "sleutel voor een programma, door u gemaakt", "waarvoor": one.name, "gemaakt": one.made_at,
         "ingetrokken": one.closed_at}
        for one in ApiKey.objects.filter(board=person.board_id, made_by=str(person.pk)).order_by("pk")
    ]  # fmt: skip
    return accounts + links + keys


def _keys(person: Person) -> Rows:
    rows = ExternalId.objects.filter(board=person.board_id, kind="persoon", object=person.pk).order_by("system")
    return [{"systeem": one.system, "sleutel": one.key} for one in rows]


def _lines(doing: Doing, person: Person, view: PersonView) -> Rows:
    me = Ref("persoon", str(person.pk))
    return [_line(one, me) for one in whole_history(doing.board, me, deeds=True)]


def _line(line: HistoryLine, me: Ref) -> dict[str, Value]:
    """Who else acted, and about whom, is told by kind alone; sealed values only when they are about the person."""
    own = line.about == me
    return {
        "op": line.at,
        "wat": line.verb,
        "door": "uzelf" if line.actor == me else OTHERS.get(line.actor.kind, "het systeem"),
        "over": "u" if own else line.about.kind,
        "bewaard": _told(line.personal) if own and line.personal and "verzorger" not in line.details else "",
        "vernietigd": line.is_lost,
    }  # fmt: skip


def _told(values: dict[str, Any], under: str = "") -> str:
    parts = []
    for key, value in values.items():
        name = f"{under} {key}".strip()
        parts.append(_told(value, name) if isinstance(value, dict) else f"{name}: {'' if value is None else value}")
    return "; ".join(part for part in parts if part)
