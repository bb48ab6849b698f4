"""Which column of a table is what: proposed by its headings, changed and named by the office, words as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from magdit.areas.journal.refused import Refused
from magdit.areas.people.imports import intakes, kept_list
from magdit.areas.people.imports.fields import ITEM, fields_of
from magdit.areas.people.imports.mapping import field_named
from magdit.areas.people.models_entry import Intake
from magdit.check.tables.folded import folded
from magdit.journeys import taking_over
from magdit.web.imports import showing
from magdit.web.imports.here import here, theirs
from magdit.web.imports.told_lines import accepted
from magdit.web.room import room
from magdit.web.told import refusal
from magdit.web.visit import Visit
from magdit.wording.imports import field_told

LEFT_OUT = "-"
STAGES = ("kolommen", "bekeken", "afgekeurd")


@dataclass(frozen=True, slots=True)
class Column:
    """One heading of theirs, and which field of ours it is."""

    number: int
    heading: str
    forbidden: bool
    field: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of theirs that we do not know, and what it may mean."""

    number: int
    field: str
    told: str
    theirs: str
    accepted: tuple[str, ...]
    ours: str

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What it may mean: our word, and how people say it."""
        return [(one, accepted(one)) for one in self.accepted]


@room
def columns(visit: Visit, code: str, intake: object) -> HttpResponse:
    """Say what the columns are; then the list is looked at."""
    found = here(visit, code, intake)
    shown = kept_list.shown(visit.person.board_id, found.pk) or {}
    back = HttpResponseRedirect(resolve_url("imports:one", code=code, intake=found.pk))
    if found.kind not in intakes.FREE or "koppen" not in shown or intakes.stage(found) not in STAGES:
        return back
    wrong = _said(visit, found, shown) if visit.sends else []
    if visit.sends and not wrong:
        return back
    told = {
        "school": found.school, "intake": found, "kind": showing.kind_told(found), "wrong": wrong,
        "columns": _columns(found, shown, visit.typed), "fields": _fields(found.kind, shown),
        "words": _words(found, shown, visit.typed), "lines": shown.get("regels", 0), "name": _name(found, visit.typed),
        "no_number": showing.no_number(found.kind, _chosen(found, shown, visit.typed)),
        "problems": showing.problems(_beside_words(shown)),
    }  # fmt: skip
    return render(visit.request, "imports/columns.html", told)


def _said(visit: Visit, intake: Intake, shown: dict[str, Any]) -> list[str]:
    """Keep what was said and look; what is wrong with it instead, and then nothing is kept."""
    typed = visit.request.POST
    chosen = [one for one in _columns(intake, shown, typed) if one.field and not one.forbidden]
    known = {code for _, some in _fields(intake.kind, shown) for code, _ in some}
    taken = [one.field for one in chosen if one.field in known]
    twice = sorted({field for field in taken if taken.count(field) > 1})
    if twice:
        sentence = _("Twee kolommen staan op '{field}'. Kies bij een van de twee iets anders.")
        return [sentence.format(field=_told(field, shown)) for field in twice]
    words = {field: dict(some) for field, some in (intake.told.get("woorden") or {}).items()}
    for word in _words(intake, shown, typed):
        if word.ours in word.accepted:
            words.setdefault(word.field, {})[folded(word.theirs)] = word.ours
    told = {
        "kolommen": {one.heading: one.field for one in chosen if one.field in known}, "woorden": words,
        "koppeling": typed.get("koppeling", ""),
    }  # fmt: skip
    try:
        taking_over.look_again(visit.doing, intake, **told)
    except Refused as refused:
        theirs(refused)
        if refused.code == "name_long":
            return [refusal(refused)]
        messages.error(visit.request, refusal(refused))
    return []


def _columns(intake: Intake, shown: dict[str, Any], typed: QueryDict | None) -> list[Column]:
    said = intake.told.get("kolommen")
    before = shown["voorstel"] if said is None else said
    return [
        Column(at, heading, forbidden, (typed or QueryDict()).get(f"kolom-{at}", before.get(heading, "")))
        for at, (heading, forbidden) in enumerate(shown["koppen"])
    ]


def _chosen(intake: Intake, shown: dict[str, Any], typed: QueryDict | None) -> list[str]:
    return [one.field for one in _columns(intake, shown, typed) if one.field and not one.forbidden]


def _words(intake: Intake, shown: dict[str, Any], typed: QueryDict | None) -> list[Word]:
    """The words that stopped the last look, each once."""
    found: dict[tuple[str, str], Word] = {}
    for code, facts, *_place in shown.get("problemen", ()):
        if code == "word_unknown":
            field, theirs = field_named(intake.kind, facts["field"]), facts["value"]
            number = len(found)
            ours = (typed or QueryDict()).get(f"woord-{number}", "")
            accepted = tuple(facts["accepted"].split(", "))
            found.setdefault((field, theirs), Word(number, field, _told(field, shown), theirs, accepted, ours))
    return list(found.values())


def _beside_words(shown: dict[str, Any]) -> dict[str, Any]:
    """What is wrong, but for the words: those are asked."""
    return {**shown, "problemen": [one for one in shown.get("problemen", ()) if one[0] != "word_unknown"]}


def _fields(kind: str, shown: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Our fields in groups, as the list to choose from."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for field in fields_of(kind):
        groups.setdefault(_group(kind, field), []).append((field, field_told(field, _)))
    items = [(f"{ITEM}{code}", title) for code, title in shown.get("onderwerpen", ())]
    return [*groups.items(), *([(_("Antwoorden over"), items)] if kind == "toestemmingen" and items else [])]


def _group(kind: str, field: str) -> str:
    if field.startswith("kind_"):
        return _("Van het kind")
    if field.startswith(("v1_", "v2_")):
        return _("Van verzorger 1") if field.startswith("v1_") else _("Van verzorger 2")
    return {"leerlingen": _("Van de persoon"), "verzorgers": _("Van de verzorger")}.get(kind, _("Van het antwoord"))


def _told(field: str, shown: dict[str, Any]) -> str:
    titles = {f"{ITEM}{code}": title for code, title in shown.get("onderwerpen", ())}
    return titles.get(field) or field_told(field, _)


def _name(intake: Intake, typed: QueryDict | None) -> str:
    return str((typed or QueryDict()).get("koppeling", intake.told.get("koppeling", "")))
