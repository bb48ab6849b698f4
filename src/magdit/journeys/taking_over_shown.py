"""What a look at a list found, as plain data for a page: names and numbers, no sentences. It is kept enciphered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from magdit.areas.consent.imports import Answers
from magdit.areas.journal.doing import Doing
from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports.delivery import Delivery
from magdit.areas.people.imports.difference import Astray, Difference, Doubtful
from magdit.areas.people.imports.forbidden import is_forbidden
from magdit.areas.people.imports.free_table import FreeTable
from magdit.areas.people.imports.mapping import Mapping
from magdit.areas.people.imports.problems import NotTaken
from magdit.areas.people.models import Group, Person, School
from magdit.areas.people.names import whole
from magdit.areas.people.rights import LEADERS, require
from magdit.check.tables.unreadable import Unreadable
from magdit.wording.file_errors import table_sentence

KEPT = ("koppen", "voorstel", "onderwerpen", "regels")  # of the table; the rest is of one look
EXAMPLES = 20


def columns(table: FreeTable, mapping: Mapping, items: dict[str, str]) -> dict[str, Any]:
    """The headings of a table, whether we may read each, and what they seem to say."""
    return {
        "koppen": [[heading, is_forbidden(heading)] for heading in dict.fromkeys(filter(None, table.headings))],
        "voorstel": dict(mapping.columns),
        "onderwerpen": sorted({(code, title) for title, code in items.items() if title != code}),
        "regels": len(table.rows),
    }


def kept(before: dict[str, Any]) -> dict[str, Any]:
    """What stays of an earlier look: the columns, not what it found."""
    return {name: before[name] for name in KEPT if name in before}


def refused(error: NotTaken | Unreadable | Refused) -> dict[str, Any]:
    """Why a list was not read or not taken over: codes with their facts, for sentences; of a table the sentence."""
    if isinstance(error, NotTaken):
        told = [[one.code, _plain(one.facts), one.at.file, one.at.line, one.at.column] for one in error.problems]
        return {"problemen": told, "meer": error.more}
    if isinstance(error, Unreadable):
        return {"onleesbaar": table_sentence(error)}
    return {"geweigerd": [error.code, _plain(error.facts)]}


def answers(found: Answers) -> dict[str, Any]:
    """A list of consents in numbers: who said what is not for this page."""
    turned = sum(1 for _, was in found.changed if was in {"gegeven", "vernieuwd"})
    counts = answer_counts(found, 0)
    return {
        **_heading(found.delivery), **_astray(found.astray), "toestemmingen": {**counts, "was-ja": turned},
        "leeg": not (found.new or found.changed), "tellingen": counts,
    }  # fmt: skip


def answer_counts(found: Answers, tasks: int) -> dict[str, int]:
    """The same for the row, where no name may stand."""
    return {
        "nieuw": len(found.new), "gewijzigd": len(found.changed), "gelijk": found.same, "geraden": found.guessed,
        "tegen": found.against, "taken": tasks,
    }  # fmt: skip


def difference(doing: Doing, school: School, found: Difference) -> dict[str, Any]:
    """The whole difference, with the names of whom it is about."""
    names = Names(found)
    groups = _group_names({group for group, _ in found.absent_members})
    authority = [one for one in found.other_bonds if one.authority]
    return {
        **_heading(found.delivery), **_astray(found.astray),
        "nieuw": [[one.shown, [role.role for role in one.roles]] for _, one in found.people],
        "gewijzigd": [[names.of(one.id), _fields(one.fields)] for one in found.changes],
        "groepen": [[one.name, one.year] for one in found.groups],
        "hernoemd": [name for _, name, _ in found.renamed],
        "gezag": [[names.of(one.guardian), names.of(one.child), one.was, one.authority] for one in authority],
        "twijfel": [_doubt(one, names) for one in found.doubtful],
        "afwezig": [names.of(who) for who in found.absent_people],
        "uit-groep": [[names.of(who), groups.get(group, "")] for group, who in found.absent_members],
        "zonder-verzorger": [[names.of(guardian), names.of(child)] for child, guardian in found.absent_bonds],
        "gelijk": found.unchanged, "wacht": found.left_out, "leeg": found.is_empty, "tellingen": found.counts(),
        "leiding": _asks_leaders(doing, school, found),
    }  # fmt: skip


class Names:
    """Names of whom a difference is about, looked up in one go."""

    def __init__(self, found: Difference) -> None:
        self._told = {who: person.shown for who, person in found.people}
        self.born: dict[UUID, date | None] = {who: person.born for who, person in found.people}
        wanted = {
            *(one.id for one in found.changes), *(one for doubt in found.doubtful for one in doubt.candidates),
            *found.absent_people, *(who for _, who in found.absent_members),
            *(who for pair in found.absent_bonds for who in pair),
            *(who for bond in found.other_bonds for who in (bond.child, bond.guardian)),
        }  # fmt: skip
        for some in _parts(sorted(wanted, key=str)):
            for person in Person.objects.filter(pk__in=some):
                self._told[person.pk], self.born[person.pk] = whole(person), person.born

    def of(self, who: UUID) -> str:
        """The name, or the number of who has none any more."""
        return self._told.get(who, str(who))


def _heading(delivery: Delivery) -> dict[str, Any]:
    return {
        "systeem": delivery.system, "omvang": delivery.kind, "stand": delivery.as_of.isoformat(),
        "niet-gelezen": [[one.column, one.forbidden] for one in delivery.dropped],
        "opmerkingen": [[one.code, one.count, one.at.file, one.at.line] for one in delivery.remarks],
    }  # fmt: skip


def _astray(rows: Sequence[Astray]) -> dict[str, Any]:
    told = [[one.code, {"key": one.key}, one.at.file, one.at.line, ""] for one in rows[:EXAMPLES]]
    return {"dwalend": told, "dwalend-aantal": len(rows)}


def _doubt(doubt: Doubtful, names: Names) -> dict[str, Any]:
    candidates = [[str(one), names.of(one), _day(names.born.get(one))] for one in doubt.candidates]
    if doubt.why == "listed":  # numbers of who is new in this same list are made anew at every look
        candidates = [["", *one[1:]] for one in candidates] if len(candidates) == 1 else []
    return {
        "sleutel": doubt.person.key, "naam": doubt.person.shown, "geboren": _day(doubt.person.born),
        "waarom": doubt.why, "wie": candidates,
    }  # fmt: skip


def _asks_leaders(doing: Doing, school: School, found: Difference) -> bool:
    """Whether taking this over is for who leads the school: it gives colleagues a role."""
    if not ({role.role for role in found.roles} | {period.what for period in found.role_periods}) - {"leerling"}:
        return False
    try:
        require(doing, LEADERS, school=school)
    except Refused:
        return True
    return False


def _fields(fields: Any) -> list[list[Any]]:
    return [[field, _value(was), _value(now)] for field, (was, now) in sorted(fields.items())]


def _group_names(groups: Iterable[UUID]) -> dict[UUID, str]:
    return dict(Group.objects.filter(pk__in=list(groups)).values_list("pk", "name"))


def _value(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _plain(facts: dict[str, object]) -> dict[str, object]:
    return {key: value if isinstance(value, (str, int, list)) else str(value) for key, value in facts.items()}


def _parts(rows: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    return (rows[start : start + 500] for start in range(0, len(rows), 500))
