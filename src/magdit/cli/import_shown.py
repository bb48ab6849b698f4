"""What `magdit import` shows: problems with their place, and the difference line by line. Decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from magdit.wording.imports import dropped_sentences, field_told, problem_sentence, remark_sentence

if TYPE_CHECKING:
    from magdit.areas.consent.imports import Answers
    from magdit.areas.people.imports.delivery import DeliveredPerson, Delivery
    from magdit.areas.people.imports.difference import Astray, Change, Difference, Doubtful
    from magdit.areas.people.imports.mapping import Mapping
    from magdit.areas.people.imports.problems import Problem
    from magdit.areas.people.models import School
    from magdit.journeys.taking_over_shown import Names

FIRST = 10
FIELDS = {
    "first": "voornamen", "called": "roepnaam", "infix": "voorvoegsel", "last": "achternaam", "born": "geboren",
    "email": "e-mail", "shielded": "afgeschermd", "institution": "instelling", "left_on": "vertrokken op",
}  # fmt: skip
KINDS = {"bulk": "alles", "delta": "alleen wat veranderde"}
WHY = {
    "same": "is dit {who}?", "listed": "is dit {who}, die ook in deze lijst staat?",
    "several": "er zijn er {count} die zo heten", "reused": "deze sleutel was van {who}",
}  # fmt: skip


def problem_lines(problems: Sequence[Problem], *, more: int) -> list[str]:
    """Every problem, and how many there are besides."""
    told = [
        problem_sentence(one.code, one.facts, file=one.at.file, line=one.at.line, column=one.at.column)
        for one in problems
    ]
    return [*told, *([f"En nog {more} meer."] if more else []), "Er is niets overgenomen."]


def mapping_lines(mapping: Mapping, *, is_named: bool) -> list[str]:
    """How the columns of a free table are read, and how to say it otherwise."""
    told = [f"  {theirs} → {field_told(ours)}" for theirs, ours in mapping.columns.items()] or [
        "  (geen enkele kolom herkend)"
    ]
    words = [
        f"  bij {field_told(field)}: {theirs} → {ours}"
        for field, known in mapping.values.items()
        for theirs, ours in known.items()
    ]
    hint = "Anders? Zeg het met --kolom 'KOP=VELD'." + ("" if is_named else " Bewaren? Geef een naam met --koppeling.")
    return [f"Zo lezen we de kolommen ({mapping.kind}):", *told, *words, hint, ""]


def difference_lines(school: School, found: Difference, *, everyone: bool, done: bool) -> list[str]:
    """The whole difference: what was left unread, what is new, changed, doubtful, absent, and what to do now."""
    from magdit.journeys.taking_over_shown import Names

    names = Names(found)
    most = 10**9 if everyone else FIRST
    lines = _heading(school, found.delivery)
    lines += _some("Nieuw", [f"{one.shown} ({_roles(one)})" for _, one in found.people], most)
    lines += _some("Gewijzigd", [_change(names.of(one.id), one) for one in found.changes], most)
    lines += [f"Gelijk gebleven: {found.unchanged}."]
    lines += _some("Nieuwe groepen", [f"{group.name} ({group.year}-{group.year + 1})" for group in found.groups], most)
    lines += _some("Andere naam van een groep", [name for _, name, _ in found.renamed], most)
    lines += _counted(found)
    told = [one for one in found.other_bonds if one.authority]
    authority = [f"{names.of(b.guardian)} bij {names.of(b.child)}: {b.was} → {b.authority}" for b in told]
    lines += _some("Gezag dat anders wordt dan hier staat (kijk of dat klopt)", authority, 10**9)
    lines += _some("Twijfel: kies met --zelfde of --nieuw", [_doubt(one, names) for one in found.doubtful], most)
    lines += _astray(found.astray)
    absent = [names.of(who) for who in found.absent_people]
    lines += _some("Niet in deze lijst (er verandert niets; beëindig het zelf als het klopt)", absent, most)
    left = [names.of(who) for _, who in found.absent_members]
    lines += _some("Hier in een groep en in de lijst niet meer (er verandert niets)", left, most)
    around = [f"{names.of(guardian)} bij {names.of(child)}" for child, guardian in found.absent_bonds]
    lines += _some("Verzorgers die niet in de lijst staan (er verandert niets)", around, most)
    return [*lines, _ending(found.is_empty, done=done)]


def answer_lines(school: School, found: Answers, *, tasks: int | None) -> list[str]:
    """What a list of consents does, in numbers: who said what is not for a terminal."""
    lines = _heading(school, found.delivery)
    turned = sum(1 for one, was in found.changed if was in {"gegeven", "vernieuwd"})
    lines += [
        f"Nieuwe antwoorden: {len(found.new)}.",
        f"Gewijzigde antwoorden: {len(found.changed)}, waarvan {turned} die eerst ja waren.",
        f"Gelijk gebleven: {found.same}.",
    ]
    if found.guessed:
        lines.append(f"Bij {found.guessed} antwoorden zegt de lijst niet wie het gaf.")
    if found.against:
        lines.append(
            f"Let op: bij {found.against} antwoorden zegt de leerlingadministratie ja, maar hier werd nee gezegd. Dat"
            " nee blijft gelden. Verander het ook daar."
        )
    lines += _astray(found.astray)
    if tasks:
        lines.append(f"Weg te halen: {tasks} taken staan klaar.")
    return [*lines, _ending(not (found.new or found.changed), done=tasks is not None)]


def _heading(school: School, delivery: Delivery) -> list[str]:
    what = f"{school.name}: {delivery.system}, {KINDS[delivery.kind]}, stand van {delivery.as_of:%d-%m-%Y}."
    dropped = dropped_sentences((one.column, one.forbidden) for one in delivery.dropped)
    remarks = [remark_sentence(one.code, one.count, file=one.at.file, line=one.at.line) for one in delivery.remarks]
    return [what, *dropped, *remarks, ""]


def _counted(found: Difference) -> list[str]:
    told = {
        "Rollen": (len(found.roles), len(found.role_periods)),
        "In groepen": (len(found.members), len(found.member_periods)),
        "Verzorgers bij kinderen": (len(found.bonds), len(found.other_bonds)),
    }
    lines = [f"{what}: {new} erbij, {other} gewijzigd." for what, (new, other) in told.items() if new or other]
    if found.left_out:
        lines.append(f"Wacht op een keuze: {found.left_out} regels over mensen bij wie twijfel is.")
    return lines


def _astray(rows: Sequence[Astray]) -> list[str]:
    if not rows:
        return []
    told = [
        "  " + problem_sentence(one.code, {"key": one.key}, file=one.at.file, line=one.at.line, column="")
        for one in rows[:20]
    ]
    more = [f"  En nog {len(rows) - 20} meer."] if len(rows) > 20 else []
    return ["Deze regels wijzen naar niemand. Zo neemt --doe niets over; met --sla-over blijven ze weg.", *told, *more]


def _some(what: str, told: Sequence[str], most: int) -> list[str]:
    if not told:
        return []
    more = [f"  en nog {len(told) - most} (zie --alles)"] if len(told) > most else []
    return [f"{what}: {len(told)}.", *(f"  {one}" for one in told[:most]), *more]


def _roles(person: DeliveredPerson) -> str:
    return ", ".join(role.role for role in person.roles) or "verzorger"


def _change(name: str, change: Change) -> str:
    fields = (f"{FIELDS[field]} {_value(was)} → {_value(now)}" for field, (was, now) in sorted(change.fields.items()))
    return f"{name}: {'; '.join(fields)}"


def _doubt(doubt: Doubtful, names: Names) -> str:
    who = " of ".join(f"{names.of(one)} [{one}]" for one in doubt.candidates[:3])
    why = WHY[doubt.why].format(who=who, count=len(doubt.candidates))
    return f"{doubt.person.key}: {doubt.person.shown}: {why}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return str(value) if value not in {None, ""} else "(leeg)"


def _ending(is_empty: bool, *, done: bool) -> str:
    if is_empty:
        return "\nEr is niets te veranderen."
    return (
        "\nOvergenomen." if done else "\nEr is nog niets veranderd. Klopt het? Geef dezelfde opdracht met --doe erbij."
    )
